"""`read`: what would be read from a document, without a database."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli.edge import Status, leave, say
from chronicle.cli.help import examples
from chronicle.cli.options import (
    OUTPUT,
    Format,
    with_reading,
)
from chronicle.model import ReadingOptions

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.finding import Found
    from chronicle.model import Document, Event

EXAMPLES = examples("""
    chronicle read issue.pdf
    chronicle read issue.pdf --text | less
    chronicle read issues/ --entries | cut -f3,9
    chronicle read list.html --date-order day --format jsonl
""")


class RecordFormat(StrEnum):
    JSON = Format.JSON
    JSONL = Format.JSONL


@with_reading
def read(
    options: ReadingOptions,
    paths: Annotated[
        list[str],
        Argument(metavar="FILE...", help="What `ingest` takes: files, archives, folders, globs, addresses, or -."),
    ],
    text: Annotated[
        bool, Option("--text", help="The text that the reader makes of the file.", rich_help_panel=OUTPUT)
    ] = False,
    entries: Annotated[
        bool,
        Option(
            "--entries",
            help="The entries alone; in a pipe, tab-separated lines.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    format: Annotated[
        RecordFormat | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"The coded records as `export` would write them: {' or '.join(RecordFormat)}.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show what would be read from documents, without a database: why one comes out short.

    The citation, the sections, the entries with their dates and places, what is flagged, and what was
    left out and why. The options about reading are those of `ingest`.
    """
    from chronicle.cli.output import screen
    from chronicle.errors import UsageError

    if text + entries + (format is not None) > 1:
        raise UsageError("--text, --entries, --format: two of them; say one")
    files = Files(paths, options)
    to = screen()
    if text:
        _print_texts(files, to)
    elif entries:
        _print_entries(files, to)
    elif format is not None:
        _print_records(files, format, to)
    else:
        files.show(to)
    if files.failed:
        leave(Status.FAILED)


class Files:
    """The files that were named, read one by one; what fails is told and does not stop the rest."""

    def __init__(self, paths: list[str], options: ReadingOptions) -> None:
        self.paths = paths
        self.options = options
        self.failed = False

    def texts(self) -> Iterator[str]:
        from chronicle.errors import ReadError
        from chronicle.reading import reading_of

        for found, data in self._bytes():
            try:
                text = reading_of(data, found.name).text
                yield text if text.endswith("\n") else f"{text}\n"
            except ReadError as error:
                self._fail(str(error))

    def documents(self) -> "Iterator[Document]":
        from chronicle.errors import NoChronology, ReadError
        from chronicle.ingest import read

        for found, data in self._bytes():
            try:
                yield read(data, found.name, self.options)
            except NoChronology as error:
                self._skip(found, str(error))
            except ReadError as error:
                self._fail(str(error))

    def events(self) -> "Iterator[Event]":
        from chronicle.errors import NoChronology, ReadError
        from chronicle.ingest import code
        from chronicle.storing.unstored import as_stored

        for found, data in self._bytes():
            try:
                coded = code(data, found.name, options=self.options)
            except NoChronology as error:
                self._skip(found, str(error))
            except ReadError as error:
                self._fail(str(error))
            else:
                yield from as_stored(coded.document, coded.events)

    def show(self, to: "Screen") -> None:
        """Each document with what was left out of it; of one without a chronology, the dates that it has."""
        from pathlib import PurePath

        from chronicle.errors import NoChronology
        from chronicle.ingest import addressed
        from chronicle.presenting import outline
        from chronicle.reading.doubting import confidences
        from chronicle.reading.looking import look

        for number, (found, data) in enumerate(self._bytes()):
            if number:
                to.file.write("\n\n")
            seen = look(data, found.name, self.options)
            if seen.document is not None:
                sure = confidences(seen.document, seen.left_out)
                outline.write(addressed(seen.document, found.name), seen.left_out, sure, to.file, to.width)
            elif isinstance(seen.error, NoChronology):
                self._skip(found, str(seen.error))
                outline.write_without(PurePath(found.name).name, seen.left_out, to.file, to.width)
            else:
                self._fail(str(seen.error))

    def _bytes(self) -> "Iterator[tuple[Found, bytes]]":
        from chronicle.errors import ReadError
        from chronicle.finding import bytes_of, find_files

        for found in find_files(self.paths):
            for problem in found.problems:
                say(f"{'note' if found.passed else 'warning'}: {problem}")
            if found.error is not None:
                self._fail(found.error)
            if found.error is not None or found.passed:
                continue
            try:
                data = bytes_of(found)
            except ReadError as error:
                self._fail(str(error))
            else:
                yield found, data

    def _skip(self, found: "Found", why: str) -> None:
        if found.sought:
            say(f"note: {why}")
        else:
            self._fail(why)

    def _fail(self, why: str) -> None:
        self.failed = True
        say(f"error: {why}")


def _print_texts(files: Files, to: "Screen") -> None:
    """As they are into a pipe; on a terminal without signs that could steer it."""
    from chronicle.presenting.cells import plain

    for text in files.texts():
        if to.is_terminal:
            to.file.writelines(f"{plain(line)}\n" for line in text.splitlines())
        else:
            to.file.write(text)


def _print_entries(files: Files, to: "Screen") -> None:
    from chronicle.cli.output import print_rows
    from chronicle.presenting.outline import entry_rows

    print_rows(entry_rows(files.documents()), None, to)


def _print_records(files: Files, format: RecordFormat, to: "Screen") -> None:
    from chronicle.presenting import format_named

    format_named(format.value).write(files.events(), to.file)
