"""The codes of states by which event data are joined: of ISO 3166-1 and of the Correlates of War project."""

import csv
from pathlib import Path

import pytest

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
