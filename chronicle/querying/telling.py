"""A query in words, for the head of a page or a picture."""

from dataclasses import fields, replace
from typing import Any

from chronicle.querying.names import called_actor, called_country, called_venue
from chronicle.querying.query import Query
from chronicle.storing import Database

# How each filter is told; one that is not here is told by its name.
_WORDS = {
    "actors": "naming {}",
    "participants": "with {}",
    "not_actors": "not naming {}",
    "countries": "with {} taking part",
    "role": "as {}",
    "venues": "in {}",
    "types": "of type {}",
    "modes": "of mode {}",
    "since": "since {}",
    "until": "until {}",
    "on": "on {}",
    "during": "during {}",
    "text": "saying {}",
    "documents": "in document {}",
    "relations": "in the relation {}",
    "flags": "flagged {}",
    "since_last_ingest": "new since the last ingest",
    "unique": "each told once",
}
# Of these lists all have to hold, of the others any one.
_ALL = {"actors", "participants", "countries"}
_NAMES = ("actors", "participants", "not_actors", "countries", "venues")
_HOW = {"sort", "limit", "after", "today"}


def told(db: Database, query: Query) -> str:
    """`events with China and Russia, of type meeting or visit, since 2021`; without filters `all events`.

    Whom and where a name means is called as the database has it, `cn` `China`.
    """
    called: dict[str, Any] = {n: tuple(_called(db, n, typed) for typed in getattr(query, n)) for n in _NAMES}
    return as_typed(replace(query, **called))


def as_typed(query: Query) -> str:
    """The same with the names as they were typed."""
    parts = [_part(field.name, getattr(query, field.name)) for field in fields(query) if field.name not in _HOW]
    said = ", ".join(part for part in parts if part)
    return f"events {said}" if said else "all events"


def heading(db: Database, query: Query) -> str:
    """What is told, as a title."""
    said = told(db, query)
    return said[0].upper() + said[1:]


def _part(name: str, value: object) -> str:
    if value in (None, (), False, ""):
        return ""
    return _WORDS.get(name, _unknown(name, value)).format(_listed(name, value))


def _unknown(name: str, value: object) -> str:
    bare = name.replace("_", " ")
    return bare if value is True else f"{bare} {{}}"


def _listed(name: str, value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    between = " and " if name in _ALL else " or "
    return between.join(str(one) if name in _NAMES else str(one).replace("_", " ") for one in value)


def _called(db: Database, name: str, typed: str) -> str:
    if name == "countries":
        return called_country(typed)
    return called_venue(db, typed) if name == "venues" else called_actor(db, typed)
