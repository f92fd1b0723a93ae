"""`recode`: stored entries coded again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from chronicle.cli.edge import say
from chronicle.cli.help import examples
from chronicle.cli.options import Database, DocumentFilter, Format, FormatOption

if TYPE_CHECKING:
    from chronicle.recode import Report
    from chronicle.storing import Database as Opened

EXAMPLES = examples("""
    chronicle recode --dry-run
    chronicle recode --document 'china-*'
    chronicle recode --format json > changes.json
""")
COLUMNS = ("id", "field", "before", "after")


def recode(
    document: DocumentFilter = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Say what would change; write nothing.")] = False,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """Code all stored entries again, after the reference tables or the program changed.

    What is found otherwise is told value by value. Entries, dates and ids stay as they were read, and
    corrections hold on; the files need not be there any more.
    """
    from chronicle.cli.database import reading, writing
    from chronicle.cli.output import screen
    from chronicle.recode import recode as recoded

    to = screen()
    totals: Counter[str] = Counter()
    opened: AbstractContextManager[Opened] = reading(db) if dry_run else writing(db)
    with opened as database:
        reports = recoded(database, _documents(database, document), dry_run=dry_run)
        _print(_told(reports, totals), format, to)
    say(f"{_sum(totals)}{'; nothing was written' if dry_run else ''}")


def _documents(db: "Opened", typed: list[str] | None) -> list[int]:
    from chronicle.querying.names import find_documents
    from chronicle.storing.entries import documents

    if typed is None:
        return documents(db)
    return sorted({number for each in typed for number in find_documents(db, each)})


def _print(reports: "Iterable[Report]", format: Format | None, to: Any) -> None:
    from dataclasses import asdict

    from chronicle.cli.output import print_rows
    from chronicle.presenting import objects_named
    from chronicle.presenting.columns import Rows

    found = ((report, one) for report in reports for one in report.differences)
    if format in (Format.JSON, Format.JSONL):
        objects = ({"document": report.document, "file": report.file, **asdict(one)} for report, one in found)
        objects_named(format.value).write_objects(objects, to.file)
    else:
        rows = ((one.event, one.field, one.before, one.after) for _, one in found)
        print_rows(Rows(COLUMNS, rows), format, to)


def _told(reports: "Iterable[Report]", totals: Counter[str]) -> "Iterator[Report]":
    for report in reports:
        totals.update(documents=1, events=report.events, changed=report.changed)
        totals.update(one.field for one in report.differences)
        for misfit in report.misfits:
            say(f"warning: {misfit}")
        yield report


def _sum(totals: Counter[str]) -> str:
    from chronicle.recode import FIELDS

    fields = ", ".join(f"{field} of {totals[field]}" for field in FIELDS if totals[field])
    documents, events = (
        f"{totals[name]} {name if totals[name] != 1 else name[:-1]}" for name in ("documents", "events")
    )
    head = f"{documents}, {events}, {totals['changed']} changed"
    return f"{head}: {fields}" if fields else head
