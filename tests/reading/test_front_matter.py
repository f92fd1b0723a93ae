"""What a document prints about itself, and where it contradicts itself."""

from textwrap import dedent

import pytest

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
