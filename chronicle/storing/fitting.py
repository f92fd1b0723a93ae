"""Which corrections do not fit what is stored."""

from collections.abc import Iterable, Sequence

from chronicle.model.correction import Correction, Misfit
from chronicle.storing.applying import Corrections
from chronicle.storing.database import Database
from chronicle.storing.found import found_events
from chronicle.storing.kept import all_corrections, corrections_for, in_list

NUMBERS = "SELECT key, id FROM events WHERE key IN ({})"
_BATCH = 500


def without_event(db: Database, ones: Iterable[Correction]) -> list[Misfit]:
    """Those whose event is not there."""
    keys = {one.event for one in ones if one.event}
    there = {row[0] for row in db.rows(*in_list(NUMBERS, keys))} if keys else set()
    return [Misfit(one, "no such event here") for one in ones if one.event and one.event not in there]


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
    numbers = sorted(row[1] for row in db.rows(*in_list(NUMBERS, keys)))
    events = found_events(db, numbers)
    return [misfit for event in events for misfit in corrections.applied(event.id or "", event).misfits]
