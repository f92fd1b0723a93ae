"""Documents back from the database, with their sections and entries as they were read: what coding needs."""

import json
from collections.abc import Sequence
from typing import Any

from chronicle.model import Citation, Document, Entry, Event, Location, Problem, Section
from chronicle.model.flags import is_read
from chronicle.storing.database import Database, Row
from chronicle.storing.found import found_events
from chronicle.storing.identity import PER_DOCUMENT
from chronicle.storing.load import as_day
from chronicle.storing.options import as_options

_DOCUMENT = """
    SELECT file, sha256, text, title, authors, publication, volume, number, published, relation, url, options
    FROM documents WHERE id = :document"""
_PROBLEMS = "SELECT code, message, line, page FROM problems WHERE document_id = :document ORDER BY position"
_SECTIONS = """
    SELECT id, heading, relation, period_text, period_start, period_end, start_offset, end_offset, page, line
    FROM sections WHERE document_id = :document ORDER BY position"""
_NUMBERS_IN = "SELECT id FROM events WHERE section_id = :section ORDER BY ordinal"
_SECTION_OF = "SELECT section_id FROM events WHERE key = :key"


def documents(db: Database) -> list[int]:
    """The numbers of all documents; not of those of which only events came, coded elsewhere."""
    return [row[0] for row in db.rows("SELECT id FROM documents WHERE text <> '' ORDER BY id")]


def stored_document(db: Database, document: int) -> Document:
    """A document as it was read. Its entries have the flags that reading gave them."""
    return _document(db, document, list(db.rows(_SECTIONS, {"document": document})))


def stored_section(db: Database, event: str) -> Document:
    """The document of the event with this id, with the one section in which the event stands."""
    section = next(db.rows(_SECTION_OF, {"key": event}))[0]
    document = section // PER_DOCUMENT
    return _document(db, document, [row for row in db.rows(_SECTIONS, {"document": document}) if row[0] == section])


def _document(db: Database, document: int, sections: Sequence[Row]) -> Document:
    file, sha256, text, title, authors, *rest, options = next(db.rows(_DOCUMENT, {"document": document}))
    return Document(
        file,
        sha256,
        text,
        Citation(title, tuple(json.loads(authors)), *rest),
        tuple(_section(db, *row) for row in sections),
        tuple(Problem(*row) for row in db.rows(_PROBLEMS, {"document": document})),
        as_options(options),
    )


def _section(
    db: Database,
    number: int,
    heading: str | None,
    relation: str | None,
    period_text: str | None,
    period_start: Any,
    period_end: Any,
    *place: Any,
) -> Section:
    first, last = as_day(period_start), as_day(period_end)
    events = found_events(db, [row[0] for row in db.rows(_NUMBERS_IN, {"section": number})])
    period = (first, last) if first and last else None
    return Section(heading, relation, period_text, period, tuple(map(_entry, events)), Location(*place))


def _entry(event: Event) -> Entry:
    flags = tuple(filter(is_read, event.flags))
    return Entry(event.ordinal, event.date, event.text, event.location, event.links, flags)
