"""Names that a user types in other scripts, and what they stand for."""

import csv
from pathlib import Path

import pytest

from chronicle.querying.native import in_latin
from chronicle.storing.names import fold

DATA = Path(__file__).parents[2] / "data"
NAMED = {"states.csv": ("name", "aliases"), "venues.csv": ("name", "aliases"), "organizations.csv": ("name", "aliases")}


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Россия", "Russia"), ("россия", "Russia"), ("中国", "China"), ("中國", "China"), ("北京", "Beijing"),
     ("서울", "Seoul"), ("ООН", "United Nations"), ("Санкт-Петербург", "St. Petersburg"), ("Лавров", "Лавров"),
     ("Côte", "Côte"), ("China", "China")],
)  # fmt: skip
def test_what_a_name_stands_for(typed: str, name: str) -> None:
    assert in_latin(typed) == name


def test_every_name_is_one_of_the_tables() -> None:
    known = {
        fold(form)
        for table, columns in NAMED.items()
        for row in rows(table)
        for column in columns
        for form in row[column].split(";")
    }
    assert [row["name"] for row in rows("native_names.csv") if fold(row["name"]) not in known] == []


def test_no_native_name_stands_for_two() -> None:
    forms = [fold(form) for row in rows("native_names.csv") for form in set(map(fold, row["native"].split(";")))]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []
