"""A database by its name; it is opened for each question and closed after it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from os import PathLike, fspath

from chronicle.config import default_database
from chronicle.errors import DatabaseError, UsageError, is_of_database
from chronicle.storing import Database, connect
from chronicle.storing.database import as_path, is_url

Path = str | PathLike[str]


class Opening:
    """`target` is a path or an SQLAlchemy URL. Between two calls nothing is held open, and nothing is to be closed."""

    def __init__(self, target: Path | None = None) -> None:
        self.target = named(target)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.target!r})"

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with errors_told(self.target), closing(connect(self.target, readonly=True)) as database:
            yield database

    @contextmanager
    def _writing(self, *, create: bool = False) -> Iterator[Database]:
        with errors_told(self.target), closing(connect(self.target, create=create)) as database:
            yield database


@contextmanager
def errors_told(target: str) -> Iterator[None]:
    """What a library says of a database, as DatabaseError."""
    try:
        yield
    except Exception as error:
        if not is_of_database(error):
            raise
        what = next(iter(str(error).splitlines()), type(error).__name__)
        raise DatabaseError(f"{target}: {what}; `chronicle db check` looks for damage") from error


def named(target: Path | None) -> str:
    """What is named, or else what the command would take: CHRONICLE_DB, the configuration, the user's folder."""
    if target is None:
        return default_database()
    if not fspath(target).strip():
        raise UsageError("database '': names none; write a path or an address, or leave it out")
    return fspath(target)


def check(target: str) -> None:
    """DatabaseError for a file that is there and is no database of ours, WrongRevision for one of another schema."""
    if not is_url(target) and as_path(target).exists():
        connect(target, readonly=True).close()
