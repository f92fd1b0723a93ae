"""What Datasette is told of the database: which tables are for readers, how they are sorted, searched, divided."""

from typing import Any

NAME = "chronicle"

# What the program keeps for itself.
_HIDDEN = (
    "alembic_version", "aliases", "corrections", "event_countries", "event_venues", "events", "events_words", "files",
    "flags", "found", "ingests", "links", "offices", "participations", "problems", "sections", "terms", "venue_aliases",
)  # fmt: skip

_SHOWN: dict[str, dict[str, Any]] = {
    "event_view": {
        "title": "Events",
        "description": "One row for each event. The id leads to the event; lists are parted by semicolons.",
        "sort_desc": "number",
        "facets": ["year", "type", "mode"],
        "fts_table": "events_fts",
        "fts_pk": "number",
    },
    "participation_view": {
        "title": "Who takes part",
        "description": "One row for each event and actor, with the part that the actor has in it.",
        "sort_desc": "number",
        "facets": ["country", "actor", "role", "kind", "year"],
        "fts_table": "events_fts",
        "fts_pk": "number",
    },
    "documents": {"title": "Documents", "description": "The documents that were read, with what they print."},
    "actors": {"title": "Actors", "description": "Persons, states and organizations.", "facets": ["kind", "country"]},
    "venues": {"title": "Venues", "description": "Where events took place.", "facets": ["kind", "country"]},
}

SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1500,
    "suggest_facets": False,
    "default_cache_ttl": 0,
    "allow_download": False,
}


def metadata(program: str) -> dict[str, Any]:
    tables: dict[str, Any] = {name: {"hidden": True} for name in _HIDDEN}
    return {
        "title": "Chronicle",
        "description": f"Dated events of international relations, served by {program}; nothing here can be changed.",
        "databases": {NAME: {"tables": {**_SHOWN, **tables}}},
    }
