"""Where the headline's event takes place."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace

from chronicle.extracting.clauses import Clause
from chronicle.extracting.eventtypes import CONVENED, FIGHTING, FORCE, HELD, TALKS
from chronicle.extracting.folding import fold
from chronicle.extracting.functionwords import ABOUT, BE, RELATIVE_PRONOUNS
from chronicle.extracting.gazetteer import Gazetteer
from chronicle.extracting.geocoding import AS_PRINTED, Geocoder
from chronicle.extracting.locative import (
    closes_the_news,
    goes_on,
    governor,
    is_wide,
    says_where,
    seats_the_gathering,
    seats_the_speech,
)
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, Mention, beginning_in
from chronicle.extracting.parts import Part
from chronicle.extracting.setting import Setting
from chronicle.extracting.sites import Sites
from chronicle.extracting.ungoverned import is_subject, is_where_as_object, is_where_as_subject, names_talks, speaks
from chronicle.extracting.units import is_place_cell, tells_how_it_lies
from chronicle.extracting.words import Words
from chronicle.model import EventType, Venue, VenueKind

_GATHERED = CONVENED | {EventType.STATEMENT, EventType.EXERCISE, EventType.POLITICS}
_TOLD_LATER = _GATHERED | FIGHTING | {EventType.AID, EventType.COOPERATION}
_OF_OTHERS = FIGHTING | {EventType.SANCTION, EventType.POLITICS}
_TALKED = TALKS | {EventType.STATEMENT}
_REACHED = frozenset({"in", "at", "to"})
_WHERE = frozenset("in at off near over around through".split())
_UPON = frozenset("while on upon".split())
_WHOSE = frozenset("his her their the".split())
_PEOPLE = frozenset("he she they".split())
_SEVERAL = frozenset("they both".split())
_WHAT_FELL = frozenset("it they both the one".split())


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
    sites, lexicon = Sites(words, mentions, gazetteer), gazetteer.lexicon
    geocoder = Geocoder(sites, relation)
    before_place = lexicon.words("beforeplace") | {"'s"}
    settings = [Setting(words, words.norms, mentions, c, kind, sites, lexicon, before_place) for c in clauses]
    found = _without_containing(_of_event(settings, geocoder), gazetteer)
    venues = _without_continents(found, lexicon.words("continent"))
    doubtful = any(venue.key in geocoder.open_names for venue in venues)
    return venues, ("venue_ambiguous",) if doubtful else ()


def _of_event(settings: list[Setting], geocoder: Geocoder) -> tuple[Venue, ...]:
    """The venues of the headline, then of the later sentences that tell where it was."""
    if not settings:
        return ()
    headline, *later = settings
    cells = [s for s in settings if is_place_cell(s.words, s.mentions, s.clause, s.lexicon)]
    found = _of_sentence(headline, geocoder) + [v for cell in cells for v in _of_cell(cell, geocoder)]
    if headline.kind is EventType.VISIT:
        return _with_stations(found, _further_stations(found, later, geocoder))
    if not found and headline.kind in _TOLD_LATER:
        found = [v for setting in later if _tells_of_same(setting) for v in _of_sentence(setting, geocoder)]
    return _most_specific(found)


def _of_sentence(setting: Setting, geocoder: Geocoder) -> list[Venue]:
    clause = setting.clause
    here = [m for m in setting.mentions if clause.first <= m.first < clause.last]
    begun = [m for m in here if m.first < clause.divided_at]
    told = [m for m in begun if m.first < clause.first_reported_at or _is_told_behind(setting, m)]
    further = [m for m in here if clause.divided_at <= m.first < clause.reported_at]
    places = [m for m in told if _takes_place_at(setting, m)]
    if not places or (setting.kind is EventType.VISIT and not (further and further[0].kind == STATE)):
        places += [m for m in further if _takes_place_at(setting, m)]
    found = _venues(_without_topics(setting, places), geocoder)
    for elsewhere in (_in_opening, _in_relative, _in_subordinate):
        found = found or _venues(elsewhere(setting, here), geocoder)
    return _known_context(found)


def _in_subordinate(setting: Setting, here: list[Mention]) -> list[Mention]:
    """`declare a partnership, as Lee travels to Lima`: where one of them goes, comes, meets or hosts meanwhile.

    And what is said of the event in a relative clause: `The talks, which take place in Lima, bring together`.
    """
    if setting.kind not in CONVENED | {EventType.STATEMENT, EventType.AGREEMENT}:
        return []
    towns = (m for m in here if m.kind in (PLACE, STATE) and not m.adjective and setting.norms[m.first - 1] in _REACHED)
    return [m for m in towns if _of_clause_beside(setting, m.first - 1)]


def _of_clause_beside(setting: Setting, at: int) -> bool:
    """Whether right before the preposition at word `at` stands the verb of such a clause."""
    named = setting.sites.ending
    sizes = (size for size in (2, 1) if tuple(setting.norms[at - size : at]) in setting.lexicon.verbs)
    begin = next((at - size for size in sizes), at)
    form = setting.lexicon.verbs.get(tuple(setting.norms[begin:at]))
    if form is None or not form.finite:
        return False
    if setting.norms[begin - 1] == "which":
        event = setting.lexicon.nouns.get((setting.norms[begin - 2],)) in HELD
        return event and form.verb.by == "take place"
    who = named.get(begin)
    meanwhile = who is not None and who.kind in (PERSON, OFFICE) and setting.before(who.first) == "as"
    return meanwhile and form.third and form.verb.type == EventType.VISIT


def _is_told_behind(setting: Setting, mention: Mention) -> bool:
    """Whether a place behind what is said is where it is said."""
    return (
        seats_the_speech(setting, mention) or seats_the_gathering(setting, mention) or closes_the_news(setting, mention)
    )


def _in_relative(setting: Setting, here: list[Mention]) -> list[Mention]:
    """`fires on a ship, which sinks in the East China Sea`: where forces meet, told in a clause behind the headline.

    So is the water on which somebody is arrested.
    """
    clause, norms = setting.clause, setting.norms
    if setting.kind not in FORCE and not (setting.kind is EventType.POLITICS and setting.marked("law")):
        return []
    opens = next((i for i in range(clause.verb_at, clause.last) if norms[i] in RELATIVE_PRONOUNS), clause.last)
    told = [m for m in here if m.first > opens and m.kind == PLACE and setting.sites.may_be_venue(m)]
    told = [m for m in told if setting.kind in FORCE or setting.sites.is_water(m)]
    return [m for m in told if (at := governor(setting, m)) is not None and norms[at] in _WHERE]


def _without_topics(setting: Setting, places: list[Mention]) -> list[Mention]:
    """`meet in Washington on forces in Japan`: where people meet, what stands behind the town and `on` is a topic.

    A state is one without `on`, too.
    """
    town = next((k for k, place in enumerate(places) if setting.sites.pinpoints(place)), None)
    if town is None or setting.kind not in _TALKED:
        return places
    topic_at = _topic_behind(setting, places[town])
    return [
        place
        for k, place in enumerate(places)
        if k <= town or not (is_wide(setting, place) or topic_at < place.first - 1) or goes_on(setting, place)
    ]


def _topic_behind(setting: Setting, town: Mention) -> int:
    """Where what they talk about begins: `in Ankara with Gates on the halt of work at Sinop`; the end if nowhere.

    Not at `in Ankara and on Monday at Sinop`.
    """
    if _opens_topic(setting, town.last):
        return town.last
    further = range(town.last + 1, setting.clause.last) if setting.behind_verb(town.first) else range(0)
    topics = (k for k in further if _opens_topic(setting, k) and setting.words.gaps[k] == " ")
    return next((k for k in topics if setting.before(k) != "and"), setting.clause.last)


def _opens_topic(setting: Setting, i: int) -> bool:
    """`in Ankara | on a plant at Sinop`, at its `on`; not `in Ankara | on May 3 and at Sinop`."""
    opening = setting.norms[i : i + 2]
    dated = opening[-1:] != [] and (opening[-1][0].isdigit() or opening[-1] in setting.lexicon.words("month"))
    return opening[:1] != [] and opening[0] in ABOUT and not dated


def _venues(places: Iterable[Mention], geocoder: Geocoder) -> list[Venue]:
    return [venue for place in places if (venue := geocoder.venue_of(place)) is not None]


def _of_cell(setting: Setting, geocoder: Geocoder) -> list[Venue]:
    """A row's cell that only names places."""
    clause, words, lexicon = setting.clause, setting.words, setting.lexicon
    here = beginning_in(setting.mentions, clause.first, clause.last)
    return _venues((m for m in here if not tells_how_it_lies(words, m, lexicon)), geocoder)


def _takes_place_at(setting: Setting, mention: Mention) -> bool:
    if not setting.sites.may_be_venue(mention) or _holds_another(setting, mention):
        return False
    if _is_visited_by(setting, mention):
        return True
    if names_talks(setting, mention):
        return True
    if is_subject(setting, mention):
        return is_where_as_subject(setting, mention)
    if speaks(setting, mention):
        return False
    at = governor(setting, mention)
    if at is None or _is_of_verb(setting, at):
        return is_where_as_object(setting, mention)
    return says_where(setting, mention, at)


def _holds_another(setting: Setting, mention: Mention) -> bool:
    """`in South China's Guangdong Province`, at `South China`: said only of where the other place lies."""
    owns = mention.kind == PLACE and setting.norms[mention.last : mention.last + 1] == ["'s"]
    held = setting.sites.starting.get(mention.last + 1)
    return owns and held is not None and held.kind == PLACE


def _is_visited_by(setting: Setting, mention: Mention) -> bool:
    """`Legislators visiting Washington tell the press`, `Wen receives children visiting Beijing`."""
    if setting.norms[max(0, mention.first - 1)] != "visiting" or _describes_visitor(setting, mention):
        return False
    received = setting.kind is EventType.MEETING and setting.part(mention.first) is Part.PLACE
    return mention.first < setting.clause.verb_at or received


def _describes_visitor(setting: Setting, mention: Mention) -> bool:
    """`Visiting US officials say`: whose they are."""
    behind, gap = setting.norms[mention.last : mention.last + 1], setting.words.gaps[mention.last : mention.last + 1]
    return gap == [" "] and not setting.lexicon.words("agent").isdisjoint(behind)


def _is_of_verb(setting: Setting, at: int) -> bool:
    """Whether the preposition at word `at` belongs to the main verb: `takes control of Goma`, `lays siege to`."""
    clause = setting.clause
    within = clause.verb is not None and clause.verb_at < at < clause.verb_at + clause.verb.size
    if within and setting.norms[at] == "at" and clause.verb is not None and clause.verb.object == "place":
        return True  # `calls at the Philippines`
    takes = setting.marked("strikes") or clause.does(setting.lexicon.words("storming"))
    return within and (setting.norms[at] == "of" or takes)


def _in_opening(setting: Setting, here: list[Mention]) -> list[Mention]:
    """Where somebody is: `After two days of talks in Hanoi, they`, `Visiting Hanoi`, `On arriving in Hanoi`."""
    clause, norms = setting.clause, setting.norms
    opening = norms[clause.first : clause.first + 5]
    upon = opening[0] in _UPON
    at = clause.first + upon + (upon and opening[1:2] != [] and opening[1] in _WHOSE)
    doing = next((setting.lexicon.verbs.get((norm,)) for norm in norms[at : at + 1] if norm.endswith("ing")), None)
    comes = upon and not setting.lexicon.words("coming").isdisjoint(norms[at : at + 1])
    if comes or (doing is not None and (doing.verb.object == "place" or doing.verb.type == EventType.EXERCISE)):
        behind = at + 1 + (norms[at + 1 : at + 2] in (["to"], ["in"], ["at"]))
        behind += norms[behind : behind + 1] == ["the"]
        return [m for m in here if m.first == behind and not (m.adjective or _describes_visitor(setting, m))]
    if opening[0] not in ("after", "following") or setting.lexicon.words("timespan").isdisjoint(opening):
        return []
    gaps = setting.words.gaps
    comma = next((i for i in range(clause.first, clause.verb_at) if "," in gaps[i]), clause.first)
    places = [m for m in here if m.first < comma and m.kind in (PLACE, STATE) and setting.sites.pinpoints(m)]
    return [m for m in places if norms[m.first - 1] in ("in", "at")]


# --- later sentences


def _further_stations(found: list[Venue], later: list[Setting], geocoder: Geocoder) -> list[Venue]:
    """The places of a visit's later sentences, in the countries that the headline names if it names any."""
    visited = {venue.country for venue in found if venue.country}
    stations = (v for setting in later if _of_visit(setting) for v in _of_sentence(setting, geocoder))
    return [venue for venue in stations if venue.country in visited or not visited]


def _of_visit(setting: Setting) -> bool:
    """Whether a later sentence may tell of the visit: `In Canberra he becomes the first`, and no act of others."""
    clause = setting.clause
    if "will" in setting.norms[clause.first : clause.verb_at]:
        return False  # `The minister will also travel to Jakarta`
    return not clause.tells(*_OF_OTHERS) or not _PEOPLE.isdisjoint(setting.norms[clause.first : clause.verb_at])


def _tells_of_same(setting: Setting) -> bool:
    """`The two are in Manila for`, `The talks take place in`: a later sentence on where the headline's event is."""
    told = _TOLD_BY_TYPE.get(setting.kind)
    if told is not None:
        return told(setting)
    if setting.kind is EventType.AGREEMENT and (_looks_on(setting) or _signs(setting)):
        return True
    if setting.kind is EventType.CEREMONY and setting.norms[setting.clause.first] == "in":
        return setting.clause.verb is None or setting.clause.tells(EventType.CEREMONY)
    return _opens_with_meeting_at(setting) or (_seats_somebody(setting) and _is_on_the_same(setting))


def _comes_down(setting: Setting) -> bool:
    """`It lands in the Sea of Japan`: of a launch."""
    lands = setting.clause.does(setting.lexicon.words("landing"))
    return lands and setting.norms[setting.clause.first] in _WHAT_FELL


def _strikes_in(setting: Setting) -> bool:
    """`In Kunduz a bomb explodes`: of an incident."""
    return setting.norms[setting.clause.first] == "in" and setting.clause.tells(EventType.INCIDENT)


def _is_given_in(setting: Setting) -> bool:
    """`The goods are handed over at Kobe`, `Rice presents the check in Osaka`: of aid."""
    return setting.clause.does(setting.lexicon.words("handingover")) or _looks_on(setting)


def _looks_on(setting: Setting) -> bool:
    """`Rice looks on in Osaka as they sign`."""
    return setting.clause.does(setting.lexicon.words("attending"))


def _signs(setting: Setting) -> bool:
    """`Rice signs the minutes after a week of talks at Osaka`: of an agreement."""
    behind = setting.norms[setting.clause.verb_at + 1 : setting.clause.verb_at + 2]
    return setting.clause.does(("sign",)) and behind in (["the"], ["it"], ["for"], ["in"])


_TOLD_BY_TYPE: dict[EventType, Callable[[Setting], bool]] = {
    EventType.MILITARY: _comes_down,
    EventType.INCIDENT: _strikes_in,
    EventType.AID: _is_given_in,
    EventType.COOPERATION: _looks_on,
}


def _is_there(setting: Setting) -> bool:
    return not BE.isdisjoint(setting.norms[setting.clause.first : setting.clause.first + 3])


def _seats_somebody(setting: Setting) -> bool:
    """Whether a sentence says that somebody is, meets, holds or hosts something somewhere."""
    verb = setting.clause.verb
    return _is_there(setting) or (verb is not None and (verb.by in ("hold", "host") or verb.type == "meeting"))


def _is_on_the_same(setting: Setting) -> bool:
    """`They`, `The two`, `The talks`: whether a sentence begins with those of the headline or with its event."""
    clause, words = setting.clause, setting.lexicon.words
    opening = setting.norms[clause.first : clause.first + 2]
    if clause.does(words("attending")):
        return True
    if opening[0] in _SEVERAL or (opening[0] in _PEOPLE and _is_there(setting)):
        return True
    if opening[0] != "the":
        return False
    noun = setting.lexicon.nouns.get((opening[1],)) if len(opening) > 1 else None
    drill = setting.kind is EventType.EXERCISE and noun == "exercise"
    deal = setting.kind is EventType.AGREEMENT and noun == "agreement" and clause.does(words("sealing"))
    return noun == "meeting" or drill or deal or opening[1] in words("thetwo")


def _opens_with_meeting_at(setting: Setting) -> bool:
    """`The late-night ceremony in Naivasha is delayed`."""
    norms, first = setting.norms, setting.clause.first
    near = range(first + 1, min(first + 5, setting.clause.last - 1))
    at = next((i for i in near if setting.lexicon.nouns.get((norms[i],)) in HELD), None)
    return norms[first] == "the" and at is not None and norms[at + 1] in ("in", "at")


# --- venues beside each other


def _known_context(found: list[Venue]) -> list[Venue]:
    """A facility of the print alone takes the country of the place named beside it; so does a hotel elsewhere."""
    country = next((v.country for v in found if v.country), None)
    cities = {v.country for v in found if v.kind is VenueKind.CITY}
    return [
        replace(v, country=country)
        if v.country is None and v.latitude is None and v.kind is not VenueKind.WATER
        else _of_a_chain(v, cities)
        for v in found
    ]


def _of_a_chain(venue: Venue, cities: set[str | None]) -> Venue:
    """`the Windsor Hotel` in Taichung is not the one of that name in Japan."""
    printed = venue.mention or venue.name
    if "Hotel" not in printed or len(cities) != 1 or venue.country in cities:
        return venue
    return Venue(printed, venue.kind, next(iter(cities)), mention=printed, rule=AS_PRINTED)


def _most_specific(found: list[Venue]) -> tuple[Venue, ...]:
    """Without repeats, and without a country in which another of the venues lies."""
    kept: dict[tuple[str, str | None], Venue] = {}
    for venue in found:
        kept.setdefault((venue.name, venue.country), venue)
    small = {v.country for v in kept.values() if v.kind is not VenueKind.COUNTRY}
    return tuple(v for v in kept.values() if v.kind is not VenueKind.COUNTRY or v.country not in small)


def _without_containing(venues: tuple[Venue, ...], gazetteer: Gazetteer) -> tuple[Venue, ...]:
    """`stops in Honolulu, Hawaii`: not the region of the tables in which a city that is named lies."""
    cities = [venue for venue in venues if venue.kind is VenueKind.CITY]
    around = {key for city in cities for key in _regions_round(city, gazetteer)}
    return tuple(v for v in venues if v.kind is not VenueKind.REGION or v.key not in around)


def _regions_round(venue: Venue, gazetteer: Gazetteer) -> Iterator[str]:
    """The ids of the places in which a venue lies, from the nearest."""
    place = gazetteer.places.get(venue.key or "")
    for _ in range(_DEEPEST):
        if place is None or not place.within:
            return
        yield place.within
        place = gazetteer.places.get(place.within)


_DEEPEST = 6  # places within each other


def _without_continents(venues: tuple[Venue, ...], continents: Set[str]) -> tuple[Venue, ...]:
    """`travels to Asia with stops in Osaka and Kobe`: not the region of many states beside places that lie in one."""
    if not any(venue.country for venue in venues):
        return venues
    wide = (v.country is None and v.kind is VenueKind.REGION and fold(v.name).split()[-1] in continents for v in venues)
    return tuple(venue for venue, is_wide_one in zip(venues, wide, strict=True) if not is_wide_one)


def _with_stations(visited: list[Venue], stations: list[Venue]) -> tuple[Venue, ...]:
    """The places of a visit: the state that the headline names, and the stations told later."""
    places = [v for v in stations if v.kind is not VenueKind.COUNTRY or not visited]
    all_of_it = (*_most_specific(visited), *_most_specific(places))
    return tuple({(venue.name, venue.country): venue for venue in all_of_it}.values())
