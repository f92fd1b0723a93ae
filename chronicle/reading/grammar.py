"""The grammar of printed dates: what stands at one place of a text, before any year in force is applied.

Every pattern is anchored, bounded and free of nested repetition, so matching is linear in the length
of the date. `match_date` never looks further than the date itself and one separator.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_BY_STEM = {name[:3]: number for number, name in enumerate(MONTHS, 1)}

# Both cases spelled out: the matcher is three times as fast as one that ignores case.
_NAMES = (
    r"J(?:an(?:uary)?|une?|uly?)|Feb(?:ruary)?|Ma(?:r(?:ch)?|y)|A(?:pr(?:il)?|ug(?:ust)?)"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
MONTH = rf"(?:{_NAMES}|{_NAMES.upper()})(?![A-Za-z])\.?"
YEAR = r"(?:1[4-9]|20)\d\d(?!\d)"
DASHES = r"\-‐‑‒–—―−"
_TIGHT = ("-", "–", "‐", "‑", "/")
_ORD = r"(?:st|nd|rd|th|ST|ND|RD|TH)?(?![A-Za-z\d])"
_DAY = rf"\d{{1,2}}{_ORD}"
# `'44`, where a sign behind it shows that no quotation begins there.
_YEAR = rf"(?:{YEAR}|['’‘]\d\d(?=\s?(?:[:;,|).{DASHES}]|$)))"
_TO = rf"(?:\s?[{DASHES}]{{1,2}}\s?|\s?[/&]\s?|,?\s(?:to|TO|and|AND|until|through|till)\s)"
_COMMA = r"\s?[,.]?\s?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"


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


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a printed date; what is not printed is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Printed:
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
    def wraps(self) -> bool:
        """Whether the months run over a year's end: `Dec. 30-Jan. 2`."""
        last = self.last
        return last is not None and bool(self.first.month and last.month and last.month < self.first.month)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MONTH_FIRST = re.compile(
    rf"(?P<m1>{MONTH})[.,]?\s?(?P<d1>{_DAY})(?:{_COMMA}(?P<y1>{_YEAR}))?"
    rf"(?:(?P<to>{_TO}|,\s(?={MONTH}\s?\d))(?:(?P<m2>{MONTH})\s?)?(?P<d2>{_DAY})(?:{_COMMA}(?P<y2>{_YEAR}))?)?"
)
_MONTH_LIST = re.compile(
    rf"(?P<m1>{MONTH})\s?(?P<d1>{_DAY})(?:\s?,\s?{_DAY}){{0,8}}(?:,?\s?(?:and|&|,)\s?)(?P<d2>{_DAY})"
    rf"(?:{_COMMA}(?P<y2>{_YEAR})|(?=\s?[:{DASHES}]))"
)
_DAY_FIRST = re.compile(
    rf"(?P<d1>(?=[0-3]?\d(?!\d)){_DAY})(?:(?:\s?,\s{_DAY}(?!:)){{0,8}}\.?(?P<to1>{_TO}|\s?,\s)(?P<d2>{_DAY}))?[\s.{DASHES}]{{0,2}}(?:of\s)?(?P<m1>{MONTH})"
    rf"(?:[\s,.{DASHES}]{{1,2}}(?P<y1>{_YEAR}))?"
    rf"(?:{_TO}(?P<d3>{_DAY})\s?(?:of\s)?(?P<m2>{MONTH})(?:[\s,.]{{1,2}}(?P<y2>{_YEAR}))?)?"
)
_MONTHS = re.compile(
    rf"(?P<m1>{MONTH})(?:\s?,?(?:\sof)?\s?(?P<y1>{_YEAR}))?"
    rf"(?:{_TO}(?:(?P<q2>[Ee]arly|[Mm]id|[Ll]ate)[\s{DASHES}]{{1,2}})?(?P<m2>{MONTH})(?:\s?,?\s?(?P<y2>{_YEAR}))?)?"
)
_ROMAN = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_ROMAN_MONTH = re.compile(rf"(?:(?P<d1>\d{{1,2}})[\s.]\s?)?(?P<m1>[IVX]{{1,4}})[\s.]\s?(?P<y1>{YEAR})")
_YEAR_FIRST = re.compile(
    rf"(?P<y1>{YEAR})\s?,?\s(?P<m1>{MONTH})"
    rf"(?:\s(?P<d1>{_DAY})(?:{_TO}(?:(?P<m2>{MONTH})\s)?(?P<d2>{_DAY}))?|{_TO}(?P<m3>{MONTH}))?"
)
_YEAR_AND = re.compile(rf"(?P<y1>{YEAR})\s?,?\s(?P<in>\()?")
_YEAR_AND_DAY = re.compile(rf"(?P<y1>{YEAR})\s?,?\s(?P<in>\()?(?=\d{{1,2}}\D|(?<=\()[A-Z])")
_ISO = re.compile(
    r"(?P<y1>(?:1[4-9]|20)\d\d)(?P<s>[-‐‑/.])\s?(?P<m1>\d{1,2})(?P=s)\s?(?P<d1>\d{1,2})(?!\d)\.?"
    rf"(?:\s?(?:[{DASHES}/]|to)\s?(?P<y2>(?:1[4-9]|20)\d\d)(?P=s)(?P<m2>\d{{1,2}})(?P=s)(?P<d2>\d{{1,2}})(?!\d))?"
)
_ISO_DAYS = re.compile(
    rf"(?P<y1>(?:1[4-9]|20)\d\d)(?P<s>[/.])\s?(?P<m1>\d{{1,2}})(?P=s)\s?(?P<d1>\d{{1,2}})[{DASHES}](?P<d2>\d{{1,2}})(?![\d/.])"
)
_DOTTED_MONTH = re.compile(r"(?P<y1>(?:1[4-9]|20)\d\d)\.\s?(?P<m1>0?[1-9]|1[0-2])(?![\d.])(?=\s|$)")
_ISO_MONTH = re.compile(r"(?P<y1>(?:1[4-9]|20)\d\d)[-‐‑/](?P<m1>0[1-9]|1[0-2])(?!\d)")
_NUMERIC = re.compile(
    r"(?P<a1>\d{1,2})(?P<s>[./-])\s?(?P<b1>\d{1,2})(?P=s)\s?(?P<y1>\d{4}|\d\d)(?!\d)\.?"
    rf"(?:\s?(?:[{DASHES}]{{1,2}}|to)\s?(?P<a2>\d{{1,2}})(?P=s)(?P<b2>\d{{1,2}})(?P=s)(?P<y2>\d{{4}}|\d\d)(?!\d))?"
)
_NUMERIC_DAYS = re.compile(
    rf"(?P<a1>\d{{1,2}})\.?\s?[{DASHES}/]\s?(?P<a2>\d{{1,2}})\.(?P<b1>\d{{1,2}})\.(?P<y1>\d{{4}}|\d\d)(?!\d)"
)
_NUMERIC_MONTHS = re.compile(
    rf"(?P<a1>\d{{1,2}})(?P<s>[./])(?P<b1>\d{{1,2}})[.]?\s?[{DASHES}]\s?"
    r"(?P<a2>\d{1,2})(?P=s)(?P<b2>\d{1,2})(?P=s)(?P<y1>\d{4}|\d\d)(?!\d)"
)
_NUMERIC_SLASH_DAYS = re.compile(r"(?P<b1>\d{1,2})/(?P<a1>\d{1,2})-(?P<a2>\d{1,2})/(?P<y1>\d{4}|\d\d)(?!\d)")
_NUMERIC_MONTH = re.compile(r"(?P<m1>0?[1-9]|1[0-2])[./](?P<y1>(?:1[4-9]|20)\d\d)(?!\d)")
# Without a year, as a list under the heading of one prints them: `04.01.`, `25.2.-27.2.`, `14/03`.
_SHORT = re.compile(
    r"(?P<a1>\d{1,2})(?:(?P<s>\.)\s?(?P<b1>\d{1,2})\.|(?P<t>/)(?P<c1>\d{1,2}))(?![\d./])"
    rf"(?:\s?[{DASHES}]\s?(?P<a2>\d{{1,2}})(?(s)\.|/)\s?(?P<b2>\d{{1,2}})(?(s)\.)(?![\d./]))?"
)
_YEARS = re.compile(
    rf"(?P<y1>(?:1[4-9]|20)\d\d)(?:(?P<decade>['’]?s(?![a-z]))|(?!\d)(?P<to>\s?[{DASHES}/]\s?|\sto\s)(?P<y2>(?:1[4-9]|20)?\d\d)(?!\d))?(?!\d)"
)
_DAYS_OVER = re.compile(rf"(?P<d1>{_DAY}){_TO}(?P<m2>{MONTH})\s?(?P<d2>{_DAY})(?!,?\s?{YEAR})")
_DAYS = re.compile(rf"(?P<d1>{_DAY})(?:(?P<to>{_TO})(?P<d2>{_DAY}))?")

_PARTS = {
    "early": Part.EARLY, "beginning": Part.EARLY, "start": Part.EARLY,
    "mid": Part.MID, "middle": Part.MID, "late": Part.LATE, "end": Part.LATE,
    "mid-to-late": Part.MID_TO_LATE, "mid to late": Part.MID_TO_LATE, "mid-late": Part.MID_TO_LATE,
    "early to mid": Part.EARLY_TO_MID, "early-to-mid": Part.EARLY_TO_MID, "early-mid": Part.EARLY_TO_MID,
    "first half": Part.FIRST_HALF, "second half": Part.SECOND_HALF,
    "first week": Part.FIRST_WEEK, "second week": Part.SECOND_WEEK, "third week": Part.THIRD_WEEK,
    "fourth week": Part.FOURTH_WEEK, "last week": Part.LAST_WEEK, "week": Part.WEEK_OF,
}  # fmt: skip
_QUALIFIER = _compiled(
    r"(?:the\s)?(?P<part>mid(?:dle)?[- ]to[- ]late|mid-late|early[- ]to[- ]mid|early-mid|early|mid(?:dle)?|late"
    r"|beginning|start|end|(?:first|second|third|fourth|last)\sweek|week|(?:first|second)\shalf)"
    rf"(?:[\s{DASHES}]{{1,3}}|\.\s)(?:of\s|in\s)?(?:the\s)?"
)
_SEASONS = {
    "spring": Part.SPRING, "summer": Part.SUMMER, "autumn": Part.AUTUMN, "fall": Part.AUTUMN, "winter": Part.WINTER,
    "first quarter": Part.FIRST_QUARTER, "second quarter": Part.SECOND_QUARTER, "third quarter": Part.THIRD_QUARTER,
    "fourth quarter": Part.FOURTH_QUARTER, "q1": Part.FIRST_QUARTER, "q2": Part.SECOND_QUARTER,
    "q3": Part.THIRD_QUARTER, "q4": Part.FOURTH_QUARTER,
}  # fmt: skip
_SEASON = _compiled(
    r"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter|(?:first|second|third|fourth)\squarter|Q[1-4])"
    rf"(?:,?\s(?:of\s)?(?P<y1>(?:1[4-9]|20)\d\d)(?:[{DASHES}/](?:1[4-9]|20)?\d\d)?)?(?![\w])"
)
_APPROXIMATE = _compiled(r"(?:on\s)?(?:or\s)?(?:around|about|circa|ca?\.|approximately|approx\.|roughly)\s?")
_LEAD = _compiled(
    rf"(?:{_WEEKDAY}(?:\s?(?:&|and|to|[/{DASHES}])\s?{_WEEKDAY})?[,.]?\s"
    r"|(?:since|from|by|until|as\sof|starting|beginning|before|after|in)\s(?=\S)"
    r"|(?:on\s)?(?:the\s)?(?:overnight|(?:night|evening|morning|weekend)\s(?:of|to|from))\s(?:the\s)?(?=\S))"
)
_TAIL = _compiled(
    rf"\s?,?\s?(?:\({_WEEKDAY}\)|{_WEEKDAY}(?=\s?(?:[:;{DASHES}]|$))|[{DASHES},]?\s?(?:\(?ongoing\)?|present|onwards?)(?![a-z]))"
)
_TIME = _compiled(
    r",?\s(?:at\s|about\s|around\s|c(?:a?\.|irca)\s?|~)?"
    rf"(?:\d{{1,2}}[:.]\d\d(?:\s?[{DASHES}]\s?\d{{1,2}}[:.]\d\d)?(?:\s?(?:[ap]\.?m\.?|h(?:rs|ours)?\.?))?"
    r"|\d{1,2}\s?[ap]\.?m\.?|noon|midnight|dawn|dusk|(?:early\s|late\s)?(?:morning|afternoon|evening|night))"
    rf"(?:\s(?:GMT|UTC|[A-Z]{{2,3}}T|local(?:\stime)?)\b)?(?=\s?(?:[:;|{DASHES}](?!\d)|$))"
)
_PART_OF_YEAR = re.compile(r"(?P<part>Early|Mid|Late)(?=\s?:)")
_PART_ALONE = _compiled(r"(?:the\s)?(?P<part>beginning|start|middle|end)\b(?:\sof(?:\sthe\syear)?)?")
# What every date begins with, so that other words cost one look.
_MAY_BEGIN = _compiled(
    r"\d|j(?:an|u[nl])|feb|ma[ry]|a(?:pr|ug)|sep|oct|nov|dec|[ivx]{1,4}[\s.]|mon|tue|wed|thu|fri|sat|sun"
    r"|the\s|mid|early|late|beginning|start|end|first|second|third|fourth|last|week|spring|summer|autumn|fall|winter"
    r"|q[1-4]|on\s|or\s|around|about|c(?:irca|a?\.)|ca\b|approx|roughly|since|from|by\s|until|as\s|before|after|in\s"
    r"|overnight|night|evening|morning|weekend"
)
_STARTS_SENTENCE = re.compile(rf"\s?(?:[:;]|[{DASHES}]|\||$)")


def match_date(text: str, pos: int = 0, *, bare_days: bool = False) -> Printed | None:
    """The date printed at `pos`, the longest reading; with `bare_days` also `5` and `5-6`."""
    if _MAY_BEGIN.match(text, pos) is None:
        return None
    start = pos
    found = _plain(text, pos, bare_days) or _qualified(text, pos) or (_part_of_year(text, pos) if bare_days else None)
    if found is None:
        lead = _LEAD.match(text, pos)
        if lead:
            found = _plain(text, lead.end(), bare_days) or _qualified(text, lead.end())
    if found is None:
        return None
    end = _tail_end(text, found)
    if end == found.end and found.start == start:
        return found
    return replace(found, start=start, end=end)


def _tail_end(text: str, found: Printed) -> int:
    """Behind the weekday, the time of day or the word `ongoing`."""
    tail = _TAIL.match(text, found.end) or (_TIME.match(text, found.end) if found.first.day else None)
    return tail.end() if tail else found.end


def _part_of_year(text: str, pos: int) -> Printed | None:
    """`Late:` under the heading of a year."""
    m = _PART_OF_YEAR.match(text, pos)
    return Printed(pos, m.end(), Point(part=_part_named(m["part"]))) if m else None


def _qualified(text: str, pos: int) -> Printed | None:
    if pos >= len(text) or not text[pos].isalpha():
        return None
    about = _APPROXIMATE.match(text, pos)
    if about:
        found = _parted(text, about.end()) or _plain(text, about.end(), False)
        return replace(found, approximate=True) if found else None
    return _parted(text, pos)


def _parted(text: str, pos: int) -> Printed | None:
    season = _SEASON.match(text, pos)
    if season:
        part = _SEASONS[re.sub(r"\s", " ", season["season"].lower())]
        return Printed(pos, season.end(), Point(_year(season["y1"]), part=part))
    qualifier = _QUALIFIER.match(text, pos)
    if qualifier is None:
        return None
    part = _part_named(qualifier["part"])
    if part is Part.WEEK_OF:
        found = _plain(text, qualifier.end(), False)
        return replace(found, first=replace(found.first, part=part)) if found and found.first.day else None
    return _months(text, qualifier.end(), part) or _years(text, qualifier.end(), part)


def _part_named(words: str) -> Part:
    words = re.sub(r"\s+", " ", words.lower()).replace("middle", "mid")
    return _PARTS[words]


def _plain(text: str, pos: int, bare_days: bool) -> Printed | None:
    if pos >= len(text):
        return None
    first = text[pos]
    if first.isupper():
        return _month_first(text, pos) or _months(text, pos) or _roman(text, pos)
    if first.isdigit():
        return (
            (_days_over(text, pos) if bare_days else None)
            or _day_first(text, pos)
            or _numbers(text, pos)
            or _roman(text, pos)
            or (_short_numbers(text, pos) if bare_days else None)
            or _years(text, pos)
            or (_days(text, pos) if bare_days else None)
        )
    return None


def _month_first(text: str, pos: int) -> Printed | None:
    m = _MONTH_FIRST.match(text, pos)
    if m is None:
        return None
    if m["y1"] is None and text[m.end() : m.end() + 1] == ",":
        days = _month_list(text, pos)
        if days is not None:
            return days
    m1, d1, y1 = _month(m["m1"]), _day(m["d1"]), _year(m["y1"])
    if m["d2"] is None or not _is_second_day(text, m, bool(m["m2"]), y1):
        end = m.end("y1") if m["y1"] else m.end("d1")
        return Printed(pos, end, Point(y1, m1, d1))
    last = Point(_year(m["y2"]), _month(m["m2"]) if m["m2"] else m1, _day(m["d2"]))
    return Printed(pos, m.end(), Point(y1, m1, d1), last)


def _is_second_day(text: str, m: re.Match[str], own_month: bool, first_year: int | None) -> bool:
    """Whether the number after the dash is a day, and not the text's first word (`Jan. 4 - 12 people`)."""
    if own_month:
        return True
    if first_year is not None:
        return False
    tight = m["to"] in _TIGHT
    return tight or m["y2"] is not None or _STARTS_SENTENCE.match(text, m.end()) is not None


def _month_list(text: str, pos: int) -> Printed | None:
    """`Sept. 5, 12 and 19, 2020`: the first and the last of several days of one month."""
    m = _MONTH_LIST.match(text, pos)
    if m is None:
        return None
    month, year = _month(m["m1"]), _year(m["y2"])
    return Printed(pos, m.end(), Point(None, month, _day(m["d1"])), Point(year, month, _day(m["d2"])))


def _day_first(text: str, pos: int) -> Printed | None:
    m = _DAY_FIRST.match(text, pos)
    if m is None:
        return None
    m1, y1 = _month(m["m1"]), _year(m["y1"])
    if m["d2"]:
        return Printed(
            pos,
            m.end("y1") if m["y1"] else m.end("m1"),
            Point(None, m1, _day(m["d1"])),
            Point(y1, m1, _day(m["d2"])),
        )
    last = Point(_year(m["y2"]), _month(m["m2"]), _day(m["d3"])) if m["d3"] else None
    return Printed(pos, m.end(), Point(y1, m1, _day(m["d1"])), last)


def _roman(text: str, pos: int) -> Printed | None:
    """`12 VI 2010`, `VI 2010`: the month as a Roman numeral, in central and eastern Europe."""
    m = _ROMAN_MONTH.match(text, pos)
    month = _ROMAN.get(m["m1"]) if m else None
    if m is None or month is None:
        return None
    return Printed(pos, m.end(), Point(int(m["y1"]), month, int(m["d1"]) if m["d1"] else None))


def _months(text: str, pos: int, part: Part | None = None) -> Printed | None:
    if pos >= len(text) or not text[pos].isupper():
        return None
    m = _MONTHS.match(text, pos)
    if m is None:
        return None
    first = Point(_year(m["y1"]), _month(m["m1"]), part=part)
    if not m["m2"]:
        return Printed(pos, m.end(), first)
    second = _part_named(m["q2"]) if m["q2"] else None
    return Printed(pos, m.end(), first, Point(_year(m["y2"]), _month(m["m2"]), part=second))


def _numbers(text: str, pos: int) -> Printed | None:
    return (
        _year_first(text, pos)
        or _iso(text, pos)
        or _numeric(text, pos)
        or _numeric_days(text, pos)
        or _numeric_months(text, pos)
        or _numeric_month(text, pos)
    )


def _year_first(text: str, pos: int) -> Printed | None:
    m = _YEAR_FIRST.match(text, pos)
    if m is None:
        return _year_and_day(text, pos) or _year_and_part(text, pos)
    year, month = _year(m["y1"]), _month(m["m1"])
    if m["m3"]:
        return Printed(pos, m.end(), Point(year, month), Point(None, _month(m["m3"])))
    last = Point(None, _month(m["m2"]) if m["m2"] else month, _day(m["d2"])) if m["d2"] else None
    return Printed(pos, m.end(), Point(year, month, _day(m["d1"]) if m["d1"] else None), last)


def _year_and_day(text: str, pos: int) -> Printed | None:
    """`1981 31 December`, `2013 (April-May)`."""
    m = _YEAR_AND_DAY.match(text, pos)
    if m is None:
        return None
    found = _plain(text, m.end(), False) if m["in"] else _day_first(text, m.end())
    if found is None or found.year is not None or (m["in"] and text[found.end : found.end + 1] != ")"):
        return None
    end = found.end + bool(m["in"])
    return replace(found, start=pos, end=end, first=replace(found.first, year=int(m["y1"])))


def _year_and_part(text: str, pos: int) -> Printed | None:
    """`1963, end of`, `1798, spring`, `2017 late December`, where the text is parted from it by a sign."""
    m = _YEAR_AND.match(text, pos)
    if m is None:
        return None
    found = _parted(text, m.end()) or _part_alone(text, m.end())
    if found is None or found.year is not None or (m["in"] and text[found.end : found.end + 1] != ")"):
        return None
    end = found.end + bool(m["in"])
    if not _STARTS_SENTENCE.match(text, end):
        return None
    return replace(found, start=pos, end=end, first=replace(found.first, year=int(m["y1"])))


def _part_alone(text: str, pos: int) -> Printed | None:
    m = _PART_ALONE.match(text, pos)
    return Printed(pos, m.end(), Point(part=_part_named(m["part"]))) if m else None


def _iso(text: str, pos: int) -> Printed | None:
    m = _ISO_DAYS.match(text, pos)
    if m:
        year, month = int(m["y1"]), int(m["m1"])
        return Printed(pos, m.end(), Point(year, month, int(m["d1"])), Point(year, month, int(m["d2"])))
    m = _ISO.match(text, pos)
    if m:
        last = Point(int(m["y2"]), int(m["m2"]), int(m["d2"])) if m["y2"] else None
        return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"]), int(m["d1"])), last)
    m = _ISO_MONTH.match(text, pos) or _DOTTED_MONTH.match(text, pos)
    # 1910-12 is three years, 2014-09 a month.
    if m and (m.re is _DOTTED_MONTH or int(m["m1"]) <= int(m["y1"][2:])):
        return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"])))
    return None


def _numeric(text: str, pos: int) -> Printed | None:
    m = _NUMERIC.match(text, pos)
    if m is None:
        return None
    pairs = [(int(m["a1"]), int(m["b1"]), _short_year(m["y1"]))]
    if m["a2"]:
        pairs.append((int(m["a2"]), int(m["b2"]), _short_year(m["y2"])))
    return _ordered(pos, m.end(), pairs, m["s"])


def _numeric_days(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_DAYS.match(text, pos) or _NUMERIC_SLASH_DAYS.match(text, pos)
    if m is None:
        return None
    month, year = int(m["b1"]), _short_year(m["y1"])
    return Printed(pos, m.end(), Point(year, month, int(m["a1"])), Point(year, month, int(m["a2"])))


def _numeric_months(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_MONTHS.match(text, pos)
    if m is None:
        return None
    year = _short_year(m["y1"])
    return _ordered(pos, m.end(), [(int(m["a1"]), int(m["b1"]), None), (int(m["a2"]), int(m["b2"]), year)], m["s"])


def _ordered(pos: int, end: int, pairs: Sequence[tuple[int, int, int | None]], sign: str) -> Printed:
    """Pairs of numbers as dates: full stops and numbers above 12 tell the order, else it stays open."""
    day_first = sign == "." or any(a > 12 for a, _, _ in pairs)
    points = [Point(y, b, a) if day_first else Point(y, a, b) for a, b, y in pairs]
    unclear = sign != "." and all(a <= 12 and b <= 12 and a != b for a, b, _ in pairs)
    return Printed(pos, end, points[0], points[1] if len(points) > 1 else None, numbers=unclear)


def _short_numbers(text: str, pos: int) -> Printed | None:
    m = _SHORT.match(text, pos)
    if m is None:
        return None
    pairs: list[tuple[int, int, int | None]] = [(int(m["a1"]), int(m["b1"] or m["c1"]), None)]
    if m["a2"]:
        pairs.append((int(m["a2"]), int(m["b2"]), None))
    if any(not 0 < min(a, b) <= 12 or max(a, b) > 31 for a, b, _ in pairs):
        return None
    return replace(_ordered(pos, m.end(), pairs, m["s"] or "/"), short=True)


def _numeric_month(text: str, pos: int) -> Printed | None:
    m = _NUMERIC_MONTH.match(text, pos)
    return Printed(pos, m.end(), Point(int(m["y1"]), int(m["m1"]))) if m else None


def _years(text: str, pos: int, part: Part | None = None) -> Printed | None:
    m = _YEARS.match(text, pos)
    if m is None:
        return None
    first = int(m["y1"])
    if m["decade"]:
        return Printed(pos, m.end(), Point(first, part=part), decade=True)
    if not m["y2"]:
        return Printed(pos, m.end(), Point(first, part=part))
    short = len(m["y2"]) == 2
    second = _next_with_ending(first, int(m["y2"])) if short else int(m["y2"])
    # `1994 - 12 people`: a spaced dash before two digits parts the year from the text.
    if second - first > 200 or (short and m["to"] not in _TIGHT and not _STARTS_SENTENCE.match(text, m.end())):
        return Printed(pos, m.end("y1"), Point(first, part=part))
    return Printed(pos, m.end(), Point(first, part=part), Point(second))


def _next_with_ending(year: int, ending: int) -> int:
    """The first year after `year` that ends in the two digits: 1998/02 is 1998 to 2002."""
    second = year - year % 100 + ending
    return second if second > year else second + 100


def _days_over(text: str, pos: int) -> Printed | None:
    """`30-Feb. 2` under the heading of its month."""
    m = _DAYS_OVER.match(text, pos)
    if m is None:
        return None
    return Printed(pos, m.end(), Point(day=_day(m["d1"])), Point(month=_month(m["m2"]), day=_day(m["d2"])))


def _days(text: str, pos: int) -> Printed | None:
    m = _DAYS.match(text, pos)
    if m is None:
        return None
    if m["d2"] is None or not _is_second_bare_day(text, m):
        return Printed(pos, m.end("d1"), Point(day=_day(m["d1"])))
    return Printed(pos, m.end(), Point(day=_day(m["d1"])), Point(day=_day(m["d2"])))


def _is_second_bare_day(text: str, m: re.Match[str]) -> bool:
    return m["to"] in ("-", "–", "‐", "‑", "/") or _STARTS_SENTENCE.match(text, m.end()) is not None


def _month(word: str) -> int:
    return _MONTH_BY_STEM[word[:3].lower()]


def _day(word: str) -> int:
    return int(word[:2]) if word[1:2].isdigit() else int(word[0])


def _year(word: str | None) -> int | None:
    return _short_year(word.lstrip("'’‘")) if word else None


def _short_year(word: str) -> int:
    """A year of two digits lies in 1936 to 2035."""
    year = int(word)
    if len(word) == 4:
        return year
    return year + (2000 if year < 36 else 1900)
