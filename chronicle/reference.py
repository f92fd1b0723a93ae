"""The rows of the reference tables: the shipped ones, and over them those of the user's own folder.

A row of the own folder replaces the shipped row of the same key; own terms of one person in one office
replace the shipped terms of that person in that office (data/README.md).
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path

# What makes two rows the same fact: an own row replaces the shipped rows of its key. A person's terms in one
# office are one fact, so that an own table can correct their dates. Tables without a key only add.
KEYS = {
    "people.csv": ("id",),
    "offices.csv": ("id",),
    "organizations.csv": ("id",),
    "venues.csv": ("id",),
    "terms.csv": ("person", "office", "country", "to"),
    "states.csv": ("code",),
    "generic_bodies.csv": ("form",),
    "notbodies.csv": ("name",),
    "verbs.csv": ("lemma",),
    "nouns.csv": ("noun",),
    "classes.csv": ("class",),
    "native_names.csv": ("name",),
}

_QUALIFIER = re.compile(r"^(?P<name>[^,()]*\w)(?:, [^,()]+| \([^()]*\))$")
_BRACKETS = re.compile(r" \([^()]*\)$")


def table_rows(folders: Iterable[Path], name: str) -> Iterator[dict[str, str]]:
    """The rows of one table; later folders go over earlier ones. A folder without the table adds nothing."""
    tables = [rows for folder in folders if (rows := _read(folder / name))]
    if len(tables) == 1 or name not in KEYS:
        return (row for rows in tables for row in rows)
    return _overlaid(tables, itemgetter(*KEYS[name]))


def names_of_places(folders: Iterable[Path]) -> dict[str, str]:
    """What places are called in an event, by the ids of their rows in venues.csv.

    It is the name without what only tells it from others (`Portsmouth, UK`, `Grand Palace (Bangkok)`), unless a
    country has two of that name, or a state has it (`Georgia (US state)`).
    """
    folders = list(folders)
    rows = list(table_rows(folders, "venues.csv"))
    plain = {row["id"]: (without_qualifier(row["name"]), row["country"]) for row in rows}
    shared = Counter(plain.values())
    states = {row["name"] for row in table_rows(folders, "states.csv")}
    return {
        row["id"]: row["name"] if shared[name, country] > 1 or name in states else name
        for row in rows
        for name, country in (plain[row["id"]],)
    }


def without_qualifier(name: str) -> str:
    """A place's name without what tells it from others: `Portsmouth` of `Portsmouth, UK`.

    Other commas are the name's: `Immigration, Customs and Labor Office (Lind)`.
    """
    found = _QUALIFIER.match(name)
    return found["name"] if found else _BRACKETS.sub("", name)


def _overlaid(tables: list[list[dict[str, str]]], key: Callable[[dict[str, str]], object]) -> Iterator[dict[str, str]]:
    replaced: set[object] = set()
    kept: list[list[dict[str, str]]] = []
    for rows in reversed(tables):
        kept.append([row for row in rows if key(row) not in replaced] if replaced else rows)
        replaced.update(map(key, rows))
    return (row for rows in reversed(kept) for row in rows)


def _read(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        columns = next(rows, [])
        # A short line lacks its last cells, as with DictReader, which takes twice as long.
        width = len(columns)
        return [
            dict(zip(columns, row, strict=False) if len(row) >= width else zip_longest(columns, row))
            for row in rows
            if row
        ]
