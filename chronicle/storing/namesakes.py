"""One person is one actor: whom no table knows and no country is printed for is the one who bears that name elsewhere.

That is so where all who bear it with a country have the same one. Like a correction it changes an event when it is
written, and what was found of the event stays beside it; so it holds whichever document comes first, and until another
one names a second country.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from chronicle.model import ActorKind, Event, Participation
from chronicle.model.correction import RULE
from chronicle.storing.database import Database
from chronicle.storing.facts import actor_key
from chronicle.storing.load import numbered
from chronicle.storing.names import fold

_GIVEN = "countries_given"

_WITH_COUNTRY = """
    SELECT DISTINCT a.country, f.content
    FROM aliases l JOIN actors a ON a.id = l.actor_id JOIN participations p ON p.actor_id = a.id
    LEFT JOIN found f ON f.event_id = p.event_id
    WHERE l.folded = :name AND a.key = 'person:' || l.folded || ':' || a.country"""
_WITHOUT = """
    SELECT DISTINCT a.id, p.event_id
    FROM actors a JOIN aliases l ON l.actor_id = a.id AND a.key = 'person:' || l.folded || ':'
    JOIN aliases m ON m.folded = l.folded JOIN actors b ON b.id = m.actor_id AND b.key = a.key || b.country
    LEFT JOIN participations p ON p.actor_id = a.id
    WHERE a.kind = 'person' AND a.country IS NULL"""
_WITH_GIVEN = f"SELECT event_id, content FROM found WHERE content LIKE '%\"{_GIVEN}\":%'"
_DROP_NOBODY = """
    DELETE FROM actors WHERE id IN ({}) AND NOT EXISTS (SELECT 1 FROM participations p WHERE p.actor_id = actors.id)"""


@dataclass(slots=True)
class Namesakes:
    """The countries of names, each looked up once."""

    db: Database
    known: dict[str, str | None] = field(default_factory=dict)

    def country(self, name: str) -> str | None:
        """The only one that people of this folded name were found with."""
        if name not in self.known:
            self.known[name] = self._country(name)
        return self.known[name]

    def _country(self, name: str) -> str | None:
        rows = self.db.rows(_WITH_COUNTRY, {"name": name})
        found = {country for country, content in rows if (name, country) not in given(content)}
        return found.pop() if len(found) == 1 else None

    def applied(self, event: Event) -> Event:
        """The event with the countries of those of whom none was found; the very same where nobody is concerned."""
        if not any(map(_is_open, event.actors)):
            return event
        keys = set(map(actor_key, event.actors))
        actors = tuple(self._with_country(actor, keys) for actor in event.actors)
        return event if actors == event.actors else replace(event, actors=actors)

    def _with_country(self, actor: Participation, keys: set[str]) -> Participation:
        """Two of one name in one event are two; and somebody's word on who it is holds."""
        if not _is_open(actor) or not (country := self.country(fold(actor.name))):
            return actor
        known = replace(actor, country=country)
        return actor if actor_key(known) in keys else known


def _is_open(actor: Participation) -> bool:
    unknown = actor.key is None and actor.country is None and actor.kind is ActorKind.PERSON
    return unknown and not (actor.rule or "").startswith(RULE)


def noted(content: str, before: Event, after: Event) -> str:
    """What was found of an event, with the names and countries that were given to its actors since."""
    pairs = zip(before.actors, after.actors, strict=True)
    countries = [[fold(one.name), one.country] for was, one in pairs if one is not was]
    return json.dumps({**json.loads(content), _GIVEN: countries}, ensure_ascii=False, separators=(",", ":"))


def given(content: str | None) -> set[tuple[str, str]]:
    """The names and countries that `noted` told."""
    if content is None or f'"{_GIVEN}":' not in content:
        return set()
    return {(name, country) for name, country in json.loads(content)[_GIVEN]}


def unsettled(db: Database) -> set[int]:
    """The numbers of events in which somebody has no country and one is known by now, or one that holds no more."""
    without = {number for _, number in db.rows(_WITHOUT) if number is not None}
    return without | set(_doubtful(db))


def _doubtful(db: Database) -> Iterator[int]:
    namesakes = Namesakes(db)
    for number, content in db.rows(_WITH_GIVEN):
        if any(namesakes.country(name) != country for name, country in given(content)):
            yield number


def drop_nobody(db: Database) -> None:
    """Takes away who was without a country and is in no event any more."""
    ids: Iterable[int] = {row[0] for row in db.rows(_WITHOUT)}
    db.write(numbered(_DROP_NOBODY, ids))
