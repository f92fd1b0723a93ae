"""Lines of a text file back to corrections, each checked before anything is kept."""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from chronicle.correcting.identifying import has_own_id, identified
from chronicle.correcting.values import LIMITS, check_given
from chronicle.errors import UsageError
from chronicle.model.correction import EVERYWHERE, PAIRS, Act, Correction
from chronicle.model.objects import each_once

_KEYS = frozenset("id event entry act subject name given was settles note author made".split())
_ALWAYS = ("author", "made")
_TEXTS = ("id", "event", "entry", "subject", "name", "note")
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")

_WITH_SUBJECT = frozenset(
    {Act.CHANGE_ACTOR, Act.REMOVE_ACTOR, Act.CHANGE_VENUE, Act.REMOVE_VENUE, Act.MERGE, Act.ALIAS, *PAIRS}
)


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
    """Of a line without an id it is made: somebody has written or changed the line by hand."""
    if not isinstance(line, dict) or not line.keys() <= _KEYS:
        raise ValueError("keys other than " + ", ".join(sorted(_KEYS)))
    act = Act(line["act"])
    given, was = (_with_floats(_object(line, name)) for name in ("given", "was"))
    texts = [line.get(name) for name in _TEXTS]
    for name in _ALWAYS:
        if not isinstance(line[name], str) or not line[name].strip():
            raise ValueError(f"{name} has to be a text")
    if not all(text is None or isinstance(text, str) for text in texts):
        raise ValueError(f"{', '.join(_TEXTS)} have to be texts")
    _check(act, line, given)
    key, event, entry, subject, called, note = texts
    one = Correction(
        key or "", act, line["author"], line["made"], event, subject, called, given, was, _flags(line), entry, note
    )
    if key is None:
        return identified(one)
    if not has_own_id(one):
        raise ValueError(
            f"id {key!r} is not made of what the line says, which was changed; take the id out and it is made anew"
        )
    return one


def _object(line: dict[str, Any], name: str) -> dict[str, Any]:
    found = line.get(name, {})
    if not isinstance(found, dict):
        raise ValueError(f"{name} has to be an object")
    return found


def _with_floats(values: dict[str, Any]) -> dict[str, Any]:
    """Degrees as they were written: other programs make `40` of `40.0`, and the id is made of them."""
    return {name: float(value) if name in LIMITS and type(value) is int else value for name, value in values.items()}


def _flags(line: dict[str, Any]) -> tuple[str, ...]:
    found = line.get("settles", [])
    if not isinstance(found, list) or not all(isinstance(flag, str) for flag in found):
        raise ValueError("settles has to be a list of texts")
    return tuple(found)


def _check(act: Act, line: dict[str, Any], given: dict[str, Any]) -> None:
    if (act in EVERYWHERE) == bool(line.get("event")):
        raise ValueError(f"{act} is {'for all events' if act in EVERYWHERE else 'for one event'}")
    if act in _WITH_SUBJECT and not (line.get("subject") and line.get("name")):
        raise ValueError(f"{act} needs a subject and its name")
    if act in PAIRS and line["event"] == line["subject"]:
        raise ValueError(f"{act} needs two events")
    if not _is_time(line["made"]):
        raise ValueError(f"made {line['made']!r} is no time of the form 2026-01-31T12:00:00Z")
    check_given(act, given)


def _is_time(made: str) -> bool:
    if not _MADE.fullmatch(made):
        return False
    datetime.fromisoformat(made)
    return True
