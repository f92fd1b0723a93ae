"""Dates run into a paragraph, which no sign parts from the words: `... is closed. May 1989 The premier comes. ...`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from chronicle.reading.dateparts import DASHES, MONTH, TO, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.openings import ends_sentence, hangs

_BEHIND = re.compile(r"[^\S\n]?\s[“\"‘]?[A-Z]")
_ITS_END = re.compile(rf"(?:{YEAR}|(?:{MONTH})(?:\s\d{{1,2}})?)\s[“\"‘]?[A-Z]")
_DAYS = rf"\d{{1,2}}(?:\s?(?:[{DASHES}/]|to|and)\s?\d{{1,2}})?\s"
_DATE = re.compile(
    rf"(?:^|\s)((?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:{_DAYS})?(?:{MONTH})"
    rf"|(?:Spring|Summer|Autumn|Fall|Winter)\s(?={YEAR})"
    rf"|{YEAR}(?={TO}{YEAR}|\s[“\"‘]?[A-Z]))"
)
_PARAGRAPH = re.compile(r"\n\s*\n")
# `Author, A. 2004 A Title`, `vol. 1990 The ...`, `Mr. ...`: no sentence ends there.
_CUT_SHORT = re.compile(r"\b(?:[A-Z]|[Vv]ols?|[Nn]os?|[Ee]ds?|pp?|ca?|Mr|Dr|St)\.$")
# Words that a date goes on with, beside those behind which any text breaks off.
_GOES_ON = re.compile(r"\b(?:this|that|his|her|its|their|our|no|under|during|around|about|circa|is|was|as|than|every)$")
_BEFORE = 16  # characters before a date that tell whether a sentence ends there
_FEWEST = 4  # dates behind sentences that make a paragraph a list
_FEWEST_ANYWHERE = 6  # dates behind any words
_SLIPS = 8  # one in so many may be out of order


class _Date(NamedTuple):
    """Where a date stands, its year, month and day as far as printed, whether a sentence ends before it, and whether
    it heads a line or ends one.
    """

    at: int
    day: tuple[int, int, int]
    behind_sentence: bool
    at_edge: bool


def cuts_at_unparted(text: str) -> list[int]:
    """Offsets before such dates in the paragraphs that run at least four of them in, in order."""
    ends = [m.start() for m in _ITS_END.finditer(text)]
    if len(ends) < _FEWEST:
        return []
    bounds = [0, *(m.end() for m in _PARAGRAPH.finditer(text)), len(text)]
    return [at for start, end in _crowded(bounds, ends) for at in _cuts(list(_dates(text, start, end)))]


def _crowded(bounds: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs in which dates may be run in, by the ends of the dates that words follow."""
    for start, end in pairwise(bounds):
        if bisect_left(ends, end) - bisect_left(ends, start) >= _FEWEST:
            yield start, end


def _dates(text: str, start: int, end: int) -> Iterator[_Date]:
    """The dates of a paragraph that words with a capital follow, but for the one at its head."""
    last = start
    for m in _DATE.finditer(text, max(0, start - 1), end):
        at = m.start(1)
        printed = match_date(text, at) if at >= last else None
        if printed is None or _BEHIND.match(text, printed.end) is None:
            continue
        last = printed.end
        if at == start:
            continue
        before = text[max(start, at - _BEFORE) : at].rstrip()
        at_edge = text[at - 1] == "\n" or text[printed.end : printed.end + 1] == "\n"
        ended = ends_sentence(before) and _CUT_SHORT.search(before) is None
        month, day = printed.first.month or printed.first.part, printed.first.day
        is_whole = printed.year is not None and month is not None
        if ended and (printed.year is not None or day is not None):
            yield _Date(at, printed.day, True, at_edge)
        elif is_whole and before[-1:].isalnum() and not (hangs(before) or _GOES_ON.search(before)):
            yield _Date(at, printed.day, False, at_edge)


def _cuts(dates: Sequence[_Date]) -> Iterator[int]:
    """Before the dates behind sentences and those that keep the order between them, if they make a list.

    Where most stand at the heads or the ends of lines, each line is an entry.
    """
    sure = [date for date in dates if date.behind_sentence]
    told = sure if len(sure) >= _FEWEST else dates
    few = len(told) < (_FEWEST if told is sure else _FEWEST_ANYWHERE)
    if few or sum(date.at_edge for date in dates) * 2 >= len(dates):
        return
    forwards = sum(_is_before(a, b) for a, b in pairwise(told))
    backwards = sum(_is_before(b, a) for a, b in pairwise(told))
    if (len(told) - 1 - max(forwards, backwards)) * _SLIPS > len(told):
        return
    last: _Date | None = None
    for date, following in zip(dates, _following(dates), strict=True):
        around = [each for each in (last, date, following) if each is not None]
        if date.behind_sentence or all(
            _is_before(a, b) if forwards >= backwards else _is_before(b, a) for a, b in pairwise(around)
        ):
            last = date
            yield date.at


def _following(dates: Sequence[_Date]) -> list[_Date | None]:
    """For each date the next one behind a sentence."""
    found: list[_Date | None] = []
    following: _Date | None = None
    for date in reversed(dates):
        found.append(following)
        following = date if date.behind_sentence else following
    return found[::-1]


def _is_before(one: _Date, other: _Date) -> bool:
    """Whether a date stands in order before another, as far as both are printed."""
    known = [(a, b) for a, b in zip(one.day, other.day, strict=True) if a and b]
    return [a for a, _ in known] <= [b for _, b in known]
