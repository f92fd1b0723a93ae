"""Imported events beside what is here: merged by ids, their actors those of the tables, corrections held."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from samples import ANNA, OSLO, SOUTH, TALKS, coded, document

from chronicle.errors import DatabaseError
from chronicle.importing import Imported, import_rows, rows_of
from chronicle.importing.making import opened
from chronicle.model import Event
from chronicle.model.correction import Act, Correction
from chronicle.presenting.record import record
from chronicle.querying import Query, events, total
from chronicle.storing import Database, check, connect
from chronicle.storing.corrections import keep
from chronicle.storing.facts import load_facts
from chronicle.storing.registry import Registry
from chronicle.storing.store import store_document


@pytest.fixture
def db(tmp_path: Path) -> Any:
    with closing(connect(str(tmp_path / "events.db"), create=True)) as opened:
        yield opened
        assert check(opened) == []


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    """Reference tables of a few rows."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "people.csv").write_text(
        "id,name,family,country,aliases,native,wikidata\n"
        "anna-northman,Anna Northman,Northman,NO,Ann Northman,,Q1\n"
        "two-1,Li Two,Li,CN,,,\ntwo-2,Li Two,Li,CN,,,Q2\n"
    )
    (folder / "organizations.csv").write_text("id,name,kind,country,aliases,wikidata\n")
    (folder / "states.csv").write_text("code,name\nZA,South Africa\n")
    return [folder]


def take(db: Database, folder: Path, *listed: Event, tables: list[Path] | None = None) -> Imported:
    path = folder / "events.jsonl"
    path.write_text("".join(f"{json.dumps(record(event))}\n" for event in listed), encoding="utf-8")
    return import_rows(db, rows_of(str(path)), tables or [])


def counts(done: Imported) -> tuple[int, int, int]:
    return done.added, done.changed, done.unchanged


def test_by_their_ids(db: Database, tmp_path: Path) -> None:
    other = replace(TALKS, id="other", ordinal=2)
    assert counts(take(db, tmp_path, TALKS)) == (1, 0, 0)
    assert counts(take(db, tmp_path, replace(TALKS, text="Changed."), other)) == (1, 1, 0)
    assert counts(take(db, tmp_path, TALKS, other)) == (0, 1, 1)
    assert [event.text for event in events(db, Query())] == [TALKS.text] * 2


def test_what_another_program_has_made_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"

    def both() -> None:
        with opened(str(path)) as mine:
            take(mine, tmp_path, TALKS)
            connect(str(path), create=True).close()

    with pytest.raises(DatabaseError, match="was made by another program meanwhile"):
        both()
    with closing(connect(str(path), readonly=True)) as theirs:
        assert total(theirs, Query()) == 0
    assert {each.name for each in tmp_path.iterdir()} == {"shared.db", "events.jsonl"}


def test_what_is_unchanged_leaves_no_trace(db: Database, tmp_path: Path) -> None:
    take(db, tmp_path, TALKS)
    take(db, tmp_path, TALKS)
    assert list(db.rows("SELECT count(*), count(finished) FROM ingests")) == [(1, 1)]


def test_a_citation_that_was_mended(db: Database, tmp_path: Path) -> None:
    take(db, tmp_path, TALKS)
    assert TALKS.source is not None
    take(db, tmp_path, replace(TALKS, source=replace(TALKS.source, title="A Year of Better Talks")))
    [event] = events(db, Query())
    assert event.source is not None
    assert event.source.title == "A Year of Better Talks"


def test_events_can_change_places(db: Database, tmp_path: Path) -> None:
    first, second = replace(TALKS, id="one", ordinal=1), replace(TALKS, id="two", ordinal=2)
    take(db, tmp_path, first, second)
    swapped = replace(first, ordinal=2), replace(second, ordinal=1)
    assert counts(take(db, tmp_path, *swapped)) == (0, 2, 0)
    assert {event.id: event.ordinal for event in events(db, Query())} == {"one": 2, "two": 1}
    assert list(db.rows("SELECT count(*) FROM sections")) == [(1,)]


class TestActors:
    def keys(self, db: Database) -> set[str]:
        return {row[0] for row in db.rows("SELECT key FROM actors")}

    def test_an_actor_of_the_tables_is_that_actor(self, db: Database, tmp_path: Path, tables: list[Path]) -> None:
        take(db, tmp_path, TALKS, tables=tables)
        assert self.keys(db) == {"anna-northman", "ZA", "organization:union of seas rivers:"}
        assert total(db, Query(actors=("ann northman",))) == 1

    def test_they_are_those_of_ingested_events(self, db: Database, tmp_path: Path, tables: list[Path]) -> None:
        one = document(TALKS)
        store_document(db, one, coded(one, TALKS), registry=Registry(db, load_facts(tables)))
        take(db, tmp_path, replace(TALKS, id="other", ordinal=7), tables=tables)
        assert total(db, Query(actors=("anna northman",))) == 2

    @pytest.mark.parametrize(
        "actor",
        [
            replace(ANNA, wikidata="Q99"),
            replace(ANNA, country="US"),
            replace(ANNA, name="Li Two", country="CN", wikidata=None),
        ],
    )
    def test_one_that_may_be_another_is_not(self, db: Database, tmp_path: Path, tables: list[Path], actor: Any) -> None:
        take(db, tmp_path, replace(TALKS, actors=(actor,)), tables=tables)
        assert {key.partition(":")[0] for key in self.keys(db)} == {"person"}

    def test_one_of_several_by_the_item(self, db: Database, tmp_path: Path, tables: list[Path]) -> None:
        take(
            db,
            tmp_path,
            replace(TALKS, actors=(replace(ANNA, name="Li Two", country="CN", wikidata="Q2"),)),
            tables=tables,
        )
        assert self.keys(db) == {"two-2"}

    def test_the_item_of_the_tables_is_told(self, db: Database, tmp_path: Path, tables: list[Path]) -> None:
        take(db, tmp_path, replace(TALKS, actors=(replace(ANNA, wikidata=None),)), tables=tables)
        [event] = events(db, Query())
        assert event.actors[0].wikidata == "Q1"

    def test_two_of_one_name_in_one_event(self, db: Database, tmp_path: Path, tables: list[Path]) -> None:
        twice = replace(TALKS, actors=(ANNA, ANNA, SOUTH, replace(SOUTH, office="Chair")), venues=(OSLO, OSLO))
        take(db, tmp_path, twice, tables=tables)
        [event] = events(db, Query())
        assert [actor.name for actor in event.actors] == [actor.name for actor in twice.actors]
        assert len(event.venues) == 2


def test_corrections_made_here_hold_on(db: Database, tmp_path: Path) -> None:
    take(db, tmp_path, TALKS)
    one = Correction(
        "c1", Act.TYPE, "ada", "2026-01-01T00:00:00+00:00", TALKS.id, given={"type": "visit", "plover": "CONSULT"}
    )
    keep(db, [one], load_facts([]))
    assert [event.type for event in events(db, Query())] == ["visit"]
    assert counts(take(db, tmp_path, TALKS)) == (0, 0, 1)
    assert counts(take(db, tmp_path, replace(TALKS, text="Changed."))) == (0, 1, 0)
    [event] = events(db, Query())
    assert (event.type, event.text) == ("visit", "Changed.")
    # What was exported with the correction in it is no other event.
    assert counts(take(db, tmp_path, event)) == (0, 0, 1)
