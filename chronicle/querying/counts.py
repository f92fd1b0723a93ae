"""How many events there are by year, type, actor and so on, one or two of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chronicle.errors import BadFilter
from chronicle.querying.answers import Count
from chronicle.querying.query import Key, Query
from chronicle.querying.select import Selection, select
from chronicle.querying.stream import all_numbers
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY, PER_DOCUMENT
from chronicle.storing.load import numbered

_MONTH = PER_DAY * 100
_YEAR = _MONTH * 100


@dataclass(frozen=True, slots=True)
class Grouping:
    """A key in SQL: `value` of the event number `{id}`, or of the row of `table` that has it as `number`.

    `names` tells what the values are called, where they are numbers of rows.
    """

    value: str
    table: str | None = None
    number: str = "event_id"
    label: Callable[[Any], str | None] = str
    names: str | None = None
    is_time: bool = False


def _year(value: int) -> str | None:
    return f"{value:04d}" if value else None


def _quarter(value: int) -> str | None:
    return f"{value // 10:04d}-Q{value % 10}" if value else None


def _month(value: int) -> str | None:
    return f"{value // 100:04d}-{value % 100:02d}" if value else None


_QUARTER = f"{{id}} / {_YEAR} * 10 + ({{id}} / {_MONTH} % 100 + 2) / 3"
GROUPINGS: dict[str, Grouping] = {
    "year": Grouping(f"{{id}} / {_YEAR}", label=_year, is_time=True),
    "quarter": Grouping(f"CASE WHEN {{id}} < {PER_DAY} THEN 0 ELSE {_QUARTER} END", label=_quarter, is_time=True),
    "month": Grouping(f"{{id}} / {_MONTH}", label=_month, is_time=True),
    "type": Grouping("{alias}.type", "events", "id"),
    "mode": Grouping("{alias}.mode", "events", "id"),
    "plover": Grouping("{alias}.plover", "events", "id"),
    "actor": Grouping("{alias}.actor_id", "participations", names="SELECT id, name FROM actors WHERE id IN ({})"),
    "country": Grouping("{alias}.country", "event_countries"),
    "venue": Grouping("{alias}.venue_id", "event_venues", names="SELECT id, name FROM venues WHERE id IN ({})"),
    "document": Grouping(
        f"{{alias}}.section_id / {PER_DOCUMENT}",
        "events",
        "id",
        names="SELECT id, key FROM documents WHERE id IN ({})",
    ),
}


def count(db: Database, query: Query, by: Sequence[Key]) -> list[Count]:
    """Events by one or two keys: times in order, other keys by number, the highest first.

    An event counts at its first day, and once for each of its actors, countries and venues.
    """
    role = query.role.strip().lower() if query.role else None
    return counted(db, select(db, query), _groupings(by), role)


def counted(db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None = None) -> list[Count]:
    rows = list(db.rows(_sql(db, selection, groupings, role), selection.parameters))
    labelled = [_labels(db, grouping, {row[at] for row in rows}) for at, grouping in enumerate(groupings)]
    counts = Counter[tuple[str | None, ...]]()
    for *values, number in rows:
        counts[tuple(labels[value] for labels, value in zip(labelled, values, strict=True))] += number
    return _in_order(counts, groupings)


def _groupings(by: Sequence[str]) -> list[Grouping]:
    unknown = [key for key in by if key not in GROUPINGS]
    if unknown:
        raise BadFilter(f"count by {unknown[0]!r}: is no key; write one or two of {', '.join(GROUPINGS)}")
    if len(by) not in (1, 2) or len(set(by)) != len(by):
        raise BadFilter(f"count by {','.join(by)!r}: takes one or two different keys; leave the rest out")
    return [GROUPINGS[key] for key in by]


def _sql(db: Database, selection: Selection, groupings: Sequence[Grouping], role: str | None) -> str:
    """Rows of the groupings' values and a number of events.

    Where every event counts, the first table that a key needs stands for the events themselves.
    """
    tables = [(grouping, f"k{at}") for at, grouping in enumerate(groupings) if grouping.table]
    if selection.is_everything and tables:
        (first, alias), *tables = tables
        source, number = f"{first.table} {alias}", f"{alias}.{first.number}"
        where = f" WHERE 1 = 1{_part(first, alias, role)}"
    else:
        source, number, where = f"({matching_sql(db, selection)}) AS m", "m.id", ""
    joins = [
        f"JOIN {each.table} {alias} ON {alias}.{each.number} = {number}{_part(each, alias, role)}"
        for each, alias in tables
    ]
    columns = [each.value.format(alias=f"k{at}", id=number) for at, each in enumerate(groupings)]
    places = ", ".join(str(at + 1) for at in range(len(columns)))
    return f"SELECT {', '.join(columns)}, count(*) FROM {' '.join([source, *joins])}{where} GROUP BY {places}"


def _part(grouping: Grouping, alias: str, role: str | None) -> str:
    return f" AND {alias}.role = '{role}'" if role and grouping.table == "participations" else ""


def matching_sql(db: Database, selection: Selection) -> str:
    return "SELECT id FROM events" if selection.is_everything else all_numbers(db, selection)


def _labels(db: Database, grouping: Grouping, values: set[Any]) -> dict[Any, str | None]:
    if grouping.names is not None:
        known: dict[Any, str] = dict(db.rows(numbered(grouping.names, values)))
        return {value: known.get(value) for value in values}
    return {value: None if value is None else grouping.label(value) for value in values}


def _in_order(counts: Counter[tuple[str | None, ...]], groupings: Sequence[Grouping]) -> list[Count]:
    totals = [Counter[str | None]() for _ in groupings]
    for keys, number in counts.items():
        for each, key in zip(totals, keys, strict=True):
            each[key] += number

    def place(keys: tuple[str | None, ...]) -> list[tuple[int, str]]:
        """Without a value last; times as they are, other keys by the events they have in all."""
        return [
            (0 if grouping.is_time else -each[key], key or "") if key is not None else (1, "")
            for grouping, each, key in zip(groupings, totals, keys, strict=True)
        ]

    return [Count(keys, counts[keys]) for keys in sorted(counts, key=place)]
