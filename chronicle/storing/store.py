"""A document's events into the database, compared with what is there."""

from dataclasses import dataclass

from chronicle.model import Document, Event
from chronicle.storing.connect import Database


@dataclass(frozen=True, slots=True)
class Change:
    """What storing a document did: the document's id and the ids of the events by what became of them."""

    document: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def store_document(db: Database, document: Document, coded: tuple[tuple[Event, ...], ...]) -> Change:
    raise NotImplementedError
