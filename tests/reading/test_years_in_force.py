"""The year of dates that print none: carried over, turning, from a sentence, a period or the issue."""

import pytest
from entries import dates, read, read_text, rows


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


def test_a_heading_above_the_opening_sentence_tells_the_year() -> None:
    text = """# Annex B. Chronology 2010

A. AUTHOR

This chronology lists events of 2010 that concern the coast.

Earlier chronologies covered January 2009 to December 2009 and are kept by the library.

25 Jan. Norland and Sudland exchange notes.

9 Feb. A ship sails past the reef.

8 Apr. Ministers meet in Lind.

12 Nov. The papers are returned.
"""
    assert dates(read_text(text, "annex.md")) == ["2010-01-25", "2010-02-09", "2010-04-08", "2010-11-12"]


PARTED = """Chronology of the settlement

# The war (1975-1987)

Nov. 11, 1975: Norland is free.

Sept. 29, 1978: The council adopts a text.

{title}

May 3-4: Officials meet in Lind.

July 20: Fourteen points are made public.

# The end

April 1, 1989: A mission begins.
"""


@pytest.mark.parametrize("title", ["# II. The talks (1988)", "# The talks, 1988", "II. THE TALKS IN LIND (1988)"])
def test_a_title_between_entries_tells_the_year_of_the_days_below(title: str) -> None:
    found = dates(read_text(PARTED.format(title=title), "list.md"))
    assert found == ["1975-11-11", "1978-09-29", "1988-05-03/1988-05-04", "1988-07-20", "1989-04-01"]


@pytest.mark.parametrize("title", ["# Talks on the accord of 1962", "# The talks (1978-1988)", "# The years after"])
def test_a_title_that_tells_no_single_year_of_its_own(title: str) -> None:
    assert dates(read_text(PARTED.format(title=title), "list.md"))[2:4] == ["1978-05-03/1978-05-04", "1978-07-20"]


def test_a_title_that_looks_back_tells_no_year_of_the_days_below() -> None:
    text = (
        "# Chronology of Norland-Sudland Relations\n\nJan. 3, 2008: They meet.\n\n## Looking back on Lind (1951)\n\n"
        "Feb. 3: They meet again.\n\nMarch 3: They part.\n\nApril 3: They meet.\n"
    )
    assert [str(entry.date.start) for entry in read_text(text, "a.md").sections[0].entries] == [
        "2008-01-03",
        "2008-02-03",
        "2008-03-03",
        "2008-04-03",
    ]


OF_YEAR = """
    # {title}

    ## Events

    - 12 February – Fares are raised in Lind.
    - 17 March – An assembly meets in Orr.
    - 6 July – The premier flies to the isle.
    - 30 December – A hall burns.

    ## {part}

    - 8 April – Ann Author, editor (born 1949).
    - 21 July – Ben Writer, poet (born 1956).
    - 2 November – Cara Singer, soprano (born 1938).
    """


@pytest.mark.parametrize(
    "title", ["2010 in Norland", "2010 in the Isles - Free Encyclopedia", "Events in 2010", "Events of 2010 in Norland"]
)
def test_a_part_that_begins_anew_on_the_page_of_a_year(title: str) -> None:
    document = read(OF_YEAR.format(title=title, part="Deaths"))
    assert {edtf[:4] for edtf in dates(document)} == {"2010"}


@pytest.mark.parametrize(
    ("title", "part"),
    [("The vote of 2010 and what came of it", "Aftermath"), ("2010 in Norland", "2011 in Norland")],
    ids=["a page on an event", "a page of two years"],
)
def test_a_part_that_goes_on_in_the_year_after(title: str, part: str) -> None:
    assert dates(read(OF_YEAR.format(title=title, part=part)))[-3:] == ["2011-04-08", "2011-07-21", "2011-11-02"]


def test_the_page_of_a_year_looks_back_and_ahead_where_years_are_printed() -> None:
    text = """
        # 2010 in Norland

        - 30 December 2009 – A hall burns in Lind.
        - 12 January – Fares are raised.
        - 17 March – An assembly meets in Orr.
        - 30 December – The premier flies to the isle.
        - 4 January 2011 – The premier returns.
        """
    assert dates(read(text)) == ["2009-12-30", "2010-01-12", "2010-03-17", "2010-12-30", "2011-01-04"]
