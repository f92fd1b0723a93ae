"""`--spark`: a column of small bars that tells when the events of each row took place."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli.edge import say
from chronicle.cli.options import OUTPUT, Format

if TYPE_CHECKING:
    from chronicle.querying import Key, Query
    from chronicle.querying.groupings import Grouping
    from chronicle.storing import Database

Spark = Annotated[
    bool,
    Option("--spark", help="Also small bars that tell when: one for each month or year.", rich_help_panel=OUTPUT),
]


def check(spark: bool, format: Format | None, numbers: str) -> None:
    """Raises UsageError for a format in which nothing can be drawn; `numbers` is the command that has them."""
    from chronicle.errors import UsageError

    if spark and format not in (None, Format.TABLE):
        raise UsageError(f"--spark: is drawn, and {format} is not; take `{numbers}` for the numbers")


def sparks(database: "Database", query: "Query", by: "Key | Grouping") -> Callable[[str | None], str]:
    """What to draw for each value of the key; says on stderr what a bar stands for."""
    from chronicle.cli.output import screen
    from chronicle.exporting.sparks import sparks
    from chronicle.presenting.terminal.signs import signs_for

    to = screen()
    found = sparks(database, query, by, to.width, signs_for(to.file.encoding))
    if found is None:
        return lambda value: ""
    say(str(found))
    return found.of
