"""Who takes part in events with whom: pairs of actors or countries, and the partners of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chronicle.model import ActorKind, Role
from chronicle.querying import states
from chronicle.querying.answers import ActorRow
from chronicle.querying.counts import matching_sql
from chronicle.querying.lists import dated, span
from chronicle.querying.profiles import NOBODY, described, one_actor
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, actor_condition, narrowed, select
from chronicle.storing import Database
from chronicle.storing.load import numbered

Side = Literal["actor", "country"]

# The table that says who takes part, the column of who it is, and what else has to hold of its rows.
_PARTS: dict[Side, tuple[str, str, str]] = {
    "actor": ("participations", "actor_id", f" AND {{}}.role = '{Role.PARTICIPANT}'"),
    "country": ("event_countries", "country", ""),
}
_APART = "(one.country IS NULL OR other.country IS NULL OR one.country <> other.country)"
_TALLY = f"count(*), min({dated('other.event_id')}), max({dated('other.event_id')})"
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
    """Two who take part in the same events: how many, and the days of the first and the last."""

    one: Member
    other: Member
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Network:
    """Those who share events, each with how many it shares with anybody, and the ties; the most frequent first."""

    members: tuple[tuple[Member, int], ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """One actor in the events in which it takes part, and its ties to others, the most frequent first."""

    centre: ActorRow
    ties: tuple[Tie, ...]


def network(db: Database, query: Query, side: Side = "actor", *, within: bool = False) -> Network:
    """Who takes part with whom in the events that fit. Two who act for one country are no tie, unless `within`."""
    selection = select(db, query)
    who = _PARTS[side][1]
    met = f"{_parts(db, selection, 'one', side)} {_others(side, within)}"
    pairs = f"SELECT one.{who}, other.{who}, {_TALLY} {met} AND one.{who} < other.{who} GROUP BY 1, 2"
    each = f"SELECT one.{who}, count(DISTINCT one.event_id) {met} GROUP BY 1"
    counts = dict[int | str, int](db.rows(each, selection.parameters))
    members = _members(db, side, counts)
    ranked = sorted(counts, key=lambda key: (-counts[key], members[key].name))
    ties = (
        Tie(members[one], members[other], *span(tally)) for one, other, *tally in db.rows(pairs, selection.parameters)
    )
    return Network(tuple((members[key], counts[key]) for key in ranked), _ranked(ties))


def circle(db: Database, name: str, query: Query, side: Side = "actor", *, within: bool = False) -> Circle:
    """The partners of one; of a state, those of everybody who takes part for it.

    Raises UnknownName for a name that fits none or several.
    """
    found = one_actor(db, name)
    active = narrowed(select(db, query), actor_condition(found, Role.PARTICIPANT.value))
    number, state = next(iter(found.ids), NOBODY), next(iter(found.countries), None)
    centre = described(db, active, number, state)
    home = state or (None if within else centre.country)
    who = _PARTS[side][1]
    abroad = "" if home is None else " AND (other.country IS NULL OR other.country <> :home)"
    another = " AND other.actor_id <> :number" if side == "actor" else ""
    sql = f"SELECT other.{who}, {_TALLY} {_parts(db, active, 'other', side)} WHERE 1 = 1{another}{abroad} GROUP BY 1"
    tallies = {key: tally for key, *tally in db.rows(sql, {**active.parameters, "number": number, "home": home})}
    members = _members(db, side, tallies)
    itself = Member(number or centre.key, centre.name, centre.kind, centre.country)
    return Circle(centre, _ranked(Tie(itself, members[key], *span(tally)) for key, tally in tallies.items()))


def _parts(db: Database, selection: Selection, alias: str, side: Side) -> str:
    """All who take part in the events of the selection."""
    table, _, where = _PARTS[side]
    matching = f"({matching_sql(db, selection)}) AS m"
    return f"FROM {matching} JOIN {table} {alias} ON {alias}.event_id = m.id{where.format(alias)}"


def _others(side: Side, within: bool) -> str:
    """Whoever else takes part in the same event."""
    table, who, where = _PARTS[side]
    apart = "" if within and side == "actor" else f" AND {_APART}"
    joined = f"JOIN {table} other ON other.event_id = one.event_id{where.format('other')}"
    return f"{joined} WHERE one.{who} <> other.{who}{apart}"


def _members(db: Database, side: Side, keys: Iterable[int | str]) -> dict[int | str, Member]:
    if side == "country":
        names = states.names()
        return {code: Member(code, names.get(str(code), str(code)), ActorKind.STATE.value, str(code)) for code in keys}
    wanted = {int(number) for number in keys}
    return {row[0]: Member(*row) for row in db.rows(numbered(_ACTORS, wanted))}


def _ranked(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    return tuple(sorted(ties, key=lambda tie: (-tie.events, tie.one.name, tie.other.name)))
