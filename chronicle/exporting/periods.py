"""When there are events, as rows: how many begin in each period and how many go on in it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, cast, get_args

from chronicle.errors import UsageError, remedy
from chronicle.exporting.drawings import Note
from chronicle.presenting.drawing.periods import periods
from chronicle.querying import Key
from chronicle.querying.activity import SIZES, Activity, Extent, Unit

TIMES = ("year", "quarter", "month", "weekday")
LANE_KEYS = tuple(key for key in get_args(Key) if key not in TIMES)


class Period(NamedTuple):
    """`lane` is the value of the key that was asked for, None without one; an event begins in one period."""

    lane: str | None
    period: str
    events: int
    ongoing: int


def rows(acts: Activity, most: int | None = None) -> list[Period]:
    """The lanes with the most events first, at most so many; in each the periods in order, those without events not."""
    begun, ongoing = grouped(acts)
    lanes = sorted(ongoing, key=lambda lane: (lane is None, -sum(begun.get(lane, {}).values()), lane or ""))
    return [row for lane in lanes[:most] for row in _of_lane(lane, begun.get(lane, {}), Counter(ongoing[lane]))]


def _of_lane(lane: str | None, begun: dict[str, int], lasting: Counter[str]) -> Iterator[Period]:
    for period in sorted({*begun, *lasting}):
        yield Period(lane, period, begun.get(period, 0), lasting[period])


def grouped(acts: Activity) -> tuple[dict[str | None, dict[str, int]], dict[str | None, list[str]]]:
    """By lane: the events that begin in each period, and a period for each event that goes on in it."""
    begun: dict[str | None, dict[str, int]] = {}
    ongoing: dict[str | None, list[str]] = {}
    for (lane, period), number in acts.begun.items():
        begun.setdefault(lane, {})[period] = number
        ongoing.setdefault(lane, [])
    for lane, period in _goes_on(acts):
        ongoing.setdefault(lane, []).append(period)
    return begun, ongoing


def _goes_on(acts: Activity) -> Iterator[tuple[str | None, str]]:
    """A lane and a period for each later period of each event that lasts."""
    for stay in acts.stays:
        for period in list(periods(stay.first, stay.last, acts.unit))[1:]:
            yield stay.lane, period


# --- what a picture is of


def lane_key(typed: str | None) -> Key | None:
    return None if typed is None else key_of(typed, "key for lanes")


def key_of(typed: str, what: str) -> Key:
    """A key of `count` that is no time."""
    if typed not in LANE_KEYS:
        raise UsageError(f"{typed or repr(typed)}: no such {what}; {remedy(typed, LANE_KEYS)}")
    return cast("Key", typed)


def unit_of(by: str | None, found: Extent, width: int) -> Unit:
    if by and by not in SIZES:
        raise UsageError(f"timeline by {by}: is no unit of time; one of {', '.join(SIZES)}")
    return by or _finest(found, width)


def left_out(found: Extent, acts: Activity) -> Iterator[Note]:
    """Events that have no place in a picture of such periods."""
    if found.events > found.dated:
        yield Note(f"left out: events without a possible date: {found.events - found.dated}")
    if acts.vague:
        yield Note(f"left out: events dated less precisely than to a {acts.unit}: {acts.vague}")


def _finest(found: Extent, room: int) -> Unit:
    """The finest unit whose periods fit beside the name of a lane or a scale."""
    units = list(SIZES)
    fitting = (unit for unit in units if len(list(periods(found.first, found.last, unit))) <= room * 3 // 4)
    return next(fitting, units[-1])
