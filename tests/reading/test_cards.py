"""Cards: a date with a tag, a headline, a paragraph; those of a site's news and publications hold no entries."""

import pytest
from entries import dates, rows

from chronicle.errors import NoChronology
from chronicle.reading import read_document

MEASURES = [
    ("23 June 2023", "Orr", "The council adopts an eleventh package", "Seventy persons are added to the list."),
    (
        "19 May 2023",
        "Orr / Lind",
        "Leaders issue a statement at the lake",
        "They promise to look at the trade in stones.",
    ),
    ("25 Feb 2023", "Orr", "A tenth package takes effect", "Exports of cameras are restricted."),
    ("5 Dec 2022", "Orr / Lind", "A ceiling for the price comes into force", "It applies to oil that goes by sea."),
    ("6 Oct 2022", "Orr", "An eighth package is published", "It extends the ban on steel."),
]


def card(date: str, tag: str, headline: str, text: str) -> str:
    return f"<div><time>{date}</time><span>{tag}</span></div><div><h3>{headline}</h3><p>{text}</p></div>"


def page(cards: list[str]) -> bytes:
    lead = "<h1>What was decided, and when</h1><p>Most recent measures first.</p><p>Last updated: 3 July 2023</p>"
    return f"<html><body>{lead}{''.join(cards)}</body></html>".encode()


def test_cards_with_a_tag_beside_the_date() -> None:
    found = rows(read_document(page([card(*each) for each in MEASURES]), "tracker.html"))
    assert found[1] == (
        "2023-05-19",
        "Leaders issue a statement at the lake | They promise to look at the trade in stones.",
    )
    assert [edtf for edtf, _ in found] == ["2023-06-23", "2023-05-19", "2023-02-25", "2022-12-05", "2022-10-06"]


def test_cards_with_a_tag_beneath_the_date() -> None:
    cards = [card(*each).replace("<span>", "<div>").replace("</span>", "</div>") for each in MEASURES]
    assert rows(read_document(page(cards), "tracker.html")) == rows(
        read_document(page([card(*each) for each in MEASURES]), "tracker.html")
    )


def test_cards_with_a_time_element_and_no_tag() -> None:
    cards = [card(date, "", headline, text) for date, _, headline, text in MEASURES]
    assert len(dates(read_document(page(cards), "tracker.html"))) == len(MEASURES)


@pytest.mark.parametrize("tag", ["Policy brief", "Press release", "News"])
def test_what_a_site_publishes(tag: str) -> None:
    with pytest.raises(NoChronology):
        read_document(page([card(date, tag, *rest) for date, _, *rest in MEASURES]), "tracker.html")


def test_headlines_that_lead_to_articles() -> None:
    cards = [card(date, tag, f'<a href="/n">{headline}</a>', text) for date, tag, headline, text in MEASURES]
    with pytest.raises(NoChronology):
        read_document(page(cards), "tracker.html")
