"""A year as a grid: weeks from left to right, a row for each day of the week, shaded by the number of events."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rich.text import Text

from chronicle.presenting.drawing.periods import MONTHS
from chronicle.presenting.terminal.lines import HEAD, MUCH, QUIET, SPAN, legend, line
from chronicle.presenting.terminal.signs import Signs
from chronicle.presenting.wording import counted

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEK = timedelta(weeks=1)
_LEFT, _RIGHT = 4, 6


class Days(NamedTuple):
    """The events that begin on a day, the days on which one goes on that began before, and the time asked for."""

    events: Mapping[date, int]
    ongoing: Collection[date]
    first: date
    last: date

    def of_year(self, year: int) -> "Days":
        return self.between(date(year, 1, 1), date(year, 12, 31))

    def between(self, first: date, last: date) -> "Days":
        events = {day: number for day, number in self.events.items() if first <= day <= last}
        ongoing = {day for day in self.ongoing if first <= day <= last}
        return Days(events, ongoing, max(self.first, first), min(self.last, last))


class Shade(NamedTuple):
    """A sign for the numbers from `least` to `most`."""

    sign: str
    least: int
    most: int


def shades(most: int, signs: Signs) -> list[Shade]:
    """As many shades as there are, or as there are numbers, over equal parts of them."""
    steps = signs.shades[1:]
    number = min(len(steps), most)
    used = steps[len(steps) - number :] if number else ""
    bounds = [round(most * at / number) for at in range(number + 1)] if number else []
    return [Shade(sign, bounds[at] + 1, bounds[at + 1]) for at, sign in enumerate(used)]


def years(days: Days, width: int, signs: Signs) -> Iterator[Text]:
    """Every year with its grid, one below the other; those without an event are a line together."""
    scale = shades(max(days.events.values(), default=0), signs)
    empty: list[int] = []
    for year in range(days.first.year, days.last.year + 1):
        of_year = days.of_year(year)
        if of_year.events or of_year.ongoing:
            yield from _gap(empty)
            yield from _year(year, of_year, scale, width, signs)
            empty = []
        else:
            empty.append(year)
    yield from _gap(empty)
    yield from legend(_key(scale, signs), width)


def _gap(empty: Sequence[int]) -> Iterator[Text]:
    if empty:
        named = str(empty[0]) if len(empty) == 1 else f"{empty[0]} to {empty[-1]}"
        yield line((named, HEAD), "  no events")
        yield line()


def _year(year: int, days: Days, scale: Sequence[Shade], width: int, signs: Signs) -> Iterator[Text]:
    total = sum(days.events.values())
    yield line((str(year), HEAD), f"  {counted(total, 'event')}")
    room = max(width - _LEFT - _RIGHT, 1)
    parts = [part for part in _parts(year, room) if part[0] <= days.last and days.first <= part[1]]
    wide = max(1, min(2, room // max(len(_mondays(*part)) for part in parts)))
    for at, (first, last) in enumerate(parts):
        if at:
            yield line((f"{year}, from {MONTHS[first.month - 1]}", HEAD))
        yield line(" " * _LEFT, _months(first, last, wide))
        yield from _grid(_mondays(first, last), days.between(first, last), scale, wide, signs)
        yield line()


def _parts(year: int, room: int) -> list[tuple[date, date]]:
    """First and last days of the year, or of as few parts of equally many months as have room for their weeks."""
    for months in (12, 6, 4, 3, 2, 1):
        begins = [date(year, month, 1) for month in range(1, 13, months)]
        ends = [*(begin - timedelta(days=1) for begin in begins[1:]), date(year, 12, 31)]
        parts = list(zip(begins, ends, strict=True))
        if max(len(_mondays(*part)) for part in parts) <= room:
            break
    return parts


def _mondays(first: date, last: date) -> list[date]:
    """The first days of all weeks that touch the time."""
    monday = first - timedelta(days=first.weekday())
    return [monday + at * _WEEK for at in range((last - monday).days // 7 + 1)]


def _grid(mondays: Sequence[date], days: Days, scale: Sequence[Shade], wide: int, signs: Signs) -> Iterator[Text]:
    for number, name in enumerate(WEEKDAYS):
        row = [monday + timedelta(days=number) for monday in mondays]
        total = sum(days.events.get(day, 0) for day in row)
        cells = [_cell(day, days, scale, wide, signs) for day in row]
        yield line((name.ljust(_LEFT), QUIET), *cells, f"{total or '':>{_RIGHT - 1}}")


def _months(begin: date, last: date, wide: int) -> str:
    """The months' names where their first days stand."""
    words = ""
    mondays = _mondays(begin, last)
    for at, monday in enumerate(mondays):
        first = next((day for day in _week(monday) if day.day == 1 and begin <= day <= last), None)
        if first:
            words = words.ljust(at * wide) + MONTHS[first.month - 1][:3]
    return words.ljust(len(mondays) * wide)


def _week(monday: date) -> Iterable[date]:
    return (monday + timedelta(days=number) for number in range(len(WEEKDAYS)))


def _cell(day: date, days: Days, scale: Sequence[Shade], wide: int, signs: Signs) -> tuple[str, str]:
    if not days.first <= day <= days.last:
        return " " * wide, ""
    number = days.events.get(day, 0)
    if number:
        return sign_of(number, scale).ljust(wide), MUCH
    if day in days.ongoing:
        return signs.line.ljust(wide), SPAN
    return signs.shades[0].ljust(wide), QUIET


def sign_of(number: int, scale: Sequence[Shade]) -> str:
    return next(shade.sign for shade in scale if number <= shade.most)


def _key(scale: Sequence[Shade], signs: Signs) -> list[str]:
    """What the signs mean."""
    numbers = [f"{shade.sign} {_range(shade)}" for shade in scale]
    return [f"{signs.shades[0]} none", *numbers, f"{signs.line} one goes on"]


def _range(shade: Shade) -> str:
    return str(shade.least) if shade.least == shade.most else f"{shade.least} to {shade.most}"
