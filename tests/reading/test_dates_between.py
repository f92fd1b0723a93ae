"""Tables with the dates in the middle: what one side did stands to their left, what the other did to their right."""

import io

import pytest
from docx import Document as WordFile
from entries import dates, read_text, rows
from printed import Placed, placed

from chronicle.errors import NoChronology
from chronicle.model import Document
from chronicle.reading import read_document

NAMES = ("Norland", "Date", "Orr")
ROWS = [
    (["The prince announces in his address", "that boats will take part."], ["January 1,", "2018"], []),
    (["The line is opened again."], ["January 3,", "2018"], []),
    ([], ["January 9,", "2018"], ["Both sides hold talks at the house", "of the harbour master,", "the first ever."]),
    (["The council of elders ends its", "trials of ships."], ["April 20,", "2018"], ["Loud horns fall silent."]),
    ([], ["May 16,", "2018"], ["A second round is held."]),
]  # fmt: skip
TOLD = [
    ("2018-01-01", "The prince announces in his address that boats will take part."),
    ("2018-01-03", "The line is opened again."),
    ("2018-01-09", "Both sides hold talks at the house of the harbour master, the first ever."),
    ("2018-04-20", "The council of elders ends its trials of ships. | Loud horns fall silent."),
    ("2018-05-16", "A second round is held."),
]


def table(place: float, white: float, names: bool = True) -> list[Placed]:
    """The rows with each cell at the top (0) or in the middle (0.5) of its row, and so much white between two rows."""
    found: list[Placed] = [(x, 100, name, "Times-Bold") for x, name in zip((110, 282, 400), NAMES, strict=True)]
    found = found if names else []
    down = 122.0
    for cells in ROWS:
        height = max(map(len, cells))
        for x, cell in zip((62, 270, 351), cells, strict=True):
            top = down + place * 14 * (height - len(cell))
            found += [(x, top + 14 * at, words) for at, words in enumerate(cell)]
        down += 14 * height + white
    return found


@pytest.mark.parametrize(("place", "white"), [(0, 8), (0.5, 8), (0.5, 0), (0, 0)])
def test_in_pdf(place: float, white: float) -> None:
    assert rows(read_document(placed(table(place, white)), "talks.pdf")) == TOLD


def test_in_pdf_without_names_over_the_columns_and_on_two_pages() -> None:
    page = table(0.5, 8, names=False)
    further = [(x, down + 40, words.replace("2018", "2019"), *font) for x, down, words, *font in page]
    found = rows(read_document(placed(page, further), "talks.pdf"))
    assert [text for _, text in found] == [text for _, text in TOLD * 2]
    assert [edtf for edtf, _ in found[5:]] == [edtf.replace("2018", "2019") for edtf, _ in TOLD]


def test_a_column_of_prose_beside_dates_and_their_text_is_no_part_of_their_table() -> None:
    prose: list[Placed] = [(50, 100 + 13 * n, "The sums spent on the vote were hardly larger than") for n in range(24)]
    listed: list[Placed] = []
    for at, (day, words) in enumerate(
        [("3 May", "Envoys meet."), ("4 June", "They part."), ("5 July", "A vote is held.")] * 2
    ):
        listed += [(310, 100 + 26 * at, f"{day} {2001 + at // 3}"), (380, 100 + 26 * at, words)]
    document = read_document(placed([*prose, *listed]), "votes.pdf")
    assert dates(document) == ["2001-05-03", "2001-06-04", "2001-07-05", "2002-05-03", "2002-06-04", "2002-07-05"]
    assert rows(document)[0][1] == "Envoys meet."


FLAT = [tuple(" ".join(cell) for cell in cells) for cells in ROWS]


def markdown(names: tuple[str, ...], cells: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (names, *cells)]
    return "\n".join(["# The two coasts", "", lines[0], "|" + "---|" * len(names), *lines[1:]])


def html(names: tuple[str, ...], cells: list[tuple[str, ...]], name: str = "th") -> str:
    head = "".join(f"<{name}>{each}</{name}>" for each in names)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<h1>The two coasts</h1><table><tr>{head}</tr>{body}</table>"


def word(names: tuple[str, ...], cells: list[tuple[str, ...]]) -> Document:
    file, kept = WordFile(), io.BytesIO()
    printed = file.add_table(0, len(names))
    for row in (names, *cells):
        for cell, text in zip(printed.add_row().cells, row, strict=True):
            cell.text = text
    file.save(kept)
    return read_document(kept.getvalue(), "table.docx")


def test_in_markdown_on_the_web_and_in_word() -> None:
    assert rows(read_text(markdown(NAMES, FLAT), "a.md")) == TOLD
    assert rows(read_text(html(NAMES, FLAT), "a.html")) == TOLD
    assert rows(read_text(html(NAMES, FLAT, "td"), "a.html")) == TOLD
    assert rows(word(NAMES, FLAT)) == TOLD


def test_in_markdown_a_date_behind_its_text_and_the_number_of_its_row() -> None:
    numbered = [(str(n), text or other, date) for n, (text, date, other) in enumerate(FLAT, 1)]
    document = read_text(markdown(("No.", "Event", "Date"), numbered), "a.md")
    assert dates(document) == [edtf for edtf, _ in TOLD]
    first = document.sections[0].entries[0]
    assert (first.date.text, first.text) == ("January 1, 2018", TOLD[0][1])
    assert document.text[first.location.start : first.location.end] == f"1 | {first.text}"


RELEASES = [(f"1.{n}", f"2019-0{n}-14", "Reading of tables is mended, and the manual.") for n in range(1, 7)]
TREATIES = [
    (f"Accord on {w}", f"{n} May 1990", f"{n} June 1992") for n, w in enumerate(("fish", "ships", "bays", "air"), 2)
]


@pytest.mark.parametrize(
    ("names", "cells"), [(("Version", "Date", "Changes"), RELEASES), (("Accord", "Signed", "In force"), TREATIES)]
)
def test_in_markdown_releases_and_what_has_two_dates_are_no_chronology(
    names: tuple[str, ...], cells: list[tuple[str, ...]]
) -> None:
    with pytest.raises(NoChronology):
        read_text(markdown(names, cells), "a.md")


SOURCED = [
    ("3 June 2012", "A mob stops a bus in the south.", "Morning Star, 5 June 2012"),
    ("8 June 2012", "Riots begin in two towns.", "Interviews"),
    ("10 June 2012", "The president declares an emergency.", ""),
    ("21 June 2012", "A fourth town is closed.", "Yonhap"),
]


@pytest.mark.parametrize("name", ["Source", "Sources", "Reference", "References", "Main sources", "Source(s)"])
@pytest.mark.parametrize("way", ["td", "th", "markdown", "word"])
def test_a_column_of_sources_is_no_part_of_the_text(name: str, way: str) -> None:
    names = ("Date", "Event", name)
    if way == "word":
        document = word(names, SOURCED)
    elif way == "markdown":
        document = read_text(markdown(names, SOURCED), "a.md")
    else:
        document = read_text(html(names, SOURCED, way), "a.html")
    assert [text for _, text in rows(document)] == [text for _, text, _ in SOURCED]


@pytest.mark.parametrize("name", ["Place", "Source of the dispute", "Remarks"])
def test_other_columns_are(name: str) -> None:
    for document in (
        read_text(markdown(("Date", "Event", name), SOURCED), "a.md"),
        word(("Date", "Event", name), SOURCED),
    ):
        assert rows(document)[3][1] == "A fourth town is closed. | Yonhap"


def test_a_table_of_two_columns_keeps_both() -> None:
    two = [(date, text) for date, text, _ in SOURCED]
    assert rows(read_text(html(("Date", "Source"), two), "a.html"))[0][1] == SOURCED[0][1]


def test_numbers_of_documents_are_no_sources() -> None:
    papers = [(date, text.rstrip("."), f"PR/2012/{n}") for n, (date, text, _) in enumerate(SOURCED * 2, 11)]
    for text, file in (
        (html(("Date", "Title", "Reference"), papers), "a.html"),
        (markdown(("Date", "Title", "Reference"), papers), "a.md"),
    ):
        with pytest.raises(NoChronology):
            read_text(text, file)
