"""The rows of flat formats straight from the database, which is quicker than by way of events."""

from collections.abc import Sequence

from chronicle.presenting.cells import escape
from chronicle.presenting.columns import WIDE_NAMES, Rows
from chronicle.querying import Query, flat
from chronicle.storing import Database


def rows(database: Database, query: Query, columns: Sequence[str] | None) -> Rows | None:
    """Rows of text, of all columns where none are named; None where they need the events."""
    if not flat.is_possible(database):
        return None
    if columns is None:
        return Rows(WIDE_NAMES, flat.wide(database, query, escape), is_text=True)
    if flat.OVERVIEW.issuperset(columns):
        return Rows(tuple(columns), flat.overview(database, query, columns, escape), is_text=True)
    return None
