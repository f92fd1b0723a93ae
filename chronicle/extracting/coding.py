"""One entry to one event, one document to its events."""

import re

from chronicle.extracting.actors import Actors
from chronicle.extracting.clauses import read_clause
from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.kinds import Headline, event_mode, event_type
from chronicle.extracting.people import Day, People
from chronicle.extracting.phrases import PERSON, Phrases
from chronicle.extracting.spans import find_spans
from chronicle.extracting.venues import find_venues
from chronicle.extracting.words import Words, split_words
from chronicle.model import ActorKind, Document, Entry, Event, EventType, Role, Section


def code_document(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Event, ...], ...]:
    """The events of each section in the order of its entries; `id` and `source` are given on storing."""
    return tuple(_code_section(section, document, gazetteer) for section in document.sections)


def _code_section(section: Section, document: Document, gazetteer: Gazetteer) -> tuple[Event, ...]:
    relation = relation_codes(section.relation or document.citation.relation or "", gazetteer)
    people = People(gazetteer, relation)
    return tuple(code_entry(entry, people, gazetteer) for entry in section.entries)


def relation_codes(printed: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The states that a heading such as `US-Japan Relations` names."""
    words = split_words(printed)
    codes = set()
    for span in find_spans(words, gazetteer):
        codes.update(r.key for r in span.readings if r.sort in (Sort.STATE, Sort.DEMONYM))
    return frozenset(codes)


def code_entry(entry: Entry, people: People, gazetteer: Gazetteer) -> Event:
    """An entry under the codebook. `people` remembers who was named in the section's entries above."""
    words = split_words(entry.text)
    mentions = Phrases(words, find_spans(words, gazetteer), gazetteer).mentions()
    clauses = [read_clause(words, mentions, gazetteer.lexicon, a, b) for a, b in _sentences(words)]
    day = Day(entry.date.start, entry.date.end) if entry.date.start and entry.date.end else None
    found = Actors(words, mentions, clauses, day, people, gazetteer).collect()
    headline_text = words.text[: words.headline_end]
    if not clauses:
        return Event(
            entry.ordinal, entry.location, entry.date, headline_text, entry.text, EventType.OTHER, None,
            links=entry.links, flags=entry.flags,
        )  # fmt: skip
    headline = Headline(words, clauses[0], [m for m in mentions if words.sentence[m.first] == 0], gazetteer.lexicon)
    kind = event_type(headline)
    venues = find_venues(words, mentions, clauses, kind, gazetteer)
    hearer = any(
        m.kind == PERSON and m.first > clauses[0].verb_at and m.first < clauses[0].reported_at
        for m in headline.mentions
    ) and bool(clauses[0].verb and clauses[0].verb.object == "told")
    mode = event_mode(headline, kind, bool(venues), hearer)
    return Event(
        entry.ordinal, entry.location, entry.date, headline_text, entry.text, kind, mode,
        tuple(found.actors.values()), venues, entry.links, (*entry.flags, *dict.fromkeys(found.flags)),
    )  # fmt: skip


def _sentences(words: Words) -> list[tuple[int, int]]:
    """First and last word (exclusive) of each sentence."""
    bounds: list[tuple[int, int]] = []
    for i, number in enumerate(words.sentence):
        if number == len(bounds):
            bounds.append((i, i + 1))
        else:
            bounds[-1] = (bounds[-1][0], i + 1)
    return bounds


_ = (re, ActorKind, Role)
