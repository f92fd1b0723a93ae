"""Where the headline's event takes place."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.extracting.clauses import Clause
from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.mention import BODY, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.sentence import BE
from chronicle.extracting.sites import Sites
from chronicle.extracting.words import Words
from chronicle.model import EventType, Venue, VenueKind

_AT = frozenset("in at near off aboard inside outside around across along over onboard".split())
_TO = frozenset("to for from via through into on of".split())
_FORCE = frozenset({EventType.MILITARY, EventType.EXERCISE, EventType.INCIDENT})
_MEETING = frozenset({EventType.MEETING, EventType.CEREMONY, EventType.AGREEMENT})
_GATHERED = _MEETING | {EventType.STATEMENT, EventType.EXERCISE, EventType.POLITICS}
_BODILY = _FORCE | {
    EventType.VISIT,
    EventType.MEETING,
    EventType.CEREMONY,
    EventType.COOPERATION,
    EventType.AID,
    EventType.OTHER,
}
_MOVING = frozenset({EventType.COOPERATION, EventType.AID, EventType.INCIDENT, EventType.MILITARY, EventType.OTHER})
_PHYSICAL = _FORCE | {EventType.CEREMONY, EventType.OTHER}
_SPOKEN = frozenset({EventType.STATEMENT, EventType.MEETING, EventType.AGREEMENT, EventType.MESSAGE})
_BESIDE = frozenset("near off aboard".split())
_OPENED = frozenset({EventType.COOPERATION, EventType.CEREMONY, EventType.INCIDENT, EventType.MILITARY})
_HERE = (Part.PLACE, Part.ACTS)
_WARES = frozenset("arms weapons sales aid access approach threat threats response answer".split())
_SAID = frozenset({EventType.STATEMENT, EventType.MESSAGE})
_PARTIES = frozenset("delegation mission team group party".split())
_LONG_AGO = frozenset("last previous earlier year years month months week weeks ago later next".split())
_VISITORS = frozenset("he she they".split())
_OF_OTHERS = frozenset("incident military sanction politics".split())
_GOTTEN = frozenset("leased bought purchased imported acquired borrowed chartered ordered built received".split())
_SAME = frozenset("they both".split())
_OF_BOTH = frozenset("two three four sides pair".split())
_ISLANDS = frozenset("island islands atoll islet".split())
_LASTING = frozenset("days hours weeks months".split())
_PARTS = frozenset(
    "streets outskirts suburbs grounds waters lawn steps bank banks shore shores premises campus deck roof building"
    " buildings entrance courtyard courtyards runway stretch line mouth wall walls fence slopes beaches beach foot"
    " coast margins".split()
)
_MARGINS = frozenset("sidelines margins fringes".split())
_INQUIRIES = frozenset("inquiry inquiries probe probes investigation investigations research insight".split())
_TOPICS = frozenset("for on about over regarding concerning against".split())
_DISTANCES = frozenset("miles kilometers km south north east west side sides".split())
_SKIP = frozenset(
    "the a an front end edge tip side city town village province prefecture capital port state region of northern"
    " southern eastern western northeastern northwestern southeastern southwestern central north south east west part"
    " gate gates main rear entrance compound coast waters coastal nearby island islands neighboring resort border"
    " county s 's area international territorial disputed open truce seaside ancient historic old remote".split()
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

    Of later sentences only the further stations of a visit, and where one seats what has no place in the headline
    (`The two are in Manila for ...`). `relation` holds the states whose chronology it is.
    """
    finder = _Finder(words, mentions, gazetteer, relation)
    found = finder.of_clause(clauses[0], kind) if clauses else []
    if kind is EventType.VISIT:
        visited = {v.country for v in found if v.country}
        for clause in clauses[1:]:
            if clause.verb is not None and clause.verb.type in _OF_OTHERS and not finder.goes_on(clause):
                continue
            later = finder.of_clause(clause, kind)
            found += [v for v in later if v.country in visited or not visited]
    if not found and kind in _GATHERED:
        found = [
            venue for clause in clauses[1:] if finder.tells_of_same(clause) for venue in finder.of_clause(clause, kind)
        ]
    venues = _most_specific(found)
    doubtful = any(venue.key in finder.sites.open_names for venue in venues)
    return venues, ("venue_ambiguous",) if doubtful else ()


def _most_specific(found: list[Venue]) -> tuple[Venue, ...]:
    """Without repeats, and without a country in which another of the venues lies."""
    kept: dict[str, Venue] = {}
    for venue in found:
        kept.setdefault(venue.name, venue)
    small = {v.country for v in kept.values() if v.kind is not VenueKind.COUNTRY}
    return tuple(v for v in kept.values() if v.kind is not VenueKind.COUNTRY or v.country not in small)


def _of_a_chain(venue: Venue, cities: set[str | None]) -> Venue:
    """`the Windsor Hotel` in Taichung is not the one of that name in Japan."""
    printed = venue.mention or venue.name
    if "Hotel" not in printed or len(cities) != 1 or venue.country in cities:
        return venue
    rule = "name as printed, in no table"
    return Venue(printed, venue.kind, next(iter(cities)), mention=printed, rule=rule)


class _Finder:
    def __init__(self, words: Words, mentions: list[Mention], gazetteer: Gazetteer, relation: frozenset[str]) -> None:
        self.words, self.mentions = words, mentions
        self.sites = Sites(words, mentions, gazetteer, relation)
        self.lexicon = gazetteer.lexicon
        self.situations, self.installations = self.lexicon.words("situation"), self.lexicon.words("installation")
        self.conveying = self.lexicon.words("conveying")
        self.aloud, self.staying = self.lexicon.words("aloud"), self.lexicon.words("staying")

    def of_clause(self, clause: Clause, kind: EventType) -> list[Venue]:
        here = [m for m in self.mentions if clause.first <= m.first < clause.last]
        found = []
        for mention in here:
            if mention.first >= clause.reported_at:
                continue
            if self._takes_place_at(mention, clause, kind) and (venue := self.sites.venue_of(mention)):
                found.append(venue)
        return self._known_context(found or self._of_opening(here, clause))

    def goes_on(self, clause: Clause) -> bool:
        """`In Canberra he becomes the first`: a later sentence on the visitor."""
        return not _VISITORS.isdisjoint(self.words.norms[clause.first : clause.verb_at])

    def tells_of_same(self, clause: Clause) -> bool:
        """`The two are in Manila for`, `The talks take place in`: a later sentence on where the headline's event is."""
        opening, verb = self.words.norms[clause.first : clause.first + 3], clause.verb
        is_there = not BE.isdisjoint(opening)
        if not is_there and (verb is None or not (verb.by in ("hold", "host") or verb.type == "meeting")):
            return False
        if opening[0] in _SAME:
            return True
        noun = self.lexicon.nouns.get((opening[1],)) if len(opening) > 1 else None
        return opening[0] == "the" and (opening[1] in _OF_BOTH or noun == "meeting")

    def _of_opening(self, here: list[Mention], clause: Clause) -> list[Venue]:
        """`After two days of talks in Hanoi, the ministers agree`: where what the headline concludes was held."""
        opening_words = self.words.norms[clause.first : clause.first + 5]
        if opening_words[0] not in ("after", "following") or _LASTING.isdisjoint(opening_words):
            return []
        comma = next((i for i in range(clause.first, clause.verb_at) if "," in self.words.gaps[i]), clause.first)
        opening = [m for m in here if m.first < comma and m.kind in (PLACE, STATE) and self.sites.pinpoints(m)]
        held = (self.sites.venue_of(m) for m in opening if self.words.norms[m.first - 1] in ("in", "at"))
        return [venue for venue in held if venue is not None]

    def _known_context(self, found: list[Venue]) -> list[Venue]:
        """A facility of the print alone takes the country of the place named beside it; so does a hotel elsewhere."""
        country = next((v.country for v in found if v.country), None)
        cities = {v.country for v in found if v.kind is VenueKind.CITY}
        return [
            replace(v, country=country)
            if v.country is None and v.latitude is None and v.kind is not VenueKind.WATER
            else _of_a_chain(v, cities)
            for v in found
        ]

    def _takes_place_at(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        if not self.sites.may_be_venue(mention):
            return False
        if self._is_subject(mention, clause):
            held = self._hosts(mention, clause) or self._celebrates(mention, kind)
            return held or self._is_opened(mention, clause, kind)
        if self._speaks(mention):
            return False
        at = self._preposition(mention)
        if at is None:
            done_to = self._is_opened(mention, clause, kind)
            return done_to or self._hosts(mention, clause) or self._visited(mention, clause, kind)
        if mention.adjective or self._seat_of_speaker(mention, clause, at):
            return False
        governed = _GOVERNED.get(self.words.norms[at])
        return governed is not None and governed(self, mention, clause, kind, at)

    # --- by the preposition at word `at`

    def _at(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        word = self.words.norms[at]
        if kind is EventType.MESSAGE or (word == "at" and mention.kind == STATE and not self.sites.pinpoints(mention)):
            return False
        if kind not in _FORCE and (word == "over" or (word in ("around", "across", "along") and mention.kind == STATE)):
            return False
        return not self._situation(mention, at, clause, kind)

    def _leads_on(self, mention: Mention, at: int) -> bool:
        """`from Guangzhou to`: one end of a way, between two points."""
        beyond = self.words.norms[mention.last : mention.last + 5]
        return "to" in beyond and self.sites.pinpoints(mention) and self.words.norms[at - 1] != "way"

    def _from(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        """`launches a missile from Sohae`; not `on its way from Amsterdam`."""
        verb = clause.verb
        if verb is not None and at > clause.verb_at and self._leads_on(mention, at) and kind in _MOVING:
            return True
        spread = kind is EventType.INCIDENT and verb is not None and verb.object == "place"
        if kind in _MEETING and not self.lexicon.words("video").isdisjoint(self.words.norms[clause.verb_at : at]):
            return self.sites.pinpoints(mention)
        if kind is EventType.STATEMENT:
            return verb is not None and at == clause.verb_at + 1 and self.sites.is_built(mention)
        if mention.kind == STATE and not self.sites.pinpoints(mention) and self.words.norms[at - 1] in _GOTTEN:
            return False
        if kind in _MOVING and mention.kind == PLACE and self.sites.is_built(mention) and at > clause.verb_at:
            return True
        launched = kind is EventType.MILITARY or spread or (verb is not None and "launches" in verb.marks)
        return launched and at > clause.verb_at and self.words.norms[at - 1] != "way"

    def _of(self, _: Mention, __: Clause, kind: EventType, at: int) -> bool:
        """`in the streets of Taipei`; for forces also `200 miles south of Okinawa`."""
        before = self.words.norms[at - 1]
        return before in _PARTS or (kind in _FORCE and before in _DISTANCES)

    def _on(self, mention: Mention, _: Clause, kind: EventType, __: int) -> bool:
        if not _ISLANDS.isdisjoint(self.words.norms[mention.core.last - 1 : mention.core.last + 1]):
            return True
        return kind not in _SPOKEN and self.sites.is_ground(mention)

    def _into(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        if self.words.norms[at - 1] in _INQUIRIES:
            return False
        return kind is EventType.VISIT or self._through(mention, clause, kind, at)

    def _through(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        """`shot through the strait`; on a journey what is passed, too."""
        if kind is EventType.VISIT:
            return at > clause.verb_at and self.sites.pinpoints(mention) and clause.parts[at - clause.first] in _HERE
        return kind in _FORCE and not self._situation(mention, at, clause, kind)

    def _between_two(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        """`brings passengers from Guangzhou to Taoyuan`, at its `to`: what moves is there."""
        start = next((k for k in range(at - 1, max(clause.verb_at, at - 7), -1) if self.words.norms[k] == "from"), None)
        moved = start is not None and kind in _MOVING and self.words.norms[start - 1] != "way"
        return moved and self.sites.pinpoints(mention)

    def _to(self, mention: Mention, clause: Clause, kind: EventType, at: int) -> bool:
        """`travels to Seoul`, `sends troops to Honiara`, `on a visit to Manila`; not `on the way to Africa`."""
        if self.words.norms[at - 1] in ("way", "route"):
            return False
        if self._on_a_visit(at) or self._between_two(mention, clause, kind, at):
            return True
        if self.words.norms[at - 1] in _PARTIES and kind not in _SAID and clause.verb_at < at < clause.reported_at:
            return True
        if clause.verb is None or at < clause.verb_at:
            return False
        offered = kind is EventType.CEREMONY and self.sites.pinpoints(mention)
        sent = "sends" in clause.verb.marks and (kind in _FORCE or offered)
        if kind is EventType.VISIT and self.words.norms[at - 1] in _WARES:
            return False
        carried = clause.verb.lemma in self.conveying and kind is not EventType.STATEMENT
        if carried and (self.sites.pinpoints(mention) or self.sites.is_ground(mention)):
            return True
        return clause.verb.object == "place" or kind is EventType.VISIT or sent

    def _for(self, _: Mention, clause: Clause, __: EventType, ___: int) -> bool:
        return clause.verb is not None and "departs" in clause.verb.marks

    # --- what governs a mention

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
            m.first <= i < m.last
            and (m.kind in (PLACE, STATE) or (m.kind in (UNKNOWN, BODY) and self.sites.is_facility(m)))
            for m in self.mentions
        )

    # --- what is only talked about

    def _situation(self, mention: Mention, at: int, clause: Clause, kind: EventType) -> bool:
        """`the situation in Iraq`: a place that is talked about."""
        if at == clause.first:
            return False
        before = self.words.norms[at - 1]
        clash = kind is EventType.INCIDENT and before in self.lexicon.words("force")
        built = self.sites.is_built(mention) and kind in _MEETING
        if not (clash or built) and before in (self.situations if self.words.norms[at] == "in" else self.installations):
            return True
        if before in self.staying and at < clause.verb_at:
            return True
        if before == "waters" and kind not in _FORCE:
            return True
        if self.words.norms[max(0, at - 3) : at - 1] == ["to", "be"]:
            return True
        if self._is_held(at) or not _MARGINS.isdisjoint(self.words.norms[max(clause.first, at - 8) : at]):
            return False
        if self._is_asked_for(clause, at):
            return True
        part = clause.parts[at - clause.first]
        if part is Part.OTHER_TIME:
            return not self._adjoins(clause, at, kind)
        if kind is EventType.VISIT and clause.verb_at < at and self._only_object(clause, at):
            return False
        physical = kind in _FORCE or (kind not in _SPOKEN and self.words.norms[at] in _BESIDE)
        if part is not Part.PLACE_SPOKEN_OF or (physical and at > clause.verb_at):
            return False
        if at < clause.verb_at and kind is not EventType.INCIDENT and not self._is_occasion(clause):
            return True
        return not (self.sites.pinpoints(mention) or (self.words.norms[at] == "at" and self.sites.is_built(mention)))

    def _adjoins(self, clause: Clause, at: int, kind: EventType) -> bool:
        """`before meeting Hu in Beijing`, `after talks at a house`: of the same day, what came before or next."""
        norms = self.words.norms
        opens = next((k for k in range(at - 1, clause.verb_at, -1) if norms[k] in ("before", "after")), None)
        if opens is None or kind not in (EventType.VISIT, EventType.MEETING) or at - opens > 12:
            return False
        between = norms[opens + 1 : at]
        if not _LONG_AGO.isdisjoint(between):
            return False
        nouns, verbs = self.lexicon.nouns, self.lexicon.verbs
        return any(nouns.get((norm,)) == "meeting" or (norm.endswith("ing") and (norm,) in verbs) for norm in between)

    def _is_held(self, at: int) -> bool:
        """`a conference that the ministry hosts in Moscow`."""
        form = self.lexicon.verbs.get((self.words.norms[at - 1],))
        return form is not None and form.verb.by in ("host", "hold")

    def _only_object(self, clause: Clause, at: int) -> bool:
        """`views the gas fields in the East China Sea`: nothing between names a topic."""
        return _TOPICS.isdisjoint(self.words.norms[clause.verb_at : at])

    def _is_occasion(self, clause: Clause) -> bool:
        """`In a speech to the council in New York, he urges`: where it is said stands before."""
        opening = self.words.norms[clause.first : clause.first + 4]
        form = self.lexicon.verbs.get((opening[0],))
        if form is not None and form.participle and opening[1] in ("in", "at"):
            return True
        return opening[0] in ("in", "at", "during") and not self.aloud.isdisjoint(opening)

    def _is_asked_for(self, clause: Clause, at: int) -> bool:
        """`invites the SEF to reopen talks in Beijing`: a place of what is only asked for, or agreed on."""
        if clause.verb is None or not ("asks" in clause.verb.marks or clause.verb.type == "agreement"):
            return False
        norms, verbs = self.words.norms, self.lexicon.verbs
        asked = (verbs.get((norms[k + 1],)) for k in range(clause.verb_at + 1, at - 1) if norms[k] == "to")
        return any(form is not None and not form.third and not form.past for form in asked)

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
        if clause.verb is None or clause.verb.type != "statement" or at > clause.verb_at or self._is_occasion(clause):
            return False
        return any(
            m.kind == BODY and m.last == at and not (self.sites.sits(m) or self._is_of(m)) for m in self.mentions
        )

    def _is_of(self, mention: Mention) -> bool:
        """`the summit of the Organization`."""
        before = self.words.norms[max(0, mention.first - 2) : mention.first]
        return before[-1:] == ["of"] or before == ["of", "the"]

    # --- places without a preposition

    def _is_subject(self, mention: Mention, clause: Clause) -> bool:
        governed = mention.first > 0 and self.words.norms[mention.first - 1] in _AT | _TO
        return clause.verb is not None and mention.last == clause.verb_at and not governed

    def _speaks(self, mention: Mention) -> bool:
        """`..., Tokyo says`: who speaks, named behind what is said."""
        words, i = self.words, mention.first - (self.words.norms[mention.first - 1] == "the")
        if i <= 0 or "," not in words.gaps[i] or mention.last >= len(words):
            return False
        form = self.lexicon.verbs.get((words.norms[mention.last],))
        closes = mention.last + 1 >= len(words) or words.sentence[mention.last + 1] != words.sentence[i]
        return form is not None and form.finite and closes

    def _celebrates(self, mention: Mention, kind: EventType) -> bool:
        """`Hiroshima marks the anniversary`; a capital may be its state."""
        core = mention.core
        return kind is EventType.CEREMONY and core.has(Sort.PLACE) and not core.has(Sort.CAPITAL, Sort.STATE)

    def _hosts(self, mention: Mention, clause: Clause) -> bool:
        """A city that hosts."""
        if clause.verb is None or "hosts" not in clause.verb.marks:
            return False
        city = mention.core.has(Sort.CAPITAL, Sort.PLACE) and not mention.core.has(Sort.STATE)
        return city and mention.last == clause.verb_at

    def _is_opened(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        """`The Nathu La pass is opened for trade`: a spot that something is done to, at the head of the sentence."""
        heads = set(self.words.norms[clause.first : mention.first]) <= _SKIP
        votes = not self.lexicon.words("voting").isdisjoint(self.words.norms[mention.last : clause.verb_at + 1])
        if kind is EventType.POLITICS and heads and mention.kind == PLACE and votes:
            return True
        spot = mention.kind == PLACE and (self.sites.is_ground(mention) or self.sites.is_built(mention))
        return heads and spot and clause.passive and kind in _OPENED and mention.first < clause.verb_at

    def _visited(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        if clause.verb is None or mention.adjective:
            return False
        if kind is EventType.INCIDENT and "strikes" in clause.verb.marks:
            return clause.verb_at < mention.first <= clause.verb_at + 4
        if self._is_struck(mention, clause, kind):
            return True
        if clause.verb.object != "place" and not self._toured(mention, kind):
            return False
        return mention.first > clause.verb_at and clause.parts[mention.first - clause.first] is Part.PLACE

    def _is_struck(self, mention: Mention, clause: Clause, kind: EventType) -> bool:
        """`shells Yeonpyeong Island`, `climbs Mount Paektu`: a spot right behind the verb, in a physical act."""
        if kind not in _PHYSICAL or clause.verb is None or "gives" in clause.verb.marks:
            return False
        if not (self.sites.is_ground(mention) or self.sites.pinpoints(mention)):
            return False
        between = self.words.norms[clause.verb_at + 1 : mention.first]
        return mention.kind == PLACE and mention.first > clause.verb_at and set(between) <= _SKIP

    def _toured(self, mention: Mention, kind: EventType) -> bool:
        """`lectures in Beijing and inspects Pudong`: the place right behind a verb of its own that asks for one."""
        i = mention.first - 1
        while i > 0 and self.words.norms[i] in _SKIP:
            i -= 1
        form = self.lexicon.verbs.get((self.words.norms[i],))
        toured = kind in _BODILY or kind is EventType.STATEMENT
        return toured and form is not None and form.verb.object == "place" and form.verb.type == "visit"


_GOVERNED: dict[str, Callable[[_Finder, Mention, Clause, EventType, int], bool]] = {
    **dict.fromkeys(_AT, _Finder._at),
    "from": _Finder._from,
    "of": _Finder._of,
    "on": _Finder._on,
    "to": _Finder._to,
    "into": _Finder._into,
    "through": _Finder._through,
    "for": _Finder._for,
}
