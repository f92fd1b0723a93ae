"""Events of several days counted once in each period that they touch."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from chronicle.querying.answers import Count
from chronicle.querying.counts import Keys, in_order, tallied
from chronicle.querying.groupings import EXACT, GROUPINGS, Grouping
from chronicle.querying.select import Selection
from chronicle.querying.window import Window
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY

_WEEKDAY = GROUPINGS["weekday"]
# The first day of the year 1, as numbers of days are written.
_FIRST_DAY = 1_01_01
# A span in one number: the first day times this, and how many days.
_DAYS = 10**7
_MONTH_BEGINS = f"{{id}} / {PER_DAY * 100} * 100 + 1"
# An event of one day is as good as one on the first of its month, so that few spans are told apart.
_SPAN = f"""CASE WHEN {{alias}}.days > 1 THEN {{id}} / {PER_DAY} * {_DAYS} + {{alias}}.days
    ELSE ({_MONTH_BEGINS}) * {_DAYS} + 1 END"""
# With weekdays the days count, and are below nothing where they are not known.
_SPAN_OF_DAYS = f"""CASE WHEN {EXACT} THEN 1 ELSE -1 END * ({{id}} / {PER_DAY} * {_DAYS}
    + CASE WHEN {{alias}}.days > 1 THEN {{alias}}.days ELSE 1 END)"""


def spread_out(db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None) -> list[Count]:
    """Counts in which a time is each one that an event touches within the time asked for."""
    times = [each for each in groupings if each.is_time]
    others = [each for each in groupings if not each.is_time]
    sql = _SPAN_OF_DAYS if _WEEKDAY in times else _SPAN
    touched = _toucher(times, selection.days)
    first = groupings[0].is_time
    counts = Counter[Keys]()
    for (span, *rest), number in tallied(db, selection, [Grouping(sql, "events", "id"), *others], role):
        for periods in touched(int(span or 0)):
            counts[(*periods, *rest) if first else (*rest, *periods)] += number
    return in_order(counts, groupings)


Touched = Callable[[int], tuple[Keys, ...]]


def _toucher(times: Sequence[Grouping], asked: Window) -> Touched:
    """Tells the periods that a span touches, of each of the times together; spans come again and again."""

    @lru_cache(maxsize=100_000)
    def touched(span: int) -> tuple[Keys, ...]:
        first, many = divmod(abs(span), _DAYS)
        if first < _FIRST_DAY:
            return (tuple(None for _ in times),)
        names = [None if span < 0 and each is _WEEKDAY else each.of_day for each in times]
        days = _days(first, many, asked)
        return tuple(dict.fromkeys(tuple(name(day) if name else None for name in names) for day in days))

    return touched


def _days(first: int, many: int, asked: Window) -> Iterator[date]:
    """The days of a span that lie in the time asked for; the only one of it in any case."""
    start = date(first // 10_000, first // 100 % 100, first % 100)
    end = start + timedelta(days=many - 1)
    if many > 1:
        start, end = max(start, asked.first or start), min(end, asked.last or end)
    return map(date.fromordinal, range(start.toordinal(), end.toordinal() + 1))
