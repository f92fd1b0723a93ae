"""What there is: documents, sections, entries and events, as frozen values.

Standard library only; every other package of Chronicle may import this one.
"""

from chronicle.model.dates import EventDate, Precision
from chronicle.model.document import Citation, Document, Entry, Link, Location, Problem, Section
from chronicle.model.event import (
    ActorKind,
    Event,
    EventType,
    Mode,
    Participation,
    Role,
    Source,
    Venue,
    VenueKind,
)

__all__ = [
    "ActorKind",
    "Citation",
    "Document",
    "Entry",
    "Event",
    "EventDate",
    "EventType",
    "Link",
    "Location",
    "Mode",
    "Participation",
    "Precision",
    "Problem",
    "Role",
    "Section",
    "Source",
    "Venue",
    "VenueKind",
]
