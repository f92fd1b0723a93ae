"""Plain text set in columns: keywords in the margin opposite each entry, dates that go on below in their column.

`12 July–   Israel bombs the town.     Israel;` over `14 Aug.    The fire spreads.      Lebanon`: a range, a text that
goes on, and keywords that are no part of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from chronicle.reading.columnnames import says_keywords
from chronicle.reading.grammar import match_date
from chronicle.reading.mapped import Edit

_LONGEST_LINE = 200  # characters of a line that is set in columns
_LEAST_COLUMN = 36  # where a margin on the right may begin
_LONGEST_KEYWORD = 30
_FEWEST_LINES = 6
_LEAST_DATED = 0.8  # of the keywords' first lines, which stand level with a date
_LEAST_PARTED = 0.25  # of the keywords, which a semicolon parts from the next, where no words say what they are
_MOST_CROSSING = 0.1
_BESIDE = re.compile(r"^.*\S(?P<gap> {2,})(?P<words>\S.*)$")
_ALONE = re.compile(rf"^(?P<gap> {{{_LEAST_COLUMN},}})(?P<words>\S.*)$")
_BEGUN = re.compile(r"^(?P<date>\S[^\n]{1,14}?[–—-])(?P<gap> {2,})(?=\S)")
_GONE_ON = re.compile(r"^(?P<date>\S[^\n]{1,14}?)(?P<gap> {2,})(?=\S)")


class _Line(NamedTuple):
    """A line of the text: where it begins there, and its characters."""

    start: int
    text: str


def edits_of_columns(text: str) -> list[Edit]:
    """What is cut and put together in a text whose columns are parted by blanks; nothing in any other."""
    if "   " not in text:
        return []
    lines = list(_lines(text))
    return sorted([*_keywords(lines, says_keywords(text)), *_ranges(lines)])


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line if len(line) <= _LONGEST_LINE else "")
        start += len(line) + 1


# --- keywords in the margin


def _keywords(lines: Sequence[_Line], are_announced: bool) -> list[Edit]:
    column = _margin(lines)
    if column is None:
        return []
    beside = [number for number, line in enumerate(lines) if _begins_at(line.text, column)]
    blocks = _blocks(beside)
    heads = [lines[block[0]].text for block in blocks]
    words = [" ".join(lines[n].text[column:].strip() for n in block) for block in blocks]
    dated = sum(match_date(head.strip()) is not None for head in heads)
    parted = sum(";" in each for each in words)
    if dated < _LEAST_DATED * len(blocks) or not (are_announced or parted >= _LEAST_PARTED * len(blocks)):
        return []
    return [_cut(lines[n], column) for n in beside]


def _margin(lines: Sequence[_Line]) -> int | None:
    """The column at which short words stand again and again, and which hardly a line runs across."""
    starts = Counter(start for line in lines if (start := _last_column(line.text)) is not None)
    column, times = next(iter(starts.most_common(1)), (0, 0))
    crossing = sum(len(line.text) > column and line.text[column - 2 : column + 1].strip() != "" for line in lines)
    crossing -= sum(_begins_at(line.text, column) for line in lines)
    return column if times >= _FEWEST_LINES and crossing <= _MOST_CROSSING * times else None


def _last_column(line: str) -> int | None:
    m = _BESIDE.match(line) or _ALONE.match(line)
    short = m is not None and len(m["words"]) <= _LONGEST_KEYWORD
    return m.start("words") if m is not None and short and m.start("words") >= _LEAST_COLUMN else None


def _begins_at(line: str, column: int) -> bool:
    before, words = line[column - 2 : column], line[column:]
    return not before.strip() and words[:1].strip() != "" and len(words) <= _LONGEST_KEYWORD


def _blocks(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers of lines, those that follow each other together."""
    blocks: list[list[int]] = []
    for number in numbers:
        if blocks and blocks[-1][-1] == number - 1:
            blocks[-1].append(number)
        else:
            blocks.append([number])
    return blocks


def _cut(line: _Line, column: int) -> Edit:
    return Edit(line.start + len(line.text[:column].rstrip()), line.start + len(line.text))


# --- dates over two lines of their column


def _ranges(lines: Sequence[_Line]) -> Iterator[Edit]:
    """`12 July–` with `14 Aug.` below it, each beside text that begins at the same column."""
    for line, below in pairwise(lines):
        begun = _BEGUN.match(line.text)
        gone_on = _GONE_ON.match(below.text) if begun else None
        if begun is None or gone_on is None or begun.end() != gone_on.end():
            continue
        printed = match_date(begun["date"] + gone_on["date"])
        if printed is None or printed.last is None or printed.end < len(begun["date"] + gone_on["date"]):
            continue
        end = line.start + begun.end("date")
        yield Edit(end, end, gone_on["date"])
        yield Edit(below.start, below.start + gone_on.end("date"))
