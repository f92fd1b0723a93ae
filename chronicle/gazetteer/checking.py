"""All checks over the shipped tables and a user's own."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chronicle.errors import remedy
from chronicle.gazetteer.hidden import (
    cells_of_rules,
    covered_rules,
    hidden_verbs,
    repeated_plurals,
    rules_of_verbs,
    words_of_classes,
)
from chronicle.gazetteer.holders import overlaps, shared_aliases
from chronicle.gazetteer.problems import Severity, TableProblem
from chronicle.gazetteer.references import (
    dangling_terms,
    duplicates,
    leaders,
    one_wikidata_each,
    places,
    unknown_codes,
)
from chronicle.gazetteer.shape import table_problems
from chronicle.gazetteer.tables import COLUMNS, Table, Tables, read_tables
from chronicle.gazetteer.vocabulary import common_aliases

_OVER_ALL: tuple[Callable[[Tables], Iterable[TableProblem]], ...] = (
    dangling_terms,
    unknown_codes,
    leaders,
    places,
    overlaps,
    one_wikidata_each,
    shared_aliases,
    common_aliases,
    hidden_verbs,
    repeated_plurals,
    words_of_classes,
    rules_of_verbs,
    cells_of_rules,
    covered_rules,
)


# Of these alone the own folder's is not asked.
_SHIPPED_ALONE = frozenset({"coastline.csv"})


def check(folder: Path, own: Path | None = None) -> list[TableProblem]:
    """What is wrong with the tables of `folder` and, over them, of `own`: errors first, then by file and line."""
    tables = read_tables(folder, own)
    found = [*_missing(tables, folder), *_passed_over(own), *(p for table in tables.files for p in _of_one(table))]
    found += [p for rule in _OVER_ALL for p in rule(tables)]
    return sorted(found, key=lambda p: (p.severity is Severity.WARNING, p.path.parent != folder, p.table, p.line))


def _missing(tables: Tables, folder: Path) -> Iterator[TableProblem]:
    """Only the shipped tables have to be there."""
    for table in tables.files:
        if not table.columns and table.path.parent == folder:
            yield TableProblem(Severity.ERROR, table.path, 1, "missing", "no such table", "install chronicle again")


def _passed_over(own: Path | None) -> Iterator[TableProblem]:
    """Files of the own folder that nothing reads, since no table is called so."""
    for path in sorted(own.glob("*.csv")) if own else ():
        if path.name in _SHIPPED_ALONE:
            what, to_do = "only the shipped one is read", "take it out"
        elif path.name not in COLUMNS:
            what, to_do = "no table is called so, it is passed over", remedy(path.name, COLUMNS)
        else:
            continue
        yield TableProblem(Severity.WARNING, path, 1, "name", what, to_do)


def _of_one(table: Table) -> Iterator[TableProblem]:
    yield from table_problems(table)
    yield from duplicates(table)
