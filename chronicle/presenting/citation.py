"""The reference to a document, from what it prints about itself."""

from collections.abc import Iterable

from chronicle.model import Source


def reference(source: Source) -> str:
    """`A. Author and B. Author, “Title”, Journal 23, no. 3 (2022-01)`, as far as known; else the file."""
    title = f"“{source.called}”" if source.called != source.file else ""
    volume = " ".join(part for part in (source.publication, source.volume) if part)
    number = f"no. {source.number}" if source.number else ""
    work = ", ".join(part for part in (names(source.authors), title, volume, number) if part)
    return f"{work or source.file} ({source.published})" if source.published else work or source.file


def names(authors: Iterable[str]) -> str:
    *others, last = list(authors) or [""]
    return f"{', '.join(others)} and {last}" if others else last
