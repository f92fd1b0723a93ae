"""What is kept beside the database: saved queries, what is usual, the reference tables."""

from contextlib import suppress
from dataclasses import fields
from os import fspath
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, NamedTuple, Unpack

from chronicle.api.filters import FIELDS, SIGN, Asked, Filters, key_of, keyword_of, query_of
from chronicle.api.opening import Path
from chronicle.api.tables import Listed, listed
from chronicle.errors import BadFilter, UsageError
from chronicle.querying import Query
from chronicle.querying.query import FIELDS as BY_NAME

if TYPE_CHECKING:
    from chronicle.gazetteer import Found, Imported, TableProblem


# --- saved queries


def query(*asked: Asked, **filters: Unpack[Filters]) -> Query:
    """The filters as one value, which every question takes."""
    return query_of(asked, filters)


def save_query(name: str, *asked: Asked, replace: bool = False, **filters: Unpack[Filters]) -> str:
    """Saves filters under a name, to be asked as `"@NAME"`, here and by the command; the file that they are in."""
    from chronicle import queries
    from chronicle.querying.checking import check

    found = query_of(asked, filters)
    said = _said(found)
    if not said:
        raise UsageError(f"query {name!r}: has no filters; say some, as type='meeting'")
    check(found)
    return str(queries.save_query(name, said, replace=replace))


def saved_queries() -> dict[str, Query]:
    """All of them by name, but for what is written by hand and is none."""
    from chronicle import queries

    found = {}
    for name in queries.saved_queries(BY_NAME):
        with suppress(BadFilter):
            found[name] = query_of([f"{SIGN}{name}"], {})
    return found


def remove_query(name: str) -> None:
    from chronicle import queries

    queries.remove_query(name.removeprefix(SIGN))


def queries_path() -> str:
    """The text file of saved queries, which need not be there."""
    from chronicle import queries

    return str(queries.queries_path())


def _said(found: Query) -> dict[str, Any]:
    """The filters as they are saved: by their names in the command, pairs as pairs."""
    defaults = {field.name: field.default for field in fields(Query)}
    said = {key_of(keyword): getattr(found, field) for keyword, field in FIELDS.items()}
    kept = {key: value for key, value in said.items() if value != defaults[FIELDS[keyword_of(key)]]}
    return {key: _plain(key, value) for key, value in kept.items()}


def _plain(key: str, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if key != "with":
        return list(value)
    if len(value) % 2:
        raise UsageError(f"with_ {value[-1]!r}: is saved in pairs; name one more, or take country or actor")
    return [list(pair) for pair in zip(value[::2], value[1::2], strict=True)]


# --- what is usual


class Setting(NamedTuple):
    """A key of the configuration, what holds for it, what says so, and the variable that beats the file."""

    name: str
    value: Any
    origin: str
    variable: str


def settings() -> Listed[Setting]:
    from chronicle.config import SETTINGS, in_force

    return listed([Setting(each.name, *in_force(each.name), each.variable) for each in SETTINGS], Setting)


def settings_path() -> str:
    """The configuration file, which need not be there."""
    from chronicle import config

    return str(config.settings_path())


# --- the reference tables


def find_name(name: str) -> "Listed[Found]":
    """Who or what a printed name means by the reference tables, the shipped ones and one's own."""
    from chronicle.config import data_folder, own_data_folder
    from chronicle.gazetteer import Found, find

    return listed(find(name, data_folder(), own_data_folder()), Found)


def check_tables() -> "Listed[TableProblem]":
    """What is wrong in the reference tables, errors first."""
    from chronicle.config import data_folder, own_data_folder
    from chronicle.gazetteer import TableProblem, check

    return listed(check(data_folder(), own_data_folder()), TableProblem)


def import_officeholders(path: Path, to: Path | None = None) -> "Imported":
    """Adds a list of officeholders to a folder of one's own tables, the usual one if none is named."""
    from chronicle.config import data_folder, own_data_folder_for_writing
    from chronicle.gazetteer import import_officeholders as bring_in

    folder = own_data_folder_for_writing() if to is None else File(fspath(to))
    return bring_in(File(fspath(path)), folder, data_folder())
