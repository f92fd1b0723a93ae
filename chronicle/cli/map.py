"""`map`: where events took place, on a small map and as a list."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, limit_option, with_filters
from chronicle.cli.pictures import Canvas, with_canvas
from chronicle.cli.venues import NAMES

if TYPE_CHECKING:
    from chronicle.querying import Query

EXAMPLES = examples("""
    chronicle map --actor xi --type visit
    chronicle map --type exercise --world
    chronicle map --during 2021 --width 120 --limit 30
    chronicle map --actor lavrov --plain
""")


@with_filters
@with_canvas
def map(
    query: "Query",
    to: Canvas,
    world: Annotated[
        bool, Option("--world", help="The whole world, not only where the venues are.", rich_help_panel=OUTPUT)
    ] = False,
    limit: Annotated[
        int | None, limit_option("At most so many venues; 0: all. If left out, 20 in a picture, else all.")
    ] = None,
    db: Database = None,
) -> None:
    """Draw where the events that fit took place: the most frequent venues on a map, and below it by number.

    Each of the first 35 has a sign on the map; of several at one spot the most frequent. In a pipe: the lines
    of `venues`.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.lists import rows_of
    from chronicle.cli.output import say_rest
    from chronicle.querying import venues

    with reading(db) as database:
        if to.draws:
            from chronicle.exporting.drawings.map import drawn

            to.show(drawn(database, query, to.paper, world=world, limit=limit))
            return
        found = venues(database, replace(query, limit=None))
    if not found:
        nothing_found()
    to.give(rows_of(found[: limit or None], NAMES))
    say_rest(limit, len(found))
