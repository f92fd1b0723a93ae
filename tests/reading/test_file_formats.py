"""What a file is, told by its content; the name counts only where content leaves it open."""

import pytest

from chronicle.errors import ReadError
from chronicle.reading import identify, read_document
from chronicle.reading.formats import Kind, kind_of

PAGE = b"<!DOCTYPE html><p>x"


@pytest.mark.parametrize(
    ("data", "file", "kind"),
    [
        (b"words", "a.txt", Kind.TEXT),
        (b"words", "a", Kind.TEXT),
        (b"words", "a.html", Kind.HTML),
        (b"words", "a.xyz", Kind.TEXT),
        (b"\x00words", "a.xyz", Kind.OTHER),
        (PAGE, "a.txt", Kind.HTML),
        (PAGE, "a", Kind.HTML),
        (PAGE, "a.xyz", Kind.HTML),
        (PAGE, "a.doc", Kind.HTML),
        (b"\xef\xbb\xbf\n <!-- saved -->\n<HTML>", "a", Kind.HTML),
        ("\ufeff<html>".encode("utf-16-le"), "a", Kind.HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-'>", "a", Kind.HTML),
        (b"<p>May 4, 2012: x", "a", Kind.HTML),
        (b"<p>May 4, 2012: x", "a.md", Kind.TEXT),
        (b"<u>May</u> 4, 2012: x", "a", Kind.TEXT),
        (b"%PDF-1.7", "a.txt", Kind.PDF),
        (b"\n\n%PDF-1.7", "a.html", Kind.PDF),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "a.zip", Kind.EPUB),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "a", Kind.ODT),
        (b"PK\x03\x04 word/document.xml", "a.zip", Kind.DOCX),
        (b"PK\x03\x04 xl/workbook.xml", "a.docx", Kind.OFFICE),
        (b"PK\x03\x04 a.txt", "a.docx", Kind.ARCHIVE),
        (b"{\\rtf1", "a.doc", Kind.RTF),
    ],
)
def test_kinds(data: bytes, file: str, kind: Kind) -> None:
    assert kind_of(data, file) is kind


@pytest.mark.parametrize(
    ("data", "file", "reader"),
    [
        (b"words", "a.md", "text"),
        (b"words", "stdin", "text"),
        (b"words", "issue vol.3", "text"),
        (b"words", "https://ex.org/chron.2014", "text"),
        (b"words", "a.log", "text"),
        (b"words", "a.rtf", "text"),
        (b"words", "a.pdf", "text"),
        (b"words", "a.docx", "text"),
        ("words".encode("utf-16"), "a.doc", "text"),
        (b"\x00\x01words", "a.pdf", "pdf"),
        (PAGE, "stdin", "html"),
        (PAGE, "a.pdf", "html"),
        (b"%PDF-1.7", "a.docx", "pdf"),
        (b"PK\x03\x04 word/document.xml", "a.txt", "docx"),
    ],
)
def test_one_reader_claims_a_file(data: bytes, file: str, reader: str) -> None:
    assert identify(data, file).name == reader


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "a.doc: is an Office file of the kind before 2007, or locked; "),
        (b"PK\x03\x04 xl/workbook.xml", "a.xlsx", "a.xlsx: is a spreadsheet or presentation; "),
        (b"\x1f\x8b", "a.tgz", "a.tgz: is a packed archive; unpack it, or pack it as .zip"),
        (b"\x89PNG", "a.png", "a.png: is a picture; give a file with text"),
        (b"PK\x03\x04 a.txt", "a.zip", "a.zip: is a zip archive; give its path, or unpack it"),
        (b"\x89PNG", "a", "a: is a picture; give a file with text"),
        (b"\x89PNG", "a.txt", "a.txt: is a picture; give a file with text"),
        (b"PK\x03\x04 a.txt", "https://ex.org/a", "https://ex.org/a: is a zip archive; give its path, or unpack it"),
        (b"PK\x03\x04 a.txt", "a.docx", "a.docx: is named like a Word file and is none, or damaged; "),
        (b"\x00\x01\x02", "a.docx", "a.docx: is named like a Word file and is none, or damaged; save it anew"),
        (b" \n", "a.docx", "a.docx: the file is empty; give a file with a chronology"),
        (
            b"\x00words",
            "in/a.xyz",
            "in/a.xyz: no reader knows this kind of file; give .txt, .md, .html, .docx, .odt, .rtf, .epub or .pdf",
        ),
        (b"", "a.html", "a.html: the file is empty; give a file with a chronology"),
        (b"\x00\x01\x02\x03" * 50, "a.html", "a.html: not a text file; "),
    ],
)
def test_what_is_said_of_the_others(data: bytes, file: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_document(data, file)
    assert str(caught.value).startswith(message)
