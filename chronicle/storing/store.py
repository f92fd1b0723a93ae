"""A document's events into the database, compared with what is there, in one transaction."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from chronicle import __version__
from chronicle.model import Document, Event, ReadingOptions, Section
from chronicle.model.correction import Misfit
from chronicle.storing.database import Database
from chronicle.storing.facts import Facts
from chronicle.storing.identity import (
    DOCUMENT_LENGTH,
    EventKeys,
    document_identity,
    document_key,
    short_hash,
)
from chronicle.storing.known import Known, find_known
from chronicle.storing.matching import match
from chronicle.storing.options import as_options, kept_options
from chronicle.storing.registry import Registry
from chronicle.storing.settling import settled
from chronicle.storing.writing import Placed, put_right, section_number, write_events

_ADD_INGEST = "INSERT INTO ingests (started, program) VALUES (:started, :program)"
_LAST_INGEST = "SELECT max(id) FROM ingests"
_BROKEN_OFF = "SELECT 1 FROM ingests WHERE finished IS NULL LIMIT 1"
_END_INGEST = "UPDATE ingests SET finished = :finished WHERE id = :id"

_DOCUMENT_COLUMNS = (
    "identity", "file", "sha256", "text", "title", "authors", "publication", "volume", "number",
    "published", "relation", "url", "options", "ingest_id",
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
# What other files were recognised as is another state now: they are read again when they come.
_FORGET_COPIES = """
    UPDATE files SET sha256 = '' WHERE document_id = :document AND sha256 <> :sha256
        AND EXISTS (SELECT 1 FROM documents WHERE id = :document AND sha256 <> :sha256)"""
_COPY = """
    SELECT d.id, d.key, d.file, d.options, f.path IS NOT NULL,
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


@dataclass(frozen=True, slots=True)
class Change:
    """What storing a document did: its id, the ids of its events by what became of them.

    `is_new` tells a document seen for the first time. `same_as` is the file under which a known
    document came before, where the name is another one. `flagged` counts events with flags, `misfits`
    are corrections that do not fit any more.
    """

    document: str
    is_new: bool
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    same_as: str | None = None
    flagged: int = 0
    misfits: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done; `number` is the known document's, None for a new one."""

    change: Change
    placed: list[Placed]
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
    options: ReadingOptions
    is_remembered: bool
    events: int


def stored_copy(db: Database, sha256: str, path: str | None) -> Copy | None:
    """The document that holds these bytes, or as which they were recognised when `path` held them last."""
    row = next(db.rows(_COPY, {"sha256": sha256, "path": path}), None)
    return None if row is None else Copy(row[0], row[1], row[2], as_options(row[3]), bool(row[4]), row[5])


def remember_file(db: Database, path: str, sha256: str, document: int) -> None:
    db.write(_REMEMBER_FILE, {"path": path, "sha256": sha256, "document": document})


def begin_ingest(db: Database) -> int:
    """The number of a new run."""
    with db.transaction():
        return begin_ingest_within(db)


def begin_ingest_within(db: Database) -> int:
    """The same inside a transaction, with which the run is kept or not."""
    db.write(_ADD_INGEST, {"started": _now(), "program": f"chronicle {__version__}"})
    return int(next(db.rows(_LAST_INGEST))[0])


def end_ingest(db: Database, ingest: int) -> None:
    db.write(_END_INGEST, {"finished": _now(), "id": ingest})


def was_broken_off(db: Database) -> bool:
    """Whether some run has no end, or is still at work."""
    return next(db.rows(_BROKEN_OFF), None) is not None


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
            if number is not None:
                db.write(_FORGET_COPIES, {"document": number, "sha256": document.sha256})
            number = _write_document(db, document, plan.change, run)
            _write_sections(db, document, number)
            write_events(db, number, plan.placed, run, registry or Registry(db, Facts()))
        if path is not None:
            db.write(_REMEMBER_FILE, {"path": path, "sha256": document.sha256, "document": number})
    return plan.change


def _settled(coded: tuple[tuple[Event, ...], ...]) -> tuple[tuple[Event, ...], ...]:
    return tuple(tuple(map(settled, events)) for events in coded)


def _plan(db: Database, document: Document, coded: tuple[tuple[Event, ...], ...], path: str | None) -> _Plan:
    events = [(position, event) for position, section in enumerate(coded) for event in section]
    known = find_known(db, document, [event for _, event in events], path)
    plan = _plan_new(db, document, events) if known is None else _plan_known(document, events, known)
    placed, misfits = put_right(db, plan.placed, plan.change.removed)
    flagged = sum(bool(each.event.flags) for each in placed)
    return replace(plan, placed=placed, change=replace(plan.change, flagged=flagged, misfits=misfits))


def _plan_new(db: Database, document: Document, events: list[tuple[int, Event]]) -> _Plan:
    identity = short_hash(document_identity(document), DOCUMENT_LENGTH)
    taken = [row[0] for row in db.rows(_DOCUMENT_KEYS, {"identity": identity, "key": identity})]
    key = document_key(document, taken)
    keys = EventKeys(key)
    placed = [Placed(event, keys.next(_relation(document, section), event.date), section) for section, event in events]
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
            placed.append(Placed(event, keys.next(_relation(document, section), event.date), section))
            fates.append("added")
        else:
            placed.append(_kept(event, section, known, old))
            fates.append("changed" if placed[-1].ingest is None else "unchanged")
    removed = [key for old, key in enumerate(known.keys) if old not in set(partner.values())]
    return _Plan(_change(document, known, placed, fates, removed), placed, known.number)


def _kept(event: Event, section: int, known: Known, old: int) -> Placed:
    """A known event: its id stays, its run while its content does."""
    ingest = known.ingests[old] if known.is_same(old, event) else None
    return Placed(event, known.keys[old], section, known.numbers[old], ingest)


def _change(document: Document, known: Known, placed: list[Placed], fates: list[str], removed: list[str]) -> Change:
    def of(fate: str) -> tuple[str, ...]:
        return tuple(each.key for each, its in zip(placed, fates, strict=True) if its == fate)

    same_as = known.file if known.file != document.file and not known.is_bare else None
    return Change(known.key, False, of("added"), of("changed"), tuple(removed), of("unchanged"), same_as)


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
        "options": kept_options(document.options),
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
        "id": section_number(document, position),
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
