"""From a `Query` to events, counts, lists and profiles. On SQLite nothing here loads SQLAlchemy."""

from collections.abc import Iterator, Sequence

from chronicle.model import Event
from chronicle.querying.query import (
    ActorRow,
    Count,
    DocumentRow,
    Key,
    Profile,
    Query,
    Sort,
    Term,
    VenueRow,
)
from chronicle.storing import Database

__all__ = [
    "ActorRow",
    "Count",
    "DocumentRow",
    "Key",
    "Profile",
    "Query",
    "Sort",
    "Term",
    "VenueRow",
    "actors",
    "count",
    "documents",
    "event",
    "events",
    "passage",
    "profile",
    "total",
    "venues",
]


def events(db: Database, query: Query) -> Iterator[Event]:
    """The events asked for, in order, read in batches as they are taken.

    Raises BadFilter or UnknownName before the first event where the question makes no sense.
    """
    raise NotImplementedError


def total(db: Database, query: Query) -> int:
    """How many events match, whatever `limit` and `after` say."""
    raise NotImplementedError


def event(db: Database, key: str) -> Event:
    """The event with this id or unambiguous prefix; UnknownName for none or several."""
    raise NotImplementedError


def passage(db: Database, event: Event, around: int = 0) -> str:
    """The document's text where the event stands, with `around` characters on both sides."""
    raise NotImplementedError


def count(db: Database, query: Query, by: Sequence[Key]) -> list[Count]:
    """Events by one or two keys: times in order, other keys by number, the highest first.

    An event counts at its first day, and once for each of its actors, countries and venues.
    """
    raise NotImplementedError


def actors(db: Database, query: Query) -> list[ActorRow]:
    """The actors of the events asked for, by number of events; `limit` is of rows, `role` of parts."""
    raise NotImplementedError


def venues(db: Database, query: Query) -> list[VenueRow]:
    """The venues of the events asked for, by number of events; `limit` is of rows."""
    raise NotImplementedError


def documents(db: Database, query: Query) -> list[DocumentRow]:
    """The documents of the events asked for, by their first day; `limit` is of rows."""
    raise NotImplementedError


def profile(db: Database, name: str, query: Query) -> Profile:
    """One actor; UnknownName if the name fits none or several."""
    raise NotImplementedError
