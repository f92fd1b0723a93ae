"""Which words of a sentence can be verbs: forms of the table, and forms in -s and -ed that stand where a verb does."""

from typing import NamedTuple

from chronicle.extracting.functionwords import ARTICLES, BE, NOUN_NEXT, PREPOSITIONS
from chronicle.extracting.lexicon import Lexicon, Verb, VerbForm, VerbTails
from chronicle.extracting.mention import BODY, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.sentence import Sentence, before, is_adverb
from chronicle.extracting.words import Words

_PREPOSITIONS_AND_TO = PREPOSITIONS | {"to"}
_AFTER_VERB = _PREPOSITIONS_AND_TO | ARTICLES | {"its", "his", "her", "their"} - {"of"}
_AGENTS = frozenset({PERSON, OFFICE, STATE, BODY, UNKNOWN})

UNLISTED = Verb("unlisted", "other", "noun", "with")
_UNKNOWN_VERB = VerbForm(UNLISTED, True, False, True, False, True)
_UNKNOWN_VERB_PAST = VerbForm(UNLISTED, True, True, False, True, False)


class Candidate(NamedTuple):
    """A word (or more) that can be a verb here."""

    at: int
    length: int
    form: VerbForm
    passive: bool
    infinitive: bool


def verb_candidates(words: Words, lexicon: Lexicon, named: list[bool], first: int, last: int) -> list[Candidate]:
    """Every word of first..last-1 that can be a verb, outside names and quotations."""
    found = []
    get, norms, quoted, forms = lexicon.verb_tails.get, words.norms, words.quoted, words.forms
    beyond = first
    for i in range(first, last):
        tails = get(norms[i])
        if tails is None or i < beyond or named[i - first] or (i > first and forms[i][0].isupper()):
            continue
        if quoted[i] and not _stands_alone_in_quotes(words, i):
            continue
        # Behind a name (`Moon Jae-in visits`) no word governs: what looks like a preposition ends the name.
        previous = "" if i == first or named[i - 1 - first] else norms[i - 1]
        candidate = _candidate(words, lexicon, tails, i, first, last, previous)
        if candidate is not None:
            found.append(candidate)
            beyond = i + candidate.length
    if not any(c.form.finite for c in found):
        found += _unlisted(words, lexicon, named, first, last)
        found.sort(key=lambda c: c.at)
    return found


def _stands_alone_in_quotes(words: Words, i: int) -> bool:
    """`“welcomes” the outcome`: a single word that is quoted."""
    return not (i and words.quoted[i - 1]) and not (i + 1 < len(words) and words.quoted[i + 1])


def _unlisted(words: Words, lexicon: Lexicon, named: list[bool], first: int, last: int) -> list[Candidate]:
    """In a sentence without a known verb: a word in -s or -ed between a noun and what follows a verb."""
    return [
        Candidate(i, 1, _UNKNOWN_VERB_PAST if words.norms[i].endswith("ed") else _UNKNOWN_VERB, False, False)
        for i in range(first + 1, last - 1)
        if words.norms[i].endswith(("s", "ed"))
        and not words.norms[i].endswith(("ss", "us", "is"))
        and len(words.norms[i]) > 4
        and words.forms[i].islower()
        and not (named[i - first] or words.quoted[i])
        and words.gaps[i] == words.gaps[i + 1] == " "
        and words.norms[i - 1] not in NOUN_NEXT
        and words.norms[i] not in lexicon.noun_tails
        and words.norms[i + 1] in _AFTER_VERB
    ]


def _candidate(
    words: Words, lexicon: Lexicon, tails: VerbTails, i: int, first: int, last: int, previous: str
) -> Candidate | None:
    norms = words.norms
    for rest, form in tails:
        end = i + 1 + len(rest)
        if rest and (end > last or tuple(norms[i + 1 : end]) != rest):
            continue
        if _in_compound(words, i, end, last) or (form.homograph and _governs_noun(previous, lexicon)):
            return None
        if previous in ARTICLES and form.finite and not form.past:
            return None
        return Candidate(i, end - i, form, form.participle and _after_be(words, i, first), previous == "to")
    return None


def _governs_noun(previous: str, lexicon: Lexicon) -> bool:
    """`the raid`, `taking bribes`: what stands behind is no verb."""
    if previous in NOUN_NEXT:
        return True
    return previous.endswith("ing") and previous in lexicon.verb_tails and previous not in lexicon.noun_tails


def _in_compound(words: Words, i: int, end: int, last: int) -> bool:
    """`anti-ship`, `US-led`: part of a compound word."""
    return words.gaps[i] == "-" or (end < last and words.gaps[end] == "-")


def _after_be(words: Words, i: int, first: int) -> bool:
    j = before(words, i, first)
    return j >= first and words.norms[j] in BE and not words.norms[i].endswith("ing")


# --- verbs that no table has


def with_unknown_verbs(sentence: Sentence, candidates: list[Candidate]) -> list[Candidate]:
    """`China spurns the offer`: a form in -s or -ed right behind a name is a verb though no table has it."""
    known, norms = {c.at for c in candidates}, sentence.norms
    unknown = [
        Candidate(i, 1, _UNKNOWN_VERB_PAST if norms[i].endswith("ed") else _UNKNOWN_VERB, False, False)
        for i, m in sentence.ends.items()
        if i < sentence.last
        and norms[i][-1] in "sd"
        and i not in known
        and i not in sentence.starts
        and _looks_like_verb(sentence, i, m)
    ]
    return sorted([*candidates, *unknown], key=lambda c: c.at) if unknown else candidates


def _looks_like_verb(sentence: Sentence, i: int, named: Mention) -> bool:
    norm = sentence.norms[i]
    return (
        norm.endswith(("s", "ed"))
        and not norm.endswith(("ss", "us", "is"))
        and len(norm) > 4
        and sentence.words.forms[i].islower()
        and sentence.gaps[i] == " "
        and named.kind in _AGENTS
        and not named.adjective
        and not sentence.words.quoted[i]
        and i + 1 < sentence.last
        and sentence.gaps[i + 1] == " "
        and (sentence.object_follows(i + 1) or (named.kind == PERSON and sentence.norms[i + 1] in _PREPOSITIONS_AND_TO))
    )


def unknown_participle(sentence: Sentence, be: Candidate) -> Candidate | None:
    """`are crushed`: a passive that no table has."""
    i = be.at + 1
    while i < sentence.last and is_adverb(sentence.words, i):
        i += 1
    if i < sentence.last and sentence.norms[i].endswith("ed") and i not in sentence.starts and sentence.gaps[i] == " ":
        return Candidate(i, 1, _UNKNOWN_VERB_PAST, be.form.verb.lemma == "be", False)
    return None
