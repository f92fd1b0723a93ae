"""The time that a query asks for, of all that a person typed: since, until, on, during; ranges of two times.

What is not understood as a whole is refused, with what can be typed.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from chronicle.errors import BadFilter
from chronicle.querying.query import Query
from chronicle.querying.times import MONTH, Days, Unclear, back, days_of, in_full, in_year, number, plain

# No time takes so many signs.
_LONGEST = 60
_VAGUE = r"(?:about|around|circa|ca?\.?|approximately|roughly|some time in|sometime in|~) ?(.+)|(.+?) ?(?:\?|or so)"
_FROM = r"(?:after|since|from|starting|post|>=?)[- ]?(.+)|(.+) (?:on|onwards?|or later|and later)"
_UP_TO = r"(?:before|until|till?|up to|by|pre|<=?)[- ]?(.+)|(.+) (?:or earlier|and earlier|or before|and before)"


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
    first, dots, last = _ends(typed)
    if not dots:
        return _read(typed, today, name)
    if not (first.strip() and last.strip()):
        raise BadFilter(f"{name} {typed!r}: needs both ends; write them, or use since or until for one")
    days = _both(plain(first, today), plain(last, today), today)
    return _in_order(days or (_read(first, today, name)[0], _read(last, today, name)[1]), typed, name)


def _ends(typed: str) -> tuple[str, str, str]:
    """What stands before, as and behind the `..` or `to` of a range; no `..` where there is none."""
    between = re.fullmatch(r"\s*between\s+(.+?)\s+and\s+(.+)", typed, re.IGNORECASE)
    if between:
        return between[1], "..", between[2]
    first, dots, last = re.sub(r"\s+(?:to|until|till|through)\s+", "..", typed.strip(), count=1).partition("..")
    return re.sub(r"^from\s+", "", first, flags=re.IGNORECASE) if dots else first, dots, last


def _exact(typed: str, today: date) -> date | None:
    """As a bound, `3 weeks ago` is the day three weeks ago and not that week."""
    ago = re.fullmatch(r"(an?|\d{1,4})\s+(day|week|month|quarter|year|decade)s?\s+ago", plain(typed, today))
    try:
        return back(today, number(ago[1]), ago[2]) if ago else None
    except (ValueError, OverflowError):
        return None


def _read(typed: str, today: date, name: str) -> Days:
    text = plain(typed, today)
    try:
        days = _time(text, today)
        if days is None:
            _refuse_by_halves(text, today, name)
    except Unclear as error:
        raise BadFilter(f"{name} {typed!r}: {error}") from error
    except (ValueError, OverflowError):
        days = None
    if days is None:
        raise BadFilter(
            f"{name} {typed!r}: is no time; write 2021, 2021-09, 2021-09-03, 2020-Q4, 'sept 2019' or 'last month'"
        )
    return _in_order(days, typed, name)


def _in_order(days: Days, typed: str, name: str) -> Days:
    if days[0] > days[1]:
        raise BadFilter(f"{name} {typed!r}: begins after it ends; exchange the two")
    return days


def _time(text: str, today: date) -> Days | None:
    return days_of(text, today) or _from_to(text, today) or _in_a_row(text, today)


def _refuse_by_halves(text: str, today: date, name: str) -> None:
    """Says what to type for a time with a word before or behind it that no window can hold."""
    for pattern, said in ((_VAGUE, _exactly), (_FROM, _open_behind), (_UP_TO, _open_before)):
        found = re.fullmatch(pattern, text[:_LONGEST])
        inner = found and next(filter(None, found.groups()))
        days = _time(plain(inner, today), today) if inner else None
        if inner and days:
            raise Unclear(said(text, inner, days, name))


def _exactly(text: str, inner: str, days: Days, name: str) -> str:
    return f"is vague, and times are exact; write {inner}, or a range round it with .. between its ends"


def _open_behind(text: str, inner: str, days: Days, name: str) -> str:
    first = days[1] + timedelta(days=1) if text.startswith(("after", "post", ">")) else days[0]
    return f"has no end; {'write' if name == 'since' else 'use --since'} {first}"


def _open_before(text: str, inner: str, days: Days, name: str) -> str:
    last = days[0] - timedelta(days=1) if text.startswith(("before", "pre", "<")) else days[1]
    return f"has no beginning; {'write' if name == 'until' else 'use --until'} {last}"


def _in_a_row(text: str, today: date) -> Days | None:
    """`1990s and 2000s`: two times of which one follows the other at once."""
    first, joined, last = text.partition(" and ")
    ends = _both_ends(first, last, today) if joined else None
    if ends is None:
        return None
    begin, end = ends
    if begin[1] + timedelta(days=1) != end[0]:
        all_of_it = f"{first}..{last}" if in_full(first, today) else f"{begin[0]}..{end[1]}"
        raise Unclear(f"leaves out what is between the two; write {all_of_it} for all of it, or ask twice")
    return begin[0], end[1]


def _from_to(text: str, today: date) -> Days | None:
    """`2019-2020`, `2021-09-16/2021-09-17`, `sept 16-oct 3 2021`: two times with a dash or a slash between."""
    for sign in re.finditer(r" ?[-/] ?", text[:_LONGEST]):
        first, last = text[: sign.start()], text[sign.end() :]
        days = _both(first, last, today)
        if days is not None and re.fullmatch(r"\d{4}", last) and re.fullmatch(r".*[^\d-].* \d{4}", first):
            raise Unclear(f"is one time of two years or a range; write {first}..{last} for the range")
        if days is not None:
            return days
    return None


def _both(first: str, last: str, today: date) -> Days | None:
    """From one time to the other; None if they are none."""
    ends = _both_ends(first, last, today)
    return (ends[0][0], ends[1][1]) if ends else None


def _both_ends(first: str, last: str, today: date) -> tuple[Days, Days] | None:
    """Two times, a year or month that only one has printed holding for both; None if they are none."""
    first, last = _with_month(first, last)
    try:
        begin, end = in_full(first, today), in_full(last, today)
        if end is None:
            end = _beside(last, begin, (0, 1), today) if begin else days_of(last, today)
        if begin is None and end:
            begin = _beside(first, end, (0, -1), today)
    except ValueError:
        return None
    return (begin, end) if begin and end else None


def _with_month(first: str, last: str) -> tuple[str, str]:
    """`sept 16` and `17 2021`, `16` and `18 sept 2021`: a day alone is of the month of the other."""
    if re.fullmatch(rf"{MONTH}\.? \d{{1,2}}", first) and re.fullmatch(r"\d{1,2}( \d{4})?", last):
        return first, f"{first.split()[0]} {last}"
    behind = re.fullmatch(rf"\d{{1,2}}(?:st|nd|rd|th)?[ -]({MONTH}\.?(?:[ -]\d{{4}})?)", last)
    if behind and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first):
        return f"{first} {behind[1]}", last
    return first, last


def _beside(typed: str, other: Days, steps: tuple[int, int], today: date) -> Days | None:
    """A time without a year, in that of the other end, or in the one beside it where that would be out of order."""
    for step in steps:
        days = in_year(typed, other[0].year + step, today)
        if days and (days[0] <= other[1] if min(steps) < 0 else days[1] >= other[0]):
            return days
    return None
