"""The bars of a timeline: days, months, years or decades, as fine as can still be told apart.

A period is the beginning of an ISO day: `2021-09-03`, `2021-09`, `2021`, `202`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

# How much of an ISO day names the period, how many of them a picture takes, and the step to the next.
SIZES = {"day": 10, "month": 7, "year": 4, "decade": 3}
MOST = {"day": 124, "month": 132, "year": 132}


class Bar(NamedTuple):
    period: str
    events: int


class Timeline(NamedTuple):
    """`unit` is a key of SIZES; a bar for every period from the first to the last, empty ones too."""

    unit: str
    bars: tuple[Bar, ...]


def timeline(days: Iterable[date], unit: str | None = None) -> Timeline:
    """The events by their first day, in the unit asked for or the finest that fits."""
    counted = Counter(days)
    if not counted:
        return Timeline(unit or "day", ())
    first, last = min(counted), max(counted)
    chosen = unit or _finest(first, last)
    events = Counter[str]()
    for day, number in counted.items():
        events[day.isoformat()[: SIZES[chosen]]] += number
    return Timeline(chosen, tuple(Bar(period, events[period]) for period in periods(first, last, chosen)))


def _finest(first: date, last: date) -> str:
    numbers = {
        "day": (last - first).days + 1,
        "month": _months(last) - _months(first) + 1,
        "year": last.year - first.year + 1,
    }
    return next((unit for unit, number in numbers.items() if number <= MOST[unit]), "decade")


def periods(first: date, last: date, unit: str) -> Iterator[str]:
    """The names of all periods that touch the days from first to last."""
    return _NAMED[unit](first, last)


def between(first: str, last: str, unit: str) -> Iterator[str]:
    """The names of all periods from one to another, empty ones too; `unit` is year, quarter or month."""
    return periods(_first_day(first), _first_day(last), unit)


def _first_day(period: str) -> date:
    """Of `2021`, `2021-Q3` or `2021-09`."""
    year, _, part = period.partition("-")
    month = int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part or 1)
    return date(int(year), month, 1)


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _each_day(first: date, last: date) -> Iterator[str]:
    return ((first + timedelta(number)).isoformat() for number in range((last - first).days + 1))


def _each_month(first: date, last: date) -> Iterator[str]:
    return (f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(_months(first), _months(last) + 1))


def _each_quarter(first: date, last: date) -> Iterator[str]:
    return (f"{at // 4:04d}-Q{at % 4 + 1}" for at in range(_months(first) // 3, _months(last) // 3 + 1))


def _each_year(first: date, last: date) -> Iterator[str]:
    return (f"{year:04d}" for year in range(first.year, last.year + 1))


def _each_decade(first: date, last: date) -> Iterator[str]:
    return (f"{decade:03d}" for decade in range(first.year // 10, last.year // 10 + 1))


_NAMED: dict[str, Callable[[date, date], Iterator[str]]] = {
    "day": _each_day,
    "month": _each_month,
    "quarter": _each_quarter,
    "year": _each_year,
    "decade": _each_decade,
}


def labelled(periods: Sequence[str], most: int) -> Sequence[str]:
    """At most so many of them, evenly: of years and decades the round ones."""
    if not all(map(str.isdigit, periods)):
        return periods[:: max(1, -(-len(periods) // most))]
    steps = (size * 10**at for at in range(5) for size in (1, 2, 5))
    rounds = ([period for period in periods if int(period) % step == 0] for step in steps)
    return next(each for each in rounds if len(each) <= most)


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def said(period: str) -> str:
    """`3 September 2021`, `September 2021`, `2021`, `2020s`."""
    year, *rest = period.split("-")
    if len(year) < SIZES["year"]:
        return f"{int(year)}0s"
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, str(int(year))])


def short(period: str) -> str:
    """`3 Sep 2021`, `Sep 2021`, `2021`, `2020s`."""
    return " ".join(word[:3] if word.isalpha() else word for word in said(period).split(" "))
