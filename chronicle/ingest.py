"""The way of documents into the database: finds files, reads, codes and stores them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one document. `status` is the headline, the event ids tell the rest.

    `added` a new document, `changed` a known one, `unchanged` nothing to do, `failed` nothing stored
    and `error` says why. `same_as` is the file under which the chronology is known already.
    `flagged` counts events with flags; `problems` are messages about the document.
    `in_dry_run` nothing was written.
    """

    file: str
    status: str
    document: str | None = None
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    flagged: int = 0
    problems: tuple[str, ...] = ()
    same_as: str | None = None
    error: str | None = None


def ingest(
    paths: Sequence[str],
    target: str,
    *,
    jobs: int = 1,
    dry_run: bool = False,
    force: bool = False,
) -> Iterator[Report]:
    """One report per document as soon as it is done; one that fails does not stop the rest.

    `paths` are files, folders (searched all the way down), globs and `-` for standard input. The
    database is made if there is none. `force` reads and codes unchanged bytes again. Raises ReadError
    for a path that is missing or a folder without documents, DatabaseError for the database.
    """
    raise NotImplementedError
