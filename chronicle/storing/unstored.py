"""Events of a document that is not stored, as they would be: each with its id and its source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronicle.model import Document, Event, Section, Source
from chronicle.storing.identity import EventKeys, document_key
from chronicle.storing.settling import settled


def as_stored(document: Document, coded: Sequence[Sequence[Event]]) -> Iterator[Event]:
    """In the order of print, with the ids that they get where neither the document nor its issue is stored."""
    key = document_key(document, ())
    keys = EventKeys(key)
    for section, events in zip(document.sections, coded, strict=True):
        source = _source(key, document, section)
        for event in events:
            yield replace(settled(event), id=keys.next(section.relation, event.date), source=source)


def _source(key: str, document: Document, section: Section) -> Source:
    cited = document.citation
    return Source(
        id=key,
        file=document.file,
        title=document.title,
        authors=cited.authors,
        publication=cited.publication,
        volume=cited.volume,
        number=cited.number,
        published=cited.published,
        relation=section.relation or cited.relation,
        section=section.heading,
        url=cited.url,
    )
