"""Bodies within the names of offices: the party of `LDP secretary general`, the company of `Gazprom CEO`."""

from collections.abc import Iterator

from chronicle.extracting.bodies import add_body
from chronicle.extracting.gazetteer import Body, Office, Reading, Sort
from chronicle.extracting.mention import PERSON, Mention
from chronicle.extracting.scene import Found, Scene


def add_bodies_of_offices(scene: Scene, found: Found, mention: Mention) -> None:
    """The bodies that the offices of a title are called after; not the ministry of its minister.

    Of a ministry without a state that of whoever bears the title, who is in `found`.
    """
    country = next(iter(mention.countries), None) or _country_of_bearer(scene, found, mention)
    for first, last in _titles(mention):
        for i, end, offices in _offices_within(scene, first, last):
            for at in range(end - 1, i, -1):
                body = _body_called(scene, i, at, offices, country)
                if body is not None:
                    add_body(scene, found, body, i, at, scene.role(mention.first))
                    break


def _country_of_bearer(scene: Scene, found: Found, mention: Mention) -> str | None:
    printed = scene.words.span(mention.first, mention.last)
    return next((actor.country for actor in found.actors.values() if actor.mention == printed), None)


def _titles(mention: Mention) -> list[tuple[int, int]]:
    """Where the titles of a mention stand: before a name and behind it."""
    if mention.kind != PERSON:
        return [(mention.first, mention.last)]
    return [(mention.first, mention.core.first), (mention.core.last, mention.last)]


def _offices_within(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int, list[Office]]]:
    """The names of offices of several words between two words, and which offices each may mean."""
    i = first
    while i < last:
        end, offices = _office_at(scene, i, last)
        if offices and scene.words.forms[i][0].isupper():
            yield i, end, offices
        i = max(i + 1, end)


def _office_at(scene: Scene, i: int, last: int) -> tuple[int, list[Office]]:
    """The longest name of an office that begins at word i, and which offices it may mean."""
    norms = scene.words.norms
    for size in scene.gazetteer.sizes(norms, i):
        readings = scene.gazetteer.readings(norms[i : i + size]) if 1 < size <= last - i else ()
        offices = [scene.gazetteer.offices[r.key] for r in readings if r.sort in (Sort.OFFICE, Sort.OFFICES)]
        if offices:
            return i + size, offices
    return i, []


def _body_called(scene: Scene, first: int, last: int, offices: list[Office], country: str | None) -> Body | None:
    """The body that words first..last-1 name, if it has one of the offices and is no ministry at whose head it is."""
    named = scene.words.norms[first:last]
    bodies = (body for r in scene.gazetteer.readings(named) if (body := _body_meant(scene, r, country)) is not None)
    heads = any(not set(named).isdisjoint(office.name.lower().split()) for office in offices)
    fitting = (b for b in bodies if _has_office(scene, b, offices) and not (heads and b.kind == "ministry"))
    return next(fitting, None)


def _body_meant(scene: Scene, reading: Reading, country: str | None) -> Body | None:
    if reading.sort is Sort.BODY:
        return scene.gazetteer.bodies[reading.key]
    if reading.sort is Sort.GENERIC and country is not None:
        return scene.gazetteer.bodies_by_function.get((reading.key, country))
    return None


def _has_office(scene: Scene, body: Body, offices: list[Office]) -> bool:
    """Whether an office is one of the body's state, of any, or of a union of states and the body no state's."""
    states = scene.gazetteer.states.keys()
    return any(
        not office.countries or body.country in office.countries or (body.country is None and office.countries - states)
        for office in offices
    )
