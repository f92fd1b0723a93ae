"""What a document prints about itself, and where it contradicts itself."""

import io
from textwrap import dedent

import pytest
from docx import Document as WordFile

from chronicle.model import Citation, Document
from chronicle.reading import read_document

LIST = "\n\nMay 3, 2012: One.\n\nMay 5, 2012: Two.\n\nMay 9, 2012: Three.\n"


def read(text: str) -> Document:
    return read_document((dedent(text).lstrip("\n") + LIST).encode(), "issue.txt")


WEB = """
    Articles

    Norland - Sudland

    May — Aug 2012
    Download Article as PDF

    Slow Thaw on the Strait

    By Ann Author and Ben Writer
    Published {month} in Northern Notes · Volume 14, Issue 2 (This article is extracted from Northern Notes: A Journal, Vol. 14, No. 2, {month}. Preferred citation: Ann Author and Ben Writer, “Norland-Sudland Relations: Slow Thaw on the Strait,” Northern Notes, Vol. 14, No. 2, pp 11-20.)

    A paragraph of body. It says enough.

    Chronology of Norland - Sudland Relations

    May — August 2012
"""  # noqa: E501


def test_a_web_page_with_everything() -> None:
    document = read(WEB.replace("{month}", "September 2012"))
    assert document.citation == Citation(
        title="Slow Thaw on the Strait",
        authors=("Ann Author", "Ben Writer"),
        publication="Northern Notes",
        volume="14",
        number="2",
        published="2012-09",
        relation="Norland - Sudland",
    )
    assert document.problems == ()


@pytest.mark.parametrize("month", ["September 2013", "January 2012", "March 2014"])
def test_a_citation_that_contradicts_the_period(month: str) -> None:
    document = read(WEB.replace("{month}", month))
    assert [p.code for p in document.problems] == ["citation_contradicts_period"]
    assert "May — August 2012" in document.problems[0].message
    assert len(document.sections[0].entries) == 3


def test_a_title_page_in_capitals() -> None:
    citation = read(
        """
        NORTHERN

        N O T E S

        NORLAND- SUDLAND RELATIONS

        SLOW THAW ON THE STRAIT

        ANN AUTHOR, COASTAL UNIVERSITY

        A paragraph of body. It says enough.

        CHRONOLOGY OF NORLAND-SUDLAND RELATIONS

        MAY – AUGUST 2012
        """
    ).citation
    assert citation.title == "SLOW THAW ON THE STRAIT"
    assert citation.authors == ("Ann Author",)
    assert citation.relation == "NORLAND- SUDLAND"


def test_an_older_title_with_its_relation() -> None:
    citation = read(
        """
        Norland-Sudland Relations: Slow Thaw on the Strait

        by Ann Author, Coastal University

        A paragraph of body. It says enough.

        Chronology of Norland-Sudland Relations
        May-August 2012
        """
    ).citation
    assert citation.title == "Slow Thaw on the Strait"
    assert citation.relation == "Norland-Sudland"
    assert citation.authors[0] == "Ann Author"


def test_nothing_printed_is_nothing_known() -> None:
    document = read("Chronology")
    assert document.citation == Citation()
    assert document.sections[0].period is None


@pytest.mark.parametrize(
    "line",
    [
        "Home / World / Asia",
        "Home > News",
        "Home » Regions » Estland-Sudland",
        "Home - World - Estland",
        "You are here: Home / Asia-Pacific",
        "CHINA / World",
        "National / Politics",
        "Home / International Relations",
        "Estland / Archive 2004 / Relations",
        "Yearbook / Diary 2009–2010",
        "By NWS/Estland Radio",
        "Norland profile - Timeline",
        "TIMELINE-Norland's road from revolt to peace",
        "Published — Saturday 27 March 2021",
        "Norland 1956 - Almanac",
    ],
)
def test_the_way_to_a_page_and_other_lines_with_a_dash_name_no_relation(line: str) -> None:
    document = read(
        f"{line}\n\nTroubles on the strait\n\nChronology\n\nMay 3, 2004: Talks.\n\nMay 9, 2004: More talks."
    )
    assert document.citation.relation is None
    assert document.sections[0].relation is None


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Norland - Sudland", "Norland - Sudland"),
        ("NORLAND-SUDLAND RELATIONS", "NORLAND-SUDLAND"),
        ("Norland/Sudland", "Norland/Sudland"),
        ("Norland / Sudland Relations", "Norland / Sudland"),
        ("Norland-Sudland/East Estland", "Norland-Sudland/East Estland"),
        ("Norland-Sudland Relations 1959 – 2015", "Norland-Sudland"),
        ("Key dates in Norland-Sudland relations", "Norland-Sudland"),
        ("Norland-Sudland relations: timeline", "Norland-Sudland"),
    ],
)
def test_a_line_that_names_two_sides_names_the_relation(line: str, relation: str) -> None:
    assert (
        read(f"{line}\n\nChronology\n\nMay 3, 2004: Talks.\n\nMay 9, 2004: More talks.").citation.relation == relation
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("U.S.-Norland Relations:\nHistory Starts Here", "History Starts Here"),
        ("Cold Water:\nShips on the Strait", "Cold Water: Ships on the Strait"),
        ("Skip to content\n\nCold Water", "Cold Water"),
        ("Home | About | Library | Contact\n\nCold Water", "Cold Water"),
        ("Cold Water\nShips on the Strait", "Cold Water"),
    ],
)
def test_a_title_on_two_lines_and_below_the_ways_of_a_page(head: str, title: str) -> None:
    assert read(f"{head}\n\nA paragraph of body. It says enough.\n\nChronology").citation.title == title


@pytest.mark.parametrize("day", ["March 2, 2013", "2 March 2013", "March 2013"])
@pytest.mark.parametrize("sign", ["|", "·", "–"])
def test_a_byline_with_its_day(sign: str, day: str) -> None:
    document = read(f"Cold Water\n\nBy Jane Example and Bob Sample {sign} {day}\n\nChronology\n\nMay - August 2012")
    assert document.citation.authors == ("Jane Example", "Bob Sample")
    assert document.citation.published == "2013-03"
    assert document.problems == ()


def test_a_byline_with_an_initial() -> None:
    assert read("Cold Water\n\nBy Jane A. Example\n\nChronology").citation.authors == ("Jane A. Example",)


def test_a_line_with_a_day_behind_a_comma_is_no_byline() -> None:
    assert read("Star.net FRIDAY, JUNE 1, 2018\n\nChronology").citation.authors == ()


YAML = """---
title: "Cold Water: a timeline"
{authors}
date: 2021-03-02
tags: [sea, ships]
---

Chronology"""


@pytest.mark.parametrize(
    "authors",
    [
        "author: Jane Example and Bob Sample",
        "authors: [Jane Example, Bob Sample]",
        "author:\n  - name: Jane Example\n  - Bob Sample",
    ],
)
def test_the_fields_above_a_text_in_markdown(authors: str) -> None:
    citation = read(YAML.format(authors=authors)).citation
    assert citation.title == "Cold Water: a timeline"
    assert citation.authors == ("Jane Example", "Bob Sample")
    assert citation.published == "2021-03-02"


def test_a_title_among_the_fields_that_heads_the_list() -> None:
    document = read('---\ntitle: "Timeline of Norland-Sudland relations"\n---\n')
    assert document.sections[0].heading == "Timeline of Norland-Sudland relations"
    assert document.citation.relation == "Norland-Sudland"


def test_lines_between_two_rules_that_are_no_fields() -> None:
    assert read("---\n\nCold Water\n\n---\n\nChronology").citation == Citation(title="Cold Water")


HEAD = """<head><title>{title}</title>{meta}</head><body><div><a href="/">National</a></div>
<h4>National</h4><h1>Cold Water</h1><h2>Chronology</h2><p>May 3, 2012: One.</p><p>May 5, 2012: Two.</p>
<p>May 9, 2012: Three.</p></body>"""


def page(meta: str = "", title: str = "Cold Water - The Star") -> Citation:
    return read_document(HEAD.format(title=title, meta=meta).encode(), "page.html").citation


@pytest.mark.parametrize(
    "title", ["Cold Water - The Star", "Cold Water | The Star of Orr", "THE STAR | World | Cold Water"]
)
def test_the_title_of_a_page_is_without_its_site(title: str) -> None:
    assert page(title=title).title == "Cold Water"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="author" content="Jane Example and Bob Sample">'
        '<meta property="article:published_time" content="2021-03-02T10:00:00+05:30">',
        '<meta name="citation_author" content="Jane Example"><meta name="citation_author" content="Bob Sample">'
        '<meta name="citation_publication_date" content="2021/03/02"><meta name="author" content="admin">',
        '<meta name="dc.creator" content="Jane Example; Bob Sample">'
        '<meta itemprop="datePublished" content="2 March 2021">',
    ],
)
def test_who_wrote_a_page_and_when(meta: str) -> None:
    citation = page(meta)
    assert citation.authors == ("Jane Example", "Bob Sample")
    assert citation.published == "2021-03-02"


def test_the_article_of_a_journal() -> None:
    said = {
        "title": "Ships on the Strait",
        "journal_title": "Northern Notes",
        "volume": "14",
        "issue": "2",
        "date": "2021",
    }
    citation = page("".join(f'<meta name="citation_{name}" content="{value}">' for name, value in said.items()))
    assert citation == Citation("Ships on the Strait", (), "Northern Notes", "14", "2", "2021")


def test_the_day_of_a_page_contradicts_no_period() -> None:
    text = HEAD.format(title="", meta='<meta name="date" content="2031-03-02">').replace(
        "Chronology<", "Chronology, May 2012<"
    )
    document = read_document(text.encode(), "page.html")
    assert (document.citation.published, document.problems) == ("2031-03-02", ())


@pytest.mark.parametrize("nobody", ["admin", "https://star.example/jane", "Staff", "jane@star.example", ""])
def test_what_programs_write_as_an_author_is_none(nobody: str) -> None:
    assert page(f'<meta name="author" content="{nobody}">').authors == ()


def word(title: str, author: str) -> Citation:
    file, kept = WordFile(), io.BytesIO()
    file.core_properties.title, file.core_properties.author = title, author
    for line in ("Annex B", "Chronology", *LIST.split("\n\n")):
        file.add_paragraph(line.strip())
    file.save(kept)
    return read_document(kept.getvalue(), "annex.docx").citation


def test_the_properties_of_a_word_file() -> None:
    citation = word("Cold Water", "Jane Example; Bob Sample")
    assert (citation.title, citation.authors) == ("Cold Water", ("Jane Example", "Bob Sample"))


@pytest.mark.parametrize(
    ("title", "author"), [("", ""), ("Document1", "python-docx"), ("Microsoft Word - a.doc", "User")]
)
def test_what_a_program_writes_into_a_word_file_is_nothing(title: str, author: str) -> None:
    citation = word(title, author)
    assert (citation.title, citation.authors) == ("Annex B", ())


def test_a_title_with_a_comma_is_no_byline() -> None:
    citation = read("Norland-Sudland Relations:\n\nBorders Settled, Barrels Unsettled\n\nChronology").citation
    assert (citation.title, citation.authors) == ("Borders Settled, Barrels Unsettled", ())


@pytest.mark.parametrize(("whole", "parted"), [("<div>{}</div>", "<br>"), ("<ul><li>{}</li></ul>", "</li><li>")])
def test_two_sides_in_the_menu_of_a_site_are_no_relation(whole: str, parted: str) -> None:
    menu = parted.join(["Isles", "EAST", "Brill", "Lind", "Norland/Sudland", "Orr", "WEST", "Osk", "Sund"])
    told = "".join(f"<p>{day} May 2004: Envoys meet in Orr.</p>" for day in (3, 5, 8, 9))
    page = f"<html><body>{whole.format(menu)}<h1>Chronology</h1>{told}</body></html>"
    assert read_document(page.encode(), "a.html").citation.relation is None


def test_two_sides_on_a_title_page_of_short_lines_are_the_relation() -> None:
    lines = [
        "Northern Notes",
        "Norland/Sudland",
        "Cold Water",
        "Ann Author",
        "Chronology",
        "",
        "3 May 2004: Envoys meet.",
    ]
    assert read_document("\n".join(lines).encode(), "a.txt").citation.relation == "Norland/Sudland"
