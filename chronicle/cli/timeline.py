"""`timeline`: when there were events, drawn from left to right."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast, get_args

from typer import Option

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Limit, with_filters
from chronicle.cli.pictures import Canvas, first_of, say_left_out, say_rest, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.terminal.timeline import Lane, Span
    from chronicle.querying import Key, Query
    from chronicle.querying.activity import Activity, Extent, Unit
    from chronicle.storing import Database as Opened


class By(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


TIMES = ("year", "quarter", "month", "weekday")
LANES = 12
# As many spans are described as are ever drawn in all parts of a picture.
_DESCRIBED = 300

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
        ),
    ] = None,
    limit: Limit = None,
    db: Database = None,
) -> None:
    """Draw when the events that fit took place: bars over days, months, years, and spans for what lasted.

    An event counts at its first day. --lanes draws one line for each value, the most frequent first, and
    --limit says how many (12 in a picture). In a pipe: tab-separated lines of lane, period, events that begin
    in it, events that go on in it.
    """
    from chronicle.cli.database import reading
    from chronicle.querying.activity import activity, extent

    key = _lanes(lanes)
    with reading(db) as database:
        found = extent(database, query)
        if found is None:
            nothing_found()
        unit: Unit = by.value if by else _finest(found, to.room)
        acts = activity(database, query, unit, key)
        if not to.draws:
            to.give(_rows(acts, unit, key, limit))
        elif key:
            _with_lanes(acts, found, key, limit, to)
        else:
            _whole(database, acts, found, to)
    say_left_out(found, acts)


def _lanes(typed: str | None) -> "Key | None":
    from chronicle.cli.output import one_of
    from chronicle.querying import Key

    known = [key for key in get_args(Key) if key not in TIMES]
    return cast("Key", one_of(typed, known, "key for lanes")) if typed else None


def _finest(found: "Extent", room: int) -> "Unit":
    """The finest unit whose periods fit beside the name of a lane or a scale."""
    from chronicle.presenting.drawing.periods import periods
    from chronicle.querying.activity import SIZES

    units = list(SIZES)
    fitting = (unit for unit in units if len(list(periods(found.first, found.last, unit))) <= room * 3 // 4)
    return next(fitting, units[-1])


def _periods(acts: "Activity", found: "Extent") -> list[str]:
    """All periods from the first event to the end of the last."""
    from chronicle.presenting.drawing.periods import periods

    return list(periods(found.first, max([found.last, *(stay.last for stay in acts.stays)]), acts.unit))


def _whole(database: "Opened", acts: "Activity", found: "Extent", to: Canvas) -> None:
    from chronicle.presenting.terminal import spoken
    from chronicle.presenting.terminal import timeline as picture

    periods, spans = _periods(acts, found), _spans(database, acts)
    lane = picture.Lane("", {period: number for (_, period), number in acts.begun.items()})
    if to.is_plain:
        to.tell(_title(acts, found, periods), spoken.whole(periods, acts.unit, lane, spans))
    else:
        to.draw(_title(acts, found, periods), picture.whole(periods, lane, spans, to.room, to.signs))


def _spans(database: "Opened", acts: "Activity") -> "list[Span]":
    """What lasts over several periods, by its first day, with its headline."""
    from chronicle.presenting.terminal.timeline import Span
    from chronicle.querying.activity import headlines, period_of

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


def _with_lanes(acts: "Activity", found: "Extent", key: "Key", limit: int | None, to: Canvas) -> None:
    from chronicle.presenting.terminal import spoken
    from chronicle.presenting.terminal import timeline as picture

    periods, every = _periods(acts, found), _by_lane(acts, key)
    shown = first_of(every, limit, LANES)
    if to.is_plain:
        to.tell(_title(acts, found, periods), spoken.lanes(periods, shown))
    else:
        to.draw(_title(acts, found, periods), picture.lanes(periods, shown, to.room, to.signs))
    say_rest(shown, every, limit, " lines")


def _by_lane(acts: "Activity", key: "Key") -> "list[Lane]":
    """The lanes, the most frequent first, without a value last."""
    from chronicle.exporting.periods import grouped
    from chronicle.presenting.terminal.timeline import Lane

    begun, ongoing = grouped(acts)
    names = _names(key)
    lanes = [
        (name is None, Lane(names.get(name, name) if name else "none", begun.get(name, {}), frozenset(ongoing[name])))
        for name in ongoing
    ]
    return [lane for _, lane in sorted(lanes, key=lambda each: (each[0], -each[1].total, each[1].name))]


def _names(key: "Key") -> dict[str, str]:
    """What codes are called; other values are their own names."""
    from chronicle.querying import states

    return states.names() if key in ("country", "venue_country") else {}


def _rows(acts: "Activity", unit: str, key: "Key | None", limit: int | None) -> "Rows":
    from chronicle.exporting.periods import rows
    from chronicle.presenting.columns import Rows

    found = rows(acts, limit or None)
    return Rows((*([key] if key else []), unit, "events", "ongoing"), [row if key else row[1:] for row in found])


def _title(acts: "Activity", found: "Extent", periods: Sequence[str]) -> str:
    from chronicle.presenting.terminal.spoken import between
    from chronicle.presenting.wording import counted

    return f"{counted(found.dated - acts.vague, 'event')} by {acts.unit}, {between(periods[0], periods[-1])}"
