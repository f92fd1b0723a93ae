"""What is made of counts: a table of two keys, shares, running totals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal

from chronicle.querying.answers import Count, Cross
from chronicle.querying.counts import count
from chronicle.querying.groupings import GROUPINGS
from chronicle.querying.query import Key, Query
from chronicle.querying.select import of_events
from chronicle.querying.stream import total
from chronicle.storing import Database

Share = Literal["total", "row", "column"]


def cross(
    db: Database, query: Query, by: Sequence[Key], *, spread: bool = False, counts: Sequence[Count] | None = None
) -> Cross:
    """The events by two keys as a table; rows and columns in the order of `count`, those without events left out.

    `counts` are those of both keys where they are known already.
    """
    if counts is None:
        counts = count(db, query, by, spread=spread)
    sides = [_side(_alone(db, query, key, spread=spread), at, counts) for at, key in enumerate(by)]
    return Cross(sides[0], sides[1], {each.keys: each.events for each in counts}, total(db, of_events(query)))


def _alone(db: Database, query: Query, key: Key, *, spread: bool) -> list[Count]:
    """One of the keys that the question has; a role may be of the other."""
    return count(db, query if GROUPINGS[key].by_role else of_events(query), [key], spread=spread)


def _side(alone: Iterable[Count], at: int, counts: Iterable[Count]) -> tuple[Count, ...]:
    met = {each.keys[at] for each in counts}
    return tuple(each for each in alone if each.keys[0] in met)


def shares(
    db: Database, query: Query, by: Sequence[Key], counts: Iterable[Count], of: Share, *, spread: bool = False
) -> list[float]:
    """What percent each count is: of all events that fit, of those of its row (first key) or column (second).

    An event with two countries is in the share of both, so that shares can add up to more than 100.
    """
    if of == "total":
        every = total(db, of_events(query))
        return [percent(each.events, every) for each in counts]
    at = 0 if of == "row" else 1
    whole = {each.keys[0]: each.events for each in _alone(db, query, by[at], spread=spread)}
    return [percent(each.events, whole[each.keys[at]]) for each in counts]


def share_cells(table: Cross, of: Share) -> list[list[float]]:
    """The same of all cells of a table."""
    return [
        [
            percent(cell, _whole(table, row, column, of))
            for cell, column in zip(table.row(row), table.columns, strict=True)
        ]
        for row in table.rows
    ]


def _whole(table: Cross, row: Count, column: Count, of: Share) -> int:
    return {"total": table.events, "row": row.events, "column": column.events}[of]


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def running(counts: Iterable[Count], by: Sequence[Key]) -> list[int]:
    """The counts added up: along the time for each value of the other key, else down the list of the last key."""
    along = runs_along(by)
    sums = Counter[tuple[str | None, ...]]()
    found = []
    for each in counts:
        others = each.keys[:along] + each.keys[along + 1 :]
        sums[others] += each.events
        found.append(sums[others])
    return found


def runs_along(by: Sequence[Key]) -> int:
    """Which key running totals follow: the only time among them, else the last."""
    times = [at for at, key in enumerate(by) if GROUPINGS[key].is_time]
    return times[0] if len(times) == 1 else len(by) - 1


def running_cells(table: Cross, by: Sequence[Key]) -> list[list[int]]:
    """The cells of a table added up, row by row of it; what has begun goes on where nothing is added."""
    rows = [table.row(row) for row in table.rows]
    if runs_along(by) == 1:
        return [list(accumulate(row)) for row in rows]
    return [list(row) for row in zip(*map(accumulate, zip(*rows, strict=True)), strict=True)]
