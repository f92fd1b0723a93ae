"""When the events of each value of a key took place, as a few small bars: what `--spark` and `db.draw` show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from chronicle.presenting.cells import Value
from chronicle.presenting.drawing.periods import periods
from chronicle.presenting.terminal import spoken
from chronicle.presenting.terminal.signs import UNICODE, Signs
from chronicle.presenting.terminal.spark import merged, spark
from chronicle.querying import Key, Query
from chronicle.querying.activity import Activity, Extent, Unit, activity, extent
from chronicle.querying.groupings import Grouping
from chronicle.storing import Database

if TYPE_CHECKING:
    from chronicle.exporting.drawings import Lines, Paper
    from chronicle.presenting.terminal.lines import Line

COLUMN = "activity"
# As many signs as leave room for the rest of a table in 80 columns; where there is room, twice as many.
LONGEST = 12
ROOMY = 110


class Counted(NamedTuple):
    """A row of a table: the value that its bars are of, what it is called, how many events it has, its cells."""

    value: str | None
    name: str
    events: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sparks:
    """A bar stands for `each` neighbours of `times`, months or years. `begun` has events by value and time."""

    unit: Unit
    times: Sequence[str]
    each: int
    begun: dict[str | None, dict[str, int]]
    signs: Signs

    def __str__(self) -> str:
        """What a bar stands for."""
        what = f"each {self.unit}" if self.each == 1 else f"every {self.each} {self.unit}s"
        return f"{COLUMN}: {self.times[0]} to {self.times[-1]}, a bar for {what}, {self.signs.none} for none"

    @property
    def told(self) -> str:
        """What the sentences in place of the bars tell."""
        between = spoken.between(self.times[0], self.times[-1])
        return f"{COLUMN} {between}, each {self.unit} in which events begin"

    def of(self, value: str | None) -> str:
        numbers = self.begun.get(value, {})
        return spark(merged([numbers.get(time, 0) for time in self.times], self.each), self.signs)


def sparks(database: Database, query: Query, by: Key | Grouping, width: int | None, signs: Signs) -> Sparks | None:
    """For a table of this width; None where no event that fits has a possible date."""
    found = extent(database, query, by)
    if found is None:
        return None
    longest = LONGEST if width is None or width < ROOMY else 2 * LONGEST
    unit, times = _times(found, longest)
    begun = _by_value(activity(database, query, unit, by))
    return Sparks(unit, times, -(-len(times) // longest), begun, signs)


def _times(found: Extent, longest: int) -> tuple[Unit, list[str]]:
    """Months, or years where a bar would stand for more than three months."""
    months = list(periods(found.first, found.last, "month"))
    if len(months) <= longest * 3:
        return "month", months
    return "year", list(periods(found.first, found.last, "year"))


def _by_value(acts: Activity) -> dict[str | None, dict[str, int]]:
    found: dict[str | None, dict[str, int]] = {}
    for (value, period), number in acts.begun.items():
        found.setdefault(value, {})[period] = number
    return found


def shown(found: Sparks, names: Sequence[str], rows: Sequence[Counted], paper: "Paper") -> "tuple[str, Lines]":
    """A title, and the rows as a table whose last column are the bars, or as sentences."""
    if paper.is_plain:
        return found.told, tuple(_told(found, rows))
    return str(found), tuple(_drawn(found, names, rows, paper))


def _told(found: Sparks, rows: Sequence[Counted]) -> Iterator[str]:
    for row in rows:
        yield spoken.row(row.name, row.events, found.times, found.begun.get(row.value, {}))


def _drawn(found: Sparks, names: Sequence[str], rows: Sequence[Counted], paper: "Paper") -> "Iterator[Line]":
    from io import StringIO

    from chronicle.presenting.columns import Rows
    from chronicle.presenting.table import write_rows
    from chronicle.presenting.terminal.lines import line

    text = StringIO()
    cells = [(*row.cells, found.of(row.value)) for row in rows]
    write_rows(Rows((*names, COLUMN), cells), text, paper.width, colour=False)
    for each in text.getvalue().splitlines():
        is_rule = set(each) == {UNICODE.line}
        yield line(paper.signs.line * len(each) if is_rule else each)
