"""`--spark`: a column of small bars that tells when the events of each row took place."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli.edge import say
from chronicle.cli.options import OUTPUT, Format

if TYPE_CHECKING:
    from chronicle.querying import Key, Query
    from chronicle.querying.activity import Activity, Extent, Unit
    from chronicle.querying.groupings import Grouping
    from chronicle.storing import Database

COLUMN = "activity"
# As many signs as leave room for the rest of a table in 80 columns; on a wide terminal twice as many.
LONGEST = 12

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
    from chronicle.cli.output import ROOMY, screen
    from chronicle.presenting.terminal.signs import signs_for
    from chronicle.presenting.terminal.spark import merged, spark
    from chronicle.querying.activity import activity, extent

    found = extent(database, query)
    if found is None:
        return lambda value: ""
    to = screen()
    longest = LONGEST if to.width is None or to.width < ROOMY else 2 * LONGEST
    unit, times = _times(found, longest)
    each = -(-len(times) // longest)
    begun = _by_value(activity(database, query, unit, by))
    signs = signs_for(to.file.encoding)
    what = f"each {unit}" if each == 1 else f"every {each} {unit}s"
    say(f"{COLUMN}: {times[0]} to {times[-1]}, a bar for {what}, {signs.none} for none")

    def drawn(value: str | None) -> str:
        numbers = begun.get(value, {})
        return spark(merged([numbers.get(time, 0) for time in times], each), signs)

    return drawn


def _times(found: "Extent", longest: int) -> "tuple[Unit, list[str]]":
    """Months, or years where a bar would stand for more than three months."""
    from chronicle.presenting.drawing.periods import periods

    months = list(periods(found.first, found.last, "month"))
    if len(months) <= longest * 3:
        return "month", months
    return "year", list(periods(found.first, found.last, "year"))


def _by_value(acts: "Activity") -> dict[str | None, dict[str, int]]:
    found: dict[str | None, dict[str, int]] = {}
    for (value, period), number in acts.begun.items():
        found.setdefault(value, {})[period] = number
    return found
