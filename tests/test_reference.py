"""What the rows of the reference tables say of themselves."""

from collections import Counter
from pathlib import Path

import pytest

from chronicle.reference import names_of_places, table_rows

DATA = Path(__file__).parents[1] / "data"


def named(folder: Path, *places: tuple[str, str]) -> dict[str, str]:
    """What places of a table are called, by what the table calls them, each in a country."""
    lines = [f'{number},"{name}",{country}' for number, (name, country) in enumerate(places)]
    (folder / "venues.csv").write_text("\n".join(["id,name,country", *lines]), encoding="utf-8")
    (folder / "states.csv").write_text("code,name\nGE,Georgia\n", encoding="utf-8")
    called = names_of_places([folder])
    return {name: called[str(number)] for number, (name, _) in enumerate(places)}


@pytest.mark.parametrize(
    ("listed", "called"),
    [
        ("Portsmouth, UK", "Portsmouth"),
        ("Grand Palace (Bangkok)", "Grand Palace"),
        ("Osaka", "Osaka"),
        ("Bab el-Mandeb", "Bab el-Mandeb"),
        ("Labor, Customs and Quarantine Office (Lind)", "Labor, Customs and Quarantine Office"),
    ],
)
def test_a_place_is_called_by_its_name_alone(tmp_path: Path, listed: str, called: str) -> None:
    assert named(tmp_path, (listed, "GB")) == {listed: called}


def test_what_tells_two_places_of_one_country_apart_stays(tmp_path: Path) -> None:
    both = ("Portland, Oregon", "Portland, Maine")
    assert named(tmp_path, *((name, "US") for name in both)) == {name: name for name in both}


def test_places_of_one_name_in_two_countries_share_it(tmp_path: Path) -> None:
    called = named(tmp_path, ("Portsmouth, UK", "GB"), ("Portsmouth, New Hampshire", "US"))
    assert set(called.values()) == {"Portsmouth"}


def test_a_place_is_not_called_like_a_state(tmp_path: Path) -> None:
    assert named(tmp_path, ("Georgia (US state)", "US")) == {"Georgia (US state)": "Georgia (US state)"}


def test_no_country_has_two_shipped_places_of_one_name_and_kind() -> None:
    names = names_of_places([DATA])
    seen = Counter((names[row["id"]], row["country"], row["kind"]) for row in table_rows([DATA], "venues.csv"))

    assert [place for place, times in seen.items() if times > 1] == []
