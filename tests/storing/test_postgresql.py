"""The same schema, ingest and questions on a real PostgreSQL server."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from corrected import DESK, who
from invented import LAVROV, PUTIN, WANG_YI, document, event
from samples import EVENTS

from chronicle.errors import DatabaseError, UsageError, WrongRevision
from chronicle.importing import import_rows, rows_of
from chronicle.presenting.record import record
from chronicle.querying import Key, Query, actors, count, cross, documents, events, profile, total
from chronicle.querying import event as event_of
from chronicle.querying.activity import ACTOR_KEYS, Extent, activity, extent
from chronicle.querying.network import circle, network
from chronicle.querying.same import likely_same
from chronicle.storing import Database, check, connect, info, upgrade
from chronicle.storing.corrections import keep, take_back
from chronicle.storing.entries import stored_document
from chronicle.storing.facts import Facts
from chronicle.storing.fitting import misfits
from chronicle.storing.kept import all_corrections
from chronicle.storing.statement import ask
from chronicle.storing.store import store_document

pytest.importorskip("psycopg", reason="the extra `postgresql` is not installed")
if shutil.which("initdb") is None or shutil.which("pg_ctl") is None:
    pytest.skip("no PostgreSQL server on the path", allow_module_level=True)

TALKS = event(
    "2021-09-03", "Lavrov meets Wang Yi in Beijing. They discuss the H-6K bomber, the U.S. and a U.S.-led drill."
)
SUMMIT = event("2021-09-16", "SCO summit is held in Dushanbe.", end="2021-09-17", actors=(PUTIN, WANG_YI))
SLIP = event(None, "Nothing can happen on this day.", actors=(), flags=("date_invalid",))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own in a new folder; it refuses to run as root, so root lends it to `nobody`."""
    user = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}
    with tempfile.TemporaryDirectory() as folder:
        if user:
            os.chown(folder, 65534, 65534)
        data = f"{folder}/data"
        how = {"check": True, "capture_output": True, "cwd": folder, **user}
        subprocess.run(["initdb", "-D", data, "-U", "chronicle", "--auth=trust", "-E", "UTF8"], **how)  # type: ignore[call-overload]
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        subprocess.run(["pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start"], **how)  # type: ignore[call-overload]
        try:
            yield f"postgresql://chronicle@/{{name}}?host={folder}"
        finally:
            subprocess.run(["pg_ctl", "-D", data, "-m", "immediate", "stop"], **how)  # type: ignore[call-overload]


@pytest.fixture
def target(server: str, request: pytest.FixtureRequest) -> str:
    """An empty database."""
    import psycopg

    name = "test_" + sha256(request.node.name.encode()).hexdigest()[:16]
    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name=name)


@pytest.fixture
def db(target: str) -> Iterator[Database]:
    with closing(connect(target, create=True)) as opened:
        store_document(opened, *document(TALKS, SUMMIT, SLIP))
        yield opened


def test_no_schema_yet(target: str) -> None:
    with pytest.raises(DatabaseError, match="holds no events yet"):
        connect(target)


def test_no_server() -> None:
    with pytest.raises(DatabaseError, match="check the address and the server"):
        connect("postgresql://nobody@localhost:1/none")


def test_a_password_is_in_no_message() -> None:
    with pytest.raises(DatabaseError) as caught:
        connect("postgresql://me:secret@localhost:1/none")
    assert str(caught.value).startswith("postgresql://me:***@localhost:1/none: ")
    assert "secret" not in str(caught.value)


def test_an_address_of_an_unknown_kind() -> None:
    with pytest.raises(DatabaseError, match="oracle9 is not supported; a path is SQLite"):
        connect("oracle9://somewhere/none")


def test_events_come_back_as_they_went_in(db: Database) -> None:
    found = list(events(db, Query(sort="document")))
    expected = document(TALKS, SUMMIT, SLIP)[1][0]
    assert [replace(each, id=None, source=None) for each in found] == list(expected)
    assert check(db) == []
    assert (info(db).events, info(db).first, info(db).size) == (3, "2021-09-03", None)


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        (Query(), ["Nothing", "Lavrov", "SCO"]),
        (Query(actors=("lavrov",)), ["Lavrov"]),
        (Query(actors=("russia", "wang yi")), ["Lavrov", "SCO"]),
        (Query(actors=("lavrov or putin",), sort="-date"), ["SCO", "Lavrov"]),
        (Query(not_actors=("putin",), countries=("cn",)), ["Lavrov"]),
        (Query(on="2021-09-17"), ["SCO"]),
        (Query(since="2021-09-17", text="summit"), ["SCO"]),
        (Query(text='"H-6K bomber" OR nothing'), ["Nothing", "Lavrov"]),
        (Query(text="discus* NOT summit"), ["Lavrov"]),
        (Query(text="it's"), []),
        (Query(text="(lavrov or summit) -bomber"), ["SCO"]),
        (Query(text="H-6Ks or 北京"), ["Lavrov"]),
        (Query(text="US"), ["Lavrov"]),
        (Query(text="u.s. bomber"), ["Lavrov"]),
        (Query(text="U.S.-led"), ["Lavrov"]),
        (Query(text="US-led -SCO"), ["Lavrov"]),
        (Query(text="U.N."), []),
        (Query(participants=("wang yi", "russia"), sort="-type,-date"), ["SCO", "Lavrov"]),
        (Query(since_last_ingest=True, sort="source,mode,-date"), ["SCO", "Lavrov", "Nothing"]),
        (Query(venues=("china",), types=("meeting",), modes=("in_person",), limit=1), ["Nothing"]),
        (Query(relations=("china russia",), documents=("issue.txt",), flags=("date_invalid",)), ["Nothing"]),
    ],
    ids=repr,
)
def test_questions(db: Database, query: Query, headlines: list[str]) -> None:
    assert [each.headline.split()[0] for each in events(db, query)] == headlines


def test_counts_lists_and_profiles(db: Database) -> None:
    assert [(each.keys[0], each.events) for each in count(db, Query(), ["month"])] == [("2021-09", 2), (None, 1)]
    assert count(db, Query(actors=("lavrov",)), ["quarter", "actor"])[0].keys == ("2021-Q3", "Sergey Lavrov")
    assert [row.name for row in actors(db, Query())] == ["Wang Yi", "Sergey Lavrov", "Vladimir Putin"]
    assert [row.events for row in documents(db, Query(since="2021"))] == [2]
    assert profile(db, "russia", Query()).actor.events == 2
    assert total(db, Query(during="2021")) == 2


@pytest.mark.parametrize("key", get_args(Key))
def test_every_key_counts_and_stands_against_another(db: Database, key: Key) -> None:
    other: Key = "type" if key != "type" else "month"
    alone = {each.keys[0]: each.events for each in count(db, Query(), [key])}
    table = cross(db, Query(), [key, other])
    assert {row.keys[0]: row.events for row in table.rows} == alone
    assert {row.keys[0]: sum(table.row(row)) for row in table.rows} == alone


def test_ranges_spread(db: Database) -> None:
    spread = count(db, Query(), ["weekday", "actor"], spread=True)
    assert [each.keys[0] for each in spread if each.keys[1] == "Vladimir Putin"] == ["Thursday", "Friday"]


def test_what_pictures_ask(db: Database) -> None:
    found = activity(db, Query(), "day", "actor")
    assert found.begun["Wang Yi", "2021-09-16"] == 1
    assert {stay.lane for stay in found.stays} == {"Vladimir Putin", "Wang Yi"}
    assert extent(db, Query()) == Extent(3, 2, date(2021, 9, 3), date(2021, 9, 16))
    assert sum(activity(db, Query(), "month", ACTOR_KEYS).begun.values()) == 4
    assert [tie.other.name for tie in network(db, Query(), "country").ties] == ["Russia"]
    assert {tie.other.name for tie in circle(db, "wang yi", Query()).ties} == {"Sergey Lavrov", "Vladimir Putin"}
    assert profile(db, "wang yi", Query()).months[0].events == 2
    assert count(db, Query(during="1999"), ["actor"]) == []


@pytest.mark.parametrize("sort", ["type,-date", "-source,mode", "document", "-date"])
def test_pages_put_together_are_the_whole(db: Database, sort: str) -> None:
    whole = [each.id for each in events(db, Query(sort=sort))]
    pages = [each.id for after in (None, *whole) for each in events(db, Query(sort=sort, after=after, limit=1))]
    assert pages == whole


def test_a_changed_document(db: Database) -> None:
    first = [each.id for each in events(db, Query(sort="document"))]
    typo = replace(TALKS, text=TALKS.text.replace("discuss", "discus"), actors=(LAVROV,))
    change = store_document(db, *document(typo, SUMMIT))
    assert (change.changed, change.removed, change.unchanged) == ((first[0],), (first[2],), (first[1],))


def test_corrections(db: Database) -> None:
    talks, slip = (
        next(each for each in events(db, Query()) if each.headline.startswith(w)) for w in ("Lavrov", "Noth")
    )
    ones = (
        DESK.change_actor(talks, LAVROV, who(PUTIN), {"role": "mentioned"}),
        DESK.date(slip, "2021-09-30"),
        DESK.merge("wang-yi", "Wang Yi", who(LAVROV)),
        DESK.alias("vladimir-putin", who(PUTIN), "The President"),
        DESK.mode(replace(talks, id="gone"), None),
    )
    outcome = keep(db, ones, Facts())
    assert (len(outcome.events), [misfit.correction for misfit in outcome.misfits]) == (3, [ones[-1]])
    assert [each.headline for each in events(db, Query(actors=("the president",)))] == [talks.headline, SUMMIT.headline]
    assert [each.headline for each in events(db, Query(on="2021-09-30"))] == [slip.headline]
    assert misfits(db) == list(outcome.misfits)
    assert store_document(db, *document(TALKS, SUMMIT, SLIP)).unchanged != ()
    [section] = stored_document(db, 1).sections
    assert [entry.date for entry in section.entries] == [TALKS.date, SUMMIT.date, SLIP.date]
    take_back(db, all_corrections(db), Facts())
    assert {each.headline: each.actors for each in events(db, Query())}[talks.headline] == TALKS.actors


def test_a_failure_leaves_nothing_of_the_document(db: Database) -> None:
    broken = replace(TALKS, venues=(replace(TALKS.venues[0], name="Nowhere", latitude=1000.0),))
    with pytest.raises(DatabaseError, match="ck_venues_latitude"):
        store_document(db, *document(broken, number="9", relation="US - Japan"))
    assert total(db, Query()) == 3


def test_reading_writes_nothing(db: Database, target: str) -> None:
    with (
        closing(connect(target, readonly=True)) as reader,
        pytest.raises(DatabaseError, match="read-only transaction"),
    ):
        reader.write("DELETE FROM documents")


def test_revisions(db: Database, target: str) -> None:
    assert upgrade(target) is None
    db.write("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongRevision, match="newer than this program's"):
        connect(target)


def test_missing_views_are_told_and_made(db: Database, target: str) -> None:
    db.write("DROP VIEW participation_view")
    assert check(db) == ["participation_view: is not there; run `chronicle db upgrade`, which makes it"]
    assert upgrade(target) is None
    assert check(db) == []
    assert len(list(ask(db, "select * from participation_view").rows)) > 0


def test_migrations_and_tables_have_no_difference(db: Database, target: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy.engine import create_engine

    from chronicle.storing.tables import metadata

    def is_ours(name: str | None, kind: str, parents: object) -> bool:
        return name not in ("alembic_version", "ix_events_fts")

    engine = create_engine(target.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_views_and_statements(target: str, db: Database) -> None:
    with closing(connect(target, readonly=True)) as reader:
        answer = ask(reader, "SELECT id, participants, venues, countries, authors FROM event_view ORDER BY number")
        assert answer.names == ("id", "participants", "venues", "countries", "authors")
        assert [row[1:4] for row in answer.rows] == [
            (None, "Beijing", None),
            ("Sergey Lavrov; Wang Yi", "Beijing", "RU; CN"),
            ("Vladimir Putin; Wang Yi", "Beijing", "RU; CN"),
        ]
        asked = ask(reader, "SELECT count(*), min(start_date)::text FROM participation_view WHERE role = 'participant'")
        assert list(asked.rows) == [(4, "2021-09-03")]


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("DELETE FROM events", "here one only asks"),
        ("WITH gone AS (DELETE FROM events RETURNING id) SELECT * FROM gone", "read-only transaction"),
        ("SELECT 1; DELETE FROM events", "multiple commands"),
        ("SELECT 1; COMMIT; DELETE FROM events", "multiple commands"),
        ("SELECT nothing FROM event_view", "does not exist"),
        ("SELECT set_config('transaction_read_only', 'off', false)", "read-write mode"),
        ("SELECT 1 / (id - id) FROM events", "division by zero"),
        ("SELECT '%s', '%', :x", "syntax error"),
    ],
)
def test_statements_refused(target: str, db: Database, statement: str, word: str) -> None:
    with closing(connect(target, readonly=True)) as reader, pytest.raises(UsageError, match=word):
        list(ask(reader, statement).rows)
    assert total(db, Query()) == 3


def test_events_that_are_one(db: Database) -> None:
    told = replace(TALKS, headline="In Beijing, Lavrov meets Wang Yi for talks.")
    store_document(db, *document(told, file="b.txt", relation="Asia", number="4", title="Asia"))
    [pair] = likely_same(db, Query())
    first, second = (event_of(db, key) for key in pair.ids)
    keep(db, [DESK.same(first, second)], Facts())
    assert (total(db, Query()), total(db, Query(unique=True))) == (4, 3)
    assert likely_same(db, Query()) == []


@pytest.mark.usefixtures("db")
def test_completion(target: str) -> None:
    from types import SimpleNamespace

    from chronicle.cli import completing

    asked = SimpleNamespace(params={"db": target})
    assert completing.actors(asked, "Ser") == [("Sergey-lavrov", "Sergey Lavrov, RU")]  # type: ignore[arg-type]


def test_what_another_database_exported(db: Database, tmp_path: Path) -> None:
    """Merged by ids, and exported again to the letter."""
    listed = [replace(EVENTS[2], source=EVENTS[0].source), *EVENTS[:2]]
    path = tmp_path / "events.jsonl"
    text = "".join(f"{json.dumps(record(event), ensure_ascii=False)}\n" for event in listed)
    path.write_text(text, encoding="utf-8")
    done = [import_rows(db, rows_of(str(path)), ()) for _ in range(2)]
    assert [(each.added, each.changed, each.unchanged, each.refused) for each in done] == [(3, 0, 0, ()), (0, 0, 3, ())]
    found = events(db, Query(documents=("d1",)))
    assert [json.dumps(record(event), ensure_ascii=False) for event in found] == text.splitlines()
