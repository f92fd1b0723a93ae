"""A database in one file, made for Datasette and for SQL by hand: docs/formats.md has its tables.

Nothing of the program's own database is in it but what the record says: the texts of documents, corrections
and runs stay at home.
"""

import errno
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from chronicle.model import Event, Participation, Source, Venue
from chronicle.presenting.record import iso

SCHEMA = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, file TEXT NOT NULL, title TEXT, authors TEXT NOT NULL,
    publication TEXT, volume TEXT, number TEXT, published TEXT, relation TEXT, section TEXT, url TEXT
);
CREATE TABLE events (
    id TEXT PRIMARY KEY, start TEXT, end TEXT, precision TEXT NOT NULL, approximate INTEGER NOT NULL, edtf TEXT,
    date_text TEXT NOT NULL, type TEXT NOT NULL, plover TEXT, mode TEXT, headline TEXT NOT NULL, text TEXT NOT NULL,
    source_id INTEGER REFERENCES sources (id), ordinal INTEGER NOT NULL, location_start INTEGER NOT NULL,
    location_end INTEGER NOT NULL, page INTEGER, line INTEGER
);
CREATE TABLE actors (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, wikidata TEXT
);
CREATE TABLE participations (
    event_id TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actors (id), country TEXT, office TEXT, role TEXT NOT NULL,
    inferred INTEGER NOT NULL, mention TEXT, PRIMARY KEY (event_id, position)
);
CREATE TABLE venues (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL,
    geonames TEXT
);
CREATE TABLE event_venues (
    event_id TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
    venue_id INTEGER NOT NULL REFERENCES venues (id), mention TEXT, PRIMARY KEY (event_id, position)
);
CREATE TABLE links (
    event_id TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL, text TEXT NOT NULL, url TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
);
CREATE TABLE flags (
    event_id TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL, flag TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
);
"""
_FINISH = """
CREATE INDEX events_start ON events (start);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_source_id ON events (source_id);
CREATE INDEX participations_actor_id ON participations (actor_id);
CREATE INDEX participations_country ON participations (country);
CREATE INDEX event_venues_venue_id ON event_venues (venue_id);
CREATE VIRTUAL TABLE events_fts USING fts5 (
    headline, text, content="events", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO events_fts (events_fts) VALUES ('rebuild');
"""
# Nobody else sees the file before it is whole, and it takes its name only then.
_ALONE = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE"


_FAILED = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR: errno.EIO}


def write(events: Iterable[Event], path: Path) -> None:
    """OSError where the system does not take it, as of all other formats."""
    path.touch()
    try:
        _write(events, path)
    except sqlite3.OperationalError as error:
        number = _FAILED.get(error.sqlite_errorcode & 0xFF)
        if number is None:
            raise
        raise OSError(number, os.strerror(number), str(path)) from error


def _write(events: Iterable[Event], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(f"{_ALONE};{SCHEMA}BEGIN;")
        extract = _Extract(db)
        for event in events:
            extract.add(event)
        db.executescript(f"BEGIN;{_FINISH}COMMIT;")


class _Extract:
    """Writes events; remembers the numbers of sources, actors and venues."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.numbers: dict[str, dict[tuple[Any, ...], int]] = {"sources": {}, "actors": {}, "venues": {}}

    def add(self, event: Event) -> None:
        source = self._number("sources", _source(event.source)) if event.source else None
        self._insert("events", [_event(event, source)])
        self._insert("participations", self._participations(event))
        self._insert("event_venues", self._venues(event))
        self._insert("links", [(event.id, at, link.text, link.url) for at, link in enumerate(event.links)])
        self._insert("flags", [(event.id, at, flag) for at, flag in enumerate(event.flags)])

    def _participations(self, event: Event) -> Iterator[tuple[Any, ...]]:
        for at, actor in enumerate(event.actors):
            number = self._number("actors", (actor.name, actor.kind.value, actor.wikidata), actor)
            part = (actor.country, actor.office, actor.role.value, actor.inferred, actor.mention)
            yield event.id, at, number, *part

    def _venues(self, event: Event) -> Iterator[tuple[Any, ...]]:
        for at, venue in enumerate(event.venues):
            yield event.id, at, self._number("venues", _venue(venue)), venue.mention

    def _number(self, table: str, values: tuple[Any, ...], actor: Participation | None = None) -> int:
        """The row of these values, made on first sight. Two people of one name are two."""
        known = self.numbers[table]
        told = (*values, actor.key) if actor else values
        if told not in known:
            known[told] = len(known) + 1
            self._insert(table, [(known[told], *values)])
        return known[told]

    def _insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        listed = list(rows)
        if listed:
            marks = ", ".join("?" for _ in listed[0])
            self.db.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)


def _event(event: Event, source: int | None) -> tuple[Any, ...]:
    when, where = event.date, event.location
    return (
        event.id, iso(when.start), iso(when.end), when.precision.value, when.approximate, when.edtf, when.text,
        event.type.value, event.plover, event.mode and event.mode.value, event.headline, event.text, source,
        event.ordinal, where.start, where.end, where.page, where.line,
    )  # fmt: skip


def _source(source: Source) -> tuple[Any, ...]:
    return (
        source.id, source.file, source.title, json.dumps(source.authors, ensure_ascii=False), source.publication,
        source.volume, source.number, source.published, source.relation, source.section, source.url,
    )  # fmt: skip


def _venue(venue: Venue) -> tuple[Any, ...]:
    return venue.name, venue.kind.value, venue.country, venue.latitude, venue.longitude, venue.geonames
