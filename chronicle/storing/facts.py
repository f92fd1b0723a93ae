"""What the reference tables add to the actors and venues that are stored: aliases, terms, containing places.

Reads the CSV tables of data/README.md; a table or a column that is missing adds nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from chronicle.model import Participation, Venue, VenueKind
from chronicle.reference import table_rows
from chronicle.storing.names import fold


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """Dates as the table has them: a year, a month or a day, None for a blank."""

    office: str
    country: str | None
    addressee: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Place:
    venue: Venue
    aliases: tuple[str, ...]
    within: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """`aliases` and `terms` by the key of an actor, `places` by the key of a venue."""

    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    terms: dict[str, tuple[OfficeTerm, ...]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def actor_key(actor: Participation) -> str:
    """The gazetteer's id; for an actor unknown to it, its kind, name and country."""
    return actor.key or f"{actor.kind}:{fold(actor.name)}:{actor.country or ''}"


def venue_key(venue: Venue) -> str:
    return f"{venue.kind}:{fold(venue.name)}:{venue.country or ''}"


def load_facts(folders: Iterable[Path]) -> Facts:
    """The tables of the folders, later ones over earlier ones."""
    listed = list(folders)
    return Facts(_aliases(listed), _terms(listed), _places(listed))


def items(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _aliases(folders: list[Path]) -> dict[str, tuple[str, ...]]:
    found = {}
    for row in table_rows(folders, "people.csv"):
        parts = [row.get(column) for column in ("family", "aliases", "native")]
        found[row["id"]] = tuple(form for part in parts for form in items(part))
    for row in table_rows(folders, "organizations.csv"):
        found[row["id"]] = tuple(items(row.get("aliases")))
    return found


def _terms(folders: list[Path]) -> dict[str, tuple[OfficeTerm, ...]]:
    offices = {row["id"]: row["name"] for row in table_rows(folders, "offices.csv")}
    terms: dict[str, list[OfficeTerm]] = defaultdict(list)
    for row in table_rows(folders, "terms.csv"):
        office = offices.get(row["office"], row["office"])
        rest = (row.get(column) or None for column in ("country", "to", "start", "end"))
        terms[row["person"]].append(OfficeTerm(office, *rest))
    return {person: tuple(sorted(held, key=lambda t: t.start or "")) for person, held in terms.items()}


def _places(folders: list[Path]) -> dict[str, Place]:
    rows = {row["id"]: row for row in table_rows(folders, "venues.csv") if row["kind"] in set(VenueKind)}
    venues = {row_id: _venue(row) for row_id, row in rows.items()}
    places = {}
    for row_id, row in rows.items():
        within = venues.get(row.get("within") or "")
        key = venue_key(venues[row_id])
        places[key] = Place(venues[row_id], tuple(items(row.get("aliases"))), venue_key(within) if within else None)
    return places


def _venue(row: dict[str, str]) -> Venue:
    return Venue(
        name=row["name"],
        kind=VenueKind(row["kind"]),
        country=row.get("country") or None,
        latitude=_degrees(row.get("latitude")),
        longitude=_degrees(row.get("longitude")),
        geonames=row.get("geonames") or None,
    )


def _degrees(cell: str | None) -> float | None:
    return float(cell) if cell else None
