"""`export`: all events that fit, to a file that is there whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

from typer import Argument, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Format, Sort, SortOption, with_filters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chronicle.model import Event
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query

    WriteEvents = Callable[[Iterable[Event], TextIO], None]
    WriteRows = Callable[[Rows, TextIO], None]

EXAMPLES = examples("""
    chronicle export csv -o events.csv
    chronicle export csv --long --actor china --since 2020 -o actors.csv
    chronicle export csv --excel -o for-excel.csv
    chronicle export -o meetings.jsonl --type meeting
    chronicle export jsonl | gzip > events.jsonl.gz
""")


class ExportFormat(StrEnum):
    CSV = Format.CSV
    TSV = Format.TSV
    JSON = Format.JSON
    JSONL = Format.JSONL
    MARKDOWN = Format.MARKDOWN


@with_filters
def export(
    query: "Query",
    format: Annotated[
        ExportFormat | None,
        Argument(
            metavar="[FORMAT]",
            help=f"One of: {', '.join(ExportFormat)}. Left out: by the name of the file, else csv.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        Option("--output", "-o", metavar="FILE", help="File, or - for stdout.", rich_help_panel=OUTPUT),
    ] = "-",
    format_option: Annotated[
        ExportFormat | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="The same as the argument.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    long: Annotated[
        bool, Option("--long", help="csv, tsv: one row per event and actor.", rich_help_panel=OUTPUT)
    ] = False,
    excel: Annotated[
        bool,
        Option(
            "--excel",
            help="csv: for a spreadsheet, with a byte order mark and formulas made text.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    sort: SortOption = Sort.DATE,
    db: Database = None,
) -> None:
    """Write all events that fit, complete, in a documented form (docs/record.md, docs/csv.md).

    The file is written beside its place and moved there when it is whole; what stood there before
    stays until then.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, flat_rows
    from chronicle.querying import events

    chosen = _format(format, format_option, output)
    write, write_rows = _writers(chosen, long, excel)
    asked = replace(query, sort=sort.value)
    found: Tally[Any]
    with reading(db) as database:
        rows = None if long else flat_rows(database, asked, Format(chosen), None)
        found = Tally(events(database, asked) if rows is None else rows.body)
        with opened(output) as file:
            if rows is None:
                write(found, file)
            else:
                write_rows(rows._replace(body=found), file)
    if not found.number:
        nothing_found()
    if output != "-":
        say(f"{found.number} events written to {output}")


def _format(argument: ExportFormat | None, option: ExportFormat | None, output: str) -> str:
    from chronicle.errors import UsageError
    from chronicle.presenting import SUFFIXES

    if argument and option and argument is not option:
        raise UsageError(f"{argument.value} and --format {option.value}: two formats; say one")
    chosen = argument or option
    return chosen.value if chosen else SUFFIXES.get(Path(output).suffix.lower(), ExportFormat.CSV.value)


def _writers(format: str, long: bool, excel: bool) -> "tuple[WriteEvents, WriteRows]":
    from chronicle.errors import UsageError
    from chronicle.presenting import columns, csv, format_named

    if excel and format != ExportFormat.CSV:
        raise UsageError(f"--excel: not for {format}; take csv")
    if long and format not in (ExportFormat.CSV, ExportFormat.TSV):
        raise UsageError(f"--long: not for {format}, whose events carry their actors; take csv or tsv")
    write_rows = csv.write_excel if excel else format_named(format).write_rows
    if not long and not excel:
        return format_named(format).write, write_rows
    rows = columns.long if long else columns.wide
    return lambda events, file: write_rows(rows(events), file), write_rows


@contextmanager
def opened(output: str) -> Iterator[TextIO]:
    """The file to write to: stdout, a device as it is, a regular file by way of a temporary one."""
    import sys

    from chronicle.cli.output import as_utf8

    path = Path(output)
    if output == "-":
        yield as_utf8(sys.stdout)
    elif path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    else:
        with moved_into_place(path.resolve()) as file:
            yield file


@contextmanager
def moved_into_place(path: Path) -> Iterator[TextIO]:
    """A file beside `path`, which takes its name when all is written and goes away when something fails."""
    import os

    from chronicle.errors import UsageError

    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: no such folder; make it first")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
