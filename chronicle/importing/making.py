"""A database that an import makes: it is there with its first events, or not at all."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from chronicle.errors import DatabaseError
from chronicle.storing import Database, connect
from chronicle.storing.database import as_path, is_url


@contextmanager
def opened(target: str) -> Iterator[Database]:
    """For writing; one that is not there yet takes its name when it is left without an error and holds an event."""
    if is_url(target) or as_path(target).exists():
        with closing(connect(target, create=True)) as db:
            yield db
    else:
        with _beside(as_path(target)) as db:
            yield db


@contextmanager
def _beside(path: Path) -> Iterator[Database]:
    """In a folder of its own, in the nearest folder that is there already."""
    nearest = next(folder for folder in path.absolute().parents if folder.exists())
    try:
        folder = TemporaryDirectory(prefix=f".{path.name}.", suffix=".part", dir=nearest)
    except OSError as error:
        raise _not_made(path, error) from error
    with folder:
        made = Path(folder.name, path.name)
        with closing(connect(str(made), create=True)) as db:
            db.target = str(path)
            yield db
            is_filled = next(db.rows("SELECT 1 FROM events LIMIT 1"), None) is not None
        if is_filled:
            _place(made, path)


def _place(made: Path, path: Path) -> None:
    """A link, unlike a new name, never takes the place of what somebody else has made there meanwhile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(made, path)
        except FileExistsError:
            raise DatabaseError(f"{path}: was made by another program meanwhile; import again") from None
        except OSError:
            # A medium without links.
            made.rename(path)
    except OSError as error:
        raise _not_made(path, error) from error


def _not_made(path: Path, error: OSError) -> DatabaseError:
    return DatabaseError(f"{path}: cannot be made ({error.strerror}); name another one with --db")
