"""Which word of a sentence is its main verb."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from chronicle.extracting.lexicon import Lexicon, Verb, VerbForm, VerbTails
from chronicle.extracting.mention import BODY, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.words import Words

_DETERMINERS = frozenset(
    "the a an his her its their this these those any no several two three four five six seven eight nine ten some"
    " each every both many more most such 's".split()
)
_PREPOSITIONS = frozenset(
    "of in on at for from by with about over into against between during under through near off among toward"
    " towards across amid despite following versus than per".split()
)
_PREPOSITIONS_AND_TO = _PREPOSITIONS | {"to"}
_AFTER_VERB = _PREPOSITIONS | {"to", "the", "a", "an", "its", "his", "her", "their"} - {"of"}
_NOUN_NEXT = _DETERMINERS | _PREPOSITIONS
_BE = frozenset("is are was were be been being gets get got".split())
_HAVE = frozenset("has have had having".split())
_MODALS = frozenset("will would can could may might must should shall does do did cannot".split())
_ADVERBS = frozenset(
    "also again then now still once not never jointly formally reportedly later first back soon just already only"
    " since all both too simultaneously even yet".split()
)
_RELATIVE = frozenset("who which whom whose what where when whereby".split())
_SUBORDINATE = frozenset(
    "after before while when as since although though because if once until shortly hours days weeks less half".split()
)
_BREAKS = frozenset(
    "that after as while when because if before since until whether how but so where who which although".split()
)
_OBJECT_OPENERS = frozenset(
    "the a an his her its their this these those any no several two three four five six seven eight nine ten some"
    " each every both that him them it what how whether more all".split()
)
_LETTING = frozenset("help helps helped helping let lets letting make makes made making see sees saw watch".split())
_SPEAKING = frozenset({"clause", "told"})
_TOGETHER = frozenset({"and", "two", "both", "three"})
_AGENTS = frozenset({PERSON, OFFICE, STATE, BODY, UNKNOWN})
_PLURALS = frozenset(
    "people men women police troops personnel militaries crew media forces children youths data".split()
)


class Candidate(NamedTuple):
    """A word (or more) that can be a verb here."""

    at: int
    length: int
    form: VerbForm
    passive: bool
    infinitive: bool


class Left(Enum):
    """What stands before a word: nothing, the start of a noun phrase, a subject, `and`, a comma, an auxiliary."""

    NOTHING = "nothing"
    NOUN_PHRASE = "noun phrase"
    SUBJECT = "subject"
    AND = "and"
    COMMA = "comma"
    HAVE = "have"
    BE = "be"
    MODAL = "modal"
    TO = "to"


def verb_candidates(words: Words, lexicon: Lexicon, inside: list[bool], first: int, last: int) -> list[Candidate]:
    """Every word of first..last-1 that can be a verb, outside names and quotations."""
    found = []
    get, norms, quoted, forms = lexicon.verb_tails.get, words.norms, words.quoted, words.forms
    beyond = first
    for i in range(first, last):
        tails = get(norms[i])
        if tails is None or i < beyond or inside[i - first] or quoted[i] or (i > first and forms[i][0].isupper()):
            continue
        candidate = _candidate(words, tails, i, first, last)
        if candidate is not None:
            found.append(candidate)
            beyond = i + candidate.length
    if not any(c.form.finite for c in found):
        found += _unlisted(words, lexicon, inside, first, last)
        found.sort(key=lambda c: c.at)
    return found


def _unlisted(words: Words, lexicon: Lexicon, inside: list[bool], first: int, last: int) -> list[Candidate]:
    """In a sentence without a known verb: a word in -s or -ed between a noun and what follows a verb."""
    return [
        Candidate(i, 1, _UNKNOWN_VERB_PAST if words.norms[i].endswith("ed") else _UNKNOWN_VERB, False, False)
        for i in range(first + 1, last - 1)
        if words.norms[i].endswith(("s", "ed"))
        and not words.norms[i].endswith(("ss", "us", "is"))
        and len(words.norms[i]) > 4
        and words.forms[i].islower()
        and not (inside[i - first] or words.quoted[i])
        and words.gaps[i] == words.gaps[i + 1] == " "
        and words.norms[i - 1] not in _NOUN_NEXT
        and words.norms[i] not in lexicon.noun_tails
        and words.norms[i + 1] in _AFTER_VERB
    ]


def _candidate(words: Words, tails: VerbTails, i: int, first: int, last: int) -> Candidate | None:
    norms = words.norms
    for rest, form in tails:
        end = i + 1 + len(rest)
        if rest and (end > last or tuple(norms[i + 1 : end]) != rest):
            continue
        before = norms[i - 1] if i > first else ""
        if _in_compound(words, i, end, last) or (form.homograph and before in _NOUN_NEXT):
            return None
        return Candidate(i, end - i, form, form.participle and _after_be(words, i, first), before == "to")
    return None


def _in_compound(words: Words, i: int, end: int, last: int) -> bool:
    """`anti-ship`, `US-led`: part of a compound word."""
    return words.gaps[i] == "-" or (end < last and words.gaps[end] == "-")


def _after_be(words: Words, i: int, first: int) -> bool:
    j = _before(words, i, first)
    return j >= first and words.norms[j] in _BE and not words.norms[i].endswith("ing")


def _before(words: Words, i: int, first: int) -> int:
    """The word before i, past adverbs; first - 1 if there is none."""
    j = i - 1
    while j >= first and j > i - 4 and _is_adverb(words, j):
        j -= 1
    return j


def _is_adverb(words: Words, i: int) -> bool:
    norm = words.norms[i]
    return norm in _ADVERBS or (norm.endswith("ly") and words.forms[i][0].islower())


# --- the choice


def main_verb(
    words: Words,
    candidates: list[Candidate],
    starts: dict[int, Mention],
    first: int,
    last: int,
) -> Candidate | None:
    """The first finite verb of the main clause; `be` and `have` give way to what follows them."""
    return _Sentence(words, candidates, starts, first, last).main_verb()


class _Sentence:
    """One sentence in the search for its main verb."""

    def __init__(
        self, words: Words, candidates: list[Candidate], starts: dict[int, Mention], first: int, last: int
    ) -> None:
        self.words, self.norms, self.gaps = words, words.norms, words.gaps
        self.starts, self.first, self.last = starts, first, last
        self.ends = {m.last: m for m in starts.values()}
        self.candidates = self._with_unknown_verbs(candidates)

    def main_verb(self) -> Candidate | None:
        main = self._first_verb()
        return main and (self._speaking_behind(main) or self._led_by(main))

    def _first_verb(self) -> Candidate | None:
        """The first sure verb, unless it is a noun before a verb of the same clause, or a doubtful one is a verb."""
        usable: list[tuple[Candidate, bool]] = []
        for candidate, certain in self._of_main_clause():
            usable.append((candidate, certain))
            if certain and len(usable) == 1 and not _may_be_noun(candidate):
                return candidate
        for k, (candidate, certain) in enumerate(usable):
            if not self._is_noun(candidate, certain, usable[k + 1 :]):
                return candidate
        return None

    def _with_unknown_verbs(self, candidates: list[Candidate]) -> list[Candidate]:
        """`China spurns the offer`: a form in -s or -ed right behind a name is a verb though no table has it."""
        known = {c.at for c in candidates}
        unknown = [
            Candidate(i, 1, _UNKNOWN_VERB_PAST if self.norms[i].endswith("ed") else _UNKNOWN_VERB, False, False)
            for i, m in self.ends.items()
            if i < self.last
            and self.norms[i][-1] in "sd"
            and i not in known
            and i not in self.starts
            and self._looks_like_verb(i, m)
        ]
        return sorted([*candidates, *unknown], key=lambda c: c.at) if unknown else candidates

    def _looks_like_verb(self, i: int, before: Mention) -> bool:
        norm = self.norms[i]
        return (
            norm.endswith(("s", "ed"))
            and not norm.endswith(("ss", "us", "is"))
            and len(norm) > 4
            and self.words.forms[i].islower()
            and self.gaps[i] == " "
            and before.kind in _AGENTS
            and not before.adjective
            and not self.words.quoted[i]
            and i + 1 < self.last
            and self.gaps[i + 1] == " "
            and (self._object_follows(i + 1) or (before.kind == PERSON and self.norms[i + 1] in _PREPOSITIONS_AND_TO))
        )

    # --- which verbs belong to the main clause

    def _of_main_clause(self) -> Iterator[tuple[Candidate, bool]]:
        """The finite verbs outside relative clauses and opening clauses, and whether each is surely a verb."""
        opening, begun = self._opening_ends(), False
        at, skip_to, owed = self.first, self.first, False
        for candidate in self.candidates:
            skip_to, owed = self._relatives(at, candidate.at, skip_to, owed)
            at = candidate.at + candidate.length
            if candidate.at < skip_to or candidate.at < opening:
                continue
            certainty = self._certainty(candidate)
            if certainty == 0:
                continue
            if owed or (not begun and self._continues_relative(candidate, skip_to)):
                owed = False
                skip_to = max(skip_to, at)
                continue
            begun = True
            yield candidate, certainty == 2

    def _relatives(self, start: int, end: int, skip_to: int, owed: bool) -> tuple[int, bool]:
        """What is skipped for the relative pronouns between two verbs: up to a comma, or one verb that is owed."""
        for i in range(start, end):
            norm = self.norms[i]
            if norm in _RELATIVE and i > self.first and (i not in self.ends or i not in self.starts):
                if "," in self.gaps[i] or "(" in self.gaps[i]:
                    skip_to = max(skip_to, self._next_comma(i + 1))
                else:
                    owed = True
            elif norm == "that" and i > self.first and self._after_noun(i):
                owed = True
            elif owed and "," in self.gaps[i] and i > start:
                owed = False
        return skip_to, owed

    def _after_noun(self, i: int) -> bool:
        return not any(c.at + c.length == i for c in self.candidates)

    def _continues_relative(self, candidate: Candidate, skip_to: int) -> bool:
        """`who flew in and met Kim`, `what is meant`: the relative clause goes on behind its first verb."""
        if skip_to <= self.first or candidate.at == self.first:
            return False
        if self.norms[candidate.at - 1] == "and":
            return True
        return candidate.at <= skip_to + 1 and self._left(candidate.at) in (Left.BE, Left.HAVE, Left.MODAL)

    def _next_comma(self, i: int) -> int:
        return next((k for k in range(i, self.last) if self.gaps[k][:1] in (",", ")", "—", "–")), self.last)

    def _opening_ends(self) -> int:
        """Where an opening such as `Asked by ...,` or `Hours before ...,` ends, if a main clause follows it."""
        if not self._opens_with_clause():
            return self.first
        comma = self._next_comma(self.first + 1)
        while comma < self.last:
            end = self._next_comma(comma + 1)
            if any(
                comma < c.at < end and self._certainty(c) == 2 and not self._in_subordinate(comma, c.at)
                for c in self.candidates
            ):
                return comma
            comma = end
        return self.first

    def _opens_with_clause(self) -> bool:
        norm = self.norms[self.first]
        if norm in _SUBORDINATE:
            return True
        if self.candidates and self.candidates[0].at == self.first:
            return self.candidates[0].form.participle
        return norm.endswith("ing") and self.first not in self.starts

    def _in_subordinate(self, start: int, end: int) -> bool:
        return any(self.norms[i] in _RELATIVE for i in range(start, end))

    # --- how sure it is that a form is a verb here

    def _certainty(self, candidate: Candidate) -> int:
        """0: no finite verb; 1: a verb if no other verb follows; 2: a verb."""
        left, form = self._left(candidate.at), candidate.form
        if candidate.infinitive or left is Left.TO:
            return 0
        if left in (Left.BE, Left.HAVE):
            return 2 if form.participle or form.past else 0
        if left is Left.MODAL:
            return 2
        if not form.finite or (not form.third and not form.past and self._is_let(candidate.at)):
            return 0
        if form.participle and self._is_done_by(candidate):
            return 0
        if form.past and form.participle:
            return self._certainty_of_past(candidate, left)
        if left is Left.NOTHING:
            return 0
        if form.homograph:
            return self._certainty_of_homograph(candidate, left)
        return 2 if form.past or (left is not Left.NOUN_PHRASE and self._agrees(candidate, left)) else 1

    def _is_done_by(self, candidate: Candidate) -> bool:
        """`a resolution put forward by Washington`."""
        behind = candidate.at + candidate.length
        return behind < self.last and self.norms[behind] == "by"

    def _is_let(self, i: int) -> bool:
        """`helping Pyongyang evade`: a plain form behind whom somebody helps or lets."""
        mention = self.ends.get(i)
        return mention is not None and mention.first > self.first and self.norms[mention.first - 1] in _LETTING

    def _certainty_of_past(self, candidate: Candidate, left: Left) -> int:
        """`held`, `visited`: a past tense or a participle."""
        behind = candidate.at + candidate.length
        if (
            left in (Left.NOTHING, Left.NOUN_PHRASE)
            or self._opens_with_adverb(candidate.at)
            or (behind < self.last and self.norms[behind] == "by")
        ):
            return 0
        if left is Left.COMMA and not self._closes_apposition(candidate.at):
            return 1
        return 2 if self._object_follows(behind) and left is not Left.COMMA else 1

    def _opens_with_adverb(self, i: int) -> bool:
        """`Newly elected President Roh`."""
        return i == self.first + 1 and i not in self.ends and self.norms[self.first].endswith("ly")

    def _closes_apposition(self, i: int) -> bool:
        return any("," in self.gaps[k] for k in range(self.first + 1, i))

    def _certainty_of_homograph(self, candidate: Candidate, left: Left) -> int:
        if left is Left.NOUN_PHRASE or not self._agrees(candidate, left):
            return 0
        if left is Left.AND:
            return 1
        return 2 if self._object_follows(candidate.at + candidate.length) else 1

    def _agrees(self, candidate: Candidate, left: Left) -> bool:
        """A plain form needs more than one as its subject (`students march`, `Wen and Hu visit`)."""
        if candidate.form.third or candidate.form.past:
            return True
        before = _before(self.words, candidate.at, self.first)
        if left is not Left.SUBJECT:
            return True
        named = before + 1 in self.ends
        if self._is_plural(before) or self.norms[before] in _RELATIVE:
            return True
        earlier = range(self.first, before)
        if named and any(self.norms[i] in _TOGETHER or "," in self.gaps[i] for i in range(self.first + 1, before)):
            return True
        return any(self._is_plural(i) and (named or self.norms[i + 1] in _NOUN_NEXT) for i in earlier)

    def _is_plural(self, i: int) -> bool:
        norm = self.norms[i]
        return norm in _PLURALS or (len(norm) > 4 and norm.endswith("s") and not norm.endswith("ss"))

    def _object_follows(self, i: int) -> bool:
        """Whether a noun phrase, `that` or a quotation begins at word i."""
        if i >= self.last:
            return False
        norm = self.norms[i]
        if norm in _OBJECT_OPENERS or "“" in self.gaps[i] or '"' in self.gaps[i] or "$" in self.gaps[i]:
            return True
        return self.gaps[i] == " " and (norm[0].isdigit() or i in self.starts)

    def _left(self, at: int) -> Left:
        if at == self.first:
            return Left.NOTHING
        if "," in self.gaps[at] or ")" in self.gaps[at]:
            return Left.SUBJECT if ")" in self.gaps[at] else Left.COMMA
        j = _before(self.words, at, self.first)
        if j < self.first:
            return Left.NOTHING
        norm = self.norms[j]
        mention = self.ends.get(j + 1)
        if mention is not None:
            described = mention.kind == STATE and self.norms[max(self.first, mention.first - 1)] in ("a", "an")
            compound = (
                mention.adjective or described or (self.gaps[mention.first] == "-" and mention.first > self.first)
            )
            return Left.NOUN_PHRASE if compound else Left.SUBJECT
        if "," in self.gaps[j + 1]:
            return Left.COMMA
        return _LEFT.get(norm, Left.SUBJECT)

    # --- nouns that look like verbs

    def _is_noun(self, candidate: Candidate, certain: bool, later: list[tuple[Candidate, bool]]) -> bool:
        """`US-China talks on trade end`: a form is no verb if a verb of the same clause follows."""
        if certain:
            if not _may_be_noun(candidate):
                return False
            rivals = [c for c, sure in later if sure and not c.form.homograph and not c.form.past]
            return bool(rivals) and not self._new_clause_between(candidate.at + candidate.length, rivals[0].at)
        if later and self._is_subject_of(candidate, later[0][0]):
            return True
        plain = candidate.form.homograph and self.norms[candidate.at - 1].isalpha() and candidate.at not in self.ends
        rivals = [c for c, sure in later if sure or (plain and c.at in self.ends)]
        if not rivals:
            return candidate.form.homograph and self._left(candidate.at) not in (Left.SUBJECT, Left.COMMA)
        return not self._new_clause_between(candidate.at + candidate.length, rivals[0].at)

    def _is_subject_of(self, candidate: Candidate, following: Candidate) -> bool:
        """`ships fire`, `talks resume`: a plural noun right before its verb."""
        adjacent = following.at == candidate.at + candidate.length and candidate.form.noun
        return adjacent and candidate.form.third and not following.form.third

    def _new_clause_between(self, start: int, at: int) -> bool:
        if self.norms[at - 1] in ("and", "or", "but", "then"):
            return True
        for i in range(start, at):
            gap = self.gaps[i]
            if self.norms[i] in _BREAKS or ";" in gap or ":" in gap or "“" in gap:
                return True
        return self._own_subject(start, at)

    def _own_subject(self, start: int, at: int) -> bool:
        """`..., Kyodo reports`: a comma, then a name, then the verb."""
        comma = next((i for i in range(at, start, -1) if "," in self.gaps[i]), at)
        return comma < at and comma in self.starts and self.starts[comma].last == at

    # --- what the chosen verb gives way to

    def _led_by(self, candidate: Candidate) -> Candidate:
        """The participle behind `be` and `have`, the plain form behind `is to` and `has to`."""
        if candidate.form.verb.lemma not in ("be", "have"):
            return candidate
        for following in self.candidates:
            if following.at <= candidate.at:
                continue
            if following.infinitive and following.at == candidate.at + 2:
                return following
            if _before(self.words, following.at, self.first) == candidate.at and following.form.participle:
                return self._led_by(following)
            if following.at > candidate.at + 3:
                break
        return self._unknown_participle(candidate) or candidate

    def _unknown_participle(self, be: Candidate) -> Candidate | None:
        """`are crushed`: a passive that no table has."""
        i = be.at + 1
        while i < self.last and _is_adverb(self.words, i):
            i += 1
        if i < self.last and self.norms[i].endswith("ed") and i not in self.starts and self.gaps[i] == " ":
            return Candidate(i, 1, _UNKNOWN_VERB_PAST, be.form.verb.lemma == "be", False)
        return None

    def _speaking_behind(self, main: Candidate) -> Candidate | None:
        """`..., the minister says`: the verb of speaking at the end of what is said."""
        last = self.candidates[-1]
        if last.at <= main.at or last.form.verb.object not in _SPEAKING or main.form.verb.object in _SPEAKING:
            return None
        return last if last.form.finite and self._closes(last) and self._own_subject(main.at, last.at) else None

    def _closes(self, speaking: Candidate) -> bool:
        """Whether no more than the hearer or the place stands behind a verb of speaking."""
        behind = speaking.at + 1
        if behind >= self.last or speaking.form.verb.object == "told":
            return behind + 3 >= self.last
        return behind + 4 >= self.last and self.norms[behind] in _PREPOSITIONS


def _may_be_noun(candidate: Candidate) -> bool:
    return candidate.form.noun and candidate.form.verb.object != "clause"


_LEFT = {
    **dict.fromkeys(_NOUN_NEXT, Left.NOUN_PHRASE),
    **dict.fromkeys(("and", "or", "but"), Left.AND),
    **dict.fromkeys(_MODALS, Left.MODAL),
    **dict.fromkeys(_HAVE, Left.HAVE),
    **dict.fromkeys(_BE, Left.BE),
    "to": Left.TO,
}
_UNKNOWN_VERB = VerbForm(Verb("unlisted", "other", "noun", "with"), True, False, True, False, True)
_UNKNOWN_VERB_PAST = VerbForm(Verb("unlisted", "other", "noun", "with"), True, True, False, True, False)
