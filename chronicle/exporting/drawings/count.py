"""Events by one key, each value with small bars that tell when."""

from chronicle.exporting import sparks
from chronicle.exporting.drawings import Drawing, Paper, first_of, rest
from chronicle.exporting.periods import key_of
from chronicle.exporting.sparks import Counted
from chronicle.querying import Query, count
from chronicle.storing import Database


def drawn(
    database: Database, query: Query, paper: Paper, by: str | None = None, limit: int | None = None
) -> Drawing | None:
    """By type if no key is said."""
    key = key_of(by or "type", "key to draw counts by")
    found = sparks.sparks(database, query, key, paper.width, paper.signs)
    if found is None:
        return None
    every = count(database, query, (key,))
    some = first_of(every, limit)
    rows = [Counted(each.keys[0], each.keys[0] or "none", each.events, (*each.keys, each.events)) for each in some]
    title, lines = sparks.shown(found, (key, "events"), rows, paper)
    return Drawing(title, lines, tuple(rest(some, every)), paper.width)
