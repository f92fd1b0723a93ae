"""PDFium's pages as runs of text with their places; the one file that speaks with PDFium.

PDFium gives a page's characters in the order of the file, and line ends where it finds them. A line is cut
further wherever a wide gap parts its words, since two columns or the cells of a table can stand in one.
PDFium is not safe for threads: whoever calls holds the lock of `pdf.reader`.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from math import hypot
from typing import Any

from pypdfium2 import PdfDocument, raw

from chronicle.reading.pdf.runs import Run, Sheet, Span

# PDFium's signs for a hyphen at a line end; they stand in the place of the hyphen and of the line end.
_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[•●▪■‣◦□·–—*o»→-]|[(\[]?\d{1,3}[.)\]]")
_NOTE = re.compile(r"(?<=[^\W\d_]|[.,;:!?)”’\"])\d{1,3}(?=[\s.,;:)]|$)")
_BOLD = re.compile(rb"bold|black|heavy|demi|cmbx|sfbx|lmbx|-bd\b|,bd\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_GAP = 0.7  # of the size: wider than a blank stretched to justify a line mostly is
_RAISED = 0.15  # of the size: a digit so far above its line refers to a note
_ODD = str.maketrans({"\ufffe": "-", "\x02": "-", "\xa0": " ", "\xad": "-"})


@dataclass(frozen=True, slots=True)
class _Cut:
    """The characters from `start` to `end` (exclusive) as one run; `right` is its right edge."""

    start: int
    end: int
    left: float
    right: float


def sheets(pdf: PdfDocument) -> Iterator[Sheet]:
    """Every page of a document, in order. Raises PdfiumError for a page that cannot be loaded."""
    for index in range(len(pdf)):
        with closing(pdf[index]) as page, closing(page.get_textpage()) as textpage:
            yield Sheet(index + 1, tuple(_Page(pdf, page, textpage, index + 1).runs()))


class _Page:
    """One open page, asked for the places of its characters."""

    def __init__(self, pdf: PdfDocument, page: Any, textpage: Any, number: int) -> None:
        self._pdf, self._page, self._number = pdf.raw, page.raw, number
        self._chars = textpage.raw
        self.text = self._read()
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()
        self._turn = 0

    def _read(self) -> str:
        """The text, one character for each of PDFium's, so that offsets count in both."""
        count = raw.FPDFText_CountChars(self._chars)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._chars, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        return "".join(_sign(raw.FPDFText_GetUnicode(self._chars, at)) for at in range(count))

    def runs(self) -> Iterator[Run]:
        lines = list(self._lines())
        turns = [self._direction((start + end) // 2) for start, end in lines]
        if not turns:
            return
        self._turn = Counter(turns).most_common(1)[0][0]
        links = self._links()
        for (start, end), turn in zip(lines, turns, strict=True):
            if turn == self._turn:
                for cut in self._cuts(start, end):
                    yield self._run(cut, links)

    def _lines(self) -> Iterator[tuple[int, int]]:
        for m in _LINE.finditer(self.text):
            words = m[0].strip()
            if words:
                start = m.start() + m[0].index(words[0])
                yield start, start + len(words)

    def _direction(self, at: int) -> int:
        """Where the words run: 0 to the right, 1 up, 2 to the left, 3 down."""
        raw.FPDFText_GetMatrix(self._chars, at, self._matrix)
        a, b = self._matrix.a, self._matrix.b
        if abs(a) >= abs(b):
            return 0 if a >= 0 else 2
        return 1 if b > 0 else 3

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as turned to be read: to the right and down."""
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self._turn]

    def _origin(self, at: int) -> tuple[float, float]:
        x, y = self._box[:2]
        raw.FPDFText_GetCharOrigin(self._chars, at, x, y)
        return self._place(x.value, y.value)

    def _right(self, at: int) -> float:
        left, right, bottom, top = self._box
        raw.FPDFText_GetCharBox(self._chars, at, left, right, bottom, top)
        return max(self._place(left.value, bottom.value)[0], self._place(right.value, top.value)[0])

    def _size(self, at: int) -> float:
        raw.FPDFText_GetMatrix(self._chars, at, self._matrix)
        scale = hypot(self._matrix.c, self._matrix.d)
        return max(1.0, float(raw.FPDFText_GetFontSize(self._chars, at)) * scale)

    def _cuts(self, start: int, end: int) -> Iterator[_Cut]:
        """A line cut at its wide gaps and around references to notes."""
        size, base = self._size((start + end) // 2), self._origin((start + end) // 2)[1]
        for first, last in self._parts(start, end, size):
            begun = first
            for note in _NOTE.finditer(self.text, first, last):
                if base - self._origin(note.start())[1] > _RAISED * size:
                    yield self._cut(begun, note.start())
                    begun = note.end()
            if self.text[begun:last].strip():
                yield self._cut(begun, last)

    def _cut(self, start: int, end: int) -> _Cut:
        while self.text[start].isspace():
            start += 1
        while self.text[end - 1].isspace():
            end -= 1
        return _Cut(start, end, self._origin(start)[0], self._right(end - 1))

    def _parts(self, start: int, end: int, size: float) -> Iterator[tuple[int, int]]:
        """The parts of a line between wide gaps; a bullet or an ordinal stays with what follows it."""
        begun = last = start
        for m in _WORD.finditer(self.text, start, end):
            apart = m.start() > start and self._is_apart(last, m.start(), size)
            if apart and not _SIGN.fullmatch(self.text, begun, last):
                yield begun, last
                begun = m.start()
            last = m.end()
        yield begun, last

    def _is_apart(self, last: int, following: int, size: float) -> bool:
        return self._origin(following)[0] - self._right(last - 1) > _GAP * size

    def _run(self, cut: _Cut, links: list[Span]) -> Run:
        middle = (cut.start + cut.end) // 2
        base = self._origin(middle)[1]
        text = self.text[cut.start : cut.end].translate(_ODD)
        spans = tuple(
            Span(max(s.start, cut.start) - cut.start, min(s.end, cut.end) - cut.start, s.url)
            for s in links
            if s.start < cut.end and s.end > cut.start
        )
        return Run(text, self._number, cut.left, cut.right, base, self._size(middle), self._bold(cut), spans)

    def _bold(self, cut: _Cut) -> int:
        """How many characters at the head of a run are bold, a bullet before them left aside."""
        end = cut.start
        for m in _WORD.finditer(self.text, cut.start, cut.end):
            if end == cut.start and _SIGN.fullmatch(m[0]):
                continue
            if not self._is_bold(m.start()):
                break
            end = m.end()
        return end - cut.start

    def _is_bold(self, at: int) -> bool:
        size = raw.FPDFText_GetFontInfo(self._chars, at, self._name, len(self._name), self._flags)
        if size and _BOLD.search(self._name.raw[:size]):
            return True
        return bool(self._flags.value & _FORCED_BOLD) or raw.FPDFText_GetFontWeight(self._chars, at) >= 700

    def _links(self) -> list[Span]:
        """The links to addresses, each as the characters beneath it."""
        found: list[Span] = []
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(self._page, position, link):
            url = self._address(link)
            if url:
                found += (Span(a, b, url) for a, b in map(self._beneath, self._boxes(link)) if a < b)
        return found

    def _address(self, link: Any) -> str:
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return ""
        size = raw.FPDFAction_GetURIPath(self._pdf, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(self._pdf, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")

    def _boxes(self, link: Any) -> Iterator[tuple[float, float, float]]:
        """Left, right and middle height of each line that a link covers, where the page is not turned."""
        quad, box = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
        count = raw.FPDFLink_CountQuadPoints(link)
        for number in range(count):
            if raw.FPDFLink_GetQuadPoints(link, number, quad):
                yield min(quad.x1, quad.x3), max(quad.x2, quad.x4), (quad.y1 + quad.y3) / 2
        if count <= 0 and raw.FPDFLink_GetAnnotRect(link, box):
            yield box.left, box.right, (box.top + box.bottom) / 2

    def _beneath(self, box: tuple[float, float, float]) -> tuple[int, int]:
        left, right, height = box
        first = raw.FPDFText_GetCharIndexAtPos(self._chars, left + 1, height, 4, 6)
        last = raw.FPDFText_GetCharIndexAtPos(self._chars, right - 1, height, 4, 6)
        return (first, last + 1) if 0 <= first <= last else (0, 0)


def _sign(code: int) -> str:
    """A character that PDFium does not put into its text stands as a blank."""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
