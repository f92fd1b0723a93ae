"""The values that answer a question besides the model's `Event`. Listing events does without them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Count:
    """How many events have these values of the keys asked for; None where an event has no value.

    Years are `2021`, quarters `2021-Q3`, months `2021-09`, weekdays `Monday`, actors and venues names,
    countries codes, pairs two of these as in `CN – RU`, documents titles with
    their id in brackets, relations as most of their lists print them.
    """

    keys: tuple[str | None, ...]
    events: int


@dataclass(frozen=True, slots=True)
class Cross:
    """Events by two keys, whose values head `rows` and `columns`, each with its events in all.

    These need not be the sum of their cells: an event of two countries is in two cells, and counts once.
    A cell that is missing is none. `events` are all that fit.
    """

    rows: tuple[Count, ...]
    columns: tuple[Count, ...]
    cells: dict[tuple[str | None, ...], int]
    events: int

    def row(self, row: Count) -> list[int]:
        return [self.cells.get((*row.keys, *column.keys), 0) for column in self.columns]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with the number of its events and their first and last day: the last on which one of them goes on."""

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
    """All about one actor in the events asked for; the counts are the highest first, years and months in order.

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
    months: tuple[Count, ...]
