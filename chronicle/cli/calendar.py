"""`calendar`: years as grids of weeks and days."""

from typing import TYPE_CHECKING

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import Database, with_filters
from chronicle.cli.pictures import Canvas, say_notes, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.querying.activity import Activity

EXAMPLES = examples("""
    chronicle calendar --during 2021
    chronicle calendar --actor lavrov --since 2019
    chronicle calendar --type exercise --plain
    chronicle calendar --country china --format csv
""")


@with_filters
@with_canvas
def calendar(
    query: "Query",
    to: Canvas,
    db: Database = None,
) -> None:
    """Draw each year as a grid of weeks and days, shaded by the number of events.

    An event counts at its first day; the later days of one that lasts are marked. Events that are dated to
    no day are left out. In a pipe: tab-separated lines of day, events that begin, events that go on.
    """
    from chronicle.cli.database import reading
    from chronicle.exporting.periods import left_out
    from chronicle.querying.activity import activity, extent

    with reading(db) as database:
        if to.draws:
            from chronicle.exporting.drawings.calendar import drawn

            to.show(drawn(database, query, to.paper))
            return
        found = extent(database, query)
        if found is None:
            nothing_found()
        acts = activity(database, query, "day")
    to.give(_rows(acts))
    say_notes(left_out(found, acts))


def _rows(acts: "Activity") -> "Rows":
    from chronicle.exporting.periods import rows
    from chronicle.presenting.columns import Rows

    return Rows(("day", "events", "ongoing"), [row[1:] for row in rows(acts)])
