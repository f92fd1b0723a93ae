"""The text file of corrections: one a line, in an order that makes small diffs, each checked on the way back."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from corrected import DESK, LATER, new, place, who
from invented import BEIJING, LAVROV, MOSCOW, WANG_YI, event

from chronicle.correcting import from_lines, to_lines, to_record
from chronicle.errors import UsageError
from chronicle.model import EventType, Mode
from chronicle.model.correction import Act, Correction

TALKS = replace(event(flags=("actor_slip",)), id="4f2a")
CALL = replace(event("2021-09-05", "Putin calls."), id="0b1c")

ALL = (
    DESK.type(TALKS, EventType.VISIT),
    DESK.mode(TALKS, None),
    DESK.mode(CALL, Mode.PHONE),
    DESK.date(TALKS, "2021-09-01~/2021-09-10~"),
    DESK.add_actor(TALKS, new("Ada Nowhere", "NO"), {"office": "Envoy"}),
    DESK.change_actor(TALKS, WANG_YI, who(LAVROV), {"role": "mentioned"}),
    LATER.remove_actor(TALKS, WANG_YI),
    DESK.add_venue(TALKS, place(MOSCOW)),
    DESK.change_venue(TALKS, BEIJING, place(MOSCOW)),
    LATER.remove_venue(TALKS, BEIJING),
    LATER.accept(TALKS),
    LATER.merge("person:ivanoff:RU", "Ivanoff", who(LAVROV)),
    DESK.alias("sergey-lavrov", who(LAVROV), "S. V. Lavroff"),
    DESK.same(TALKS, CALL),
    LATER.different(CALL, TALKS),
)


def test_every_act_is_here() -> None:
    assert {one.act for one in ALL} == set(Act)


def test_there_and_back() -> None:
    assert set(map(key, from_lines(to_lines(ALL), "c.jsonl"))) == set(map(key, ALL))


def key(one: Correction) -> str:
    return json.dumps(to_record(one), sort_keys=True)


def test_the_order_is_that_of_events_and_of_time() -> None:
    order = [(one.event, one.made) for one in from_lines(to_lines(ALL), "c.jsonl")]
    assert order == sorted(order, key=lambda each: (each[0] or "", each[1]))
    assert list(to_lines(reversed(list(from_lines(to_lines(ALL), ""))))) != []


def test_one_more_is_one_line_more() -> None:
    before = list(to_lines(ALL))
    after = list(to_lines([*ALL, LATER.type(CALL, EventType.AID)]))
    assert [line for line in after if line in before] == before
    assert len(after) == len(before) + 1


def test_a_line_can_be_read_by_a_person() -> None:
    line = to_record(LATER.type(TALKS, EventType.VISIT))
    assert line == {
        "id": line["id"],
        "event": "4f2a",
        "entry": "2021-09-03: Lavrov meets Wang in Beijing.",
        "act": "type",
        "given": {"type": "visit", "plover": "CONSULT"},
        "was": {"type": "meeting", "plover": None},
        "note": "seen in the ministry's own report",
        "author": "ben",
        "made": "2026-02-01T12:00:00Z",
    }


def test_the_same_correction_has_the_same_id_everywhere() -> None:
    assert DESK.mode(TALKS, None).id == DESK.mode(TALKS, None).id
    assert len({one.id for one in ALL}) == len(ALL)


class TestTheId:
    """It is made of all that the line says, so that nothing of two corrections is taken for one."""

    LINE: ClassVar[dict[str, Any]] = to_record(LATER.mode(TALKS, Mode.PHONE))
    REFUSED = r"^c\.jsonl:1: .* is not made of what the line says, .*take the id out"

    @staticmethod
    def read(line: dict[str, Any]) -> Correction:
        [one] = from_lines([json.dumps(line)], "c.jsonl")
        return one

    @pytest.mark.parametrize(
        "change",
        [
            {"event": "0b1c"}, {"given": {"mode": "hybrid"}}, {"was": {"mode": "video"}}, {"entry": "Another."},
            {"note": "seen elsewhere"}, {"note": ...}, {"author": "ada"}, {"made": "2026-02-01T12:00:01Z"},
            {"settles": ["actor_slip"]},
        ],
    )  # fmt: skip
    def test_is_no_longer_that_of_a_line_that_was_changed(self, change: dict[str, Any]) -> None:
        line = {key: value for key, value in {**self.LINE, **change}.items() if value is not ...}
        with pytest.raises(UsageError, match=self.REFUSED):
            self.read(line)
        assert self.read({key: value for key, value in line.items() if key != "id"}).id != self.LINE["id"]

    @pytest.mark.parametrize("invented", ["aaaaaaaa", ""])
    def test_is_not_invented(self, invented: str) -> None:
        with pytest.raises(UsageError, match=self.REFUSED):
            self.read({**self.LINE, "id": invented})

    def test_is_made_for_a_line_without_one(self) -> None:
        assert self.read({key: value for key, value in self.LINE.items() if key != "id"}).id == self.LINE["id"]

    def test_is_kept_of_a_line_that_an_earlier_version_wrote(self) -> None:
        line = (
            '{"id": "bk66fsrz", "event": "4f2a", "entry": "2021-09-03: Lavrov meets Wang in Beijing.", "act": "mode", '
            '"given": {"mode": "phone"}, "was": {"mode": "in_person"}, "note": "seen in the ministry\'s own report", '
            '"author": "ben", "made": "2026-02-01T12:00:00Z"}'
        )
        [one] = from_lines([line], "c.jsonl")
        assert one.id == "bk66fsrz"
        assert list(to_lines([one])) == [line]

    def test_outlives_a_program_that_writes_numbers_shorter(self) -> None:
        record = to_record(DESK.add_venue(TALKS, {**place(MOSCOW), "latitude": 56.0, "longitude": 38.0}))
        shorter = {**record, "given": {**record["given"], "latitude": 56, "longitude": 38}}
        assert to_record(self.read(shorter)) == record


def test_the_page_has_every_key_and_every_act() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE)
    assert [key for key, _ in rows] == list(KEYS)
    assert set(re.findall(r"`([a-z-]+)`", dict(rows)["act"])) == set(Act)
    for one in ALL:
        assert all(f"`{name}`" in page for name in one.given)
        assert set(to_record(one)) <= set(KEYS)


KEYS = "id event entry act subject name given was settles note author made".split()
GOOD: dict[str, Any] = to_record(ALL[0])
PERSON = {"name": "Ada", "kind": "person"}
OSLO = {"name": "Oslo", "kind": "city"}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"act": "applaud"}, "'applaud' is not a valid Act"),
        ({"event": None}, "type is for one event"),
        ({"given": {}}, "type needs type"),
        ({"given": {"type": "party"}}, "'party' is not a valid EventType"),
        ({"given": {"type": 3}}, "3 is not a valid EventType"),
        ({"act": "mode", "given": {"mode": "telepathy"}}, "'telepathy' is not a valid Mode"),
        ({"act": "date", "given": {"date": "2021-09-31"}}, "day is out of range"),
        ({"act": "add-actor", "given": {"name": "Ada", "kind": "ghost"}}, "'ghost' is not a valid ActorKind"),
        ({"act": "add-actor", "given": {"name": 7, "kind": "person"}}, "name 7 is no text"),
        (
            {"act": "add-actor", "given": {**PERSON, "country": "Zamunda"}},
            "country 'Zamunda' is no code of states.csv, such as CN",
        ),
        ({"act": "change-actor", "subject": "a", "name": "A", "given": {"country": "CHN"}}, "country 'CHN' is no code"),
        ({"act": "date", "given": {"date": "2021-10", "precision": "day"}}, "'day' is not that of 2021-10, which is m"),
        ({"given": {"type": "visit", "plover": "ACCUSE"}}, "plover 'ACCUSE' is none of visit, which takes CONSULT"),
        ({"given": {"type": "politics", "plover": "AID"}}, "plover 'AID' is none of politics, which has none"),
        ({"act": "add-venue", "given": {**OSLO, "latitude": 400, "longitude": 9}}, "latitude 400.0 is none; it goes"),
        ({"act": "add-venue", "given": {**OSLO, "latitude": 9, "longitude": 181}}, "it goes from -180 to 180"),
        ({"act": "add-venue", "given": {**OSLO, "latitude": "9", "longitude": 1}}, "latitude '9' is no number"),
        ({"act": "add-venue", "given": {**OSLO, "latitude": True, "longitude": 1}}, "latitude True is no number"),
        ({"act": "add-venue", "given": {**OSLO, "latitude": 9}}, "one of latitude and longitude without the other"),
        ({"act": "add-venue", "given": {**OSLO, "latitud": 9}}, "add-venue gives no latitud"),
        ({"act": "accept", "given": {"type": "visit"}}, "accept gives no type"),
        ({"given": [["type", "visit"]]}, "given has to be an object"),
        ({"settles": "actor_slip"}, "settles has to be a list of texts"),
        ({"act": "add-venue", "given": {"name": "Oslo", "kind": "person"}}, "'person' is not a valid VenueKind"),
        ({"act": "remove-actor", "given": {}}, "needs a subject"),
        ({"act": "same", "given": {}}, "same needs a subject"),
        ({"act": "same", "given": {}, "subject": "4f2a", "name": "x"}, "same needs two events"),
        ({"act": "different", "given": {}, "event": None, "subject": "a", "name": "x"}, "is for one event"),
        ({"act": "merge", "subject": "a", "name": "A"}, "merge is for all events"),
        (
            {"act": "alias", "event": None, "subject": "a", "name": "A", "given": {**PERSON, "alias": " - "}},
            "alias ' - ' is none; it needs letters or digits",
        ),
        ({"act": "add-actor", "given": {**PERSON, "name": ""}}, "name '' is none; it needs letters or digits"),
        ({"made": "yesterday"}, "is no time"),
        ({"author": None}, "author has to be a text"),
        ({"note": ["a"]}, "have to be texts"),
        ({"colour": "red"}, "keys other than"),
        ({"made": "2021-13-01T12:00:00Z"}, "month must be in 1..12"),
        ({"made": ...}, "lacks 'made'"),
        ({"note": "half a sign: \ud800"}, "surrogates not allowed"),
    ],
)
def test_a_line_that_is_no_correction_is_named(change: dict[str, Any], what: str) -> None:
    line = {key: value for key, value in {**GOOD, **change}.items() if value is not ...}
    with pytest.raises(UsageError, match=r"^c\.jsonl:2: is no correction: .*" + what):
        from_lines(["", json.dumps(line)], "c.jsonl")


@pytest.mark.parametrize("line", ["no JSON", "[1, 2]", '"text"', "{", "null"])
def test_a_line_that_is_no_object(line: str) -> None:
    with pytest.raises(UsageError, match=r"^c\.jsonl:1: is no correction"):
        from_lines([line], "c.jsonl")


def test_a_key_that_stands_twice() -> None:
    with pytest.raises(UsageError, match=r"^c\.jsonl:2: is no correction: author: stands there twice;"):
        from_lines(["", '{"id": "1", "author": "Ada", "author": "Bo"}'], "c.jsonl")
