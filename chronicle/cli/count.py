"""`count`: events by one or two keys."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

from typer import Option

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Key, Query

EXAMPLES = examples("""
    chronicle count --by month --during 2021
    chronicle count --by actor --type meeting --limit 10
    chronicle count --by year,type --country china --country russia
    chronicle count --by country --by mode --format csv
""")
KEYS = "year, quarter, month, type, mode, plover, actor, country, venue, document"


@with_filters
def count(
    query: "Query",
    by: Annotated[
        list[str],
        Option("--by", metavar="KEY[,KEY]", help=f"One or two of: {KEYS}.", rich_help_panel=OUTPUT),
    ] = ["year"],  # noqa: B006 (Typer reads it and never changes it)
    limit: Limit = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """Count the events that fit by one or two keys, with bars on a terminal.

    An event counts at its first day, and once for each of its actors, countries and venues, so these
    counts add up to more than the number of events.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, screen
    from chronicle.presenting.columns import Rows
    from chronicle.querying import count as counted

    keys = _keys(by)
    to = screen()
    with reading(db) as database:
        counts = counted(database, query, keys)
    found = Tally(counts, limit or None)
    rows = Rows((*keys, "events"), ((*one.keys, one.events) for one in found))
    print_rows(rows, format, to, bars=True)
    if not found.number:
        nothing_found()


def _keys(by: list[str]) -> "list[Key]":
    from chronicle.cli.output import one_of, words
    from chronicle.errors import UsageError
    from chronicle.querying import Key

    keys = [one_of(word, get_args(Key), "key to count by") for part in by for word in words(part)]
    if not 1 <= len(keys) <= 2 or len(set(keys)) < len(keys):
        raise UsageError(f"--by {','.join(by)}: one key or two different ones; take of {KEYS}")
    return cast("list[Key]", keys)
