"""A question as it stands in an address, `?actor=lavrov&since=2021`, to a Query: the words of the command's options."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from chronicle.querying import Query
from chronicle.querying.query import FIELDS

_DEFAULTS = {field.name: field.default for field in fields(Query)}
LISTS = {name: field for name, field in FIELDS.items() if _DEFAULTS[field] == ()}
WORDS = tuple(name for name, field in FIELDS.items() if _DEFAULTS[field] is None)


def asked(values: Callable[[str], Sequence[str]]) -> Query:
    """`values` gives what the address has of a name. What is empty is not asked for, as in a form left blank."""
    given: dict[str, Any] = {}
    for name, field in LISTS.items():
        given[field] = tuple(value for typed in values(name) if (value := typed.strip()))
    for name in WORDS:
        given[name] = next((value for typed in values(name) if (value := typed.strip())), None)
    return Query(**given)
