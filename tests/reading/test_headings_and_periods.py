"""What heads a chronology, and which line above it tells the period that it covers."""

import pytest
from entries import dates, read, rows

from chronicle.errors import NoChronology
from chronicle.model import Document
from chronicle.reading import read_document


def test_lost_heading() -> None:
    document = read(
        """
        Norland-Sudland Relations: Cold Water

        A long body follows here. It speaks of May 3 and of other days.

        On May 3, 2004, the talks began. They were short.

        May 3, 2004: Talks begin in the old port.

        May 5, 2004: Talks end in the old port again.

        June 1-3, 2004: The navies exercise off the northern cape.

        July 9, 2004: A minister resigns over the talks.
        """
    )
    assert dates(document) == ["2004-05-03", "2004-05-05", "2004-06-01/2004-06-03", "2004-07-09"]
    assert document.sections[0].heading is None


def test_two_chronologies_in_one_file() -> None:
    document = read(
        """
        Chronology of Norland-Sudland Relations
        April-June 2003

        April 2, 2003: Norland sends an envoy.
        June 3, 2003: The envoy returns home.

        Notes: compiled from the press, June 30, 2003.

        Chronology of Norland-Westland Relations
        April-June 2003

        April 5, 2003: Westland sends a ship.
        May 7, 2003: The ship returns home.
        """
    )
    assert [s.relation for s in document.sections] == ["Norland-Sudland", "Norland-Westland"]
    assert dates(document, 0) == ["2003-04-02", "2003-06-03"]
    assert dates(document, 1) == ["2003-04-05", "2003-05-07"]
    assert document.sections[0].entries[-1].text == "The envoy returns home."


@pytest.mark.parametrize(
    "heading",
    [
        "Chronology of A-Land - B-Land Relations",
        "CHRONOLOGY OF A-LAND – B-LAND RELATIONS",
        "A-Land - B-Land Relations Chronology",
        "C H R O N O L O G Y  O F  A-LAND - B-LAND  R E L A T I O N S",
        "**Chronology of A-Land - B-Land Relations***",
        "Chronology",
        "CHRONOLOGY: A-Land and B-Land",
        "Chronology of A-Land-B-Land and A-Land-C-Land Relations",
        "Timeline",
    ],
)
def test_headings(heading: str) -> None:
    document = read(f"{heading}\n\nMay 3, 2004: Talks begin.\n\nMay 5, 2004: Talks end.\n")
    assert dates(document) == ["2004-05-03", "2004-05-05"]
    assert document.sections[0].heading is not None


@pytest.mark.parametrize(
    "heading",
    [
        "VIP Visits",
        "High-Level Visits",
        "Official visits",
        "State Visits, 2004-2006",
        "Bilateral Visits",
        "Exchange of Visits",
        "Exchanges of High-Level Visits",
        "Mutual exchanges of ministerial visits",
        "List of High-Level Visits",
        "RECORD OF OFFICIAL VISITS",
        "Table of the State Visits, 2004-2006",
    ],
)
def test_headings_of_lists_of_visits(heading: str) -> None:
    document = read(f"{heading}\n\nMay 3, 2004: A minister comes to Orr.\n\nMay 5, 2006: A king comes to Lind.\n")
    assert dates(document) == ["2004-05-03", "2006-05-05"]
    assert document.sections[0].heading == heading


def test_two_tables_of_visitors_under_one_heading_are_two_sections() -> None:
    def table(title: str, host: str, *rows: str) -> str:
        told = "".join(f"<tr><td>{row.replace(':', '</td><td>')}</td><td>{host}</td></tr>" for row in rows)
        return f"<h3>{title}</h3><table><tr><th>Date</th><th>Visitor</th><th>Place</th></tr>{told}</table>"

    there = ["1990, June:Ms. Ann Author, envoy", "1991, 12-13 August:Mr. Ben Writer, Prime Minister"]
    there += ["1999, 9-11 July:Ms. Cora Third, Prime Minister", "2004, 1 May:Mr. Dan Fourth, Foreign Minister"]
    here = ["1987, May:Mr. Eno Fifth, Foreign Minister", "1990, 28 February-4 March:Ms. Flo Sixth, President"]
    here += ["1998, 10-17 May:Mr. Gil Seventh, President", "2003, 3 July:Ms. Hua Eighth, President"]
    html = "<h1>Norland-Sudland Relations</h1><h2>List of High-Level Visits</h2><p>August 3, 2016</p>"
    html += table("Visits from Norland", "Lind", *there) + table("Visits from Sudland", "Orr", *here)
    document = read_document(f"<!doctype html><body>{html}</body>".encode(), "visits.html")
    assert [len(section.entries) for section in document.sections] == [4, 4]
    assert rows(document)[1] == ("1991-08-12/1991-08-13", "Mr. Ben Writer, Prime Minister | Lind")
    assert rows(document, 1)[1] == ("1990-02-28/1990-03-04", "Ms. Flo Sixth, President | Orr")


def test_a_line_on_other_visits_heads_no_list() -> None:
    with pytest.raises(NoChronology):
        read("Visits of ships\n\nMay 3, 2004: A minister comes to Orr.\n\nMay 5, 2006: A king comes to Lind.\n")


@pytest.mark.parametrize(
    ("line", "lists"),
    [
        ("Back to top of the Timeline", [["2004-05-03", "2004-06-04", "2004-07-09", "2004-08-02"]]),
        ("Return to Top: Chronology of the Bay", [["2004-05-03", "2004-06-04", "2004-07-09", "2004-08-02"]]),
        ("Timeline of the way back to the top", [["2004-05-03", "2004-06-04"], ["2004-07-09", "2004-08-02"]]),
    ],
)
def test_the_way_back_to_a_heading_is_none(line: str, lists: list[list[str]]) -> None:
    entries = ["3 May 2004: Talks.", "4 June 2004: A pact.", line, "9 July 2004: A visit.", "2 August 2004: Rain."]
    document = read("\n\n".join(["Chronology of the Bay", *entries]) + "\n")
    assert [dates(document, n) for n in range(len(document.sections))] == lists


ALONE = """
    Chronology

    {}

    The envoys of the bay gather papers.

    3 APRIL 2003

    They meet in Orr.

    9 MAY 2003

    They part without a pact.

    2 JUNE 2003

    They meet again.

    30 JUNE 2003

    A pact is signed.
"""


def test_a_period_above_days_alone_that_begins_with_the_first_of_them() -> None:
    document = read(ALONE.format("3 APRIL–30 JUNE 2003"))
    assert dates(document) == ["2003-04-03", "2003-05-09", "2003-06-02", "2003-06-30"]
    assert document.sections[0].period_text == "3 APRIL–30 JUNE 2003"


def test_two_days_above_days_alone_that_begin_with_another_are_an_entry() -> None:
    document = read(ALONE.format("28 MARCH–2 APRIL 2003"))
    assert rows(document)[:2] == [
        ("2003-03-28/2003-04-02", "The envoys of the bay gather papers."),
        ("2003-04-03", "They meet in Orr."),
    ]


@pytest.mark.parametrize(
    "subtitle", ["The Strait, December 2013 – November 2014", "Norland and Sudland, November 2013 to October 2014"]
)
def test_the_months_of_a_list_at_the_end_of_its_subtitle(subtitle: str) -> None:
    document = read(f"Timeline\n\n{subtitle}\n\nDecember: Talks.\n\nMay: They fail.\n\nOctober: A pact.\n")
    assert document.sections[0].period_text == subtitle.rpartition(", ")[2]
    assert dates(document) == ["2013-12", "2014-05", "2014-10"]


def test_the_months_that_a_sentence_below_a_heading_tells_are_no_period() -> None:
    line = "The strait was shut from March 2009 to April 2011."
    document = read(f"Timeline\n\n{line}\n\nDecember 2013: Talks.\n\nMay 2014: A pact.\n\nJune 2014: Rain.\n")
    assert document.sections[0].period_text is None
    assert dates(document) == ["2013-12", "2014-05", "2014-06"]


def test_a_range_with_text_of_its_own_is_no_period() -> None:
    entries = (
        "3 APRIL–9 MAY 2003\n\nTalks go on.\n\n3 APRIL 2003\n\nA king comes.\n\n"
        "12 JUNE 2003\n\nThey sign.\n\n4 JULY 2003\n\nA feast.\n"
    )
    assert dates(read(f"Chronology\n\n{entries}"))[0] == "2003-04-03/2003-05-09"


def test_the_years_of_an_author_are_no_period() -> None:
    line = "Nora Lind, Envoy to Orr, March 2009 – May 2011"
    document = read(
        f"Chronology, 2004\n\n{line}\n\nMay 3: A minister comes.\n\nMay 5: A king comes.\n\nMay 7: They sign.\n"
    )
    assert dates(document)[0] == "2004-05-03"


def test_a_heading_below_the_way_to_its_page() -> None:
    document = read(
        "Home » Countries » Norland\n\nChronology of Events\n\nrevised on 4 January 2013\n\n"
        "December 2012\n\nOn 3 December, the envoys met.\n\nOn 9 December, they met again.\n\n"
        "May 2011\n\nOn 2-4 May, a mission went to Orr.\n\nApril 2011\n\nOn 1 April, talks began.\n"
    )
    assert dates(document) == ["2012-12-03", "2012-12-09", "2011-05-02/2011-05-04", "2011-04-01"]


def test_a_heading_repeated_on_every_page_opens_no_section() -> None:
    document = read(
        """
        Chronology of the Bay

        May 3, 2004: One.
        \f
        Chronology of the Bay (continued)

        May 5, 2004: Two.
        """
    )
    assert len(document.sections) == 1
    assert rows(document) == [("2004-05-03", "One."), ("2004-05-05", "Two.")]


PROSE = "Nothing of this was foreseen, and those who had to foresee it said so with some pride. " * 7


def _issue(months: str, entries: str) -> str:
    return f"""
        Chronology of Norland-Sudland Relations
        {months}

        {entries}
        """


ISSUES = [
    ("April-June 2003", "April 2, 2003: Norland sends an envoy.\n\n        June 3, 2003: The envoy returns home."),
    (
        "October-December 2003",
        "Oct. 5: The ports are closed.\n\n        Nov. 9: The ports are open again.\n\n        Dec. 1: Talks.",
    ),
    (
        "January-March 2004",
        "Feb. 3: A ferry sinks.\n\n        Feb. 4: Divers arrive.\n\n        March 8: The dead are named.",
    ),
    ("July-September 2004", "July 21, 2004. The queen visits Sudland, and the schools are closed."),
]


def _days(document: Document) -> list[list[str]]:
    return [[entry.date.start.isoformat() for entry in section.entries] for section in document.sections]


def test_issues_of_one_heading_one_after_the_other_have_each_their_period() -> None:
    assert _days(read("".join(_issue(*issue) for issue in ISSUES))) == [
        ["2003-04-02", "2003-06-03"],
        ["2003-10-05", "2003-11-09", "2003-12-01"],
        ["2004-02-03", "2004-02-04", "2004-03-08"],
        ["2004-07-21"],
    ]


def test_issues_of_one_quarter_of_several_years() -> None:
    entries = "Jan. 5: Talks begin.\n\n        March 9: Talks end."
    issues = [_issue(f"January-March {year}", entries) for year in (2001, 2002, 2003)]

    assert _days(read("".join(issues))) == [[f"{year}-01-05", f"{year}-03-09"] for year in (2001, 2002, 2003)]


def test_a_heading_with_the_same_period_on_every_page_opens_no_section() -> None:
    months, entries = ISSUES[1]
    first, last = entries.split("\n\n        Dec. 1")

    document = read(
        _issue(months, first) + _issue(months, f"Dec. 1{last}") + _issue(months, "Dec. 7: The ports are closed.")
    )

    assert len(document.sections) == 1
    assert dates(document) == ["2003-10-05", "2003-11-09", "2003-12-01", "2003-12-07"]


def test_a_second_chronology_far_behind_the_first_whose_heading_is_lost() -> None:
    first = "\n\n".join(f"May {day}, 2006: Envoy {day} arrives in the port." for day in range(1, 8))
    second = "\n\n".join(f"April {day}, 2006: The west raises tariff {day}." for day in range(10, 16))
    article = "\n\n".join(["Nord-West Relations: Loud Waters", *[PROSE] * 14])
    document = read(f"Chronology of Nord-Sund Relations\n\n{first}\n\n{article}\n\n{second}\n\n{PROSE}\n")
    assert [(len(section.entries), section.relation) for section in document.sections] == [(7, "Nord-Sund"), (6, None)]
    assert document.sections[1].entries[-1].text == "The west raises tariff 15."


def test_dates_in_the_prose_behind_a_chronology_make_no_second_one() -> None:
    first = "\n\n".join(f"May {day}, 2006: Envoy {day} arrives in the port." for day in range(1, 8))
    body = "\n\n".join(f"{PROSE}\n\nOn June {day}, 2006, they met. {PROSE}" for day in range(1, 9))
    document = read(f"Chronology of Nord-Sund Relations\n\n{first}\n\n{body}\n")
    assert [len(section.entries) for section in document.sections] == [7]


@pytest.mark.parametrize(
    "link", ["Chronology of the War", "Chronology of the Orr War.", "Timeline of the talks", "Key dates in the Cup."]
)
@pytest.mark.parametrize("address", ["#", "war.html", "/timelines/war"])
@pytest.mark.parametrize("at", [0, 2])
def test_a_link_to_another_chronology_heads_none(link: str, address: str, at: int) -> None:
    days = ["1949 Oct", "1949 Dec", "1950 Feb", "1950 Jun", "1954 Apr-Jul", "1955 Aug"]
    told = [f'<p align="center"><b>&nbsp; {day} &nbsp;</b></p><p>Envoys of the two meet in Orr.</p>' for day in days]
    told[at] += f'<p><a href="{address}">{link}</a></p>'
    document = read_document(f"<html><body><h1>Norland</h1>{''.join(told)}</body></html>".encode(), "a.html")
    assert dates(document) == ["1949-10", "1949-12", "1950-02", "1950-06", "1954-04/1954-07", "1955-08"]


@pytest.mark.parametrize("picture", ["timeline image", "Timeline photo", "Event image", "timeline icon"])
def test_the_name_of_a_picture_below_each_entry_is_no_heading(picture: str) -> None:
    days = ["2023\nNovember 6", "2022\nJuly 11", "2022\nJune 9", "2021\nAugust 5"]
    told = [f"{day}\n\nLeaders meet in Orr for the fifth time.\n\n{picture}" for day in days]
    document = read_document("\n\n".join(["Major events", *told]).encode(), "a.txt")
    assert [entry.text for entry in document.sections[0].entries] == ["Leaders meet in Orr for the fifth time."] * 4
    assert dates(document) == ["2023-11-06", "2022-07-11", "2022-06-09", "2021-08-05"]
