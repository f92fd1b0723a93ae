"""What a reader of one file format hands on, and the protocol that every such reader keeps."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from chronicle.model import Citation, Location, Problem
from chronicle.reading.formats import Kind
from chronicle.reading.mapped import Mapped


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the reader's text: it begins at the offset `start`; `number` is 1-based."""

    start: int
    number: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as text. All offsets of a document point into `text`.

    `clean` is the same text without markup: one line a paragraph, bullet or heading, a table's cells
    parted by ` | ` behind a leading `|`, headings led by `#`, an empty line wherever something new
    begins; its marks are the links and the bold stretches. `pages` is empty where the format has none. `heads`
    are the rows at the edges of pages that `text` is without, `about` is what the file says of itself elsewhere,
    `problems` what of the file could not be read.
    """

    text: str
    clean: Mapped
    pages: tuple[Page, ...] = ()
    url: str | None = None
    heads: tuple[str, ...] = ()
    about: Citation = field(default_factory=Citation)
    problems: tuple[Problem, ...] = ()


class Places:
    """On which page and in which line of the reader's text an offset lies."""

    def __init__(self, text: str, pages: Sequence[Page]) -> None:
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self._pages = pages
        self._starts = [page.start for page in pages]

    def location(self, start: int, end: int) -> Location:
        page = self._pages[max(bisect_right(self._starts, start) - 1, 0)].number if self._pages else None
        return Location(start, end, page, bisect_right(self._lines, start))


class Reader(Protocol):
    """Reads one file format. `claims` says whether a file of some kind is of it; `read` may raise ReadError."""

    name: str

    def claims(self, kind: Kind, file: str) -> bool: ...

    def read(self, data: bytes, file: str) -> Reading: ...
