"""Events that come without their document, from another database: kept with its citation, compared by their ids.

A document of which nothing but events came has no text and no bytes. It goes by its id where a document goes by
its issue: on every machine the one is made of the other, so that the document itself, when it is ingested, finds
its events here and keeps their ids (docs/formats.md).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from chronicle.errors import DatabaseError
from chronicle.model import Event, Participation, Source, Venue
from chronicle.model.correction import RULE
from chronicle.storing.database import Database, Row
from chronicle.storing.facts import Facts, actor_key, venue_key
from chronicle.storing.found import found_events
from chronicle.storing.identity import PER_DOCUMENT
from chronicle.storing.kept import in_list
from chronicle.storing.known import substance
from chronicle.storing.load import Loader
from chronicle.storing.registry import DEEPEST, Registry
from chronicle.storing.store import begin_ingest_within, end_ingest
from chronicle.storing.writing import Placed, corrected, delete_events, section_number, write_events

_STORED = """
    SELECT e.key, e.id, e.section_id, d.key
    FROM events e JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id
    WHERE e.key IN ({})"""
_CITED = ("file", "title", "authors", "publication", "volume", "number", "published", "url")
_DOCUMENT = f"SELECT id, text = '', {', '.join(_CITED)} FROM documents WHERE key = :key"
_ADD_DOCUMENT = f"""
    INSERT INTO documents (key, identity, sha256, text, ingest_id, {", ".join(_CITED)})
    VALUES (:key, :key, '', '', :ingest, {", ".join(f":{name}" for name in _CITED)})"""
_CITE_AGAIN = f"UPDATE documents SET {', '.join(f'{name} = :{name}' for name in _CITED)} WHERE key = :key"
_SECTIONS = """
    SELECT s.id, s.heading, coalesce(s.relation, d.relation)
    FROM sections s JOIN documents d ON d.id = s.document_id WHERE d.id = :document ORDER BY s.position"""
_ORDINALS = "SELECT ordinal FROM events WHERE section_id = :section"
_ADD_SECTION = """
    INSERT INTO sections (id, document_id, position, heading, relation, start_offset, end_offset)
    VALUES (:id, :document, :position, :heading, :relation, 0, 0)"""
_ACTOR = "SELECT name, wikidata FROM actors WHERE key = :key"
_VENUE = "SELECT name, latitude, longitude, geonames FROM venues WHERE key = :key"


class Fate(StrEnum):
    """What became of an event: it was not there, it was there otherwise, it was there."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(slots=True)
class _Work:
    """A document here: its number, whether it has no text, its sections by heading and relation."""

    number: int
    is_bare: bool
    sections: dict[tuple[str | None, str | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    positions: int = 0


@dataclass(frozen=True, slots=True)
class _Stored:
    number: int
    section: int
    found: Event
    corrected: Event


class Taking:
    """Takes events over, many at a time, inside one transaction. The run is made with the first that is written."""

    def __init__(self, db: Database, facts: Facts) -> None:
        self.db = db
        self.registry = ExactRegistry(db, facts)
        self.works: dict[str, _Work] = {}
        self.ordinals: dict[int, set[int]] = {}
        self.run: int | None = None

    def elsewhere(self, events: Sequence[Event]) -> dict[str | None, str]:
        """Why events cannot be taken: their ids are those of events of other documents here."""
        of = {row[0]: row[3] for row in self._rows(events)}
        return {
            event.id: f"id: {event.id} is an event of document {of[event.id]} here"
            for event in events
            if event.source and event.id in of and of[event.id] != event.source.id
        }

    def take(self, events: Sequence[Event]) -> list[Fate]:
        """Stores what is new or different. Corrections that are kept here hold on."""
        stored = self._stored(events)
        fates = []
        different: list[tuple[Event, _Work, _Stored | None]] = []
        for event in events:
            work, before = self._work(event), stored.get(event.id or "")
            fates.append(_fate(event, work, before))
            if fates[-1] is not Fate.UNCHANGED:
                different.append((event, work, before))
        self._free(before for _, _, before in different if before)
        self._write([self._placed(*each) for each in different])
        return fates

    def finish(self) -> None:
        if self.run is not None:
            end_ingest(self.db, self.run)

    def _rows(self, events: Iterable[Event]) -> list[Row]:
        keys = [event.id or "" for event in events]
        return list(self.db.rows(*in_list(_STORED, keys))) if keys else []

    def _stored(self, events: Iterable[Event]) -> dict[str, _Stored]:
        rows = sorted(self._rows(events), key=lambda row: int(row[1]))
        numbers = [row[1] for row in rows]
        pairs = zip(rows, found_events(self.db, numbers), Loader(self.db).events(numbers), strict=True)
        return {row[0]: _Stored(row[1], row[2], found, corrected) for row, found, corrected in pairs}

    def _work(self, event: Event) -> _Work:
        source = event.source
        assert source is not None, "events are taken with their source"
        if source.id not in self.works:
            self.works[source.id] = self._known_work(source) or self._new_work(source)
        return self.works[source.id]

    def _known_work(self, source: Source) -> _Work | None:
        row = next(self.db.rows(_DOCUMENT, {"key": source.id}), None)
        if row is None:
            return None
        number, is_bare, *cited = row
        if is_bare and dict(zip(_CITED, cited, strict=True)) != _cited(source):
            self.db.write(_CITE_AGAIN, {"key": source.id, **_cited(source)})
        work = _Work(number, bool(is_bare))
        for section, heading, relation in self.db.rows(_SECTIONS, {"document": number}):
            work.sections[heading, relation].append(section)
            work.positions = section - section_number(number, 0) + 1
        return work

    def _new_work(self, source: Source) -> _Work:
        self.db.write(_ADD_DOCUMENT, {"key": source.id, "ingest": self._run(), **_cited(source)})
        return _Work(next(self.db.rows(_DOCUMENT, {"key": source.id}))[0], True)

    def _run(self) -> int:
        if self.run is None:
            self.run = begin_ingest_within(self.db)
        return self.run

    def _free(self, gone: Iterable[_Stored]) -> None:
        """Takes the rows of changed events away before any is written anew."""
        numbers = []
        for each in gone:
            numbers.append(each.number)
            self._taken(each.section).discard(each.found.ordinal)
        if numbers:
            delete_events(self.db, numbers)

    def _placed(self, event: Event, work: _Work, before: _Stored | None) -> Placed:
        """A document with a text says itself where its events stand; an event of another keeps the place it tells."""
        if before is not None and not work.is_bare:
            event = replace(event, ordinal=before.found.ordinal, location=before.found.location)
            section = before.section
            self._taken(section).add(event.ordinal)
        else:
            section = self._section(event, work)
        return Placed(event, event.id or "", section, before.number if before else None)

    def _section(self, event: Event, work: _Work) -> int:
        """The section that the event tells, in which its place is free."""
        source = event.source
        heading, relation = (source.section, source.relation) if source else (None, None)
        for number in work.sections[heading, relation]:
            if event.ordinal not in self._taken(number):
                break
        else:
            number = section_number(work.number, work.positions)
            if work.positions == PER_DOCUMENT:
                raise DatabaseError(
                    f"document {event.source and event.source.id}: has too many sections; none was kept"
                )
            row = {"id": number, "document": work.number, "position": work.positions}
            self.db.write(_ADD_SECTION, {**row, "heading": heading, "relation": relation})
            work.positions += 1
            work.sections[heading, relation].append(number)
        self._taken(number).add(event.ordinal)
        return number

    def _taken(self, section: int) -> set[int]:
        if section not in self.ordinals:
            self.ordinals[section] = {row[0] for row in self.db.rows(_ORDINALS, {"section": section})}
        return self.ordinals[section]

    def _write(self, placed: list[Placed]) -> None:
        if not placed:
            return
        # Who has no country has none: what came goes out again as it came.
        right, _ = corrected(self.db, placed, ())
        exact = [replace(each, event=self.registry.exact(each.event)) for each in right]
        # The sections are whole numbers already, of several documents.
        write_events(self.db, 0, exact, self._run(), self.registry)


def _fate(event: Event, work: _Work, before: _Stored | None) -> Fate:
    if before is None:
        return Fate.ADDED
    same = any(_said(event, work) == _said(one, work) for one in (before.found, before.corrected))
    return Fate.UNCHANGED if same else Fate.CHANGED


def _said(event: Event, work: _Work) -> tuple[object, ...]:
    """What counts as the same: without a text to stand in, the place as well."""
    return (*substance(event), event.ordinal, event.location) if work.is_bare else substance(event)


def _cited(source: Source) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(source, name) for name in _CITED}
    return {**told, "authors": json.dumps(source.authors, ensure_ascii=False)}


class ExactRegistry(Registry):
    """Keeps actors and venues apart that a database of its own would take for one: what came goes out again."""

    def exact(self, event: Event) -> Event:
        """The event with keys of its actors and venues by which each is told back as it came."""
        used: set[str] = set()
        actors = tuple(self._exact_actor(actor, used) for actor in event.actors)
        venues = tuple(self._exact_venue(venue, used) for venue in event.venues)
        return replace(event, actors=actors, venues=venues)

    def _exact_actor(self, actor: Participation, used: set[str]) -> Participation:
        if (actor.rule or "").startswith(RULE):
            return actor
        told = None if actor.key else (actor.name, actor.wikidata)
        base = actor_key(actor)
        key = self._free_key(base if base not in used or not actor.key else f"{actor.kind}:{base}", told, _ACTOR, used)
        return actor if key == base else replace(actor, key=key)

    def _exact_venue(self, venue: Venue, used: set[str]) -> Venue:
        told = (venue.name, venue.latitude, venue.longitude, venue.geonames)
        return replace(venue, key=self._free_key(venue_key(venue), told, _VENUE, used))

    def _free_key(self, base: str, told: tuple[object, ...] | None, sql: str, used: set[str]) -> str:
        """The base, or the first of its numbered forms that is nobody else's here and not used in the event."""
        number, key = 1, base
        while key in used or (told is not None and self._told(sql, key) not in (None, told)):
            number += 1
            key = f"{base}#{number}"
        used.add(key)
        if told is not None:
            self.told[key] = told
        return key

    def _told(self, sql: str, key: str) -> tuple[object, ...] | None:
        """What is stored under the key, or about to be."""
        if key not in self.told:
            self.told[key] = next(self.db.rows(sql, {"key": key}), None)
        return self.told[key]

    def __init__(self, db: Database, facts: Facts) -> None:
        super().__init__(db, facts)
        self.told: dict[str, tuple[object, ...] | None] = {}

    def venue(self, venue: Venue) -> int:
        number = self._placed(venue.key or venue_key(venue), venue, DEEPEST)
        if venue.mention:
            self._name_venue(number, (venue.mention,))
        return number
