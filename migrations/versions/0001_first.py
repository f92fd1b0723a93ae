"""Documents, events and all that hangs on them.

Revision ID: 0001
Revises: none
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LONG = sa.text("days > 1")

FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE events_fts USING fts5(headline, text, content='events', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')",
        "CREATE TRIGGER events_fts_insert AFTER INSERT ON events BEGIN"
        " INSERT INTO events_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text); END",
        "CREATE TRIGGER events_fts_delete AFTER DELETE ON events BEGIN"
        " INSERT INTO events_fts (events_fts, rowid, headline, text)"
        " VALUES ('delete', old.id, old.headline, old.text); END",
        "CREATE TRIGGER events_fts_update AFTER UPDATE OF id, headline, text ON events BEGIN"
        " INSERT INTO events_fts (events_fts, rowid, headline, text)"
        " VALUES ('delete', old.id, old.headline, old.text);"
        " INSERT INTO events_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text); END",
    ),
    "postgresql": ("CREATE INDEX ix_events_fts ON events USING gin (to_tsvector('simple', headline || ' ' || text))",),
}
EVENT_VIEW = r"""
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
PARTICIPATION_VIEW = """
    CREATE VIEW participation_view AS
    SELECT e.key AS event, e.start_date, e.end_date, e.days,
           NULLIF(p.event_id / 10000000000, 0) AS year, NULLIF(p.event_id / 100000000 % 100, 0) AS month,
           e.type, e.mode, e.plover, e.headline, a.name AS actor, a.kind, p.country, o.name AS office,
           p.role, p.inferred, p.mention, a.wikidata, a.key AS actor_id, p.position,
           coalesce(s.relation, d.relation) AS relation, d.key AS document, p.event_id AS number
    FROM participations p LEFT JOIN actors a ON a.id = p.actor_id LEFT JOIN offices o ON o.id = p.office_id
    LEFT JOIN events e ON e.id = p.event_id LEFT JOIN sections s ON s.id = e.section_id
    LEFT JOIN documents d ON d.id = s.document_id"""
LISTS = {
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
    dialect: (EVENT_VIEW.format_map(lists), PARTICIPATION_VIEW.format_map(lists)) for dialect, lists in LISTS.items()
}


def create_gazetteer() -> None:
    op.create_table(
        "actors",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("wikidata", sa.Text()),
        sa.CheckConstraint("kind IN ('person', 'state', 'organization')", name=op.f("ck_actors_kind")),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("key", name="uq_actors_key"),
    )
    op.create_index("ix_actors_country", "actors", ["country"])
    op.create_table(
        "aliases",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("actor_id", NUMBER, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_aliases_actor_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("folded", "actor_id", name="pk_aliases"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_aliases_actor_id", "aliases", ["actor_id"])
    op.create_table(
        "offices",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
        sa.UniqueConstraint("name", name="uq_offices_name"),
    )
    op.create_table(
        "terms",
        sa.Column("actor_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", NUMBER, nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("addressee", sa.Text()),
        sa.Column("start_date", sa.Text()),
        sa.Column("end_date", sa.Text()),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_terms_actor_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_terms_office_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "position", name="pk_terms"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_terms_office_id", "terms", ["office_id"])
    op.create_table(
        "venues",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("geonames", sa.Text()),
        sa.Column("within_id", NUMBER),
        sa.CheckConstraint("kind IN ('city', 'facility', 'region', 'country', 'water')", name=op.f("ck_venues_kind")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_venues_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_venues_longitude")),
        sa.ForeignKeyConstraint(["within_id"], ["venues.id"], name="fk_venues_within_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_venues"),
        sa.UniqueConstraint("key", name="uq_venues_key"),
    )
    op.create_index("ix_venues_country", "venues", ["country"])
    op.create_index("ix_venues_within_id", "venues", ["within_id"])
    op.create_table(
        "venue_aliases",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("venue_id", NUMBER, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["venue_id"], ["venues.id"], name="fk_venue_aliases_venue_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("folded", "venue_id", name="pk_venue_aliases"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_venue_aliases_venue_id", "venue_aliases", ["venue_id"])


def create_documents() -> None:
    op.create_table(
        "ingests",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text()),
        sa.Column("program", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ingests"),
    )
    op.create_table(
        "documents",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("publication", sa.Text()),
        sa.Column("volume", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("relation", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("options", sa.Text()),
        sa.Column("ingest_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["ingest_id"], ["ingests.id"], name="fk_documents_ingest_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("key", name="uq_documents_key"),
    )
    op.create_index("ix_documents_identity", "documents", ["identity"])
    op.create_index("ix_documents_sha256", "documents", ["sha256"])
    op.create_table(
        "files",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("document_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_files_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("path", name="pk_files"),
    )
    op.create_index("ix_files_document_id", "files", ["document_id"])
    op.create_table(
        "problems",
        sa.Column("document_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("page", sa.Integer()),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_problems_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "position", name="pk_problems"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sections",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text()),
        sa.Column("relation", sa.Text()),
        sa.Column("period_text", sa.Text()),
        sa.Column("period_start", sa.Date()),
        sa.Column("period_end", sa.Date()),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("line", sa.Integer()),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_sections_period")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sections_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sections"),
        sa.UniqueConstraint("document_id", "position", name="uq_sections_document_id_position"),
    )
    op.create_index("ix_sections_relation", "sections", ["relation"])


def create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("section_id", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("date_text", sa.Text(), nullable=False),
        sa.Column("start_date", sa.Date()),
        sa.Column("end_date", sa.Date()),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("plover", sa.Text()),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("line", sa.Integer()),
        sa.Column("ingest_id", NUMBER, nullable=False),
        sa.CheckConstraint("(precision = 'invalid') = (start_date IS NULL)", name=op.f("ck_events_dated")),
        sa.CheckConstraint("mode IN ('in_person', 'video', 'phone', 'written', 'hybrid')", name=op.f("ck_events_mode")),
        sa.CheckConstraint(
            "precision IN ('day', 'range', 'month', 'part', 'year', 'span', 'invalid')",
            name=op.f("ck_events_precision"),
        ),
        sa.CheckConstraint(
            "type IN ('meeting', 'visit', 'message', 'statement', 'agreement', 'exercise', 'military',"
            " 'cooperation', 'aid', 'ceremony', 'sanction', 'politics', 'incident', 'other')",
            name=op.f("ck_events_type"),
        ),
        sa.CheckConstraint("(start_date IS NULL) = (end_date IS NULL)", name=op.f("ck_events_both_ends")),
        sa.CheckConstraint("start_date <= end_date", name=op.f("ck_events_dates")),
        sa.ForeignKeyConstraint(["ingest_id"], ["ingests.id"], name="fk_events_ingest_id"),
        sa.ForeignKeyConstraint(["section_id"], ["sections.id"], name="fk_events_section_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("key", name="uq_events_key"),
        sa.UniqueConstraint("section_id", "ordinal", name="uq_events_section_id_ordinal"),
    )
    op.create_index("ix_events_days", "events", ["days"], sqlite_where=LONG, postgresql_where=LONG)
    op.create_index("ix_events_ingest_id", "events", ["ingest_id"])
    op.create_index("ix_events_long", "events", ["start_date", "end_date"], sqlite_where=LONG, postgresql_where=LONG)
    op.create_index("ix_events_mode", "events", ["mode"])
    op.create_index("ix_events_plover", "events", ["plover"])
    op.create_index("ix_events_type", "events", ["type"])


def create_links() -> None:
    op.create_table(
        "participations",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("actor_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("office_id", NUMBER),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("mention", sa.Text()),
        sa.CheckConstraint("role IN ('participant', 'mentioned')", name=op.f("ck_participations_role")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_participations_actor_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_participations_event_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_participations_office_id"),
        sa.PrimaryKeyConstraint("event_id", "actor_id", name="pk_participations"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participations_actor_id_event_id_role", "participations", ["actor_id", "event_id", "role"])
    op.create_table(
        "event_countries",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("event_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_countries_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("country", "event_id", name="pk_event_countries"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_countries_event_id", "event_countries", ["event_id"])
    op.create_table(
        "event_venues",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("venue_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Text()),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_venues_event_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["venue_id"], ["venues.id"], name="fk_event_venues_venue_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "venue_id", name="pk_event_venues"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_venues_venue_id_event_id", "event_venues", ["venue_id", "event_id"])
    op.create_table(
        "links",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_links_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "position", name="pk_links"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "flags",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("flag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_flags_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "position", name="pk_flags"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_flags_flag_event_id", "flags", ["flag", "event_id"])


def create_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("event_key", sa.Text()),
        sa.Column("subject", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("settles", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.CheckConstraint("(act IN ('merge', 'alias')) = (event_key IS NULL)", name=op.f("ck_corrections_event")),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.UniqueConstraint("key", name="uq_corrections_key"),
    )
    op.create_index("ix_corrections_event_key", "corrections", ["event_key"])
    op.create_table(
        "found",
        sa.Column("event_id", NUMBER, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_found_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name="pk_found"),
        sqlite_with_rowid=False,
    )


def upgrade() -> None:
    create_gazetteer()
    create_documents()
    create_events()
    create_links()
    create_corrections()
    dialect = op.get_context().dialect.name
    for statement in (*FULL_TEXT[dialect], *VIEWS[dialect]):
        op.execute(statement)
