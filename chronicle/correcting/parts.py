"""Parts of a correction as they are said: an actor's role, office and country, a venue's place; what may be merged."""

from chronicle.correcting.naming import Values
from chronicle.errors import UsageError
from chronicle.model import Role
from chronicle.model.correction import EVERYWHERE
from chronicle.querying.names import find_countries
from chronicle.storing import Database
from chronicle.storing.applying import Identities, identity
from chronicle.storing.kept import all_corrections


def part_of(role: Role | None, office: str | None, country: str | None) -> Values:
    """What is said of an actor's part; an empty office means none."""
    part: Values = {}
    if role is not None:
        part["role"] = role.value
    if office is not None:
        part["office"] = office.strip() or None
    if country is not None:
        part["country"] = code_of(country)
    return part


def code_of(country: str | None) -> str | None:
    """Of a country by name or code."""
    return None if country is None else find_countries(country)[0]


def at(place: Values, latitude: float | None, longitude: float | None) -> Values:
    """The place with the degrees that are given."""
    degrees = {"latitude": latitude, "longitude": longitude}
    return {**place, **{name: value for name, value in degrees.items() if value is not None}}


def check_merge(db: Database, key: str, into: str, name: str, into_name: str) -> None:
    """UsageError for an actor merged into itself, straight away or by way of others."""
    identities = Identities()
    for one in all_corrections(db):
        if one.act in EVERYWHERE:
            identities.add(one)
    if key == into:
        raise UsageError(f"{name} and {into_name}: are one already")
    met = {into}
    while (merge := identities.merges.get(into)) is not None and (into := identity(merge.given)) not in met:
        met.add(into)
    if key in met:
        raise UsageError(f"{into_name}: was merged into {name} before; undo that first")
