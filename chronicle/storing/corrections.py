"""Corrections kept and taken back, and brought to the events that they are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronicle.model.correction import EVERYWHERE, PAIRS, Correction, Misfit
from chronicle.storing.applying import identity
from chronicle.storing.database import Database
from chronicle.storing.facts import Facts
from chronicle.storing.fitting import numbers_of, without_event
from chronicle.storing.kept import add_row, all_corrections, drop_row, in_list
from chronicle.storing.load import numbered
from chronicle.storing.names import fold
from chronicle.storing.registry import Registry
from chronicle.storing.rewriting import correct_again, settle_namesakes

_NAMED = """
    SELECT DISTINCT a.id FROM actors a LEFT JOIN aliases l ON l.actor_id = a.id
    WHERE a.key IN ({}) OR l.folded IN ({})"""
_PART_TAKEN = "SELECT DISTINCT event_id FROM participations WHERE actor_id IN ({})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The corrections that were kept or taken back, the ids of the events that are different now, and what
    does not fit.
    """

    corrections: tuple[Correction, ...]
    events: tuple[str, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def keep(db: Database, corrections: Iterable[Correction], facts: Facts) -> Outcome:
    """Adds corrections, but for those that are kept already, and puts the events right; all of it or nothing."""
    with db.transaction():
        known = {one.id for one in all_corrections(db)}
        # Somebody may name an event twice, and a file may hold a line twice.
        new = tuple({one.id: one for one in corrections if one.id not in known}.values())
        for one in new:
            add_row(db, one)
        return _brought(db, new, Registry(db, facts))


def take_back(db: Database, corrections: Sequence[Correction], facts: Facts) -> Outcome:
    """Drops corrections; the events are again as they were found, but for what other corrections say."""
    with db.transaction():
        for one in corrections:
            drop_row(db, one)
        outcome = _brought(db, tuple(corrections), Registry(db, facts))
    return Outcome(outcome.corrections, outcome.events)


def _brought(db: Database, ones: tuple[Correction, ...], registry: Registry) -> Outcome:
    """The events that the corrections are about, and those who are named in them, by all that is kept now."""
    rewritten = correct_again(db, _concerned(db, ones), registry)
    for key in dict.fromkeys(key for one in ones if one.act in EVERYWHERE for key in _named(one)):
        registry.name_again(key)
    settle_namesakes(db, registry)
    own = {one.id for one in ones}
    unfit = [misfit for misfit in rewritten.misfits if misfit.correction.id in own]
    return Outcome(ones, rewritten.events, (*unfit, *without_event(db, ones)))


def _concerned(db: Database, ones: Iterable[Correction]) -> set[int]:
    """The numbers of the events that a correction may change."""
    listed = list(ones)
    numbers = set(numbers_of(db, {one.event for one in listed if one.event and one.act not in PAIRS}).values())
    everywhere = [one for one in listed if one.act in EVERYWHERE]
    if everywhere:
        actors = {key for one in everywhere for key in _named(one)}
        names = {fold(str(name)) for one in everywhere for name in (one.name, one.given.get("alias")) if name}
        ids = [row[0] for row in db.rows(*in_list(_NAMED, actors, names))]
        numbers |= {row[0] for row in db.rows(numbered(_PART_TAKEN, ids))} if ids else set()
    return numbers


def _named(one: Correction) -> tuple[str, str]:
    """The keys of the two actors of a correction that holds everywhere."""
    return one.subject or "", identity(one.given)
