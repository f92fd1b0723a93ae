"""Who was made one before, by what corrections hold everywhere."""

from chronicle.correcting.naming import Values
from chronicle.errors import UsageError
from chronicle.model import Participation
from chronicle.model.correction import EVERYWHERE, RULE, Given
from chronicle.storing import Database
from chronicle.storing.applying import Identities, identity, is_printed, named
from chronicle.storing.facts import actor_key
from chronicle.storing.kept import all_corrections
from chronicle.storing.names import fold


def identities_of(db: Database) -> Identities:
    identities = Identities()
    for one in all_corrections(db):
        if one.act in EVERYWHERE:
            identities.add(one)
    return identities


def merged(identities: Identities, key: str) -> set[str]:
    """The actor, and all into whom it has been merged."""
    met = {key}
    while (merge := identities.merges.get(key)) is not None and (key := identity(merge.given)) not in met:
        met.add(key)
    return met


def check_merge(db: Database, one: Values, other: Values, name: str, into_name: str) -> None:
    """UsageError for an actor merged into itself, straight away or by way of others, and for two that cannot be one.

    What somebody is of whom no table knows was read from the words, and can be wrong.
    """
    key, into = identity(one), identity(other)
    if key == into:
        raise UsageError(f"{name} and {into_name}: are one already")
    if one["kind"] != other["kind"] and not is_printed(key):
        kinds = f"{one['name']} is {a_kind(one['kind'])}, {other['name']} is {a_kind(other['kind'])}"
        raise UsageError(f"{name} and {into_name}: cannot be one, as {kinds}; name two of one kind")
    identities = identities_of(db)
    if key in merged(identities, into):
        raise UsageError(f"{into_name}: was merged into {name} before; {_undo_first(identities.merges[into].id)}")


def check_replaced(db: Database, actor: Participation, who: Values, typed: str) -> None:
    """UsageError for somebody in an actor's place who is that actor by what was merged or named so before."""
    identities, own = identities_of(db), actor_key(actor)
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


def a_kind(kind: Given) -> str:
    """`a person`, `an organization`."""
    return f"{'an' if str(kind)[0] in 'aeiou' else 'a'} {kind}"


def _undo_first(id: str) -> str:
    return f"undo that first, `chronicle correct undo {id}`"
