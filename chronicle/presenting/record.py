"""The event record: what every export is made of (docs/record.md)."""

from dataclasses import fields
from datetime import date
from typing import Any

from chronicle.model import Event, EventDate, Link, Location, Participation, Source, Venue

Record = dict[str, Any]


def record(event: Event) -> Record:
    """The event as a dict of plain values, its keys in the documented order, absent values None."""
    return {
        "id": event.id,
        "source": source_record(event.source),
        "ordinal": event.ordinal,
        "location": _location(event.location),
        "date": _date(event.date),
        "headline": event.headline,
        "text": event.text,
        "type": event.type.value,
        "plover": event.plover,
        "mode": event.mode.value if event.mode else None,
        "actors": [_actor(actor) for actor in event.actors],
        "venues": [_venue(venue) for venue in event.venues],
        "links": [_link(link) for link in event.links],
        "flags": list(event.flags),
    }


SOURCE_KEYS = tuple(field.name for field in fields(Source))


def source_record(source: Source | None) -> Record:
    """The source as a dict; of an event that is not stored yet, all values are None, authors empty."""
    values: Record = {key: getattr(source, key, None) for key in SOURCE_KEYS}
    values["authors"] = list(values["authors"] or ())
    return values


def _location(location: Location) -> Record:
    return {"start": location.start, "end": location.end, "page": location.page, "line": location.line}


def _date(when: EventDate) -> Record:
    return {
        "text": when.text,
        "start": iso(when.start),
        "end": iso(when.end),
        "precision": when.precision.value,
        "approximate": when.approximate,
        "edtf": when.edtf,
    }


def _actor(actor: Participation) -> Record:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "office": actor.office,
        "role": actor.role.value,
        "inferred": actor.inferred,
        "mention": actor.mention,
        "wikidata": actor.wikidata,
    }


def _venue(venue: Venue) -> Record:
    return {
        "name": venue.name,
        "country": venue.country,
        "kind": venue.kind.value,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "geonames": venue.geonames,
        "mention": venue.mention,
    }


def _link(link: Link) -> Record:
    return {"text": link.text, "url": link.url}


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
