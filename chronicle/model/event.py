"""An event: what one entry becomes under the codebook."""

from dataclasses import dataclass, field
from enum import StrEnum

from chronicle.model.dates import EventDate
from chronicle.model.document import Link, Location


class ActorKind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"


class Role(StrEnum):
    PARTICIPANT = "participant"
    MENTIONED = "mentioned"


class EventType(StrEnum):
    MEETING = "meeting"
    VISIT = "visit"
    MESSAGE = "message"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    EXERCISE = "exercise"
    MILITARY = "military"
    COOPERATION = "cooperation"
    AID = "aid"
    CEREMONY = "ceremony"
    SANCTION = "sanction"
    POLITICS = "politics"
    INCIDENT = "incident"
    OTHER = "other"


class Mode(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    WRITTEN = "written"
    HYBRID = "hybrid"


class VenueKind(StrEnum):
    CITY = "city"
    FACILITY = "facility"
    REGION = "region"
    COUNTRY = "country"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Participation:
    """One actor's part in an event. `country` is ISO 3166-1 alpha-2, `mention` the words printed.

    `key` is the gazetteer's id of the actor, None for one that the gazetteer does not know; `rule` says
    how it was found. The rule is not stored: coding the entry again tells it.
    """

    name: str
    kind: ActorKind
    role: Role
    country: str | None = None
    office: str | None = None
    inferred: bool = False
    mention: str | None = None
    wikidata: str | None = None
    key: str | None = None
    rule: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an event took place. WGS 84 degrees; `country` is None for a sea; `key`, `rule` as an actor's."""

    name: str
    kind: VenueKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: str | None = None
    mention: str | None = None
    key: str | None = None
    rule: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """The document and section that an event stands in (docs/record.md).

    `title` is what the document calls itself, or else the heading of its first chronology.
    """

    id: str
    file: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    volume: str | None = None
    number: str | None = None
    published: str | None = None
    relation: str | None = None
    section: str | None = None
    url: str | None = None

    @property
    def called(self) -> str:
        """What the document goes by wherever it is named."""
        return self.title or self.section or self.file


@dataclass(frozen=True, slots=True)
class Event:
    """One entry, coded. `id` and `source` are given when it is stored; before that they are None.

    `plover` is the PLOVER code of its type; `type_rule` and `mode_rule` say how these were found, `type_mention`
    is the main verb as printed and `type_key` its row in verbs.csv. As every rule, these are not stored.
    """

    ordinal: int
    location: Location
    date: EventDate
    headline: str
    text: str
    type: EventType
    mode: Mode | None
    actors: tuple[Participation, ...] = ()
    venues: tuple[Venue, ...] = ()
    links: tuple[Link, ...] = ()
    flags: tuple[str, ...] = ()
    id: str | None = None
    source: Source | None = None
    plover: str | None = None
    type_rule: str | None = field(default=None, compare=False)
    mode_rule: str | None = field(default=None, compare=False)
    type_mention: str | None = field(default=None, compare=False)
    type_key: str | None = field(default=None, compare=False)
