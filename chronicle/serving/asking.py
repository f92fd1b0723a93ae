"""A question as it stands in an address, `?actor=lavrov&since=2021`, to a Query: the words of the command's options."""

from collections.abc import Callable, Sequence
from typing import Any

from chronicle.querying import Query

LISTS = {
    "actor": "actors", "with": "participants", "not-actor": "not_actors", "country": "countries", "venue": "venues",
    "type": "types", "mode": "modes", "document": "documents", "relation": "relations", "flag": "flags",
}  # fmt: skip
WORDS = ("role", "since", "until", "on", "during", "text")


def asked(values: Callable[[str], Sequence[str]]) -> Query:
    """`values` gives what the address has of a name. What is empty is not asked for, as in a form left blank."""
    given: dict[str, Any] = {}
    for name, field in LISTS.items():
        given[field] = tuple(value for typed in values(name) if (value := typed.strip()))
    for name in WORDS:
        given[name] = next((value for typed in values(name) if (value := typed.strip())), None)
    return Query(**given)
