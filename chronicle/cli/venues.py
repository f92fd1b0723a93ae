"""`venues`: a list with counts."""

from typing import TYPE_CHECKING

from chronicle.cli.help import examples
from chronicle.cli.lists import print_list
from chronicle.cli.options import Database, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Query

NAMES = ("name", "kind", "country", "events", "first", "last", "latitude", "longitude")
DRAWN = 6

EXAMPLES = examples("""
    chronicle venues --actor china --actor russia
    chronicle venues --type meeting --format csv
""")


@with_filters
def venues(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List the venues of the events that fit, the most frequent first."""
    from chronicle.querying import venues as matching

    print_list(matching, query, NAMES, DRAWN, limit, format, db)
