"""Parquet: all columns with their types, lists as lists; one file, or a folder with one part for each year."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from chronicle.model import Event
from chronicle.presenting.columns import EVENT_COLUMNS, Column, Kind

_BATCH = 10_000
_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.TRUTH: pa.bool_(),
    Kind.NUMBER: pa.int64(),
    Kind.DEGREES: pa.float64(),
    Kind.DAY: pa.date32(),
}
_COMPRESSION = "zstd"
# Of events without a possible date. Hive's own word for no value is one that pandas does not read.
NO_YEAR = "0"


def _type(column: Column) -> Any:
    return pa.list_(_TYPES[column.kind]) if column.is_list else _TYPES[column.kind]


SCHEMA = pa.schema([pa.field(column.name, _type(column)) for column in EVENT_COLUMNS])


def write(events: Iterable[Event], file: BinaryIO) -> None:
    with pq.ParquetWriter(_Counted(file), SCHEMA, compression=_COMPRESSION) as writer:
        for batch in batches(events):
            writer.write_batch(batch)


def write_folder(events: Iterable[Event], folder: Path) -> None:
    """`year=2021/part-0.parquet` and so on; the year, of the first day, stands in the name alone.

    The events of one year that come together make one part, so events by date make one part a year.
    """
    parts: dict[str, int] = {}
    for year, batch in _by_year(events):
        place = folder / f"year={year}"
        place.mkdir(exist_ok=True)
        number = parts[year] = parts.get(year, -1) + 1
        with pq.ParquetWriter(place / f"part-{number}.parquet", SCHEMA, compression=_COMPRESSION) as writer:
            writer.write_batch(batch)


def batches(events: Iterable[Event]) -> Iterator[Any]:
    """The events as record batches of `SCHEMA`."""
    remaining = iter(events)
    while batch := list(islice(remaining, _BATCH)):
        yield as_batch(batch)


def as_batch(events: list[Event]) -> Any:
    arrays = [
        pa.array(_values(column, events), field.type) for column, field in zip(EVENT_COLUMNS, SCHEMA, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _values(column: Column, events: list[Event]) -> list[Any]:
    values: list[Any] = [column.value(event) for event in events]
    if column.kind is not Kind.DAY:
        return values
    return [value and date.fromisoformat(value) for value in values]


def _by_year(events: Iterable[Event]) -> Iterator[tuple[str, Any]]:
    """Batches of events of one year. Of each year at most so many wait as make a batch."""
    waiting: dict[str, list[Event]] = {}
    held = 0
    for event in events:
        waiting.setdefault(year_of(event), []).append(event)
        held += 1
        if held == _BATCH:
            year = max(waiting, key=lambda each: len(waiting[each]))
            full = waiting.pop(year)
            held -= len(full)
            yield year, as_batch(full)
    yield from ((year, as_batch(each)) for year, each in waiting.items())


def year_of(event: Event) -> str:
    return f"{event.date.start.year:04d}" if event.date.start else NO_YEAR


class _Counted:
    """A file that knows how far it was written, as a pipe does not."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.place = 0

    def write(self, data: Any) -> int:
        self.file.write(data)
        self.place += len(memoryview(data).cast("B"))
        return len(data)

    def tell(self) -> int:
        return self.place

    def flush(self) -> None:
        self.file.flush()

    def close(self) -> None:
        """Whoever opened the file closes it."""
