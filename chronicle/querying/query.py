"""A question as a value, and the values that answer it besides the model's `Event`."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal["date", "-date", "document"]
Key = Literal["year", "quarter", "month", "type", "mode", "plover", "actor", "country", "venue", "document"]


@dataclass(frozen=True, slots=True)
class Query:
    """Which events, in what order, how many. Everything given has to hold; all words are as typed.

    `actors` and `countries`: all of them take part; inside one, `a or b` is either. A country or a
    demonym as an actor means everybody who takes part for that country, and the state itself.
    `not_actors`: none of them. `role` narrows the actors' parts to `participant` or `mentioned`.
    `venues`, `types`, `modes`, `documents`, `relations`, `flags`: any one of each list. A venue is a
    place, one that contains it, or its country; a document is its id or a prefix, its file name, a
    glob or words of its title.
    `since`, `until`, `on`, `during`: inclusive; an event that overlaps the time counts.
    `text`: words, "phrases", OR, NOT, prefix*.
    `after` is the id of the last event of the page before. `today` is the day from which `last month`
    counts, the real one if None.
    """

    actors: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    role: str | None = None
    venues: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    on: str | None = None
    during: str | None = None
    text: str | None = None
    documents: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    sort: Sort = "date"
    limit: int | None = None
    after: str | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many events have these values of the keys asked for; None where an event has no value.

    Years are `2021`, quarters `2021-Q3`, months `2021-09`, actors and venues names, countries codes,
    documents ids.
    """

    keys: tuple[str | None, ...]
    events: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with the number of its events and their first and last day."""

    key: str
    name: str
    kind: str
    country: str | None
    wikidata: str | None
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class VenueRow:
    key: str
    name: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its citation; `relations` are those of its sections, `problems` how many it has."""

    id: str
    file: str
    title: str | None
    authors: tuple[str, ...]
    publication: str | None
    volume: str | None
    number: str | None
    published: str | None
    relations: tuple[str, ...]
    url: str | None
    events: int
    flagged: int
    problems: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Term:
    """An actor's time in an office as the gazetteer has it: `start` and `end` may be a year or a month.

    `addressee` is what the office is with or for: the host state of an ambassador, the body.
    """

    office: str
    country: str | None
    addressee: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """All about one actor in the events asked for; the counts are the highest first, years in order.

    `offices` are those printed with the actor in events, `terms` those of the gazetteer.
    """

    actor: ActorRow
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    offices: tuple[Count, ...]
    partners: tuple[Count, ...]
    countries: tuple[Count, ...]
    venues: tuple[Count, ...]
    types: tuple[Count, ...]
    years: tuple[Count, ...]
