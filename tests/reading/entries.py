"""What is asked of the entries of a document, whichever way it was printed."""

from textwrap import dedent

from chronicle.errors import ReadError
from chronicle.model import Document
from chronicle.reading import read_document


def rows(document: Document, section: int = 0) -> list[tuple[str | None, str]]:
    """Each entry as its EDTF date and its text."""
    return [(e.date.edtf, e.text) for e in document.sections[section].entries]


def dates(document: Document, section: int = 0) -> list[str | None]:
    return [edtf for edtf, _ in rows(document, section)]


def read_text(text: str, file: str = "list.txt") -> Document:
    return read_document(text.encode(), file)


def read(text: str, file: str = "issue.txt") -> Document:
    """A text as it stands indented in a test."""
    return read_text(dedent(text).lstrip("\n"), file)


def check(data: bytes, file: str) -> None:
    """Whatever the bytes are, a document comes out whose entries are in its text, or a clear error."""
    try:
        document = read_document(data, file)
    except ReadError:
        return
    for section in document.sections:
        for entry in section.entries:
            where = entry.location
            assert 0 <= where.start < where.end <= len(document.text)
            assert entry.text
            assert "\n" not in entry.text
