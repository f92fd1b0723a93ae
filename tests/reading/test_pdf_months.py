"""Months alone in a column before the text, under years as headings."""

import pytest
from entries import rows
from printed import Placed, placed

from chronicle.reading import read_document

YEARS = {
    "1996": {
        "January": ["The two coasts agree on the limits of their", "fishing grounds and set up a commission."],
        "March": ["A ferry line opens between Orr and Lind."],
        "September": ["Talks on the islands fail."],
    },
    "1997": {
        "February": ["A mine sinks the trawler Havn off Orr; four", "fishermen are lost."],
        "May": ["The commission finds nobody at fault."],
        "December": ["The pact on the straits is signed in Brill", "by the two ministers."],
    },
    "1998": {
        "April": ["The parliaments ratify the pact."],
        "July": ["A first joint patrol passes the straits,", "followed by two more."],
        "October": ["Trade has doubled since 1996."],
    },
}
NUMBERS = {"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "July": 7, "September": 9, "October": 10}
NUMBERS["December"] = 12
READ = [
    (f"{year}-{NUMBERS[month]:02}", " ".join(lines))
    for year, months in YEARS.items()
    for month, lines in months.items()
]
HEADING: list[Placed] = [(72, 80, "Chronology of Norland and Sudland", "Times-Bold", 14)]


def column(left: float, *years: str, text: float = 60, heading: float = 0, gap: float = 0) -> list[Placed]:
    placed: list[Placed] = []
    down = 110.0
    for year in years:
        placed.append((left + heading, down, year, "Times-Bold", 11))
        down += 16
        for month, lines in YEARS[year].items():
            placed.append((left, down, month))
            for line in lines:
                placed.append((left + text, down, line))
                down += 12
            down += gap
        down += 6
    return placed


@pytest.mark.parametrize(
    "page",
    [
        column(72, *YEARS),
        column(72, *YEARS, gap=6),
        column(72, *YEARS, heading=60),
        column(72, *YEARS, heading=150),
        column(72, *YEARS, heading=150, gap=6),
        column(72, *YEARS, text=48),
        column(72, *YEARS, text=45),
        column(60, "1996") + column(320, "1997", "1998"),
        column(60, "1996", "1997", text=50) + column(320, "1998", text=50, gap=4),
        column(60, "1996", "1997", text=46) + column(320, "1998", text=46),
    ],
)
def test_are_read_with_their_year(page: list[Placed]) -> None:
    assert rows(read_document(placed([*HEADING, *page]), "months.pdf")) == READ


def test_a_line_over_the_column_that_begins_with_a_month_stays_whole() -> None:
    line: Placed = (72, 360, "May was the month in which both sides were asked most often what had become of the pact.")
    found = rows(read_document(placed([*HEADING, *column(72, *YEARS), line]), "months.pdf"))
    assert [edtf for edtf, _ in found] == [edtf for edtf, _ in READ]
