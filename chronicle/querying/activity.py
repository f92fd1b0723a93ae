"""When there are events: how many begin in each period, and which last from one day into others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from chronicle.model import Precision
from chronicle.querying.counts import matching_sql, tallied
from chronicle.querying.groupings import GROUPINGS, Grouping
from chronicle.querying.lists import dated, day_of
from chronicle.querying.query import Key, Query
from chronicle.querying.select import Selection, select
from chronicle.querying.window import Window
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY
from chronicle.storing.load import numbered

Unit = Literal["day", "month", "year", "decade"]
# How much of an ISO day names the period.
SIZES: dict[Unit, int] = {"day": 10, "month": 7, "year": 4, "decade": 3}

_TO_THE_DAY = frozenset({Precision.DAY, Precision.RANGE})
_TO_THE_MONTH = _TO_THE_DAY | {Precision.PART, Precision.MONTH, Precision.SPAN}
# With these precisions an event has its place in a picture of such periods.
KNOWN: dict[Unit, frozenset[Precision]] = {
    "day": _TO_THE_DAY,
    "month": _TO_THE_MONTH,
    "year": frozenset(Precision),
    "decade": frozenset(Precision),
}

_LONG = "{alias}.days > 1"
_NUMBER = Grouping("{alias}.id", "events", "id", where=_LONG)
_DAYS = Grouping("{alias}.days", "events", "id", where=_LONG)
_PRECISION = Grouping("{alias}.precision", "events", "id", where=_LONG)
_EXTENT = f"SELECT count(*), count({dated('m.id')}), min({dated('m.id')}), max({dated('m.id')}) FROM ({{}}) AS m"
_HEADLINES = "SELECT id, headline FROM events WHERE id IN ({})"


def _of_number(value: int) -> str | None:
    """20210903 is 2021-09-03; 0 is no day."""
    text = f"{value:08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if value else None


_DAY = Grouping(f"{{id}} / {PER_DAY}", label=_of_number, of_day=date.isoformat)


@dataclass(frozen=True, slots=True)
class Extent:
    """How many events fit, how many of them have a possible date, the first days of the first and the last."""

    events: int
    dated: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Stay:
    """An event of several days, as many of them as were asked for. `number` is that of its row."""

    number: int
    lane: str | None
    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Activity:
    """`begun`: events by lane and period, at their first day or at the first day asked for if it is later.

    The lane is None where none was asked for, and of events that have no value of it. `vague` events are
    dated less precisely than to a period, and in neither `begun` nor `stays`.
    """

    unit: Unit
    begun: dict[tuple[str | None, str], int]
    stays: tuple[Stay, ...]
    vague: int


def extent(db: Database, query: Query) -> Extent | None:
    """None where no event that fits has a possible date. The first day is not before the first asked for."""
    selection = select(db, query)
    events, dates, *numbers = next(db.rows(_EXTENT.format(matching_sql(db, selection)), selection.parameters))
    first, last = map(day_of, numbers)
    if first is None or last is None:
        return None
    begin = max(first, selection.days.first or first)
    return Extent(events, dates, begin, max(begin, last))


def activity(db: Database, query: Query, unit: Unit, lane: Key | None = None) -> Activity:
    selection = select(db, query)
    role = query.role.strip().lower() if query.role else None
    lanes = [GROUPINGS[lane]] if lane else []
    begun = Counter[tuple[str | None, str]]()
    time = {"day": _DAY, "month": GROUPINGS["month"]}.get(unit, GROUPINGS["year"])
    earliest = period_of(selection.days.first, unit) if selection.days.first else ""
    for (period, *rest), number in tallied(db, selection, [time, *lanes], role):
        if period is not None:
            begun[rest[0] if rest else None, max(period[: SIZES[unit]], earliest)] += number
    stays = list(_stays(db, selection, lanes, role))
    vague = [stay for stay in stays if stay.precision not in KNOWN[unit]]
    begun.subtract((stay.lane, period_of(stay.first, unit)) for stay in vague)
    return Activity(
        unit,
        {place: number for place, number in begun.items() if number > 0},
        tuple(stay for stay in stays if stay.precision in KNOWN[unit]),
        len({stay.number for stay in vague}),
    )


def period_of(day: date, unit: Unit) -> str:
    return day.isoformat()[: SIZES[unit]]


def _stays(db: Database, selection: Selection, lanes: Iterable[Grouping], role: str | None) -> Iterator[Stay]:
    for (number, days, precision, *rest), _ in tallied(db, selection, [_NUMBER, _DAYS, _PRECISION, *lanes], role):
        first, last = _clipped(int(number or 0), int(days or 1), selection.days)
        yield Stay(int(number or 0), rest[0] if rest else None, first, last, Precision(str(precision)))


def _clipped(number: int, days: int, asked: Window) -> tuple[date, date]:
    first = day_of(number) or date.min
    last = first + timedelta(days=days - 1)
    return max(first, asked.first or first), min(last, asked.last or last)


def headlines(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    """The headlines of these rows of events."""
    return dict(db.rows(numbered(_HEADLINES, set(numbers))))
