"""The grammar of printed dates: what stands at one place of a text, before any year in force is applied.

Every pattern is anchored, bounded and free of nested repetition, so matching is linear in the length
of the date. `match_date` never looks further than the date itself and one separator.
"""

import re

from chronicle.reading.dateparts import (
    BOUNDS,
    CENTURY,
    COMMA,
    DASHES,
    DAY,
    IN_BRACKETS,
    MONTH,
    STARTS_SENTENCE,
    TIGHT,
    TO,
    WEEKDAY,
    WEEKDAY_BEHIND,
    YEAR,
    YEAR_OR_SHORT,
    day_of,
    month_of,
    year_of,
)  # fmt: skip
from chronicle.reading.lines import BULLETS
from chronicle.reading.numerals import match_days, match_numerals, match_short, match_year_about, match_years
from chronicle.reading.printed import Part, Point, Printed
from chronicle.reading.yearparts import match_year_part


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ITS_WEEKDAY = rf"(?:(?:{WEEKDAY}|[A-Z]{{3,6}}DAY),?\s)?"  # of the second day: `Mon 22 – Wed 24 Oct`
_MONTH_FIRST = re.compile(
    rf"(?P<m1>{MONTH})[.,]?\s?(?P<d1>{DAY})(?:{COMMA}(?P<y1>{YEAR_OR_SHORT}))?"
    rf"(?:{IN_BRACKETS}(?P<to>{TO}|,\s(?={MONTH}\s?\d)){_ITS_WEEKDAY}(?:(?P<m2>{MONTH})\s?)?(?P<d2>{DAY})"
    rf"(?:{COMMA}(?P<y2>{YEAR_OR_SHORT}))?)?"
)
_MONTH_LIST = re.compile(
    rf"(?P<m1>{MONTH})\s?(?P<d1>{DAY})(?:\s?,\s?{DAY}){{0,8}}(?:,?\s?(?:and|&|,)\s?)(?P<d2>{DAY})"
    rf"(?:{COMMA}(?P<y2>{YEAR_OR_SHORT})|(?=\s?[:{DASHES}]|\.\s(?-i:[A-Z])))"
)
_DAY_FIRST = re.compile(
    rf"(?P<d1>(?=[0-3]?\d(?!\d)){DAY})(?:(?:\s?,\s{DAY}(?!:)){{0,8}}\.?{IN_BRACKETS}(?P<to1>{TO}|\s?,\s){_ITS_WEEKDAY}(?:the\s)?(?P<d2>{DAY}))?[\s./{DASHES}]{{0,2}}(?:of\s)?(?P<m1>{MONTH})"
    rf"(?:[\s,./{DASHES}]{{1,2}}(?P<y1>{YEAR_OR_SHORT}))?"
    rf"(?:{IN_BRACKETS}{TO}{_ITS_WEEKDAY}(?:the\s)?(?P<d3>{DAY})\s?(?:of\s)?(?P<m2>{MONTH})(?:[\s,.]{{1,2}}(?P<y2>{YEAR_OR_SHORT}))?)?"
)
_MONTHS = re.compile(
    rf"(?P<m1>{MONTH})(?:\s?,?(?:\sof)?\s?(?P<y1>{YEAR_OR_SHORT}))?"
    rf"(?:(?:{TO}|,\s(?={MONTH}\s{YEAR}))(?:(?P<q2>[Ee]arly|[Mm]id|[Ll]ate)[\s{DASHES}]{{1,2}})?(?P<m2>{MONTH})(?:\s?,?\s?(?P<y2>{YEAR_OR_SHORT}))?)?"
)
_ROMAN = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_ROMAN_MONTH = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:\.?\s?[{DASHES}/]\s?(?P<d2>\d{{1,2}}))?[\s.]\s?)?(?P<m1>[IVX]{{1,4}})"
    rf"(?:\.?\s?[{DASHES}]\s?(?P<d3>\d{{1,2}})[\s.]\s?(?P<m2>[IVX]{{1,4}}))?[\s.]\s?(?P<y1>{YEAR})"
)
_YEAR_FIRST = re.compile(
    rf"(?P<y1>{YEAR})\s?,?\s(?P<m1>{MONTH})"
    rf"(?:\s(?P<d1>{DAY})(?:{TO}(?:(?P<m2>{MONTH})\s)?(?P<d2>{DAY}))?|{TO}(?:(?P<y2>{YEAR})\s)?(?P<m3>{MONTH}))?"
)
_YEAR_BEFORE_DAY = re.compile(rf"(?P<y1>{YEAR})\s?,?\s(?P<d1>{DAY})\s(?:of\s)?(?P<m1>{MONTH})")
_TO_YEAR = re.compile(rf",?{TO}(?={YEAR})")
_YEAR_AND = re.compile(rf"(?P<y1>{YEAR})\s?,?\s(?P<in>\()?")
_YEAR_AND_DAY = re.compile(rf"(?P<y1>{YEAR})\s?,?\s(?P<in>\()?(?=\d{{1,2}}\D|(?<=\()[A-Z])")
# `1975 – February 14th, ...`, `1995 ■ July 11: ...`: one of the days of a year, parted from it and from the words.
_YEAR_SIGN = re.compile(rf"(?P<y1>{YEAR})\s(?:[{DASHES}]{{1,2}}|[{BULLETS}·])\s(?=\d{{1,2}}\D|[A-Z])")
_PARTED_FROM_MONTH = re.compile(rf"\s?:\s|\s[{DASHES}]{{1,2}}\s(?=[A-Z])")
_ABOUT_WITHIN = re.compile(rf"(?P<y1>{YEAR}),\s(?=a|c)")
_PARTED = re.compile(rf"\s?[,:;|]\s?|\s[{DASHES}]{{1,2}}\s")
_DAYS_OVER = re.compile(rf"(?P<d1>{DAY}){TO}(?P<m2>{MONTH})\s?(?P<d2>{DAY})(?!,?\s?{YEAR})")


_UNTIL = frozenset("to until through till".split())
_PARTS = {
    "early": Part.EARLY, "beginning": Part.EARLY, "start": Part.EARLY,
    "mid": Part.MID, "middle": Part.MID, "late": Part.LATE, "end": Part.LATE,
    "mid-to-late": Part.MID_TO_LATE, "mid to late": Part.MID_TO_LATE, "mid-late": Part.MID_TO_LATE,
    "early to mid": Part.EARLY_TO_MID, "early-to-mid": Part.EARLY_TO_MID, "early-mid": Part.EARLY_TO_MID,
    "first half": Part.FIRST_HALF, "second half": Part.SECOND_HALF,
    "first week": Part.FIRST_WEEK, "second week": Part.SECOND_WEEK, "third week": Part.THIRD_WEEK,
    "fourth week": Part.FOURTH_WEEK, "last week": Part.LAST_WEEK, "week": Part.WEEK_OF,
}  # fmt: skip
_NTH = r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "final": "last"}
_QUALIFIER = _compiled(
    r"(?:the\s)?(?P<part>mid(?:dle)?[- ]to[- ]late|mid-late|early[- ]to[- ]mid|early-mid|early|mid(?:dle)?|late"
    rf"|beginning|start|end|{_NTH}\sweek|week|(?:first|second|1st|2nd)\shalf)"
    rf"(?:[\s{DASHES}]{{1,3}}|\.\s)(?:of\s|in\s)?(?:the\s)?"
)
_NTH_PART = _compiled(r"(?:1st|2nd|3rd|4th)\s(?:week|half|quarter)\b")
_SEASONS = {
    "spring": Part.SPRING, "summer": Part.SUMMER, "autumn": Part.AUTUMN, "fall": Part.AUTUMN, "winter": Part.WINTER,
    "first quarter": Part.FIRST_QUARTER, "second quarter": Part.SECOND_QUARTER, "third quarter": Part.THIRD_QUARTER,
    "fourth quarter": Part.FOURTH_QUARTER, "last quarter": Part.FOURTH_QUARTER,
    "q1": Part.FIRST_QUARTER, "q2": Part.SECOND_QUARTER, "q3": Part.THIRD_QUARTER, "q4": Part.FOURTH_QUARTER,
}  # fmt: skip
_SEASON = _compiled(
    rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter|{_NTH}\squarter|Q[1-4])"
    rf"(?:,?\s(?:of\s)?(?P<y1>{YEAR})(?:[{DASHES}/]{CENTURY}?\d\d)?)?(?![\w])"
)
_TWO_SEASONS = _compiled(
    rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\s?[{DASHES}/]\s?|\s(?:and|to)\s)"
    rf"(?P<second>spring|summer|autumn|fall|winter),?\s(?:of\s)?(?P<y1>{YEAR})(?![\w])"
)
_APPROXIMATE = _compiled(r"(?:on\s)?(?:or\s)?(?:around|about|circa|ca?\.|approximately|approx\.|roughly)\s?")
_LEAD = _compiled(
    rf"(?:{WEEKDAY}(?:\s?(?:&|and|to|[/{DASHES}])\s?{WEEKDAY})?[,.]?\s"
    rf"|(?:{BOUNDS}|as\sof|starting|beginning)\s(?:the\s(?=\d{{1,2}}(?:st|nd|rd|th)\b))?(?=\S)"
    r"|(?:on\s)?(?:the\s)?(?:overnight|(?:night|evening|morning|weekend)\s(?:of|to|from))\s(?:the\s)?(?=\S))"
)
_TAIL = _compiled(
    rf"\s?,?\s?(?:\({WEEKDAY}(?:\s?[/&{DASHES}]\s?{WEEKDAY})?\)|{WEEKDAY}(?:\s?[/&{DASHES}]\s?{WEEKDAY})?(?=\s?(?:[:;{DASHES}]|$))|[{DASHES},]?\s?(?:\(?ongoing\)?|present|onwards?)(?![a-z]))"
)
_TIME = _compiled(
    r",?\s(?:at\s|about\s|around\s|c(?:a?\.|irca)\s?|~)?"
    rf"(?:\d{{1,2}}[:.]\d\d(?:\s?[{DASHES}]\s?\d{{1,2}}[:.]\d\d)?(?:\s?(?:[ap]\.?m\.?|h(?:rs|ours)?\.?|noon|midnight))?"
    r"|\d{1,2}\s?[ap]\.?m\.?|(?:12\s)?noon|(?:12\s)?midnight|dawn|dusk|(?:early\s|late\s)?(?:morning|afternoon|evening|night))"
    rf"(?:\s(?:GMT|UTC|[A-Z]{{2,3}}T|local(?:\stime)?)\b)?(?=\s?(?:[:;|{DASHES}](?!\d)|$))"
)
_PART_OF_YEAR = re.compile(r"(?P<part>Early|Mid|Late)(?=\s?:)")
_PART_ALONE = _compiled(r"(?:the\s)?(?P<part>beginning|start|middle|end|early|mid|late)\b(?:\sof(?:\sthe\syear)?)?")
# What every date begins with, so that other words cost one look.
_MAY_BEGIN = _compiled(
    r"\d|j(?:an|u[nl])|feb|ma[ry]|a(?:pr|ug)|sep|oct|nov|dec|[ivx]{1,4}[\s.]|mon|tue|wed|thu|fri|sat|sun"
    r"|the\s|mid|early|late|beginning|start|end|first|second|third|fourth|last|week|spring|summer|autumn|fall|winter"
    r"|q[1-4]|h[12]|final\s|on\s|or\s|around|about|c(?:irca|a?\.)|ca\b|approx|roughly|since|from|by\s|until|as\s|before|after|in\s"
    r"|overnight|night|evening|morning|weekend"
)


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
    return found._replace(start=start, end=end)


def _tail_end(text: str, found: Printed) -> int:
    """Behind the weekday and the time of day (`(Friday), 12.00 noon`) or the word `ongoing`."""
    tail = _TAIL.match(text, found.end)
    end = tail.end() if tail else found.end
    time = _TIME.match(text, end) if found.first.day else None
    return time.end() if time else end


def _part_of_year(text: str, pos: int) -> Printed | None:
    """`Late:` under the heading of a year."""
    m = _PART_OF_YEAR.match(text, pos)
    return Printed(pos, m.end(), Point(part=_part_named(m["part"]))) if m else None


def _qualified(text: str, pos: int) -> Printed | None:
    if pos >= len(text):
        return None
    if text[pos].isdigit():
        return _parted(text, pos) if _NTH_PART.match(text, pos) else None
    about = _APPROXIMATE.match(text, pos)
    if about:
        at = about.end()
        found = _parted(text, at) or _plain(text, at, False) or match_year_about(text, at)
        return found._replace(approximate=True) if found else None
    return _parted(text, pos)


def _parted(text: str, pos: int) -> Printed | None:
    counted = match_year_part(text, pos)
    if counted is not None:
        return counted
    two = _TWO_SEASONS.match(text, pos)
    if two:
        first, last = (_SEASONS[two[name].lower()] for name in ("season", "second"))
        return Printed(pos, two.end(), Point(int(two["y1"]), part=first), Point(int(two["y1"]), part=last))
    season = _SEASON.match(text, pos)
    if season:
        part = _SEASONS[_spelled(season["season"])]
        return Printed(pos, season.end(), Point(year_of(season["y1"]), part=part))
    qualifier = _QUALIFIER.match(text, pos)
    if qualifier is None:
        return None
    part = _part_named(qualifier["part"])
    if part is Part.WEEK_OF:
        found = _plain(text, qualifier.end(), False)
        return found._replace(first=found.first._replace(part=part)) if found and found.first.day else None
    return _months(text, qualifier.end(), part) or match_years(text, qualifier.end(), part)


def _part_named(words: str) -> Part:
    return _PARTS[_spelled(words).replace("middle", "mid")]


def _spelled(words: str) -> str:
    """`1st week` as `first week`."""
    first, *others = words.lower().split()
    return " ".join([_ORDINALS.get(first, first), *others])


def _plain(text: str, pos: int, bare_days: bool) -> Printed | None:
    if pos >= len(text):
        return None
    first = text[pos]
    if first.isupper():
        return _month_first(text, pos) or _months(text, pos) or _roman(text, pos)
    if first.isdigit():
        if _NTH_PART.match(text, pos):
            return None
        return match_year_part(text, pos) or (
            (_days_over(text, pos) if bare_days else None)
            or _day_first(text, pos)
            or _numbers(text, pos)
            or _roman(text, pos)
            or (match_short(text, pos) if bare_days else None)
            or match_years(text, pos)
            or (match_days(text, pos) if bare_days else None)
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
    m1, d1, y1 = month_of(m["m1"]), day_of(m["d1"]), year_of(m["y1"])
    if m["d2"] is None or not _is_second_day(text, m, bool(m["m2"]), y1):
        end = m.end("y1") if m["y1"] else m.end("d1")
        return Printed(pos, end, Point(y1, m1, d1))
    last = Point(year_of(m["y2"]), month_of(m["m2"]) if m["m2"] else m1, day_of(m["d2"]))
    return Printed(pos, m.end(), Point(y1, m1, d1), last)


def _is_second_day(text: str, m: re.Match[str], own_month: bool, first_year: int | None) -> bool:
    """Whether the number after the dash is a day (`Jan. 4 to 6 Talks`, `Jan. 4 (Wed.) - 6 (Fri.) Talks`), and not the
    text's (`Jan. 4 - 12 people`).
    """
    if own_month or WEEKDAY_BEHIND.match(text, m.end()):
        return True
    if first_year is not None:
        return False
    until = m["to"].strip(" ,") in _UNTIL and text[m.end() : m.end() + 2].strip().isupper()
    parted = m["to"] in TIGHT or STARTS_SENTENCE.match(text, m.end()) is not None
    return until or parted or m["y2"] is not None


def _month_list(text: str, pos: int) -> Printed | None:
    """`Sept. 5, 12 and 19, 2020`: the first and the last of several days of one month."""
    m = _MONTH_LIST.match(text, pos)
    if m is None:
        return None
    month, year = month_of(m["m1"]), year_of(m["y2"])
    return Printed(pos, m.end(), Point(None, month, day_of(m["d1"])), Point(year, month, day_of(m["d2"])))


def _day_first(text: str, pos: int) -> Printed | None:
    m = _DAY_FIRST.match(text, pos)
    if m is None:
        return None
    m1, y1 = month_of(m["m1"]), year_of(m["y1"])
    if m["d2"]:
        return Printed(
            pos,
            m.end("y1") if m["y1"] else m.end("m1"),
            Point(None, m1, day_of(m["d1"])),
            Point(y1, m1, day_of(m["d2"])),
        )
    last = Point(year_of(m["y2"]), month_of(m["m2"]), day_of(m["d3"])) if m["d3"] else None
    return Printed(pos, m.end(), Point(y1, m1, day_of(m["d1"])), last)


def _roman(text: str, pos: int) -> Printed | None:
    """`12 VI 2010`, `20-21.VIII.1991`, `VI 2010`: the month as a Roman numeral, in central and eastern Europe."""
    m = _ROMAN_MONTH.match(text, pos)
    month = _ROMAN.get(m["m1"]) if m else None
    until = _ROMAN.get(m["m2"]) if m and m["m2"] else month
    if m is None or month is None or until is None or (m["m2"] and not m["d1"]):
        return None
    year, day, last = int(m["y1"]), m["d1"], m["d2"] or m["d3"]
    if last is None:
        return Printed(pos, m.end(), Point(year, month, int(day) if day else None))
    return Printed(pos, m.end(), Point(None, month, int(day)), Point(year, until, int(last)))


def _months(text: str, pos: int, part: Part | None = None) -> Printed | None:
    if pos >= len(text) or not text[pos].isupper():
        return None
    m = _MONTHS.match(text, pos)
    if m is None:
        return None
    first = Point(year_of(m["y1"]), month_of(m["m1"]), part=part)
    if not m["m2"]:
        return Printed(pos, m.end(), first)
    second = _part_named(m["q2"]) if m["q2"] else None
    return Printed(pos, m.end(), first, Point(year_of(m["y2"]), month_of(m["m2"]), part=second))


def _numbers(text: str, pos: int) -> Printed | None:
    return _year_first(text, pos) or match_numerals(text, pos)


def _year_first(text: str, pos: int) -> Printed | None:
    m = _YEAR_FIRST.match(text, pos)
    if m is None:
        return (
            _years_and_days(text, pos)
            or _year_and_day(text, pos)
            or _year_and_part(text, pos)
            or _year_sign_day(text, pos)
            or _year_about(text, pos)
        )
    year, month = year_of(m["y1"]), month_of(m["m1"])
    if m["m3"]:
        return Printed(pos, m.end(), Point(year, month), Point(year_of(m["y2"]), month_of(m["m3"])))
    last = Point(None, month_of(m["m2"]) if m["m2"] else month, day_of(m["d2"])) if m["d2"] else None
    found = Printed(pos, m.end(), Point(year, month, day_of(m["d1"]) if m["d1"] else None), last)
    return found if last or found.first.day is None else _to_another_year(text, found, _YEAR_FIRST)


def _to_another_year(text: str, first: Printed, pattern: re.Pattern[str]) -> Printed:
    """`1957 July 1 to 1958 December 31`, `1957, 1 July, to 1958, 31 December`: each end begins with its year."""
    to = _TO_YEAR.match(text, first.end)
    m = pattern.match(text, to.end()) if to else None
    if m is None or not m["d1"] or (m.re is _YEAR_FIRST and m["d2"]):
        return first
    last = Point(int(m["y1"]), month_of(m["m1"]), day_of(m["d1"]))
    return first._replace(end=m.end(), last=last)


def _years_and_days(text: str, pos: int) -> Printed | None:
    """`1957, 1 July, to 1958, 31 December`."""
    m = _YEAR_BEFORE_DAY.match(text, pos)
    if m is None:
        return None
    first = Printed(pos, m.end(), Point(int(m["y1"]), month_of(m["m1"]), day_of(m["d1"])))
    found = _to_another_year(text, first, _YEAR_BEFORE_DAY)
    return found if found.last else None


def _year_and_day(text: str, pos: int) -> Printed | None:
    """`1981 31 December`, `2013 (April-May)`."""
    m = _YEAR_AND_DAY.match(text, pos)
    if m is None:
        return None
    found = _plain(text, m.end(), False) if m["in"] else _day_first(text, m.end())
    if found is None or found.year is not None or (m["in"] and text[found.end : found.end + 1] != ")"):
        return None
    end = found.end + bool(m["in"])
    first = found._replace(start=pos, end=end, first=found.first._replace(year=int(m["y1"])))
    return _to_year_in_brackets(text, first) if m["in"] and found.last is None else first


def _to_year_in_brackets(text: str, first: Printed) -> Printed:
    """`1948 (August)-1949 (March)`, both ends printed alike."""
    to = _TO_YEAR.match(text, first.end)
    until = _year_and_day(text, to.end()) if to else None
    alike = until is not None and until.last is None and text[until.end - 1] == ")"
    if until is None or not alike or (until.first.day is None) is not (first.first.day is None):
        return first
    return first._replace(end=until.end, last=until.first)


def _year_sign_day(text: str, pos: int) -> Printed | None:
    """`1975 – February 14th, envoys meet`: a day between a year's sign and one of its own, or a month."""
    m = _YEAR_SIGN.match(text, pos)
    found = _plain(text, m.end(), False) or _qualified(text, m.end()) if m else None
    if m is None or found is None or found.first.month is None or found.year is not None:
        return None
    if not (_PARTED if found.first.day else _PARTED_FROM_MONTH).match(text, found.end):
        return None
    return found._replace(start=pos, first=found.first._replace(year=int(m["y1"])))


def _year_about(text: str, pos: int) -> Printed | None:
    """`2011, around 15 January`."""
    m = _ABOUT_WITHIN.match(text, pos)
    about = _APPROXIMATE.match(text, m.end()) if m else None
    found = _plain(text, about.end(), False) if about else None
    if m is None or found is None or found.first.month is None or found.year is not None:
        return None
    return found._replace(start=pos, first=found.first._replace(year=int(m["y1"])), approximate=True)


def _year_and_part(text: str, pos: int) -> Printed | None:
    """`1963, end of`, `1798, spring`, `2017 late December`, where the text is parted from it by a sign."""
    m = _YEAR_AND.match(text, pos)
    if m is None:
        return None
    found = _parted(text, m.end()) or _part_alone(text, m.end())
    if found is None or found.year is not None or (m["in"] and text[found.end : found.end + 1] != ")"):
        return None
    end = found.end + bool(m["in"])
    if not STARTS_SENTENCE.match(text, end):
        return None
    return found._replace(start=pos, end=end, first=found.first._replace(year=int(m["y1"])))


def _part_alone(text: str, pos: int) -> Printed | None:
    m = _PART_ALONE.match(text, pos)
    return Printed(pos, m.end(), Point(part=_part_named(m["part"]))) if m else None


def _days_over(text: str, pos: int) -> Printed | None:
    """`30-Feb. 2` under the heading of its month."""
    m = _DAYS_OVER.match(text, pos)
    if m is None:
        return None
    return Printed(pos, m.end(), Point(day=day_of(m["d1"])), Point(month=month_of(m["m2"]), day=day_of(m["d2"])))
