"""Places behind a preposition that are only talked about, wanted, or of another day."""

import itertools

from chronicle.extracting.eventtypes import CONVENED, FACE_TO_FACE, FIGHTING, FORCE, HELD, SPOKEN, TALKS
from chronicle.extracting.functionwords import ABOUT, ARTICLES, BE, DURING, PREPOSITIONS, PRONOUNS
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.setting import Setting
from chronicle.extracting.whichbody import is_mission
from chronicle.model import EventType

_PARTING = PREPOSITIONS | {"to", "and", "who", "which", "that"}
_STOPS = frozenset({"stop", "leg"})
_COUNTED = frozenset("first second third next".split())
_SUPPORTED = frozenset({"for", "of"})
_SPEAKING = frozenset("on from before to".split())
_BESIDE = frozenset("near off aboard".split())
_TOPICS = ABOUT | {"for", "against"}
_NEXT_TO_TALKS = TALKS | {EventType.VISIT, EventType.COOPERATION, EventType.STATEMENT}
_TOLD_ABOUT = frozenset({EventType.STATEMENT, EventType.POLITICS, EventType.AGREEMENT})
_MOTIVE_OF = frozenset("of for to".split())
_NEAR_IN_TIME = 12  # words behind `before` or `after`
_LONGEST_OPENING = 20  # words of `At the second international conference for veterans of the war`
_NEAR_MARGINS = 12
_NEAR_SINCE = 4  # words of `since last October`
_NEAR_EVE = 6
_NEAR_MONTH = 8  # words from a month to the place behind it
_NEAR_PLAN = 5
_NEAR_VERB = 3
_NEAR_EVENT = 7
_LONGEST_TITLE = 9  # words of `at the ASEAN Plus China summit`
_BEHIND_IT = frozenset({"after", "following"})
_LEADING_THERE = frozenset({"in", "at", "to", "for", "the"})
_BESIDE_IN_TIME = frozenset({"before", "after", "ahead"})
_WITHIN = frozenset("at in inside".split())
_LEADING_TO = frozenset("of for on over about against after behind from with to by".split())
_RUN = frozenset({EventType.COOPERATION, EventType.OTHER})
_BEFORE_NOW = FIGHTING | {EventType.POLITICS}


def is_talked_about(setting: Setting, mention: Mention, at: int) -> bool:
    """`the situation in Iraq`: whether a place behind the preposition at word `at` is not where it happens."""
    if at == setting.clause.first:
        return False
    if _by_word_before(setting, mention, at) or _is_of_another_day_or_event(setting, mention, at):
        return True
    if _is_beside_person(setting, at) and setting.sites.pinpoints(mention):
        return False
    if _is_held(setting, at) or _is_at_margins(setting, at) or is_at_gathering(setting, at):
        return False
    if _ends_conference(setting, at) or _is_run_there(setting, at):
        return False
    if _is_aboard_off(setting, at) or _is_voted(setting, at) or _is_ground_held(setting, mention, at):
        return False
    if is_asked_for(setting, at) or _is_put_off(setting, mention):
        return True
    if setting.part(at) is Part.OTHER_TIME and not is_occasion(setting):
        return not (_adjoins(setting, at) or _is_behind_date(setting, at))
    if setting.kind is EventType.VISIT and setting.behind_verb(at) and _without_topic(setting, at):
        return False
    return setting.part(at) is Part.PLACE_SPOKEN_OF and _is_of_the_topic(setting, mention, at)


def _is_of_another_day_or_event(setting: Setting, mention: Mention, at: int) -> bool:
    """What is told beside the event: what was there before or happens meanwhile, what somebody points to."""
    on_the_eve = "eve" in setting.norms[max(0, at - _NEAR_EVE) : at]
    return (
        on_the_eve
        or _is_of_another_event(setting, at)
        or _is_meanwhile(setting, at)
        or is_of_remark(setting, at)
        or _comes_from_meeting(setting, at)
        or _is_protested(setting, at)
        or _is_deplored(setting, at)
        or _is_of_mission_struck(setting, at)
        or _is_welcomed(setting, at)
        or _is_agreed_on(setting, at)
        or _is_prepared(setting, at)
        or _is_of_opening_remark(setting, at)
        or _is_polled(setting, at)
        or _is_learnt(setting, mention, at)
        or _is_of_those_told_of(setting, at)
        or _is_on_the_way(setting, at)
        or _is_of_another_month(setting, at)
        or _is_of_an_earlier_stop(setting, at)
    )


def _is_welcomed(setting: Setting, at: int) -> bool:
    """`voices support for the results of the summit in Kobe`."""
    verb = setting.clause.verb
    said = setting.kind is EventType.STATEMENT and verb is not None and verb.object == "about"
    held = setting.lexicon.nouns.get((setting.before(at),)) in HELD and setting.behind_verb(at)
    told = setting.norms[setting.clause.verb_at : at]
    result = DURING.isdisjoint(told) and not _SUPPORTED.isdisjoint(told)
    return said and held and result and not _ends_forum(setting, at)


def _is_agreed_on(setting: Setting, at: int) -> bool:
    """`sign a contract for a plant at Kobe`; not `sign it at a plant in Kobe`."""
    if setting.kind not in _TOLD_ABOUT or _stands_at(setting, at):
        return False
    return setting.before(at) in setting.lexicon.words("works") and setting.behind_verb(at)


def _is_prepared(setting: Setting, at: int) -> bool:
    """`goes home to handle the aftermath of riots in Kobe`."""
    if setting.kind not in FORCE and setting.kind is not EventType.VISIT:
        return False
    told = itertools.pairwise(setting.norms[setting.clause.verb_at + 1 : at])
    return any(one == "to" and two in setting.lexicon.words("preparing") for one, two in told)


def _is_of_opening_remark(setting: Setting, at: int) -> bool:
    """`Praising the reforms in Kobe, he says`; not `Speaking in Kobe, he says`, `Announcing it in Kobe, he says`."""
    first = setting.clause.first
    form = setting.lexicon.verbs.get((setting.norms[first],))
    about = form is not None and form.verb.type == "statement" and form.verb.object == "about"
    remark = about or setting.norms[first] in setting.lexicon.words("remarking")
    says = remark and setting.norms[first].endswith("ing") and not setting.behind_verb(at)
    return says and setting.kind in _TOLD_ABOUT and not is_occasion(setting)


def _is_on_the_way(setting: Setting, at: int) -> bool:
    """`reaches Beijing on his way for meetings in New York`: where the journey will end."""
    told = setting.norms[setting.clause.verb_at : at]
    bound = any(one == "way" and two in ("for", "to") for one, two in itertools.pairwise(told))
    return bound and setting.kind in (EventType.VISIT, EventType.MEETING)


def is_further_stop(setting: Setting, at: int) -> bool:
    """`is in Osaka as the first stop of a tour taking her to Lima`, `lands in Osaka en route to Lima`, at its `to`."""
    if setting.kind not in (EventType.VISIT, EventType.MEETING):
        return False
    told = setting.norms[setting.clause.verb_at + 1 : at]
    if told[-1:] == ["enroute"] or told[-2:] == ["en", "route"] or ("way", "from") in itertools.pairwise(told):
        return True
    if any(one == "and" and _is_finite(setting, two) for one, two in itertools.pairwise(told)):
        return False  # `arrives in Peru on the first leg of a tour and goes on to Lima`
    stops = (k for k in range(1, len(told)) if told[k] in _STOPS and told[k - 1] in _COUNTED)
    return any(_names_place(setting, setting.clause.verb_at + 1, setting.clause.verb_at + 1 + k) for k in stops)


def _is_finite(setting: Setting, norm: str) -> bool:
    form = setting.lexicon.verbs.get((norm,))
    return form is not None and form.finite


def _names_place(setting: Setting, first: int, last: int) -> bool:
    named = (setting.sites.ending.get(i) for i in range(first, last + 1))
    return any(m is not None and m.kind in (PLACE, STATE) and m.first >= first for m in named)


def _is_of_another_month(setting: Setting, at: int) -> bool:
    """`plays down chances of a meeting during the September summit in Lima`: a month without its day."""
    norms, months = setting.norms, setting.lexicon.words("month")
    near = range(max(setting.clause.verb_at, at - _NEAR_MONTH), at - 1)
    named = any(norms[k] in months and not norms[k + 1][:1].isdigit() for k in near)
    talked = setting.kind is EventType.STATEMENT or (setting.kind is EventType.AGREEMENT and "follow" in norms[:at])
    return named and talked


def _is_of_an_earlier_stop(setting: Setting, at: int) -> bool:
    """`travels to Kobe after talks in Lima`, `meets Rice in Kobe following a summit in Lima`."""
    norms, verb_at = setting.norms, setting.clause.verb_at
    turn = next((k for k in range(at - 1, verb_at, -1) if norms[k] in _BEHIND_IT), None)
    if turn is None or setting.kind not in FACE_TO_FACE or setting.part(at) is not Part.OTHER_TIME:
        return False
    if any(one == "to" and (two,) in setting.lexicon.verbs for one, two in itertools.pairwise(norms[turn:at])):
        return False  # `visits Peru after the summit to meet Aso in Lima`
    ahead = (m for m in setting.mentions if verb_at < m.first < turn and m.kind in (PLACE, STATE) and not m.adjective)
    return any(m.first - 1 == verb_at or norms[m.first - 1] in _LEADING_THERE for m in ahead)


def _is_of_those_told_of(setting: Setting, at: int) -> bool:
    """`accuses hackers in Kobe of a break-in`: where those are of whom something is said."""
    words = setting.lexicon.words
    verb = setting.clause.verb
    of_them = verb is not None and verb.object == "about" and setting.kind in SPOKEN and setting.behind_verb(at)
    return of_them and setting.before(at) in words("crowd") | words("outlaw")


def _is_polled(setting: Setting, at: int) -> bool:
    """`publishes the results of a poll taken in Japan`: those who were asked."""
    near = setting.norms[max(setting.clause.verb_at, at - _NEAR_EVE) : at]
    asked = not setting.lexicon.words("polled").isdisjoint(near)
    form = setting.lexicon.verbs.get((setting.before(at),))
    done = (form is not None and form.participle) or setting.before(at) == "out"
    return asked and done and setting.kind is EventType.STATEMENT and setting.behind_verb(at - 1)


def _is_learnt(setting: Setting, mention: Mention, at: int) -> bool:
    """`informs Peru of the find in Hokkaido`: what is told of is there; not `informs Peru of it in Osaka`."""
    verb, hearer = setting.clause.verb, setting.sites.starting.get(setting.clause.verb_at + 1)
    if verb is None or verb.object != "told" or hearer is None or setting.sites.pinpoints(mention):
        return False
    return setting.norms[hearer.last] in ("of", "about") and hearer.last < at


def _is_deplored(setting: Setting, at: int) -> bool:
    """`denounces attacks on workers fighting fires in Kobe`; not `at a press conference in Kobe`."""
    verb_at, verb = setting.clause.verb_at, setting.clause.verb
    if setting.kind is not EventType.STATEMENT or verb is None or verb.object != "about":
        return False
    told, nouns = setting.norms[verb_at + verb.size : at], setting.lexicon.nouns
    deed = any(nouns.get((norm,)) in FIGHTING for norm in told) and "while" not in told
    where = told[-_NEAR_VERB:]
    spoken = not setting.lexicon.spoken.isdisjoint(where) or any(nouns.get((norm,)) in HELD for norm in where)
    return deed and not spoken


def _is_of_mission_struck(setting: Setting, at: int) -> bool:
    """`sends the result of a review of the bombing of the embassy in Kobe`: where it was struck."""
    struck = setting.sites.ending.get(at)
    if setting.kind in FORCE or struck is None or not is_mission(struck):
        return False
    k = struck.first - 1
    while k > setting.clause.verb_at and (setting.norms[k] in ARTICLES or k in setting.sites.covering):
        k -= 1
    deed = setting.norms[k] in ("of", "on") and setting.behind_verb(k - 1)
    return deed and setting.lexicon.nouns.get((setting.before(k),)) in FIGHTING


def is_occasion(setting: Setting) -> bool:
    """`In a speech to the council in New York, he urges`: where it is said stands before."""
    first = setting.clause.first
    opening = setting.norms[first : first + 4]
    form = setting.lexicon.verbs.get((opening[0],))
    if form is not None and form.participle and opening[1] in ("in", "at"):
        return True
    if form is not None and form.participle and form.verb.type == "statement":
        return opening[1] in _SPEAKING or _names_hearers(setting)
    return opening[0] in DURING and not setting.lexicon.spoken.isdisjoint(opening)


def _names_hearers(setting: Setting) -> bool:
    """`Addressing the Asia Society in New York, he says`."""
    at = setting.clause.first + 1
    heard = setting.sites.starting.get(at + (setting.norms[at] == "the"))
    return heard is not None and heard.kind in (BODY, FORUM, UNKNOWN)


def _by_word_before(setting: Setting, mention: Mention, at: int) -> bool:
    """`the situation in`, `troops in`, `stays in` before the main verb, `the waters off`, `to be signed in`."""
    before, words = setting.before(at), setting.lexicon.words
    spoken_of = before in words("situation" if setting.norms[at] == "in" else "installation")
    spoken_of = spoken_of and not (_ends_forum(setting, at) or _is_vote_alone(setting, before))
    fought = setting.kind in TALKS and setting.behind_verb(at) and before in words("blow") and before != "fire"
    if fought or _are_held_there(setting, at):
        return True
    verb = setting.clause.verb
    meets = setting.kind in CONVENED and verb is not None and (verb.object != "about" or before in words("topic"))
    in_town = before in words("matter") and meets and setting.sites.pinpoints(mention)
    of_heads = before == "government" and "heads" in setting.norms[max(0, at - 5) : at]  # `of heads of government in`
    of_heads = of_heads or (spoken_of and _is_elsewhere(setting, mention, at))
    if (
        spoken_of
        and not (in_town or of_heads or _stands_at(setting, at))
        and not _is_of_the_event(setting, mention, at)
    ):
        return True
    if setting.norms[at] == "in" and before in words("several") & words("agent") and setting.sites.is_ground(mention):
        return True  # `a pact of 15 countries in the Asia-Pacific`
    instead = setting.norms[max(0, at - 2) : at] == ["instead", "of"]
    if before in words("origin") or _is_planned(setting, at) or instead:
        return True
    if before in words("disaster") and setting.kind is not EventType.INCIDENT:
        return True
    if before in words("staying") and at < setting.clause.verb_at and not _is_held_event(setting, at - 2):
        return True
    if before == "waters" and setting.kind not in FORCE:
        return True
    return setting.norms[max(0, at - 3) : at - 1] == ["to", "be"]


def _is_vote_alone(setting: Setting, before: str) -> bool:
    """`Elections in Indonesia.`: a headline without a verb."""
    alone = setting.clause.verb is None and setting.kind is EventType.POLITICS
    return alone and setting.lexicon.nouns.get((before,)) == EventType.POLITICS


def _are_held_there(setting: Setting, at: int) -> bool:
    """`agree on the freeing of Koreans held hostage in Kabul`; not `at talks held in Kabul`."""
    if setting.kind not in (EventType.AGREEMENT, EventType.STATEMENT, EventType.MESSAGE):
        return False
    staying, held = setting.lexicon.words("staying"), at - 1 - (setting.before(at) in setting.lexicon.words("captive"))
    event = _is_event(setting, held - 1) or setting.norms[held - 1] in BE
    return setting.norms[held] in staying and held > setting.clause.verb_at + 1 and not event


def _is_event(setting: Setting, i: int) -> bool:
    """`the meeting held in Kobe`, at the word before `held`."""
    return setting.lexicon.nouns.get((setting.norms[i],)) in HELD


def _is_held_event(setting: Setting, i: int) -> bool:
    """`the meeting held in Kobe`, `At the conference for veterans, held in Kobe,`, at the word before `held`."""
    if _is_event(setting, i):
        return True
    ahead = setting.norms[max(setting.clause.first, i - _LONGEST_OPENING) : i]
    opened = setting.norms[setting.clause.first] in DURING and "," in setting.words.gaps[i + 1]
    return opened and any(setting.lexicon.nouns.get((norm,)) in HELD for norm in ahead)


def _ends_forum(setting: Setting, at: int) -> bool:
    """`the Conference on Security in Kobe`, `the Committee on Reform in Kobe`: the last word of a name."""
    named = setting.sites.ending.get(at)
    if named is None or named.last - named.first < 2:
        return False
    if _ends_conference(setting, at):
        return True
    words = setting.lexicon.words
    seat = setting.before(at) in words("force") | words("seatednoun")
    return named.kind == FORUM or (named.kind == BODY and not seat)


def _ends_conference(setting: Setting, at: int) -> bool:
    """`the UN Conference on Climate Change in Bali`: of no table, with a capital before its `on` too."""
    named = setting.sites.ending.get(at)
    if named is None or named.kind != UNKNOWN:
        return False
    first = named.first
    held = setting.norms[max(0, first - 2) : first]
    capital = first > 1 and setting.words.forms[first - 2][0].isupper()
    return capital and held[1:] in (["on"], ["for"]) and setting.lexicon.nouns.get((held[0],)) in HELD


def _is_elsewhere(setting: Setting, mention: Mention, at: int) -> bool:
    """`talks with the Philippine government in Kuala Lumpur`, `on the Myanmar crisis in Jakarta`: in another state."""
    if setting.before(at) != "government" and (setting.kind not in CONVENED or setting.norms[at] != "in"):
        return False
    whose = setting.sites.ending.get(at - 1)
    places = setting.sites.countries_of(mention)
    return whose is not None and bool(whose.countries) and bool(places) and places.isdisjoint(whose.countries)


def _stands_at(setting: Setting, at: int) -> bool:
    """`signs at the agency's headquarters in Vienna`: where the building stands in which it happens."""
    ahead = setting.norms[max(setting.clause.first, at - _NEAR_PLAN) : at]
    whose = setting.sites.ending.get(at)
    if whose is not None and whose.kind in (OFFICE, PERSON):
        house = setting.norms[max(setting.clause.first, whose.first - _NEAR_PLAN) : whose.first]
        return "at" in house and "of" in house and not setting.lexicon.words("facility").isdisjoint(house)
    return "at" in ahead and _LEADING_TO.isdisjoint(ahead)


def _is_planned(setting: Setting, at: int) -> bool:
    """`a meeting set for Aug. 25 in Islamabad`: where it was to be."""
    ahead = setting.norms[max(setting.clause.verb_at + 1, at - _NEAR_PLAN) : at]
    pairs = itertools.pairwise(ahead)
    return any(two == "for" and one in setting.lexicon.words("planned") for one, two in pairs)


def _is_of_the_event(setting: Setting, mention: Mention, at: int) -> bool:
    """A force in an incident, what is struck or visited, a building in which people meet."""
    before = setting.before(at)
    struck = before in setting.lexicon.words("installation") and setting.kind in FORCE
    if struck and setting.behind_verb(mention.first):
        return True  # `bombs a camp at`
    deployed = before in setting.lexicon.words("deployment")
    acting = _is_run_there(setting, at) or (deployed and setting.kind in (EventType.MILITARY, EventType.EXERCISE))
    clash = acting or (setting.kind is EventType.INCIDENT and before in setting.lexicon.words("force"))
    clash = clash or _is_object_of_visit(setting, at)
    return clash or (setting.kind in CONVENED and setting.sites.is_built(mention))


def _is_run_there(setting: Setting, at: int) -> bool:
    """`ends its security operations in Honiara`."""
    deployed = setting.before(at) in setting.lexicon.words("deployment")
    direct = _LEADING_TO.isdisjoint(setting.norms[max(setting.clause.verb_at, at - _NEAR_MARGINS) : at])
    return deployed and direct and setting.kind in _RUN and setting.clause.does(setting.lexicon.words("running"))


def _is_object_of_visit(setting: Setting, at: int) -> bool:
    """`visits American troops in Okinawa`; not `visits Japan to discuss the bases in Okinawa`."""
    clause, verb = setting.clause, setting.clause.verb
    if setting.kind is not EventType.VISIT or verb is None or verb.object != "place" or at <= clause.verb_at:
        return False
    return _PARTING.isdisjoint(setting.norms[clause.verb_at + verb.size : at])


def _is_beside_person(setting: Setting, at: int) -> bool:
    """`explains the plan to Fukuda in Tokyo`: where the one is with whom the other speaks."""
    beside = setting.sites.ending.get(at)
    if beside is None or beside.kind not in (PERSON, OFFICE):
        return False
    return setting.behind_verb(beside.first) and setting.part(beside.first) is Part.ACTS


def _is_meanwhile(setting: Setting, at: int) -> bool:
    """`fly while Kishida hosts Biden in Tokyo`; not `is shot while campaigning in Nara`, `sign it while he is in`."""
    norms = setting.norms
    if setting.before(at) in BE and setting.kind in TALKS:
        return False
    others = (k for k in range(setting.clause.verb_at, at - 1) if norms[k] == "while")
    if any(not norms[k + 1].endswith("ing") and norms[k + 1] not in PRONOUNS | _WITHIN for k in others):
        return True
    situation = setting.lexicon.words("situation")
    return any(one == "as" and two in situation for one, two in itertools.pairwise(norms[setting.clause.verb_at : at]))


def _comes_from_meeting(setting: Setting, at: int) -> bool:
    """`arrives in Seoul from the ministers' meeting in Kyoto`."""
    if setting.kind is not EventType.VISIT or setting.lexicon.nouns.get((setting.before(at),)) != EventType.MEETING:
        return False
    return "from" in setting.norms[max(setting.clause.verb_at, at - _NEAR_MARGINS) : at]


def _is_protested(setting: Setting, at: int) -> bool:
    """`attack the embassy in protest against drills in`, `to protest drills in`: not where they do it."""
    told = setting.norms[setting.clause.verb_at : at]
    pairs = list(itertools.pairwise(told))
    against = any(one == "protest" and two in ("against", "at", "over") for one, two in pairs)
    return (against and "in" in told) or (("to", "protest") in pairs and setting.kind in FORCE)


def is_of_remark(setting: Setting, at: int) -> bool:
    """`withdraws the invitation, pointing to missiles in the Spratly Islands`."""
    said = setting.norms[setting.clause.verb_at + 1 : at]
    return not setting.lexicon.words("remarking").isdisjoint(said)


def _is_of_another_event(setting: Setting, at: int) -> bool:
    """`an apology for the detention of a diplomat in Beijing`: where that happened of which is spoken."""
    told = setting.part(at) is Part.PLACE_SPOKEN_OF and setting.kind is EventType.STATEMENT
    if not told and not (setting.kind is EventType.POLITICS and setting.behind_verb(at)):
        return False
    if _is_held(setting, at):
        return False  # `denounces the attack at a conference in Osaka`
    nouns, begin = setting.lexicon.nouns, max(setting.clause.verb_at, at - _NEAR_EVENT)
    if not told:
        begin = next((k for k in range(begin, at) if setting.norms[k] in _LEADING_TO), at)  # not `stages a coup in`
    return any(nouns.get((norm,)) in _BEFORE_NOW for norm in setting.norms[begin:at])


def _is_held(setting: Setting, at: int) -> bool:
    """`a conference that the ministry hosts in Moscow`, `takes over in a ceremony at the garrison`."""
    form = setting.lexicon.verbs.get((setting.before(at),))
    if form is not None and form.verb.by in ("host", "hold"):
        return True
    gathered = setting.lexicon.nouns.get((setting.before(at),)) in HELD
    before = reversed(setting.norms[max(setting.clause.verb_at, at - _LONGEST_TITLE) : at - 1])
    return gathered and next((norm for norm in before if norm in DURING | _LEADING_TO), "") in DURING


def is_at_gathering(setting: Setting, at: int) -> bool:
    """`at a donors' conference in Tokyo`, `in a televised address in Tokyo`: right before the preposition."""
    before, nouns = setting.before(at), setting.lexicon.nouns
    if nouns.get((before,)) not in HELD and before not in setting.lexicon.spoken:
        return False
    ahead = reversed(setting.norms[max(setting.clause.first, at - _NEAR_PLAN) : at - 1])
    return next((norm for norm in ahead if norm in DURING | _LEADING_TO), "") in DURING


def _is_aboard_off(setting: Setting, at: int) -> bool:
    """`meets his cabinet on a warship off the Natunas`."""
    told = setting.norms[setting.clause.verb_at + 1 : at]
    return setting.norms[at] == "off" and not setting.lexicon.words("force").isdisjoint(told[-_NEAR_PLAN:])


def _is_voted(setting: Setting, at: int) -> bool:
    """`wins reelection in Okinawa`."""
    verb, noun = setting.clause.verb, setting.lexicon.nouns.get((setting.before(at),))
    votes = setting.kind is EventType.POLITICS and verb is not None and verb.type == EventType.POLITICS
    return votes and noun == EventType.POLITICS and setting.before(at) in setting.lexicon.words("votedon")


def _is_ground_held(setting: Setting, mention: Mention, at: int) -> bool:
    """`hold reunions for families at Mount Kumgang`."""
    verb = setting.clause.verb
    holds = setting.kind is EventType.MEETING and verb is not None and verb.by in ("hold", "host")
    return holds and setting.norms[at] == "at" and setting.sites.is_ground(mention)


def _is_at_margins(setting: Setting, at: int) -> bool:
    """`on the sidelines of the summit in Hanoi`."""
    near = setting.norms[max(setting.clause.first, at - _NEAR_MARGINS) : at]
    return not setting.lexicon.words("margins").isdisjoint(near)


def is_only_in_view(setting: Setting, at: int) -> bool:
    """`in expectation of a launch from`, `a visa to visit`, `accused of selling arms in`: what is not done here."""
    verb_at, norms = setting.clause.verb_at, setting.norms
    told = norms[verb_at + 1 : at]
    triples = zip(told, told[1:], told[2:], strict=False)
    motive, accusing = setting.lexicon.words("motive"), setting.lexicon.words("accusing")
    if any(one == "in" and two in motive and three in _MOTIVE_OF for one, two, three in triples):
        return True
    charged = next((k for k in range(at - 2, verb_at, -1) if norms[k] in accusing and norms[k + 1] == "of"), at)
    if charged < at and not any("," in gap for gap in setting.words.gaps[charged + 1 : at + 1]):
        return True
    return is_only_wanted(setting, at)


def is_only_wanted(setting: Setting, at: int) -> bool:
    """`files an application for a visa to visit`, `makes the decision not to attend ceremonies in`."""
    norms, wanted = setting.norms, setting.lexicon.words("unfulfilled")
    begin = setting.clause.verb_at + 1
    for k in range(begin, at):
        form = setting.lexicon.verbs.get((norms[k + 1],)) if norms[k] == "to" else None
        if form is not None and not (form.third or form.past) and not wanted.isdisjoint(norms[begin:k]):
            return True
    return False


def is_asked_for(setting: Setting, at: int) -> bool:
    """`invites the SEF to reopen talks in Beijing`, `denies a request to call at`: only asked for, or agreed on."""
    verb_at = setting.clause.verb_at
    wanted = setting.kind in SPOKEN and not setting.lexicon.words("sought").isdisjoint(setting.norms[verb_at:at])
    if not (setting.marked("asks") or setting.clause.tells("agreement") or wanted):
        return False
    norms, verbs = setting.norms, setting.lexicon.verbs
    asked = (verbs.get((norms[k + 1],)) for k in range(verb_at + 1, at - 1) if norms[k] == "to")
    return any(form is not None and not form.third and not form.past for form in asked)


def _is_put_off(setting: Setting, mention: Mention) -> bool:
    """`asks for the summit in Lyon to be put off`."""
    return setting.marked("asks") and setting.norms[mention.last : mention.last + 2] == ["to", "be"]


def _is_behind_date(setting: Setting, at: int) -> bool:
    """`restart the dialogue for the first time since last October in Tokyo`, `for the first time since 1990 in`."""
    before = setting.before(at)
    dated = before[:1].isdigit() or before in setting.lexicon.words("month") | setting.lexicon.words("timespan")
    since = setting.norms[max(setting.clause.verb_at, at - _NEAR_SINCE) : at]
    return dated and "since" in since and setting.behind_verb(at) and setting.kind in TALKS


def _adjoins(setting: Setting, at: int) -> bool:
    """`before meeting Hu in Beijing`, `after talks at a house`: of the same day, what came before or next."""
    norms, lexicon = setting.norms, setting.lexicon
    opens = next((k for k in range(at - 1, setting.clause.verb_at, -1) if norms[k] in _BESIDE_IN_TIME), None)
    if opens is None or setting.kind not in _NEXT_TO_TALKS or at - opens > _NEAR_IN_TIME:
        return False
    if setting.kind is EventType.VISIT and norms[opens] == "ahead":
        return False  # `visits Kobe ahead of a forum in Lima`
    between = norms[opens + 1 : at]
    if not lexicon.words("anothertime").isdisjoint(between):
        return False
    nouns, verbs = lexicon.nouns, lexicon.verbs
    return any(nouns.get((norm,)) == "meeting" or (norm.endswith("ing") and (norm,) in verbs) for norm in between)


def _without_topic(setting: Setting, at: int) -> bool:
    """`views the gas fields in the East China Sea`: nothing between names a topic."""
    return _TOPICS.isdisjoint(setting.norms[setting.clause.verb_at : at])


def _is_of_the_topic(setting: Setting, mention: Mention, at: int) -> bool:
    """Of places within what is spoken of: all but cities, buildings, and where forces act behind the verb.

    Before the verb, too, where that is an island: `attacks on nightclubs in Bali kill`.
    """
    physical = setting.kind in FORCE or (setting.kind not in SPOKEN and setting.norms[at] in _BESIDE)
    told = setting.behind_verb(at) or setting.clause.verb is None
    if physical and (told or (setting.kind in FIGHTING and setting.sites.is_ground(mention))):
        return False
    if (
        setting.clause.verb is not None
        and at < setting.clause.verb_at
        and setting.kind not in FIGHTING
        and not is_occasion(setting)
    ):
        return True
    built = setting.norms[at] in _WITHIN and setting.sites.is_built(mention)
    return setting.norms[at] == "near" or not (built or setting.sites.pinpoints(mention))
