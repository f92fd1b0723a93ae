"""JSON-LD of schema.org Events. The context stands in the file: nothing has to be fetched to read it."""

from collections.abc import Iterable
from typing import Any, TextIO

from chronicle.model import ActorKind, Event, Mode, Participation, Role, Source, Venue
from chronicle.presenting.jsonl import encode
from chronicle.presenting.record import iso

# What of a value is a day or an address and not a text.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
    "sameAs": {"@type": "@id"},
    "eventAttendanceMode": {"@type": "@id"},
}
_TYPES = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country", ActorKind.ORGANIZATION: "Organization"}
_MODES = {Mode.IN_PERSON: "Offline", Mode.VIDEO: "Online", Mode.PHONE: "Online", Mode.HYBRID: "Mixed"}


def write(events: Iterable[Event], file: TextIO) -> None:
    file.write(f'{{"@context": {encode(CONTEXT)}, "@graph": [')
    before = "\n"
    for event in events:
        file.write(before + encode(node(event)))
        before = ",\n"
    file.write("\n]}\n")


def node(event: Event) -> dict[str, Any]:
    when = event.date
    return _known(
        {
            "@type": "Event",
            "@id": f"urn:chronicle:event:{event.id}",
            "identifier": event.id,
            "name": event.headline,
            "description": event.text,
            "startDate": iso(when.start),
            "endDate": iso(when.end),
            "temporalCoverage": when.edtf or when.text,
            "keywords": [event.type.value, *([event.plover] if event.plover else [])],
            "eventAttendanceMode": _attendance(event.mode),
            "location": list(map(_place, event.venues)),
            "attendee": [_actor(actor) for actor in event.actors if actor.role is Role.PARTICIPANT],
            "about": [_actor(actor) for actor in event.actors if actor.role is Role.MENTIONED],
            "subjectOf": event.source and _article(event.source),
        }
    )


def _attendance(mode: Mode | None) -> str | None:
    """None for letters, which nobody attends."""
    return f"https://schema.org/{_MODES[mode]}EventAttendanceMode" if mode in _MODES else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is absent, as JSON-LD has it."""
    return {name: value for name, value in values.items() if value not in (None, [])}


def _actor(actor: Participation) -> dict[str, Any]:
    return _known(
        {
            "@type": _TYPES[actor.kind],
            "name": actor.name,
            "jobTitle": actor.office,
            "nationality": actor.country and {"@type": "Country", "identifier": actor.country},
            "sameAs": actor.wikidata and f"http://www.wikidata.org/entity/{actor.wikidata}",
        }
    )


def _place(venue: Venue) -> dict[str, Any]:
    has_point = venue.latitude is not None and venue.longitude is not None
    point = {"@type": "GeoCoordinates", "latitude": venue.latitude, "longitude": venue.longitude}
    return _known(
        {
            "@type": "Place",
            "name": venue.name,
            "address": venue.country and {"@type": "PostalAddress", "addressCountry": venue.country},
            "geo": point if has_point else None,
            "sameAs": venue.geonames and f"https://sws.geonames.org/{venue.geonames}/",
        }
    )


def _article(source: Source) -> dict[str, Any]:
    return _known(
        {
            "@type": "Article",
            "@id": f"urn:chronicle:document:{source.id}",
            "name": source.title or source.file,
            "author": [{"@type": "Person", "name": author} for author in source.authors],
            "datePublished": source.published,
            "isPartOf": _issue(source),
            "articleSection": source.section,
            "url": source.url,
        }
    )


def _issue(source: Source) -> dict[str, Any] | None:
    """The issue in its volume in its journal, as far as they are known."""
    issue = _known({"@type": "PublicationIssue", "issueNumber": source.number})
    volume = _known({"@type": "PublicationVolume", "volumeNumber": source.volume})
    journal = {"@type": "Periodical", "name": source.publication} if source.publication else None
    if journal is None:
        return None
    return {**issue, "isPartOf": {**volume, "isPartOf": journal}}
