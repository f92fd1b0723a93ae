"""The reference to a document, from what it prints about itself."""

from collections.abc import Iterable

from chronicle.model import Source


def reference(source: Source) -> str:
    """`A. Author and B. Author, “Title”, Journal 23, no. 3 (2022-01)`, as far as known; else the file."""
    parts = [names(source.authors), f"“{source.title}”" if source.title else "", _issue(source)]
    return ", ".join(part for part in parts if part) or source.file


def names(authors: Iterable[str]) -> str:
    *others, last = list(authors) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _issue(source: Source) -> str:
    volume = " ".join(part for part in (source.publication, source.volume) if part)
    number = f"no. {source.number}" if source.number else ""
    issued = f"({source.published})" if source.published else ""
    return " ".join(part for part in (", ".join(part for part in (volume, number) if part), issued) if part)
