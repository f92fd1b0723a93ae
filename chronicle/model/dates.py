"""The date of an event: two inclusive days, how precisely they are known, and the words printed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is stated (docs/codebook.md)."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    PART = "part"
    YEAR = "year"
    SPAN = "span"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class EventDate:
    """A printed date. `start` and `end` are inclusive; both are None when `precision` is INVALID."""

    text: str
    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False

    @property
    def edtf(self) -> str | None:
        """The date as an ISO 8601-2 (EDTF) expression, None for a date that cannot exist."""
        if self.start is None or self.end is None:
            return None
        mark = "~" if self.approximate else ""
        first, last = self._ends(self.start, self.end)
        return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"

    def _ends(self, start: date, end: date) -> tuple[str, str]:
        if self.precision is Precision.YEAR and (start.month, start.day, end.month, end.day) == (
            1,
            1,
            12,
            31,
        ):
            return f"{start.year:04d}", f"{end.year:04d}"
        if self.precision is Precision.MONTH:
            return f"{start.year:04d}-{start.month:02d}", f"{end.year:04d}-{end.month:02d}"
        if self.precision is Precision.SPAN:
            whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
            size = 4 if whole_years else 7
            return start.isoformat()[:size], end.isoformat()[:size]
        return start.isoformat(), end.isoformat()
