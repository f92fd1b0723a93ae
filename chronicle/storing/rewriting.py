"""Stored events written again: as corrections want them by now, or as the entries are coded by now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronicle.model import Event
from chronicle.model.correction import Misfit
from chronicle.storing.database import Database
from chronicle.storing.found import content, found_events, stored_content
from chronicle.storing.identity import PER_DOCUMENT
from chronicle.storing.known import load_known
from chronicle.storing.load import Loader, numbered
from chronicle.storing.namesakes import drop_nobody, unsettled
from chronicle.storing.registry import Registry
from chronicle.storing.settling import settled
from chronicle.storing.writing import Placed, delete_events, put_right, write_events

_BATCH = 500
_STANDING = "SELECT id, section_id, ingest_id FROM events WHERE id IN ({}) ORDER BY section_id, ordinal"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The ids of the events that are different now, and the corrections that do not fit."""

    events: tuple[str, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def correct_again(db: Database, numbers: Iterable[int], registry: Registry) -> Rewritten:
    """The events with these numbers as all corrections together want them; inside a transaction."""
    listed = sorted(set(numbers))
    batches = [_correct_batch(db, listed[at : at + _BATCH], registry) for at in range(0, len(listed), _BATCH)]
    return Rewritten(
        tuple(key for batch in batches for key in batch.events),
        tuple(misfit for batch in batches for misfit in batch.misfits),
    )


def settle_namesakes(db: Database, registry: Registry) -> None:
    """Brings to stored events who is whom by all documents together; at the end of what the registry serves.

    Inside a transaction.
    """
    numbers = unsettled(db)
    if numbers:
        correct_again(db, numbers, registry)
        drop_nobody(db)


def _correct_batch(db: Database, numbers: Sequence[int], registry: Registry) -> Rewritten:
    standing = list(db.rows(numbered(_STANDING, numbers)))
    there = [row[0] for row in standing]
    stored = Loader(db).events(there)
    kept = stored_content(db, there)
    placed = [
        Placed(found, found.id or "", section % PER_DOCUMENT, number, ingest)
        for found, (number, section, ingest) in zip(found_events(db, there), standing, strict=True)
    ]
    right, misfits = put_right(db, placed)
    changed = [content(each.event) != content(before) for each, before in zip(right, stored, strict=True)]
    different = [
        (row[1] // PER_DOCUMENT, each)
        for row, each, is_changed in zip(standing, right, changed, strict=True)
        if is_changed or each.found != kept.get(row[0])
    ]
    _replace(db, different, registry)
    return Rewritten(tuple(each.key for each, is_changed in zip(right, changed, strict=True) if is_changed), misfits)


def _replace(db: Database, placed: Sequence[tuple[int, Placed]], registry: Registry, ingest: int | None = None) -> None:
    """The events, each with its document, in place of what is stored under their numbers."""
    if placed:
        delete_events(db, [each.number for _, each in placed if each.number is not None])
    for document in dict.fromkeys(document for document, _ in placed):
        write_events(db, document, [each for its, each in placed if its == document], ingest, registry)


# --- coded again


@dataclass(frozen=True, slots=True)
class Recoded:
    """A stored document coded again: its number, id and file, all events as they are to be stored.

    `changed` are events as found before and as found now; `misfits` corrections that do not fit.
    """

    number: int
    document: str
    file: str
    placed: tuple[Placed, ...]
    changed: tuple[tuple[Event, Event], ...]
    misfits: tuple[Misfit, ...]


def compare(db: Database, number: int, coded: Sequence[Sequence[Event]]) -> Recoded:
    """What the entries of a stored document are by now; `coded` has the events of each section in order."""
    known = load_known(db, number)
    events = [(position, settled(event)) for position, section in enumerate(coded) for event in section]
    same = [known.is_same(at, event) for at, (_, event) in enumerate(events)]
    placed = [
        Placed(event, known.keys[at], position, known.numbers[at], known.ingests[at] if same[at] else None)
        for at, (position, event) in enumerate(events)
    ]
    right, misfits = put_right(db, placed)
    changed = tuple((known.events[at], event) for at, (_, event) in enumerate(events) if not same[at])
    return Recoded(number, known.key, known.file, tuple(right), changed, misfits)


def store_again(db: Database, recoded: Recoded, ingest: int, registry: Registry) -> None:
    """Events that differ, by the run `ingest`, and what the tables say by now of all who are named."""
    with db.transaction():
        _replace(db, [(recoded.number, each) for each in recoded.placed if each.ingest is None], registry, ingest)
        for each in recoded.placed:
            for actor in each.event.actors:
                registry.actor(actor)
            for venue in each.event.venues:
                registry.venue(venue)
