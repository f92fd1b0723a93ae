"""States that act: by name, by capital, or by an adjective before those who act for them."""

from chronicle.extracting.clauses import Clause
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.mention import BODY, STATE, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.scene import GATHERINGS, Found, Scene
from chronicle.model import ActorKind, Participation, Role

_PLACES = (Part.PLACE, Part.PLACE_SPOKEN_OF)
_JOINING = frozenset("attend attended join joined participate participated part include included represented".split())


def add_named_state(scene: Scene, found: Found, k: int) -> None:
    """The state that the k-th mention names; a capital that only says where stands for none."""
    mention = scene.mentions[k]
    if mention.core.has(Sort.CAPITAL) and scene.part(mention.first) in _PLACES:
        return
    role = scene.role(mention.first)
    if role is Role.PARTICIPANT and not _takes_part(scene, k):
        role = Role.MENTIONED
    for code in mention.countries:
        add_state(scene, found, code, role, mention)


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


def _takes_part(scene: Scene, k: int) -> bool:
    mention = scene.mentions[k]
    clause = scene.clause_of(mention.first)
    if clause is not scene.clauses[0] and not _joins_later(scene, mention, clause):
        return False
    return not _is_topic(scene, mention, clause) and _stands_for_state(scene, k)


def _joins_later(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a later sentence makes the state one of those who were there."""
    if scene.kind not in GATHERINGS:
        return False
    tells_who = any(n in _JOINING for n in scene.words.norms[clause.first : clause.last])
    return mention.first < clause.verb_at or tells_who


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
    return before not in agents and before not in ("and", "members", "heads") and not before.endswith("ers")


def _stands_for_state(scene: Scene, k: int) -> bool:
    """An adjective stands for the state before those who act for it, or as a member of a list of such."""
    mention = scene.mentions[k]
    if not mention.adjective:
        return True
    verdict = _by_what_follows(scene, k)
    if verdict is not None:
        return verdict
    clause = scene.clause_of(mention.first)
    return mention.first < clause.verb_at and not clause.passive


def _by_what_follows(scene: Scene, k: int) -> bool | None:
    """What the words behind an adjective say of it; None where they say nothing."""
    words, agents = scene.words, scene.gazetteer.lexicon.words("agent")
    nxt = scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    start = scene.mentions[k].last
    for i in range(start, min(start + 6, len(words))):
        if words.norms[i] in agents:
            return True
        if nxt is not None and nxt.first == i:
            if nxt.kind == BODY:
                return True
            if nxt.kind == STATE and i - start <= 1:
                return _stands_for_state(scene, k + 1)
        if i > start and words.gaps[i] not in (" ", "-"):
            return None
    return None
