"""Which word of a sentence is its main verb."""

from dataclasses import dataclass

from chronicle.extracting.lexicon import Lexicon, VerbForm
from chronicle.extracting.phrases import Mention
from chronicle.extracting.words import Words

_DETERMINERS = frozenset("the a an his her its their this that these those any no several two three some".split())
_PREPOSITIONS = frozenset(
    "of in on at to for from by with about over into against between during under after before through".split()
)
_BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word (or two) that can be a verb here."""

    at: int
    length: int
    form: VerbForm
    passive: bool
    infinitive: bool


def verb_candidates(words: Words, lexicon: Lexicon, inside: list[bool], first: int, last: int) -> list[Candidate]:
    """Every word of first..last-1 that can be a verb, outside names and quotations."""
    return [c for i in range(first, last) if (c := _verb_at(words, lexicon, inside, i, first))]


def _verb_at(words: Words, lexicon: Lexicon, inside: list[bool], i: int, first: int) -> Candidate | None:
    if inside[i - first] or words.quoted[i]:
        return None
    norm = words.norms[i]
    length = 2
    form = lexicon.verbs.get((norm, words.norms[i + 1])) if i + 1 < len(words) else None
    if form is None:
        length, form = 1, lexicon.verbs.get((norm,))
    if form is None or (words.forms[i][0].isupper() and i > first):
        return None
    before = words.norms[i - 1] if i > first else ""
    if form.homograph and before in _DETERMINERS | _PREPOSITIONS - {"to"} and before != "to":
        return None
    passive = before in _BE and norm.endswith(("ed", "n", "t", "d", "g")) and not norm.endswith("ing")
    return Candidate(i, length, form, passive, before == "to")


def main_verb(
    words: Words,
    candidates: list[Candidate],
    starts: dict[int, Mention],
    first: int,
    last: int,
) -> Candidate | None:
    """The first finite verb that has a subject before it; `be` and `have` give way to what follows them."""
    usable = [
        c
        for c in candidates
        if c.form.finite and not c.infinitive and c.at > first and not _in_relative(words, c.at, first)
    ]
    for k, c in enumerate(usable):
        if c.form.verb.lemma in ("be", "have") and k + 1 < len(usable) and usable[k + 1].at <= c.at + 3:
            following = usable[k + 1]
            if following.at == c.at + 1 or words.norms[c.at + 1] in (
                "not",
                "also",
                "been",
                "being",
                "jointly",
            ):
                return following
        if _reads_as_noun(words, c, usable[k + 1 :], starts, first, last):
            continue
        return c
    return None


def _in_relative(words: Words, at: int, first: int) -> bool:
    before = words.norms[at - 1] if at > first else ""
    return before in ("who", "which", "that", "whose") and at - 1 > first


def _reads_as_noun(
    words: Words,
    c: Candidate,
    later: list[Candidate],
    starts: dict[int, Mention],
    first: int,
    last: int,
) -> bool:
    """`US-China talks end`, `joint exercises are held`: a form that is a noun when a real verb follows."""
    if not c.form.homograph and not (c.form.participle and _is_modifier(words, c, starts)):
        return False
    rivals = [r for r in later if r.at > c.at and words.norms[r.at - 1] not in ("and", "to", "that", "who", "or")]
    if not rivals:
        return False
    if _after_plain_noun(words, c, starts, first):
        return True
    nearest = rivals[0]
    if nearest.form.homograph and not nearest.passive:
        return False
    between = words.gaps[c.at + 1 : nearest.at + 1]
    no_object = not any(i in starts for i in range(c.at + 1, min(c.at + 2, last)))
    return no_object and not any("," in g or "“" in g for g in between)


def _is_modifier(words: Words, c: Candidate, starts: dict[int, Mention]) -> bool:
    """A participle before a noun (`a jailed activist`), not a past tense."""
    return c.at + 1 < len(words) and words.norms[c.at - 1] in _DETERMINERS


def _after_plain_noun(words: Words, c: Candidate, starts: dict[int, Mention], first: int) -> bool:
    """Whether an adjective of state or a plain lower-case adjective stands right before the form."""
    before = c.at - 1
    if before < first:
        return True
    mention = next((m for m in starts.values() if m.last == c.at), None)
    return mention is not None and mention.adjective
