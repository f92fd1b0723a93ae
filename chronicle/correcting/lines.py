"""Corrections as JSON Lines, one correction a line, in an order that makes small diffs (docs/corrections.md)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from chronicle.model.correction import Correction


def to_lines(corrections: Iterable[Correction]) -> Iterator[str]:
    """By event, and those of one event as they were made; what holds everywhere comes first."""
    for one in sorted(corrections, key=lambda one: (one.event or "", one.made)):
        yield json.dumps(to_record(one), ensure_ascii=False)


def to_record(one: Correction) -> dict[str, Any]:
    """The keys of a line, in their order; values that are absent are left out."""
    record = {
        "id": one.id,
        "event": one.event,
        "entry": one.entry,
        "act": one.act.value,
        "subject": one.subject,
        "name": one.name,
        "given": dict(one.given),
        "was": dict(one.was),
        "settles": list(one.settles),
        "note": one.note,
        "author": one.author,
        "made": one.made,
    }
    return {key: value for key, value in record.items() if value not in (None, {}, [])}
