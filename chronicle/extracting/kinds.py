"""What kind of event a headline tells (type), how the parties came together (mode), and its PLOVER code."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.extracting.clauses import Clause
from chronicle.extracting.lexicon import Asked, KindRule, Lexicon, Verb
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, Mention
from chronicle.extracting.words import Words
from chronicle.model import EventType, Mode
from chronicle.model.plover import BY_CONTENT, USUAL

_UNREAD = "unread"


class Headline:
    """The first sentence with its grammar, as the rules of type and mode need it.

    `before` and `behind` are the words of the subject and of the object, which begin at `subject_at` and
    `object_at`; the object ends at a comma or at a clause of its own.
    """

    __slots__ = (
        "_behind", "_noun_before", "_noun_behind", "before", "clause", "lexicon", "mentions", "object_at",
        "subject_at", "words",
    )  # fmt: skip

    def __init__(self, words: Words, clause: Clause, mentions: list[Mention], lexicon: Lexicon) -> None:
        self.words, self.clause, self.mentions, self.lexicon = words, clause, mentions, lexicon
        size = clause.verb.size if clause.verb else 0
        self.object_at = min(clause.verb_at + size, clause.last)
        self.subject_at = _subject_start(words, clause, mentions)
        self.before = words.norms[self.subject_at : clause.verb_at]
        if _names_aircraft(words, self.subject_at, clause.verb_at):
            self.before.append("aircraft")
        self._behind: list[str] | None = None
        self._noun_before: str | None = _UNREAD
        self._noun_behind: str | None = _UNREAD

    @property
    def opening(self) -> list[str]:
        """The words before the subject."""
        return self.words.norms[self.clause.first : self.subject_at]

    @property
    def norms(self) -> list[str]:
        return self.words.norms[self.clause.first : self.clause.last]

    @property
    def behind(self) -> list[str]:
        if self._behind is None:
            words, end = self.words, self.object_at
            while end < self.clause.last and words.norms[end] not in _BREAKS:
                if end > self.object_at and words.gaps[end][:1] in _CLOSING:
                    break
                end += 1
            self._behind = words.norms[self.object_at : end]
        return self._behind

    @property
    def noun_before(self) -> str | None:
        """The type of the subject's noun: `The 17th Meeting ... is held`."""
        if self._noun_before is _UNREAD:
            self._noun_before = _noun_type(self, self.subject_at, self.clause.verb_at)
        return self._noun_before

    @property
    def noun_behind(self) -> str | None:
        """The type of the object's noun, or of one behind a preposition (`takes part in the exercise`)."""
        if self._noun_behind is _UNREAD:
            self._noun_behind = _noun_type(self, self.object_at, self.clause.last)
        return self._noun_behind

    def object_noun(self) -> str | None:
        """The type of the object's noun alone."""
        end = self.object_at
        while end < self.clause.last and not _ends_noun_phrase(self.words, end):
            end += 1
        return _noun_type(self, self.object_at, end)

    def named_before(self) -> list[str]:
        """The kinds of what the subject names."""
        return [m.kind for m in self.mentions if self.subject_at <= m.first < self.clause.verb_at]

    def named_behind(self) -> list[str]:
        """The kinds of what is named right behind the verb."""
        near = [m for m in self.mentions if self.object_at <= m.first < self.object_at + 4]
        return [m.kind for m in near if m.last >= len(self.words) or self.words.norms[m.last] != "'s"]


def _names_aircraft(words: Words, first: int, last: int) -> bool:
    """`an RC-135`, `two Tu-95s`: a type of aircraft or ship by letters and a number."""
    return any(
        words.gaps[i] == "-" and words.forms[i][0].isdigit() and len(words.forms[i - 1]) < 4
        for i in range(first + 1, last)
    )


def _subject_start(words: Words, clause: Clause, mentions: list[Mention]) -> int:
    """The first word of the subject: behind the comma that closes an opening (`Citing the standoff, ...`)."""
    first = clause.first
    norm = words.norms[first]
    if (norm not in _STOPS and norm not in _BREAKS and not norm.endswith("ing")) or (
        mentions and mentions[0].first == first
    ):
        return first
    return next((i for i in range(first + 1, clause.verb_at) if "," in words.gaps[i]), first)


def _ends_noun_phrase(words: Words, i: int) -> bool:
    """A preposition or `and`, but not `of`, and not the `and` inside a name."""
    norm = words.norms[i]
    if norm == "and":
        return i + 1 >= len(words) or not words.forms[i + 1][0].isupper()
    return norm in _STOPS and norm != "of"


_STOPS = frozenset(
    "on over about for to with in at by after before during from against following as between regarding marking"
    " attended chaired hosted aimed and via through amid despite of off near under aboard inside outside across".split()
)
_BREAKS = frozenset(
    "which who whom whose that after before while when as because since until although where despite amid following"
    " if whether according".split()
)
_CLOSING = (",", ";", "(", ":")


# --- type


def event_type(headline: Headline) -> EventType:
    """The codebook's type, by the main verb and, where that is a light one, by the noun it governs."""
    verb = headline.clause.verb
    if headline.opening[:2] == _ACCORDING_TO:
        return EventType.STATEMENT
    if verb is None:
        return EventType(_noun_type(headline, headline.clause.first, headline.clause.last) or EventType.OTHER)
    if _of_itself_an_incident(headline, verb):
        return EventType.INCIDENT
    if verb.type == EventType.STATEMENT and not _LETTERS.isdisjoint(headline.opening):
        return EventType.MESSAGE
    rules = headline.lexicon.rules
    for rule in (*rules.get(_ANY, ()), *rules.get(verb.by, ())):
        kind = _outcome(rule.type, headline, verb) if _applies(rule, headline) else None
        if kind is not None:
            return _spoken(EventType(kind), headline)
    return _spoken(EventType(verb.type), headline)


def _spoken(kind: EventType, headline: Headline) -> EventType:
    """Good wishes by telephone are a talk."""
    by_phone = kind is EventType.MESSAGE and (_by_phone(headline) or _is_a_call(headline, kind))
    return EventType.MEETING if by_phone else kind


_ANY = "*"
_ACCORDING_TO = ["according", "to"]
_LETTERS = frozenset({"letter", "telegram", "cable", "telegraph"})
_TOLD_OF_INCIDENTS = frozenset({"statement", "meeting", "sanction", "politics", "aid", "agreement", "ceremony"})


def _of_itself_an_incident(headline: Headline, verb: Verb) -> bool:
    """Hackers, protesters and earthquakes make an incident whatever they do."""
    before, lexicon = headline.before, headline.lexicon
    if not lexicon.words("outlaw").isdisjoint(before) or not lexicon.words("crowd").isdisjoint(before):
        return verb.type not in ("meeting", "agreement") and not headline.clause.passive
    return verb.type not in _TOLD_OF_INCIDENTS and headline.noun_before == "incident"


def _applies(rule: KindRule, headline: Headline) -> bool:
    """Whether subject and object are what the rule asks for; of a passive the subject is what it is done to."""
    if headline.clause.passive:
        done_to = headline.before + headline.behind if rule.object.words else []
        return _fits(rule.subject, headline.behind, headline, _doer) and _fits(rule.object, done_to, headline, _done_to)
    return _fits(rule.subject, headline.before, headline, _subject) and _fits(
        rule.object, headline.behind if rule.object.words else [], headline, _object
    )


def _fits(asked: Asked, words: list[str], headline: Headline, look: "Look") -> bool:
    if asked.nothing or not asked.words.isdisjoint(words):
        return True
    noun, named = look(headline, bool(asked.types), bool(asked.mentions))
    return noun in asked.types or not asked.mentions.isdisjoint(named)


# What is asked of a headline beside its words: the type of a noun, and the kinds of what is named.
Look = Callable[[Headline, bool, bool], tuple[str | None, list[str]]]


def _subject(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return headline.noun_before if noun else None, headline.named_before() if named else []


def _object(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return headline.noun_behind if noun else None, headline.named_behind() if named else []


def _doer(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return _object(headline, noun, named)


def _done_to(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return _noun_done_to(headline) if noun else None, headline.named_before() if named else []


def _noun_done_to(headline: Headline) -> str | None:
    return headline.noun_before or headline.noun_behind


def _outcome(outcome: str, headline: Headline, verb: Verb) -> str | None:
    """What a rule's last cell says: a type, or where to look for one. None if there is none."""
    if outcome == "own":
        return verb.type
    if outcome == "subject":
        return headline.noun_before
    if outcome == "object":
        return _noun_done_to(headline) if headline.clause.passive else headline.noun_behind
    if outcome == "noun":
        at_last = headline.noun_behind if verb.type == EventType.OTHER else None
        return headline.object_noun() or headline.noun_before or at_last
    if outcome == "then":
        return _type_of_infinitive(headline)
    return outcome


def _type_of_infinitive(headline: Headline) -> str | None:
    """The type by the verb behind `to`: `is the first leader to set foot in`."""
    norms = headline.words.norms
    for i in range(headline.object_at, headline.clause.last - 1):
        if norms[i] == "to":
            for rest, form in headline.lexicon.verb_tails.get(norms[i + 1], ()):
                end = i + 2 + len(rest)
                if tuple(norms[i + 2 : end]) == rest and not form.third and not form.past:
                    clause = replace(headline.clause, verb=form.verb, verb_at=i + 1, passive=False)
                    return event_type(Headline(headline.words, clause, headline.mentions, headline.lexicon))
    return None


def _noun_type(headline: Headline, first: int, last: int) -> str | None:
    """The type of the last known noun before the first preposition, else of the first noun after it."""
    norms, gaps, tails = headline.words.norms, headline.words.gaps, headline.lexicon.noun_tails
    named = {m.first: m for m in headline.mentions if m.kind in _NAMED}
    found: str | None = None
    i = first
    while i < last:
        norm = norms[i]
        if found and (_ends_noun_phrase(headline.words, i) or norm == "of" or gaps[i][:1] in _CLOSING):
            return found
        if i > first and (norm in _BREAKS or (found and _new_verb(headline, i))):
            return found
        mention = named.get(i)
        if mention is not None:
            found = _forum_type(headline, mention) or found
            i = _past_name(headline.words, mention, i)
            if i > mention.first:
                continue
        size = 1
        for rest, kind in tails.get(norm, ()):
            end = i + 1 + len(rest)
            if end <= last and (not rest or tuple(norms[i + 1 : end]) == rest):
                found, size = kind, end - i
                break
        i += size
    return found


def _new_verb(headline: Headline, i: int) -> bool:
    """`a letter expressing regret`, `and says`: another verb, whose nouns tell nothing of the first."""
    norms, lexicon = headline.words.norms, headline.lexicon
    if norms[i] == "and" and i + 1 < headline.clause.last:
        form = lexicon.verbs.get((norms[i + 1],))
        if form is None or not form.finite or not headline.words.forms[i + 1][0].islower():
            return False
        return not form.homograph or norms[i + 2 : i + 3] in (["him"], ["her"], ["them"], ["that"])
    return norms[i].endswith("ing") and norms[i] not in lexicon.noun_tails and norms[i] in lexicon.verb_tails


def _past_name(words: Words, mention: Mention, i: int) -> int:
    """Where nouns are looked for again: at the last word of a body (`the UN assembly`), behind any other name."""
    if mention.kind != BODY or mention.last - i > 1:
        return mention.last - 1 if mention.kind == BODY else mention.last
    return i if words.forms[i][0].islower() else mention.last


_NAMED = frozenset({PERSON, OFFICE, BODY, FORUM})


def _forum_type(headline: Headline, mention: Mention) -> str | None:
    """The type that a named exercise, forum or agreement makes."""
    if mention.kind != FORUM:
        return None
    kinds = (headline.lexicon.nouns.get((r.key,)) for r in mention.core.readings)
    return next((kind for kind in kinds if kind), None)


# --- mode

_TOGETHER = frozenset({EventType.MEETING, EventType.VISIT, EventType.CEREMONY})
_MAYBE_REMOTE = _TOGETHER | {EventType.AGREEMENT, EventType.STATEMENT, EventType.MESSAGE}
_OVER = frozenset("by over on via the through".split())
_TALKS = frozenset("call calls conversation conversations talks talk conference discussion discussions summit".split())
_MEDIUM = frozenset("in with by via through".split())


def event_mode(headline: Headline, kind: EventType, seated: bool, hearer: bool) -> Mode | None:
    """How the parties came together. `seated`: a place is named; `hearer`: somebody is told it."""
    if kind not in _MAYBE_REMOTE:
        return None
    phone = _by_phone(headline) or _is_a_call(headline, kind)
    if kind is EventType.MESSAGE:
        return Mode.PHONE if phone else Mode.WRITTEN
    if not headline.lexicon.words("video").isdisjoint(headline.norms):
        return Mode.HYBRID if seated and _has_a_seat(headline, kind) else Mode.VIDEO
    if phone and kind is not EventType.VISIT:
        return Mode.PHONE
    if kind in _TOGETHER:
        return Mode.IN_PERSON
    if kind is EventType.AGREEMENT:
        return Mode.IN_PERSON if headline.clause.verb and "signs" in headline.clause.verb.marks else None
    return _statement_mode(headline, hearer)


def _has_a_seat(headline: Headline, kind: EventType) -> bool:
    """A state that hosts a meeting on screens offers no seat."""
    verb = headline.clause.verb
    return kind is not EventType.STATEMENT and not (verb is not None and "hosts" in verb.marks)


def _by_phone(headline: Headline) -> bool:
    """`by phone`, `phone talks`, `telephones`; not `the tapping of his telephone`."""
    phone, norms, verb_at = headline.lexicon.words("phone"), headline.words.norms, headline.clause.verb_at
    if phone.isdisjoint(headline.norms):
        return False
    first, last = headline.clause.first, headline.clause.last
    return any(
        i == verb_at or norms[max(first, i - 1)] in _OVER or norms[min(last - 1, i + 1)] in _TALKS
        for i in range(first, last)
        if norms[i] in phone
    )


def _is_a_call(headline: Headline, kind: EventType) -> bool:
    """`calls the president to discuss`, `in a call with`."""
    verb, norms = headline.clause.verb, headline.words.norms
    if verb is not None and "phones" in verb.marks and kind is EventType.MEETING:
        return True
    return "call" in headline.norms and any(
        norms[i] == "call" and norms[i + 1] in ("with", "to", "between")
        for i in range(headline.clause.first, headline.clause.last - 1)
        if i != headline.clause.verb_at
    )


def _statement_mode(headline: Headline, hearer: bool) -> Mode | None:
    verb = headline.clause.verb
    if verb is not None and "tells" in verb.marks and not _LETTERS.isdisjoint(headline.norms):
        return Mode.WRITTEN
    if hearer or (verb is not None and "summons" in verb.marks):
        return Mode.IN_PERSON
    if (verb is not None and "publishes" in verb.marks) or _in_print(headline):
        return Mode.WRITTEN
    return Mode.IN_PERSON if _said_aloud(headline) else None


def _said_aloud(headline: Headline) -> bool:
    """`says in an interview that`, `testifies before`; not what somebody else said in one."""
    aloud, norms, first = headline.lexicon.words("aloud"), headline.words.norms, headline.clause.first
    if aloud.isdisjoint(headline.norms):
        return False
    last = min(headline.clause.last, headline.clause.reported_at)
    return any(
        i == headline.clause.verb_at or not _OCCASIONS.isdisjoint(norms[max(first, i - 4) : i])
        for i in range(first, last)
        if norms[i] in aloud
    )


_OCCASIONS = frozenset("in at during before to through by after".split())


def _in_print(headline: Headline) -> bool:
    """Whether a text says it (`a report says`), or it is said in one (`says in a report`)."""
    published = headline.lexicon.words("published")
    if headline.opening[:2] == _ACCORDING_TO and not published.isdisjoint(headline.opening):
        return True
    if not published.isdisjoint(headline.before) or not headline.lexicon.words("media").isdisjoint(headline.before):
        return True
    norms, first, verb_at = headline.words.norms, headline.clause.first, headline.clause.verb_at
    return not published.isdisjoint(headline.norms) and any(
        norms[i] in published and not _MEDIUM.isdisjoint(norms[max(first, i - 4) : i])
        for i in range(first, headline.clause.last)
        if i != verb_at
    )


# --- PLOVER


def plover(kind: EventType, verb: Verb | None) -> str | None:
    """The PLOVER code of an event: by its type, and within a type by what its main verb does. None if it has none."""
    if verb is not None and verb.plover in BY_CONTENT.get(kind, ()):
        return verb.plover
    return USUAL.get(kind)
