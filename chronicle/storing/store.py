"""A document's events into the database, compared with what is there, in one transaction."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from chronicle import __version__
from chronicle.model import Document, Event, Participation, Role, Section, Venue
from chronicle.storing.database import Database
from chronicle.storing.facts import Facts, actor_key, venue_key
from chronicle.storing.identity import (
    DOCUMENT_LENGTH,
    PER_DAY,
    PER_DOCUMENT,
    EventKeys,
    day_number,
    document_identity,
    document_key,
    short_hash,
)
from chronicle.storing.known import Known, find_known
from chronicle.storing.matching import match
from chronicle.storing.registry import Registry

_ADD_INGEST = "INSERT INTO ingests (started, program) VALUES (:started, :program)"
_LAST_INGEST = "SELECT max(id) FROM ingests"
_END_INGEST = "UPDATE ingests SET finished = :finished WHERE id = :id"

_DOCUMENT_COLUMNS = (
    "identity", "file", "sha256", "text", "title", "authors", "publication", "volume", "number",
    "published", "relation", "url", "ingest_id",
)  # fmt: skip
_ADD_DOCUMENT = (
    f"INSERT INTO documents (key, {', '.join(_DOCUMENT_COLUMNS)})"
    f" VALUES (:key, {', '.join(f':{c}' for c in _DOCUMENT_COLUMNS)})"
)
_UPDATE_DOCUMENT = f"UPDATE documents SET {', '.join(f'{c} = :{c}' for c in _DOCUMENT_COLUMNS)} WHERE key = :key"
_DOCUMENT_ID = "SELECT id FROM documents WHERE key = :key"
_DOCUMENT_KEYS = "SELECT key FROM documents WHERE identity = :identity OR key = :key"
_REMEMBER_FILE = """
    INSERT INTO files (path, sha256, document_id) VALUES (:path, :sha256, :document)
    ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, document_id = excluded.document_id"""
_COPY = """
    SELECT d.id, d.key, d.file, f.path IS NOT NULL,
           (SELECT count(*) FROM events e JOIN sections s ON s.id = e.section_id WHERE s.document_id = d.id)
    FROM documents d LEFT JOIN files f ON f.document_id = d.id AND f.path = :path AND f.sha256 = :sha256
    WHERE d.sha256 = :sha256
       OR d.id = (SELECT document_id FROM files WHERE path = :path AND sha256 = :sha256)"""
_DROP_SECTIONS = "DELETE FROM sections WHERE document_id = :document"
_DROP_PROBLEMS = "DELETE FROM problems WHERE document_id = :document"
_ADD_SECTION = """
    INSERT INTO sections (id, document_id, position, heading, relation, period_text, period_start, period_end,
                          start_offset, end_offset, page, line)
    VALUES (:id, :document, :position, :heading, :relation, :period_text, :period_start, :period_end,
            :start, :end, :page, :line)"""
_ADD_PROBLEM = """
    INSERT INTO problems (document_id, position, code, message, line, page)
    VALUES (:document, :position, :code, :message, :line, :page)"""
_ADD_EVENT = """
    INSERT INTO events (id, key, section_id, ordinal, date_text, start_date, end_date, days, precision,
                        approximate, headline, text, type, mode, plover, start_offset, end_offset, page,
                        line, ingest_id)
    VALUES (:id, :key, :section, :ordinal, :date_text, :start_date, :end_date, :days, :precision,
            :approximate, :headline, :text, :type, :mode, :plover, :start, :end, :page, :line, :ingest)"""
_ADD_PARTICIPATION = """
    INSERT INTO participations (actor_id, event_id, position, role, country, office_id, inferred, mention)
    VALUES (:actor, :event, :position, :role, :country, :office, :inferred, :mention)"""
_ADD_COUNTRY = "INSERT INTO event_countries (country, event_id) VALUES (:country, :event)"
_ADD_EVENT_VENUE = """
    INSERT INTO event_venues (venue_id, event_id, position, mention)
    VALUES (:venue, :event, :position, :mention)"""
_ADD_LINK = "INSERT INTO links (event_id, position, text, url) VALUES (:event, :position, :text, :url)"
_ADD_FLAG = "INSERT INTO flags (event_id, position, flag) VALUES (:event, :position, :flag)"
_LAST_OF_DAY = "SELECT max(id) FROM events WHERE id >= :first AND id < :next"


@dataclass(frozen=True, slots=True)
class Change:
    """What storing a document did: its id, the ids of its events by what became of them.

    `is_new` tells a document seen for the first time. `same_as` is the file under which a known
    document came before, where the name is another one.
    """

    document: str
    is_new: bool
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with its id and its section's position, from 0.

    `number` is the one it keeps, `ingest` the run that it stays with; None where it is new or changed.
    """

    event: Event
    key: str
    section: int
    number: int | None = None
    ingest: int | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done; `number` is the known document's, None for a new one."""

    change: Change
    placed: list[_Placed]
    number: int | None = None

    @property
    def is_copy(self) -> bool:
        """Whether it is a known chronology, event for event, under another file's name."""
        change = self.change
        return bool(change.same_as) and not (change.added or change.changed or change.removed)


@dataclass(frozen=True, slots=True)
class Copy:
    """A stored document with the same bytes; `is_remembered` if it came from this very path before."""

    document: int
    key: str
    file: str
    is_remembered: bool
    events: int


def stored_copy(db: Database, sha256: str, path: str | None) -> Copy | None:
    """The document that holds these bytes, or as which they were recognised when `path` held them last."""
    row = next(db.rows(_COPY, {"sha256": sha256, "path": path}), None)
    return None if row is None else Copy(row[0], row[1], row[2], bool(row[3]), row[4])


def remember_file(db: Database, path: str, sha256: str, document: int) -> None:
    db.write(_REMEMBER_FILE, {"path": path, "sha256": sha256, "document": document})


def begin_ingest(db: Database) -> int:
    """The number of a new run."""
    with db.transaction():
        db.write(_ADD_INGEST, {"started": _now(), "program": f"chronicle {__version__}"})
        return int(next(db.rows(_LAST_INGEST))[0])


def end_ingest(db: Database, ingest: int) -> None:
    db.write(_END_INGEST, {"finished": _now(), "id": ingest})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def store_document(
    db: Database,
    document: Document,
    coded: tuple[tuple[Event, ...], ...],
    *,
    ingest: int | None = None,
    path: str | None = None,
    registry: Registry | None = None,
    dry_run: bool = False,
) -> Change:
    """Keeps the document with its events, one tuple for each section; all of it or nothing.

    A known document is compared event by event: an event that was corrected keeps its id, one that is
    as it was keeps the run that brought it. `path` is the file's whole path, None for standard input;
    `ingest` the run, a new one if None; `registry` serves all documents of a run. With `dry_run` the
    change is told and not made.
    """
    if dry_run:
        return _plan(db, document, _settled(coded), path).change
    run = begin_ingest(db) if ingest is None else ingest
    with db.transaction():
        plan = _plan(db, document, _settled(coded), path)
        number = plan.number
        if number is None or not plan.is_copy:
            number = _write_document(db, document, plan.change, run)
            _write_sections(db, document, number)
            _write_events(db, number, plan.placed, run, registry or Registry(db, Facts()))
        if path is not None:
            db.write(_REMEMBER_FILE, {"path": path, "sha256": document.sha256, "document": number})
    return plan.change


def _settled(coded: tuple[tuple[Event, ...], ...]) -> tuple[tuple[Event, ...], ...]:
    """Events with each actor and each venue once: the part taken counts for more than the mention."""
    return tuple(tuple(map(_settle, events)) for events in coded)


def _settle(event: Event) -> Event:
    actors: dict[str, Participation] = {}
    for actor in event.actors:
        known = actors.get(actor_key(actor))
        if known is None or (known.role is Role.MENTIONED and actor.role is Role.PARTICIPANT):
            actors[actor_key(actor)] = actor
    venues: dict[str, Venue] = {}
    for venue in event.venues:
        venues.setdefault(venue_key(venue), venue)
    if len(actors) == len(event.actors) and len(venues) == len(event.venues):
        return event
    return replace(event, actors=tuple(actors.values()), venues=tuple(venues.values()))


def _plan(db: Database, document: Document, coded: tuple[tuple[Event, ...], ...], path: str | None) -> _Plan:
    events = [(position, event) for position, section in enumerate(coded) for event in section]
    known = find_known(db, document, [event for _, event in events], path)
    if known is None:
        return _plan_new(db, document, events)
    return _plan_known(document, events, known)


def _plan_new(db: Database, document: Document, events: list[tuple[int, Event]]) -> _Plan:
    identity = short_hash(document_identity(document), DOCUMENT_LENGTH)
    taken = [row[0] for row in db.rows(_DOCUMENT_KEYS, {"identity": identity, "key": identity})]
    key = document_key(document, taken)
    keys = EventKeys(key)
    placed = [_Placed(event, keys.next(_relation(document, section), event.date), section) for section, event in events]
    return _Plan(Change(key, True, added=tuple(each.key for each in placed)), placed)


def _relation(document: Document, section: int) -> str | None:
    return document.sections[section].relation


def _plan_known(document: Document, events: list[tuple[int, Event]], known: Known) -> _Plan:
    partner = {pair.new: pair.old for pair in match(known.events, [event for _, event in events])}
    keys = EventKeys(known.key, known.keys)
    placed, fates = [], []
    for position, (section, event) in enumerate(events):
        old = partner.get(position)
        if old is None:
            placed.append(_Placed(event, keys.next(_relation(document, section), event.date), section))
            fates.append("added")
        else:
            placed.append(_kept(event, section, known, old))
            fates.append("changed" if placed[-1].ingest is None else "unchanged")
    removed = [key for old, key in enumerate(known.keys) if old not in set(partner.values())]
    return _Plan(_change(document, known, placed, fates, removed), placed, known.number)


def _kept(event: Event, section: int, known: Known, old: int) -> _Placed:
    """A known event: its id stays, its number while its first day does, its run while its content does."""
    same_day = event.date.start == known.events[old].date.start
    return _Placed(
        event,
        known.keys[old],
        section,
        known.numbers[old] if same_day else None,
        known.ingests[old] if known.is_same(old, event) else None,
    )


def _change(document: Document, known: Known, placed: list[_Placed], fates: list[str], removed: list[str]) -> Change:
    by_fate: dict[str, tuple[str, ...]] = {
        fate: tuple(each.key for each, its in zip(placed, fates, strict=True) if its == fate)
        for fate in ("added", "changed", "unchanged")
    }
    same_as = known.file if known.file != document.file else None
    return Change(known.key, False, removed=tuple(removed), same_as=same_as, **by_fate)


def _write_document(db: Database, document: Document, change: Change, ingest: int) -> int:
    """The document's number, with its sections and all that hangs on them gone."""
    db.write(_ADD_DOCUMENT if change.is_new else _UPDATE_DOCUMENT, _document_row(document, change.document, ingest))
    number = int(next(db.rows(_DOCUMENT_ID, {"key": change.document}))[0])
    db.write(_DROP_SECTIONS, {"document": number})
    db.write(_DROP_PROBLEMS, {"document": number})
    return number


def _document_row(document: Document, key: str, ingest: int) -> dict[str, object]:
    citation = document.citation
    return {
        "key": key,
        "identity": short_hash(document_identity(document), DOCUMENT_LENGTH),
        "file": document.file,
        "sha256": document.sha256,
        "text": document.text,
        "title": citation.title,
        "authors": json.dumps(citation.authors, ensure_ascii=False),
        "publication": citation.publication,
        "volume": citation.volume,
        "number": citation.number,
        "published": citation.published,
        "relation": citation.relation,
        "url": citation.url,
        "ingest_id": ingest,
    }


def _write_sections(db: Database, document: Document, number: int) -> None:
    db.write_many(_ADD_SECTION, [_section_row(s, number, at) for at, s in enumerate(document.sections)])
    problems = [
        {
            "document": number,
            "position": position,
            "code": problem.code,
            "message": problem.message,
            "line": problem.line,
            "page": problem.page,
        }
        for position, problem in enumerate(document.problems)
    ]
    db.write_many(_ADD_PROBLEM, problems)


def _section_row(section: Section, document: int, position: int) -> dict[str, object]:
    first, last = section.period or (None, None)
    return {
        "id": _section_number(document, position),
        "document": document,
        "position": position,
        "heading": section.heading,
        "relation": section.relation,
        "period_text": section.period_text,
        "period_start": first and first.isoformat(),
        "period_end": last and last.isoformat(),
        "start": section.location.start,
        "end": section.location.end,
        "page": section.location.page,
        "line": section.location.line,
    }


def _section_number(document: int, position: int) -> int:
    return document * PER_DOCUMENT + position


def _write_events(db: Database, document: int, placed: list[_Placed], ingest: int, registry: Registry) -> None:
    numbers = _numbers(db, placed)
    db.write_many(
        _ADD_EVENT,
        [
            _event_row(each, number, _section_number(document, each.section), ingest)
            for each, number in zip(placed, numbers, strict=True)
        ],
    )
    events = [(number, each.event) for each, number in zip(placed, numbers, strict=True)]
    db.write_many(_ADD_PARTICIPATION, _participation_rows(events, registry))
    db.write_many(_ADD_COUNTRY, _country_rows(events))
    db.write_many(_ADD_EVENT_VENUE, _venue_rows(events, registry))
    db.write_many(_ADD_LINK, _link_rows(events))
    db.write_many(_ADD_FLAG, _flag_rows(events))


def _numbers(db: Database, placed: list[_Placed]) -> list[int]:
    """The events' numbers: those of a day, kept ones and then the next free ones, in the document's order."""
    by_day: dict[int, list[_Placed]] = {}
    for each in placed:
        by_day.setdefault(day_number(each.event.date.start), []).append(each)
    pools = {day: _pool(db, day, same_day) for day, same_day in by_day.items()}
    return [next(pools[day_number(each.event.date.start)]) for each in placed]


def _pool(db: Database, day: int, placed: list[_Placed]) -> Iterator[int]:
    kept = sorted(each.number for each in placed if each.number is not None)
    stored = next(db.rows(_LAST_OF_DAY, {"first": day, "next": day + PER_DAY}))[0]
    free = max(stored or day, kept[-1] if kept else day) + 1
    return iter([*kept, *range(free, free + len(placed) - len(kept))])


def _event_row(placed: _Placed, number: int, section: int, ingest: int) -> dict[str, object]:
    event, when, where = placed.event, placed.event.date, placed.event.location
    return {
        "id": number,
        "key": placed.key,
        "section": section,
        "ordinal": event.ordinal,
        "date_text": when.text,
        "start_date": when.start and when.start.isoformat(),
        "end_date": when.end and when.end.isoformat(),
        "days": (when.end - when.start).days + 1 if when.start and when.end else 0,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "headline": event.headline,
        "text": event.text,
        "type": event.type.value,
        "mode": event.mode and event.mode.value,
        "plover": event.plover,
        "start": where.start,
        "end": where.end,
        "page": where.page,
        "line": where.line,
        "ingest": placed.ingest or ingest,
    }


Numbered = Sequence[tuple[int, Event]]
Rows = Iterator[dict[str, object]]


def _participation_rows(events: Numbered, registry: Registry) -> Rows:
    for number, event in events:
        for position, actor in enumerate(event.actors):
            yield {
                "actor": registry.actor(actor),
                "event": number,
                "position": position,
                "role": actor.role.value,
                "country": actor.country,
                "office": None if actor.office is None else registry.office(actor.office),
                "inferred": actor.inferred,
                "mention": actor.mention,
            }


def _country_rows(events: Numbered) -> Rows:
    for number, event in events:
        taking_part = {a.country for a in event.actors if a.country and a.role is Role.PARTICIPANT}
        yield from ({"country": country, "event": number} for country in sorted(taking_part))


def _venue_rows(events: Numbered, registry: Registry) -> Rows:
    for number, event in events:
        for position, venue in enumerate(event.venues):
            yield {
                "venue": registry.venue(venue),
                "event": number,
                "position": position,
                "mention": venue.mention,
            }


def _link_rows(events: Numbered) -> Rows:
    for number, event in events:
        for position, link in enumerate(event.links):
            yield {"event": number, "position": position, "text": link.text, "url": link.url}


def _flag_rows(events: Numbered) -> Rows:
    for number, event in events:
        for position, flag in enumerate(event.flags):
            yield {"event": number, "position": position, "flag": flag}
