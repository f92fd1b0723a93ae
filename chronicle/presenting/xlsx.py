"""A workbook for Excel and LibreOffice: all columns, days as days, numbers as numbers, text as text.

Written row by row to a temporary file, so that memory stays small. A sheet that is full is followed by another.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BufferedIOBase
from shutil import copyfileobj
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir
from typing import Any, BinaryIO, cast

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from chronicle.model import Event
from chronicle.presenting.cells import Value, cell
from chronicle.presenting.columns import EVENT_COLUMNS, Column, Kind

# What the format itself allows.
MOST_ROWS = 1_048_576
LONGEST = 32_767
CUT = " […: a cell holds no more]"
# Before this day the calendar of workbooks is wrong or has none: such a day is text.
FIRST_DAY = "1900-03-01"

_SETTINGS = {"constant_memory": True, "in_memory": False, "default_date_format": "yyyy-mm-dd"}
_WIDTHS = {"headline": 60, "text": 60, "participants": 40}
_WIDTH = {Kind.DAY: 11, Kind.NUMBER: 9, Kind.TRUTH: 9}


def write(events: Iterable[Event], file: BinaryIO) -> None:
    # Packed beside: a pipe that closes, or a disk that is full, is then told once and by its own name.
    # The folder takes along what the library leaves in it when that happens.
    with TemporaryDirectory() as folder, TemporaryFile() as packed:
        _pack(events, cast(BinaryIO, packed), {**_SETTINGS, "tmpdir": folder})
        packed.seek(0)
        copyfileobj(packed, file)


def _pack(events: Iterable[Event], file: BinaryIO, settings: dict[str, Any]) -> None:
    """OSError names the folder of temporary files."""
    bearing = _Bearing(file)
    try:
        with xlsxwriter.Workbook(bearing, settings) as book:
            sheets = _Sheets(book)
            for event in events:
                sheets.add(event)
            sheets.finish()
    except FileCreateError as error:
        bearing.failed = bearing.failed or error.args[0]
    if bearing.failed:
        raise OSError(bearing.failed.errno, bearing.failed.strerror, gettempdir())


class _Bearing(BufferedIOBase):
    """A file that bears what is written to it after a write has failed: the zip archive wants to end itself twice."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.failed: OSError | None = None

    def write(self, data: Any) -> int:
        if not self.failed:
            try:
                return self.file.write(data)
            except OSError as error:
                self.failed = error
        return len(data)

    def seek(self, to: int, whence: int = 0) -> int:
        return 0 if self.failed else self.file.seek(to, whence)

    def tell(self) -> int:
        return 0 if self.failed else self.file.tell()

    def flush(self) -> None:
        if not (self.failed or self.file.closed):
            self.file.flush()


class _Sheets:
    """The sheets of a workbook, of which one is being filled."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.number = 0
        self._begin()

    def add(self, event: Event) -> None:
        if self.rows == MOST_ROWS:
            self.finish()
            self._begin()
        _write_row(self.sheet, self.rows, event, EVENT_COLUMNS)
        self.rows += 1

    def _begin(self) -> None:
        self.number += 1
        self.sheet = self.book.add_worksheet("Events" if self.number == 1 else f"Events {self.number}")
        self.sheet.freeze_panes(1, 1)
        for at, column in enumerate(EVENT_COLUMNS):
            self.sheet.set_column(at, at, _WIDTHS.get(column.name) or _WIDTH.get(column.kind, 14))
            self.sheet.write_string(0, at, column.name, self.bold)
        self.rows = 1

    def finish(self) -> None:
        self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(EVENT_COLUMNS) - 1)


def _write_row(sheet: Any, row: int, event: Event, columns: Sequence[Column]) -> None:
    for at, column in enumerate(columns):
        value = column.value(event)
        if value is None or value == ():
            continue
        if column.kind is Kind.TEXT or column.is_list:
            sheet.write_string(row, at, fitted(value))
        elif column.kind is Kind.TRUTH:
            sheet.write_boolean(row, at, value)
        elif column.kind is not Kind.DAY:
            sheet.write_number(row, at, value)
        elif str(value) < FIRST_DAY:
            sheet.write_string(row, at, value)
        else:
            sheet.write_datetime(row, at, date.fromisoformat(str(value)))


def fitted(value: Value) -> str:
    """The value as text, cut with a word where the format would cut it without."""
    text = cell(value)
    if text.startswith("<r>") and text.endswith("</r>"):
        # The library takes such a text for markup of its own and writes it unescaped.
        text = f"{text} "
    # The format counts as UTF-16 does, in which a sign is one or two.
    if len(text) <= LONGEST // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
    return f"{kept}{CUT}"
