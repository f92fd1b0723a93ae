"""What the weekdays of a list tell of its year, where no date of the list prints one."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import WEEKDAY
from chronicle.reading.years import InForce, Step, years_in_force

_WEEKDAY = re.compile(WEEKDAY)
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FEWEST = 3
_NEAR = (-1, 1, -2, 2)  # years: farther off, weekdays come back


def year_by_weekdays(dated: Sequence[Dated], hint: int | None) -> int | None:
    """The year printed near a list, or the one next to it in which the list's days fall on their weekdays."""
    if hint is None or any(d.opening.has_year for d in dated):
        return hint
    told = list(_told(dated, hint))
    if len(told) < _FEWEST or _agree(told, 0):
        return hint
    return next((hint + years for years in _NEAR if _agree(told, years)), hint)


def _told(dated: Sequence[Dated], hint: int) -> Iterator[tuple[InForce, int, int]]:
    """Year and month in force, day and weekday of each date that prints both."""
    in_force = years_in_force([Step(d.opening.printed, d.context) for d in dated], None, hint)
    for item, force in zip(dated, in_force, strict=True):
        named, day = _WEEKDAY.search(item.opening.date_text), item.opening.printed.first.day
        if named and day is not None and item.opening.date_at is None:
            yield force, day, _NAMES.index(named[0][:3].title())


def _agree(told: Sequence[tuple[InForce, int, int]], years: int) -> bool:
    """Whether nearly all days fall on their weekdays, so many years later."""
    right = sum(_weekday(force, day, years) == weekday for force, day, weekday in told)
    return right * 10 >= len(told) * 9


def _weekday(force: InForce, day: int, years: int) -> int | None:
    if force.year is None or force.month is None:
        return None
    try:
        return date(force.year + years, force.month, day).weekday()
    except ValueError:
        return None
