"""Events to text, files and pictures: one record, one small file per format. Knows no database.

Every format has `write(events, to)`; those that also take what is no event have `write_rows` or `write_objects`.
What `export` writes is listed in `formats`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TextIO, cast

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.presenting.columns import Rows


class Format(Protocol):
    """A module of this package that writes one format of lists."""

    def write(self, events: "Iterable[Event]", file: TextIO) -> None: ...

    def write_rows(self, rows: "Rows", file: TextIO) -> None: ...


def format_named(name: str) -> Format:
    """The module of a format of lists (`csv`, `tsv`, `json`, `jsonl`, `markdown`), imported only now."""
    return cast(Format, import_module(f"chronicle.presenting.{name}"))


class Objects(Protocol):
    """A format of objects, which also takes what is no event: `json` and `jsonl`."""

    def write_objects(self, values: Iterable[dict[str, Any]], file: TextIO) -> None: ...


def objects_named(name: str) -> Objects:
    return cast(Objects, import_module(f"chronicle.presenting.{name}"))
