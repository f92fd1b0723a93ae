"""Groups of event types that several rules ask for."""

from chronicle.model import EventType

FIGHTING = frozenset({EventType.INCIDENT, EventType.MILITARY})
FORCE = FIGHTING | {EventType.EXERCISE}
TALKS = frozenset({EventType.MEETING, EventType.AGREEMENT})
SPOKEN = TALKS | {EventType.STATEMENT, EventType.MESSAGE}
HELD = frozenset({EventType.MEETING, EventType.CEREMONY})
CONVENED = TALKS | {EventType.CEREMONY}
FACE_TO_FACE = CONVENED | {EventType.VISIT}
# Of these a later sentence tells who else was there.
GATHERINGS = FACE_TO_FACE | {EventType.EXERCISE}
