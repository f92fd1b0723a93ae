"""Rows back into the model's events, many at a time."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from chronicle.model import (
    ActorKind,
    Event,
    EventDate,
    EventType,
    Link,
    Location,
    Mode,
    Participation,
    Precision,
    Role,
    Source,
    Venue,
    VenueKind,
)
from chronicle.storing.database import Database, Row

Value = TypeVar("Value")

# So many values of a kind are kept for rows that repeat: what is streamed is not to fill the memory.
_REMEMBERED = 50_000

_TYPES = {str(value): value for value in EventType}
_MODES: dict[str | None, Mode | None] = {None: None, **{str(value): value for value in Mode}}
_PRECISIONS = {str(value): value for value in Precision}
_ROLES = {str(value): value for value in Role}

_EVENTS = """
    SELECT id, key, section_id, ordinal, date_text, start_date, end_date, precision, approximate,
           headline, text, type, mode, plover, start_offset, end_offset, page, line
    FROM events WHERE id IN ({})"""
_PARTICIPATIONS = """
    SELECT event_id, position, actor_id, role, country, office_id, inferred, mention
    FROM participations WHERE event_id IN ({})"""
_VENUES = "SELECT event_id, position, venue_id, mention FROM event_venues WHERE event_id IN ({})"
_LINKS = "SELECT event_id, position, text, url FROM links WHERE event_id IN ({})"
_FLAGS = "SELECT event_id, position, flag FROM flags WHERE event_id IN ({})"
# Of a document `d`, as `model.Document.title`.
TITLE = """coalesce(d.title, (SELECT t.heading FROM sections t
    WHERE t.document_id = d.id AND t.heading IS NOT NULL ORDER BY t.position LIMIT 1))"""
_SOURCES = f"""
    SELECT s.id, d.key, d.file, {TITLE}, d.authors, d.publication, d.volume, d.number, d.published,
           coalesce(s.relation, d.relation), s.heading, d.url
    FROM sections s JOIN documents d ON d.id = s.document_id WHERE s.id IN ({{}})"""
_ACTORS = "SELECT id, key, name, kind, wikidata FROM actors WHERE id IN ({})"
_OFFICES = "SELECT id, name FROM offices WHERE id IN ({})"
_PLACES = "SELECT id, name, kind, country, latitude, longitude, geonames FROM venues WHERE id IN ({})"


def numbered(sql: str, ids: Iterable[int]) -> str:
    """The statement for these numbers, which are ours: they need no parameters. A server takes no empty list."""
    return sql.format(",".join(map(str, ids)) or "NULL")


def as_day(value: Any) -> date | None:
    """A day as the dialect gives it: SQLite text, a server a date."""
    return date.fromisoformat(value) if isinstance(value, str) else value


class Loader:
    """Loads events; remembers what it has met: actors, offices, venues, sections, and the values made of rows."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.actors: dict[int, Row] = {}
        self.offices: dict[int, Row] = {}
        self.places: dict[int, Row] = {}
        self.sources: dict[int, Source] = {}
        self.made: dict[str, dict[Row, Any]] = defaultdict(dict)

    def events(self, ids: Sequence[int]) -> list[Event]:
        """The events with these numbers, in this order; a number without an event is left out."""
        rows = {row[0]: row for row in self.db.rows(numbered(_EVENTS, ids))}
        self._learn_sources({row[2] for row in rows.values()})
        actors, venues = self._participations(ids), self._venues(ids)
        links, flags = self._links(ids), self._flags(ids)
        return [
            self._event(
                rows[key],
                tuple(actors.get(key, ())),
                tuple(venues.get(key, ())),
                tuple(links.get(key, ())),
                tuple(flags.get(key, ())),
            )
            for key in ids
            if key in rows
        ]

    def _event(
        self,
        row: Row,
        actors: tuple[Participation, ...],
        venues: tuple[Venue, ...],
        links: tuple[Link, ...],
        flags: tuple[str, ...],
    ) -> Event:
        _, key, section, ordinal, printed, start, end, precision, approximate = row[:9]
        headline, text, kind, mode, plover, start_offset, end_offset, page, line = row[9:]
        when = EventDate(printed, as_day(start), as_day(end), _PRECISIONS[precision], bool(approximate))
        where = Location(start_offset, end_offset, page, line)
        source = self.sources[section]
        return Event(
            ordinal, where, when, headline, text, _TYPES[kind], _MODES[mode],
            actors, venues, links, flags, key, source, plover,
        )  # fmt: skip

    def _participations(self, ids: Iterable[int]) -> dict[int, list[Participation]]:
        rows = sorted(self.db.rows(numbered(_PARTICIPATIONS, ids)))
        self._learn(_ACTORS, {row[2] for row in rows}, self.actors)
        self._learn(_OFFICES, {row[5] for row in rows if row[5] is not None}, self.offices)
        return self._collected("participations", rows, self._make_participation)

    def _venues(self, ids: Iterable[int]) -> dict[int, list[Venue]]:
        rows = sorted(self.db.rows(numbered(_VENUES, ids)))
        self._learn(_PLACES, {row[2] for row in rows}, self.places)
        return self._collected("venues", rows, self._make_venue)

    def _links(self, ids: Iterable[int]) -> dict[int, list[Link]]:
        return self._collected("links", sorted(self.db.rows(numbered(_LINKS, ids))), Link)

    def _flags(self, ids: Iterable[int]) -> dict[int, list[str]]:
        return self._collected("flags", sorted(self.db.rows(numbered(_FLAGS, ids))), str)

    def _collected(self, kind: str, rows: list[Row], make: Callable[..., Value]) -> dict[int, list[Value]]:
        """The values by event, in order; rows begin with the event and the position and often repeat."""
        known = self.made[kind]
        if len(known) > _REMEMBERED:
            known.clear()
        found: dict[int, list[Value]] = defaultdict(list)
        for row in rows:
            rest = row[2:]
            value = known.get(rest)
            if value is None:
                value = known[rest] = make(*rest)
            found[row[0]].append(value)
        return found

    def _make_participation(
        self,
        actor: int,
        role: str,
        country: str | None,
        office: int | None,
        inferred: Any,
        mention: str | None,
    ) -> Participation:
        key, name, kind, wikidata = self.actors[actor]
        return Participation(
            name=name,
            kind=ActorKind(kind),
            role=_ROLES[role],
            country=country,
            office=None if office is None else self.offices[office][0],
            inferred=bool(inferred),
            mention=mention,
            wikidata=wikidata,
            key=None if key.startswith(f"{kind}:") else key,
        )

    def _make_venue(self, venue: int, mention: str | None) -> Venue:
        name, kind, country, latitude, longitude, geonames = self.places[venue]
        return Venue(name, VenueKind(kind), country, latitude, longitude, geonames, mention)

    def _learn(self, sql: str, ids: set[int], known: dict[int, Row]) -> None:
        missing = ids - known.keys()
        if missing:
            known.update((row[0], row[1:]) for row in self.db.rows(numbered(sql, missing)))

    def _learn_sources(self, ids: set[int]) -> None:
        missing = ids - self.sources.keys()
        if missing:
            self.sources.update((row[0], _source(row[1:])) for row in self.db.rows(numbered(_SOURCES, missing)))


def _source(row: Row) -> Source:
    key, file, title, authors, *rest = row
    return Source(key, file, title, tuple(json.loads(authors)), *rest)
