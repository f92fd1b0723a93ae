"""What the reference tables know, for the formats that ask for it by name (`needs` in presenting/formats.py)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from chronicle.config import data_folders
from chronicle.presenting.dyads import Numbered, StateCodes
from chronicle.presenting.works import FamilyFirst
from chronicle.reference import table_rows


def needed(names: Iterable[str]) -> dict[str, Any]:
    tables = {"states": states, "family_first": family_first}
    return {name: tables[name]() for name in names}


def states() -> dict[str, StateCodes]:
    """The states by their code."""
    times: dict[str, list[Numbered]] = defaultdict(list)
    for row in table_rows(data_folders(), "cow.csv"):
        times[row["code"]].append(Numbered(row["cow"], row["start"], row["end"]))
    rows = table_rows(data_folders(), "states.csv")
    return {row["code"]: StateCodes(row["alpha3"], row["cow"], tuple(times[row["code"]])) for row in rows}


def family_first() -> FamilyFirst:
    """The names of people of states in which the family's comes first, of those whose own name has it there."""
    codes = {row["code"] for row in table_rows(data_folders(), "states.csv") if row.get("family_first") == "yes"}
    families, given = set(), set()
    for row in table_rows(data_folders(), "people.csv"):
        family, others = row["family"], row["name"].removeprefix(f"{row['family']} ")
        if row["country"] in codes and family and others != row["name"]:
            families.add(family)
            given.update(others.split())
    return FamilyFirst(frozenset(families), frozenset(given))
