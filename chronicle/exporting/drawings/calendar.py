"""Years as grids of weeks and days."""

from collections import Counter
from datetime import date, timedelta

from chronicle.exporting.drawings import Drawing, Paper
from chronicle.exporting.periods import left_out
from chronicle.presenting.terminal import calendar as picture
from chronicle.presenting.terminal import spoken
from chronicle.presenting.terminal.calendar import Days
from chronicle.presenting.wording import counted
from chronicle.querying import Query
from chronicle.querying.activity import Activity, Extent, activity, extent
from chronicle.querying.window import Window, window
from chronicle.storing import Database


def drawn(database: Database, query: Query, paper: Paper, limit: int | None = None) -> Drawing | None:
    """All years; a limit has nothing to cut."""
    found = extent(database, query)
    if found is None:
        return None
    acts = activity(database, query, "day")
    days = _days(acts, found, window(query))
    title, notes = f"{counted(sum(days.events.values()), 'event')} by day", tuple(left_out(found, acts))
    if paper.is_plain:
        return Drawing(title, tuple(spoken.calendar(days)), notes, paper.width)
    return Drawing(title, tuple(picture.years(days, paper.width, paper.signs)), notes, paper.width)


def _days(acts: Activity, found: Extent, asked: Window) -> Days:
    """The days asked for; where that is open, whole years around the events."""
    end = max([found.last, *(stay.last for stay in acts.stays)])
    events = {date.fromisoformat(period): number for (_, period), number in acts.begun.items()}
    first, last = asked.first or date(found.first.year, 1, 1), asked.last or date(end.year, 12, 31)
    return Days(events, _lasting(acts).keys(), first, last)


def _lasting(acts: Activity) -> Counter[date]:
    """How many events go on on a day that began before."""
    days = Counter[date]()
    for stay in acts.stays:
        days.update(stay.first + timedelta(days=at) for at in range(1, (stay.last - stay.first).days + 1))
    return days
