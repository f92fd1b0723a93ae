"""What the page is made of: the events as small records, and the tables that these point into.

Actors, venues and documents come again and again; each stands once in its table, and a record has its number.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from chronicle.model import Event, Link, Participation, Role, Source
from chronicle.presenting.citation import reference
from chronicle.presenting.columns import short_date
from chronicle.presenting.drawing.dates import when
from chronicle.presenting.drawing.ties import Actor, Network, network, takes_part
from chronicle.presenting.page.markup import web_address

Record = dict[str, Any]
T = TypeVar("T", bound=Hashable)

_ALWAYS = ("when", "headline")


class Numbers(dict[T, int], Generic[T]):
    """Values in order of appearance; `numbers[value]` is its place, a new one at the end."""

    def __missing__(self, value: T) -> int:
        self[value] = number = len(self)
        return number


class Part(NamedTuple):
    """An actor's part in events. `country` is a name, empty where there is none."""

    actor: int
    country: str
    office: str
    mentioned: bool
    inferred: bool


class Place(NamedTuple):
    """A venue; its degrees are None where the tables do not know them."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None


class Work(NamedTuple):
    """A document as it is cited; `url` only where it leads to the web."""

    reference: str
    file: str
    relation: str
    url: str


@dataclass(frozen=True)
class Digest:
    """`busiest` are actors with the events that they take part in, the busiest first; `network` the same drawn."""

    records: tuple[Record, ...]
    actors: tuple[Actor, ...]
    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    works: tuple[Work, ...]
    days: tuple[date, ...]
    busiest: tuple[tuple[int, int], ...]
    seats: tuple[tuple[int, int], ...]
    countries: int
    network: Network

    @property
    def undated(self) -> int:
        return len(self.records) - len(self.days)


class _Tables:
    """The tables as they fill; `names` are those of countries by code."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.actors: Numbers[Actor] = Numbers()
        self.parts: Numbers[Part] = Numbers()
        self.places: Numbers[Place] = Numbers()
        self.works: Numbers[Work] = Numbers()
        self._sources: dict[Source, int] = {}

    def country(self, code: str | None) -> str:
        return self.names.get(code, code) if code else ""

    def part(self, one: Participation) -> int:
        actor = self.actors[Actor(one.name, one.kind.value, one.country or "")]
        country = self.country(one.country)
        return self.parts[Part(actor, country, one.office or "", one.role is Role.MENTIONED, one.inferred)]

    def work(self, source: Source) -> int:
        if source not in self._sources:
            work = Work(reference(source), source.file, source.relation or "", web_address(source.url) or "")
            self._sources[source] = self.works[work]
        return self._sources[source]


def digest(events: Iterable[Event], names: Mapping[str, str]) -> Digest:
    """The events in their order. `names` are the countries' names by code."""
    tables = _Tables(names)
    records: list[Record] = []
    days: list[date] = []
    meetings: list[tuple[Actor, ...]] = []
    taking, seated = Counter[int](), Counter[int]()
    for event in events:
        actors = takes_part(event)
        records.append(_record(event, tables))
        meetings.append(actors)
        days += [event.date.start] if event.date.start else []
        taking.update(tables.actors[actor] for actor in actors)
        seated.update(records[-1].get("venues", ()))
    return Digest(
        tuple(records),
        tuple(tables.actors),
        tuple(tables.parts),
        tuple(tables.places),
        tuple(tables.works),
        tuple(days),
        _ordered(taking, [actor.name for actor in tables.actors]),
        _ordered(seated, [place.name for place in tables.places]),
        len({actor.country for actors in meetings for actor in actors if actor.country}),
        network(meetings),
    )


def _ordered(counts: Counter[int], names: list[str]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], names[pair[0]])))


def _record(event: Event, tables: _Tables) -> Record:
    """What the list shows of an event; what is empty is left out, but for what every event is shown by."""
    venues = [
        tables.places[Place(venue.name, tables.country(venue.country), venue.latitude, venue.longitude)]
        for venue in event.venues
    ]
    found: Record = {
        "id": event.id or "",
        "when": when(event.date),
        **_days(event),
        "type": event.type.value,
        "mode": event.mode.value if event.mode else "",
        "headline": event.headline,
        "rest": event.text.removeprefix(event.headline).strip(),
        "parts": list(dict.fromkeys(map(tables.part, event.actors))),
        "venues": list(dict.fromkeys(venues)),
        "work": tables.work(event.source) if event.source else None,
        "place": _where(event),
        "links": [[link.text, link.url] for link in event.links if _leads(link)],
        "flags": [flag.replace("_", " ") for flag in event.flags],
    }
    return {key: value for key, value in found.items() if key in _ALWAYS or value not in ("", None, [])}


def _days(event: Event) -> Record:
    """The first day; the last and the date as tables print it where they are not the same."""
    if event.date.start is None or event.date.end is None:
        return {}
    start, end, printed = event.date.start.isoformat(), event.date.end.isoformat(), short_date(event)
    return {
        "start": start,
        "end": end if end != start else "",
        "date": printed if printed != start else "",
    }


def _leads(link: Link) -> bool:
    return web_address(link.url) is not None


def _where(event: Event) -> str:
    """Where the entry stands in its document."""
    if event.location.page is not None:
        return f"p. {event.location.page}"
    return f"line {event.location.line}" if event.location.line is not None else ""
