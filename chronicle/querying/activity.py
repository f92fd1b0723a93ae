"""When there are events: how many begin in each period, and which last from one day into others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from chronicle.model import Precision
from chronicle.querying.counts import matching_sql, tallied
from chronicle.querying.groupings import GROUPINGS, Grouping
from chronicle.querying.lists import dated, day_of
from chronicle.querying.query import Key, Query
from chronicle.querying.select import Selection, of_events, select
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

_EXTENT = f"SELECT count(*), count({dated('m.id')}), min({dated('m.id')}), max({dated('m.id')}) FROM ({{}}) AS m"
_HEADLINES = "SELECT id, headline FROM events WHERE id IN ({})"


def _of_number(value: int) -> str | None:
    """20210903 is 2021-09-03; 0 is no day."""
    text = f"{value:08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if value else None


_DAY = Grouping(f"{{id}} / {PER_DAY}", label=_of_number, of_day=date.isoformat)

_KEYS = "SELECT id, key FROM actors WHERE id IN ({})"
# Actors by their keys, because two may have the same name.
ACTOR_KEYS = replace(GROUPINGS["actor"], labels=lambda db, values: dict(db.rows(numbered(_KEYS, values))))


@dataclass(frozen=True, slots=True)
class Extent:
    """How many events fit, how many of them have a possible date, the first days of the first and the last."""

    events: int
    dated: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Stay:
    """An event that lasts over several periods, as much of it as was asked for. `number` is that of its row."""

    number: int
    lane: str | None
    first: date
    last: date


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


def extent(db: Database, query: Query, lane: Key | Grouping | None = None) -> Extent | None:
    """None where no event that fits has a possible date. The first day is not before the first asked for."""
    selection = _selected(db, query, _lanes(lane))
    events, dates, *numbers = next(db.rows(_EXTENT.format(matching_sql(db, selection)), selection.parameters))
    first, last = map(day_of, numbers)
    if first is None or last is None:
        return None
    begin = max(first, selection.days.first or first)
    return Extent(events, dates, begin, max(begin, last))


def activity(db: Database, query: Query, unit: Unit, lane: Key | Grouping | None = None) -> Activity:
    role = query.role.strip().lower() if query.role else None
    lanes = _lanes(lane)
    selection = _selected(db, query, lanes)
    vague = list(_rows(db, selection, _where(f"NOT {_known(unit)}"), lanes, role))
    begun = _begun(db, selection, unit, lanes, role)
    begun.subtract((place, _begin(number, unit, selection.days)) for number, _, place in vague)
    stays = _stays(_rows(db, selection, _where(_known(unit)), lanes, role), unit, selection.days)
    return Activity(
        unit,
        {place: number for place, number in begun.items() if number > 0},
        tuple(stays),
        len({number for number, _, _ in vague}),
    )


def _lanes(lane: Key | Grouping | None) -> list[Grouping]:
    return [GROUPINGS[lane] if isinstance(lane, str) else lane] if lane else []


def _selected(db: Database, query: Query, lanes: Sequence[Grouping]) -> Selection:
    return select(db, of_events(query) if any(lane.by_role for lane in lanes) else query)


Row = tuple[int, int, str | None]


def _where(condition: str) -> str:
    """Events of several days; all that are dated less precisely than to a day are among them."""
    return f"{{alias}}.days > 1 AND {condition}"


def _known(unit: Unit) -> str:
    listed = ", ".join(f"'{precision}'" for precision in sorted(KNOWN[unit]))
    return f"{{alias}}.precision IN ({listed})"


def _rows(db: Database, selection: Selection, where: str, lanes: Sequence[Grouping], role: str | None) -> Iterator[Row]:
    """The number of an event, how many days it takes, and its lane."""
    number = Grouping("{alias}.id", "events", "id", labels=_as_they_are, where=where)
    days = Grouping("{alias}.days", "events", "id", labels=_as_they_are, where=where)
    for (event, many, *place), _ in tallied(db, selection, [number, days, *lanes], role):
        yield int(event or 0), int(many or 1), place[0] if place else None


def _as_they_are(db: Database, values: set[Any]) -> dict[Any, Any]:
    return {value: value for value in values}


def _begun(
    db: Database, selection: Selection, unit: Unit, lanes: Sequence[Grouping], role: str | None
) -> Counter[tuple[str | None, str]]:
    """The events of each lane and period."""
    time = {"day": _DAY, "month": GROUPINGS["month"]}.get(unit, GROUPINGS["year"])
    earliest = period_of(selection.days.first, unit) if selection.days.first else ""
    begun = Counter[tuple[str | None, str]]()
    for (period, *place), number in tallied(db, selection, [time, *lanes], role):
        if period is not None:
            begun[place[0] if place else None, max(period[: SIZES[unit]], earliest)] += number
    return begun


def _begin(number: int, unit: Unit, asked: Window) -> str:
    first, _ = _clipped(number, 1, asked)
    return period_of(first, unit)


def _stays(rows: Iterable[Row], unit: Unit, asked: Window) -> Iterator[Stay]:
    """Those that touch several periods. An event with several lanes is looked at once."""
    met: dict[int, tuple[date, date] | None] = {}
    for number, days, lane in rows:
        if number not in met:
            first, last = _clipped(number, days, asked)
            met[number] = (first, last) if period_of(first, unit) != period_of(last, unit) else None
        span = met[number]
        if span:
            yield Stay(number, lane, *span)


def period_of(day: date, unit: Unit) -> str:
    return day.isoformat()[: SIZES[unit]]


def _clipped(number: int, days: int, asked: Window) -> tuple[date, date]:
    first = day_of(number) or date.min
    last = first + timedelta(days=days - 1)
    return max(first, asked.first or first), min(last, asked.last or last)


def headlines(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    """The headlines of these rows of events."""
    return dict(db.rows(numbered(_HEADLINES, set(numbers))))
