"""The year of a list that prints weekdays and no year."""

import pytest
from entries import dates, read_text

DAYS = [
    "Tuesday 6 April: A crowd takes the office of the governor.",
    "Wednesday 7 April: The president flies south.",
    "Thursday 15 April: He is flown to Orr.",
    "Friday 16 April: His letter arrives by fax.",
]
UNDER_MONTHS = ["April", *(line.replace(" April", "") for line in DAYS)]


@pytest.mark.parametrize("lines", [DAYS, UNDER_MONTHS])
@pytest.mark.parametrize("above", ["GDP 2009: $4.7bn", "The crowd of 2010", "Elections are due in 2011."])
def test_the_year_next_to_the_one_above_in_which_the_days_have_their_names(above: str, lines: list[str]) -> None:
    found = dates(read_text("\n\n".join(["Chronology", above, *lines])))
    assert found == ["2010-04-06", "2010-04-07", "2010-04-15", "2010-04-16"]


@pytest.mark.parametrize(
    "lines",
    [
        [line.replace("Wednesday", "Thursday") for line in DAYS],
        [line.partition(" ")[2] for line in DAYS],
    ],
    ids=["names that fit no year", "no names"],
)
def test_the_year_above_stays(lines: list[str]) -> None:
    found = dates(read_text("\n\n".join(["Chronology", "GDP 2009: $4.7bn", *lines])))
    assert found == ["2009-04-06", "2009-04-07", "2009-04-15", "2009-04-16"]


def test_a_printed_year_counts_more_than_a_name() -> None:
    lines = [line.replace("April:", "April 2009:") for line in DAYS]
    assert dates(read_text("\n\n".join(["Chronology", *lines])))[0] == "2009-04-06"
