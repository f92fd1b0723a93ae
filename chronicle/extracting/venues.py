"""Where the headline's event takes place."""

from dataclasses import replace

from chronicle.extracting.clauses import Clause, Part
from chronicle.extracting.folding import fold
from chronicle.extracting.gazetteer import Gazetteer, Place, Sort
from chronicle.extracting.mention import BODY, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.words import Words
from chronicle.model import EventType, Venue, VenueKind

_AT = frozenset("in at near off aboard inside outside around across over onboard".split())
_TO = frozenset("to for from via through into on of".split())
_MOVING = frozenset("through into from across over around".split())
_FORCE = frozenset({EventType.MILITARY, EventType.EXERCISE, EventType.INCIDENT})
_ASKING = frozenset({"invite", "ask", "urge", "propose", "offer", "promise", "plan", "demand", "request", "condemn"})
_MEETING = frozenset({EventType.MEETING, EventType.CEREMONY, EventType.AGREEMENT})
_ISLANDS = frozenset("island islands atoll islet".split())
_LASTING = frozenset("days hours weeks months".split())
_PARTS = frozenset("streets outskirts suburbs grounds waters".split())
_DISTANCES = frozenset("miles kilometers km south north east west side sides".split())
_SENDING = frozenset("send dispatch deploy order".split())
_SKIP = frozenset(
    "the a an front end edge tip side city town village province prefecture capital port state region of northern"
    " southern eastern western northeastern northwestern southeastern southwestern central north south east west part"
    " gate gates main rear entrance compound coast waters coastal nearby island islands neighboring resort border"
    " county s 's area".split()
)


def find_venues(
    words: Words,
    mentions: list[Mention],
    clauses: list[Clause],
    kind: EventType,
    gazetteer: Gazetteer,
    relation: frozenset[str] = frozenset(),
) -> tuple[tuple[Venue, ...], tuple[str, ...]]:
    """The most specific places of the headline's event, and the flags on them.

    Of later sentences only for a visit without a city. `relation` holds the states whose chronology it is.
    """
    finder = _Finder(words, mentions, gazetteer, relation)
    found = finder.of_clause(clauses[0], kind) if clauses else []
    if kind is EventType.VISIT and not any(v.kind in (VenueKind.CITY, VenueKind.FACILITY) for v in found):
        visited = {v.country for v in found if v.country}
        for clause in clauses[1:]:
            later = finder.of_clause(clause, kind)
            found += [v for v in later if v.country in visited or not visited]
    venues = _most_specific(found)
    doubtful = any(venue.key in finder.open_names for venue in venues)
    return venues, ("venue_ambiguous",) if doubtful else ()


def _most_specific(found: list[Venue]) -> tuple[Venue, ...]:
    """Without repeats, and without a country in which another of the venues lies."""
    kept: dict[str, Venue] = {}
    for venue in found:
        kept.setdefault(venue.name, venue)
    small = {v.country for v in kept.values() if v.kind is not VenueKind.COUNTRY}
    return tuple(v for v in kept.values() if v.kind is not VenueKind.COUNTRY or v.country not in small)


_SITED = frozenset("at near off".split())
_BUILT = frozenset("at outside inside near".split())
_SEATED = frozenset("ministry parliament agency government".split())
_STRIKING = frozenset("strike hit shake rock jolt batter lash devastate ravage flood".split())
_SETTLEMENTS = frozenset("district county city town village township prefecture province island".split())


class _Finder:
    def __init__(self, words: Words, mentions: list[Mention], gazetteer: Gazetteer, relation: frozenset[str]) -> None:
        self.words, self.mentions, self.gazetteer, self.relation = words, mentions, gazetteer, relation
        # Ids of places that were taken although others of their name lie in other countries.
        self.open_names: set[str] = set()
        self.situations = gazetteer.lexicon.words("situation")
        self.installations = gazetteer.lexicon.words("installation")
        self.aloud = gazetteer.lexicon.words("aloud")
        self.staying = gazetteer.lexicon.words("staying")
        self.facilities = gazetteer.lexicon.words("facility")
        self.regions = gazetteer.lexicon.words("region")
        self.not_bodies = gazetteer.lexicon.words("notbody")

    def of_clause(self, clause: Clause, kind: EventType) -> list[Venue]:
        here = [m for m in self.mentions if clause.first <= m.first < clause.last]
        found = []
        for mention in here:
            if mention.first >= clause.reported_at:
                continue
            if self._takes_place_at(mention, clause, kind) and (venue := self._venue(mention)):
                found.append(venue)
        return self._known_context(found or self._of_opening(here, clause))

    def _of_opening(self, here: list[Mention], clause: Clause) -> list[Venue]:
        """`After two days of talks in Hanoi, the ministers agree`: where what the headline concludes was held."""
        opening_words = self.words.norms[clause.first : clause.first + 5]
        if opening_words[0] not in ("after", "following") or _LASTING.isdisjoint(opening_words):
            return []
        comma = next((i for i in range(clause.first, clause.verb_at) if "," in self.words.gaps[i]), clause.first)
        opening = [m for m in here if m.first < comma and m.kind in (PLACE, STATE) and self._pinpoints(m)]
        held = (self._venue(m) for m in opening if self.words.norms[m.first - 1] in ("in", "at"))
        return [venue for venue in held if venue is not None]

    def _known_context(self, found: list[Venue]) -> list[Venue]:
        """A facility of the print alone takes the country of the place named beside it."""
        country = next((v.country for v in found if v.country), None)
        return [
            replace(v, country=country)
            if v.country is None and v.latitude is None and v.kind is not VenueKind.WATER
            else v
            for v in found
        ]

    def _takes_place_at(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        if mention.kind not in (PLACE, STATE, UNKNOWN, BODY) or self._names_something_else(mention):
            return False
        if mention.kind in (UNKNOWN, BODY) and not (
            self._facility(mention)
            or self._beside_place(mention)
            or self._is_mission(mention)
            or self._is_site(mention)
            or self._is_seat(mention)
        ):
            return False
        if self._is_subject(mention, clause):
            return self._hosts(mention, clause)
        at = self._preposition(mention)
        if at is None:
            return self._hosts(mention, clause) or self._visited(mention, clause, kind)
        word = self.words.norms[at]
        if mention.adjective or (word == "at" and mention.kind == STATE and not self._pinpoints(mention)):
            return False
        if self._seat_of_speaker(mention, clause, at):
            return False
        if kind not in _FORCE and (word == "over" or (word in ("around", "across") and mention.kind == STATE)):
            return False
        if word in _AT:
            return kind is not EventType.MESSAGE and not self._situation(mention, at, clause, kind)
        if word == "from":
            launched = clause.verb is not None and clause.verb.lemma == "launch"
            left = self.words.norms[at - 1] == "way"
            return (kind is EventType.MILITARY or launched) and at > clause.verb_at and not left
        if word in _MOVING and kind in _FORCE:
            return not self._situation(mention, at, clause, kind)
        if word == "of":
            before = self.words.norms[at - 1]
            return before in _PARTS or (kind in _FORCE and before in _DISTANCES)
        if word == "on":
            if kind in _MEETING and self.words.norms[mention.core.last - 1] in _ISLANDS:
                return True
            return (kind in _FORCE or kind is EventType.VISIT) and self._is_ground(mention)
        if word == "to" and self.words.norms[at - 1] in ("way", "route"):
            return False
        if word == "to" and self._on_a_visit(at):
            return True
        if word == "into":
            return kind is EventType.VISIT
        verb = clause.verb
        if word == "to" and verb is not None and at > clause.verb_at:
            sent = verb.lemma in _SENDING and (
                kind in _FORCE or (kind is EventType.CEREMONY and self._pinpoints(mention))
            )
            return verb.object == "place" or kind is EventType.VISIT or sent
        return word == "for" and verb is not None and verb.lemma in ("leave", "depart", "head")

    def _names_something_else(self, mention: Mention) -> bool:
        """`Tokyo Declaration`, `Shanghai-based`, `Beijing's`: the place is part of another name."""
        if mention.last >= len(self.words):
            return False
        gap, norm = self.words.gaps[mention.last], self.words.norms[mention.last]
        if gap in ("-", "–"):
            return True
        if norm == "'s":
            return mention.kind is STATE
        return (
            gap == " "
            and self.words.forms[mention.last][0].isupper()
            and (norm in self.not_bodies or norm in self.gazetteer.lexicon.words("body"))
        )

    def _preposition(self, mention: Mention) -> int | None:
        """The preposition that governs a mention, past adjectives and `city of`; or over a list of places."""
        i = mention.first - 1
        steps = 0
        while i >= 0 and steps < 14:
            norm = self.words.norms[i]
            gap = self.words.gaps[i + 1]
            if self._is_place_word(i):
                i -= 1
                continue
            if norm in _AT or (norm in _TO and not (norm == "of" and self._of_a_part(i))):
                return i
            if norm in _SKIP or (norm == "and" and gap in (" ", ",")):
                i -= 1
                steps += 1
                continue
            return None
        return None

    def _of_a_part(self, i: int) -> bool:
        """`city of`, `the north of`; not `south of`, which is outside."""
        before = self.words.norms[max(0, i - 2) : i]
        return bool(before) and before[-1] in _SKIP and (before[-1] not in _DISTANCES or before[0] == "the")

    def _is_place_word(self, i: int) -> bool:
        return any(
            m.first <= i < m.last and (m.kind in (PLACE, STATE) or (m.kind in (UNKNOWN, BODY) and self._facility(m)))
            for m in self.mentions
        )

    def _situation(self, mention: Mention, at: int, clause: Clause, kind: EventType) -> bool:
        """`the situation in Iraq`: a place that is talked about."""
        if at == clause.first:
            return False
        before = self.words.norms[at - 1]
        if before in (self.situations if self.words.norms[at] == "in" else self.installations):
            return True
        if before in self.staying and at < clause.verb_at:
            return True
        if before == "waters" and kind not in _FORCE:
            return True
        if self.words.norms[max(0, at - 3) : at - 1] == ["to", "be"]:
            return True
        if self._is_asked_for(clause, at):
            return True
        part = clause.parts[at - clause.first]
        if part is Part.OTHER_TIME:
            return True
        if part is not Part.PLACE_SPOKEN_OF or (kind in _FORCE and at > clause.verb_at):
            return False
        if at < clause.verb_at and kind is not EventType.INCIDENT and not self._is_occasion(clause):
            return True
        return not self._pinpoints(mention)

    def _is_occasion(self, clause: Clause) -> bool:
        """`In a speech to the council in New York, he urges`: where it is said stands before."""
        opening = self.words.norms[clause.first : clause.first + 4]
        return opening[0] in ("in", "at", "during") and not self.aloud.isdisjoint(opening)

    def _is_asked_for(self, clause: Clause, at: int) -> bool:
        """`invites the SEF to reopen talks in Beijing`: a place of what is only asked for."""
        if clause.verb is None or clause.verb.lemma not in _ASKING:
            return False
        norms, verbs = self.words.norms, self.gazetteer.lexicon.verbs
        asked = (verbs.get((norms[k + 1],)) for k in range(clause.verb_at + 1, at - 1) if norms[k] == "to")
        return any(form is not None and not form.third and not form.past for form in asked)

    def _is_ground(self, mention: Mention) -> bool:
        """An island, a reef, a mountain, a border: what one stands on."""
        kinds = {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}
        return bool(kinds) and not kinds & {"city", "country"}

    def _on_a_visit(self, at: int) -> bool:
        """`during a visit to Manila`: where something is said."""
        before = self.words.norms[max(0, at - 5) : at]
        return (
            bool(before)
            and before[-1] in ("visit", "trip", "tour", "stopover")
            and ("during" in before or "on" in before)
        )

    def _seat_of_speaker(self, mention: Mention, clause: Clause, at: int) -> bool:
        """`The Ministry of National Defense in Taipei announces`: where a body sits, not where it speaks."""
        if clause.verb is None or clause.verb.type != "statement" or at > clause.verb_at:
            return False
        return any(m.kind == BODY and m.last == at and not self._sits(m) for m in self.mentions)

    def _sits(self, body: Mention) -> bool:
        """A court or an assembly, which decides where it comes together."""
        keys = body.core.keys(Sort.BODY)
        name = fold(self.gazetteer.bodies[keys[0]].name).split() if keys else self.words.norms[: body.core.last]
        return not set(name[-3:]).isdisjoint(self.gazetteer.lexicon.words("sitting"))

    def _pinpoints(self, mention: Mention) -> bool:
        """A city or a building, which is seldom what talks are about."""
        if mention.core.has(Sort.CAPITAL) or (mention.core.has(Sort.METONYM) and mention.core.has(Sort.PLACE)):
            return True
        kinds = {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}
        built = self.words.norms[mention.core.last - 1] in self.facilities
        return "city" in kinds or ("facility" in kinds and built) or mention.kind in (UNKNOWN, BODY)

    def _is_subject(self, mention: Mention, clause: Clause) -> bool:
        governed = mention.first > 0 and self.words.norms[mention.first - 1] in _AT | _TO
        return clause.verb is not None and mention.last == clause.verb_at and not governed

    def _hosts(self, mention: Mention, clause: Clause) -> bool:
        """A city that hosts."""
        if clause.verb is None or clause.verb.lemma not in ("host", "co-host"):
            return False
        city = mention.core.has(Sort.CAPITAL, Sort.PLACE) and not mention.core.has(Sort.STATE)
        return city and mention.last == clause.verb_at

    def _visited(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        if clause.verb is None or mention.adjective:
            return False
        if kind is EventType.INCIDENT and clause.verb.lemma in _STRIKING:
            return clause.verb_at < mention.first <= clause.verb_at + 4
        if clause.verb.object != "place":
            return False
        return mention.first > clause.verb_at and clause.parts[mention.first - clause.first] is Part.PLACE

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
        if mention.kind != UNKNOWN or i == 0 or self.words.norms[i - 1] not in _SITED or self.words.quoted[i]:
            return False
        return self.words.norms[mention.core.last - 1] not in self.not_bodies

    def _is_seat(self, mention: Mention) -> bool:
        """`at the State Department`, `outside the Diet`: the building of an institution."""
        if mention.kind != BODY or self.words.norms[mention.first - 1 : mention.first] != ["the"]:
            return False
        kinds = {self.gazetteer.bodies[key].kind for key in mention.core.keys(Sort.BODY)}
        seated = bool(kinds & _SEATED) or mention.core.has(Sort.GENERIC)
        named = not self.words.forms[mention.core.first].isupper()
        return seated and named and mention.first > 1 and self.words.norms[mention.first - 2] in _BUILT

    def _is_mission(self, mention: Mention) -> bool:
        """An embassy or a consulate, which stands on its ground."""
        return bool({"embassy", "consulate"} & set(mention.core.keys(Sort.GENERIC)))

    def _mission(self, mention: Mention, printed: str) -> Venue | None:
        """`the Japanese Embassy in Seoul`: the building, by whose it is and where."""
        k = self.mentions.index(mention)
        whose = self.mentions[k - 1] if k else None
        where = self.mentions[k + 1] if k + 1 < len(self.mentions) else None
        if whose is None or whose.kind != STATE or where is None or where.kind not in (PLACE, STATE):
            return None
        city = self._venue(where)
        if city is None or self.words.norms[mention.last : where.first] != ["in"]:
            return None
        state = self.gazetteer.states[whose.countries[0]].name
        name = f"{self.words.forms[mention.core.last - 1].capitalize()} of {state} in {city.name}"
        rule = "mission of a state in a city"
        return Venue(name, VenueKind.FACILITY, city.country, city.latitude, city.longitude, None, printed, None, rule)

    def _facility(self, mention: Mention) -> bool:
        last = self.words.norms[mention.core.last - 1]
        if mention.core.has(Sort.GENERIC) and not mention.core.has(Sort.PLACE):
            return False
        return last in self.facilities or last in self.regions or mention.core.has(Sort.PLACE)

    # --- the venue of a mention

    def _venue(self, mention: Mention) -> Venue | None:
        printed = self.words.span(mention.core.first, mention.core.last)
        keys = mention.core.keys(Sort.PLACE)
        if keys:
            return _of_place(self._choose(keys), printed, keys)
        if mention.kind == STATE:
            code = mention.countries[0]
            state = self.gazetteer.states[code]
            if mention.core.has(Sort.STATE):
                return Venue(state.name, VenueKind.COUNTRY, code, mention=printed, key=code, rule="name of a state")
            return None
        if self._is_mission(mention):
            return self._mission(mention, printed)
        region = self.words.norms[mention.core.last - 1] in self.regions
        kind = VenueKind.REGION if region else VenueKind.FACILITY
        return Venue(
            printed, kind, self._country_of_seat(mention), mention=printed, rule="name as printed, in no table"
        )

    def _country_of_seat(self, mention: Mention) -> str | None:
        """The country of the institution that a building is called after, if only one has such an institution."""
        bodies = [self.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)]
        word = self.words.norms[mention.core.last - 1]
        for function in mention.core.keys(Sort.GENERIC):
            alike = (b for (known, _), b in self.gazetteer.bodies_by_function.items() if known == function)
            bodies += [body for body in alike if word in body.words]
        countries = {body.country for body in bodies}
        return countries.pop() if len(countries) == 1 else None

    def _choose(self, keys: list[str]) -> Place:
        """Of places of one name that in a country which the text names, or in one of the two sides, else the first."""
        places = [self.gazetteer.places[k] for k in keys]
        if len(places) == 1:
            return places[0]
        named = {c for m in self.mentions for c in m.countries}
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
