"""When there are events, as rows: how many begin in each period and how many go on in it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from chronicle.presenting.drawing.periods import periods
from chronicle.querying.activity import Activity


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
