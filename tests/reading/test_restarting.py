"""Two chronologies one behind the other, and the lists that look like two and are one."""

from collections.abc import Sequence

import pytest
from entries import dates, read_text

FIRST = ["1990", "1993", "1996", "1999", "2002", "2004"]
AGAIN = ["1991", "1992", "1995", "1998", "2001", "2003"]
HEAD = "Chronology of Norland-Sudland Relations"


def lines(years: Sequence[str]) -> list[str]:
    return [f"{year}: The two sides sign the fishing pact of {year}." for year in years]


def chronology(*lines: str) -> str:
    return "\n\n".join([HEAD, *lines])


def sizes(text: str, file: str = "list.txt") -> list[int]:
    return [len(section.entries) for section in read_text(text, file).sections]


TWO = {
    "a subheading": ["## Trade", *lines(AGAIN)],
    "a title of a few words": ["Talks on trade", *lines(AGAIN)],
    "a line of capitals": ["TALKS ON TRADE", *lines(AGAIN)],
    "a line with a colon": ["Visits of ministers in the other direction:", *lines(AGAIN)],
    "a table's caption": ["Table 2: Visits to Sudland", *lines(AGAIN)],
    "prose": ["Trade is another matter, which the two treasuries have kept apart.", *lines(AGAIN)],
    "a year over its days": ["Trade", "1991", *(f"May {n}: The clerks meet again." for n in range(2, 8))],
}


@pytest.mark.parametrize("between", TWO)
def test_dates_that_begin_anew_are_a_second_list(between: str) -> None:
    assert sizes(chronology(*lines(FIRST), *TWO[between])) == [6, 6]


def test_newest_first_too() -> None:
    assert sizes(chronology(*lines(FIRST[::-1]), "Trade", *lines(AGAIN[::-1]))) == [6, 6]


def test_three_lists() -> None:
    text = chronology(*lines(FIRST), "Trade", *lines(AGAIN), "Fishing", *lines(FIRST))
    assert sizes(text) == [6, 6, 6]


def test_each_list_has_its_title_and_the_relation_of_both() -> None:
    document = read_text(chronology(*lines(FIRST), "Visits to Sudland", *lines(AGAIN)))
    assert [(s.heading, s.relation) for s in document.sections] == [
        (HEAD, "Norland-Sudland"),
        ("Visits to Sudland", "Norland-Sudland"),
    ]
    assert document.sections[0].entries[-1].text == "The two sides sign the fishing pact of 2004."


ONE = {
    "newest first": lines(FIRST[::-1]),
    "one slip of order": [*lines(FIRST), "A remark", *lines(["1991", "2005", "2006", "2007"])],
    "two slips of order": [*lines(FIRST), "A remark", *lines(["1991", "1992", "2006", "2007"])],
    "years over their days": [
        line for year in FIRST for line in (year, *(f"May {n}: The clerks meet again." for n in range(2, 6)))
    ],
    "newest first within years, these oldest first": [
        line for year in FIRST for line in (f"## {year} in short", *(f"May {n}, {year}: Talks." for n in (9, 6, 3)))
    ],
    "a year over its days with a slip": [
        line
        for year in (*FIRST, "1995", "2006", "2007")
        for line in (year, *(f"May {n}: The clerks meet again." for n in range(2, 6)))
    ],
    "blocks of years in another order": [
        *lines(["1990", "1991", "1992", "1993"]),
        "Before",
        *lines(["1980", "1981", "1982", "1983"]),
    ],
    "countries within one year": [
        line
        for country in ("Norland", "Sudland")
        for line in (country, *(f"{month} 3, 2004: Talks go on there." for month in ("Jan.", "March", "May", "July")))
    ],
    "pictures between": [line for entry in lines([*FIRST, *FIRST[-1:]]) for line in (entry, "A ship of the fleet")],
}


@pytest.mark.parametrize("layout", ONE)
def test_other_lists_stay_one(layout: str) -> None:
    assert len(sizes(chronology(*ONE[layout]))) == 1


def table(years: Sequence[str]) -> str:
    rows = "".join(f"<tr><td>3 May {year}</td><td>The minister visits Lind in {year}.</td></tr>" for year in years)
    return f"<table><tr><th>When</th><th>Who</th></tr>{rows}</table>"


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Visits</h1><h2>Inward</h2>{table(FIRST)}<h2>Outward</h2>{table(AGAIN)}",
        f"<h1>Visits</h1><p>Inward visits</p>{table(FIRST)}<p>Outward visits</p>{table(AGAIN)}",
        f"<h1>Visits</h1>{table(FIRST)}<p>These went the other way, as far as is known.</p>{table(AGAIN)}",
        f"<h1>Chronology</h1>{table(FIRST)}".replace("</table>", "<caption>Inward</caption></table>")
        + table(AGAIN).replace("<tr><th>", "<caption>Outward</caption><tr><th>"),
    ],
)
def test_two_tables_on_one_page(page: str) -> None:
    assert sizes(f"<html><body>{page}</body></html>", "visits.html") == [6, 6]


SIGNS = [f"{sign}, the {sign} Gazette" for sign in ("AFN", "BN", "DS", "JT", "LW", "NYL", "RF", "SN", "TN", "WP", "ZT")]
BY_STATE = [
    "Norland", "Oct. 19: Envoys say that the fleet is calm and that no more ships are on their way. [BN, 10/19]",
    "Nov. 1: Ships enter the bay. [BN, 11/1]",
    "Jan. 14: The minister comes to Lind. [BN, 1/14]",
    "Orr", "Oct. 24: Aircraft fly over villages on the border for the first time in a year. [BN, 10/26]",
    "Dec. 19: A captain is arrested. [BN, 12/23]",
    "Jan. 11: The fleet counts its ships and finds that three of them are gone. [BN, 1/11]",
    "Sudland", "Oct. 30: A bus burns. [BN, 10/30]", "Jan. 3: A band calls for strikes. [BN, 1/9]",
]  # fmt: skip
IN_PERIOD = [
    "2006-10-19", "2006-11-01", "2007-01-14", "2006-10-24", "2006-12-19", "2007-01-11", "2006-10-30", "2007-01-03"
]  # fmt: skip


@pytest.mark.parametrize("between", [[], ["The following signs stand for the sources of this chronology:", *SIGNS]])
def test_parts_of_a_list_without_years_begin_anew_in_its_period(between: list[str]) -> None:
    text = "\n\n".join(["Chronology: October 16, 2006 - January 15, 2007", *between, *BY_STATE])
    assert dates(read_text(text)) == IN_PERIOD


def test_the_period_of_a_list_is_not_that_of_the_next() -> None:
    second = [f"Oct. {n}, 2010: The clerks meet for the {n}th time." for n in range(4, 9)]
    first = ["Chronology: October 16, 2006 - January 15, 2007", *BY_STATE[1:4]]
    document = read_text("\n\n".join([*first, "Timeline of the clerks", *SIGNS[:3], *second]))
    assert [section.period_text for section in document.sections] == ["October 16, 2006 - January 15, 2007", None]


def test_a_year_in_a_heading_above_is_no_period() -> None:
    above = "Here are main events in their relations since a party came to power in Orr in 2004:"
    listed = ["2005", "May 3: Envoys meet.", "June 4: They part.", "2006", "May 5: They meet again."]
    document = read_text("\n\n".join([above, "A remark on both.", "Timeline", *listed]))
    assert dates(document) == ["2005-05-03", "2005-06-04", "2006-05-05"]
    assert document.sections[0].period is None


BY_COUNTRY = """# Chronology

{period}

# Norland

See also, Sudland

{first}

# Sudland

{second}
"""


def by_country(period: str, first: Sequence[str], second: Sequence[str]) -> list[list[str | None]]:
    told = ["\n\n".join(f"{day}: The envoys meet in Orr. [1/18 STAR]" for day in days) for days in (first, second)]
    document = read_text(BY_COUNTRY.format(period=period, first=told[0], second=told[1]), "list.md")
    return [dates(document, number) for number in range(len(document.sections))]


WINTER = ["Jan. 17", "Feb. 2", "March 11-14", "Apr. 10"]
DAYS = ["1999-01-17", "1999-02-02", "1999-03-11/1999-03-14", "1999-04-10"]


def test_days_of_the_same_months_under_each_country() -> None:
    found = by_country("January 16, 1999 - April 15, 1999", WINTER, ["Jan. 18", *WINTER[1:]])
    assert found == [DAYS, ["1999-01-18", *DAYS[1:]]]


@pytest.mark.parametrize(
    ("period", "first", "second"),
    [
        ("October 16, 1998 - April 15, 1999", ["Oct. 17", "Nov. 2", "Dec. 9"], ["Jan. 17", "Feb. 2", "Apr. 10"]),
        ("January 16, 1999 - April 15, 1999", WINTER[:2], WINTER[2:]),
        ("January 16, 1999 - April 15, 1999", WINTER, ["Feb. 11", "March 16"]),
    ],
    ids=["a new year", "going on", "too few"],
)
def test_days_that_go_on_under_a_heading_are_one_list(period: str, first: Sequence[str], second: Sequence[str]) -> None:
    assert len(by_country(period, first, second)) == 1


PARTS = """{top}

# Norland

{see}Jan. 17: Talks open.

Feb. 2: They end.

Apr. 10: A pact is signed.

# Sudland

Jan. 18: A vote is held.

Mar. 3: It is counted.

Apr. 9: A cabinet is formed.
"""
OTHER = "\n\n".join(f"{sign}, {sign} Gazette" for sign in ("AFN", "BN", "DS", "JT", "LW", "NYL", "RF", "SN", "WP"))


@pytest.mark.parametrize("see", ["", "See also Sudland\n\n"])
@pytest.mark.parametrize(
    "top",
    [
        "# Chronology\n\nJanuary 16, 1999 - April 15, 1999",
        f"# Chronology\n\nJanuary 16, 1999 - April 15, 1999\n\n# Abbreviations\n\n{OTHER}",
        "# Chronology of Events, 1999\n\nThe parts stand in the order of the alphabet.",
    ],
    ids=["a period below", "abbreviations", "a year"],
)
def test_each_part_of_a_list_stands_under_its_own_heading(top: str, see: str) -> None:
    document = read_text(PARTS.format(top=top, see=see), "list.md")
    assert [section.heading for section in document.sections] == ["Norland", "Sudland"]
    assert dates(document) == ["1999-01-17", "1999-02-02", "1999-04-10"]
    assert document.title == top[2:].partition("\n")[0]
