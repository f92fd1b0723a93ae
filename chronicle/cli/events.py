"""`events`: which events, one a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from shlex import join
from sys import argv
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import (
    OUTPUT,
    Database,
    Format,
    FormatOption,
    Limit,
    SortOption,
    with_filters,
)

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.model import Event
    from chronicle.querying import Query
    from chronicle.storing import Database as Opened

EXAMPLES = examples("""
    chronicle events --actor lavrov --since 2021
    chronicle events --actor china --actor russia --type exercise --during 2020-Q4
    chronicle events --venue beijing --not-actor 'russia or belarus' --sort -date
    chronicle events --with russia china --sort type,-date
    chronicle events --text '"joint statement" OR communiqu*' --format jsonl
    chronicle events --flag date_invalid --columns id,date_text,source_file
    chronicle events --mode video | cut -f1 | xargs chronicle show
""")


@with_filters
def events(
    query: "Query",
    limit: Limit = None,
    sort: SortOption = "date",
    columns: Annotated[
        str | None,
        Option(
            "--columns",
            metavar="NAME,...",
            help="Columns, as `chronicle docs csv` names them, `date` and `source_text`.",
            rich_help_panel=OUTPUT,
            show_default=False,
            autocompletion=completing.columns,
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
    source_text: Annotated[
        bool,
        Option(
            "--source-text",
            help="Also the words of the document that the entry came from, as they stand there.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """List the events that fit all filters, one a row, by date.

    A date range counts if it overlaps the time asked for. In a pipe: tab-separated lines without a
    header, id first.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, flat_rows, print_events, print_rows, screen, shown_columns, shown_limit
    from chronicle.querying import events as matching

    to = screen()
    most = shown_limit(limit, to.draws(format))
    names = _known(columns) if columns is not None else None
    asked = replace(query, sort=sort, after=after, limit=most + 1 if most else None)
    found: Tally[Any]
    with reading(db) as database:
        if source_text or SOURCE_TEXT in (names or ()):
            found = Tally(_with_passages(database, asked), most)
            _print_with_passages(found, format, names or (SHORT if to.draws(format) else None), to)
        else:
            shown = shown_columns(format, names, to)
            rows = flat_rows(database, asked, format, shown)
            found = Tally(matching(database, asked) if rows is None else rows.body, most)
            if rows is None:
                print_events(found, format, shown, to)
            else:
                print_rows(rows._replace(body=found), format, to)
        if found.more:
            _say_next(database, replace(asked, limit=most), limit)
    if not found.number:
        nothing_found()


def _known(columns: str) -> list[str]:
    from chronicle.cli.output import words
    from chronicle.errors import UsageError, one_of
    from chronicle.presenting.columns import NAMED

    names = [one_of(word, [*NAMED, SOURCE_TEXT], "column") for word in words(columns)]
    if not names:
        raise UsageError(f"--columns {columns!r}: names none; write some as in id,date,headline, or leave it out")
    return names


def _say_next(database: "Opened", shown: "Query", limit: int | None) -> None:
    """Where the rest is: the command as typed, behind the last event shown."""
    from chronicle.presenting.wording import MORE
    from chronicle.querying import last_shown

    last = last_shown(database, shown)
    others = "" if limit is not None else f"; {MORE}"
    say(f"the first {shown.limit}{others}; the next: {next_page(argv[1:], last or '')}")


def next_page(words: Sequence[str], last: str) -> str:
    """The command of these words, going on behind an event; an `--after` of theirs is left out."""
    kept = [
        word
        for at, word in enumerate(words)
        if word != "--after" and not word.startswith("--after=") and (at == 0 or words[at - 1] != "--after")
    ]
    return join(["chronicle", *kept, "--after", last])


SOURCE_TEXT = "source_text"
# Beside the words of the document, an event in few.
SHORT = ["id", "date"]


def _with_passages(database: "Opened", query: "Query") -> "Iterator[tuple[Event, str]]":
    from chronicle.querying import events as matching
    from chronicle.querying import passage

    return ((event, passage(database, event)) for event in matching(database, query))


def _print_with_passages(
    found: "Iterable[tuple[Event, str]]", format: Format | None, names: "Sequence[str] | None", to: "Screen"
) -> None:
    """The columns named, or else all that the format has, and the words as the last if they are not named."""
    from chronicle.cli.output import print_rows
    from chronicle.presenting import columns, objects_named
    from chronicle.presenting.record import record

    if names is None and format in (Format.JSON, Format.JSONL):
        records = ({**record(event), SOURCE_TEXT: words} for event, words in found)
        objects_named(format.value).write_objects(records, to.file)
        return
    if names is None:
        names = columns.WIDE_NAMES if format in (Format.CSV, Format.TSV) else columns.OVERVIEW
    shown = tuple(names) if SOURCE_TEXT in names else (*names, SOURCE_TEXT)
    values = [None if name == SOURCE_TEXT else columns.NAMED[name].value for name in shown]
    body = ([value(event) if value else words for value in values] for event, words in found)
    print_rows(columns.Rows(shown, body), format, to)
