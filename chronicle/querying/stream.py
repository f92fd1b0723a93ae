"""Events in order, read in batches as they are taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from chronicle.errors import BadFilter, UnknownName
from chronicle.model import Event
from chronicle.querying import names
from chronicle.querying.ordering import Order, order
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, parts, select
from chronicle.storing import Database
from chronicle.storing.load import Loader

_BATCH = 500
_KEY = "SELECT key FROM events WHERE id = :number"
# Signs of Markdown before the words that they set apart.
_SIGNS = re.compile(r"[*_]+$")
_LONGEST_SIGNS = 3
_PASSAGE = "SELECT substr(text, :start, :length) FROM documents WHERE key = :key"


@dataclass(frozen=True, slots=True)
class Plan:
    """A query resolved: statements of event numbers that follow one another, and the order of events `e`."""

    statements: tuple[str, ...]
    parameters: dict[str, object]
    limit: int | None
    order: str


def plan(db: Database, query: Query) -> Plan:
    """Raises BadFilter or UnknownName where the question makes no sense."""
    in_order = order(query.sort)
    if query.limit is not None and query.limit < 0:
        raise BadFilter(f"limit {query.limit}: is below nothing; leave it out for all")
    selection = select(db, query)
    after = None if query.after is None else names.find_event(db, query.after)
    if in_order.by_number:
        statements = tuple(parts(db, selection, after, back=in_order.back))
        return Plan(statements, selection.parameters, query.limit, in_order.sql)
    onward, bound = ("1 = 1", {}) if after is None else in_order.after(db, after)
    statement = _put_in_order(db, selection, onward, in_order)
    return Plan((statement,), {**selection.parameters, **bound}, query.limit, in_order.sql)


def _put_in_order(db: Database, selection: Selection, onward: str, in_order: Order) -> str:
    chosen = "1 = 1" if selection.is_everything else f"e.id IN ({all_numbers(db, selection)})"
    return f"SELECT e.id AS id FROM events e WHERE {chosen} AND {onward} ORDER BY {in_order.sql}"


def events(db: Database, query: Query) -> Iterator[Event]:
    """The events asked for, in order, read in batches as they are taken.

    Raises BadFilter or UnknownName before the first event where the question makes no sense.
    """
    return _loaded(Loader(db), islice(_numbers(db, plan(db, query)), query.limit))


def all_numbers(db: Database, selection: Selection) -> str:
    """One SELECT of `id` with every event's number once."""
    return " UNION ALL ".join(f"SELECT id FROM ({part}) AS part" for part in parts(db, selection))


def _numbers(db: Database, asked: Plan) -> Iterator[int]:
    bound = "" if asked.limit is None else f" LIMIT {asked.limit}"
    for statement in asked.statements:
        for row in db.rows(statement + bound, asked.parameters):
            yield row[0]


def _loaded(loader: Loader, numbers: Iterator[int]) -> Iterator[Event]:
    while batch := list(islice(numbers, _BATCH)):
        yield from loader.events(batch)


def total(db: Database, query: Query) -> int:
    """How many events match, whatever `limit` and `after` say."""
    selection = select(db, query)
    if selection.is_everything:
        return int(next(db.rows("SELECT count(*) FROM events"))[0])
    sql = f"SELECT count(*) FROM ({all_numbers(db, selection)}) AS found"
    return int(next(db.rows(sql, selection.parameters))[0])


def last_shown(db: Database, query: Query) -> str | None:
    """The id of the last event that `limit` lets through: what the next page comes `after`."""
    last = None
    for number in islice(_numbers(db, plan(db, query)), query.limit):
        last = number
    return None if last is None else str(next(db.rows(_KEY, {"number": last}))[0])


def event(db: Database, key: str) -> Event:
    """The event with this id or unambiguous prefix; UnknownName for none or several."""
    found = Loader(db).events([names.find_event(db, key)])
    if not found:
        raise UnknownName(f"event {key!r}: there is none any more; `chronicle events` lists the ids")
    return found[0]


def passage(db: Database, event: Event, around: int = 0) -> str:
    """The document's text where the event stands, with `around` characters on both sides.

    It begins with the signs that set its date apart: `**1855:** Envoys sign`.
    """
    if event.source is None:
        return ""
    start = max(0, event.location.start - max(around, _LONGEST_SIGNS))
    length = event.location.end + around - start
    found = next(db.rows(_PASSAGE, {"start": start + 1, "length": length, "key": event.source.id}), None)
    text = "" if found is None else str(found[0])
    return text if around >= _LONGEST_SIGNS else text[_begin(text, event.location.start - start, around) :]


def _begin(text: str, at: int, around: int) -> int:
    """Where the passage begins whose own words begin at `at`: before signs of Markdown that close within it."""
    signs = _SIGNS.search(text[:at])
    return max(0, min(at - around, signs.start() if signs and signs[0] in text[at:] else at))
