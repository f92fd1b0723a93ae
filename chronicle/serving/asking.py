"""A question as it stands in an address, `?actor=lavrov&since=2021`, to a Query: the words of the command's options."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from chronicle.errors import BadFilter, remedy
from chronicle.querying import Query
from chronicle.querying.query import FIELDS

_DEFAULTS = {field.name: field.default for field in fields(Query)}
LISTS = {name: field for name, field in FIELDS.items() if _DEFAULTS[field] == ()}
WORDS = tuple(name for name, field in FIELDS.items() if _DEFAULTS[field] is None)
SWITCHES = {name: field for name, field in FIELDS.items() if _DEFAULTS[field] is False}


def asked(names: Iterable[str], values: Callable[[str], Sequence[str]]) -> Query:
    """Of an address: its names, and what it has of one. What is empty is not asked for, as in a form left blank.

    BadFilter for a name that is no filter's: without it more would be found than was asked for.
    """
    for name in names:
        if name not in FIELDS:
            raise BadFilter(f"{name}: no such filter; {remedy(name, FIELDS)}")
    given: dict[str, Any] = {field: any(map(str.strip, values(name))) for name, field in SWITCHES.items()}
    for name, field in LISTS.items():
        given[field] = tuple(value for typed in values(name) if (value := typed.strip()))
    for name in WORDS:
        given[name] = next((value for typed in values(name) if (value := typed.strip())), None)
    return Query(**given)
