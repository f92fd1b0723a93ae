"""Parts of a correction as they are said: an actor's part, a venue's place."""

from chronicle.correcting.naming import Values
from chronicle.correcting.values import LIMITS, are_degrees
from chronicle.errors import UsageError
from chronicle.model import Role
from chronicle.querying.names import find_countries


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
    """Of a country by name or code; UsageError for several."""
    codes = () if country is None else find_countries(country)
    if len(codes) > 1:
        raise UsageError(f"country {country!r}: is several: {', '.join(codes)}; name one")
    return codes[0] if codes else None


def at(place: Values, latitude: float | None, longitude: float | None) -> Values:
    """The place with the degrees that are given; UsageError for one of them without the other, and for what is none."""
    if (latitude is None) != (longitude is None):
        given, lacking = ("latitude", "longitude") if longitude is None else ("longitude", "latitude")
        raise UsageError(f"{given} of {place['name']}: needs a {lacking}; give both, or neither")
    degrees = {"latitude": latitude, "longitude": longitude}
    stated = {name: value for name, value in degrees.items() if value is not None}
    for name, value in stated.items():
        if not are_degrees(name, value):
            limit = LIMITS[name]
            raise UsageError(f"{name} of {place['name']}: {value} is none; give degrees from -{limit} to {limit}")
    return {**place, **stated}
