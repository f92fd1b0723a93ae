"""The reader of PDF files."""

import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.config import limit_name, limits
from chronicle.errors import ReadError
from chronicle.model import Problem
from chronicle.reading.formats import Kind
from chronicle.reading.pdf.nesting import draws_more
from chronicle.reading.pdf.unpacking import unpacks_to_more
from chronicle.reading.reader import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument

    from chronicle.reading.pdf.runs import Sheet

_OCR = "run OCR (for instance ocrmypdf) first"
# PDFium may be used by one thread at a time.
_pdfium = threading.Lock()


class Pdf:
    """Files that say at their beginning that they are PDF; `.pdf` too, if nothing else is to see in it."""

    name = "pdf"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.PDF or (kind is Kind.OTHER and file.lower().endswith(".pdf"))

    def read(self, data: bytes, file: str) -> Reading:
        if not data.strip():
            raise ReadError(f"{file}: the file is empty; give a file with a chronology")
        with _pdfium:
            pages = _sheets(data, file)
        if not any(sheet.runs for sheet in pages):
            raise ReadError(f"no text in {file}, it is probably scanned; {_OCR}")
        from chronicle.reading.pdf.assembling import reading_of

        return replace(reading_of(pages), problems=_without_text(pages))


def _without_text(pages: "Sequence[Sheet]") -> tuple[Problem, ...]:
    """Says that pages are pictures; one alone at the beginning or the end is a cover."""
    scanned = [sheet.number for sheet in pages if sheet.is_picture]
    if not scanned or (len(scanned) == 1 and scanned[0] in (1, len(pages))):
        return ()
    are = "has" if len(scanned) == 1 else "have"
    where = f"{len(scanned)} of {len(pages)} pages {are} no text, from page {scanned[0]} on"
    message = f"{where}, as scans have none; {_OCR}"
    return (Problem("pages_without_text", message),)


def _sheets(data: bytes, file: str) -> "list[Sheet]":
    from pypdfium2 import PdfiumError

    from chronicle.reading.pdf.pages import sheets

    _check_parts(data, file)
    with closing(_opened(data, file)) as pdf:
        _check_pages(len(pdf), file)
        found: list[Sheet] = []
        try:
            for sheet in sheets(pdf, limits().page_parts):
                found.append(sheet)
        except PdfiumError:
            message = f"{file}: page {len(found) + 1} cannot be read; repair the file (for instance with qpdf)"
            raise ReadError(message) from None
        except OverflowError:
            most = limits().page_parts
            message = f"{file}: page {len(found) + 1} has more than {most} parts; {_more('page_parts')}"
            raise ReadError(message) from None
        return found


def _check_parts(data: bytes, file: str) -> None:
    most = limits().part_mb
    if unpacks_to_more(data, most * 1_000_000):
        raise ReadError(f"{file}: a part of it unpacks to more than {most} MB; {_more('part_mb')}")
    pieces = limits().page_parts
    if draws_more(data, pieces):
        raise ReadError(f"{file}: a form in it draws more than {pieces} parts; {_more('page_parts')}")


def _check_pages(pages: int, file: str) -> None:
    if pages > limits().pages:
        raise ReadError(f"{file}: {pages} pages are more than {limits().pages}; split it, or {_more('pages')}")


def _more(limit: str) -> str:
    return f"allow more with {limit_name(limit)}"


def _opened(data: bytes, file: str) -> "PdfDocument":
    """Raises ReadError for a file that asks for a password and for one that is no PDF."""
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        return PdfDocument(data)
    except PdfiumError as fault:
        if getattr(fault, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(fault):
            remedy = "save it without one (for instance with qpdf --decrypt)"
            raise ReadError(f"{file}: encrypted, a password is needed to read it; {remedy}") from None
        raise ReadError(f"{file}: not a PDF or damaged; repair it (for instance with qpdf) or get it anew") from None
