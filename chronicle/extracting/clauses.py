"""The grammar of a sentence as far as coding needs it: its main verb, and who takes part where."""

from collections.abc import Collection
from dataclasses import dataclass

from chronicle.extracting.addressed import is_addressed
from chronicle.extracting.functionwords import DURING
from chronicle.extracting.lexicon import Lexicon, Verb
from chronicle.extracting.mainverb import main_verb
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, STATE, Mention
from chronicle.extracting.parts import NESTED, Part
from chronicle.extracting.prepositions import Prepositions
from chronicle.extracting.sentence import Sentence
from chronicle.extracting.surroundings import AUXILIARIES, Surroundings
from chronicle.extracting.verbforms import UNLISTED, Candidate, verb_candidates
from chronicle.extracting.words import Words


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence: words first..last-1, its main verb (None for a nominal headline), a part for each word.

    What is said begins at `reported_at`. Behind a semicolon somebody else may act, from `divided_at` on; of what stands
    before that, what is said begins at `first_reported_at`.
    """

    first: int
    last: int
    verb: Verb | None
    verb_at: int
    passive: bool
    parts: list[Part]
    reported_at: int
    divided_at: int
    first_reported_at: int

    def marked(self, mark: str) -> bool:
        """Whether the main verb has a mark of data/verbs.csv."""
        return self.verb is not None and mark in self.verb.marks

    def does(self, lemmas: Collection[str]) -> bool:
        """Whether the main verb is one of a class of verbs."""
        return self.verb is not None and self.verb.lemma in lemmas

    def tells(self, *types: str) -> bool:
        """Whether the main verb makes an event of one of these types."""
        return self.verb is not None and self.verb.type in types


_ASIDE_OPENERS = frozenset("which whose who".split())
_PARTING = frozenset(",;)–—")
_PLANNING = frozenset({"agreement", "statement"})
_BESIDE = frozenset({"with", "beside", "alongside"})
_OCCASION = frozenset("in at during on to before after by via through alongside beside".split())
_NEAR_THAT = 14  # words of an occasion before the `that` of what is said
_BEHIND_CONJUNCTION = frozenset("and or then also who which to".split())
_GOING_ON = frozenset("and also then who".split())
_ELSEWHERE = (Part.PLACE, Part.PLACE_SPOKEN_OF, Part.OTHER_TIME)


def read_clause(words: Words, mentions: list[Mention], lexicon: Lexicon, first: int, last: int) -> Clause:
    """Find the main verb of the sentence first..last-1 and give each of its words a part."""
    sentence = Sentence(words, lexicon, {m.first: m for m in mentions if first <= m.first < last}, first, last)
    named = _in_names(mentions, first, last)
    candidates = verb_candidates(words, lexicon, named, first, last)
    main = main_verb(sentence, candidates)
    walker = _Walker(Surroundings(sentence, named, candidates, main))
    parts, told = walker.walk(), walker.told
    return Clause(
        first, last, main.form.verb if main else None, main.at if main else last,
        bool(main and main.passive), parts, told.at, told.divided_at, told.first_at,
    )  # fmt: skip


def _in_names(mentions: list[Mention], first: int, last: int) -> list[bool]:
    """Whether a word lies in a mention, its first word included."""
    named = [False] * (last - first)
    for m in mentions:
        for i in range(max(m.first, first), min(m.last, last)):
            named[i - first] = True
    return named


class _Told:
    """Where what is said begins (`at`), and where a semicolon divides the sentence; the sentence's end where nowhere.

    `resumed`: behind what is said, whom it is said to has been named.
    """

    __slots__ = ("_before_division", "_end", "at", "divided_at", "resumed")

    def __init__(self, end: int) -> None:
        self._end = self.at = self.divided_at = self._before_division = end
        self.resumed = False

    @property
    def first_at(self) -> int:
        """Where what is said before the semicolon begins."""
        return self._before_division if self.divided_at < self._end else self.at

    def divide(self, i: int) -> None:
        if self.divided_at == self._end:
            self.divided_at, self._before_division = i, self.at

    def begin(self, i: int) -> None:
        self.at = min(self.at, i)

    def end(self) -> None:
        self.at = self._end


class _Walker:
    """Goes through a sentence once and says at each word how what is named there takes part."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.norms, self.gaps, self.starts = around, around.norms, around.gaps, around.starts
        self.first, self.last = around.first, around.last
        self.candidates, self.main = around.candidates, around.main
        main_at, passive = (self.main.at, self.main.passive) if self.main is not None else (None, False)
        self.prepositions = Prepositions(
            around.words, around.lexicon, around.starts, self.first, self.last, main_at, passive
        )
        self.verb: Verb | None = None
        self.part = Part.ACTS
        self.told = _Told(self.last)
        self.in_relative = False
        self.verb_ends = self.first

    def walk(self) -> list[Part]:
        parts: list[Part] = []
        named = self.around.named
        for i in range(self.first, self.last):
            if i >= self.verb_ends and (i in self.starts or not named[i - self.first]):
                self._step(i)
            parts.append(self.part)
        return parts

    def _step(self, i: int) -> None:
        norm, gap = self.norms[i], self.gaps[i]
        parted = gap != " " and i > self.first
        self._begin_anew(i, gap, parted)
        if parted and (self._begins_clause(i, norm) or ("," in gap and self._ends_what_is_said(i, norm))):
            return
        if norm == "which" and i > self.first and self.norms[i - 1] in ("at", "during"):
            self.part = Part.ACTS  # `a seminar at which DeTrani and Ri Gun exchange views`
            return
        if i > self.told.at and self.around.opens_occasion(i, self.told.at):
            self.told.end()
            self.part = Part.PLACE
            return
        if i >= self.told.at and self._is_said(i):
            return
        if parted and not _PARTING.isdisjoint(gap):
            self._after_comma(i)
        if parted and self.around.names_town_alone(i):
            self.part = Part.PLACE
            return
        resumes = self.around.resumes_present(i) or self.around.resumes_main(i)
        if self.in_relative and not resumes:
            return
        self.in_relative = False
        if i > self.first and self._opens_relative(i, norm, gap):
            self.in_relative, self.part = True, Part.OTHER_TIME
            return
        if i in self.starts:
            self._new_subject(i)
            return
        candidate = self.candidates.get(i)
        if candidate is not None and self._takes_over(candidate, i):
            return
        if norm == "that":
            self._that(i)
        else:
            self.part = self.prepositions.part(i, self.verb, self.part) or self.part

    def _object_part(self) -> Part:
        kind = self.verb.object if self.verb else "with"
        if kind in ("with", "told", "noun"):
            return Part.ACTS
        if kind == "place":
            return Part.PLACE
        return Part.SPOKEN_OF

    def _states(self, what: str) -> bool:
        """Whether the verb in force is one of saying whose object is of that kind."""
        return self.verb is not None and self.verb.type == "statement" and self.verb.object == what

    # --- where a clause begins

    def _begin_anew(self, i: int, gap: str, parted: bool) -> None:
        """Behind a semicolon, before a further speaker, behind a colon before the main verb all begins anew."""
        divides = parted and ";" in gap and self.around.clause_follows(i)
        if divides:
            self.told.divide(i)
        another = i >= self.told.at and self.around.begins_another_speaker(i)
        if divides or another or (":" in gap and self.main is not None and i <= self.main.at):
            self.verb, self.part = None, Part.ACTS
            self.told.end()

    def _begins_clause(self, i: int, norm: str) -> bool:
        """Whether word i begins a clause in which somebody else acts, behind the verb or the place before it."""
        acts = norm == "where" and i < self.told.at and self.around.somebody_is_there(i)
        if not acts and not self.around.names_speaker_behind(i):
            return False
        self.verb, self.part, self.in_relative = None, Part.ACTS, False
        return True

    def _opens_relative(self, i: int, norm: str, gap: str) -> bool:
        if self.around.tells_who_receives(i) or self.around.tells_who_is_met(i):
            return False
        if norm in _ASIDE_OPENERS:
            return "," in gap or norm == "who" or (norm == "which" and self.around.relates(i))
        return norm == "that" and self._opens_description(i)

    def _opens_description(self, i: int) -> bool:
        """`the gang that killed`: a relative clause; not what is said."""
        if i + 1 >= self.last or self.verb is None:
            return False
        if self.verb.object in ("clause", "told") or self.verb_ends == i:
            return False
        verb = self.candidates.get(i + 1)
        return (verb is not None and verb.form.finite) or self.norms[i + 1] in AUXILIARIES

    def _after_comma(self, i: int) -> None:
        if self.in_relative and self.around.in_row(i):
            return
        if self.in_relative:
            self.in_relative = False
            self.part = Part.ACTS if self.main is None or i <= self.main.at else self._object_part()
            return
        if self.norms[i] == "capital" or (self.norms[i] == "including" and self.part is Part.SPOKEN_OF):
            return
        if self.verb is None:
            further = self.part is Part.PLACE and self.around.names_second_place(i)
            self.part = Part.PLACE if further else Part.ACTS
        elif self.part in _ELSEWHERE and not (self.norms[i] == "and" or self.around.names_second_place(i)):
            self.part = self._object_part()

    def _new_subject(self, i: int) -> None:
        """A name right before a finite verb begins a clause of its own, and acts in it."""
        mention = self.starts[i]
        if mention.last < self.last and self.norms[mention.last] in self.around.lexicon.words("thereat"):
            self.part = Part.ACTS  # `the ministers attending`
            return
        nxt = self.candidates.get(self.around.past_its_state(self.around.end_of_list(mention)))
        if nxt is not None and self._is_to_do(i, nxt):
            return
        if self.part is Part.ACTS or (self.verb is None and (nxt is None or nxt is not self.main)):
            return
        if self.part is Part.PLACE and self._is_object_behind_place(mention):
            self.part = self._object_part()
            return
        if self.part is Part.PLACE and mention.last < self.last and "," in self.gaps[mention.last]:
            return  # `visits Seoul, calls on the president`
        if (
            nxt is not None
            and nxt.form.finite
            and mention.kind in (PERSON, OFFICE, STATE, BODY)
            and not mention.adjective
            and (not nxt.form.homograph or mention.kind in (PERSON, OFFICE) or nxt is self.main)
            and not self.around.is_governed(i)
        ):
            self.part = Part.ACTS

    def _is_to_do(self, i: int, does: Candidate) -> bool:
        """`demands North Korea accept`, at the name: who is to do something, without a `that`."""
        asked = self._states("about") and i == self.verb_ends
        return asked and not (does.form.third or does.form.past) and does is not self.main

    def _is_object_behind_place(self, mention: Mention) -> bool:
        """`receives in Beijing PM Kasyanov`: a titled name right behind the place that stands right behind the verb."""
        place = self.starts.get(self.verb_ends + 1)
        behind = place is not None and place.last == mention.first and self.gaps[mention.first] == " "
        return behind and mention.titled and self.norms[self.verb_ends] in ("in", "at")

    # --- what is said

    def _is_said(self, i: int) -> bool:
        """Give word i, within what is said, its part; False where that goes by the words as elsewhere."""
        if self.prepositions.expounds_to(i, self.verb):
            self._resume()
            return True
        if self.told.resumed:
            return False
        self.part = Part.ACTS if self.around.is_speaker_at_end(i) else Part.SPOKEN_OF
        return True

    def _resume(self) -> None:
        """Behind what is said stands to whom; where that was is still open, unless it was proposed for elsewhere."""
        self.part, self.told.resumed = Part.ACTS, True
        if self.verb is not None and "asks" not in self.verb.marks:
            self.told.end()

    def _ends_what_is_said(self, i: int, norm: str) -> bool:
        """Whether word i goes on behind what is said: with the next act, or with the occasion."""
        if i < self.told.at:
            return False
        acts = norm == "then" and self.around.is_next_act(i + 1)
        acts = acts or (norm == "as" and self.prepositions.as_they_meet(i))
        if not acts and not (norm == "during" and self.around.is_last_clause(i)):
            return False
        self.told.end()
        self.in_relative = False
        self.part = Part.ACTS if acts else Part.PLACE
        return True

    def _that(self, i: int) -> None:
        """`says that`: what is said begins; `on that day` says nothing of it."""
        if self.verb is None or self.norms[i - 1] in ("of", "in", "to"):
            return
        if self.around.tells_who_receives(i) or self.around.tells_who_chairs(i):
            self.part = Part.ACTS  # `a meeting that was chaired by Abe`, `a meeting that Abe chairs`
            return
        if self._hosted(i) or self.verb.object == "place":
            self.in_relative, self.part = True, Part.OTHER_TIME
            return
        if i + 1 >= self.last or self.norms[i + 1] not in self.around.lexicon.words("thattime"):
            self.told.at = i + 1
        self.part = Part.SPOKEN_OF

    def _hosted(self, i: int) -> bool:
        """`attend a conference that the ministry hosts in Moscow`: the relative clause says where it is."""
        if self.verb is None or self.verb.object in ("clause", "told"):
            return False
        following = next((c for at, c in sorted(self.candidates.items()) if at > i), None)
        return following is not None and "hosts" in following.form.verb.marks

    def _reports_from(self, i: int) -> None:
        """What is said begins right behind the verb, or behind where, when and beside whom it is said."""
        norms = self.norms
        occasion = i < self.last and (norms[i] in _OCCASION or norms[i : i + 2] == ["while", "on"])
        if (speaker := self.around.speaker_beside(i)) is not None:
            self.part, i = Part.ACTS, speaker.last
        elif occasion and norms[i - 1] != "that":
            self.part, i = Part.ACTS, self._past_occasion(i)
        self.told.begin(i)

    def _past_occasion(self, i: int) -> int:
        """Behind the occasion that begins at word i: a comma, `that`, or the place alone."""
        that = next((k for k in range(i, self.last) if self.norms[k] == "that"), self.last)
        comma = self.around.comma_behind(i)
        while comma < that and self.norms[comma] in _BESIDE:
            comma = self.around.comma_behind(comma)
        return min(that, comma) if that - i < _NEAR_THAT or comma < that else self.around.past_place(i)

    # --- what a further verb governs

    def _takes_over(self, candidate: Candidate, i: int) -> bool:
        """A verb governs what follows it. A participle or a later finite verb does so in its turn."""
        if not self._may_take_over(candidate):
            return False
        if self._is_told_to(candidate):
            self.part = Part.SPOKEN_OF
            self.told.begin(i)
            return True
        behind = i + candidate.length
        self.verb, self.verb_ends = self._as_meant(candidate), behind
        self.part = self._part_behind(candidate, behind)
        by_whom = self.norms[behind - 1] != "that" and self.norms[behind : behind + 1] in (["of"], ["by"])
        described = candidate.passive or by_whom or self.part is Part.ACTS  # `confirms Schieffer as ambassador`
        if self.verb.object == "clause" and not described and (self.main is None or i >= self.main.at):
            self._reports_from(behind)
        return True

    def _may_take_over(self, candidate: Candidate) -> bool:
        if self.around.is_within_noun_phrase(candidate) or self._is_spoken_of(candidate):
            return False
        is_main = self.main is not None and candidate.at == self.main.at
        return is_main or (self._may_follow(candidate) and not (self.part in NESTED and self._depends(candidate)))

    def _is_spoken_of(self, candidate: Candidate) -> bool:
        """A verb within what is asked for, charged or reviewed; what `including` adds to topics is one too."""
        i, norms = candidate.at, self.norms
        if norms[i] == "including" and norms[i - 1] in self.around.lexicon.words("topic"):
            self.part = NESTED.get(self.part, Part.SPOKEN_OF)
            return True  # `review issues including North Korea`
        if norms[i] == "including" and self.part is Part.SPOKEN_OF:
            return True  # `warns of threats to the region, including North Korea`
        if norms[i] in self.around.lexicon.words("caused") and self.part in NESTED:
            return norms[i + 1 : i + 2] in (["by"], ["with"])  # `agree to end the row caused by China`
        charged = self.part is Part.SPOKEN_OF and i > self.first and self.around.is_charge(i)
        charged = charged or (self.part is Part.SPOKEN_OF and self.around.goes_on_doing(i))
        return charged or self._is_asked_for(candidate) or self._is_of_topic(candidate)

    def _is_asked_for(self, candidate: Candidate) -> bool:
        """`urges Beijing to cooperate with Tokyo`: what somebody is to do is spoken of throughout."""
        does = candidate.infinitive and candidate.form.verb.lemma != "be"
        return does and self.part is Part.SPOKEN_OF and self._states("about")

    def _is_of_topic(self, candidate: Candidate) -> bool:
        """`protests the test made by Washington`, `opposes Malaysia joining pacts`, `urges improving ties with`."""
        stating = self.verb is not None and self.verb.type == "statement" and self.part is Part.SPOKEN_OF
        at, norms = candidate.at, self.norms
        done_by = candidate.form.past and not candidate.passive and norms[at + candidate.length :][:1] == ["by"]
        behind = self.around.follows_name(at) or at == self.verb_ends or self.around.follows_noun(at)
        doing = norms[at].endswith("ing") and self.gaps[at] == " " and behind
        facing = self.part is Part.SPOKEN_OF and doing and self.around.follows_noun(at)
        return facing or (stating and (done_by or doing))

    def _may_follow(self, candidate: Candidate) -> bool:
        """Whether a verb that is not the main one stands where another can."""
        form, i = candidate.form, candidate.at
        if form.verb is UNLISTED or self.norms[i] == "following":
            return False  # `following talks in Moscow`
        if self._ends_noun(candidate):
            return False
        if self.main is None and not form.participle and not candidate.infinitive:
            return False
        if self.main is not None and i < self.main.at and not self.around.describes_subject(candidate):
            return False
        return not form.homograph or candidate.infinitive or self._continues(i)

    def _ends_noun(self, candidate: Candidate) -> bool:
        """`makes a port call in Lind`: no `call in`, but a noun and what stands behind it."""
        i, form = candidate.at, candidate.form
        plain = self.norms[i + 1 : i + candidate.length] == ["in"] and not (
            form.third or form.past or form.participle or candidate.infinitive
        )
        named = self.around.named[i - 1 - self.first] if i > self.first else True
        return plain and not named and (self.norms[i],) in self.around.lexicon.nouns and self.gaps[i] == " "

    def _continues(self, i: int) -> bool:
        """Whether a form that may be a noun stands where a further verb does."""
        if i > self.first and self.norms[i - 1] in _BEHIND_CONJUNCTION:
            return True
        return self._follows_subject(i) or self.around.meets_somebody(i)

    def _follows_subject(self, i: int) -> bool:
        """Behind a name that is not the object of the verb before it: not `discusses Taiwan issues`."""
        named = self.around.ends.get(i)
        if named is None or named.adjective or named.kind == FORUM or named.first == self.verb_ends:
            return False
        return self.gaps[named.first] not in ("-", "–")  # not `the Trump-Putin meeting`

    def _depends(self, candidate: Candidate) -> bool:
        """A verb that belongs to what is spoken of, not to the sentence.

        `on a summit to be held in`; `In reply to the note signed by`, `As they bomb a group led by`.
        """
        i = candidate.at
        if self.main is None or "," in self.gaps[i]:
            return False
        if i <= self.main.at:
            return self.part is Part.SPOKEN_OF or (
                self.part is Part.OTHER_TIME and self.prepositions.opens_with_reference()
            )
        if self.part is Part.OTHER_TIME:
            return not self.around.resumes_behind_time(candidate)
        previous = self.norms[i - 1]
        if previous in _GOING_ON or self.around.follows_name(i):
            return False
        return candidate.passive or previous in ("be", "been", "being") or self._describes_noun(candidate)

    def _describes_noun(self, candidate: Candidate) -> bool:
        """`the progress made at the talks`: a participle right before a preposition."""
        form, behind = candidate.form, candidate.at + candidate.length
        done = form.past and form.participle and form.verb.object != "place"
        return done and self.norms[behind : behind + 1] != [] and self.norms[behind] in DURING

    def _is_told_to(self, candidate: Candidate) -> bool:
        """`warns countries not to conclude pacts with Taiwan`: what somebody is told to do."""
        return candidate.infinitive and candidate.form.verb.lemma != "be" and self._states("told")

    def _as_meant(self, candidate: Candidate) -> Verb:
        """`agrees to offer aid to Pyongyang`: what is only to be done gives a state nothing yet."""
        verb, at = candidate.form.verb, candidate.at
        planned = candidate.infinitive and self.main is not None and self.main.form.verb.type in _PLANNING
        if not planned or "gives" not in verb.marks:
            return verb
        to = next((k for k in range(at, self.last - 1) if self.norms[k] == "to"), self.last)
        given = self.starts.get(to + 1)
        return verb._replace(marks=verb.marks - {"gives"}) if given is not None and given.kind == STATE else verb

    def _part_behind(self, candidate: Candidate, behind: int) -> Part:
        verb = candidate.form.verb
        if (candidate.infinitive and verb.type == "other") or (candidate.passive and verb.object == "clause"):
            return Part.SPOKEN_OF
        met = is_addressed(self.around, self.verb, behind) or self._comes_to_tell(candidate, behind)
        return Part.ACTS if candidate.passive or met else self._object_part()

    def _comes_to_tell(self, candidate: Candidate, behind: int) -> bool:
        """`arrives in Washington to urge President Trump`: whoever is told it there."""
        told = self.starts.get(behind)
        comes = self.main is not None and self.main.form.verb.type == "visit" and candidate.infinitive
        return comes and candidate.form.verb.type == "statement" and told is not None and told.kind in (PERSON, OFFICE)
