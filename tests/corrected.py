"""Corrections in few words, for the tests."""

from chronicle.correcting import Desk
from chronicle.model import ActorKind, Participation, Venue
from chronicle.model.correction import Given

Values = dict[str, Given]

DESK = Desk("ada", "2026-01-31T12:00:00Z")
LATER = Desk("ben", "2026-02-01T12:00:00Z", "seen in the ministry's own report")


def who(actor: Participation) -> Values:
    """The actor as corrections name it."""
    return {
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "wikidata": actor.wikidata,
    }


def new(name: str, country: str | None = None, kind: ActorKind = ActorKind.PERSON) -> Values:
    return {"key": None, "name": name, "kind": kind.value, "country": country, "wikidata": None}


def place(venue: Venue) -> Values:
    return {
        "name": venue.name,
        "kind": venue.kind.value,
        "country": venue.country,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "geonames": venue.geonames,
    }
