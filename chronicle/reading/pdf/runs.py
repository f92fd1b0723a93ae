"""Runs of text with their places on a page, and how neighbours on one line become one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a run's text that links to `url`."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line. Places are in points; `base` is the base line, growing down the page.

    `bold` is how many characters at its head are bold.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: int = 0
    links: tuple[Span, ...] = ()

    @property
    def is_bold(self) -> bool:
        return self.bold >= len(self.text)

    def is_near(self, other: "Run", tolerance: float = 0.1) -> bool:
        """Whether both are printed in about the same size."""
        return abs(self.size - other.size) <= tolerance * max(self.size, other.size)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number, 1-based, and its runs as the file has them."""

    number: int
    runs: tuple[Run, ...]


_SAME_LINE = 0.35  # of the size: a base line that differs by less is the same
_NO_BLANK = 0.14  # of the size: words nearer than this are one word
_CLOSING = frozenset(".,;:!?)]”’%")


def lines_of(runs: Iterable[Run]) -> list[Run]:
    """Runs of one column as lines, from the top down."""
    return [_merged(row) for row in rows_of(runs)]


def rows_of(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs that share a base line, from left to right."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda r: r.base):
        if row and run.base - row[0].base > _SAME_LINE * max(row[0].size, run.size):
            yield sorted(row, key=lambda r: r.left)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda r: r.left)


def _merged(row: Sequence[Run]) -> Run:
    whole = row[0]
    for run in row[1:]:
        whole = _joined(whole, run)
    return whole


def _joined(one: Run, other: Run) -> Run:
    apart = other.left - one.right > _NO_BLANK * one.size and other.text[0] not in _CLOSING
    text = one.text + (" " if apart else "")
    shift = len(text)
    links = one.links + tuple(Span(s.start + shift, s.end + shift, s.url) for s in other.links)
    bold = shift + other.bold if one.is_bold and other.bold else one.bold
    longer = one if len(one.text) >= len(other.text) else other
    return replace(
        longer, text=text + other.text, left=one.left, right=max(one.right, other.right), bold=bold, links=links
    )
