"""Opening a database: a path is SQLite through the standard library, a URL goes through SQLAlchemy."""

from typing import Protocol


class Database(Protocol):
    """placeholder: filled in presently"""

    target: str

    def close(self) -> None: ...


def connect(target: str, *, create: bool = False, readonly: bool = False) -> Database:
    """The database at a path or URL; DatabaseError or WrongRevision says what to do otherwise.

    `create` makes a new one where there is none; `readonly` writes nothing, not even a journal.
    """
    raise NotImplementedError
