"""Who and what is meant by a name typed: of one event, of the database, of the reference tables, or somebody new."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from chronicle.errors import UnknownName, UsageError
from chronicle.model import ActorKind, Event, Participation, Venue, VenueKind
from chronicle.model.correction import Given
from chronicle.reference import names_of_places, table_rows, without_qualifier
from chronicle.storing import Database
from chronicle.storing.applying import identity, is_printed
from chronicle.storing.database import Row
from chronicle.storing.facts import actor_key, items, venue_key
from chronicle.storing.names import bare, fold, label

Values = dict[str, Given]
Named = TypeVar("Named", Participation, Venue)

_LISTED = 8


def check_name(what: str, typed: str) -> None:
    """UsageError for a name of nothing but blanks and signs, which no other commands take."""
    if not fold(typed):
        raise UsageError(f"{what} {typed!r}: is no name; write one with letters or digits")


# --- of one event


def actor_of(event: Event, typed: str) -> Participation:
    """The actor of the event that goes by this key, name or printed form, whole or in part."""
    return _one_of(event.actors, actor_key, typed, event, "actor")


def venue_of(event: Event, typed: str) -> Venue:
    return _one_of(event.venues, venue_key, typed, event, "venue")


def _one_of(choices: Sequence[Named], key: Callable[[Named], str], typed: str, event: Event, what: str) -> Named:
    folded, shown = fold(typed), label(typed)
    tests: tuple[Callable[[Named], bool], ...] = (
        lambda one: key(one) == typed,
        lambda one: fold(one.name) == folded,
        lambda one: fold(one.mention or "") == folded,
        lambda one: shown is not None and shown.fits(one.name, one.country, one.kind, key(one)),
        lambda one: f" {folded} " in f" {fold(one.name)} | {fold(one.mention or '')} ",
    )
    for fits in tests:
        found = [one for one in choices if fits(one)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(f"{one.name} ({key(one)})" for one in found)
            raise UnknownName(f"{what} {typed!r}: fits several of event {event.id}: {listed}; write the id")
    names = ", ".join(one.name for one in choices) or "none"
    raise UnknownName(f"{what} {typed!r}: not in event {event.id}; it has {names}")


# --- of the database or the tables

_ACTORS = "SELECT key, name, kind, country, wikidata FROM actors"
_ACTOR_BY_KEY = f"{_ACTORS} WHERE key = :typed"
_ACTOR_BY_ALIAS = f"{_ACTORS} WHERE id IN (SELECT actor_id FROM aliases WHERE folded = :typed) ORDER BY name"
_IN_EVENT_BY_ALIAS = f"""
    {_ACTORS} a WHERE id IN (SELECT actor_id FROM aliases WHERE folded = :typed)
    AND EXISTS (SELECT 1 FROM participations p WHERE p.actor_id = a.id) ORDER BY key"""
_PLACES = "SELECT name, kind, country, latitude, longitude, geonames FROM venues"
_PLACE_BY_KEY = f"{_PLACES} WHERE key = :typed"
_PLACE_BY_ALIAS = f"{_PLACES} WHERE id IN (SELECT venue_id FROM venue_aliases WHERE folded = :typed) ORDER BY name"

# A kind of actor: its table, the column of its id, the columns of its names.
_TABLES = (
    (ActorKind.PERSON, "people.csv", "id", ("name", "family", "aliases", "native")),
    (ActorKind.STATE, "states.csv", "code", ("name", "official", "aliases")),
    (ActorKind.ORGANIZATION, "organizations.csv", "id", ("name", "aliases")),
)


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what names mean. What the database has comes first, then what the tables of `folders` have."""

    db: Database
    folders: Sequence[Path]

    def actor(
        self, typed: str, *, kind: ActorKind | None = None, country: str | None = None, new: bool | None = None
    ) -> Values:
        """The actor of that id, name or alias, narrowed by kind and country; or, if `new`, one of that name.

        Who was new once is the same one when the name comes again. UnknownName for a name that fits nobody or several;
        it speaks of `--new` where that may be said, and `new` is not None.
        """
        if new:
            check_name("actor", typed)
            if before := self._new_before(typed, kind, country):
                return before
            values = (None, typed, (kind or ActorKind.PERSON).value, country, None)
            return dict(zip(("key", "name", "kind", "country", "wikidata"), values, strict=True))

        def fits(who: Values) -> bool:
            return kind in (None, who["kind"]) and (country is None or who["country"] in (None, country))

        found = (list(filter(fits, those)) for those in self._actors(typed, fold(typed)))
        return _chosen(next(filter(None, found), []), typed, "actor", identity, may_be_new=new is not None)

    def _new_before(self, typed: str, kind: ActorKind | None, country: str | None) -> Values | None:
        """Whom no table knows and who has this very name in an event: the only one that kind and country leave."""
        found = [
            who
            for who in self.namesakes(typed, listed=False)
            if who["key"] is None and kind in (None, who["kind"]) and country in (None, who["country"])
        ]
        return found[0] if len(found) == 1 else None

    def namesakes(self, name: str, *, listed: bool = True) -> list[Values]:
        """Those of this very name who are in an event or, where `listed`, in the tables."""
        folded = fold(name)
        found = [_who(row) for row in self.db.rows(_IN_EVENT_BY_ALIAS, {"typed": folded})]
        if listed:
            found += [who for who, _, _ in self._listed_actors()]
        return list({identity(who): who for who in found if fold(str(who["name"])) == folded}.values())

    def _actors(self, typed: str, folded: str) -> Iterator[list[Values]]:
        """Those of that id and then of that name, each time of the database, in events or not, before the tables.

        Then an article before it counts for nothing; at last it is as lists tell it from others, `Ivan Petrov (RU)`.
        """
        yield [_who(row) for row in self.db.rows(_ACTOR_BY_KEY, {"typed": typed})]
        yield [who for who, key, _ in self._listed_actors() if key == typed]
        for form in dict.fromkeys((folded, bare(typed))):
            for stored in (_IN_EVENT_BY_ALIAS, _ACTOR_BY_ALIAS):
                yield [_who(row) for row in self.db.rows(stored, {"typed": form})]
            yield [who for who, _, forms in self._listed_actors() if form in map(fold, forms)]
        if shown := label(typed):
            named = self.namesakes(shown.name)
            yield [who for who in named if shown.fits(str(who["name"]), who["country"], who["kind"], identity(who))]

    def bearers(self, form: str) -> list[Values]:
        """Whom a table knows and who has this very name or alias; of the database also those of that surname."""
        folded = fold(form)
        stored = [_who(row) for row in self.db.rows(_ACTOR_BY_ALIAS, {"typed": folded})]
        listed = [who for who, _, forms in self._listed_actors(surnames=False) if folded in map(fold, forms)]
        return list({identity(who): who for who in (*listed, *stored) if who["key"]}.values())

    def _listed_actors(self, *, surnames: bool = True) -> Iterator[tuple[Values, str, list[str]]]:
        for kind, table, key, every in _TABLES:
            columns = [column for column in every if surnames or column != "family"]
            for row in table_rows(self.folders, table):
                country = row[key] if kind is ActorKind.STATE else row["country"] or None
                values = (row[key], row["name"], kind.value, country, row.get("wikidata") or None)
                who: Values = dict(zip(("key", "name", "kind", "country", "wikidata"), values, strict=True))
                yield who, row[key], _forms(row, columns)

    def place(
        self, typed: str, *, kind: VenueKind | None = None, country: str | None = None, new: bool = False
    ) -> Values:
        """The venue of that key, name or alias; or, if `new`, one of that name, a city if no kind is given."""
        if new:
            check_name("venue", typed)
            return _place((typed, (kind or VenueKind.CITY).value, country, None, None, None))

        def fits(place: Values) -> bool:
            return kind in (None, place["kind"]) and (country is None or place["country"] == country)

        found = (list(filter(fits, those)) for those in self._places(typed, fold(typed)))
        return _chosen(next(filter(None, found), []), typed, "venue", _place_key)

    def _places(self, typed: str, folded: str) -> Iterator[list[Values]]:
        yield [_place(row) for row in self.db.rows(_PLACE_BY_KEY, {"typed": typed})]
        yield [place for place, key, _ in self._listed_places() if typed in (key, _place_key(place))]
        for form in dict.fromkeys((folded, bare(typed))):
            yield [_place(row) for row in self.db.rows(_PLACE_BY_ALIAS, {"typed": form})]
            yield [place for place, _, forms in self._listed_places() if form in map(fold, forms)]
            # The tables say which of several is called by the bare name: `London`, not that in Ontario.
            yield [place for place, _, forms in self._listed_places() if form == fold(without_qualifier(forms[0]))]
        if shown := label(typed):
            stored = [_place(row) for row in self.db.rows(_PLACE_BY_ALIAS, {"typed": shown.name})]
            named = [*stored, *(place for place, _, _ in self._listed_places())]
            yield [p for p in named if shown.fits(str(p["name"]), p["country"], p["kind"], _place_key(p))]

    def _listed_places(self) -> Iterator[tuple[Values, str, list[str]]]:
        names = names_of_places(self.folders)
        for row in table_rows(self.folders, "venues.csv"):
            degrees = (float(row[name]) if row[name] else None for name in ("latitude", "longitude"))
            place = _place((names[row["id"]], row["kind"], row["country"] or None, *degrees, row["geonames"] or None))
            yield place, row["id"], _forms(row, ("name", "aliases"))


def _forms(row: dict[str, str], columns: Iterable[str]) -> list[str]:
    return [form for column in columns for form in items(row.get(column))]


def _who(row: Row) -> Values:
    key, name, kind, country, wikidata = row
    known = None if is_printed(key) else key
    return {"key": known, "name": name, "kind": kind, "country": country, "wikidata": wikidata}


def _place(row: Iterable[Any]) -> Values:
    return dict(zip(("name", "kind", "country", "latitude", "longitude", "geonames"), row, strict=True))


def _place_key(place: Values) -> str:
    country = place["country"]
    return venue_key(Venue(str(place["name"]), VenueKind(str(place["kind"])), str(country) if country else None))


def _chosen(
    found: list[Values], typed: str, what: str, key: Callable[[Values], str], *, may_be_new: bool = True
) -> Values:
    """The only one, or the only one whose very name it is."""
    distinct = {key(one): one for one in reversed(found)}
    exact = {its: one for its, one in distinct.items() if fold(str(one["name"])) in (fold(typed), bare(typed))}
    chosen = exact if len(exact) == 1 else distinct
    if len(chosen) == 1:
        return next(iter(chosen.values()))
    if not chosen:
        make = ", --new makes one" if may_be_new else ""
        raise UnknownName(f"{what} {typed!r}: not known here; `chronicle gazetteer find` helps{make}")
    shown = sorted(f"{one['name']} ({its})" for its, one in chosen.items())
    more = f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else ""
    raise UnknownName(f"{what} {typed!r}: fits several: {', '.join(shown[:_LISTED])}{more}; write the id")
