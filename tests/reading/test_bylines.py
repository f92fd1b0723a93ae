"""Whom a document names as its authors: persons alone, all of them, however their bodies stand beside or below them."""

import pytest
from entries import read_text

LIST = "\n\nChronology\n\nMay 3, 2012: One.\n\nMay 5, 2012: Two.\n\nMay 9, 2012: Three.\n"


def authors(head: str, file: str = "issue.txt") -> tuple[str, ...]:
    return read_text(f"Norland-Sudland Relations\n\nCold Water, Slow Boats\n\n{head}{LIST}", file).citation.authors


ONE = {
    "By Astrid Kolm": "Astrid Kolm",
    "by Astrid Kolm,\nDirector, Seaboard Institute": "Astrid Kolm",
    "by Astrid Kolm, Senior Fellow, Seaboard Institute for Strategy and Foreign Studies": "Astrid Kolm",
    "by Astrid Kolm\nVisiting Fellow, Seaboard Institute": "Astrid Kolm",
    "By Astrid Kolm, San Orvo, Calidonia": "Astrid Kolm",
    "By Astrid Kolm for Seaboard Notes": "Astrid Kolm",
    "By Van Kolm": "Van Kolm",
    "By\nAstrid Kolm": "Astrid Kolm",
    "Author: Astrid Kolm": "Astrid Kolm",
    "Written by Dr. Astrid Kolm": "Astrid Kolm",
    "ASTRID KOLM, SEABOARD COLLEGE": "Astrid Kolm",
    "Astrid Kolm\nSeaboard College, Orr": "Astrid Kolm",
    "Astrid Kolm\nThe Seaboard Forum, Orr": "Astrid Kolm",
    "Vol. 3, No. 2\nAstrid Kolm\nSenior Fellow, Seaboard Forum": "Astrid Kolm",
    "Prof. Astrid Kolm, Orr": "Astrid Kolm",
    "Astrid K. van der Molen Jr., Seaboard College": "Astrid K. van der Molen",
    "BAE SEO-YEON, SEABOARD COLLEGE": "Bae Seo-yeon",
}


@pytest.mark.parametrize("head", ONE)
def test_one_author(head: str) -> None:
    assert authors(head) == (ONE[head],)


@pytest.mark.parametrize(
    "head",
    [
        "By Astrid Kolm and Bram Teule",
        "By Astrid Kolm & Bram Teule, Seaboard College",
        "By Astrid Kolm, Seaboard College, and Bram Teule, Hillside Institute for Peace",
        "BY ASTRID KOLM, CENTER FOR SEABOARD STUDIES, & BRAM TEULE, HILLSIDE POLICY INSTITUTE",
        "ASTRID KOLM, SEABOARD COLLEGE & BRAM TEULE, HILLSIDE INSTITUTE",
        "By Astrid Kolm (Seaboard College) and Bram Teule (Hillside Institute)",
        "Astrid Kolm (Seaboard College) and Bram Teule (Hillside Institute)",
        "Astrid Kolm, Seaboard College; Bram Teule, University of Hillside",
        "Astrid Kolm, Seaboard College, and Bram Teule, Hillside Review",
        "*Astrid Kolm, Seaboard College*\n\n*Bram Teule, Hillside Institute*",
        "**Astrid Kolm**, Seaboard College, and **Bram Teule**, Hillside Institute",
        "by Astrid Kolm, Seaboard College\nand Bram Teule, Hillside Institute",
        "Astrid Kolm\nSeaboard College\nBram Teule\nHillside Institute",
        "By Astrid Kolm and Bram Teule\nAstrid Kolm, Seaboard College\nBram Teule, Hillside Institute",
    ],
)
def test_two_authors(head: str) -> None:
    assert authors(head, "issue.md") == ("Astrid Kolm", "Bram Teule")


def test_three_authors() -> None:
    assert authors("By Astrid Kolm, Bram Teule, and Cleo Vantz") == ("Astrid Kolm", "Bram Teule", "Cleo Vantz")


def test_towns_of_authors_are_nobody() -> None:
    assert authors("By Astrid Kolm, San Orvo, and Bram Teule, Port Lind") == ("Astrid Kolm", "Bram Teule")


def test_a_byline_below_a_title_that_heads_the_list() -> None:
    head = "# Cold water: a timeline\n\nBy Astrid Kolm and Bram Teule\n\nA year of talks.\n\n"
    citation = read_text(head + LIST.partition("Chronology")[2], "page.md").citation
    assert citation.authors == ("Astrid Kolm", "Bram Teule")


def test_two_names_with_initials_need_no_body() -> None:
    assert authors("A. K. Kolm and Bram Teule") == ("A. K. Kolm", "Bram Teule")


@pytest.mark.parametrize(
    "head",
    [
        "Foreign Affairs, Trade and Security Section",
        "Seaboard Research Branch, Library of the Assembly",
        "By SD Correspondent, New Orvo",
        "By Our Diplomatic Correspondent",
        "By the Seaboard desk",
        "By Staff Reporter | Updated: 27 February, 2021",
        "By The Seaboard Press",
        "By the editors. Vol. 3, Annual Review",
        "The Seaboard Forum, Orr",
        "Long Winters, Short Summers",
        "Two Islands, Studies of a Quarrel",
        "Closed Mondays, Library open to all",
        "By April 2012 Astrid Kolm and Bram Teule had met twice.",
        "By Land and Sea",
        "A paragraph of body. It says enough.\n\nAstrid Kolm, Committee for Trade",
        "Astrid Kolm, Vice Minister of Ports",
    ],
)
def test_what_is_not_surely_a_person_is_no_author(head: str) -> None:
    assert authors(head) == ()


@pytest.mark.parametrize("title", ["Orvo Redux", "Cold Comfort, Warm Seas"])
def test_the_words_of_a_title_are_nobody(title: str) -> None:
    citation = read_text(f"Norland-Sudland Relations:\n{title}\nAstrid Kolm\nSeaboard College{LIST}").citation
    assert (citation.title, citation.authors) == (title, ("Astrid Kolm",))
