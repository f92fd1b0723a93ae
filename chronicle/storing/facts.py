"""What the reference tables add to the actors and venues that are stored: aliases, terms, containing places.

Reads the CSV tables of data/README.md; a table or a column that is missing adds nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from chronicle.model import Participation, Venue, VenueKind
from chronicle.reference import names_of_places, table_rows
from chronicle.storing.names import fold

Rows = list[dict[str, str]]


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
    """`aliases` and `terms` by the key of an actor, `places` by the key of a venue.

    `printed` are the forms of a state that are its names where they are printed: an alias once one is met.
    """

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[str, tuple[OfficeTerm, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_Fact = TypeVar("_Fact")


class _Asked(Mapping[str, _Fact]):
    """Facts made of the tables' rows when they are asked for: of thousands a document needs a few dozen."""

    def __init__(self, rows: dict[str, Rows], fact: Callable[[Rows], _Fact]) -> None:
        self.rows, self.fact = rows, fact

    def __getitem__(self, key: str) -> _Fact:
        return self.fact(self.rows[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def actor_key(actor: Participation) -> str:
    """The gazetteer's id; for an actor unknown to it, its kind, name and country."""
    return actor.key or f"{actor.kind}:{fold(actor.name)}:{actor.country or ''}"


def venue_key(venue: Venue) -> str:
    return f"{venue.kind}:{fold(venue.name)}:{venue.country or ''}"


def load_facts(folders: Iterable[Path]) -> Facts:
    """The tables of the folders, later ones over earlier ones."""
    listed = list(folders)
    return Facts(_aliases(listed), _terms(listed), _places(listed), _printed(listed))


def items(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _aliases(folders: list[Path]) -> Mapping[str, tuple[str, ...]]:
    people, bodies = table_rows(folders, "people.csv"), table_rows(folders, "organizations.csv")
    return _Asked({row["id"]: [row] for rows in (people, bodies) for row in rows}, _forms)


def _forms(rows: Rows) -> tuple[str, ...]:
    """What somebody, or a body, is called besides: a body's table has only the one column."""
    return tuple(form for row in rows for column in ("family", "aliases", "native") for form in items(row.get(column)))


_OF_A_STATE = ("official", "aliases", "demonyms", "people", "capital", "metonyms")


def _printed(folders: list[Path]) -> Mapping[str, tuple[str, ...]]:
    def forms(rows: Rows) -> tuple[str, ...]:
        return tuple(form for row in rows for column in _OF_A_STATE for form in items(row.get(column)))

    return _Asked({row["code"]: [row] for row in table_rows(folders, "states.csv")}, forms)


def _terms(folders: list[Path]) -> Mapping[str, tuple[OfficeTerm, ...]]:
    offices = {row["id"]: row["name"] for row in table_rows(folders, "offices.csv")}
    held: dict[str, Rows] = defaultdict(list)
    for row in table_rows(folders, "terms.csv"):
        held[row["person"]].append(row)

    def terms(rows: Rows) -> tuple[OfficeTerm, ...]:
        return tuple(sorted((_term(row, offices) for row in rows), key=lambda term: term.start or ""))

    return _Asked(dict(held), terms)


def _term(row: dict[str, str], offices: dict[str, str]) -> OfficeTerm:
    rest = (row.get(column) or None for column in ("country", "to", "start", "end"))
    return OfficeTerm(offices.get(row["office"], row["office"]), *rest)


def _places(folders: list[Path]) -> Mapping[str, Place]:
    kinds = set(VenueKind)
    names, listed = names_of_places(folders), table_rows(folders, "venues.csv")
    rows = {row["id"]: _named(row, names[row["id"]]) for row in listed if row["kind"] in kinds}

    def place(found: Rows) -> Place:
        [row] = found
        within = rows.get(row.get("within") or "")
        return Place(_venue(row), tuple(items(row.get("aliases"))), venue_key(_venue(within)) if within else None)

    return _Asked({venue_key(_venue(row)): [row] for row in rows.values()}, place)


def _named(row: dict[str, str], name: str) -> dict[str, str]:
    """A row under the name of its place; what the table calls it is an alias."""
    listed = "" if name == row["name"] else row["name"]
    return {**row, "name": name, "aliases": f"{listed};{row.get('aliases') or ''}"}


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
