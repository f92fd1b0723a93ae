"""EPUB books, OpenDocument texts and Rich Text files, made as their programs make them."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import ReadError
from chronicle.model import Document
from chronicle.reading import read_document

EXPECTED = [
    ("2012-05-04", "Ministers of Norland & Sudland meet in “Coster”."),
    ("2012-05-06/2012-05-09", "Talks on fish begin. They end on May 9."),
    ("2012-06-30", "A treaty is signed."),
]
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><opf:package xmlns:opf="http://www.idpf.org/2007/opf"><opf:manifest>
<opf:item id="b" href="two%20b.xhtml"/><opf:item id="a" href="one.xhtml"/><opf:item id="t" href="t.xhtml"
properties="nav"/></opf:manifest>
<opf:spine><opf:itemref idref="t"/><opf:itemref idref="a"/><opf:itemref idref="b"/></opf:spine>
</opf:package>"""
CHAPTERS = {
    "OEBPS/t.xhtml": "<html><body><h1>Chronology of the world</h1><p>May 1, 1999: Nothing.</p></body></html>",
    "OEBPS/one.xhtml": "<html><head><title>Book</title></head><body><p>On May 1, 2012, it rained.</p>"
    "<h2>Chronology of Norland - Sudland Relations</h2><p><b>May 4, 2012:</b> Ministers of Norland &amp; Sudland meet"
    " in “Coster”.</p></body></html>",
    "OEBPS/two b.xhtml": "<html><body><p><b>May 6-9, 2012:</b> Talks on fish begin. They end on May 9.</p>"
    "<p><b>June 30, 2012:</b> A treaty is signed.</p></body></html>",
}
TEXT = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a [<!ENTITY a "b">]><office:document-content>
<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style></office:automatic-styles><office:body><office:text><text:sequence-decls/>
<text:h text:style-name="H" text:outline-level="2">Chronology of Norland<text:s/>- Sudland Relations</text:h>
<text:p><text:span text:style-name="T1">May 4, 2012</text:span><text:tab/>Ministers of Norland
&amp; Sudland meet<text:note><text:note-body>
<text:p>May 5, 2012: A note.</text:p></text:note-body></text:note> in “Coster”.</text:p><text:p/>
<text:list><text:list-item><text:p>May 6-9, 2012: <text:a xlink:href="https://example.org/x">Talks</text:a> on fish
begin. They end on May 9.</text:p>
</text:list-item></text:list><table:table>
<table:table-row><table:table-cell><text:p>June 30, 2012</text:p></table:table-cell>
<table:table-cell><text:p>A treaty is signed.</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
RICH = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times May 1, 2012: x;}}{\*\generator Word;}
{\info{\title May 2, 2012: t}}
\pard\b Chronology of Norland - Sudland Relations\b0\par
{\b May 4, 2012:} Ministers of Norland & Sudland meet in \u8220?Coster\'94.\par
\pard May 6\u8211\'969, 2012: Talks on fish begin.{\footnote May 7, 2012: n} They
 end on May 9.\par
\trowd\cellx1000\cellx5000\intbl June 30, 2012\cell A treaty is signed.\cell\row
{\pict\pngblip 89504e47}}"""


def zipped(mime: str, members: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), mime)
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


EPUB = zipped("application/epub+zip", {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": PACKAGE, **CHAPTERS})
ODT = zipped("application/vnd.oasis.opendocument.text", {"content.xml": TEXT})
FILES = {"a.epub": EPUB, "a.odt": ODT, "a.rtf": RICH}


def rows(document: Document) -> list[tuple[str | None, str]]:
    (section,) = document.sections
    return [(entry.date.edtf, entry.text) for entry in section.entries]


@pytest.mark.parametrize("name", FILES)
def test_the_same_chronology_in_each(name: str) -> None:
    document = read_document(FILES[name], name)
    assert rows(document) == EXPECTED
    assert document.sections[0].relation == "Norland - Sudland"


def test_links_are_kept() -> None:
    links = read_document(ODT, "a.odt").sections[0].entries[1].links
    assert [(link.text, link.url) for link in links] == [("Talks", "https://example.org/x")]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (zipped("application/epub+zip", {}), "a.epub", "a.epub: not an EPUB book, locked or damaged; "),
        (zipped("application/epub+zip", {"META-INF/container.xml": CONTAINER}), "a.epub", "a.epub: not an EPUB book"),
        (zipped("application/vnd.oasis.opendocument.text", {}), "a.odt", "a.odt: not an OpenDocument text, locked"),
        (b"{\\rtf1 }", "a.rtf", "a.rtf: holds no text; save it as .docx"),
        (b"{\\rtf1 " + b"{" * 5000, "a.rtf", "a.rtf: groups nested more than 1000 deep; save it as .docx"),
        (ODT[:-60], "a.odt", "a.odt: not a zip file, or damaged"),
    ],
)
def test_what_is_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_document(data, name)
    assert str(caught.value).startswith(message)


PIECES = [b"{", b"}", b"\\b ", b"\\u-10179", b"\\u9?", b"\\'e9", b"\\par ", b"May 4, 2012: A", b"\\row", b"\\trowd",
          b"\\cell", b"\\*", b"\\", b"\\uc0 ", b"\xff"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None)
def test_any_order_of_tokens(pieces: list[bytes]) -> None:
    try:
        text = read_document(b"{\\rtf1 " + b"".join(pieces), "a.rtf").text
    except ReadError:
        return
    assert text.encode()
