"""A database of events, as `chronicle.open` gives it."""

from functools import cached_property
from types import TracebackType

from chronicle.api.asking import Asking
from chronicle.api.correcting import Corrections
from chronicle.api.doing import Doing
from chronicle.api.opening import Path, check


class Chronicle(Asking, Doing):
    """A database of events. It is opened for each call and closed after it, so that any thread may ask."""

    @cached_property
    def correct(self) -> Corrections:
        """Events put right: `db.correct.type("4f2a", "visit")`."""
        return Corrections(self)

    def __enter__(self) -> "Chronicle":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is held open, so nothing is to be closed."""


def open(target: Path | None = None) -> Chronicle:
    """The database at a path or an SQLAlchemy URL; left out, the one that the command takes.

    There need not be one yet: `ingest` and `import_` make it. DatabaseError for a file that is something else,
    WrongRevision for a database of another version, which `upgrade` brings up to date.
    """
    found = Chronicle(target)
    check(found.target)
    return found


def upgrade(target: Path | None = None) -> str | None:
    """Brings a database of an older version up to date; the copy of it as it was, if there was anything to do."""
    return Chronicle(target).upgrade()
