"""An SQLite file by the standard library: write-ahead log, foreign keys on, errors in plain words."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from chronicle.errors import DatabaseError
from chronicle.storing.database import Parameters, Row

_REASONS = {
    sqlite3.SQLITE_BUSY: "is in use by another program; try again when that is done",
    sqlite3.SQLITE_LOCKED: "is in use by another program; try again when that is done",
    sqlite3.SQLITE_READONLY: "cannot be written; change its permissions or name another one with --db",
    sqlite3.SQLITE_FULL: "the disk is full, nothing more was stored; make room and run it again",
    sqlite3.SQLITE_NOTADB: "is not a database; name another one with --db",
    sqlite3.SQLITE_CORRUPT: "is damaged; run `chronicle db check`, or restore a backup",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the path and its permissions",
    sqlite3.SQLITE_IOERR: "cannot be read or written by the system; check the disk",
}


# Memory for pages while writing: the links of a big database are written all over it.
_WRITER_KIB = 65_536


# So many rows are a statement that is not too long.
_AT_ONCE = 500
_NAMES = re.compile(r":(\w+)")


@contextmanager
def explained(target: str) -> Iterator[None]:
    """SQLite's errors that a user can do something about, as DatabaseError; others stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = _REASONS.get(_code(error) & 0xFF)
        if reason is None:
            raise
        raise DatabaseError(f"{target}: {reason}") from error
    except UnicodeDecodeError as error:  # SQLite's own words, of a file in which bytes were changed
        raise DatabaseError(f"{target}: {_REASONS[sqlite3.SQLITE_CORRUPT]}") from error


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's code; Python's own OperationalError, of text that is none in UTF-8, has no code."""
    unread = sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else 0
    return int(getattr(error, "sqlite_errorcode", unread))


class SQLite:
    dialect = "sqlite"

    def __init__(self, path: Path, *, create: bool, readonly: bool, patience: float) -> None:
        self.target = str(path)
        self.path = path
        _check_path(path, create)
        with explained(self.target):
            self.connection = _open(path, create, readonly, patience)
            self.connection.execute("PRAGMA foreign_keys = ON")
            if not readonly:
                self._prepare_to_write()

    def _prepare_to_write(self) -> None:
        """With a write-ahead log, what a power cut takes are the last documents, never a part of one."""
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.execute(f"PRAGMA cache_size = -{_WRITER_KIB}")

    def rows(self, sql: str, parameters: Parameters = {}) -> Iterator[Row]:  # noqa: B006
        with explained(self.target):
            # Not `yield from`: who leaves early would close the cursor, perhaps after its database.
            for row in self.connection.execute(sql, parameters):  # noqa: UP028
                yield row

    def write(self, sql: str, parameters: Parameters = {}) -> None:  # noqa: B006
        with explained(self.target):
            self.connection.execute(sql, parameters)

    def write_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        with explained(self.target):
            self.connection.executemany(sql, rows)

    def insert_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """One statement for many rows: the full-text index is written to the file before each statement."""
        before, values = sql.split("VALUES")
        names = _NAMES.findall(values)
        one = f"({', '.join('?' * len(names))})"
        most = min(_AT_ONCE, self.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(names))
        for begin in range(0, len(rows), most):
            some = rows[begin : begin + most]
            with explained(self.target):
                self.connection.execute(
                    f"{before} VALUES {', '.join([one] * len(some))}", [row[name] for row in some for name in names]
                )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            # SQLite itself has rolled back after a full disk or an input error.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def revision(self) -> str | None:
        try:
            found = next(self.rows("SELECT version_num FROM alembic_version"), None)
        except sqlite3.OperationalError:
            return None
        return str(found[0]) if found else None

    def is_empty(self) -> bool:
        return next(self.rows("SELECT 1 FROM sqlite_master"), None) is None

    def close(self) -> None:
        self.connection.close()


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise DatabaseError(f"{path}: is a folder; name a file in it with --db")
    if path.exists():
        return
    if not create:
        raise DatabaseError(f"{path}: there is no database yet; make one with `chronicle ingest PATH`")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"{path}: cannot be made ({error.strerror}); name another one with --db") from error


def _open(path: Path, create: bool, readonly: bool, patience: float) -> sqlite3.Connection:
    if not readonly:
        return _connect(path, "rwc" if create else "rw", patience)
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        connection = _connect(path, "rw", patience)
        connection.execute("PRAGMA query_only = ON")
        return connection
    return _connect_unwritable(path, patience)


def _connect_unwritable(path: Path, patience: float) -> sqlite3.Connection:
    """A file in write-ahead mode wants to write beside itself even to be read, unless nobody else can."""
    log = path.with_name(f"{path.name}-wal")
    alone = not log.exists() and not os.access(path.parent, os.W_OK)
    return _connect(path, "ro&immutable=1" if alone else "ro", patience)


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
