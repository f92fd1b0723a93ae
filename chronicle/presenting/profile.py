"""A profile: labelled facts, then a small table under each of several headings, for reading."""

from collections.abc import Iterable
from typing import TextIO

from chronicle.presenting.cells import cell, plain
from chronicle.presenting.columns import Rows
from chronicle.presenting.detail import Line, write_lines

Headed = tuple[str, Rows]


def write(facts: Iterable[Line], tables: Iterable[Headed], file: TextIO, width: int | None = None) -> None:
    write_lines(facts, file, width)
    for heading, rows in tables:
        body = [[plain(cell(value)) for value in row] for row in rows.body]
        if body:
            file.write(f"\n{heading}\n")
            file.writelines(aligned(body))


def aligned(body: list[list[str]]) -> Iterable[str]:
    """The rows with every column but the last as wide as its widest value."""
    widths = [max(map(len, column)) for column in zip(*body, strict=True)]
    for row in body:
        cells = [f"{text:<{width}}" for text, width in zip(row, widths, strict=True)]
        yield "  " + "  ".join(cells).rstrip() + "\n"
