"""`report`: the events that fit as one page to send to somebody."""

from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Query

EXAMPLES = examples("""
    chronicle report -o report.html
    chronicle report -o drills.html --type exercise --with china russia
    chronicle report -o visits.html --actor lavrov --since 2021 --title Travels
""")


@with_filters
def report(
    query: "Query",
    output: Annotated[
        str, Option("--output", "-o", metavar="FILE", help="File, or - for stdout.", rich_help_panel=OUTPUT)
    ] = "report.html",
    title: Annotated[
        str | None,
        Option("--title", metavar="TEXT", help="The page's heading.", rich_help_panel=OUTPUT, show_default=False),
    ] = None,
    db: Database = None,
) -> None:
    """Write the events that fit as one page: figures, timeline, map, network, and the list with filters.

    The page needs no server, no network and no other file; it can be sent, printed and kept (`chronicle docs report`).
    """
    from chronicle.cli.database import reading
    from chronicle.exporting.page import report as write

    with reading(db) as database:
        written = write(database, query, output, title)
    if not written:
        nothing_found()
    if output != "-":
        say(f"{written} event{'' if written == 1 else 's'} written to {output}")
