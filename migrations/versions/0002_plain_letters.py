"""The full-text index finds `Gomułka` by `gomulka`: its words are in plain letters.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
    "Ł": "l", "Ø": "o", "Đ": "d", "Ð": "d", "Æ": "ae", "Œ": "oe", "Þ": "th", "ẞ": "ss",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
}  # fmt: skip
TRIGGERS = ("events_fts_insert", "events_fts_delete", "events_fts_update")


def plain(column: str) -> str:
    for letter, letters in LETTERS.items():
        column = f"replace({column}, '{letter}', '{letters}')"
    return column


def upgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        return
    new, old = (f"{plain(f'{row}.headline')}, {plain(f'{row}.text')}" for row in ("new", "old"))
    add = f"INSERT INTO events_fts (rowid, headline, text) VALUES (new.id, {new});"
    take = f"INSERT INTO events_fts (events_fts, rowid, headline, text) VALUES ('delete', old.id, {old});"
    statements = (
        *(f"DROP TRIGGER IF EXISTS {trigger}" for trigger in TRIGGERS),
        "DROP TABLE events_fts",
        f"CREATE VIEW events_words AS SELECT id, {plain('headline')} AS headline, {plain('text')} AS text FROM events",
        "CREATE VIRTUAL TABLE events_fts USING fts5(headline, text, content='events_words', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER events_fts_insert AFTER INSERT ON events BEGIN {add} END",
        f"CREATE TRIGGER events_fts_delete AFTER DELETE ON events BEGIN {take} END",
        f"CREATE TRIGGER events_fts_update AFTER UPDATE OF id, headline, text ON events BEGIN {take} {add} END",
        "INSERT INTO events_fts (events_fts) VALUES ('rebuild')",
    )
    for statement in statements:
        op.execute(statement)
