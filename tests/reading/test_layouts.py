"""Whole issues and lists as their publishers print them, in documents of our own words, beside what is read."""

import pytest
from entries import dates, read, read_text, rows

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


def test_a_wire_report_with_its_dateline_and_introduction() -> None:
    document = read(
        """
        CHRONOLOGY-Key events in the bay conflict

        June 29 (Wire) - The premier escaped unhurt on Friday, witnesses said.

        He took office after a deal in 2002.

        Here is a chronology since the war.

        Sept. 19, 2002 - Soldiers attack the city.

        Jan. 25, 2003 - A premier is named.

        May 3 - All sides sign. Troops reach the line on May 24.

        Nov. 4-6 - Planes bomb the north.

        Feb. 2 - Talks open.

        (Reporting by the bay bureau)
        """
    )
    assert dates(document) == [
        "2002-09-19",
        "2003-01-25",
        "2003-05-03",
        "2003-11-04/2003-11-06",
        "2004-02-02",
    ]


def test_several_paragraphs_and_a_second_date_at_their_head() -> None:
    document = read(
        """
        Chronology of Norland-Sudland Relations

        June 20, 2010: Leaders meet.

        On June 22, they met again.

        June 24 was a day of rest for all.

        June 25, 2010: They part.

        On June 26, a note was sent.
        """
    )
    assert rows(document) == [
        ("2010-06-20", "Leaders meet. On June 22, they met again. June 24 was a day of rest for all."),
        ("2010-06-25", "They part. On June 26, a note was sent."),
    ]


def test_hard_wrapped_lines_with_dates_at_their_head() -> None:
    document = read(
        """
        Chronology of the Bay

        May 3, 2004: Ministers recall the accord signed on
        May 1, 2003 and the note of
        June 5, 2003: both are void.
        May 9, 2004: They part, to meet again on
        July 1 - or never.
        """
    )
    assert dates(document) == ["2004-05-03", "2004-05-09"]


def test_dates_that_follow_each_other_on_lines_of_their_own() -> None:
    document = read(
        """
        Chronology of the Bay

        3 May 2004

        Ministers meet in the port. They sign.

        5-6 May 2004
        A drill off the cape.

        9 May 2004

        * They part.
        * Ships leave.
        """
    )
    assert rows(document) == [
        ("2004-05-03", "Ministers meet in the port. They sign."),
        ("2004-05-05/2004-05-06", "A drill off the cape."),
        ("2004-05-09", "They part."),
        ("2004-05-09", "Ships leave."),
    ]


def test_signs_of_converters_and_printers() -> None:
    document = read(
        """
        Chronology of Norland-Sudland Relations

        63 May 3, 2004: The 5$^{th}$ round of a 2<sup>nd</sup> series.<sup>12</sup>

        | **May 5, 2004:** | Envoys meet. | Port |

        May, 7, 2004: A comma for a stop.

        Sept.. 9, 2004: Two stops.

        Sept. 28, Oct. 1, 2004: Two days of two months.

        5. Oct. 2004: A day with its stop.

        <b>Oct. 7, 2004</b>: Bold by a tag; a <a href="https://example.org/x">li</a>nk.
        """
    )
    assert rows(document) == [
        ("2004-05-03", "The 5th round of a 2nd series."),
        ("2004-05-05", "Envoys meet. | Port"),
        ("2004-05-07", "A comma for a stop."),
        ("2004-09-09", "Two stops."),
        ("2004-09-28/2004-10-01", "Two days of two months."),
        ("2004-10-05", "A day with its stop."),
        ("2004-10-07", "Bold by a tag; a link."),
    ]
    assert document.sections[0].entries[-1].links[0].url == "https://example.org/x"


def test_a_first_entry_behind_the_dateline_of_its_report() -> None:
    text = """Norland: chronology of events in 2002

LIND, 22 January (Wire) - 11 January - The agency warns that its food runs out in March.

22 February - The leader of the rebels is shot dead in the east.

13 March - The government orders its forces to stop.

30 March - Generals of both armies put their names to a truce.
"""
    assert dates(read_text(text)) == ["2002-01-11", "2002-02-22", "2002-03-13", "2002-03-30"]


@pytest.mark.parametrize("letters", ["A.|B.|C.|D.|E.", "a)|b)|c)|d)|e)", "(i)|(ii)|(iii)|(iv)|(v)", "V.|W.|X.|Y.|Z."])
def test_letters_that_count_the_entries(letters: str) -> None:
    entries = [
        "July 1983: Thirteen die near Orr. Many flee.",
        "1985: Talks at Lind fail.",
        "29 July 1987: An accord is signed.",
        "Mid-April 1995 – Divers sink two boats.",
        "17-20 January 1996 – The two meet.",
    ]
    counted = (f"{letter} {entry}" for letter, entry in zip(letters.split("|"), entries, strict=True))
    assert rows(read_text("Timeline\n\n" + "\n\n".join(counted) + "\n")) == [
        ("1983-07", "Thirteen die near Orr. Many flee."),
        ("1985", "Talks at Lind fail."),
        ("1987-07-29", "An accord is signed."),
        ("1995-04-11~/1995-04-20~", "Divers sink two boats."),
        ("1996-01-17/1996-01-20", "The two meet."),
    ]


def test_letters_before_months_under_their_year() -> None:
    text = "Timeline\n\n1994\n\na) March: Talks open.\n\nb) 3rd May: They end.\n\nc) July – A pact is signed.\n"
    assert rows(read_text(text)) == [
        ("1994-03", "Talks open."), ("1994-05-03", "They end."), ("1994-07", "A pact is signed."),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["A. May says no.", "J. May and 2 others sign.", "T. August is freed."])
def test_an_initial_before_a_name_that_is_a_month_counts_nothing(name: str) -> None:
    text = f"Timeline\n\n3 May 2001: Talks open.\n\n{name}\n\n5 May 2001: They end.\n\n9 May 2001: A pact is signed.\n"
    assert next(words for _, words in rows(read_text(text))) == f"Talks open. {name}"
