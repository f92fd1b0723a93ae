"""Heads of pages that differ from page to page, lines that PDF runs together, years with items of their own."""

from contextlib import closing

import pytest
from entries import dates, read_text, rows
from printed import Placed, placed
from pypdfium2 import PdfDocument

from chronicle.reading import read_document
from chronicle.reading.pdf.pages import sheets

MET = "Ministers meet in Orr and in Lind"


def page(head: list[Placed], first: int) -> list[Placed]:
    listed: list[Placed] = [(57, 170 + 24 * n, f"July {first + n}: {MET}.") for n in range(6)]
    return [*head, *listed]


def pages(*heads: list[Placed]) -> list[tuple[str | None, str]]:
    sheets = (page(head, 1990 + 6 * n) for n, head in enumerate(heads))
    return rows(read_document(placed([(57, 80, "Timeline: the coasts", "Times-Bold", 14.0)], *sheets), "coasts.pdf"))


@pytest.mark.parametrize(
    "heads",
    [
        ([(57, 100, "58 | Coastal Accord"), (57, 112, "")], [(57, 100, "Powers of persuasion on both coasts | 59")]),
        (
            [(57, 100, "338"), (236, 100, "Coastal Affairs, Vol. 35, No. 3")],
            [(57, 100, "Two coasts"), (412, 100, "339")],
        ),
    ],
)
def test_rows_with_the_numbers_of_pages_that_follow_each_other_are_heads(heads: tuple[list[Placed], ...]) -> None:
    told = pages(*heads)
    assert [text for _, text in told] == [f"{MET}."] * 12
    assert [edtf for edtf, _ in told] == [f"{year}-07" for year in range(1990, 2002)]


def test_rows_with_other_numbers_are_none() -> None:
    first, second = (
        page([(57, 100, f"{n} | Ships of Orr {w}")], y) for n, w, y in ((12, "east", 1990), (40, "west", 1996))
    )
    assert "12 | Ships of Orr east" in read_document(placed(first, second), "coasts.pdf").text


def test_a_small_sign_at_the_head_of_a_line_is_no_part_of_the_line_above() -> None:
    head: list[Placed] = [(57, 140, "Two coasts"), (412, 140, "339")]
    item: list[Placed] = [(57, 163.7, "•"), (66.5, 163.7, "July 2012: Envoys meet")]
    with closing(PdfDocument(placed([*head, *item]))) as pdf:
        words = [run.text for sheet in sheets(pdf, 1000) for run in sheet.runs]
    assert words[:3] == ["Two coasts", "339", "• July 2012: Envoys meet"]


BELOW_YEARS = {
    "nested": ("- {}\n", "  - {}\n"),
    "under a line": ("\n{}\n\n", "- {}\n"),
    "under a heading": ("\n## {}\n\n", "- {}\n"),
}


@pytest.mark.parametrize("way", BELOW_YEARS)
def test_items_of_a_year_before_its_days(way: str) -> None:
    over, item = BELOW_YEARS[way]
    told = {
        2004: ["May 3 - Talks open."],
        2005: [
            "The union joins the talks.",
            "A fund is set up.",
            "November 30 - A mission is sent.",
            "December - It arrives.",
        ],
        2006: ["September 17 - A vote is held."],
        2007: ["Nothing is signed."],
    }
    lines = [over.format(year) + "".join(item.format(text) for text in texts) for year, texts in told.items()]
    assert rows(read_text("# Timeline of the talks\n\n" + "".join(lines), "a.md")) == [
        ("2004-05-03", "Talks open."), ("2005", "The union joins the talks."), ("2005", "A fund is set up."),
        ("2005-11-30", "A mission is sent."), ("2005-12", "It arrives."), ("2006-09-17", "A vote is held."),
        ("2007", "Nothing is signed."),
    ]  # fmt: skip


def test_a_remark_under_a_year_that_is_no_sentence_is_no_entry() -> None:
    text = "# Timeline\n\n- 2004\n  - May 3 - Talks open.\n- 2005\n  - The year of the union\n"
    text += "  - May 30 - A mission is sent.\n"
    assert dates(read_text(text, "a.md")) == ["2004-05-03", "2005-05-30"]


def test_years_to_choose_from_are_no_entries() -> None:
    years = "".join(f"<li><a href='/{y}'>{y}</a></li>" for y in ("1960-1979", "1980-1989", "1998", "1999"))
    entries = "".join(f"<p><b>{n} May 2000</b></p><p>{MET} for the {n}th time.</p>" for n in range(4, 9))
    top = f"<h1>Chronology of the talks: 2000</h1><p>The parts:</p><ul>{years}<li>2000</li></ul>"
    page = f"{top}<p><a href='/m'>The Programme of Orr</a></p>{entries}"
    assert dates(read_text(page, "a.html")) == [f"2000-05-0{n}" for n in range(4, 9)]


NAMES = ["Milestone", "Details"]
BALLOT = [["21 May", "A talk", "Envoys meet in Orr."], ["9 June", "A vote", "The island votes."]]


def as_page(table: list[list[str]]) -> str:
    return "<h1>Timeline of the ballot</h1><table>" + "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table
    )


@pytest.mark.parametrize("names", [NAMES, ["Event"]])
def test_a_year_beside_the_names_of_columns_only_heads_its_days(names: list[str]) -> None:
    days = [row if len(names) == 2 else row[::2] for row in BALLOT]
    table = [row for year in ("1998", "1999", "2000") for row in ([year, *names], *days)]
    assert dates(read_text(as_page(table), "ballot.html")) == [
        f"{year}-{day}" for year in (1998, 1999, 2000) for day in ("05-21", "06-09")
    ]


@pytest.mark.parametrize(
    "rows_of_years",
    [
        [["1998", "Ferry strike", "In Orr"], *BALLOT, ["1999", "Flood", "In Lind"], *BALLOT],
        [["1998", "A vote", "Orr"], ["1999", "A vote", "Orr"], ["2000", "A vote", "Orr"], ["2001", "A raid", "Lind"]],
    ],
    ids=["names of their own", "no days below"],
)
def test_other_words_beside_a_year_are_an_entry(rows_of_years: list[list[str]]) -> None:
    found = dates(read_text(as_page(rows_of_years), "ballot.html"))
    years = [row[0] for row in rows_of_years if row[0].isdecimal()]
    assert [edtf for edtf in found if edtf and len(edtf) == 4] == years


REPORT = """# Options

Under the act of 2011 the president had to submit the accord.

The truce of 1953 ended the war.

{title}

{opens}Late December: Envoys confer on the drills.

January 4: The two agree by telephone.

March 5-6: An envoy visits Orr.

June 12: They meet in Lind.
"""


@pytest.mark.parametrize(
    "opens", ["", "The following timeline lists the main events that led to the summit.\n\n", "It is short.\n\n"]
)
@pytest.mark.parametrize(
    "title",
    [
        "# Appendix. Timeline of Events, December 2017-June 2018",
        "# Annex II. Timeline, December 2017 to June 2018",
        "Part 3. Chronology, December 2017 – June 2018",
        "## Annex II. The Road to the Summit, December 2017–June 2018",
        "# Key Events, 2017-2018",
        "# Key Events, December 2017 to November 2020",
    ],
)
def test_the_period_in_the_title_of_an_appendix_tells_the_year_and_not_the_text_before(title: str, opens: str) -> None:
    document = read_text(REPORT.format(title=title, opens=opens), "report.md")
    assert dates(document) == ["2017-12-21~/2017-12-31~", "2018-01-04", "2018-03-05/2018-03-06", "2018-06-12"]
