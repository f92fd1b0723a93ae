"""Who meets whom, as nodes and edges for the formats of graphs, gathered in a temporary file and not in memory."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import combinations, groupby
from typing import NamedTuple

from chronicle.model import Event, Participation, Role
from chronicle.presenting.record import iso

_SCHEMA = """
CREATE TABLE nodes (id TEXT PRIMARY KEY, label, kind, country, wikidata, events, first, last) WITHOUT ROWID;
CREATE TABLE shared (one TEXT, other TEXT, role, office, number INTEGER, event, first, last,
                     PRIMARY KEY (one, other, number)) WITHOUT ROWID;
"""
_NODE = """
    INSERT INTO nodes VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET
        events = events + 1,
        first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
        last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))"""
_SHARED = "INSERT INTO shared VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_EDGES = "SELECT one, other, event, first, last, role, office FROM shared ORDER BY one, other, number"


class Node(NamedTuple):
    """An actor, or with `bipartite` an event; `events` says in how many it takes part, ISO days when."""

    id: str
    label: str
    kind: str
    country: str | None
    wikidata: str | None
    events: int
    first: str | None
    last: str | None


class Meeting(NamedTuple):
    """An event in which both ends of an edge take part; `role` and `office` where one end is the event itself."""

    event: str
    first: str | None
    last: str | None
    role: str | None
    office: str | None


class Edge(NamedTuple):
    one: str
    other: str
    meetings: tuple[Meeting, ...]

    @property
    def first(self) -> str | None:
        return min((each.first for each in self.meetings if each.first), default=None)

    @property
    def last(self) -> str | None:
        return max((each.last for each in self.meetings if each.last), default=None)


class Graph:
    """The nodes and edges of events that were added."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.number = 0

    def add(self, event: Event, bipartite: bool) -> None:
        self.number += 1
        actors = {_id(actor): actor for actor in event.actors if bipartite or actor.role is Role.PARTICIPANT}
        days = iso(event.date.start), iso(event.date.end)
        nodes = [(key, one.name, one.kind.value, one.country, one.wikidata, *days) for key, one in actors.items()]
        ends: list[tuple[str, str, str | None, str | None]]
        if bipartite:
            key = f"event:{event.id}"
            nodes.append((key, event.headline, event.type.value, None, None, *days))
            ends = [(other, key, one.role.value, one.office) for other, one in actors.items()]
        else:
            ends = [(*pair, None, None) for pair in combinations(sorted(actors), 2)]
        self.db.executemany(_NODE, nodes)
        self.db.executemany(_SHARED, [(*end, self.number, event.id, *days) for end in ends])

    def nodes(self) -> Iterator[Node]:
        return map(Node._make, self.db.execute("SELECT * FROM nodes ORDER BY id"))

    def edges(self) -> Iterator[Edge]:
        rows = self.db.execute(_EDGES)
        for (one, other), group in groupby(rows, key=lambda row: row[:2]):
            yield Edge(one, other, tuple(Meeting._make(row[2:]) for row in group))


@contextmanager
def graph_of(events: Iterable[Event], bipartite: bool) -> Iterator[Graph]:
    """Without `bipartite`, an edge joins two who take part in the same events; with it, an actor and an event."""
    # SQLite keeps a database without a name in a temporary file.
    with closing(sqlite3.connect("", isolation_level=None)) as db:
        db.executescript(f"{_SCHEMA}BEGIN;")
        graph = Graph(db)
        for event in events:
            graph.add(event, bipartite)
        yield graph


def _id(actor: Participation) -> str:
    """Its row in the reference tables; of who is in none, kind, name and country."""
    return f"actor:{actor.key or '/'.join((actor.kind.value, actor.name, actor.country or ''))}"
