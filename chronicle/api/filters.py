"""The filters of the command as keywords, and the `Query` that they make."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypedDict

from chronicle.errors import BadFilter, remedy
from chronicle.querying import Query
from chronicle.querying.query import FIELDS as BY_NAME

Names = str | Iterable[str]
Time = str | int | date


class Filters(TypedDict, total=False):
    """Each filter by its name in the command, `with` as `with_`; a single value or several.

    What they mean, and which of several have to hold: docs/using.md and `querying.Query`.
    """

    actor: Names
    with_: Names
    not_actor: Names
    country: Names
    role: str
    venue: Names
    type: Names
    mode: Names
    since: Time
    until: Time
    on: Time
    during: Time
    text: str
    document: Names
    relation: Names
    flag: Names
    since_last_ingest: bool
    unique: bool


Asked = Query | str | Mapping[str, Any]


def keyword_of(key: str) -> str:
    """The keyword of a filter as the command has it: `not-actor` is `not_actor`, `with` is `with_`."""
    return "with_" if key == "with" else key.replace("-", "_")


# The field of `Query` that each keyword is.
FIELDS = {keyword_of(key): field for key, field in BY_NAME.items()}
_DEFAULTS = {field.name: field.default for field in fields(Query)}
SIGN = "@"


def query_of(asked: Iterable[Asked], filters: Mapping[str, Any], **how: Any) -> Query:
    """All that is asked together. Lists of names are joined; of what there can be only one, the last counts.

    `asked` are queries, saved ones as `@NAME`, or filters as a mapping; `how` are fields of `Query`.
    """
    _check_how(how)
    found = Query()
    for each in (*asked, filters):
        found = _joined(found, _query(each))
    return replace(found, **{name: value for name, value in how.items() if value is not None})


def _check_how(how: Mapping[str, Any]) -> None:
    limit = how.get("limit")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):
        raise BadFilter(f"limit {limit!r}: is no number of rows; write one, or leave it out for all")


def sorted_by(sort: str | Iterable[str] | None) -> str | None:
    """The keys of an order with commas between."""
    if sort is None or isinstance(sort, str):
        return sort
    return ",".join(_names("sort", sort))


def _query(asked: Asked) -> Query:
    if isinstance(asked, Query):
        return asked
    if isinstance(asked, str):
        return _saved(asked)
    if not isinstance(asked, Mapping):
        raise BadFilter(f"{asked!r}: is no question; write filters as in actor='...', @NAME or a Query")
    return Query(**{_field(name): _value(name, value) for name, value in asked.items() if value is not None})


def _saved(name: str) -> Query:
    from chronicle.queries import saved_query

    if not name.startswith(SIGN):
        raise BadFilter(f"{name!r}: is no saved query; write @NAME for one, or a filter as in actor={name!r}")
    return _query({keyword_of(key): value for key, value in saved_query(name.removeprefix(SIGN), BY_NAME).items()})


def key_of(keyword: str) -> str:
    return keyword.rstrip("_").replace("_", "-")


def _field(keyword: str) -> str:
    if keyword not in FIELDS:
        raise BadFilter(f"{keyword}: no such filter; {remedy(keyword, FIELDS)}")
    return FIELDS[keyword]


def _value(keyword: str, value: Any) -> Any:
    default = _DEFAULTS[FIELDS[keyword]]
    if default == ():
        names = tuple(_names(keyword, value))
        if keyword == "with_" and len(names) % 2:
            raise BadFilter(f"with_ {names[-1]!r}: is one name; it takes two, as in ('russia', 'china'), and actor one")
        return names
    if default is False:
        return _truth(keyword, value)
    return _text(keyword, value)


def _names(keyword: str, value: Any) -> Iterable[str]:
    """Texts, of lists and of lists of lists as well."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Iterable) and not isinstance(value, (bytes, Mapping)):
        for each in value:
            yield from _names(keyword, each)
    else:
        raise BadFilter(f"{keyword} {value!r}: is no text; write names, one or a list")


def _truth(keyword: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadFilter(f"{keyword} {value!r}: is no truth value; write True or False")
    return value


def _text(keyword: str, value: Any) -> str:
    """A day as ISO, a year as its figures."""
    forms: dict[type, Callable[[Any], str]] = {str: str, int: str, date: lambda day: str(day.isoformat()[:10])}
    form = next((form for kind, form in forms.items() if isinstance(value, kind) and value is not True), None)
    if form is None:
        raise BadFilter(f"{keyword} {value!r}: cannot be read; write a text, or for a time a day or a year")
    return form(value)


def _joined(first: Query, second: Query) -> Query:
    given = {name: getattr(second, name) for name, default in _DEFAULTS.items() if getattr(second, name) != default}
    return replace(
        first,
        **{name: getattr(first, name) + value if isinstance(value, tuple) else value for name, value in given.items()},
    )
