"""All events of a query in a format of `presenting.formats`, to a file that is there whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, cast

from chronicle import placing
from chronicle.errors import UsageError, remedy
from chronicle.exporting import flat
from chronicle.exporting.target import check_not_the_database
from chronicle.presenting import formats
from chronicle.presenting.columns import Rows
from chronicle.querying import Query, events
from chronicle.storing import Database

Write = Callable[[Iterable[Any], Any], None]


class Written(NamedTuple):
    """How many events were written; with none, `is_left` tells that the file that was there is as it was."""

    events: int
    is_left: bool = False


def export(database: Database, query: Query, format: str | None, output: str, **options: Any) -> Written:
    """`output` is a file, or `-` for standard output; without a format its name says it, `-` meaning csv.

    `options` are those that a format takes; none, false and empty ones are not given. Raises UsageError for what
    does not go together, before anything is touched.
    """
    chosen = format_for(format, output)
    given = _options(chosen, options)
    check_output(chosen, output, database.target)
    values, write = _writing(chosen, given, database, query)
    first, values = _ahead(values)
    if not first and output != placing.STDOUT and Path(output).is_file():
        return Written(0, is_left=True)
    found = _Counted(values)
    with _opened(chosen, bool(given.get("partition")))(output) as to:
        write(found, to)
    return Written(found.number)


def format_for(name: str | None, output: str) -> formats.Format:
    """The format of that name, or else of the file's name; UsageError where neither says one."""
    if name is not None:
        return _named(name)
    found = formats.format_of(Path(output).name) if output != placing.STDOUT else formats.NAMED["csv"]
    if found is None:
        known = " ".join(suffix for format in formats.FORMATS for suffix in format.suffixes)
        raise UsageError(f"{output}: the name says no format; say one, or end it in one of {known}")
    return found


def _named(name: str) -> formats.Format:
    if name not in formats.NAMED:
        raise UsageError(f"{name}: no such format; {remedy(name, formats.NAMED)}")
    return formats.NAMED[name]


def _options(chosen: formats.Format, given: dict[str, Any]) -> dict[str, Any]:
    """Those that are given, for the format to take; UsageError for one that it does not take."""
    said = {name: value for name, value in given.items() if value}
    for name in said:
        if name not in chosen.takes:
            takers = " or ".join(format.name for format in formats.FORMATS if name in format.takes)
            raise UsageError(f"--{name}: not for {chosen.name}; take {takers}")
    return said


def check_output(chosen: formats.Format, output: str, database: str) -> None:
    """UsageError for a name that would mislead, or that is the database."""
    name = output.lower()
    if name.endswith(formats.NOT_PACKED):
        raise UsageError(f"{output}: is not packed like that; end it in .gz, or pack it afterwards")
    if name.endswith(formats.GZIP) and chosen.form is not formats.Form.TEXT:
        raise UsageError(f"{output}: {chosen.name} is not packed; leave .gz out")
    check_not_the_database(output, database)


def _writing(
    chosen: formats.Format, options: dict[str, Any], database: Database, asked: Query
) -> tuple[Iterator[Any], Write]:
    """What is to be written, and what writes it: rows straight from the database where that is quicker."""
    from chronicle.exporting.knowledge import needed

    module = _loaded(chosen)
    if options.get("partition"):
        return events(database, asked), module.write_folder
    rows = _flat(chosen, options, database, asked)
    if rows is None:
        return events(database, asked), partial(module.write, **options, **needed(chosen.needs))
    write_rows = module.write_excel if options.get("excel") else module.write_rows
    return iter(rows.body), lambda body, to: write_rows(rows._replace(body=body), to)


def _flat(chosen: formats.Format, options: dict[str, Any], database: Database, asked: Query) -> Rows | None:
    if chosen.name not in ("csv", "tsv", "xlsx") or options.get("long"):
        return None
    return flat.rows(database, asked, None)


def _loaded(chosen: formats.Format) -> Any:
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


class _Counted:
    """Passes values on and counts them."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = values
        self.number = 0

    def __iter__(self) -> Iterator[Any]:
        for value in self.values:
            self.number += 1
            yield value


def _opened(chosen: formats.Format, folder: bool) -> Callable[[str], AbstractContextManager[Any]]:
    if folder:
        return placing.opened_folder
    openers = {
        formats.Form.TEXT: placing.opened,
        formats.Form.BYTES: placing.opened_bytes,
        formats.Form.PATH: placing.opened_path,
    }
    return cast("Callable[[str], AbstractContextManager[Any]]", openers[chosen.form])
