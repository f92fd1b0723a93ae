"""Documents read without a database: what `chronicle read` shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chronicle.api.doing import Paths, listed_paths
from chronicle.errors import ReadError, one_of
from chronicle.model import AS_FOUND, DateOrder, Document, Event, ReadingOptions
from chronicle.model.document import Language

if TYPE_CHECKING:
    from enum import StrEnum

    from chronicle.finding import Found
    from chronicle.model.leftover import LeftOut


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gives. `document` is None where it holds no chronology or cannot be read, and `error` says why.

    `left_out` is what no entry claims, and why; without a chronology, the lines that begin with a date.
    `text` is what the reader makes of the file, empty where it cannot be read.
    """

    file: str
    document: Document | None = None
    text: str = ""
    left_out: "tuple[LeftOut, ...]" = ()
    error: str | None = None

    def events(self) -> list[Event]:
        """The entries coded, with the ids that they would have in a database."""
        from chronicle.config import data_folder, own_data_folder
        from chronicle.extracting import code_document
        from chronicle.ingest import gazetteer
        from chronicle.storing.unstored import as_stored

        if self.document is None:
            return []
        coded = code_document(self.document, gazetteer(data_folder(), own_data_folder(), ()))
        return list(as_stored(self.document, coded))


def read(
    paths: Paths,
    *,
    date_order: str | None = None,
    relation: str | None = None,
    year: int | None = None,
    section: str | None = None,
    language: str | None = None,
) -> Iterator[Reading]:
    """Reads files, folders, archives, globs and addresses, one after the other as they are taken."""
    from chronicle.finding import find_files

    options = options_of(date_order, relation, year, section, language)
    return (_reading(found, options) for found in find_files(listed_paths(paths)) if not found.passed)


def options_of(
    date_order: str | None,
    relation: str | None,
    year: int | None,
    section: str | None,
    language: str | None,
) -> ReadingOptions:
    """What is said of a document in place of what reading finds; UsageError for what cannot be."""
    return ReadingOptions(
        _one_of(DateOrder, date_order, "date order"), relation, year, section, _one_of(Language, language, "language")
    )


def _one_of(kind: "type[StrEnum]", value: str | None, what: str) -> Any:
    return None if value is None else kind(one_of(value, list(kind), what))


def _reading(found: "Found", options: ReadingOptions = AS_FOUND) -> Reading:
    from chronicle.finding import bytes_of
    from chronicle.ingest import addressed
    from chronicle.reading.looking import look

    if found.error is not None:
        return Reading(found.name, error=found.error)
    try:
        data = bytes_of(found)
    except ReadError as error:
        return Reading(found.name, error=str(error))
    seen = look(data, found.name, options)
    document = addressed(seen.document, found.name) if seen.document else None
    return Reading(found.name, document, seen.text, seen.left_out, str(seen.error) if seen.error else None)
