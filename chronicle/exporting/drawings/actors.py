"""The actors of the events, each with small bars that tell when."""

from chronicle.exporting import sparks
from chronicle.exporting.drawings import Drawing, Paper, first_of, rest
from chronicle.exporting.sparks import Counted
from chronicle.querying import ActorRow, Query, actors
from chronicle.querying.activity import ACTOR_KEYS
from chronicle.storing import Database

_NAMES = ("name", "kind", "country", "events", "first", "last")


def drawn(database: Database, query: Query, paper: Paper, limit: int | None = None) -> Drawing | None:
    found = sparks.sparks(database, query, ACTOR_KEYS, paper.width, paper.signs)
    if found is None:
        return None
    every = actors(database, query)
    some = first_of(every, limit)
    title, lines = sparks.shown(found, _NAMES, list(map(_row, some)), paper)
    return Drawing(title, lines, tuple(rest(some, every)), paper.width)


def _row(actor: ActorRow) -> Counted:
    first, last = (day.isoformat() if day else None for day in (actor.first, actor.last))
    return Counted(
        actor.key, actor.name, actor.events, (actor.name, actor.kind, actor.country, actor.events, first, last)
    )
