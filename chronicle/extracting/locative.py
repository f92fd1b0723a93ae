"""Places that a preposition governs: which of them say where it happens."""

from collections.abc import Callable
from itertools import pairwise

from chronicle.extracting.eventtypes import CONVENED, FORCE, HELD, SPOKEN
from chronicle.extracting.functionwords import ARTICLES, AT_A_SPOT, BE, DURING
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.mention import BODY, FORUM, PERSON, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.setting import Setting
from chronicle.extracting.speeches import speech_begins
from chronicle.extracting.topical import (
    is_asked_for,
    is_at_gathering,
    is_further_stop,
    is_occasion,
    is_of_remark,
    is_only_in_view,
    is_talked_about,
)
from chronicle.extracting.whichbody import is_mission
from chronicle.model import EventType

_AT = AT_A_SPOT | {"in", "over", "above", "below", "encircling"}
# The prepositions and the like that can govern the name of a place.
GOVERNORS = _AT | frozenset("to for from via through into onto on of between".split())
_ALONG = frozenset("around across along encircling".split())
_OVER = frozenset("over across above below".split())
_MOVING = FORCE | {EventType.COOPERATION, EventType.AID, EventType.OTHER}
_UNDER_WAY = frozenset({"way", "enroute"})
_CLOSE = frozenset({"close", "next", "adjacent"})
_OPENED = frozenset({EventType.CEREMONY, EventType.COOPERATION})
_ANNOUNCED = frozenset({EventType.STATEMENT, EventType.POLITICS})
_SAID = frozenset({EventType.STATEMENT, EventType.MESSAGE})
_HERE = (Part.PLACE, Part.ACTS)
_THEN = frozenset("and then later also".split())
_NEAR_SPEECH = 5  # words from the `in` of `in a speech` to the place
_NEAR_JOURNEY = 6  # words between a verb of travel and the `to` behind it
_QUOTED_TO_HERE = frozenset({",”", ',"', ",’", ",'"})
_LONGEST_VISIT = 9  # words of `who is on a six-day state visit to`
_PLANNED = frozenset({EventType.MEETING, EventType.VISIT, EventType.EXERCISE, EventType.CEREMONY})
_TO_COME = frozenset("that to it they will would should may can could has have".split())
_NEAR_MEASURE = 7  # words of `some 140 nautical miles to the west`
_LONGEST_LIST = 80  # words of a list of places behind one preposition
_FURTHEST = 14  # words between a preposition and the name


def governor(setting: Setting, mention: Mention) -> int | None:
    """The preposition that governs a mention, past adjectives and `city of`; or over a list of places."""
    norms, gaps = setting.norms, setting.words.gaps
    i, steps = mention.first - 1, 0
    while i >= max(0, mention.first - _LONGEST_LIST) and steps < _FURTHEST:
        norm = norms[i]
        if i + 1 == setting.clause.divided_at:
            return None  # `visits Dokdo; Japan recalls`
        if _is_place_word(setting, i):
            i -= 1
            continue
        if norm == "in" and (start := _start(setting, i)) is not None:
            return start
        if norm == "of" and _of_several(setting, i):
            i -= 2
            continue
        if norm in GOVERNORS and not (norm == "of" and _of_a_part(setting, i)):
            return i
        if gaps[i] == "-" and setting.words.forms[i].islower():
            i -= 2  # `on war-torn Jolo`
            continue
        if not (norm in setting.before_place or (norm == "and" and gaps[i + 1] in (" ", ","))):
            return None
        i -= 1
        steps += 1
    return None


def _start(setting: Setting, i: int) -> int | None:
    """`from Kadena in Okinawa`: the `from` that governs the place before the `in` at word i."""
    before = setting.sites.ending.get(i)
    if before is None or before.kind != PLACE or before.first == 0 or setting.norms[before.first - 1] != "from":
        return None
    return before.first - 1


def says_where(setting: Setting, mention: Mention, at: int) -> bool:
    """Whether a place behind the preposition at word `at` is where the event happens."""
    if mention.adjective and not setting.sites.describes_site(mention):
        return False
    if _seats_the_speaker(setting, at, is_wide(setting, mention)) or _is_home_of_unit(setting, at):
        return False
    if _holds_who_acts(setting, mention, at) or _describes_who_acts(setting, mention, at):
        return False
    if is_only_in_view(setting, at) or _employs_the_speaker(setting, mention, at):
        return False
    rule = _at if _is_near(setting, mention, at) else _RULES.get(setting.norms[at])
    return rule is not None and rule(setting, mention, at)


def _is_near(setting: Setting, mention: Mention, at: int) -> bool:
    """`fires on boats close to the shoal`, at its `to`; not `at a post in Yeoncheon, close to the zone`."""
    near = setting.norms[at] == "to" and setting.before(at) in _CLOSE
    built = mention.kind == UNKNOWN and setting.sites.is_facility(mention)
    point = mention.kind == PLACE or is_mission(mention) or built
    return near and point and "," not in setting.words.gaps[at - 1]


def seats_the_speech(setting: Setting, mention: Mention) -> bool:
    """`proposes a treaty in a speech in Warsaw`: where it is said, told behind what is said."""
    at = governor(setting, mention)
    if setting.kind is not EventType.STATEMENT or at is None:
        return False
    if (begun := speech_begins(setting.words, setting.clause, setting.lexicon)) is not None and begun < at:
        return setting.norms[at] in ("in", "at")
    if _closes_the_words(setting, mention, at):
        return True
    if setting.before(at) not in setting.lexicon.spoken:
        return False
    said = setting.norms[setting.clause.reported_at : at]
    return "that" not in said and not DURING.isdisjoint(said[-_NEAR_SPEECH:])


def _closes_the_words(setting: Setting, mention: Mention, at: int) -> bool:
    """`says that Japan “has to grow,” in Washington`: a town behind the comma that ends the words quoted."""
    quoted = setting.words.gaps[at] in _QUOTED_TO_HERE and setting.norms[at] in ("in", "at")
    return quoted and setting.sites.pinpoints(mention)


def seats_the_gathering(setting: Setting, mention: Mention) -> bool:
    """`pledge aid at a conference in Tokyo`: a town behind a gathering at which something is said."""
    at = governor(setting, mention)
    point = setting.sites.pinpoints(mention) or setting.sites.is_built(mention)
    if at is None or setting.norms[at] not in ("in", "at") or not point:
        return False
    said = setting.norms[setting.clause.reported_at : at]
    return _TO_COME.isdisjoint(said) and is_at_gathering(setting, at)


def closes_the_news(setting: Setting, mention: Mention) -> bool:
    """`announce an agreement on the islands in Seoul`: a town at the end of what is announced, which is no sentence.

    So is a building (`at the White House`).
    """
    clause, at = setting.clause, governor(setting, mention)
    if setting.kind not in _ANNOUNCED or at is None or mention.last < clause.last:
        return False
    seated = setting.norms[at] == "at" and (setting.sites.is_built(mention) or setting.sites.is_seat(mention))
    in_town = setting.norms[at] == "in" and setting.sites.pinpoints(mention)
    if not (seated or in_town) or clause.verb is None or clause.verb.object != "clause":
        return False
    said, verbs = setting.norms[clause.reported_at : at], setting.lexicon.verbs
    does = any((form := verbs.get((norm,))) is not None and (form.third or form.past) for norm in said)
    planned = any(setting.lexicon.nouns.get((norm,)) in _PLANNED for norm in said)
    stands = setting.before(at) in setting.lexicon.words("facility")
    return not (does or planned or stands) and _TO_COME.isdisjoint(said)


def _is_place_word(setting: Setting, i: int) -> bool:
    named = setting.sites.covering.get(i)
    if named is None:
        return False
    if named.kind in (PLACE, STATE) or setting.sites.describes_town(named):
        return True
    return named.kind in (UNKNOWN, BODY) and setting.sites.may_be_venue(named)


def _of_a_part(setting: Setting, i: int) -> bool:
    """`city of`, `the north of`; not `south of`, which is outside."""
    before = setting.norms[max(0, i - 2) : i]
    if not before or before[-1] not in setting.before_place:
        return False
    outside = setting.norms[max(0, i - 3)] == "to"  # `to the north of`
    return before[-1] not in setting.lexicon.words("distances") or (before[0] == "the" and not outside)


def _of_several(setting: Setting, i: int) -> bool:
    """`the Baltic states of Estonia and Latvia`, at its `of`: the names go on with what stands before."""
    return setting.before(i) in setting.lexicon.words("several")


def _seats_the_speaker(setting: Setting, at: int, wide: bool) -> bool:
    """`The Ministry of National Defense in Taipei announces`: where a body sits, not where it speaks.

    A court or an assembly is where it sits, but not in a whole state (`wide`).
    """
    clause = setting.clause
    if not clause.tells("statement") or setting.behind_verb(at) or is_occasion(setting):
        return False
    seated = setting.sites.ending.get(at)
    if seated is None or seated.kind != BODY or _opens_the_occasion(setting, seated):
        return False
    decides = setting.sites.sits(seated) and not wide
    return not (decides or _belongs(setting, seated))


def _holds_who_acts(setting: Setting, mention: Mention, at: int) -> bool:
    """`Kobe in Japan resolves`: the state of a town that acts as its subject."""
    called = setting.before(at) in setting.lexicon.words("settlement")
    clause, place = setting.clause, setting.sites.ending.get(at - called) or setting.sites.ending.get(at)
    if place is None or place.kind != PLACE or mention.last != clause.verb_at or not is_wide(setting, mention):
        return False
    return (setting.before_place | {"of"}).issuperset(setting.norms[clause.first : place.first])


def _describes_who_acts(setting: Setting, mention: Mention, at: int) -> bool:
    """`Softbank, a firm in Osaka, buys`, `Lee, leader of a party in Lind, says`: in an apposition before the verb."""
    clause, gaps = setting.clause, setting.words.gaps
    if setting.behind_verb(at) or mention.last >= clause.last or "," not in gaps[mention.last]:
        return False
    comma = next((k for k in range(at, clause.first, -1) if "," in gaps[k]), None)
    if comma is None or setting.norms[comma] not in ARTICLES | setting.lexicon.words("title"):
        return False
    named = setting.sites.ending.get(comma)
    return named is not None and named.kind in (BODY, PERSON, UNKNOWN)


def _employs_the_speaker(setting: Setting, mention: Mention, at: int) -> bool:
    """`A director at Tsinghua University argues`; not `Protesters at the White House demand`."""
    clause, words = setting.clause, setting.lexicon.words
    if mention.kind not in (BODY, UNKNOWN) or mention.last != clause.verb_at or not clause.tells("statement"):
        return False
    apart = "," in setting.words.gaps[mention.last]
    beside = setting.norms[at] == "at" and not apart and not is_occasion(setting)
    return beside and not {setting.before(at)} & (words("crowd") | words("occupier"))


def _is_home_of_unit(setting: Setting, at: int) -> bool:
    """`Bombers of the 28th Wing at Ellsworth make a sortie`: where a unit is based, not where it flies."""
    if setting.kind not in FORCE or setting.behind_verb(at):
        return False
    unit = setting.sites.ending.get(at)
    return unit is not None and unit.kind == BODY and _belongs(setting, unit)


def _opens_the_occasion(setting: Setting, body: Mention) -> bool:
    """`At the ASEAN Regional Forum in Hanoi, Rice says`."""
    before = setting.norms[setting.clause.first : body.first]
    return before in (["at"], ["at", "the"])


def _belongs(setting: Setting, mention: Mention) -> bool:
    """`the summit of the Organization`."""
    before = setting.norms[max(0, mention.first - 2) : mention.first]
    return before[-1:] == ["of"] or before == ["of", "the"]


# --- at a place


def _at(setting: Setting, mention: Mention, at: int) -> bool:
    word = setting.norms[at]
    if word == "in" and setting.before(at) == "asylum" and setting.marked("asks"):
        return True  # `asks for asylum in`; not `lands at Kobe and asks for asylum in`
    if word == "at" and setting.clause.does(setting.lexicon.words("filing")) and setting.sites.is_court(mention):
        return False  # `files for bankruptcy at the court`
    if setting.kind is EventType.MESSAGE and not _is_handed_over(setting, mention):
        return _is_given_at(setting, mention, at)
    if word in ("at", "outside") and is_wide(setting, mention):
        return False
    verb = setting.clause.verb
    flies = verb is not None and verb.object == "place" and setting.sites.is_water(mention)
    if setting.kind not in FORCE and not flies and (word in _OVER or (word in _ALONG and mention.kind == STATE)):
        return False
    return not is_talked_about(setting, mention, at)


def _is_handed_over(setting: Setting, mention: Mention) -> bool:
    """`In Osaka Rice hands Koizumi a letter`; a letter that is sent is in no place."""
    hands = setting.clause.does(setting.lexicon.words("handingover"))
    hands = hands or (setting.clause.passive and setting.clause.does(("receive",)))
    return hands and setting.sites.pinpoints(mention)


def _is_given_at(setting: Setting, mention: Mention, at: int) -> bool:
    """`expresses condolences at the embassy`, `congratulates him at the summit in Osaka`."""
    if setting.norms[at] == "at":
        return setting.behind_verb(at) and (setting.sites.is_built(mention) or is_mission(mention))
    opened = "at" in setting.norms[max(setting.clause.verb_at, at - _LONGEST_OCCASION) : at]
    gathered = setting.lexicon.nouns.get((setting.before(at),)) in HELD
    return opened and gathered and setting.sites.pinpoints(mention)


_LONGEST_OCCASION = 8  # words, `at the fifth ASEAN-Japan Defense Ministers' Informal Meeting`


def is_wide(setting: Setting, mention: Mention) -> bool:
    """A state, not its capital."""
    return mention.kind == STATE and not setting.sites.pinpoints(mention)


def _on(setting: Setting, mention: Mention, at: int) -> bool:
    """`opened fire on Kinmen`, `on Jeju Island`, `lands on Iwo Jima`."""
    if setting.kind in FORCE and setting.before(at) in setting.lexicon.words("blow"):
        return not is_of_remark(setting, at)
    if setting.before(at) == "stay":
        return setting.kind is EventType.VISIT
    islands = setting.lexicon.words("islandname")
    if not islands.isdisjoint(setting.norms[mention.core.last - 1 : mention.core.last + 1]):
        return not is_asked_for(setting, at)
    if setting.norms[mention.first - 2 : mention.first] == ["island", "of"]:
        return not is_asked_for(setting, at)
    if _is_topic_of_paper(setting, at):
        return False
    named = setting.sites.ending.get(at)
    right_behind = at == setting.clause.verb_at + 1 or (named is not None and named.kind == FORUM)
    if setting.kind is EventType.MEETING and right_behind and setting.sites.is_ground(mention):
        return True
    if mention.adjective:
        return setting.kind not in SPOKEN
    if setting.sites.is_built(mention) or is_mission(mention) or setting.sites.is_seat(mention):
        return setting.kind in FORCE or setting.kind is EventType.CEREMONY
    return setting.kind not in SPOKEN and (setting.sites.is_ground(mention) or setting.sites.is_named_ground(mention))


def _is_topic_of_paper(setting: Setting, at: int) -> bool:
    """`passes a resolution on Tibet`."""
    papers = setting.lexicon.words("lawname") | setting.lexicon.words("paper")
    return setting.kind is EventType.POLITICS and setting.before(at) in papers


def _of(setting: Setting, mention: Mention, at: int) -> bool:
    """`in the streets of Taipei`, `out of the Kaesong complex`, `on the north side of`.

    For forces also `200 miles south of Okinawa`; so far from a state is not there.
    """
    before, words = setting.before(at), setting.lexicon.words
    if before == "side" and "on" in setting.norms[max(setting.clause.first, at - 4) : at]:
        return mention.kind == PLACE and not is_asked_for(setting, at)
    if before == "way" and setting.norms[max(0, at - 2)] == "by":
        return _through(setting, mention, at)
    if before == "out":
        left = (setting.kind in _MOVING or setting.kind is EventType.VISIT) and setting.sites.pinpoints(mention)
        return setting.behind_verb(at) and (left or setting.sites.is_built(mention))
    if before in words("blow") and setting.kind in FORCE:
        protested = setting.clause.verb is not None and setting.clause.verb.plover == "PROTEST"
        return setting.behind_verb(at) and not protested  # `rally against the invasion of Iraq`
    if before in words("journey") and setting.kind is EventType.VISIT:
        toured = before in words("touring") and mention.kind == STATE
        return toured or setting.sites.pinpoints(mention)
    if before in words("passage") and setting.kind in FORCE:
        return True
    if before in words("passage") and "during" in setting.norms[max(setting.clause.first, at - _NEAR_SPEECH) : at]:
        return setting.kind in CONVENED and setting.sites.pinpoints(mention)
    if before in words("opening") and setting.kind in _OPENED:
        return setting.sites.pinpoints(mention)
    if before in words("placepart") or (setting.kind in FORCE and before in words("dweller")):
        return True
    moved = setting.kind in FORCE or (setting.kind in _MOVING and setting.behind_verb(at))
    if _is_measured_from(setting, at):
        return False
    far = is_wide(setting, mention) and any(norm[0].isdigit() for norm in setting.norms[max(0, at - _NEAR_SPEECH) : at])
    return moved and before in words("distances") and "," not in setting.words.gaps[at - 1] and not far


def _is_measured_from(setting: Setting, at: int) -> bool:
    """`off Zorva Atoll, some 140 miles west of Palawan`, at its `of`: how far off the place before the comma lies."""
    near = range(at - 1, max(0, at - _NEAR_MEASURE), -1)
    comma = next((k for k in near if "," in setting.words.gaps[k]), None)
    if comma is None or not any(norm[0].isdigit() for norm in setting.norms[comma:at]):
        return False
    placed = setting.sites.ending.get(comma)
    return placed is not None and placed.kind == PLACE


# --- from a place


def _from(setting: Setting, mention: Mention, at: int) -> bool:
    """`launches a missile from Sohae`; not `on its way from Amsterdam`."""
    kind, before = setting.kind, setting.before(at)
    if _is_from_seller(setting):
        return False
    if setting.behind_verb(at) and kind in _MOVING and _leads_on(setting, mention, at):
        return True
    if _is_of_people(setting, before):
        return False
    if before in setting.lexicon.spoken and not DURING.isdisjoint(setting.norms[max(0, at - _NEAR_SPEECH) : at]):
        return setting.sites.pinpoints(mention) or setting.sites.is_built(mention)
    if before == "across" or (kind in FORCE and before in setting.lexicon.words("shot")):
        return True
    if kind in FORCE and setting.lexicon.nouns.get((before,)) in (EventType.STATEMENT, EventType.INCIDENT):
        return False  # `uses water cannons, drawing protests from Manila`
    if kind in CONVENED and _on_screens(setting, at):
        return setting.sites.pinpoints(mention)
    if kind is EventType.STATEMENT:
        return _is_spoken_from(setting, mention, at)
    return setting.behind_verb(at) and _is_left(setting, mention, at)


def _is_from_seller(setting: Setting) -> bool:
    """`buys missiles from Russia`, `is expelled from`: whoever does it is elsewhere."""
    verb = setting.clause.verb
    return setting.clause.does(setting.lexicon.words("absent")) or (verb is not None and verb.by == "sell")


def _is_of_people(setting: Setting, before: str) -> bool:
    """`escorts protesters from China out of the waters`, `wounds two visitors from Taiwan`."""
    words = setting.lexicon.words
    return before in words("crowd") or (setting.kind is EventType.INCIDENT and before in words("guest"))


def _is_spoken_from(setting: Setting, mention: Mention, at: int) -> bool:
    """`broadcast from Seoul`, `In a speech from the Oval Office, he says`."""
    if at < setting.clause.verb_at:
        return is_occasion(setting) and setting.sites.is_built(mention)
    if setting.before(at) in setting.lexicon.words("broadcast"):
        return setting.sites.pinpoints(mention)
    right_behind = setting.clause.verb is not None and at == setting.clause.verb_at + 1
    return (right_behind or setting.before(at) in setting.lexicon.spoken) and setting.sites.is_built(mention)


def _is_left(setting: Setting, mention: Mention, at: int) -> bool:
    """`departs from Kadena`, `launches a missile from Sohae`; not `acquires arms from China`, `on its way from`."""
    if setting.marked("departs") and at == setting.clause.verb_at + 1:
        return setting.sites.pinpoints(mention)
    before, words = setting.before(at), setting.lexicon.words
    if before in words("force") and setting.clause.does(words("withdrawing")):
        return setting.kind in FORCE
    if is_wide(setting, mention) and (before in words("acquired") or before in words("force")):
        return False
    moved = setting.kind in _MOVING and mention.kind == PLACE and setting.sites.is_built(mention)
    return moved or (_is_launched(setting) and before != "way")


def _leads_on(setting: Setting, mention: Mention, at: int) -> bool:
    """`from Guangzhou to`: one end of a way, between two points."""
    if setting.clause.verb is None:
        return False
    norms = setting.norms
    beyond = range(mention.last, min(mention.last + 5, len(norms) - 1))
    leads = any(norms[k] == "to" and (norms[k + 1],) not in setting.lexicon.verbs for k in beyond)
    point = setting.sites.pinpoints(mention) or setting.sites.is_ground(mention)
    return leads and point and not _is_under_way(setting, at)


def _is_under_way(setting: Setting, at: int) -> bool:
    """`goes down en route from Surabaya to Singapore`, `on its way from`: between the two, at neither."""
    return setting.before(at) in _UNDER_WAY or setting.norms[max(0, at - 2) : at] == ["en", "route"]


def _on_screens(setting: Setting, at: int) -> bool:
    """`meet by video from Tokyo`."""
    return not setting.lexicon.words("video").isdisjoint(setting.norms[setting.clause.verb_at : at])


def _is_launched(setting: Setting) -> bool:
    """Whether what stands behind `from` is where a force sets out, or where an incident spreads from."""
    verb = setting.clause.verb
    if setting.marked("arrives") or setting.clause.does(setting.lexicon.words("landing")):
        return False  # `land at the airfield from Townsville`
    spread = setting.kind is EventType.INCIDENT and verb is not None and verb.object == "place"
    return setting.kind is EventType.MILITARY or spread or setting.marked("launches")


# --- to and through a place


def _to(setting: Setting, mention: Mention, at: int) -> bool:
    """`travels to Seoul`, `sends troops to Honiara`, `on a visit to Manila`; not `on the way to Africa`."""
    before, clause = setting.before(at), setting.clause
    if before == "damage" and setting.kind is EventType.INCIDENT:
        return setting.behind_verb(at) and setting.sites.is_ground(mention)
    if _is_not_reached(setting, mention, at):
        return False
    visit = setting.kind is EventType.VISIT
    if _on_a_visit(setting, at) and at < clause.verb_at:
        return True
    on_a_visit = _on_a_visit(setting, at)
    if clause.does(setting.lexicon.words("receiving")) and not on_a_visit:
        return setting.sites.is_seat(mention) or setting.sites.is_built(mention)
    if clause.verb is None and visit:
        return True
    if _is_marched_to(setting, mention, at):
        return True
    if on_a_visit or _is_paid_next(setting, at) or _for_travellers(setting, at):
        return True
    if _between_two(setting, mention, at):
        return True
    if clause.verb is None or at < clause.verb_at or (visit and before in setting.lexicon.words("directed")):
        return False
    travels = visit or clause.verb.object == "place" or _is_next_journey(setting, mention, at)
    return travels or _is_carried(setting, mention) or _is_sent(setting, mention)


def _is_marched_to(setting: Setting, mention: Mention, at: int) -> bool:
    """`Students march to the Japanese Embassy in Lima`, `March by students to Lima`."""
    marches = setting.clause.does(("march",)) or (setting.clause.verb is None and "march" in setting.norms[:at])
    point = is_mission(mention) or setting.sites.is_built(mention) or setting.sites.pinpoints(mention)
    return marches and setting.kind is EventType.INCIDENT and point


def _is_not_reached(setting: Setting, mention: Mention, at: int) -> bool:
    """`on the way to Africa`, `is kept from traveling to`, `without a word to Seoul`, or at another time."""
    norms, before = setting.norms, setting.before(at)
    if _came_for_it(setting, at):
        return False
    if is_further_stop(setting, at):
        return True
    if before in setting.lexicon.words("leading") or setting.part(at) is Part.OTHER_TIME:
        return True
    if before in setting.lexicon.words("journey") and _is_to_come(setting, at):
        return True
    kept = norms[max(0, at - 2)] == "from" and before.endswith("ing") and (before,) in setting.lexicon.verbs
    return kept or (mention.kind == STATE and "without" in norms[max(0, at - 3) : at])


def _came_for_it(setting: Setting, at: int) -> bool:
    """`holds talks with Singh, who is on a state visit to China`: where they meet."""
    ahead = setting.norms[max(setting.clause.verb_at, at - _LONGEST_VISIT) : at]
    on_visit = setting.before(at) in setting.lexicon.words("journey") and "on" in ahead
    return setting.kind is EventType.MEETING and on_visit and "who" in ahead and not BE.isdisjoint(ahead)


def _is_to_come(setting: Setting, at: int) -> bool:
    """`flies to Seoul ahead of Hu's planned visit to Tokyo`: a journey of another day."""
    ahead = setting.norms[max(setting.clause.verb_at, at - _NEAR_JOURNEY) : at]
    planned = setting.lexicon.words("planned") | setting.lexicon.words("upcoming")
    return not planned.isdisjoint(ahead) or ("ahead", "of") in pairwise(ahead)


def _is_next_journey(setting: Setting, mention: Mention, at: int) -> bool:
    """`hold a summit in Nagato and fly to Tokyo`: a journey told behind `and`, to a point."""
    if not (setting.sites.pinpoints(mention) or setting.sites.is_ground(mention) or mention.kind == STATE):
        return False
    norms, verbs = setting.norms, setting.lexicon.verbs
    for k in range(at - 1, max(setting.clause.verb_at, at - _NEAR_JOURNEY), -1):
        form = verbs.get((norms[k],))
        if form is not None and form.finite and not form.noun:
            led = norms[k - 1] in _THEN or norms[k - 2] == "and"
            return led and (form.verb.object == "place" or form.verb.type == EventType.VISIT)
    return False


def _on_a_visit(setting: Setting, at: int) -> bool:
    """`during a visit to Manila`: where something is said; `State visit to Manila` without a verb."""
    visitor = setting.sites.ending.get(at)
    if visitor is not None and visitor.kind == PERSON and setting.before(visitor.first) == "by":
        at = visitor.first - 1  # `during a visit by Rice to`
    lasting = setting.lexicon.words("timespan")
    if at > 2 and setting.norms[at - 1] in lasting and setting.norms[at - 3] == "of":
        at -= 3  # `on a visit of two days to`
    before = setting.norms[max(0, at - 5) : at]
    if not before or before[-1] not in setting.lexicon.words("journey"):
        return False
    lasts = "during" in before or ("course", "of") in pairwise(before)
    opened = setting.clause.verb is None or setting.kind in (EventType.COOPERATION, EventType.CEREMONY)
    on_one = "on" in before and not before[-1].endswith("s")
    met = setting.kind in SPOKEN and _of_a_visitor(setting, at - 1)
    return opened or lasts or on_one or met


def _of_a_visitor(setting: Setting, at: int) -> bool:
    """`during Defense Minister Park's visit to`: whose journey it is stands between."""
    near = (setting.sites.ending.get(i) for i in range(at - _NEAR_SPEECH, at + 1))
    visitor = next((m for m in near if m is not None and m.kind == PERSON), None)
    if visitor is None:
        return False
    before = setting.norms[max(0, visitor.first - 2) : visitor.first]
    return before[-1:] == ["during"] or before == ["course", "of"]


def goes_on(setting: Setting, mention: Mention) -> bool:
    """`attends a forum in Osaka and makes a visit to Poland`: the next station."""
    at = governor(setting, mention)
    to = at is not None and setting.norms[at] == "to"
    return at is not None and to and (_is_paid_next(setting, at) or _is_next_journey(setting, mention, at))


def _is_paid_next(setting: Setting, at: int) -> bool:
    """`attends a forum in Osaka and makes a visit to Kobe`: a journey told behind `and`."""
    norms, words = setting.norms, setting.lexicon.words
    if setting.before(at) not in words("journey") or setting.kind in _SAID or at >= setting.clause.reported_at:
        return False
    paid = (setting.lexicon.verbs.get((norms[k],)) for k in range(at - _NEAR_SPEECH, at - 1) if norms[k - 1] in _THEN)
    return any(form is not None and form.finite and form.verb.lemma in words("payingvisit") for form in paid)


def _between_two(setting: Setting, mention: Mention, at: int) -> bool:
    """`brings passengers from Guangzhou to Taoyuan`, at its `to`: what moves is there."""
    norms, begin = setting.norms, max(setting.clause.verb_at, at - 7)
    start = next((k for k in range(at - 1, begin, -1) if norms[k] == "from"), None)
    moved = start is not None and setting.kind in _MOVING and not _is_under_way(setting, start)
    return moved and (setting.sites.pinpoints(mention) or setting.sites.is_ground(mention))


def _for_travellers(setting: Setting, at: int) -> bool:
    """`leads a delegation to Hanoi`."""
    party = setting.before(at) in setting.lexicon.words("travelling") and setting.kind not in _SAID
    return party and setting.clause.verb_at < at < setting.clause.reported_at


def _is_carried(setting: Setting, mention: Mention) -> bool:
    """`ships rice to Nampo`, to a point or a piece of ground."""
    if not setting.clause.does(setting.lexicon.words("conveying")) or setting.kind is EventType.STATEMENT:
        return False
    return setting.sites.pinpoints(mention) or setting.sites.is_ground(mention)


def _is_sent(setting: Setting, mention: Mention) -> bool:
    """Forces to where they go, wreaths and guests of a ceremony to a city."""
    offered = setting.kind is EventType.CEREMONY and setting.sites.pinpoints(mention)
    return setting.marked("sends") and (setting.kind in FORCE or offered)


def _into(setting: Setting, mention: Mention, at: int) -> bool:
    if setting.before(at) in setting.lexicon.words("inquiring"):
        return False
    return setting.kind is EventType.VISIT or _through(setting, mention, at)


def _through(setting: Setting, mention: Mention, at: int) -> bool:
    """`shot through the strait`, `on his way through Honolulu`; on a journey what is passed, too."""
    if setting.kind in CONVENED and setting.before(at) in setting.lexicon.words("passage"):
        return setting.sites.pinpoints(mention)
    if setting.kind is EventType.VISIT:
        return setting.behind_verb(at) and setting.sites.pinpoints(mention) and setting.part(at) in _HERE
    if setting.kind is EventType.AID or _is_handed_back(setting):
        point = mention.kind == PLACE or setting.sites.is_facility(mention)
        return setting.behind_verb(at) and point and setting.part(at) is not Part.OTHER_TIME
    return setting.kind in FORCE and not is_talked_about(setting, mention, at)


def _is_handed_back(setting: Setting) -> bool:
    """`sends back three sailors via Panmunjom`."""
    return setting.kind in _MOVING and setting.clause.does(setting.lexicon.words("handingback"))


def _ends_of_way(setting: Setting, mention: Mention, at: int) -> bool:
    """`the bridge between Heihe and Blagoveshchensk`, points that are no states; `shuttles between Doha and Jeddah`."""
    if setting.kind is EventType.VISIT:
        return at == setting.clause.verb_at + 1
    spoken = setting.kind in SPOKEN or mention.kind == BODY or mention.core.has(Sort.STATE, Sort.CAPITAL)
    return not spoken and setting.sites.pinpoints(mention) and at < setting.clause.reported_at


def _for(setting: Setting, _: Mention, __: int) -> bool:
    return setting.marked("departs")


_RULES: dict[str, Callable[[Setting, Mention, int], bool]] = {
    **dict.fromkeys(_AT, _at),
    "from": _from,
    "of": _of,
    "on": _on,
    "to": _to,
    "into": _into,
    "onto": _at,
    "between": _ends_of_way,
    "through": _through,
    "via": _through,
    "for": _for,
}
