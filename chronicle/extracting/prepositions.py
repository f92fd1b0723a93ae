"""What a preposition makes of what stands behind it: who acts, what is spoken of, a place, another time."""

from collections.abc import Callable
from itertools import pairwise

from chronicle.extracting.functionwords import ABOUT, ARTICLES, AT_A_SPOT, DURING
from chronicle.extracting.lexicon import Lexicon, Verb
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.parts import NESTED, Part
from chronicle.extracting.words import Words

_SENDER = 12  # words that may name the sender of a message before the `to` behind them
_TIME = frozenset("following after since ahead until according".split())
_TOPIC = frozenset(
    "on about regarding concerning against toward towards despite amid"
    " under because like than without except for into upon if whether how why when versus"
    " beyond considering given involving titled entitled".split()
)
_LONGEST_WISH = 12  # words from what somebody is to do to the `with` behind it
_NEAR_THEIR_VERB = 6  # words from what is done with talks to their `with`
_NEAR_TALKS = 4  # words from `for` to the `with` of talks
_NEAR_ANSWER = 6  # words from what draws an outcry to those from whom it comes
_AFTER_OR_BEFORE = frozenset({"after", "before"})
_GUESTS = frozenset({"guest", "guests"})
_OWNERS = frozenset({"his", "her", "their"})
_AMOUNTS = frozenset("least most first last once all".split())
_JOINING = frozenset("joined alongside plus".split())
_NEAR_OCCASION = 9  # words of `at the Leaders Summit on Climate led`
_LEADING_TO_DOING = frozenset("about against avoid before by consider for from of on to when while".split())
_JOINT = frozenset({"meeting", "exercise"})
_YET_TO_COME = frozenset({"any", "planned", "possible", "expected"})
_ALONG = frozenset({"along", "together"})
_ALONGSIDE = frozenset({("in", "addition"), ("along", "with"), ("together", "with")})


class Prepositions:
    """The prepositions of one sentence, words first..last-1. `starts` are its mentions by their first word.

    `main_at` is where its main verb is, which is a `passive` or not; a nominal sentence has none.
    """

    def __init__(
        self,
        words: Words,
        lexicon: Lexicon,
        starts: dict[int, Mention],
        first: int,
        last: int,
        main_at: int | None,
        passive: bool,
    ) -> None:
        self.norms, self.gaps, self.lexicon, self.starts = words.norms, words.gaps, lexicon, starts
        self.first, self.last, self.main_at = first, last, main_at
        self.passive_at, self.nominal = main_at if passive else None, main_at is None
        self.ends = {m.last: m for m in starts.values()}

    def part(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        """The part that begins at word i, behind `verb` and within `part`; None where none begins."""
        rule = _RULES.get(self.norms[i])
        if rule is None or self.gaps[i] == "-":
            return None  # `the swearing-in of`
        return Part.ACTS if self._joins_in(i, part) else rule(self, i, verb, part)

    def expounds_to(self, i: int, verb: Verb | None) -> bool:
        """`explains the plans to Fukuda`: at word i stands the `to` before a person who is told."""
        return self.norms[i] == "to" and verb is not None and self._is_told(i, verb)

    def _next(self, i: int) -> str:
        return self.norms[i + 1] if i + 1 < self.last else ""

    def _joins_in(self, i: int, part: Part) -> bool:
        """`in addition to`, `together with`, `at the invitation of`, `at Aliyev's side`, `under the eyes of`."""
        norm = self.norms[i]
        if (norm, self._next(i)) in _ALONGSIDE:
            return not (part is Part.SPOKEN_OF and self._beside_what_is_said(i))
        if norm in ("at", "under", "on"):
            whose = self.starts.get(i + 1)
            behind = i + 1 if whose is None else whose.last
            beside = (norm == "at" and self.norms[behind : behind + 2] == ["'s", "side"]) or (
                norm == "under" and self.norms[i + 1 : i + 4] == ["the", "eyes", "of"]
            )
            return beside or not self.lexicon.words("behest").isdisjoint(self.norms[behind : behind + 3])
        return norm == "to" and i > self.first and self.norms[i - 1] == "addition"

    def _beside_what_is_said(self, i: int) -> bool:
        """`names China, along with Russia and Iran, as suppliers`, at its `along`: more of what is spoken of."""
        named = self.ends.get(i)
        return named is not None and named.kind == STATE and "," in self.gaps[i]

    # --- together

    def _together(self, _: int, __: Verb | None, ___: Part) -> Part:
        return Part.ACTS

    def _with(self, i: int, verb: Verb | None, part: Part) -> Part:
        if part not in NESTED and self._in_a_fight(i):
            return Part.ACTS
        if (part in NESTED and self._within_charge(i)) or (part is Part.OTHER_TIME and self._of_another_event(i)):
            return part
        if part in NESTED and self.norms[i - 1] in self.lexicon.words("caused"):
            return part
        talks = self.gaps[i] == " " and self.lexicon.nouns.get((self.norms[i - 1],)) in _JOINT
        if talks and (self._of_talks_discussed(i, verb) or (part in NESTED and self._of_talks_that_brought(i))):
            return Part.SPOKEN_OF
        if part in NESTED and self.norms[i - 1] in _ALONG and self._beside_what_is_said(i - 1):
            return Part.SPOKEN_OF
        if part is Part.SPOKEN_OF and self._of_talks_elsewhere(i, verb):
            return part
        if part is Part.PLACE_SPOKEN_OF and self._of_doing(i):
            return part
        counterpart = self.norms[i + 1 : i + 3] in (["his", "counterpart"], ["her", "counterpart"])
        person = self.starts.get(i + 1)
        together = verb is not None and verb.type in ("meeting", "agreement")
        face_to_face = together and person is not None and person.kind == PERSON
        seals = verb is not None and verb.lemma in self.lexicon.words("sealing")
        if (
            (part in NESTED or part is Part.PLACE)
            and self._names_a_bond(i)
            and not (counterpart or face_to_face or seals)
        ):
            return Part.PLACE_SPOKEN_OF if part is Part.PLACE else part
        return Part.ACTS

    def _of_talks_discussed(self, i: int, verb: Verb | None) -> bool:
        """`meet to discuss talks with Pyongyang`, `meet; a push is needed to restart dialogue with`, at its `with`."""
        ahead = self.norms[max(self.first, i - _NEAR_THEIR_VERB) : i]
        done = next((k for k in range(1, len(ahead)) if ahead[k - 1] == "to" and ahead[k] in self._resuming), None)
        if done is None or verb is None or verb.type == "agreement":
            return False
        return ahead[done] == "discuss" or "needed" in ahead[: done - 1]

    @property
    def _resuming(self) -> frozenset[str]:
        return self.lexicon.words("resuming")

    def _of_talks_that_brought(self, i: int) -> bool:
        """`voices satisfaction with the progress achieved at talks with Pyongyang`, at its last `with`."""
        ahead = range(i - 1, max(self.first, i - _NEAR_THEIR_VERB), -1)
        at = next((k for k in ahead if self.norms[k] in DURING), self.first)
        form = self.lexicon.verbs.get((self.norms[at - 1],)) if at > self.first else None
        return form is not None and form.participle

    def _within_charge(self, i: int) -> bool:
        """`accusing the South of staging drills with Washington`, at its `with`: what somebody is said to do."""
        ahead = self.norms[self.first : i]
        forms = (self.lexicon.verbs.get((norm,)) for norm in ahead)
        accused = next((k for k, form in enumerate(forms) if form and form.verb.plover == "ACCUSE"), None)
        return accused is not None and "of" in ahead[accused:] and DURING.isdisjoint(ahead[-3:])

    def _of_another_event(self, i: int) -> bool:
        """`before any talks with Trump`, `the third such pact after those with India`: not of what is told."""
        if self.norms[i - 1] == "those":
            return True
        to_come = self.norms[max(self.first, i - 4) : i]
        joint = self.lexicon.nouns.get((self.norms[i - 1],)) in _JOINT
        return joint and "before" in to_come and not _YET_TO_COME.isdisjoint(to_come)

    def _in_a_fight(self, i: int) -> bool:
        """`die in a hand-to-hand clash with`: who fights whom."""
        incident = i > self.first and self.lexicon.nouns.get((self.norms[i - 1],)) == "incident"
        return incident and "in" in self.norms[max(self.first, i - 7) : i - 1]

    def _of_talks_elsewhere(self, i: int, verb: Verb | None) -> bool:
        """`calls for talks with Seoul`, `urges Bush to end ties with`, `on his talks with`; not `in talks with`."""
        stating = verb is not None and verb.type == "statement" and not self._travels_for(i, verb)
        if i == self.first or self.gaps[i] != " ":
            return stating and ")" in self.gaps[i]
        before = self.norms[max(self.first, i - 4) : i]
        if self.lexicon.nouns.get((before[-1],)) not in _JOINT:
            return stating and (self._of_what_is_to_be_done(i) or self._of_doing(i))
        return (stating and DURING.isdisjoint(before)) or not ABOUT.isdisjoint(before)

    def _travels_for(self, i: int, verb: Verb) -> bool:
        """`makes a visit to Hanoi for talks with Thieu`, at its `with`: whom the journey is to."""
        ahead = self.norms[self.first if self.main_at is None else self.main_at : i]
        made = verb.lemma in self.lexicon.words("payingvisit") and not self.lexicon.words("journey").isdisjoint(ahead)
        return made and "for" in ahead[-_NEAR_TALKS:]

    def _of_what_is_to_be_done(self, i: int) -> bool:
        """`urges Bush to end ties with`, `warns against entering pacts with`; not `urges Bush to act in talks with`."""
        ahead = self.norms[max(self.first, i - _LONGEST_WISH) : i]
        if not DURING.isdisjoint(ahead[-4:]):
            return False
        to_do = any(one == "to" and (two,) in self.lexicon.verbs for one, two in pairwise(ahead))
        return to_do or any(one == "against" and two.endswith("ing") for one, two in pairwise(ahead))

    def _of_doing(self, i: int) -> bool:
        """`calls for care in dealing with the North`: what somebody is to do; not `in a meeting with`."""
        if self.lexicon.nouns.get((self.norms[i - 1],)) in _JOINT and self.norms[i - 2] not in _LEADING_TO_DOING:
            return False
        return self.norms[i - 1].endswith("ing") and (self.norms[i - 1],) in self.lexicon.verbs

    def _between(self, i: int, verb: Verb | None, part: Part) -> Part:
        return Part.SPOKEN_OF if verb is not None and self._names_a_bond(i) else self._among(i, verb, part)

    def _among(self, i: int, verb: Verb | None, part: Part) -> Part:
        """`condemns the pact among`: what is spoken of; `sign a pact among`: who does it."""
        if part is Part.OTHER_TIME and (self._of_another_day(i) or self.opens_with_reference()):
            return part
        if part is Part.SPOKEN_OF and self._about_talks(i):
            return part
        return part if part is Part.SPOKEN_OF and verb is not None and verb.type == "statement" else Part.ACTS

    def opens_with_reference(self) -> bool:
        """`In response to talks between Modi and Abe, ...`: what somebody answers."""
        opening = self.norms[self.first : self.first + 3]
        return opening[2:] == ["to"] and opening[1] in self.lexicon.words("referring")

    def _about_talks(self, i: int) -> bool:
        """`briefs Japan on talks between`, at its `between`."""
        meeting = i > self.first + 1 and self.lexicon.nouns.get((self.norms[i - 1],)) in _JOINT
        return meeting and self.norms[i - 2] in ABOUT

    def _of_another_day(self, i: int) -> bool:
        """`a week after the talks between`; not `conclude a pact after talks between`, at its `between`."""
        spans = self.lexicon.words("timespan")
        return any(self.norms[k] in _AFTER_OR_BEFORE and self.norms[k - 1] in spans for k in range(self.first + 1, i))

    def _by(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if self._is_hosted_by(i):
            return Part.ACTS
        if part is Part.SPOKEN_OF and verb is not None and verb.type == "statement" and not self._said_by(i):
            return part
        if self._is_of_opening(i, part):
            return part
        if part not in NESTED or self.nominal or self._done_by(i):
            return Part.ACTS
        return Part.ACTS if self._is_sworn_in_by(i) else None

    def _is_hosted_by(self, i: int) -> bool:
        """`speaks at a forum hosted by Singapore`; not `criticizes a forum hosted by Singapore`."""
        form = self.lexicon.verbs.get((self.norms[i - 1],)) if i > self.first else None
        if form is None or not form.participle or form.verb.lemma not in self.lexicon.words("hosting"):
            return False
        near = self.norms[max(self.first, i - _NEAR_OCCASION) : i - 1]
        gathered = any(self.lexicon.nouns.get((norm,)) == "meeting" for norm in near)
        return gathered and not DURING.isdisjoint(near)

    def _is_of_opening(self, i: int, part: Part) -> bool:
        """`In reply to the note signed by`, `As jets bomb a group led by`: what happens beside what is told."""
        opens = self.main_at is not None and i < self.main_at
        meanwhile = part is Part.SPOKEN_OF and self.norms[self.first] == "as"
        return opens and (meanwhile or (part is Part.OTHER_TIME and self.opens_with_reference()))

    def _said_by(self, i: int) -> bool:
        """`is announced by`, `Asked by`, `a report issued by`: who says it."""
        told = self.lexicon.verbs.get((self.norms[i - 1],)) if i > self.first else None
        if told is None or not told.participle:
            return False
        return i - 1 in (self.first, self.passive_at) or "publishes" in told.verb.marks

    def _is_sworn_in_by(self, i: int) -> bool:
        """`is sworn in as prime minister in Dili by President Ramos-Horta`: behind the place, who does it."""
        doer = self.starts.get(i + 1)
        passive = self.passive_at is not None and i > self.passive_at
        return passive and doer is not None and doer.kind in (PERSON, OFFICE) and i in self.ends

    def _under(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        return Part.ACTS if self._names_who_leads(i, verb) else self._topic(i, verb, part)

    def _alone(self, _: int, __: Verb | None, ___: Part) -> None:
        """`together` without `with`."""

    # --- places and times

    def _of(self, i: int, _: Verb | None, part: Part) -> Part | None:
        """`Visit to Jakarta of President Ford`: behind the place of a journey, whose it is."""
        if self._of_meeting_joined(i, part):
            return Part.ACTS
        whose = self._named_next(i) if self.nominal and part is Part.PLACE and i in self.ends else None
        return Part.ACTS if whose is not None and whose.kind in (PERSON, OFFICE) else None

    def _of_meeting_joined(self, i: int, part: Part) -> bool:
        """`takes part in a meeting of China and India`."""
        who = self._named_next(i)
        meets = self.lexicon.nouns.get((self.norms[i - 1],)) == "meeting" and part is Part.PLACE
        if who is None or who.kind not in (STATE, PERSON, OFFICE) or not meets or self.main_at is None:
            return False
        joined = next((k for k in range(i - 2, self.main_at, -1) if self.norms[k] == "in"), self.main_at)
        form = self.lexicon.verbs.get(tuple(self.norms[self.main_at : joined]))
        return form is not None and form.verb.by == "attend"

    def _instead(self, i: int, _: Verb | None, __: Part) -> Part | None:
        """`greets him at the airport instead of in the square`."""
        return Part.SPOKEN_OF if self._next(i) == "of" else None

    def _in(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if "presence" in self.norms[i + 1 : i + 3] or self._before_presence(i):
            return Part.ACTS
        return None if self.norms[i + 1 : i + 3] == ["the", "chair"] else self._place(i, verb, part)

    def _before_presence(self, i: int) -> bool:
        """`in Annan's presence`."""
        who = self._named_next(i)
        return who is not None and self.norms[who.last : who.last + 2] == ["'s", "presence"]

    def _at(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        """Not `at least`."""
        return None if self._next(i) in _AMOUNTS else self._place(i, verb, part)

    def _place(self, _: int, __: Verb | None, part: Part) -> Part:
        return NESTED.get(part, Part.PLACE)

    def _during(self, _: int, __: Verb | None, ___: Part) -> Part:
        return Part.PLACE

    def _before(self, i: int, verb: Verb | None, _: Part) -> Part:
        if self._faces(i, verb):
            return Part.PLACE
        return Part.ACTS if self._names_hearers(i, verb) else Part.OTHER_TIME

    def _faces(self, i: int, verb: Verb | None) -> bool:
        """`kneels before a memorial`."""
        ahead = self.norms[i + 1 : i + 4]
        noun = next((norm for norm in ahead if norm not in ARTICLES), "")
        return verb is not None and verb.type == "ceremony" and noun in self.lexicon.words("sacred")

    def _time(self, i: int, _: Verb | None, __: Part) -> Part | None:
        if i == 0 and self.norms[i] == "according":
            return Part.ACTS  # `According to the ministry, ...`: the headline is what it says
        return None if self._lasts(i) else Part.OTHER_TIME

    def _lasts(self, i: int) -> bool:
        """`ends after 45 minutes at the embassy`: how long it takes; not `after two days of talks`."""
        spans = self.lexicon.words("timespan")
        until = next((k for k in range(i + 1, min(i + 4, self.last)) if self.norms[k] in spans), self.last)
        return self.norms[i] == "after" and until + 1 < self.last and self.norms[until + 1] in ("at", "in")

    # --- to whom, from whom, for what

    def _to(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if i > self.first and self.norms[i - 1] == "according":
            return None
        if part is Part.OTHER_TIME and self.norms[i - 1] in self.lexicon.words("journey"):
            return part  # `stops in Beijing after visits to Tokyo`
        following = self._next(i)
        form = self.lexicon.verbs.get((following,))
        if form is not None and form.verb.lemma == following and i + 1 not in self.starts:
            return None
        hearer = self._named_next(i) if self.nominal else None
        if hearer is not None and hearer.kind in (PERSON, OFFICE):
            return Part.ACTS  # `Handing over of supplies to the minister`
        if verb is None:
            told = i > self.first and self.norms[i - 1] in self.lexicon.spoken
            return Part.ACTS if told or self._in_writing(i) else self._refers(i)
        if "gives" in verb.marks and self.norms[i - 1] in self.lexicon.words("journey"):
            return self._place(i, verb, part)  # `makes a visit to Thailand`
        return self._addressed(i, verb)

    def _refers(self, i: int) -> Part | None:
        """`prior to the summit`, `In response to`; `Visit to Thailand`."""
        before = self.norms[i - 1] if i > self.first else ""
        if before in self.lexicon.words("journey"):
            return Part.PLACE
        return Part.OTHER_TIME if before in self.lexicon.words("referring") else None

    def _addressed(self, i: int, verb: Verb) -> Part:
        if verb.object == "place":
            return Part.PLACE
        if self._in_writing(i) or self._is_told(i, verb) or self.norms[i - 1] == "addressed":
            return Part.ACTS
        if "signs" in verb.marks and self.norms[i - 1] in self.lexicon.words("missive"):
            return Part.ACTS  # `signs a letter to President Bush`
        if not self.lexicon.words("towards").isdisjoint(self.norms[max(self.first, i - 5) : i]):
            return Part.SPOKEN_OF
        given = "gives" in verb.marks or verb.by == "host" or verb.type in ("message", "aid")
        return Part.ACTS if given else Part.SPOKEN_OF

    def _is_told(self, i: int, verb: Verb) -> bool:
        """`proposed to Putin`, `explains to Abe`: a person right behind a verb of saying."""
        hearer = self._named_next(i) or (self.starts.get(i + 2) if self._next(i) in _OWNERS else None)
        if hearer is None or hearer.kind not in (PERSON, OFFICE):
            hearer = self._official_next(i)
        if verb.object not in ("clause", "told") or hearer is None:
            return False
        said = self.lexicon.verbs.get((self.norms[i - 1],)) if i > self.first else None
        if said is not None and said.verb is verb:
            return True
        spoken_of = "that" in self.norms[self.first : i]  # `reports that Bush sent a letter to Abe`
        return verb.lemma in self.lexicon.words("expounding") and not spoken_of

    def _from(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if verb is None or part is Part.OTHER_TIME or (part is Part.ACTS and self._names_people(i - 1)):
            return None
        if (part is Part.SPOKEN_OF and not self._names_people(i - 1)) or self._answers(i):
            return Part.SPOKEN_OF
        if self.norms[i - 1] in self.lexicon.words("missive") and "gives" in verb.marks and not self._goes_to(i):
            return Part.SPOKEN_OF  # `hands Mori a letter from Bush`
        if self._in_writing(i) or not self.lexicon.words("sent").isdisjoint(self.norms[self.first : i]):
            return Part.ACTS
        return Part.ACTS if verb.object == "with" and "arrives" not in verb.marks else Part.SPOKEN_OF

    def _answers(self, i: int) -> bool:
        """`visits the shrine, drawing protests from Seoul`, `in spite of protests from both`: who only answers it."""
        before = self.norms[max(self.first, i - _NEAR_ANSWER) : i]
        words = self.lexicon.words
        return not words("outcry").isdisjoint(before) and not words("drawing").isdisjoint(before)

    def _goes_to(self, i: int) -> bool:
        """`hands over a letter from Bush to Kim`, at its `from`: it tells who writes to whom."""
        sender = self.starts.get(i + 1)
        return (
            sender is not None
            and self.norms[sender.last : sender.last + 1] == ["to"]
            and (self._named_next(sender.last) is not None)
        )

    def _names_people(self, i: int) -> bool:
        """`for aircraft from Singapore`, `takes it over from Harris`; not `on the exit from`."""
        norm = self.norms[i]
        people = norm in self.lexicon.words("agent") or norm in self.lexicon.words("force")
        return people or norm == "over"

    def _for(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if verb is not None and verb.object == "place":
            return Part.PLACE
        before = self.norms[i - 1] if i > self.first else ""
        is_seat = verb is not None and verb.lemma == "be" and before in self.lexicon.words("venueword")
        if is_seat or before in self.lexicon.words("meal") or self._binds(i, verb):
            return Part.ACTS
        if part is Part.ACTS and self._names_side(i):
            return None
        if not self.lexicon.words("timespan").isdisjoint(self.norms[i + 1 : i + 4]):
            return None
        return self._topic(i, verb, part)

    def _binds(self, i: int, verb: Verb | None) -> bool:
        """`The pact comes into force for Japan and China`, at its `for`: for whom it does."""
        bound = self._named_next(i)
        return verb is not None and verb.lemma in self.lexicon.words("binding") and bound is not None

    # --- what is spoken of

    def _while(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        """`meet while in France`: where they are; `criticizes the US while meeting its ambassador`: who is there."""
        if self.norms[i + 1 : i + 2] == ["meeting"]:
            return Part.ACTS
        return Part.PLACE if self._next(i) in ("in", "at") else self._topic(i, verb, part)

    def _over(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        """`wins the election over Lee Hoi-chang`: who is beaten stood in it."""
        rival = self.starts.get(i + 1)
        beaten = rival is not None and rival.kind in (PERSON, OFFICE)
        if beaten and verb is not None and verb.lemma in self.lexicon.words("winning"):
            return Part.ACTS
        return self._topic(i, verb, part)

    def _as(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        """`as do Li and Modi`: they do the same; `as a guest of Wałęsa`: the host is there; `as Abe visits Seoul`."""
        if self._next(i) == "well" or self.norms[max(self.first, i - 2) : i] == ["as", "well"]:
            return None  # `as well as Abe`: whatever those before do
        together = self._next(i) in ("do", "does", "did") or self._names_host(i) or self.as_they_meet(i)
        return Part.ACTS if together else self._topic(i, verb, part)

    def as_they_meet(self, i: int) -> bool:
        """`signed as Prime Minister Abe visits Seoul`, at its `as`: what goes on the same day."""
        who = self._named_next(i)
        if who is None or who.kind not in (PERSON, OFFICE) or who.last >= self.last:
            return False
        form = self.lexicon.verbs.get((self.norms[who.last],))
        return form is not None and form.finite and form.verb.type in ("meeting", "visit")

    def _names_host(self, i: int) -> bool:
        ahead = self.norms[i + 1 : min(i + 4, self.last)]
        return any(guest in _GUESTS and of == "of" for guest, of in pairwise(ahead))

    def _topic(self, i: int, _: Verb | None, __: Part) -> Part | None:
        return None if self._next(i)[:1].isdigit() else Part.SPOKEN_OF

    def _on(self, i: int, verb: Verb | None, part: Part) -> Part | None:
        if self._calls_on_another(i, verb):
            return Part.ACTS
        return None if self._next(i) in self.lexicon.words("month") else self._topic(i, verb, part)

    def _calls_on_another(self, i: int, verb: Verb | None) -> bool:
        """`calls on Putin in Moscow and on Zelensky in Kyiv`, `pays a call on Lee`."""
        called = self.starts.get(i + 1)
        again = verb is not None and "meets unless to" in verb.marks and self.norms[i - 1 : i] == ["and"]
        paid = verb is not None and verb.lemma in self.lexicon.words("payingvisit") and self.norms[i - 1] == "call"
        return (again or paid) and called is not None and called.kind in (PERSON, OFFICE)

    # --- what stands beside a preposition

    def _names_side(self, i: int) -> bool:
        """`chaired by Clinton for the US and Dai for China`: for whom somebody sits there."""
        side = self._named_next(i)
        sits = self.ends.get(i)
        return sits is not None and sits.kind == PERSON and side is not None and side.kind == STATE

    def _names_who_leads(self, i: int, verb: Verb | None) -> bool:
        """`A mission under Marzuki Darusman calls for`, `meet under FM Hor Namhong`: whoever leads those who act."""
        if verb is not None and verb.type not in ("meeting", "ceremony", "exercise", "agreement"):
            return False
        led = self.norms[i + 1 : i + 4] in (["the", "command", "of"], ["the", "leadership", "of"])
        leader = self.starts.get(i + 4) if led else self._named_next(i)
        return leader is not None and leader.kind in (PERSON, OFFICE)

    def _names_hearers(self, i: int, verb: Verb | None) -> bool:
        """`testifies before the Senate committee`, `before the cameras`: who listens, not a time."""
        if not self.lexicon.words("aloud").isdisjoint(self.norms[i + 1 : i + 3]):
            return True
        listening = {BODY, UNKNOWN} if verb is not None and verb.type == "statement" else {BODY}
        ahead = (self.starts.get(k) for k in (i + 1, i + 2))
        return verb is not None and any(m is not None and m.kind in listening for m in ahead)

    def _done_by(self, i: int) -> bool:
        """`chaired by`: who does what the word before says, not whose visit is spoken of."""
        done = i - 1 - (i > self.first + 1 and self.norms[i - 1] == "over")  # `presided over by`
        if self.norms[done] in self.lexicon.words("caused"):
            return False  # `a row caused by`
        form = self.lexicon.verbs.get((self.norms[done],)) if done >= self.first else None
        return form is not None and form.participle and not self.norms[done].endswith("ing")

    def _named_next(self, i: int) -> Mention | None:
        """Who is named right behind word i, past an article."""
        return self.starts.get(i + 1 + (self._next(i) == "the"))

    def _official_next(self, i: int) -> Mention | None:
        """`confirms to a Chinese diplomat`: of which state somebody without a name is."""
        article = self._next(i) in ARTICLES
        whose = self.starts.get(i + 1 + article)
        if whose is None or whose.kind != STATE or whose.last >= self.last:
            return None
        people = self.lexicon.words("host") | self.lexicon.words("agent")
        return whose if self.norms[whose.last] in people else None

    def _names_a_bond(self, i: int) -> bool:
        """`cooperation with China`: what is spoken of, not who is spoken with as in `in cooperation with`."""
        within_name = i in self.ends and self.ends[i].kind in (BODY, FORUM, UNKNOWN)
        if i < self.first + 2 or within_name or (self.norms[i - 2] == "in" and self._is_joint_work(i - 1)):
            return False
        return self.norms[i - 1] in self.lexicon.words("bond")

    def _is_joint_work(self, i: int) -> bool:
        """The noun of `in cooperation with`; not of `an improvement in relations with`."""
        return self.norms[i] in self.lexicon.words("jointwork")

    def _in_writing(self, i: int) -> bool:
        """`in a letter to`, `in a message from Kim to Won`: who is written to; not whom a carried letter is for."""
        before = self.norms[max(self.first, i - _SENDER) : i]
        if "in" not in before:
            return False
        missives, near = self.lexicon.words("missive"), before[-4:]
        if "in" in near and not missives.isdisjoint(near):
            return True
        return self.norms[i] == "to" and "from" in before and not missives.isdisjoint(before)


_RULES: dict[str, Callable[[Prepositions, int, Verb | None, Part], Part | None]] = {
    **dict.fromkeys(_TOPIC, Prepositions._topic),
    **dict.fromkeys(_TIME, Prepositions._time),
    **dict.fromkeys(AT_A_SPOT, Prepositions._place),
    **dict.fromkeys(_JOINING, Prepositions._together),
    "with": Prepositions._with,
    "among": Prepositions._among,
    "between": Prepositions._between,
    "together": Prepositions._alone,
    "by": Prepositions._by,
    "of": Prepositions._of,
    "instead": Prepositions._instead,
    "as": Prepositions._as,
    "under": Prepositions._under,
    "in": Prepositions._in,
    "at": Prepositions._at,
    "during": Prepositions._during,
    "before": Prepositions._before,
    "to": Prepositions._to,
    "from": Prepositions._from,
    "for": Prepositions._for,
    "on": Prepositions._on,
    "over": Prepositions._over,
    **dict.fromkeys(("while", "when"), Prepositions._while),
}
