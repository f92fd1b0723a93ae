"""Why an event has its values, as labelled lines, for reading."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TextIO

from chronicle.model import Event
from chronicle.presenting.detail import Line, write_lines


class Reason(Protocol):
    """One value of an event: the words it came from, the rule, the row of the reference tables."""

    @property
    def field(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def words(self) -> str | None: ...
    @property
    def rule(self) -> str | None: ...
    @property
    def row(self) -> str | None: ...


def write(found: Iterable[tuple[Event, Iterable[Reason]]], file: TextIO, width: int | None = None) -> None:
    """One block per event, a blank line between; wrapped to `width`, unwrapped where it is None."""
    for number, (event, reasons) in enumerate(found):
        if number:
            file.write("\n")
        write_lines(_lines(event, reasons), file, width)


def _lines(event: Event, reasons: Iterable[Reason]) -> Iterator[Line]:
    yield "id", event.id or ""
    yield "headline", event.headline
    for reason in reasons:
        yield reason.field, reason.value
        words = f"“{reason.words}”" if reason.words else None
        yield from (("", f"  {part}") for part in (words, reason.rule, reason.row) if part)
