"""Tab-separated lines: one row a line, no quotes; a tab or line end inside a value becomes a blank."""

from collections.abc import Iterable
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting import columns
from chronicle.presenting.cells import plain
from chronicle.presenting.columns import Rows, texts


def write(events: Iterable[Event], file: TextIO, *, long: bool = False) -> None:
    write_rows(columns.table(events, long), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    file.write("\t".join(rows.names) + "\n")
    write_lines(rows, file)


def write_lines(rows: Rows, file: TextIO) -> None:
    """The rows without the header: what a table is in a pipe."""
    file.writelines(map(_line, texts(rows)))


def _line(row: list[str]) -> str:
    # No control sign is printable; what is not printable need not be one.
    cells = row if "".join(row).isprintable() else map(plain, row)
    return "\t".join(cells) + "\n"
