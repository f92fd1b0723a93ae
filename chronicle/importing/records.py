"""A record (docs/record.md) to the event that it was made of; what cannot be one is refused with the reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from chronicle.model import (
    ActorKind,
    Event,
    EventDate,
    EventType,
    Link,
    Location,
    Mode,
    Participation,
    Precision,
    Role,
    Source,
    Venue,
    VenueKind,
)

Values = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)
Made = TypeVar("Made")

# Ids are typed by users, in small letters; none that `ingest` gives is longer.
_ID = re.compile(r"[0-9a-z]{1,32}")
_COUNTRY = re.compile("[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What the database holds of a number.
_MOST = 2**31


class RefusedRow(ValueError):
    """Why a row is no event of ours."""


def event_of(record: Values) -> Event:
    """Raises RefusedRow. What may be null may be missing; what docs/record.md does not name is passed over."""
    return Event(
        ordinal=_number(record, "ordinal"),
        location=_location(_object(record, "location")),
        date=_date(_object(record, "date")),
        headline=_text(record, "headline"),
        text=_text(record, "text"),
        type=_word(record, "type", EventType),
        mode=_word(record, "mode", Mode) if record.get("mode") is not None else None,
        actors=_objects(record, "actors", _actor),
        venues=_objects(record, "venues", _venue),
        links=_objects(record, "links", _link),
        flags=_texts(record, "flags"),
        id=_id(record, "id"),
        source=_source(_object(record, "source")),
        plover=_maybe(record, "plover"),
    )


def _source(values: Values) -> Source:
    names = ("title", "publication", "volume", "number", "published", "relation", "section", "url")
    told: dict[str, Any] = {name: _maybe(values, name) for name in names}
    return Source(id=_id(values, "id"), file=_text(values, "file"), authors=_texts(values, "authors"), **told)


def _location(values: Values) -> Location:
    page, line = (_number(values, name) if values.get(name) is not None else None for name in ("page", "line"))
    start, end = _number(values, "start"), _number(values, "end")
    if start > end:
        raise RefusedRow(f"location: it ends at {end}, before it begins at {start}")
    return Location(start, end, page, line)


def _date(values: Values) -> EventDate:
    made = EventDate(
        text=_text(values, "text"),
        start=_day(values, "start"),
        end=_day(values, "end"),
        precision=_word(values, "precision", Precision),
        approximate=_truth(values, "approximate"),
    )
    if (made.start is None) != (made.end is None) or (made.start is None) != (made.precision is Precision.INVALID):
        raise RefusedRow("date: start and end are both there, or precision is invalid")
    if made.start and made.end and made.start > made.end:
        raise RefusedRow(f"date: begins on {made.start}, after it ends on {made.end}")
    if values.get("edtf") not in (None, made.edtf):
        raise RefusedRow(f"date: edtf is {values['edtf']!r}, and the days say {made.edtf}")
    return made


def _actor(values: Values) -> Participation:
    return Participation(
        name=_name(values),
        kind=_word(values, "kind", ActorKind),
        role=_word(values, "role", Role),
        country=_shaped(values, "country", _COUNTRY, "country code, such as CN"),
        office=_maybe(values, "office"),
        inferred=_truth(values, "inferred"),
        mention=_maybe(values, "mention"),
        wikidata=_shaped(values, "wikidata", _WIKIDATA, "Wikidata item, such as Q7747"),
    )


def _venue(values: Values) -> Venue:
    return Venue(
        name=_name(values),
        kind=_word(values, "kind", VenueKind),
        country=_shaped(values, "country", _COUNTRY, "country code, such as CN"),
        latitude=_degrees(values, "latitude", 90),
        longitude=_degrees(values, "longitude", 180),
        geonames=_maybe(values, "geonames"),
        mention=_maybe(values, "mention"),
    )


def _link(values: Values) -> Link:
    return Link(_text(values, "text"), _text(values, "url"))


# --- one value each


def _id(values: Values, name: str) -> str:
    found = _text(values, name)
    if not _ID.fullmatch(found):
        raise RefusedRow(f"{name}: {found!r} is no id; ids are small letters and digits")
    return found


def _name(values: Values) -> str:
    found = _text(values, "name")
    if not found.strip():
        raise RefusedRow("name: is empty")
    return found


def _shaped(values: Values, name: str, shape: re.Pattern[str], what: str) -> str | None:
    found = _maybe(values, name)
    if found is not None and not shape.fullmatch(found):
        raise RefusedRow(f"{name}: {_shown(found)} is no {what}")
    return found


def _text(values: Values, name: str) -> str:
    return _as_text(name, values.get(name))


def _as_text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise RefusedRow(f"{name}: {_shown(value)} is no text")
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise RefusedRow(f"{name}: holds half a sign, which no text can")
    return value


def _maybe(values: Values, name: str) -> str | None:
    return None if values.get(name) is None else _text(values, name)


def _texts(values: Values, name: str) -> tuple[str, ...]:
    return tuple(_as_text(name, value) for value in _list(values, name))


def _list(values: Values, name: str) -> list[Any]:
    found = values.get(name)
    if not isinstance(found, list | None):
        raise RefusedRow(f"{name}: {_shown(found)} is no array")
    return found or []


def _object(values: Values, name: str) -> Values:
    found = values.get(name)
    if not isinstance(found, dict):
        raise RefusedRow(f"{name}: {_shown(found)} is no object")
    return found


def _objects(values: Values, name: str, make: Callable[[Values], Made]) -> tuple[Made, ...]:
    return tuple(_made(name, each, make) for each in _list(values, name))


def _made(name: str, value: Any, make: Callable[[Values], Made]) -> Made:
    if not isinstance(value, dict):
        raise RefusedRow(f"{name}: {_shown(value)} is no object")
    try:
        return make(value)
    except RefusedRow as refused:
        raise RefusedRow(f"{name}: {refused}") from None


def _word(values: Values, name: str, words: type[Word]) -> Word:
    found = values.get(name)
    try:
        return words(str(found))
    except ValueError:
        raise RefusedRow(f"{name}: {_shown(found)} is none of {', '.join(words)}") from None


def _number(values: Values, name: str) -> int:
    found = values.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < _MOST:
        raise RefusedRow(f"{name}: {_shown(found)} is no whole number from 0 up")
    return found


def _degrees(values: Values, name: str, most: int) -> float | None:
    found = values.get(name)
    if found is None:
        return None
    if not isinstance(found, int | float) or isinstance(found, bool) or not -most <= found <= most:
        raise RefusedRow(f"{name}: {_shown(found)} is no number from -{most} to {most}")
    return float(found)


def _truth(values: Values, name: str) -> bool:
    found = values.get(name)
    if not isinstance(found, bool):
        raise RefusedRow(f"{name}: {_shown(found)} is neither true nor false")
    return found


def _day(values: Values, name: str) -> date | None:
    found = _maybe(values, name)
    if found is not None and not _DAY.fullmatch(found):
        raise RefusedRow(f"{name}: {found!r} is no day")
    try:
        return None if found is None else date.fromisoformat(found)
    except ValueError:
        raise RefusedRow(f"{name}: {found!r} is no day") from None


def _shown(value: Any) -> str:
    """Absent, or the beginning of what is there."""
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
