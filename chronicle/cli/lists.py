"""What `actors`, `venues` and `documents` share: a list with counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from chronicle.cli.edge import nothing_found
from chronicle.cli.options import Format

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.storing import Database


def print_list(
    matching: Callable[["Database", "Query"], list[Any]],
    query: "Query",
    names: Sequence[str],
    drawn: int,
    limit: int | None,
    format: Format | None,
    db: str | None,
) -> None:
    """A list in the format asked for; a table on a terminal has the first `drawn` columns."""
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit

    to = screen()
    draws = to.draws(format)
    most = shown_limit(limit, draws)
    with reading(db) as database:
        found = Tally(matching(database, replace(query, limit=most + 1 if most else None)), most)
        print_rows(rows_of(found, names[:drawn] if draws else names), format, to)
    if not found.number:
        nothing_found()
    say_more(found, limit)


def rows_of(values: Iterable[Any], names: Sequence[str]) -> "Rows":
    from chronicle.presenting.columns import Rows

    return Rows(tuple(names), ([plain_value(getattr(value, name)) for name in names] for value in values))


def plain_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
