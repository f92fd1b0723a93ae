"""Events in order, read in batches as they are taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from chronicle.errors import BadFilter, UnknownName
from chronicle.model import Event
from chronicle.querying import names
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, parts, select
from chronicle.storing import Database
from chronicle.storing.load import Loader, numbered

_BATCH = 500
_ORDERS = {"date": "e.id", "-date": "e.id DESC", "document": "e.section_id, e.ordinal"}
_PLACE = "SELECT section_id, ordinal FROM events WHERE id IN ({})"
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
    if query.sort not in _ORDERS:
        raise BadFilter(f"sort {query.sort!r}: is none; write one of {', '.join(_ORDERS)}")
    if query.limit is not None and query.limit < 0:
        raise BadFilter(f"limit {query.limit}: is below nothing; leave it out for all")
    selection = select(db, query)
    after = None if query.after is None else names.find_event(db, query.after)
    statements = tuple(_statements(db, selection, query, after))
    return Plan(statements, selection.parameters, query.limit, _ORDERS[query.sort])


def events(db: Database, query: Query) -> Iterator[Event]:
    """The events asked for, in order, read in batches as they are taken.

    Raises BadFilter or UnknownName before the first event where the question makes no sense.
    """
    return _loaded(Loader(db), islice(_numbers(db, plan(db, query)), query.limit))


def _statements(db: Database, selection: Selection, query: Query, after: int | None) -> list[str]:
    if query.sort == "document":
        return [_by_document(db, selection, after)]
    return parts(db, selection, after, back=query.sort == "-date")


def _by_document(db: Database, selection: Selection, after: int | None) -> str:
    chosen = "1 = 1" if selection.is_everything else f"e.id IN ({all_numbers(db, selection)})"
    onward = "1 = 1"
    if after is not None:
        section, ordinal = next(db.rows(numbered(_PLACE, [after])))
        onward = f"(e.section_id, e.ordinal) > ({section}, {ordinal})"
    return f"SELECT e.id AS id FROM events e WHERE {chosen} AND {onward} ORDER BY e.section_id, e.ordinal"


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


def event(db: Database, key: str) -> Event:
    """The event with this id or unambiguous prefix; UnknownName for none or several."""
    found = Loader(db).events([names.find_event(db, key)])
    if not found:
        raise UnknownName(f"event {key!r}: there is none any more; `chronicle events` lists the ids")
    return found[0]


def passage(db: Database, event: Event, around: int = 0) -> str:
    """The document's text where the event stands, with `around` characters on both sides."""
    if event.source is None:
        return ""
    start = max(0, event.location.start - around)
    length = event.location.end + around - start
    found = next(db.rows(_PASSAGE, {"start": start + 1, "length": length, "key": event.source.id}), None)
    return "" if found is None else str(found[0])
