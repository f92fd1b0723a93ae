"""From a `Query` to events, counts, lists and profiles. On SQLite nothing here loads SQLAlchemy."""

from chronicle.querying.counts import count
from chronicle.querying.lists import actors, documents, venues
from chronicle.querying.profiles import profile
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
from chronicle.querying.stream import event, events, passage, total

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
