"""The grammar of a sentence as far as coding needs it: its main verb, and who takes part where."""

from collections.abc import Collection
from dataclasses import dataclass

from chronicle.extracting.eventtypes import FACE_TO_FACE
from chronicle.extracting.functionwords import BE, COMMON_PREPOSITIONS
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.lexicon import Lexicon, Verb
from chronicle.extracting.mainverb import main_verb
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, PLACE, STATE, Mention
from chronicle.extracting.parts import NESTED, Part
from chronicle.extracting.prepositions import Prepositions
from chronicle.extracting.sentence import Sentence, is_adverb
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


_RELATIVE = frozenset("which whose who".split())
_PARTING = frozenset(",;)–—")
_BEFORE_NOUN = frozenset("the a an 's its his her their this that two".split())
_BEFORE_WHICH = COMMON_PREPOSITIONS | {"to", "by", "through"}
_SUBORDINATE = frozenset("after before since until when once because if what how whether that".split())
_ABOUT_WHAT = frozenset("about over of that against".split())
_NO_SUBJECT_BEHIND = _SUBORDINATE | COMMON_PREPOSITIONS | {"to", "through", "by", "via"}
_AUXILIARIES = frozenset("would will could can may might must should has had have".split())
_PLANNING = frozenset({"agreement", "statement"})
_ADDING = frozenset({"and", "but", "while"})
_MEANWHILE = frozenset({"while", "and"})
_BESIDE = frozenset({"with", "beside", "alongside"})
_JOINTLY = frozenset({"along", "jointly", "together"})
_NEAR_CALL = 20  # words between who is called and the call
_OCCASION = frozenset("in at during on to before after by via through alongside beside".split())


def read_clause(words: Words, mentions: list[Mention], lexicon: Lexicon, first: int, last: int) -> Clause:
    """Find the main verb of the sentence first..last-1 and give each of its words a part."""
    starts = {m.first: m for m in mentions if first <= m.first < last}
    inside = _insides(mentions, first, last)
    candidates = verb_candidates(words, lexicon, inside, first, last)
    main = main_verb(Sentence(words, lexicon, starts, first, last), candidates)
    walker = _Walker(words, lexicon, starts, inside, first, last, candidates, main)
    parts = walker.walk()
    return Clause(
        first, last, main.form.verb if main else None, main.at if main else last,
        bool(main and main.passive), parts, walker.reported_at, walker.divided_at, walker.first_reported_at,
    )  # fmt: skip


def _insides(mentions: list[Mention], first: int, last: int) -> list[bool]:
    """Whether a word lies in a mention, its first word included."""
    inside = [False] * (last - first)
    for m in mentions:
        for i in range(max(m.first, first), min(m.last, last)):
            inside[i - first] = True
    return inside


class _Walker:
    """Goes through a sentence once and says at each word how what is named there takes part."""

    def __init__(
        self,
        words: Words,
        lexicon: Lexicon,
        starts: dict[int, Mention],
        inside: list[bool],
        first: int,
        last: int,
        candidates: list[Candidate],
        main: Candidate | None,
    ) -> None:
        self.words, self.lexicon, self.starts, self.inside = words, lexicon, starts, inside
        self.ends = {m.last: m for m in starts.values()}
        self.first, self.last = first, last
        self.candidates = {c.at: c for c in candidates}
        self.main = main
        passive_at = main.at if main is not None and main.passive else None
        self.prepositions = Prepositions(words, lexicon, starts, first, last, passive_at, main is None)
        self.verb: Verb | None = None
        self.part = Part.ACTS
        self.reported_at = self.divided_at = last
        self.told_before_division = last
        self.in_relative = False
        self.resumed = False
        self.verb_ends = first

    @property
    def first_reported_at(self) -> int:
        return self.told_before_division if self.divided_at < self.last else self.reported_at

    def walk(self) -> list[Part]:
        parts: list[Part] = []
        for i in range(self.first, self.last):
            if i >= self.verb_ends and (i in self.starts or not self.inside[i - self.first]):
                self._step(i)
            parts.append(self.part)
        return parts

    def _step(self, i: int) -> None:
        norm, gap = self.words.norms[i], self.words.gaps[i]
        parted = gap != " " and i > self.first
        divides = parted and ";" in gap and self._clause_follows(i)
        if divides and self.divided_at == self.last:
            self.divided_at, self.told_before_division = i, self.reported_at
        if divides or self._another_speaks(i) or (":" in gap and self.main is not None and i <= self.main.at):
            self.verb, self.part, self.reported_at = None, Part.ACTS, self.last
        if parted and (self._begins_clause(i, norm) or ("," in gap and self._ends_what_is_said(i, norm))):
            return
        if norm == "which" and i > self.first and self.words.norms[i - 1] in ("at", "during"):
            self.part = Part.ACTS  # `a seminar at which DeTrani and Ri Gun exchange views`
            return
        if i >= self.reported_at and self.prepositions.expounds_to(i, self.verb):
            self._resume()
            return
        if i >= self.reported_at and not self.resumed:
            self.part = Part.SPOKEN_OF
            self._inverted_speaker(i)
            return
        if parted and not _PARTING.isdisjoint(gap):
            self._after_comma(i)
        if parted and self._seats(i):
            self.part = Part.PLACE
            return
        if self.in_relative and not self._goes_on_behind(i):
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

    def _another_speaks(self, i: int) -> bool:
        """`announces that ..., and Secretary Blinken says`: a further speaker behind what the first one says."""
        speaker = self.starts.get(i + 1)
        if i < self.reported_at or self.words.norms[i] not in _ADDING or speaker is None or not speaker.titled:
            return False
        k = speaker.last
        k += k < self.last and is_adverb(self.words, k)
        says = self.candidates.get(k)
        return says is not None and says.form.third and says.form.verb.type == "statement"

    def _begins_clause(self, i: int, norm: str) -> bool:
        """Whether word i begins a clause in which somebody else acts, behind the verb or the place before it."""
        acts = norm == "where" and i < self.reported_at and self._somebody_acts(i)
        if not acts and not self._speaker_behind(i):
            return False
        self.verb, self.part, self.in_relative = None, Part.ACTS, False
        return True

    def _ends_what_is_said(self, i: int, norm: str) -> bool:
        """Whether word i goes on behind what is said: with the next act, or with the occasion."""
        if i < self.reported_at:
            return False
        goes_on = norm == "then" and self._goes_on_then(i + 1)
        if not goes_on and not (norm == "during" and self._closes(i)):
            return False
        self.reported_at, self.in_relative = self.last, False
        self.part = Part.ACTS if goes_on else Part.PLACE
        return True

    def _closes(self, i: int) -> bool:
        """Whether nothing finite stands behind word i, and no verb waits before it."""
        waits = self.words.norms[i - 1] in _AUXILIARIES or self.words.norms[i - 1] == "that"
        return not waits and not any(at > i and c.form.finite for at, c in self.candidates.items())

    def _goes_on_then(self, i: int) -> bool:
        """`says that ..., then flies to Jeju`: the next act of whoever spoke."""
        verb = self.candidates.get(i)
        return verb is not None and verb.form.third and self.main is not None and self.main.form.third

    def _somebody_acts(self, i: int) -> bool:
        """`visits Wonsan, where Adm. Tian is received`; not `Camp Zama, where Gen. Wright commands`."""
        mention = self.starts.get(i + 1)
        if mention is None or mention.kind != PERSON:
            return False
        does = next((c for at, c in sorted(self.candidates.items()) if at >= mention.last and c.form.finite), None)
        return does is not None and (does.passive or not does.form.past) and does.form.verb.type in FACE_TO_FACE

    def _resume(self) -> None:
        """Behind what is said stands to whom; where that was is still open, unless it was proposed for elsewhere."""
        self.part, self.resumed = Part.ACTS, True
        if self.verb is not None and "asks" not in self.verb.marks:
            self.reported_at = self.last

    def _seats(self, i: int) -> bool:
        """`First EU-China Summit, London, attended by`: a city alone between commas, where no verb stands."""
        mention = self.starts.get(i)
        if self.main is not None or mention is None or mention.adjective or "," not in self.words.gaps[i]:
            return False
        if not mention.core.has(Sort.CAPITAL, Sort.PLACE) or (mention.core.has(Sort.STATE) and self._follows_state(i)):
            return False  # not `attended by China, Japan, and Russia`
        return mention.last >= self.last or self.words.gaps[mention.last] != " "

    def _opens_relative(self, i: int, norm: str, gap: str) -> bool:
        if norm in _RELATIVE:
            return "," in gap or norm == "who" or (norm == "which" and self._does_something(i))
        return norm == "that" and self._describes(i)

    def _does_something(self, i: int) -> bool:
        """`those which`, `the vote which brought`; not `in which the minister`."""
        verb = self.candidates.get(i + 1)
        return self.words.norms[i - 1] in _BEFORE_WHICH or (verb is not None and verb.form.finite)

    def _goes_on_behind(self, i: int) -> bool:
        """`condemns the missile that flew by and speaks with`: behind a past tense, the present of the main verb."""
        verb = self.candidates.get(i)
        if verb is None or self.main is None or i <= self.main.at or self.words.norms[i - 1] not in ("and", "then"):
            return False
        told = [c for at, c in self.candidates.items() if self.main.at < at < i and c.form.finite]
        return verb.form.third and self.main.form.third and bool(told) and all(c.form.past for c in told)

    def _describes(self, i: int) -> bool:
        """`the gang that killed`: a relative clause; not what is said."""
        if i + 1 >= self.last or self.verb is None:
            return False
        if self.verb.object in ("clause", "told") or self.verb_ends == i:
            return False
        verb = self.candidates.get(i + 1)
        return (verb is not None and verb.form.finite) or self.words.norms[i + 1] in _AUXILIARIES

    def _speaker_behind(self, i: int) -> bool:
        """`..., says the minister`: who speaks is named behind the verb."""
        if self.words.gaps[i] not in (",", ",”", ',"'):
            return False
        form, speaker = self.lexicon.verbs.get((self.words.norms[i],)), self.starts.get(i + 1)
        if form is None or form.verb.object != "clause" or not form.finite or speaker is None:
            return False
        return not self._acts_behind(speaker)

    def _acts_behind(self, mention: Mention) -> bool:
        """`..., says Seoul should`: who is named behind the verb does what is said, and says nothing."""
        if mention.last >= self.last:
            return False
        verb = self.candidates.get(mention.last)
        return self.words.norms[mention.last] in _AUXILIARIES or (verb is not None and verb.form.finite)

    def _clause_follows(self, i: int) -> bool:
        """Whether what follows a semicolon has a subject and a verb of its own."""
        end = next((k for k in range(i + 1, self.last) if ";" in self.words.gaps[k]), self.last)
        return any(k in self.candidates and self.candidates[k].form.finite for k in range(i + 1, end)) and any(
            k in self.starts for k in range(i, min(i + 4, end))
        )

    def _after_comma(self, i: int) -> None:
        if self.in_relative and self._in_row(i):
            return
        if self.in_relative:
            self.in_relative = False
            self.part = Part.ACTS if self.main is None or i <= self.main.at else self._object_part()
            return
        if self.words.norms[i] == "capital":
            return
        if self.verb is None:
            self.part = Part.PLACE if self.part is Part.PLACE and self._second_place(i) else Part.ACTS
        elif self.part in (Part.PLACE, Part.PLACE_SPOKEN_OF, Part.OTHER_TIME) and not (
            self.words.norms[i] == "and" or self._second_place(i)
        ):
            self.part = self._object_part()

    def _in_row(self, i: int) -> bool:
        """`that will take in Indonesia, Singapore, and Brunei`: a further state of a row."""
        state = self.starts.get(i + (self.words.norms[i] == "and"))
        if state is None or state.kind != STATE or not self.inside[i - 1 - self.first]:
            return False
        verb = self.candidates.get(state.last)
        return verb is None or not verb.form.finite

    def _second_place(self, i: int) -> bool:
        """`in Tashkent, Uzbekistan`: a place right behind a place; not `At talks in Seoul, Japan is told`."""
        mention = self.starts.get(i)
        if mention is None or mention.kind not in (STATE, PLACE) or not self.inside[i - 1 - self.first]:
            return False
        if not BE.isdisjoint(self.words.norms[mention.last : mention.last + 1]):
            return False
        verb = self.candidates.get(mention.last)
        return verb is None or self.main is None or not verb.form.finite or verb.form.homograph

    def _new_subject(self, i: int) -> None:
        """A name right before a finite verb begins a clause of its own, and acts in it."""
        mention = self.starts[i]
        if mention.last < self.last and self.words.norms[mention.last] in self.lexicon.words("thereat"):
            self.part = Part.ACTS  # `the ministers attending`
            return
        nxt = self.candidates.get(self._end_of_list(mention).last)
        if self.part is Part.ACTS or (self.verb is None and (nxt is None or nxt is not self.main)):
            return
        if self.part is Part.PLACE and self._is_object_behind_place(mention):
            self.part = self._object_part()
            return
        if self.part is Part.PLACE and mention.last < self.last and "," in self.words.gaps[mention.last]:
            return  # `visits Seoul, calls on the president`
        if (
            nxt is not None
            and nxt.form.finite
            and mention.kind in (PERSON, OFFICE, STATE, BODY)
            and not mention.adjective
            and (not nxt.form.homograph or mention.kind in (PERSON, OFFICE) or nxt is self.main)
            and not self._is_governed(i)
        ):
            self.part = Part.ACTS

    def _is_object_behind_place(self, mention: Mention) -> bool:
        """`receives in Beijing PM Kasyanov`: a titled name right behind the place that stands right behind the verb."""
        place = self.starts.get(self.verb_ends + 1)
        behind = place is not None and place.last == mention.first and self.words.gaps[mention.first] == " "
        return behind and mention.titled and self.words.norms[self.verb_ends] in ("in", "at")

    def _is_governed(self, i: int) -> bool:
        """Whether a preposition or a conjunction stands before word i, past an article."""
        k = i - 1 - (i > self.first + 1 and self.words.norms[i - 1] == "the")
        return i > self.first and self.words.norms[k] in _NO_SUBJECT_BEHIND

    def _end_of_list(self, mention: Mention) -> Mention:
        """The last of those named in a row: `while India and Pakistan took part`, `In a call Jiang and Bush agree`."""
        opening = self.main is not None and mention.first < self.main.at and mention.kind == PERSON
        meanwhile = mention.first > self.first and self.words.norms[mention.first - 1] in _MEANWHILE
        if not (opening or (meanwhile and mention.kind == STATE)):
            return mention
        kind = mention.kind
        while mention.last + 1 < self.last and mention.kind == kind:
            at = mention.last + (self.words.norms[mention.last] == "and")
            following = self.starts.get(at)
            if following is None or following.kind != kind or self.words.gaps[mention.last] not in (" ", ","):
                break
            mention = following
        return mention

    def _takes_over(self, candidate: Candidate, i: int) -> bool:
        """A verb governs what follows it. A participle or a later finite verb does so in its turn."""
        if not self._may_take_over(candidate, i):
            return False
        if self._is_told_to(candidate):
            self.part, self.reported_at = Part.SPOKEN_OF, min(self.reported_at, i)
            return True
        behind = i + candidate.length
        self.verb, self.verb_ends = self._as_meant(candidate), behind
        self.part = self._part_behind(candidate, behind)
        by_whom = self.words.norms[behind - 1] != "that" and self.words.norms[behind : behind + 1] in (["of"], ["by"])
        described = candidate.passive or by_whom
        if self.verb.object == "clause" and not described and (self.main is None or i >= self.main.at):
            self._reports_from(behind)
        return True

    def _as_meant(self, candidate: Candidate) -> Verb:
        """`agrees to offer aid to Pyongyang`: what is only to be done gives a state nothing yet."""
        verb, at = candidate.form.verb, candidate.at
        planned = candidate.infinitive and self.main is not None and self.main.form.verb.type in _PLANNING
        if not planned or "gives" not in verb.marks:
            return verb
        to = next((k for k in range(at, self.last - 1) if self.words.norms[k] == "to"), self.last)
        given = self.starts.get(to + 1)
        return verb._replace(marks=verb.marks - {"gives"}) if given is not None and given.kind == STATE else verb

    def _may_take_over(self, candidate: Candidate, i: int) -> bool:
        form, is_main = candidate.form, self.main is not None and i == self.main.at
        if i > self.first and self._is_within_noun_phrase(candidate, i):
            return False
        if self.words.norms[i] == "following" and not is_main:
            return False  # `following talks in Moscow`
        if self.words.norms[i] == "including" and self.words.norms[i - 1] in self.lexicon.words("topic"):
            return False  # `review issues including North Korea`
        if self.part is Part.SPOKEN_OF and i > self.first and self._is_charge(i):
            return False
        if (form.verb is UNLISTED and not is_main) or self._is_asked_for(candidate) or self._is_of_topic(candidate):
            return False
        if self.main is not None and i < self.main.at and not self._describes_subject(candidate):
            return False
        if form.homograph and not is_main and not candidate.infinitive and not self._continues(i):
            return False
        if self.main is None and not form.participle and not candidate.infinitive:
            return False
        return not (self.part in NESTED and self._depends(candidate, i))

    def _is_charge(self, i: int) -> bool:
        """`accused of smuggling drugs from China`: what somebody is said to do."""
        return self.words.norms[i].endswith("ing") and self.words.norms[i - 1] in COMMON_PREPOSITIONS

    def _is_asked_for(self, candidate: Candidate) -> bool:
        """`urges Beijing to cooperate with Tokyo`: what somebody is to do is spoken of throughout."""
        asking = self.verb is not None and self.verb.type == "statement" and self.verb.object == "about"
        does = candidate.infinitive and candidate.form.verb.lemma != "be"
        return asking and does and self.part is Part.SPOKEN_OF

    def _is_told_to(self, candidate: Candidate) -> bool:
        """`warns countries not to conclude pacts with Taiwan`: what somebody is told to do."""
        telling = self.verb is not None and self.verb.type == "statement" and self.verb.object == "told"
        return telling and candidate.infinitive and candidate.form.verb.lemma != "be"

    def _is_of_topic(self, candidate: Candidate) -> bool:
        """`protests the test made by Washington`, `opposes Malaysia joining pacts`, `urges improving ties with`."""
        stating = self.verb is not None and self.verb.type == "statement" and self.part is Part.SPOKEN_OF
        at, norms = candidate.at, self.words.norms
        done_by = candidate.form.past and not candidate.passive and norms[at + candidate.length :][:1] == ["by"]
        behind = self._follows_name(at) or at == self.verb_ends
        doing = norms[at].endswith("ing") and self.words.gaps[at] == " " and behind
        return stating and (done_by or doing)

    def _describes_subject(self, candidate: Candidate) -> bool:
        """Before the main verb: `the meeting attended by`, `officials invited to`, `Rice, visiting Malaysia, says`."""
        if not candidate.form.participle:
            return False
        if candidate.form.verb.object == "place" and "," in self.words.gaps[candidate.at]:
            return True
        if candidate.passive or candidate.at + 1 >= self.last:
            return True
        return self.words.norms[candidate.at + candidate.length] in ("by", "with", "to", "from", "in", "of")

    def _continues(self, i: int) -> bool:
        """Whether a form that may be a noun stands where a further verb does."""
        previous = self.words.norms[i - 1] if i > self.first else ""
        if previous in ("and", "or", "then", "also", "who", "which", "to"):
            return True
        return self._follows_subject(i) or self._goes_on_with(i)

    def _goes_on_with(self, i: int) -> bool:
        """`visits Tokyo, meeting Prime Minister Abe`: a participle behind a comma, and right behind it whom."""
        whom = self.starts.get(i + 1)
        doing = self.words.norms[i].endswith("ing") and "," in self.words.gaps[i]
        return doing and whom is not None and whom.kind in (PERSON, OFFICE)

    def _follows_subject(self, i: int) -> bool:
        """Behind a name that is not the object of the verb before it: not `discusses Taiwan issues`."""
        named = self.ends.get(i)
        if named is None or named.adjective or named.kind == FORUM or named.first == self.verb_ends:
            return False
        return self.words.gaps[named.first] not in ("-", "–")  # not `the Trump-Putin meeting`

    def _part_behind(self, candidate: Candidate, behind: int) -> Part:
        verb = candidate.form.verb
        if (candidate.infinitive and verb.type == "other") or (candidate.passive and verb.object == "clause"):
            return Part.SPOKEN_OF
        met = self._addresses(behind) or self._comes_to_tell(candidate, behind)
        return Part.ACTS if candidate.passive or met else self._object_part()

    def _is_within_noun_phrase(self, candidate: Candidate, i: int) -> bool:
        """`the continued presence`, `code of conduct`: a form of a verb where no verb can stand."""
        if self.inside[i - 1 - self.first]:
            return False
        before = self.words.norms[i - 1]
        if before in _BEFORE_NOUN or before in self.lexicon.words("number"):
            return candidate.form.participle and not candidate.passive
        return before in COMMON_PREPOSITIONS and not self.words.norms[i].endswith("ing")

    def _reports_from(self, i: int) -> None:
        """What is said begins right behind the verb, or behind where, when and beside whom it is said."""
        norms = self.words.norms
        occasion = i < self.last and (norms[i] in _OCCASION or norms[i : i + 2] == ["while", "on"])
        if (speaker := self._speaks_with(i)) is not None:
            self.part, i = Part.ACTS, speaker.last
        elif occasion and norms[i - 1] != "that":
            that = next((k for k in range(i, self.last) if self.words.norms[k] == "that"), self.last)
            comma = self._comma_behind(i)
            while comma < that and self.words.norms[comma] in _BESIDE:
                comma = self._comma_behind(comma)
            i = min(that, comma) if that - i < 14 or comma < that else self._behind_place(i)
            self.part = Part.ACTS
        self.reported_at = min(self.reported_at, i)

    def _speaks_with(self, i: int) -> Mention | None:
        """`announces with Prime Minister Gillard that`: who speaks beside the subject."""
        beside = next((k for k in (i, i + 1) if k + 1 < self.last and self.words.norms[k] == "with"), None)
        if beside is None or (beside > i and self.words.norms[i] not in _JOINTLY):
            return None
        speaker = self.starts.get(beside + 1)
        return speaker if speaker is not None and speaker.kind in (PERSON, OFFICE) else None

    def _comma_behind(self, i: int) -> int:
        """The first word behind word i that a comma stands before; the end if there is none."""
        return next((k for k in range(i + 1, self.last) if "," in self.words.gaps[k]), self.last)

    def _behind_place(self, i: int) -> int:
        """`announces in Yangon an aid program`: what is said begins behind the place."""
        place = self.starts.get(i + 1)
        named = place is not None and place.kind in (PLACE, STATE) and self.words.norms[i] in ("in", "at")
        return place.last if place is not None and named else i

    def _depends(self, candidate: Candidate, i: int) -> bool:
        """A verb that belongs to what is spoken of (`on a summit to be held in`), not to the sentence."""
        if self.main is None or i <= self.main.at or "," in self.words.gaps[i]:
            return False
        if self.part is Part.OTHER_TIME:
            return not self._goes_on_behind_time(candidate, i)
        previous = self.words.norms[i - 1]
        if previous in ("and", "also", "then", "who") or self._follows_name(i):
            return False
        return candidate.passive or previous in ("be", "been", "being")

    def _goes_on_behind_time(self, candidate: Candidate, i: int) -> bool:
        """`travels to Jakarta ahead of the summit and meets`: the next act, in the tense of the main verb."""
        if self.main is None or self.words.norms[i - 1] not in ("and", "then"):
            return False
        if any(c.form.finite for at, c in self.candidates.items() if self.main.at < at < i):
            return False
        mine, its = candidate.form, self.main.form
        return (mine.third and its.third) or (mine.past and mine.finite and its.past and not self.main.passive)

    def _addresses(self, i: int) -> bool:
        """`call on Foreign Minister Okada`, `asks Modi by telephone`: the verb's object is met or spoken to."""
        if self.verb is None or self.verb.type not in ("statement", "meeting"):
            return False
        named = next((m for m in (self.starts.get(i), self.starts.get(i + 1)) if m is not None), None)
        if named is None or named.kind not in (PERSON, OFFICE):
            return False
        behind = self.words.norms[named.last] if named.last < self.last else ""
        if behind == "'s":
            return False
        marks = self.verb.marks
        if "meets" in marks or self._by_wire_or_letter(named.last) or self._in_a_call(named.last):
            return True
        if self.verb.plover == "REQUEST" and self._where_both_are(named.last):
            return True
        if self.verb.lemma in self.lexicon.words("facing") and self._is_posted_here(named) and behind in _ABOUT_WHAT:
            return True
        if "meets unless to" in marks and (behind != "to" or self._to_confer(named.last + 1)):
            return True
        return "meets as" in marks and behind == "as"

    def _to_confer(self, i: int) -> bool:
        """`calls on Modi to discuss`: at word i; not `calls on Modi to free`."""
        form = self.lexicon.verbs.get((self.words.norms[i],)) if i < self.last else None
        return form is not None and (form.verb.type == "meeting" or form.verb.lemma in self.lexicon.words("airing"))

    def _is_posted_here(self, named: Mention) -> bool:
        """`warns Ambassador Harris about`: an envoy is told to the face."""
        title = self.words.norms[named.first : named.core.first]
        return not self.lexicon.words("accredited").isdisjoint(title)

    def _comes_to_tell(self, candidate: Candidate, behind: int) -> bool:
        """`arrives in Washington to urge President Trump`: whoever is told it there."""
        told = self.starts.get(behind)
        comes = self.main is not None and self.main.form.verb.type == "visit" and candidate.infinitive
        return comes and candidate.form.verb.type == "statement" and told is not None and told.kind in (PERSON, OFFICE)

    def _by_wire_or_letter(self, i: int) -> bool:
        """Whether `by telephone`, `in a letter` stands right behind word i-1."""
        near = self.words.norms[i : min(i + 3, self.last)]
        if near[:1] not in (["by"], ["in"], ["over"]):
            return False
        return any(not self.lexicon.words(means).isdisjoint(near) for means in ("phone", "missive"))

    def _in_a_call(self, i: int) -> bool:
        """`warns Xi against the plan in a video call`: at word i or behind it."""
        norms = self.words.norms
        calls = (k for k in range(i, min(i + _NEAR_CALL, self.last)) if norms[k] in ("call", "conversation"))
        on_line = self.lexicon.words("phone") | self.lexicon.words("video")
        return any(norms[k - 3 : k - 1] == ["in", "a"] and norms[k - 1] in on_line for k in calls)

    def _where_both_are(self, i: int) -> bool:
        """`asks Kim Jae-shin in Seoul to cut`: a place right behind who is asked."""
        place = self.starts.get(i + 1)
        return (
            i < self.last and self.words.norms[i] in ("in", "at") and place is not None and place.kind in (PLACE, STATE)
        )

    def _follows_state(self, i: int) -> bool:
        named = self.ends.get(i)
        return named is not None and named.kind == STATE

    def _follows_name(self, i: int) -> bool:
        named = self.ends.get(i)
        return named is not None and not named.adjective

    def _object_part(self) -> Part:
        kind = self.verb.object if self.verb else "with"
        if kind in ("with", "told", "noun"):
            return Part.ACTS
        if kind == "place":
            return Part.PLACE
        return Part.SPOKEN_OF

    def _that(self, i: int) -> None:
        """`says that`: what is said begins; `on that day` says nothing of it."""
        if self.verb is None or self.words.norms[i - 1] in ("of", "in", "to"):
            return
        if self._hosted(i) or self.verb.object == "place":
            self.in_relative, self.part = True, Part.OTHER_TIME
            return
        if i + 1 >= self.last or self.words.norms[i + 1] not in self.lexicon.words("thattime"):
            self.reported_at = i + 1
        self.part = Part.SPOKEN_OF

    def _hosted(self, i: int) -> bool:
        """`attend a conference that the ministry hosts in Moscow`: the relative clause says where it is."""
        if self.verb is None or self.verb.object in ("clause", "told"):
            return False
        following = next((c for at, c in sorted(self.candidates.items()) if at > i), None)
        return following is not None and "hosts" in following.form.verb.marks

    def _inverted_speaker(self, i: int) -> None:
        """`..., Lavrov says`: the speaker named behind what is said acts."""
        mention = self.starts.get(i)
        if mention is None or "," not in self.words.gaps[i]:
            return
        nxt = self.lexicon.verbs.get((self.words.norms[mention.last],)) if mention.last < self.last else None
        if nxt is not None and nxt.verb.type == "statement" and self.words.gaps[mention.last] in (" ", ","):
            closes = mention.last + 1 >= self.last or self.words.gaps[mention.last + 1] != " "
            if closes:
                self.part = Part.ACTS
