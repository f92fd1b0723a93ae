"""Looking after a database: what it is, whether it is sound, a newer schema, a copy."""

from dataclasses import dataclass
from pathlib import Path

from chronicle.storing.connect import Database


@dataclass(frozen=True, slots=True)
class Info:
    """What a database is and holds. `size` in bytes, None where it is no file."""

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
    raise NotImplementedError


def check(db: Database) -> list[str]:
    """What is wrong with it, one line each: integrity, foreign keys, full-text index against table."""
    raise NotImplementedError


def upgrade(target: str) -> Path | None:
    """Brings the schema up to date; the path of the copy made before, None if nothing had to be done."""
    raise NotImplementedError


def backup(db: Database, path: Path) -> Path:
    """A whole, consistent copy while others may write; refuses to overwrite a file."""
    raise NotImplementedError
