"""Documents and events made by hand, in few words, for the tests of storing and querying."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from chronicle.model import (
    ActorKind,
    Citation,
    Document,
    Entry,
    Event,
    EventDate,
    EventType,
    Location,
    Mode,
    Participation,
    Precision,
    Problem,
    Role,
    Section,
    Venue,
    VenueKind,
)

Coded = tuple[tuple[Event, ...], ...]

LAVROV = Participation(
    "Sergey Lavrov", ActorKind.PERSON, Role.PARTICIPANT, "RU", "Foreign Minister", mention="Lavrov",
    key="sergey-lavrov",
)  # fmt: skip
WANG_YI = Participation(
    "Wang Yi", ActorKind.PERSON, Role.PARTICIPANT, "CN", "Foreign Minister", mention="Wang", key="wang-yi"
)
WANG_QISHAN = Participation(
    "Wang Qishan", ActorKind.PERSON, Role.PARTICIPANT, "CN", "Vice President", mention="Wang",
    key="wang-qishan",
)  # fmt: skip
PUTIN = Participation(
    "Vladimir Putin", ActorKind.PERSON, Role.PARTICIPANT, "RU", "President", inferred=True,
    mention="Russian president", wikidata="Q7747", key="vladimir-putin",
)  # fmt: skip
NIKONOV = Participation("Vyacheslav Nikonov", ActorKind.PERSON, Role.PARTICIPANT, "RU", mention="Nikonov")
SCO = Participation(
    "Shanghai Cooperation Organization", ActorKind.ORGANIZATION, Role.PARTICIPANT, None, mention="SCO",
    key="sco",
)  # fmt: skip
RUSSIA = Participation("Russia", ActorKind.STATE, Role.PARTICIPANT, "RU", mention="Moscow", key="RU")
US_TOLD_OF = Participation("United States", ActorKind.STATE, Role.MENTIONED, "US", mention="US", key="US")

BEIJING = Venue("Beijing", VenueKind.CITY, "CN", 39.9, 116.4, "1816670", "Beijing")
DIAOYUTAI = Venue("Diaoyutai State Guesthouse", VenueKind.FACILITY, "CN", mention="Diaoyutai")
MOSCOW = Venue("Moscow", VenueKind.CITY, "RU", 55.75, 37.62, "524901", "Moscow")


def mentioned(actor: Participation) -> Participation:
    return replace(actor, role=Role.MENTIONED)


def dated(start: str | None, end: str | None = None) -> EventDate:
    """A day, or a range of two."""
    if start is None:
        return EventDate("Sept. 31", None, None, Precision.INVALID)
    if end is None:
        return EventDate(start, date.fromisoformat(start), date.fromisoformat(start), Precision.DAY)
    ends = date.fromisoformat(start), date.fromisoformat(end)
    return EventDate(f"{start} - {end}", *ends, Precision.RANGE)


def event(
    start: str | None = "2021-09-03",
    text: str = "Lavrov meets Wang in Beijing. They talk for two hours.",
    *,
    end: str | None = None,
    actors: tuple[Participation, ...] = (LAVROV, WANG_YI),
    venues: tuple[Venue, ...] = (BEIJING,),
    type: EventType = EventType.MEETING,
    mode: Mode | None = Mode.IN_PERSON,
    flags: tuple[str, ...] = (),
) -> Event:
    headline = text.partition(". ")[0].rstrip(".") + "."
    where = Location(0, len(text), None, 1)
    return Event(1, where, dated(start, end), headline, text, type, mode, actors, venues, (), flags)


def document(
    *events: Event,
    file: str = "issue.txt",
    relation: str | None = "China - Russia",
    number: str | None = "3",
    title: str | None = "Steady as She Goes",
    problems: tuple[Problem, ...] = (),
) -> tuple[Document, Coded]:
    """One chronology, its events one under the other, each where the text has it."""
    placed, text = [], ""
    for ordinal, each in enumerate(events, start=1):
        line = f"{each.date.text}: {each.text}\n"
        where = Location(len(text), len(text) + len(line) - 1, None, ordinal)
        placed.append(replace(each, ordinal=ordinal, location=where))
        text += line
    entries = tuple(Entry(e.ordinal, e.date, e.text, e.location) for e in placed)
    section = Section("Chronology of Relations", relation, None, None, entries, Location(0, len(text)))
    citation = Citation(title, ("Yu Bin",), "Invented Connections", "23", number, "2022-01", relation)
    digest = sha256(repr((file, text, number)).encode()).hexdigest()
    return Document(file, digest, text, citation, (section,), problems), (tuple(placed),)
