"""The schema as SQLAlchemy tables, for Alembic and for databases other than SQLite.

`events.id` begins with the day the event starts: 20210903000017 is the 17th event stored of
2021-09-03, and an event without a possible date begins with 0. So the order of `id` is the order of
dates in every table that carries `event_id`, in the full-text index too, and no table repeats the
date. `key` is what a user sees and types; it never changes, `id` moves when the date is corrected.
`sections.id` begins with the document: 12003 is the third section of document 12.

What hangs on events is kept in their order, so that an export reads on and on; an index in the order of
the actor (country, venue, flag) and the event, which holds all that a filter needs, finds them.

Both ends of all dates are inclusive. `days` is `end_date - start_date + 1`,
so that the longest span is one step into an index.
"""

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

from chronicle.model import ActorKind, EventType, Mode, Precision, Role, VenueKind
from chronicle.storing.names import BOTH_CASES

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows only in a column declared INTEGER; the others need 64 bits for the same values.
Number = BigInteger().with_variant(Integer(), "sqlite")


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _number(name: str, *, given: bool = False) -> Column[int]:
    """A row's number: counted by the database, or `given` by us."""
    return Column(name, Number, primary_key=True, autoincrement=not given)


def _of(name: str, target: str, *, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """A reference that dies with what it refers to."""
    reference = ForeignKey(target, ondelete="CASCADE")
    return Column(name, Number, reference, primary_key=primary_key, nullable=nullable)


def _linked(name: str, *columns: SchemaItem) -> Table:
    """A table kept in the order of its key, without row numbers of its own."""
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


ingests = Table(
    "ingests",
    metadata,
    _number("id"),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("program", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    _number("id"),
    Column("key", Text, nullable=False, unique=True),
    Column("identity", Text, nullable=False, index=True),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("authors", Text, nullable=False),
    Column("publication", Text),
    Column("volume", Text),
    Column("number", Text),
    Column("published", Text),
    Column("relation", Text),
    Column("url", Text),
    Column("options", Text),
    Column("ingest_id", Number, ForeignKey("ingests.id"), nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    _of("document_id", "documents.id"),
    Index(None, "document_id"),
)

sections = Table(
    "sections",
    metadata,
    _number("id", given=True),
    _of("document_id", "documents.id"),
    Column("position", Integer, nullable=False),
    Column("heading", Text),
    Column("relation", Text, index=True),
    Column("period_text", Text),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("page", Integer),
    Column("line", Integer),
    UniqueConstraint("document_id", "position"),
    CheckConstraint("period_start <= period_end", name="period"),
)

events = Table(
    "events",
    metadata,
    _number("id", given=True),
    Column("key", Text, nullable=False, unique=True),
    _of("section_id", "sections.id"),
    Column("ordinal", Integer, nullable=False),
    Column("date_text", Text, nullable=False),
    Column("start_date", Date),
    Column("end_date", Date),
    Column("days", Integer, nullable=False),
    Column("precision", Text, nullable=False),
    Column("approximate", Boolean(create_constraint=False), nullable=False),
    Column("headline", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("plover", Text),
    Column("start_offset", Integer, nullable=False),
    Column("end_offset", Integer, nullable=False),
    Column("page", Integer),
    Column("line", Integer),
    Column("ingest_id", Number, ForeignKey("ingests.id"), nullable=False),
    UniqueConstraint("section_id", "ordinal"),
    CheckConstraint("start_date <= end_date", name="dates"),
    CheckConstraint("(precision = 'invalid') = (start_date IS NULL)", name="dated"),
    CheckConstraint("(start_date IS NULL) = (end_date IS NULL)", name="both_ends"),
    _one_of("precision", Precision),
    _one_of("type", EventType),
    _one_of("mode", Mode),
    Index(None, "type"),
    Index(None, "mode"),
    Index(None, "plover"),
    Index(None, "ingest_id"),
)
_LONG = text("days > 1")
Index("ix_events_long", events.c.start_date, events.c.end_date, sqlite_where=_LONG, postgresql_where=_LONG)
Index("ix_events_days", events.c.days, sqlite_where=_LONG, postgresql_where=_LONG)

actors = Table(
    "actors",
    metadata,
    _number("id"),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("wikidata", Text),
    _one_of("kind", ActorKind),
    Index(None, "country"),
)

aliases = _linked(
    "aliases",
    Column("folded", Text, primary_key=True),
    _of("actor_id", "actors.id", primary_key=True),
    Column("form", Text, nullable=False),
    Index(None, "actor_id"),
)

offices = Table(
    "offices",
    metadata,
    _number("id"),
    Column("name", Text, nullable=False, unique=True),
)

terms = _linked(
    "terms",
    _of("actor_id", "actors.id", primary_key=True),
    Column("position", Integer, primary_key=True),
    _of("office_id", "offices.id"),
    Column("country", Text),
    Column("addressee", Text),
    Column("start_date", Text),
    Column("end_date", Text),
    Index(None, "office_id"),
)

participations = _linked(
    "participations",
    _of("event_id", "events.id", primary_key=True),
    _of("actor_id", "actors.id", primary_key=True),
    Column("position", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("country", Text),
    Column("office_id", Number, ForeignKey("offices.id")),
    Column("inferred", Boolean(create_constraint=False), nullable=False),
    Column("mention", Text),
    _one_of("role", Role),
    Index(None, "actor_id", "event_id", "role"),
)

event_countries = _linked(
    "event_countries",
    Column("country", Text, primary_key=True),
    _of("event_id", "events.id", primary_key=True),
    Index(None, "event_id"),
)

venues = Table(
    "venues",
    metadata,
    _number("id"),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("geonames", Text),
    Column("within_id", Number, ForeignKey("venues.id", ondelete="SET NULL")),
    CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
    CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
    _one_of("kind", VenueKind),
    Index(None, "country"),
    Index(None, "within_id"),
)

venue_aliases = _linked(
    "venue_aliases",
    Column("folded", Text, primary_key=True),
    _of("venue_id", "venues.id", primary_key=True),
    Column("form", Text, nullable=False),
    Index(None, "venue_id"),
)

event_venues = _linked(
    "event_venues",
    _of("event_id", "events.id", primary_key=True),
    _of("venue_id", "venues.id", primary_key=True),
    Column("position", Integer, nullable=False),
    Column("mention", Text),
    Index(None, "venue_id", "event_id"),
)

links = _linked(
    "links",
    _of("event_id", "events.id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("url", Text, nullable=False),
)

flags = _linked(
    "flags",
    _of("event_id", "events.id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("flag", Text, nullable=False),
    Index(None, "flag", "event_id"),
)

problems = _linked(
    "problems",
    _of("document_id", "documents.id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("line", Integer),
    Column("page", Integer),
)

# Kept apart from what the program found: what somebody has put right, by the events' keys, which outlive
# their rows. `given` and `was` are JSON objects, `settles` a JSON list of flags.
corrections = Table(
    "corrections",
    metadata,
    _number("id"),
    Column("key", Text, nullable=False, unique=True),
    Column("act", Text, nullable=False),
    Column("event_key", Text, index=True),
    Column("subject", Text),
    Column("name", Text),
    Column("given", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("settles", Text, nullable=False),
    Column("entry", Text),
    Column("note", Text),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    CheckConstraint("(act IN ('merge', 'alias')) = (event_key IS NULL)", name="event"),
)

# An event whose rows are corrected, as the program found it, in JSON; an event that is stored as found has none.
found = _linked(
    "found",
    _of("event_id", "events.id", primary_key=True),
    Column("content", Text, nullable=False),
)


def _plain(column: str) -> str:
    """The column in plain letters, as `names.plain_letters` makes them of what is asked for."""
    for letter, plain in BOTH_CASES.items():
        column = f"replace({column}, '{letter}', '{plain}')"
    return column


_NEW, _OLD = (", ".join(_plain(f"{row}.{column}") for column in ("headline", "text")) for row in ("new", "old"))
_ADD = f"INSERT INTO events_fts (rowid, headline, text) VALUES (new.id, {_NEW});"
_TAKE = f"INSERT INTO events_fts (events_fts, rowid, headline, text) VALUES ('delete', old.id, {_OLD});"

# The full-text index over headline and text; SQLite keeps it as a table with the events' numbers, and compares it with
# the view that has their words in plain letters.
FULL_TEXT = {
    "sqlite": (
        "CREATE VIEW events_words AS"
        f" SELECT id, {_plain('headline')} AS headline, {_plain('text')} AS text FROM events",
        "CREATE VIRTUAL TABLE events_fts USING fts5(headline, text, content='events_words', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER events_fts_insert AFTER INSERT ON events BEGIN {_ADD} END",
        f"CREATE TRIGGER events_fts_delete AFTER DELETE ON events BEGIN {_TAKE} END",
        f"CREATE TRIGGER events_fts_update AFTER UPDATE OF id, headline, text ON events BEGIN {_TAKE} {_ADD} END",
    ),
    "postgresql": ("CREATE INDEX ix_events_fts ON events USING gin (to_tsvector('simple', headline || ' ' || text))",),
}

# What `chronicle sql` is for (docs/sql.md): the tables as one row per event, and one per event and actor. A list is
# one text, its items escaped as in docs/csv.md. Outer joins cost nothing where their columns are not asked for.
_EVENT_VIEW = r"""
    CREATE VIEW event_view AS
    SELECT e.key AS id, e.start_date, e.end_date, e.days,
           NULLIF(e.id / 10000000000, 0) AS year, NULLIF(e.id / 100000000 % 100, 0) AS month,
           e.precision, e.approximate, e.date_text, e.type, e.mode, e.plover, e.headline, e.text,
           (SELECT {joined} FROM (
               SELECT replace(replace(a.name, '\', '\\'), ';', '\;') AS item
               FROM participations p JOIN actors a ON a.id = p.actor_id
               WHERE p.event_id = e.id AND p.role = 'participant' ORDER BY p.position) AS listed) AS participants,
           (SELECT {joined} FROM (
               SELECT replace(replace(a.name, '\', '\\'), ';', '\;') AS item
               FROM participations p JOIN actors a ON a.id = p.actor_id
               WHERE p.event_id = e.id AND p.role = 'mentioned' ORDER BY p.position) AS listed) AS mentioned,
           (SELECT {joined} FROM (
               SELECT p.country AS item FROM participations p
               WHERE p.event_id = e.id AND p.role = 'participant' AND p.country <> ''
               GROUP BY p.country ORDER BY min(p.position)) AS listed) AS countries,
           (SELECT {joined} FROM (
               SELECT replace(replace(v.name, '\', '\\'), ';', '\;') AS item
               FROM event_venues ev JOIN venues v ON v.id = ev.venue_id
               WHERE ev.event_id = e.id ORDER BY ev.position) AS listed) AS venues,
           (SELECT {joined} FROM (
               SELECT f.flag AS item FROM flags f WHERE f.event_id = e.id ORDER BY f.position) AS listed) AS flags,
           e.ordinal, e.page, e.line, coalesce(s.relation, d.relation) AS relation, s.heading AS section,
           d.key AS document, d.file, d.title, (SELECT {joined} FROM {authors}) AS authors,
           d.publication, d.volume, d.number AS issue, d.published, d.url, e.id AS number
    FROM events e LEFT JOIN sections s ON s.id = e.section_id LEFT JOIN documents d ON d.id = s.document_id"""
_PARTICIPATION_VIEW = """
    CREATE VIEW participation_view AS
    SELECT e.key AS event, e.start_date, e.end_date, e.days,
           NULLIF(p.event_id / 10000000000, 0) AS year, NULLIF(p.event_id / 100000000 % 100, 0) AS month,
           e.type, e.mode, e.plover, e.headline, a.name AS actor, a.kind, p.country, o.name AS office,
           p.role, p.inferred, p.mention, a.wikidata, a.key AS actor_id, p.position,
           coalesce(s.relation, d.relation) AS relation, d.key AS document, p.event_id AS number
    FROM participations p LEFT JOIN actors a ON a.id = p.actor_id LEFT JOIN offices o ON o.id = p.office_id
    LEFT JOIN events e ON e.id = p.event_id LEFT JOIN sections s ON s.id = e.section_id
    LEFT JOIN documents d ON d.id = s.document_id"""
_LISTS = {
    "sqlite": {
        "joined": "group_concat(item, '; ')",
        "authors": "(SELECT replace(replace(value, '\\', '\\\\'), ';', '\\;') AS item FROM json_each(d.authors))",
    },
    "postgresql": {
        "joined": "string_agg(item, '; ')",
        "authors": "(SELECT replace(replace(value, '\\', '\\\\'), ';', '\\;') AS item"
        " FROM json_array_elements_text(CAST(d.authors AS json)) AS each (value)) AS listed",
    },
}
VIEWS = {
    dialect: (_EVENT_VIEW.format_map(lists), _PARTICIPATION_VIEW.format_map(lists)) for dialect, lists in _LISTS.items()
}
