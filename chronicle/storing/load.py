"""Rows back into the model's events, many at a time."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

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

_TYPES = {str(value): value for value in EventType}
_MODES: dict[str | None, Mode | None] = {None: None, **{str(value): value for value in Mode}}
_PRECISIONS = {str(value): value for value in Precision}
_ROLES = {str(value): value for value in Role}

_EVENTS = """
    SELECT id, key, section_id, ordinal, date_text, start_date, end_date, precision, approximate,
           headline, text, type, mode, start_offset, end_offset, page, line
    FROM events WHERE id IN ({})"""
_PARTICIPATIONS = """
    SELECT event_id, position, actor_id, role, country, office_id, inferred, mention
    FROM participations WHERE event_id IN ({})"""
_VENUES = "SELECT event_id, position, venue_id, mention FROM event_venues WHERE event_id IN ({})"
_LINKS = "SELECT event_id, position, text, url FROM links WHERE event_id IN ({})"
_FLAGS = "SELECT event_id, position, flag FROM flags WHERE event_id IN ({})"
_SOURCES = """
    SELECT s.id, d.key, d.file, d.title, d.authors, d.publication, d.volume, d.number, d.published,
           coalesce(s.relation, d.relation), s.heading, d.url
    FROM sections s JOIN documents d ON d.id = s.document_id WHERE s.id IN ({})"""
_ACTORS = "SELECT id, key, name, kind, wikidata FROM actors WHERE id IN ({})"
_OFFICES = "SELECT id, name FROM offices WHERE id IN ({})"
_PLACES = "SELECT id, name, kind, country, latitude, longitude, geonames FROM venues WHERE id IN ({})"


def numbered(sql: str, ids: Iterable[int]) -> str:
    """The statement for these numbers, which are ours: they need no parameters."""
    return sql.format(",".join(map(str, ids)))


def as_day(value: Any) -> date | None:
    """A day as the dialect gives it: SQLite text, a server a date."""
    return date.fromisoformat(value) if isinstance(value, str) else value


class Loader:
    """Loads events; remembers the actors, offices, venues and sections that it has met."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.actors: dict[int, Row] = {}
        self.offices: dict[int, str] = {}
        self.places: dict[int, Row] = {}
        self.sources: dict[int, Source] = {}
        self.participations: dict[Row, Participation] = {}
        self.venues: dict[Row, Venue] = {}

    def events(self, ids: Sequence[int]) -> list[Event]:
        """The events with these numbers, in this order; a number without an event is left out."""
        rows = {row[0]: row for row in self.db.rows(numbered(_EVENTS, ids))}
        self._learn_sources({row[2] for row in rows.values()})
        actors, venues = self._participations(ids), self._venues(ids)
        links = {key: tuple(Link(*row) for row in found) for key, found in self._grouped(_LINKS, ids).items()}
        flags = {key: tuple(row[0] for row in found) for key, found in self._grouped(_FLAGS, ids).items()}
        return [
            self._event(rows[key], actors.get(key, ()), venues.get(key, ()), links.get(key, ()), flags.get(key, ()))
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
        headline, text, kind, mode, start_offset, end_offset, page, line = row[9:]
        when = EventDate(printed, as_day(start), as_day(end), _PRECISIONS[precision], bool(approximate))
        where = Location(start_offset, end_offset, page, line)
        source = self.sources[section]
        return Event(
            ordinal, where, when, headline, text, _TYPES[kind], _MODES[mode],
            actors, venues, links, flags, key, source,
        )  # fmt: skip

    def _grouped(self, sql: str, ids: Iterable[int]) -> dict[int, list[Row]]:
        """Rows by event, in the order of their position, without either."""
        found = defaultdict(list)
        for row in sorted(self.db.rows(numbered(sql, ids))):
            found[row[0]].append(row[2:])
        return found

    def _participations(self, ids: Iterable[int]) -> dict[int, tuple[Participation, ...]]:
        found = self._grouped(_PARTICIPATIONS, ids)
        self._learn(_ACTORS, {row[0] for rows in found.values() for row in rows}, self.actors)
        offices = {row[3] for rows in found.values() for row in rows if row[3] is not None}
        self._learn_offices(offices)
        return {key: tuple(map(self._participation, rows)) for key, rows in found.items()}

    def _participation(self, row: Row) -> Participation:
        known = self.participations.get(row)
        if known is None:
            known = self.participations[row] = self._make_participation(*row)
        return known

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
            office=None if office is None else self.offices[office],
            inferred=bool(inferred),
            mention=mention,
            wikidata=wikidata,
            key=None if key.startswith(f"{kind}:") else key,
        )

    def _venues(self, ids: Iterable[int]) -> dict[int, tuple[Venue, ...]]:
        found = self._grouped(_VENUES, ids)
        self._learn(_PLACES, {row[0] for rows in found.values() for row in rows}, self.places)
        return {key: tuple(map(self._venue, rows)) for key, rows in found.items()}

    def _venue(self, row: Row) -> Venue:
        known = self.venues.get(row)
        if known is None:
            name, kind, country, latitude, longitude, geonames = self.places[row[0]]
            known = self.venues[row] = Venue(name, VenueKind(kind), country, latitude, longitude, geonames, row[1])
        return known

    def _learn(self, sql: str, ids: set[int], known: dict[int, Row]) -> None:
        missing = ids - known.keys()
        if missing:
            known.update((row[0], row[1:]) for row in self.db.rows(numbered(sql, missing)))

    def _learn_offices(self, ids: set[int]) -> None:
        missing = ids - self.offices.keys()
        if missing:
            self.offices.update((row[0], row[1]) for row in self.db.rows(numbered(_OFFICES, missing)))

    def _learn_sources(self, ids: set[int]) -> None:
        missing = ids - self.sources.keys()
        if missing:
            self.sources.update((row[0], _source(row[1:])) for row in self.db.rows(numbered(_SOURCES, missing)))


def _source(row: Row) -> Source:
    key, file, title, authors, *rest = row
    return Source(key, file, title, tuple(json.loads(authors)), *rest)
