"""CSL-JSON, for Zotero, citeproc, pandoc: the documents that the events cite."""

from collections.abc import Iterable
from typing import Any, TextIO

from chronicle.model import Event, Source
from chronicle.presenting.json import write_objects
from chronicle.presenting.works import author, cited, key, published


def write(events: Iterable[Event], file: TextIO) -> None:
    write_objects(map(item, cited(events)), file)


def item(source: Source) -> dict[str, Any]:
    issued = published(source)
    told = {
        "id": key(source),
        "type": "article-journal" if source.publication else "document",
        "title": source.title or source.section or source.file,
        "author": [_name(printed) for printed in source.authors],
        "container-title": source.publication,
        "volume": source.volume,
        "issue": source.number,
        "issued": {"date-parts": [list(issued)]} if issued else None,
        "URL": source.url,
    }
    return {name: value for name, value in told.items() if value}


def _name(printed: str) -> dict[str, str]:
    family, given = author(printed)
    return {"family": family, "given": given} if given else {"literal": family}
