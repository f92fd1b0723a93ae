"""What is printed apart in one entry: a title, a traveller, a place; an event without a verb and what came of it."""

from dataclasses import replace

from chronicle.extracting.clauses import Clause, read_clause
from chronicle.extracting.functionwords import AT_A_SPOT
from chronicle.extracting.headline import Headline, noun_type
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.mention import OFFICE, PERSON, PLACE, STATE, UNKNOWN, Mention, beginning_in
from chronicle.extracting.parts import Part
from chronicle.extracting.words import SENTENCE_END, Words, headline_end
from chronicle.model import BAR, Event, EventType, Mode, Role, Venue, VenueKind

_AROUND_PLACES = AT_A_SPOT | frozenset("in over above between of from and".split())
_TRAVELLERS = frozenset({PERSON, OFFICE})
_LISTING = frozenset("and the with of".split())


def regrouped(words: Words, mentions: list[Mention], lexicon: Lexicon) -> Words:
    """The words with the sentences of the sense.

    A first cell that only names somebody goes with the cell behind it (`President X | State visit to Y`), unless that
    only names places. An event told without a verb ends at a semicolon (`State visit to Y; two treaties signed`).
    """
    end = _end_of_first(words)
    if (
        BAR in words.text
        and _is_barred(words, end)
        and _names_travellers(words, mentions, end, lexicon)
        and not _names_places(words, mentions, end, _end_of_first(words, 1), lexicon)
    ):
        words, end = _renumbered(words, end, -1), _end_of_first(words, 1)
    semicolon = next((i for i in range(1, end) if words.gaps[i] == ";"), None)
    if semicolon is None:
        return words
    clause = read_clause(words, mentions, lexicon, 0, semicolon)
    without_verb = clause.verb is None and _event_noun(words, clause, mentions, lexicon) is not None
    return _renumbered(words, semicolon, 1) if without_verb else words


def _names_travellers(words: Words, mentions: list[Mention], end: int, lexicon: Lexicon) -> bool:
    """Whether the words before `end` are persons or offices and nothing else, such as `Abe and Morrison Sign`."""
    here = [m for m in mentions if m.first < end]
    inside = {i for m in here for i in range(m.first, m.last)}
    between = {words.norms[i] for i in range(end) if i not in inside}
    unknown = (words.forms[i] for m in here if not m.core.readings for i in range(m.first, m.last))
    if any(_is_verb(form, lexicon) for form in unknown):
        return False
    return any(m.kind in _TRAVELLERS for m in here) and between <= _LISTING


def _end_of_first(words: Words, sentence: int = 0) -> int:
    return next((i for i, number in enumerate(words.sentence) if number > sentence), len(words))


def _is_barred(words: Words, i: int) -> bool:
    return 0 < i < len(words) and BAR in words.text[words.ends[i - 1] : words.starts[i]]


def _event_noun(words: Words, clause: Clause, mentions: list[Mention], lexicon: Lexicon) -> str | None:
    here = [m for m in mentions if m.first < clause.last]
    return noun_type(Headline(words, clause, here, lexicon), clause.first, clause.last)


def _renumbered(words: Words, at: int, step: int) -> Words:
    """The sentence that begins at word `at` joined to the one before it (-1), or begun there (1)."""
    sentence = [*words.sentence[:at], *(number + step for number in words.sentence[at:])]
    gaps = [*words.gaps[:at], SENTENCE_END if step > 0 else " ", *words.gaps[at + 1 :]]
    end = headline_end(words.text, words.ends, sentence)
    return replace(words, sentence=sentence, gaps=gaps, headline_end=end)


def place_cells(
    words: Words, mentions: list[Mention], clauses: list[Clause], lexicon: Lexicon, *, title: bool
) -> list[Clause]:
    """The clauses, with the cells of a row that only name places marked as places; so is a title."""
    if BAR not in words.text and not title:
        return clauses
    return [
        _as_places(clause)
        if (title or _is_barred(words, clause.first))
        and _names_places(words, mentions, clause.first, clause.last, lexicon)
        else clause
        for clause in clauses
    ]


def is_place_cell(words: Words, mentions: list[Mention], clause: Clause, lexicon: Lexicon) -> bool:
    only_places = clause.verb is None and all(part is Part.PLACE for part in clause.parts)
    return only_places and _names_places(words, mentions, clause.first, clause.last, lexicon)


def is_row_of_visit(words: Words, mentions: list[Mention], clauses: list[Clause], lexicon: Lexicon) -> bool:
    """`Mr. Shinzo Abe, Prime Minister | Osaka`: a traveller in one cell, and in the next where the journey went."""
    if len(clauses) != 2 or not _is_barred(words, clauses[1].first):
        return False
    travellers = _names_travellers(words, mentions, clauses[0].last, lexicon)
    return travellers and is_place_cell(words, mentions, clauses[1], lexicon)


def _as_places(clause: Clause) -> Clause:
    return replace(clause, verb=None, verb_at=clause.last, parts=[Part.PLACE] * len(clause.parts))


def _names_places(words: Words, mentions: list[Mention], first: int, last: int, lexicon: Lexicon) -> bool:
    """`Osaka and Kobe`, `South of Okinawa`: places, and in what relation to them."""
    around = _around_places(lexicon)
    here = [m for m in beginning_in(mentions, first, last) if not tells_how_it_lies(words, m, lexicon)]
    inside = {i for m in here for i in range(m.first, m.last)}
    others = (i for i in range(first, last) if i not in inside)
    kinds = {m.kind for m in here}
    told = {PLACE, STATE} if first == 0 else {PLACE, STATE, UNKNOWN}
    only = all(words.norms[i] in around or words.norms[i].isdigit() for i in others)
    return bool(kinds & {PLACE, STATE}) and kinds <= told and only


def tells_how_it_lies(words: Words, mention: Mention, lexicon: Lexicon) -> bool:
    """The `South` of `South of Okinawa`: capitalised, and no name."""
    return mention.kind == UNKNOWN and _around_places(lexicon).issuperset(words.norms[mention.first : mention.last])


def _around_places(lexicon: Lexicon) -> frozenset[str]:
    return _AROUND_PLACES | lexicon.words("beforeplace") | lexicon.words("distances") | lexicon.words("placing")


# --- titles


def as_prose(title: str, lexicon: Lexicon) -> str:
    """`Kishida and Morrison Sign Pact` with its verbs in small letters, as a sentence has them."""
    words = title.split(" ")
    return " ".join([words[0], *(word.lower() if _is_verb(word, lexicon) else word for word in words[1:])])


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    form = lexicon.verbs.get((word.lower(),))
    return word.istitle() and form is not None and form.finite


def begin_of_titled(words: Words, clauses: list[Clause]) -> int | None:
    """Where the text begins over which a title stands, or several: a whole sentence behind the bar of each.

    None for an entry without one.
    """
    titles = 0
    for clause in clauses[1:]:
        if not _is_barred(words, clause.first) or clause.verb is None:
            break
        titles += 1
    if not titles:
        return None
    at = clauses[titles].first
    return words.text.rindex(BAR, words.ends[at - 1], words.starts[at]) + len(BAR)


def _nearer(over: tuple[Venue, ...], under: tuple[Venue, ...]) -> tuple[Venue, ...]:
    """The venues of a title where its text names none, or only the states in which they lie."""
    states = {venue.country for venue in under if venue.kind is VenueKind.COUNTRY}
    within = len(states) == len(under) and {venue.country for venue in over} <= states
    return over if over and (not under or within) else under


def under_title(event: Event, title: Event, text: str) -> Event:
    """The event of a text with what its title adds to it, of what the tables know; `text` is that of both."""
    named = {(a.kind, a.name): a for a in event.actors}
    told = {(a.kind, a.name): a for a in title.actors if a.key or (a.kind, a.name) in named}
    leading = {key for key, a in told.items() if a.role is Role.PARTICIPANT}
    kept = [replace(a, role=Role.PARTICIPANT) if key in leading else a for key, a in named.items()]
    added = [a for key, a in told.items() if key not in named]
    venues = _nearer(tuple(v for v in title.venues if v.key), event.venues)
    headline = text[: text.rindex(event.text) + len(event.headline)]
    mode = Mode.IN_PERSON if event.type is EventType.AGREEMENT and venues else event.mode
    whole = replace(event, text=text, headline=headline, actors=(*kept, *added), venues=venues, mode=mode)
    if event.type is EventType.OTHER and title.type is not EventType.OTHER:
        return replace(whole, type=title.type, mode=title.mode, plover=title.plover, type_rule=title.type_rule)
    return whole
