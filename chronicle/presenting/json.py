"""JSON: one array of the objects that JSON Lines has, one object a line, written as it comes."""

from collections.abc import Iterable
from typing import Any, TextIO

from chronicle.model import Event
from chronicle.presenting.columns import Rows
from chronicle.presenting.jsonl import encode, objects
from chronicle.presenting.record import record


def write(events: Iterable[Event], file: TextIO) -> None:
    write_objects(map(record, events), file)


def write_rows(rows: Rows, file: TextIO) -> None:
    write_objects(objects(rows), file)


def write_objects(values: Iterable[dict[str, Any]], file: TextIO) -> None:
    before = "[\n"
    for value in values:
        file.write(before + encode(value))
        before = ",\n"
    file.write("[]\n" if before == "[\n" else "\n]\n")
