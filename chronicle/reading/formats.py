"""What kind of file some bytes are: by their content, and by the name only where content leaves it open."""

import re
from enum import Enum
from pathlib import PurePath

from chronicle.reading.decoding import is_text


class Kind(Enum):
    """Kinds of files, with what is said of those that are not read."""

    TEXT = "plain text"
    HTML = "a web page"
    PDF = "a PDF"
    DOCX = "a Word file"
    ARCHIVE = "a zip archive"
    EPUB = "an EPUB book"
    ODT = "an OpenDocument text"
    OFFICE = "a spreadsheet or presentation"
    OLD_OFFICE = "an Office file of the kind before 2007"
    RTF = "a Rich Text file"
    PACKED = "a packed archive"
    PICTURE = "a picture"
    OTHER = "no kind of file that is known"


_MARKED = frozenset((".txt", ".text", ".md", ".markdown"))  # where a tag may stand before text
_TEXT_NAMES = frozenset(("", *_MARKED))
_PAGE_NAMES = frozenset(".html .htm .xhtml .xht .shtml .php .asp .aspx .jsp .cfm".split())
_SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_OFFICE),
    (b"\x1f\x8b", Kind.PACKED),
    (b"BZh", Kind.PACKED),
    (b"\xfd7zXZ\x00", Kind.PACKED),
    (b"7z\xbc\xaf\x27\x1c", Kind.PACKED),
    (b"Rar!\x1a", Kind.PACKED),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIPPED = (
    (b"word/document.xml", Kind.DOCX),
    (b"xl/workbook.xml", Kind.OFFICE),
    (b"ppt/presentation.xml", Kind.OFFICE),
)
_MIME = ((b"application/epub+zip", Kind.EPUB), (b"application/vnd.oasis.opendocument.text", Kind.ODT))
_HEAD = 4096
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,300}>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*"
    rb"<(?:!doctype\s+html|(?P<root>html|head|body|meta|title|frameset)"
    rb"|(?P<part>div|p|h[1-6]|table|ul|ol|dl|article|main|section))(?=[\s>])",
    re.IGNORECASE,
)


def kind_of(data: bytes, file: str) -> Kind:
    """The kind of a file. A text is TEXT whatever its name, unless it is a page."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(_ZIP):
        return _zipped(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    return _written(data, PurePath(file).suffix.lower())


def _zipped(data: bytes) -> Kind:
    """Names of parts stand unpacked in a zip file."""
    head = data[:200]
    return next(
        (kind for sign, kind in _MIME if sign in head),
        next((kind for sign, kind in _ZIPPED if sign in data), Kind.ARCHIVE),
    )


def _written(data: bytes, suffix: str) -> Kind:
    found = _PAGE.match(data[:_HEAD].replace(b"\x00", b""))
    if found and not (found["part"] and suffix in _MARKED):
        return Kind.HTML
    if suffix in _PAGE_NAMES:
        return Kind.HTML
    return Kind.TEXT if suffix in _TEXT_NAMES or is_text(data) else Kind.OTHER


_ADVICE = {
    Kind.ARCHIVE: "is a zip archive; give its path, or unpack it",
    Kind.OFFICE: "is a spreadsheet or presentation; save its text as .html, .docx or .txt",
    Kind.OLD_OFFICE: "is an Office file of the kind before 2007, or locked; save it as .docx without a password",
    Kind.PACKED: "is a packed archive; unpack it, or pack it as .zip",
    Kind.PICTURE: "is a picture; give a file with text",
}


_NO_WORD_FILE = "is named like a Word file and is none, or damaged; save it anew"


def advice(data: bytes, file: str) -> str:
    """What to say of a file that no reader claims."""
    if not data.strip():
        return "the file is empty; give a file with a chronology"
    general = "no reader knows this kind of file; give .txt, .md, .html, .docx, .odt, .rtf, .epub or .pdf"
    kind = kind_of(data, file)
    if kind in (Kind.OTHER, Kind.ARCHIVE) and file.lower().endswith(".docx"):
        return _NO_WORD_FILE
    return _ADVICE.get(kind, general)
