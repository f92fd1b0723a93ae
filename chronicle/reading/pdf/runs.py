"""Runs of text with their places on a page, and how neighbours on one line become one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a run's text that links to `url`."""

    start: int
    end: int
    url: str


class Run(NamedTuple):
    """Words on one line. Places are in points; `base` is the base line, growing down the page.

    `bold` is how many characters at its head are bold. A named tuple, since a page has a hundred of them and
    a frozen dataclass takes four times as long to make.
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
    """A page: its number, 1-based, and its runs as the file has them. `is_picture`: pictures in place of runs."""

    number: int
    runs: tuple[Run, ...]
    is_picture: bool = False


_SAME_LINE = 0.35  # of the size: a base line that differs by less is the same
_NO_BLANK = 0.14  # of the size: words nearer than this are one word
_CLOSING = frozenset(".,;:!?)]”’%")


def lines_of(runs: Iterable[Run]) -> list[Run]:
    """Runs of one column as lines, from the top down."""
    return [row[0] if len(row) == 1 else _merged(row) for row in rows_of(runs)]


def rows_of(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs that share a base line, from left to right."""
    row: list[Run] = []
    for run in sorted(runs, key=_base):
        if row and run.base - row[0].base > _SAME_LINE * max(row[0].size, run.size):
            yield sorted(row, key=_left) if len(row) > 1 else row
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=_left)


def _base(run: Run) -> float:
    return run.base


def _left(run: Run) -> float:
    return run.left


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
    right = max(one.right, other.right)
    return longer._replace(text=text + other.text, left=one.left, right=right, bold=bold, links=links)
