"""Which word of a sentence is its main verb."""

from collections.abc import Iterator

from chronicle.extracting.certainty import certainty, governs_infinitive
from chronicle.extracting.functionwords import NOUN_NEXT, PREPOSITIONS, PRONOUNS, RELATIVE
from chronicle.extracting.mention import BODY, OFFICE, PERSON, PLACE, STATE, UNKNOWN
from chronicle.extracting.sentence import Left, Sentence, aside_at, before
from chronicle.extracting.verbforms import Candidate, unknown_participle, with_unknown_verbs

_SUBORDINATE = frozenset(
    "after before while when as since although though because if once until shortly hours days weeks less half".split()
)
_SINCE = frozenset("since when after before while because although".split())
_BREAKS = frozenset(
    "that after as while when because if before since until unless whether how but so where who which although".split()
)
_EVENTS = frozenset({"meeting", "visit", "exercise"})
_OF_EVENT = frozenset("by of to between with".split())
_OF_PAPER = (["on"], ["about"], ["of"])
_FAR_LED = 3  # words from `be` to its participle
_FEW_ADJECTIVES = 4  # words between a preposition and the noun it governs
_LONGEST_EVENT = 5  # words with which an event's noun may begin
_WHEN = frozenset("after before during in at on following".split())
_DECIDED = frozenset({"politics", "sanction", "agreement"})
_SPEAKING = frozenset({"clause", "told"})


def main_verb(sentence: Sentence, candidates: list[Candidate]) -> Candidate | None:
    """The first finite verb of the main clause; `be` and `have` give way to what follows them."""
    return _Choice(sentence, with_unknown_verbs(sentence, candidates)).main_verb()


class _Choice:
    """The choice among all that can be a verb in a sentence."""

    def __init__(self, sentence: Sentence, candidates: list[Candidate]) -> None:
        self.sentence, self.candidates = sentence, candidates
        self.norms, self.gaps, self.starts, self.ends = sentence.norms, sentence.gaps, sentence.starts, sentence.ends
        self.first, self.last = sentence.first, sentence.last

    def main_verb(self) -> Candidate | None:
        main = self._first_verb() or self._bare_participle() or self._done_by_a_body()
        return main and (self._speaking_behind(main) or self._led_by(main))

    def _first_verb(self) -> Candidate | None:
        """The first sure verb, unless it is a noun before a verb of the same clause, or a doubtful one is a verb."""
        usable: list[tuple[Candidate, bool]] = []
        for candidate, certain in self._of_main_clause():
            usable.append((candidate, certain))
            plain = (
                certain and len(usable) == 1 and not (_may_be_noun(candidate) or self._stands_before_verb(candidate))
            )
            if plain and not self._follows_since(candidate):
                return candidate
        for k, (candidate, certain) in enumerate(usable):
            if self._in_apposed_clause(candidate, usable[k + 1 :]):
                continue
            if not self._is_noun(candidate, certain, usable[k + 1 :]):
                return candidate
        return None

    def _bare_participle(self) -> Candidate | None:
        """`Abe chosen president of the party`, as headlines leave out the auxiliary: right behind a person."""
        at_first = next((c for c in self.candidates if c.at > self.first), None)
        who = self.ends.get(at_first.at) if at_first is not None else None
        if at_first is None or who is None or who.kind not in (PERSON, OFFICE) or who.adjective:
            return None
        done = at_first.form.participle and not (at_first.form.finite or self.norms[at_first.at].endswith("ing"))
        return at_first._replace(passive=True) if done and self.gaps[at_first.at] == " " else None

    def _done_by_a_body(self) -> Candidate | None:
        """`Guidelines enacted by the Diet`: the first participle of what one decides, with no finite verb."""
        for candidate in self.candidates:
            behind = candidate.at + candidate.length
            doer = behind + 1 + (self.norms[behind + 1 : behind + 2] == ["the"])
            by_body = self.norms[behind : behind + 1] == ["by"] and doer in self.starts
            if by_body and candidate.form.participle and candidate.form.verb.type in _DECIDED:
                return candidate._replace(passive=True)
        return None

    def _in_apposed_clause(self, candidate: Candidate, later: list[tuple[Candidate, bool]]) -> bool:
        """`Abe, the first leader to visit since it was bombed, lays a wreath`: between commas, before a sure verb."""
        if not self._follows_since(candidate):
            return False
        comma = self.sentence.next_comma(candidate.at + 1)
        return any(sure and comma <= following.at for following, sure in later)

    def _follows_since(self, candidate: Candidate) -> bool:
        """Whether a word such as `since` opens a clause between the last comma and the verb."""
        comma = max((i for i in range(self.first + 1, candidate.at) if "," in self.gaps[i]), default=candidate.at)
        return any(self.norms[i] in _SINCE for i in range(comma, candidate.at))

    # --- which verbs belong to the main clause

    def _of_main_clause(self) -> Iterator[tuple[Candidate, bool]]:
        """The finite verbs outside relative clauses and opening clauses, and whether each is surely a verb."""
        opening, begun = self._opening_ends(), False
        at, skip_to, owed = self.first, self.first, False
        for candidate in self.candidates:
            skip_to, owed = self._relatives(at, candidate.at, skip_to, owed)
            at = candidate.at + candidate.length
            if candidate.at < skip_to or candidate.at < opening or self._in_aside(candidate.at):
                owed = False
                continue
            sure = certainty(self.sentence, candidate)
            if sure == 0:
                continue
            if owed or (not begun and self._continues_relative(candidate, skip_to)):
                owed = False
                skip_to = max(skip_to, at)
                continue
            begun = True
            yield candidate, sure == 2

    def _in_aside(self, at: int) -> bool:
        """`the committee (also called the 2+2) issues`."""
        return aside_at(self.sentence.words, at, self.first) is not None

    def _relatives(self, start: int, end: int, skip_to: int, owed: bool) -> tuple[int, bool]:
        """What is skipped for the relative pronouns between two verbs: up to a comma, or one verb that is owed."""
        for i in range(start, end):
            norm = self.norms[i]
            if norm in RELATIVE and i > self.first and (i not in self.ends or i not in self.starts):
                if "," in self.gaps[i] or "(" in self.gaps[i]:
                    skip_to = max(skip_to, self.sentence.next_comma(i + 1))
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
        return candidate.at <= skip_to + 1 and self.sentence.left(candidate.at) in (Left.BE, Left.HAVE, Left.MODAL)

    def _opening_ends(self) -> int:
        """Where an opening such as `Asked by ...,` or `Hours before ...,` ends, if a main clause follows it."""
        if not self._opens_with_clause():
            return self.first
        likely = {c.at: certainty(self.sentence, c) for c in self.candidates}
        sure = self._comma_before_verb([at for at, how in likely.items() if how > 1])
        past = (c.at for c in self.candidates if c.form.past and likely[c.at] and c.at in self.ends)
        return sure or self._comma_before_verb(list(past)) or self.first

    def _comma_before_verb(self, verbs: list[int]) -> int | None:
        """The first comma behind which one of these verbs stands, outside a relative clause, before the next."""
        comma = self.sentence.next_comma(self.first + 1)
        while comma < self.last:
            end = self.sentence.next_comma(comma + 1)
            if any(comma <= at < end and not self._in_subordinate(comma, at) for at in verbs):
                return comma
            comma = end
        return None

    def _opens_with_clause(self) -> bool:
        norm = self.norms[self.first]
        if norm in _SUBORDINATE or self._counts_from() or "than" in self.norms[self.first + 1 : self.first + 3]:
            return True
        if self.candidates and self.candidates[0].at == self.first:
            return self.candidates[0].form.participle and not self._describes_subject()
        return norm.endswith("ing") and self.first not in self.starts

    def _describes_subject(self) -> bool:
        """`Armed Serbs killed`: the participle at the head describes who is named behind it, right before a verb."""
        subject = self.starts.get(self.first + 1)
        behind = (c for c in self.candidates if subject is not None and c.at == subject.last)
        return any(certainty(self.sentence, c) > 1 for c in behind)

    def _counts_from(self) -> bool:
        """`Seventy-five years after the war came to its end, ...`."""
        opening = self.norms[self.first : self.first + 5]
        spans = self.sentence.lexicon.words("timespan")
        counted = next((k for k, norm in enumerate(opening) if norm in spans), None)
        return counted is not None and opening[counted + 1 : counted + 2] in (["after"], ["before"], ["since"])

    def _in_subordinate(self, start: int, end: int) -> bool:
        return any(self.norms[i] in RELATIVE for i in range(start, end))

    # --- nouns that look like verbs

    def _is_noun(self, candidate: Candidate, certain: bool, later: list[tuple[Candidate, bool]]) -> bool:
        """`US-China talks on trade end`: a form is no verb if a verb of the same clause follows."""
        if self._is_of_survey(candidate) or self._heads_a_list(candidate, later):
            return False
        if self._stands_before_verb(candidate):
            return True
        later = [pair for pair in later if not self._describes_object(candidate, pair[0])]
        if certain:
            if not _may_be_noun(candidate) or self._follows_person(candidate) or self._leads_to_place(candidate):
                return False
            if governs_infinitive(self.sentence, candidate):
                return False  # `The Upper House votes to pass the bill, and its members go home`
            rivals = [c for c, sure in later if sure and not c.form.homograph and not c.form.past]
            return bool(rivals) and not self._new_clause_between(candidate.at + candidate.length, rivals[0].at)
        if later and self._is_subject_of(candidate, later[0][0]):
            return True
        if self._is_in_apposition(candidate, later) or self._is_one_of_two(candidate, later):
            return True
        plain = candidate.form.homograph and self.norms[candidate.at - 1].isalpha() and candidate.at not in self.ends
        rivals = [c for c, sure in later if sure or (plain and c.at in self.ends and not self._is_governed(c.at))]
        if not rivals and (self._is_of_an_event(candidate) or self._is_a_topic(candidate)):
            return True
        if not rivals:
            return candidate.form.homograph and self.sentence.left(candidate.at) not in (Left.SUBJECT, Left.COMMA)
        return not self._new_clause_between(candidate.at + candidate.length, rivals[0].at)

    def _heads_a_list(self, candidate: Candidate, later: list[tuple[Candidate, bool]]) -> bool:
        """`Mayor Lee journeys to Tokyo, sees Mori`: right behind a person, before a verb that a comma parts off."""
        who = self.ends.get(candidate.at)
        beside = who is not None and who.kind in (PERSON, OFFICE) and self.gaps[candidate.at] == " "
        if who is None or not beside or who.adjective or not later:
            return False
        following, sure = later[0]
        return sure and "," in self.gaps[following.at] and not following.form.past

    def _stands_before_verb(self, candidate: Candidate) -> bool:
        """`ministers of the twelve states meet`: a plural noun right before a form that is nothing but a verb."""
        who = self.ends.get(candidate.at)
        by_person = who is not None and who.kind in (PERSON, OFFICE)
        if by_person or not (candidate.form.noun and candidate.form.third):
            return False
        behind = candidate.at + candidate.length
        following = next((c for c in self.candidates if c.at == behind), None)
        plain = following is not None and following.form.finite and not (following.form.third or following.form.past)
        return plain and following is not None and not (following.form.noun or following.form.homograph)

    def _describes_object(self, candidate: Candidate, other: Candidate) -> bool:
        """`The court convicts alleged members`, at `alleged`: a word between the verb and its object."""
        adjacent = other.at == candidate.at + candidate.length and self.gaps[other.at] == " "
        reputed = self.norms[other.at] in self.sentence.lexicon.words("reputed")
        return adjacent and reputed and candidate.form.third and other.form.past

    def _is_of_survey(self, candidate: Candidate) -> bool:
        """`A poll taken in May finds most people approve of the Cabinet`: what it finds is told behind."""
        asked = self.sentence.lexicon.words("polled")
        found = candidate.form.third and candidate.form.verb.lemma in self.sentence.lexicon.words("finding")
        return found and not asked.isdisjoint(self.norms[self.first : candidate.at])

    def _is_one_of_two(self, candidate: Candidate, later: list[tuple[Candidate, bool]]) -> bool:
        """`Naval ships and Chinese vessels collide`: before `and` and another noun, and before a verb."""
        behind = candidate.at + candidate.length
        if not later or not candidate.form.homograph or self.norms[behind : behind + 1] != ["and"]:
            return False
        subject = self.ends.get(candidate.at)
        if subject is not None and not subject.adjective:
            return False  # `India tests and Pakistan protests`
        return self.gaps[behind] == " " and all(verb.at != behind + 1 for verb, _ in later)

    def _is_of_an_event(self, candidate: Candidate) -> bool:
        """`Speech by the premier proposing regular talks`, `Second round of talks`: named within an event's noun."""
        lexicon, norms = self.sentence.lexicon, self.norms
        if lexicon.nouns.get((norms[candidate.at],)) not in _EVENTS or candidate.at in self.ends:
            return False
        opening = range(self.first, min(self.first + _LONGEST_EVENT, candidate.at - 1))
        return any((norms[i],) in lexicon.nouns and norms[i + 1] in _OF_EVENT for i in opening)

    def _is_a_topic(self, candidate: Candidate) -> bool:
        """`Consultations on bilateral issues and aid`: behind a preposition and adjectives, without an object."""
        at, behind = candidate.at, candidate.at + candidate.length
        if (
            not (candidate.form.noun and candidate.form.third)
            or at in self.ends
            or self.sentence.object_follows(behind)
        ):
            return False
        i = at - 1
        while i > at - _FEW_ADJECTIVES and i > self.first and self.norms[i] not in PREPOSITIONS and self._is_plain(i):
            i -= 1
        return i < at - 1 and self.norms[i] in PREPOSITIONS

    def _is_plain(self, i: int) -> bool:
        """A word in small letters, of no name, that opens no noun phrase."""
        word = self.sentence.words.forms[i]
        return word.islower() and i not in self.starts and i + 1 not in self.ends and self.norms[i] not in NOUN_NEXT

    def _is_governed(self, i: int) -> bool:
        """`during PLA drills`: whether a preposition stands before the name that ends before word i."""
        named = self.ends[i].first
        return named > self.first and self.norms[named - 1] in PREPOSITIONS

    def _follows_person(self, candidate: Candidate) -> bool:
        """`Avril Haines visits Seoul`: a person's name describes no noun behind it."""
        mention = self.ends.get(candidate.at)
        if mention is None or mention.kind not in (PERSON, OFFICE) or mention.adjective:
            return False
        return candidate.form.third and self.sentence.object_follows(candidate.at + candidate.length)

    def _leads_to_place(self, candidate: Candidate) -> bool:
        """`Keidanren visits Beijing, meets Tang`: right between a body and a place; the noun would need `to`."""
        named, behind = self.ends.get(candidate.at), self.starts.get(candidate.at + candidate.length)
        if named is None or named.kind != BODY or not candidate.form.third or behind is None:
            return False
        return behind.kind in (STATE, PLACE) and not behind.adjective

    def _is_in_apposition(self, candidate: Candidate, later: list[tuple[Candidate, bool]]) -> bool:
        """`Song Yongyi, a librarian held since August, is arrested`: between two commas, before another verb."""
        behind_comma = self.sentence.left(candidate.at) is Left.COMMA
        if not (candidate.form.participle and (candidate.form.past or behind_comma)):
            return False
        opened = any("," in self.gaps[i] for i in range(self.first + 1, candidate.at + 1))
        closing = self.sentence.next_comma(candidate.at + 1)
        if not opened or self.norms[closing : closing + 1] == ["and"]:
            return False
        following = (verb.at for verb, _ in later if closing <= verb.at <= closing + 2)
        return any(not self.sentence.has_own_subject(closing - 1, at) for at in following)

    def _is_subject_of(self, candidate: Candidate, following: Candidate) -> bool:
        """`ships fire`, `talks resume`: a plural noun right before its verb."""
        adjacent = following.at == candidate.at + candidate.length and candidate.form.noun
        named = self.ends.get(candidate.at)
        small = named is not None and self.sentence.words.forms[named.last - 1].islower()  # `coast guard ships fire`
        if named is not None and named.kind == BODY and following.form.noun and not small:
            return False  # `The Security Council bans trade`
        if self._resumes_subject(candidate.at) or self._is_paper(following):
            return False
        return adjacent and candidate.form.third and not following.form.third

    def _is_paper(self, candidate: Candidate) -> bool:
        """`The panel issues report on aid`: what is published, without its article."""
        published = self.norms[candidate.at] in self.sentence.lexicon.words("published")
        return published and self.norms[candidate.at + 1 : candidate.at + 2] in _OF_PAPER

    def _resumes_subject(self, at: int) -> bool:
        """`The Council, voting for the text, bans trade`: behind the comma that closes what describes the subject."""
        opens = self.sentence.next_comma(self.first + 1)
        subject = self.ends.get(opens)
        heads = subject is not None and self.norms[self.first : subject.first] in ([], ["the"])
        return heads and opens < at and "," in self.gaps[at]

    def _new_clause_between(self, start: int, at: int) -> bool:
        if self.norms[at - 1] in ("and", "or", "but", "then") or ";" in self.gaps[at]:
            return True
        for i in range(start, at):
            gap = self.gaps[i]
            if self.norms[i] in _BREAKS or self.norms[i] in PRONOUNS or ";" in gap or ":" in gap or "“" in gap:
                return True
        return self.sentence.has_own_subject(start, at)

    # --- what the chosen verb gives way to

    def _led_by(self, candidate: Candidate) -> Candidate:
        """The participle behind `be` and `have`, the plain form behind `is to` and `has to`."""
        for following in self.candidates:
            if candidate.form.verb.lemma not in ("be", "have") or following.at > candidate.at + _FAR_LED:
                break
            if following.at <= candidate.at:
                continue
            if following.infinitive and following.at == candidate.at + 2:
                return following
            if before(self.sentence.words, following.at, self.first) == candidate.at and following.form.participle:
                candidate = following
        if candidate.form.verb.lemma not in ("be", "have"):
            return candidate
        return unknown_participle(self.sentence, candidate) or candidate

    def _speaking_behind(self, main: Candidate) -> Candidate | None:
        """`..., the minister says`: the verb of speaking at the end of what is said."""
        last = next((c for c in reversed(self.candidates) if c.form.finite), main)
        if last.at <= main.at or last.form.verb.object not in _SPEAKING or main.form.verb.object in _SPEAKING:
            return None
        if not last.form.finite or not self._closes(last) or not self.sentence.has_own_subject(main.at, last.at):
            return None
        return None if self._only_reports(last) else last

    def _only_reports(self, speaking: Candidate) -> bool:
        """`..., Xinhua reports`: where what is told comes from."""
        speaker = self.sentence.ends.get(speaking.at)
        return speaker is not None and speaker.kind in (BODY, UNKNOWN) and speaking.form.verb.lemma == "report"

    def _closes(self, speaking: Candidate) -> bool:
        """Whether no more than the hearer or the place stands behind a verb of speaking."""
        behind = speaking.at + 1
        if behind < self.last and self.norms[behind] in _WHEN and not any(c.at > behind for c in self.candidates):
            return True
        if behind >= self.last or speaking.form.verb.object == "told":
            return behind + 3 >= self.last
        return behind + 4 >= self.last and self.norms[behind] in PREPOSITIONS


def _may_be_noun(candidate: Candidate) -> bool:
    return candidate.form.noun and candidate.form.verb.object != "clause"
