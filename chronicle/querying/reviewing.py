"""What is doubtful in the events asked for, the worst first."""

from collections.abc import Iterator
from itertools import islice

from chronicle.model import Event
from chronicle.model.flags import FLAGS, rank
from chronicle.querying.counts import matching_sql
from chronicle.querying.query import Query
from chronicle.querying.select import select
from chronicle.storing import Database
from chronicle.storing.load import Loader

_BATCH = 500


def doubtful(db: Database, query: Query) -> Iterator[Event]:
    """The events that have flags, by the worst of theirs and then by date; `limit` is of events."""
    selection = select(db, query)
    sql = "SELECT f.event_id, f.flag FROM flags f"
    if not selection.is_everything:
        sql += f" JOIN ({matching_sql(db, selection)}) AS m ON m.id = f.event_id"
    worst: dict[int, int] = {}
    for number, flag in db.rows(sql, selection.parameters):
        worst[number] = min(worst.get(number, len(FLAGS)), rank(flag))
    numbers = islice(sorted(worst, key=lambda number: (worst[number], number)), query.limit)
    return _loaded(Loader(db), numbers)


def _loaded(loader: Loader, numbers: Iterator[int]) -> Iterator[Event]:
    while batch := list(islice(numbers, _BATCH)):
        yield from loader.events(batch)
