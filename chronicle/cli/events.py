"""`events`: which events, one a row."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import (
    OUTPUT,
    Database,
    FormatOption,
    Limit,
    Sort,
    SortOption,
    with_filters,
)

if TYPE_CHECKING:
    from chronicle.querying import Query

EXAMPLES = examples("""
    chronicle events --actor lavrov --since 2021
    chronicle events --actor china --actor russia --type exercise --during 2020-Q4
    chronicle events --venue beijing --not-actor 'russia or belarus' --sort -date
    chronicle events --text '"joint statement" OR communiqu*' --format jsonl
    chronicle events --flag date_invalid --columns id,date_text,source_file
    chronicle events --mode video | cut -f1 | xargs chronicle show
""")


@with_filters
def events(
    query: "Query",
    limit: Limit = None,
    sort: SortOption = Sort.DATE,
    columns: Annotated[
        str | None,
        Option(
            "--columns",
            metavar="NAME,...",
            help="Columns, as docs/csv.md names them, and `date`.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    after: Annotated[
        str | None,
        Option(
            "--after",
            metavar="ID",
            help="Go on behind this event: the next page.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """List the events that fit all filters, one a row, by date.

    A date range counts if it overlaps the time asked for. In a pipe: tab-separated lines without a
    header, id first.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import (
        Tally,
        flat_rows,
        print_events,
        print_rows,
        say_more,
        screen,
        shown_columns,
        shown_limit,
    )
    from chronicle.querying import events as matching

    to = screen()
    most = shown_limit(limit, to.draws(format))
    names = shown_columns(format, _known(columns) if columns else None, to)
    asked = replace(query, sort=sort.value, after=after, limit=most + 1 if most else None)
    found: Tally[Any]
    with reading(db) as database:
        rows = flat_rows(database, asked, format, names)
        if rows is None:
            found = Tally(matching(database, asked), most)
            print_events(found, format, names, to)
        else:
            found = Tally(rows.body, most)
            print_rows(rows._replace(body=found), format, to)
    if not found.number:
        nothing_found()
    say_more(found, limit)


def _known(columns: str) -> list[str]:
    from chronicle.cli.output import one_of, words
    from chronicle.presenting.columns import NAMED

    return [one_of(word, list(NAMED), "column") for word in words(columns)]
