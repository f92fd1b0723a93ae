"""Looking after a database: what it is, whether it is sound, a newer schema, a copy.

Alembic and SQLAlchemy are loaded only where a schema is made or upgraded.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chronicle import config
from chronicle.errors import DatabaseError
from chronicle.storing.database import (
    PATIENCE,
    REVISION,
    Database,
    as_path,
    check_revision,
    is_url,
    open_database,
)
from chronicle.storing.statement import VIEWS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_VIEW_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'view'",
    "postgresql": "SELECT viewname FROM pg_views WHERE schemaname = current_schema()",
}
_TABLES = ("documents", "events", "actors", "venues", "ingests")


@dataclass(frozen=True, slots=True)
class Info:
    """What a database is and holds. `size` in bytes, None where it is no file; days are ISO."""

    target: str
    revision: str
    size: int | None
    documents: int
    events: int
    actors: int
    venues: int
    ingests: int
    first: str | None
    last: str | None


def info(db: Database) -> Info:
    counts = {table: next(db.rows(f"SELECT count(*) FROM {table}"))[0] for table in _TABLES}
    first, last = next(db.rows("SELECT min(start_date), max(end_date) FROM events"))
    path = None if is_url(db.target) else Path(db.target)
    return Info(
        target=db.target,
        revision=db.revision() or "",
        size=path.stat().st_size if path else None,
        first=first and str(first),
        last=last and str(last),
        **counts,
    )


def check(db: Database) -> list[str]:
    """What is wrong with it, one line each: integrity, foreign keys, full-text index against table, views.

    Of a server views alone; the rest is its own.
    """
    if db.dialect != "sqlite":
        return _lacking(db)
    return _broken_pages(db) or [*_dangling(db), *_stale_index(db), *_lacking(db)]


def _broken_pages(db: Database) -> list[str]:
    try:
        found = [str(row[0]) for row in db.rows("PRAGMA integrity_check")]
    except DatabaseError as error:
        found = [str(error.__cause__)]
    return [] if found == ["ok"] else [f"integrity: {line}; restore a backup" for line in found]


def _dangling(db: Database) -> list[str]:
    return [
        f"{table}: row {row} refers to a row of {parent} that is gone"
        for table, row, parent, _ in db.rows("PRAGMA foreign_key_check")
    ]


def _stale_index(db: Database) -> list[str]:
    if index_is_sound(db):
        return []
    return ["full-text index: differs from the events; run `chronicle db upgrade`, which makes it anew"]


def _lacking(db: Database) -> list[str]:
    return [f"{view}: is not there; run `chronicle db upgrade`, which makes it" for view in missing_views(db)]


def missing_views(db: Database) -> list[str]:
    """Those that a database made before the first release may lack."""
    found = {name for (name,) in db.rows(_VIEW_NAMES[db.dialect])}
    return [view for view in VIEWS if view not in found]


def index_is_sound(db: Database) -> bool:
    """The index compares itself with the table when told to by something that looks like writing.

    True for a file that cannot be written: there it cannot be told.
    """
    before = next(db.rows("PRAGMA query_only"))[0]
    db.write("PRAGMA query_only = OFF")
    try:
        db.write("INSERT INTO events_fts (events_fts, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        cause = error.__cause__
        return isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY
    finally:
        db.write(f"PRAGMA query_only = {before}")
    return True


def backup(db: Database, path: Path) -> Path:
    """A whole, consistent copy while others may write; refuses to overwrite a file."""
    if db.dialect != "sqlite":
        raise DatabaseError(f"{db.target}: is no file; use the server's own backup")
    if path.exists():
        raise DatabaseError(f"{path}: is there already; name a new file")
    _copy(db.target, path)
    return path


def _copy(source: str, path: Path) -> None:
    from chronicle.storing.sqlite import SQLite, explained

    with closing(SQLite(Path(source), create=False, readonly=True, patience=PATIENCE)) as db:
        try:
            with explained(str(path)), closing(sqlite3.connect(path)) as copy:
                db.connection.backup(copy)
        except DatabaseError:
            path.unlink(missing_ok=True)
            raise


def upgrade(target: str) -> Path | None:
    """Brings the schema up to date, with a full-text index that differs from the events and views that are missing.

    The path of the copy made before; None if nothing had to be done, or if it is no file.
    """
    with closing(open_database(target, create=False, readonly=False)) as db:
        found = db.revision()
        if found is None or found >= REVISION:
            check_revision(target, found, db.is_empty)
        if found == REVISION and not missing_views(db) and (db.dialect != "sqlite" or index_is_sound(db)):
            return None
    if is_url(target):
        _migrate_url(target)
        with closing(open_database(target, create=False, readonly=False)) as db, db.transaction():
            _make_views(db)
        return None
    return _upgrade_file(as_path(target), found or REVISION)


def _upgrade_file(path: Path, revision: str) -> Path:
    copy = _free_name(path, revision)
    _copy(str(path), copy)
    _migrate_file(path)
    with closing(open_database(str(path), create=False, readonly=False)) as db, db.transaction():
        db.write("INSERT INTO events_fts (events_fts) VALUES ('rebuild')")
        _make_views(db)
    return copy


def _make_views(db: Database) -> None:
    from chronicle.storing import tables

    statements = dict(zip(VIEWS, tables.VIEWS[db.dialect], strict=True))
    for view in missing_views(db):
        db.write(statements[view])


def _free_name(path: Path, revision: str) -> Path:
    """`chronicle.db` of revision 0001 is copied to `chronicle.db.0001`, or `.0001-2` and so on."""
    name = path.with_name(f"{path.name}.{revision}")
    counted = 2
    while name.exists():
        name = path.with_name(f"{path.name}.{revision}-{counted}")
        counted += 1
    return name


def make_schema(target: str) -> None:
    """The tables of an empty database; where two start at once, the second finds them made."""
    if is_url(target):
        _migrate_url(target)
    else:
        _migrate_file(as_path(target))


def _migrate_file(path: Path) -> None:
    from chronicle.storing.sqlite import explained

    with explained(str(path)), closing(_raw_connection(path)) as raw, _sqlalchemy(raw) as connection:
        _migrate(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise DatabaseError(f"{path}: the upgrade would break references in {broken[0][0]}; nothing was changed")


def _raw_connection(path: Path) -> sqlite3.Connection:
    """For making tables anew. Foreign keys are off: dropping a table would delete the rows below it. Renaming is
    as it was of old: today's looks into the views, which find their tables gone meanwhile.
    """
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    return connection


@contextmanager
def _sqlalchemy(raw: sqlite3.Connection) -> "Iterator[Connection]":
    """An SQLAlchemy connection over this one, in a transaction that keeps everyone else out."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN EXCLUSIVE"))
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise (error.orig or error) from error


def _migrate_url(target: str) -> None:
    from chronicle.storing.server import engine_of, explained, shown

    engine = engine_of(target)
    try:
        with explained(shown(target)), engine.begin() as connection:
            _migrate(connection)
    finally:
        engine.dispose()


def _migrate(connection: Any) -> None:
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(config.migrations_folder()).replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
