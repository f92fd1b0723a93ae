"""Corrections kept and taken back, and brought to the events that they are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronicle.model.correction import EVERYWHERE, Correction, Misfit
from chronicle.storing.applying import Corrections, identity
from chronicle.storing.database import Database
from chronicle.storing.facts import Facts
from chronicle.storing.found import found_events
from chronicle.storing.kept import add_row, all_corrections, corrections_for, drop_row, in_list
from chronicle.storing.load import numbered
from chronicle.storing.names import fold
from chronicle.storing.registry import Registry
from chronicle.storing.rewriting import correct_again

_NUMBERS = "SELECT key, id FROM events WHERE key IN ({})"
_NAMED = """
    SELECT DISTINCT a.id FROM actors a LEFT JOIN aliases l ON l.actor_id = a.id
    WHERE a.key IN ({}) OR l.folded IN ({})"""
_PART_TAKEN = "SELECT DISTINCT event_id FROM participations WHERE actor_id IN ({})"
_BATCH = 500


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
        new = tuple(one for one in corrections if one.id not in known)
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
    own = {one.id for one in ones}
    unfit = [misfit for misfit in rewritten.misfits if misfit.correction.id in own]
    return Outcome(ones, rewritten.events, (*unfit, *_without_event(db, ones)))


def _concerned(db: Database, ones: Iterable[Correction]) -> set[int]:
    """The numbers of the events that a correction may change."""
    listed = list(ones)
    keys = {one.event for one in listed if one.event}
    numbers = {row[1] for row in db.rows(*in_list(_NUMBERS, keys))} if keys else set()
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


def _without_event(db: Database, ones: Iterable[Correction]) -> list[Misfit]:
    keys = {one.event for one in ones if one.event}
    there = {row[0] for row in db.rows(*in_list(_NUMBERS, keys))} if keys else set()
    return [Misfit(one, "no such event here") for one in ones if one.event and one.event not in there]


def misfits(db: Database) -> list[Misfit]:
    """All corrections that do not fit what is stored, in the order in which they were made."""
    ones = all_corrections(db)
    keys = sorted({one.event for one in ones if one.event})
    found = _without_event(db, ones)
    corrections = corrections_for(db, keys)
    if corrections is not None:
        for at in range(0, len(keys), _BATCH):
            found += _unfit(db, corrections, keys[at : at + _BATCH])
    place = {one.id: at for at, one in enumerate(ones)}
    return sorted(found, key=lambda misfit: place[misfit.correction.id])


def _unfit(db: Database, corrections: Corrections, keys: Sequence[str]) -> list[Misfit]:
    numbers = sorted(row[1] for row in db.rows(*in_list(_NUMBERS, keys)))
    events = found_events(db, numbers)
    return [misfit for event in events for misfit in corrections.applied(event.id or "", event).misfits]
