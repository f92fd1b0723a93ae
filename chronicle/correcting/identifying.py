"""Ids of corrections: made of all that the line says, the same on every machine."""

import json
from dataclasses import replace

from chronicle.model.correction import Correction
from chronicle.storing.identity import short_hash

ID_LENGTH = 8


def identified(one: Correction) -> Correction:
    """The correction under the id that is made of all else that it says."""
    return replace(one, id=_own(one))


def has_own_id(one: Correction) -> bool:
    """Whether the id is made of what the correction says, by this version or by an earlier one."""
    return one.id in (_own(one), _of_earlier_versions(one))


def _own(one: Correction) -> str:
    said = (
        one.act.value, one.event, one.subject, one.name, dict(one.given), dict(one.was), list(one.settles), one.entry,
        one.note, one.author, one.made,
    )  # fmt: skip
    return _hashed(said)


def _of_earlier_versions(one: Correction) -> str | None:
    """Without what was before, the entry and the note; they told time in whole seconds."""
    if "." in one.made:
        return None
    said = (one.act.value, one.event, one.subject, one.name, dict(one.given), list(one.settles), one.author, one.made)
    return _hashed(said)


def _hashed(said: tuple[object, ...]) -> str:
    return short_hash([json.dumps(said, ensure_ascii=False, sort_keys=True)], ID_LENGTH)
