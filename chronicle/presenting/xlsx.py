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
from chronicle.presenting import columns
from chronicle.presenting.columns import NAMED, Column, Kind, Rows, texts

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
    write_rows(columns.wide(events), file)


def write_rows(rows: Rows, file: BinaryIO) -> None:
    """Rows of the columns of events; the text of a cell says what it is under its column."""
    # Packed beside: a pipe that closes, or a disk that is full, is then told once and by its own name.
    # The folder takes along what the library leaves in it when that happens.
    with TemporaryDirectory() as folder, TemporaryFile() as packed:
        _pack(rows, cast(BinaryIO, packed), {**_SETTINGS, "tmpdir": folder})
        packed.seek(0)
        copyfileobj(packed, file)


def _pack(rows: Rows, file: BinaryIO, settings: dict[str, Any]) -> None:
    """OSError names the folder of temporary files."""
    bearing = _Bearing(file)
    try:
        with xlsxwriter.Workbook(bearing, settings) as book:
            sheets = _Sheets(book, [NAMED[name] for name in rows.names])
            for row in texts(rows):
                sheets.add(row)
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

    def __init__(self, book: Any, columns: Sequence[Column]) -> None:
        self.book = book
        self.columns = columns
        self.kinds = [Kind.TEXT if column.is_list else column.kind for column in columns]
        self.bold = book.add_format({"bold": True})
        self.number = 0
        self._begin()

    def add(self, row: Sequence[str]) -> None:
        if self.rows == MOST_ROWS:
            self.finish()
            self._begin()
        for at, (kind, text) in enumerate(zip(self.kinds, row, strict=True)):
            if text:
                _WRITE[kind](self.sheet, self.rows, at, text)
        self.rows += 1

    def _begin(self) -> None:
        self.number += 1
        self.sheet = self.book.add_worksheet("Events" if self.number == 1 else f"Events {self.number}")
        self.sheet.freeze_panes(1, 1)
        for at, column in enumerate(self.columns):
            self.sheet.set_column(at, at, _WIDTHS.get(column.name) or _WIDTH.get(column.kind, 14))
            self.sheet.write_string(0, at, column.name, self.bold)
        self.rows = 1

    def finish(self) -> None:
        self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(self.columns) - 1)


def _text(sheet: Any, row: int, at: int, text: str) -> None:
    sheet.write_string(row, at, fitted(text))


def _truth(sheet: Any, row: int, at: int, text: str) -> None:
    sheet.write_boolean(row, at, text == "true")


def _number(sheet: Any, row: int, at: int, text: str) -> None:
    sheet.write_number(row, at, float(text))


def _day(sheet: Any, row: int, at: int, text: str) -> None:
    if text < FIRST_DAY:
        sheet.write_string(row, at, text)
    else:
        sheet.write_datetime(row, at, date.fromisoformat(text))


_WRITE = {Kind.TEXT: _text, Kind.TRUTH: _truth, Kind.NUMBER: _number, Kind.DEGREES: _number, Kind.DAY: _day}


def fitted(text: str) -> str:
    """The text, cut with a word where the format would cut it without."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # The library takes such a text for markup of its own and writes it unescaped.
        text = f"{text} "
    # The format counts as UTF-16 does, in which a sign is one or two.
    if len(text) <= LONGEST // 2 or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
    return f"{kept}{CUT}"
