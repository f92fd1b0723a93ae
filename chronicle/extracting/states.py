"""States that act: by name, by capital, or by an adjective before those who act for them."""

from itertools import pairwise

from chronicle.extracting.clauses import Clause
from chronicle.extracting.eventtypes import FIGHTING, GATHERINGS, HELD, TALKS
from chronicle.extracting.functionwords import ARTICLES
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.mention import BODY, OFFICE, PERSON, PLACE, STATE, Mention, beginning_in
from chronicle.extracting.parts import Part
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.sentence import is_for_or_against
from chronicle.extracting.words import is_type_of_craft
from chronicle.model import ActorKind, EventType, Participation, Role

_PLACES = (Part.PLACE, Part.PLACE_SPOKEN_OF)
_CALLS = frozenset({EventType.VISIT, EventType.MEETING})
_JOINED_LATER = FIGHTING | {EventType.POLITICS, EventType.AID}
_ACTING = frozenset({PERSON, OFFICE, STATE, BODY})
_OF_LAW = frozenset({EventType.POLITICS, EventType.INCIDENT, EventType.SANCTION, EventType.OTHER})
_OF_COUNCILS = frozenset(EventType) - FIGHTING - {EventType.VISIT}
_WHERE_LAW_HOLDS = frozenset("in at outside near to".split())
_MOST_CALLED = 8  # states between `naming` and `as`
_MOST_AWAY = 8  # states joined by `and` that stay away
_LONGEST_LIST = 40  # adjectives before those who act
_NEAR_DRILL = 6  # words from two states to their exercise
_NEAR_TELLING = 4  # words from `tells` to who is told
_WITHIN = (["in"], ["at"], ["of"], ["near"], ["from"], ["to"])
_OF_BOTH = frozenset({"two", "both", "either"})
_NEAR_TOPIC = 8  # words from `is` to the word for a topic
_LONGEST_LAW = 8  # words behind a state in the name of a law
_LONGEST_CALLED = 2  # words of `Peace Accords`, behind a capital
_NEAR_LAW = 8  # words between a verb of law and the place
_BEFORE_VICTIMS = ARTICLES | {"to", "death", "dead"}


def add_named_state(scene: Scene, found: Found, k: int) -> None:
    """The state that the k-th mention names; a capital that only says where stands for none."""
    mention = scene.mentions[k]
    if _begins_name_of_law(scene, mention) or _describes_gathering(scene, mention):
        return
    if _is_where_town_lies(scene, k):
        return
    if mention.core.has(Sort.CAPITAL) and (scene.part(mention.first) in _PLACES or _is_reached(scene, mention)):
        if _seats_those_met(scene, k):
            add_state(scene, found, mention.countries[0], Role.PARTICIPANT, mention)
        return
    if scene.part(mention.first) in _PLACES and _is_place_of_side(scene, mention):
        return
    apart = is_for_or_against(scene.words, mention.first) or _stays_away(scene, mention)
    apart = apart or _is_looked_on(scene, mention) or _is_called_something(scene, k)
    role = Role.MENTIONED if apart else scene.role(mention.first)
    if role is Role.PARTICIPANT and (scene.words.quoted[mention.first] or not _takes_part(scene, k)):
        role = Role.PARTICIPANT if _is_struck(scene, k) else Role.MENTIONED
    elif role is Role.MENTIONED and (
        _is_struck(scene, k)
        or _is_guest(scene, mention)
        or _commits_itself(scene, mention)
        or (scene.part(mention.first) is Part.PLACE and _share_exercise(scene, k))
    ):
        role = Role.PARTICIPANT
    if _holds_vote(scene, mention) or _has_chair(scene, mention) or _is_its_government(scene, k):
        role = Role.PARTICIPANT
    for code in mention.countries:
        add_state(scene, found, code, role, mention)


def _is_where_town_lies(scene: Scene, k: int) -> bool:
    """`meeting in Bali, Indonesia, adopt`, `in Sea Island, Georgia`: what stands behind the comma after a town."""
    mention, town = scene.mentions[k], scene.mentions[k - 1] if k else None
    if town is None or town.kind != PLACE or town.last != mention.first or scene.words.gaps[mention.first] != ",":
        return False
    if mention.adjective or not (mention.last == len(scene.words) or "," in scene.words.gaps[mention.last]):
        return False
    places = scene.gazetteer.places
    lies = {places[key].country for key in town.core.keys(Sort.PLACE)}
    regions = {places[key].country for key in mention.core.keys(Sort.PLACE)}
    return scene.words.norms[town.first - 1 : town.first] in _WITHIN and not lies.isdisjoint(regions)


def _is_looked_on(scene: Scene, mention: Mention) -> bool:
    """`sees China as a rival`: right behind the verb; whoever is seen by somebody is met."""
    clause = scene.clause_of(mention.first)
    looks = clause.does(scene.gazetteer.lexicon.words("viewing")) and mention.first == clause.verb_at + 1
    return looks and not clause.passive


def _is_called_something(scene: Scene, k: int) -> bool:
    """`approves guidelines, naming Peru and Cuba as concerns`: states listed between a participle and its `as`."""
    norms, first, last = scene.words.norms, scene.mentions[k].first, scene.mentions[k].last
    for before in reversed(scene.mentions[max(0, k - _MOST_CALLED) : k]):
        if before.kind != STATE or norms[before.last : first] not in ([], ["and"]):
            break
        first = before.first
    for behind in scene.mentions[k + 1 : k + 1 + _MOST_CALLED]:
        if behind.kind != STATE or norms[last : behind.first] not in ([], ["and"]):
            break
        last = behind.last
    form = scene.gazetteer.lexicon.verbs.get((norms[first - 1],)) if first else None
    calls = form is not None and norms[first - 1].endswith("ing") and norms[last : last + 1] == ["as"]
    return calls and first - 1 > scene.clause_of(first).verb_at


def _stays_away(scene: Scene, mention: Mention) -> bool:
    """`Five states take part; Uzbekistan stays away`, `is held in Bali, Myanmar being absent`."""
    norms, at = scene.words.norms, mention.last
    for _ in range(_MOST_AWAY):
        joined = beginning_in(scene.mentions, at + 1, at + 2) if norms[at : at + 1] == ["and"] else ()
        if not joined:
            break
        at = joined[0].last
    if norms[at : at + 2] == ["being", "absent"]:
        return True
    if mention.first < scene.clause_of(mention.first).divided_at:
        return False
    tails = scene.gazetteer.lexicon.verb_tails.get(norms[at], ()) if at < len(norms) else ()
    does = next((form for rest, form in tails if tuple(norms[at + 1 : at + 1 + len(rest)]) == rest), None)
    return does is not None and "stays away" in does.verb.marks


def _holds_vote(scene: Scene, mention: Mention) -> bool:
    """`Presidential election in Taiwan`, `Elections take place in Fiji`: where the vote is, behind no other verb."""
    norms, i, clause = scene.words.norms, mention.first, scene.clause_of(mention.first)
    polling = scene.gazetteer.lexicon.words("polling")
    if norms[i - 1 : i] != ["in"] or scene.words.sentence[i] > 0:
        return False
    if clause.verb is None:
        return norms[i - 2] in polling
    held = clause.verb.by == "take place" and i - 1 == clause.verb_at + clause.verb.size
    return held and norms[clause.verb_at - 1] in polling


def _has_chair(scene: Scene, mention: Mention) -> bool:
    """`ends without a statement after Cambodia, as chair, objects`."""
    norms, last = scene.words.norms, mention.last
    return scene.kind in GATHERINGS and norms[last : last + 2] == ["as", "chair"]


def _is_its_government(scene: Scene, k: int) -> bool:
    """`hands over power to a new government in Iraq`: the state acts through it."""
    mention, norms = scene.mentions[k], scene.words.norms
    at = mention.first - 2
    named = at >= 0 and norms[at : at + 2] == ["government", "in"] and not mention.core.has(Sort.CAPITAL)
    return named and scene.role(at) is Role.PARTICIPANT and scene.part(at) not in _PLACES


def _is_reached(scene: Scene, mention: Mention) -> bool:
    """`reaches Manila`: a capital right behind the verb, where somebody arrives."""
    clause = scene.clause_of(mention.first)
    if _is_left_or_entered(scene, clause, mention):
        return True
    arrives = scene.kind is EventType.VISIT and clause.verb is not None and clause.marked("arrives")
    return arrives and clause.verb is not None and mention.first == clause.verb_at + clause.verb.size


def _is_left_or_entered(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """`Leaving Beijing, the delegate says`: a place behind the participle that opens the sentence."""
    form = scene.gazetteer.lexicon.verbs.get((scene.words.norms[clause.first],))
    opens = mention.first == clause.first + 1 < clause.verb_at
    return opens and form is not None and form.participle and form.verb.object == "place"


def _describes_gathering(scene: Scene, mention: Mention) -> bool:
    """`speaks to a Washington conference`, `attends a Seoul forum`: where it is; not `the Tokyo meeting agrees`."""
    gathered = scene.gazetteer.lexicon.words("townevent")
    behind, clause = scene.words.norms[mention.last : mention.last + 1], scene.clause_of(mention.first)
    there = scene.kind in HELD | {EventType.STATEMENT} and mention.first > clause.verb_at
    return there and mention.core.has(Sort.CAPITAL) and not gathered.isdisjoint(behind)


def _seats_those_met(scene: Scene, k: int) -> bool:
    """`confers with officials in Tokyo`: whose they are, where nothing else tells it."""
    mention, norms = scene.mentions[k], scene.words.norms
    clause, met = scene.clause_of(mention.first), mention.first - 2
    if scene.kind not in _CALLS or clause is not scene.clauses[0] or met <= clause.verb_at or norms[met + 1] != "in":
        return False
    others = any(m.last in (met, met + 1) for m in scene.mentions[max(0, k - 1) : k])
    return not others and norms[met] in scene.gazetteer.lexicon.words("host") and scene.part(met) is Part.ACTS


def _begins_name_of_law(scene: Scene, mention: Mention) -> bool:
    """`the Taiwan Policy Act`, `the Lisbon Agreement`, `the Paris daily Zorva`."""
    words, laws = scene.words, scene.gazetteer.lexicon.words("lawname")
    if mention.core.has(Sort.CAPITAL) and _lends_its_name(scene, mention.last):
        return True
    for i in range(mention.last, min(mention.last + _LONGEST_LAW, len(words))):
        if words.gaps[i] != " " or not words.forms[i][0].isupper():
            return False
        if words.norms[i] in laws:
            return i > mention.last
    return False


def _lends_its_name(scene: Scene, i: int) -> bool:
    """`Agreement`, `Peace Accords`, `process`, `daily`, from word i on, behind a capital: called after the town."""
    words, lexicon = scene.words, scene.gazetteer.lexicon
    called, small = lexicon.words("calledafter"), lexicon.words("calledaftersmall")
    for k in range(i, min(i + _LONGEST_CALLED, len(words))):
        form = lexicon.verbs.get((words.norms[k],))
        if words.gaps[k] != " " or (form is not None and form.third and words.norms[k] not in called | small):
            return False
        if words.norms[k] in small:
            behind = words.forms[k + 1 : k + 2]
            return not behind or behind[0][0].isupper() or (behind[0],) in lexicon.verbs
        if not words.forms[k][0].isupper():
            return False
        if words.norms[k] in called:
            return True
    return False


def _is_place_of_side(scene: Scene, mention: Mention) -> bool:
    """`a plant in Georgia` between Washington and Seoul: a place of one of the sides that bears a state's name."""
    places = {scene.gazetteer.places[key].country for key in mention.core.keys(Sort.PLACE)}
    sides = scene.people.relation
    return bool(places & sides) and sides.isdisjoint(mention.countries)


def add_state_of_court(scene: Scene, found: Found, mention: Mention) -> None:
    """`A court in Denpasar sentences`, `Officials in Lagos deny`: the state whose law it is acts, or whose they are."""
    norms, at = scene.words.norms, mention.first
    clause = scene.clause_of(at)
    of_law = scene.gazetteer.lexicon.words("court") | scene.gazetteer.lexicon.words("ofplace")
    if at < 2 or at > clause.verb_at or clause.verb_at >= clause.last:
        return
    between_states = scene.gazetteer.lexicon.words("worldcourt")
    if norms[at - 1] == "the":
        at -= 1  # `A court in the Korean city of Daejeon`
    if (
        norms[at - 1] != "in"
        or norms[at - 2] not in of_law
        or _is_of_mission(scene, at - 2)
        or not between_states.isdisjoint(norms[: mention.last])
    ):
        return
    country = scene.state_at(mention)
    if country is not None:
        add_state(scene, found, country, scene.role(clause.first), mention)


def _is_of_mission(scene: Scene, i: int) -> bool:
    """`Embassy officials in Manila`, at `officials`: of another state."""
    return any(m.last == i and m.kind == BODY for m in scene.mentions)


def add_state_of_authority(scene: Scene, found: Found, mention: Mention) -> None:
    """`Busan police arrest`, `The city assembly of Naha adopts`: the state of a local authority that acts."""
    norms, at, clause = scene.words.norms, mention.first, scene.clause_of(mention.first)
    local = scene.gazetteer.lexicon.words("localauthority")
    acts = clause is scene.clauses[0] and at < clause.verb_at < clause.last and scene.part(at) is Part.ACTS
    last = _past_next_place(scene, mention)
    behind = not local.isdisjoint(norms[last : last + 2]) and norms[at - 1 : at] != ["in"]
    sent = local | scene.gazetteer.lexicon.words("travelling")
    sent_by = norms[max(0, at - 1) : at] == ["of"] and norms[at - 2] in sent
    if not acts or not (behind or sent_by or _decides(scene, mention, clause)):
        return
    country = scene.gazetteer.country_of(mention.core.keys(Sort.PLACE))
    if country is not None:
        add_state(scene, found, country, Role.PARTICIPANT, mention)


def _past_next_place(scene: Scene, mention: Mention) -> int:
    """`Kinmen and Xiamen | authorities`: behind the place joined to a mention by `and`, else behind the mention."""
    joined = scene.words.norms[mention.last : mention.last + 1] == ["and"]
    beside = next(iter(beginning_in(scene.mentions, mention.last + 1, mention.last + 2)), None) if joined else None
    return beside.last if beside is not None and beside.kind == PLACE else mention.last


def _decides(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """`Shimane Prefecture designates a day`; not `Hunan Province is flooded`."""
    may_decide = scene.words.norms[mention.last - 1] in scene.gazetteer.lexicon.words("decider")
    acts = scene.kind in _OF_COUNCILS and not clause.passive
    return may_decide and acts and mention.last == clause.verb_at


def add_both_sides(scene: Scene, found: Found) -> None:
    """`Generals from the two sides meet`: the two states whose chronology it is, where the headline names none."""
    sides = _sides(scene)
    taking_part = {a.country for a in found.actors.values() if a.role is Role.PARTICIPANT and a.country}
    if len(sides) != 2 or len(taking_part) > 1 or not taking_part <= sides or not scene.clauses:
        return
    at = _two_sides(scene)
    if at is None or _names_two_others(scene, sides, at):
        return
    printed = scene.words.span(at, at + 2)
    for code in sorted(sides):
        state = scene.gazetteer.states.get(code)
        if state is not None:
            rule = "both sides of the chronology"
            found.add(
                Participation(state.name, ActorKind.STATE, Role.PARTICIPANT, code, mention=printed, key=code, rule=rule)
            )


def add_states_joined(scene: Scene, found: Found) -> None:
    """`Talks on the China-South Korea pact are held`: the two, where nobody else takes part."""
    acting = any(actor.role is Role.PARTICIPANT for actor in found.actors.values())
    if acting or scene.kind not in TALKS | {EventType.STATEMENT} or not scene.clauses:
        return
    if scene.kind is EventType.STATEMENT:
        _add_those_who_state_jointly(scene, found)
        return
    states = [m for m in scene.mentions if m.kind == STATE and m.first < scene.clauses[0].last]
    for first, second in pairwise(states):
        if second.first == first.last and scene.words.gaps[second.first] in ("-", "–"):
            for mention in (first, second):
                add_state(scene, found, mention.countries[0], Role.PARTICIPANT, mention)
            return


def _add_those_who_state_jointly(scene: Scene, found: Found) -> None:
    """`Joint statement of the Japan-ASEAN meeting calls for`: of those joined before the meeting, the states."""
    headline, norms = scene.clauses[0], scene.words.norms
    if "joint" not in norms[headline.first : headline.first + 2]:
        return
    for first, second in pairwise(m for m in scene.mentions if m.first < headline.last):
        joined = second.first == first.last and scene.words.gaps[second.first] in ("-", "–")
        behind = norms[second.last : second.last + 1]
        met = bool(behind) and scene.gazetteer.lexicon.nouns.get((behind[0],)) == EventType.MEETING
        if joined and met:
            for mention in (first, second):
                if mention.kind == STATE:
                    add_state(scene, found, mention.countries[0], Role.PARTICIPANT, mention)
            return


def _names_two_others(scene: Scene, sides: frozenset[str], at: int) -> bool:
    """`India recalls its envoy from Pakistan and stops trains between the two countries`, of India and the US."""
    named = {code for m in scene.mentions if m.last <= at for code in m.countries}
    return len(named) == 2 and not named <= sides


def add_visited_state(scene: Scene, found: Found) -> None:
    """`Huang Hua visits New Delhi. The two governments agree`: the second of the two is the state visited."""
    taking_part = {a.country for a in found.actors.values() if a.role is Role.PARTICIPANT and a.country}
    told = scene.kind in _CALLS and len(taking_part) == 1
    if not told or not any(_opens_with_both(scene, clause) for clause in scene.clauses[1:]):
        return
    headline = scene.clauses[0]
    for mention in scene.mentions:
        there = headline.first <= mention.first < headline.last and scene.part(mention.first) in _PLACES
        if there and mention.kind == STATE and not mention.adjective and taking_part.isdisjoint(mention.countries):
            add_state(scene, found, mention.countries[0], Role.PARTICIPANT, mention)
            return


def _opens_with_both(scene: Scene, clause: Clause) -> bool:
    """`The two countries agree`, `Both sides sign`."""
    norms, first = scene.words.norms, clause.first
    first += norms[first] == "the"
    both, sides = norms[first : first + 1], norms[first + 1 : first + 2]
    return both in (["two"], ["both"]) and not scene.gazetteer.lexicon.words("side").isdisjoint(sides)


def _sides(scene: Scene) -> frozenset[str]:
    """The sides of the chronology; of two states that share a name in its heading, the one that the headline names."""
    sides, named = scene.people.relation, scene.countries
    for sharing in scene.gazetteer.relation_names.values():
        if sharing < sides and len(sharing & named) == 1:
            return sides - (sharing - named)
    return sides


def _two_sides(scene: Scene) -> int | None:
    """Where the headline's subject, or who takes part beside it, is `the two sides`, `both countries`."""
    clause, norms, sides = scene.clauses[0], scene.words.norms, scene.gazetteer.lexicon.words("side")
    for i in range(clause.first, clause.last - 1):
        there = clause.parts[i - clause.first] is Part.ACTS or (
            scene.kind in _CALLS and norms[i - 2 : i] == ["of", "the"]
        )
        if norms[i] in _OF_BOTH and norms[i + 1] in sides and there:
            return i if i < clause.verb_at or norms[i - 1] == "the" else None
    return None


def add_state_of_law(scene: Scene, found: Found, mention: Mention) -> None:
    """`Four employees are detained in Shijiazhuang`: the state whose law it is, where nobody is said to do it."""
    clause = scene.clause_of(mention.first)
    norms = scene.words.norms
    if clause is not scene.clauses[0] or not (clause.passive and clause.marked("law")) or scene.kind not in _OF_LAW:
        return
    if "by" in norms[clause.verb_at : mention.first] or not clause.verb_at < mention.first < clause.verb_at + _NEAR_LAW:
        return
    if mention.adjective or (norms[mention.first - 1] not in _WHERE_LAW_HOLDS and not _is_shut_out(scene, mention)):
        return
    country = scene.state_at(mention)
    if country is not None:
        add_state(scene, found, country, Role.PARTICIPANT, mention)


def _is_shut_out(scene: Scene, mention: Mention) -> bool:
    """`is expelled from Taiwan`, `is barred from Japan`."""
    excludes = scene.clause_of(mention.first).does(scene.gazetteer.lexicon.words("excluding"))
    return excludes and scene.words.norms[mention.first - 1] == "from"


def add_states_of(scene: Scene, found: Found, mention: Mention) -> None:
    """The states that a title or a body names, where nobody and nothing else came of it."""
    for code in mention.countries:
        add_state(scene, found, code, scene.role(mention.first), mention)


def add_state(scene: Scene, found: Found, code: str, role: Role, mention: Mention) -> None:
    state = scene.gazetteer.states.get(code)
    if state is None:
        return
    printed = scene.words.span(mention.first, mention.last)
    rule = "state, its adjective or its capital"
    found.add(Participation(state.name, ActorKind.STATE, role, code, mention=printed, key=code, rule=rule))


def _is_guest(scene: Scene, mention: Mention) -> bool:
    """`assures a visiting Taiwan delegation`: who is there to hear it."""
    norms, clause = scene.words.norms, scene.clause_of(mention.first)
    came = norms[max(0, mention.first - 1) : mention.first] == ["visiting"]
    party = scene.gazetteer.lexicon.words("travelling")
    behind = norms[mention.last : mention.last + 3]
    near = clause.verb_at < mention.first < min(clause.reported_at, clause.verb_at + 5)
    return came and near and clause is scene.clauses[0] and not party.isdisjoint(behind)


def _commits_itself(scene: Scene, mention: Mention) -> bool:
    """`adopt a joint statement in which Pyongyang undertakes`: a party to what is agreed."""
    norms, clause = scene.words.norms, scene.clause_of(mention.first)
    within = norms[max(0, mention.first - 2) : mention.first] in (["in", "which"], ["under", "which"])
    return within and scene.kind in TALKS and clause is scene.clauses[0] and not mention.adjective


def _is_struck(scene: Scene, k: int) -> bool:
    """`kills two South Korean marines`: whose people the force is used against, right behind a verb for it."""
    mention, norms = scene.mentions[k], scene.words.norms
    clause = scene.clause_of(mention.first)
    if scene.kind not in FIGHTING or clause is not scene.clauses[0] or mention.first >= clause.reported_at:
        return False
    victim = norms[mention.last : mention.last + 1]
    struck = bool(victim) and victim[0] in scene.gazetteer.lexicon.words("victim")
    if mention.adjective and not struck and _by_what_follows(scene, k) is not True:
        return False
    i, verb_at = mention.first - 1, clause.verb_at if clause.verb is not None else clause.first
    between = _BEFORE_VICTIMS | scene.gazetteer.lexicon.words("number")
    while i > verb_at and (norms[i] in between or norms[i][:1].isdigit()):
        i -= 1
    form = scene.gazetteer.lexicon.verbs.get((norms[i],))
    return i >= verb_at and form is not None and (i == clause.verb_at or form.verb.type in FIGHTING)


def _takes_part(scene: Scene, k: int) -> bool:
    mention = scene.mentions[k]
    clause = scene.clause_of(mention.first)
    if clause is not scene.clauses[0] and not _joins_later(scene, mention, clause):
        return False
    told_of = _is_topic(scene, mention, clause) or _stands_before_noun(scene, mention)
    return not told_of and _stands_for_state(scene, k)


def _joins_later(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a later sentence makes the state one of those who were there, or of those who fight."""
    if scene.kind in _JOINED_LATER and mention.first < clause.verb_at and _does_the_same(scene, clause):
        return True
    if scene.kind in FIGHTING:
        return _tells_who_fights(scene, clause)
    if scene.kind in _CALLS and _is_told(mention, clause):
        return True
    if scene.kind not in GATHERINGS:
        return False
    if _is_what_they_discuss(scene, clause):
        return False
    joining = scene.gazetteer.lexicon.words("joining")
    tells_who = not joining.isdisjoint(scene.words.norms[clause.first : clause.last])
    return mention.first < clause.verb_at or tells_who


def _is_told(mention: Mention, clause: Clause) -> bool:
    """`He tells Chinese officials that`, in a sentence behind the headline."""
    tells = clause.verb is not None and clause.verb.object == "told"
    return tells and clause.verb_at < mention.first < min(clause.reported_at, clause.verb_at + _NEAR_TELLING)


def _is_what_they_discuss(scene: Scene, clause: Clause) -> bool:
    """`Afghanistan is the chief topic`, `Fiji is discussed`: what they talk about, and not who was there."""
    if clause.passive and clause.does(scene.gazetteer.lexicon.words("treating")):
        return True
    behind = scene.words.norms[clause.verb_at + 1 : clause.verb_at + _NEAR_TOPIC]
    return clause.does(("be",)) and not scene.gazetteer.lexicon.words("agenda").isdisjoint(behind)


def _does_the_same(scene: Scene, clause: Clause) -> bool:
    """`New Zealand and Fiji also send soldiers`, `India abstains`: further states in what the headline tells."""
    return clause.does(scene.gazetteer.lexicon.words("contributing"))


def _tells_who_fights(scene: Scene, clause: Clause) -> bool:
    """`Fighting breaks out at Badme. Ethiopian jets bomb Asmara.`: of force by nobody, the sentence behind it."""
    headline = scene.clauses[0]
    by_nobody = not any(m.kind in _ACTING and headline.first <= m.first < headline.last for m in scene.mentions)
    return by_nobody and clause.tells(*FIGHTING) and clause is scene.clauses[1]


def _is_topic(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """`the nuclear issue of Iran`, behind the verb: a state that only tells which issue."""
    norms = scene.words.norms
    i = mention.first - 1
    if mention.adjective or i < clause.verb_at + 2 or norms[i] not in ("of", "the"):
        return False
    i -= norms[i] == "the"
    if norms[i] != "of":
        return False
    before = norms[i - 1]
    agents = scene.gazetteer.lexicon.words("agent")
    if scene.gazetteer.lexicon.nouns.get((before,)) == EventType.MEETING:
        return False  # `a meeting of China, Japan and India`
    return before not in agents and before not in ("and", "members", "heads") and not before.endswith("ers")


def _stands_before_noun(scene: Scene, mention: Mention) -> bool:
    """`extends the Iraq deployment`: a state between an article and a noun; not `The Soviet Union tests a bomb`."""
    words, lexicon, at = scene.words, scene.gazetteer.lexicon, mention.last
    clause = scene.clause_of(mention.first)
    if clause.verb is not None and clause.verb_at == at:
        return False
    if mention.adjective or at >= len(words) or words.norms[mention.first - 1 : mention.first] != ["the"]:
        return False
    form, norm = words.forms[mention.core.last - 1], words.norms[at]
    if form.isupper() or form.endswith("s") or not mention.core.has(Sort.STATE) or words.gaps[at] != " ":
        return False
    noun = (norm,) in lexicon.nouns or norm in lexicon.words("situation")
    return words.forms[at].islower() and noun and norm not in lexicon.words("agent")


def _stands_for_state(scene: Scene, k: int) -> bool:
    """An adjective stands for the state before those who act for it, or as a member of a list of such."""
    k = next(i for i in range(k, k + len(scene.mentions)) if not _is_listed_before_another(scene, i, k))
    mention = scene.mentions[k]
    if _tells_origin(scene, mention):
        return False
    if not mention.adjective and not _is_used_as_adjective(scene, mention):
        return True
    verdict = _by_what_follows(scene, k)
    if verdict is not None:
        return verdict
    clause = scene.clause_of(mention.first)
    return (mention.first < clause.verb_at and not clause.passive) or _share_exercise(scene, k)


def _tells_origin(scene: Scene, mention: Mention) -> bool:
    """`Tariffs on Chinese goods take effect`; not `Chinese steel makers meet`."""
    words, lexicon, behind = scene.words, scene.gazetteer.lexicon, mention.last + 1
    if words.norms[mention.last : behind] == [] or words.norms[mention.last] not in lexicon.words("merchandise"):
        return False
    ends = behind >= len(words) or words.gaps[behind] != " "
    return ends or words.norms[behind] in lexicon.function_words or (words.norms[behind],) in lexicon.verbs


def _share_exercise(scene: Scene, k: int) -> bool:
    """`is present at the joint ROK-US drill`: two states joined before the noun."""
    mention, words = scene.mentions[k], scene.words
    beside = [m for m in scene.mentions[max(0, k - 1) : k + 2] if m is not mention and m.kind == STATE]
    pair = next((m for m in beside if m.last == mention.first or mention.last == m.first), None)
    if pair is None or words.gaps[max(mention.first, pair.first)] not in ("-", "–"):
        return False
    first, last = min(mention.first, pair.first), max(mention.last, pair.last)
    ahead = words.norms[last : last + _NEAR_DRILL]
    drill = any(scene.gazetteer.lexicon.nouns.get((norm,)) == EventType.EXERCISE for norm in ahead)
    return drill and words.norms[first - 1 : first] == ["joint"]


def _is_listed_before_another(scene: Scene, k: int, first: int) -> bool:
    """`Chinese` in `Chinese, Russian and Indian officials`: an adjective of a list that began at the first-th."""
    mention, words = scene.mentions[k], scene.words
    following = scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    if following is None or following.kind != STATE or k - first >= _LONGEST_LIST:
        return False
    if not mention.adjective and not _is_used_as_adjective(scene, mention):
        return False
    between = range(mention.last, following.first)
    acts = any(words.norms[i] in scene.gazetteer.lexicon.words("agent") or is_type_of_craft(words, i) for i in between)
    return len(between) <= 1 and not acts


def _is_used_as_adjective(scene: Scene, mention: Mention) -> bool:
    """`US accusations`, `DPRK drills`: an acronym right before a plain noun behind the verb."""
    words, at = scene.words, mention.last
    clause = scene.clause_of(mention.first)
    if at >= len(words) or words.gaps[at] != " " or not words.forms[mention.core.last - 1].replace(".", "").isupper():
        return False
    norm, lexicon = words.norms[at], scene.gazetteer.lexicon
    noun = words.forms[at].islower() and norm not in lexicon.function_words and not norm.endswith(("ly", "ing", "ed"))
    return (
        mention.first > clause.verb_at and noun and norm not in lexicon.words("agent") and (norm,) not in lexicon.verbs
    )


def _by_what_follows(scene: Scene, k: int) -> bool | None:
    """What the words behind an adjective say of it; None where they say nothing."""
    words, agents = scene.words, scene.gazetteer.lexicon.words("agent")
    nxt = scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    start = scene.mentions[k].last
    for i in range(start, min(start + 6, len(words))):
        if words.norms[i] in agents or is_type_of_craft(words, i):
            return True
        if nxt is not None and nxt.first == i and nxt.kind == BODY:
            return True
        if i > start and words.gaps[i] not in (" ", "-"):
            return None
    return None
