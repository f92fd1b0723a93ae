"""References to documents and to events in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chronicle.errors import UnknownName, UsageError
from chronicle.exporting.knowledge import family_first
from chronicle.model import Event, Source
from chronicle.presenting.styles import STYLES
from chronicle.presenting.works import cited
from chronicle.querying import Query, event, events
from chronicle.querying.names import SeveralEvents
from chronicle.storing import Database


class Reference(NamedTuple):
    """As it is printed, and the document that it is of."""

    text: str
    source: Source


def references(database: Database, typed: str, style: str = "chicago") -> Iterator[Reference]:
    """That of the event of this id; else those of the documents with this id, file name, glob or words of a title.

    `style` is `chicago`, `apa` or `bibtex`. Raises UnknownName for what is neither, UsageError for another style.
    """
    return _printed(_found(database, typed), style)


def references_of(database: Database, query: Query, style: str = "chicago") -> Iterator[Reference]:
    """Those of the documents of the events that fit, each once. UsageError for another style."""
    return _printed(((source, None) for source in cited(events(database, query))), style)


def _printed(found: Iterable[tuple[Source, Event | None]], style: str) -> Iterator[Reference]:
    if style not in STYLES:
        raise UsageError(f"{style}: no such style; one of {', '.join(STYLES)}")
    names = family_first()
    for source, its in found:
        yield Reference(STYLES[style](source, its, names), source)


def _found(database: Database, typed: str) -> Iterator[tuple[Source, Event | None]]:
    try:
        found = event(database, typed)
    except SeveralEvents:
        raise
    except UnknownName:
        try:
            sources = list(cited(events(database, Query(documents=(typed,)))))
        except UnknownName as unknown:
            raise _neither(typed, str(unknown)) from None
        yield from ((source, None) for source in sources)
    else:
        if found.source:
            yield found.source, found


def _neither(typed: str, of_documents: str) -> UnknownName:
    """Neither an event nor a document, with the nearest document if there is one."""
    near = of_documents.rpartition("; ")[2]
    lists = "`chronicle events` and `chronicle documents` list the ids"
    return UnknownName(f"event or document {typed!r}: there is none; {near if near.endswith('?') else lists}")
