"""Bodies of two states that are printed in small letters, or with commas: `the Sino-Russian energy sub-commission`."""

from chronicle.extracting.mention import STATE, UNKNOWN
from chronicle.extracting.scene import Found, Scene
from chronicle.model import ActorKind, Participation

_MOST_WORDS = 5  # from the second state to the word for the body
_MOST_FIELDS = 12  # words of a name that lists them


def add_joint_body(scene: Scene, found: Found, k: int) -> int:
    """The body that the k-th mention begins together with the state joined to it; by the words printed.

    Where its name ends, 0 where there is none.
    """
    if k + 1 == len(scene.mentions):
        return 0
    one, two = scene.mentions[k : k + 2]
    if one.kind != STATE or two.kind != STATE or one.last != two.first:
        return 0
    words = scene.words
    if words.gaps[two.first] not in ("-", "–"):
        return 0
    last = _body_ends(scene, two.last) or _list_of_fields_ends(scene, two.last)
    if last is None:
        return 0
    name = words.span(one.first, last)
    rule = "name as printed, of two states and a word for a body"
    found.add(Participation(name, ActorKind.ORGANIZATION, scene.role(one.first), None, mention=name, rule=rule))
    return last


def _list_of_fields_ends(scene: Scene, i: int) -> int | None:
    """Where `Economic, Trade and Scientific Cooperation Committee`, from word i on, ends; None for another name."""
    words, bodies = scene.words, scene.gazetteer.lexicon.words("jointbody")
    for at in range(i, min(i + _MOST_FIELDS, len(words))):
        if words.gaps[at] not in (" ", ",") or not (words.forms[at][0].isupper() or words.norms[at] == "and"):
            return None
        if words.norms[at] in bodies:
            listed = {",", "and"} & {*words.gaps[i + 1 : at], *words.norms[i:at]}
            within = (m for m in scene.mentions if i <= m.first <= at)
            return at + 1 if listed and all(m.kind == UNKNOWN for m in within) else None
    return None


def _body_ends(scene: Scene, i: int) -> int | None:
    """Where the word for a body ends, behind no more than plain words from word i on; None where there is none."""
    words, bodies = scene.words, scene.gazetteer.lexicon.words("jointbody")
    for at in range(i, min(i + _MOST_WORDS, len(words))):
        if not words.forms[at].islower() or words.gaps[at] not in (" ", "-"):
            return None
        if words.norms[at] in scene.gazetteer.lexicon.function_words:
            return None
        if words.norms[at] in bodies:
            kinds = scene.gazetteer.lexicon.words("groupkind")
            grouped = words.norms[at] != "group" or words.norms[at - 1] in kinds
            return at + 1 if grouped and words.norms[at + 1 : at + 2] not in _WITH_FIELD else None
    return None


# `the Sino-Russian committee on trade`: where such a name ends nobody can tell.
_WITH_FIELD = (["on"], ["for"], ["of"])
