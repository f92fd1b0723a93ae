"""What a mention is as a place: a city, a building, an unknown site, and the venue that it makes."""

from chronicle.extracting.folding import fold
from chronicle.extracting.gazetteer import Gazetteer, Place, Sort
from chronicle.extracting.mention import BODY, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.words import Words
from chronicle.model import Venue, VenueKind

_SITED = frozenset("at near off".split())
_BUILT = frozenset("at outside inside near".split())
_HALLS = frozenset({"university"})
_SEATED = frozenset("ministry parliament agency government".split())
_PUBLIC = frozenset(
    "airport station stadium square hotel pier wharf harbor park hall palace theater theatre museum hospital cathedral"
    " temple mosque zoo suburb suburbs district outskirts streets".split()
)
_OF_AN_OCEAN = frozenset(
    "allies ally nations nation states state leaders countries partners islanders rim powers".split()
)
_KIN = frozenset("family families couple brothers sisters parents widow".split())
_SETTLEMENTS = frozenset("district county city town village township prefecture province island".split())


class Sites:
    """The places of one text. `relation` holds the states whose chronology it is."""

    def __init__(self, words: Words, mentions: list[Mention], gazetteer: Gazetteer, relation: frozenset[str]) -> None:
        self.words, self.mentions, self.gazetteer, self.relation = words, mentions, gazetteer, relation
        # Ids of places that were taken although others of their name lie in other countries.
        self.open_names: set[str] = set()
        lexicon = gazetteer.lexicon
        self.facilities, self.regions = lexicon.words("facility"), lexicon.words("region")
        self.not_bodies, self.body_words = lexicon.words("notbody"), lexicon.words("body")

    def may_be_venue(self, mention: Mention) -> bool:
        """A place or a state; a name of no table or a body only where it is a building or a site here."""
        if mention.kind not in (PLACE, STATE, UNKNOWN, BODY) or self._names_something_else(mention):
            return False
        return mention.kind in (PLACE, STATE) or (
            self.is_facility(mention)
            or self._beside_place(mention)
            or _is_mission(mention)
            or self._is_site(mention)
            or self._is_seat(mention)
        )

    def _names_something_else(self, mention: Mention) -> bool:
        """`Tokyo Declaration`, `Shanghai-based`, `Beijing's`: the place is part of another name."""
        if mention.last >= len(self.words):
            return False
        gap, norm = self.words.gaps[mention.last], self.words.norms[mention.last]
        if gap in ("-", "–"):
            return True
        if norm == "'s":
            return mention.kind == STATE and not self._has_site_behind(mention)
        if gap == " " and (norm in _KIN or (norm in _OF_AN_OCEAN and self._is_water(mention))):
            return True
        return (
            gap == " "
            and self.words.forms[mention.last][0].isupper()
            and (norm in self.not_bodies or norm in self.body_words)
        )

    def _is_water(self, mention: Mention) -> bool:
        return "water" in {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}

    def _has_site_behind(self, mention: Mention) -> bool:
        """`Manila's international airport`: the city where a site lies, not the state it stands for."""
        if not mention.core.has(Sort.CAPITAL):
            return False
        ahead = self.words.norms[mention.last + 1 : mention.last + 4]
        return not _PUBLIC.isdisjoint(ahead)

    def is_facility(self, mention: Mention) -> bool:
        last = self.words.norms[mention.core.last - 1]
        if mention.core.has(Sort.GENERIC) and not mention.core.has(Sort.PLACE):
            return False
        return last in self.facilities or last in self.regions or mention.core.has(Sort.PLACE)

    def _beside_place(self, mention: Mention) -> bool:
        """`in Sondok, South Hamgyong Province`: an unknown name right before a known place."""
        if mention.kind != UNKNOWN or mention.last >= len(self.words) or self.words.quoted[mention.first]:
            return False
        if self.words.norms[mention.last] in _SETTLEMENTS and self.words.gaps[mention.last] == " ":
            return True
        behind = next((m for m in self.mentions if m.first >= mention.last), None)
        if behind is None or behind.kind not in (PLACE, STATE) or behind.adjective:
            return False
        between = self.words.norms[mention.last : behind.first]
        near = (
            self.words.gaps[mention.last] == "," if not between else between in (["in"], ["in", "the"], ["of", "the"])
        )
        return near and self.words.norms[mention.core.last - 1] not in self.not_bodies

    def _is_site(self, mention: Mention) -> bool:
        """`at Lingshui`: a name in no table, governed by a word that asks for a place."""
        i = mention.first
        i -= i > 0 and self.words.norms[i - 1] == "the"
        if (
            mention.kind != UNKNOWN
            or i == 0
            or self.words.norms[i - 1] not in _SITED
            or self.words.quoted[mention.first]
        ):
            return False
        return self.words.norms[mention.core.last - 1] not in self.not_bodies

    def _is_seat(self, mention: Mention) -> bool:
        """`at the State Department`, `outside the Diet`: the building of an institution."""
        if mention.kind != BODY:
            return False
        kinds = {self.gazetteer.bodies[key].kind for key in mention.core.keys(Sort.BODY)}
        if kinds & _HALLS:
            return mention.first > 1 and "at" in self.words.norms[mention.first - 2 : mention.first]
        if self.words.norms[mention.first - 1 : mention.first] != ["the"]:
            return False
        seated = bool(kinds & _SEATED) or mention.core.has(Sort.GENERIC)
        named = not self.words.forms[mention.core.first].isupper()
        return seated and named and mention.first > 1 and self.words.norms[mention.first - 2] in _BUILT

    def pinpoints(self, mention: Mention) -> bool:
        """A city or a building, which is seldom what talks are about."""
        if mention.core.has(Sort.CAPITAL) or (mention.core.has(Sort.METONYM) and mention.core.has(Sort.PLACE)):
            return True
        kinds = {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}
        built = self.words.norms[mention.core.last - 1] in self.facilities
        return "city" in kinds or ("facility" in kinds and built) or mention.kind in (UNKNOWN, BODY)

    def is_built(self, mention: Mention) -> bool:
        """A building, a base, a village of truce: a point on the map."""
        return "facility" in {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}

    def is_ground(self, mention: Mention) -> bool:
        """An island, a reef, a mountain, a border: what one stands on."""
        kinds = {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}
        return bool(kinds) and not kinds & {"city", "country"}

    def sits(self, body: Mention) -> bool:
        """A court or an assembly, which decides where it comes together."""
        keys = body.core.keys(Sort.BODY)
        name = fold(self.gazetteer.bodies[keys[0]].name).split() if keys else self.words.norms[: body.core.last]
        return not set(name[-3:]).isdisjoint(self.gazetteer.lexicon.words("sitting"))

    # --- the venue of a mention

    def venue_of(self, mention: Mention) -> Venue | None:
        printed = self.words.span(mention.core.first, mention.core.last)
        keys = mention.core.keys(Sort.PLACE)
        if keys:
            return _of_place(self._choose(keys, mention), printed, keys)
        if mention.kind == STATE:
            code = mention.countries[0]
            state = self.gazetteer.states[code]
            if mention.core.has(Sort.STATE):
                return Venue(state.name, VenueKind.COUNTRY, code, mention=printed, key=code, rule="name of a state")
            return None
        if _is_mission(mention):
            return self._mission(mention, printed)
        region = self.words.norms[mention.core.last - 1] in self.regions
        kind = VenueKind.REGION if region else VenueKind.FACILITY
        return Venue(
            printed, kind, self._country_of_seat(mention), mention=printed, rule="name as printed, in no table"
        )

    def _mission(self, mention: Mention, printed: str) -> Venue | None:
        """`the Japanese Embassy in Seoul`: the building, by whose it is and where."""
        k = self.mentions.index(mention)
        whose = self.mentions[k - 1] if k else None
        where = self.mentions[k + 1] if k + 1 < len(self.mentions) else None
        if whose is None or whose.kind != STATE or where is None or where.kind not in (PLACE, STATE):
            return None
        city = self.venue_of(where)
        if city is None or self.words.norms[mention.last : where.first] != ["in"]:
            return None
        building = " ".join(word.capitalize() for word in self.words.norms[mention.core.first : mention.core.last])
        name = f"{self.words.span(whose.first, whose.last)} {building} in {city.name}"
        rule = "mission of a state in a city"
        return Venue(name, VenueKind.FACILITY, city.country, city.latitude, city.longitude, None, printed, None, rule)

    def _country_of_seat(self, mention: Mention) -> str | None:
        """The country of the institution that a building is called after, if only one has such an institution."""
        bodies = [self.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)]
        word = self.words.norms[mention.core.last - 1]
        for function in mention.core.keys(Sort.GENERIC):
            alike = (b for (known, _), b in self.gazetteer.bodies_by_function.items() if known == function)
            bodies += [body for body in alike if word in body.words]
        countries = {body.country for body in bodies}
        return countries.pop() if len(countries) == 1 else None

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


def _is_mission(mention: Mention) -> bool:
    """An embassy or a consulate, which stands on its ground."""
    return bool({"embassy", "consulate"} & set(mention.core.keys(Sort.GENERIC)))


def _of_place(place: Place, printed: str, keys: list[str]) -> Venue:
    rule = "name of a place" if len(keys) == 1 else f"name of {len(keys)} places, by the states named"
    return Venue(
        place.name, VenueKind(place.kind), place.country, place.latitude, place.longitude, place.geonames, printed,
        place.id, rule,
    )  # fmt: skip
