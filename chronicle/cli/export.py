"""`export`: all events that fit, to a file that is there whole or not at all."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, SortOption, with_filters
from chronicle.presenting import formats

if TYPE_CHECKING:
    from chronicle.querying import Query

_EXAMPLES = examples("""
    chronicle export csv -o events.csv
    chronicle export csv --long --actor china --since 2020 -o actors.csv
    chronicle export csv --excel -o for-excel.csv
    chronicle export -o meetings.jsonl --type meeting
    chronicle export -o events.jsonl.gz
    chronicle export -o summits.ics --type meeting --venue beijing
    chronicle export parquet --partition year -o events
    chronicle export gexf --bipartite -o who-and-what.gexf
""")
EXAMPLES = f"Formats:\n{formats.listed()}\n\n{_EXAMPLES}"

ExportFormat = StrEnum("ExportFormat", {format.name: format.name for format in formats.FORMATS})  # type: ignore[misc]


class Partition(StrEnum):
    YEAR = "year"


@with_filters
def export(
    query: "Query",
    format: Annotated[
        ExportFormat | None,
        Argument(
            metavar="[FORMAT]",
            help="One of those below. Left out: by the name of the file, csv to stdout.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File, or - for stdout. A text whose name ends in .gz is packed.",
            rich_help_panel=OUTPUT,
        ),
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
    partition: Annotated[
        Partition | None,
        Option(
            "--partition",
            metavar="BY",
            help=f"parquet: a folder with a part for each {' or '.join(Partition)}.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    bipartite: Annotated[
        bool,
        Option(
            "--bipartite",
            help="graphml, gexf: events are nodes too, joined to their actors.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    sort: SortOption = "date",
    db: Database = None,
) -> None:
    """Write all events that fit, complete, in a documented form (chronicle docs formats).

    The file is written beside its place and moved there when it is whole; what stood there before
    stays until then, and stays where nothing is found.
    """
    from chronicle.cli.database import reading, target
    from chronicle.exporting import files
    from chronicle.presenting.wording import counted

    name = _named(format, format_option)
    files.check_output(files.format_for(name, output), output, target(db))
    options = {"long": long, "excel": excel, "partition": partition, "bipartite": bipartite}
    with reading(db) as database:
        written = files.export(database, replace(query, sort=sort), name, output, **options)
    if written.is_left:
        say(f"{output} is left as it was")
    if not written.events:
        nothing_found()
    if output != "-":
        say(f"{counted(written.events, 'event')} written to {output}")


def _named(argument: ExportFormat | None, option: ExportFormat | None) -> str | None:
    from chronicle.errors import UsageError

    if argument and option and argument is not option:
        raise UsageError(f"{argument.value} and --format {option.value}: two formats; say one")
    named = argument or option
    return named.value if named else None
