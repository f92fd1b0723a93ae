"""What stands at the margins of pages: running heads, page numbers and footnotes, told by place and repetition."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from chronicle.reading.furniture import is_page_number
from chronicle.reading.grammar import match_date
from chronicle.reading.pdf.heads import opens_entry
from chronicle.reading.pdf.runs import Run, Sheet, rows_of

_DEPTH = 3  # rows at the top and at the bottom of a page that can be furniture
_NEAR = 4.0  # points: a running head stands at this height on every page, give or take
_APART = 1.6  # sizes: so much white parts a lone page number from the text
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_LONGEST = 160
_NOTE = re.compile(r"[(\[]?\d{1,3}[)\].]?\s+\D|[*†‡§]{1,3}\s?\S|\d{1,3}[^\W\d]")
_SMALLER = 0.93  # of the size above: a footnote is set so much smaller

Row = list[Run]


def without_furniture(pages: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the rows at their edges that come back on other pages or only number them."""
    edges = [_edges(sheet) for sheet in pages]
    places = _places(edges)
    return [_cleared(sheet, top, bottom, places, len(pages)) for sheet, (top, bottom) in zip(pages, edges, strict=True)]


def _edges(sheet: Sheet) -> tuple[list[Row], list[Row]]:
    """The outermost rows of a page, the outermost first."""
    rows = list(rows_of(sheet.runs))
    return rows[: _DEPTH + 1], rows[-1 : -_DEPTH - 2 : -1]


def _key(row: Row) -> str:
    """A row's words with its numbers masked, so that a head is the same on every page."""
    return _DIGITS.sub("#", _text(row).casefold())


def _places(edges: Sequence[tuple[list[Row], list[Row]]]) -> dict[str, Counter[int]]:
    """For each key at an edge, on how many pages it stands at each height."""
    places: dict[str, Counter[int]] = defaultdict(Counter)
    for top, bottom in edges:
        seen = {(_key(row), round(row[0].base / _NEAR)) for row in (*top[:_DEPTH], *bottom[:_DEPTH])}
        for key, height in seen:
            places[key][height] += 1
    return places


def _cleared(sheet: Sheet, top: list[Row], bottom: list[Row], places: dict[str, Counter[int]], pages: int) -> Sheet:
    dropped: set[int] = set()
    for rows in (top, bottom):
        for row, inner in zip(rows[:_DEPTH], [*rows[1:], None], strict=False):
            if not (_is_furniture(row, inner, places, pages) or _numbers(row, inner, sheet.number)):
                break
            dropped.update(map(id, row))
    return replace(sheet, runs=tuple(run for run in sheet.runs if id(run) not in dropped)) if dropped else sheet


def _is_furniture(row: Row, inner: Row | None, places: dict[str, Counter[int]], pages: int) -> bool:
    text = _text(row)
    if len(text) > _LONGEST or opens_entry(text):
        return False
    apart = _is_apart(row, inner)
    if is_page_number(text):
        return apart
    times = _times(row, places)
    return times >= 3 or (times == 2 and apart and pages <= 4)


def _numbers(row: Row, inner: Row | None, page: int) -> bool:
    """Whether a short row apart from the text bears the number of its page at one end; a title page has none."""
    words = _text(row).split()
    return page > 1 and len(words) <= 12 and str(page) in (words[0], words[-1]) and _is_apart(row, inner)


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)


def _is_apart(row: Row, inner: Row | None) -> bool:
    return inner is None or abs(inner[0].base - row[0].base) > _APART * max(inner[0].size, row[0].size)


def _times(row: Row, places: dict[str, Counter[int]]) -> int:
    """On how many pages this row stands at this height."""
    counts = places[_key(row)]
    height = round(row[0].base / _NEAR)
    return sum(counts[h] for h in (height - 1, height, height + 1))


def without_footnotes(lines: list[Run]) -> list[Run]:
    """A column without the smaller lines at its foot that begin with the sign of a note."""
    for at in range(1, len(lines)):
        if _begins_notes(lines, at):
            return lines[:at]
    return lines


def _begins_notes(lines: list[Run], at: int) -> bool:
    line, size = lines[at], lines[at].size
    if size > _SMALLER * lines[at - 1].size or not _NOTE.match(line.text) or match_date(line.text):
        return False
    return all(below.size <= size * 1.05 for below in lines[at + 1 :])
