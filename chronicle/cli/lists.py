"""What `actors`, `venues` and `documents` share: a list with counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from chronicle.cli.edge import nothing_found
from chronicle.cli.options import Format

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.storing import Database

# What a column is called, and how a value gives it.
Columns = dict[str, Callable[[Any], Any]]


def print_list(
    matching: Callable[["Database", "Query"], list[Any]],
    query: "Query",
    names: Sequence[str],
    drawn: int,
    limit: int | None,
    format: Format | None,
    db: str | None,
    more: Callable[["Database"], "Columns"] | None = None,
    spare: Sequence[str] = (),
) -> None:
    """A list in the format asked for; a table on a terminal has the first `drawn` columns, and `more`.

    Where that is too narrow, it goes without the columns that it can `spare`.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit

    to = screen()
    draws = to.draws(format)
    most = shown_limit(limit, draws)
    with reading(db) as database:
        found = Tally(matching(database, replace(query, limit=most + 1 if most else None)), most)
        columns = more(database) if more else {}
        rows = rows_of(found, names[:drawn] if draws else names, columns)
        print_rows(_fitting(rows, to.width, spare) if draws and to.width else rows, format, to)
    if not found.number:
        nothing_found()
    say_more(found)


def _fitting(rows: "Rows", width: int, spare: Sequence[str]) -> "Rows":
    from chronicle.presenting.table import fits

    body = list(rows.body)
    if fits(rows._replace(body=body), width):
        return rows._replace(body=body)
    kept = [at for at, name in enumerate(rows.names) if name not in spare]
    return rows._replace(names=tuple(rows.names[at] for at in kept), body=[[row[at] for at in kept] for row in body])


def rows_of(values: Iterable[Any], names: Sequence[str], more: "Columns | None" = None) -> "Rows":
    """A column for each name, of the value that is called so, and those that `more` makes of a value."""
    from chronicle.presenting.columns import Rows

    columns: Columns = {**{name: attrgetter(name) for name in names}, **(more or {})}
    body = ([plain_value(column(value)) for column in columns.values()] for value in values)
    return Rows(tuple(columns), body)


def plain_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
