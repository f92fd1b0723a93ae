"""Dates under a decade, a year or a month that stands above them: headings over months, days and figures."""

import re

import pytest
from entries import dates, read, read_text, rows

from chronicle.errors import NoChronology


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


def test_items_that_count_below_months_are_no_days() -> None:
    items = "1. Orr. A treaty is signed.\n\n2. Lind. The council meets.\n\n3. Brill. A vote is held."
    text = "# The year 1987\n\n" + "\n\n".join(f"## {month}\n\n{items}" for month in ("May", "June", "July"))
    with pytest.raises(NoChronology):
        read_text(text, "year.md")


MONTHLY = [
    "JANUARY.  Talks between the two open in Lind, the first in decades.",
    "FEBRUARY.  Members of the council meet in Orr. They part without a word.",
    "MARCH.  Floods leave thirty dead in the north.",
    "APRIL.  The presidents meet at the summit of Brill.",
    "MAY.  The council ends the spraying of the hills.",
    "JUNE.  An envoy is named for the drought.",
    "JULY.  Embassies reopen in both towns.",
]


def test_months_with_a_full_stop_over_a_paragraph_each() -> None:
    text = "\n\n".join(
        ["THE REGION IN 2015: A MONTHLY DIGEST", *MONTHLY, "SENIOR APPOINTMENTS", "Head: since 31 May 2013."]
    )
    found = rows(read_text(text))
    assert [edtf for edtf, _ in found] == [f"2015-0{month}" for month in range(1, 8)]
    assert found[1] == ("2015-02", "Members of the council meet in Orr. They part without a word.")


@pytest.mark.parametrize(
    ("title", "months"),
    [
        ("THE GARDEN MONTH BY MONTH", MONTHLY),
        ("GARDEN CALENDAR 2015", MONTHLY),
        ("THE REGION IN 2015", MONTHLY[:5]),
        ("THE REGION IN 2015", MONTHLY[:3] * 3),
    ],
    ids=["no year", "a calendar", "few", "the same months again"],
)
def test_months_that_head_no_entries(title: str, months: list[str]) -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join([title, *months]))


SLASHED = """<h1>{title}</h1><p>Dates are given as month/day.</p>
<div><span>01/04</span> -- Leaders of seven states meet in Lind.</div>
<div><span>01/25</span> -- Norland tests a missile. [AP]</div>
<div><span>05/24-28</span> -- Sudland answers with three tests.</div>
<div><span>06/06-07</span> -- An envoy visits both capitals.</div>
<div><span>06/10</span> -- The airspace is opened again.</div>
<div><span>10/31-11/03</span> -- A second round of talks sets up three committees.</div>
<div><span>12/05</span> -- The parties agree to explore a federal solution.</div>"""


def test_month_and_day_in_figures_under_a_title_with_their_year() -> None:
    assert dates(read_text(SLASHED.format(title="Log of the straits 2002"), "log.html")) == [
        "2002-01-04",
        "2002-01-25",
        "2002-05-24/2002-05-28",
        "2002-06-06/2002-06-07",
        "2002-06-10",
        "2002-10-31/2002-11-03",
        "2002-12-05",
    ]


def test_figures_under_a_title_without_a_year() -> None:
    with pytest.raises(NoChronology):
        read_text(SLASHED.format(title="Log of the straits"), "log.html")


def test_fractions_under_a_title_with_a_year() -> None:
    shares = "\n\n".join(f"{share} - Of the members said yes." for share in ("1/3", "2/3", "3/4", "5/16", "7/20"))
    with pytest.raises(NoChronology):
        read_text(f"# Report 2002\n\n{shares}\n", "report.md")


DAYS_UNDER_MONTHS = (
    "Chronology of 1915\n\nFebruary\n\n19. The fleet opens fire.\n\n25. Fire is renewed.\n\n"
    "March\n\n4. Parties land.\n\nGuns are brought up at night.\n\n10. Trawlers fail.\n\n"
    "April\n\n23. Transports leave.\n\n25. Troops go ashore.\n"
)


def test_days_under_months_go_on_behind_a_paragraph_without_a_day() -> None:
    assert rows(read_text(DAYS_UNDER_MONTHS, "case.txt"))[2:4] == [
        ("1915-03-04", "Parties land. Guns are brought up at night."),
        ("1915-03-10", "Trawlers fail."),
    ]


def test_items_numbered_through_under_months_are_no_days() -> None:
    text = "Chronology of 1915\n\nJanuary\n\n1. One.\n\n2. Two.\n\n3. Three.\n\nFebruary\n\n4. Four.\n\n5. Five.\n\n"
    document = read_text(text + "March\n\n6. Six meet.\n\n7. Seven leave.\n", "case.txt")
    assert [edtf for edtf, _ in rows(document)] == ["1915-01", "1915-02", "1915-03"]


def test_a_number_behind_a_date_and_a_dash_is_no_day() -> None:
    text = "Chronology\n\n2012/09/14 - 15 ships enter the waters.\n\n2012/09/18 - 20 towns see protests.\n"
    assert rows(read_text(text, "case.txt")) == [
        ("2012-09-14", "15 ships enter the waters."),
        ("2012-09-18", "20 towns see protests."),
    ]


DAYS_WITHOUT_STOPS = (
    "Chronology of 1915\n\nFebruary\n\n19 The fleet opens fire.\n\n25-26 Fire is renewed.\n\n"
    "March\n\n4 Parties land.\n\n10 Trawlers fail.\n\nApril\n\n23 Transports leave.\n\n25 Troops go ashore.\n"
)


DAYS_FOUND = ["1915-02-19", "1915-02-25/1915-02-26", "1915-03-04", "1915-03-10", "1915-04-23", "1915-04-25"]


@pytest.mark.parametrize("parted", ["\n\n", "\n"])
def test_days_with_a_blank_behind_them_under_months(parted: str) -> None:
    text = re.sub(r"\n\n(?=(?:25|10)\b)", parted, DAYS_WITHOUT_STOPS)
    assert dates(read_text(text)) == DAYS_FOUND


def test_a_number_at_the_head_of_a_line_that_goes_on_is_no_day() -> None:
    text = DAYS_WITHOUT_STOPS.replace("opens fire.\n\n25-26 Fire is renewed.", "loses\n25 Ships.")
    assert rows(read_text(text))[0] == ("1915-02-19", "The fleet loses 25 Ships.")


def test_numbers_under_months_that_count_what_follows() -> None:
    with pytest.raises(NoChronology):
        read_text(DAYS_WITHOUT_STOPS.replace("19 The", "19 ships of the").replace("4 P", "4 p").replace("23 T", "23 t"))


DAYS_BEHIND_MONTHS = [
    "October 2. Ships sail from Lind.",
    "4. They are seen off Orr.",
    "7. Envoys meet.",
    "9. An offer is made.",
    "12. It is refused.",
    "November 1. Planes are moved.",
    "3. A second offer is made.",
    "5. A truce begins.",
]


def test_days_behind_the_first_of_their_month() -> None:
    found = rows(read_text("\n\n".join(["Chronology of 1962", *DAYS_BEHIND_MONTHS])))
    assert found == [
        ("1962-10-02", "Ships sail from Lind."),
        ("1962-10-04", "They are seen off Orr."),
        ("1962-10-07", "Envoys meet."),
        ("1962-10-09", "An offer is made."),
        ("1962-10-12", "It is refused."),
        ("1962-11-01", "Planes are moved."),
        ("1962-11-03", "A second offer is made."),
        ("1962-11-05", "A truce begins."),
    ]


def test_few_numbers_behind_a_day_are_no_days() -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["Chronology of 1962", *DAYS_BEHIND_MONTHS[:4], *DAYS_BEHIND_MONTHS[5:]]))


def test_sentences_with_two_days_under_their_month() -> None:
    document = read(
        """
        Chronology of Events

        May 2013

        On 22 May, the Council extended the mission in Orr.

        On 9 May, the envoy briefed the Council. He said that a cabinet was near.

        April 2013

        On 18 April, a charge against the general was read out.

        December 2012

        From 16 to 21 December, a joint mission of the union visited Lind.

        On 11 December, the Department briefed the Council.

        October 2012

        On 21 October, gunmen attacked the airport.
        """
    )
    assert rows(document)[2:] == [
        ("2013-04-18", "On 18 April, a charge against the general was read out."),
        ("2012-12-16/2012-12-21", "From 16 to 21 December, a joint mission of the union visited Lind."),
        ("2012-12-11", "On 11 December, the Department briefed the Council."),
        ("2012-10-21", "On 21 October, gunmen attacked the airport."),
    ]


UNDER_YEARS = [
    ("1991", "9 September – The bay state leaves the union.\n\nNovember – An actor loses the vote."),
    ("1992", "March – A crowd fills the square.\n\n7 September – The premier resigns."),
    ("1993", "25 May – A treaty of friendship is signed."),
]


def under_years(span: str) -> list[str | None]:
    lines = ["Chronology", span, "Clubs are formed in Orr. In February a rumour sets off riots.", *sum(UNDER_YEARS, ())]
    return dates(read_text("\n\n".join(lines)))


def test_two_years_before_those_that_head_a_list_are_an_entry() -> None:
    assert under_years("1989–90")[:2] == ["1989/1990", "1991-09-09"]


@pytest.mark.parametrize("span", ["1991–93", "1990–95", "2009–10"])
def test_the_years_of_a_list_above_it_are_none(span: str) -> None:
    assert under_years(span)[0] == "1991-09-09"


MONTHS_TOLD = "In June, Norland proposes a status for Orr.\n\nFrom August to October, envoys meet in Lind."


def with_months(below: str) -> list[tuple[str | None, str]]:
    lines = [
        "Orr: a chronology",
        "1998",
        below,
        "1999",
        "27 January\nThe premier gives way.",
        "5 May\nA pact is signed.",
    ]
    return rows(read_text("\n\n".join([*lines, "2000", "23 February\nThe force leaves Orr."])))


def test_paragraphs_that_each_begin_with_a_month_of_the_year_above_are_entries() -> None:
    assert with_months(MONTHS_TOLD)[:3] == [
        ("1998-06", "In June, Norland proposes a status for Orr."),
        ("1998-08/1998-10", "From August to October, envoys meet in Lind."),
        ("1999-01-27", "The premier gives way."),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "In June, Norland proposes a status for Orr.",
        "In June, Norland proposes a status for Orr.\n\nThe envoys of both sides meet in August.",
        "In August, Norland proposes a status for Orr.\n\nIn June, there had been no talk of it.",
        "In June, Norland proposes a status for Orr.\n\nIn August 1997, nobody had thought of it.",
    ],
    ids=["one", "prose", "back", "another year"],
)
def test_other_paragraphs_are_what_the_year_above_tells(below: str) -> None:
    assert with_months(below)[:2] == [("1998", below.replace("\n\n", " ")), ("1999-01-27", "The premier gives way.")]


def test_a_year_in_large_figures_above_its_date_is_no_text() -> None:
    printed = ["1974", "May 18, 1974", "1989", "1989", "1998", "May 1998", "1999", "1999", "2001", "May 3, 2001"]
    heads = zip(printed[::2], printed[1::2], strict=True)
    text = "\n\n".join(f"{year}\n\n{date}\n\nThe envoys meet in Orr." for year, date in heads)
    document = read_text(f"# Timeline\n\n{text}", "a.md")
    found = ["1974-05-18", "1989", "1998-05", "1999", "2001-05-03"]
    assert rows(document) == [(date, "The envoys meet in Orr.") for date in found]


REPORTED = {
    "August 2009": "The former governor came to Orr 4 August and met the regent; four of five ships left 16 August.",
    "July 2009": "Sudland 2 July held a drill off its eastern coast. The council 16 July named five firms.",
    "May 2009": "No day was fixed for the talks, in spite of a round in Lind. Envoys spoke of a treaty.",
    "March 2009": "The head of the agency visited Orr 13-14 March, said that the ministers kept to the accord.",
    "January 2009": "A new minister was named. The delegations met again 8 January, and no more came of it.",
}


@pytest.mark.parametrize(
    "titles",
    [["Isles", "### The Straits"], ["### Isles", "#### The Straits"], ["### The Straits"]],
)
def test_months_over_regions_and_countries_have_the_paragraph_below_these(titles: list[str]) -> None:
    parts = [[f"## {month}", *titles, told] for month, told in REPORTED.items()]
    found = rows(read_text("\n\n".join(["# Watch", *(each for part in parts for each in part)]), "watch.md"))
    assert [edtf for edtf, _ in found] == ["2009-08", "2009-07", "2009-05", "2009-03", "2009-01"]
    assert [text for _, text in found] == list(REPORTED.values())


def test_months_over_a_country_of_their_own() -> None:
    countries = ["Orr", "Lind", "Sudland", "Brill", "Norland"]
    told = zip(countries, REPORTED.items(), strict=True)
    parts = [f"## {month}\n\nIsles\n\n### {of}\n\n{text}" for of, (month, text) in told]
    found = rows(read_text("\n\n".join(["# Watch", *parts]), "watch.md"))
    assert found[0] == ("2009-08", f"Orr | {REPORTED['August 2009']}")
    assert len(found) == len(REPORTED)


def test_months_over_titles_alone_are_no_chronology() -> None:
    parts = [f"## {month}\n\nIsles\n\n### The Straits\n\nIssue {n}" for n, month in enumerate(REPORTED)]
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["# Watch", *parts]), "watch.md")


WAR = """
Chronology of the war

March  28, 1894. An exile is murdered at Orr.
June    1. Rebels are masters of a province. Their king
            asks for troops.
        7. Notice is given of the troops.
       16. A reform in common is proposed.
July   14. The minister declares that he will not answer.
       25. Naval action off the cape.
      28, 29. Battle of Lind.
Aug.    1. Declarations of war.
Sept.  15, 16 and 17. Battle of Brill.
       19. Naval battle, called the battle of the straits.
Nov.    8. Convention for the return of the isles.

POINTS ABOUT THE INDEMNITY

It was to be paid in eight instalments.

[21] From the “Far Coast,” vol. ii., p. 118.
"""


def test_days_with_commas_between_them_under_their_month() -> None:
    found = rows(read_text(WAR))
    assert [edtf for edtf, _ in found[6:]] == [
        "1894-07-28/1894-07-29", "1894-08-01", "1894-09-15/1894-09-17", "1894-09-19", "1894-11-08",
    ]  # fmt: skip
    assert found[6][1] == "Battle of Lind."


def test_the_number_of_a_note_below_a_list_of_days_is_no_day() -> None:
    assert rows(read_text(WAR))[-1] == ("1894-11-08", "Convention for the return of the isles.")


def test_a_year_that_a_source_breaks_off_before_is_no_date() -> None:
    months = {
        "April, 1925.": [
            "3 ORR. A treaty is signed. Lind Times, p. 11.",
            "10 LIND. The ministry resigned. Hist., 22: 305.",
        ],
        "May, 1925.": [
            "4 ARMS. A conference met.",
            "17 GASES. A protocol was signed. Text: Doc. A. 16.\n       1925. IX.",
            "25 BRILL. The government fell.",
        ],
        "June, 1925.": ["8 ORR. A reply was agreed on.", "18 LIND. A rising began."],
    }
    told = "\n\n".join(line for month, days in months.items() for line in (f"          {month}", *days))
    found = rows(read_text(f"CHRONICLE OF EVENTS\n\n{told}\n"))
    assert found[3:5] == [
        ("1925-05-17", "GASES. A protocol was signed. Text: Doc. A. 16. 1925. IX."),
        ("1925-05-25", "BRILL. The government fell."),
    ]
    assert len(found) == 7


@pytest.mark.parametrize("years", ["1978-1992", "1978 – 1992", "1978 to 1992"])
def test_years_over_dates_that_print_their_own_years_are_no_text(years: str) -> None:
    parts = ["**1968**", "**July 18, 1968:** A treaty is signed.", f"**{years}**", "**1979:** Work begins in Orr."]
    parts += ["**May 1986:** Trade is banned.", "**1999**", "**April 5, 1999:** Two are handed over."]
    assert rows(read_text("\n\n".join(["# Chronology", *parts]), "a.md")) == [
        ("1968-07-18", "A treaty is signed."),
        ("1979", "Work begins in Orr."),
        ("1986-05", "Trade is banned."),
        ("1999-04-05", "Two are handed over."),
    ]


def test_years_with_a_sentence_over_whole_dates_are_an_entry() -> None:
    parts = ["1993", "June 1: A free election is held.", "1994 to 1996", "A convention fails to halt the violence."]
    parts += ["April 6, 1994: A plane is shot down.", "July 25, 1996: A coup succeeds.", "1998", "May 3: Talks open."]
    found = rows(read_text("\n\n".join(["Chronology", *parts])))
    assert found[1] == ("1994/1996", "A convention fails to halt the violence.")
    assert [edtf for edtf, _ in found] == ["1993-06-01", "1994/1996", "1994-04-06", "1996-07-25", "1998-05-03"]


BACKWARDS = ["23-24 June 2011", "2-4 May 2011", "9 April 2011", "January 2010", "28 January 2009", "30 May 2008"]


@pytest.mark.parametrize("sign", ["", ":", " :", "."])
@pytest.mark.parametrize("bold", ["**", ""])
def test_the_first_days_of_a_list_whose_dates_have_lines_of_their_own_are_no_period(sign: str, bold: str) -> None:
    told = "\n\n".join(f"{bold}{day}{sign}{bold}\n\nThe minister of the {day[-6:]} visits Orr." for day in BACKWARDS)
    found = rows(read_text(f"# Recent Events in Norland-Sudland Relations, 2008 - 2011\n\n{told}\n", "a.md"))
    assert [edtf for edtf, _ in found] == [
        "2011-06-23/2011-06-24", "2011-05-02/2011-05-04", "2011-04-09", "2010-01", "2009-01-28", "2008-05-30",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["", ":"])
def test_a_month_with_its_own_text_above_a_day_of_the_same_year_is_an_entry(sign: str) -> None:
    days = ["3 May 2006", "December 2005", "28 April 2005", "7 April 2005", "1 March 2004"]
    told = "\n\n".join(f"{day}{sign}\n\nTalks are held in Orr and Lind." for day in days)
    found = rows(read_text(f"# Timeline: the two states\n\n{told}\n", "a.md"))
    assert [edtf for edtf, _ in found] == ["2006-05-03", "2005-12", "2005-04-28", "2005-04-07", "2004-03-01"]
