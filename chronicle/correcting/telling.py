"""A correction in a few words, for lists and messages."""

from collections.abc import Mapping

from chronicle.model.correction import Act, Correction, Given


def told(one: Correction) -> str:
    given, was = one.given, one.was
    match one.act:
        case Act.TYPE | Act.MODE | Act.DATE:
            return f"{one.act}: {_change(str(one.act), given, was)}"
        case Act.ADD_ACTOR | Act.ADD_VENUE:
            return f"{one.act}: {_listed(given)}"
        case Act.REMOVE_ACTOR | Act.REMOVE_VENUE:
            return f"{one.act}: {one.name}"
        case Act.CHANGE_ACTOR | Act.CHANGE_VENUE:
            return f"{one.act}: {one.name}: {_changes(given, was)}"
        case Act.ACCEPT:
            return f"accept: {', '.join(one.settles) or 'as it is'}"
        case Act.MERGE:
            return f"merge: {one.name} is {given['name']}"
        case Act.ALIAS:
            return f"alias: {given['alias']} is {given['name']}"
        case Act.SAME:
            return f"same as {one.subject} ({one.name})"
        case Act.DIFFERENT:
            return f"not the same as {one.subject} ({one.name})"


def _change(name: str, given: Mapping[str, Given], was: Mapping[str, Given]) -> str:
    """A code of PLOVER is told where it alone is different."""
    old, new = (values.get(name) or "none" for values in (was, given))
    codes = [values.get("plover") or "none" for values in (was, given)]
    if old != new or not was:
        return f"{old} -> {new}"
    return f"{new}, as it is" if codes[0] == codes[1] else f"{new}, plover {codes[0]} -> {codes[1]}"


_SHOWN = ("name", "office", "country", "role", "kind")


def _listed(values: Mapping[str, Given]) -> str:
    return ", ".join(str(values[name]) for name in _SHOWN if values.get(name))


def _changes(given: Mapping[str, Given], was: Mapping[str, Given]) -> str:
    changed = [name for name in _SHOWN if name in given and given[name] != was.get(name)]
    return "; ".join(f"{name} {was.get(name) or 'none'} -> {given[name] or 'none'}" for name in changed) or "as it is"
