"""A name that an answer shows is taken as input: alone, and with what tells it from others behind it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import invented
import pytest

from chronicle.correcting.naming import Names, actor_of, venue_of
from chronicle.errors import UnknownName
from chronicle.model import ActorKind, Participation, Role, Venue, VenueKind
from chronicle.querying import Query, count, events, profile
from chronicle.storing import Database, connect
from chronicle.storing.names import label
from chronicle.storing.store import store_document

PETROV = Participation("Ivan Petrov", ActorKind.PERSON, Role.PARTICIPANT, "RU", mention="Petrov")
OTHER = replace(PETROV, country="BG")
UNSAID = replace(PETROV, country=None)
COUNCIL = Participation("Council (Upper House)", ActorKind.ORGANIZATION, Role.PARTICIPANT, "RU", mention="Council")
MOSCOW = Venue("Moscow", VenueKind.CITY, "RU")
IDAHO = replace(MOSCOW, country="US")
NOWHERE = replace(MOSCOW, country=None)
TOLD = [
    invented.event(f"2021-09-0{day}", f"Talk {day}.", actors=(actor,), venues=(venue,))
    for day, actor, venue in [(1, PETROV, MOSCOW), (2, OTHER, IDAHO), (3, UNSAID, NOWHERE), (4, COUNCIL, MOSCOW)]
]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "a.db"), create=True)) as made:
        store_document(made, *invented.document(*TOLD))
        yield made


def days(db: Database, query: Query) -> list[int]:
    return [each.date.start.day for each in events(db, query) if each.date.start]


@pytest.mark.parametrize("field", ["actors", "participants"])
def test_every_actor_that_is_counted_is_found_by_what_it_is_called(db: Database, field: str) -> None:
    counted = count(db, Query(), ["actor"])
    assert [one.keys[0] for one in counted] == [
        "Council (Upper House)", "Ivan Petrov (BG)", "Ivan Petrov (RU)", "Ivan Petrov (person)",
    ]  # fmt: skip
    assert [days(db, Query(**{field: (one.keys[0],)})) for one in counted] == [[4], [2], [1], [3]]


def test_every_venue_that_is_counted_is_found_by_what_it_is_called(db: Database) -> None:
    counted = count(db, Query(), ["venue"])
    assert [one.keys[0] for one in counted] == ["Moscow (RU)", "Moscow (US)", "Moscow (city)"]
    assert [days(db, Query(venues=(one.keys[0] or "",))) for one in counted] == [[1, 4], [2], [3]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ivan petrov (bg)", [2]),
        ("Ivan Petrov (BG, person)", [2]),
        ("Ivan Petrov (person:ivan petrov:)", [3]),
        ("Ivan Petrov (RU) or Ivan Petrov (BG)", [1, 2]),
        ("Council (Upper House)", [4]),
        ("Council (Upper House) (RU)", [4]),
        ("Russia (RU)", [1, 4]),
    ],
)
def test_names_with_what_tells_them_apart(db: Database, typed: str, found: list[int]) -> None:
    assert days(db, Query(actors=(typed,))) == found


def test_what_an_error_lists_can_be_typed(db: Database) -> None:
    with pytest.raises(UnknownName, match="fits several: ") as caught:
        events(db, Query(actors=("ivan petrov",)))
    listed = str(caught.value).partition("several: ")[2].partition(";")[0].split(", ")
    assert sorted(days(db, Query(actors=(each,)))[0] for each in listed) == [1, 2, 3]


@pytest.mark.parametrize("kind", ["actors", "countries", "venues"])
def test_states_as_an_error_lists_them(db: Database, kind: str) -> None:
    assert list(events(db, Query(**{kind: ("South Korea (KR)",)}))) == []


@pytest.mark.parametrize("typed", ["Ivan Petrov (CN)", "Ivan (RU)", "(RU)"])
def test_nobody_is_shown_so(db: Database, typed: str) -> None:
    with pytest.raises(UnknownName, match="not known here"):
        events(db, Query(actors=(typed,)))


def test_a_profile(db: Database) -> None:
    assert profile(db, "Ivan Petrov (RU)", Query()).actor.key == "person:ivan petrov:RU"


def test_who_and_where_is_corrected(db: Database) -> None:
    names = Names(db, [])
    assert [names.actor(f"Ivan Petrov ({told})")["country"] for told in ("RU", "BG", "person")] == ["RU", "BG", None]
    assert names.place("Moscow (US)")["country"] == "US"
    both = invented.event(actors=(PETROV, OTHER), venues=(MOSCOW, IDAHO))
    assert actor_of(both, "Ivan Petrov (BG)") == OTHER
    assert venue_of(both, "moscow (us)") == IDAHO


def test_a_label() -> None:
    assert label("Ivan Petrov (RU, person)") == label(" ivan petrov (ru,person) ")
    assert label("Ivan Petrov") is None
