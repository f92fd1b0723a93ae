"""CSL-JSON, for Zotero, citeproc, pandoc: the documents that the events cite."""

from collections.abc import Iterable
from typing import Any, TextIO

from chronicle.model import Event, Source
from chronicle.presenting.json import write_objects
from chronicle.presenting.works import NOBODY, FamilyFirst, Name, author, cited, key, published


def write(events: Iterable[Event], file: TextIO, *, family_first: FamilyFirst = NOBODY) -> None:
    write_objects((item(source, family_first) for source in cited(events)), file)


def item(source: Source, family_first: FamilyFirst = NOBODY) -> dict[str, Any]:
    issued = published(source)
    told = {
        "id": key(source, family_first),
        "type": "article-journal" if source.publication else "document",
        "title": source.called,
        "author": [_name(author(printed, family_first)) for printed in source.authors],
        "container-title": source.publication,
        "volume": source.volume,
        "issue": source.number,
        "issued": {"date-parts": [list(issued)]} if issued else None,
        "URL": source.url,
    }
    return {name: value for name, value in told.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
