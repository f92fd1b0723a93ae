"""A printed date and the year in force make an event's date: two inclusive days and their precision."""

from calendar import monthrange
from datetime import date, timedelta

from chronicle.model import EventDate, Precision
from chronicle.reading.grammar import match_date
from chronicle.reading.printed import Part, Point, Printed

_THIRDS = {
    Part.EARLY: (1, 10), Part.MID: (11, 20), Part.LATE: (21, 31), Part.MID_TO_LATE: (11, 31),
    Part.EARLY_TO_MID: (1, 20), Part.FIRST_HALF: (1, 15), Part.SECOND_HALF: (16, 31),
    Part.FIRST_WEEK: (1, 7), Part.SECOND_WEEK: (8, 14), Part.THIRD_WEEK: (15, 21), Part.FOURTH_WEEK: (22, 28),
}  # fmt: skip
_OF_A_YEAR = {
    Part.EARLY: (1, 4), Part.MID: (5, 8), Part.LATE: (9, 12), Part.MID_TO_LATE: (5, 12), Part.EARLY_TO_MID: (1, 8),
    Part.FIRST_HALF: (1, 6), Part.SECOND_HALF: (7, 12),
    Part.SPRING: (3, 5), Part.SUMMER: (6, 8), Part.AUTUMN: (9, 11), Part.WINTER: (12, 14),
    Part.FIRST_QUARTER: (1, 3), Part.SECOND_QUARTER: (4, 6), Part.THIRD_QUARTER: (7, 9), Part.FOURTH_QUARTER: (10, 12),
}  # fmt: skip
_VAGUE = frozenset((Part.EARLY, Part.MID, Part.LATE, Part.MID_TO_LATE, Part.EARLY_TO_MID))


def parse_date(text: str) -> EventDate | None:
    """The date that `text` as a whole prints; None if it prints none or lacks a year."""
    text = text.strip()
    printed = match_date(text)
    if printed is None or printed.end != len(text):
        return None
    return resolve(printed, text, None)


def resolve(printed: Printed, text: str, year: int | None, month: int | None = None) -> EventDate | None:
    """`text` is the date as printed. None if no year is printed or in force, or no month for a bare day."""
    first, last = filled(printed, year, month)
    if first.year is None or (first.month is None and first.day is not None):
        return None
    found = _bounds(printed, first, last)
    if found is None:
        return EventDate(text, None, None, Precision.INVALID, printed.approximate)
    start, end, precision, vague = found
    return EventDate(text, start, end, precision, printed.approximate or vague)


def filled(printed: Printed, year: int | None, month: int | None) -> tuple[Point, Point | None]:
    """Both ends with their missing years and months taken from each other, else from what is in force."""
    first, last = printed.first, printed.last
    if first.month is None and first.day is not None:
        first = first._replace(month=month)
    if last is not None and last.month is None and last.day is not None:
        last = last._replace(month=first.month)
    if last is None:
        return (first if first.year is not None else first._replace(year=year)), None
    return _years_of_both(first, last, year)


def _years_of_both(first: Point, last: Point, year: int | None) -> tuple[Point, Point]:
    wraps = first.month is not None and last.month is not None and last.month < first.month
    if first.year is None and last.year is not None:
        return first._replace(year=last.year - wraps), last
    known = first.year if first.year is not None else year
    if known is None:
        return first, last
    return first._replace(year=known), last if last.year is not None else last._replace(year=known + wraps)


def _bounds(printed: Printed, first: Point, last: Point | None) -> tuple[date, date, Precision, bool] | None:
    start = _one(first, printed.decade)
    if start is None or last is None:
        return start
    end = _one(last, False)
    if end is None or end[1] < start[0]:
        return None
    return start[0], end[1], _precision_of_two(start, end, last), start[3] or end[3]


def _precision_of_two(
    start: tuple[date, date, Precision, bool], end: tuple[date, date, Precision, bool], last: Point
) -> Precision:
    if Precision.PART in (start[2], end[2]):
        return Precision.PART
    if last.day is None:
        return Precision.SPAN
    return Precision.DAY if start[0] == end[1] else Precision.RANGE


def _one(point: Point, decade: bool) -> tuple[date, date, Precision, bool] | None:
    """First and last day of one end, its precision, and whether the words are vague; None if impossible."""
    try:
        return _one_possible(point, decade)
    except ValueError:
        return None


def _one_possible(point: Point, decade: bool) -> tuple[date, date, Precision, bool]:
    year = point.year
    assert year is not None
    if decade:
        return date(year, 1, 1), date(year + 9, 12, 31), Precision.SPAN, False
    if point.day is not None and point.month is not None:
        day = date(year, point.month, point.day)
        if point.part is Part.WEEK_OF:
            return day, day + timedelta(days=6), Precision.PART, False
        return day, day, Precision.DAY, False
    if point.month is None:
        return _of_year(year, point.part)
    return _of_month(year, point.month, point.part)


def _of_month(year: int, month: int, part: Part | None) -> tuple[date, date, Precision, bool]:
    if not 1 <= month <= 12:
        raise ValueError(month)
    length = monthrange(year, month)[1]
    if part is None:
        return date(year, month, 1), date(year, month, length), Precision.MONTH, False
    low, high = (length - 6, length) if part is Part.LAST_WEEK else _THIRDS[part]
    return date(year, month, low), date(year, month, min(high, length)), Precision.PART, part in _VAGUE


def _of_year(year: int, part: Part | None) -> tuple[date, date, Precision, bool]:
    if part is None or part not in _OF_A_YEAR:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, False
    low, high = _OF_A_YEAR[part]
    end_year, end_month = (year, high) if high <= 12 else (year + 1, high - 12)
    last_day = monthrange(end_year, end_month)[1]
    return date(year, low, 1), date(end_year, end_month, last_day), Precision.PART, part in _VAGUE
