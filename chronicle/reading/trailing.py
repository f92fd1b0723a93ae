"""Dates that stand behind the words of their entries: `Text. (30.6.1958)`, `Text ........ 4 Feb. 1961`.

Many things bear a date at their end (letters, releases, documents, news), so a whole list has to: entry for entry,
from the oldest to the newest, sentences rather than titles unless the heading of a chronology stands above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from chronicle.reading.dateparts import DASHES
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading
from chronicle.reading.lines import Line
from chronicle.reading.openings import Opening, Sign, ends_sentence, starts_text
from chronicle.reading.printed import Printed
from chronicle.reading.surveying import Survey, assembled


class _Way(Enum):
    """What stands between the words and the date behind them."""

    BRACKET = "bracket"
    LEADER = "leader"
    DASH = "dash"


_WIDEST = 60  # signs at the end of a line in which the date has to stand
_END = re.compile(
    r"\s?[(\[](?P<bracket>[^()\[\]]{4,45})[)\]](?=\.?$)"
    r"|\s?(?:[.·…_]\s?){3,}\s*(?P<leader>[^.·…_\s].{3,45})$"
    rf"|\s[{DASHES}]{{1,2}}\s(?P<dash>[^{DASHES}\s].{{3,45}}?)(?=\.?$)"
)
_PARTS = re.compile(rf"[(\[·…_{DASHES}]")  # one of these stands before a date, or full stops as leaders
_LEADERS = 3
_WORD = re.compile(r"[^\W\d_]+")
_OURS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
# What heads pictures, plates and members, and what is to come.
_NAMED_LIST = re.compile(
    r"(?:lists?|index|table) of\b(?! events)|.{0,40}\b(?:calendar|programme|plan|agenda)$", re.IGNORECASE
)
_QUOTES = ("“", '"', "«", "„", "‘", "'")
_FEWEST, _FEWEST_UNDER_HEADING = 5, 3
_BETWEEN = 2  # paragraphs without a date between two entries: a running head, a title
_LONGEST = 700  # characters of an entry, and of what stands between two
_NEAR = 8  # lines between a heading and the first of its entries
_FEW_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Item:
    """Lines `first` to `last` with a date at the end of the last; `tail` is where it stands, with what parts it off."""

    first: int
    last: int
    way: _Way
    printed: Printed
    date_text: str
    tail: tuple[int, int]
    date_at: int
    words: str
    sentence: bool


def with_dates_behind(survey: Survey) -> Survey:
    """The survey with the openings of entries whose dates stand behind them, in place of those within these entries."""
    openings: dict[int, Opening] = {}
    within: set[int] = set()
    for run in _runs(survey):
        if _is_list(survey, run):
            openings |= {item.first: _opening(survey, item) for item in run}
            within.update(n for item in run for n in range(item.first, item.last + 1))
    if not openings:
        return survey
    kept: Mapping[int, Opening] = {n: o for n, o in survey.openings.items() if n not in within}
    return assembled(survey.lines, {**kept, **openings}, survey.dropped - openings.keys())


def _opening(survey: Survey, item: _Item) -> Opening:
    body = survey.lines[item.first].body
    at = item.date_at
    return Opening(item.first, item.printed, item.date_text, Sign.COLON, body, body, False, item.tail, at)


def _runs(survey: Survey) -> Iterator[list[_Item]]:
    """Entries that follow each other with the same sign before their dates and little between them."""
    run: list[_Item] = []
    between = 0
    for found in _stretches(survey):
        if not isinstance(found, _Item):
            between += 1 if found <= _LONGEST else _BETWEEN + 1
            continue
        if run and (between > _BETWEEN or found.way is not run[-1].way):
            yield run
            run = []
        run.append(found)
        between = 0
    if run:
        yield run


def _stretches(survey: Survey) -> Iterator[_Item | int]:
    """Each entry with a date behind it, and each paragraph without one as its number of characters."""
    first = 0
    for number, line in enumerate(survey.lines):
        if line.gap and number > first:
            yield survey.lines[number - 1].end - survey.lines[first].start
            first = number
        if line.heading or line.row or (number in survey.dropped and number == first):
            first = number + 1
        elif (end := _end_of(line)) is not None:
            item = _item(survey, first, number, end)
            yield item or line.end - survey.lines[first].start
            first = number + 1


def _end_of(line: Line) -> re.Match[str] | None:
    """The date at the end of a line, with a sign before it."""
    words = line.text[-_WIDEST:]
    if not (words[-1] in ")]." or words[-1].isdigit()):
        return None
    return _END.search(words) if _PARTS.search(words) or words.count(".") >= _LEADERS else None


def _item(survey: Survey, first: int, last: int, end: re.Match[str]) -> _Item | None:
    line = survey.lines[last]
    text = (end[end.lastgroup or 0]).strip()
    printed = match_date(text)
    if printed is None or printed.end != len(text) or printed.year is None or printed.first.month is None:
        return None
    at = len(line.text) - len(end.string)
    own = line.text[: at + end.start()].rstrip(" .·…_" if end.lastgroup == "leader" else None)
    words = " ".join([*(each.text for each in survey.lines[first:last]), own]).strip()
    if len(words) > _LONGEST or not _tells(words):
        return None
    tail = (line.body + len(own), line.body + at + end.end())
    sentence = ends_sentence(words) or line.text.endswith(".")
    date_at = line.body + at + end.start(end.lastgroup or 0)
    return _Item(first, last, _Way(end.lastgroup), printed._replace(start=0), text, tail, date_at, words, sentence)


def _tells(words: str) -> bool:
    """Whether words say something and no date stands before them."""
    return len(_WORD.findall(words)) > 1 and starts_text(words) and match_date(words, bare_days=True) is None


def _is_list(survey: Survey, run: Sequence[_Item]) -> bool:
    """Whether a run is a chronology: in order, of days, of sentences; under its heading of titles, in any direction."""
    top = range(max(0, run[0].first - _NEAR), run[0].first)
    headed = any(is_chronology_heading(survey.lines[n].text) for n in top)
    if len(run) < (_FEWEST_UNDER_HEADING if headed else _FEWEST):
        return False
    if sum(item.printed.first.day is not None for item in run) * 2 < len(run):
        return False
    days = [item.printed.day for item in run]
    forwards = all(a <= b for a, b in pairwise(days))
    if headed:
        return forwards or all(a >= b for a, b in pairwise(days))
    if any(_NAMED_LIST.match(survey.lines[n].text) for n in top):
        return False
    return forwards and len(set(days)) > 2 and _are_sentences(run)


def _are_sentences(run: Sequence[_Item]) -> bool:
    """Whether most entries are sentences, neither quoted nor in letters; behind leaders no stop ends them."""
    if sum(item.words.startswith(_QUOTES) or _OURS.search(item.words) is not None for item in run) * 4 > len(run):
        return False
    if run[0].way in (_Way.BRACKET, _Way.DASH):
        return sum(item.sentence for item in run) * 4 >= len(run) * 3
    told = [[word for word in _WORD.findall(item.words) if word.islower()] for item in run]
    return all(told) and sum(len(words) >= _FEW_WORDS for words in told) * 3 >= len(run)
