"""Who takes part in events with whom: pairs of actors or countries, and the partners of one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, Literal

from chronicle.model import ActorKind, Role
from chronicle.querying import states
from chronicle.querying.answers import ActorRow
from chronicle.querying.counts import matching_sql
from chronicle.querying.lists import LONG, dated, span
from chronicle.querying.profiles import NOBODY, described, one_actor
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, actor_condition, select
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY
from chronicle.storing.load import numbered

Side = Literal["actor", "country"]

# Of an event with more than so many, which no chronology prints, there are too many pairs to tell anything.
CROWD = 300

# The table that says who takes part, the column of who it is, and what else has to hold of its rows.
_PARTS: dict[Side, tuple[str, str, str]] = {
    "actor": ("participations", "actor_id", f" AND {{}}.role = '{Role.PARTICIPANT}'"),
    "country": ("event_countries", "country", ""),
}
_TALLY = f"count(*), min({dated('other.event_id')}), max({dated('other.event_id')})"
_ENDS = f"SELECT e.id, e.end_date FROM events e JOIN ({{}}) AS m ON m.id = e.id WHERE {LONG}"
_ACTORS = "SELECT id, name, kind, country FROM actors WHERE id IN ({})"


@dataclass(frozen=True, slots=True)
class Member:
    """An actor or, with its code as `key` and kind `state`, a country."""

    key: int | str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two who take part in the same events: how many, and the first and the last day of these."""

    one: Member
    other: Member
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Network:
    """Those who share events, each with how many it shares with anybody, and the ties; the most frequent first.

    `crowded` is the number of events that are left out because more than CROWD take part.
    """

    members: tuple[tuple[Member, int], ...]
    ties: tuple[Tie, ...]
    crowded: int = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """One actor in the events in which it takes part, and its ties to others, the most frequent first."""

    centre: ActorRow
    ties: tuple[Tie, ...]


def network(db: Database, query: Query, side: Side = "actor", *, within: bool = False) -> Network:
    """Who takes part with whom in the events that fit. Two who act for one country are no tie, unless `within`."""
    counts = Counter[int | str]()
    shared: dict[tuple[int | str, int | str], _Tally] = {}
    crowded = 0
    selection = select(db, query)
    ends = dict[int, Any](db.rows(_ENDS.format(matching_sql(db, selection)), selection.parameters))
    for number, parts in _by_event(db, selection, side):
        if len(parts) > CROWD:
            crowded += 1
            continue
        met = [(one[0], other[0]) for one, other in combinations(parts, 2) if within or _apart(one, other)]
        counts.update({key for pair in met for key in pair})
        for pair in met:
            shared[pair] = _with_one_more(shared.get(pair), number if number >= PER_DAY else None, ends.get(number))
    members = _members(db, side, counts)
    ranked = sorted(counts, key=lambda key: (-counts[key], members[key].name))
    ties = (Tie(members[one], members[other], *span(tally)) for (one, other), tally in shared.items())
    return Network(tuple((members[key], counts[key]) for key in ranked), _ranked(ties), crowded)


# A number of events, the numbers of the first and the last that have a day, and the last day of the long ones.
_Tally = tuple[int, int | None, int | None, Any]


def _with_one_more(tally: _Tally | None, number: int | None, end: Any) -> _Tally:
    """Events come by their numbers, those without a day first."""
    if tally is None:
        return 1, number, number, end
    events, first, _, ended = tally
    return events + 1, number if first is None else first, number, max(filter(None, (ended, end)), default=None)


Part = tuple[int | str, str | None]


def _by_event(db: Database, selection: Selection, side: Side) -> Iterator[tuple[int, list[Part]]]:
    """The number of each event, and who takes part in it for which country, in an order that is the same for all.

    Each once; who acts for several countries acts for none.
    """
    who = _PARTS[side][1]
    sql = f"SELECT one.event_id, one.{who}, one.country {_parts(db, selection, 'one', side)} ORDER BY 1, 2"
    for number, rows in groupby(db.rows(sql, selection.parameters), itemgetter(0)):
        countries: dict[int | str, set[str | None]] = {}
        for _, key, country in rows:
            countries.setdefault(key, set()).add(country)
        yield number, [(key, one.pop() if len(one) == 1 else None) for key, one in countries.items()]


def _apart(one: Part, other: Part) -> bool:
    """Whether they do not act for the same country."""
    return one[1] is None or one[1] != other[1]


def circle(db: Database, name: str, query: Query, side: Side = "actor", *, within: bool = False) -> Circle:
    """The partners of one; of a state, those of everybody who takes part for it.

    Raises UnknownName for a name that fits none or several.
    """
    found = one_actor(db, name)
    active = select(db, query, actor_condition(found, Role.PARTICIPANT.value))
    number, state = next(iter(found.ids), NOBODY), next(iter(found.countries), None)
    centre = described(db, active, number, state)
    home = state or (None if within else centre.country)
    who = _PARTS[side][1]
    abroad = "" if home is None else " AND (other.country IS NULL OR other.country <> :home)"
    another = " AND other.actor_id <> :number" if side == "actor" else ""
    parts, others = _parts(db, active, "other", side), f"{another}{abroad} GROUP BY 1"
    given = {**active.parameters, "number": number, "home": home}
    tallies = {
        key: tally for key, *tally in db.rows(f"SELECT other.{who}, {_TALLY} {parts} WHERE 1 = 1{others}", given)
    }
    long = f"JOIN events e ON e.id = other.event_id WHERE {LONG}{others}"
    ends = dict[int | str, Any](db.rows(f"SELECT other.{who}, max(e.end_date) {parts} {long}", given))
    members = _members(db, side, tallies)
    itself = Member(number or centre.key, centre.name, centre.kind, centre.country)
    return Circle(
        centre, _ranked(Tie(itself, members[key], *span((*tally, ends.get(key)))) for key, tally in tallies.items())
    )


def _parts(db: Database, selection: Selection, alias: str, side: Side) -> str:
    """All who take part in the events of the selection."""
    table, _, where = _PARTS[side]
    matching = f"({matching_sql(db, selection)}) AS m"
    return f"FROM {matching} JOIN {table} {alias} ON {alias}.event_id = m.id{where.format(alias)}"


def _members(db: Database, side: Side, keys: Iterable[int | str]) -> dict[int | str, Member]:
    if side == "country":
        names = states.names()
        return {code: Member(code, names.get(str(code), str(code)), ActorKind.STATE.value, str(code)) for code in keys}
    wanted = {int(number) for number in keys}
    return {row[0]: Member(*row) for row in db.rows(numbered(_ACTORS, wanted))}


def _ranked(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    return tuple(sorted(ties, key=lambda tie: (-tie.events, tie.one.name, tie.other.name)))
