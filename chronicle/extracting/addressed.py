"""Whether whom a verb of saying or meeting has as its object is there to hear it."""

from chronicle.extracting.lexicon import Verb
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, Mention
from chronicle.extracting.surroundings import Surroundings

_ABOUT_WHAT = frozenset("about over of on that against".split())
_NEAR_CALL = 20  # words between who is called and the call


def is_addressed(around: Surroundings, verb: Verb | None, i: int) -> bool:
    """`call on Foreign Minister Okada`, `asks Modi by telephone`: who is named at word i is met or spoken to."""
    if verb is None or not (verb.type in ("statement", "meeting") or "meets as" in verb.marks):
        return False
    named = next((m for m in (around.starts.get(i), around.starts.get(i + 1)) if m is not None), None)
    if named is not None and named.kind == PLACE and around.gaps[named.last : named.last + 1] == [" "]:
        named = around.starts.get(named.last)  # `calls on Okinawa Gov. Nakaima`
    if named is None or named.kind not in (PERSON, OFFICE):
        return False
    behind = around.norms[named.last] if named.last < around.last else ""
    if behind == "'s" or _is_called_so(around, verb, named.last):
        return False
    return (
        "meets" in verb.marks
        or _by_wire_or_letter(around, named.last)
        or _in_a_call(around, named.last)
        or (verb.plover == "REQUEST" and (_where_both_are(around, named.last) or _opens_with_place(around)))
        or (_may_be_warned(around, verb, named) and behind in _ABOUT_WHAT)
        or ("meets unless to" in verb.marks and (behind != "to" or _to_confer(around, named.last + 1)))
        or ("meets as" in verb.marks and behind == "as")
    )


def _is_called_so(around: Surroundings, verb: Verb, i: int) -> bool:
    """`calls Rumsfeld “illiterate”`, `calls Bush a “hooligan”`: at word i begins what somebody is called."""
    article = i < around.last and around.norms[i] in ("a", "an")
    named = i + article
    if "phones" not in verb.marks or named >= around.last or around.norms[named] == "to":
        return False
    return any(sign in around.gaps[named] for sign in '“"')


def _to_confer(around: Surroundings, i: int) -> bool:
    """`calls on Modi to discuss`: at word i; not `calls on Modi to free`."""
    form = around.lexicon.verbs.get((around.norms[i],)) if i < around.last else None
    return form is not None and (form.verb.type == "meeting" or form.verb.lemma in around.lexicon.words("airing"))


def _may_be_warned(around: Surroundings, verb: Verb, named: Mention) -> bool:
    """`warns Ambassador Harris`: an envoy is told to the face."""
    title = around.norms[named.first : named.core.first]
    return verb.lemma in around.lexicon.words("facing") and not around.lexicon.words("accredited").isdisjoint(title)


def _by_wire_or_letter(around: Surroundings, i: int) -> bool:
    """Whether `by telephone`, `in a letter` stands right behind word i-1."""
    near = around.norms[i : min(i + 3, around.last)]
    if near[:1] not in (["by"], ["in"], ["over"]):
        return False
    return not (around.lexicon.words("phone").isdisjoint(near) and around.lexicon.words("missive").isdisjoint(near))


def _in_a_call(around: Surroundings, i: int) -> bool:
    """`warns Xi against the plan in a video call`: at word i or behind it."""
    norms = around.norms
    calls = (k for k in range(i, min(i + _NEAR_CALL, around.last)) if norms[k] in ("call", "conversation"))
    on_line = around.lexicon.words("phone") | around.lexicon.words("video")
    return any(norms[k - 3 : k - 1] == ["in", "a"] and norms[k - 1] in on_line for k in calls)


def _opens_with_place(around: Surroundings) -> bool:
    """`In Beijing, Bush asks Jiang to help`."""
    place = around.starts.get(around.first + 1)
    comma = place is not None and place.last < around.last and "," in around.gaps[place.last]
    opens = around.norms[around.first] == "in" and place is not None and place.kind in (PLACE, STATE)
    return opens and comma


def _where_both_are(around: Surroundings, i: int) -> bool:
    """`asks Kim Jae-shin in Seoul to cut`: a place right behind who is asked."""
    place = around.starts.get(i + 1)
    return i < around.last and around.norms[i] in ("in", "at") and place is not None and place.kind in (PLACE, STATE)
