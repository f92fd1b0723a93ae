"""The database that a command asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from chronicle.config import default_database
from chronicle.errors import UsageError

if TYPE_CHECKING:
    from chronicle.storing import Database


def target(db: str | None) -> str:
    """What `--db` says, or else the configured one."""
    if db is None:
        return default_database()
    if not db.strip():
        raise UsageError("--db '': names no database; write a path or an address, or leave it out")
    return db


@contextmanager
def reading(db: str | None) -> Iterator["Database"]:
    """Open for reading, closed whatever happens."""
    from chronicle.storing import connect

    database = connect(target(db), readonly=True)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def writing(db: str | None, *, create: bool = False) -> Iterator["Database"]:
    """Open for writing, closed whatever happens; made if there is none and `create`."""
    from chronicle.storing import connect

    database = connect(target(db), create=create)
    try:
        yield database
    finally:
        database.close()
