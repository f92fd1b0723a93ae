"""Documents and events built by hand, small enough to know by heart, for the tests of every floor."""

from dataclasses import replace
from datetime import date

from chronicle.model import (
    ActorKind,
    Citation,
    Document,
    Entry,
    Event,
    EventDate,
    EventType,
    Link,
    Location,
    Mode,
    Participation,
    Precision,
    Role,
    Section,
    Source,
    Venue,
    VenueKind,
)

SOURCE = Source(
    id="d1",
    file="north-south.txt",
    title="A Year of Talks",
    authors=("Ada Example", "Ben Sample"),
    publication="Journal of Examples",
    volume="23",
    number="3",
    published="2022-01",
    relation="North - South",
    section="Chronology of North - South Relations",
    url="https://example.org/23/3",
)

ANNA = Participation(
    name="Anna Northman",
    kind=ActorKind.PERSON,
    role=Role.PARTICIPANT,
    country="NO",
    office="Foreign Minister",
    mention="FM Northman",
    wikidata="Q1",
    key="anna-northman",
)
SOUTH = Participation(
    name="South Africa",
    kind=ActorKind.STATE,
    role=Role.PARTICIPANT,
    country="ZA",
    inferred=True,
    mention="Pretoria",
    key="za",
)
UNION = Participation(
    name="Union of Seas; Rivers",
    kind=ActorKind.ORGANIZATION,
    role=Role.MENTIONED,
    mention="the Union",
    key="union",
)
OSLO = Venue(
    name="Oslo",
    kind=VenueKind.CITY,
    country="NO",
    latitude=59.9127,
    longitude=10.7461,
    geonames="3143244",
    mention="in Oslo",
)
SEA = Venue(name="South Atlantic", kind=VenueKind.WATER, latitude=-35.5, longitude=-15.0)


def day(text: str, start: date) -> EventDate:
    return EventDate(text, start, start, Precision.DAY)


TALKS = Event(
    ordinal=1,
    location=Location(start=120, end=210, line=9),
    date=day("Sept. 3, 2021", date(2021, 9, 3)),
    headline="FM Northman meets Pretoria's envoys in Oslo.",
    text='FM Northman meets Pretoria\'s envoys in Oslo. She calls the talks "open"; the Union is discussed.',
    type=EventType.MEETING,
    plover="CONSULT",
    mode=Mode.IN_PERSON,
    actors=(ANNA, SOUTH, UNION),
    venues=(OSLO,),
    links=(Link("talks", "https://example.org/talks?a=1;b=2"), Link("the Union", "#")),
    flags=("actor_unknown",),
    id="a1b2c3d4",
    source=SOURCE,
)
DRILL = Event(
    ordinal=2,
    location=Location(start=211, end=300, line=11),
    date=EventDate("Sept. 16-17, 2021", date(2021, 9, 16), date(2021, 9, 17), Precision.RANGE),
    headline="=Joint drill [north](#) of the Cape, C:\\maps; all well.",
    text="=Joint drill [north](#) of the Cape, C:\\maps; all well.",
    type=EventType.EXERCISE,
    mode=None,
    actors=(replace(SOUTH, inferred=False, mention=None),),
    venues=(SEA, OSLO),
    id="b2c3d4e5",
    source=SOURCE,
)
NEVER = Event(
    ordinal=3,
    location=Location(start=301, end=340, page=4),
    date=EventDate("Sept. 31, 2021", None, None, Precision.INVALID, approximate=True),
    headline="Ноты переданы 南方.",
    text="Ноты переданы 南方.",
    type=EventType.OTHER,
    mode=None,
    flags=("date_invalid", "actor_unknown"),
    id="c3d4e5f6",
    source=replace(SOURCE, authors=(), title=None, url=None, volume=None, section=None),
)
EVENTS = (TALKS, DRILL, NEVER)


def document(*events: Event, file: str = "north-south.txt", relation: str = "North - South") -> Document:
    """A document whose text has the events at the places that its entries say."""
    text = f"{relation}\n\n"
    entries = []
    for ordinal, event in enumerate(events, start=1):
        printed = f"{event.date.text}: {event.text}"
        place = Location(start=len(text), end=len(text) + len(printed), line=text.count("\n") + 1)
        entries.append(Entry(ordinal, event.date, event.text, place, event.links, event.flags))
        text += f"{printed}\n\n"
    whole = Location(start=0, end=len(text), line=1)
    section = Section("Chronology", relation, None, None, tuple(entries), whole)
    digest = f"{hash_of(text)}"
    return Document(file, digest, text, Citation(title=SOURCE.title, authors=SOURCE.authors), (section,))


def hash_of(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def coded(document: Document, *events: Event) -> tuple[tuple[Event, ...], ...]:
    """The events as coding gives them for that document: at its places, without id and source."""
    [section] = document.sections
    pairs = zip(section.entries, events, strict=True)
    return (
        tuple(
            replace(event, ordinal=entry.ordinal, location=entry.location, id=None, source=None)
            for entry, event in pairs
        ),
    )
