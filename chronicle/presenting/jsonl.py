"""JSON Lines: one object a line, UTF-8, the record of docs/record.md."""

from collections.abc import Iterable
from json import JSONEncoder
from typing import Any, TextIO

from chronicle.model import Event
from chronicle.presenting.columns import Rows
from chronicle.presenting.record import record

# Records hold no circles.
encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode


def write(events: Iterable[Event], file: TextIO) -> None:
    write_objects(map(record, events), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    write_objects(objects(rows), file)


def write_objects(values: Iterable[dict[str, Any]], file: TextIO) -> None:
    for value in values:
        file.write(encode(value) + "\n")


def objects(rows: Rows) -> Iterable[dict[str, Any]]:
    return (dict(zip(rows.names, row, strict=True)) for row in rows.body)
