"""Where events took place: the most frequent venues on a map, and below it by number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronicle.coastline import rings
from chronicle.exporting.drawings import Drawing, Paper, first_of, rest
from chronicle.presenting.terminal.bars import ranked
from chronicle.presenting.terminal.lines import Line, line
from chronicle.presenting.terminal.worldmap import mark, worldmap
from chronicle.presenting.wording import counted
from chronicle.querying import Query, VenueRow, venues
from chronicle.storing import Database


def drawn(
    database: Database, query: Query, paper: Paper, *, world: bool = False, limit: int | None = None
) -> Drawing | None:
    """`world`: the whole of it, not only where the venues are."""
    found = venues(database, replace(query, limit=None))
    if not found:
        return None
    shown = first_of(found, limit)
    lines = tuple(_told(shown)) if paper.is_plain else tuple(_drawn(shown, world, paper))
    return Drawing(_title(found), lines, tuple(rest(shown, found)), paper.width)


def _title(found: Sequence[VenueRow]) -> str:
    lost = sum(1 for venue in found if venue.latitude is None)
    return counted(len(found), "venue") + (f", {lost} of them without coordinates" if lost else "")


def _told(shown: Sequence[VenueRow]) -> Iterator[str]:
    for at, venue in enumerate(shown, 1):
        first, last = venue.first or "", venue.last or ""
        when = f", {first} to {last}" if first != last else f", {first}" if first else ""
        yield f"{at}. {_named(venue)}: {counted(venue.events, 'event')}{when}"


def _named(venue: VenueRow) -> str:
    return f"{venue.name}, {venue.country}" if venue.country else venue.name


def _drawn(shown: Sequence[VenueRow], world: bool, paper: Paper) -> Iterator[Line]:
    placed = [venue for venue in shown if venue.latitude is not None and venue.longitude is not None]
    marks = {venue.key: mark(at) for at, venue in enumerate(placed)}
    points = [(venue.longitude or 0.0, venue.latitude or 0.0) for venue in placed]
    yield from worldmap(points, rings(), paper.width, paper.signs, everywhere=world)
    yield line()
    names = [(f"{marks.get(venue.key, ''):1} {_named(venue)}", venue.events) for venue in shown]
    yield from ranked(names, paper.width, paper.signs)
