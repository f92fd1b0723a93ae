"""One entry to one event, one document to its events."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from chronicle.extracting.actors import find_actors
from chronicle.extracting.clauses import Clause, read_clause
from chronicle.extracting.collecting import not_collecting
from chronicle.extracting.gazetteer import Body, Gazetteer, Sort
from chronicle.extracting.headline import Headline
from chronicle.extracting.hearers import told_to_the_face
from chronicle.extracting.kinds import event_code, event_type
from chronicle.extracting.mention import Mention
from chronicle.extracting.modes import event_mode
from chronicle.extracting.people import Day, People
from chronicle.extracting.phrases import find_mentions
from chronicle.extracting.press import told_by_a_medium
from chronicle.extracting.relations import relation_codes
from chronicle.extracting.scene import Scene
from chronicle.extracting.spans import find_spans
from chronicle.extracting.units import (
    as_prose,
    begin_of_titled,
    is_row_of_visit,
    place_cells,
    regrouped,
    under_title,
)
from chronicle.extracting.venues import find_venues
from chronicle.extracting.visitlists import Visits, from_home, is_row_of_traveller, visits_under
from chronicle.extracting.words import Words, split_words
from chronicle.model import BAR, Document, Entry, Event, EventType, Mode, Section, Venue


def code_document(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Event, ...], ...]:
    """The events of each section in the order of its entries; `id` and `source` are given on storing."""
    # Nothing here has cycles, and each collection would look through the whole gazetteer.
    with not_collecting():
        return tuple(_code_section(section, document, gazetteer) for section in document.sections)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry with its words, mentions and sentences; of one with a title those of the text under it.

    `visits` is what the heading above it says of those who are named below it: that they travelled, and where from.
    """

    entry: Entry
    words: Words
    mentions: list[Mention]
    clauses: list[Clause]
    title: "Parsed | None" = None
    visits: Visits | None = None


def _code_section(section: Section, document: Document, gazetteer: Gazetteer) -> tuple[Event, ...]:
    relation = _relation(section, document, gazetteer)
    visits = visits_under(section.heading or "", gazetteer)
    parsed = [replace(parse_entry(entry, relation, gazetteer), visits=visits) for entry in section.entries]
    sides, named = relation or _usual_states(parsed), _named_in_full(parsed)
    people = People(gazetteer, sides, _usual_acronyms(parsed, gazetteer), named)
    return tuple(code_entry(each, people, gazetteer) for each in parsed)


def _relation(section: Section, document: Document, gazetteer: Gazetteer) -> frozenset[str]:
    """The two sides of a chronology, by its heading, else by the document's relation, else by a title that names both.

    One state in a title is what an issue is about, not with whom.
    """
    citation = document.citation
    for printed in (section.relation, section.heading, citation.relation):
        codes = relation_codes(printed, gazetteer) if printed else frozenset()
        if codes:
            return codes
    codes = relation_codes(citation.title, gazetteer) if citation.title else frozenset()
    return codes if len(codes) > 1 else frozenset()


def _usual_states(parsed: list[Parsed]) -> frozenset[str]:
    """The two states named most often, for a chronology whose heading names none."""
    counts = Counter(m.countries[0] for p in parsed for m in p.mentions if m.countries)
    return frozenset(code for code, _ in counts.most_common(2))


def _named_in_full(parsed: list[Parsed]) -> frozenset[str]:
    """The ids of the people whose full names a chronology prints somewhere, be it behind their surnames."""
    full = (m.core.keys(Sort.PERSON) for p in parsed for m in p.mentions)
    return frozenset(ids[0] for ids in full if len(ids) == 1)


def _usual_acronyms(parsed: list[Parsed], gazetteer: Gazetteer) -> dict[str, Body]:
    """The bodies that a chronology names by their acronym in three entries or more."""
    counts = Counter(
        (p.words.forms[m.core.first], m.core.keys(Sort.BODY)[0])
        for p in parsed
        for m in p.mentions
        if m.core.last - m.core.first == 1 and m.core.has(Sort.BODY) and p.words.forms[m.core.first].isupper()
    )
    return {form: gazetteer.bodies[key] for (form, key), count in counts.items() if count > 2}


def parse_entry(entry: Entry, relation: frozenset[str], gazetteer: Gazetteer) -> Parsed:
    """An entry taken apart; where titles stand over its text, the text, with the first of them."""
    whole = _taken_apart(entry, relation, gazetteer)
    begin = begin_of_titled(whole.words, whole.clauses)
    if begin is None:
        return _with_places(whole, gazetteer)
    over = as_prose(entry.text.partition(BAR)[0].strip(), gazetteer.lexicon)
    text = _taken_apart(replace(entry, text=entry.text[begin:].strip()), relation, gazetteer)
    title = _taken_apart(replace(entry, text=over), relation, gazetteer)
    return replace(_with_places(text, gazetteer), entry=entry, title=_with_places(title, gazetteer, title=True))


def _taken_apart(entry: Entry, relation: frozenset[str], gazetteer: Gazetteer) -> Parsed:
    """An entry with all that it prints as one text."""
    words = split_words(entry.text)
    mentions = find_mentions(words, find_spans(words, gazetteer, relation), gazetteer)
    words = regrouped(words, mentions, gazetteer.lexicon)
    named: list[list[Mention]] = [[] for _ in range(words.sentence[-1] + 1 if len(words) else 0)]
    for mention in mentions:
        named[words.sentence[mention.first]].append(mention)
    bounds = _sentences(words)
    clauses = [read_clause(words, here, gazetteer.lexicon, a, b) for here, (a, b) in zip(named, bounds, strict=True)]
    return Parsed(entry, words, mentions, clauses)


def _with_places(parsed: Parsed, gazetteer: Gazetteer, *, title: bool = False) -> Parsed:
    """With the cells that only name places marked; so is a title."""
    placed = place_cells(parsed.words, parsed.mentions, parsed.clauses, gazetteer.lexicon, title=title)
    return replace(parsed, clauses=placed)


def code_entry(parsed: Parsed, people: People, gazetteer: Gazetteer) -> Event:
    """An entry under the codebook. `people` remembers who was named in the section's entries above."""
    event = _coded(parsed, people, gazetteer)
    if parsed.title is None:
        return event
    with people.forgetting():
        title = _coded(parsed.title, people, gazetteer)
    return under_title(event, title, parsed.entry.text)


def _coded(parsed: Parsed, people: People, gazetteer: Gazetteer) -> Event:
    entry, words, mentions, clauses = parsed.entry, parsed.words, parsed.mentions, parsed.clauses
    day = Day(entry.date.start, entry.date.end) if entry.date.start and entry.date.end else None
    headline_text = words.text[: words.headline_end]
    if not clauses:
        return Event(
            entry.ordinal, entry.location, entry.date, headline_text, words.text, EventType.OTHER, None,
            links=entry.links, flags=entry.flags,
        )  # fmt: skip
    headline = Headline(words, clauses[0], [m for m in mentions if words.sentence[m.first] == 0], gazetteer.lexicon)
    kind = event_type(headline)
    type_rule = _type_rule(headline, kind)
    if kind is EventType.OTHER and is_row_of_visit(words, mentions, clauses, gazetteer.lexicon):
        kind, type_rule = EventType.VISIT, "a traveller and a place in two cells of a row make it visit"
    visits = parsed.visits if parsed.visits and is_row_of_traveller(headline, kind) else None
    if visits is not None:
        kind, type_rule = EventType.VISIT, "a traveller in a list of visits makes it visit"
    found = find_actors(Scene(words, mentions, clauses, day, kind, people, gazetteer))
    actors = from_home(found.actors.values(), visits)
    venues, venue_flags = find_venues(words, mentions, clauses, kind, gazetteer, people.relation)
    mode = event_mode(
        headline,
        kind,
        seated=bool(venues),
        hearer=told_to_the_face(headline),
        printed=told_by_a_medium(headline, gazetteer.bodies),
    )
    if mode is Mode.PHONE:
        venues, venue_flags = (), ()
    return Event(
        entry.ordinal, entry.location, entry.date, headline_text, words.text, kind, mode,
        actors, venues, entry.links, (*entry.flags, *dict.fromkeys(found.flags), *venue_flags),
        plover=event_code(headline, kind), type_rule=type_rule, mode_rule=_mode_rule(mode, venues),
        type_mention=_verb_as_printed(headline), type_key=clauses[0].verb.lemma if clauses[0].verb else None,
    )  # fmt: skip


def _verb_as_printed(headline: Headline) -> str | None:
    clause = headline.clause
    if clause.verb is None:
        return None
    return headline.words.span(clause.verb_at, min(clause.verb_at + clause.verb.size, clause.last))


def _type_rule(headline: Headline, kind: EventType) -> str:
    verb = headline.clause.verb
    if verb is None:
        return f"no main verb; the first noun that tells makes it {kind}"
    printed = headline.words.forms[headline.clause.verb_at]
    if verb.type == kind:
        return f"the verb `{printed}` ({verb.lemma}) makes it {kind}"
    return f"the verb `{printed}` ({verb.lemma}) with what stands beside it makes it {kind}"


def _mode_rule(mode: Mode | None, venues: tuple[Venue, ...]) -> str:
    if mode is None:
        return "nothing passes between parties that the headline brings together"
    seated = " and a place is named" if venues else ""
    return f"by the words of the headline for how they came together{seated}: {mode}"


def _sentences(words: Words) -> list[tuple[int, int]]:
    """First and last word (exclusive) of each sentence."""
    numbers = words.sentence
    ends = [bisect_right(numbers, number) for number in range(numbers[-1] + 1)] if numbers else []
    return list(zip([0, *ends], ends, strict=False))
