"""`ingest`: documents into the database."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option

from chronicle.cli.edge import Status, leave, say
from chronicle.cli.help import examples
from chronicle.cli.options import (
    OUTPUT,
    READING,
    Database,
    Format,
    with_reading,
)
from chronicle.model import ReadingOptions

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.ingest import Report

EXAMPLES = examples("""
    chronicle ingest issue.txt
    chronicle ingest issues/ --jobs 4
    chronicle ingest 'issues/2021-*.md' --dry-run
    chronicle ingest https://example.org/chronology.html
    curl -s https://example.org/issue.txt | chronicle ingest -
    chronicle ingest issues/ --format jsonl > report.jsonl
""")
COLUMNS = ("status", "file", "added", "changed", "removed", "unchanged", "flagged", "document")
DRAWN = 7


@with_reading
def ingest(
    options: ReadingOptions,
    paths: Annotated[
        list[str],
        Argument(
            metavar="PATH...",
            help="Files, zip archives, folders with all below, globs, addresses on the web, or - for standard input.",
        ),
    ],
    dry_run: Annotated[bool, Option("--dry-run", help="Say what would change; write nothing.")] = False,
    jobs: Annotated[int, Option("--jobs", "-j", min=1, metavar="N", help="Read with N processes.")] = 1,
    as_found: Annotated[
        bool,
        Option(
            "--as-found",
            help="Drop what an earlier ingest was told by these options.",
            rich_help_panel=READING,
        ),
    ] = False,
    again: Annotated[bool, Option("--force", help="Read documents again whose bytes have not changed.")] = False,
    format: Annotated[
        Format | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"Of the report: {', '.join(Format)}; json and jsonl with all ids and messages.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    db: Database = None,
) -> None:
    """Read chronologies into the database, which is made with the first document.

    A document that is known is compared entry by entry: what was added, changed, removed. One that
    fails is told on stderr, leaves nothing behind and does not stop the rest; the exit status is 1.
    What is said about reading is kept with the document and holds when it is read again.
    """
    from chronicle.cli.database import target
    from chronicle.cli.output import screen
    from chronicle.ingest import ingest as ingested

    to = screen()
    totals = Totals()
    reports = ingested(paths, target(db), jobs=jobs, dry_run=dry_run, force=again, options=options, as_found=as_found)
    print_reports(_told(reports, totals), format, to)
    say(f"{totals}{'; nothing was written' if dry_run else ''}")
    if totals.documents["failed"]:
        leave(Status.FAILED)


def print_reports(reports: "Iterable[Report]", format: Format | None, to: "Screen") -> None:
    from chronicle.cli.output import print_rows
    from chronicle.presenting import objects_named
    from chronicle.presenting.columns import Rows

    if format in (Format.JSON, Format.JSONL):
        objects_named(format.value).write_objects(map(asdict, reports), to.file)
    else:
        names = COLUMNS[:DRAWN] if to.draws(format) else COLUMNS
        print_rows(Rows(names, ([_plain(getattr(report, name)) for name in names] for report in reports)), format, to)


def _plain(value: Any) -> Any:
    """In a table, the number of events stands for their ids."""
    return len(value) if isinstance(value, tuple) else value


@dataclass(slots=True)
class Totals:
    """What became of all documents so far, for one line at the end."""

    documents: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)

    def add(self, report: "Report") -> None:
        self.documents[report.status if report.status in ("failed", "skipped") else "read"] += report.passed or 1
        self.events.update({name: int(_plain(getattr(report, name))) for name in _EVENTS})

    def __str__(self) -> str:
        read = self.documents["read"]
        parts = [f"{read} document{'' if read == 1 else 's'}"]
        parts += [f"{self.documents[name]} {name}" for name in ("skipped", "failed") if self.documents[name]]
        events = ", ".join(f"{self.events[name]} {name}" for name in _EVENTS)
        return f"{', '.join(parts)}; events: {events}" if read else ", ".join(parts)


_EVENTS = ("added", "changed", "removed", "unchanged", "flagged")


def _told(reports: "Iterable[Report]", totals: Totals) -> "Iterator[Report]":
    """Passes the reports on; progress and what went wrong go to stderr."""
    with Progress() as progress:
        for report in reports:
            totals.add(report)
            for message in _messages(report):
                progress.say(message)
            progress.show(f"{totals.documents.total()}: {report.file}")
            yield report


def _messages(report: "Report") -> Iterator[str]:
    if report.error is not None:
        yield f"error: {report.error}"
    if report.same_as is not None:
        yield f"note: {report.file}: the same chronology as {report.same_as}"
    kind = "note" if report.status == "skipped" else "warning"
    yield from (f"{kind}: {problem}" for problem in report.problems)


class Progress:
    """One line on stderr that overwrites itself, only where stderr is a terminal."""

    def __init__(self) -> None:
        self.drawn = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def say(self, line: str) -> None:
        self.clear()
        say(line)

    def show(self, text: str) -> None:
        if sys.stderr.isatty():
            from chronicle.presenting.cells import plain

            sys.stderr.write(f"{_START_OF_LINE}{plain(text)[: get_terminal_size().columns - 1]}")
            sys.stderr.flush()
            self.drawn = True

    def clear(self) -> None:
        if self.drawn:
            sys.stderr.write(_START_OF_LINE)
            sys.stderr.flush()
            self.drawn = False


_START_OF_LINE = "\r\x1b[K"
