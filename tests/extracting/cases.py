"""A headline and what is expected of it."""

from typing import NamedTuple

from coder import code, names, persons, taking_part

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind, Role


class Case(NamedTuple):
    """A headline, its relation and day; what is expected of it, None where nothing is asked.

    `people` are those who take part, `named` are all persons, whoever is only spoken of among them.
    """

    text: str
    relation: str = "US-Japan"
    on: str = "2005-05-24"
    states: str | None = None
    people: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    venues: tuple[str, ...] | None = None
    bodies: tuple[str, ...] | None = None
    type: str | None = None
    mode: str | None = None


def expect(case: Case, gazetteer: Gazetteer) -> None:
    event = code(gazetteer, case.text, case.on, case.relation)
    if case.states is not None:
        assert taking_part(event) == set(case.states.split())
    if case.people is not None:
        assert {p.name for p in persons(event) if p.role is Role.PARTICIPANT} == set(case.people)
    if case.named is not None:
        assert {p.name for p in persons(event)} == set(case.named)
    if case.venues is not None:
        assert tuple(venue.name for venue in event.venues) == case.venues
    if case.bodies is not None:
        assert tuple(names(event, ActorKind.ORGANIZATION)) == case.bodies
    if case.type is not None:
        assert event.type == case.type
    if case.mode is not None:
        assert (event.mode or "none") == case.mode
