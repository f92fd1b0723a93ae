"""The grammar of a sentence as far as coding needs it: its main verb, and who takes part where."""

from dataclasses import dataclass
from enum import Enum

from chronicle.extracting.lexicon import Lexicon, Verb
from chronicle.extracting.mainverb import Candidate, main_verb, verb_candidates
from chronicle.extracting.mention import BODY, OFFICE, PERSON, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.words import Words


class Part(Enum):
    """How what stands at a word takes part in what the sentence tells."""

    ACTS = "acts"
    SPOKEN_OF = "spoken of"
    PLACE = "place"
    PLACE_SPOKEN_OF = "place spoken of"
    OTHER_TIME = "another time"


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence: words first..last-1, its main verb (None for a nominal headline), a part for each word."""

    first: int
    last: int
    verb: Verb | None
    verb_at: int
    passive: bool
    parts: list[Part]
    reported_at: int


_TIME = frozenset("following after before since ahead until according".split())
_RELATIVE = frozenset("which whose who".split())
_TOPIC = frozenset(
    "on over about regarding concerning against toward towards despite amid"
    " under because like than without except for into upon as if whether how why when while versus"
    " beyond considering given involving".split()
)
_PLACE = frozenset("in at during near off aboard inside outside onboard across around along within".split())
_TOGETHER = frozenset("with between among by including joined alongside plus".split())
_GIVEN_TO = frozenset(
    "send give deliver present hand convey provide donate offer extend grant award express apologize appeal pay"
    " sell transfer submit write speak talk report return lodge make call export ship pass".split()
)
_REFERRING = frozenset("according response due prior reaction opposition related thanks close next".split())
_GIVEN_FOR = frozenset("dinner lunch luncheon banquet reception breakfast party".split())
_BEFORE_NOUN = frozenset("the a an 's its his her their this that two".split())
_GOVERNING = frozenset("of in on at for from with about over into against between under".split())
_SUBORDINATE = frozenset("after before since until when once because if what how whether that".split())
_LETTERS = frozenset("letter telegram call note".split())
_NO_SUBJECT_BEHIND = _SUBORDINATE | _GOVERNING | {"to", "into", "through", "by", "via"}
_AUXILIARIES = frozenset("would will could can may might must should has had have".split())
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_OCCASION = frozenset("in at during on to before after by via through".split())
_ASKED = frozenset("request invitation initiative chairmanship auspices leadership helm".split())
_ALONGSIDE = frozenset({("in", "addition"), ("along", "with"), ("together", "with"), ("as", "well")})


def read_clause(words: Words, mentions: list[Mention], lexicon: Lexicon, first: int, last: int) -> Clause:
    """Find the main verb of the sentence first..last-1 and give each of its words a part."""
    starts = {m.first: m for m in mentions if first <= m.first < last}
    inside = _insides(mentions, first, last)
    candidates = verb_candidates(words, lexicon, inside, first, last)
    main = main_verb(words, candidates, starts, first, last)
    walker = _Walker(words, lexicon, starts, inside, first, last, candidates, main)
    parts = walker.walk()
    return Clause(
        first, last, main.form.verb if main else None, main.at if main else last,
        bool(main and main.passive), parts, walker.reported_at,
    )  # fmt: skip


def _insides(mentions: list[Mention], first: int, last: int) -> list[bool]:
    """Whether a word lies in a mention, its first word included."""
    inside = [False] * (last - first)
    for m in mentions:
        for i in range(max(m.first, first), min(m.last, last)):
            inside[i - first] = True
    return inside


# A place named within what is spoken of, or within another time, belongs to that.
_NESTED = {
    Part.SPOKEN_OF: Part.PLACE_SPOKEN_OF,
    Part.PLACE_SPOKEN_OF: Part.PLACE_SPOKEN_OF,
    Part.OTHER_TIME: Part.OTHER_TIME,
}


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
        self.first, self.last = first, last
        self.candidates = {c.at: c for c in candidates}
        self.main = main
        self.verb: Verb | None = None
        self.part = Part.ACTS
        self.reported_at = last
        self.in_relative = False
        self.verb_ends = first

    def walk(self) -> list[Part]:
        parts: list[Part] = []
        i = self.first
        while i < self.last:
            self._step(i)
            parts.append(self.part)
            i += 1
        return parts

    def _step(self, i: int) -> None:
        if i < self.verb_ends or (self.inside[i - self.first] and i not in self.starts):
            return
        norm, gap = self.words.norms[i], self.words.gaps[i]
        if ";" in gap and i > self.first and self._clause_follows(i):
            self.verb, self.part, self.reported_at = None, Part.ACTS, self.last
        if self._speaker_behind(i):
            self.verb, self.part, self.in_relative = None, Part.ACTS, False
            return
        if i >= self.reported_at:
            self.part = Part.SPOKEN_OF
            self._inverted_speaker(i)
            return
        if i > self.first and ("," in gap or ";" in gap or ")" in gap):
            self._after_comma(i)
        if self.in_relative:
            return
        if i > self.first and ((norm in _RELATIVE and ("," in gap or norm == "who")) or self._describes(i)):
            self.in_relative, self.part = True, Part.OTHER_TIME
            return
        if i in self.starts:
            self._new_subject(i)
            return
        candidate = self.candidates.get(i)
        if candidate is not None and self._takes_over(candidate, i):
            return
        self._preposition(i, norm)

    def _describes(self, i: int) -> bool:
        """`the gang that killed`: a relative clause; not what is said."""
        if self.words.norms[i] != "that" or i + 1 >= self.last or self.verb is None:
            return False
        if self.verb.object in ("clause", "told") or self.verb_ends == i:
            return False
        verb = self.candidates.get(i + 1)
        return (verb is not None and verb.form.finite) or self.words.norms[i + 1] in _AUXILIARIES

    def _speaker_behind(self, i: int) -> bool:
        """`..., says the minister`: who speaks is named behind the verb."""
        if self.words.gaps[i] not in (",", ",”", ',"') or i == self.first:
            return False
        form = self.lexicon.verbs.get((self.words.norms[i],))
        return form is not None and form.verb.object == "clause" and form.finite and i + 1 in self.starts

    def _clause_follows(self, i: int) -> bool:
        """Whether what follows a semicolon has a subject and a verb of its own."""
        end = next((k for k in range(i + 1, self.last) if ";" in self.words.gaps[k]), self.last)
        return any(k in self.candidates and self.candidates[k].form.finite for k in range(i + 1, end)) and any(
            k in self.starts for k in range(i, min(i + 4, end))
        )

    def _after_comma(self, i: int) -> None:
        if self.in_relative:
            self.in_relative = False
            self.part = Part.ACTS if self.main is None or i <= self.main.at else self._object_part()
            return
        if self.words.norms[i] == "capital":
            return
        if self.verb is None:
            self.part = Part.ACTS
        elif self.part in (Part.PLACE, Part.PLACE_SPOKEN_OF, Part.OTHER_TIME) and not (
            self.words.norms[i] == "and" or self._second_place(i)
        ):
            self.part = self._object_part()

    def _second_place(self, i: int) -> bool:
        """`in Tashkent, Uzbekistan`: a place right behind a place."""
        mention = self.starts.get(i)
        return mention is not None and mention.kind in (STATE, PLACE) and self.inside[i - 1 - self.first]

    def _new_subject(self, i: int) -> None:
        """A name right before a finite verb begins a clause of its own, and acts in it."""
        mention = self.starts[i]
        nxt = self.candidates.get(mention.last)
        if self.part is Part.ACTS or (self.verb is None and (nxt is None or nxt is not self.main)):
            return
        if (
            nxt is not None
            and nxt.form.finite
            and mention.kind in (PERSON, OFFICE, STATE, BODY)
            and not mention.adjective
            and (not nxt.form.homograph or mention.kind in (PERSON, OFFICE) or nxt is self.main)
            and not (i > self.first and self.words.norms[i - 1] in _NO_SUBJECT_BEHIND)
        ):
            self.part = Part.ACTS

    def _takes_over(self, candidate: Candidate, i: int) -> bool:
        """A verb governs what follows it. A participle or a later finite verb does so in its turn."""
        if i > self.first and self._is_within_noun_phrase(candidate, i):
            return False
        if candidate.form.verb.lemma == "unlisted" and not (self.main and i == self.main.at):
            return False
        before_main = self.main is not None and i < self.main.at
        if before_main and not candidate.form.participle:
            return False
        if before_main and not candidate.passive and candidate.at + 1 < self.last:
            following = self.words.norms[candidate.at + candidate.length]
            if following not in ("by", "with", "to", "from", "in", "of"):
                return False
        if candidate.form.homograph and not (self.main and i == self.main.at) and not candidate.infinitive:
            previous = self.words.norms[i - 1] if i > self.first else ""
            if previous not in ("and", "or", "then", "also", "who", "which", "to") and not self._follows_name(i):
                return False
        if self.main is None and not candidate.form.participle and not candidate.infinitive:
            return False
        if self.part in _NESTED and self._depends(candidate, i):
            return False
        self.verb = candidate.form.verb
        self.verb_ends = i + candidate.length
        self.part = Part.ACTS if candidate.passive or self._addresses(i + candidate.length) else self._object_part()
        if candidate.infinitive and self.verb.type == "other":
            self.part = Part.SPOKEN_OF
        if candidate.passive and self.verb.object == "clause":
            self.part = Part.SPOKEN_OF
        behind = i + candidate.length
        described = candidate.passive or self.words.norms[behind : behind + 1] in (["of"], ["by"])
        if self.verb.object == "clause" and not described and (self.main is None or i >= self.main.at):
            self._reports_from(behind)
        return True

    def _is_within_noun_phrase(self, candidate: Candidate, i: int) -> bool:
        """`the continued presence`, `code of conduct`: a form of a verb where no verb can stand."""
        before = self.words.norms[i - 1]
        if before in _BEFORE_NOUN:
            return candidate.form.participle and not candidate.passive
        return before in _GOVERNING and not self.words.norms[i].endswith("ing")

    def _reports_from(self, i: int) -> None:
        """What is said begins right behind the verb, or behind the place and occasion where it is said."""
        if i < self.last and self.words.norms[i] in _OCCASION:
            that = next((k for k in range(i, self.last) if self.words.norms[k] == "that"), self.last)
            comma = next((k for k in range(i + 1, self.last) if "," in self.words.gaps[k]), self.last)
            i = min(that, comma) if that - i < 14 or comma < that else i
            self.part = Part.ACTS
        self.reported_at = min(self.reported_at, i)

    def _depends(self, candidate: Candidate, i: int) -> bool:
        """A verb that belongs to what is spoken of (`on a summit to be held in`), not to the sentence."""
        if self.main is None or i <= self.main.at or "," in self.words.gaps[i]:
            return False
        if self.part is Part.OTHER_TIME:
            return True
        previous = self.words.norms[i - 1]
        if previous in ("and", "also", "then", "who") or self._follows_name(i):
            return False
        return candidate.passive or previous in ("be", "been", "being")

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
        if self.verb.lemma in ("welcome", "call") or self._by_wire_or_letter(named.last):
            return True
        if self.verb.lemma == "confirm":
            return behind == "as"
        if self.verb.lemma != "call on":
            return False
        return behind != "to"

    def _by_wire_or_letter(self, i: int) -> bool:
        """Whether `by telephone`, `in a letter` stands right behind word i-1."""
        near = self.words.norms[i : min(i + 3, self.last)]
        return near[:1] in (["by"], ["in"], ["over"]) and not (self.lexicon.words("phone") | _LETTERS).isdisjoint(near)

    def _follows_name(self, i: int) -> bool:
        return any(m.last == i and not m.adjective for m in self.starts.values())

    def _object_part(self) -> Part:
        kind = self.verb.object if self.verb else "with"
        if kind in ("with", "told", "noun"):
            return Part.ACTS
        if kind == "place":
            return Part.PLACE
        return Part.SPOKEN_OF

    def _preposition(self, i: int, norm: str) -> None:
        nxt = self.words.norms[i + 1] if i + 1 < self.last else ""
        if (
            (norm, nxt) in _ALONGSIDE
            or (norm in ("at", "under", "on") and any(n in _ASKED for n in self.words.norms[i + 1 : i + 4]))
            or (norm == "to" and i > self.first and (self.words.norms[i - 1] == "addition"))
        ):
            self.part = Part.ACTS
        elif norm == "with" and (self.part in _NESTED or self.part is Part.PLACE) and self._names_a_bond(i):
            self.part = Part.PLACE_SPOKEN_OF if self.part is Part.PLACE else self.part
        elif norm == "between" and self.verb is not None and self._names_a_bond(i):
            self.part = Part.SPOKEN_OF
        elif norm == "under" and self._names_who_leads(i):
            self.part = Part.ACTS
        elif norm == "that" and self.verb is not None and self.words.norms[i - 1] not in ("of", "in", "to"):
            if nxt not in ("day", "month", "year", "time", "same", "night", "evening", "afternoon", "morning"):
                self.reported_at = i + 1
            self.part = Part.SPOKEN_OF
        elif norm in _TOGETHER:
            if norm != "including" and not (norm == "by" and self.part in _NESTED and not self._done_by(i)):
                self.part = Part.ACTS
        elif norm == "in" and self.words.norms[i + 1 : i + 3] == ["the", "chair"]:
            return
        elif norm in _PLACE:
            self.part = Part.PLACE if norm == "during" else _NESTED.get(self.part, Part.PLACE)
        elif norm == "to":
            if self.words.norms[i - 1] != "according" or i == self.first:
                self._to(i, nxt)
        elif norm == "before" and self._names_hearers(i):
            self.part = Part.ACTS
        elif norm == "from":
            if self.verb is not None:
                self.part = Part.ACTS if self.verb.object == "with" else Part.SPOKEN_OF
        elif norm == "for" and self.verb is not None and self.verb.object == "place":
            self.part = Part.PLACE
        elif norm == "for" and i > self.first and self.words.norms[i - 1] in _GIVEN_FOR:
            self.part = Part.ACTS
        elif norm in _TIME:
            self.part = Part.OTHER_TIME
        elif norm in _TOPIC and not nxt[:1].isdigit() and not (norm == "on" and nxt[:3] in _MONTHS):
            self.part = Part.SPOKEN_OF

    def _names_who_leads(self, i: int) -> bool:
        """`A mission under Marzuki Darusman calls for`, `meet under FM Hor Namhong`: whoever leads those who act."""
        if self.verb is not None and self.verb.type not in ("meeting", "ceremony", "exercise", "agreement"):
            return False
        leader = self.starts.get(i + 1)
        return leader is not None and leader.kind in (PERSON, OFFICE)

    def _names_hearers(self, i: int) -> bool:
        """`testifies before the Senate committee`: a body that listens, not a time."""
        listening = {BODY, UNKNOWN} if self.verb is not None and self.verb.type == "statement" else {BODY}
        ahead = (self.starts.get(k) for k in (i + 1, i + 2))
        return self.verb is not None and any(m is not None and m.kind in listening for m in ahead)

    def _done_by(self, i: int) -> bool:
        """`chaired by`: who does what the word before says, not whose visit is spoken of."""
        form = self.lexicon.verbs.get((self.words.norms[i - 1],)) if i > self.first else None
        return form is not None and form.participle

    def _names_a_bond(self, i: int) -> bool:
        """`cooperation with China`: what is spoken of, not who is spoken with as in `in cooperation with`."""
        if i < self.first + 2 or self.words.norms[i - 2] == "in":
            return False
        return self.words.norms[i - 1] in self.lexicon.words("bond")

    def _to(self, i: int, nxt: str) -> None:
        form = self.lexicon.verbs.get((nxt,))
        if form is not None and form.verb.lemma == nxt and i + 1 not in self.starts:
            return
        if self.verb is None:
            if i > self.first and self.words.norms[i - 1] in _REFERRING:
                self.part = Part.OTHER_TIME
        elif self.verb.object == "place":
            self.part = Part.PLACE
        elif self._in_writing(i):
            self.part = Part.ACTS
        elif not self.lexicon.words("towards").isdisjoint(self.words.norms[max(self.first, i - 5) : i]):
            self.part = Part.SPOKEN_OF
        elif self.verb.lemma in _GIVEN_TO or self.verb.by == "host" or self.verb.type in ("message", "aid"):
            self.part = Part.ACTS
        else:
            self.part = Part.SPOKEN_OF

    def _in_writing(self, i: int) -> bool:
        """`in a letter to`: who is written to; not whom a letter that somebody carries is for."""
        before = self.words.norms[max(self.first, i - 4) : i]
        return "in" in before and not _LETTERS.isdisjoint(before)

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
