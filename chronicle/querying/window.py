"""What a person types for a time, as inclusive days: `2021`, `sept 2019`, `2020-Q4`, `last month`.

The usual forms are read here; dateparser, which takes long to load, only what is left, with its period
respected. Numbers that could be day and month either way are refused, never guessed.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chronicle.errors import BadFilter
from chronicle.querying.query import Query

Days = tuple[date, date]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_ORDINALS = ("first", "second", "third", "fourth")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
# No time takes so many signs.
_LONGEST = 60
_UNITS = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Window:
    """Inclusive days, None where it is open."""

    first: date | None
    last: date | None


def window(query: Query) -> Window:
    """The time that all of `since`, `until`, `on` and `during` leave; BadFilter if that is none."""
    today = query.today or date.today()
    firsts = [since(query.since, today)] if query.since is not None else []
    lasts = [until(query.until, today)] if query.until is not None else []
    for name, typed in (("on", query.on), ("during", query.during)):
        if typed is not None:
            days = during(typed, today, name)
            firsts.append(days[0])
            lasts.append(days[1])
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        raise BadFilter(_empty(query, first, last))
    return Window(first, last)


def _empty(query: Query, first: date, last: date) -> str:
    if query.since and query.until and not (query.on or query.during):
        return f"since {query.since!r} ({first}) is after until {query.until!r} ({last}); exchange them"
    return f"the times asked for have no day in common: from {first}, until {last}; leave one out"


def since(typed: str, today: date) -> date:
    return _exact(typed, today) or _read(typed, today, "since")[0]


def until(typed: str, today: date) -> date:
    return _exact(typed, today) or _read(typed, today, "until")[1]


def during(typed: str, today: date, name: str = "during") -> Days:
    """The whole time; two of them with `..`, `to` or a dash between are the time from one to the other."""
    first, dots, last = re.sub(r"\s+(?:to|until|through)\s+", "..", typed.strip(), count=1).partition("..")
    if not dots:
        return _read(typed, today, name)
    if not (first.strip() and last.strip()):
        raise BadFilter(f"{name} {typed!r}: needs both ends; write them, or use since or until for one")
    days = _both(_plain(first), _plain(last), today) or (_read(first, today, name)[0], _read(last, today, name)[1])
    if days[0] > days[1]:
        raise BadFilter(f"{name} {typed!r}: begins after it ends; exchange the two")
    return days


def _exact(typed: str, today: date) -> date | None:
    """As a bound, `3 weeks ago` is the day three weeks ago and not that week."""
    ago = re.fullmatch(r"(an?|\d{1,4})\s+(day|week|month|quarter|year)s?\s+ago", _plain(typed))
    return _back(today, _number(ago[1]), ago[2]) if ago else None


def _read(typed: str, today: date, name: str) -> Days:
    plain = _plain(typed)
    try:
        days = _by_grammar(plain, today) or _from_to(plain, today) or _by_dateparser(typed, today)
    except _TwoDays as error:
        raise BadFilter(f"{name} {typed!r}: {error}") from error
    except (ValueError, OverflowError):
        days = None
    if days is None:
        raise BadFilter(
            f"{name} {typed!r}: is no time; write 2021, 2021-09, 2021-09-03, 2020-Q4, 'sept 2019' or 'last month'"
        )
    if days[0] > days[1]:
        raise BadFilter(f"{name} {typed!r}: begins after it ends; exchange the two")
    return days


def _plain(typed: str) -> str:
    return " ".join(re.sub(r"[,\s]+", " ", typed.lower().translate(_DASHES)).split()).strip(". ")


def _from_to(typed: str, today: date) -> Days | None:
    """`2019-2020`, `2021-09-16/2021-09-17`, `sept 16-oct 3 2021`: two times with a dash or a slash between."""
    for sign in re.finditer(r" ?[-/] ?", typed[:_LONGEST]):
        days = _both(typed[: sign.start()], typed[sign.end() :], today)
        if days is not None:
            return days
    return None


def _both(first: str, last: str, today: date) -> Days | None:
    """From one time to the other, a year or month that only one has printed holding for both; None if they are none."""
    try:
        end = _by_grammar(last, today)
        return (_beginning(first, last, today), end[1]) if end else _within_a_month(first, last)
    except ValueError:
        return None


def _beginning(first: str, last: str, today: date) -> date:
    """The first day of a time; one without a year has that of the other, or the year before where that is later."""
    days = _by_grammar(first, today)
    year = re.search(r"\d{4}$", last)
    if days is None and year:
        end = _by_grammar(last, today)
        for number in (int(year[0]), int(year[0]) - 1):
            days = _by_grammar(f"{first} {number:04d}", today)
            if days and end and days[0] <= end[1]:
                break
    if days is None:
        raise ValueError(first)
    return days[0]


def _within_a_month(first: str, last: str) -> Days | None:
    """`sept. 16` and `17 2021`."""
    begin, end = re.fullmatch(rf"({_M})\.? (\d{{1,2}})", first), re.fullmatch(r"(\d{1,2}) (\d{4})", last)
    if not begin or not end:
        return None
    year, month = int(end[2]), _month_number(begin[1])
    return date(year, month, int(begin[2])), date(year, month, int(end[1]))


def _by_grammar(typed: str, today: date) -> Days | None:
    for pattern, read in _FORMS:
        found = re.fullmatch(pattern, typed)
        if found:
            return read(found, today)
    return None


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months(year: int, month: int, many: int) -> Days:
    """So many months from this one, which may lie outside 1 to 12."""
    begin, end = year * 12 + month - 1, year * 12 + month + many - 2
    return _month(begin // 12, begin % 12 + 1)[0], _month(end // 12, end % 12 + 1)[1]


def _day(year: int, month: int, day: int) -> Days:
    return date(year, month, day), date(year, month, day)


def _month_number(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1


def _number(word: str) -> int:
    return 1 if word in ("a", "an") else int(word)


def _back(today: date, many: int, unit: str) -> date:
    if unit in _UNITS:
        return today - timedelta(days=many * _UNITS[unit])
    year, month = divmod(today.year * 12 + today.month - 1 - many * _MONTHS_OF[unit], 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _unit(day: date, unit: str) -> Days:
    """The day, week (from Monday), month, quarter or year around a day."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    many = _MONTHS_OF[unit]
    return _months(day.year, (day.month - 1) // many * many + 1, many)


class _TwoDays(ValueError):
    """Numbers that are one day or another."""


def _slashed(found: re.Match[str], today: date) -> Days | None:
    """`13/10/2019` can be read one way only, `3/9/2019` two."""
    first, second, year = (int(part) for part in found.groups())
    if first <= 12 and second <= 12 and first != second:
        days = " or ".join(f"{_day(year, *each)[0]:%-d %B}" for each in ((first, second), (second, first)))
        ways = " or ".join(str(_day(year, *each)[0]) for each in ((first, second), (second, first)))
        raise _TwoDays(f"is {days}; write {ways}")
    if first > 12 and second > 12:
        raise ValueError(found[0])
    return _day(year, second, first) if first > 12 else _day(year, first, second)


def _relative(found: re.Match[str], today: date) -> Days:
    which, unit = found.groups()
    first, last = _unit(today, unit)
    if which in ("last", "previous"):
        return _unit(first - timedelta(days=1), unit)
    return (first, last) if which == "this" else _unit(last + timedelta(days=1), unit)


def _past(found: re.Match[str], today: date) -> Days:
    """`last 3 weeks` ends today."""
    return _back(today, int(found[1]), found[2]), today


def _third(found: re.Match[str], today: date) -> Days:
    part, month, year = found.groups()
    first, last = _THIRDS[part]
    days = _month(int(year), _month_number(month))
    return days[0].replace(day=first), days[0].replace(day=min(last, days[1].day))


def _third_of_year(found: re.Match[str], today: date) -> Days:
    """Four months each, as where chronologies print it."""
    return _months(int(found[2]), ("early", "mid", "late").index(found[1]) * 4 + 1, 4)


def _part_of_year(found: re.Match[str], today: date) -> Days:
    """`third quarter of 2020`, `second half 2020`."""
    which, unit, year = found.groups()
    many = 3 if unit == "quarter" else 6
    first = (int(which[0]) - 1 if which[0].isdecimal() else _ORDINALS.index(which)) * many + 1
    if first > 12:
        raise ValueError(found[0])
    return _months(int(year), first, many)


def _named_day(found: re.Match[str], today: date) -> Days:
    return _day(int(found["year"]), _month_number(found["month"]), int(found["day"]))


def _week(found: re.Match[str], today: date) -> Days:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return monday, monday + timedelta(days=6)


_M = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_UNIT = "day|week|month|quarter|year"
Reader = Callable[[re.Match[str], date], Days | None]
# Compiled as they are needed: most commands ask for no time, and most times are of the first forms.
_FORMS: tuple[tuple[str, Reader], ...] = (
    (r"(\d{4})", lambda m, _: _months(int(m[1]), 1, 12)),
    (r"(\d{4})-(\d{1,2})", lambda m, _: _month(int(m[1]), int(m[2]))),
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", lambda m, _: _day(int(m[1]), int(m[2]), int(m[3]))),
    (r"(\d{4})[- ]?q([1-4])", lambda m, _: _months(int(m[1]), int(m[2]) * 3 - 2, 3)),
    (r"q([1-4])[- /]?(\d{4})", lambda m, _: _months(int(m[2]), int(m[1]) * 3 - 2, 3)),
    (r"(\d{4})[- ]?h([12])", lambda m, _: _months(int(m[1]), int(m[2]) * 6 - 5, 6)),
    (r"(\d{4})-w(\d{1,2})", _week),
    (r"h([12])[- /]?(\d{4})", lambda m, _: _months(int(m[2]), int(m[1]) * 6 - 5, 6)),
    (r"(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half) (?:of )?(\d{4})", _part_of_year),
    (r"(early|mid|late)[- ](\d{4})", _third_of_year),
    (r"(\d{3})0s", lambda m, _: _months(int(m[1]) * 10, 1, 120)),
    (rf"({_M})\.?[- ](\d{{4}})", lambda m, _: _month(int(m[2]), _month_number(m[1]))),
    (rf"(\d{{4}}) ({_M})", lambda m, _: _month(int(m[1]), _month_number(m[2]))),
    (rf"(?P<month>{_M})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<year>\d{{4}})", _named_day),
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[- ](?P<month>{_M})\.?[- ](?P<year>\d{{4}})", _named_day),
    (rf"(early|mid|late)[- ]({_M})\.? (\d{{4}})", _third),
    (
        r"(spring|summer|autumn|fall|winter) (?:of )?(\d{4})",
        lambda m, _: _months(int(m[2]), _SEASONS[m[1]], 3),
    ),
    (r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", _slashed),
    (r"today|now", lambda _, today: (today, today)),
    (r"yesterday", lambda _, today: _unit(today - timedelta(days=1), "day")),
    (r"tomorrow", lambda _, today: _unit(today + timedelta(days=1), "day")),
    (rf"(?:the )?(last|previous|this|next) ({_UNIT})", _relative),
    (rf"(?:the )?(?:last|past) (\d{{1,4}}) ({_UNIT})s?", _past),
    (
        rf"(an?|\d{{1,4}}) ({_UNIT})s? ago",
        lambda m, today: _unit(_back(today, _number(m[1]), m[2]), m[2]),
    ),
)


def _by_dateparser(typed: str, today: date) -> Days | None:
    """Other words, in English: at least three letters, so that no bare number becomes a day."""
    if not re.search(r"[^\W\d_]{3}", typed) or len(typed) > _LONGEST:
        return None
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
    }
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(typed)
    if found is None or found.date_obj is None:
        return None
    unit = found.period if found.period in ("week", "month", "year") else "day"
    return _unit(found.date_obj.date(), unit)
