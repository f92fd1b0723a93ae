"""Who held what when: two at a time in an office of one, and printed names that mean two people at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from chronicle.gazetteer.dates import Span, certain, days_of
from chronicle.gazetteer.names import fold
from chronicle.gazetteer.problems import TableProblem
from chronicle.gazetteer.shape import doubt, problem
from chronicle.gazetteer.tables import Row, Tables


def sound_terms(tables: Tables) -> list[tuple[Row, Span]]:
    """Terms whose dates can be read, with the days on which they certainly run."""
    return [(row, certain(row["start"], row["end"])) for row in tables.rows("terms.csv") if _readable(row)]


def _readable(row: Row) -> bool:
    return all(days_of(row[column]) for column in ("start", "end") if row[column])


def overlaps(tables: Tables) -> Iterator[TableProblem]:
    """Two terms of an exclusive office, of one country and one addressee, that share more than a day."""
    exclusive = {row["id"] for row in tables.rows("offices.csv") if row["exclusive"]}
    held: dict[tuple[str, str, str], list[tuple[Row, Span]]] = defaultdict(list)
    for row, span in sound_terms(tables):
        if row["office"] in exclusive:
            held[row["office"], row["country"], row["to"]].append((row, span))
    for terms in held.values():
        terms.sort(key=lambda term: term[1].first)
        for (first, one), (second, other) in combinations(terms, 2):
            if one.overlaps(other):
                yield _overlap(first, second)


def _overlap(first: Row, second: Row) -> TableProblem:
    office = " ".join(part for part in (second["country"], second["office"], second["to"]) if part)
    what = (
        f"{office}: {second['person']} from {second['start']}, while {first['person']} is in office "
        f"until {first['end'] or 'now'} ({first.path}:{first.line})"
    )
    return problem(second, "overlap", what, "end the one where the other begins")


def shared_aliases(tables: Tables) -> Iterator[TableProblem]:
    """A full name that means two people of one country who are in office at the same time."""
    held: dict[str, list[Span]] = defaultdict(list)
    for row, span in sound_terms(tables):
        held[row["person"]].append(span)
    named: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables.rows("people.csv"):
        for form in {fold(form) for form in full_names(row)}:
            named[form, row["country"]].append(row)
    for (form, _), rows in named.items():
        for first, second in combinations(rows, 2):
            if _together(held[first["id"]], held[second["id"]]):
                what = f"`{form}` means {first['id']} and {second['id']}, in office at the same time"
                yield doubt(second, "shared-alias", what, "take it from one of them, or let the office decide")


def full_names(row: Row) -> list[str]:
    return [row["name"], *row.items("aliases"), *row.items("native")]


def _together(some: Iterable[Span], others: list[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
