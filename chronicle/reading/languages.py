"""Dates that a document prints in another language, put into English where they may open an entry.

The names of months and weekdays and the small words between them are dateparser's. Only dates at the head of a
line, and those with a colon behind them, are put into English: the words of the entries stay as they are printed.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module

from chronicle.model import Language
from chronicle.reading.dateparts import DASHES, MONTHS, YEAR
from chronicle.reading.mapped import Edit, Mapped

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_COUNTED = re.compile(
    r"(?P<y1>\d{4})年\s?(?:(?P<m1>\d{1,2})月)?(?:\s?(?P<d1>\d{1,2})日)?|(?P<m2>\d{1,2})月\s?(?P<d2>\d{1,2})日"
)
_COUNTING = frozenset((Language.CHINESE, Language.JAPANESE))
# What dateparser skips are the small words of each language; these stand between two days or before a year besides.
_SMALL = (
    "am den der vom bis le du au el il al em o a até до по года году г. roku r. năm ngày tanggal sampai tot op d’ d'"
)
_BEFORE = re.compile(r"[\W\d_]*$")
_SENTENCE_BEFORE = re.compile(r"[.!?…)\"”]\s*$")
_SIGN = re.compile(rf"\s?(?:[:：;{DASHES}|]|$)", re.MULTILINE)
_LOOK_BACK = 12


def in_english(clean: Mapped, language: Language | None) -> Mapped:
    """The text with the dates at the heads of its lines in English; each still knows where it stood."""
    if language is None or language is Language.ENGLISH:
        return clean
    found = _counted(clean.text) if language in _COUNTING else _named(clean.text, language)
    return clean.edited(found)


def _counted(text: str) -> Iterator[Edit]:
    """`2014年3月5日`, `3月5日`."""
    for m in _COUNTED.finditer(text):
        if _may_open(text, m.start(), m.end()):
            month = m["m1"] or m["m2"]
            name = MONTHS[int(month) - 1].title() if month and 1 <= int(month) <= len(MONTHS) else ""
            yield Edit(*m.span(), " ".join(filter(None, (m["d1"] or m["d2"], name, m["y1"]))))


def _named(text: str, language: Language) -> Iterator[Edit]:
    pattern, months = _grammar(language)
    for m in pattern.finditer(text):
        alone = not (m["d1"] or m["y1"])
        if _may_open(text, m.start(), m.end()) and not (alone and not _SIGN.match(text, m.end())):
            yield Edit(m.start(), m.end(), _english(m, months))


def _may_open(text: str, start: int, end: int) -> bool:
    """At the head of a line behind signs alone, or behind a sentence and before a colon or a dash."""
    before = text[max(0, start - _LOOK_BACK) : start]
    line = before.rpartition("\n")[2]
    if _BEFORE.match(line) and (len(line) < len(before) or start < _LOOK_BACK):
        return True
    return _SENTENCE_BEFORE.search(before) is not None and _SIGN.match(text, end) is not None


def _english(m: re.Match[str], months: dict[str, str]) -> str:
    first, last = (months[m[name].casefold().rstrip(".")] if m[name] else None for name in ("m1", "m2"))
    days = f"{m['d1']}-{m['d2']}" if m["d2"] else m["d1"]
    if last:
        return " ".join(filter(None, (days, first, m["y1"], "-", m["d3"], last, m["y2"])))
    return " ".join(filter(None, (days, first, m["y1"])))


@lru_cache(maxsize=4)
def _grammar(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a date in a language, and its names of months in English."""
    said = import_module(f"dateparser.data.date_translation_data.{language}").info
    months = {name.casefold().rstrip("."): month.title() for month in MONTHS for name in said[month]}
    small = _any((*(word for word in said.get("skip", ()) if word.isalpha()), *_SMALL.split()))
    month = rf"(?:{_any(months)})(?!\w)\.?"
    weekday = _any(name for day in _WEEKDAYS for name in said.get(day, ()))
    to = rf"(?:\s?[{DASHES}/]\s?|\s(?:{small})\s)"
    of = rf"\s?(?:(?:{small})\s?){{0,2}}"
    year = rf"(?:,?\s(?:(?:{small})\s)?(?P<y#>{YEAR})(?:\s(?:года|г\.|roku|r\.))?)?"
    return re.compile(
        rf"(?<!\w)(?:(?:{weekday})\.?,?\s)?(?:(?:{small})\s){{0,2}}"
        rf"(?:(?P<d1>\d{{1,2}})(?:\.|er\b|[ºª°])?(?:{to}(?P<d2>\d{{1,2}})(?!\d)(?:\.|er\b|[ºª°])?)?{of})?"
        rf"(?P<m1>{month}){year.replace('#', '1')}"
        rf"(?:{to}(?:(?P<d3>\d{{1,2}})(?:\.|er\b|[ºª°])?{of})?(?P<m2>{month}){year.replace('#', '2')})?",
        re.IGNORECASE,
    ), months


def _any(words: Iterable[str]) -> str:
    """An alternation, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
