"""The report of a query: one page of HTML."""

from dataclasses import replace
from datetime import date

from chronicle import __version__, coastline
from chronicle.exporting.target import check_is_page, check_not_the_database
from chronicle.placing import opened
from chronicle.presenting import page
from chronicle.presenting.page import About
from chronicle.querying import Query, events, total
from chronicle.querying.states import names
from chronicle.querying.telling import heading, told
from chronicle.storing import Database


def report(database: Database, query: Query, output: str, title: str | None = None) -> int:
    """How many events were written to the file, or to standard output for `-`; nothing is written where none fit.

    Raises UsageError for a name that is no page's, or that is the database.
    """
    check_output(output, database.target)
    if not total(database, query):
        return 0
    with opened(output) as file:
        found = events(database, replace(query, sort="date"))
        return page.write(found, _about(database, query, title), names(), coastline.rings(), file)


def check_output(output: str, database: str) -> None:
    check_not_the_database(output, database)
    check_is_page(output)


def _about(database: Database, query: Query, title: str | None) -> About:
    below = told(database, query) if title else ""
    return About(title or heading(database, query), below, date.today(), f"chronicle {__version__}")
