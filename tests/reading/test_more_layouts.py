"""Layouts of other publishers, and the awkward corners of those at home."""

from collections.abc import Callable
from contextlib import suppress
from textwrap import dedent

import pytest
from entries import dates, rows
from growth import in_step

from chronicle.errors import NoChronology
from chronicle.model import Document
from chronicle.reading import read_document


def read(text: str, file: str = "list.txt") -> Document:
    return read_document(dedent(text).lstrip("\n").encode(), file)


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


def test_years_as_headings_over_months_and_days() -> None:
    document = read(
        """
        BAYTOWN (Wire) Oct 08, 2003
        The bay state fired a missile on Wednesday.

        Here is a chronology of the missile race.

        1998

        April: The first launch.

        May: Both sides test.

        1999

        February 20 and 21: A premier visits.

        May 9 to July 12: Fighting in the hills.

        2000:

        February 7: A short-range test.
        """
    )
    assert dates(document) == [
        "1998-04",
        "1998-05",
        "1999-02-20/1999-02-21",
        "1999-05-09/1999-07-12",
        "2000-02-07",
    ]


def test_years_alone_with_a_slip() -> None:
    document = read(
        """
        A chronology of key events:

        1768 - A ruler takes the valley.
        1814-16 - War.
        1923 - A treaty.
        1950 - Exiles form an alliance.
        1951 - The old rule ends.
        1953 Climbers reach the top.
        1955 - The state joins the world body.
        """
    )
    assert dates(document) == ["1768", "1814/1816", "1923", "1950", "1951", "1953", "1955"]


def test_year_before_the_month_with_sources_in_brackets() -> None:
    document = read(
        """
        Timeline 1998

        1998        Apr 1, A judge drops a case. The parties settle.
            (SFC, 4/2/98, p.A1)(AP, 4/1/08)
        1998        Apr 1-2, A president visits the coast.
            (WSJ, 4/3/98, p.A12)

        1998        May 25, A treaty is signed.
        """
    )
    assert dates(document) == ["1998-04-01", "1998-04-01/1998-04-02", "1998-05-25"]
    assert document.sections[0].entries[0].text.startswith("A judge drops a case. The parties settle. (SFC,")


def test_newest_first_with_the_year_carried_over() -> None:
    document = read(
        """
        Timeline of the bay

        2010

        March 3: The last thing.
        January 9: A thing before.

        2009

        December 30: An older thing.
        May 5: The oldest thing.
        """
    )
    assert dates(document) == ["2010-03-03", "2010-01-09", "2009-12-30", "2009-05-05"]


def test_newest_first_turning_back_without_a_printed_year() -> None:
    document = read(
        """
        Chronology

        Feb. 3, 2010 — Newest.
        Jan. 9 — Older.
        Dec. 30 — Older still.
        Nov. 5 — Oldest.
        """
    )
    assert dates(document) == ["2010-02-03", "2010-01-09", "2009-12-30", "2009-11-05"]


def test_a_slip_of_order_is_no_turn_of_the_year() -> None:
    document = read(
        """
        Chronology

        Oct. 5, 2010: One.
        Nov. 3: Two.
        Oct. 8: Out of order.
        Nov. 9: Three.
        Dec. 1: Four.
        """
    )
    assert dates(document) == ["2010-10-05", "2010-11-03", "2010-10-08", "2010-11-09", "2010-12-01"]


def test_a_period_over_two_years_gives_both() -> None:
    document = read(
        """
        Chronology of Norland-Sudland Relations
        December 2021 – February 2022

        Dec. 5: One.
        Dec. 28-Jan. 2: Two.
        Jan. 9: Three.
        Feb. 1: Four.
        """
    )
    assert dates(document) == ["2021-12-05", "2021-12-28/2022-01-02", "2022-01-09", "2022-02-01"]


def test_the_year_of_issue_serves_where_no_other_is_printed() -> None:
    document = read(
        """
        Norland - Sudland

        A Cold Start

        By Ann Author
        Published May 2016 in Northern Notes · Volume 18, Issue 1

        Chronology of Norland - Sudland Relations

        Jan. 4: One.
        Jan. 9: Two.
        April 1: Three.
        """
    )
    assert dates(document) == ["2016-01-04", "2016-01-09", "2016-04-01"]


def test_the_year_of_issue_in_january_is_the_year_before() -> None:
    document = read(
        """
        Norland - Sudland

        By Ann Author
        Published January 2016 in Northern Notes · Volume 17, Issue 3

        Chronology of Norland - Sudland Relations

        Sept. 4: One.
        Oct. 9: Two.
        Dec. 1: Three.
        """
    )
    assert dates(document) == ["2015-09-04", "2015-10-09", "2015-12-01"]


def test_no_year_anywhere_is_flagged_and_not_invented() -> None:
    document = read("Chronology\n\nMay 3: One.\n\nMay 5: Two.\n\nMay 9: Three.\n")
    assert dates(document) == [None, None, None]
    assert {e.flags for e in document.sections[0].entries} == {("date_year_unknown",)}


def test_run_together_wire_list() -> None:
    document = read(
        "Chronology of the bay crisis\n\n"
        "Nov. 4, 2001 — Rebels take the port. Dec. 28 — Twelve people die on Dec. 27. Jan. 4 — Army retakes it. "
        "Feb. 1-3 — Truce.\n"
    )
    assert dates(document) == ["2001-11-04", "2001-12-28", "2002-01-04", "2002-02-01/2002-02-03"]


def test_run_together_without_the_blank_before_a_date() -> None:
    document = read(
        "Chronology of the bay crisis\n\n"
        "Nov. 4, 2001 -- Rebels take the port.Dec. 28 -- Twelve people die.Jan. 4 -- Is the army back?"
        "Feb. 1-3 -- Truce.\n"
    )
    assert rows(document) == [
        ("2001-11-04", "Rebels take the port."),
        ("2001-12-28", "Twelve people die."),
        ("2002-01-04", "Is the army back?"),
        ("2002-02-01/2002-02-03", "Truce."),
    ]


def test_years_over_dates_with_two_dashes_before_them() -> None:
    document = read("Chronology\n\n2003\n\n-- March: Talks.\n\n-- April 5: A pact.\n\n2004\n\n-- May 6-7: A visit.\n")
    assert rows(document) == [("2003-03", "Talks."), ("2003-04-05", "A pact."), ("2004-05-06/2004-05-07", "A visit.")]


def test_a_month_within_a_sentence_heads_no_entry_under_its_year() -> None:
    document = read(
        "Timeline\n\n## 2016\n\nIn July a pact on herring is signed. In May it fails.\n\n"
        "## 2017\n\nThe envoys meet in Orr.\n\n## 2018\n\nBy June, the strait is open.\n\n## 2019\n\nTalks end.\n"
    )
    assert rows(document) == [
        ("2016", "In July a pact on herring is signed. In May it fails."),
        ("2017", "The envoys meet in Orr."),
        ("2018", "By June, the strait is open."),
        ("2019", "Talks end."),
    ]


def test_bold_days_of_one_figure_under_their_month() -> None:
    days = ["**5** Envoys meet in Orr;", "**11** They sign a pact;"]
    lines = ["Chronologies: 1997", "**January**", *days, "**February**", *days]
    assert dates(read("\n\n".join(lines) + "\n")) == ["1997-01-05", "1997-01-11", "1997-02-05", "1997-02-11"]


def test_a_heading_below_the_way_to_its_page() -> None:
    document = read(
        "Home » Countries » Norland\n\nChronology of Events\n\nrevised on 4 January 2013\n\n"
        "December 2012\n\nOn 3 December, the envoys met.\n\nOn 9 December, they met again.\n\n"
        "May 2011\n\nOn 2-4 May, a mission went to Orr.\n\nApril 2011\n\nOn 1 April, talks began.\n"
    )
    assert dates(document) == ["2012-12-03", "2012-12-09", "2011-05-02/2011-05-04", "2011-04-01"]


@pytest.mark.parametrize(
    "below",
    [
        "All rights reserved. © 2008 Coast Press. Parts of this page are protected.",
        "[ENDS]",
        "-ENDS-",
        "2 comments:",
        "FOR ADDITIONAL READING",
        "Publication information: Article title: Norland. Publication date: Summer 1999.",
        "This article was written with help from the office of the historian.",
    ],
)
def test_what_ends_a_list(below: str) -> None:
    lines = ["Chronology", "3 May 2004: Talks.", "4 June 2004: A pact.\n\nIt is sealed.", "9 July 2004: A visit."]
    document = read("\n\n".join([*lines, below, "Words of others, not of ours."]) + "\n")
    assert [text for _, text in rows(document)] == ["Talks.", "A pact. It is sealed.", "A visit."]


@pytest.mark.parametrize("between", ["Advertisement", "Story continues below", "Article continues after advertisement"])
def test_announcements_of_advertisements_are_left_out(between: str) -> None:
    document = read(f"Chronology\n\n3 May 2004: Talks.\n\n{between}\n\nThey fail.\n\n4 June 2004: A pact.\n")
    assert rows(document) == [("2004-05-03", "Talks. They fail."), ("2004-06-04", "A pact.")]


def test_run_together_with_slips() -> None:
    document = read(
        "Chronology of Norland-Sudland Relations May-August 2007 May 3, 2007: One thing happens. May 5, 2007: Two "
        "things happen May 9, 2007: Three. They cite the accord of June 1, 2006: it says much. May 12, 2007 Four. "
        "May 15, 2007; Five. Aug. 9: Six. Aug. 10-12, 2007: Seven.\n"
    )
    assert dates(document) == [
        "2007-05-03",
        "2007-05-05",
        "2007-05-09",
        "2007-05-12",
        "2007-05-15",
        "2007-08-09",
        "2007-08-10/2007-08-12",
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


def test_sources_under_each_entry_do_not_end_the_list() -> None:
    document = read(
        """
        Chronology

        May 3, 2004: One.
        Source: The Morning Star

        May 5, 2004: Two.
        Source: The Evening Star

        May 9, 2004: Three.

        Sources

        The Morning Star, May 3, 2004: “A Title”
        """
    )
    assert dates(document) == ["2004-05-03", "2004-05-05", "2004-05-09"]
    assert document.sections[0].entries[-1].text == "Three."


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


def test_misspelt_months() -> None:
    document = read("Chronology\n\nFebuary 3, 2004: One.\n\nSetpember 5, 2004: Two.\n\nNovemeber 9-10, 2004: Three.\n")
    assert dates(document) == ["2004-02-03", "2004-09-05", "2004-11-09/2004-11-10"]


def test_time_grows_with_the_length_and_no_faster() -> None:
    def cost(entries: int) -> None:
        lines = [f"Jan. {n % 28 + 1}, {1900 + n % 120}: Words [and](#) **more** words go here." for n in range(entries)]
        text = "Chronology of the Bay\n\n" + "\n\n".join(lines)
        assert len(read_document(text.encode(), "a.txt").sections[0].entries) == entries

    assert in_step(cost, 400, 4_000)


WORDS = "Words go here and there in the text."
GROWING = {
    "lists far apart": lambda n: f"{n % 28 + 1} May {1500 + n % 500}: {WORDS}" + f"\n\n{WORDS}" * (7 * (n % 5 == 4)),
    "bullets below": lambda n: f"{n % 28 + 1} May {1500 + n // 30}: {WORDS}\n\n• {WORDS}\n• {WORDS}",
    "days below months": lambda n: f"## May\n\n{n % 20 + 1}. Orr. {WORDS}",
    "links below": lambda n: f"{n % 28 + 1} May {1500 + n // 30}: {WORDS}\n\nRead more",
    "days of a year": lambda n: f"{1500 + n % 500} 3 May: {WORDS} 4 June: {WORDS}",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_pieces_and_no_faster(piece: Callable[[int], str]) -> None:
    def cost(pieces: int) -> None:
        with suppress(NoChronology):
            read_document("\n\n".join(map(piece, range(pieces))).encode(), "a.md")

    assert in_step(cost, 100, 1_000)


def test_one_line_of_very_many_years_between_dashes() -> None:
    def cost(years: int) -> None:
        read_document(
            " ".join(f"{WORDS} – {1500 + n // 40} – May {n % 28 + 1}: {WORDS}" for n in range(years)).encode(), "a.txt"
        )

    assert in_step(cost, 100, 1_000)


def test_one_paragraph_of_very_many_dates() -> None:
    def read_dates(count: int) -> None:
        entries = (f"Jan. {n % 28 + 1}, 2004: Words go here." for n in range(count))
        text = "Chronology of the Bay Relations " + " ".join(entries)
        assert len(read_document(text.encode(), "a.txt").sections[0].entries) == count

    assert in_step(read_dates, 500, 5_000)


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


PROSE = "Nothing of this was foreseen, and those who had to foresee it said so with some pride. " * 7


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


COPYRIGHT = (
    "Copyright 2004 the Coast Press and its partners on both shores of the strait, the council of the port of Orr, "
    "the harbour works of Lind and nobody else"
)
TOLD = ["Chronology", "3 May 2004: Talks.\n\nThey fail.", "4 June 2004: A pact.\n\nIt is sealed."]


@pytest.mark.parametrize(
    "below",
    [
        COPYRIGHT,
        "Views: 1204",
        "Count views: 17",
        "« Newer 1 2 3 4 Older »",
        "Previous 1 2 3 ...",
        "Next 2 3 4",
    ],
)
def test_what_a_site_prints_below_a_list(below: str) -> None:
    document = read("\n\n".join([*TOLD, "9 July 2004: A visit.", below, "10 July 2004: A poll at home."]) + "\n")
    assert [text for _, text in rows(document)] == ["Talks. They fail.", "A pact. It is sealed.", "A visit."]


@pytest.mark.parametrize("below", ["Updated: 4 August 2004.", "UPDATED : 4 August 2004 by the wire's staff."])
def test_when_a_list_was_updated_ends_it(below: str) -> None:
    document = read("\n\n".join([*TOLD, "9 July 2004: A visit.", below]) + "\n")
    assert rows(document)[-1] == ("2004-07-09", "A visit.")


@pytest.mark.parametrize(
    "line", ["Views: 12 in all are heard.", "The next 2 ships sail.", "Updated: the lists of ships."]
)
def test_words_like_those_below_a_list_within_an_entry(line: str) -> None:
    document = read("\n\n".join([*TOLD, f"9 July 2004: A visit.\n\n{line}", "10 July 2004: A poll."]) + "\n")
    assert rows(document)[2:] == [("2004-07-09", f"A visit. {line}"), ("2004-07-10", "A poll.")]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("...", "…", " ..."), (" …", " …", "..."), (", —", ", --", ", –"), (". –", ". -", ". —")],
)
def test_points_behind_a_date_and_a_dash_behind_a_sign(first: str, second: str, third: str) -> None:
    document = read(
        f"Chronology\n\n3 May 2004{first} Talks.\n\n9 June 2004{second} Rain.\n\nJuly 2005{third} A pact.\n"
    )
    assert rows(document) == [("2004-05-03", "Talks."), ("2004-06-09", "Rain."), ("2005-07", "A pact.")]


def test_points_that_words_follow_at_once_are_no_sign() -> None:
    document = read("Chronology\n\n3 May 2004: Talks.\n\n9 June 2004...that was it.\n\n1 July 2004: A pact.\n")
    assert dates(document) == ["2004-05-03", "2004-07-01"]


COLUMN = ["Norland widens its waters.", "A treaty ends the quarrel.", "They are widened again.", "The trawlers leave."]


def test_years_in_a_column() -> None:
    lines = [f"{year}        {text}" for year, text in zip((1958, 1961, 1972, 1976), COLUMN, strict=True)]
    document = read("\n\n".join(["The strait", *lines]) + "\n")
    assert rows(document) == list(zip(("1958", "1961", "1972", "1976"), COLUMN, strict=True))


def test_years_before_few_blanks_are_no_column() -> None:
    lines = [f"{year}  {text}" for year, text in zip((1958, 1961, 1972, 1976), COLUMN, strict=True)]
    with pytest.raises(NoChronology):
        read("\n\n".join(["The strait", *lines]) + "\n")


def test_months_between_two_dashes() -> None:
    document = read(
        """
        Chronology

        2004

        -May - Talks open in Orr.
        -June - They fail.
        -August - They begin anew.

        2005

        -March - A pact is signed.
        """
    )
    assert rows(document) == [
        ("2004-05", "Talks open in Orr."),
        ("2004-06", "They fail."),
        ("2004-08", "They begin anew."),
        ("2005-03", "A pact is signed."),
    ]


def test_a_dash_right_before_a_month_in_a_sentence_is_none() -> None:
    document = read("Timeline\n\n1994 - Talks open\n-March saw two rounds of them.\n\n1995 - Rain.\n\n1996 - A pact.\n")
    assert rows(document)[0] == ("1994", "Talks open -March saw two rounds of them.")


def test_decades_over_their_years() -> None:
    document = read(
        """
        Timeline

        1960s

        1961
        The pact is signed in Orr.

        1964
        It is renewed.

        1970s

        1972
        The pact is broken.
        """
    )
    assert rows(document) == [
        ("1961", "The pact is signed in Orr."),
        ("1964", "It is renewed."),
        ("1972", "The pact is broken."),
    ]


def test_decades_over_text_are_entries() -> None:
    document = read("Timeline\n\n1960s\nHerring are many.\n\n1970s\nThey are few.\n\n1980s\nNone is left.\n")
    assert dates(document) == ["1960/1969", "1970/1979", "1980/1989"]


def test_years_newest_first_over_days_oldest_first() -> None:
    document = read(
        """
        Chronology of the strait

        2005

        March 3: Ships sail.
        Nov. 9: They return.

        2004

        Feb. 2: Talks open.
        Dec. 8: They end.

        2003

        Jan. 7: Envoys meet.
        Oct. 4: They part.
        """
    )
    assert dates(document) == ["2005-03-03", "2005-11-09", "2004-02-02", "2004-12-08", "2003-01-07", "2003-10-04"]


def test_years_oldest_first_turn_under_a_year_too() -> None:
    document = read(
        """
        Chronology of the strait

        2003

        Jan. 7: Envoys meet.
        Oct. 4: They part.
        Feb. 2: Talks open.

        2005

        March 3: Ships sail.

        2006

        Nov. 9: They return.
        """
    )
    assert dates(document) == ["2003-01-07", "2003-10-04", "2004-02-02", "2005-03-03", "2006-11-09"]


@pytest.mark.parametrize("title", ["Prime Minister Ada Osk (1977–81)", "Ada Osk (1977-1981)", "The Strait (1977)"])
def test_years_in_brackets_behind_a_title_between_entries(title: str) -> None:
    assert second_text(title) == "They fail."


def test_a_word_in_brackets_behind_a_name_is_no_title() -> None:
    assert second_text("Ada Osk (Norland)") == "They fail. Ada Osk (Norland)"


def second_text(title: str) -> str:
    entries = ["3 May 1974: Talks.", "9 June 1976: They fail.", title, "2 July 1978: Rain.", "8 Aug. 1980: A pact."]
    return rows(read("\n\n".join(["Timeline", *entries]) + "\n"))[1][1]


MONTHS_WITHIN = "Talks open in Orr. March: They fail. April: The ships sail."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chronology of the strait, 2004\n\nJanuary: Talks open in Orr. March: They fail. August: A pact.\n",
            [("2004-01", "Talks open in Orr."), ("2004-03", "They fail."), ("2004-08", "A pact.")],
        ),
        (
            f"Timeline\n\n2004 January: {MONTHS_WITHIN}\n\n2005 February: A pact.\n",
            [
                ("2004-01", "Talks open in Orr."),
                ("2004-03", "They fail."),
                ("2004-04", "The ships sail."),
                ("2005-02", "A pact."),
            ],
        ),
        (
            "Timeline\n\n3 May 2004: Talks open. Of March: Rain.\n\n9 June 2004: A visit.\n\n8 July 2004: A pact.\n",
            [("2004-05-03", "Talks open. Of March: Rain."), ("2004-06-09", "A visit."), ("2004-07-08", "A pact.")],
        ),
    ],
)
def test_months_with_a_colon_run_together(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(read(text)) == found


def test_dates_behind_signs_within_a_line() -> None:
    text = (
        "◆ 1947 – Talks open in Orr. ◆ 1952 – A pact is signed. ◆ May 1960: It is broken ◆ 9 June 1961 – Envoys meet."
    )
    assert rows(read(f"Timeline\n\n{text}\n")) == [
        ("1947", "Talks open in Orr."),
        ("1952", "A pact is signed."),
        ("1960-05", "It is broken"),
        ("1961-06-09", "Envoys meet."),
    ]


def test_signs_before_years_that_only_count_or_tell() -> None:
    line = "Talks open ● 1950 ships sail ● 1951 men march ● 1952 is a year of rain."
    assert rows(read(f"Timeline\n\n1947: {line}\n\n1953: A pact.\n\n1960: Rain.\n"))[0] == ("1947", line)
