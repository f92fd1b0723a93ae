"""Text with parts cut out or replaced, which still knows where each of its characters stood before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from chronicle.model import Link


class Edit(NamedTuple):
    """Put `new` in place of the characters from `start` to `end` (exclusive)."""

    start: int
    end: int
    new: str = ""


class Mark(NamedTuple):
    """A stretch of text that is a link (`url` may be empty or `#`) or, where `url` is None, bold."""

    start: int
    end: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text`, and for some of its offsets the offset in the reader's text; between them both run in step."""

    text: str
    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)
    marks: tuple[Mark, ...] = ()

    def source(self, offset: int) -> int:
        """The offset in the reader's text of the character at `offset`."""
        at = bisect_right(self.here, offset) - 1
        return self.there[at] + offset - self.here[at]

    def source_end(self, offset: int) -> int:
        """The offset in the reader's text just behind the character before `offset`."""
        return self.source(offset - 1) + 1 if offset else self.source(0)

    def is_bold(self, offset: int) -> bool:
        """Whether the character at `offset` is printed bold."""
        return self.bold_end(offset) is not None

    def bold_end(self, offset: int) -> int | None:
        """Where the bold words end among which the character at `offset` stands; None if it is not bold."""
        if not self.marks:
            return None
        at = bisect_right(self.marks, offset, key=_start_of) - 1
        near = self.marks[max(0, at - 2) : at + 1]
        return next((m.end for m in near if m.url is None and m.start <= offset < m.end), None)

    def links(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin between two offsets."""
        if not self.marks:
            return ()
        first, last = (bisect_left(self.marks, at, key=_start_of) for at in (start, end))
        marks = self.marks[first:last]
        return tuple(
            Link(self.text[m.start : m.end].strip(), m.url) for m in marks if m.url is not None and m.start < m.end
        )

    def edited(self, edits: Iterable[Edit]) -> "Mapped":
        """A copy with the edits made; they come in order and do not overlap."""
        edits = tuple(edits)
        if not edits:
            return self
        shift = _Shift(self.text, edits)
        here, there = self._points(shift, edits)
        marks = tuple(m._replace(start=shift.to(m.start), end=shift.to(m.end)) for m in self.marks)
        return Mapped(shift.text, here, there, marks)

    def _points(self, shift: "_Shift", edits: tuple[Edit, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        points = {shift.to(h): t for h, t in zip(self.here, self.there, strict=True)}
        for edit in edits:
            at = shift.to(edit.start)
            points.setdefault(at, self.source(edit.start))
            points[at + len(edit.new)] = self.source(edit.end)
        here = sorted(points)
        return tuple(here), tuple(points[h] for h in here)


_start_of = attrgetter("start")


class _Shift:
    """Old offsets to new ones over a series of edits; an offset inside an edit goes to its start."""

    def __init__(self, text: str, edits: tuple[Edit, ...]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[tuple[int, int, int]] = []
        done = size = 0
        for edit in edits:
            pieces += (text[done : edit.start], edit.new)
            at = size + edit.start - done
            size = at + len(edit.new)
            done = edit.end
            self._starts.append(edit.start)
            self._ends.append((edit.end, at, size))
        pieces.append(text[done:])
        self.text = "".join(pieces)

    def to(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        end, new_start, new_end = self._ends[at]
        if offset >= end:
            return new_end + offset - end
        return new_start
