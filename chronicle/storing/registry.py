"""Numbers of actors, offices and venues: looked up by key, made on first sight with what the tables know."""

from collections.abc import Iterable
from functools import cached_property

from chronicle.model import ActorKind, Participation, Venue
from chronicle.model.correction import RULE
from chronicle.storing.database import Database
from chronicle.storing.facts import Facts, Place, actor_key, venue_key
from chronicle.storing.found import found_mentions
from chronicle.storing.kept import given_names
from chronicle.storing.names import bare, fold

_FIND_ACTOR = "SELECT id FROM actors WHERE key = :key"
_ADD_ACTOR = """
    INSERT INTO actors (key, name, kind, country, wikidata)
    VALUES (:key, :name, :kind, :country, :wikidata)"""
_CORRECT_ACTOR = """
    UPDATE actors SET name = :name, kind = :kind, country = coalesce(country, :country), wikidata = :wikidata
    WHERE id = :id AND (name, kind, coalesce(wikidata, '')) <> (:name, :kind, coalesce(:wikidata, ''))"""
_NAMED_ACTOR = "SELECT id, name, kind FROM actors WHERE key = :key"
_DROP_ALIASES = "DELETE FROM aliases WHERE actor_id = :id"
_DROP_ALIAS = "DELETE FROM aliases WHERE actor_id = :id AND folded = :folded"
_MENTIONS = """
    SELECT DISTINCT mention FROM participations JOIN actors ON actors.id = actor_id
    WHERE actor_id = :id AND NOT inferred AND mention IS NOT NULL
        AND (kind <> 'person' OR name LIKE '%' || mention || '%') ORDER BY mention"""
_OF_STATES_AND_BODIES = """
    SELECT a.id, a.key, a.name, a.kind, l.folded FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE a.kind <> 'person'"""
_ADD_ALIAS = """
    INSERT INTO aliases (folded, actor_id, form) VALUES (:folded, :id, :form) ON CONFLICT DO NOTHING"""
_FIND_OFFICE = "SELECT id FROM offices WHERE name = :name"
_ADD_OFFICE = "INSERT INTO offices (name) VALUES (:name)"
_DROP_TERMS = "DELETE FROM terms WHERE actor_id = :id"
_ADD_TERM = """
    INSERT INTO terms (actor_id, position, office_id, country, addressee, start_date, end_date)
    VALUES (:id, :position, :office, :country, :addressee, :start, :end)"""
_FIND_VENUE = "SELECT id FROM venues WHERE key = :key"
_ADD_VENUE = """
    INSERT INTO venues (key, name, kind, country, latitude, longitude, geonames, within_id)
    VALUES (:key, :name, :kind, :country, :latitude, :longitude, :geonames, :within)"""
_CORRECT_VENUE = """
    UPDATE venues SET name = :name, latitude = :latitude, longitude = :longitude, geonames = :geonames,
           within_id = :within
    WHERE id = :id"""
_ADD_VENUE_ALIAS = """
    INSERT INTO venue_aliases (folded, venue_id, form) VALUES (:folded, :id, :form) ON CONFLICT DO NOTHING"""

# How far a place is followed into those that contain it: tables may be circular.
DEEPEST = 8


class Registry:
    """Serves the documents of one run, until one fails: what is rolled back takes its numbers with it.

    Nothing that it has looked up is ever deleted.
    """

    def __init__(self, db: Database, facts: Facts) -> None:
        self.db = db
        self.facts = facts
        self.actors: dict[str, int] = {}
        self.venues: dict[str, int] = {}
        self.offices: dict[str, int] = {}
        self.named: set[tuple[int, str]] = set()
        self.met: set[tuple[int, str]] = set()
        self.venues_named: set[tuple[int, str]] = set()

    def actor(self, actor: Participation) -> int:
        key = actor_key(actor)
        number = self.actors.get(key)
        if number is None:
            number = self._stored_actor(key, actor)
            if not _is_corrected(actor):
                self.actors[key] = number
        if actor.mention and not actor.inferred and (number, actor.mention) not in self.met:
            self.met.add((number, actor.mention))
            if self._is_name(key, actor.name, actor.kind, actor.mention):
                self._name_actor(number, (actor.mention,))
        return number

    def _is_name(self, key: str, name: str, kind: str, printed: str) -> bool:
        """Whether the words printed are a name, and not a description or whom they were found by.

        A person's may be a part of the name, without a title (`Foreign Minister Lavrov`); a state's is one of the
        tables (`Seoul`, not `secretary of state`); a body's has one in it (`Walt Disney Company`, not `embassy`).
        """
        words = fold(printed)
        if kind == ActorKind.PERSON:
            return set(words.split()) <= set(fold(name).split())
        own = set(map(bare, [*self._names(key, name), *self.facts.printed.get(key, ())])) - {""}
        if kind == ActorKind.STATE:
            return bare(printed) in own
        return any(f" {form} " in f" {words} " for form in own)

    def forget_descriptions(self) -> None:
        """Takes away aliases of states and bodies that are no names, which a database of old may have."""
        found = [
            {"id": number, "folded": folded}
            for number, key, name, kind, folded in self.db.rows(_OF_STATES_AND_BODIES)
            if not self._is_name(key, name, kind, folded)
        ]
        if found:
            with self.db.transaction():
                self.db.write_many(_DROP_ALIAS, found)

    def _stored_actor(self, key: str, actor: Participation) -> int:
        found = next(self.db.rows(_FIND_ACTOR, {"key": key}), None)
        row = {
            "key": key,
            "name": actor.name,
            "kind": actor.kind.value,
            "country": actor.country,
            "wikidata": actor.wikidata,
        }
        if found is None:
            self.db.write(_ADD_ACTOR, row)
            found = next(self.db.rows(_FIND_ACTOR, {"key": key}))
        elif not _is_corrected(actor):
            self.db.write(_CORRECT_ACTOR, {**row, "id": found[0]})
        number = int(found[0])
        self._name_actor(number, self._names(key, actor.name))
        self._add_terms(number, key)
        return number

    def _names(self, key: str, name: str) -> list[str]:
        """By the actor itself, the tables and the corrections."""
        return [name, *self.facts.aliases.get(key, ()), *self.given.get(key, ())]

    @cached_property
    def given(self) -> dict[str, list[str]]:
        return given_names(self.db)

    def name_again(self, key: str) -> None:
        """An actor's aliases made anew, from the tables, the corrections and what is printed for it."""
        found = next(self.db.rows(_NAMED_ACTOR, {"key": key}), None)
        if found is None:
            return
        number, name, kind = found
        self.named -= {(each, form) for each, form in self.named if each == number}
        self.db.write(_DROP_ALIASES, {"id": number})
        printed = [row[0] for row in self.db.rows(_MENTIONS, {"id": number})]
        # A person's are chosen by the statement.
        names = [form for form in printed if kind == ActorKind.PERSON or self._is_name(key, name, kind, form)]
        before = [form for form in found_mentions(self.db, key, name) if self._is_name(key, name, kind, form)]
        self._name_actor(number, [*self._names(key, name), *names, *before])

    def _name_actor(self, number: int, forms: Iterable[str]) -> None:
        rows = _alias_rows(number, forms, self.named)
        if rows:
            self.db.write_many(_ADD_ALIAS, rows)

    def _add_terms(self, number: int, key: str) -> None:
        terms = self.facts.terms.get(key, ())
        rows = [
            {
                "id": number,
                "position": position,
                "office": self.office(term.office),
                "country": term.country,
                "addressee": term.addressee,
                "start": term.start,
                "end": term.end,
            }
            for position, term in enumerate(terms)
        ]
        if rows:
            self.db.write(_DROP_TERMS, {"id": number})
            self.db.write_many(_ADD_TERM, rows)

    def office(self, name: str) -> int:
        number = self.offices.get(name)
        if number is None:
            number = self.offices[name] = self._stored_office(name)
        return number

    def _stored_office(self, name: str) -> int:
        found = next(self.db.rows(_FIND_OFFICE, {"name": name}), None)
        if found is None:
            self.db.write(_ADD_OFFICE, {"name": name})
            found = next(self.db.rows(_FIND_OFFICE, {"name": name}))
        return int(found[0])

    def venue(self, venue: Venue) -> int:
        number = self._placed(venue_key(venue), venue, DEEPEST)
        if venue.mention:
            self._name_venue(number, (venue.mention,))
        return number

    def _placed(self, key: str, venue: Venue, depth: int) -> int:
        number = self.venues.get(key)
        if number is None:
            number = self.venues[key] = self._stored_venue(key, venue, depth)
        return number

    def _stored_venue(self, key: str, venue: Venue, depth: int) -> int:
        place = self.facts.places.get(key)
        found = next(self.db.rows(_FIND_VENUE, {"key": key}), None)
        row = _venue_row(key, venue, self._container(place, depth))
        if found is None:
            self.db.write(_ADD_VENUE, row)
            found = next(self.db.rows(_FIND_VENUE, {"key": key}))
        else:
            self.db.write(_CORRECT_VENUE, {**row, "id": found[0]})
        number = int(found[0])
        self._name_venue(number, (venue.name, *(place.aliases if place else ())))
        return number

    def _container(self, place: Place | None, depth: int) -> int | None:
        if place is None or place.within is None or depth == 0:
            return None
        container = self.facts.places[place.within]
        return self._placed(place.within, container.venue, depth - 1)

    def _name_venue(self, number: int, forms: Iterable[str]) -> None:
        rows = _alias_rows(number, forms, self.venues_named)
        if rows:
            self.db.write_many(_ADD_VENUE_ALIAS, rows)


def _is_corrected(actor: Participation) -> bool:
    """Whether a correction made it this actor, so that its names are as old as the correction."""
    return (actor.rule or "").startswith(RULE)


def _alias_rows(number: int, forms: Iterable[str], known: set[tuple[int, str]]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for form in forms:
        folded = fold(form)
        if folded and (number, folded) not in known:
            known.add((number, folded))
            rows.append({"folded": folded, "id": number, "form": form})
    return rows


def _venue_row(key: str, venue: Venue, within: int | None) -> dict[str, object]:
    return {
        "key": key,
        "name": venue.name,
        "kind": venue.kind.value,
        "country": venue.country,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "geonames": venue.geonames,
        "within": within,
    }
