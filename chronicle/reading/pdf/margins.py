"""What stands at the margins of pages: running heads, page numbers and footnotes, told by place and repetition."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from chronicle.reading.furniture import is_foot
from chronicle.reading.grammar import match_date
from chronicle.reading.openings import ends_sentence
from chronicle.reading.pdf.heads import opens_entry
from chronicle.reading.pdf.runs import Run, Sheet, rows_of

_DEPTH = 3  # rows at the top and at the bottom of a page that can be furniture
_NEAR = 4.0  # points: a running head stands at this height on every page, give or take
_APART = 1.6  # sizes: so much white parts a lone page number from the text
_NUMBER = r"(?:\d{1,4}|[ivxl]{1,6})"
_COUNTED = re.compile(rf"^\W*{_NUMBER}\b|\b{_NUMBER}\W*$|\b(?:page|pp?\.?|no\.)\s?{_NUMBER}\b")
_PAGE = re.compile(r"\d{1,3}")
_BESIDE_SIGN = re.compile(r"(?P<first>\d{1,3})\s[|–—•·]\s|.*[^\W\d].*\s[|–—•·]\s(?P<last>\d{1,3})$")
_SIDES = re.compile(r"\s[|•·]\s")
_FEW_WORDS = 12
_TWO = 2  # pages, of which the first has a title instead of a head
_RUNS = 30  # runs at an edge that are looked at
_LONGEST = 160
_NOTE = re.compile(r"[(\[]?\d{1,3}[)\].]?\s+\D|[*†‡§]{1,3}\s?\S|\d{1,3}[^\W\d]")
_SMALLER = 0.93  # of the size above: a footnote is set so much smaller

Row = list[Run]


def without_furniture(pages: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the rows at their edges that come back on other pages or only number them."""
    margins = _Margins(pages)
    return [margins.cleared(sheet) for sheet in pages]


def heads_of(pages: Sequence[Sheet], inner: Sequence[Sheet]) -> tuple[str, ...]:
    """The rows that the inner parts of pages are without, each once."""
    found: dict[str, None] = {}
    for sheet, kept in zip(pages, inner, strict=True):
        if sheet is not kept:
            left = {id(run) for run in kept.runs}
            found |= dict.fromkeys(_text(row) for row in rows_of(run for run in sheet.runs if id(run) not in left))
    return tuple(found)


class _Margins:
    """What stands at the edges of a document's pages: for each row's key, on which pages at each height."""

    def __init__(self, pages: Sequence[Sheet]) -> None:
        self._count = len(pages)
        self._edges = {sheet.number: _edges(sheet) for sheet in pages}
        self._places: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._folios: Counter[int] = Counter()
        for number, (top, bottom) in self._edges.items():
            for row in (*top[:_DEPTH], *bottom[:_DEPTH]):
                self._places[_key(row), _height(row)].add(number)
            self._folios.update({folio - number for rows in (top, bottom) if rows and (folio := _folio(rows[0]))})

    def cleared(self, sheet: Sheet) -> Sheet:
        dropped = {id(run) for rows in self._edges[sheet.number] for row in self._outer(rows, sheet) for run in row}
        if not dropped:
            return sheet
        return replace(sheet, runs=tuple(run for run in sheet.runs if id(run) not in dropped))

    def _outer(self, rows: Sequence[Row], sheet: Sheet) -> Sequence[Row]:
        """The outermost rows that are furniture, as far as something sets them off from the text."""
        count = 0
        while count < min(_DEPTH, len(rows)) and self._is_furniture(rows[count], sheet):
            count += 1
        while count and not self._is_set_off(rows[count - 1], rows[count] if count < len(rows) else None):
            count -= 1
        return rows[: count or (self._count == _TWO and _is_small_head(rows, sheet))]

    def _is_furniture(self, row: Row, sheet: Sheet) -> bool:
        text = _text(row)
        if len(text) > _LONGEST or opens_entry(text):
            return False
        if self._comes_back(row, sheet.number) or is_foot(text) or _numbers(text, sheet.number):
            return True
        return self._counts_on(row, sheet.number) or self._is_between_heads(row, sheet.number)

    def _is_between_heads(self, row: Row, number: int) -> bool:
        """Whether the pages before and behind have a row that comes back where this one stands, and set alike.

        Left and right pages have heads of their own: a left one between two right ones is the only one of its kind.
        """
        return all(any(self._is_head_like(other, row, n) for other in self._outermost(n)) for n in _beside(number))

    def _is_head_like(self, other: Row, row: Row, number: int) -> bool:
        alike = _height(other) == _height(row) and other[0].is_near(row[0], 0.05)
        return alike and other[0].is_bold == row[0].is_bold and self._comes_back(other, number)

    def _outermost(self, number: int) -> Iterable[Row]:
        """The first and the last row of a page, if there is one."""
        return (rows[0] for rows in self._edges.get(number, ()) if rows)

    def _counts_on(self, row: Row, number: int) -> bool:
        """Whether a row bears the number that a page has by those of other pages: `58 | Accord`, `The coasts | 59`."""
        folio = _folio(row)
        return folio is not None and self._folios[folio - number] > 1

    def _is_set_off(self, row: Row, inner: Row | None) -> bool:
        """By white, by another size, or by the number of the page in words that come back."""
        if inner is None or not row[0].is_near(inner[0], 0.05):
            return True
        if abs(inner[0].base - row[0].base) > _APART * max(inner[0].size, row[0].size):
            return True
        return "#" in _key(row) and len(self._pages(row)) >= 3

    def _comes_back(self, row: Row, number: int) -> bool:
        """Whether a row stands on other pages too, one of them at most two pages away: left and right can differ."""
        pages = self._pages(row)
        often = len(pages) >= (3 if self._count > 4 else 2)
        return often and any(n in pages for n in (number - 2, number - 1, number + 1, number + 2))

    def _pages(self, row: Row) -> set[int]:
        """The pages on which a row stands at this height."""
        key, height = _key(row), _height(row)
        near = (self._places.get((key, h), set()) for h in (height - 1, height, height + 1))
        return set().union(*near)


def _beside(number: int) -> tuple[int, int]:
    """The pages before and behind a page."""
    return number - 1, number + 1


def _edges(sheet: Sheet) -> tuple[list[Row], list[Row]]:
    """The outermost rows of a page, the outermost first, and one more."""
    runs = sorted(sheet.runs, key=lambda run: run.base)
    top, bottom = rows_of(runs[:_RUNS]), rows_of(runs[-_RUNS:])
    return list(islice(top, _DEPTH + 1)), list(bottom)[-1 : -_DEPTH - 2 : -1]


def _height(row: Row) -> int:
    return round(row[0].base / _NEAR)


def _key(row: Row) -> str:
    """A row's words with the number of the page masked, so that a head is the same on every page.

    A left page can turn round what a right page has: `24  MAY 2020 | THE HERALD`, `THE HERALD | MAY 2020  25`.
    """
    text = _text(row)
    inner = [run for run in row if not _PAGE.fullmatch(run.text)]
    if len(inner) < len(row) and len(sides := _SIDES.split(_text(inner))) > 1:
        return " | ".join(["#", *sorted(side.casefold() for side in sides)])
    printed = match_date(text)
    if printed is None:
        return _COUNTED.sub("#", text.casefold())
    return text[: printed.end] + _COUNTED.sub("#", text[printed.end :].strip().casefold())


def _numbers(text: str, page: int) -> bool:
    """Whether a short row bears the number of its page at one end; a title page has none."""
    words = text.split()
    return page > 1 and len(words) <= 12 and str(page) in (words[0], words[-1])


def _is_small_head(rows: Sequence[Row], sheet: Sheet) -> bool:
    """Whether a few words in smaller print stand apart at the top of the second of two pages: a running head that has
    no page to come back on (`Orr Libraries | Guide 14`).
    """
    if sheet.number < 2 or len(rows) < 2 or rows[0][0].base > rows[1][0].base:
        return False
    head, text = rows[0][0], _text(rows[0])
    small = head.size < _SMALLER * min(rows[1][0].size, usual_size(run for run in sheet.runs if run.base != head.base))
    apart = rows[1][0].base - head.base > _APART * rows[1][0].size
    named = len(text.split()) <= _FEW_WORDS and text[0].isupper() and not ends_sentence(text)
    return small and apart and named and match_date(text) is None


def _folio(row: Row) -> int | None:
    """The number of a page at one end of a short row, parted from its words by white or by a sign."""
    words = _text(row)
    if len(words.split()) > _FEW_WORDS or match_date(words) is not None:
        return None
    apart = [run.text for run in (row[0], row[-1]) if len(row) > 1 and _PAGE.fullmatch(run.text)]
    m = _BESIDE_SIGN.match(words)
    return int(apart[0]) if apart else int(m["first"] or m["last"]) if m else None


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)


def usual_size(lines: Iterable[Run]) -> float:
    """The size in which most of a text is set."""
    signs: Counter[float] = Counter()
    for line in lines:
        signs[line.size] += len(line.text)
    return max(signs, key=lambda size: (signs[size], size), default=0.0)


def without_footnotes(lines: list[Run], usual: float) -> list[Run]:
    """A column without the lines at its foot, smaller than the text's `usual` size, that begin like a note."""
    for at in range(1, len(lines)):
        if _begins_notes(lines, at, usual):
            return lines[:at]
    return lines


def _begins_notes(lines: list[Run], at: int, usual: float) -> bool:
    raised = _is_raised_number(lines, at)
    text, size = (f"{lines[at].text} {lines[at + 1].text}" if raised else lines[at].text), lines[at + raised].size
    if size > _SMALLER * min(usual, lines[at - 1].size) or not _NOTE.match(text) or match_date(text):
        return False
    return all(below.size <= size * 1.05 for below in lines[at + 1 :])


def _is_raised_number(lines: list[Run], at: int) -> bool:
    """Whether the number of a note stands by itself in smaller print, above the base of the note's first line."""
    if at + 1 == len(lines) or not _PAGE.fullmatch(lines[at].text):
        return False
    number, note = lines[at], lines[at + 1]
    return number.size < _SMALLER * note.size and note.base - number.base < note.size and number.right <= note.left
