"""Corrections by what a person types of their ids."""

from collections.abc import Iterable

from chronicle.errors import UnknownName
from chronicle.model.correction import Correction
from chronicle.storing import Database
from chronicle.storing.kept import all_corrections


def corrections_named(db: Database, typed: Iterable[str]) -> list[Correction]:
    """The corrections with these ids or unambiguous beginnings, each once; UnknownName for none or several."""
    known = all_corrections(db)
    found = [_named(known, each.strip().lower()) for each in typed]
    return list({one.id: one for one in found}.values())


def _named(known: list[Correction], typed: str) -> Correction:
    fitting = [one for one in known if typed and one.id.startswith(typed)]
    exact = [one for one in fitting if one.id == typed]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    if not fitting:
        raise UnknownName(f"correction {typed!r}: there is none; `chronicle correct list` lists them")
    shown = ", ".join(one.id for one in fitting[:5])
    raise UnknownName(f"correction {typed!r}: fits several: {shown}; write more of it")
