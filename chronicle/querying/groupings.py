"""The keys to count by, each in SQL, and what their values are called."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from chronicle.model import Precision, Role
from chronicle.querying.names import by_sides
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY, PER_DOCUMENT
from chronicle.storing.load import TITLE, numbered

_MONTH = PER_DAY * 100
_YEAR = _MONTH * 100
# Two numbers of actors in one: the first times this, and the second.
_PER_ACTOR = 10**9

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BETWEEN = " – "

Labels = dict[Any, str | None]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A key in SQL: `value` of the event number `{id}`, or of the row of `table` that has it as `number`.

    `label` says what a value is called, `labels` the same of many at once where the database knows it.
    A time says what it calls a day, and where that stands among others of its kind. `where` holds for the
    row that goes by `{alias}`; `by_role` if it is the actors' part that may be asked for. `repeats` if an
    event may have the same value twice.
    """

    value: str
    table: str | None = None
    number: str = "event_id"
    label: Callable[[Any], str | None] = str
    labels: Callable[[Database, set[Any]], Labels] | None = None
    of_day: Callable[[date], str] | None = None
    place: Callable[[str], int | str] = str
    where: str = "1 = 1"
    by_role: bool = False
    repeats: bool = False

    @property
    def is_time(self) -> bool:
        return self.of_day is not None


def _year(value: int) -> str | None:
    return f"{value:04d}" if value else None


def _quarter(value: int) -> str | None:
    return f"{value // 10:04d}-Q{value % 10}" if value else None


def _month(value: int) -> str | None:
    return f"{value // 100:04d}-{value % 100:02d}" if value else None


def _weekday(value: int | None) -> str | None:
    return None if value is None else WEEKDAYS[value]


def quarter_of(day: date) -> str:
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def _named(sql: str) -> Callable[[Database, set[Any]], Labels]:
    """Labels from rows of a number and its name."""

    def labels(db: Database, values: set[Any]) -> Labels:
        known: dict[Any, str] = dict(db.rows(numbered(sql, values)))
        return {value: known.get(value) for value in values}

    return labels


def _told_apart(table: str, told: str, column: str) -> Callable[[Database, set[Any]], Labels]:
    """Names of actors or venues; of those in events that share one, with their country, and what else tells them apart.

    `told` and `column` are where events name them.
    """
    named = _named(f"SELECT id, name FROM {table} WHERE id IN ({{}})")
    in_events = f"(SELECT * FROM {table} t WHERE EXISTS (SELECT 1 FROM {told} WHERE {column} = t.id))"
    shared = f"""SELECT name, id, country, kind, key FROM {in_events} a
        WHERE name IN (SELECT name FROM {in_events} b GROUP BY name HAVING count(*) > 1) ORDER BY name"""

    def labels(db: Database, values: set[Any]) -> Labels:
        known = named(db, values)
        for _, things in groupby(db.rows(shared), key=itemgetter(0)):
            known.update((number, label) for number, label in apart(list(things)).items() if number in values)
        return known

    return labels


def apart(things: Sequence[Sequence[Any]]) -> dict[int, str]:
    """What things of one name are called: with as many of country, kind and key as it takes, and never by it alone."""
    for many in (1, 2, 3):
        labels = {number: _with(name, [fact for fact in facts if fact][:many]) for name, number, *facts in things}
        if len(set(labels.values())) == len(things):
            break
    return labels


def _with(name: str, facts: Iterable[str]) -> str:
    """`Ivan Petrov (RU)`, which `storing.names.label` reads."""
    return f"{name} ({', '.join(facts)})"


_actor_names = _told_apart("actors", "participations", "actor_id")


def _pairs(db: Database, values: set[int]) -> Labels:
    """Two names in the order of names, so that a pair is one key whoever is named first."""
    numbers = {value: divmod(value, _PER_ACTOR) for value in values}
    names = _actor_names(db, {each for pair in numbers.values() for each in pair})
    known = {number: name or "" for number, name in names.items()}
    return {value: BETWEEN.join(sorted(known.get(each, "") for each in pair)) for value, pair in numbers.items()}


_PRINTED = """
    SELECT coalesce(s.relation, d.relation), count(*) FROM sections s JOIN documents d ON d.id = s.document_id
    WHERE coalesce(s.relation, d.relation) IS NOT NULL GROUP BY 1"""


def _as_one(db: Database, values: set[str | None]) -> Labels:
    """`CHINA-RUSSIA`, `China - Russia` and `Russia-China` are one, called as most of its chronologies are.

    Which name that is, no filter changes; one in capitals throughout is the last to be taken.
    """
    printed = sorted(db.rows(_PRINTED), key=lambda row: (row[0].isupper(), -row[1], row[0]))
    sides = by_sides(name for name, _ in printed)
    named: dict[tuple[str, ...], str] = {}
    for name, _ in printed:
        named.setdefault(sides[name], name)
    return {value: value and named[sides[value]] for value in values}


def _titled(db: Database, values: set[int]) -> Labels:
    """`Slow Thaw (f4k7abcd)`: what a document is called, and its id, since others may be called so."""
    called = f"SELECT d.id, coalesce({TITLE}, d.file), d.key FROM documents d WHERE d.id IN ({{}})"
    return {number: _with(title, [key]) for number, title, key in db.rows(numbered(called, values))}


_QUARTER = f"{{id}} / {_YEAR} * 10 + ({{id}} / {_MONTH} % 100 + 2) / 3"
# The days from a year's March on are the same in all years: the weekday by whole numbers alone, in any SQL.
_Y = f"({{id}} / {_YEAR} - CASE WHEN {{id}} / {_MONTH} % 100 < 3 THEN 1 ELSE 0 END)"
_M = f"(({{id}} / {_MONTH} % 100 + 9) % 12)"
_D = f"({{id}} / {PER_DAY} % 100)"
_WEEKDAY = f"({_D} + (153 * {_M} + 2) / 5 + 365 * {_Y} + {_Y} / 4 - {_Y} / 100 + {_Y} / 400 + 1) % 7"
EXACT = f"{{alias}}.precision IN ('{Precision.DAY}', '{Precision.RANGE}')"

_BOTH = f"""(SELECT a.event_id, a.actor_id * {_PER_ACTOR} + b.actor_id AS pair
    FROM participations a JOIN participations b ON b.event_id = a.event_id AND b.actor_id > a.actor_id
    WHERE a.role = '{Role.PARTICIPANT}' AND b.role = '{Role.PARTICIPANT}')"""
_BOTH_COUNTRIES = f"""(SELECT a.event_id, a.country || '{BETWEEN}' || b.country AS pair
    FROM event_countries a JOIN event_countries b ON b.event_id = a.event_id AND b.country > a.country)"""
_VENUE_COUNTRIES = "(SELECT w.event_id, v.country FROM event_venues w JOIN venues v ON v.id = w.venue_id)"
_RELATIONS = """(SELECT e.id, coalesce(s.relation, d.relation) AS relation
    FROM events e JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id)"""

GROUPINGS: dict[str, Grouping] = {
    "year": Grouping(f"{{id}} / {_YEAR}", label=_year, of_day=lambda day: f"{day.year:04d}"),
    "quarter": Grouping(f"CASE WHEN {{id}} < {PER_DAY} THEN 0 ELSE {_QUARTER} END", label=_quarter, of_day=quarter_of),
    "month": Grouping(f"{{id}} / {_MONTH}", label=_month, of_day=lambda day: day.isoformat()[:7]),
    "weekday": Grouping(
        f"CASE WHEN {EXACT} THEN {_WEEKDAY} END",
        "events",
        "id",
        label=_weekday,
        of_day=lambda day: WEEKDAYS[day.weekday()],
        place=WEEKDAYS.index,
    ),
    "type": Grouping("{alias}.type", "events", "id"),
    "mode": Grouping("{alias}.mode", "events", "id"),
    "plover": Grouping("{alias}.plover", "events", "id"),
    "actor": Grouping("{alias}.actor_id", "participations", labels=_actor_names, by_role=True),
    "pair": Grouping("{alias}.pair", _BOTH, labels=_pairs),
    "country": Grouping("{alias}.country", "event_countries"),
    "country_pair": Grouping("{alias}.pair", _BOTH_COUNTRIES),
    "venue": Grouping("{alias}.venue_id", "event_venues", labels=_told_apart("venues", "event_venues", "venue_id")),
    "venue_country": Grouping("{alias}.country", _VENUE_COUNTRIES, where="{alias}.country IS NOT NULL", repeats=True),
    "document": Grouping(
        f"{{alias}}.section_id / {PER_DOCUMENT}",
        "events",
        "id",
        labels=_titled,
    ),
    "relation": Grouping("{alias}.relation", _RELATIONS, "id", labels=_as_one),
}
