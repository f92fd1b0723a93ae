"""Somebody without a country is the one who bears the same name with one, in whatever order documents come."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from corrected import DESK, new
from invented import document, event

from chronicle.correcting.naming import Names
from chronicle.model import ActorKind, Event, Participation, Role
from chronicle.querying import Query, count, events
from chronicle.storing import Database, check, connect
from chronicle.storing.corrections import keep, take_back
from chronicle.storing.facts import Facts
from chronicle.storing.registry import Registry
from chronicle.storing.rewriting import settle_namesakes
from chronicle.storing.store import Change, store_document

PETROV = Participation("Ivan Petrov", ActorKind.PERSON, Role.PARTICIPANT, "RU", mention="Petrov")
UNSAID = replace(PETROV, country=None)
OTHER = replace(PETROV, country="BG")
DOCUMENTS = {
    "russia.txt": event("2021-09-03", "Petrov of Russia speaks.", actors=(PETROV,)),
    "unsaid.txt": event("2021-09-04", "Petrov speaks.", actors=(UNSAID,)),
    "bulgaria.txt": event("2021-09-05", "Petrov of Bulgaria speaks.", actors=(OTHER,)),
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "a.db"), create=True)) as made:
        yield made


def ingest(db: Database, file: str, *told: Event) -> Change:
    """A run of one document."""
    registry = Registry(db, Facts())
    change = store_document(db, *document(*told, file=file, number=file), registry=registry)
    with db.transaction():
        settle_namesakes(db, registry)
    return change


def actors(db: Database) -> list[tuple[str, str | None, str | None]]:
    """The key of who takes part on each day, and the country there and in the index of countries."""
    return list(
        db.rows("""
            SELECT a.key, p.country, c.country FROM participations p JOIN actors a ON a.id = p.actor_id
            LEFT JOIN event_countries c ON c.event_id = p.event_id ORDER BY p.event_id""")
    )


def whose(*countries: str | None) -> list[tuple[str, str | None, str | None]]:
    return [(f"person:ivan petrov:{country or ''}", country, country) for country in countries]


@pytest.mark.parametrize("files", list(permutations(["russia.txt", "unsaid.txt"])), ids=" ".join)
def test_one_country_is_that_of_all(db: Database, files: Sequence[str]) -> None:
    for file in files:
        ingest(db, file, DOCUMENTS[file])
    assert actors(db) == whose("RU", "RU")
    assert [one.keys[0] for one in count(db, Query(), ["actor"])] == ["Ivan Petrov"]
    assert len(list(events(db, Query(actors=("ivan petrov",), countries=("RU",))))) == 2
    assert list(db.rows("SELECT count(*) FROM actors")) == [(1,)]
    assert check(db) == []


@pytest.mark.parametrize("files", list(permutations(DOCUMENTS)), ids=" ".join)
def test_of_two_countries_it_is_neither(db: Database, files: Sequence[str]) -> None:
    for file in files:
        ingest(db, file, DOCUMENTS[file])
    assert actors(db) == whose("RU", None, "BG")


def test_what_comes_again_is_unchanged(db: Database) -> None:
    for file, told in list(DOCUMENTS.items())[:2]:
        ingest(db, file, told)
    for file, told in list(DOCUMENTS.items())[:2]:
        again = ingest(db, file, told)
        assert (len(again.unchanged), again.changed, again.added) == (1, (), ())
    assert actors(db) == whose("RU", "RU")


def test_a_country_that_is_gone_is_taken_back(db: Database) -> None:
    for file in ("russia.txt", "unsaid.txt"):
        ingest(db, file, DOCUMENTS[file])
    ingest(db, "russia.txt", replace(DOCUMENTS["russia.txt"], actors=(UNSAID,)))
    assert actors(db) == whose(None, None)
    assert list(db.rows("SELECT count(*) FROM found")) == [(0,)]
    assert [one.keys[0] for one in count(db, Query(), ["actor"])] == ["Ivan Petrov"]
    assert Names(db, []).actor("ivan petrov")["country"] is None


def test_two_of_one_name_in_one_event_are_two(db: Database) -> None:
    ingest(db, "both.txt", event(actors=(PETROV, UNSAID)))
    assert [key for key, *_ in actors(db)] == ["person:ivan petrov:RU", "person:ivan petrov:"]


def test_bodies_of_one_name_are_not_made_one(db: Database) -> None:
    ministry = Participation("Ministry of Trade", ActorKind.ORGANIZATION, Role.PARTICIPANT, "RU")
    for country in ("RU", None):
        ingest(db, f"{country}.txt", event(text=f"Trade {country}.", actors=(replace(ministry, country=country),)))
    assert [country for _, country, _ in actors(db)] == ["RU", None]


def test_corrections_hold_beside_it(db: Database) -> None:
    for file in ("russia.txt", "unsaid.txt"):
        ingest(db, file, DOCUMENTS[file])
    unsaid = list(events(db, Query()))[1]
    somebody = DESK.change_actor(unsaid, unsaid.actors[0], new("Ivan Petrov", "BG"), {})
    keep(db, [somebody], Facts())
    assert [country for _, country, _ in actors(db)] == ["RU", "BG"]
    take_back(db, [somebody], Facts())
    assert actors(db) == whose("RU", "RU")
    merged = DESK.merge("person:ivan petrov:RU", "Ivan Petrov", new("Ivan Sidorov", "RU"))
    keep(db, [merged], Facts())
    assert {key for key, *_ in actors(db)} == {"person:ivan sidorov:RU"}
    take_back(db, [merged], Facts())
    assert actors(db) == whose("RU", "RU")


def test_a_corrected_office_leaves_the_country(db: Database) -> None:
    for file in ("russia.txt", "unsaid.txt"):
        ingest(db, file, DOCUMENTS[file])
    unsaid = list(events(db, Query()))[1]
    keep(db, [DESK.change_actor(unsaid, unsaid.actors[0], None, {"office": "Envoy"})], Facts())
    assert actors(db) == whose("RU", "RU")
    assert [actor.office for actor in list(events(db, Query()))[1].actors] == ["Envoy"]
