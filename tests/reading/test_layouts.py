"""Every layout in which chronologies are printed, in documents of our own words, beside what is read."""

from textwrap import dedent

import pytest
from entries import dates, rows

from chronicle.errors import NoChronology
from chronicle.model import Document
from chronicle.reading import read_document


def read(text: str, file: str = "issue.txt") -> Document:
    return read_document(dedent(text).lstrip("\n").encode(), file)


def openings(document: Document, section: int = 0) -> list[str]:
    return [e.text.split()[0] for e in document.sections[section].entries]


HOME = """
    Articles

    Norland - Sudland

    May — Aug 2012
    Download Article as PDF

    Slow Thaw on the Strait

    By Ann Author and Ben Writer
    Published September 2012 in Northern Notes · Volume 14, Issue 2 (Ann Author and Ben Writer, “Norland-Sudland Relations: Slow Thaw on the Strait,” Northern Notes, Vol. 14, No. 2, Sept. 2012, pp.11-20.)

    Relations warmed. On May 4, 2012, the ministers spoke twice.

    May 9, 2011 saw the last such call. Figure captions follow.

    Figure 1 The ministers in the capital, May 4, 2012. Photo: Agency

    Chronology of Norland - Sudland Relations

    May — August 2012

    May 4, 2012: Foreign ministers speak by telephone twice.

    May 8-10, 2012: Navies hold a drill.

    On May 9, a second drill was announced for June 3, 2012.

    May 30-June 2, 2012: Trade talks resume. The earlier round of Jan. 3, 2012: no result.

    Nov.8, 2012: A slip of the printer.

    June 23 2012: No comma here.

    July 9, 2012; A semicolon.

    Aug. 3, 2012 No sign at all here.

    Aug 5: The year is missing.

    Aug. 6, 2012 – A dash instead.

    Aug. 31, 2012: Leaders meet in the old port.

    Aug. 32, 2012: A day that is none.
"""  # noqa: E501


def test_home_ground_with_its_slips() -> None:
    document = read(HOME)
    assert rows(document) == [
        ("2012-05-04", "Foreign ministers speak by telephone twice."),
        (
            "2012-05-08/2012-05-10",
            "Navies hold a drill. On May 9, a second drill was announced for June 3, 2012.",
        ),
        ("2012-05-30/2012-06-02", "Trade talks resume. The earlier round of Jan. 3, 2012: no result."),
        ("2012-11-08", "A slip of the printer."),
        ("2012-06-23", "No comma here."),
        ("2012-07-09", "A semicolon."),
        ("2012-08-03", "No sign at all here."),
        ("2012-08-05", "The year is missing."),
        ("2012-08-06", "A dash instead."),
        ("2012-08-31", "Leaders meet in the old port."),
        (None, "A day that is none."),
    ]


def test_home_ground_heading_period_and_flags() -> None:
    section = read(HOME).sections[0]
    assert section.heading == "Chronology of Norland - Sudland Relations"
    assert section.relation == "Norland - Sudland"
    assert section.period_text == "May — August 2012"
    assert [(e.ordinal, e.flags) for e in section.entries if e.flags] == [
        (4, ("date_out_of_period",)),
        (11, ("date_invalid",)),
    ]


def test_offsets_and_lines_point_into_the_text() -> None:
    document = read(HOME)
    lines = document.text.split("\n")
    for entry in document.sections[0].entries:
        assert entry.location.line is not None
        assert lines[entry.location.line - 1].startswith(entry.date.text)
        printed = document.text[entry.location.start : entry.location.end]
        assert printed.startswith(entry.date.text)
        assert printed.endswith(entry.text[-12:])


MARKED = """
    C O N N E C T I O N S

    NORLAND- SUDLAND RELATIONS

    A QUIET SPRING?

    CAROL SCHOLAR, COASTAL UNIVERSITY

    # CHRONOLOGY OF NORLAND-SUDLAND RELATIONS

    ## JANUARY – APRIL 2015

    - **Jan. 4–5, 2015:** Envoys <u>Ann Exam</u>ple and [Bo](#) [Sample](https://example.org/a_(b)) meet for \\$3 talks.
    - **Feb. 2, 2015**: A *Morning Star* report <u>appears</u>.
    - Feb. 3, 2015: Plain one &amp; only.
    * __Feb. 4, 2015__ Bold without a sign.

    March 5, 2015: 400;">Debris of a style.
    : 400;">March 6, 2015: More debris\u00a0here, and Kim\u201fs letter.

    144

    **April 1, 2015:** A sentence that the page
    breaks off in the mid-
    dle, co-
    signed by the Norland-
    Sudland council.
"""


def test_markup_is_removed_and_words_are_whole() -> None:
    document = read(MARKED, "issue.md")
    assert rows(document) == [
        ("2015-01-04/2015-01-05", "Envoys Ann Example and Bo Sample meet for $3 talks."),
        ("2015-02-02", "A Morning Star report appears."),
        ("2015-02-03", "Plain one & only."),
        ("2015-02-04", "Bold without a sign."),
        ("2015-03-05", "Debris of a style."),
        ("2015-03-06", "More debris here, and Kim’s letter."),
        (
            "2015-04-01",
            "A sentence that the page breaks off in the middle, co-signed by the Norland-Sudland council.",
        ),
    ]
    assert [(li.text, li.url) for li in document.sections[0].entries[0].links] == [
        ("Bo", "#"),
        ("Sample", "https://example.org/a_(b)"),
    ]


def test_numbers_of_notes_are_left_out() -> None:
    document = read("Timeline\n\n- 1921 - One.[1]\n- 1976 - Two.[4][5]\n- 1983 - Three [4][5][6] in all.\n", "list.md")
    assert [text for _, text in rows(document)] == ["One.", "Two.", "Three in all."]


RUN_TOGETHER = (
    "Northern Notes A Quarterly E-Journal Norland-Sudland Relations: Cold Water Ann Author Coastal University "
    "The quarter ended badly. On Oct. 3, 2008, talks stopped. Norland-Sudland Relations 63 January 2009 "
    "They may resume. "
    "Chronology of Norland-Sudland Relations October-December 2008 Oct. 3, 2008: Talks stop in the capital. "
    "Oct. 5-6, 2008: Envoys of the Norland-Sudland Relations 64 January 2009 bay states meet. They cite the accord of "
    "Sept. 1, 2007. Nov. 2, 2008: A “new” start is announced.” Nov. 9 2008: Ships leave on Nov. 11, 2008 for a drill. "
    "Norland–Sudland Relations 65 January 2009 Dec. 30, 2008-Jan. 2, 2009: Leaders trade letters."
)


def test_one_paragraph_parted_only_by_dates() -> None:
    document = read(RUN_TOGETHER)
    assert rows(document) == [
        ("2008-10-03", "Talks stop in the capital."),
        ("2008-10-05/2008-10-06", "Envoys of the bay states meet. They cite the accord of Sept. 1, 2007."),
        ("2008-11-02", "A “new” start is announced.”"),
        ("2008-11-09", "Ships leave on Nov. 11, 2008 for a drill."),
        ("2008-12-30/2009-01-02", "Leaders trade letters."),
    ]
    assert document.sections[0].relation == "Norland-Sudland"
    assert document.sections[0].period_text == "October-December 2008"


def test_one_paragraph_without_its_heading() -> None:
    text = RUN_TOGETHER.replace("Chronology of Norland-Sudland Relations October-December 2008 ", "")
    assert dates(read(text))[1:] == [
        "2008-10-05/2008-10-06",
        "2008-11-02",
        "2008-11-09",
        "2008-12-30/2009-01-02",
    ]


def test_footers_of_the_newer_kind_leave_a_sentence_whole() -> None:
    document = read(
        """
        CHRONOLOGY OF NORLAND-SUDLAND RELATIONS

        SEPTEMBER – DECEMBER 2019

        Sept. 5, 2019: The prime minister of Norland

        NORLAND-SUDLAND RELATIONS | JANUARY 2020 144

        visits the bay.
        Sept. 6, 2019: Officials of NORLAND – SUDLAND RELATIONS | JANUARY 2020 145 the bay reply.
        Sept. 7, 2019: Nothing happens.
        """
    )
    assert [e.text for e in document.sections[0].entries] == [
        "The prime minister of Norland visits the bay.",
        "Officials of the bay reply.",
        "Nothing happens.",
    ]


def test_newest_first_listing() -> None:
    document = read(
        """
        Chronologies

        Norland - Sudland

        Chronology from Jan 2011 to Apr 2011

        April 2, 2011: The last thing.

        March 3, 2011: The middle thing.

        Jan. 1, 2011: The first thing.
        """
    )
    section = document.sections[0]
    assert section.relation == "Norland - Sudland"
    assert section.period_text == "Jan 2011 to Apr 2011"
    assert dates(document) == ["2011-04-02", "2011-03-03", "2011-01-01"]
    assert [e.ordinal for e in section.entries] == [1, 2, 3]


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


def test_wire_service_with_the_year_carried_over_and_turning() -> None:
    document = read(
        """
        NAIROBI, 17 January (WIRE) - Here is a chronology of the bay crisis since 2001:

        Nov. 4, 2001 — Rebels take the port.
        Dec. 28 — 12 people die in a raid.
        Jan. 4 - Army retakes the port.
        Jan. 6 -- Talks open.
        Feb. 1 — Truce.
        """
    )
    assert rows(document) == [
        ("2001-11-04", "Rebels take the port."),
        ("2001-12-28", "12 people die in a raid."),
        ("2002-01-04", "Army retakes the port."),
        ("2002-01-06", "Talks open."),
        ("2002-02-01", "Truce."),
    ]


def test_year_only_in_the_sentence_before_the_list() -> None:
    document = read(
        """
        A look at notable events in 1998, a chronology

        JANUARY

        • Jan. 2 - A currency is changed.
        • Jan. 3 - A dam is begun.

        FEBRUARY

        • Feb. 4 - A minister resigns.
        • Feb. 20 - A deal is struck.
        """
    )
    assert dates(document) == ["1998-01-02", "1998-01-03", "1998-02-04", "1998-02-20"]


def test_background_dates_mixed_with_full_dates() -> None:
    document = read(
        """
        Timeline of the bay

        1873: The first treaty is signed.
        1910-12: Two wars.
        1947/48: A winter of hunger.
        1970's: Trade grows.
        Around 1985: First secret talks.
        June 1994: Leaders meet.
        Late 2001: Talks stall.
        Early October 2002: They resume.
        mid-June 2003: They fail again.
        11 May 2004: They resume again.
        Summer 2005: A truce.
        """
    )
    assert dates(document) == [
        "1873",
        "1910/1912",
        "1947/1948",
        "1970/1979",
        "1985~",
        "1994-06",
        "2001-09-01~/2001-12-31~",
        "2002-10-01~/2002-10-10~",
        "2003-06-11~/2003-06-20~",
        "2004-05-11",
        "2005-06-01/2005-08-31",
    ]


def test_day_first() -> None:
    document = read(
        """
        CHRONOLOGY

        11 May 1998: Three tests.
        13 MAY, 1998: Two more.
        28-30 May 1998 - Another state tests.
        30 May-2 June 1998: Reactions.
        01 Jan 2014: Lists exchanged.
        """
    )
    assert dates(document) == [
        "1998-05-11",
        "1998-05-13",
        "1998-05-28/1998-05-30",
        "1998-05-30/1998-06-02",
        "2014-01-01",
    ]


def test_date_parted_from_the_text_by_a_blank_or_a_tab() -> None:
    document = read(
        """
        Chronology of the talks

        26 March 2010 Council debates the report of
        3 March and asks for more.
        28 March 2010\tThe report is sent.
        2 April 2010 Members vote on it.
        4 April 2010 The vote is void.
        """
    )
    assert rows(document)[0] == ("2010-03-26", "Council debates the report of 3 March and asks for more.")
    assert dates(document) == ["2010-03-26", "2010-03-28", "2010-04-02", "2010-04-04"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["10/25/02", "11/03/02", "12/01/02"], ["2002-10-25", "2002-11-03", "2002-12-01"]),
        (["25/10/2002", "03/11/2002", "01/12/2002"], ["2002-10-25", "2002-11-03", "2002-12-01"]),
        (["06.06.2014", "16-17.10.2014", "11.2016"], ["2014-06-06", "2014-10-16/2014-10-17", "2016-11"]),
        (["2014-09-01", "2014-09-11", "2014-10-02"], ["2014-09-01", "2014-09-11", "2014-10-02"]),
    ],
)
def test_numeric_dates_in_the_order_of_the_document(printed: list[str], expected: list[str]) -> None:
    lines = "\n".join(f"{p} -- Something of note happens." for p in printed)
    document = read(f"Chronology of events\n\n{lines}\n")
    assert dates(document) == expected
    assert all(not e.flags for e in document.sections[0].entries)


def test_numeric_dates_whose_order_nothing_tells_are_flagged() -> None:
    document = read("Chronology\n\n03/04/2002: One thing.\n05/06/2002: Another.\n07/08/2002: A third.\n")
    assert dates(document) == ["2002-03-04", "2002-05-06", "2002-07-08"]
    assert {e.flags for e in document.sections[0].entries} == {("date_order_unknown",)}


def test_year_and_month_headings_over_bare_days() -> None:
    document = read(
        """
        Chronology of the year

        2006

        November

        5: A bare day.
        18-19: Two bare days.

        December

        5-6: Two more.

        2007

        January

        3: The new year.
        """
    )
    assert dates(document) == ["2006-11-05", "2006-11-18/2006-11-19", "2006-12-05/2006-12-06", "2007-01-03"]


def test_date_on_its_own_line_with_several_paragraphs() -> None:
    document = read(
        """
        # Timeline of 1999

        ## March 14

        A quake strikes the islands.

        A minister resigns.

        ## March 22

        - Awards are given.

        ## April 1

        The bridge opens.
        """,
        "year.md",
    )
    assert rows(document) == [
        ("1999-03-14", "A quake strikes the islands. A minister resigns."),
        ("1999-03-22", "Awards are given."),
        ("1999-04-01", "The bridge opens."),
    ]


def test_table_with_a_date_column() -> None:
    document = read(
        """
        ## Chronology of the talks

        | Date | Event |
        |------|-------|
        | Sept. 5, 2010 | Envoys meet in the port. |
        | **7 Sept 2010** | They [sign](https://example.org) a paper. |
        | 2010-09-09 | The paper is published. |

        | Year | Trade | Share |
        |---|---|---|
        | 2008 | 45.3 | 11 |
        | 2009 | 48.1 | 12 |
        """,
        "talks.md",
    )
    assert rows(document) == [
        ("2010-09-05", "Envoys meet in the port."),
        ("2010-09-07", "They sign a paper."),
        ("2010-09-09", "The paper is published."),
    ]


def test_ordinals_bullets_and_a_second_sign() -> None:
    document = read(
        """
        Key events

        1. Sept. 3, 2021: Talks: a first round.
        2. Sept. 5, 2021 - Talks - a second round.
        - Sept. 7, 2021 - A third round.
        (4) Sept. 9, 2021: A fourth round.
        5. May 2022: A fifth.
        -- May 9, 2022: A sixth.
        """
    )
    assert rows(document) == [
        ("2021-09-03", "Talks: a first round."),
        ("2021-09-05", "Talks - a second round."),
        ("2021-09-07", "A third round."),
        ("2021-09-09", "A fourth round."),
        ("2022-05", "A fifth."),
        ("2022-05-09", "A sixth."),
    ]


def test_what_stands_before_and_after_is_no_entry() -> None:
    document = read(
        """
        Contents

        Overview ........ 1
        Chronology of the Bay ........ 12
        Notes ........ 15

        1998  45.3  11.2
        1999  48.0  12.9

        Chronology of the Bay

        May 3, 2004: Talks begin.
        May 5, 2004: Talks end.
        May 9, 2004: Talks begin again.

        Compiled by Ann Author, 12 June 2004

        Further reading

        May 9, 2004: “A Title,” Some Paper, p. 4
        June 3, 2004: “Another Title,” Some Paper, p. 9
        """
    )
    assert rows(document) == [
        ("2004-05-03", "Talks begin."),
        ("2004-05-05", "Talks end."),
        ("2004-05-09", "Talks begin again."),
    ]


def test_running_heads_page_numbers_and_hyphenation() -> None:
    pages = []
    for number, (day, text) in enumerate(
        [(3, "Envoys be-\ngin talks that go on and"), (5, "A paper is"), (9, "The end of the mat-\nter.")], 7
    ):
        pages.append(f"Bay Report 10/25/02\n\nMay {day}, 2002: {text}\n\n{number}\n\f")
    document = read("Chronology of the Bay\n\n" + "".join(pages).replace("\fBay", "\fBay"))
    assert rows(document) == [
        ("2002-05-03", "Envoys begin talks that go on and"),
        ("2002-05-05", "A paper is"),
        ("2002-05-09", "The end of the matter."),
    ]
    assert [e.location.page for e in document.sections[0].entries] == [1, 2, 3]


def test_second_entry_stuck_in_a_paragraph() -> None:
    document = read(
        """
        Chronology of Norland-Sudland Relations

        May 3, 2004: Talks begin. They cite May 1, 2003. May 5, 2004: Talks end.

        May 9, 2004: Talks begin again.
        """
    )
    assert rows(document)[:2] == [
        ("2004-05-03", "Talks begin. They cite May 1, 2003."),
        ("2004-05-05", "Talks end."),
    ]


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
    ],
)
def test_headings_of_lists_of_visits(heading: str) -> None:
    document = read(f"{heading}\n\nMay 3, 2004: A minister comes to Orr.\n\nMay 5, 2006: A king comes to Lind.\n")
    assert dates(document) == ["2004-05-03", "2006-05-05"]
    assert document.sections[0].heading == heading


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


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("[edit | edit source]", "One."),
        ("[edited by the owner]", "One.[edited by the owner]"),
    ],
)
def test_the_way_to_the_source_of_a_page_is_left_out(note: str, text: str) -> None:
    document = read(f"Timeline\n\n- 1921 - One.{note}\n- 1976 - Two.\n- 1983 - Three.\n", "list.txt")
    assert rows(document)[0] == ("1921", text)


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


def test_words_of_headings_and_of_pages_within_sentences_end_nothing() -> None:
    told = "who had paid several\nofficial visits to Lind before, promises aid for the\nnext 5 years."
    document = read(
        f"Chronology\n\nMay 3, 2004: A minister, {told}\n\nMay 5, 2004: A king comes.\n\nMay 7, 2004: They sign.\n"
    )
    assert dates(document) == ["2004-05-03", "2004-05-05", "2004-05-07"]
    assert document.sections[0].entries[0].text.endswith("aid for the next 5 years.")


def test_entries_in_capitals_that_end_in_a_number_are_no_heads_of_pages() -> None:
    document = read(
        "Chronology\n\nMAY 2004 ENVOYS MEET IN ROOM 12\n\nJUNE 2004 ENVOYS SIGN IN ROOM 14\n\nJULY 2004 A KING COMES\n"
    )
    assert dates(document) == ["2004-05", "2004-06", "2004-07"]


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
