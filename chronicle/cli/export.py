"""`export`: all events that fit, to a file that is there whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

from typer import Argument, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, SortOption, with_filters
from chronicle.presenting import formats

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.dyads import StateCodes
    from chronicle.querying import Query
    from chronicle.storing import Database as Opened

    Write = Callable[[Iterable[Any], Any], None]

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
    """Write all events that fit, complete, in a documented form (docs/formats.md).

    The file is written beside its place and moved there when it is whole; what stood there before
    stays until then, and stays where nothing is found.
    """
    from chronicle.cli.database import reading, target
    from chronicle.cli.output import Tally

    chosen = _chosen(format or format_option, format_option, output)
    options = _options(chosen, long=long, excel=excel, partition=partition, bipartite=bipartite)
    _check_output(chosen, output, target(db))
    asked = replace(query, sort=sort)
    with reading(db) as database:
        values, write = _writing(chosen, options, database, asked)
        first, values = _ahead(values)
        if not first and output != "-" and Path(output).is_file():
            say(f"{output} is left as it was")
            nothing_found()
        found = Tally(values)
        with _opened(chosen, partition is not None)(output) as to:
            write(found, to)
    if not found.number:
        nothing_found()
    if output != "-":
        say(f"{found.number} events written to {output}")


def _chosen(argument: ExportFormat | None, option: ExportFormat | None, output: str) -> formats.Format:
    from chronicle.errors import UsageError

    if argument and option and argument is not option:
        raise UsageError(f"{argument.value} and --format {option.value}: two formats; say one")
    if argument:
        return formats.NAMED[argument.value]
    found = formats.format_of(Path(output).name) if output != "-" else formats.NAMED["csv"]
    if found is None:
        known = " ".join(suffix for format in formats.FORMATS for suffix in format.suffixes)
        raise UsageError(f"{output}: the name says no format; say one, or end it in one of {known}")
    return found


def _options(chosen: formats.Format, **given: Any) -> dict[str, Any]:
    """Those that are given, for the format to take; UsageError for one that it does not take."""
    from chronicle.errors import UsageError

    said = {name: value for name, value in given.items() if value}
    for name in said:
        if name not in chosen.takes:
            takers = " or ".join(format.name for format in formats.FORMATS if name in format.takes)
            raise UsageError(f"--{name}: not for {chosen.name}; take {takers}")
    return said


def _check_output(chosen: formats.Format, output: str, database: str) -> None:
    """UsageError for a name that would mislead, or that is the database."""
    from chronicle.errors import UsageError
    from chronicle.storing.database import as_path, is_url

    name = output.lower()
    if name.endswith(formats.NOT_PACKED):
        raise UsageError(f"{output}: is not packed like that; end it in .gz, or pack it afterwards")
    if name.endswith(formats.GZIP) and chosen.form is not formats.Form.TEXT:
        raise UsageError(f"{output}: {chosen.name} is not packed; leave .gz out")
    if output != "-" and not is_url(database) and Path(output).resolve() == as_path(database).resolve():
        raise UsageError(f"{output}: is the database itself; name another file")


def _writing(
    chosen: formats.Format, options: dict[str, Any], database: "Opened", asked: "Query"
) -> "tuple[Iterator[Any], Write]":
    """What is to be written, and what writes it: rows straight from the database where that is quicker."""
    from chronicle.querying import events

    module = _loaded(chosen)
    if options.get("partition"):
        return events(database, asked), module.write_folder
    rows = _flat(chosen, options, database, asked)
    if rows is None:
        return events(database, asked), partial(module.write, **options, **_needed(chosen))
    write_rows = module.write_excel if options.get("excel") else module.write_rows
    return iter(rows.body), lambda body, to: write_rows(rows._replace(body=body), to)


def _needed(chosen: formats.Format) -> dict[str, Any]:
    """The reference tables that the format asks for."""
    return {"states": _states()} if "states" in chosen.needs else {}


def _states() -> "dict[str, StateCodes]":
    from chronicle.config import data_folders
    from chronicle.presenting.dyads import StateCodes
    from chronicle.reference import table_rows

    rows = table_rows(data_folders(), "states.csv")
    return {row["code"]: StateCodes(row["alpha3"], row["cow"]) for row in rows}


def _flat(chosen: formats.Format, options: dict[str, Any], database: "Opened", asked: "Query") -> "Rows | None":
    from chronicle.cli.options import Format
    from chronicle.cli.output import flat_rows

    if chosen.name not in (Format.CSV, Format.TSV) or options.get("long"):
        return None
    return flat_rows(database, asked, Format(chosen.name), None)


def _loaded(chosen: formats.Format) -> Any:
    from chronicle.errors import UsageError

    try:
        return chosen.load()
    except ModuleNotFoundError as error:
        if chosen.extra is None:
            raise
        raise UsageError(
            f"{chosen.name}: needs {error.name}, which is not installed;"
            f" pip install 'chronicle-of-states[{chosen.extra}]'"
        ) from None


def _ahead(values: Iterator[Any]) -> tuple[bool, Iterator[Any]]:
    """Whether there is anything, looked up before the output is touched; and all of it."""
    first = list(next(zip(values, strict=False), ()))
    return bool(first), chain(first, values)


def _opened(chosen: formats.Format, folder: bool) -> Callable[[str], AbstractContextManager[Any]]:
    from chronicle.cli import placing

    if folder:
        return placing.opened_folder
    openers = {
        formats.Form.TEXT: placing.opened,
        formats.Form.BYTES: placing.opened_bytes,
        formats.Form.PATH: placing.opened_path,
    }
    return cast("Callable[[str], AbstractContextManager[Any]]", openers[chosen.form])
