"""A Markdown table; signs that Markdown would read are escaped, so that data stays data."""

import re
from collections.abc import Iterable
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.cells import cell, plain
from chronicle.presenting.columns import OVERVIEW, Rows, rows

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&$]")


def write(events: Iterable[Event], file: TextIO) -> None:
    write_rows(rows(events, OVERVIEW), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    file.write(_line(rows.names))
    file.write(_line("---" for _ in rows.names))
    for row in rows.body:
        file.write(_line(escape(plain(cell(value))) for value in row))


def escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
