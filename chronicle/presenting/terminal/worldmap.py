"""Places on a small map: land in Braille dots, and a sign for each place that the list below explains."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import ceil
from string import ascii_uppercase, digits

from rich.text import Text

from chronicle.presenting.drawing.globe import Point, View, outlines, view
from chronicle.presenting.terminal.lines import MARK, QUIET, line
from chronicle.presenting.terminal.signs import Signs

# A character has so many dots across and down; Unicode numbers the patterns by the sum of their dots.
ACROSS, DOWN = 2, 4
_BLANK = 0x2800
_DOTS = {(0, 0): 1, (0, 1): 2, (0, 2): 4, (1, 0): 8, (1, 1): 16, (1, 2): 32, (0, 3): 64, (1, 3): 128}

MARKS = digits[1:] + ascii_uppercase

Cell = tuple[int, int]
Dots = set[tuple[int, int]]


def worldmap(
    places: Sequence[Point], rings: Iterable[Sequence[Point]], width: int, signs: Signs, *, everywhere: bool = False
) -> list[Text]:
    """The land around the places, a quarter as high as wide; the first of several at one spot gives the sign."""
    rows = max(width // 4, 4)
    seen = view(() if everywhere else places, width * ACROSS, rows * DOWN / (width * ACROSS))
    land = _land(seen, rings, width * ACROSS, rows * DOWN)
    dots = _shore(land, width * ACROSS, rows * DOWN) if signs.has_braille else land
    cells = _braille(dots) if signs.has_braille else _filled(dots, signs)
    return list(_rows(cells, _marks(seen, places), width, rows))


def mark(at: int) -> str:
    """The sign of the place of this rank, from 0; nothing for those beyond the last sign."""
    return MARKS[at] if at < len(MARKS) else ""


def _marks(seen: View, places: Sequence[Point]) -> dict[Cell, str]:
    found: dict[Cell, str] = {}
    for at, (longitude, latitude) in enumerate(places[: len(MARKS)]):
        x, y = seen.place(longitude, latitude)
        found.setdefault((int(x // ACROSS), int(y // DOWN)), mark(at))
    return found


def _land(seen: View, rings: Iterable[Sequence[Point]], width: int, height: int) -> Dots:
    """The dots whose centres lie within an odd number of outlines, row by row."""
    crossings: list[list[float]] = [[] for _ in range(height)]
    for ring in outlines(seen, rings):
        for (x, y), (right, below) in pairwise(ring):
            (x, y), (right, below) = sorted(((x, y), (right, below)), key=lambda point: point[1])
            for row in range(max(ceil(y - 0.5), 0), min(ceil(below - 0.5), height)):
                crossings[row].append(x + (row + 0.5 - y) * (right - x) / (below - y))
    return {(x, y) for y, row in enumerate(crossings) for x in _between(sorted(row), width)}


def _between(crossings: Sequence[float], width: int) -> Iterator[int]:
    for begin, end in zip(crossings[::2], crossings[1::2], strict=True):
        yield from range(max(ceil(begin - 0.5), 0), min(ceil(end - 0.5), width))


def _shore(land: Dots, width: int, height: int) -> Dots:
    """The land beside the sea: with all land filled, nothing would stand out. The map's edge is no shore."""
    sea = {(x, y) for x, y in product(range(width), range(height))} - land
    return {(x, y) for x, y in land if not sea.isdisjoint(((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)))}


def _braille(dots: Dots) -> dict[Cell, str]:
    patterns: dict[Cell, int] = {}
    for x, y in dots:
        cell = x // ACROSS, y // DOWN
        patterns[cell] = patterns.get(cell, _BLANK) + _DOTS[x % ACROSS, y % DOWN]
    return {cell: chr(pattern) for cell, pattern in patterns.items()}


def _filled(dots: Dots, signs: Signs) -> dict[Cell, str]:
    """A sign where half of a character or more is land."""
    many: dict[Cell, int] = {}
    for x, y in dots:
        cell = x // ACROSS, y // DOWN
        many[cell] = many.get(cell, 0) + 1
    return {cell: signs.shades[0] for cell, number in many.items() if number * 2 >= ACROSS * DOWN}


def _rows(cells: Mapping[Cell, str], marks: Mapping[Cell, str], width: int, rows: int) -> Iterator[Text]:
    for row in range(rows):
        pieces = (
            (marks[column, row], MARK) if (column, row) in marks else (cells.get((column, row), " "), QUIET)
            for column in range(width)
        )
        yield line(*pieces)
