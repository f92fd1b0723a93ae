"""What rows say of other rows: ids given twice, ids and codes that nothing has, places within themselves."""

from collections.abc import Iterator

from chronicle.gazetteer.names import fold
from chronicle.gazetteer.problems import TableProblem
from chronicle.gazetteer.shape import doubt, problem
from chronicle.gazetteer.tables import Row, Table, Tables
from chronicle.reference import KEYS

# A person may hold an office twice; in tables without a key a row may say anything once.
_ONCE = {
    **KEYS,
    "terms.csv": (*KEYS["terms.csv"], "start"),
    "words.csv": ("word", "class"),
    "short_names.csv": ("form", "country", "sort", "within"),
    "spellings.csv": ("country", "pattern", "spelling"),
    "cow.csv": ("code", "start"),
}
# Columns of printed forms that are compared as texts are: without case, accents and hyphens.
_PRINTED = frozenset({"name", "lemma", "noun", "word"})


def duplicates(table: Table) -> Iterator[TableProblem]:
    """Rows of one file that have the same key: of two verbs the first counts, of others the last."""
    seen: dict[tuple[str, ...], int] = {}
    columns = _ONCE.get(table.name, ())
    remedy = "keep one, or give the other an id of its own" if columns == ("id",) else "keep one"
    for row in table.rows if columns else ():
        key = tuple(fold(row[column]) if column in _PRINTED else row[column] for column in columns)
        if key in seen:
            what = f"{' '.join(part for part in key if part)} stands in line {seen[key]} too"
            yield problem(row, "duplicate", what, remedy)
        seen.setdefault(key, row.line)


def one_wikidata_each(tables: Tables) -> Iterator[TableProblem]:
    seen: dict[str, Row] = {}
    for row in tables.rows("people.csv"):
        first = seen.setdefault(row["wikidata"], row)
        if row["wikidata"] and first is not row:
            what = f"{row['wikidata']} is {first['id']} too ({first.path}:{first.line})"
            yield doubt(row, "same-wikidata", what, "one person in two rows, or a wrong number")


def known_codes(tables: Tables) -> frozenset[str]:
    """The codes of states.csv, and two letters that name an intergovernmental body, as ISO 3166 reserves EU."""
    bodies = (row for row in tables.rows("organizations.csv") if row["kind"] == "intergovernmental")
    short = {form for row in bodies for form in [row["name"], *row.items("aliases")] if len(form) == 2}
    return frozenset({row["code"] for row in tables.rows("states.csv")} | short)


# Where codes of countries stand. `to` of a term is none of them: it takes acronyms of bodies too.
_CODED = {
    **dict.fromkeys(("people.csv", "offices.csv", "terms.csv", "organizations.csv", "venues.csv"), ("country",)),
    "short_names.csv": ("country", "within"),
    "spellings.csv": ("country",),
    "cow.csv": ("code",),
}


def unknown_codes(tables: Tables) -> Iterator[TableProblem]:
    codes = known_codes(tables)
    for name, columns in _CODED.items():
        for row in tables.rows(name):
            for code in (code for column in columns for code in row.items(column)):
                if code not in codes:
                    yield problem(row, "country", f"unknown country code {code}", "use a code of states.csv")


def dangling_terms(tables: Tables) -> Iterator[TableProblem]:
    people = {row["id"] for row in tables.rows("people.csv")}
    offices = {row["id"] for row in tables.rows("offices.csv")}
    for row in tables.rows("terms.csv"):
        if row["person"] and row["person"] not in people:
            yield problem(row, "dangling", f"no person {row['person']}", "add the person to people.csv")
        if row["office"] and row["office"] not in offices:
            yield problem(row, "dangling", f"no office {row['office']}", "add the office to offices.csv")


def leaders(tables: Tables) -> Iterator[TableProblem]:
    """Whoever leads a state is found by a function or by one office."""
    functions = {name for row in tables.rows("offices.csv") for name in (row["id"], row["function"])}
    for row in tables.rows("states.csv"):
        if row["leader"] and row["leader"] not in functions:
            yield problem(row, "leader", f"no office {row['leader']}", "use a function or an id of offices.csv")


def places(tables: Tables) -> Iterator[TableProblem]:
    rows = {row["id"]: row for row in tables.rows("venues.csv")}
    for row in rows.values():
        within = row["within"]
        if within and within not in rows:
            yield problem(row, "dangling", f"within {within}, which no venue is", "add it, or leave it blank")
        elif _goes_round(row, rows):
            yield problem(row, "circle", f"{row['id']} lies within itself", "correct `within`")


def _goes_round(row: Row, rows: dict[str, Row]) -> bool:
    seen = set()
    at: Row | None = row
    while at is not None and at["id"] not in seen:
        seen.add(at["id"])
        at = rows.get(at["within"])
    return at is row
