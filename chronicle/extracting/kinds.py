"""What kind of event a headline tells: its type, and its PLOVER code."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from chronicle.extracting.headline import ACCORDING_TO, Headline, noun_type
from chronicle.extracting.lexicon import Asked, KindRule, Verb
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, Mention
from chronicle.extracting.modes import by_phone, is_a_call
from chronicle.model import EventType
from chronicle.model.plover import BY_CONTENT, USUAL


def event_type(headline: Headline) -> EventType:
    """The codebook's type, by the main verb and, where that is a light one, by the noun it governs."""
    verb = headline.clause.verb
    if headline.opening[:2] == ACCORDING_TO:
        return EventType.STATEMENT
    if verb is None:
        return _of_nouns(headline)
    if _of_itself_an_incident(headline, verb):
        return EventType.INCIDENT
    if verb.type == EventType.STATEMENT and _opens_a_letter(headline):
        return EventType.MESSAGE
    if "receives" in verb.marks and _right_behind(headline) is not None:
        return EventType.MEETING
    if ("phones" in verb.marks and _rings(headline)) or ("confers" in verb.marks and _confer(headline)):
        return EventType.MEETING
    if _is_hearsay(headline, verb) and (told := _type_of_infinitive(headline)) is not None:
        return EventType(told)
    rules = headline.lexicon.rules
    for rule in (*rules.get(_ANY, ()), *rules.get(verb.by, ())):
        kind = _outcome(rule.type, headline, verb) if _applies(rule, headline) else None
        if kind is not None:
            return _spoken(EventType(kind), headline)
    return _spoken(EventType(verb.type), headline)


def _opens_a_letter(headline: Headline) -> bool:
    """`In a letter to Bush, Kim says`; not `In reply to the letter from Bush, Kim says`."""
    opening, words = headline.opening, headline.lexicon.words
    return not words("correspondence").isdisjoint(opening) and words("referring").isdisjoint(opening[1:2])


def _of_nouns(headline: Headline) -> EventType:
    """What a headline without a verb tells: by its nouns, or that somebody is somewhere."""
    kind = EventType(noun_type(headline, headline.clause.first, headline.clause.last) or EventType.OTHER)
    return EventType.VISIT if kind is EventType.OTHER and _is_away(headline) else kind


def _is_away(headline: Headline) -> bool:
    """`Deputy Minister Tsai in Washington`; not several, who meet there."""
    norms = headline.words.norms
    starting = {m.first: m for m in headline.mentions}
    who = next((m for m in headline.mentions if m.kind in (PERSON, OFFICE)), None)
    if who is None or who.plural or norms[who.last : who.last + 1] != ["in"]:
        return False
    where = starting.get(who.last + 1 + (norms[who.last + 1 : who.last + 2] == ["the"]))
    return where is not None and where.kind in (PLACE, STATE)


def _spoken(kind: EventType, headline: Headline) -> EventType:
    """Good wishes by telephone are a talk, and whatever two do `In a phone call, ...`."""
    if _talk_by_phone(headline):
        return EventType.MEETING
    by_wire = kind is EventType.MESSAGE and (by_phone(headline) or is_a_call(headline, kind))
    return EventType.MEETING if by_wire else kind


def _is_hearsay(headline: Headline, verb: Verb) -> bool:
    """`are said to have moved missiles`: what counts is told behind."""
    said = headline.clause.passive and verb.object == "clause" and verb.type == EventType.STATEMENT
    behind = headline.words.norms[headline.object_at : headline.object_at + 2]
    return said and behind == ["to", "have"]


def _right_behind(headline: Headline) -> Mention | None:
    """The person or office named right behind the verb; not `receives Putin's letter`."""
    named = next((m for m in headline.mentions if m.first == headline.object_at), None)
    if named is None or named.kind not in (PERSON, OFFICE) or named.adjective:
        return None
    return named if headline.words.norms[named.last : named.last + 1] != ["'s"] else None


def _confer(headline: Headline) -> bool:
    """`Aso and Obama speak on the margins of`: two persons, and no third to whom they do."""
    behind = headline.words.norms[headline.object_at : headline.object_at + 1]
    return headline.named_before().count(PERSON) > 1 and behind not in (["to"], ["at"], ["of"], ["out"], ["against"])


def _rings(headline: Headline) -> bool:
    """`calls Rouhani`, `calls Abe after the launch`; not `calls him a liar`, `calls Abe “unfit”`."""
    called = _right_behind(headline)
    if called is None:
        return False
    clause, words = headline.clause, headline.words
    return called.last >= clause.last or "," in words.gaps[called.last] or words.norms[called.last] in _BEHIND_CALLED


_BEHIND_CALLED = frozenset("to after before from in on about over and as while with during when".split())


def _talk_by_phone(headline: Headline) -> bool:
    """`In a phone call, A and B agree`, `A, on the telephone with B, thanks`."""
    phones = headline.lexicon.words("phone")
    if any(one in phones and two == "with" for one, two in pairwise(headline.before)):
        return True
    opening = headline.opening
    if opening[:1] not in (["in"], ["during"]) or headline.lexicon.words("phone").isdisjoint(opening):
        return False
    return headline.named_before().count(PERSON) > 1


_ANY = "*"
_TOLD_OF_INCIDENTS = frozenset({"statement", "meeting", "sanction", "politics", "aid", "agreement", "ceremony"})


def _of_itself_an_incident(headline: Headline, verb: Verb) -> bool:
    """Hackers, protesters and earthquakes make an incident whatever they do."""
    before, lexicon = headline.before, headline.lexicon
    if before[:1] == ["a"] and not lexicon.words("stranger").isdisjoint(before[1:2]):
        return verb.type not in ("meeting", "agreement", "visit", "ceremony")
    if not lexicon.words("outlaw").isdisjoint(before) or not lexicon.words("crowd").isdisjoint(before):
        return verb.type not in ("meeting", "agreement") and not headline.clause.passive
    return verb.type not in _TOLD_OF_INCIDENTS and headline.noun_before == "incident"


def _applies(rule: KindRule, headline: Headline) -> bool:
    """Whether subject and object are what the rule asks for.

    Of a passive the subject is what it is done to, and whoever does it stands behind `by`.
    """
    if headline.clause.passive:
        done_to = headline.before + headline.behind if rule.object.words else []
        behind = headline.behind
        by_whom = behind[behind.index("by") + 1 :] if "by" in behind else []
        doer = _fits(rule.subject, by_whom, headline, _object)
        return doer and _fits(rule.object, done_to, headline, _done_to)
    behind = headline.behind if rule.object.words else []
    return _fits(rule.subject, headline.before, headline, _subject) and _fits(rule.object, behind, headline, _object)


def _fits(asked: Asked, words: list[str], headline: Headline, look: "Look") -> bool:
    if asked.absent:
        return not headline.has_object
    if asked.anything or not asked.words.isdisjoint(words):
        return True
    noun, named = look(headline, bool(asked.types), bool(asked.mentions))
    return noun in asked.types or not asked.mentions.isdisjoint(named)


# What is asked of a headline beside its words: the type of a noun, and the kinds of what is named.
Look = Callable[[Headline, bool, bool], tuple[str | None, list[str]]]


def _subject(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return headline.noun_before if noun else None, headline.named_before() if named else []


def _object(headline: Headline, noun: bool, named: bool) -> tuple[str | None, list[str]]:
    return headline.noun_behind if noun else None, headline.named_behind() if named else []


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
        kind = _type_of_infinitive(headline)
        return EventType.VISIT if kind in _NOT_TELLING and _is_somewhere(headline) else kind
    return outcome


_NOT_TELLING = frozenset({None, EventType.OTHER, EventType.STATEMENT})


def _is_somewhere(headline: Headline) -> bool:
    """`Rudd is in New Delhi to raise`."""
    place = next((m for m in headline.mentions if m.first == headline.object_at + 1), None)
    behind = headline.words.norms[headline.object_at : headline.object_at + 1]
    is_there = headline.clause.does(("be",)) and behind == ["in"]
    return is_there and place is not None and place.kind in (PLACE, STATE)


def _type_of_infinitive(headline: Headline) -> str | None:
    """The type by the verb behind `to`: `is the first leader to set foot in`, `is reported to have moved`."""
    norms = headline.words.norms
    for i in range(headline.object_at, headline.clause.last - 1):
        if norms[i] == "to":
            done = norms[i + 1] == "have" and i + 2 < headline.clause.last
            at = i + 1 + done
            at += norms[at].endswith("ly") and at + 1 < headline.clause.last  # `to physically dismantle`
            for rest, form in headline.lexicon.verb_tails.get(norms[at], ()):
                end = at + 1 + len(rest)
                if tuple(norms[at + 1 : end]) == rest and (form.participle if done else not (form.third or form.past)):
                    clause = replace(headline.clause, verb=form.verb, verb_at=at, passive=False)
                    return event_type(Headline(headline.words, clause, headline.mentions, headline.lexicon))
    return None


def event_code(headline: Headline, kind: EventType) -> str | None:
    """The PLOVER code of an event of a kind; what an earthquake does has none."""
    if kind is EventType.INCIDENT and not headline.lexicon.words("disaster").isdisjoint(headline.before):
        return None
    return plover(kind, headline.clause.verb)


def plover(kind: EventType, verb: Verb | None) -> str | None:
    """A PLOVER code by the type, and within a type by what the main verb does. None if it has none."""
    if verb is not None and verb.plover in BY_CONTENT.get(kind, ()):
        return verb.plover
    return USUAL.get(kind)
