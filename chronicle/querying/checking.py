"""Whether filters can be understood without a database."""

from chronicle.model import EventType, Mode, Role
from chronicle.querying import fulltext
from chronicle.querying.query import Query
from chronicle.querying.select import any_of, one_of
from chronicle.querying.window import window


def check(query: Query) -> None:
    """BadFilter for what no database would understand; names are looked up when the query is asked."""
    window(query)
    if query.text is not None:
        fulltext.parse(query.text)
    for name, typed, known in (("type", query.types, EventType), ("mode", query.modes, Mode)):
        list(any_of(name, typed, known))
    if query.role is not None:
        one_of("role", query.role, Role)
