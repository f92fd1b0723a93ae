"""Where output goes: data to stdout, as a table on a terminal and as plain lines in a pipe."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Generic, NamedTuple, TextIO, TypeVar, cast

from chronicle.cli.edge import say
from chronicle.cli.options import Format, countable
from chronicle.config import in_force, wants_colour
from chronicle.errors import one_of
from chronicle.placing import Tame, as_utf8, tame
from chronicle.presenting.wording import MORE

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.storing import Database

T = TypeVar("T")

ROOMY = 110


class Screen(NamedTuple):
    """What stdout is: `width` in columns, None where nothing is to be wrapped. A terminal is tame to data."""

    file: TextIO
    width: int | None
    colour: bool

    @property
    def is_terminal(self) -> bool:
        return self.width is not None

    def draws(self, format: Format | None) -> bool:
        """Whether the format asked for means a table drawn on this screen."""
        return self.is_terminal and format in (None, Format.TABLE)


@contextmanager
def on_pages(to: Screen) -> Iterator[TextIO]:
    """What to write text on: a pipe itself, a terminal by way of a pager where the text is longer."""
    if not to.is_terminal:
        yield to.file
        return
    from chronicle.cli.paging import paged

    with paged(to.file) as file:
        yield cast(TextIO, Tame(file))


def screen() -> Screen:
    out = sys.stdout
    if out.isatty():
        return Screen(tame(forgiving(out)), get_terminal_size().columns, wants_colour())
    return Screen(as_utf8(out), None, False)


def forgiving(out: TextIO) -> TextIO:
    """A terminal shows `?` for a sign that its encoding lacks."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return out


class Tally(Generic[T]):
    """Passes values on, at most `limit` of them, and counts them; `more` tells that there were others."""

    def __init__(self, values: Iterable[T], limit: int | None = None) -> None:
        self.values = values
        self.limit = limit
        self.number = 0
        self.more = False

    def __iter__(self) -> Iterator[T]:
        for value in self.values:
            if self.number == self.limit:
                self.more = True
                return
            self.number += 1
            yield value


def shown_limit(asked: int | None, draws: bool) -> int | None:
    """How many to show: what was asked for, 0 meaning all; else what is usual for a table on a terminal."""
    if asked is None:
        return (countable(in_force("limit").value) or None) if draws else None
    return asked or None


def say_more(found: "Tally[T]") -> None:
    """Tells of a list that goes on behind what was printed, in a pipe too: who counts the lines has to know."""
    if found.more:
        say(f"the first {found.number}; {MORE}")


def say_rest(limit: int | None, every: int, key: str = "") -> None:
    """The same where it is known how many there are: of the list, or of the values of a key in it."""
    if limit and limit < every:
        say(f"{key and f'{key}: '}the first {limit} of {every}; {MORE}")


def shown_columns(format: Format | None, columns: Sequence[str] | None, to: Screen) -> Sequence[str] | None:
    """The columns to print of events; None where the format has all of them."""
    from chronicle.presenting.columns import NAMED, NARROW, OVERVIEW

    if columns or format not in (None, Format.TABLE):
        return columns
    usual, origin = in_force("columns")
    if usual:
        return [one_of(name, list(NAMED), f"column ({origin})") for name in usual]
    return NARROW if to.width is not None and to.width < ROOMY else OVERVIEW


def flat_rows(
    database: "Database", query: "Query", format: Format | None, columns: Sequence[str] | None
) -> "Rows | None":
    """The rows of text of a flat format straight from the database; None where they need the events."""
    from chronicle.exporting.flat import rows

    return rows(database, query, columns) if format in (None, Format.TABLE, Format.CSV, Format.TSV) else None


def print_events(events: Iterable["Event"], format: Format | None, columns: Sequence[str] | None, to: Screen) -> None:
    from chronicle.presenting import format_named
    from chronicle.presenting.columns import rows

    if columns:
        print_rows(rows(events, columns), format, to)
    else:
        format_named(format or Format.TSV).write(events, to.file)


def print_rows(rows: "Rows", format: Format | None, to: Screen, bars: bool = False) -> None:
    from chronicle.presenting import format_named

    if format not in (None, Format.TABLE):
        format_named(format.value).write_rows(rows, to.file)
    elif to.width is None:
        from chronicle.presenting.tsv import write_lines

        write_lines(rows, to.file)
    else:
        from chronicle.cli.paging import paged
        from chronicle.presenting import table

        with paged(to.file) as file:
            (table.write_bars if bars else table.write_rows)(rows, file, to.width, to.colour)


def words(list_of_words: str) -> list[str]:
    return [word.strip() for word in list_of_words.split(",") if word.strip()]
