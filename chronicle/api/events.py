"""The events of a query, read as they are taken."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from chronicle.api.tables import Framed
from chronicle.errors import ChronicleError, one_of
from chronicle.model import Event
from chronicle.querying import Query, events, total
from chronicle.storing import Database

if TYPE_CHECKING:
    from chronicle.presenting.frames import Frame

Open = Callable[[], AbstractContextManager[Database]]


class Events(Framed):
    """To be gone through as often as wanted; each time the database is asked anew, and read in batches.

    As a table it has the columns of docs/csv.md, all or those named.
    """

    def __init__(self, opened: Open, query: Query) -> None:
        self._opened = opened
        self.query = query

    def __iter__(self) -> Iterator[Event]:
        with self._opened() as database:
            yield from events(database, self.query)

    def __repr__(self) -> str:
        from chronicle.querying.telling import as_typed, told

        try:
            with self._opened() as database:
                return f"<{told(database, self.query)}>"
        except ChronicleError:
            return f"<{as_typed(self.query)}>"

    def total(self) -> int:
        """How many fit, whatever `limit` and `after` say."""
        with self._opened() as database:
            return total(database, self.query)

    def first(self) -> Event | None:
        return next(iter(self), None)

    def records(self) -> Iterator[dict[str, Any]]:
        """Each event as the record of docs/record.md."""
        from chronicle.presenting.record import record

        return map(record, self)

    def with_source_text(self) -> Iterator[tuple[Event, str]]:
        """Each event with the words of the document that it came from, as they stand there."""
        from chronicle.querying import passage

        with self._opened() as database:
            for event in events(database, self.query):
                yield event, passage(database, event)

    def _frame(self, columns: Sequence[str] | None) -> "Frame":
        from chronicle.presenting.columns import NAMED, WIDE_NAMES
        from chronicle.presenting.frames import of_events

        names = WIDE_NAMES if columns is None else [one_of(name, NAMED, "column") for name in columns]
        return of_events(self, names)
