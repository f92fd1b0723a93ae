"""When there were events, from left to right: as a whole, or in lanes of a key."""

from collections.abc import Sequence

from chronicle.exporting.drawings import Drawing, Note, Paper, first_of, rest
from chronicle.exporting.periods import grouped, lane_key, left_out, unit_of
from chronicle.presenting.drawing.periods import periods as periods_of
from chronicle.presenting.terminal import spoken
from chronicle.presenting.terminal import timeline as picture
from chronicle.presenting.terminal.spoken import between
from chronicle.presenting.terminal.timeline import Lane, Span
from chronicle.presenting.wording import counted
from chronicle.querying import Key, Query, states
from chronicle.querying.activity import Activity, Extent, activity, extent, headlines, period_of
from chronicle.storing import Database

LANES = 12
# As many spans are described as are ever drawn in all parts of a picture.
_DESCRIBED = 300


def drawn(
    database: Database,
    query: Query,
    paper: Paper,
    by: str | None = None,
    lanes: str | None = None,
    limit: int | None = None,
) -> Drawing | None:
    """`by` is the finest unit that fits if None."""
    key = lane_key(lanes)
    found = extent(database, query, key)
    if found is None:
        return None
    acts = activity(database, query, unit_of(by, found, paper.width), key)
    notes = tuple(left_out(found, acts))
    return _with_lanes(acts, found, key, limit, paper, notes) if key else _whole(database, acts, found, paper, notes)


def _periods(acts: Activity, found: Extent) -> list[str]:
    """All periods from the first event to the end of the last."""
    return list(periods_of(found.first, max([found.last, *(stay.last for stay in acts.stays)]), acts.unit))


def _whole(database: Database, acts: Activity, found: Extent, paper: Paper, notes: tuple[Note, ...]) -> Drawing:
    periods, spans = _periods(acts, found), _spans(database, acts)
    lane = Lane("", {period: number for (_, period), number in acts.begun.items()})
    title = _title(acts, found, periods)
    if paper.is_plain:
        return Drawing(title, tuple(spoken.whole(periods, acts.unit, lane, spans)), notes, paper.width)
    return Drawing(title, tuple(picture.whole(periods, lane, spans, paper.width, paper.signs)), notes, paper.width)


def _spans(database: Database, acts: Activity) -> list[Span]:
    """What lasts over several periods, by its first day, with its headline."""
    longest = sorted(acts.stays, key=lambda stay: (stay.first - stay.last, stay.number))[:_DESCRIBED]
    labels = headlines(database, (stay.number for stay in longest))
    return [
        Span(
            period_of(stay.first, acts.unit),
            period_of(stay.last, acts.unit),
            (stay.last - stay.first).days + 1,
            labels[stay.number],
        )
        for stay in sorted(longest, key=lambda stay: stay.number)
    ]


def _with_lanes(
    acts: Activity, found: Extent, key: Key, limit: int | None, paper: Paper, notes: tuple[Note, ...]
) -> Drawing:
    periods, every = _periods(acts, found), _by_lane(acts, key)
    shown = first_of(every, limit, LANES)
    title, notes = _title(acts, found, periods), (*rest(shown, every, " lines"), *notes)
    if paper.is_plain:
        return Drawing(title, tuple(spoken.lanes(periods, shown)), notes, paper.width)
    return Drawing(title, tuple(picture.lanes(periods, shown, paper.width, paper.signs)), notes, paper.width)


def _by_lane(acts: Activity, key: Key) -> list[Lane]:
    """The lanes, the most frequent first, without a value last."""
    begun, ongoing = grouped(acts)
    names = _names(key)
    lanes = [
        (name is None, Lane(names.get(name, name) if name else "none", begun.get(name, {}), frozenset(ongoing[name])))
        for name in ongoing
    ]
    return [lane for _, lane in sorted(lanes, key=lambda each: (each[0], -each[1].total, each[1].name))]


def _names(key: Key) -> dict[str, str]:
    """What codes are called; other values are their own names."""
    return states.names() if key in ("country", "venue_country") else {}


def _title(acts: Activity, found: Extent, periods: Sequence[str]) -> str:
    return f"{counted(found.dated - acts.vague, 'event')} by {acts.unit}, {between(periods[0], periods[-1])}"
