"""Files into documents: text without markup, the chronologies in it, and their dated entries."""

from chronicle.reading.document import READERS, document_of, identify, read_document, reading_of
from chronicle.reading.grammar import match_date
from chronicle.reading.printed import Part, Point, Printed
from chronicle.reading.reader import Page, Reader, Reading
from chronicle.reading.resolving import parse_date, resolve

__all__ = [
    "READERS",
    "Page",
    "Part",
    "Point",
    "Printed",
    "Reader",
    "Reading",
    "document_of",
    "identify",
    "match_date",
    "parse_date",
    "read_document",
    "reading_of",
    "resolve",
]
