"""Parts of a correction as they are said: an actor's part, a venue's place; who may be merged, or have another name."""

from shlex import quote

from chronicle.correcting.naming import Names, Values
from chronicle.correcting.values import LIMITS, are_degrees
from chronicle.errors import UsageError
from chronicle.model import Participation, Role
from chronicle.model.correction import EVERYWHERE, RULE
from chronicle.querying.names import find_countries
from chronicle.storing import Database
from chronicle.storing.applying import Identities, identity, named
from chronicle.storing.facts import actor_key
from chronicle.storing.kept import all_corrections
from chronicle.storing.names import fold


def part_of(role: Role | None, office: str | None, country: str | None) -> Values:
    """What is said of an actor's part; an empty office means none."""
    part: Values = {}
    if role is not None:
        part["role"] = role.value
    if office is not None:
        part["office"] = office.strip() or None
    if country is not None:
        part["country"] = code_of(country)
    return part


def code_of(country: str | None) -> str | None:
    """Of a country by name or code; UsageError for several."""
    codes = () if country is None else find_countries(country)
    if len(codes) > 1:
        raise UsageError(f"country {country!r}: is several: {', '.join(codes)}; name one")
    return codes[0] if codes else None


def at(place: Values, latitude: float | None, longitude: float | None) -> Values:
    """The place with the degrees that are given; UsageError for one of them without the other, and for what is none."""
    if (latitude is None) != (longitude is None):
        given, lacking = ("latitude", "longitude") if longitude is None else ("longitude", "latitude")
        raise UsageError(f"{given} of {place['name']}: needs a {lacking}; give both, or neither")
    degrees = {"latitude": latitude, "longitude": longitude}
    stated = {name: value for name, value in degrees.items() if value is not None}
    for name, value in stated.items():
        if not are_degrees(name, value):
            limit = LIMITS[name]
            raise UsageError(f"{name} of {place['name']}: {value} is none; give degrees from -{limit} to {limit}")
    return {**place, **stated}


def check_merge(db: Database, key: str, into: str, name: str, into_name: str) -> None:
    """UsageError for an actor merged into itself, straight away or by way of others."""
    if key == into:
        raise UsageError(f"{name} and {into_name}: are one already")
    identities = _identities(db)
    if key in _merged(identities, into):
        raise UsageError(f"{into_name}: was merged into {name} before; {_undo_first(identities.merges[into].id)}")


def check_replaced(db: Database, actor: Participation, who: Values, typed: str) -> None:
    """UsageError for somebody in an actor's place who is that actor by what was merged or named so before."""
    identities, own = _identities(db), actor_key(actor)
    right = identities.resolved(named(who))
    if actor_key(right) != own:
        return
    if identity(who) != own:
        name, id = str(who["name"]), (right.rule or "").removeprefix(RULE)
    else:
        # What it is called by a correction alone finds the actor itself.
        given = [one.id for one in identities.names.get(fold(typed), ()) if identity(one.given) == own]
        if not given or fold(typed) == fold(actor.name):
            return
        name, id = typed, given[-1]
    raise UsageError(f"{name}: is {actor.name} by a correction; {_undo_first(id)}")


def _undo_first(id: str) -> str:
    return f"undo that first, `chronicle correct undo {id}`"


def check_alias(names: Names, who: Values, form: str) -> None:
    """UsageError for what another known actor is called, unless several share it, as they do surnames."""
    found, identities = names.bearers(form), _identities(names.db)
    own = identity(who)
    if any(own in _merged(identities, identity(one)) for one in found):
        return
    exact = [one for one in found if fold(str(one["name"])) == fold(form)]
    if not exact and len(found) != 1:
        return
    other = (exact or found)[0]
    key = identity(other)
    command = f"chronicle correct merge {quote(key)} {quote(own)}"
    raise UsageError(f"alias {form!r}: is what {other['name']} ({key}) is called; if both are one, `{command}`")


def _identities(db: Database) -> Identities:
    identities = Identities()
    for one in all_corrections(db):
        if one.act in EVERYWHERE:
            identities.add(one)
    return identities


def _merged(identities: Identities, key: str) -> set[str]:
    """The actor, and all into whom it has been merged."""
    met = {key}
    while (merge := identities.merges.get(key)) is not None and (key := identity(merge.given)) not in met:
        met.add(key)
    return met
