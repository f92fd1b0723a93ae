"""All about one actor: names, terms, offices in the events, with whom, where, what and when."""

from chronicle.errors import UnknownName
from chronicle.model import ActorKind, Role
from chronicle.querying import names, states
from chronicle.querying.answers import ActorRow, Count, Profile, Term
from chronicle.querying.counts import counted, matching_sql
from chronicle.querying.groupings import GROUPINGS
from chronicle.querying.lists import LONG, dated, span
from chronicle.querying.query import Query
from chronicle.querying.select import Selection, actor_condition, of_events, select
from chronicle.storing import Database

_ACTOR = "SELECT key, name, kind, country, wikidata FROM actors WHERE id = :actor"
_ALIASES = "SELECT form FROM aliases WHERE actor_id = :actor ORDER BY folded"
_TERMS = """
    SELECT o.name, t.country, t.addressee, t.start_date, t.end_date
    FROM terms t JOIN offices o ON o.id = t.office_id WHERE t.actor_id = :actor ORDER BY t.position"""
_SPAN = f"SELECT count(*), min({dated('m.id')}), max({dated('m.id')}) FROM ({{}}) AS m"
_END = f"SELECT max(e.end_date) FROM events e JOIN ({{}}) AS m ON m.id = e.id WHERE {LONG}"
_OFFICES = """
    SELECT o.name, count(*) FROM ({}) AS m
    JOIN participations p ON p.event_id = m.id AND p.actor_id = :actor
    JOIN offices o ON o.id = p.office_id GROUP BY o.name ORDER BY count(*) DESC, o.name"""
_PARTNERS = """
    SELECT a.name, count(*) FROM ({}) AS m
    JOIN participations p ON p.event_id = m.id AND p.role = 'participant' AND p.actor_id <> :actor
    JOIN actors a ON a.id = p.actor_id
    WHERE coalesce(p.country, '') <> :country GROUP BY a.id, a.name ORDER BY count(*) DESC, a.name"""

# Stands for the number of a state that is nowhere named itself, only acted for.
NOBODY = 0


def profile(db: Database, name: str, query: Query) -> Profile:
    """One actor in the events asked for; UnknownName if the name fits none or several.

    A state's events are those of everybody who takes part for it, and its partners are others. With whom
    and where tell of the events in which the actor takes part.
    """
    found = one_actor(db, name)
    number = found.ids[0] if found.ids else NOBODY
    country = found.countries[0] if found.countries else None
    role = query.role.strip().lower() if query.role else None
    named = select(db, of_events(query), actor_condition(found, role))
    active = select(db, of_events(query), actor_condition(found, Role.PARTICIPANT.value))
    return Profile(
        actor=described(db, named, number, country),
        aliases=tuple(row[0] for row in db.rows(_ALIASES, {"actor": number})),
        terms=tuple(Term(*row) for row in db.rows(_TERMS, {"actor": number})),
        offices=_listed(db, _OFFICES, named, actor=number),
        partners=_listed(db, _PARTNERS, active, actor=number, country=country or "-"),
        countries=tuple(c for c in _by(db, active, "country") if c.keys != (country,)),
        venues=_by(db, active, "venue"),
        types=_by(db, named, "type"),
        years=_by(db, named, "year"),
        months=_by(db, named, "month"),
    )


def one_actor(db: Database, name: str) -> names.Actors:
    """A single person or body by its number, or a state by its code and, where it is named itself, its number."""
    found = names.find_actors(db, name)
    if len(found.ids) + len(found.countries) == 0 or len(found.ids) > 1 or len(found.countries) > 1:
        raise UnknownName(f"actor {name!r}: is not one actor; name a single person, state or body")
    return found


def described(db: Database, selection: Selection, number: int, country: str | None) -> ActorRow:
    """Who it is, with the events of the selection."""
    row = next(db.rows(_ACTOR, {"actor": number}), None)
    if row is None:
        row = (country, states.names()[country or ""], ActorKind.STATE.value, country, None)
    matching = matching_sql(db, selection)
    tally, end = (next(db.rows(sql.format(matching), selection.parameters)) for sql in (_SPAN, _END))
    return ActorRow(*row, *span((*tally, *end)))


def _listed(db: Database, sql: str, selection: Selection, **parameters: object) -> tuple[Count, ...]:
    rows = db.rows(sql.format(matching_sql(db, selection)), {**selection.parameters, **parameters})
    return tuple(Count((value,), number) for value, number in rows)


def _by(db: Database, selection: Selection, key: str) -> tuple[Count, ...]:
    return tuple(counted(db, selection, [GROUPINGS[key]]))
