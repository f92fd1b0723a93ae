"""CSV by RFC 4180: a header, rows that end in CR LF, quotes where needed; UTF-8 (docs/csv.md)."""

import csv
import re
from collections.abc import Iterable
from itertools import chain
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.cells import Value, cell, cells
from chronicle.presenting.columns import Rows, long, wide


def write(events: Iterable[Event], file: TextIO) -> None:
    write_rows(wide(events), file)


def write_long(events: Iterable[Event], file: TextIO) -> None:
    write_rows(long(events), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    csv.writer(file).writerows(chain([rows.names], map(cells, rows.body)))


BOM = "\ufeff"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_excel(rows: Rows, file: TextIO) -> None:
    """For a spreadsheet: a byte order mark, and an apostrophe before what it would take for a formula."""
    file.write(BOM)
    csv.writer(file).writerows(chain([rows.names], (map(safe_cell, row) for row in rows.body)))


def safe_cell(value: Value) -> str:
    text = cell(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
