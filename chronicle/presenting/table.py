"""A table drawn for a terminal of a given width, by Rich. Data is printed as data, never as markup."""

from collections.abc import Iterable
from io import StringIO
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from chronicle.presenting.cells import Value, cell, plain
from chronicle.presenting.columns import Rows

BAR = "█"
_NUMBERS = (int, float)
# Never broken over two lines as long as anything else can give way.
_WHOLE = {"id", "date", "start", "end", "type", "events", "first", "last", "country", "kind"}


def write_rows(rows: Rows, file: TextIO, width: int, colour: bool = True) -> None:
    body = [list(row) for row in rows.body]
    table = _table(rows.names, body)
    for row in body:
        table.add_row(*(Text(plain(cell(value))) for value in row))
    _console(file, width, colour).print(table)


def write_bars(rows: Rows, file: TextIO, width: int, colour: bool = True) -> None:
    """The rows, whose last value is a count, each with a bar; the longest bar is a third of the width."""
    body = [list(row) for row in rows.body]
    longest = max((_count(row) for row in body), default=0)
    room = max(width // 3, 10)
    bars = [*rows.names, ""]
    table = _table(tuple(bars), body)
    for row in body:
        length = max(1, round(room * _count(row) / longest)) if _count(row) else 0
        table.add_row(*(Text(plain(cell(value))) for value in row), Text(BAR * length, "cyan", no_wrap=True))
    _console(file, width, colour).print(table)


def width(rows: Rows) -> int:
    """How many columns of a terminal the table takes where nothing is wrapped; `rows.body` has to be a list."""
    body = [list(row) for row in rows.body]
    table = _table(rows.names, body)
    for row in body:
        table.add_row(*(Text(plain(cell(value))) for value in row))
    return _console(StringIO(), 10_000, False).measure(table).maximum


def _count(row: list[Value]) -> int:
    count = row[-1]
    return count if isinstance(count, int) else 0


def _table(names: Iterable[str], body: list[list[Value]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for place, name in enumerate(names):
        numeric = _is_numeric(row[place : place + 1] for row in body)
        table.add_column(
            Text(name),
            justify="right" if numeric else "left",
            no_wrap=name in _WHOLE or numeric,
            overflow="fold",
            style="dim" if name == "id" else "",
        )
    return table


def _is_numeric(cells: Iterable[list[Value]]) -> bool:
    values = [value for cell in cells for value in cell if value is not None]
    return bool(values) and all(isinstance(value, _NUMBERS) for value in values)


def _console(file: TextIO, width: int, colour: bool) -> Console:
    return Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
    )
