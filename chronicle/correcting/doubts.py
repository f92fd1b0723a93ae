"""What is doubtful, each with the command that settles it: events with flags, corrections that do not fit any more."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from shlex import quote
from typing import Any, NamedTuple

from chronicle.correcting.telling import told
from chronicle.model import ActorKind, Event, Participation
from chronicle.model.correction import Misfit
from chronicle.model.flags import NAMED, by_doubt
from chronicle.querying import Query
from chronicle.querying.reviewing import doubtful
from chronicle.storing import Database
from chronicle.storing.fitting import misfits
from chronicle.storing.names import fold

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
    """The command with what the event tells of it: its id, its file, and the name in doubt if only one can be meant."""
    known = {
        "ID": event.id,
        "FILE": quote(event.source.file) if event.source else None,
        "PRINTED": _in_doubt(flag, event),
    }
    return " ".join(["chronicle", *(known.get(word) or word for word in to_do.split())])


def _in_doubt(flag: str, event: Event) -> str | None:
    """Which actor or venue a flag doubts: the first surname that is in no table, the only surname that one explains."""
    persons = [actor for actor in event.actors if actor.kind is ActorKind.PERSON]
    unknown = [actor.name for actor in persons if actor.key is None]
    surnames = [actor.name for actor in persons if actor.key is not None and _is_surname(actor)]
    of_flag = {
        "actor_unknown": ([name for name in unknown if " " not in name] or unknown)[:1],
        "actor_ambiguous": surnames or [actor.name for actor in persons if actor.key is not None],
        "venue_ambiguous": [venue.name for venue in event.venues],
    }
    names = of_flag.get(flag, [])
    return quote(names[0]) if len(names) == 1 else None


def _is_surname(person: Participation) -> bool:
    """Whether the name is printed only in part: `FM Lavrov`."""
    return not set(fold(person.name).split()) <= set(fold(person.mention or person.name).split())


def _of_misfit(misfit: Misfit) -> Doubt:
    one = misfit.correction
    to_do = f"chronicle correct undo {one.id}"
    flagged = ({"flag": MISFIT, "meaning": misfit.why, "to_do": to_do},)
    return Doubt(one.event, None, (MISFIT,), f"{told(one)}: {misfit.why}", to_do, flagged)


def blanks(doubt: Doubt) -> tuple[str, ...]:
    """What in its commands is still to be filled in: `("NAME",)`."""
    named = (each for one in doubt.flagged if one["flag"] in NAMED for each in NAMED[one["flag"]].blanks)
    left = {word for one in doubt.flagged for word in one["to_do"].split()}
    return tuple(dict.fromkeys(word for word in named if word in left))


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
