"""`calendar`: years as grids of weeks and days."""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import Database, with_filters
from chronicle.cli.pictures import Canvas, say_left_out, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.terminal.calendar import Days
    from chronicle.querying import Query
    from chronicle.querying.activity import Activity, Extent
    from chronicle.querying.window import Window

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
    from chronicle.querying.activity import activity, extent
    from chronicle.querying.window import window

    with reading(db) as database:
        found = extent(database, query)
        if found is None:
            nothing_found()
        acts = activity(database, query, "day")
    if to.draws:
        _draw(_days(acts, found, window(query)), to)
    else:
        to.give(_rows(acts))
    say_left_out(found, acts)


def _draw(days: "Days", to: Canvas) -> None:
    from chronicle.presenting.terminal import calendar as picture
    from chronicle.presenting.terminal import spoken
    from chronicle.presenting.wording import counted

    title = f"{counted(sum(days.events.values()), 'event')} by day"
    if to.is_plain:
        to.tell(title, spoken.calendar(days))
    else:
        to.draw(title, picture.years(days, to.room, to.signs))


def _days(acts: "Activity", found: "Extent", asked: "Window") -> "Days":
    """The days asked for; where that is open, whole years around the events."""
    from chronicle.presenting.terminal.calendar import Days

    end = max([found.last, *(stay.last for stay in acts.stays)])
    events = {date.fromisoformat(period): number for (_, period), number in acts.begun.items()}
    first, last = asked.first or date(found.first.year, 1, 1), asked.last or date(end.year, 12, 31)
    return Days(events, _lasting(acts).keys(), first, last)


def _lasting(acts: "Activity") -> Counter[date]:
    """How many events go on on a day that began before."""
    days = Counter[date]()
    for stay in acts.stays:
        days.update(stay.first + timedelta(days=at) for at in range(1, (stay.last - stay.first).days + 1))
    return days


def _rows(acts: "Activity") -> "Rows":
    from chronicle.exporting.periods import rows
    from chronicle.presenting.columns import Rows

    return Rows(("day", "events", "ongoing"), [row[1:] for row in rows(acts)])
