"""What one row can have wrong by itself: cells, ids, dates, degrees, words of a fixed list."""

import re
from collections.abc import Callable, Iterator

from chronicle.gazetteer.dates import days_of
from chronicle.gazetteer.problems import Severity, TableProblem
from chronicle.gazetteer.tables import COLUMNS, LISTS, Row, Table
from chronicle.model import EventType, VenueKind

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2}")
WIKIDATA = re.compile(r"Q[1-9]\d*")
_NUMBER = re.compile(r"[1-9]\d*")
_WEIGHT = re.compile(r"[0-5]?")

# What the rules of chronicle/extracting ask of a verb beside its type (data/README.md).
VERB_MARKS = (
    "arrives", "asks", "confers", "departs", "gives", "hosts", "intends", "launches", "law", "meets", "meets as",
    "meets unless to", "phones", "publishes", "receives", "sends", "signs", "stays away", "strikes", "summons", "tells",
)  # fmt: skip

# The kinds of names that a cell of kinds.csv can ask for.
MENTIONS = ("BODY", "FORUM", "OFFICE", "PERSON", "PLACE", "STATE", "UNKNOWN")

# Where a row of kinds.csv finds the type if it gives none.
_ELSEWHERE = ("noun", "object", "own", "subject", "then")

# What a class of words.csv holds: words as they are printed, or verbs by their lemma.
_HELD = ("form", "lemma")

REQUIRED = {
    "people.csv": ("id", "name", "family"),
    "offices.csv": ("id", "name"),
    "terms.csv": ("person", "office", "start"),
    "states.csv": ("code", "name"),
    "organizations.csv": ("id", "name", "kind"),
    "generic_bodies.csv": ("form", "function"),
    "notbodies.csv": ("name", "kind"),
    "venues.csv": ("id", "name", "kind"),
    "verbs.csv": ("lemma", "type"),
    "nouns.csv": ("noun", "type"),
    "words.csv": ("word", "class"),
    "classes.csv": ("class", "holds", "what"),
    "kinds.csv": ("rule", "type"),
    "short_names.csv": ("form", "country", "sort"),
    "spellings.csv": ("country", "pattern", "spelling"),
    "native_names.csv": ("name", "native"),
    "cow.csv": ("code", "cow", "start"),
}


def problem(row: Row, code: str, what: str, remedy: str) -> TableProblem:
    return TableProblem(Severity.ERROR, row.path, row.line, code, what, remedy)


def doubt(row: Row, code: str, what: str, remedy: str) -> TableProblem:
    return TableProblem(Severity.WARNING, row.path, row.line, code, what, remedy)


def table_problems(table: Table) -> Iterator[TableProblem]:
    """Columns that lack, and what is wrong with each row by itself."""
    if not table.columns:
        return
    lacking = [column for column in COLUMNS[table.name] if column not in table.columns]
    if lacking:
        what, remedy = f"no column {', '.join(lacking)}", f"the columns are {','.join(COLUMNS[table.name])}"
        yield TableProblem(Severity.ERROR, table.path, 1, "columns", what, remedy)
        return
    for row in table.rows:
        yield from _row_problems(table, row)


def _row_problems(table: Table, row: Row) -> Iterator[TableProblem]:
    if row.width != len(table.columns):
        what = f"{row.width} cells under {len(table.columns)} columns"
        yield problem(row, "cells", what, "quote cells that hold a comma, write all commas")
        return
    for column in REQUIRED[table.name]:
        if not row[column]:
            yield problem(row, "blank", f"blank {column}", f"fill in {column}")
    for column in LISTS.get(table.name, ()):
        yield from _list_problems(row, column)
    for rule in RULES.get(table.name, ()):
        yield from rule(row)


def _list_problems(row: Row, column: str) -> Iterator[TableProblem]:
    cell = row[column]
    if cell and any(not part.strip() for part in cell.split(";")):
        yield problem(row, "empty-alias", f"an empty item in {column}: {cell}", "take out the semicolon too many")
    parts = row.items(column)
    for part in sorted({part for part in parts if parts.count(part) > 1}):
        yield doubt(row, "repeated-alias", f"{part} stands twice in {column}", "keep one")


def _id(row: Row) -> Iterator[TableProblem]:
    if row["id"] and not _ID.fullmatch(row["id"]):
        yield problem(row, "id", f"id {row['id']}", "small letters and digits joined by hyphens")


def _code(row: Row) -> Iterator[TableProblem]:
    if row["code"] and not _CODE.fullmatch(row["code"]):
        yield problem(row, "country", f"code {row['code']}", "two capital letters, as ISO 3166-1 has them")


def _wikidata(row: Row) -> Iterator[TableProblem]:
    if row["wikidata"] and not WIKIDATA.fullmatch(row["wikidata"]):
        yield problem(row, "wikidata", f"wikidata {row['wikidata']}", "a Q and digits, or blank")


def _office(row: Row) -> Iterator[TableProblem]:
    if not _WEIGHT.fullmatch(row["weight"]):
        yield problem(row, "weight", f"weight {row['weight']}", "0 to 5, or blank for 2")
    yield from _yes(row, "exclusive")
    yield from _yes(row, "sent")


def _yes(row: Row, column: str) -> Iterator[TableProblem]:
    if row[column] not in ("", "yes"):
        yield problem(row, column.replace("_", "-"), f"{column} {row[column]}", "yes or blank")


def _term(row: Row) -> Iterator[TableProblem]:
    found = {column: days_of(row[column]) for column in ("start", "end") if row[column]}
    for column, days in found.items():
        if days is None:
            yield problem(row, "date", f"{column} {row[column]}", "YYYY-MM-DD, YYYY-MM or YYYY")
    start, end = found.get("start"), found.get("end")
    if start and end and end[1] < start[0]:
        yield problem(row, "order", f"starts {row['start']}, ends {row['end']}", "correct one of the two")


def _family_first(row: Row) -> Iterator[TableProblem]:
    yield from _yes(row, "family_first")


def _venue(row: Row) -> Iterator[TableProblem]:
    if row["kind"] and row["kind"] not in set(VenueKind):
        yield problem(row, "kind", f"kind {row['kind']}", f"one of {', '.join(VenueKind)}")
    if row["geonames"] and not _NUMBER.fullmatch(row["geonames"]):
        yield problem(row, "geonames", f"geonames {row['geonames']}", "the number alone, or blank")
    if bool(row["latitude"]) != bool(row["longitude"]):
        yield problem(row, "coordinates", "one coordinate without the other", "give both or none")
    for column, limit in (("latitude", 90), ("longitude", 180)):
        if row[column] and not _within(row[column], limit):
            yield problem(row, "coordinates", f"{column} {row[column]}", f"degrees from -{limit} to {limit}")


def _within(cell: str, limit: int) -> bool:
    try:
        return -limit <= float(cell) <= limit
    except ValueError:
        return False


def _event_type(row: Row) -> Iterator[TableProblem]:
    if row["type"] and row["type"] not in set(EventType):
        yield problem(row, "type", f"type {row['type']}", f"one of {', '.join(EventType)}")


def _rule_type(row: Row) -> Iterator[TableProblem]:
    if row["type"] and row["type"] not in {*EventType, *_ELSEWHERE}:
        yield problem(row, "type", f"type {row['type']}", f"one of {', '.join((*EventType, *_ELSEWHERE))}")


def _class(row: Row) -> Iterator[TableProblem]:
    if row["holds"] and row["holds"] not in _HELD:
        yield problem(row, "holds", f"holds {row['holds']}", f"one of {', '.join(_HELD)}")


def _verb_marks(row: Row) -> Iterator[TableProblem]:
    for mark in row.items("marks"):
        if mark not in VERB_MARKS:
            yield problem(row, "mark", f"mark {mark}", f"one of {', '.join(VERB_MARKS)}")


def _spelling(row: Row) -> Iterator[TableProblem]:
    try:
        # What stands for the pattern is read before it is looked for.
        re.compile(row["pattern"]).sub(row["spelling"], "")
    except (re.error, IndexError) as error:
        what = f"pattern {row['pattern']} with the spelling {row['spelling']}: {error}"
        yield problem(row, "pattern", what, "mend the regular expression")


RULES: dict[str, tuple[Callable[[Row], Iterator[TableProblem]], ...]] = {
    "people.csv": (_id, _wikidata),
    "offices.csv": (_id, _office),
    "terms.csv": (_term,),
    "states.csv": (_code, _family_first),
    "organizations.csv": (_id, _wikidata),
    "venues.csv": (_id, _venue),
    "verbs.csv": (_event_type, _verb_marks),
    "nouns.csv": (_event_type,),
    "classes.csv": (_class,),
    "kinds.csv": (_rule_type,),
    "spellings.csv": (_spelling,),
}
