"""Dates in digits alone: `2014-09-03`, `03.09.2014`, `9/3/14`, `14/03`, `1998-2002`, `5-6`.

Every pattern is anchored and bounded, as those of grammar.py.
"""

import re
from collections.abc import Sequence

from chronicle.reading.dateparts import (
    CENTURY,
    DASHES,
    DAY,
    IN_BRACKETS,
    STARTS_SENTENCE,
    TIGHT,
    TO,
    WEEKDAY,
    WEEKDAY_BEHIND,
    YEAR,
    day_of,
    year_of_digits,
)
from chronicle.reading.printed import Part, Point, Printed

_ISO = re.compile(
    rf"(?P<y1>{YEAR})(?P<s>[-‐‑/.])\s?(?P<m1>\d{{1,2}})(?P=s)\s?(?P<d1>\d{{1,2}})(?!\d)\.?"
    rf"(?:\s?(?:[{DASHES}/]|to)\s?(?P<y2>{YEAR})(?P=s)(?P<m2>\d{{1,2}})(?P=s)(?P<d2>\d{{1,2}})(?!\d))?"
)
_ISO_DAYS = re.compile(
    rf"(?P<y1>{YEAR})(?P<s>[/.])\s?(?P<m1>\d{{1,2}})(?P=s)\s?(?P<d1>\d{{1,2}})"
    rf"(?:[{DASHES}](?P<d2>\d{{1,2}})(?![\d/.])|\s[{DASHES}]\s(?P<d3>\d{{1,2}})(?=\s[A-Z]|\s?[|:]|$))"
)
# ISO 8601 leaves out what both ends share: `1992-05-08/09`, `1958-02-24/04-27`, `1993-04/10`.
_ISO_TO = r"(?:[/–]|\sto\s)"
_ISO_UNTIL = re.compile(rf"(?P<y1>{YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d){_ISO_TO}(?:(?P<m2>\d\d)-)?(?P<d2>\d\d)(?![\d-])")
_ISO_MONTHS = re.compile(
    rf"(?P<y1>{YEAR})-(?P<m1>0[1-9]|1[0-2]){_ISO_TO}"
    rf"(?:(?P<y2>{YEAR})-)?(?P<m2>0[1-9]|1[0-2])(?![\d-])"
)
_DOTTED_MONTH = re.compile(rf"(?P<y1>{YEAR})\.\s?(?P<m1>0?[1-9]|1[0-2])(?![\d.])(?=\s|$)")
_ISO_MONTH = re.compile(rf"(?P<y1>{YEAR})[-‐‑/](?P<m1>0[1-9]|1[0-2])(?!\d)")
_NUMERIC = re.compile(
    r"(?P<a1>\d{1,2})(?P<s>[./-])\s?(?P<b1>\d{1,2})(?P=s)\s?(?P<y1>\d{4}|\d\d)(?!\d)\.?"
    rf"(?:\s?(?:[{DASHES}]{{1,2}}|to)\s?(?P<a2>\d{{1,2}})(?P=s)(?P<b2>\d{{1,2}})(?P=s)(?P<y2>\d{{4}}|\d\d)(?!\d))?"
)
_NUMERIC_DAYS = re.compile(
    rf"(?P<a1>\d{{1,2}})\.?\s?[{DASHES}/]\s?(?P<a2>\d{{1,2}})\.(?P<b1>\d{{1,2}})\.(?P<y1>\d{{4}}|\d\d)(?!\d)\.?"
)
_NUMERIC_MONTHS = re.compile(
    rf"(?P<a1>\d{{1,2}})(?P<s>[./])(?P<b1>\d{{1,2}})[.]?\s?[{DASHES}]\s?"
    r"(?P<a2>\d{1,2})(?P=s)(?P<b2>\d{1,2})(?P=s)(?P<y1>\d{4}|\d\d)(?!\d)"
)
_NUMERIC_SLASH_DAYS = re.compile(r"(?P<b1>\d{1,2})/(?P<a1>\d{1,2})-(?P<a2>\d{1,2})/(?P<y1>\d{4}|\d\d)(?!\d)")
_NUMERIC_DAYS_SLASH = re.compile(
    rf"(?P<a1>\d{{1,2}})[{DASHES}](?P<a2>\d{{1,2}})/(?P<b1>0?[1-9]|1[0-2])/(?P<y1>\d{{4}}|\d\d)(?!\d)"
)
_NUMERIC_MONTH = re.compile(rf"(?P<m1>0?[1-9]|1[0-2])[./](?P<y1>{YEAR})")
# Without a year, as a list under the heading of one prints them: `04.01.`, `25.2.-27.2.`, `14/03`.
_SHORT = re.compile(
    r"(?P<a1>\d{1,2})(?:(?P<s>\.)\s?(?P<b1>\d{1,2})\.|(?P<t>/)(?P<c1>\d{1,2}))(?![\d./])"
    rf"(?:\s?[{DASHES}]\s?(?P<a2>\d{{1,2}})(?(s)\.|/)\s?(?P<b2>\d{{1,2}})(?(s)\.)(?![\d./]))?"
)
# `05/24-28`, the month before both of its days.
_SHORT_DAYS = re.compile(r"(?P<m1>0?[1-9]|1[0-2])/(?P<d1>\d{1,2})[-–](?P<d2>\d{1,2})(?![\d./])")
_AFTER_ABOUT = re.compile(r"(?P<y1>1[0-3]\d\d)(?=\s[A-Z]|\s?[,.]?$)")
_EARLY_YEAR = re.compile(rf"(?P<y1>1[0-3]\d\d)(?=\s?[:|]|\s[{DASHES}]|$)")
_YEARS = re.compile(
    rf"(?P<y1>{YEAR})(?:(?P<decade>['’]?s(?![a-z]))|(?P<to>\s?[{DASHES}/]\s?|\sto\s)(?P<y2>{CENTURY}?\d\d)(?!\d))?(?!\d)"
)
_DECADES = re.compile(
    rf"(?P<y1>{CENTURY}\d0)['’]?s(?:\s?[{DASHES}/]\s?|\s(?:to|and)\s)(?P<y2>{CENTURY}\d0)['’]?s(?![a-z])"
)
_LAST_DAY = 31
_MINUTES = re.compile(r":[0-5]\d(?!\d)")
_DAYS = re.compile(rf"(?P<d1>{DAY})(?:{IN_BRACKETS}(?P<to>{TO})(?:{WEEKDAY},?\s)?(?P<d2>{DAY}))?")
_LISTED_DAYS = re.compile(rf"(?P<d1>{DAY})(?:\s?,\s?{DAY}){{0,8}}(?:,\s|,?\s(?:and|&)\s)(?P<d2>{DAY})(?=\.\s[A-Z])")


def match_numerals(text: str, pos: int) -> Printed | None:
    """A date of year, month and day, or of year and month, that begins at `pos`."""
    return (
        _iso_until(text, pos)
        or _iso(text, pos)
        or _numeric(text, pos)
        or _numeric_days(text, pos)
        or _numeric_months(text, pos)
        or _numeric_month(text, pos)
    )


def _iso(text: str, pos: int) -> Printed | None:
    m = _ISO_DAYS.match(text, pos)
    if m and (m["d2"] or text[m.start("m1") - 1] == " "):  # `1951. 4. 23 - 25`; not `2012/09/14 - 15 ships enter`
        year, month = int(m["y1"]), int(m["m1"])
        return Printed(pos, m.end(), Point(year, month, int(m["d1"])), Point(year, month, int(m["d2"] or m["d3"])))
    m = _ISO.match(text, pos)
    if m:
        last = Point(int(m["y2"]), int(m["m2"]), int(m["d2"])) if m["y2"] else None
        return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"]), int(m["d1"])), last)
    m = _ISO_MONTH.match(text, pos) or _DOTTED_MONTH.match(text, pos)
    # 1910-12 is three years, 2014-09 a month.
    if m and (m.re is _DOTTED_MONTH or int(m["m1"]) <= int(m["y1"][2:])):
        return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"])))
    return None


def _iso_until(text: str, pos: int) -> Printed | None:
    """Two days or two months of which the second prints only what is new."""
    m = _ISO_UNTIL.match(text, pos)
    if m:
        year, month = int(m["y1"]), int(m["m1"])
        last = Point(year, int(m["m2"] or month), int(m["d2"]))
        return Printed(pos, m.end(), Point(year, month, int(m["d1"])), last)
    m = _ISO_MONTHS.match(text, pos)
    if m is None:
        return None
    first = Point(int(m["y1"]), int(m["m1"]))
    return Printed(pos, m.end(), first, Point(int(m["y2"] or m["y1"]), int(m["m2"])))


def _numeric(text: str, pos: int) -> Printed | None:
    m = _NUMERIC.match(text, pos)
    if m is None:
        return None
    pairs = [(int(m["a1"]), int(m["b1"]), year_of_digits(m["y1"]))]
    if m["a2"]:
        pairs.append((int(m["a2"]), int(m["b2"]), year_of_digits(m["y2"])))
    return _ordered(pos, m.end(), pairs, m["s"])


def _numeric_days(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_DAYS.match(text, pos) or _NUMERIC_SLASH_DAYS.match(text, pos) or _NUMERIC_DAYS_SLASH.match(text, pos)
    if m is None or (m.re is _NUMERIC_SLASH_DAYS and int(m["a2"]) <= int(m["a1"])):
        return None  # `10/31-11/03` ends in another month
    month, year = int(m["b1"]), year_of_digits(m["y1"])
    return Printed(pos, m.end(), Point(year, month, int(m["a1"])), Point(year, month, int(m["a2"])))


def _numeric_months(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_MONTHS.match(text, pos)
    if m is None:
        return None
    year = year_of_digits(m["y1"])
    return _ordered(pos, m.end(), [(int(m["a1"]), int(m["b1"]), None), (int(m["a2"]), int(m["b2"]), year)], m["s"])


def _ordered(pos: int, end: int, pairs: Sequence[tuple[int, int, int | None]], sign: str) -> Printed:
    """Pairs of numbers as dates: full stops and numbers above 12 tell the order, else it stays open."""
    day_first = sign == "." or any(a > 12 for a, _, _ in pairs)
    points = [Point(y, b, a) if day_first else Point(y, a, b) for a, b, y in pairs]
    unclear = sign != "." and all(a <= 12 and b <= 12 and a != b for a, b, _ in pairs)
    return Printed(pos, end, points[0], points[1] if len(points) > 1 else None, numbers=unclear)


def match_short(text: str, pos: int) -> Printed | None:
    """`25.2.-27.2.`, `14/03`, `05/24-28`: day and month without a year."""
    days = _SHORT_DAYS.match(text, pos)
    if days and int(days["d1"]) < int(days["d2"]) <= _LAST_DAY:
        month, first, last = (int(days[name]) for name in ("m1", "d1", "d2"))
        return Printed(pos, days.end(), Point(None, month, first), Point(None, month, last), short=True)
    m = _SHORT.match(text, pos)
    if m is None:
        return None
    pairs: list[tuple[int, int, int | None]] = [(int(m["a1"]), int(m["b1"] or m["c1"]), None)]
    if m["a2"]:
        pairs.append((int(m["a2"]), int(m["b2"]), None))
    if any(not 0 < min(a, b) <= 12 or max(a, b) > 31 for a, b, _ in pairs):
        return None
    return _ordered(pos, m.end(), pairs, m["s"] or "/")._replace(short=True)


def _numeric_month(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_MONTH.match(text, pos)
    return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"]))) if m else None


def match_year_about(text: str, pos: int) -> Printed | None:
    """The `1200` of `circa 1200`, which needs no sign behind it to be a year."""
    m = _AFTER_ABOUT.match(text, pos)
    return Printed(pos, m.end("y1"), Point(int(m["y1"]))) if m else None


def match_years(text: str, pos: int, part: Part | None = None) -> Printed | None:
    """`1998`, `1970s`, `1970s-1980s`, `1998/02`; `1206` where a sign parts it from the text."""
    decades = _DECADES.match(text, pos)
    if decades:
        return Printed(pos, decades.end(), Point(int(decades["y1"]), part=part), Point(int(decades["y2"]) + 9))
    m = _YEARS.match(text, pos)
    if m is None:
        early = _EARLY_YEAR.match(text, pos)
        return Printed(pos, early.end(), Point(int(early["y1"]), part=part)) if early else None
    first = int(m["y1"])
    if m["decade"]:
        return Printed(pos, m.end(), Point(first, part=part), decade=True)
    if not m["y2"]:
        return Printed(pos, m.end(), Point(first, part=part))
    short = len(m["y2"]) == 2
    second = _next_with_ending(first, int(m["y2"])) if short else int(m["y2"])
    # `1994 - 12 people`: a spaced dash before two digits parts the year from the text.
    if second - first > 200 or (short and m["to"] not in TIGHT and not STARTS_SENTENCE.match(text, m.end())):
        return Printed(pos, m.end("y1"), Point(first, part=part))
    return Printed(pos, m.end(), Point(first, part=part), Point(second))


def _next_with_ending(year: int, ending: int) -> int:
    """The first year after `year` that ends in the two digits: 1998/02 is 1998 to 2002."""
    second = year - year % 100 + ending
    return second if second > year else second + 100


def match_days(text: str, pos: int) -> Printed | None:
    """`5`, `5-6`, `28, 29.` under the heading of their month; `15:20` is an hour."""
    m = _LISTED_DAYS.match(text, pos)
    if m is not None and day_of(m["d1"]) < day_of(m["d2"]) <= _LAST_DAY:
        return Printed(pos, m.end(), Point(day=day_of(m["d1"])), Point(day=day_of(m["d2"])))
    m = _DAYS.match(text, pos)
    if m is None or _MINUTES.match(text, m.end()):
        return None
    if m["d2"] is None or not _is_second_bare_day(text, m):
        return Printed(pos, m.end("d1"), Point(day=day_of(m["d1"])))
    return Printed(pos, m.end(), Point(day=day_of(m["d1"])), Point(day=day_of(m["d2"])))


def _is_second_bare_day(text: str, m: re.Match[str]) -> bool:
    parted = STARTS_SENTENCE.match(text, m.end()) or WEEKDAY_BEHIND.match(text, m.end())
    return m["to"] in TIGHT or parted is not None
