"""What changes a database or writes files of it: ingest, import, recode, export, report, plot, upkeep."""

from collections.abc import Callable, Sequence
from os import fspath
from typing import TYPE_CHECKING, Literal, Unpack

from chronicle.api.asking import By, Sort, keys_of
from chronicle.api.filters import Asked, Filters, query_of, sorted_by
from chronicle.api.opening import Opening, Path, errors_told
from chronicle.api.tables import Listed, listed
from chronicle.errors import ReadError, UsageError

if TYPE_CHECKING:
    from chronicle.importing import Imported
    from chronicle.ingest import Report
    from chronicle.recode import Report as Recoded

Paths = Path | Sequence[Path]


class Doing(Opening):
    # --- in

    def ingest(
        self,
        paths: Paths,
        *,
        jobs: int = 1,
        dry_run: bool = False,
        force: bool = False,
        as_found: bool = False,
        date_order: str | None = None,
        relation: str | None = None,
        year: int | None = None,
        section: str | None = None,
        language: str | None = None,
        told: "Callable[[Report], None] | None" = None,
    ) -> "Listed[Report]":
        """Reads files, folders, archives, globs and addresses on the web; one report for each document.

        The database is made with the first document that is stored. One that fails is a report whose
        `error` says why, and does not stop the rest. `told` is given each report as soon as its document is done.
        """
        from chronicle.api.reading import options_of
        from chronicle.ingest import Report, ingest

        options = options_of(date_order, relation, year, section, language)
        reports: list[Report] = []
        done = ingest(
            listed_paths(paths),
            self.target,
            jobs=jobs,
            dry_run=dry_run,
            force=force,
            options=options,
            as_found=as_found,
        )
        for report in done:
            reports.append(report)
            if told:
                told(report)
        return listed(reports, Report)

    def import_(self, paths: Paths, format: Literal["jsonl", "csv"] | None = None) -> "list[Imported]":
        """Takes in events that `export` wrote as jsonl or csv; of each file what was added, changed, refused."""
        from chronicle.importing import given, import_files

        if format not in (None, "jsonl", "csv"):
            raise UsageError(f"{format}: is not read back; take jsonl or csv")
        try:
            taken = given(listed_paths(paths), format)
            with errors_told(self.target):
                return [done for _, done in import_files(self.target, taken)]
        except OSError as error:
            raise ReadError(f"{error.filename}: {(error.strerror or str(error)).lower()}; name another file") from error

    def recode(self, documents: str | Sequence[str] | None = None, *, dry_run: bool = False) -> "list[Recoded]":
        """Codes stored entries again, those of all documents or of those named; what is different, by document."""
        from chronicle.querying.names import find_documents
        from chronicle.recode import recode
        from chronicle.storing.entries import documents as every

        named = [documents] if isinstance(documents, str) else documents
        with self._reading() if dry_run else self._writing() as database:
            if named is None:
                numbers = every(database)
            else:
                numbers = sorted({number for name in named for number in find_documents(database, name)})
            return list(recode(database, numbers, dry_run=dry_run))

    # --- out

    def export(
        self,
        format: str | None,
        path: Path,
        *asked: Asked,
        sort: Sort = "date",
        long: bool = False,
        excel: bool = False,
        partition: Literal["year"] | None = None,
        bipartite: bool = False,
        **filters: Unpack[Filters],
    ) -> int:
        """Writes all events that fit in a format of docs/formats.md and says how many.

        Without a format the file's name says it. The file is there whole or not at all; where nothing fits, one
        that is there stays as it is.
        """
        from chronicle.exporting.files import export

        if partition not in (None, "year"):
            raise UsageError(f"partition {partition}: by year alone")
        options = {"long": long, "excel": excel, "partition": partition, "bipartite": bipartite}
        with self._reading() as database:
            query = query_of(asked, filters, sort=sorted_by(sort))
            return export(database, query, format, fspath(path), **options).events

    def report(self, path: Path, *asked: Asked, title: str | None = None, **filters: Unpack[Filters]) -> int:
        """Writes the events that fit as one page of HTML and says how many; no page where none fit."""
        from chronicle.exporting.page import report

        with self._reading() as database:
            return report(database, query_of(asked, filters), fspath(path), title)

    def plot(
        self,
        kind: str,
        path: Path,
        *asked: Asked,
        by: By = "year",
        title: str | None = None,
        **filters: Unpack[Filters],
    ) -> int:
        """Draws a `timeline`, `count`, `network` or `map` as .svg, .png or .html; of how many events.

        Needs the extra `plot`. `by` is for `count`.
        """
        from chronicle.exporting.picture import plot

        with self._reading() as database:
            return plot(database, query_of(asked, filters), kind, fspath(path), keys_of(by), title)

    def serve(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 8765,
        allow_remote: bool = False,
        ready: Callable[[str], None] | None = None,
    ) -> None:
        """Shows the database in the browser until Ctrl-C; `ready` is given the address. Needs the extra `serve`."""
        from chronicle.serving.starting import serve

        serve(self.target, host, port, allow_remote=allow_remote, ready=ready or (lambda address: None))

    # --- upkeep

    def backup(self, path: Path) -> str:
        """Copies the database to a file that must not be there yet, even while others write."""
        from pathlib import Path as File

        from chronicle.storing import backup

        with self._reading() as database:
            return str(backup(database, File(path)))

    def upgrade(self) -> str | None:
        """Brings the schema up to date; the copy of the database as it was, if there was anything to do."""
        from chronicle.storing import upgrade

        copy = upgrade(self.target)
        return None if copy is None else str(copy)


def listed_paths(paths: Paths) -> list[str]:
    if isinstance(paths, Sequence) and not isinstance(paths, str):
        return [fspath(path) for path in paths]
    return [fspath(paths)]
