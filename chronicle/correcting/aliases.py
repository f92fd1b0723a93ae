"""Which words may be another name of an actor: none that mean somebody else, or something else."""

from collections.abc import Iterator
from shlex import quote

from chronicle.correcting.identities import identities_of, merged
from chronicle.correcting.naming import Names, Values
from chronicle.errors import UsageError
from chronicle.reference import table_rows
from chronicle.storing import Database
from chronicle.storing.applying import identity
from chronicle.storing.facts import items
from chronicle.storing.names import fold

_TOGETHER = """
    SELECT 1 FROM participations p JOIN actors a ON a.id = p.actor_id
    WHERE a.key = :one AND p.event_id IN (
        SELECT event_id FROM participations q JOIN actors b ON b.id = q.actor_id WHERE b.key = :other) LIMIT 1"""

# What is printed for many, or for a state: the table, its columns, what such a word is.
_OTHERWISE = (
    ("offices.csv", ("name", "forms"), "an office, which others have too"),
    ("generic_bodies.csv", ("form",), "what many bodies are called"),
    ("states.csv", ("demonyms", "people", "capital", "metonyms"), "a word for {name}"),
)


def check_alias(names: Names, who: Values, form: str) -> None:
    """UsageError for what another actor is called, unless several known ones share it, as they do surnames.

    So it is for what the tables print for something else than a name: a title, a demonym, a capital.
    """
    _check_nobody_elses(names, who, form)
    meaning = next(_meanings(names, identity(who), form), None)
    if meaning:
        raise UsageError(f"alias {form!r}: is {meaning}; give a name that is only {who['name']}'s")


def _check_nobody_elses(names: Names, who: Values, form: str) -> None:
    found, own = names.bearers(form), identity(who)
    identities = identities_of(names.db)
    if any(own in merged(identities, identity(one)) for one in found):
        return
    exact = [one for one in found if fold(str(one["name"])) == fold(form)]
    if not exact and len(found) != 1:
        exact = list(_printed_beside(names, who, form))
        if not exact:
            return
    other = (exact or found)[0]
    key = identity(other)
    command = f"chronicle correct merge {quote(key)} {quote(own)}"
    raise UsageError(f"alias {form!r}: is what {other['name']} ({key}) is called; if both are one, `{command}`")


def _printed_beside(names: Names, who: Values, form: str) -> Iterator[Values]:
    """Whom no table knows and who has this very name, where nothing speaks for one and the same.

    An alias says of such a name whom it means: not where no table knows the actor either, nor where one event has both.
    """
    own = identity(who)
    for other in names.namesakes(form, listed=False):
        key = identity(other)
        if other["key"] is None and key != own and (who["key"] is None or _are_together(names.db, own, key)):
            yield other


def _are_together(db: Database, one: str, other: str) -> bool:
    return next(db.rows(_TOGETHER, {"one": one, "other": other}), None) is not None


def _meanings(names: Names, own: str, form: str) -> Iterator[str]:
    wanted = _singular(form)
    for table, columns, what in _OTHERWISE:
        for row in table_rows(names.folders, table):
            forms = (each for column in columns for each in items(row.get(column)))
            if row.get("code") != own and wanted in map(_singular, forms):
                yield what.format(name=row.get("name"))


def _singular(form: str) -> str:
    """Both numbers of a title as one: `foreign ministers`, `secretaries of state`."""
    return " ".join(map(_of_one, fold(form).removeprefix("the ").split()))


def _of_one(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
