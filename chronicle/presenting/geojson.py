"""GeoJSON (RFC 7946): a feature for each event and venue; one without geometry where no place is known."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from chronicle.model import Event, Venue
from chronicle.presenting.citation import reference
from chronicle.presenting.columns import countries, participants
from chronicle.presenting.jsonl import encode
from chronicle.presenting.record import iso


def write(events: Iterable[Event], file: TextIO) -> None:
    file.write('{"type": "FeatureCollection", "features": [')
    before = "\n"
    for event in events:
        for feature in features(event):
            file.write(before + encode(feature))
            before = ",\n"
    file.write("\n]}\n")


def features(event: Event) -> Iterator[dict[str, Any]]:
    told = _told(event)
    for number, venue in enumerate(event.venues, start=1):
        yield _feature(f"{event.id}.{number}", venue, told)
    if not event.venues:
        yield _feature(f"{event.id}", None, told)


def _feature(key: str, venue: Venue | None, told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": key, "geometry": _point(venue), "properties": {**told, **_place(venue)}}


def _point(venue: Venue | None) -> dict[str, Any] | None:
    """Longitude first, as the format has it."""
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return {"type": "Point", "coordinates": [venue.longitude, venue.latitude]}


def _told(event: Event) -> dict[str, Any]:
    """Flat, because maps show properties as a table."""
    when, source = event.date, event.source
    return {
        "event": event.id,
        "start": iso(when.start),
        "end": iso(when.end),
        "precision": when.precision.value,
        "approximate": when.approximate,
        "edtf": when.edtf,
        "date_text": when.text,
        "type": event.type.value,
        "mode": event.mode.value if event.mode else None,
        "plover": event.plover,
        "headline": event.headline,
        "text": event.text,
        "participants": list(participants(event)),
        "countries": list(countries(event)),
        "source": reference(source) if source else None,
        "source_id": source.id if source else None,
        "source_url": source.url if source else None,
    }


def _place(venue: Venue | None) -> dict[str, Any]:
    return {
        "venue": venue and venue.name,
        "venue_kind": venue and venue.kind.value,
        "venue_country": venue and venue.country,
        "venue_geonames": venue and venue.geonames,
        "venue_mention": venue and venue.mention,
    }
