"""Events to text: one record, one small file per format. Knows no database.

Every format has `write(events, file)` and `write_rows(rows, file)`; `table` alone needs a terminal's width.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Protocol, TextIO, cast

from chronicle.model import Event
from chronicle.presenting.columns import Rows

FORMATS = ("csv", "tsv", "json", "jsonl", "markdown")
SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
}


class Format(Protocol):
    """A module of this package that writes one format."""

    def write(self, events: Iterable[Event], file: TextIO) -> None: ...

    def write_rows(self, rows: Rows, file: TextIO) -> None: ...


def format_named(name: str) -> Format:
    """The module of a format of `FORMATS`, imported only now."""
    return cast(Format, import_module(f"chronicle.presenting.{name}"))


class Objects(Protocol):
    """A format of objects, which also takes what is no event: `json` and `jsonl`."""

    def write_objects(self, values: Iterable[dict[str, Any]], file: TextIO) -> None: ...


def objects_named(name: str) -> Objects:
    return cast(Objects, import_module(f"chronicle.presenting.{name}"))
