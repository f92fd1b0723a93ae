"""Events as the cells of flat formats, straight from the rows: a table of text needs no events.

`overview` is for a few columns of any number of events, one statement that SQLite has nearly done with;
`wide` for the whole export, where what repeats (an actor's part, a venue, a source) is made once. Both on
SQLite only, and both the same to the letter as the columns of `presenting`, which a test compares.

`escape` is how an item stands in a list. SQLite joins lists in any order and tells the places of the items,
which costs it less than to sort them for every event.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import TypeVar

from chronicle.model import EventDate, Precision, Role
from chronicle.querying.query import Query
from chronicle.querying.stream import Plan, plan
from chronicle.storing import Database
from chronicle.storing.database import Row
from chronicle.storing.load import TITLE

Cells = list[str]
Escape = Callable[[str], str]
List = tuple[str, str, str]
Made = TypeVar("Made")

SEPARATOR = "; "
_join = SEPARATOR.join
# So many cells of a kind are kept for rows that repeat: what is streamed is not to fill the memory.
_REMEMBERED = 50_000

# Of a list: the item, where it stands, and its place.
_PARTICIPANTS = (
    "a.name",
    "participations r JOIN actors a ON a.id = r.actor_id",
    f"r.event_id = {{}} AND r.role = '{Role.PARTICIPANT}'",
)
_VENUES = ("v.name", "event_venues r JOIN venues v ON v.id = r.venue_id", "r.event_id = {}")
_LISTS = {"participants": _PARTICIPANTS, "venues": _VENUES}
_WHEN = "json_array(e.start_date, e.end_date, e.precision, e.approximate, e.date_text)"
_SINGLE = {
    "id": "e.key",
    "date": f"CASE WHEN e.precision = 'day' AND e.start_date = e.end_date AND NOT e.approximate"
    f" THEN e.start_date ELSE {_WHEN} END",
    "start": "coalesce(e.start_date, '')",
    "end": "coalesce(e.end_date, '')",
    "precision": "e.precision",
    "date_text": "e.date_text",
    "type": "e.type",
    "mode": "coalesce(e.mode, '')",
    "headline": "e.headline",
    "text": "e.text",
    "plover": "coalesce(e.plover, '')",
}
OVERVIEW = frozenset((*_SINGLE, *_LISTS))


def is_possible(db: Database) -> bool:
    return db.dialect == "sqlite"


def overview(db: Database, query: Query, names: Sequence[str], escape: Escape) -> Iterator[Cells]:
    """One row per event of the columns named, which are in `OVERVIEW`."""
    asked = plan(db, query)
    columns = ["e.id", *(_SINGLE.get(name) or _joined(*_LISTS[name]) for name in names)]
    lists = [(at, _LISTS[name]) for at, name in enumerate(names) if name in _LISTS]
    dates = [at for at, name in enumerate(names) if name == "date"]
    return _overview(db, _rows(db, asked, ", ".join(columns)), lists, dates, escape)


def _joined(item: str, source: str, where: str) -> str:
    """A list joined as it comes, a slash and the places of its items: to put them in order is left to do."""
    return (
        f"(SELECT group_concat({item}, '{SEPARATOR}') || '/' || group_concat(r.position)"
        f" FROM {source} WHERE {where.format('e.id')})"
    )


def _overview(
    db: Database, rows: Iterable[Row], lists: list[tuple[int, List]], dates: list[int], escape: Escape
) -> Iterator[Cells]:
    for number, *cells in rows:
        for at, source in lists:
            joined, _, places = (cells[at] or "").rpartition("/")
            last, in_order = _order[places]
            if joined.count(";") != last or "\\" in joined:
                joined = _join(map(escape, _exactly(db, *source, number)))
            elif in_order:
                joined = _join(in_order(joined.split(SEPARATOR)))
            cells[at] = joined
        for at in dates:
            if cells[at].startswith("["):
                cells[at] = _short_date(cells[at])
        yield cells


def _exactly(db: Database, item: str, source: str, where: str, event: int) -> list[str]:
    """The items of one event, some of which have a sign of their own that lists use."""
    return [row[0] for row in db.rows(f"SELECT {item} FROM {source} WHERE {where.format(event)} ORDER BY r.position")]


_Sorter = Callable[[Sequence[str]], Sequence[str]]


class _Remembered(dict[str, Made]):
    """What a function makes of a text, made once for as many as are kept; quicker than `lru_cache`."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: str) -> Made:
        if len(self) > _REMEMBERED:
            self.clear()
        value = self[key] = self.make(key)
        return value


def _order_of(places: str) -> tuple[int, _Sorter | None]:
    """Of `2,1,3`: the number of the last, from 0, and what puts them in order, None where they are."""
    numbers = [int(place) for place in places.split(",") if place]
    order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return max(len(order) - 1, 0), None if order == sorted(order) else itemgetter(*order)


_order = _Remembered(_order_of)
_read = json.JSONDecoder().decode


@lru_cache(maxsize=_REMEMBERED)
def _short_date(packed: str) -> str:
    """The date as EDTF, else as printed."""
    *days, printed = _read(packed)
    return _edtf(*days) or str(printed)


@lru_cache(maxsize=_REMEMBERED)
def _edtf(start: str | None, end: str | None, precision: str, approximate: int) -> str:
    if start is None or end is None:
        return ""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return EventDate("", first, last, Precision(precision), bool(approximate)).edtf or ""


def _rows(db: Database, asked: Plan, columns: str) -> Iterator[Row]:
    """What the columns are of the events `e`, in order."""
    bound = "" if asked.limit is None else f" LIMIT {asked.limit}"
    statements = (
        f"SELECT {columns} FROM events e WHERE e.id IN ({numbers}{bound}) ORDER BY {asked.order}"
        for numbers in asked.statements
    )
    found = chain.from_iterable(db.rows(sql, asked.parameters) for sql in statements)
    return islice(found, asked.limit)


_NO_ACTORS, _NO_VENUES, _NO_LINKS = ("",) * 10, ("",) * 7, ("",) * 2
_TRUTH = ("false", "true")


def _packed(fields: str, source: str) -> str:
    """The rows of an event as lines of JSON, which holds no line end of its own, and a last line of their places."""
    return f"""
        (SELECT group_concat(json_array({fields}), '\n') || '\n' || group_concat(position)
         FROM {source} WHERE event_id = e.id)"""


def _items(packed: str) -> Sequence[str]:
    """The lines in the order of their places."""
    *items, places = packed.split("\n")
    _, in_order = _order[places]
    return in_order(items) if in_order else items


_WIDE = f"""
    e.key, e.start_date, e.end_date, e.precision, e.approximate, e.date_text, e.type, e.mode, e.headline, e.text,
    {_packed("actor_id, role, country, office_id, inferred, mention", "participations")},
    {_packed("venue_id, mention", "event_venues")}, {_packed("text, url", "links")}, {_packed("flag", "flags")},
    e.ordinal, e.start_offset, e.end_offset, e.page, e.line, e.section_id, e.plover"""
_ACTOR = "SELECT name, kind, wikidata FROM actors WHERE id = :number"
_OFFICE = "SELECT name FROM offices WHERE id = :number"
_PLACE = "SELECT name, country, kind, latitude, longitude, geonames FROM venues WHERE id = :number"
_SOURCE = f"""
    SELECT d.key, d.file, {TITLE}, d.authors, d.publication, d.volume, d.number, d.published,
           coalesce(s.relation, d.relation), s.heading, d.url
    FROM sections s JOIN documents d ON d.id = s.document_id WHERE s.id = :number"""


def wide(db: Database, query: Query, escape: Escape) -> Iterator[Cells]:
    """One row per event of all exported columns, in their order."""
    return map(_Wide(db, escape).cells, _rows(db, plan(db, query), _WIDE))


def _text(value: object) -> str:
    return "" if value is None else str(value)


class _Wide:
    """Makes the cells of events; remembers those of actors' parts, venues and sources."""

    def __init__(self, db: Database, escape: Escape) -> None:
        self.db = db
        self.escape = escape
        self.part = _Remembered(self._part).__getitem__
        self.actor = lru_cache(maxsize=_REMEMBERED)(self._actor)
        self.office = lru_cache(maxsize=_REMEMBERED)(self._office)
        self.place = lru_cache(maxsize=_REMEMBERED)(self._place)
        self.venues = lru_cache(maxsize=_REMEMBERED)(self._venues)
        self.links = lru_cache(maxsize=_REMEMBERED)(self._links)
        self.flags = lru_cache(maxsize=_REMEMBERED)(self._flags)
        self.source = lru_cache(maxsize=_REMEMBERED)(self._source)

    def cells(self, row: Row) -> Cells:
        (
            key, start, end, precision, approximate, printed, type, mode, headline, text,
            actors, venues, links, flags, ordinal, first, last, page, line, section, plover,
        ) = row  # fmt: skip
        return [
            key, start or "", end or "", precision, _TRUTH[approximate], _edtf(start, end, precision, approximate),
            printed, type, mode or "", headline, text,
            *(self._actors(actors) if actors else _NO_ACTORS),
            *(self.venues(venues) if venues else _NO_VENUES),
            *(self.links(links) if links else _NO_LINKS),
            self.flags(flags) if flags else "",
            str(ordinal), str(first), str(last), _text(page), _text(line),
            *self.source(section),
            plover or "",
        ]  # fmt: skip

    def _actors(self, packed: str) -> Cells:
        """Participants, their countries, and the columns of all actors."""
        *columns, taking_part, countries = zip(*map(self.part, _items(packed)), strict=True)
        return [
            _join([name for name in taking_part if name is not None]),
            _join(dict.fromkeys(filter(None, countries))),
            *map(_join, columns),
        ]

    def _part(self, packed: str) -> tuple[str | None, ...]:
        """The items of one actor; its name and country once more if it takes part."""
        actor, role, country, office, inferred, mention = _read(packed)
        name, kind, wikidata = self.actor(actor)
        code = self.escape(country) if country else ""
        items = (name, kind, code, self.office(office), role, _TRUTH[inferred], self.escape(mention or ""), wikidata)
        return (*items, name, code) if role == Role.PARTICIPANT else (*items, None, None)

    def _venues(self, packed: str) -> tuple[str, ...]:
        items = [(*self.place(venue), mention) for venue, mention in map(_read, _items(packed))]
        return self._joined(items)

    def _links(self, packed: str) -> tuple[str, ...]:
        return self._joined(map(_read, _items(packed)))

    def _flags(self, packed: str) -> str:
        return self._joined(map(_read, _items(packed)))[0]

    def _joined(self, items: Iterable[Sequence[object]]) -> tuple[str, ...]:
        """The cells of rows of items: one for each of their columns."""
        return tuple(map(_join, zip(*map(self._escaped, items), strict=True)))

    def _escaped(self, items: Iterable[object]) -> tuple[str, ...]:
        return tuple(self.escape(_text(item)) for item in items)

    def _one(self, sql: str, number: int) -> Row:
        return next(self.db.rows(sql, {"number": number}))

    def _actor(self, number: int) -> tuple[str, ...]:
        return self._escaped(self._one(_ACTOR, number))

    def _office(self, number: int | None) -> str:
        return "" if number is None else self._escaped(self._one(_OFFICE, number))[0]

    def _place(self, number: int) -> Row:
        return self._one(_PLACE, number)

    def _source(self, section: int) -> tuple[str, ...]:
        key, file, title, authors, *others = self._one(_SOURCE, section)
        listed = _join(self._escaped(json.loads(authors)))
        return (key, file, _text(title), listed, *map(_text, others))
