"""Corrected events as the program found them: kept beside the corrected rows, as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

from chronicle.model import (
    ActorKind,
    Event,
    EventDate,
    EventType,
    Mode,
    Participation,
    Precision,
    Role,
    Venue,
    VenueKind,
)
from chronicle.storing.database import Database
from chronicle.storing.facts import actor_key
from chronicle.storing.load import Loader, numbered

_FOUND = "SELECT event_id, content FROM found WHERE event_id IN ({})"

_FOUND_WITH = "SELECT content FROM found WHERE content LIKE :name"

_ACTOR = frozenset(field.name for field in fields(Participation))
_VENUE = frozenset(field.name for field in fields(Venue))


def content(event: Event) -> str:
    """What a correction may change of an event."""
    values = {
        "date": [_day(event.date.start), _day(event.date.end), event.date.precision, event.date.approximate],
        "type": event.type,
        "plover": event.plover,
        "mode": event.mode,
        "actors": list(map(_values, event.actors)),
        "venues": list(map(_values, event.venues)),
        "flags": event.flags,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _values(value: Participation | Venue) -> dict[str, Any]:
    """What the database keeps of it: the rule and a venue's row in the tables are told by coding it again."""
    untold = {"rule", "key"} if isinstance(value, Venue) else {"rule"}
    return {name: known for name, known in asdict(value).items() if known is not None and name not in untold}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def with_content(event: Event, stored: str) -> Event:
    """The event with what `content` has kept of it."""
    kept = json.loads(stored)
    return replace(
        event,
        date=_date(event.date.text, *kept["date"]),
        type=EventType(kept["type"]),
        plover=kept["plover"],
        mode=kept["mode"] and Mode(kept["mode"]),
        actors=tuple(map(_actor, kept["actors"])),
        venues=tuple(map(_venue, kept["venues"])),
        flags=tuple(kept["flags"]),
    )


def _date(text: str, start: str | None, end: str | None, precision: str, approximate: bool) -> EventDate:
    first, last = (None if day is None else date.fromisoformat(day) for day in (start, end))
    return EventDate(text, first, last, Precision(precision), approximate)


def _actor(values: Mapping[str, Any]) -> Participation:
    known = {name: value for name, value in values.items() if name in _ACTOR}
    return Participation(**{**known, "kind": ActorKind(values["kind"]), "role": Role(values["role"])})


def _venue(values: Mapping[str, Any]) -> Venue:
    known = {name: value for name, value in values.items() if name in _VENUE}
    return Venue(**{**known, "kind": VenueKind(values["kind"])})


def found_events(db: Database, numbers: Sequence[int]) -> list[Event]:
    """The events with these numbers as the program found them, corrected or not."""
    if not numbers:
        return []
    kept = stored_content(db, numbers)
    events = Loader(db).events(numbers)
    if not kept:
        return events
    present = _present(db, numbers) if len(events) < len(numbers) else numbers
    return [
        with_content(event, kept[number]) if number in kept else event
        for number, event in zip(present, events, strict=True)
    ]


def stored_content(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    """What was found, by the number of the event, of those that are corrected."""
    return {row[0]: row[1] for row in db.rows(numbered(_FOUND, numbers))}


def found_mentions(db: Database, key: str, name: str) -> list[str]:
    """What corrected events print for this actor, also where a correction has it in one with others."""
    rows = db.rows(_FOUND_WITH, {"name": f"%{json.dumps(name, ensure_ascii=False)}%"})
    actors = (_actor(values) for row in rows for values in json.loads(row[0])["actors"])
    printed = (one.mention for one in actors if actor_key(one) == key and not one.inferred)
    return sorted({mention for mention in printed if mention})


def _present(db: Database, numbers: Sequence[int]) -> list[int]:
    there = {row[0] for row in db.rows(numbered("SELECT id FROM events WHERE id IN ({})", numbers))}
    return [number for number in numbers if number in there]
