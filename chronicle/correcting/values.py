"""What the values of a correction may be, whichever way they come."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from chronicle.model import ActorKind, EventType, Mode, Precision, Role, VenueKind
from chronicle.model.correction import Act
from chronicle.model.edtf import dated
from chronicle.model.plover import codes
from chronicle.querying import states
from chronicle.storing.names import fold

LIMITS = {"latitude": 90, "longitude": 180}
# Officials of the Union have it, and it is no state's.
_NO_STATE = "EU"

_WHO = frozenset({"key", "name", "kind", "country", "wikidata"})
_PART = frozenset({"office", "role", "country"})
_PLACE = frozenset({"name", "kind", "country", "geonames", *LIMITS})

# What can be given for each act.
_KNOWN = {
    Act.TYPE: frozenset({"type", "plover"}),
    Act.MODE: frozenset({"mode"}),
    Act.DATE: frozenset({"date", "precision"}),
    Act.ADD_ACTOR: _WHO | _PART,
    Act.CHANGE_ACTOR: _WHO | _PART,
    Act.ADD_VENUE: _PLACE,
    Act.CHANGE_VENUE: _PLACE,
    Act.MERGE: _WHO,
    Act.ALIAS: _WHO | {"alias"},
}
# What has to be.
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
_VENUES = frozenset({Act.ADD_VENUE, Act.CHANGE_VENUE})


def are_degrees(name: str, value: float) -> bool:
    """Whether it is a latitude, or a longitude; a limit on a number lets `nan` through."""
    return isfinite(value) and abs(value) <= LIMITS[name]


def check_given(act: Act, given: Mapping[str, Any]) -> None:
    """ValueError, TypeError or AttributeError for values that no such correction has: `correct` makes none of them."""
    missing = _NEEDED.get(act, set()) - given.keys()
    if missing:
        raise ValueError(f"{act} needs {', '.join(sorted(missing))}")
    odd = given.keys() - _KNOWN.get(act, frozenset())
    if odd:
        raise ValueError(f"{act} gives no {', '.join(sorted(odd))}")
    for name, value in given.items():
        _CHECKS.get(name, _check_text)(name, value)
    for name in ("name", "alias"):
        if name in given and not fold(given[name] or ""):
            raise ValueError(f"{name} {given[name]!r} is none; it needs letters or digits")
    if act is Act.CHANGE_ACTOR and "name" in given and "kind" not in given:
        raise ValueError("who it is needs a kind")
    if "kind" in given:
        (VenueKind if act in _VENUES else ActorKind)(given["kind"])
    _check_together(act, given)


def _check_together(act: Act, given: Mapping[str, Any]) -> None:
    """What is right by itself and wrong beside another value."""
    code = given.get("plover")
    if code is not None and code not in codes(EventType(given["type"])):
        known = ", ".join(codes(EventType(given["type"])))
        takes = f"takes {known}" if known else "has none"
        raise ValueError(f"plover {code!r} is none of {given['type']}, which {takes}")
    if "precision" in given:
        stated = dated(given["date"], "").precision
        if given["precision"] != stated:
            raise ValueError(f"precision {given['precision']!r} is not that of {given['date']}, which is {stated}")
    degrees = [given.get(name) for name in LIMITS]
    if act in _VENUES and (degrees[0] is None) != (degrees[1] is None):
        raise ValueError(f"one of {' and '.join(LIMITS)} without the other")


# --- one value each


def _check_text(name: str, value: Any) -> None:
    if not (value is None or isinstance(value, str)):
        raise ValueError(f"{name} {value!r} is no text")


def _check_country(name: str, value: Any) -> None:
    _check_text(name, value)
    if value not in (None, _NO_STATE) and states.by_code(value) != (value,):
        raise ValueError(f"country {value!r} is no code of states.csv, such as CN")


def _check_number(name: str, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} {value!r} is no number")
    if not are_degrees(name, value):
        raise ValueError(f"{name} {value} is none; it goes from -{LIMITS[name]} to {LIMITS[name]}")


_CHECKS: dict[str, Callable[[str, Any], object]] = {
    "type": lambda _, value: EventType(value),
    "mode": lambda _, value: value is None or Mode(value),
    "date": lambda _, value: dated(value, ""),
    "precision": lambda _, value: Precision(value),
    "role": lambda _, value: Role(value),
    "country": _check_country,
    "latitude": _check_number,
    "longitude": _check_number,
}
