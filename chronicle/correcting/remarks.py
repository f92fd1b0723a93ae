"""What deserves a second look in corrections just kept, and is no reason to refuse them."""

from collections.abc import Iterable, Iterator
from shlex import quote

from chronicle.correcting.identities import a_kind
from chronicle.correcting.naming import Names
from chronicle.model.correction import Act, Correction
from chronicle.storing import Database
from chronicle.storing.applying import identity, is_printed
from chronicle.storing.kept import in_list

_CHRONOLOGIES = """
    SELECT e.key, e.section_id, d.file FROM events e
    JOIN sections s ON s.id = e.section_id JOIN documents d ON d.id = s.document_id WHERE e.key IN ({})"""


def remarks(names: Names, ones: Iterable[Correction]) -> Iterator[str]:
    """One line each, with the command that puts it right."""
    told: set[str] = set()
    for one in ones:
        for found in _found(names, one):
            if found not in told:
                told.add(found)
                yield found


def _found(names: Names, one: Correction) -> Iterator[str]:
    if one.act is Act.SAME:
        found: tuple[str | None, ...] = (_of_one_chronology(names.db, one),)
    elif one.act is Act.MERGE:
        found = (_of_two_kinds(one),)
    else:
        found = (_of_one_name(names, one), _lost(one))
    return filter(None, found)


def _of_two_kinds(one: Correction) -> str | None:
    """What a name that no table has was read as may be wrong; it is likelier that another one was meant."""
    kind = str(one.subject).partition(":")[0]
    if not is_printed(str(one.subject)) or kind == one.given["kind"]:
        return None
    undo = f"`chronicle correct undo {one.id}` takes it back"
    return f"actor {one.name!r}: was {a_kind(kind)} and is {a_kind(one.given['kind'])} now; {undo}"


def _lost(one: Correction) -> str | None:
    """Somebody new is without what followed from who it was taken for; what is printed holds all the same."""
    if one.act is not Act.CHANGE_ACTOR or one.given.get("key") or not one.given.get("name"):
        return None
    lost = [part for part in ("office", "country") if one.was.get(part) and not one.given.get(part, one.was[part])]
    if not lost:
        return None
    parts = " and ".join(f"the {part} {one.was[part]}" for part in lost)
    options = " ".join(f"--{part} {quote(str(one.was[part]))}" for part in lost)
    command = f"chronicle correct actor {one.event} {quote(str(one.given['name']))} {options}"
    return f"actor {one.given['name']!r}: is without {parts} of {one.name}; if that holds, `{command}`"


def _of_one_chronology(db: Database, one: Correction) -> str | None:
    """`same` is for what several tell. A list can print an event twice all the same, so that it is no error."""
    both = [str(key) for key in (one.event, one.subject)]
    rows = list(db.rows(*in_list(_CHRONOLOGIES, both)))
    if len({section for _, section, _ in rows}) != 1:
        return None
    undo = f"`chronicle correct undo {one.id}` takes it back"
    return f"events {' and '.join(both)}: stand in one chronology, of {rows[0][2]}, and not in two; {undo}"


def _of_one_name(names: Names, one: Correction) -> str | None:
    """Somebody new whose very name another one has: no name tells the two apart."""
    if one.act not in (Act.ADD_ACTOR, Act.CHANGE_ACTOR) or one.given.get("key") or not one.given.get("name"):
        return None
    own, name = identity(one.given), str(one.given["name"])
    others = [other for other in map(identity, names.namesakes(name)) if other != own]
    if not others:
        return None
    # Whom a table knows, or whose country is known, says more.
    less, more = sorted((own, others[0]), key=lambda key: (not is_printed(key), not key.endswith(":")))
    merge = f"chronicle correct merge {quote(less)} {quote(more)}"
    return f"actor {name!r}: another one is called so too ({', '.join(others)}); if both are one, `{merge}`"
