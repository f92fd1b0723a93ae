"""Tables as blocks: rows with the date column first, or where a table only serves layout, what its cells hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from chronicle.reading.blocks import BULLET, ROW, Block, joined
from chronicle.reading.grammar import match_date
from chronicle.reading.openings import ends_sentence, tells
from chronicle.reading.printed import Printed, nothing_but

_LONGEST_REPEATED = 100  # characters of a cell that is repeated in each row over which it spans
_MANY_LINES = 12  # lines in one cell that show a table to be layout; of so few rows as two, a third of them
_WIDEST = 100  # columns
_SOURCES = re.compile(
    r"(?:(?:main|key|primary|selected) )?(?:sources?|source\(s\)|references?|refs?\.?|citations?)"
    r"(?:\s?[/&]\s?(?:sources?|references?|links?|notes?))?\s?:?"
    r"|key\s?words?|tags|(?:index|subject) (?:terms?|words?|headings?)",
    re.IGNORECASE,
)
# The names of two columns that tell when something began and when it ended.
_BEGAN = re.compile(r"(?:from|start(?:ed|s)?|beg(?:a|i)n(?:s|ning)?|arriv(?:al|ed|es))(?: date)?", re.IGNORECASE)
_ENDED = re.compile(
    r"(?:to|until|till|end(?:ed|s)?|(?:date )?of end|departure|departed|departs|left)(?: date)?", re.IGNORECASE
)
_DOCUMENT = re.compile(r"(?:No\.\s?)?[A-Z]{1,6}(?:[-/ ][A-Z\d][\w.]{0,11}){1,5}")
_NUMBERED = re.compile(r"\d{1,3}\.?\s[^\W\d]")


@dataclass(slots=True)
class Cell:
    """`rows` over which it spans, `columns` likewise; `header` for the head of a row or column."""

    blocks: list[Block]
    rows: int = 1
    columns: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        return " ".join(block.text for block in self.blocks)

    @property
    def lines(self) -> int:
        return len(self.blocks) + sum(block.text.count("\n") for block in self.blocks)


@dataclass(slots=True)
class Table:
    """`layout` if its markup says that it is no table of data."""

    rows: list[list[Cell]] = field(default_factory=list)
    layout: bool = False


def blocks_of(table: Table) -> list[Block]:
    """The rows as blocks; a table for layout gives up what its cells hold, in order."""
    rows = [row for row in table.rows if any(cell.blocks for cell in row)]
    if _is_layout(table, rows):
        return [block for row in rows for cell in row for block in cell.blocks]
    told = _without_heads(_with_spans(_without_sources(list(_spread(rows)))))
    rows = _without_heads(rows)
    labelled = _are_labelled(rows)
    grid = unnumbered([_shown(part) for row in told for part in _items_apart(row)])
    column = date_column(grid)
    if column is None or (column and labelled):
        return [_row(cells) for cells in grid if any(cell.text for cell in cells)]
    return [_row(_date_first(cells, column)) for cells in _filled(_from_first_date(grid, column), column)]


def _is_layout(table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
    if table.layout or max((len(row) for row in rows), default=0) < 2:
        return True
    most = _MANY_LINES if len(rows) > 2 else _MANY_LINES // 3
    return any(cell.lines > most or any(b.is_heading for b in cell.blocks) for row in rows for cell in row)


def _without_sources(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Without the columns that tell where what the rows say is taken from."""
    names = next((row for row in rows if len(row) > 1), [])
    dropped = source_columns([cell.text for cell in names], [[cell.text for cell in row] for row in rows])
    return [[cell for at, cell in _placed(row) if at not in dropped] for row in rows] if dropped else rows


def _with_spans(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with both ends of a time in one cell, where two columns tell when what is told began and ended."""
    names = next((row for row in rows if len(row) > 1), [])
    at = span_at([cell.text for cell in names])
    if at is None or (at and _numbers_things([_shown(row[:1]) for row in rows])):
        return rows
    return [_with_span(row, at) if len(row) == len(names) else row for row in rows]


def _with_span(row: list[Cell], at: int) -> list[Cell]:
    began, ended = _shown(row[at : at + 2])
    span = spanned(began.text, ended.text)
    if span is None:
        return row
    first = Cell([began if span == began.text else joined((began, ended), between=" – ")])
    return [*row[:at], first, *row[at + 2 :]]


def span_at(names: Sequence[str]) -> int | None:
    """The column that tells when something began, if the next tells when it ended: `From | To | Event`."""
    pairs = enumerate(pairwise(name.strip(" :") for name in names))
    return next((at for at, (one, other) in pairs if _BEGAN.fullmatch(one) and _ENDED.fullmatch(other)), None)


def spanned(began: str, ended: str) -> str | None:
    """Two dates as one, `3 May 1998 – 7 May 1998`; the first alone where both are the same or the second is empty."""
    if date_in(began) is None:
        return None
    if not ended.strip(" -–—") or ended.strip() == began.strip():
        return began
    both = f"{began.strip()} – {ended.strip()}"
    found = date_in(both) if date_in(ended) else None
    return both if found is not None and found.last is not None else None


def _placed(row: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """The cells of a row with the columns at which they begin."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns


def source_columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns of sources or keywords by their names, in a table that tells more; numbers of documents are none."""
    named = {at for at, name in enumerate(names) if _SOURCES.fullmatch(name.strip())}
    if not named or len(names) - len(named) < 2 or any(map(date_in, names)):
        return frozenset()
    cells = {at: [row[at] for row in rows if len(row) == len(names) and row[at].strip()] for at in named}
    documents = {at for at, texts in cells.items() if 2 * sum(map(_is_document, texts)) > len(texts)}
    return frozenset(named - documents)


def _is_document(text: str) -> bool:
    return _DOCUMENT.fullmatch(text.strip()) is not None


def _without_heads(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Without the rows that only name the columns."""
    return [row for row in rows if len(row) < 2 or not all(cell.header for cell in row)]


def _spread(rows: Iterable[Sequence[Cell]]) -> Iterable[list[Cell]]:
    """Each row with the short cells that reach down into it from above."""
    reaching: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        waiting = list(reversed(row))
        column = 0
        while waiting or any(at >= column for at in reaching):
            cell, left = reaching.pop(column, (None, 0))
            if cell is None:
                if not waiting:
                    break
                cell = waiting.pop()
                left = cell.rows
            cells.append(cell)
            if left > 1 and column < _WIDEST and len(cell.text) <= _LONGEST_REPEATED:
                reaching[column] = (replace(cell, columns=1), left - 1)
            column += min(cell.columns, _WIDEST)
        yield cells


def _items_apart(row: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """A row beside whose date a list stands as one row for each of its items, with the date again."""
    at = next((n for n, cell in enumerate(row) if _is_list(cell)), None)
    if at is None or not any(date_in(cell.text) for cell in row):
        yield row
        return
    first, *others = row[at].blocks
    yield [*row[:at], Cell([first]), *row[at + 1 :]]
    for item in others:
        yield [Cell([item]) if n == at else cell if date_in(cell.text) else Cell([]) for n, cell in enumerate(row)]


def _is_list(cell: Cell) -> bool:
    """Whether a cell holds items that each tell something, the first of them perhaps without a bullet."""
    first, *others = cell.blocks or [Block("")]
    listed = bool(others) and all(block.lead == BULLET and tells(block.text) for block in others)
    return listed and tells(first.text) and (first.lead == BULLET or ends_sentence(first.text))


def _shown(row: Sequence[Cell]) -> list[Block]:
    return [joined(cell.blocks) for cell in row]


def date_column(grid: Sequence[Sequence[Block]]) -> int | None:
    """The column that holds nothing but a date in most rows."""
    counts = Counter(
        column for cells in grid if len(cells) > 1 for column, cell in enumerate(cells[:_WIDEST]) if date_in(cell.text)
    )
    rows = sum(len(cells) > 1 for cells in grid)
    # Of two such columns the one with days is meant, then the first.
    best = max(counts, key=lambda c: (counts[c] * 2 > rows, _days(grid, c), -c), default=None)
    if _numbers_things(grid) and 0 not in counts and sum(count * 2 > rows for count in counts.values()) > 1:
        return None  # `25 Science | 12.06.2006. | 12.06.2006.`: when each of many things began and ended
    return best if best is not None and counts[best] * 2 > rows else None


def _are_labelled(rows: Sequence[Sequence[Cell]]) -> bool:
    """`Launched | 11 October 1968`: whether most rows begin with the head of what they tell, as in a box of facts."""
    heads = sum(len(row) == 2 and row[0].header and match_date(row[0].text) is None for row in rows)
    return heads * 2 > len(rows)


def _numbers_things(grid: Sequence[Sequence[Block]]) -> bool:
    """Whether a number and a name stand in the first cell of most rows."""
    numbered = sum(_NUMBERED.match(cells[0].text) is not None for cells in grid if cells)
    return numbered * 2 > len(grid)


def unnumbered(grid: list[list[Block]]) -> list[list[Block]]:
    """Without a first column that only numbers the rows, or groups of them, where dates stand in another."""
    rows = [cells for cells in grid if len(cells) > 2]
    numbers = [cells[0].text.strip(" .)") for cells in rows]
    numbers = numbers[not numbers[:1] or not numbers[0].isdecimal() :]
    if len(numbers) < 3 or not _count_up(numbers):
        return grid
    rest = [cells[1:] if len(cells) > 2 else cells for cells in grid]
    column = date_column(rest)
    told = () if column is None else _dates(rest, column)
    return rest if any(found.year or (found.first.month and found.first.day) for found in told) else grid


def _count_up(numbers: Sequence[str]) -> bool:
    """`1`, `2`, `3`, and with cells that span rows `1`, `1`, `2`."""
    if not all(number.isdecimal() for number in numbers) or int(numbers[0]) != 1:
        return False
    return all(int(number) - int(before) in (0, 1) for before, number in pairwise(numbers))


def _days(grid: Sequence[Sequence[Block]], column: int) -> bool:
    return any(found.first.day is not None for found in _dates(grid, column))


def _dates(grid: Sequence[Sequence[Block]], column: int) -> Iterator[Printed]:
    cells = (cells[column].text for cells in grid if column < len(cells))
    return filter(None, map(date_in, cells))


def date_in(text: str) -> Printed | None:
    """A cell's date, if nothing else is printed in it."""
    text = text.strip()
    if not text or len(text) > 60:
        return None
    printed = match_date(text, bare_days=True)
    return printed if printed is not None and nothing_but(text, printed) else None


def _from_first_date(grid: Sequence[Sequence[Block]], column: int) -> Sequence[Sequence[Block]]:
    """Without a first row that names the columns in common cells."""
    first = grid[0]
    named = len(first) > column and len(first) > 1 and first[column].text and not date_in(first[column].text)
    return grid[1:] if named and len(first[column].text.split()) <= 3 else grid


def _filled(grid: Iterable[Sequence[Block]], column: int) -> Iterator[Sequence[Block]]:
    """Rows whose dates go on under a year or a month that is printed once, left of them, with these repeated."""
    above: dict[int, Block] = {}
    for cells in grid:
        filled = list(cells)
        if column < len(cells) and date_in(cells[column].text):
            for at in range(max(0, column - 2), column):
                if not cells[at].text:
                    filled[at] = above.get(at, cells[at])
        for at, cell in enumerate(filled[:column]):
            if date_in(cell.text):
                above[at] = cell
        yield filled


def _whole_date(cells: Sequence[Block], column: int) -> range:
    """The column of the date with those beside it that belong to it: `June | 13`, `1992 | 7 February`."""
    for first, stop in ((-2, 1), (-1, 2), (0, 3), (-1, 1), (0, 2)):
        beside = range(column + first, column + stop)
        if beside.start >= 0 and beside.stop < len(cells) and all(cells[at].text for at in beside):
            words = " ".join(cells[at].text for at in beside)
            if not words.isdecimal() and date_in(words):
                return beside
    return range(column, column + 1)


def _date_first(cells: Sequence[Block], column: int) -> Sequence[Block]:
    if len(cells) <= column:
        return cells
    beside = _whole_date(cells, column)
    if len(beside) > 1:
        return [joined(cells[at] for at in beside), *cells[: beside.start], *cells[beside.stop :]]
    if not column:
        return cells
    date, before = cells[column], cells[column - 1]
    if not date.text and _is_year(before.text):
        return [before, *cells[: column - 1], *cells[column + 1 :]]
    own = date_in(date.text)
    if own and own.year is None and _is_year(before.text):
        date = joined([date, before], between=", ")
        return [date, *cells[: column - 1], *cells[column + 1 :]]
    return [date, *cells[:column], *cells[column + 1 :]]


def _is_year(text: str) -> bool:
    found = date_in(text)
    return found is not None and found.year is not None and found.first.month is None and found.first.day is None


def _row(cells: Sequence[Block]) -> Block:
    """A row of one cell stands over those that follow, as a month does."""
    told = [cell for cell in cells if cell.text]
    if len(cells) == 1:
        return told[0] if told else Block("")
    row = joined(told if told and told[0] is cells[0] else cells, ROW, " | ")
    row.text += " |"
    return row
