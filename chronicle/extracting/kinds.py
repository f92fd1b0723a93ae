"""What kind of event a headline tells (type) and how the parties came together (mode)."""

import re
from dataclasses import dataclass

from chronicle.extracting.clauses import Clause
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.phrases import BODY, OFFICE, PERSON, Mention
from chronicle.extracting.words import Words
from chronicle.model import EventType, Mode


@dataclass(frozen=True, slots=True)
class Headline:
    """The first sentence with its grammar, as the rules of type and mode need it."""

    words: Words
    clause: Clause
    mentions: list[Mention]
    lexicon: Lexicon

    @property
    def norms(self) -> list[str]:
        return self.words.norms[self.clause.first : self.clause.last]

    def has(self, *wanted: str) -> bool:
        return any(n in wanted for n in self.norms)


_STOPS = frozenset(
    "on over about for to with in at by after before during from against following as between regarding marking"
    " attended chaired hosted aimed and via through amid despite".split()
)


def event_type(headline: Headline) -> EventType:
    """The codebook's type, by the main verb and, where that is a light one, by the noun it governs."""
    verb = headline.clause.verb
    if verb is None:
        return EventType(_noun_type(headline, headline.clause.first) or _fallback(headline))
    kind = _by_rule(headline, verb.by)
    if kind:
        return EventType(kind)
    if verb.by == "noun" or verb.lemma in ("be", "have"):
        return EventType(_object_type(headline) or _subject_type(headline) or verb.type)
    return EventType(verb.type)


def _object_type(headline: Headline) -> str | None:
    at = headline.clause.verb_at
    return _noun_type(headline, at + 1) if at < headline.clause.last else None


def _subject_type(headline: Headline) -> str | None:
    """The kind of a sentence whose subject is the event: `The 17th Meeting ... is held`."""
    return _noun_type(headline, headline.clause.first, headline.clause.verb_at)


def _noun_type(headline: Headline, first: int, last: int | None = None) -> str | None:
    """The type of the last known noun before the first preposition, else of the first noun after it."""
    end = headline.clause.last if last is None else last
    covered = _named_words(headline)
    found: str | None = None
    i = first
    while i < end:
        norm = headline.words.norms[i]
        if norm in _STOPS or (found and norm == "of") or (i > first and _parts(headline.words.gaps[i])):
            if found:
                return found
            i += 1
            continue
        kind, size = _noun_at(headline, i, end) if not covered[i - headline.clause.first] else (None, 1)
        found = kind or found
        i += size
    return found


def _parts(gap: str) -> bool:
    return "," in gap or ";" in gap or "(" in gap


def _named_words(headline: Headline) -> list[bool]:
    """Words that are names of people, offices or bodies, in which no noun is looked for."""
    covered = [False] * (headline.clause.last - headline.clause.first)
    for m in headline.mentions:
        if m.kind in (PERSON, OFFICE, BODY):
            last = m.last - 1 if m.kind == BODY else m.last
            for i in range(max(m.first, headline.clause.first), min(last, headline.clause.last)):
                covered[i - headline.clause.first] = True
    return covered


def _noun_at(headline: Headline, i: int, end: int) -> tuple[str | None, int]:
    nouns, norms = headline.lexicon.nouns, headline.words.norms
    for size in (3, 2, 1):
        if i + size <= end:
            key = tuple(norms[i : i + size])
            kind = nouns.get(key)
            if kind is None and size == 1 and key[0].endswith("s"):
                kind = nouns.get((key[0][:-1],))
            if kind:
                return kind, size
    return None, 1


def _fallback(headline: Headline) -> str:
    return "other"


def _person_after_verb(headline: Headline) -> bool:
    return any(
        m.first > headline.clause.verb_at and m.first <= headline.clause.verb_at + 3
        for m in headline.mentions
        if m.kind in (PERSON, OFFICE)
    )


def _by_rule(headline: Headline, by: str) -> str | None:
    """The refinements that a verb's row names (data/verbs.csv, column `by`)."""
    verb_at = headline.clause.verb_at
    after = headline.words.norms[verb_at + 1 : headline.clause.last]
    rules = {
        "person": lambda: "meeting" if _person_after_verb(headline) else None,
        "hearer": lambda: _hearer(after),
        "crowd": lambda: "incident" if headline.has("protesters", "demonstrators", "crowd", "crowds") else None,
        "craft": lambda: "military" if headline.has(*_CRAFT) else None,
        "arms": lambda: "military" if headline.has(*_ARMS) else None,
        "aid": lambda: "aid" if headline.has("aid", "assistance", "relief", "grant", "donation") else None,
        "diplomat": lambda: "sanction" if headline.has("ambassador", "diplomats", "envoy") else None,
        "visit": lambda: "meeting" if _person_after_verb(headline) and "to" not in after else None,
    }
    rule = rules.get(by)
    return rule() if rule else None


def _hearer(after: list[str]) -> str | None:
    if any(n in after[:8] for n in ("phone", "telephone")) or (after[:1] in (["with"], ["by"])):
        return "meeting"
    return None


_CRAFT = (
    "bomber", "bombers", "fighter", "fighters", "jets", "jet", "aircraft", "warplanes", "ships", "warships", "warship",
    "destroyer", "frigate", "vessels", "vessel", "carrier", "submarine", "drone", "drones", "plane", "planes", "navy",
)  # fmt: skip
_ARMS = ("arms", "missiles", "weapons", "aircraft", "jets", "fighters", "frigates", "submarines", "torpedoes")

_VIDEO = re.compile(
    r"\b(?:video[ -]?(?:conferenc\w*|link\w*|call\w*|teleconferenc\w*|summit|meeting)?|virtual(?:ly)?|online|webinar|"
    r"teleconferenc\w*|remotely|zoom)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:tele)?phone[sd]?\b|\bphone calls?\b|\btelephon\w+|\bby phone\b|\bcall with\b", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\b(?:letters?|messages?|telegram\w*|telegraph\w*|cables?|joint statement|statements?|communiqu\w+|op-ed|article|"
    r"editorial|commentary|report|white paper|publish\w*|publication|releas\w+|pens?|press release|"
    r"congratulatory|condolences|website|posts?|tweets?|written|survey|poll)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"\b(?:press conference|news conference|interview|speech|address(?:es)?|remarks|reporters|audience|hearing|"
    r"testif\w+|briefing|summons?|summoned|meeting with|lecture|speaks (?:to|at|in|before)|"
    r"deliver\w*)\b",
    re.IGNORECASE,
)


def event_mode(headline: Headline, kind: EventType, seated: bool, hearer: bool) -> Mode | None:
    """How the parties came together. `seated`: a place is named; `hearer`: somebody is told it."""
    text = headline.words.text[: headline.words.headline_end]
    video = _VIDEO.search(text)
    if kind in (
        EventType.MEETING,
        EventType.VISIT,
        EventType.CEREMONY,
        EventType.AGREEMENT,
        EventType.STATEMENT,
    ):
        if video and kind is not EventType.STATEMENT:
            return Mode.HYBRID if seated else Mode.VIDEO
        if _PHONE.search(text):
            return Mode.PHONE
        if video:
            return Mode.VIDEO
    if kind is EventType.MESSAGE:
        return Mode.PHONE if _PHONE.search(text) else Mode.WRITTEN
    if kind in (EventType.MEETING, EventType.VISIT, EventType.CEREMONY):
        return Mode.IN_PERSON
    if kind is EventType.AGREEMENT:
        return Mode.IN_PERSON if headline.clause.verb and headline.clause.verb.lemma in _SIGNING else None
    if kind is EventType.STATEMENT:
        return _statement_mode(text, headline, hearer)
    return None


_SIGNING = frozenset({"sign", "ink", "initial"})
_PUBLISHING = frozenset({"publish", "release", "issue", "pen", "write", "author", "report", "show", "find"})


def _statement_mode(text: str, headline: Headline, hearer: bool) -> Mode | None:
    verb = headline.clause.verb
    if _SPOKEN_TO.search(text) or hearer:
        return Mode.IN_PERSON
    if verb is not None and verb.lemma in _PUBLISHING:
        return Mode.WRITTEN
    subject_end = headline.clause.verb_at + 1
    near = " ".join(headline.words.forms[max(0, subject_end - 6) : subject_end + 6])
    return Mode.WRITTEN if _WRITTEN.search(near) else None
