"""The actors, venues and documents of the events asked for, with their numbers and first and last day."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from chronicle.errors import BadFilter
from chronicle.querying.answers import ActorRow, DocumentRow, VenueRow
from chronicle.querying.counts import matching_sql
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, of_events, select
from chronicle.storing import Database
from chronicle.storing.database import Row
from chronicle.storing.identity import PER_DAY, PER_DOCUMENT
from chronicle.storing.load import TITLE, numbered

_ACTORS = "SELECT id, key, name, kind, country, wikidata FROM actors WHERE id IN ({})"
_VENUES = "SELECT id, key, name, kind, country, latitude, longitude FROM venues WHERE id IN ({})"
_DOCUMENTS = f"""
    SELECT d.id, d.key, d.file, {TITLE}, d.authors, d.publication, d.volume, d.number, d.published, d.url,
           d.relation, (SELECT count(*) FROM problems p WHERE p.document_id = d.id)
    FROM documents d WHERE d.id IN ({{}})"""
_RELATIONS = "SELECT document_id, relation FROM sections WHERE document_id IN ({}) ORDER BY id"


_DOCUMENT_OF = f"e.section_id / {PER_DOCUMENT}"


def dated(column: str) -> str:
    """The number of an event that has a day, else NULL."""
    return f"CASE WHEN {column} >= {PER_DAY} THEN {column} END"


def day_of(number: int | None) -> date | None:
    """The day that an event's number begins with."""
    if number is None:
        return None
    year, rest = divmod(number // PER_DAY, 10_000)
    return date(year, rest // 100, rest % 100)


def _tally(db: Database, selection: Selection, table: str, column: str, where: str = "1 = 1") -> list[Row]:
    """Rows of a number of `table`, its events, the first and the last of them, and the last day of its long ones."""
    numbers = dated("x.event_id")
    counts = f"SELECT x.{column}, count(*), min({numbers}), max({numbers}) FROM {table} x"
    ends = f"SELECT x.{column}, max(e.end_date) FROM"
    if selection.is_everything:
        # The sign has SQLite look up what belongs to the few long events, and not an event for each row of the table.
        ends = f"{ends} events e JOIN {table} x ON x.event_id = +e.id"
    else:
        matching = f"({matching_sql(db, selection)}) AS m"
        counts = f"{counts} JOIN {matching} ON m.id = x.event_id"
        ends = f"{ends} {matching} JOIN events e ON e.id = m.id JOIN {table} x ON x.event_id = m.id"
    last_days = dict[int, Any](db.rows(f"{ends} WHERE {LONG} AND {where} GROUP BY x.{column}", selection.parameters))
    rows = db.rows(f"{counts} WHERE {where} GROUP BY x.{column}", selection.parameters)
    return [(*row, last_days.get(row[0])) for row in rows]


# What lasts for more than a day, for which there is an index: few events, and the last to begin need not end last.
LONG = "e.days > 1"


def span(tally: Sequence[Any]) -> tuple[Any, ...]:
    """A number of events and their first and last day.

    Of the number of events, those of the first and the last one to begin, and the last day of the long ones.
    """
    events, first, last, end = tally
    begun, ended = day_of(last), end and date.fromisoformat(str(end))
    return events, day_of(first), max(filter(None, (begun, ended)), default=None)


def _described(db: Database, sql: str, ids: set[int]) -> dict[int, Row]:
    return {row[0]: row[1:] for row in db.rows(numbered(sql, ids))}


def _limited(rows: list[Any], limit: int | None) -> list[Any]:
    if limit is not None and limit < 0:
        raise BadFilter(f"limit {limit}: is below nothing; leave it out for all")
    return rows[:limit]


def actors(db: Database, query: Query) -> list[ActorRow]:
    """The actors of the events asked for, by number of events; `limit` is of rows, `role` of parts."""
    where = f"x.role = '{query.role.strip().lower()}'" if query.role else "1 = 1"
    return actor_rows(db, select(db, of_events(query)), where, query.limit)


def actor_rows(db: Database, selection: Selection, where: str, limit: int | None) -> list[ActorRow]:
    tallied = _tally(db, selection, "participations", "actor_id", where)
    described = _described(db, _ACTORS, {row[0] for row in tallied})
    rows = [ActorRow(*described[number], *span(tally)) for number, *tally in tallied]
    return _limited(sorted(rows, key=lambda row: (-row.events, row.name, row.key)), limit)


def venues(db: Database, query: Query) -> list[VenueRow]:
    """The venues of the events asked for, by number of events; `limit` is of rows."""
    tallied = _tally(db, select(db, query), "event_venues", "venue_id")
    described = _described(db, _VENUES, {row[0] for row in tallied})
    rows = [VenueRow(*described[number], *span(tally)) for number, *tally in tallied]
    return _limited(sorted(rows, key=lambda row: (-row.events, row.name, row.key)), query.limit)


def documents(db: Database, query: Query) -> list[DocumentRow]:
    """The documents of the events asked for, by their first day; `limit` is of rows."""
    tallied = _document_tally(db, select(db, query))
    ids = {row[0] for row in tallied}
    described = _described(db, _DOCUMENTS, ids)
    relations: dict[int, dict[str, None]] = {}
    for number, relation in db.rows(numbered(_RELATIONS, ids)):
        if relation:
            relations.setdefault(number, {})[relation] = None
    rows = [_document_row(described[row[0]], tuple(relations.get(row[0], ())), row[1:]) for row in tallied]
    return _limited(sorted(rows, key=lambda row: (row.first or date.max, row.file, row.id)), query.limit)


def _document_tally(db: Database, selection: Selection) -> list[Row]:
    """Rows of a document's number, its events, those with flags, the first and the last, the last day of long ones."""
    numbers = dated("e.id")
    counts = f"SELECT {_DOCUMENT_OF}, count(*), min({numbers}), max({numbers}) FROM events e"
    ends = f"SELECT {_DOCUMENT_OF}, max(e.end_date) FROM events e"
    flagged = f"SELECT {_DOCUMENT_OF}, count(DISTINCT e.id) FROM flags f JOIN events e ON e.id = f.event_id"
    if not selection.is_everything:
        matching = f"({matching_sql(db, selection)}) AS m ON m.id = e.id"
        counts, flagged, ends = (f"{each} JOIN {matching}" for each in (counts, flagged, ends))
    with_flags = dict[int, int](db.rows(f"{flagged} GROUP BY 1", selection.parameters))
    last_days = dict[int, Any](db.rows(f"{ends} WHERE {LONG} GROUP BY 1", selection.parameters))
    return [
        (number, with_flags.get(number, 0), events, first, last, last_days.get(number))
        for number, events, first, last in db.rows(f"{counts} GROUP BY 1", selection.parameters)
    ]


def _document_row(described: Row, relations: tuple[str, ...], tallied: Row) -> DocumentRow:
    key, file, title, authors, publication, volume, number, published, url, relation, problems = described
    flagged, *tally = tallied
    events, first, last = span(tally)
    return DocumentRow(
        id=key,
        file=file,
        title=title,
        authors=tuple(json.loads(authors)),
        publication=publication,
        volume=volume,
        number=number,
        published=published,
        relations=relations or ((relation,) if relation else ()),
        url=url,
        events=events,
        flagged=flagged,
        problems=problems,
        first=first,
        last=last,
    )
