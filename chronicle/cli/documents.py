"""`documents`: a list with counts and citations."""

from typing import TYPE_CHECKING

from chronicle.cli.help import examples
from chronicle.cli.lists import print_list
from chronicle.cli.options import Database, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Query

NAMES = (
    "id",
    "events",
    "first",
    "last",
    "file",
    "title",
    "relations",
    "authors",
    "publication",
    "volume",
    "number",
    "published",
    "flagged",
    "problems",
    "url",
)
DRAWN = 6

EXAMPLES = examples("""
    chronicle documents
    chronicle documents --actor sco --format markdown
""")


@with_filters
def documents(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List the documents of the events that fit, by first day, with their citation.

    `flagged` counts events to review, `problems` what was found wrong with the document itself.
    """
    from chronicle.querying import documents as matching

    print_list(matching, query, NAMES, DRAWN, limit, format, db, spare=("first", "last"))
