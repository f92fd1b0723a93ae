"""The venue that a mention makes: a place of the tables, a state, a state's mission, or a name as printed."""

from chronicle.extracting.gazetteer import Place, Sort
from chronicle.extracting.mention import PLACE, STATE, Mention
from chronicle.extracting.sites import Sites
from chronicle.extracting.whichbody import is_mission
from chronicle.extracting.words import norms_of
from chronicle.model import Venue, VenueKind

_HOUSES = ("building", "headquarters")
AS_PRINTED = "name as printed, in no table"


class Geocoder:
    """The venues of the text of `sites`. `relation` holds the states whose chronology it is."""

    def __init__(self, sites: Sites, relation: frozenset[str]) -> None:
        self.sites, self.relation = sites, relation
        self.words, self.mentions, self.gazetteer = sites.words, sites.mentions, sites.gazetteer
        # Ids of places that were taken although others of their name lie in other countries.
        self.open_names: set[str] = set()

    def venue_of(self, mention: Mention) -> Venue | None:
        printed = self.words.span(mention.core.first, mention.core.last)
        keys = mention.core.keys(Sort.PLACE)
        if keys:
            place = self._choose(keys, mention)
            return _of_place(self._airport_of(place, mention) or place, printed, keys)
        if mention.kind == STATE:
            return self._of_state(mention, printed)
        return self._of_mission(mention, printed) if is_mission(mention) else self._as_printed(mention, printed)

    def _of_state(self, mention: Mention, printed: str) -> Venue | None:
        if not mention.core.has(Sort.STATE):
            return None
        code = mention.countries[0]
        name, rule = self.gazetteer.states[code].name, "name of a state"
        return Venue(name, VenueKind.COUNTRY, code, mention=printed, key=code, rule=rule)

    def _of_mission(self, mention: Mention, printed: str) -> Venue | None:
        """`the Japanese Embassy in Seoul`: the building, by whose it is and where."""
        k = self.mentions.index(mention)
        whose = self.mentions[k - 1] if k else None
        where = self.mentions[k + 1] if k + 1 < len(self.mentions) else None
        if whose is None or whose.kind != STATE:
            return None
        if any(norm != "'s" for norm in self.words.norms[whose.last : mention.first]):
            return None
        building = " ".join(word.capitalize() for word in self.words.norms[mention.core.first : mention.core.last])
        name, rule = f"{self.words.span(whose.first, whose.last)} {building}", "mission of a state in a city"
        in_town = where is not None and self.words.norms[mention.last : where.first] == ["in"]
        city = self.venue_of(where) if in_town and where is not None and where.kind in (PLACE, STATE) else None
        if city is None and in_town:
            return None
        if city is None:
            return Venue(name, VenueKind.FACILITY, self._country_of_post(), mention=printed, rule=rule)
        name = f"{name} in {city.name}"
        return Venue(name, VenueKind.FACILITY, city.country, city.latitude, city.longitude, None, printed, None, rule)

    def _country_of_post(self) -> str | None:
        """The state to which the envoys are accredited who are named with it, if it is one."""
        posts = {mention.to for mention in self.mentions if mention.to is not None}
        return posts.pop() if len(posts) == 1 else None

    def _as_printed(self, mention: Mention, printed: str) -> Venue:
        last = self.sites.with_its_kind(mention)
        if last > mention.last:
            printed = self.words.span(mention.core.first, last)
        house = self._house_of(mention)
        if house is not None:
            return Venue(
                printed, VenueKind.FACILITY, house.country, house.latitude, house.longitude, None, printed,
                rule="seat of an institution",
            )  # fmt: skip
        region = self.words.norms[mention.core.last - 1] in self.gazetteer.lexicon.words("region")
        kind = VenueKind.REGION if region else VenueKind.FACILITY
        return Venue(printed, kind, self._country_of_seat(mention), mention=printed, rule=AS_PRINTED)

    def _house_of(self, mention: Mention) -> Place | None:
        """`at the ASEAN Secretariat`: the place of the tables that is called its building or headquarters."""
        names = (self.gazetteer.bodies[key].name for key in mention.core.keys(Sort.BODY))
        houses = (norms_of(f"{name} {kind}") for name in names for kind in _HOUSES)
        found = (r.key for house in houses for r in self.gazetteer.readings(house) if r.sort is Sort.PLACE)
        return next((self.gazetteer.places[key] for key in found), None)

    def _country_of_seat(self, mention: Mention) -> str | None:
        """The country of the institution that a building is called after, if only one has such an institution."""
        bodies = [self.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)]
        word = self.words.norms[mention.core.last - 1]
        for function in mention.core.keys(Sort.GENERIC):
            alike = (b for (known, _), b in self.gazetteer.bodies_by_function.items() if known == function)
            bodies += [body for body in alike if word in body.words]
        countries = {body.country for body in bodies}
        return countries.pop() if len(countries) == 1 else None

    def _airport_of(self, city: Place, mention: Mention) -> Place | None:
        """`Manila's international airport`, `Baghdad airport`: the city's, if the tables have one."""
        behind = [
            norm for norm in self.words.norms[mention.last : mention.last + 4] if norm not in ("'s", "international")
        ]
        if behind[:1] != ["airport"] or city.kind != VenueKind.CITY:
            return None
        alike = [p for p in self.gazetteer.places.values() if p.name.endswith("Airport") and p.country == city.country]
        own = [p for p in alike if p.within == city.id or p.name.startswith(f"{city.name} ")]
        return next((p for p in own if "International" in p.name), own[0] if len(own) == 1 else None)

    def _choose(self, keys: list[str], mention: Mention) -> Place:
        """Of places of one name that in a country which the text names, or in one of the two sides, else the first."""
        places = [self.gazetteer.places[k] for k in keys]
        if len(places) == 1:
            return places[0]
        named = {c for m in self.mentions if m is not mention for c in m.countries}
        for countries in (named, self.relation):
            fitting = [place for place in places if place.country in countries]
            if fitting:
                return fitting[0]
        if len({place.country for place in places}) > 1:
            self.open_names.add(places[0].id)
        return places[0]


def _of_place(place: Place, printed: str, keys: list[str]) -> Venue:
    rule = "name of a place" if len(keys) == 1 else f"name of {len(keys)} places, by the states named"
    return Venue(
        place.name, VenueKind(place.kind), place.country, place.latitude, place.longitude, place.geonames, printed,
        place.id, rule,
    )  # fmt: skip
