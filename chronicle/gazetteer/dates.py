"""Dates of terms: a day, a month or a year as written, and the days on which a term certainly runs."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=65536)
def days_of(cell: str) -> tuple[date, date] | None:
    """First and last day of `2005`, `2005-03` or `2005-03-04`; None for what is no date."""
    match = _DATE.fullmatch(cell)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, on which a term certainly runs; `last` < `first` where none is sure."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """From the first to the last; at most nought where no day is sure."""
        return (self.last - self.first).days

    def overlaps(self, other: "Span") -> bool:
        """More than one shared day: the day on which one follows the other belongs to both."""
        return max(self.first, other.first) < min(self.last, other.last)


def certain(start: str, end: str) -> Span:
    """The latest possible start and the earliest possible end; a blank end is still running.

    A start that is blank or no date vouches for the day of the end alone.
    """
    ends = days_of(end)
    last = ends[0] if ends else date.max
    starts = days_of(start)
    return Span(starts[1] if starts else last, last)
