"""A file looked at: what it gives, what is left out, and why it gives nothing."""

from dataclasses import dataclass, replace
from hashlib import sha256

from chronicle.errors import NoChronology, ReadError
from chronicle.model import Document, ReadingOptions
from chronicle.model.leftover import LeftOut
from chronicle.reading.document import document_of, reading_of
from chronicle.reading.leftover import dated_lines, left_out, left_out_of
from chronicle.reading.reader import Reading


@dataclass(frozen=True, slots=True)
class Look:
    """`document` or `error`, which is NoChronology where the file could be read.

    `text` is what the reader makes of the file; `left_out` is what no entry claims, without a chronology the lines
    that begin with a date.
    """

    text: str = ""
    document: Document | None = None
    left_out: tuple[LeftOut, ...] = ()
    error: ReadError | None = None


def look(data: bytes, file: str, options: ReadingOptions) -> Look:
    try:
        reading = reading_of(data, file)
    except ReadError as error:
        return Look(error=error)
    found = Look(reading.text)
    try:
        document = document_of(reading, file, sha256(data).hexdigest(), options)
    except NoChronology as error:
        return replace(found, left_out=dated_lines(reading.text, reading.pages), error=error)
    except ReadError as error:
        return replace(found, error=error)
    return replace(found, document=document, left_out=_left_out(reading, file, document))


def _left_out(reading: Reading, file: str, document: Document) -> tuple[LeftOut, ...]:
    """What no entry claims; of the sections that are not asked for that they are."""
    if document.options.section is None:
        return left_out(document, reading.pages)
    whole = document_of(reading, file, document.sha256, replace(document.options, section=None))
    return left_out_of(document.sections, whole, reading.pages)
