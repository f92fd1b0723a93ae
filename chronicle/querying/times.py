"""One time as a person types it, to its inclusive days: `2021`, `sept 2019`, `the 90s`, `3 weeks ago`.

A text is read as a whole or not at all. Numbers that could be day and month either way are refused, never guessed.
"""

import re
from calendar import day_name, monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_ORDINALS = ("first", "second", "third", "fourth")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’ʼ", "'"))
_UNITS = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
# 29 February comes again after eight years at the latest.
_YEARS_BACK = 9


class Unclear(ValueError):
    """What can be read in more ways than one, or only in part; the message says what to type."""


def plain(typed: str, today: date) -> str:
    """Without what says nothing of the time: capitals, commas, `the`, `in`, `of`; numbers in figures, years whole."""
    text = " ".join(re.sub(r"[,\s]+", " ", typed.lower().translate(_SIGNS)).split()).strip(". ")
    text = re.sub(r"\b(\d{4})'s\b", r"\1s", text)
    text = re.sub(r"(?<!\w)'(\d\d)(?=s?\b)|(?<![\w'])(\d0)(?=s\b)", lambda m: _whole_year(m[1] or m[2], today), text)
    text = re.sub(rf"\b({'|'.join(_NUMBERS)})\b", lambda m: str(_NUMBERS.index(m[1]) + 1), text)
    text = re.sub(r"\b(?:the|of) ", "", text)
    return re.sub(r"^(?:in (?!an? |\d{1,3} )|on |during )?(?:year (?=\d))?", "", text)


def _whole_year(two: str, today: date) -> str:
    """`19` is 2019 and `90` is 1990: the last such year that has begun."""
    year = today.year - today.year % 100 + int(two)
    return str(year if year <= today.year else year - 100)


def days_of(typed: str, today: date) -> Days | None:
    """The days of one plain time; None if it is none as a whole."""
    return in_full(typed, today) or _without_year(typed, today)


def in_year(typed: str, year: int, today: date) -> Days | None:
    """The days of a time without a year, as `3 april`, in this year."""
    return None if typed in _THIRDS else in_full(f"{typed} {year:04d}", today)


def _without_year(typed: str, today: date) -> Days | None:
    """`3 april` and `summer`: the last that have begun."""
    for year in range(today.year, today.year - _YEARS_BACK, -1):
        try:
            days = in_year(typed, year, today)
        except ValueError:
            continue
        if days is None or days[0] <= today:
            return days
    return None


def in_full(typed: str, today: date) -> Days | None:
    """The days of a time that needs no year from elsewhere."""
    for pattern, read in _FORMS:
        found = re.fullmatch(pattern, typed)
        if found:
            return read(found, today)
    return _with_weekday(typed, today)


def _with_weekday(typed: str, today: date) -> Days | None:
    """`sunday 3 april 2019`, which has to be one."""
    found = re.fullmatch(rf"({_WEEKDAY})\.? (.*\d.*)", typed)
    days = in_full(found[2], today) if found else None
    if not found or not days or days[0] != days[1]:
        return None
    named = _WEEKDAYS.index(found[1][:3])
    if days[0].weekday() != named:
        raise Unclear(f"{days[0]} is a {day_name[days[0].weekday()]}, no {day_name[named]}; leave one of the two out")
    return days


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


def number(word: str) -> int:
    return 1 if word in ("a", "an") else int(word)


def back(today: date, many: int, unit: str) -> date:
    """The day so many units ago."""
    if unit in _UNITS:
        return today - timedelta(days=many * _UNITS[unit])
    year, month = divmod(today.year * 12 + today.month - 1 - many * _MONTHS_OF[unit], 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _unit(day: date, unit: str) -> Days:
    """The day, week (from Monday), month, quarter, year or decade around a day."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    many = _MONTHS_OF[unit]
    month = day.year * 12 + day.month - 1
    return _months(0, month // many * many + 1, many)


def _slashed(found: re.Match[str], today: date) -> Days | None:
    """`13/10/2019` can be read one way only, `3/9/2019` two."""
    first, second, year = (int(part) for part in found.groups())
    if first <= 12 and second <= 12 and first != second:
        days = " or ".join(f"{_day(year, *each)[0]:%-d %B}" for each in ((first, second), (second, first)))
        ways = " or ".join(str(_day(year, *each)[0]) for each in ((first, second), (second, first)))
        raise Unclear(f"is {days}; write {ways}")
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
    return back(today, int(found[1]), found[2]), today


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
    year = found["year"] if len(found["year"]) == 4 else _whole_year(found["year"], today)
    return _day(int(year), _month_number(found["month"]), int(found["day"]))


def _near_weekday(found: re.Match[str], today: date) -> Days:
    """`friday` is the last one, today too; `last friday` was before today, `next friday` comes after it."""
    which, name = found.groups()
    since = (today.weekday() - _WEEKDAYS.index(name[:3])) % 7
    if which == "next":
        day = today + timedelta(days=7 - since)
    else:
        day = today - timedelta(days=since or (7 if which else 0))
    return day, day


def _winter(found: re.Match[str], today: date) -> Days | None:
    """`winter 2018-2019`, which the year of its December names too."""
    first, last = found.groups()
    return _months(int(first), _SEASONS["winter"], 3) if (int(first) + 1) % 10 ** len(last) == int(last) else None


def _week(found: re.Match[str], today: date) -> Days:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return monday, monday + timedelta(days=6)


MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_UNIT = "day|week|month|quarter|year|decade"
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
    (r"(first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half) (\d{4})", _part_of_year),
    (r"(early|mid|late)[- ](\d{4})", _third_of_year),
    (r"(\d{3})0s", lambda m, _: _months(int(m[1]) * 10, 1, 120)),
    (rf"({MONTH})\.?[- ](\d{{4}})", lambda m, _: _month(int(m[2]), _month_number(m[1]))),
    (rf"(\d{{4}}) ({MONTH})", lambda m, _: _month(int(m[1]), _month_number(m[2]))),
    (rf"(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<year>\d{{4}}|\d\d)", _named_day),
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[- ](?P<month>{MONTH})\.?[- ](?P<year>\d{{4}}|\d\d)", _named_day),
    (rf"(?P<year>\d{{4}}) (?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?", _named_day),
    (rf"(early|mid|late)[- ]({MONTH})\.? (\d{{4}})", _third),
    (
        r"(spring|summer|autumn|fall|winter) (\d{4})",
        lambda m, _: _months(int(m[2]), _SEASONS[m[1]], 3),
    ),
    (r"winter (\d{4}) ?[-/] ?(\d{4}|\d\d)", _winter),
    (r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", _slashed),
    (r"today|now", lambda _, today: (today, today)),
    (r"yesterday", lambda _, today: _unit(today - timedelta(days=1), "day")),
    (r"tomorrow", lambda _, today: _unit(today + timedelta(days=1), "day")),
    (r"day before yesterday", lambda _, today: _unit(today - timedelta(days=2), "day")),
    (r"day after tomorrow", lambda _, today: _unit(today + timedelta(days=2), "day")),
    (rf"(last|previous|this|next) ({_UNIT})", _relative),
    (rf"(?:(last|next) )?({_WEEKDAY})", _near_weekday),
    (rf"(?:last|past) (\d{{1,4}}) ({_UNIT})s?", _past),
    (
        rf"(an?|\d{{1,4}}) ({_UNIT})s? ago",
        lambda m, today: _unit(back(today, number(m[1]), m[2]), m[2]),
    ),
    (
        rf"in (an?|\d{{1,3}}) ({_UNIT})s?",
        lambda m, today: _unit(back(today, -number(m[1]), m[2]), m[2]),
    ),
)
