"""A query in words, for the head of a page or a picture."""

from dataclasses import fields

from chronicle.querying.query import Query

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
# What is a name, and the words within names that stay small.
_NAMES = {"actors", "participants", "not_actors", "countries", "venues"}
_SMALL = {"of", "the", "and", "for"}
_HOW = {"sort", "limit", "after", "today"}


def told(query: Query) -> str:
    """`events with China and Russia, of type meeting or visit, since 2021`; without filters `all events`."""
    parts = [_part(field.name, getattr(query, field.name)) for field in fields(query) if field.name not in _HOW]
    said = ", ".join(part for part in parts if part)
    return f"events {said}" if said else "all events"


def heading(query: Query) -> str:
    """The same as a title."""
    said = told(query)
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
    return between.join(_as_name(str(one)) if name in _NAMES else str(one).replace("_", " ") for one in value)


def _as_name(typed: str) -> str:
    """`hu jintao or cn` as `Hu Jintao or CN`; what has a capital stays as it is."""
    return " or ".join(_capitals(name) if name.islower() else name for name in typed.split(" or "))


def _capitals(name: str) -> str:
    if len(name) == 2:
        return name.upper()
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in name.split())
