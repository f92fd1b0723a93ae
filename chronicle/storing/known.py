"""The stored document that a document is another state of, if there is one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronicle.model import Document, Event
from chronicle.storing.database import Database, Row
from chronicle.storing.found import found_events
from chronicle.storing.identity import DOCUMENT_LENGTH, PER_DAY, day_number, document_identity, short_hash
from chronicle.storing.matching import match

# How much of the shorter list has to be found again in a document of the same issue or the same file,
_RELATED = 0.3
# and how much of the longer one where nothing but the entries speaks for it.
_MOSTLY = 0.6
# How many entries are looked up to find a document by its entries alone.
_SAMPLE = 12

_BY_NAME = """
    SELECT id, key, file, text = '', sha256 = :sha256 FROM documents WHERE identity = :identity OR sha256 = :sha256
    UNION
    SELECT d.id, d.key, d.file, d.text = '', d.sha256 = :sha256
    FROM files f JOIN documents d ON d.id = f.document_id WHERE f.path = :path"""
_BY_NUMBER = "SELECT id, key, file, text = '', 0 FROM documents WHERE id = :id"
_WITH_ENTRY = """
    SELECT s.document_id FROM events e JOIN sections s ON s.id = e.section_id
    WHERE e.id >= :first AND e.id < :next AND e.text = :text"""
_EVENTS = """
    SELECT e.id, e.ingest_id FROM events e JOIN sections s ON s.id = e.section_id
    WHERE s.document_id = :document ORDER BY e.section_id, e.ordinal"""


@dataclass(frozen=True, slots=True)
class Known:
    """A stored document with its events in order as they were found, their numbers and the runs that brought them.

    `is_bare`: its events came from another database, and it has no text here yet. `is_same_file`: it was read from
    the bytes that are read now.
    """

    number: int
    key: str
    file: str
    events: tuple[Event, ...]
    numbers: tuple[int, ...]
    ingests: tuple[int, ...]
    is_bare: bool = False
    is_same_file: bool = False

    @property
    def keys(self) -> list[str]:
        return [event.id or "" for event in self.events]

    def is_same(self, position: int, event: Event) -> bool:
        """Whether the stored event says what this one says, wherever in the document it stands."""
        return substance(self.events[position]) == substance(event)


def substance(event: Event) -> tuple[object, ...]:
    """What an event says, without its place and its id."""
    actors = tuple(replace(actor, key=None, rule=None) for actor in event.actors)
    venues = tuple(replace(venue, key=None, rule=None) for venue in event.venues)
    return (
        event.date, event.headline, event.text, event.type, event.mode, event.plover,
        actors, venues, event.links, event.flags,
    )  # fmt: skip


def find_known(db: Database, document: Document, events: Sequence[Event], path: str | None) -> Known | None:
    """By the issue or the file it comes from, or else by its entries; None for a new document.

    An issue that is printed wrongly, or a file that now holds something else, has none of the entries:
    it is a document of its own. The same bytes are the same document even if none of their entries was read before,
    as when another section of them is asked for.
    """
    identity = short_hash(document_identity(document), DOCUMENT_LENGTH)
    rows = list(db.rows(_BY_NAME, {"identity": identity, "path": path, "sha256": document.sha256}))
    named = [(_shared_of_shorter(known, events), known) for known in (_load(db, row) for row in rows)]
    share, nearest = max(named, key=lambda each: (each[0], each[1].is_same_file), default=(0.0, None))
    if share >= _RELATED:
        return nearest
    if again := [known for _, known in named if known.is_same_file]:
        return again[0]
    likely = _by_entries(db, events)
    return likely if likely and _shared_of_longer(likely, events) >= _MOSTLY else None


def _shared_of_shorter(known: Known, events: Sequence[Event]) -> float:
    return len(match(known.events, events)) / max(1, min(len(known.events), len(events)))


def _shared_of_longer(known: Known, events: Sequence[Event]) -> float:
    return len(match(known.events, events)) / max(1, len(known.events), len(events))


def _by_entries(db: Database, events: Sequence[Event]) -> Known | None:
    """The document that has most of a sample of the entries, word for word."""
    step = max(1, len(events) // _SAMPLE)
    sample = [event for event in events[::step] if event.date.start][:_SAMPLE]
    found = Counter(number for event in sample for number in _documents_with(db, event))
    if not found:
        return None
    number, times = found.most_common(1)[0]
    if times * 2 < len(sample):
        return None
    return load_known(db, number)


def _documents_with(db: Database, event: Event) -> set[int]:
    first = day_number(event.date.start)
    parameters = {"first": first, "next": first + PER_DAY, "text": event.text}
    return {row[0] for row in db.rows(_WITH_ENTRY, parameters)}


def _load(db: Database, row: Row) -> Known:
    number, key, file, is_bare, is_same_file = row
    found = list(db.rows(_EVENTS, {"document": number}))
    ids = tuple(each[0] for each in found)
    runs = tuple(each[1] for each in found)
    return Known(number, key, file, tuple(found_events(db, ids)), ids, runs, bool(is_bare), bool(is_same_file))


def load_known(db: Database, number: int) -> Known:
    """The stored document with this number."""
    return _load(db, next(db.rows(_BY_NUMBER, {"id": number})))
