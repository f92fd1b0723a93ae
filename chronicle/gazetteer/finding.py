"""What a printed name means: the rows of the tables that print it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from chronicle.gazetteer.names import fold
from chronicle.gazetteer.tables import Row, Tables, read_tables
from chronicle.reference import without_qualifier


@dataclass(frozen=True, slots=True)
class Found:
    """One meaning. `form` is the name as the table prints it, `column` where; `details` one fact each."""

    kind: str
    id: str
    name: str
    country: str
    column: str
    form: str
    details: tuple[str, ...]
    path: Path
    line: int


# Kind of thing, table, column of its id, columns of its names.
_NAMES = (
    ("person", "people.csv", "id", ("name", "family", "aliases", "native")),
    ("state", "states.csv", "code", ("name", "official", "aliases", "demonyms", "people", "capital", "metonyms")),
    ("organization", "organizations.csv", "id", ("name", "aliases")),
    ("venue", "venues.csv", "id", ("name", "aliases")),
    ("office", "offices.csv", "id", ("name", "forms")),
    ("no organization", "notbodies.csv", "name", ("name", "aliases")),
)
_COUNTRY = {"states.csv": "code", "notbodies.csv": ""}


def find(name: str, folder: Path, own: Path | None = None) -> list[Found]:
    """Every row that prints the name, in any case, accents and hyphens, full names before surnames and parts of names.

    A place is found without what tells it from others, and all of them without an article where nothing is called so.
    Where no state is, those come with them whose name has the words, as `--country` takes them: both Koreas.
    """
    tables = read_tables(folder, own)
    found = list(_found(tables, fold(name))) or list(_found(tables, fold(name).removeprefix("the ")))
    if all(each.kind != "state" for each in found):
        found += _states_with(tables, fold(name))
    wanted = {fold(name), fold(name).removeprefix("the ")}
    return sorted(found, key=lambda each: each.column == "family" or fold(each.form) not in wanted)


def _found(tables: Tables, wanted: str) -> Iterator[Found]:
    for kind, table, key, columns in _NAMES:
        for row in tables.rows(table):
            hit = _hit(row, columns, wanted, _short(table, row))
            if hit:
                details = tuple(_details(tables, table, row))
                country = row[_COUNTRY.get(table, "country")]
                yield Found(kind, row[key], row["name"], country, *hit, details, row.path, row.line)


def _states_with(tables: Tables, words: str) -> Iterator[Found]:
    for row in tables.rows("states.csv"):
        if words and f" {words} " in f" {fold(row['name'])} ":
            yield Found("state", row["code"], row["name"], row["code"], "name", row["name"], (), row.path, row.line)


def _hit(row: Row, columns: tuple[str, ...], wanted: str, short: str) -> tuple[str, str] | None:
    for column in columns:
        for form in row.items(column):
            if fold(form) == wanted:
                return column, form
    return ("name", row["name"]) if fold(short) == wanted else None


def _short(table: str, row: Row) -> str:
    """A place's name alone: `Portsmouth` of `Portsmouth, UK`."""
    return without_qualifier(row["name"]) if table == "venues.csv" else row["name"]


def _details(tables: Tables, table: str, row: Row) -> Iterator[str]:
    if table == "people.csv":
        yield from _terms(tables, row["id"])
    elif table == "venues.csv":
        places = {place["id"]: place["name"] for place in tables.rows("venues.csv")}
        within = f", in {places[row['within']]}" if row["within"] in places else ""
        at = f", {row['latitude']} {row['longitude']}" if row["latitude"] else ""
        yield f"{row['kind']}{within}{at}"
    elif row["kind"] or row["function"]:
        yield row["kind"] or row["function"]


def _terms(tables: Tables, person: str) -> Iterator[str]:
    offices = {row["id"]: row["name"] for row in tables.rows("offices.csv")}
    held = [row for row in tables.rows("terms.csv") if row["person"] == person]
    for row in sorted(held, key=lambda row: row["start"]):
        whose = " ".join(part for part in (row["country"], offices.get(row["office"], row["office"])) if part)
        to = f" ({row['to']})" if row["to"] else ""
        yield f"{whose}{to} {row['start']} to {row['end'] or 'now'}"


def nearest(name: str, folder: Path, own: Path | None = None) -> list[str]:
    """Printed names that look like one that nothing has."""
    tables = read_tables(folder, own)
    forms = {
        fold(form): form
        for _, table, _, columns in _NAMES
        for row in tables.rows(table)
        for column in columns
        for form in row.items(column)
    }
    return [forms[form] for form in get_close_matches(fold(name), forms, n=3, cutoff=0.75)]
