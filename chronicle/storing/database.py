"""Opening a database: a path is SQLite through the standard library, a URL goes through SQLAlchemy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from chronicle.errors import DatabaseError, WrongRevision

# The schema that this code reads and writes; migrations/versions ends with it.
REVISION = "0002"

# How long a writer waits for another one, in seconds.
PATIENCE = 5.0

Row = tuple[Any, ...]
Parameters = Mapping[str, object]


class Database(Protocol):
    """An open database. SQL names its parameters `:so`, on every dialect."""

    target: str
    dialect: str

    def rows(self, sql: str, parameters: Parameters = ...) -> Iterator[Row]:
        """The rows one by one as they are taken; nothing runs before the first."""

    def write(self, sql: str, parameters: Parameters = ...) -> None: ...

    def write_many(self, sql: str, rows: Iterable[Parameters]) -> None: ...

    def insert_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """The rows of an INSERT whose VALUES are parameters alone."""

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept together, or nothing; other writers wait."""

    def revision(self) -> str | None:
        """The schema's revision, None for a database that has nothing of ours."""

    def is_empty(self) -> bool:
        """Whether it holds no table at all."""

    def close(self) -> None: ...


def connect(target: str, *, create: bool = False, readonly: bool = False, patience: float = PATIENCE) -> Database:
    """The database at a path or URL; DatabaseError or WrongRevision says what to do otherwise.

    `create` makes a new one where there is none. `readonly` writes nothing; a file on a medium that
    cannot be written is read all the same.
    """
    db = open_database(target, create=create, readonly=readonly, patience=patience)
    try:
        return _current(db, target, create)
    except BaseException:
        db.close()
        raise


def open_database(target: str, *, create: bool, readonly: bool, patience: float = PATIENCE) -> Database:
    """The database as it is, of whatever revision."""
    if is_url(target):
        from chronicle.storing.server import Server

        return Server(target, readonly=readonly, patience=patience)
    from chronicle.storing.sqlite import SQLite

    return SQLite(as_path(target), create=create, readonly=readonly, patience=patience)


def is_url(target: str) -> bool:
    return "://" in target and not target.startswith("sqlite:")


def as_path(target: str) -> Path:
    """The file of a path or of an `sqlite:///` URL."""
    return Path(target.removeprefix("sqlite:///")).expanduser()


def _current(db: Database, target: str, create: bool) -> Database:
    found = db.revision()
    if found is None and create and db.is_empty():
        from chronicle.storing.upkeep import make_schema

        make_schema(target)
    else:
        check_revision(db.target, found, db.is_empty)
    return db


def check_revision(target: str, found: str | None, is_empty: Any) -> None:
    """Revisions are numbered in order, so that an older one sorts before REVISION and a newer one after."""
    if found == REVISION:
        return
    if found is None and is_empty():
        raise DatabaseError(f"{target}: holds no events yet; fill it with `chronicle ingest PATH`")
    if found is None:
        raise DatabaseError(f"{target}: is a database of another program; name another one with --db")
    if found < REVISION:
        raise WrongRevision(
            f"{target}: has schema revision {found}, this program needs {REVISION};"
            " run `chronicle db upgrade`, which copies the file first"
        )
    raise WrongRevision(
        f"{target}: has schema revision {found}, newer than this program's {REVISION};"
        " upgrade the program or name another database with --db"
    )
