"""Offices without a name: who held them that day, where the entry names the state."""

from bisect import bisect_left
from itertools import chain, pairwise
from operator import attrgetter

from chronicle.extracting.gazetteer import Office, Sort, Term
from chronicle.extracting.mention import BODY, STATE, Mention
from chronicle.extracting.people import Known
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.states import add_state
from chronicle.extracting.whichbody import sides_with_body
from chronicle.model import ActorKind, Participation, Role

Offices = tuple[tuple[str, ...], ...]


def add_holders(scene: Scene, found: Found, mention: Mention) -> None:
    """The holders of an office in each state named; the state alone, flagged, where the tables know none."""
    countries = mention.countries or _countries_meant(scene, mention) or _state_of_speaker(scene, found, mention)
    sentence = scene.words.sentence[mention.first]
    offices = mention.offices or (_offices_above(found, sentence, mention.plural) if mention.counterpart else ())
    if mention.offices and not mention.counterpart:
        found.offices_above = mention.offices
        found.name_offices(sentence, mention.offices)
    infers = _infers(scene, mention, len(countries))
    role = scene.role(mention.first)
    for country in countries:
        terms = _terms(scene, mention, offices, country) if infers else []
        for term in terms:
            _add_holder(scene, found, mention, term)
        if not terms:
            add_state(scene, found, country, role, mention)
            if infers and not mention.bodies and _has_one_holder(scene, offices, country):
                found.flags.append("holder_unknown")


def _offices_above(found: Found, sentence: int, plural: bool) -> Offices:
    """What `their Indian counterparts` hold: the offices of all whom the sentence names, else of all named above.

    `his counterpart` has what the one named last holds.
    """
    if not plural:
        return found.offices_above
    named = found.offices_named.get(sentence) or chain.from_iterable(found.offices_named.values())
    return tuple(dict.fromkeys(named))


def _add_holder(scene: Scene, found: Found, mention: Mention, term: Term) -> None:
    rule = f"holder of the office {term.office} since {term.start}"
    person: Known = scene.people.known(scene.gazetteer.people[term.person], rule)
    found.meet(person, scene.people)
    found.add(
        Participation(
            person.name, ActorKind.PERSON, scene.role(mention.first), scene.country_served(person),
            scene.gazetteer.offices[term.office].name, True, scene.words.span(mention.first, mention.last),
            person.wikidata, person.id, rule,
        )
    )  # fmt: skip


def _countries_meant(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Of an office without a state: both sides for `the two ...`, the one state that has such an office."""
    before = scene.words.norms[max(0, mention.first - 2) : mention.first]
    if mention.plural:
        if "two" in before or "both" in before:
            both = _two_above(scene, mention) or tuple(sorted(scene.people.relation))
            if len(both) == _TWO:
                return both
        several = len(mention.offices) > 1 and _state_of_office(scene, mention)
        return several or _state_of_body_within(scene, mention)
    return _state_of_office(scene, mention) or _only_side(scene, mention)


def _two_above(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """`A Norland-Sudland meeting is held, with the two prime ministers in the chair`: the pair that the sentence names.

    None where it names more than the two beside each other.
    """
    here = bisect_left(scene.mentions, mention.first, key=attrgetter("first"))
    sentence = scene.words.sentence[mention.first]
    near = scene.mentions[max(0, here - _FURTHEST) : here]
    states = [m for m in near if m.kind == STATE and scene.words.sentence[m.first] == sentence]
    named = tuple(dict.fromkeys(code for state in states for code in state.countries))
    beside = any(scene.words.norms[one.last : other.first] in ([], ["and"]) for one, other in pairwise(states))
    return named if len(named) == _TWO and beside else ()


def _state_of_office(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """`the unification and transport ministers`: the one state that has such an office."""
    offices = scene.gazetteer.offices
    for group in mention.offices:
        own = {c for office in group for c in offices[office].countries}
        if len(own) == 1 and all(offices[office].countries for office in group):
            return tuple(own)
    return ()


def _state_of_body_within(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """`67 Diet members visit`: the state whose body alone is called as the title begins."""
    called = (scene.words.norms[mention.first : end] for end in range(mention.last - 1, mention.first, -1))
    named = ({r.key for r in scene.gazetteer.readings(norms) if r.sort is Sort.BODY} for norms in called)
    keys = next(filter(None, named), set())
    countries = {scene.gazetteer.bodies[key].country for key in keys} - {None}
    return tuple(c for c in countries if c) if len(countries) == 1 else ()


def _only_side(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """`Foreign Minister visits`, between Washington and Tokyo: one of the two sides has such an office."""
    alone = not (mention.bodies or mention.counterpart or "of" in scene.words.norms[mention.first : mention.last])
    capital = scene.words.forms[mention.first][0].isupper() and scene.words.norms[max(0, mention.first - 1)] != "the"
    if scene.day is None or len(scene.people.relation) != 2 or len(mention.offices) != 1 or not (alone and capital):
        return ()
    sides = sides_with_body(scene, mention) or scene.people.sides_with(mention.offices[0], scene.day)
    return tuple(sides) if len(sides) == 1 else ()


def _state_of_speaker(scene: Scene, found: Found, mention: Mention) -> tuple[str, ...]:
    """`Aso says that the prime minister will go`: who speaks of the head without a state means that of their own."""
    clause, gazetteer = scene.clause_of(mention.first), scene.gazetteer
    heads = all(gazetteer.offices[office].function in _HEADS for group in mention.offices for office in group)
    if mention.plural or mention.counterpart or not (mention.offices and heads) or mention.first < clause.verb_at:
        return ()
    norms = scene.words.norms
    if "of" in norms[mention.first : mention.last + 1] or norms[mention.first - 1 : mention.first] != ["the"]:
        return ()  # `the president of the World Bank`, `rejects him for prime minister`
    speakers = {actor.country for actor in found.actors.values() if actor.role is Role.PARTICIPANT}
    told = clause.tells("statement") and len(speakers) == 1
    return tuple(c for c in speakers if c in gazetteer.states) if told else ()


def _infers(scene: Scene, mention: Mention, count: int) -> bool:
    """Whether holders follow: not of a former office, a body's plural office, or one state's several officials."""
    if (
        scene.day is None
        or mention.former
        or is_deputy(scene, mention)
        or _leads_others(scene, mention)
        or _is_conferred(scene, mention)
        or _was_held(scene, mention)
        or _is_to_come(scene, mention)
        or (_several_of_one(mention, count) and not _goes_on_with_others(scene, mention))
    ):
        return False
    if mention.counterpart:
        return True
    bodies = [scene.gazetteer.bodies[key] for span in mention.bodies for key in span.keys(Sort.BODY)[:1]]
    return not any(body.kind == "intergovernmental" for body in bodies)


def _several_of_one(mention: Mention, count: int) -> bool:
    return mention.plural and count == 1 and len(mention.offices) < 2 and not mention.counterpart


def _goes_on_with_others(scene: Scene, mention: Mention) -> bool:
    """`The foreign ministers of China and the ten ASEAN states`: one of China, the others of others.

    So are `ASEAN and Chinese foreign ministers`.
    """
    norms, behind = scene.words.norms, mention.last
    here = bisect_left(scene.mentions, mention.first, key=attrgetter("first"))
    beside = scene.mentions[max(0, here - 1) : here]
    if norms[mention.first - 1] == "and" and any(m.kind == BODY and m.last == mention.first - 1 for m in beside):
        return True
    k = bisect_left(scene.mentions, behind, key=attrgetter("first"))
    near = [m for m in scene.mentions[k : k + 1] if m.first <= behind + _FEW]
    listed = norms[behind : behind + 1] == ["and"] and "of" in norms[mention.first : behind]
    return listed and any(m.kind == BODY for m in near)


def is_deputy(scene: Scene, mention: Mention) -> bool:
    """`first deputy health minister`, `vice chairman`: under the office that the tables know, not in it."""
    below = scene.gazetteer.lexicon.words("below")
    if below.isdisjoint(scene.words.norms[mention.first : mention.last]):
        return False
    names = (scene.gazetteer.offices[key].name for group in mention.offices for key in group)
    return all(below.isdisjoint(name.lower().replace("-", " ").split()) for name in names)


def _is_conferred(scene: Scene, mention: Mention) -> bool:
    """`names him to be deputy secretary of state`, `confirmed as`: an office that somebody else is given."""
    norms, i = scene.words.norms, mention.first
    while i and norms[i - 1] in _ARTICLES:
        i -= 1
    given = scene.gazetteer.lexicon.words("conferring")
    return i > 0 and (norms[i - 1] in given or norms[max(0, i - 2) : i] == ["to", "be"])


def _was_held(scene: Scene, mention: Mention) -> bool:
    """`Ban Ki-moon, who once was foreign minister`: an office of whoever is spoken of, and of another time."""
    before = scene.words.norms[max(0, mention.first - 4) : mention.first]
    return "who" in before and not _ONCE.isdisjoint(before[before.index("who") :])


def _leads_others(scene: Scene, mention: Mention) -> bool:
    """`Japanese and Korean business leaders`: of people, not of states."""
    others = scene.gazetteer.lexicon.words("ledgroup")
    return not mention.counterpart and not others.isdisjoint(
        scene.words.norms[max(0, mention.first - 1) : mention.last]
    )


def _is_to_come(scene: Scene, mention: Mention) -> bool:
    """`calls on the next U.S. president`: nobody who holds it now."""
    return mention.first > 0 and scene.words.norms[mention.first - 1] in _COMING


_HEADS = frozenset({"head-of-government", "head-of-state"})
_ONCE = frozenset({"was", "were", "been"})
_SMALL = frozenset("of the and for".split())
_COMING = frozenset("next future any no every whichever".split())
_TWO = 2
_FURTHEST = 40  # names between the two and their office
_FEW = 3  # words between `and` and the others
_ARTICLES = frozenset("the a an new next acting".split())


def _terms(scene: Scene, mention: Mention, offices: Offices, country: str) -> list[Term]:
    found = (_term(scene, mention, group, country) for group in offices)
    return [term for term in found if term is not None]


def _term(scene: Scene, mention: Mention, group: tuple[str, ...], country: str) -> Term | None:
    """The term in one of the offices that a printed title may mean; of a counterpart, in the like office."""
    assert scene.day is not None
    for office in group:
        entry = scene.gazetteer.offices[office]
        if entry.countries and country not in entry.countries and not _stands_for_likes(mention, entry):
            continue
        leads = entry.function == "leader"
        function = _leader(scene, country) if leads else entry.function
        terms = scene.gazetteer.holders(function, country, scene.day.first, scene.day.last)
        if function == "head-of-state" and not leads and office != function:
            # `the president of Japan`: no monarch is a president.
            terms = [t for t in terms if t.office == office]
        if function == "ambassador":
            to = mention.to or _other_side(scene, mention, country)
            terms = [t for t in terms if t.to == to and to is not None]
        if terms and (entry.exclusive or leads):
            return _nearest(scene, mention, terms)
    return None


def _other_side(scene: Scene, mention: Mention, country: str) -> str | None:
    """Between two states their ambassadors are each other's; not `the US ambassador in The Hague`."""
    others = scene.people.relation - {country}
    elsewhere = scene.words.norms[mention.last : mention.last + 1] == ["in"]
    return next(iter(others)) if len(others) == 1 < len(scene.people.relation) and not elsewhere else None


def _stands_for_likes(mention: Mention, office: Office) -> bool:
    """`his counterpart`, `US and Korean trade representatives`: the office of one state for those like it."""
    return mention.counterpart or (mention.plural and not set(mention.countries).isdisjoint(office.countries))


def _nearest(scene: Scene, mention: Mention, terms: list[Term]) -> Term:
    """Of several offices of one function that whose name is printed: `trade ministers`, not of commerce."""
    printed = set(scene.words.norms[mention.first : mention.last]) - _SMALL
    offices = scene.gazetteer.offices
    return max(terms, key=lambda term: len(printed.intersection(offices[term.office].name.lower().split())))


def _leader(scene: Scene, country: str) -> str:
    state = scene.gazetteer.states.get(country)
    return state.leader if state else "head-of-government"


def _has_one_holder(scene: Scene, offices: Offices, country: str) -> bool:
    """Whether one person held the office that day, so that the tables have a gap."""
    known = scene.gazetteer.offices
    return country in scene.gazetteer.states and any(
        known[office].weight > 2 and not known[office].sent for group in offices for office in group
    )
