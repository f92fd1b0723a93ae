"""What there is: documents, sections, entries and events, as frozen values.

Standard library only; every other package of Chronicle may import this one.
"""

from chronicle.model.dates import EventDate, Precision
from chronicle.model.document import (
    AS_FOUND,
    BAR,
    Citation,
    DateOrder,
    Document,
    Entry,
    Language,
    Link,
    Location,
    Problem,
    ReadingOptions,
    Section,
)
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
    "AS_FOUND",
    "BAR",
    "ActorKind",
    "Citation",
    "DateOrder",
    "Document",
    "Entry",
    "Event",
    "EventDate",
    "EventType",
    "Language",
    "Link",
    "Location",
    "Mode",
    "Participation",
    "Precision",
    "Problem",
    "ReadingOptions",
    "Role",
    "Section",
    "Source",
    "Venue",
    "VenueKind",
]
