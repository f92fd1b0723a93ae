"""Text whose breaks are lost: paragraphs and lines that hold several entries, cut before each of their dates."""

from textwrap import wrap

import pytest
from entries import dates, read, read_text, rows

from chronicle.errors import NoChronology

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


def test_months_cut_short_and_years_about_which_end_no_sentence() -> None:
    text = """Key dates of the case

- May 2012 - The court in Orr takes up the case.

- Sept. 2013 - He calls off a trip to the assembly.

- c. 2014 - The papers of the case are lost.

- June 2015 - He leaves Lind before a judge can rule.
"""
    assert dates(read_text(text)) == ["2012-05", "2013-09", "2014~", "2015-06"]


def test_days_that_follow_each_other_in_the_paragraph_of_their_year() -> None:
    text = """Chronology

1945 22 March: The pact of the league is signed. Sudland adds its name on 10 May. 2 December: The council bans a trade.

1948 15 May: The secretary tells the union of the march.

1961 20 July: Orr is admitted. 10 September: A force of five states takes the place of the

old one and stays. 12 November: The last guards leave.

1964 13–17 January: The first summit sets up a command.
"""
    assert dates(read_text(text)) == [
        "1945-03-22",
        "1945-12-02",
        "1948-05-15",
        "1961-07-20",
        "1961-09-10",
        "1961-11-12",
        "1964-01-13/1964-01-17",
    ]


def test_dates_with_dashes_run_together_of_days_months_and_years() -> None:
    text = (
        "# Timeline of the bay\n\nDecember 1972 – The government recognizes the republic. 31 October – 4 November "
        "1973 – The premier visits Lind. 1979 – Two provinces become sisters. 16 June 1989 – The premier weeps in "
        "the assembly. Four are held until March. 17 November 2014 – A treaty is concluded. Mid-November 2020 – A "
        "list is handed over."
    )
    assert dates(read_text(text, "bay.md")) == [
        "1972-12",
        "1973-10-31/1973-11-04",
        "1979",
        "1989-06-16",
        "2014-11-17",
        "2020-11-11~/2020-11-20~",
    ]


def test_a_month_behind_the_dashes_of_its_year() -> None:
    document = read(
        "The road to the bridge\n\nOrr (Combined reports) - The two are to sign today. The following is a chronology "
        "of events. – 1949 – Ferries stop. – 1976 – A treaty is drafted in Lind. – 1998 – The premier resigns. "
        "– 2002 – Jan. 22: A pilot is killed. Dec. 9: A truce is signed. – 2003 – "
        "May 18: Talks in Brill fail. May 19: Troops are sent. – 2004 – May: Martial law ends. "
        "Dec. 26: A flood takes the pier.\n"
    )
    assert rows(document)[-4:] == [
        ("2003-05-18", "Talks in Brill fail."),
        ("2003-05-19", "Troops are sent."),
        ("2004-05", "Martial law ends."),
        ("2004-12-26", "A flood takes the pier."),
    ]


def test_a_span_of_months_within_the_paragraph_of_a_year() -> None:
    years = [
        "1945 27 March: An army turns. 3 May: Troops reenter Orr. August: A league takes a new name.",
        "1946 February: Rebels go underground. 31 August: A governor comes. September–October: Strikes begin in Orr.",
        "1947 27 January: An accord is signed. May to be told of: none. 12 February: Leaders meet.",
    ]
    document = read_text("\n\n".join(["Chronology", *years]))
    assert rows(document)[3:6] == [
        ("1946-02", "Rebels go underground."),
        ("1946-08-31", "A governor comes."),
        ("1946-09/1946-10", "Strikes begin in Orr."),
    ]
    assert rows(document)[6] == ("1947-01-27", "An accord is signed. May to be told of: none.")


def test_the_head_of_a_page_between_a_sentence_and_its_month() -> None:
    text = (
        "# Chronology\n\n1948 4 January: A republic is founded. 28 March: A revolt begins.\n\n"
        "1949 31 January: A rebellion begins. 13 March: Orr falls; it is retaken in\n\n"
        "xxx • CHRONOLOGY\n\nApril.\n\n1950 19 March: Troops recapture Lind.\n"
    )
    found = rows(read_text(text, "a.md"))
    assert found[3:] == [
        ("1949-03-13", "Orr falls; it is retaken in April."),
        ("1950-03-19", "Troops recapture Lind."),
    ]


@pytest.mark.parametrize(("whole", "told"), [("A league (ONFL)", "ONFL"), ("A league", "ON-FL"), ("ON-FL", "ON-FL")])
def test_an_acronym_cut_at_the_end_of_a_line(whole: str, told: str) -> None:
    entries = ["3 May 1945: The league takes its name (ON-\nFL).", f"5 May 1946: {whole} meets.", "9 May 1947: A vote."]
    assert rows(read_text("\n\n".join(["Chronology", *entries])))[0][1] == f"The league takes its name ({told})."


RUN_IN = (
    "1996{s}April 26{d}Heads of five states sign an accord in Orr. Later it is called the first. 1997{s}April 24{d}"
    "Heads of the five meet in Lind in 1997. 1999{s}August 24 – 26{d}The fourth meeting takes place. November{d}Heads "
    "of their services meet. 2000{s}March{d}Ministers meet for the first time. July 5{d}The fifth meeting takes place."
)
DATES_RUN_IN = ["1996-04-26", "1997-04-24", "1999-08-24/1999-08-26", "1999-11", "2000-03", "2000-07-05"]


@pytest.mark.parametrize("dash", [" - ", " – ", " -- ", ": "])
@pytest.mark.parametrize(
    "heading",
    ["Chronology\n\n", "", "C H R O N O L O G Y", "C H R O N O L O G Y ", "CHRONOLOGY", "CHRONOLOGY ", "Timeline"],
)
@pytest.mark.parametrize("sign", [" ", ". "])
def test_years_run_in_before_the_first_of_their_days(heading: str, dash: str, sign: str) -> None:
    document = read_text(heading + RUN_IN.format(s=sign, d=dash))
    assert dates(document) == DATES_RUN_IN
    assert rows(document)[1][1] == "Heads of the five meet in Lind in 1997."
    assert document.sections[0].entries[1].date.text == "April 24"


def test_years_run_in_with_a_dash_before_their_days() -> None:
    document = read_text("Chronology\n\n" + RUN_IN.format(s=" – ", d=" – "))
    assert dates(document) == DATES_RUN_IN
    assert document.sections[0].entries[1].date.text == "1997 – April 24"


def test_a_period_behind_a_heading_is_no_year_run_in() -> None:
    document = read_text("Chronology 1996 April 26 - May 9\n\nApril 26: Talks open.\n\nMay 9: They end.\n")
    assert rows(document) == [("1996-04-26", "Talks open."), ("1996-05-09", "They end.")]


def test_a_year_behind_a_heading_on_its_line_stays_there() -> None:
    document = read_text("Chronology 1996\nApril 26 - Talks open.\nMay 9 - They end.\nMay 30 - A pact is signed.\n")
    assert document.sections[0].heading == "Chronology 1996"
    assert dates(document) == ["1996-04-26", "1996-05-09", "1996-05-30"]


def test_a_year_that_lost_the_blank_behind_it_too() -> None:
    document = read_text("C H R O N O L O G Y" + RUN_IN.format(s=" ", d=" - ").replace("1996 ", "1996"))
    assert dates(document) == DATES_RUN_IN
    assert document.sections[0].heading == "C H R O N O L O G Y"


def test_a_month_behind_the_full_stop_of_another() -> None:
    told = "Jan. 1 -- Talks open.Jan. 7-10 -- The two meet.June 12 -- He may come in late June.June 20-21 -- A visit."
    assert dates(read_text(f"Chronology 2019\n\n{told}")) == [
        "2019-01-01", "2019-01-07/2019-01-10", "2019-06-12", "2019-06-20/2019-06-21",
    ]  # fmt: skip


def test_a_year_within_a_sentence_heads_no_day() -> None:
    told = "May 3 - Talks open. May 5 - They are those of 1997 June 4 - named so - and end. May 9 - A vote is held."
    assert dates(read_text(f"Chronology 1999\n\n{told}")) == ["1999-05-03", "1999-05-05", "1999-05-09"]


RUN_IN_UNPARTED = [
    ("1975-09-16", "16 September 1975", "Norland becomes independent."),
    ("1989-05", "May 1989", "The mine at Orr is closed. The premier comes."),
    ("1991-01-17/1991-01-24", "17-24 January 1991", "A pact is signed on 9 May 1990 Street in Lind."),
    ("1995-03/1995-04", "March – April 1995", "The government sets up a council. December talks fail."),
    ("1995-09/1995-12", "September and December 1995", "Talks in Brill."),
    ("1998", "1998", "“Peace” is declared at Orr."),
]


def run_in(entries: list[tuple[str, str, str]]) -> str:
    return " ".join(f"{date} {text}" for _, date, text in entries)


def told(entries: list[tuple[str, str, str]]) -> list[tuple[str | None, str]]:
    return [(edtf, text) for edtf, _, text in entries]


@pytest.mark.parametrize("heading", ["Chronology of the peace process\n\n", "", "Timeline\n"])
@pytest.mark.parametrize("behind", [" ", "\n"])
def test_dates_run_in_without_a_sign(heading: str, behind: str) -> None:
    text = run_in(RUN_IN_UNPARTED).replace("1975 ", f"1975{behind}", 1)
    assert rows(read_text(f"{heading}{text}\n\nPosted by Admin at 4:12 PM\n")) == told(RUN_IN_UNPARTED)


def test_dates_run_in_from_the_newest_to_the_oldest() -> None:
    assert rows(read_text("Chronology\n\n" + run_in(RUN_IN_UNPARTED[::-1]))) == told(RUN_IN_UNPARTED[::-1])


def test_dates_run_in_over_lines_that_are_broken() -> None:
    entries = [(edtf, date.replace(" ", "_"), text) for edtf, date, text in RUN_IN_UNPARTED]
    text = "\n".join(wrap(run_in(entries), 60)).replace("_", " ")
    assert rows(read_text(f"Chronology\n\n{text}\n")) == told(RUN_IN_UNPARTED)


def test_days_run_in_below_the_year_of_their_heading() -> None:
    days = "3 May Talks open in Orr. 5 May They fail. 9-10 June The premier sees the envoys. 2 July A pact is signed."
    found = rows(read_text(f"Chronology 2004\n\n{days} 8 July Rain.\n"))
    assert found[2:4] == [
        ("2004-06-09/2004-06-10", "The premier sees the envoys."),
        ("2004-07-02", "A pact is signed."),
    ]
    assert len(found) == 5


def test_dates_run_in_behind_entries_that_end_in_no_full_stop() -> None:
    entries = [
        ("1996-06/1996-08", "June – August 1996", "Operation Long Oar"),
        ("1996-09", "September 1996", "Killing of ten guards at Orr beach"),
        ("1996-10-12", "12 October 1996", "Premier murdered at Lind"),
        ("1997-02", "February 1997", "Crisis of the mine"),
        ("1997-07-05/1997-07-18", "5-18 July 1997", "Talks at Brill"),
        ("1998-04-30", "30 April 1998", "Truce signed under the May 1994 Accord"),
        ("1998-08", "August 1998", "Office opens"),
    ]
    assert rows(read_text("Chronology\n\n" + run_in(entries))) == told(entries)


@pytest.mark.parametrize(
    "essay",
    [
        "The war was long. In May 1989 The Star called it so. On 3 March 1990 Envoys of the bay met. By June 1991 Orr "
        "was lost. In 1992 The Star was sold. Since 4 May 1993 Lind has been quiet. In June 1994 Ferries came.",
        "Author, A. 1989 A Title. Press of Orr. Writer, B. 1994 A Book. Lind. Scribe, C. 1990 Another. Brill. "
        "Clerk, D. 1988 A Third. Orr. Poet, E. 1999 A Fourth. Lind.",
        "It began late. May 1989 Elections were held. Nobody came. The Star of 3 June 1990 Street was shut. 1988 Orr "
        "wine was drunk. 1993 Lind wine was not. 1971 Brill wine was best. 1985 Osk wine was sweet.",
    ],
    ids=["sentences", "books", "years in no order"],
)
def test_dates_within_prose_are_not_run_in(essay: str) -> None:
    with pytest.raises(NoChronology):
        read_text(f"Cold Water\n\nBy Ann Author\n\n{essay}\n")


@pytest.mark.parametrize("heading", ["C H R O N O L O G Y", "CHRONOLOGY", "CHRONOLOGY "])
def test_a_heading_behind_a_sentence_with_its_first_year_run_in(heading: str) -> None:
    document = read_text(f"Maps by courtesy of the bay. {heading}{RUN_IN.format(s=' ', d=' - ')}")
    assert dates(document) == DATES_RUN_IN
    assert document.sections[0].heading == heading.strip()


def test_words_on_a_chronology_of_a_year_within_a_line_are_no_heading() -> None:
    text = RUN_IN.format(s=". ", d=": ").replace("Later it is called", "Chronology 1996 May 3: so the Orr Times calls")
    document = read_text(f"Timeline of the five\n\n{text}")
    assert dates(document)[0] == "1996-04-26"
    assert document.sections[0].heading == "Timeline of the five"
