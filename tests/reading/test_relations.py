"""Which two sides a heading names, in the forms in which headings are printed, and what only looks like two sides."""

import pytest
from entries import read_text

from chronicle.reading.headings import relation_in

RELATIONS = {
    "Timeline: UK-China relations": "UK-China",
    "Timeline of India-Pakistan Relations": "India-Pakistan",
    "Key dates in North and South Korean relations": "North Korean-South Korean",
    "Key events in U.S.–Vietnam ties": "U.S.–Vietnam",
    "Chronology of Russo-Japanese relations": "Russo-Japanese",
    "Inter-Korean relations timeline": "Inter-Korean",
    "Timeline of China's relations with Australia": "China - Australia",
    "Chronology of US relations with Cuba": "US - Cuba",
    "Timeline: U.S. Relations With Iraq": "U.S. - Iraq",
    "A Timeline of Relations Between India and Nepal": "India and Nepal",
    "The following is a chronology of ties between Orr and the Sund this year:": "Orr and the Sund",
    "Chronology of Myanmar’s Bilateral Relations with Japan": "Myanmar - Japan",
    "Chronology of India – Vietnam Bilateral Relations": "India – Vietnam",
    "TIMELINE: From embargo to partnership, three decades of U.S.-Vietnam ties": "U.S.-Vietnam",
    "Chronology of major events in inter-Korean relations": "inter-Korean",
    "CHRONOLOGY-Thai-Cambodian temple row": "Thai-Cambodian",
    "Here is a chronology of the ties between Orr and the West.": "Orr and the West",
    "Timeline of Serbia's relationship with the EU": "Serbia - EU",
    "Key events in the history of Cuba-U.S. relations": "Cuba-U.S.",
    "Chronology: Russia and Georgia, 1991-2008": "Russia and Georgia",
    "Timeline: US-Russia ties since 1991": "US-Russia",
    "China–Japan Relations: A Chronology": "China–Japan",
    "Saudi-Iranian relations: timeline": "Saudi-Iranian",
    "China-Russia relations in 2016: a chronology": "China-Russia",
    "Japan-Korea relations, 1998-2002: key dates": "Japan-Korea",
}


@pytest.mark.parametrize("heading", RELATIONS)
def test_a_heading_on_relations(heading: str) -> None:
    assert relation_in(heading) == RELATIONS[heading]


@pytest.mark.parametrize(
    "heading", ["Timeline: Syria", "Chronology, January-April 2012", "A timeline of their rocky relations"]
)
def test_a_heading_on_one_side(heading: str) -> None:
    assert relation_in(heading) is None


LIST = """# {}

May 3, 2001: Envoys of Japan and China meet in Ethiopia, those of Iran in Sudan.

May 4, 2001: The United States calls on Israel, Jordan and Eritrea to join them, and on Karabakh.

May 5, 2002: South Korea and South Sudan sign. War follows, and peace, on the Nile, at the Dam.
"""
SIDES = {
    "Japan and China: a chronology": "Japan and China",
    "China and Japan: key dates": "China and Japan",
    "Timeline: the United States and Iran": "United States and Iran",
    "Timeline – Ethiopia and Eritrea": "Ethiopia and Eritrea",
    "Timeline of events: Sudan – South Sudan": "Sudan – South Sudan",
    "Sino-Indian border dispute: a timeline": "Sino-Indian",
    "Timeline of the Armenian-Azerbaijani War": "Armenian-Azerbaijani",
    "A timeline of the South Korea-Japan trade dispute": "South Korea-Japan",
    "US-North Korea nuclear talks timeline": "US-North Korea",
    "Israel-Jordan peace: a chronology": "Israel-Jordan",
    "US–Cuba Timeline, 1959-2015": "US–Cuba",
    "Israel-Jordan: timeline of ties": "Israel-Jordan",
    "Japan – China: A short chronology of friction": "Japan – China",
}


@pytest.mark.parametrize("heading", SIDES)
def test_a_heading_that_names_two_sides_of_its_list(heading: str) -> None:
    assert read_text(LIST.format(heading), "a.md").sections[0].relation == SIDES[heading]


@pytest.mark.parametrize(
    "heading",
    [
        "Timeline of the Nagorno-Karabakh conflict",
        "Timeline: War and Peace",
        "Timeline: The Nile and the Dam",
        "Timeline: Sudan and Its Neighbours",
        "Timeline of Post-Soviet conflict",
        "Timeline: Anti-government protests",
        "Timeline of Non-Proliferation Treaty",
        "Timeline of the Iran nuclear deal",
        "Timeline: Turkey, Greece and the Aegean",
        "Timeline of events and documents",
    ],
)
def test_a_heading_that_names_no_two_sides_of_its_list(heading: str) -> None:
    assert read_text(LIST.format(heading), "a.md").sections[0].relation is None


LINES = {
    "(1) Date of Normalization of Norse-Sundian Relations: September 29, 1972.": "Norse-Sundian",
    "The Establishment of Norse-Sundian Relations": "Norse-Sundian",
    "Republic of Sund-Norland Relations": "Republic of Sund-Norland",
    "Norse-Sundian Relations": "Norse-Sundian",
    "Norse-Sundian, May 2000-August 2008": "Norse-Sundian",
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_tells_something_of_a_relation(line: str) -> None:
    told = "\n\n".join(f"May {n}, 200{n}: The premier of Norland visited Sund." for n in range(1, 8))
    assert read_text(f"# Political ties\n\n{line}\n\n{told}", "a.md").citation.relation == LINES[line]


def test_a_heading_whose_name_begins_on_the_line_above() -> None:
    text = "The two Norlands and their relations with\nSund: a chronology\n\n" + LIST.partition("\n\n")[2]
    assert read_text(text).sections[0].heading == "Sund: a chronology"


FORMS = {
    "Sund-Norland Policy Tracker": "Sund-Norland",
    "Sund–Norland tracker": "Sund–Norland",
    "SUND–NORLAND CONFLICT": "SUND–NORLAND",
    "Sund-Norland Relations Fast Facts": "Sund-Norland",
    "Milestones in Sund-Norland relations": "Sund-Norland",
    "Tangled history of Sund-Norland relations": "Sund-Norland",
    "Brief on Sund – Norland Bilateral Relations": "Sund – Norland",
    "Sund-North Norland/East Orr Relations": "Sund-North Norland/East Orr",
}


def above(line: str, place: str = "Sund") -> str | None:
    told = "\n\n".join(f"May {n}, 200{n}: The premier of Norland visited {place}." for n in range(1, 8))
    return read_text(f"# Ships and ports\n\n{line}\n\n{told}", "a.md").citation.relation


@pytest.mark.parametrize("line", FORMS)
def test_the_sides_in_what_a_line_says_of_them(line: str) -> None:
    assert above(line) == FORMS[line]


@pytest.mark.parametrize(
    "line",
    [
        "Sund Bulletin / World Desk",
        "A Quarterly E-Journal on North Sea Bilateral Relations",
        "A TRIANNUAL E-JOURNAL ON NORTH SEA BILATERAL RELATIONS",
        "Directorate General for Ports / Directorate for External Relations",
        "INSTITUTE FOR NORTH-EAST SUNDIAN STUDIES",
        "years in which the six-party talks came closest to that end.",
        "Login/Logout",
        "Director-General of Ports",
        "Asia-Pacific",
        "Breaches of the cease-fire reported to the commission",
        "Tuesday - Saturday 10 - 5",
        "Sund-Pacific Partnerships Review and Notes: Vol. 2",
    ],
)
def test_what_names_no_two_sides_is_no_relation(line: str) -> None:
    assert above(line) is None


def test_one_name_with_a_hyphen_is_no_relation() -> None:
    assert above("Orr-Lind", place="Orr-Lind") is None
    assert above("Orr-Lind", place="Orr") == "Orr-Lind"
