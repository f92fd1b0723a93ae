"""Alembic's environment: runs the versions on the connection that chronicle.storing hands over."""

from alembic import context

from chronicle.storing.tables import metadata


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """The full-text index has no counterpart among SQLAlchemy's tables: it is left alone."""
    return not (name or "").startswith(("events_fts", "ix_events_fts"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=is_ours,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
