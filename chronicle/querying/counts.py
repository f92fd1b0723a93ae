"""How many events there are by year, type, actor and so on, one or two of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from chronicle.errors import BadFilter
from chronicle.querying.answers import Count
from chronicle.querying.groupings import GROUPINGS, Grouping, Labels
from chronicle.querying.query import Key, Query
from chronicle.querying.select import Selection, of_events, select
from chronicle.querying.stream import all_numbers
from chronicle.storing import Database

Keys = tuple[str | None, ...]


def count(db: Database, query: Query, by: Sequence[Key], *, spread: bool = False) -> list[Count]:
    """Events by one or two keys: times in order, other keys by number, the highest first.

    An event counts once for each of its actors, pairs of actors, countries and venues, and at its first
    day; with `spread` once in each period asked for that it touches.
    """
    role = query.role.strip().lower() if query.role else None
    groupings = _groupings(by)
    selection = select(db, of_events(query) if any(each.by_role for each in groupings) else query)
    if spread and any(each.is_time for each in groupings):
        from chronicle.querying.spreading import spread_out

        return spread_out(db, selection, groupings, role)
    return counted(db, selection, groupings, role)


def counted(db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None = None) -> list[Count]:
    counts = Counter[Keys]()
    for keys, number in tallied(db, selection, groupings, role):
        counts[keys] += number
    return in_order(counts, groupings)


def tallied(
    db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None
) -> Iterable[tuple[Keys, int]]:
    """What the values are called, and a number of events; the same names may come several times."""
    rows = list(db.rows(_sql(db, selection, groupings, role), selection.parameters))
    labelled = [_labels(db, grouping, {row[at] for row in rows}) for at, grouping in enumerate(groupings)]
    for *values, number in rows:
        yield tuple(labels[value] for labels, value in zip(labelled, values, strict=True)), number


def _groupings(by: Sequence[str]) -> list[Grouping]:
    unknown = [key for key in by if key not in GROUPINGS]
    if unknown:
        raise BadFilter(f"count by {unknown[0]!r}: is no key; write one or two of {', '.join(GROUPINGS)}")
    if len(by) not in (1, 2) or len(set(by)) != len(by):
        raise BadFilter(f"count by {','.join(by)!r}: takes one or two different keys; leave the rest out")
    return [GROUPINGS[key] for key in by]


@dataclass(frozen=True, slots=True)
class _Joined:
    """A table that one or both keys need, by the name that it goes by."""

    alias: str
    grouping: Grouping

    def where(self, role: str | None) -> str:
        part = f" AND {self.alias}.role = '{role}'" if role and self.grouping.by_role else ""
        return self.grouping.where.format(alias=self.alias) + part


def _sql(db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None) -> str:
    """Rows of the groupings' values and a number of events.

    Where every event counts, the first table that a key needs stands for the events themselves.
    """
    tables = _tables(groupings)
    joined = list(tables.values())
    if selection.is_everything and joined:
        first, *joined = joined
        source, number = f"{first.grouping.table} {first.alias}", f"{first.alias}.{first.grouping.number}"
        where = f" WHERE {first.where(role)}"
    else:
        source, number, where = f"({matching_sql(db, selection)}) AS m", "m.id", ""
    joins = [
        f"JOIN {each.grouping.table} {each.alias} ON {each.alias}.{each.grouping.number} = {number}"
        f" AND {each.where(role)}"
        for each in joined
    ]
    columns = [each.value.format(alias=tables[each.table].alias if each.table else "", id=number) for each in groupings]
    places = ", ".join(str(at + 1) for at in range(len(columns)))
    many = f"count(DISTINCT {number})" if any(each.repeats for each in groupings) else "count(*)"
    return f"SELECT {', '.join(columns)}, {many} FROM {' '.join([source, *joins])}{where} GROUP BY {places}"


def _tables(groupings: Iterable[Grouping]) -> dict[str, _Joined]:
    found: dict[str, _Joined] = {}
    for each in groupings:
        if each.table:
            found.setdefault(each.table, _Joined(f"k{len(found)}", each))
    return found


def matching_sql(db: Database, selection: Selection) -> str:
    return "SELECT id FROM events" if selection.is_everything else all_numbers(db, selection)


def _labels(db: Database, grouping: Grouping, values: set[Any]) -> Labels:
    if grouping.labels is not None:
        return grouping.labels(db, values)
    return {value: None if value is None else grouping.label(value) for value in values}


def in_order(counts: Counter[Keys], groupings: Sequence[Grouping]) -> list[Count]:
    """Without a value last; times as they are, other keys by the events they have in all."""
    totals = [Counter[str | None]() for _ in groupings]
    for keys, number in counts.items():
        for each, key in zip(totals, keys, strict=True):
            each[key] += number
    ranks = [_ranks(*each) for each in zip(groupings, totals, strict=True)]
    ranked = sorted(counts, key=lambda keys: [rank[key] for rank, key in zip(ranks, keys, strict=True)])
    return [Count(keys, counts[keys]) for keys in ranked]


def _ranks(grouping: Grouping, totals: Counter[str | None]) -> dict[str | None, int]:
    """The place of each value among all."""

    def place(key: str | None) -> tuple[int | str, ...]:
        if key is None:
            return (1, 0)
        return (0, grouping.place(key)) if grouping.is_time else (0, -totals[key], key)

    return {key: rank for rank, key in enumerate(sorted(totals, key=place))}
