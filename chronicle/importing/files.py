"""The rows of an exported file, each with its line: records of JSON Lines, or of CSV by its columns."""

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from chronicle.errors import ReadError, UsageError
from chronicle.importing.flat import from_row
from chronicle.importing.records import RefusedRow
from chronicle.model.objects import StandsTwice, each_once
from chronicle.presenting.columns import WIDE_NAMES
from chronicle.presenting.csv import BOM
from chronicle.presenting.formats import GZIP, format_of

READ = ("jsonl", "csv")
STANDARD_INPUT = "-"
# No record is longer, in bytes: a line without an end is not to fill the memory.
LONGEST = 64 * 2**20


class Row(NamedTuple):
    """A record and the line in which it begins, from 1; in place of the record, why there is none."""

    line: int
    record: dict[str, Any] | RefusedRow


class Given(NamedTuple):
    """A file, or `-` for standard input, and its rows."""

    file: str
    rows: Iterator[Row]


def given(files: Iterable[str], format: str | None = None) -> list[Given]:
    """The files with their rows, looked at before a database is touched: their names, and how the first begins.

    Raises UsageError for a name that says no format, ReadError for what is not there or the format cannot be.
    """
    listed = [Given(file, rows_of(file, format)) for file in files]
    return [*(Given(first.file, _begun(first.rows)) for first in listed[:1]), *listed[1:]]


def _begun(rows: Iterator[Row]) -> Iterator[Row]:
    return chain(list(islice(rows, 1)), rows)


def rows_of(file: str, format: str | None = None) -> Iterator[Row]:
    """The rows of a file, packed or not, or of standard input. Its name is looked at once, its rows as they are taken.

    Raises UsageError for a name that says no format, ReadError for what is not there or the format cannot be.
    """
    if not file.strip():
        raise UsageError(f"{file!r}: names no file; write one, or - for standard input")
    reader = {"jsonl": _lines, "csv": _table}[format or _format(file)]
    _check_there(file)
    return _read(file, reader)


def _read(file: str, reader: Callable[[str, BinaryIO], Iterator[Row]]) -> Iterator[Row]:
    with _opened(file) as data:
        try:
            yield from reader(file, data)
        except (EOFError, gzip.BadGzipFile) as error:
            raise ReadError(f"{file}: is packed, and broken ({error}); copy it again") from error


def _format(file: str) -> str:
    found = format_of(Path(file).name)
    if file == STANDARD_INPUT:
        raise UsageError("standard input: says no format; add --format jsonl or csv")
    if found is None or found.name in READ:
        _check_there(file)
    if found is None or found.name not in READ:
        raise UsageError(f"{file}: is not read back; take what `export jsonl` or `export csv` wrote")
    return found.name


def _check_there(file: str) -> None:
    if file != STANDARD_INPUT and not Path(file).exists():
        raise ReadError(f"{file}: no such file; check the path")


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == STANDARD_INPUT:
        yield sys.stdin.buffer
    elif file.lower().endswith(GZIP):
        with gzip.open(file, "rb") as packed:
            yield cast(BinaryIO, packed)
    else:
        with Path(file).open("rb") as plain:
            yield plain


def _lines(file: str, data: BinaryIO) -> Iterator[Row]:
    """Blank lines are none."""
    number = 0
    while line := data.readline(LONGEST):
        number += 1
        if len(line) == LONGEST:
            raise ReadError(f"{file}:{number}: is longer than {LONGEST >> 20} MiB; no record is")
        if line.strip():
            yield Row(number, _decoded(line))


def _decoded(line: bytes) -> dict[str, Any] | RefusedRow:
    try:
        value = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=each_once)
    except StandsTwice as twice:
        return RefusedRow(str(twice))
    except json.JSONDecodeError as error:
        return RefusedRow(f"is no JSON from character {error.pos + 1} on; give a line as `export jsonl` writes it")
    except UnicodeDecodeError as error:
        return RefusedRow(f"is no JSON: byte {error.start + 1} is no UTF-8; save the file as UTF-8")
    except RecursionError:
        return RefusedRow("is no JSON of a record: it is nested too deep")
    except ValueError as error:
        return RefusedRow(f"is no JSON: {error}")
    return value if isinstance(value, dict) else RefusedRow("is no record; a record is a JSON object")


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _table(file: str, data: BinaryIO) -> Iterator[Row]:
    csv.field_size_limit(LONGEST)
    text = TextIOWrapper(cast(BufferedReader, data), encoding="utf-8", newline="")
    try:
        yield from _rows(file, csv.reader(text, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise ReadError(f"{file}: is no CSV in UTF-8 ({error}); take what `export csv` wrote") from error
    finally:
        text.detach()


def _rows(file: str, reader: Any) -> Iterator[Row]:
    header: list[str] = next(reader, [])
    is_excel = bool(header) and header[0].startswith(BOM)
    names = [name.removeprefix(BOM) for name in header]
    _check_header(file, names)
    line = reader.line_num + 1
    for cells in reader:
        if cells:
            yield Row(line, _row(names, cells, is_excel))
        line = reader.line_num + 1


def _check_header(file: str, names: Sequence[str]) -> None:
    twice = [name for name, number in Counter(names).items() if number > 1]
    if twice:
        raise ReadError(f"{file}: has the column {twice[0]} twice; take what `export csv` wrote")
    missing = [name for name in WIDE_NAMES if name not in set(names)]
    if missing:
        some = f"{', '.join(missing[:3])}{' …' if len(missing) > 3 else ''}"
        raise ReadError(f"{file}: has no column {some}; take what `export csv` wrote, without --long")


def _row(names: list[str], cells: list[str], is_excel: bool) -> dict[str, Any] | RefusedRow:
    if len(cells) != len(names):
        return RefusedRow(f"has {len(cells)} cells under {len(names)} columns")
    try:
        return from_row(dict(zip(names, cells, strict=True)), is_excel)
    except RefusedRow as refused:
        return refused
