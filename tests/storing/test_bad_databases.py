"""What goes wrong with a database: a plain word with a remedy, and the database as it was."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from invented import document, event
from ordinary import as_ordinary_user

from chronicle.errors import DatabaseError, WrongRevision
from chronicle.storing import Database, check, connect
from chronicle.storing.database import REVISION
from chronicle.storing.store import store_document

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one document of one event."""
    folder = tmp_path / "data"
    made = folder / "events.db"
    with closing(connect(str(made), create=True)) as db:
        store_document(db, *document(event()))
    return made


def events(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(db.execute("SELECT count(*) FROM events").fetchone()[0])


def another(path: Path, **about: object) -> None:
    """Stores a second document."""
    with closing(connect(str(path), patience=0.1)) as db:
        its, coded = document(event("2020-05-05", "Another year."), file="b.txt", relation="US - Japan")
        store_document(db, its, coded)


def set_revision(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    connect(str(tmp_path / "a" / "b" / "c.db"), create=True).close()
    assert events(tmp_path / "a" / "b" / "c.db") == 0


def test_a_new_database_writes_ahead_and_keeps_foreign_keys(path: Path) -> None:
    with closing(connect(str(path))) as db:
        assert list(db.rows("PRAGMA journal_mode")) == [("wal",)]
        assert list(db.rows("PRAGMA foreign_keys")) == [(1,)]


def test_an_address_of_a_file_is_a_file(path: Path) -> None:
    with closing(connect(f"sqlite:///{path}")) as db:
        assert db.target == str(path)


@pytest.mark.parametrize("readonly", [True, False])
def test_no_database_yet(tmp_path: Path, readonly: bool) -> None:
    with pytest.raises(DatabaseError, match=r"none\.db: there is no database yet; .*chronicle ingest"):
        connect(str(tmp_path / "none.db"), readonly=readonly)
    assert list(tmp_path.glob("none*")) == []


def test_an_empty_file_holds_no_events_yet(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseError, match="holds no events yet"):
        connect(str(tmp_path / "empty.db"))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="is a folder"):
        connect(str(tmp_path), create=True)


@pytest.mark.parametrize("create", [True, False])
def test_not_a_database(tmp_path: Path, create: bool) -> None:
    text = tmp_path / "issue.txt"
    text.write_text("Sept. 3, 2021: Lavrov meets Wang.\n" * 50)
    before = text.read_bytes()
    with pytest.raises(DatabaseError, match=r"issue\.txt: is not a database; name another one"):
        connect(str(text), create=create)
    assert text.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(DatabaseError, match="is a database of another program"):
        connect(str(path), create=create)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_an_older_revision_says_what_to_run(path: Path) -> None:
    set_revision(path, "0000")
    with pytest.raises(WrongRevision, match=f"schema revision 0000, this program needs {REVISION}; .*db upgrade"):
        connect(str(path), create=True)
    assert events(path) == 1


def test_a_newer_revision_says_so(path: Path) -> None:
    set_revision(path, "9999")
    with pytest.raises(WrongRevision, match="schema revision 9999, newer than this program's"):
        connect(str(path))
    assert events(path) == 1


def test_locked_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match=r"events\.db: is in use by another program; try again"):
            another(path)
        with closing(connect(str(path), readonly=True)) as reader:
            assert list(reader.rows("SELECT count(*) FROM events")) == [(1,)]
        other.execute("ROLLBACK")
    another(path)
    assert events(path) == 2


def test_reading_writes_nothing(path: Path) -> None:
    with (
        closing(connect(str(path), readonly=True)) as db,
        pytest.raises(DatabaseError, match="cannot be written"),
    ):
        db.write("DELETE FROM events")
    assert events(path) == 1


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """As an ordinary user sees a folder of somebody else's, whoever runs the tests."""
    for each in (folder, *folder.iterdir()):
        each.chmod(0o555 if each.is_dir() else 0o444)
    try:
        yield
    finally:
        folder.chmod(0o755)
        for each in folder.iterdir():
            each.chmod(0o644)


def read(path: Path) -> str:
    with closing(connect(str(path), readonly=True)) as db:
        return str(next(db.rows("SELECT count(*) FROM events"))[0])


def write(path: Path) -> str:
    with closing(connect(str(path), create=True)) as db:
        try:
            db.write("DELETE FROM events")
        except DatabaseError as error:
            return str(error)
    return "written"


@pytest.fixture
def open_path(path: Path) -> Iterator[Path]:
    """The database in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shared = Path(folder, "shared")
        shutil.copytree(path.parent, shared)
        yield shared / path.name


def test_a_file_that_cannot_be_written_is_read_all_the_same(open_path: Path) -> None:
    with unwritable(open_path.parent):
        assert as_ordinary_user(lambda: read(open_path)) == "1"


def test_a_file_that_cannot_be_written_says_so(open_path: Path) -> None:
    with unwritable(open_path.parent):
        said = as_ordinary_user(lambda: write(open_path))
    assert "events.db: cannot be written; change its permissions" in said
    assert events(open_path) == 1


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    with closing(connect(str(path))) as db:
        pages = next(db.rows("PRAGMA page_count"))[0]
        db.write(f"PRAGMA max_page_count = {pages + 4}")
        long = [event("2020-05-05", f"Day {n}. " + "x" * 5000) for n in range(50)]
        with pytest.raises(DatabaseError, match=r"events\.db: the disk is full, nothing more was stored"):
            store_document(db, *document(*long, file="b.txt", relation="US - Japan"))
        assert list(db.rows("SELECT count(*) FROM documents")) == [(1,)]
    assert events(path) == 1
    another(path)
    assert events(path) == 2


def test_damaged_pages_are_found(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 8)
    with pytest.raises(DatabaseError, match=r"is damaged; run `chronicle db check`|is not a database"):
        another(path)


def test_damaged_words_are_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE documents SET title = CAST(x'4fd6' AS TEXT)")
    with closing(connect(str(path))) as opened, pytest.raises(DatabaseError, match=r"is damaged; run `chronicle db"):
        list(opened.rows("SELECT title FROM documents"))


KILLED = """
import sys
sys.path.insert(0, sys.argv[2])
from invented import document, event
from chronicle.storing import connect
from chronicle.storing.store import store_document
db = connect(sys.argv[1])
print("ready", flush=True)
for n in range(100_000):
    events = [event(f"20{y:02d}-0{m}-05", f"Event {m} of document {n}.") for y in range(10, 20) for m in range(1, 5)]
    store_document(db, *document(*events, number=str(n), relation=f"A - B{n}", file=f"{n}.txt"))
"""


def test_a_killed_ingest_leaves_whole_documents(path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(path), str(Path(__file__).parents[1])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        time.sleep(0.7)
        running.send_signal(signal.SIGKILL)
    with closing(connect(str(path))) as db:
        assert check(db) == []
        per_document = """
            SELECT DISTINCT count(*) FROM events e JOIN sections s ON s.id = e.section_id
            JOIN documents d ON d.id = s.document_id WHERE d.file <> 'issue.txt' GROUP BY d.id"""
        assert list(db.rows(per_document)) in ([(40,)], [])
        assert list(db.rows("SELECT 1 FROM documents WHERE id NOT IN (SELECT document_id FROM sections)")) == []


def test_two_first_ingests_at_once_make_one_schema(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from chronicle.storing import connect; connect(sys.argv[1], create=True)",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen([*command, str(tmp_path / "n.db")], env=environment) for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    assert events(tmp_path / "n.db") == 0


def delete_and_be_interrupted(db: Database) -> None:
    with db.transaction():
        db.write("DELETE FROM documents")
        raise KeyboardInterrupt


def test_interrupted_inside_a_transaction(path: Path) -> None:
    with closing(connect(str(path))) as db:
        with pytest.raises(KeyboardInterrupt):
            delete_and_be_interrupted(db)
        another_text = replace(event(), text="Lavrov meets Wang in Beijing. They talk for three hours.")
        assert len(store_document(db, *document(another_text)).changed) == 1
    assert events(path) == 1


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("mysql://ada:secret@host/events", "mysql://ada:***@host/events: mysql is not supported"),
        ("foo://x", "foo://x: foo is not supported"),
        (
            "postgresql+psycopg2://host/events",
            "postgresql+psycopg2://host/events: postgresql+psycopg2 is not supported",
        ),
        ("://x", "the address of the database cannot be read"),
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_an_address_of_another_program(target: str, told: str, create: bool) -> None:
    with pytest.raises(DatabaseError) as error:
        connect(target, create=create, readonly=not create)
    assert str(error.value) == f"{told}; a path is SQLite, an address is postgresql://user@host/name"
