"""Lines of a text file back to corrections, each checked before anything is kept."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from chronicle.errors import UsageError
from chronicle.model import ActorKind, EventType, Mode, Precision, Role, VenueKind
from chronicle.model.correction import EVERYWHERE, PAIRS, Act, Correction
from chronicle.model.edtf import dated
from chronicle.model.objects import each_once
from chronicle.storing.names import fold

_KEYS = frozenset("id event entry act subject name given was settles note author made".split())
_ALWAYS = ("id", "author", "made")
_TEXTS = ("event", "entry", "subject", "name", "note")
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")

# What has to be given for each act, besides what may be.
_NEEDED = {
    Act.TYPE: {"type"},
    Act.MODE: {"mode"},
    Act.DATE: {"date"},
    Act.ADD_ACTOR: {"name", "kind"},
    Act.ADD_VENUE: {"name", "kind"},
    Act.CHANGE_VENUE: {"name", "kind"},
    Act.MERGE: {"name", "kind"},
    Act.ALIAS: {"name", "kind", "alias"},
}
_WITH_SUBJECT = frozenset(
    {Act.CHANGE_ACTOR, Act.REMOVE_ACTOR, Act.CHANGE_VENUE, Act.REMOVE_VENUE, Act.MERGE, Act.ALIAS, *PAIRS}
)
_VENUES = frozenset({Act.ADD_VENUE, Act.CHANGE_VENUE})
_VALUES: dict[str, Callable[[Any], object]] = {
    "type": EventType,
    "mode": lambda value: value is None or Mode(value),
    "date": lambda value: dated(value, ""),
    "precision": Precision,
    "role": Role,
    "latitude": lambda value: value is None or float(value),
    "longitude": lambda value: value is None or float(value),
}


def from_lines(lines: Iterable[str], file: str) -> list[Correction]:
    """The corrections of a file in its order; blank lines count for nothing.

    UsageError names the line of the first that is none, and what is wrong with it.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_correction(json.loads(line, object_pairs_hook=each_once)))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
                raise UsageError(
                    f"{file}:{number}: is no correction: {what}; see `chronicle docs corrections`"
                ) from None
    return found


def _correction(line: dict[str, Any]) -> Correction:
    if not isinstance(line, dict) or not line.keys() <= _KEYS:
        raise ValueError("keys other than " + ", ".join(sorted(_KEYS)))
    act = Act(line["act"])
    given, was = (dict(line.get(name, {})) for name in ("given", "was"))
    texts = [line.get(name) for name in _TEXTS]
    for name in _ALWAYS:
        if not isinstance(line[name], str) or not line[name]:
            raise ValueError(f"{name} has to be a text")
    if not all(text is None or isinstance(text, str) for text in texts):
        raise ValueError(f"{', '.join(_TEXTS)} have to be texts")
    _check(act, line, given)
    event, entry, subject, called, note = texts
    settles = tuple(str(flag) for flag in line.get("settles", ()))
    return Correction(
        line["id"], act, line["author"], line["made"], event, subject, called, given, was, settles, entry, note
    )


def _check(act: Act, line: dict[str, Any], given: dict[str, Any]) -> None:
    if (act in EVERYWHERE) == bool(line.get("event")):
        raise ValueError(f"{act} is {'for all events' if act in EVERYWHERE else 'for one event'}")
    if act in _WITH_SUBJECT and not (line.get("subject") and line.get("name")):
        raise ValueError(f"{act} needs a subject and its name")
    if act in PAIRS and line["event"] == line["subject"]:
        raise ValueError(f"{act} needs two events")
    if not _MADE.fullmatch(line["made"]):
        raise ValueError(f"made {line['made']!r} is no time of the form 2026-01-31T12:00:00Z")
    missing = _NEEDED.get(act, set()) - given.keys()
    if missing:
        raise ValueError(f"{act} needs {', '.join(sorted(missing))}")
    for name, value in given.items():
        _VALUES.get(name, _as_text)(value)
    for name in ("name", "alias"):
        if name in given and not fold(given[name] or ""):
            raise ValueError(f"{name} {given[name]!r} is none; it needs letters or digits")
    if act is Act.CHANGE_ACTOR and "name" in given and "kind" not in given:
        raise ValueError("who it is needs a kind")
    if "kind" in given:
        (VenueKind if act in _VENUES else ActorKind)(given["kind"])


def _as_text(value: Any) -> None:
    if not (value is None or isinstance(value, str)):
        raise ValueError(f"{value!r} is no text")
