"""A date as it stands in print, before any year in force is applied."""

from enum import Enum
from typing import NamedTuple

# What may stand behind a date that is alone on its line or in its cell.
_SIGNS = " .,:;-–—|"


class Part(Enum):
    """A stated part of a month, a year or a season; the value says which."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    MID_TO_LATE = "mid to late"
    EARLY_TO_MID = "early to mid"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_WEEK = "first week"
    SECOND_WEEK = "second week"
    THIRD_WEEK = "third week"
    FOURTH_WEEK = "fourth week"
    LAST_WEEK = "last week"
    WEEK_OF = "week of"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"


class Point(NamedTuple):
    """One end of a printed date; what is not printed is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None


class Printed(NamedTuple):
    """A date as printed: its place in the searched text, one or two ends, nothing filled in.

    `numbers` is true where two numbers of 12 or less leave open which is the month; the ends then
    stand month first. `decade` is true for `1970s`, `short` for `04.01.` and `14/03`.
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    approximate: bool = False
    numbers: bool = False
    decade: bool = False
    short: bool = False

    @property
    def year(self) -> int | None:
        """The year of the first end; where only the second prints one, the year that follows from it."""
        if self.first.year is not None or self.last is None or self.last.year is None:
            return self.first.year
        return self.last.year - self.wraps

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day of the first end as printed, to be put in order; 0 for what is not printed."""
        return self.year or 0, self.first.month or 0, self.first.day or 0

    @property
    def wraps(self) -> bool:
        """Whether the months run over a year's end: `Dec. 30-Jan. 2`."""
        last = self.last
        return last is not None and bool(self.first.month and last.month and last.month < self.first.month)


def nothing_but(text: str, printed: Printed, signs: str = _SIGNS) -> bool:
    """Whether nothing stands behind a date of a text but signs."""
    return is_wordless(text[printed.end :], signs)


def is_wordless(behind: str, signs: str = _SIGNS) -> bool:
    """Whether what stands behind a date is signs alone, so that the date is alone on its line.

    A bracket behind a date is none of them: it may have opened before the date, as in `[BP, 10/8]` over two lines.
    """
    return not behind.strip(signs)
