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
    """Rows of a number of `table`, its events, the first and the last of them."""
    numbers = dated("x.event_id")
    sql = f"SELECT x.{column}, count(*), min({numbers}), max({numbers}) FROM {table} x"
    if not selection.is_everything:
        sql = f"{sql} JOIN ({matching_sql(db, selection)}) AS m ON m.id = x.event_id"
    return list(db.rows(f"{sql} WHERE {where} GROUP BY x.{column}", selection.parameters))


def span(tally: Sequence[int | None]) -> tuple[Any, ...]:
    """A number of events, the days of the first and the last."""
    events, first, last = tally
    return events, day_of(first), day_of(last)


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
    """Rows of a document's number, its events, how many have flags, the first and the last."""
    numbers = dated("e.id")
    counts = f"SELECT {_DOCUMENT_OF}, count(*), min({numbers}), max({numbers}) FROM events e"
    flagged = f"SELECT {_DOCUMENT_OF}, count(DISTINCT e.id) FROM flags f JOIN events e ON e.id = f.event_id"
    if not selection.is_everything:
        matching = f"({matching_sql(db, selection)}) AS m ON m.id = e.id"
        counts, flagged = f"{counts} JOIN {matching}", f"{flagged} JOIN {matching}"
    with_flags = dict[int, int](db.rows(f"{flagged} GROUP BY 1", selection.parameters))
    return [
        (number, events, with_flags.get(number, 0), first, last)
        for number, events, first, last in db.rows(f"{counts} GROUP BY 1", selection.parameters)
    ]


def _document_row(described: Row, relations: tuple[str, ...], tallied: Row) -> DocumentRow:
    key, file, title, authors, publication, volume, number, published, url, relation, problems = described
    events, flagged, first, last = tallied
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
        first=day_of(first),
        last=day_of(last),
    )
