"""What the rows of the reference tables say of themselves."""

from collections import Counter
from pathlib import Path

import pytest

from chronicle.reference import names_of_places, table_rows

DATA = Path(__file__).parents[1] / "data"


def place(row: str, name: str, country: str = "") -> dict[str, str]:
    return {"id": row, "name": name, "country": country}


@pytest.mark.parametrize(
    ("listed", "called"),
    [
        ("Portsmouth, UK", "Portsmouth"),
        ("Grand Palace (Bangkok)", "Grand Palace"),
        ("Osaka", "Osaka"),
        ("Bab el-Mandeb", "Bab el-Mandeb"),
    ],
)
def test_a_place_is_called_by_its_name_alone(listed: str, called: str) -> None:
    assert names_of_places([place("one", listed, "GB")]) == {"one": called}


def test_what_tells_two_places_of_one_country_apart_stays() -> None:
    rows = [place("oregon", "Portland, Oregon", "US"), place("maine", "Portland, Maine", "US")]

    assert names_of_places(rows) == {"oregon": "Portland, Oregon", "maine": "Portland, Maine"}


def test_places_of_one_name_in_two_countries_share_it() -> None:
    rows = [place("south", "Portsmouth, UK", "GB"), place("north", "Portsmouth, New Hampshire", "US")]

    assert names_of_places(rows) == {"south": "Portsmouth", "north": "Portsmouth"}


def test_no_country_has_two_shipped_places_of_one_name_and_kind() -> None:
    rows = list(table_rows([DATA], "venues.csv"))
    names = names_of_places(rows)
    seen = Counter((names[row["id"]], row["country"], row["kind"]) for row in rows)

    assert [place for place, times in seen.items() if times > 1] == []
