"""Looking after a database: info, check, backup, and an upgrade that copies the file first."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from invented import document, event

from chronicle import config
from chronicle.errors import DatabaseError, UsageError, WrongRevision
from chronicle.querying import Query, total
from chronicle.storing import backup, check, connect, info, upgrade
from chronicle.storing.database import REVISION
from chronicle.storing.statement import ask
from chronicle.storing.store import store_document

NEXT = '''
"""A column more."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("events", recreate="always") as events:
        events.add_column(sa.Column("intensity", sa.Text()))
    for statement in %r:
        op.execute(statement)
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(connect(str(tmp_path / "events.db"), create=True)) as db:
        store_document(db, *document(event(), event("2021-10-14", "A drill.", end="2021-10-17")))
    return tmp_path / "events.db"


def test_info(path: Path) -> None:
    with closing(connect(str(path), readonly=True)) as db:
        found = info(db)
    assert (found.documents, found.events, found.actors, found.venues, found.ingests) == (1, 2, 2, 1, 1)
    assert (found.first, found.last, found.revision) == ("2021-09-03", "2021-10-17", REVISION)
    assert found.size == path.stat().st_size


def test_a_sound_database(path: Path) -> None:
    for readonly in (True, False):
        with closing(connect(str(path), readonly=readonly)) as db:
            assert check(db) == []


def test_check_finds_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()[0]
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096 * (root - 1))
        file.write(b"\xff" * 4096)
    with closing(connect(str(path), readonly=True)) as db:
        faults = check(db)
    assert faults
    assert all(fault.startswith("integrity: ") for fault in faults)


def test_check_finds_references_to_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM actors WHERE name = 'Wang Yi'")
    with closing(connect(str(path))) as db:
        assert any("refers to a row of actors that is gone" in line for line in check(db))


@pytest.fixture
def stale(path: Path) -> Path:
    """A full-text index that misses a word."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TRIGGER events_fts_update")
        db.execute("UPDATE events SET text = 'Other words.' WHERE headline = 'A drill.'")
    return path


def test_check_finds_an_index_that_differs(stale: Path) -> None:
    with closing(connect(str(stale), readonly=True)) as db:
        assert check(db) == [
            "full-text index: differs from the events; run `chronicle db upgrade`, which makes it anew"
        ]


def test_upgrade_mends_the_index(stale: Path) -> None:
    copy = upgrade(str(stale))
    assert copy == stale.with_name(f"events.db.{REVISION}")
    with closing(connect(str(stale))) as db:
        assert check(db) == []


@pytest.fixture
def viewless(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP VIEW event_view")
    return path


def test_check_finds_a_view_that_is_missing(viewless: Path) -> None:
    with closing(connect(str(viewless), readonly=True)) as db:
        assert check(db) == ["event_view: is not there; run `chronicle db upgrade`, which makes it"]


def test_a_question_to_a_missing_view_says_what_to_do(viewless: Path) -> None:
    with closing(connect(str(viewless), readonly=True)) as db, pytest.raises(UsageError, match="chronicle db upgrade"):
        ask(db, "select * from event_view")


def test_upgrade_makes_a_missing_view(viewless: Path) -> None:
    assert upgrade(str(viewless)) is not None
    with closing(connect(str(viewless))) as db:
        assert check(db) == []
        assert len(list(ask(db, "select * from event_view").rows)) == 2
    assert upgrade(str(viewless)) is None


def test_backup_is_whole_while_others_write(path: Path, tmp_path: Path) -> None:
    with (
        closing(connect(str(path))) as writer,
        closing(connect(str(path), readonly=True)) as db,
        writer.transaction(),
    ):
        writer.write("DELETE FROM documents")
        backup(db, tmp_path / "copy.db")
    with closing(connect(str(tmp_path / "copy.db"))) as copied:
        assert check(copied) == []
        assert info(copied).events == 2


def test_backup_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("mine")
    with closing(connect(str(path))) as db, pytest.raises(DatabaseError, match="is there already"):
        backup(db, tmp_path / "there.db")
    assert (tmp_path / "there.db").read_text() == "mine"


def test_backup_into_a_folder_that_is_not_there(path: Path, tmp_path: Path) -> None:
    with closing(connect(str(path))) as db, pytest.raises(DatabaseError, match="cannot be opened"):
        backup(db, tmp_path / "nowhere" / "copy.db")


def test_upgrade_of_what_is_up_to_date(path: Path) -> None:
    assert upgrade(str(path)) is None
    assert list(path.parent.glob("events.db.0*")) == []


@pytest.fixture
def next_schema(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with one revision more, which makes the events' table anew."""
    from chronicle.storing.tables import FULL_TEXT

    folder = tmp_path / "migrations"
    shutil.copytree(config.migrations_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    triggers = FULL_TEXT["sqlite"][2:]
    (folder / "versions" / "0003_next.py").write_text(NEXT % (triggers,))
    monkeypatch.setattr(config, "migrations_folder", lambda: folder)
    monkeypatch.setattr("chronicle.storing.database.REVISION", "0003")
    monkeypatch.setattr("chronicle.storing.upkeep.REVISION", "0003")


@pytest.mark.usefixtures("next_schema")
def test_upgrade_copies_the_file_first_and_keeps_every_row(path: Path) -> None:
    with pytest.raises(WrongRevision, match="chronicle db upgrade"):
        connect(str(path))
    copy = upgrade(str(path))
    assert copy == path.with_name("events.db.0002")
    with closing(connect(str(path))) as db:
        assert check(db) == []
        assert list(db.rows("SELECT intensity FROM events")) == [(None,), (None,)]
        assert list(db.rows("SELECT count(*) FROM participations")) == [(4,)]
        assert len(list(db.rows("SELECT rowid FROM events_fts WHERE events_fts MATCH 'drill'"))) == 1
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
        assert before.execute("SELECT count(*) FROM participations").fetchone() == (4,)


@pytest.mark.usefixtures("next_schema")
def test_a_second_copy_gets_another_name(path: Path) -> None:
    path.with_name("events.db.0002").write_text("an older copy")
    assert upgrade(str(path)) == path.with_name("events.db.0002-2")
    assert path.with_name("events.db.0002").read_text() == "an older copy"


def test_upgrade_of_a_newer_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongRevision, match="newer than this program's"):
        upgrade(str(path))


def test_upgrade_of_the_first_schema_finds_words_by_plain_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as before:
        folder = tmp_path / "migrations"
        shutil.copytree(config.migrations_folder(), folder, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]*"))
        before.setattr(config, "migrations_folder", lambda: folder)
        for module in ("database", "upkeep"):
            before.setattr(f"chronicle.storing.{module}.REVISION", "0001")
        with closing(connect(str(path), create=True)) as db:
            store_document(db, *document(event(text="Gomułka meets Wałęsa."), event("2021-10-14", "A drill.")))
            assert total(db, Query(text="gomulka")) == 0
    assert upgrade(str(path)) == tmp_path / "old.db.0001"
    with closing(connect(str(path))) as db:
        assert check(db) == []
        assert [total(db, Query(text=typed)) for typed in ("gomulka", "Wałęsa", "drill")] == [1, 1, 1]
