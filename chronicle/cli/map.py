"""`map`: where events took place, on a small map and as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from typer import Option

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Limit, with_filters
from chronicle.cli.pictures import Canvas, first_of, say_rest, with_canvas
from chronicle.cli.venues import NAMES

if TYPE_CHECKING:
    from chronicle.presenting.terminal.lines import Line
    from chronicle.querying import Query, VenueRow

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
    limit: Limit = None,
    db: Database = None,
) -> None:
    """Draw where the events that fit took place: the most frequent venues on a map, and below it by number.

    Each of the first 35 has a sign on the map; of several at one spot the most frequent. In a pipe: the lines
    of `venues`.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.lists import rows_of
    from chronicle.querying import venues

    with reading(db) as database:
        found = venues(database, replace(query, limit=None))
    if not found:
        nothing_found()
    if not to.draws:
        to.give(rows_of(found[: limit or None], NAMES))
        return
    shown = first_of(found, limit)
    if to.is_plain:
        to.tell(_title(found), _told(shown))
    else:
        to.draw(_title(found), _drawn(shown, world, to))
    say_rest(shown, found, limit)


def _title(found: "Sequence[VenueRow]") -> str:
    from chronicle.presenting.wording import counted

    lost = sum(1 for venue in found if venue.latitude is None)
    return counted(len(found), "venue") + (f", {lost} of them without coordinates" if lost else "")


def _told(shown: "Sequence[VenueRow]") -> Iterator[str]:
    from chronicle.presenting.wording import counted

    for at, venue in enumerate(shown, 1):
        first, last = venue.first or "", venue.last or ""
        when = f", {first} to {last}" if first != last else f", {first}" if first else ""
        yield f"{at}. {_named(venue)}: {counted(venue.events, 'event')}{when}"


def _named(venue: "VenueRow") -> str:
    return f"{venue.name}, {venue.country}" if venue.country else venue.name


def _drawn(shown: "Sequence[VenueRow]", world: bool, to: Canvas) -> "Iterator[Line]":
    from chronicle.coastline import rings
    from chronicle.presenting.terminal.bars import ranked
    from chronicle.presenting.terminal.lines import line
    from chronicle.presenting.terminal.worldmap import mark, worldmap

    placed = [venue for venue in shown if venue.latitude is not None and venue.longitude is not None]
    marks = {venue.key: mark(at) for at, venue in enumerate(placed)}
    points = [(venue.longitude or 0.0, venue.latitude or 0.0) for venue in placed]
    yield from worldmap(points, rings(), to.room, to.signs, everywhere=world)
    yield line()
    names = [(f"{marks.get(venue.key, ''):1} {_named(venue)}", venue.events) for venue in shown]
    yield from ranked(names, to.room, to.signs)
