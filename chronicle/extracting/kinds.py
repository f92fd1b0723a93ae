"""What kind of event a headline tells (type), how the parties came together (mode), and its PLOVER code."""

from dataclasses import dataclass, replace
from functools import cached_property

from chronicle.extracting.clauses import Clause
from chronicle.extracting.lexicon import KindRule, Lexicon, Verb
from chronicle.extracting.phrases import BODY, FORUM, OFFICE, PERSON, Mention
from chronicle.extracting.words import Words
from chronicle.model import EventType, Mode


@dataclass(frozen=True)
class Headline:
    """The first sentence with its grammar, as the rules of type and mode need it."""

    words: Words
    clause: Clause
    mentions: list[Mention]
    lexicon: Lexicon

    @cached_property
    def norms(self) -> frozenset[str]:
        return frozenset(self.words.norms[self.clause.first : self.clause.last])

    @cached_property
    def object_at(self) -> int:
        """The first word behind the main verb."""
        verb = self.clause.verb
        return min(self.clause.verb_at + (verb.size if verb else 0), self.clause.last)

    @cached_property
    def subject_at(self) -> int:
        """The first word of the subject: behind the comma that closes an opening (`Citing the standoff, ...`)."""
        first, words = self.clause.first, self.words
        opens = words.norms[first] in _STOPS or words.norms[first] in _BREAKS or words.norms[first].endswith("ing")
        if not opens or any(m.first == first for m in self.mentions):
            return first
        comma = (i for i in range(first + 1, self.clause.verb_at) if "," in words.gaps[i])
        return next(comma, first)

    @cached_property
    def before_verb(self) -> frozenset[str]:
        return frozenset(self.words.norms[self.subject_at : self.clause.verb_at])

    @cached_property
    def behind_verb(self) -> frozenset[str]:
        """The words of the object: up to a comma or a clause of its own."""
        words, end = self.words, self.object_at
        while end < self.clause.last and words.norms[end] not in _BREAKS:
            if end > self.object_at and words.gaps[end][:1] in _CLOSING:
                break
            end += 1
        return frozenset(words.norms[self.object_at : end])

    @cached_property
    def noun_before(self) -> str | None:
        """The type of the subject's noun: `The 17th Meeting ... is held`."""
        return _noun_type(self, self.subject_at, self.clause.verb_at)

    @cached_property
    def noun_behind(self) -> str | None:
        """The type of the object's noun, or of one behind a preposition (`takes part in the exercise`)."""
        return _noun_type(self, self.object_at, self.clause.last)

    @cached_property
    def object_noun(self) -> str | None:
        """The type of the object's noun."""
        words, end = self.words, self.object_at
        while end < self.clause.last and (words.norms[end] not in _STOPS or words.norms[end] == "of"):
            end += 1
        return _noun_type(self, self.object_at, end)

    @cached_property
    def named_before(self) -> frozenset[str]:
        return frozenset(m.kind for m in self.mentions if self.subject_at <= m.first < self.clause.verb_at)

    @cached_property
    def named_behind(self) -> frozenset[str]:
        """The kinds of what is named right behind the verb."""
        near = range(self.object_at, self.object_at + 4)
        return frozenset(m.kind for m in self.mentions if m.first in near)


_STOPS = frozenset(
    "on over about for to with in at by after before during from against following as between regarding marking"
    " attended chaired hosted aimed and via through amid despite of off near under".split()
)
_BREAKS = frozenset(
    "which who whom whose that after before while when as because since until although where despite amid following"
    " if whether".split()
)
_CLOSING = (",", ";", "(", ":")


# --- type


def event_type(headline: Headline) -> EventType:
    """The codebook's type, by the main verb and, where that is a light one, by the noun it governs."""
    verb = headline.clause.verb
    if verb is None:
        return EventType(_noun_type(headline, headline.clause.first, headline.clause.last) or EventType.OTHER)
    if _of_itself_an_incident(headline, verb):
        return EventType.INCIDENT
    for rule in headline.lexicon.rules.get(verb.by, ()):
        if _applies(rule, headline):
            return EventType(_outcome(rule.type, headline, verb))
    return EventType(verb.type)


_TOLD_OF_INCIDENTS = frozenset({"statement", "meeting", "sanction", "politics", "aid", "agreement", "ceremony"})


def _of_itself_an_incident(headline: Headline, verb: Verb) -> bool:
    """Hackers, protesters and earthquakes make an incident whatever they do."""
    before = headline.before_verb
    lexicon = headline.lexicon
    if not lexicon.words("outlaw").isdisjoint(before) or not lexicon.words("crowd").isdisjoint(before):
        return verb.type not in ("meeting", "agreement") and not headline.clause.passive
    return verb.type not in _TOLD_OF_INCIDENTS and headline.noun_before == "incident"


def _applies(rule: KindRule, headline: Headline) -> bool:
    """Whether subject and object are what the rule asks for; of a passive the subject is what it is done to."""
    if headline.clause.passive:
        return _subject_fits(rule, headline.behind_verb, headline.noun_behind, headline.named_behind) and _object_fits(
            rule, headline.before_verb | headline.behind_verb, _done_to(headline), headline.named_before
        )
    before = headline.noun_before if rule.subject_types else None
    behind = headline.noun_behind if rule.object_types else None
    return _subject_fits(rule, headline.before_verb, before, headline.named_before) and _object_fits(
        rule, headline.behind_verb, behind, headline.named_behind
    )


def _done_to(headline: Headline) -> str | None:
    return headline.noun_before or headline.noun_behind


def _subject_fits(rule: KindRule, words: frozenset[str], noun: str | None, named: frozenset[str]) -> bool:
    if not (rule.subject or rule.subject_types or rule.subject_mentions):
        return True
    return (
        noun in rule.subject_types
        or not rule.subject.isdisjoint(words)
        or not rule.subject_mentions.isdisjoint(named)
    )  # fmt: skip


def _object_fits(rule: KindRule, words: frozenset[str], noun: str | None, named: frozenset[str]) -> bool:
    if not (rule.object or rule.object_types or rule.object_mentions):
        return True
    return (
        noun in rule.object_types
        or not rule.object.isdisjoint(words)
        or not rule.object_mentions.isdisjoint(named)
    )  # fmt: skip


def _outcome(outcome: str, headline: Headline, verb: Verb) -> str:
    """What a rule's last cell says: a type, or where to look for one."""
    if outcome == "own":
        return verb.type
    if outcome == "subject":
        return headline.noun_before or verb.type
    if outcome == "object":
        return (_done_to(headline) if headline.clause.passive else headline.noun_behind) or verb.type
    if outcome == "noun":
        own = verb.type if verb.type != EventType.OTHER else headline.noun_behind
        return headline.object_noun or headline.noun_before or own or verb.type
    if outcome == "then":
        return _type_of_infinitive(headline) or verb.type
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
        if found and (norm in _STOPS or (gaps[i][:1] in _CLOSING and i > first)):
            if norm != "and" or not headline.words.forms[min(i + 1, last - 1)][0].isupper():
                return found
        if i > first and (norm in _BREAKS or (found and _new_verb(headline, i))):
            return found
        mention = named.get(i)
        if mention is not None:
            found = _forum_type(headline, mention) or found
            i = mention.last - 1 if mention.kind == BODY and mention.last - 1 > i else mention.last
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
        return form is not None and form.finite and not form.homograph and headline.words.forms[i + 1][0].islower()
    return norms[i].endswith("ing") and norms[i] not in lexicon.noun_tails and norms[i] in lexicon.verb_tails


_NAMED = frozenset({PERSON, OFFICE, BODY, FORUM})


def _forum_type(headline: Headline, mention: Mention) -> str | None:
    """The type that a named exercise, forum or agreement makes."""
    if mention.kind != FORUM:
        return None
    kinds = (headline.lexicon.nouns.get((r.key,)) for r in mention.core.readings)
    return next((kind for kind in kinds if kind), None)


# --- mode

_TOGETHER = frozenset({EventType.MEETING, EventType.VISIT, EventType.CEREMONY})
_MAYBE_REMOTE = _TOGETHER | {EventType.AGREEMENT, EventType.STATEMENT}
_SIGNING = frozenset({"sign", "ink", "initial"})
_PUBLISHING = frozenset({"publish", "release", "issue", "pen", "write", "author", "post", "tweet", "carry"})
_MEDIUM = frozenset("in with by via through".split())


def event_mode(headline: Headline, kind: EventType, seated: bool, hearer: bool) -> Mode | None:
    """How the parties came together. `seated`: a place is named; `hearer`: somebody is told it."""
    phone = not headline.lexicon.words("phone").isdisjoint(headline.norms) or _calls_with(headline)
    if kind is EventType.MESSAGE:
        return Mode.PHONE if phone else Mode.WRITTEN
    if kind not in _MAYBE_REMOTE:
        return None
    if not headline.lexicon.words("video").isdisjoint(headline.norms):
        return Mode.HYBRID if seated and _has_a_seat(headline, kind) else Mode.VIDEO
    if phone and kind is not EventType.VISIT:
        return Mode.PHONE
    if kind in _TOGETHER:
        return Mode.IN_PERSON
    if kind is EventType.AGREEMENT:
        return Mode.IN_PERSON if headline.clause.verb and headline.clause.verb.lemma in _SIGNING else None
    return _statement_mode(headline, hearer)


def _has_a_seat(headline: Headline, kind: EventType) -> bool:
    """A state that hosts a meeting on screens offers no seat."""
    verb = headline.clause.verb
    return kind is not EventType.STATEMENT and not (verb is not None and verb.lemma in ("host", "co-host"))


def _calls_with(headline: Headline) -> bool:
    norms = headline.words.norms
    return any(
        norms[i] == "call" and norms[i + 1] in ("with", "to", "between")
        for i in range(headline.object_at, headline.clause.last - 1)
    )


def _statement_mode(headline: Headline, hearer: bool) -> Mode | None:
    verb, lexicon = headline.clause.verb, headline.lexicon
    if hearer or (verb is not None and verb.lemma == "summon"):
        return Mode.IN_PERSON
    if (verb is not None and verb.lemma in _PUBLISHING) or _in_print(headline):
        return Mode.WRITTEN
    return None if lexicon.words("aloud").isdisjoint(headline.norms) else Mode.IN_PERSON


def _in_print(headline: Headline) -> bool:
    """Whether a text says it (`a report says`), or it is said in one (`says in a report`)."""
    published = headline.lexicon.words("published")
    if not published.isdisjoint(headline.before_verb):
        return True
    norms = headline.words.norms
    return any(
        norms[i] in published and not _MEDIUM.isdisjoint(norms[max(headline.object_at, i - 4) : i])
        for i in range(headline.object_at, headline.clause.last)
    )


# --- PLOVER

_PLOVER = {
    EventType.MEETING: "CONSULT",
    EventType.VISIT: "CONSULT",
    EventType.MESSAGE: "SUPPORT",
    EventType.AGREEMENT: "AGREE",
    EventType.EXERCISE: "COOPERATE",
    EventType.COOPERATION: "COOPERATE",
    EventType.AID: "AID",
    EventType.CEREMONY: "SUPPORT",
    EventType.MILITARY: "MOBILIZE",
    EventType.SANCTION: "SANCTION",
}
_BY_VERB = {
    EventType.STATEMENT: frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}),
    EventType.MILITARY: frozenset({"MOBILIZE", "COERCE", "ASSAULT"}),
    EventType.SANCTION: frozenset({"SANCTION", "CONCEDE"}),
    EventType.INCIDENT: frozenset({"PROTEST", "ASSAULT"}),
}


def plover(kind: EventType, verb: Verb | None) -> str | None:
    """The PLOVER code of an event: by its type, and within a type by what its main verb does. None if it has none."""
    if verb is not None and verb.plover in _BY_VERB.get(kind, ()):
        return verb.plover
    return _PLOVER.get(kind)
