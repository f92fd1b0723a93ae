"""The year in force: from a heading or the last printed year, moved on when the months wrap round."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from chronicle.reading.headings import Period
from chronicle.reading.printed import Printed

_SEVERAL = 3  # years over their dates
_TURN = 6  # months: a step back of so much is a new year, a smaller one perhaps a slip of order


class Step(NamedTuple):
    """One date in the order of print. `context` is true for a year or month heading."""

    printed: Printed
    context: bool = False


class InForce(NamedTuple):
    """What a date without year or month takes; None where nothing tells."""

    year: int | None
    month: int | None


def years_in_force(steps: Sequence[Step], period: Period | None, hint: int | None) -> list[InForce]:
    """The year and month in force at each step. `hint` is a year printed above the list or in the citation."""
    backwards = runs_backwards(steps)
    year = _first_year(steps, period, hint, backwards)
    month: int | None = None
    fixed = False
    under_years = sum(step.context and step.printed.year is not None for step in steps) >= _SEVERAL
    found = []
    for number, step in enumerate(steps):
        first, told = step.printed.first, step.printed.year
        if told is not None:
            month = first.month if first.month is not None or step.context or told != year else month
            year, fixed = told, step.context
        elif first.month is not None and year is not None:
            turned = _turned(steps, number, month, backwards, period, year)
            if turned and not (fixed and (step.context or (backwards and under_years))):
                year += turned
            if not fixed:
                year = _within(period, year, first.month)
            month = first.month
        found.append(InForce(year, month))
        if year is not None and step.printed.last is not None:
            year, month = _after_range(step.printed, year, month, backwards)
    return found


def first_year(steps: Sequence[Step], period: Period) -> int:
    """The year of the first date of a list in a period: 2018 for one from `May` on, in `June 2017-August 2018`."""
    return _first_year_in(steps, period, runs_backwards(steps))


def _within(period: Period | None, year: int, month: int) -> int:
    """The year before, where only that lies in the period: a list in parts begins anew with each of them."""
    if period is None or (year, month) <= (period.end.year, period.end.month):
        return year
    inside = (period.start.year, period.start.month) <= (year - 1, month) <= (period.end.year, period.end.month)
    return year - 1 if inside else year


def _after_range(printed: Printed, year: int, month: int | None, backwards: bool) -> tuple[int, int | None]:
    """Behind `Dec. 30-Jan. 2` the list goes on in the new year."""
    last = printed.last
    if last is None or last.month is None or backwards:
        return year, month
    if printed.wraps:
        return year + 1, last.month
    return year, month


def runs_backwards(steps: Sequence[Step]) -> bool:
    """Whether the list runs from the newest to the oldest."""
    headings = [s.printed.year for s in steps if s.context and s.printed.year is not None]
    if len(set(headings)) > 1:
        return headings[-1] < headings[0]
    printed = [s.printed for s in steps if s.printed.first.month and not s.context]
    whole = [p for p in printed if p.year is not None]
    moves = [_move(a, b) for a, b in pairwise(whole if len(whole) >= 3 else printed)]
    if not any(moves):
        years = [s.printed.year for s in steps if s.printed.year is not None]
        moves = [b - a for a, b in pairwise(years)]
    return sum(m < 0 for m in moves) > sum(m > 0 for m in moves)


def _move(before: Printed, after: Printed) -> int:
    """Days from one date to the next, roughly; without years the shorter way round the calendar."""
    first, then = before.first, after.first
    days = 31 * ((then.month or 0) - (first.month or 0)) + (then.day or 0) - (first.day or 0)
    year, following = before.year, after.year
    if year is not None and following is not None:
        return days + 372 * (following - year)
    return days - 372 if days > 31 * _TURN else days + 372 if days < -31 * _TURN else days


def _first_year(steps: Sequence[Step], period: Period | None, hint: int | None, backwards: bool) -> int | None:
    if period is not None:
        return _first_year_in(steps, period, backwards)
    if hint is not None:
        return hint
    return _year_from_below(steps, backwards)


def _first_year_in(steps: Sequence[Step], period: Period, backwards: bool) -> int:
    month = next((s.printed.first.month for s in steps if s.printed.first.month), None)
    if period.start.year == period.end.year or month is None:
        return period.start.year
    return _year_in_period(month, period, backwards)


def _year_in_period(month: int, period: Period, backwards: bool) -> int:
    years = range(period.start.year, period.end.year + 1)
    inside = [
        y for y in years if (period.start.year, period.start.month) <= (y, month) <= (period.end.year, period.end.month)
    ]
    if not inside:
        return period.end.year if backwards else period.start.year
    return inside[-1] if backwards else inside[0]


def _year_from_below(steps: Sequence[Step], backwards: bool) -> int | None:
    """Where the first year stands only lower down, count the turns between."""
    months = []
    for step in steps:
        first = step.printed.first
        if first.month is not None:
            months.append(first.month)
        year = step.printed.year
        if year is not None:
            turns = sum(1 for a, b in pairwise(months) if (b - a if backwards else a - b) >= _TURN)
            return year + turns if backwards else year - turns
    return None


def _turned(
    steps: Sequence[Step], number: int, before: int | None, backwards: bool, period: Period | None, year: int
) -> int:
    """1, 0 or -1: how far the year in force moves at a step that prints a month but no year."""
    month = steps[number].printed.first.month
    if month is None or before is None or month == before:
        return 0
    back = (month - before) if backwards else (before - month)
    step = -1 if backwards else 1
    if period is not None and period.start.year == period.end.year == year and not _far_outside(month, period):
        return 0
    if back >= _TURN:
        return step
    if 0 < back < _TURN and back > 1 and _stays_below(steps, number, before, backwards):
        return step
    return 0


def _far_outside(month: int, period: Period) -> bool:
    return not period.start.month - 2 <= month <= period.end.month + 2


def _stays_below(steps: Sequence[Step], number: int, before: int, backwards: bool) -> bool:
    """Whether the list goes on from the earlier month, so that the step back is a turn and no slip."""
    following = list(islice(_next_months(steps, number + 1), 3))
    if len(following) < 2:
        return False
    return all((m > before) if backwards else (m < before) for m in following)


def _next_months(steps: Sequence[Step], start: int) -> Iterator[int]:
    for number in range(start, len(steps)):
        step = steps[number]
        if step.printed.year is not None:
            return
        if step.printed.first.month is not None:
            yield step.printed.first.month
