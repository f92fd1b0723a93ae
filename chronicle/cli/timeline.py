"""`timeline`: when there were events, drawn from left to right."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, limit_option, with_filters
from chronicle.cli.pictures import Canvas, say_notes, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Key, Query
    from chronicle.querying.activity import Activity


class By(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


EXAMPLES = examples("""
    chronicle timeline --actor china --actor russia
    chronicle timeline --lanes type --during 2019..2021
    chronicle timeline --by day --during 2021-Q3 --type exercise
    chronicle timeline --lanes country --plain
    chronicle timeline --lanes actor --by year --format csv
""")


@with_filters
@with_canvas
def timeline(
    query: "Query",
    to: Canvas,
    by: Annotated[
        By | None,
        Option(
            "--by",
            metavar="UNIT",
            help=f"One of: {', '.join(By)}. If left out, the finest that fits the width.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    lanes: Annotated[
        str | None,
        Option(
            "--lanes",
            metavar="KEY",
            help="One line for each actor, country, type or whatever else `count` counts by.",
            rich_help_panel=OUTPUT,
            show_default=False,
            autocompletion=completing.lane_keys,
        ),
    ] = None,
    limit: Annotated[
        int | None, limit_option("At most so many lanes; 0: all. If left out, 12 in a picture, else all.")
    ] = None,
    db: Database = None,
) -> None:
    """Draw when the events that fit took place: bars over days, months, years, and spans for what lasted.

    An event counts at its first day. --lanes draws one line for each value, the most frequent first, and
    --limit says how many (12 in a picture). In a pipe: tab-separated lines of lane, period, events that begin
    in it, events that go on in it.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import say_rest
    from chronicle.exporting.periods import grouped, lane_key, left_out, unit_of
    from chronicle.querying.activity import activity, extent

    _check(lanes, limit)
    key, unit = lane_key(lanes), by.value if by else None
    with reading(db) as database:
        if to.draws:
            from chronicle.exporting.drawings.timeline import drawn

            to.show(drawn(database, query, to.paper, unit, key, limit))
            return
        found = extent(database, query, key)
        if found is None:
            nothing_found()
        acts = activity(database, query, unit_of(unit, found, to.room), key)
        to.give(_rows(acts, acts.unit, key, limit))
    if key:
        say_rest(limit, len(grouped(acts)[1]), key)
    say_notes(left_out(found, acts))


def _check(lanes: str | None, limit: int | None) -> None:
    from chronicle.errors import UsageError

    if limit is not None and not lanes:
        raise UsageError("--limit: says how many lanes, and there are none; add --lanes, or leave it out")


def _rows(acts: "Activity", unit: str, key: "Key | None", limit: int | None) -> "Rows":
    from chronicle.exporting.periods import rows
    from chronicle.presenting.columns import Rows

    found = rows(acts, limit or None)
    return Rows((*([key] if key else []), unit, "events", "ongoing"), [row if key else row[1:] for row in found])
