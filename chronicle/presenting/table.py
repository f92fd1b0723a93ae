"""A table drawn for a terminal of a given width, by Rich. Data is printed as data, never as markup."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from chronicle.presenting.cells import Value, cell, plain
from chronicle.presenting.columns import Rows
from chronicle.presenting.terminal.lines import console
from chronicle.presenting.terminal.signs import signs_for

_NUMBERS = (int, float)
# Never broken over two lines as long as anything else can give way.
_WHOLE = {"id", "date", "start", "end", "type", "events", "first", "last", "country", "kind"}
_GAP = 2
# A word longer than this, as an address, may be broken.
_LONGEST_WORD = 30
_LEAST_BAR = 10


def write_rows(rows: Rows, file: TextIO, width: int, colour: bool = True) -> None:
    """A row a line, wrapped between words; where not even its words fit beside each other, a row a block of lines."""
    names = tuple(map(plain, rows.names))
    body = [list(row) for row in rows.body]
    texts = [[plain(cell(value)) for value in row] for row in body]
    widths = _widths(names, texts, width)
    if widths is None:
        _write_blocks(names, texts, file, width)
        return
    table = _table(names, body, widths)
    for row in texts:
        table.add_row(*map(Text, row))
    console(file, width, colour).print(table)


def write_bars(rows: Rows, file: TextIO, width: int, colour: bool = True) -> None:
    """The rows, whose last value is a count, each with a bar; the longest bar is a third of the width."""
    names = tuple(map(plain, rows.names))
    body = [list(row) for row in rows.body]
    texts = [[plain(cell(value)) for value in row] for row in body]
    longest = max((_count(row) for row in body), default=0)
    room = max(min(width // 3, width - _taken(names, texts) - _GAP), _LEAST_BAR)
    widths = _widths(names, texts, width - room - _GAP)
    table = _table((*names, ""), body, [*widths, room] if widths else None)
    bar = signs_for(file.encoding).bar
    for row, shown in zip(body, texts, strict=True):
        length = max(1, round(room * _count(row) / longest)) if _count(row) else 0
        table.add_row(*map(Text, shown), Text(bar * length, "cyan", no_wrap=True))
    console(file, width, colour).print(table)


def fits(rows: Rows, width: int) -> bool:
    """Whether its longest words fit beside each other, so that a row is no block; `rows.body` has to be a list."""
    return _widths(rows.names, [[plain(cell(value)) for value in row] for row in rows.body], width) is not None


def width(rows: Rows) -> int:
    """How many columns of a terminal the table takes where nothing is wrapped; `rows.body` has to be a list."""
    return _taken(rows.names, [[plain(cell(value)) for value in row] for row in rows.body])


def _taken(names: Sequence[str], texts: Sequence[Sequence[str]]) -> int:
    return sum(map(_widest, _columns(names, texts))) + _GAP * (len(names) - 1)


def _columns(names: Sequence[str], texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The cells of each column, its name first."""
    return [[name, *(row[at] for row in texts)] for at, name in enumerate(names)]


def _widest(cells: Iterable[str]) -> int:
    return max(map(cell_len, cells), default=0)


def _least(name: str, cells: Iterable[str]) -> int:
    """What a column needs so that no word of it is broken, or nothing of it at all."""
    if name in _WHOLE:
        return _widest(cells)
    return min(max((_widest(each.split()) for each in cells), default=0), _LONGEST_WORD)


def _widths(names: Sequence[str], texts: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """What each column gets; None where their longest words do not fit beside each other.

    What is left over goes to the columns that could use it, one sign after the other to the one that wants most.
    """
    columns = _columns(names, texts)
    wanted = list(map(_widest, columns))
    given = [min(_least(cells[0], cells), want) for cells, want in zip(columns, wanted, strict=True)]
    spare = width - sum(given) - _GAP * (len(names) - 1)
    if spare < 0:
        return None
    for _ in range(spare):
        at = max(range(len(given)), key=lambda at: wanted[at] / max(given[at], 1))
        if given[at] >= wanted[at]:
            break
        given[at] += 1
    return given


def _write_blocks(names: Sequence[str], texts: Iterable[Sequence[str]], file: TextIO, width: int) -> None:
    """Each row as lines of a name and a value, a blank line between rows."""
    label = _widest(names) + _GAP
    for number, row in enumerate(texts):
        if number:
            file.write("\n")
        for name, value in zip(names, row, strict=True):
            file.write(f"{_indented(f'{name:<{label}}{value}', label, width)}\n")


def _indented(line: str, label: int, width: int) -> str:
    if cell_len(line) <= width:
        return line.rstrip()
    from chronicle.presenting.wrapping import wrapped

    return "\n".join(wrapped(line, max(width, 2 * label), label))


def _count(row: Sequence[Value]) -> int:
    count = row[-1]
    return count if isinstance(count, int) else 0


def _table(names: Iterable[str], body: list[list[Value]], widths: Sequence[int] | None) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for place, name in enumerate(names):
        numeric = _is_numeric(row[place : place + 1] for row in body)
        table.add_column(
            Text(name),
            justify="right" if numeric else "left",
            no_wrap=name in _WHOLE or numeric,
            overflow="fold",
            width=widths[place] if widths else None,
            style="dim" if name == "id" else "",
        )
    return table


def _is_numeric(cells: Iterable[list[Value]]) -> bool:
    values = [value for cell in cells for value in cell if value is not None]
    return bool(values) and all(isinstance(value, _NUMBERS) for value in values)
