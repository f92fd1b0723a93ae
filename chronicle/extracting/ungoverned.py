"""Places that no preposition governs: who hosts, what is visited or struck, what is opened."""

from chronicle.extracting.eventtypes import CONVENED, FIGHTING, FORCE, TALKS
from chronicle.extracting.functionwords import RELATIVE_PRONOUNS
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.locative import GOVERNORS
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.setting import Setting
from chronicle.extracting.topical import is_only_wanted
from chronicle.extracting.whichbody import is_mission
from chronicle.model import EventType

_PHYSICAL = FORCE | {EventType.CEREMONY, EventType.OTHER}
_DONE_TO_SPOTS = FIGHTING | {EventType.COOPERATION, EventType.CEREMONY}
_TOURED = FORCE | {
    EventType.VISIT,
    EventType.MEETING,
    EventType.CEREMONY,
    EventType.COOPERATION,
    EventType.AID,
    EventType.STATEMENT,
    EventType.OTHER,
}


def is_subject(setting: Setting, mention: Mention) -> bool:
    clause = setting.clause
    i = mention.first - 1
    i -= i > 0 and setting.norms[i] == "the"
    governed = i >= 0 and setting.norms[i] in GOVERNORS
    governed = governed or _is_second_governed(setting, i)
    apart = mention.last < clause.last and "," in setting.words.gaps[mention.last]  # `meeting in Quito and Lima, vote`
    return clause.verb is not None and mention.last == clause.verb_at and not (governed or apart)


def _is_second_governed(setting: Setting, i: int) -> bool:
    """`Youths from Kyushu and Hokkaido rally`, at its `and`: the preposition before the first governs the second."""
    first = setting.sites.ending.get(i) if setting.norms[i] == "and" else None
    return first is not None and first.kind in (PLACE, STATE) and setting.before(first.first) in GOVERNORS


def is_where_as_subject(setting: Setting, mention: Mention) -> bool:
    if setting.kind is EventType.INCIDENT and mention.kind == PLACE and setting.sites.is_ground(mention):
        return True
    return (
        _hosts(setting, mention)
        or _is_host_to(setting)
        or _celebrates(setting, mention)
        or _is_opened(setting, mention)
        or _yields(setting)
    )


def _is_host_to(setting: Setting) -> bool:
    """`Pyongyang is the venue for the talks`."""
    clause, at = setting.clause, setting.clause.verb_at
    return clause.does(("be",)) and not setting.lexicon.words("venueword").isdisjoint(setting.norms[at + 1 : at + 3])


def names_talks(setting: Setting, mention: Mention) -> bool:
    """`The Camp David summit ends`: a site before the noun of the meeting that the headline begins with."""
    clause, at = setting.clause, mention.last
    if (
        mention.kind != PLACE
        or at >= clause.last
        or not setting.before_place.issuperset(setting.norms[clause.first : mention.first])
    ):
        return False
    meeting = setting.lexicon.nouns.get((setting.norms[at],)) == EventType.MEETING and setting.words.gaps[at] == " "
    return meeting and setting.kind in TALKS and setting.sites.is_ground(mention)


def _yields(setting: Setting) -> bool:
    """`Faya-Largeau fell to the rebels`."""
    clause = setting.clause
    behind = setting.norms[clause.verb_at + 1 : clause.verb_at + 2]
    yields = clause.does(setting.lexicon.words("yielding")) and behind == ["to"]
    return yields and setting.kind is EventType.MILITARY


def is_where_as_object(setting: Setting, mention: Mention) -> bool:
    if setting.clause.verb is None:
        return _is_set_beside(setting, mention)
    return (
        _seats_the_court(setting, mention)
        or _is_opened(setting, mention)
        or _hosts(setting, mention)
        or _is_where_it_meets(setting, mention)
        or _is_visited(setting, mention)
    )


def _is_where_it_meets(setting: Setting, mention: Mention) -> bool:
    """`attends a Tokyo meeting of the committee`, `hold Jakarta talks`: a town before the noun of the meeting."""
    verb = setting.clause.verb
    begin = setting.clause.verb_at + (verb.size if verb is not None else 1)
    right_behind = setting.norms[begin : mention.first] in ([], ["a"], ["an"], ["the"])
    held = setting.lexicon.nouns.get(tuple(setting.norms[mention.last : mention.last + 1])) == EventType.MEETING
    plain = held and setting.words.gaps[mention.last] == " " and setting.kind is EventType.MEETING
    return right_behind and plain and setting.sites.pinpoints(mention)


def _seats_the_court(setting: Setting, mention: Mention) -> bool:
    """`A Makati court finds`."""
    behind = setting.norms[mention.last : mention.last + 1]
    decides = not setting.behind_verb(mention.first) and not setting.lexicon.words("court").isdisjoint(behind)
    return decides and setting.sites.pinpoints(mention)


def _is_set_beside(setting: Setting, mention: Mention) -> bool:
    """`First EU-China Summit, London`: a place behind a comma in a headline without a verb."""
    apart = "," in setting.words.gaps[mention.first] and setting.part(mention.first) is Part.PLACE
    return apart and setting.sites.pinpoints(mention)


def speaks(setting: Setting, mention: Mention) -> bool:
    """`..., Tokyo says`: who speaks, named behind what is said."""
    words, norms = setting.words, setting.norms
    i = mention.first - (norms[mention.first - 1] == "the")
    if i <= 0 or "," not in words.gaps[i] or mention.last >= len(words):
        return False
    form = setting.lexicon.verbs.get((norms[mention.last],))
    closes = mention.last + 1 >= len(words) or words.sentence[mention.last + 1] != words.sentence[i]
    return form is not None and form.finite and closes


def _hosts(setting: Setting, mention: Mention) -> bool:
    """A city that hosts."""
    city = mention.core.has(Sort.CAPITAL, Sort.PLACE) and not mention.core.has(Sort.STATE)
    return city and ((setting.marked("hosts") and mention.last == setting.clause.verb_at) or _is_host(setting, mention))


def _is_host(setting: Setting, mention: Mention) -> bool:
    """`the Asian Games hosted by Jakarta and Palembang`."""
    norms = setting.norms
    first = mention
    while norms[first.first - 1] == "and" and (before := setting.sites.ending.get(first.first - 1)) is not None:
        first = before
    hosted = setting.lexicon.verbs.get((norms[first.first - 2],)) if norms[first.first - 1] == "by" else None
    held = hosted is not None and hosted.participle and "hosts" in hosted.verb.marks
    gathered = setting.kind in CONVENED or setting.kind is EventType.COOPERATION
    return held and gathered and first.first > setting.clause.first + 2


def _celebrates(setting: Setting, mention: Mention) -> bool:
    """`Hiroshima marks the anniversary`; a capital may be its state."""
    core = mention.core
    return setting.kind is EventType.CEREMONY and core.has(Sort.PLACE) and not core.has(Sort.CAPITAL, Sort.STATE)


def _is_opened(setting: Setting, mention: Mention) -> bool:
    """`The Nathu La pass is opened for trade`: a spot that something is done to, at the head of the sentence."""
    clause, norms = setting.clause, setting.norms
    if mention.kind != PLACE or not setting.before_place.issuperset(norms[clause.first : mention.first]):
        return False
    if setting.kind is EventType.POLITICS and _votes(setting, mention):
        return True
    spot = setting.sites.is_ground(mention) or setting.sites.is_built(mention)
    return spot and clause.passive and setting.kind in _DONE_TO_SPOTS and mention.first < clause.verb_at


def _votes(setting: Setting, mention: Mention) -> bool:
    """`Okinawa holds a referendum`."""
    told = setting.norms[mention.last : setting.clause.verb_at + 1]
    return not setting.lexicon.words("voting").isdisjoint(told)


def _names_summit_to_come(setting: Setting, mention: Mention) -> bool:
    """`visits Washington in preparation for the Crawford summit`; not `attends the Crawford summit`."""
    begin = setting.clause.verb_at + (setting.clause.verb.size if setting.clause.verb is not None else 1)
    held = setting.lexicon.nouns.get(tuple(setting.norms[mention.last : mention.last + 1])) == EventType.MEETING
    return held and setting.words.gaps[mention.last] == " " and mention.first > begin + 1


def _is_visited(setting: Setting, mention: Mention) -> bool:
    verb = setting.clause.verb
    if verb is None or mention.adjective or _sends(setting, mention) or is_only_wanted(setting, mention.first):
        return False
    if _acts_next(setting, mention) or _is_only_left(setting, mention) or _owns_forces(setting, mention):
        return False
    if setting.kind in FORCE and setting.marked("strikes"):
        housed = setting.sites.starting.get(mention.last)
        if (housed is not None and is_mission(housed)) or _owns_vessel(setting, mention):
            return False
        if setting.clause.verb_at < mention.first <= setting.clause.verb_at + verb.size + 3:
            return True
    if _is_struck(setting, mention) or _is_stormed(setting, mention):
        return True
    if _is_toured(setting, mention):
        return setting.behind_verb(mention.first) and setting.part(mention.first) is not Part.OTHER_TIME
    if verb.object == "told" and setting.sites.describes_audience(mention) and setting.behind_verb(mention.first):
        return mention.first <= setting.clause.verb_at + 3
    if _is_paid_visit(setting, mention):
        return True
    travels = verb.object == "place" and setting.kind is not EventType.SANCTION  # not `returns Cuba to the list`
    travels = travels and not (_names_what_follows(setting, mention) or _names_summit_to_come(setting, mention))
    return travels and setting.behind_verb(mention.first) and setting.part(mention.first) is Part.PLACE


def _sends(setting: Setting, mention: Mention) -> bool:
    """`goes to Tokyo to head the US delegation`: whose travellers they are."""
    behind = setting.norms[mention.last : mention.last + 1]
    return mention.kind == STATE and not setting.lexicon.words("travelling").isdisjoint(behind)


def _owns_forces(setting: Setting, mention: Mention) -> bool:
    """`visits a US base`, `visits US naval bases`: whose they are, wherever; not `visits a DPRK hospital`."""
    words, at = setting.lexicon.words, mention.last
    forces = words("deployment") | words("force")
    at += setting.norms[at : at + 1] != [] and setting.norms[at] in words("sitework")
    behind = {form for norm in setting.norms[at : at + 1] for form in (norm, f"{norm}s")}
    joined = at < len(setting.norms) and setting.words.gaps[at] == " "
    return mention.kind == STATE and joined and not forces.isdisjoint(behind) and not setting.sites.pinpoints(mention)


def _is_paid_visit(setting: Setting, mention: Mention) -> bool:
    """`pays Osaka a visit`: right between the verb and a word for a journey."""
    behind = setting.norms[mention.last : mention.last + 4]
    right_behind = mention.first == setting.clause.verb_at + 1 and behind[:1] == ["a"]
    paid = right_behind and setting.clause.does(setting.lexicon.words("payingvisit"))
    return paid and not setting.lexicon.words("journey").isdisjoint(behind)


def _is_only_left(setting: Setting, mention: Mention) -> bool:
    """`Koizumi leaves Tokyo for Peru and Chile`: where somebody's journey begins, told with its goal."""
    who = setting.sites.ending.get(setting.clause.verb_at)
    goal = setting.sites.starting.get(mention.last + 1)
    bound = setting.marked("departs") and setting.norms[mention.last : mention.last + 1] == ["for"]
    bound = bound and who is not None and who.kind in (PERSON, OFFICE)
    return bound and goal is not None and goal.kind in (PLACE, STATE) and not goal.adjective


def _acts_next(setting: Setting, mention: Mention) -> bool:
    """`The Dalai Lama visits; Peru recalls`: behind a semicolon, right before a verb."""
    form = setting.lexicon.verbs.get((setting.norms[mention.last],)) if mention.last < setting.clause.last else None
    return mention.first == setting.clause.divided_at and form is not None and form.finite


def _owns_vessel(setting: Setting, mention: Mention) -> bool:
    """`sinks a Taiwan fishing boat`."""
    behind = setting.norms[mention.last : mention.last + 2]
    vessels = setting.lexicon.words("force") | setting.lexicon.words("craft")
    return mention.kind == STATE and not vessels.isdisjoint(behind)


def _names_what_follows(setting: Setting, mention: Mention) -> bool:
    """`arrives in Hanoi, the first U.S. naval visit`: a state before what bears its name."""
    near = range(mention.last, min(mention.last + 2, setting.clause.last))
    return mention.kind == STATE and any(
        (setting.norms[k],) in setting.lexicon.nouns
        and all(setting.words.gaps[i] == " " and setting.norms[i] not in GOVERNORS for i in range(mention.last, k + 1))
        for k in near
    )


def _is_struck(setting: Setting, mention: Mention) -> bool:
    """`shells Yeonpyeong Island`, `climbs Mount Paektu`: a spot right behind the verb, in a physical act."""
    taken = setting.kind is EventType.MILITARY and mention.core.has(Sort.CAPITAL)
    if (mention.kind != PLACE and not taken) or setting.kind not in _PHYSICAL:
        return False
    blow = setting.lexicon.verbs.get((setting.norms[mention.first - 1],))
    if setting.kind in FORCE and blow is not None and "strikes" in blow.verb.marks:
        return setting.behind_verb(mention.first)
    if setting.marked("gives"):
        return False
    if setting.kind is EventType.CEREMONY and _is_in_apposition(setting, mention):
        return setting.sites.is_built(mention)
    if not (setting.sites.is_ground(mention) or setting.sites.pinpoints(mention)):
        return False
    between = setting.norms[setting.clause.verb_at + 1 : mention.first]
    return setting.behind_verb(mention.first) and setting.before_place.issuperset(between)


def _is_in_apposition(setting: Setting, mention: Mention) -> bool:
    """`inaugurates a stadium, the Morodok Techo National Stadium`: what it is called, behind a word of the name."""
    norms, gaps = setting.norms, setting.words.gaps
    opens = mention.first - (norms[mention.first - 1] == "the")
    called = norms[mention.core.last - 1]
    return opens > setting.clause.verb_at + 1 and "," in gaps[opens] and norms[opens - 1] == called


def _is_stormed(setting: Setting, mention: Mention) -> bool:
    """`Students take over the Diet`; not `Koizumi takes over the Ministry of Defense`, who comes into office."""
    who = setting.norms[setting.clause.first : setting.clause.verb_at]
    crowd = setting.kind in FORCE or not setting.lexicon.words("occupier").isdisjoint(who)
    return crowd and setting.behind_verb(mention.first) and setting.sites.is_stormed(mention)


def _is_toured(setting: Setting, mention: Mention) -> bool:
    """`lectures in Beijing and inspects Pudong`: the place right behind a verb of its own that asks for one."""
    if setting.kind not in _TOURED:
        return False
    i = mention.first - 1
    while i > 0 and setting.norms[i] in setting.before_place:
        i -= 1
    form = setting.lexicon.verbs.get((setting.norms[i],))
    if form is None or not form.finite or _had_been_there(setting, i):
        return False
    return "arrives" in form.verb.marks or (form.verb.object == "place" and form.verb.type == "visit")


def _had_been_there(setting: Setting, i: int) -> bool:
    """`ships that had earlier visited Manila`, at the verb."""
    before = setting.norms[max(0, i - 3) : i]
    return "had" in before and not RELATIVE_PRONOUNS.isdisjoint(before)
