"""The codes of states by which event data are joined: of ISO 3166-1 and of the Correlates of War project."""

import csv
from datetime import date
from pathlib import Path

import pytest

from chronicle.exporting.knowledge import states as known_states

STATES = Path(__file__).parents[1] / "data" / "states.csv"


def states() -> dict[str, dict[str, str]]:
    with STATES.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


@pytest.mark.parametrize(
    ("code", "alpha3", "cow"),
    [
        ("US", "USA", "2"), ("CA", "CAN", "20"), ("CN", "CHN", "710"), ("RU", "RUS", "365"), ("JP", "JPN", "740"),
        ("KR", "KOR", "732"), ("KP", "PRK", "731"), ("TW", "TWN", "713"), ("IN", "IND", "750"), ("AU", "AUS", "900"),
        ("GB", "GBR", "200"), ("DE", "DEU", "255"), ("VN", "VNM", "816"), ("PH", "PHL", "840"), ("MN", "MNG", "712"),
        ("HK", "HKG", ""),
    ],
)  # fmt: skip
def test_codes_that_are_known(code: str, alpha3: str, cow: str) -> None:
    row = states()[code]
    assert (row["alpha3"], row["cow"]) == (alpha3, cow)


def test_no_code_is_given_twice() -> None:
    for column in ("alpha3", "cow"):
        codes = [row[column] for row in states().values() if row[column]]
        assert len(set(codes)) == len(codes)


def test_codes_look_as_they_do() -> None:
    for row in states().values():
        assert row["alpha3"].isalpha()
        assert len(row["alpha3"]) == 3
        assert row["cow"] == "" or (row["cow"].isdecimal() and 2 <= int(row["cow"]) <= 990)


@pytest.mark.parametrize(
    ("code", "year", "cow"),
    [
        ("DE", 1939, "255"), ("DE", 1946, ""), ("DE", 1970, ""), ("DE", 1989, ""), ("DE", 1991, "255"),
        ("YE", 1960, "678"), ("YE", 1980, ""), ("YE", 2000, "679"),
        ("VN", 1950, ""), ("VN", 1965, ""), ("VN", 1976, "816"), ("RU", 1950, "365"), ("RU", 2000, "365"),
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_states_of_then(code: str, year: int, cow: str) -> None:
    assert known_states()[code].on(date(year, 7, 1))[1] == cow


def test_numbers_do_not_overlap() -> None:
    for state in known_states().values():
        ends = [(each.end or "9999") for each in state.times]
        assert all(end < later.start for end, later in zip(ends, state.times[1:], strict=False))
