"""The migrations make what the tables say, and the code knows the last of them."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from chronicle import config
from chronicle.storing import connect
from chronicle.storing.database import REVISION
from chronicle.storing.tables import FULL_TEXT, VIEWS, metadata


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    path = tmp_path / "migrated.db"
    connect(str(path), create=True).close()
    return path


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    return not (name or "").startswith(("events_fts", "alembic_version"))


def test_the_code_needs_the_last_revision() -> None:
    settings = Config()
    settings.set_main_option("script_location", str(config.migrations_folder()))
    assert ScriptDirectory.from_config(settings).get_current_head() == REVISION


def test_migrations_and_tables_have_no_difference(migrated: Path) -> None:
    engine = create_engine(f"sqlite:///{migrated}", poolclass=NullPool)
    with engine.connect() as connection:
        options = {"include_name": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def schema(path: Path) -> dict[str, str]:
    """The statements that make each table, index and trigger, with constraints in order of the alphabet."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: ordered(sql) for name, sql in rows if not name.startswith(("sqlite_", "alembic_"))}


def ordered(statement: str) -> str:
    head, _, rest = statement.partition("(")
    body, _, tail = rest.rpartition(")")
    lines = sorted(" ".join(line.split()) for line in re.split(r",\s*\n", body))
    return " ".join(f"{head} ({', '.join(lines)}) {tail}".split())


def test_migrations_and_tables_make_the_same_statements(migrated: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}", poolclass=NullPool)
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in (*FULL_TEXT["sqlite"], *VIEWS["sqlite"]):
            connection.exec_driver_sql(statement)
    ours, theirs = schema(made), schema(migrated)
    assert ours.keys() == theirs.keys()
    for name, statement in ours.items():
        assert statement == theirs[name]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("participations", "event_id, actor_id"),
        ("event_venues", "event_id, venue_id"),
        ("event_countries", "country, event_id"),
        ("flags", "event_id, position"),
        ("links", "event_id, position"),
    ],
)
def test_links_are_kept_in_the_order_of_their_key(migrated: Path, table: str, columns: str) -> None:
    statement = schema(migrated)[table]
    assert "WITHOUT ROWID" in statement
    assert f"PRIMARY KEY ({columns})" in statement


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("UPDATE events SET type = 'party'", "ck_events_type"),
        ("UPDATE events SET mode = 'telepathy'", "ck_events_mode"),
        ("UPDATE events SET end_date = '1900-01-01'", "ck_events_dates"),
        ("UPDATE events SET start_date = NULL", "ck_events_dated"),
        ("UPDATE participations SET role = 'bystander'", "ck_participations_role"),
        ("UPDATE actors SET kind = 'ghost'", "ck_actors_kind"),
        ("UPDATE venues SET latitude = 91", "ck_venues_latitude"),
        ("UPDATE participations SET actor_id = 99 WHERE position = 0", "FOREIGN KEY"),
        ("UPDATE events SET section_id = 99", "FOREIGN KEY"),
    ],
)
def test_constraints_are_real(tmp_path: Path, change: str, constraint: str) -> None:
    from invented import document, event

    from chronicle.storing.store import store_document

    with closing(connect(str(tmp_path / "a.db"), create=True)) as db:
        store_document(db, *document(event()))
        with pytest.raises(sqlite3.IntegrityError, match=constraint):
            db.write(change)
