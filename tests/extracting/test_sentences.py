"""Over a thousand single entries coded by hand, of many verbs and many kinds of place: no share falls.

`sentences/types.jsonl` has the type and the mode of each, `sentences/places.jsonl` venues, bodies and states. They were
written and coded from the codebook alone, as hard cases rather than as what a chronology has on the average.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from coder import code
from scoring import items, matched

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind, Event, Role

FOLDER = Path(__file__).parent / "sentences"
FLOORS = {"type": 0.912, "mode": 0.958, "venues": 0.893, "organizations": 0.949, "countries": 0.92}
Row = dict[str, Any]


def coded(file: str, gazetteer: Gazetteer) -> list[tuple[Row, Event]]:
    rows = [json.loads(line) for line in (FOLDER / file).read_text("utf-8").splitlines()]
    return [(row, code(gazetteer, row["text"], f"{row['year']}-05-03", row["relation"])) for row in rows]


@pytest.mark.parametrize("field", ["type", "mode"])
def test_types_and_modes(field: str, shipped: Gazetteer) -> None:
    asked = coded("types.jsonl", shipped)
    right = [getattr(event, field) in (row[field], *row[f"{field}_alt"]) for row, event in asked]
    assert sum(right) / len(asked) >= FLOORS[field]


@pytest.mark.parametrize("field", ["venues", "organizations", "countries"])
def test_places_bodies_and_states(field: str, shipped: Gazetteer) -> None:
    counts: Counter[str] = Counter()
    for row, event in coded("places.jsonl", shipped):
        counts += compared(owed(row, field), found(event, field))
    f1 = 2 * counts["hit"] / (2 * counts["hit"] + counts["missed"] + counts["extra"])
    assert f1 >= FLOORS[field]


def owed(row: Row, field: str) -> list[Row]:
    if field != "countries":
        return list(row[field])
    states = dict.fromkeys(row["countries"], False) | dict.fromkeys(row["countries_optional"], True)
    return [{"name": code, "aliases": [], "optional": optional} for code, optional in states.items()]


def found(event: Event, field: str) -> list[str]:
    if field == "venues":
        return [venue.name for venue in event.venues]
    if field == "organizations":
        return [actor.name for actor in event.actors if actor.kind is ActorKind.ORGANIZATION]
    return sorted({actor.country for actor in event.actors if actor.role is Role.PARTICIPANT and actor.country})


def compared(owed: list[Row], found: Iterable[str]) -> Counter[str]:
    hits, missed, left = matched(items(owed), dict.fromkeys(found))
    sure = sum(not item.optional for item, _ in hits)
    return Counter(hit=sure, missed=sum(not item.optional for item in missed), extra=len(left))
