"""Where the gazetteer's printed forms stand in a text, and the capitalised runs that it does not know."""

from functools import lru_cache
from typing import NamedTuple

from chronicle.extracting.functionwords import COMMON_PREPOSITIONS
from chronicle.extracting.gazetteer import Form, Gazetteer, Reading, Sort
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.words import Words, norms_of


class Span(NamedTuple):
    """Words first..last-1; no readings for a capitalised run that no table has."""

    first: int
    last: int
    readings: tuple[Reading, ...]

    def keys(self, sort: Sort) -> list[str]:
        return [r.key for r in self.readings if r.sort is sort]

    def only(self, sort: Sort) -> bool:
        return bool(self.readings) and all(r.sort is sort for r in self.readings)

    def has(self, *sorts: Sort) -> bool:
        for reading in self.readings:  # noqa: SIM110 - asked some sixty times an entry, any() takes twice as long
            if reading.sort in sorts:
                return True
        return False


_LONGEST_RUN = 40  # words in capitals
_MOST_PARTICLES = 2  # `de la`
_INSIDE = frozenset({" ", "-", "+", "‑", ".", "'", "’", "/", "&", "", "–", "- "})
_BETWEEN_SHARERS = frozenset({"and", "of", "the"})
_SHARERS = 4
_BEFORE_MONTH = frozenset("in of since until early mid late last next this by through".split())


def find_spans(words: Words, gazetteer: Gazetteer, relation: frozenset[str] = frozenset()) -> list[Span]:
    """Non-overlapping spans in order, the longest form first from the left; then the unknown runs.

    `relation` holds the states whose chronology it is: a short name (`the North`) means one of them.
    """
    lexicon = gazetteer.lexicon
    printed = (s for s in _known(words, gazetteer) if not _plain_word(words, s, lexicon))
    known = [_meant(words, s, gazetteer, relation) for s in printed]
    known = [s for s in known if s.readings and not _names_building(words, s, lexicon)]
    known = [s for s in known if not _is_within_body(words, s, lexicon)]
    known = [s for s in known if not _begins_longer_place(words, s, lexicon)]
    known = [_seat_of_state(words, span, gazetteer) for span in known]
    known = _sharing_noun(known, words, gazetteer)
    known = _without_ships(known, words, lexicon)
    return _with_unknown(words, known, gazetteer)


def _known(words: Words, gazetteer: Gazetteer) -> list[Span]:
    spans = []
    i, count = 0, len(words.norms)
    while i < count:
        span = _printed_at(words, i, gazetteer)
        if span is not None and words.norms[i] == "the":
            behind = _printed_at(words, i + 1, gazetteer) if i + 1 < count else None
            span = behind if behind is not None and behind.last > span.last else span  # not `The Pacific` | `Islands`
        if span is not None and (whose := _before_longer_body(words, span, gazetteer)) is not None:
            span = whose
        if span is None:
            i += 1
        else:
            spans.append(span)
            i = span.last
    return spans


def _before_longer_body(words: Words, span: Span, gazetteer: Gazetteer) -> Span | None:
    """The `U.S.` of `U.S. Senate` | `Armed Services Committee`, where the tables have the longer name without it."""
    if span.last - span.first < 2 or not span.has(Sort.BODY):
        return None
    for k in range(span.first + 1, span.last):
        state = tuple(
            r for r in gazetteer.readings(words.norms[span.first : k]) if r.sort in (Sort.STATE, Sort.DEMONYM)
        )
        longer = _printed_at(words, k, gazetteer) if state else None
        if longer is not None and longer.last > span.last and longer.has(Sort.BODY):
            return Span(span.first, k, state)
    return None


def _printed_at(words: Words, i: int, gazetteer: Gazetteer) -> Span | None:
    norms = words.norms
    sizes = gazetteer.lengths.get((norms[i], norms[i + 1]), ()) if i + 1 < len(norms) else ()
    return _longest(words, i, sizes, gazetteer) if sizes or (norms[i],) in gazetteer.printed else None


def _names_building(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """`Suntory Hall`: a company's name within that of a building."""
    after = span.last
    if after >= len(words) or words.gaps[after] != " " or not is_capital(words.forms[after]):
        return False
    return words.norms[after] in lexicon.words("building") and all(r.sort is Sort.BODY for r in span.readings)


def _is_within_body(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """`Labor` of `Zorva Motors Labor Union`: a body called by a common word, within another's name."""
    at, last = span.first, span.last
    if last - at > 1 or at == 0 or last >= len(words) or not all(r.sort is Sort.BODY for r in span.readings):
        return False
    inside = words.gaps[at] == words.gaps[last] == " " and is_capital(words.forms[at - 1])
    common = words.norms[at] in lexicon.words("ministryfield") | lexicon.words("field")
    return inside and common and is_capital(words.forms[last]) and words.norms[last] in lexicon.words("body")


def _begins_longer_place(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """`San Antonio` of `San Antonio de los Baños`."""
    return span.only(Sort.PLACE) and _behind_particles(words, span.last, lexicon.words("particle")) is not None


def _seat_of_state(words: Words, span: Span, gazetteer: Gazetteer) -> Span:
    """`the Russian capital`: the city, where no further noun follows as in `Russian capital flows`."""
    at, norms = span.last, words.norms
    if norms[at : at + 1] != ["capital"] or not span.has(Sort.DEMONYM) or norms[max(0, span.first - 1)] != "the":
        return span
    following = at + 1 < len(words) and words.gaps[at + 1] == " " and words.forms[at + 1].islower()
    if following and norms[at + 1] not in gazetteer.lexicon.function_words:
        return span
    state = gazetteer.states[span.keys(Sort.DEMONYM)[0]]
    city = gazetteer.readings(norms_of(state.capital))
    readings = tuple(r for r in city if r.sort in (Sort.CAPITAL, Sort.PLACE))
    return Span(span.first, at + 1, readings) if readings else span


def _sharing_noun(known: list[Span], words: Words, gazetteer: Gazetteer) -> list[Span]:
    """`Gaven and Johnson reefs`, `the Treasury and State Departments`: each name with the noun that they share."""
    shared = gazetteer.lexicon.words("shared")
    found = [
        span
        for i in range(3, len(words.norms))
        if words.norms[i] in shared
        for span in _named_before(words, i, _one_of(words.norms[i]), gazetteer)
    ]
    found += [s for i, norm in enumerate(words.norms) if norm in shared for s in _named_behind(words, i, gazetteer)]
    found += [span for state in known if (span := _sharing_state(state, words, gazetteer)) is not None]
    taken = {i for span in found for i in range(span.first, span.last)}
    return sorted([*(s for s in known if taken.isdisjoint(range(s.first, s.last))), *found], key=lambda s: s.first)


def _one_of(plural: str) -> str:
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")


def _sharing_state(state: Span, words: Words, gazetteer: Gazetteer) -> Span | None:
    """`South and` before `North Korea`: the other state of two that share their last word."""
    at = state.first - 2
    if at < 0 or state.last - state.first != 2 or words.norms[at + 1] != "and":
        return None
    readings = gazetteer.readings([words.norms[at], words.norms[state.last - 1]])
    named = tuple(r for r in readings if r.sort in (Sort.STATE, Sort.DEMONYM))
    return Span(at, at + 1, named) if named and state.has(Sort.STATE, Sort.DEMONYM) else None


def _named_before(words: Words, i: int, noun: str, gazetteer: Gazetteer) -> list[Span]:
    """The names before the plural noun at word i, if both of two are known with its singular."""
    found: list[Span] = []
    end = i
    while len(found) < _SHARERS:
        sizes = range(min(3, end), 0, -1)
        span = next((s for size in sizes if (s := _with_noun(words, end - size, end, noun, gazetteer))), None)
        if span is None:
            break
        found.insert(0, span)
        if words.norms[span.first - 1] != "and" and not (len(found) > 1 and words.gaps[span.first] == ","):
            break
        end = span.first - (words.norms[span.first - 1] == "and")
    return found if len(found) > 1 else []


def _named_behind(words: Words, i: int, gazetteer: Gazetteer) -> list[Span]:
    """`Departments of Justice, the Treasury and State`: the names behind the plural at word i, if several are known."""
    noun, norms, at = _one_of(words.norms[i]), words.norms, i + 1
    found: list[Span] = []
    while at < len(norms) and _goes_on(words, at, bool(found)):
        while at < len(norms) and norms[at] in _BETWEEN_SHARERS:
            at += 1
        span = next((s for size in (3, 2, 1) if (s := _with_noun(words, at, at + size, noun, gazetteer))), None)
        if span is None or span.has(Sort.PLACE):
            break
        found.append(span)
        at = span.last
    return found if len(found) > 1 else []


def _goes_on(words: Words, at: int, begun: bool) -> bool:
    """Whether at word `at` another name follows: behind a comma or `and`, the first behind `of`."""
    return words.norms[at] == "and" or words.gaps[at] == "," if begun else words.norms[at] == "of"


def _with_noun(words: Words, first: int, last: int, noun: str, gazetteer: Gazetteer) -> Span | None:
    if not 0 <= first < last <= len(words) or not all(is_capital(form) for form in words.forms[first:last]):
        return None
    readings = gazetteer.readings([*words.norms[first:last], noun])
    named = tuple(r for r in readings if r.sort in (Sort.PLACE, Sort.BODY, Sort.GENERIC))
    return Span(first, last, named) if named else None


def _plain_word(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """A capitalised function word, month or noun that some family bears as its name: `An`, `May 9`, `Ban on`."""
    if span.last - span.first == 1 and _is_noun_at_head(words, span, lexicon):
        return True
    if span.last - span.first > 1 or words.norms[span.first] not in lexicon.function_words:
        return False
    if not all(r.sort in (Sort.FAMILY, Sort.PERSON) for r in span.readings):
        return False
    dated = span.last < len(words) and words.forms[span.last][0].isdigit()
    dated = dated or (span.first > 0 and words.norms[span.first - 1] in _BEFORE_MONTH)
    return dated or span.first == 0 or words.sentence[span.first] != words.sentence[span.first - 1]


def _is_noun_at_head(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """`Ban on imports takes effect`: a noun that opens the sentence, right before a preposition."""
    behind = words.norms[span.last : span.last + 1]
    noun = (words.norms[span.first],) in lexicon.nouns and span.only(Sort.FAMILY)
    governs = bool(behind) and behind[0] in COMMON_PREPOSITIONS and words.gaps[span.last] == " "
    return noun and governs and _opens_sentence(words, span.first)


def _meant(words: Words, span: Span, gazetteer: Gazetteer, relation: frozenset[str]) -> Span:
    """A span with its short name read as the state it means here, or without that reading."""
    if not span.has(Sort.SHORT):
        return span
    names = gazetteer.short_names[words.norms[span.first]]
    before_name = span.last < len(words) and is_capital(words.forms[span.last]) and words.gaps[span.last] == " "
    fitting = [n for n in names if n.within & relation]
    wanted = Sort.DEMONYM if before_name or _lower_follows(words, span, gazetteer.lexicon) else Sort.STATE
    fitting = [n for n in fitting if n.sort is wanted] or [n for n in fitting if not before_name]
    if fitting:
        return Span(span.first, span.last, (Reading(fitting[0].sort, fitting[0].country),))
    return Span(span.first, span.last, tuple(r for r in span.readings if r.sort is not Sort.SHORT))


def _lower_follows(words: Words, span: Span, lexicon: Lexicon) -> bool:
    """`the North ferries collide`: a plural behind it; not `the North tests a rocket`."""
    i = span.last
    if i >= len(words) or words.gaps[i] != " " or not words.norms[i].endswith("s"):
        return False
    form = lexicon.verbs.get((words.norms[i],))
    after = lexicon.verbs.get((words.norms[i + 1],)) if i + 1 < len(words) else None
    return form is None or not form.third or (after is not None and after.finite and not after.third)


def _longest(words: Words, i: int, sizes: tuple[int, ...], gazetteer: Gazetteer) -> Span | None:
    """The longest printed form that begins at word i; `sizes` are the lengths that longer forms so begun have."""
    for size in (*sizes, 1):
        norms = tuple(words.norms[i : i + size])
        if norms not in gazetteer.printed or len(norms) < size:
            continue
        small = gazetteer.lexicon.words("smallprefix")
        fitting = (form for form in gazetteer.forms(norms) if _fits(words, i, i + size - 1, form, small))
        readings = [r for form in fitting for r in form.readings]
        if size > 1 and words.forms[i + size - 1].islower() and words.gaps[i + size - 1] == " ":
            readings = [r for r in readings if not _is_company(r, gazetteer)]
        if readings:
            return Span(i, i + size, tuple(readings))
    return None


def _is_company(reading: Reading, gazetteer: Gazetteer) -> bool:
    """`US Steel`, whose last word no one prints small; not that of `U.S. steel tariffs`."""
    return reading.sort is Sort.BODY and gazetteer.bodies[reading.key].kind == "company"


def _fits(words: Words, i: int, last: int, form: Form, small: frozenset[str]) -> bool:
    """Whether words i..last are written as a form asks; `small` are the prefixes before a capital."""
    first = words.forms[i]
    if form.acronym:
        if not (first.isupper() or first[:1].isdigit()) or any(f.islower() for f in words.forms[i + 1 : last + 1]):
            return False  # not the `US AID` of `US aid`
    elif not form.lower:
        if first[0].islower() and not (words.norms[i] in small and _begins_small(words, i, last)):
            return False
        if form.person and not _whole_name(words, i, last):
            return False
    gaps = words.gaps
    return all(gaps[j] in _INSIDE or (form.comma and gaps[j] == ",") for j in range(i + 1, last + 1))


def _begins_small(words: Words, i: int, last: int) -> bool:
    """`al-Qaeda`, `inter-Korean`: an article of another language, a prefix before a capital."""
    return last > i and words.gaps[i + 1] == "-" and is_capital(words.forms[i + 1])


def _whole_name(words: Words, i: int, last: int) -> bool:
    """Not `Park Jong` of `Park Jong-woo`, nor a name that ends in a plain word."""
    if last + 1 < len(words) and words.gaps[last + 1] == "-" and words.forms[last + 1][0].islower() and last > i:
        return False
    return last == i or last - i > 1 or not words.forms[last][0].islower() or words.gaps[last] == "-"


def _without_ships(known: list[Span], words: Words, lexicon: Lexicon) -> list[Span]:
    """The spans but those that lie in a ship's name: `carrier Liaoning`, `USS George Washington`."""
    craft, prefixes = lexicon.words("craft"), lexicon.words("shipprefix")
    named: set[int] = set()
    for i, before in enumerate(words.norms[:-1], 1):
        if i in named:
            continue
        if before in prefixes or (before in craft and words.forms[i - 1][0].islower()):
            while i < len(words) and is_capital(words.forms[i]) and words.gaps[i] in _INSIDE:
                named.add(i)
                i += 1
    kept = [s for s in known if s.first not in named or s.has(Sort.BODY) or words.norms[s.first] in prefixes]
    flags = {s.first for s in kept if words.norms[s.first] in prefixes and s.last == s.first + 1}
    return [s for s in (_of_ship(s, s.last in named) if s.first in flags else s for s in kept) if s.readings]


def _of_ship(prefix: Span, before_name: bool) -> Span:
    """`INS` before a ship's name is her navy's state, elsewhere anything but that."""
    readings = tuple(r for r in prefix.readings if (r.sort is Sort.METONYM) is before_name)
    return Span(prefix.first, prefix.last, readings)


def _with_unknown(words: Words, known: list[Span], gazetteer: Gazetteer) -> list[Span]:
    taken = bytearray(len(words))
    for span in known:
        for i in range(span.first, span.last):
            taken[i] = 1
    spans = list(known)
    i, count, forms, no_names = 0, len(words), words.forms, gazetteer.lexicon.function_words
    while i < count:
        if taken[i] or not is_capital(forms[i]) or (words.norms[i] in no_names and not _is_inner_initial(words, i)):
            i += 1
            continue
        last = _run_end(words, taken, i, gazetteer)
        common = _is_common(words.norms[i], gazetteer.lexicon) and words.norms[i] not in gazetteer.given_names
        if last - i > 1 or not _opens_sentence(words, i) or not common:
            spans.append(Span(i, last, ()))
        i = last
    spans.sort(key=lambda s: s.first)
    return spans


def _is_inner_initial(words: Words, i: int) -> bool:
    """`Thomas A. Debrowski`, at the `A.`, which elsewhere is an article."""
    if not 0 < i < len(words) - 1 or "." not in words.forms[i] + words.gaps[i + 1] or len(words.norms[i]) > 1:
        return False
    return is_capital(words.forms[i - 1]) and is_capital(words.forms[i + 1]) and words.gaps[i] == " "


def _opens_sentence(words: Words, i: int) -> bool:
    return i == 0 or words.sentence[i] != words.sentence[i - 1]


_COMMON = ("modifier", "title", "honorific", "agent", "body", "notbody", "facility", "region", "situation", "craft")


def _is_common(norm: str, lexicon: Lexicon) -> bool:
    """A word that is capitalised only because it opens the sentence, as far as the vocabulary knows."""
    if (norm,) in lexicon.nouns or (norm,) in lexicon.verbs or norm.endswith(("ly", "ing", "tion")):
        return True
    return any(norm in lexicon.words(name) for name in _COMMON)


def _run_end(words: Words, taken: bytearray, i: int, gazetteer: Gazetteer) -> int:
    """Where the run that begins at word i ends; a title in front of a name is a run of its own."""
    lexicon = gazetteer.lexicon
    last = _capitals_end(words, taken, i, lexicon)
    for k in range(i + 1, last - 1):
        if words.norms[k - 1] in lexicon.words("field") and _opens_name(words, i, k, last, gazetteer):
            return k
    if words.norms[last - 1] in lexicon.words("body") or words.norms[last - 1] in lexicon.words("notbody"):
        return last
    for k in range(i, last):
        if words.norms[k] in lexicon.words("honorific") or words.norms[k] in lexicon.words("title"):
            return max(k, i + 1) if k > i else i + 1
    return last


def _opens_name(words: Words, first: int, k: int, last: int, gazetteer: Gazetteer) -> bool:
    """`for Arms Control` | `Avis Bohlen`: where the name begins of whoever deals with a field."""
    lexicon, norms = gazetteer.lexicon, words.norms
    if norms[k] in gazetteer.given_names or norms[k] in gazetteer.family_names:
        return True
    plain = lexicon.words("field") | lexicon.words("body") | lexicon.words("notbody")
    governed = first > 0 and (norms[first - 1] in ("of", "for", "and", "'s") or words.gaps[first] == ",")
    return governed and 1 < last - k < 4 and plain.isdisjoint(norms[k:last])


def _capitals_end(words: Words, taken: bytearray, i: int, lexicon: Lexicon) -> int:
    last, count = i + 1, min(len(words), i + _LONGEST_RUN)
    suffixes, particles = lexicon.words("suffix"), lexicon.words("particle")
    while last < count and not taken[last]:
        if words.gaps[last] not in _INSIDE or words.sentence[last] != words.sentence[i]:
            break
        if is_capital(words.forms[last]) or (
            words.gaps[last] == "-" and words.forms[last].isalpha() and words.norms[last] not in suffixes
        ):
            last += 1
        elif (behind := _behind_particles(words, last, particles)) is not None and not taken[behind]:
            last = behind + 1
        else:
            break
    return last


def _behind_particles(words: Words, i: int, particles: frozenset[str]) -> int | None:
    """Where the name goes on behind `de`, `de la`, `bin`; None where no particle stands or no name follows."""
    k = past_particles(words, i, particles)
    return k if i < k < len(words) and is_capital(words.forms[k]) and words.gaps[k] in _INSIDE else None


def past_particles(words: Words, i: int, particles: frozenset[str]) -> int:
    """Past the particles from word i on, in small letters and joined to what stands before."""
    k = i
    while k < min(i + _MOST_PARTICLES, len(words)) and _is_particle(words, k, particles):
        k += 1
    return k


def _is_particle(words: Words, k: int, particles: frozenset[str]) -> bool:
    return words.norms[k] in particles and words.forms[k].islower() and words.gaps[k] in _INSIDE


@lru_cache(maxsize=65536)
def is_capital(form: str) -> bool:
    return form[0].isupper() or (form[0].isalpha() and not form[0].islower())
