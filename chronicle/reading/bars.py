"""Tables of plain text, their cells between bars: dates first and without sources, as tables of other formats are,
and both ends of a time in one cell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chronicle.reading.blocks import Block
from chronicle.reading.mapped import Edit, Mapped
from chronicle.reading.tables import date_column, date_in, source_columns, span_at, spanned, unnumbered

_ROW = re.compile(r"^[^\S\n]*\|(?P<cells>[^\n]*)\|[^\S\n]*$", re.MULTILINE)
_RULE = re.compile(r"[\s:|-]+")
_RELEASE = re.compile(r"v?\d+(?:\.\d+)+\S*|v\d+")
_FEWEST = 3  # rows of a table

Cells = list[tuple[int, int]]  # where the cells of a row begin and end, the bars left out


def with_dates_first(clean: Mapped) -> Mapped:
    """The text with the date at the head of each row of a table that has it elsewhere, and no sources in any."""
    edits = [edit for table in _tables(clean.text) for edit in _edits(clean.text, table)]
    return clean.edited(edits) if edits else clean


def _tables(text: str) -> Iterator[list[Cells]]:
    """The rows that follow each other line by line, without the rule below the names of the columns."""
    table: list[Cells] = []
    end = 0
    for m in _ROW.finditer(text) if "|" in text else ():
        if table and m.start() != end + 1:
            yield table
            table = []
        end = m.end()
        if not _RULE.fullmatch(m["cells"]):
            table.append(_cells(m))
    if table:
        yield table


def _cells(row: re.Match[str]) -> Cells:
    bars = [
        row.start("cells") - 1,
        *(at for at in range(*row.span("cells")) if row.string[at] == "|"),
        row.end("cells"),
    ]
    return [(one + 1, other) for one, other in pairwise(bars)]


def _edits(text: str, table: Sequence[Cells]) -> Iterator[Edit]:
    grid = [[text[start:end].strip() for start, end in row] for row in table]
    if len(table) < _FEWEST or not grid:
        return
    dropped, column = set(source_columns(grid[0], grid)), _column(grid)
    if span_at(grid[0]) == 0:
        yield from _spans(table, grid, dropped)
        return
    if column is not None:
        dropped |= {column, 0} if _are_numbered(grid) else {column}
    for row, cells in zip(table, grid, strict=True):
        if len(cells) == len(grid[0]) and dropped:
            yield from _moved(row, dropped, "" if column is None else f" {cells[column]} |")


def _spans(table: Sequence[Cells], grid: Sequence[Sequence[str]], dropped: set[int]) -> Iterator[Edit]:
    """Both ends of a time in the first cell, where the first two columns tell when what is told began and ended."""
    for row, cells in zip(table, grid, strict=True):
        if len(cells) != len(grid[0]):
            continue
        span = spanned(cells[0], cells[1])
        if span is not None:
            yield Edit(row[0][0], row[1][1], f" {span} ")
        yield from _moved(row, dropped, "")


def _moved(row: Cells, dropped: set[int], date: str) -> Iterator[Edit]:
    """The date put behind the first bar, and the cells cut out that are dropped, each with the bar behind it.

    The bar goes into the edit, since what is put between two characters has no place of its own.
    """
    for at, (start, end) in enumerate(row):
        stop = min(end + 1, row[-1][1]) if at in dropped else start
        if at == 0 and (date or stop > start):
            yield Edit(start - 1, stop, "|" + date)
        elif stop > start:
            yield Edit(start, stop)


def _column(grid: Sequence[Sequence[str]]) -> int | None:
    """The only column of dates, if others stand before it that hold none, and no numbers of releases."""
    first = int(_are_numbered(grid))
    cells = [row[first:] for row in grid]
    column = date_column(_blocks(cells))
    if not column or any(date_in(cell) for row in cells for at, cell in enumerate(row) if at != column):
        return None
    releases = sum(_RELEASE.fullmatch(row[0]) is not None for row in cells)
    return column + first if releases * 2 < len(cells) else None


def _are_numbered(grid: Sequence[Sequence[str]]) -> bool:
    """Whether the first cells only count the rows."""
    blocks = _blocks(grid)
    return len(unnumbered(blocks)[-1]) < len(blocks[-1])


def _blocks(grid: Sequence[Sequence[str]]) -> list[list[Block]]:
    return [[Block(cell) for cell in row] for row in grid]
