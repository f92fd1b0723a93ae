"""Which corrections do not fit what is stored."""

from collections.abc import Iterable, Sequence

from chronicle.model.correction import PAIRS, Correction, Misfit
from chronicle.storing.applying import Corrections
from chronicle.storing.database import Database
from chronicle.storing.found import found_events
from chronicle.storing.kept import all_corrections, corrections_for, in_list

_NUMBERS = "SELECT key, id FROM events WHERE key IN ({})"
_BATCH = 500


def numbers_of(db: Database, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of the events with these ids, of those that are there."""
    listed = sorted(keys)
    batches = (listed[at : at + _BATCH] for at in range(0, len(listed), _BATCH))
    return {key: number for batch in batches for key, number in db.rows(*in_list(_NUMBERS, batch))}


def without_event(db: Database, ones: Iterable[Correction]) -> list[Misfit]:
    """Those whose event, or one of whose two events, is not there."""
    listed = [(one, _events(one)) for one in ones]
    there = numbers_of(db, {key for _, needed in listed for key in needed}).keys()
    return [Misfit(one, "no such event here") for one, needed in listed if not needed <= there]


def _events(one: Correction) -> set[str]:
    """The ids of the events that a correction is about."""
    return {key for key in (one.event, one.subject if one.act in PAIRS else None) if key}


def misfits(db: Database) -> list[Misfit]:
    """All corrections that do not fit what is stored, in the order in which they were made."""
    ones = all_corrections(db)
    keys = sorted({one.event for one in ones if one.event})
    found = without_event(db, ones)
    corrections = corrections_for(db, keys)
    if corrections is not None:
        for at in range(0, len(keys), _BATCH):
            found += _unfit(db, corrections, keys[at : at + _BATCH])
    place = {one.id: at for at, one in enumerate(ones)}
    return sorted(found, key=lambda misfit: place[misfit.correction.id])


def _unfit(db: Database, corrections: Corrections, keys: Sequence[str]) -> list[Misfit]:
    events = found_events(db, sorted(numbers_of(db, keys).values()))
    return [misfit for event in events for misfit in corrections.applied(event.id or "", event).misfits]
