"""The columns of the flat formats: what each is called, what it means, and how an event gives it.

`EVENT_COLUMNS` is the export with one row per event; it carries everything that the record carries.
`LONG_NAMES` are those of the export with one row per event and actor. docs/csv.md is compared with both.
Named tuples, because a dataclass takes six times as long to make, and every command makes these.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, cast

from chronicle.model import ActorKind, Event, Link, Participation, Precision, Role, Source, Venue, VenueKind
from chronicle.presenting.cells import Scalar, Value, cells
from chronicle.presenting.record import iso


class Kind(StrEnum):
    """What a column holds, for the formats that tell numbers and days from text."""

    TEXT = "text"
    TRUTH = "truth"
    NUMBER = "number"
    DEGREES = "degrees"
    DAY = "day"


class Column(NamedTuple):
    """`value` gives a day as ISO text; where `is_list`, a tuple of values of the kind."""

    name: str
    meaning: str
    value: Callable[[Event], Value]
    kind: Kind = Kind.TEXT
    is_list: bool = False


class ActorColumn(NamedTuple):
    """A column of the long export; `plural` names the list of it in the export with one row per event."""

    name: str
    plural: str
    meaning: str
    value: Callable[[Participation], Scalar]
    kind: Kind = Kind.TEXT

    def listed(self) -> Column:
        value = self.value
        meaning = f"{self.meaning}; one item per actor"
        return Column(self.plural, meaning, lambda event: tuple(map(value, event.actors)), self.kind, True)


class Rows(NamedTuple):
    """A table of plain values: what every flat format writes. `is_text`: all of them are text already."""

    names: tuple[str, ...]
    body: Iterable[Sequence[Value]]
    is_text: bool = False


def texts(rows: Rows) -> Iterable[list[str]]:
    """The rows as the text of their cells."""
    return cast(Iterable[list[str]], rows.body) if rows.is_text else map(cells, rows.body)


def participants(event: Event) -> tuple[str, ...]:
    return tuple(actor.name for actor in event.actors if actor.role is Role.PARTICIPANT)


def countries(event: Event) -> tuple[str, ...]:
    """The countries that take part: the codes of the participants, each once, in order of appearance."""
    codes = (actor.country for actor in event.actors if actor.role is Role.PARTICIPANT)
    return tuple(dict.fromkeys(code for code in codes if code))


def short_date(event: Event) -> str:
    """The date as one expression: EDTF, or the words printed where no such day exists."""
    return event.date.edtf or event.date.text


def _venues(name: str, meaning: str, value: Callable[[Venue], Scalar], kind: Kind = Kind.TEXT) -> Column:
    return Column(name, f"{meaning}; one item per venue", lambda event: tuple(map(value, event.venues)), kind, True)


def _links(name: str, meaning: str, value: Callable[[Link], Scalar]) -> Column:
    return Column(name, f"{meaning}; one item per link", lambda event: tuple(map(value, event.links)), is_list=True)


def _source(name: str, meaning: str, value: Callable[[Source], Value], is_list: bool = False) -> Column:
    return Column(
        f"source_{name}", meaning, lambda event: value(event.source) if event.source else None, is_list=is_list
    )


def _one_of(values: type[StrEnum]) -> str:
    *others, last = (f"`{value}`" for value in values)
    return f"{', '.join(others)} or {last}"


_IDENTITY = (
    Column("id", "the event's id, the same on every machine and after every re-ingest", lambda e: e.id),
    Column("start", "first day, ISO 8601; empty for a date that cannot exist", lambda e: iso(e.date.start), Kind.DAY),
    Column("end", "last day, inclusive; the first day again for a single day", lambda e: iso(e.date.end), Kind.DAY),
    Column("precision", f"how much is stated: {_one_of(Precision)}", lambda e: e.date.precision.value),
    Column("approximate", "`true` if the date is only about right", lambda e: e.date.approximate, Kind.TRUTH),
    Column("edtf", "the date as an ISO 8601-2 (EDTF) expression", lambda e: e.date.edtf),
    Column("date_text", "the date as printed", lambda e: e.date.text),
    Column("type", "the event type", lambda e: e.type.value),
    Column("mode", "how the parties came together; may be empty", lambda e: e.mode.value if e.mode else None),
    Column("headline", "the first sentence", lambda e: e.headline),
    Column("text", "the whole entry", lambda e: e.text),
    Column("participants", "names of the actors that take part", participants, is_list=True),
    Column("countries", "codes of the countries that take part, each once", countries, is_list=True),
)

ACTOR_COLUMNS = (
    ActorColumn("actor", "actors", "canonical name", lambda a: a.name),
    ActorColumn("actor_kind", "actor_kinds", _one_of(ActorKind), lambda a: a.kind.value),
    ActorColumn("actor_country", "actor_countries", "ISO 3166-1 alpha-2 code", lambda a: a.country),
    ActorColumn("actor_office", "actor_offices", "the office stated or implied", lambda a: a.office),
    ActorColumn("actor_role", "actor_roles", _one_of(Role), lambda a: a.role.value),
    ActorColumn(
        "actor_inferred", "actor_inferences", "`true` if only the office is printed", lambda a: a.inferred, Kind.TRUTH
    ),
    ActorColumn("actor_mention", "actor_mentions", "the words printed", lambda a: a.mention),
    ActorColumn("actor_wikidata", "actor_wikidata_ids", "Wikidata QID, where known", lambda a: a.wikidata),
)

_PLACE_AND_SOURCE = (
    _venues("venues", "name of the venue", lambda v: v.name),
    _venues("venue_countries", "ISO 3166-1 alpha-2 code, empty for a sea", lambda v: v.country),
    _venues("venue_kinds", _one_of(VenueKind), lambda v: v.kind.value),
    _venues("venue_latitudes", "degrees north, WGS 84", lambda v: v.latitude, Kind.DEGREES),
    _venues("venue_longitudes", "degrees east, WGS 84", lambda v: v.longitude, Kind.DEGREES),
    _venues("venue_geonames", "GeoNames id, where known", lambda v: v.geonames),
    _venues("venue_mentions", "the words printed", lambda v: v.mention),
    _links("link_texts", "the words that carry the link", lambda link: link.text),
    _links("link_urls", "the address as printed", lambda link: link.url),
    Column("flags", "what a reviewer should look at", lambda e: e.flags, is_list=True),
    Column("ordinal", "position in its chronology, from 1", lambda e: e.ordinal, Kind.NUMBER),
    Column("location_start", "first character in the document's text, from 0", lambda e: e.location.start, Kind.NUMBER),
    Column("location_end", "the character after the last", lambda e: e.location.end, Kind.NUMBER),
    Column("location_page", "page, from 1, of a PDF", lambda e: e.location.page, Kind.NUMBER),
    Column(
        "location_line",
        "line in the document's text, from 1; for a text file the file's line",
        lambda e: e.location.line,
        Kind.NUMBER,
    ),
    _source("id", "the document's id", lambda s: s.id),
    _source("file", "the document's file name, without folders", lambda s: s.file),
    _source("title", "title of the article, or else the heading of its first chronology", lambda s: s.title),
    _source("authors", "authors; one item per author", lambda s: s.authors, is_list=True),
    _source("publication", "journal or series", lambda s: s.publication),
    _source("volume", "volume", lambda s: s.volume),
    _source("number", "number of the issue", lambda s: s.number),
    _source("published", "date of issue, EDTF", lambda s: s.published),
    _source("relation", "the sides covered, as the section's heading prints them", lambda s: s.relation),
    _source("section", "heading of the chronology", lambda s: s.section),
    _source("url", "address of the document", lambda s: s.url),
    Column("plover", "the PLOVER code of the type; may be empty", lambda e: e.plover),
)

EVENT_COLUMNS = (*_IDENTITY, *(column.listed() for column in ACTOR_COLUMNS), *_PLACE_AND_SOURCE)
WIDE_NAMES = tuple(column.name for column in EVENT_COLUMNS)
LONG_NAMES = tuple(column.name for column in (*_IDENTITY, *ACTOR_COLUMNS, *_PLACE_AND_SOURCE))

DATE = Column("date", "the date as EDTF, or as printed if it cannot exist", short_date)
NAMED = {column.name: column for column in (DATE, *EVENT_COLUMNS)}

OVERVIEW = ("id", "date", "type", "participants", "venues", "headline")
NARROW = ("id", "date", "type", "headline")


def rows(events: Iterable[Event], names: Iterable[str]) -> Rows:
    """One row per event, of the columns named."""
    columns = [NAMED[name] for name in names]
    getters = [column.value for column in columns]
    header = tuple(column.name for column in columns)
    return Rows(header, ([get(event) for get in getters] for event in events))


def wide(events: Iterable[Event]) -> Rows:
    """One row per event, of all exported columns."""
    return rows(events, WIDE_NAMES)


def long(events: Iterable[Event]) -> Rows:
    """One row per event and actor; an event without actors keeps one row, its actor columns empty."""
    return Rows(LONG_NAMES, chain.from_iterable(map(_actor_rows, events)))


def table(events: Iterable[Event], by_actor: bool) -> Rows:
    """One row per event, or one per event and actor."""
    return long(events) if by_actor else wide(events)


def _actor_rows(event: Event) -> Iterator[list[Value]]:
    before = [column.value(event) for column in _IDENTITY]
    after = [column.value(event) for column in _PLACE_AND_SOURCE]
    for actor in event.actors:
        yield [*before, *(column.value(actor) for column in ACTOR_COLUMNS), *after]
    if not event.actors:
        yield [*before, *(None for _ in ACTOR_COLUMNS), *after]
