"""Two chronologies one behind the other, and the lists that look like two and are one."""

from collections.abc import Sequence

import pytest
from entries import read_text

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
