"""Headlines as the entries of a chronology, coded."""

from collections.abc import Sequence
from datetime import date

from chronicle.extracting import Gazetteer, code_document
from chronicle.model import (
    ActorKind,
    Citation,
    Document,
    Entry,
    Event,
    EventDate,
    Location,
    Participation,
    Precision,
    Role,
    Section,
)


def code_all(gazetteer: Gazetteer, texts: Sequence[str], on: str, relation: str | None = None) -> tuple[Event, ...]:
    """The events of entries that stand below each other, all of one day, in the chronology of a relation."""
    day = date.fromisoformat(on)
    nowhere = Location(0, 0, line=1)
    entries = tuple(
        Entry(number, EventDate(on, day, day, Precision.DAY), text, nowhere) for number, text in enumerate(texts, 1)
    )
    section = Section("Chronology", relation, None, None, entries, nowhere)
    [events] = code_document(Document("issue.txt", "0", "", Citation(), (section,)), gazetteer)
    return events


def code(gazetteer: Gazetteer, text: str, on: str, relation: str | None = None) -> Event:
    [event] = code_all(gazetteer, [text], on, relation)
    return event


def persons(event: Event) -> list[Participation]:
    return of_kind(event, ActorKind.PERSON)


def of_kind(event: Event, kind: ActorKind) -> list[Participation]:
    return [actor for actor in event.actors if actor.kind is kind]


def names(event: Event, kind: ActorKind = ActorKind.PERSON) -> list[str]:
    return [actor.name for actor in of_kind(event, kind)]


def taking_part(event: Event) -> set[str]:
    """Codes of the states that take part, by their people, bodies or themselves."""
    return {a.country for a in event.actors if a.role is Role.PARTICIPANT and a.country}
