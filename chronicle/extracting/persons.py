"""Persons by name, with the office that the entry gives them or that they held that day."""

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter

from chronicle.extracting.bodies import add_slip_of_acronym
from chronicle.extracting.functionwords import COMMON_PREPOSITIONS
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.mention import PERSON, PLACE, UNKNOWN, Mention
from chronicle.extracting.officeholders import is_deputy
from chronicle.extracting.parts import Part
from chronicle.extracting.people import Known
from chronicle.extracting.press import speaks_through_a_medium
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.states import add_state, add_states_of
from chronicle.model import ActorKind, EventType, Participation, Role


def add_person(scene: Scene, found: Found, mention: Mention) -> None:
    """The person that a mention names; the states of its title where the words are no person's name."""
    if mention.counterpart and not mention.offices:
        mention = mention._replace(offices=found.offices_above)
    if add_slip_of_acronym(scene, found, mention):
        return
    person = scene.people.resolve(scene.words, mention, scene.day, found.people)
    if person is not None and _names_administration(scene, mention):
        if person.country is not None and not mention.former:
            add_state(scene, found, person.country, scene.role(mention.first), mention)
        return
    if person is None or _is_name_of_ship(scene, mention, person) or _begins_name_of_place(scene, mention):
        add_states_of(scene, found, mention)
        return
    governed = person.country if _heads_government(scene, mention) else None
    if governed is not None:
        add_state(scene, found, governed, scene.role(mention.first), mention)
    if mention.offices:
        found.offices_above = mention.offices
    elif not mention.titled:
        found.offices_above = _current_offices(scene, person) or found.offices_above
    found.name_offices(scene.words.sentence[mention.first], mention.offices or _current_offices(scene, person))
    found.meet(person, scene.people)
    found.flags += _doubts(person)
    found.add(
        Participation(
            person.name, ActorKind.PERSON,
            Role.MENTIONED if governed else _role(scene, found, mention, person),
            _country(scene, mention, person), _office_name(scene, mention, person), False,
            scene.words.span(mention.first, mention.last), person.wikidata, person.id, person.rule,
        )
    )  # fmt: skip


def _heads_government(scene: Scene, mention: Mention) -> bool:
    """`the Howard government announces`: a state under the name of whoever governs it, who is only named."""
    behind = scene.words.norms[mention.last : mention.last + 1]
    alone = mention.first == mention.core.first and scene.words.norms[mention.first - 1 : mention.first] != ["'s"]
    return alone and not scene.gazetteer.lexicon.words("governing").isdisjoint(behind)


def _names_administration(scene: Scene, mention: Mention) -> bool:
    """`former Clinton defense officials`, `Bush officials say`: of whose time they are, and nobody who acts."""
    words, behind = scene.words, mention.last
    titled = mention.titled and mention.core.first - mention.first > mention.former
    if titled or words.gaps[behind : behind + 1] != [" "]:
        return False
    appointed = scene.gazetteer.lexicon.words("appointed")
    fields = scene.gazetteer.lexicon.words("field")
    while behind < len(words) and words.forms[behind].islower() and words.norms[behind] in fields:
        behind += 1
    return behind < len(words) and words.norms[behind] in appointed and words.gaps[behind] == " "


def _begins_name_of_place(scene: Scene, mention: Mention) -> bool:
    """`Queen Zorva Stadium`, `Prince Besk Sound`: called after somebody."""
    words, behind, lexicon = scene.words, mention.last, scene.gazetteer.lexicon
    if behind >= len(words) or words.gaps[behind] != " " or not words.forms[behind][0].isupper():
        return False
    called = lexicon.words("facility") | lexicon.words("region") | lexicon.words("landform") | {"sound"}
    return words.norms[behind] in called and words.norms[behind + 1 : behind + 2] != ["'s"]


def _is_name_of_ship(scene: Scene, mention: Mention, person: Known) -> bool:
    """`the Nimitz and the Ronald Reagan sail`: a full name behind an article and without a title."""
    words = scene.words.norms[mention.core.first : mention.core.last]
    behind = scene.words.norms[mention.last : mention.last + 1]
    article = mention.first > 0 and scene.words.norms[mention.first - 1] == "the"
    named = mention.first == mention.core.first and len(words) > 1 and " ".join(words) not in person.families
    lexicon = scene.gazetteer.lexicon
    borne = not lexicon.words("agent").isdisjoint(behind) or not lexicon.words("affair").isdisjoint(behind)
    return article and named and not borne and behind != ["'s"]


def _role(scene: Scene, found: Found, mention: Mention, person: Known) -> Role:
    """As the grammar has it; but who speaks in a later sentence for those of the headline takes part in it."""
    if _stands_behind_another(scene, mention):
        return Role.MENTIONED
    if speaks_through_a_medium(scene, mention):
        return Role.PARTICIPANT
    role = Role.PARTICIPANT if _is_visiting(scene, mention) else scene.role_of_person(mention.first)
    if role is Role.PARTICIPANT or scene.part(mention.first) is not Part.ACTS or not _follows_headline(scene, mention):
        return role
    acting = [actor for actor in found.actors.values() if actor.role is Role.PARTICIPANT]
    impersonal = acting and all(actor.kind is not ActorKind.PERSON for actor in acting)
    of_state = person.country is not None and person.country in {actor.country for actor in acting}
    return Role.PARTICIPANT if impersonal and of_state else role


def _is_visiting(scene: Scene, mention: Mention) -> bool:
    """`agree during Minister Park's visit to Tokyo`: whoever came takes part."""
    norms, clause = scene.words.norms, scene.clause_of(mention.first)
    behind = norms[mention.last : mention.last + 3]
    journey = scene.gazetteer.lexicon.words("journey")
    if behind[:1] != ["'s"] or journey.isdisjoint(behind) or mention.first >= clause.reported_at:
        return False
    if clause is not scene.clauses[0] or norms[mention.first - 1 : mention.first] != ["during"]:
        return False
    visited = next((m for m in scene.mentions if mention.last < m.first <= mention.last + 4), None)
    return visited is None or scene.state_at(visited) in scene.people.relation


def _stands_behind_another(scene: Scene, mention: Mention) -> bool:
    """`Kim Yo Jong, sister of leader Kim Jong Un`, `chief adviser to President Lula`; `conveys Bush's regret`.

    Not `Adviser of Cyber Technology Neuberger`.
    """
    norms, first = scene.words.norms, mention.first
    attendants = scene.gazetteer.lexicon.words("attendant")
    behind = (i + 1 for i in range(first, mention.core.first - 1) if norms[i] in attendants and norms[i + 1] == "of")
    if any(_is_of_somebody(scene, mention, of + 1) for of in behind):
        return True
    if norms[max(0, first - 1) : first] in (["of"], ["to"]):
        return first > 1 and norms[first - 2] in attendants
    clause = scene.clause_of(first)
    owner = norms[mention.last : mention.last + 1] == ["'s"] and first > clause.verb_at
    return owner and clause.does(scene.gazetteer.lexicon.words("expounding"))


def _is_of_somebody(scene: Scene, mention: Mention, i: int) -> bool:
    """Whether the name begins at word i, or a title before it, and no field of work."""
    norms, longest = scene.words.norms, mention.core.first - i
    titles = (scene.gazetteer.readings(norms[i : i + size]) for size in range(1, longest + 1))
    titled = any(r.sort is Sort.OFFICE for readings in titles for r in readings)
    return not longest or scene.words.forms[i][0].islower() or titled


def _follows_headline(scene: Scene, mention: Mention) -> bool:
    clause = scene.clause_of(mention.first)
    second = scene.words.sentence[mention.first] == 1 and mention.first < clause.verb_at
    return second and scene.kind in _TOLD and clause.tells("statement", "politics")


_TOLD = frozenset({EventType.STATEMENT, EventType.POLITICS, EventType.SANCTION, EventType.OTHER})


def add_unknown_person(scene: Scene, found: Found, mention: Mention) -> None:
    """An unknown name: a surname printed in full above, or the subject of a verb of speaking, meeting or going."""
    norms = scene.words.norms[mention.core.first : mention.core.last]
    if len(norms) == 1 and any(known.id is None for known in scene.people.memory.by_family.get(norms[0], ())):
        add_person(scene, found, mention._replace(kind=PERSON))
        return
    clause = scene.clause_of(mention.first)
    partner = _partner(scene, mention)
    first = mention.first if partner is None else min(mention.first, partner.first)
    if scene.words.norms[first - 1 : first] != [] and scene.words.norms[first - 1] in COMMON_PREPOSITIONS:
        return  # `the Forum on Energy Saving and Environmental Protection is held`
    last = mention.last if partner is None else max(mention.last, partner.last)
    verb = clause.verb.type if clause.verb is not None and last == clause.verb_at else None
    two = partner is not None and _could_be_two(scene, mention, partner)
    acts = verb in _HUMAN and (two or _built_like_name(scene, mention, norms))
    if (acts or (verb == "agreement" and two)) and not scene.words.quoted[mention.first]:
        add_person(scene, found, mention._replace(kind=PERSON))


def _partner(scene: Scene, mention: Mention) -> Mention | None:
    """The other of two who are named with `and` between them: `Borko Stefanović and Edita Tahiri`."""
    norms, k = scene.words.norms, bisect_left(scene.mentions, mention.first, key=attrgetter("first"))
    for first, second in pairwise(scene.mentions[max(0, k - 1) : k + 2]):
        other = second if first is mention else first
        if other.kind in (PERSON, UNKNOWN) and second.first == first.last + 1 and norms[first.last] == "and":
            return other
    return None


def _could_be_two(scene: Scene, *pair: Mention) -> bool:
    """Whether both of two are written as full names are: plain words, none of them a common noun."""
    spans = [range(m.core.first, m.core.last) for m in pair]
    common = scene.gazetteer.lexicon.nouns
    plain = all(scene.words.forms[i].istitle() and (scene.words.norms[i],) not in common for s in spans for i in s)
    return plain and all(len(s) == _FULL_NAME for s in spans)


_FULL_NAME = 2  # words
_HUMAN = frozenset("statement meeting visit politics".split())


def _built_like_name(scene: Scene, mention: Mention, norms: list[str]) -> bool:
    lexicon, gazetteer = scene.gazetteer.lexicon, scene.gazetteer
    if not 2 <= len(norms) <= 4 or any(n in lexicon.words("body") or n in lexicon.words("notbody") for n in norms):
        return False
    craft = lexicon.words("craft") | lexicon.words("shipprefix")
    if norms[0] in craft or (mention.first > 0 and scene.words.norms[mention.first - 1] in craft):
        return False
    return (
        norms[0] in gazetteer.given_names or norms[0] in gazetteer.family_names or norms[-1] in gazetteer.family_names
    )


def _doubts(person: Known) -> list[str]:
    if person.slip:
        return ["actor_slip"]
    if person.ambiguous:
        return ["actor_ambiguous"]
    return ["actor_unknown"] if person.id is None and " " not in person.name else []


def _country(scene: Scene, mention: Mention, person: Known) -> str | None:
    """The state that a person acts for that day, else that of the title; none while they serve a body."""
    if scene.serves_a_body(person):
        return person.country if person.country in mention.countries and not mention.bodies else None
    served = scene.country_served(person) or next(iter(mention.countries), None)
    return served or _country_before(scene, mention) or _country_governed(scene, mention)


def _country_governed(scene: Scene, mention: Mention) -> str | None:
    """`Governor of Okinawa Tamaki`: the state of the place within a title."""
    norms, gazetteer = scene.words.norms, scene.gazetteer
    behind = (i + 1 for i in range(mention.first, mention.core.first - 1) if norms[i] == "of")
    keys = [r.key for i in behind for r in gazetteer.readings(norms[i : mention.core.first]) if r.sort is Sort.PLACE]
    return gazetteer.country_of(keys)


def _country_before(scene: Scene, mention: Mention) -> str | None:
    """`Arizona Gov. Doug Ducey`: the state of the place that a title begins with."""
    if mention.core.first == mention.first or scene.words.gaps[mention.first] != " ":
        return None
    before = (m for m in scene.mentions if m.last == mention.first and m.kind == PLACE)
    return next((scene.gazetteer.country_of(place.core.keys(Sort.PLACE)) for place in before), None)


def _current_offices(scene: Scene, person: Known) -> tuple[tuple[str, ...], ...]:
    return tuple((t.office,) for t in scene.terms_held(person))


def _office_name(scene: Scene, mention: Mention, person: Known) -> str | None:
    """The office as the entry states it, by its canonical name, or that held on the day."""
    held = [scene.gazetteer.offices[group[0]] for group in _current_offices(scene, person)]
    if mention.offices and not is_deputy(scene, mention):
        stated = scene.gazetteer.offices[_office_in(scene, mention.offices[0], person)]
        if mention.counterpart and stated.countries and person.country not in stated.countries:
            stated = next((office for office in held if office.function == stated.function), stated)
        return _of_another_time(scene, mention, stated.name) if mention.former else stated.name
    stated_otherwise = mention.titled and not _is_secretary(scene, mention)
    return max(held, key=lambda office: office.weight).name if held and not stated_otherwise else None


def _of_another_time(scene: Scene, mention: Mention, office: str) -> str:
    """`Former President`; of a `president-elect` the office with that word."""
    not_yet = scene.gazetteer.lexicon.words("notyet")
    coming = next((n for n in scene.words.norms[mention.first : mention.last] if n in not_yet), None)
    return f"{office}-{coming}" if coming else f"Former {office}"


def _is_secretary(scene: Scene, mention: Mention) -> bool:
    """`Secretary Rice`, `Assistant Secretary Hill`: of a department, who is called no more than that."""
    *below, secretary = scene.words.norms[mention.first : mention.core.first] or [""]
    return secretary in _SECRETARIES and " ".join(below) in _BELOW_SECRETARY


_SECRETARIES = frozenset({"secretary", "undersecretary"})
_BELOW_SECRETARY = frozenset({"", "deputy", "assistant", "under", "deputy assistant"})


def _office_in(scene: Scene, group: tuple[str, ...], person: Known) -> str:
    """Of the offices that one printed title may mean, that of the person's state that is held, else the general one."""
    offices, held = scene.gazetteer.offices, {office for (office,) in _current_offices(scene, person)}
    fitting = [o for o in group if person.country in offices[o].countries]
    general = [o for o in group if not offices[o].countries]
    return next((o for o in fitting if o in held), (fitting or general or list(group))[0])
