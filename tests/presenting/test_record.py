"""The record has exactly the documented keys, in order, whatever the event."""

import json
from pathlib import Path

import pytest
from samples import DRILL, EVENTS, NEVER, TALKS

from chronicle.model import Event
from chronicle.presenting.jsonl import encode
from chronicle.presenting.record import record

RECORD = "id source ordinal location date headline text type plover mode actors venues links flags"
KEYS = RECORD.split()
NESTED = {
    "source": "id file title authors publication volume number published relation section url",
    "location": "start end page line",
    "date": "text start end precision approximate edtf",
    "actors": "name kind country office role inferred mention wikidata",
    "venues": "name country kind latitude longitude geonames mention",
    "links": "text url",
}


def keys_of(value: object) -> set[str]:
    """The keys of an object, or of every object of an array, as one text."""
    objects = value if isinstance(value, list) else [value]
    return {" ".join(one) for one in objects}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_keys(event: Event) -> None:
    found = record(event)
    assert list(found) == KEYS
    for key, expected in NESTED.items():
        assert keys_of(found[key]) <= {expected}


def test_an_event_that_is_not_stored_has_the_same_keys() -> None:
    from dataclasses import replace

    found = record(replace(TALKS, id=None, source=None))
    assert list(found) == KEYS
    assert list(found["source"]) == NESTED["source"].split()
    assert found["source"]["authors"] == []


def test_values() -> None:
    found = record(TALKS)
    assert found["date"] == {
        "text": "Sept. 3, 2021",
        "start": "2021-09-03",
        "end": "2021-09-03",
        "precision": "day",
        "approximate": False,
        "edtf": "2021-09-03",
    }
    assert (found["type"], found["mode"]) == ("meeting", "in_person")
    assert found["actors"][0] == {
        "name": "Anna Northman",
        "kind": "person",
        "country": "NO",
        "office": "Foreign Minister",
        "role": "participant",
        "inferred": False,
        "mention": "FM Northman",
        "wikidata": "Q1",
    }
    assert found["source"]["authors"] == ["Ada Example", "Ben Sample"]
    assert found["links"][1] == {"text": "the Union", "url": "#"}


def test_a_date_that_cannot_exist_has_no_days() -> None:
    date = record(NEVER)["date"]
    assert (date["start"], date["end"], date["edtf"], date["precision"]) == (None, None, None, "invalid")
    assert date["text"] == "Sept. 31, 2021"


def test_a_range_is_an_interval() -> None:
    assert record(DRILL)["date"]["edtf"] == "2021-09-16/2021-09-17"


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_only_plain_json_values(event: Event) -> None:
    """Enums, tuples and dates have become text, arrays and text."""
    assert json.loads(encode(record(event))) == record(event)
    assert {type(value) for value in leaves(record(event))} <= {str, int, float, bool, type(None)}


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for one in value for leaf in leaves(one)]
    return [value]


def test_the_documented_keys_are_the_records() -> None:
    """docs/record.md names every key, in the record's order, and no other."""
    page = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
    assert documented(page, "The record") == KEYS
    for key, expected in NESTED.items():
        assert documented(page, f"`{key}`") == expected.split()


def documented(page: str, heading: str) -> list[str]:
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    return [row.split("`")[1] for row in rows]
