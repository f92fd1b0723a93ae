"""Which body words mean: by name, by a state and its kind of body, or by who acts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from chronicle.extracting.gazetteer import Body, Sort
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.mention import STATE, Mention
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.spans import is_capital
from chronicle.extracting.words import Words, is_ordinal
from chronicle.model import Role


def which_body(scene: Scene, found: Found, k: int) -> Body | None:
    """The body that the k-th mention means; None where only a state, or nothing, follows from it."""
    mention = scene.mentions[k]
    if are_plain_forces(scene, mention):
        return None
    country = country_beside(scene, k)
    bodies = [scene.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)]
    if bodies:
        body = bodies[0] if len(bodies) == 1 else _one_of(scene, found, bodies, country)
        return _of_another_state(scene, body, k) or _of_the_side(scene, body, k) or body
    functions = mention.core.keys(Sort.GENERIC)
    if not functions:
        return None
    if is_mission(mention):
        return _mission(scene, k, country)
    country = country or _country_of_its(scene, k) or _country_of_other_chamber(scene, k, functions[0])
    if country is None:
        return bare_body(scene, found, mention, functions[0])
    known = _of_function(scene, _called(scene, mention), functions[0], country)
    if known is None and _called(scene, mention)[-1] in scene.gazetteer.lexicon.words("apartfromstate"):
        known = scene.gazetteer.bodies_by_function.get((functions[0], country))  # `Japan's central bank`
    return known or _of_state(scene, mention, functions[0], country)


def _one_of(scene: Scene, found: Found, bodies: list[Body], country: str | None) -> Body:
    """Of bodies of one name the one named before, else that of the state beside it.

    Else that of the side that acts or is named, of the world, of a state that is named, of a side.
    """
    named = next((b for b in bodies if not country and any(a.name == b.name for a in found.actors.values())), None)
    if named is not None:
        return named
    wanted = {country} if country else set(scene.people.relation)
    acting = {a.country for a in found.actors.values() if a.role is Role.PARTICIPANT}
    of_sides = sorted((b for b in bodies if b.country in wanted), key=lambda b: b.country not in acting)
    present = acting | scene.countries | {country}
    of_world, of_named = (
        (b for b in bodies if b.kind in _WORLDWIDE),
        (b for b in bodies if b.country in scene.countries),
    )
    choices = (*(b for b in of_sides if b.country in present), *of_world, *of_named, *of_sides)
    return next(iter(choices), bodies[0])


def _of_another_state(scene: Scene, body: Body, k: int) -> Body | None:
    """`South Korea's NSC`: the like body of the state right before it, where the name is known as another state's."""
    mention, owner = scene.mentions[k], scene.mentions[k - 1] if k else None
    if owner is None or owner.kind != STATE or body.country is None or body.kind not in _OF_STATES:
        return None
    same_sentence = scene.words.sentence[owner.first] == scene.words.sentence[mention.first]
    if not same_sentence or body.country in owner.countries or country_beside(scene, k) != owner.countries[0]:
        return None
    return scene.gazetteer.bodies_by_function.get((body.function or "", owner.countries[0]))


def _of_the_side(scene: Scene, body: Body, k: int) -> Body | None:
    """`the Politburo`, in a chronology of Mongolia: the like body of the one side that has one, of no named state's.

    Of a town right behind it, `the National Press Club in Canberra`, that of its state.
    """
    mention = scene.mentions[k]
    called, beside = _called(scene, mention), country_beside(scene, k)
    acronym = len(called) == 1 and scene.words.forms[mention.core.first].isupper()
    if acronym or body.country is None or not body.function or body.country in {beside, *scene.people.relation}:
        return None
    if beside is None and body.country in scene.countries:
        return None
    sides = [beside] if beside else sorted(scene.people.relation)
    like = [each for side in sides if (each := _of_function(scene, called, body.function, side)) is not None]
    return like[0] if len(like) == 1 else None


def _country_of_its(scene: Scene, k: int) -> str | None:
    """`China will impose tariffs, its commerce ministry says`: of the state that was named last as one that acts."""
    mention = scene.mentions[k]
    if scene.words.norms[mention.first - 1 : mention.first] not in (["its"], ["their"]):
        return None
    before = (m for m in reversed(scene.mentions[max(0, k - _FURTHEST_OWNER) : k]) if not m.adjective)
    here = (m for m in before if scene.words.sentence[m.first] == scene.words.sentence[mention.first])
    owner = next((m for m in here if m.kind == STATE and scene.role(m.first) is Role.PARTICIPANT), None)
    return owner.countries[0] if owner is not None else None


def _country_of_other_chamber(scene: Scene, k: int, function: str) -> str | None:
    """`Norland's House of Representatives and Senate`: of the state of the chamber named before it."""
    before, mention = scene.mentions[k - 1] if k else None, scene.mentions[k]
    if before is None or function not in _CHAMBERS or _CHAMBERS.isdisjoint(before.core.keys(Sort.GENERIC)):
        return None
    joined = scene.words.norms[before.last : mention.first] in (["and"], ["and", "the"])
    return country_beside(scene, k - 1) if joined else None


def employee_of(words: Words, body: Mention, lexicon: Lexicon) -> int | None:
    """Where the title stands in `a director at Zorva University`, `officials at the Treasury and the Pentagon`."""
    for at in range(body.first - 1, max(0, body.first - _FURTHEST_STAFF), -1):
        if words.norms[at] == "at":
            several = "and" in (*words.norms[at + 1 : body.first], *words.norms[body.last : body.last + 1])
            heads = at <= _OPENING_STAFF
            staff = lexicon.words("title") | (lexicon.words("staff") if several or heads else frozenset())
            return at - 1 if words.norms[at - 1] in staff else None
        if words.norms[at] not in _BETWEEN_BODIES and not is_capital(words.forms[at]):
            return None
    return None


def is_mission(mention: Mention) -> bool:
    """An embassy or a consulate, which stands on its ground."""
    return not _MISSIONS.isdisjoint(mention.core.keys(Sort.GENERIC))


def are_plain_forces(scene: Scene, mention: Mention) -> bool:
    """`China's armed forces`: in small letters they are the state, and so are several (`Thai and US Air Forces`)."""
    last, forces = mention.core.last - 1, scene.gazetteer.lexicon.words("armedforces")
    first = mention.core.first
    plain = scene.words.forms[first][0].islower() or (first == last and first == scene.clause_of(first).first)
    several = scene.words.norms[last].endswith("s") and not mention.core.has(Sort.BODY)
    return (plain or several) and scene.words.norms[last] in forces


_OPENING_STAFF = 2  # words of `The officials`, at the head of an entry
_FURTHEST_STAFF = 8  # words from `officials` to the last of the bodies behind it
_BETWEEN_BODIES = frozenset({"the", "of", "and"})
_FURTHEST_OWNER = 40  # names between a body and the state whose it is
_OF_STATES = frozenset({"agency", "commission", "court", "ministry", "parliament", "service"})
_CHAMBERS = frozenset({"parliament", "lower-house", "upper-house"})
_WORLDWIDE = frozenset({"media", "intergovernmental"})
_MISSIONS = frozenset({"embassy", "consulate"})
# What a state has one of, though it may be printed in small letters.
_GOVERNING = frozenset({"cabinet", "parliament"})
# A parliament of one chamber that is called by the name of one.
_WHOLE = {"lower-house": "parliament"}


def _mission(scene: Scene, k: int, country: str | None) -> Body | None:
    """`the Chinese Embassy in Manila`, by the words printed; an embassy of no named state is none."""
    mention = scene.mentions[k]
    if country is None or _is_only_where(scene, k):
        return None
    first = scene.mentions[k - 1].first if k and scene.mentions[k - 1].countries[:1] == (country,) else mention.first
    last = mention.last
    if k + 1 < len(scene.mentions) and scene.words.norms[last : scene.mentions[k + 1].first] == ["in"]:
        last = scene.mentions[k + 1].last
    return Body("", scene.words.span(first, last), "agency", country, None, None)


def _is_only_where(scene: Scene, k: int) -> bool:
    """`the embassy in Manila`: the state behind is where it stands, not whose it is."""
    before = scene.mentions[k - 1] if k else None
    owned = before is not None and before.kind == STATE and before.last >= scene.mentions[k].first - 1
    behind = scene.words.norms[scene.mentions[k].last : scene.mentions[k].last + 1]
    return not owned and behind == ["in"]


def _called(scene: Scene, mention: Mention) -> list[str]:
    return scene.words.norms[mention.core.first : mention.core.last]


def _of_function(scene: Scene, called: list[str], function: str, country: str | None) -> Body | None:
    """The state's body of a function, if it may be called so: Japan has no `National Assembly`."""
    known = scene.gazetteer.bodies_by_function
    body = known.get((function, country or "")) or known.get((_WHOLE.get(function, ""), country or ""))
    return body if body is not None and set(called) <= body.words | {"of", "the"} else None


def sides_with_body(scene: Scene, mention: Mention) -> set[str]:
    """The sides that have a body called as a title begins: of Washington and Beijing one has a `Foreign Ministry`."""
    for end in range(mention.last, mention.first, -1):
        called = scene.words.norms[mention.first : end]
        functions = [r.key for r in scene.gazetteer.readings(called) if r.sort is Sort.GENERIC]
        if functions:
            return {side for side in scene.people.relation if _of_function(scene, called, functions[0], side)}
    return set()


def _of_state(scene: Scene, mention: Mention, function: str, country: str) -> Body | None:
    printed = scene.words.span(mention.core.first, mention.core.last)
    state = scene.gazetteer.states.get(country)
    if printed in _GOVERNING and (function, country) in scene.gazetteer.bodies_by_function:
        return scene.gazetteer.bodies_by_function[function, country]
    if state is None or _is_numbered(scene, mention) or (printed[0].islower() and printed not in _GOVERNING):
        return None
    if printed.lower() in scene.gazetteer.lexicon.words("stateitself") or _is_of_one_state(scene, function):
        return None
    return Body("", f"{state.name} {printed[0].upper()}{printed[1:]}", function, country, None, None)


def _is_of_one_state(scene: Scene, function: str) -> bool:
    """`House`, alone: that of one state, and of no other."""
    default = scene.gazetteer.bodies.get(scene.gazetteer.default_bodies.get(function, ""))
    return default is not None and default.function != function


def bare_body(scene: Scene, found: Found, mention: Mention, function: str) -> Body | None:
    """`Foreign Ministry`, `Congress` without a state: that of the entry's actors so far, or the usual one."""
    if not scene.words.forms[mention.core.first][0].isupper() or _is_numbered(scene, mention):
        return None
    called = _called(scene, mention)
    acting = [a.country for a in found.actors.values() if a.country in _own(scene, found)]
    for country in chain(_countries_before(scene, found, mention), acting):
        known = _of_function(scene, called, function, country)
        if known is not None:
            return known
    default = scene.gazetteer.bodies.get(scene.gazetteer.default_bodies.get(function, ""))
    fits = default is not None and set(called) <= default.words
    if default is not None and fits and (not default.country or default.country in scene.people.relation):
        return default
    # `Ministry of Finance reports that exports to China fell`: of two sides, the one that is not spoken of.
    own = {c: b for c in sorted(scene.people.relation) if (b := _of_function(scene, called, function, c))}
    left = [body for country, body in own.items() if len(own) != 2 or country not in scene.countries]
    if not own and default is not None and fits and not _is_of_another(scene, default, acting):
        return default  # `Congress` between two states that have none
    return left[0] if len(left) == 1 else None


def _is_of_another(scene: Scene, usual: Body, acting: Sequence[str | None]) -> bool:
    """`King Ashok of Sudland recalls the House of Representatives`, where nothing is said of the usual body's state."""
    return bool(acting) and len(scene.people.relation) < _SIDES and usual.country not in scene.countries


def _is_numbered(scene: Scene, mention: Mention) -> bool:
    """`the party's 16th Congress`: a meeting, not a parliament."""
    return mention.core.first > 0 and is_ordinal(scene.words.norms[mention.core.first - 1])


def _countries_before(scene: Scene, found: Found, mention: Mention) -> Iterator[str]:
    """The states of what the sentence names before a mention, the nearest first; not one that is only talked about."""
    own = _own(scene, found)
    by_print = {actor.mention: actor.country for actor in found.actors.values()}
    sentence = scene.words.sentence[mention.first]
    here = bisect_left(scene.mentions, mention.first, key=attrgetter("first"))
    for before in reversed(scene.mentions[max(0, here - _FURTHEST_OWNER) : here]):
        if scene.words.sentence[before.first] != sentence or ";" in scene.words.gaps[mention.first]:
            return
        country = by_print.get(scene.words.span(before.first, before.last)) or next(iter(before.countries), None)
        if country and _is_envoy(scene, before) and _goes_to(scene, mention):
            yield from scene.people.relation - {country}  # `Ambassador Cheng lodges a protest at Foreign Ministry`
        elif country and country in own:
            yield country


def _is_envoy(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is called by the title of one who is posted to the other state."""
    offices = (scene.gazetteer.offices[key] for group in mention.offices for key in group)
    return len(scene.people.relation) == _SIDES and any(office.function == "ambassador" for office in offices)


def _goes_to(scene: Scene, mention: Mention) -> bool:
    """`to the Foreign Ministry`, and who is summoned `by the Foreign Ministry`."""
    before = [norm for norm in scene.words.norms[max(0, mention.first - 2) : mention.first] if norm != "the"][-1:]
    return before in _GOING_TO or (before == ["by"] and scene.clause_of(mention.first).marked("summons"))


_GOING_TO = (["at"], ["to"], ["with"])
_SIDES = 2


def _own(scene: Scene, found: Found) -> set[str | None]:
    """The sides of the chronology and who takes part so far; all that is named in a chronology of no two."""
    known = {a.country for a in found.actors.values() if a.role is Role.PARTICIPANT or not scene.people.relation}
    return known | (scene.people.relation or scene.countries)


def country_beside(scene: Scene, k: int) -> str | None:
    """The state named as adjective or possessive right before the k-th mention, or with `of` right behind."""
    mention, norms = scene.mentions[k], scene.words.norms
    if k > 0:
        before = scene.mentions[k - 1]
        parted = not {";", ","}.isdisjoint(scene.words.gaps[mention.first])
        if before.kind == STATE and not parted and all(norm == "'s" for norm in norms[before.last : mention.first]):
            return before.countries[0]
    if k + 1 < len(scene.mentions):
        behind = scene.mentions[k + 1]
        between = norms[mention.last : behind.first] if "," not in scene.words.gaps[mention.last] else []
        if between == ["in"] and behind.core.has(Sort.CAPITAL) and not is_mission(mention) and behind.countries:
            return behind.countries[0]
        if behind.kind == STATE and between in (["of"], ["of", "the"]):
            return behind.countries[0]
        if behind.core.has(Sort.CAPITAL) and between == ["in"]:
            return behind.countries[0]
    return None
