"""What stands round a word of a sentence: who is named there, which verb, where a clause of its own begins."""

from itertools import pairwise

from chronicle.extracting.eventtypes import FACE_TO_FACE
from chronicle.extracting.functionwords import ARTICLES, BE, COMMON_PREPOSITIONS, DURING, RELATIVE_PRONOUNS
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, Mention
from chronicle.extracting.sentence import Sentence, is_adverb
from chronicle.extracting.verbforms import Candidate
from chronicle.model import EventType

AUXILIARIES = frozenset("would will could can may might must should has had have".split())
_SUBORDINATE = frozenset("after before since until when once because if what how whether that".split())
_BEFORE_NOUN = frozenset("the a an 's its his her their this that two".split())
_BEFORE_WHICH = COMMON_PREPOSITIONS | {"to", "by", "through"}
_NO_SUBJECT_BEHIND = _SUBORDINATE | COMMON_PREPOSITIONS | {"to", "through", "by", "via"}
_ACTING = frozenset("that he she it they who which not".split())
_BEFORE_NAME = ARTICLES | {"his", "her", "their"}
_LONGEST_ROW = 40  # names joined by commas and `and`
_LONGEST_SAID = 40  # words of what is said before the occasion
_LONGEST_SPEECH = 6  # words of `a nationally televised speech to`
_LONGEST_MEETING = 8  # words of `at a breakfast meeting in Tokyo with`
_NEAR_DOING = 5  # words of `raising the alarm and`
_SHORTEST = 3  # letters of a word such as `was`, which is no plural
_ADDING = frozenset({"and", "but", "while"})
_MEANWHILE = frozenset({"while", "and"})
_NEXT = frozenset({"and", "then"})
_JOINTLY = frozenset({"along", "jointly", "together"})
_ROUND_SUBJECT = frozenset("by with to from in of".split())


class Surroundings:
    """One sentence, words first..last-1, whatever was read of it before.

    `starts` are its mentions by their first word, `ends` by the word behind them; `candidates` is what can be a verb,
    by where it stands, and `main` its main verb; `named` is whether a word, counted from `first`, lies in a mention.
    """

    def __init__(
        self, sentence: Sentence, named: list[bool], candidates: list[Candidate], main: Candidate | None
    ) -> None:
        self.words, self.norms, self.gaps = sentence.words, sentence.norms, sentence.gaps
        self.lexicon, self.starts, self.ends = sentence.lexicon, sentence.starts, sentence.ends
        self.named, self.first, self.last = named, sentence.first, sentence.last
        self.candidates, self.main = {c.at: c for c in candidates}, main

    # --- marks and words

    def comma_behind(self, i: int) -> int:
        """The first word behind word i that a comma stands before; the end if there is none."""
        return next((k for k in range(i + 1, self.last) if "," in self.gaps[k]), self.last)

    def is_governed(self, i: int) -> bool:
        """Whether a preposition or a conjunction stands before word i, past an article."""
        k = i - 1 - (i > self.first + 1 and self.norms[i - 1] == "the")
        return i > self.first and self.norms[k] in _NO_SUBJECT_BEHIND

    def is_charge(self, i: int) -> bool:
        """`accused of smuggling drugs from China`: what somebody is said to do."""
        return self.norms[i].endswith("ing") and self.norms[i - 1] in COMMON_PREPOSITIONS

    def goes_on_doing(self, i: int) -> bool:
        """`a ban on mining and drilling in the strait`, `by raising the alarm and holding drills`, behind its `and`."""
        if not self.norms[i].endswith("ing") or self.norms[i - 1] != "and":
            return False
        near = range(max(self.first + 1, i - _NEAR_DOING), i - 1)
        led = (k for k in near if k == i - 2 or self.is_charge(k) or self.norms[k - 1] == "by")
        return any(self.norms[k].endswith("ing") for k in led)

    def follows_noun(self, i: int) -> bool:
        """`firms selling arms`, at its `selling`: right behind a noun in the plural."""
        norm = self.norms[i - 1]
        return i > self.first and norm.endswith("s") and (norm,) not in self.lexicon.verbs and len(norm) > _SHORTEST

    # --- who is named

    def follows_name(self, i: int) -> bool:
        named = self.ends.get(i)
        return named is not None and not named.adjective

    def in_row(self, i: int) -> bool:
        """`that will take in Indonesia, Singapore, and Brunei`: a further state of a row."""
        state = self.starts.get(i + (self.norms[i] == "and"))
        if state is None or state.kind != STATE or not self.named[i - 1 - self.first]:
            return False
        verb = self.candidates.get(state.last)
        return verb is None or not verb.form.finite

    def end_of_list(self, mention: Mention) -> Mention:
        """The last of those named in a row: `while India and Pakistan took part`, `In a call Jiang and Bush agree`."""
        opening = self.main is not None and mention.first < self.main.at and mention.kind == PERSON
        meanwhile = mention.first > self.first and self.norms[mention.first - 1] in _MEANWHILE
        if not (opening or (meanwhile and mention.kind == STATE)):
            return mention
        kind = mention.kind
        for _ in range(_LONGEST_ROW):
            if mention.last + 1 >= self.last:
                break
            at = mention.last + (self.norms[mention.last] == "and")
            following = self.starts.get(at)
            if following is None or following.kind != kind or self.gaps[mention.last] not in (" ", ","):
                break
            mention = following
        return mention

    def past_its_state(self, mention: Mention) -> int:
        """The word behind a name, past its state: `President Zorva of Kenya announces`."""
        state = self.starts.get(mention.last + 1)
        of_state = mention.titled and state is not None and state.kind == STATE
        return state.last if of_state and state and self.norms[mention.last] == "of" else mention.last

    def names_second_place(self, i: int) -> bool:
        """`in Tashkent, Uzbekistan`: a place right behind a place; not `At talks in Seoul, Japan is told`."""
        mention = self.starts.get(i)
        if mention is None or mention.kind not in (STATE, PLACE) or not self.named[i - 1 - self.first]:
            return False
        if not BE.isdisjoint(self.norms[mention.last : mention.last + 1]):
            return False
        verb = self.candidates.get(mention.last)
        return verb is None or self.main is None or not verb.form.finite or verb.form.homograph

    def names_town_alone(self, i: int) -> bool:
        """`First EU-China Summit, London, attended by`: a city alone between commas, where no verb stands."""
        mention = self.starts.get(i)
        if self.main is not None or mention is None or mention.adjective or "," not in self.gaps[i]:
            return False
        if not mention.core.has(Sort.CAPITAL, Sort.PLACE) or (mention.core.has(Sort.STATE) and self._follows_state(i)):
            return False  # not `attended by China, Japan, and Russia`
        return mention.last >= self.last or self.gaps[mention.last] != " "

    def _follows_state(self, i: int) -> bool:
        named = self.ends.get(i)
        return named is not None and named.kind == STATE

    def past_place(self, i: int) -> int:
        """`announces in Yangon an aid program`: past the place that a preposition at word i governs."""
        place = self.starts.get(i + 1)
        named = place is not None and place.kind in (PLACE, STATE) and self.norms[i] in ("in", "at")
        return place.last if place is not None and named else i

    # --- who speaks

    def begins_another_speaker(self, i: int) -> bool:
        """`announces that ..., and Secretary Blinken says`, at its `and`: a further speaker."""
        speaker = self.starts.get(i + 1)
        if self.norms[i] not in _ADDING or speaker is None or not speaker.titled:
            return False
        k = speaker.last
        k += k < self.last and is_adverb(self.words, k)
        says = self.candidates.get(k)
        return says is not None and says.form.third and says.form.verb.type == "statement"

    def speaker_beside(self, i: int) -> Mention | None:
        """`announces with Prime Minister Gillard that`: who speaks beside the subject, told at word i."""
        beside = next((k for k in (i, i + 1) if k + 1 < self.last and self.norms[k] == "with"), None)
        if beside is None or (beside > i and self.norms[i] not in _JOINTLY):
            return None
        speaker = self.starts.get(beside + 1)
        return speaker if speaker is not None and speaker.kind in (PERSON, OFFICE) else None

    def names_speaker_behind(self, i: int) -> bool:
        """`..., says the minister`, at its verb: who speaks is named behind it."""
        if self.gaps[i] not in (",", ",”", ',"'):
            return False
        form, speaker = self.lexicon.verbs.get((self.norms[i],)), self.starts.get(i + 1)
        if form is None or form.verb.object != "clause" or not form.finite or speaker is None:
            return False
        return not self._does_what_is_said(speaker)

    def _does_what_is_said(self, mention: Mention) -> bool:
        """`..., says Seoul should`: who is named behind the verb does what is said, and says nothing."""
        if mention.last >= self.last:
            return False
        verb = self.candidates.get(mention.last)
        return self.norms[mention.last] in AUXILIARIES or (verb is not None and verb.form.finite)

    def is_speaker_at_end(self, i: int) -> bool:
        """`..., Lavrov says`: the speaker named behind what is said."""
        mention = self.starts.get(i)
        if mention is None or "," not in self.gaps[i] or mention.last >= self.last:
            return False
        says = self.lexicon.verbs.get((self.norms[mention.last],))
        if says is None or says.verb.type != "statement" or self.gaps[mention.last] not in (" ", ","):
            return False
        return mention.last + 1 >= self.last or self.gaps[mention.last + 1] != " "

    # --- where a clause begins

    def clause_follows(self, i: int) -> bool:
        """Whether what follows a semicolon has a subject and a verb of its own."""
        end = next((k for k in range(i + 1, self.last) if ";" in self.gaps[k]), self.last)
        return any(k in self.candidates and self.candidates[k].form.finite for k in range(i + 1, end)) and any(
            k in self.starts for k in range(i, min(i + 4, end))
        )

    def opens_occasion(self, i: int, said_at: int) -> bool:
        """`stresses the need for care in a meeting with Okada`, at its `in`; not `says that he will go in talks with`.

        So does a speech to somebody. What is said before it is a noun with what belongs to it.
        """
        if self.norms[i] not in DURING or i - said_at > _LONGEST_SAID:
            return False
        return (self._opens_meeting(i) or self._opens_speech(i)) and not self._tells_act(said_at, i)

    def _opens_meeting(self, i: int) -> bool:
        """`in a breakfast meeting in Tokyo with Okada`."""
        ahead = self.norms[i + 1 : i + _LONGEST_MEETING]
        if "with" not in ahead:
            return False
        before, at = ahead[: ahead.index("with")], i + 1 + ahead.index("with")
        behind = [before[k + 1 :] for k, norm in enumerate(before) if self._is_meeting(norm)]
        if not behind or behind[-1][:1] not in ([], ["in"], ["at"]):
            return False
        met = self._named_at(at + 1)
        parted = any("," in gap for gap in self.gaps[i + 1 : at + 1])
        return met is not None and met.kind in (PERSON, OFFICE) and not parted

    def _opens_speech(self, i: int) -> bool:
        """`in a televised speech to the assembly`."""
        ahead = self.norms[i + 1 : i + _LONGEST_SPEECH]
        at = next((k for k, norm in enumerate(ahead[:-1]) if k and norm in self.lexicon.spoken), None)
        if at is None or ahead[0] not in _BEFORE_NAME or ahead[at + 1] not in ("to", "before"):
            return False
        return self._named_at(i + at + 3) is not None

    def _named_at(self, i: int) -> Mention | None:
        """Who is named at word i, or behind an article there."""
        behind_article = i < self.last and self.norms[i] in _BEFORE_NAME
        return self.starts.get(i + behind_article)

    def _is_meeting(self, norm: str) -> bool:
        return self.lexicon.nouns.get((norm,)) == EventType.MEETING

    def _tells_act(self, first: int, last: int) -> bool:
        """Whether words first..last-1 tell what somebody does or is to do."""
        said = self.norms[first - 1 : last]
        if not (_ACTING | AUXILIARIES | BE).isdisjoint(said):
            return True
        return any(one == "to" and (two,) in self.lexicon.verbs for one, two in pairwise(said))

    def is_last_clause(self, i: int) -> bool:
        """Whether nothing finite stands behind word i, and no verb waits before it."""
        waits = self.norms[i - 1] in AUXILIARIES or self.norms[i - 1] == "that"
        return not waits and not any(at > i and c.form.finite for at, c in self.candidates.items())

    def somebody_is_there(self, i: int) -> bool:
        """`visits Wonsan, where Adm. Tian is received`; not `Camp Zama, where Gen. Wright commands`."""
        mention = self.starts.get(i + 1)
        if mention is None or mention.kind != PERSON:
            return False
        does = next((c for at, c in sorted(self.candidates.items()) if at >= mention.last and c.form.finite), None)
        return does is not None and (does.passive or not does.form.past) and does.form.verb.type in FACE_TO_FACE

    def tells_who_chairs(self, i: int) -> bool:
        """`joins a conference that Abe chairs`, at its `that`."""
        who = self.starts.get(i + 1)
        if who is None or who.kind not in (PERSON, OFFICE):
            return False
        does = self.candidates.get(who.last)
        return self._is_behind_meeting(i) and does is not None and does.form.verb.type == "meeting"

    def tells_who_receives(self, i: int) -> bool:
        """`visits Lisbon, who is received by the president`, `a meeting that was chaired by Abe`, at its `who`."""
        if self.norms[i] not in RELATIVE_PRONOUNS or not (self.main is None or self._is_behind_meeting(i)):
            return False
        if "," not in self.gaps[i] and (i in self.ends or self.norms[i] == "who"):
            return False  # `meets an envoy who was received by`
        does = self.candidates.get(i + 2)
        by = does is not None and self.norms[does.at + does.length : does.at + does.length + 1] == ["by"]
        return does is not None and by and self.norms[i + 1] in BE and does.form.verb.type == "meeting"

    def tells_who_is_met(self, i: int) -> bool:
        """`arrives in Kobe, led by Choe, who meets Machimura`, at its `who`: an act of the journey."""
        meets, journey = self.candidates.get(i + 1), self.main is not None and self.main.form.verb.type == "visit"
        now = meets is not None and meets.form.third and meets.form.verb.type == "meeting"
        return self.norms[i] == "who" and "," in self.gaps[i] and journey and now

    def _is_behind_meeting(self, i: int) -> bool:
        """Whether the main verb stands before word i and is one of coming together, or of whatever its noun tells."""
        if self.main is None or i <= self.main.at:
            return False
        return self.main.form.verb.type in FACE_TO_FACE or self.main.form.verb.object == "noun"

    def relates(self, i: int) -> bool:
        """`those which`, `the vote which brought`; not `in which the minister`."""
        verb = self.candidates.get(i + 1)
        return self.norms[i - 1] in _BEFORE_WHICH or (verb is not None and verb.form.finite)

    # --- what a further verb is

    def is_next_act(self, i: int) -> bool:
        """`says that ..., then flies to Jeju`: the next act of whoever spoke."""
        verb = self.candidates.get(i)
        return verb is not None and verb.form.third and self.main is not None and self.main.form.third

    def resumes_present(self, i: int) -> bool:
        """`condemns the missile that flew by and speaks with`: behind a past tense, the present of the main verb."""
        verb = self.candidates.get(i)
        if verb is None or self.main is None or i <= self.main.at or self.norms[i - 1] not in _NEXT:
            return False
        told = [c for at, c in self.candidates.items() if self.main.at < at < i and c.form.finite]
        return verb.form.third and self.main.form.third and bool(told) and all(c.form.past for c in told)

    def resumes_main(self, i: int) -> bool:
        """`the bombing in which 200 were killed is marked`, at its `is`: behind a relative clause, the main verb."""
        if self.main is None:
            return False
        return i == self.main.at or (i + 1 == self.main.at and self.norms[i] in BE)

    def resumes_behind_time(self, candidate: Candidate) -> bool:
        """`travels to Jakarta ahead of the summit and meets`: the next act, in the tense of the main verb."""
        if self.main is None or self.norms[candidate.at - 1] not in _NEXT:
            return False
        between = (c.form for at, c in self.candidates.items() if self.main.at < at < candidate.at)
        if any(form.finite and not form.homograph for form in between):
            return False
        mine, its = candidate.form, self.main.form
        return (mine.third and its.third) or (mine.past and mine.finite and its.past and not self.main.passive)

    def describes_subject(self, candidate: Candidate) -> bool:
        """Before the main verb: `the meeting attended by`, `officials invited to`, `Rice, visiting Malaysia, says`."""
        if not candidate.form.participle:
            return False
        if candidate.form.verb.object == "place" and "," in self.gaps[candidate.at]:
            return True
        if candidate.passive or candidate.at + 1 >= self.last:
            return True
        return self.norms[candidate.at + candidate.length] in _ROUND_SUBJECT

    def is_within_noun_phrase(self, candidate: Candidate) -> bool:
        """`the continued presence`, `code of conduct`: a form of a verb where no verb can stand."""
        i, guest = candidate.at, self.starts.get(candidate.at + 1)
        if i == self.first or self.named[i - 1 - self.first]:
            return False
        if self.norms[i] == "visiting" and guest is not None and (guest.adjective or guest.titled):
            return self.main is not None and i == self.main.at + 1  # `meets visiting Japanese lawmakers`
        before = self.norms[i - 1]
        if before in _BEFORE_NOUN or before in self.lexicon.words("number"):
            return candidate.form.participle and not candidate.passive
        if before.endswith("ly") and i + 1 in self.starts and self.norms[i - 2] in COMMON_PREPOSITIONS:
            return candidate.form.participle  # `with newly confirmed Secretary Kerry`
        return before in COMMON_PREPOSITIONS and not self.norms[i].endswith("ing")

    def meets_somebody(self, i: int) -> bool:
        """`visits Tokyo, meeting Prime Minister Abe`: a participle behind a comma, and right behind it whom."""
        whom = self.starts.get(i + 1)
        doing = self.norms[i].endswith("ing") and "," in self.gaps[i]
        return doing and whom is not None and whom.kind in (PERSON, OFFICE)
