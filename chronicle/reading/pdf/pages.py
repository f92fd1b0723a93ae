"""PDFium's pages as runs of text with their places; the one file that speaks with PDFium.

PDFium gives a page's characters in the order of the file, and line ends where it finds them. A line is cut
further wherever a wide gap parts its words, since two columns or the cells of a table can stand in one. To ask
for every word's place takes longer than all of PDFium's own work, so gaps are looked for between the page's
text objects, of which a line has few, and in a few lines between the words.
PDFium is not safe for threads: whoever calls holds the lock of `pdf.reader`.
"""

import ctypes
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

from pypdfium2 import PdfDocument, PdfiumError, raw

from chronicle.reading.lines import ITEM_SIGNS
from chronicle.reading.pdf.runs import Run, Sheet, Span

# PDFium's signs for a hyphen at a line end; they stand in the place of the hyphen and of the line end.
_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_WORD = re.compile(r"\S+")
_SIGN = re.compile(rf"[{ITEM_SIGNS}o]|[(\[]?\d{{1,3}}[.)\]]")
# The digit before the look back: so the search goes from digit to digit, eight times as fast.
_NOTE = re.compile(r"[0-9](?<=[^\W\d_].|[.,;:!?)”’\"].)\d{0,2}(?=[\s.,;:)]|$)")
_BOLD = re.compile(rb"bold|black|heavy|demi|cmbx|sfbx|lmbx|-bd\b|,bd\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_GAP = 0.7  # of the size: wider than a blank stretched to justify a line mostly is
_NARROW = 5.0  # points: no gap between columns is narrower
_HEIGHT = 8.0  # points: an object's foot is so near to its base line
_OBJECTS = 12  # text objects a line: with so many it is as cheap to look at every word
_SAMPLE = 6  # lines of a page in which gaps are looked for between the words
_RAISED = 0.15  # of the size: a digit so far above its line refers to a note
_COVERED = 0.5  # of a page without text: so much of it is a picture where the page is scanned
_TIGHTEST = 0.12  # of the size: no sign takes less room on the average
_ODD = (("\ufffe", "-"), ("\x02", "-"), ("\xa0", " "), ("\xad", "-"))


class _Line(NamedTuple):
    """The characters from `start` to `end` (exclusive) as PDFium's line."""

    start: int
    end: int
    size: float


_Gap = tuple[float, float]  # how high, and where what stands behind it begins


def sheets(pdf: PdfDocument, most: int) -> Iterator[Sheet]:
    """Every page of a document, in order.

    Raises PdfiumError for a page that cannot be loaded, and OverflowError for one of more than `most` objects:
    PDFium compares the text objects of a page with each other.
    """
    for index in range(len(pdf)):
        with closing(pdf[index]) as page:
            if raw.FPDFPage_CountObjects(page.raw) > most:
                raise OverflowError
            with closing(page.get_textpage()) as textpage:
                runs = tuple(_Page(pdf, page, textpage, index + 1).runs())
                yield Sheet(index + 1, runs, not runs and _is_picture(page))


def _is_picture(page: Any) -> bool:
    """Whether pictures cover most of a page, as where it is scanned."""
    area = page.get_width() * page.get_height()
    return bool(sum(map(_area, page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))) > _COVERED * area)


def _area(part: Any) -> float:
    try:
        left, bottom, right, top = part.get_bounds()
    except PdfiumError:
        return 0.0
    return float((right - left) * (top - bottom))


class _Page:
    """One open page, asked for the places of its characters."""

    def __init__(self, pdf: PdfDocument, page: Any, textpage: Any, number: int) -> None:
        self._pdf, self._page, self._number = pdf.raw, page.raw, number
        self._chars = textpage.raw
        self._printed = self._read()
        self.text = self._printed
        for odd, sign in _ODD:
            self.text = self.text.replace(odd, sign)
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
        found = [(start, end, *self._turn_and_size(self._middle(start, end))) for start, end in self._lines()]
        if not found:
            return
        self._turn = Counter(turn for _, _, turn, _ in found).most_common(1)[0][0]
        lines = [_Line(start, end, size) for start, end, turn, size in found if turn == self._turn]
        links, gaps = self._links(), self._gaps(lines)
        notes = [m.span() for m in _NOTE.finditer(self.text)]
        for line in lines:
            left, base = self._head(line.start, line.end)
            for first, last in self._parts_at(line, base, gaps):
                if first > line.start:
                    left, base = self._head(first, last)
                near = notes[bisect_left(notes, (first, 0)) : bisect_left(notes, (last, 0))] if notes else ()
                raised = [n for n in near if self._is_raised(n[0], base, line)] if near else ()
                for start, end in self._between(first, last, raised):
                    at = left if start == first else self._origin(start)[0]
                    run = self._run(start, end, at, base, line.size, links)
                    if run.right - at > _TIGHTEST * line.size * len(run.text):
                        yield run
                    else:
                        yield from self._lines_within(start, end, line.size, links)

    def _lines_within(self, start: int, end: int, size: float, links: list[Span]) -> Iterator[Run]:
        """The lines of a run that goes back to the left, since PDFium took no notice of where one of them ends."""
        places = [(m.start(), self._origin(m.start())[0]) for m in _WORD.finditer(self.text, start, end)]
        cuts = [start, *(at for (_, left), (at, back) in pairwise(places) if back <= left), end]
        for first, last in pairwise(cuts):
            left, base = self._head(first, last)
            yield self._run(first, last, left, base, size, links)

    def _lines(self) -> Iterator[tuple[int, int]]:
        for m in _LINE.finditer(self._printed):
            words = m[0].strip()
            if words:
                start = m.start() + m[0].index(words[0])
                yield start, start + len(words)

    def _middle(self, start: int, end: int) -> int:
        """A character in the middle of a line; PDFium's own blanks have no size."""
        at = (start + end) // 2
        while self.text[at].isspace():
            at += 1
        return at

    def _turn_and_size(self, at: int) -> tuple[int, float]:
        """Where the words run (0 to the right, 1 up, 2 to the left, 3 down), and how large they are."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._chars, at, matrix)
        a, b = matrix.a, matrix.b
        size = max(1.0, round(raw.FPDFText_GetFontSize(self._chars, at) * hypot(matrix.c, matrix.d), 1))
        if abs(a) >= abs(b):
            return (0 if a >= 0 else 2), size
        return (1 if b > 0 else 3), size

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as turned to be read: to the right and down."""
        if not self._turn:
            return x, -y
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self._turn]

    def _origin(self, at: int) -> tuple[float, float]:
        x, y = self._box[:2]
        raw.FPDFText_GetCharOrigin(self._chars, at, x, y)
        return self._place(x.value, y.value)

    def _right(self, at: int) -> float:
        left, right, bottom, top = self._box
        raw.FPDFText_GetCharBox(self._chars, at, left, right, bottom, top)
        if not self._turn:
            return float(right.value)
        return max(self._place(left.value, bottom.value)[0], self._place(right.value, top.value)[0])

    def _gaps(self, lines: Sequence[_Line]) -> list[_Gap] | None:
        """The gaps between text objects, from the top down; None if any line may hold one."""
        count = raw.FPDFText_CountRects(self._chars, 0, -1)
        if count > _OBJECTS * len(lines):
            return None
        gaps = self._gaps_between(count) if count > len(lines) else []
        return None if self._hides_columns(lines[:: len(lines) // _SAMPLE + 1], gaps) else gaps

    def _gaps_between(self, count: int) -> list[_Gap]:
        boxes = [self._object(number) for number in range(count)]
        return sorted((b[2], b[0]) for a, b in pairwise(boxes) if b[0] - a[1] > _NARROW and abs(a[2] - b[2]) < _HEIGHT)

    def _object(self, number: int) -> tuple[float, float, float]:
        """Left, right and foot of a text object."""
        left, top, right, bottom = self._box
        raw.FPDFText_GetRect(self._chars, number, left, top, right, bottom)
        if not self._turn:
            return left.value, right.value, -bottom.value
        one, other = self._place(left.value, bottom.value), self._place(right.value, top.value)
        return min(one[0], other[0]), max(one[0], other[0]), max(one[1], other[1])

    def _hides_columns(self, lines: Iterable[_Line], gaps: list[_Gap]) -> bool:
        """Whether two of these lines have a gap that ends at the same place, between words of one object."""
        ends: set[int] = set()
        for line in lines:
            if _near(gaps, self._head(line.start, line.end)[1]):
                continue
            parts = list(self._parts(line, 2 * _GAP))[1:]
            found = {round(self._origin(first)[0] / _NARROW) for first, _ in parts}
            if found & ends:
                return True
            ends |= found
        return False

    def _is_raised(self, at: int, base: float, line: _Line) -> bool:
        return base - self._origin(at)[1] > _RAISED * line.size

    def _between(self, start: int, end: int, notes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The stretches between references to notes."""
        for first, last in notes:
            yield start, first
            start = last
        while start < end and self.text[start].isspace():
            start += 1
        if start < end:
            yield start, end

    def _parts_at(self, line: _Line, base: float, gaps: list[_Gap] | None) -> Sequence[tuple[int, int]]:
        """The parts of a line; where its one gap is known, without a look at every word."""
        if gaps is None:
            return list(self._parts(line, _GAP))
        near = _near(gaps, base) if gaps else ()
        if not near:
            return [line[:2]]
        at = self._found(line, near[0][1]) if len(near) == 1 else 0
        if not at or _SIGN.fullmatch(self.text[line.start : at].strip()):
            return list(self._parts(line, _GAP))
        return [(line.start, at), (at, line.end)]

    def _found(self, line: _Line, left: float) -> int:
        """The word of a line that begins at a place behind a gap; 0 if there is none."""
        words = [m.span() for m in _WORD.finditer(self.text, line.start, line.end)]
        number = bisect_left(words, left - 1, key=lambda word: self._origin(word[0])[0])
        if not 0 < number < len(words):
            return 0
        at = words[number][0]
        return at if self._is_apart(words[number - 1][1], at, _GAP * line.size) else 0

    def _head(self, start: int, end: int) -> tuple[float, float]:
        """Left edge and base line of a run; one that begins with a sign may begin with a raised one."""
        left, base = self._origin(start)
        return left, base if self.text[start].isalpha() else self._origin(self._middle(start, end))[1]

    def _parts(self, line: _Line, gap: float) -> Iterator[tuple[int, int]]:
        """The parts of a line between gaps of so many sizes; a bullet or an ordinal stays with what follows it."""
        begun = last = line.start
        least = gap * line.size
        for m in _WORD.finditer(self.text, line.start, line.end):
            apart = m.start() > line.start and self._is_apart(last, m.start(), least)
            if apart and not _SIGN.fullmatch(self.text, begun, last):
                yield begun, last
                begun = m.start()
            last = m.end()
        yield begun, last

    def _is_apart(self, last: int, following: int, least: float) -> bool:
        return self._origin(following)[0] - self._right(last - 1) > least

    def _run(self, start: int, end: int, left: float, base: float, size: float, links: list[Span]) -> Run:
        while self.text[end - 1].isspace():
            end -= 1
        near = [link for link in links if link.start < end and link.end > start]
        spans = tuple(_within(link, start, end) for link in near) if near else ()
        right, bold = self._right(end - 1), self._bold(start, end)
        return Run(self.text[start:end], self._number, left, right, base, size, bold, spans)

    def _bold(self, start: int, end: int) -> int:
        """How many characters at the head of a run are bold, a bullet before them left aside.

        Nothing begins with a small letter, so that such a run is not asked.
        """
        if self.text[start].islower():
            return 0
        last = start
        for m in _WORD.finditer(self.text, start, end):
            if last == start and _SIGN.fullmatch(m[0]):
                continue
            if not self._is_bold(m.start()):
                break
            last = m.end()
        return last - start

    def _is_bold(self, at: int) -> bool:
        size = raw.FPDFText_GetFontInfo(self._chars, at, self._name, len(self._name), self._flags)
        if size > 1:
            return _is_bold_name(self._name.value) or bool(self._flags.value & _FORCED_BOLD)
        return int(raw.FPDFText_GetFontWeight(self._chars, at)) >= 700

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


@lru_cache(maxsize=256)
def _is_bold_name(name: bytes) -> bool:
    return _BOLD.search(name) is not None


def _near(gaps: list[_Gap], base: float) -> list[_Gap]:
    """The gaps that stand about as high as a line."""
    return gaps[bisect_left(gaps, (base - _HEIGHT, 0.0)) : bisect_left(gaps, (base + _HEIGHT, 0.0))]


def _within(link: Span, start: int, end: int) -> Span:
    return Span(max(link.start, start) - start, min(link.end, end) - start, link.url)


def _sign(code: int) -> str:
    """A character that PDFium does not put into its text stands as a blank."""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
