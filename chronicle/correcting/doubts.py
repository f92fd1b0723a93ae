"""What is doubtful, each with the command that settles it: events with flags, corrections that do not fit any more."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from shlex import quote
from typing import Any, NamedTuple

from chronicle.correcting.telling import told
from chronicle.model import ActorKind, Event
from chronicle.model.correction import Misfit
from chronicle.model.flags import NAMED, by_doubt
from chronicle.querying import Query
from chronicle.querying.reviewing import doubtful
from chronicle.storing import Database
from chronicle.storing.fitting import misfits

MISFIT = "correction_misfit"


class Doubt(NamedTuple):
    """An event with its flags, the worst first, or a correction that does not fit any more.

    `to_do` settles the worst of them; `flagged` has for each its name, its meaning and what to do.
    """

    id: str | None
    date: str | None
    flags: tuple[str, ...]
    what: str
    to_do: str
    flagged: tuple[dict[str, str], ...]
    file: str | None = None
    line: int | None = None
    page: int | None = None


def doubts(db: Database, query: Query) -> Iterator[Doubt]:
    """Corrections that do not fit any more, if no filter is given; then events, the worst first.

    `limit` is of the events. BadFilter or UnknownName at once where the question makes no sense.
    """
    unfit = misfits(db) if replace(query, limit=None) == Query() else []
    return chain(map(_of_misfit, unfit), map(_of_event, doubtful(db, query)))


def _of_event(event: Event) -> Doubt:
    flags = by_doubt(event.flags)
    known = [NAMED[flag] for flag in flags if flag in NAMED]
    flagged = tuple(
        {"flag": flag.name, "meaning": flag.meaning, "to_do": _command(flag.name, flag.to_do, event)} for flag in known
    )
    to_do = flagged[0]["to_do"] if flagged else f"chronicle correct accept {event.id}"
    where = event.location
    date = event.date.edtf or event.date.text
    file = event.source.file if event.source else None
    return Doubt(event.id, date, tuple(flags), event.headline, to_do, flagged, file, where.line, where.page)


def _command(flag: str, to_do: str, event: Event) -> str:
    """The command with the event's id, and with the first surname that is in no table where that is in doubt."""
    unknown = [actor.name for actor in event.actors if actor.kind is ActorKind.PERSON and actor.key is None]
    surnames = [name for name in unknown if " " not in name] or unknown
    printed = quote(surnames[0]) if surnames and flag == "actor_unknown" else "PRINTED"
    return f"chronicle {to_do.replace('ID', event.id or '', 1).replace('PRINTED', printed)}"


def _of_misfit(misfit: Misfit) -> Doubt:
    one = misfit.correction
    to_do = f"chronicle correct undo {one.id}"
    flagged = ({"flag": MISFIT, "meaning": misfit.why, "to_do": to_do},)
    return Doubt(one.event, None, (MISFIT,), f"{told(one)}: {misfit.why}", to_do, flagged)


def record(doubt: Doubt) -> dict[str, Any]:
    return {
        "id": doubt.id,
        "date": doubt.date,
        "what": doubt.what,
        "file": doubt.file,
        "line": doubt.line,
        "page": doubt.page,
        "flags": list(doubt.flagged),
    }
