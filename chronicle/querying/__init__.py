"""From a `Query` to events, counts, lists and profiles. On SQLite nothing here loads SQLAlchemy.

Counts, lists and profiles, and the values that they give, are loaded when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from chronicle.querying.query import Key, Query
from chronicle.querying.stream import event, events, last_shown, passage, total

if TYPE_CHECKING:
    from chronicle.querying.answers import ActorRow, Count, Cross, DocumentRow, Profile, Term, VenueRow
    from chronicle.querying.comparing import Comparison, Difference, compare
    from chronicle.querying.counts import count
    from chronicle.querying.crossing import cross, running, shares
    from chronicle.querying.lists import actors, documents, venues
    from chronicle.querying.profiles import profile

__all__ = [
    "ActorRow",
    "Comparison",
    "Count",
    "Cross",
    "Difference",
    "DocumentRow",
    "Key",
    "Profile",
    "Query",
    "Term",
    "VenueRow",
    "actors",
    "compare",
    "count",
    "cross",
    "documents",
    "event",
    "events",
    "last_shown",
    "passage",
    "profile",
    "running",
    "shares",
    "total",
    "venues",
]

_LATER = {
    "answers": ("ActorRow", "Count", "Cross", "DocumentRow", "Profile", "Term", "VenueRow"),
    "comparing": ("Comparison", "Difference", "compare"),
    "counts": ("count",),
    "crossing": ("cross", "running", "shares"),
    "lists": ("actors", "documents", "venues"),
    "profiles": ("profile",),
}


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
