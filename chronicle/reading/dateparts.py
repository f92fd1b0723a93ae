"""The pieces that printed dates are made of: names of months, years, days, what joins two."""

import re

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
CENTURY = "(?:1[4-9]|20)"  # of years that need no sign beside them to be years
YEAR = rf"{CENTURY}\d\d(?!\d)"
A_YEAR = re.compile(rf"\b{YEAR}")
DASHES = r"\-‐‑‒–—―−"
TIGHT = ("-", "–", "‐", "‑", "/")
_ORD = r"(?:st|nd|rd|th|ST|ND|RD|TH)?(?![A-Za-z\d])"
DAY = rf"\d{{1,2}}{_ORD}"
# `'44`, where a sign behind it shows that no quotation begins there.
YEAR_OR_SHORT = rf"(?:{YEAR}|['’‘]\d\d(?=\s?(?:[:;,|).{DASHES}]|$)))"
TO = rf"(?:\s?[{DASHES}~～]{{1,2}}\s?|\s?[/&]\s?|,?\s(?:to|TO|and|AND|until|through|till)\s)"
COMMA = r"\s?[,.]?\s?"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
IN_BRACKETS = rf"(?:\s?\({WEEKDAY}\))?"  # the weekday of a first day: `Apr. 17 (Tue.) - 20 (Fri.)`
WEEKDAY_BEHIND = re.compile(rf"\s?\({WEEKDAY}\)")
# Words before a date: what is told began or lay there, or it lay elsewhere; in a sentence further ones stand there.
_THERE, _ELSEWHERE, _IN_SENTENCE = "in|by|since|from", "until|before|after", "on|at|between|during"
BOUNDS = f"{_THERE}|{_ELSEWHERE}"
LED = re.compile(rf"(?:{BOUNDS}|{_IN_SENTENCE})\s", re.IGNORECASE)
LED_THERE = re.compile(rf"(?:{_THERE}|{_IN_SENTENCE})\s", re.IGNORECASE)
STARTS_SENTENCE = re.compile(rf"\s?(?:[:;]|[{DASHES}]|\||$)")


def month_of(word: str) -> int:
    return _MONTH_BY_STEM[word[:3].lower()]


def day_of(word: str) -> int:
    return int(word[:2]) if word[1:2].isdigit() else int(word[0])


def year_of(word: str | None) -> int | None:
    return year_of_digits(word.lstrip("'’‘")) if word else None


def year_of_digits(word: str) -> int:
    """A year of two digits lies in 1936 to 2035."""
    year = int(word)
    if len(word) == 4:
        return year
    return year + (2000 if year < 36 else 1900)
