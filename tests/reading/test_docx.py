"""Word files of our own words, made here, beside the entries that are read from them."""

import io
import random
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from entries import check, rows
from growth import in_step
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import ReadError
from chronicle.model import Document, Link
from chronicle.reading import read_document
from chronicle.reading.docx import Docx

TALKS = [
    ("2012-05-04", "Ministers open talks on fish."),
    ("2012-05-06", "The talks are broken off in anger."),
    ("2012-06-01", "A ferry line is opened again."),
]
PRINTED = [("May 4, 2012", TALKS[0][1]), ("May 6, 2012", TALKS[1][1]), ("June 1, 2012", TALKS[2][1])]


def saved(word: WordFile) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def read(word: WordFile) -> Document:
    return read_document(saved(word), "issue.docx")


def text(word: WordFile) -> str:
    return Docx().read(saved(word), "issue.docx").text


def started() -> WordFile:
    word = docx.Document()
    word.add_heading("Timeline of the talks", 1)
    return word


def bold_dates(paragraph: Paragraph, date: str, words: str) -> None:
    paragraph.add_run(date).bold = True
    paragraph.add_run(words)


def in_paragraphs(word: WordFile) -> None:
    for date, words in PRINTED:
        word.add_paragraph(f"{date}: {words}")


def in_bold(word: WordFile) -> None:
    for date, words in PRINTED:
        bold_dates(word.add_paragraph(), date, f" {words}")


def in_a_bold_style(word: WordFile) -> None:
    style = word.styles.add_style("Day", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    for date, words in PRINTED:
        paragraph = word.add_paragraph()
        paragraph.add_run(date, style="Day")
        paragraph.add_run(f" {words}")


def in_bullets(word: WordFile) -> None:
    for date, words in PRINTED:
        word.add_paragraph(f"{date} – {words}", style="List Bullet")


def in_numbers(word: WordFile) -> None:
    for date, words in PRINTED:
        word.add_paragraph(f"{date} – {words}", style="List Number")


def in_a_table(word: WordFile) -> None:
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Date", "Event"
    for date, words in PRINTED:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = date, words


def in_a_table_dates_last(word: WordFile) -> None:
    table = word.add_table(rows=0, cols=2)
    for date, words in PRINTED:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = words, date


def in_a_table_of_years(word: WordFile) -> None:
    table = word.add_table(rows=3, cols=3)
    for row, (date, words) in zip(table.rows, PRINTED, strict=True):
        row.cells[1].text, row.cells[2].text = date.removesuffix(", 2012"), words
    table.cell(0, 0).merge(table.cell(2, 0)).text = "2012"


def under_headings(word: WordFile) -> None:
    word.add_heading("2012", 2)
    word.add_heading("May", 3)
    word.add_paragraph(f"4: {TALKS[0][1]}")
    word.add_paragraph(f"6: {TALKS[1][1]}")
    word.add_heading("June", 3)
    word.add_paragraph(f"1: {TALKS[2][1]}")


def under_dates(word: WordFile) -> None:
    for date, words in PRINTED:
        word.add_heading(date, 2)
        word.add_paragraph(words)


def behind_tabs(word: WordFile) -> None:
    for date, words in PRINTED:
        word.add_paragraph(f"{date}\t{words}")


def parted_by_breaks(word: WordFile) -> None:
    paragraph = word.add_paragraph()
    for date, words in PRINTED:
        paragraph.add_run(f"{date}: {words}").add_break()
    paragraph.add_run().add_break(WD_BREAK.PAGE)


def changed_by_hand(word: WordFile) -> None:
    """Words put in and taken out, with the changes still marked."""
    in_paragraphs(word)
    word.paragraphs[1]._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> Not so.</w:delText></w:r></w:del>"))
    run = word.paragraphs[2].runs[0]
    run.text = run.text.replace("in anger.", "")
    word.paragraphs[2]._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>in anger.</w:t></w:r></w:ins>"))


def beside_other_things(word: WordFile) -> None:
    """Headers, footers, captions, raised note numbers and hidden words are no part of the text."""
    in_paragraphs(word)
    word.sections[0].header.paragraphs[0].text = "May 5, 2012: A running head."
    word.sections[0].footer.paragraphs[0].text = "May 6, 2012: A footer."
    word.paragraphs[1].add_run("12").font.superscript = True
    word.paragraphs[2].add_run(" Hidden.").font.hidden = True
    word.paragraphs[2].insert_paragraph_before("May 5, 2012: A picture.", style="Caption")


@pytest.mark.parametrize(
    "layout",
    [in_paragraphs, in_bold, in_a_bold_style, in_bullets, in_numbers, in_a_table, in_a_table_dates_last,
     in_a_table_of_years, under_headings, under_dates, behind_tabs, parted_by_breaks, changed_by_hand,
     beside_other_things],
)  # fmt: skip
def test_layouts(layout: Callable[[WordFile], None]) -> None:
    word = started()
    layout(word)
    assert rows(read(word)) == TALKS


def test_an_article() -> None:
    word = docx.Document()
    word.add_heading("Slow Thaw on the Strait", 0)
    word.add_paragraph("By Ann Author and Ben Writer")
    word.add_paragraph("Published September 2012 in Northern Notes · Volume 14, Issue 2")
    word.add_paragraph("Relations warmed. On May 4, 2012, the ministers spoke twice.")
    word.add_heading("Chronology of Norland - Sudland Relations", 1)
    word.add_paragraph("May — August 2012")
    in_bold(word)
    document = read(word)
    assert rows(document) == TALKS
    assert document.citation.title == "Slow Thaw on the Strait"
    assert document.citation.authors == ("Ann Author", "Ben Writer")
    assert document.citation.relation == "Norland - Sudland"
    assert document.sections[0].period_text == "May — August 2012"


def linked(paragraph: Paragraph, words: str, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    xml = f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(xml))


def test_links() -> None:
    word = started()
    in_paragraphs(word)
    linked(word.paragraphs[1], " See all", "https://a.example/b?c=1&d")
    field = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> HYPERLINK "https://a.example/e" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            '<w:t xml:space="preserve"> Old link</w:t>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    for run in parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>"):
        word.paragraphs[2]._p.append(run)
    first, second, third = read(word).sections[0].entries
    assert first.links == (Link("See all", "https://a.example/b?c=1&d"),)
    assert second.links == (Link("Old link", "https://a.example/e"),)
    assert (first.text, third.links) == ("Ministers open talks on fish. See all", ())


def test_text_as_the_reader_sees_it() -> None:
    word = docx.Document()
    word.add_heading("Head\nline", 2)
    word.add_paragraph("One\u00a0 two\u200b")
    word.add_paragraph("a", style="List Bullet")
    word.add_paragraph("b", style="List Bullet 2")
    word.add_paragraph()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "x", "y\nz"
    word.add_paragraph("non\u2011breaking")
    assert text(word) == "## Head line\n\nOne two\n\n- a\n- b\n\n| x | y z |\n\nnon\u2011breaking\n"


def test_a_table_of_contents_is_left_out() -> None:
    word = started()
    sdt = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>May 2012 ... 3</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Kept</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    word.element.body.insert(0, sdt)
    word.element.body.insert(1, control)
    assert text(word) == "Kept\n\n# Timeline of the talks\n"


def test_it_is_told_by_its_content() -> None:
    word = started()
    in_paragraphs(word)
    for name in ("issue", "issue.txt", "issue.html", "issue.pdf", "issue.zip"):
        assert len(read_document(saved(word), name).sections[0].entries) == 3


def with_part(name: str, content: bytes) -> bytes:
    """A Word file with one part exchanged, or left out where there is no content."""
    word = started()
    in_paragraphs(word)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word))) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content:
            new.writestr(name, content)
    return file.getvalue()


SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {SPACE}><w:body>%s</w:body></w:document>"
BOMB = (
    "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    + "]>"
    + BODY % "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"
)
OWN_FILE = "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>" + BODY % "<w:p><w:r><w:t>x&f;</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 word/document.xml",
        with_part("word/document.xml", b""),
        with_part("word/document.xml", b"<w:document"),
        with_part("word/document.xml", b"<x/>"),
        with_part("word/styles.xml", b"<w:styles"),
        with_part("[Content_Types].xml", b"<x/>"),
        with_part("_rels/.rels", b""),
        with_part("word/document.xml", BOMB.encode()),
        with_part("word/document.xml", (BODY % ("<w:sdt><w:sdtContent>" * 50_000)).encode()),
    ],
    ids=["no zip", "no text", "cut", "other", "style cut", "no types", "no relations", "bomb", "deep"],
)
def test_damaged_files(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^issue\.docx: |^no chronology"):
        read_document(data, "issue.docx")


def test_entities_lead_to_no_file() -> None:
    reading = Docx().read(with_part("word/document.xml", OWN_FILE.encode()), "issue.docx")
    assert reading.text == "x\n"


def test_a_file_that_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_part("word/media/image1.png", bytes(20_000_000))
    with pytest.raises(ReadError, match=r"grows to more than 200 times .* CHRONICLE_MAX_ARCHIVE_RATIO"):
        read_document(data, "issue.docx")
    monkeypatch.setenv("CHRONICLE_MAX_ARCHIVE_RATIO", "100000")
    monkeypatch.setenv("CHRONICLE_MAX_FILE_MB", "10")
    with pytest.raises(ReadError, match=r"holds 20 MB, more than 10; .* CHRONICLE_MAX_FILE_MB"):
        read_document(data, "issue.docx")


def test_mutated_copies() -> None:
    word = started()
    for layout in (in_bold, in_a_table, in_bullets):
        layout(word)
    whole = saved(word)
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        check(bytes(data), "a.docx")


PIECES = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>May 4, 2012: Talks.</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
    "<w:tc>", "</w:tc>", "<w:tcPr><w:vMerge/><w:gridSpan w:val='-1'/></w:tcPr>", "<w:rPr><w:b/></w:rPr>", "<w:br/>",
    "<w:pPr><w:pStyle w:val='Heading1'/><w:outlineLvl w:val='x'/></w:pPr>", "<w:hyperlink>", "</w:hyperlink>",
    "<w:tab/>",
    "<w:fldChar w:fldCharType='end'/>", "<w:fldChar w:fldCharType='separate'/>", "<w:pPr><w:numPr/></w:pPr>", "&amp;",
    "<w:hyperlink w:anchor='x'/>", "<!-- c -->", "<?x y?>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None, max_examples=50)
def test_any_order_of_the_pieces_of_a_text(pieces: list[str]) -> None:
    """What is no XML is mended as a careless program would: its end tags follow."""
    from lxml import etree

    mended = etree.fromstring((BODY % "".join(pieces)).encode(), etree.XMLParser(recover=True))
    check(with_part("word/document.xml", etree.tostring(mended)), "a.docx")


def test_time_grows_in_step_with_the_length() -> None:
    def file(paragraphs: int) -> bytes:
        word = started()
        pattern = f"<w:p {nsdecls('w')}><w:r><w:t>May 4, 2012: Talks on fish.</w:t></w:r></w:p>"
        for _ in range(paragraphs):
            word.element.body.insert(1, parse_xml(pattern))
        return saved(word)

    files = {count: file(count) for count in (500, 5_000)}
    assert in_step(lambda count: Docx().read(files[count], "a.docx"), 500, 5_000)
