"""From spans to mentions: names with their titles, offices without names, bodies, states and places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.spans import FUNCTION_WORDS, Span, is_capital
from chronicle.extracting.words import Words

PERSON, OFFICE, BODY, STATE, PLACE, FORUM, UNKNOWN = (
    "person",
    "office",
    "body",
    "state",
    "place",
    "forum",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing named: words first..last-1, of which `core` is the name itself.

    `countries` are the states that its adjectives and complements give, `offices` one tuple of
    candidate office ids for each office printed, `bodies` those its title belongs to, `to` the
    state that an ambassador is sent to. `counterpart` marks `his Russian counterpart`.
    """

    kind: str
    first: int
    last: int
    core: Span
    countries: tuple[str, ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()
    plural: bool = False
    titled: bool = False
    bodies: tuple[Span, ...] = ()
    to: str | None = None
    counterpart: bool = False
    former: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands behind an office (`of China`, `to Japan`, `of the State Duma`), and where it ends."""

    last: int
    to: str | None = None
    countries: tuple[str, ...] = ()
    bodies: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: where it ends, and what it tells."""

    last: int
    countries: tuple[str, ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()
    plural: bool = False
    words: int = 0
    bodies: tuple[Span, ...] = ()
    to: str | None = None
    counterpart: bool = False
    former: bool = False
    adjectives: tuple[tuple[int, int, str], ...] = ()


_JOINED = frozenset({" ", "-", ".", "", "–", "‑"})
_LINKS = frozenset("of for to on and the s his her their affairs".split())
_COMPLEMENT = frozenset("of for to".split())
_TRUE_LINKS = frozenset("of for to and the s 's his her their".split())
_DETERMINERS = frozenset("the a an their his her its this".split())
_POSTED = frozenset("ambassador ambassadors envoy representative consul".split())
_FORMER = frozenset("former ex late then retired".split())
_NOT_YET = frozenset("elect designate".split())
_COUNTERPARTS = frozenset("counterpart counterparts".split())


class Phrases:
    """The mentions of one text, read from left to right."""

    def __init__(self, words: Words, spans: list[Span], gazetteer: Gazetteer) -> None:
        self.words = words
        self.count = len(words.norms)
        self.gazetteer = gazetteer
        lexicon = gazetteer.lexicon
        self.titles = lexicon.words("title")
        self.modifiers = lexicon.words("modifier")
        self.honorifics = lexicon.words("honorific")
        self.body_words = lexicon.words("body")
        self.not_body_words = lexicon.words("notbody")
        self.craft = lexicon.words("craft")
        self.facilities = lexicon.words("facility")
        self.sites = self.facilities | lexicon.words("region")
        self.nouns = lexicon.nouns
        self.verbs = lexicon.verbs
        self.agents = lexicon.words("agent")
        self.at: list[Span | None] = [None] * (len(words) + 1)
        spans = self._assembled(spans)
        for span in spans:
            self.at[span.first] = span
        self.inside = [False] * (len(words) + 1)
        for span in spans:
            for i in range(span.first + 1, span.last):
                self.inside[i] = True

    # --- bodies of the print, put together from what stands beside their last word

    def _assembled(self, spans: list[Span]) -> list[Span]:
        """`Naha District` + `Prosecutors Office`, `Korea` + `Gas Corporation`: one name for a body no table has."""
        joined: list[Span] = []
        i = 0
        while i < len(spans):
            chain = self._chain(spans, i)
            if len(chain) > 1:
                readings = tuple(r for r in chain[0].readings if r.sort is Sort.BODY)
                joined.append(self._with_tail(Span(chain[0].first, chain[-1].last, readings), spans))
            else:
                joined.append(self._with_tail(spans[i], spans))
            last = joined[-1].last
            i += 1
            while i < len(spans) and spans[i].first < last:
                i += 1
        return joined

    def _chain(self, spans: list[Span], i: int) -> list[Span]:
        """The spans from the i-th on that make up one printed body; the i-th alone where they make none."""
        chain = [spans[i]]
        best = 1
        while i + len(chain) < len(spans) and self._links_up(chain[-1]):
            nxt = spans[i + len(chain)]
            if nxt.first != chain[-1].last or self.words.gaps[nxt.first] not in (" ", "-", "&"):
                break
            if not self._body_part(nxt):
                break
            chain.append(nxt)
            if self._is_printed_body(chain):
                best = len(chain)
        return chain[:best]

    def _links_up(self, span: Span) -> bool:
        return (self._body_part(span) or span.has(Sort.PERSON, Sort.FAMILY, Sort.BODY)) and is_capital(
            self.words.forms[span.first]
        )

    def _body_part(self, span: Span) -> bool:
        if not is_capital(self.words.forms[span.first]):
            return False
        return not span.readings or span.has(Sort.PLACE, Sort.STATE, Sort.DEMONYM, Sort.GENERIC, Sort.CAPITAL)

    def _is_printed_body(self, chain: list[Span]) -> bool:
        """A chain that ends in a word for bodies, and is more than a state with its ministry or army."""
        end = self.words.norms[chain[-1].last - 1]
        if chain[0].has(Sort.PERSON, Sort.FAMILY, Sort.BODY) and not self._rather_a_place(chain[0]):
            return end in self.body_words and all(not s.readings for s in chain[1:])
        if end not in self.body_words | self.sites or not any(not s.readings or s.has(Sort.PLACE) for s in chain):
            return False
        return not (
            len(chain) == 2 and chain[-1].readings and not chain[0].readings and chain[0].last - chain[0].first < 1
        )

    def _with_tail(self, span: Span, spans: list[Span]) -> Span:
        """A printed body with its `of`, `for`: `World Organization` + `for Animal Health`."""
        if span.readings or self.words.norms[span.last - 1] not in self.body_words:
            return span
        j = span.last
        if j >= self.count or self.words.norms[j] not in ("of", "for", "on", "to") or self.words.gaps[j] != " ":
            return span
        tail = next((s for s in spans if s.first == j + 1), None)
        if tail is None or tail.readings or self.words.gaps[j + 1] != " ":
            return span
        return Span(span.first, tail.last, ())

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        i = 0
        while i < self.count:
            group = list(self._group(i)) if self.at[i] is not None or self._may_open_title(i) else []
            if group:
                found.extend(group)
                i = max(i + 1, max(m.last for m in group))
            else:
                i += 1
        return found

    # --- one group of mentions that begins at a word

    def _group(self, i: int) -> Iterator[Mention]:
        title = self._title(i) if self._may_open_title(i) else None
        if title is not None:
            named = self._named(i, title)
            if named:
                yield from named
                return
            if title.offices or title.counterpart:
                yield from self._office(i, title)
                return
        span = self.at[i]
        if span is None:
            return
        core = None if self._rather_a_place(span) else self._name(i)
        if core is not None and (core.readings == () or core.has(Sort.PERSON, Sort.FAMILY)):
            if core.readings or self._looks_personal(core) or self._is_introduced(core):
                yield from self._with_apposition(Mention(PERSON, i, core.last, core))
                return
            yield Mention(UNKNOWN, i, core.last, core)
            return
        yield self._plain(span)

    def _rather_a_place(self, span: Span) -> bool:
        """A state or a place that is also somebody's name, and stands without a title: `Nepal`, `Aichi`."""
        if span.last - span.first > 1 or not span.has(Sort.STATE, Sort.CAPITAL, Sort.DEMONYM, Sort.PLACE):
            return False
        nxt = self.at[span.last] if span.last < self.count and self._joined(span.last) else None
        if nxt is not None and (not nxt.readings or nxt.has(Sort.FAMILY)):
            return False
        if span.has(Sort.STATE, Sort.CAPITAL):
            return True
        form = self.verbs.get((self.words.norms[span.last],)) if span.last < self.count else None
        return form is None or not form.finite or form.homograph

    def _may_open_title(self, i: int) -> bool:
        if self.at[i] is not None:
            return True
        norm = self.words.norms[i]
        return norm in self.titles or norm in self.modifiers or norm in self.honorifics or norm in _COUNTERPARTS

    def _plain(self, span: Span) -> Mention:
        if span.has(Sort.BODY, Sort.GENERIC):
            country = self._forces_of(span)
            if country:
                return Mention(STATE, span.first, span.last, span, countries=(country,))
            return Mention(BODY, span.first, span.last, span)
        if span.has(Sort.STATE, Sort.DEMONYM, Sort.PEOPLE, Sort.CAPITAL, Sort.METONYM):
            codes = tuple(r.key for r in span.readings if r.sort <= Sort.METONYM)
            adjective = span.has(Sort.DEMONYM) and not span.has(Sort.STATE, Sort.CAPITAL)
            return Mention(STATE, span.first, span.last, span, countries=codes[:1], adjective=adjective)
        if span.has(Sort.PLACE):
            return Mention(PLACE, span.first, span.last, span)
        if span.has(Sort.NOT_A_BODY):
            return Mention(FORUM, span.first, span.last, span)
        return Mention(UNKNOWN, span.first, span.last, span)

    def _forces_of(self, span: Span) -> str | None:
        """The state of `U.S. forces`, `China's military`: in lower case these are the state, not a body."""
        last = span.last - 1
        if not self.words.forms[last][0].islower() or self.words.norms[last] not in self.agents:
            return None
        bodies = [self.gazetteer.bodies[key] for key in span.keys(Sort.BODY)]
        return next((b.country for b in bodies if b.country), None)

    # --- titles

    def _title(self, i: int) -> Title | None:
        """The title that begins at word i: adjectives, modifiers, offices; None if there is none."""
        adjectives = self._adjectives(i)
        j = adjectives[-1][1] if adjectives else i
        countries = [code for _, _, code in adjectives]
        offices: list[tuple[str, ...]] = []
        plural = counterpart = former = False
        count = 0
        bodies: list[Span] = []
        to: str | None = None
        joined_at = i
        modified = False
        if self._is_verb_here(i):
            return None
        while j < self.count:
            if j > i and j != joined_at and not self._joined(j):
                break
            span, norm = self.at[j], self.words.norms[j]
            if span is not None and span.has(Sort.OFFICE, Sort.OFFICES) and not self._is_name_here(span):
                offices.append(tuple(span.keys(Sort.OFFICE) + span.keys(Sort.OFFICES)))
                plural = plural or not span.has(Sort.OFFICE)
                count += 1
                j = span.last
                if j < self.count and self.words.norms[j] in _NOT_YET and self.words.gaps[j] in ("-", " "):
                    former, j = True, j + 1
                behind = self._complement(j)
                j, to = behind.last, to or behind.to
                countries += behind.countries
                bodies += behind.bodies
                if span.has(Sort.OFFICE) and self.words.forms[span.first].islower() and not plural:
                    following = self._and_office(j)
                    if following is not None and self.words.forms[following][0].isupper():
                        break
                j = joined_at = self._and_office(j) or j
                continue
            both = self._both_offices(j)
            if both:
                offices += both[1]
                plural, count = True, count + 1
                j = both[0]
                behind = self._complement(j)
                j, to = behind.last, to or behind.to
                countries += behind.countries
                bodies += behind.bodies
                continue
            if norm in _COUNTERPARTS and not offices:
                counterpart, plural, count = True, plural or norm.endswith("s"), count + 1
                behind = self._complement(j + 1, counterpart=True)
                j = behind.last
                countries += behind.countries
                bodies += behind.bodies
                break
            if span is not None and not bodies and not offices and self._body_title(span):
                bodies.append(span)
                j = span.last
                if j < self.count and self.words.norms[j] == "'s":
                    j += 1
                continue
            if self._title_word(j):
                former = former or norm in _FORMER
                modified = True
                count += norm not in self.modifiers or norm in self.titles
                j += 1
                if norm in self.titles:
                    behind = self._complement(j)
                    j, to = behind.last, to or behind.to
                    countries += behind.countries
                    bodies += behind.bodies
                continue
            skipped = self._skip_to_title(j) if (j > i or adjectives) and not offices else 0
            if skipped:
                j += skipped
                continue
            break
        if not (offices or count or counterpart or (modified and self._known_person(j))):
            return None
        return Title(
            j, tuple(dict.fromkeys(countries)), tuple(offices), plural, count, tuple(bodies), to, counterpart, former,
            tuple(adjectives),
        )  # fmt: skip

    def _known_person(self, j: int) -> bool:
        span = self.at[j] if j < self.count and self._joined(j) else None
        return span is not None and span.has(Sort.PERSON, Sort.FAMILY)

    def _is_verb_here(self, i: int) -> bool:
        """`X and Y chair the meeting`: a word for an office that is the verb behind a name."""
        span = self.at[i]
        if span is None or span.last - span.first > 1 or (self.words.norms[i],) not in self.verbs:
            return False
        return i > 0 and self._joined(i) and is_capital(self.words.forms[i - 1]) and self.words.forms[i][0].islower()

    def _adjectives(self, i: int) -> list[tuple[int, int, str]]:
        """A run of states as adjectives or possessives: `Chinese, Russian and`, `China's`, `US`."""
        found: list[tuple[int, int, str]] = []
        j = i
        while j < self.count:
            span = self.at[j]
            if span is None or not span.has(Sort.DEMONYM, Sort.STATE, Sort.CAPITAL):
                break
            code = _state_of(span)
            last = span.last
            if last < self.count and self.words.norms[last] == "'s":
                last += 1
            found.append((span.first, last, code))
            following = self._next_in_list(last, span.has(Sort.STATE, Sort.DEMONYM))
            if following is None:
                break
            j = following
        return found

    def _next_in_list(self, j: int, state: bool) -> int | None:
        """After a list item that ends before j: the index of the next state of the list, None if it ends."""
        if j >= self.count or (not state and self.words.gaps[j] == ","):
            return None
        k = j
        if self.words.norms[j] in ("and", "&", "or") and self.words.gaps[j] in (" ", ","):
            k = j + 1
        elif self.words.gaps[j] not in (",", "-", "–", "/"):
            return None
        span = self.at[k] if k < self.count else None
        if span is not None and span.has(Sort.DEMONYM, Sort.STATE) and not span.has(Sort.PERSON):
            return k
        return None

    def _complement(self, j: int, counterpart: bool = False) -> Complement:
        """The complement that begins at word j; an empty one where none does."""
        none = Complement(j)
        if j >= self.count or not self._joined(j):
            return none
        posted = self.words.norms[j] == "in" and j > 0 and self.words.norms[j - 1] in _POSTED
        from_state = counterpart and self.words.norms[j] in ("from", "in")
        if self.words.norms[j] not in _COMPLEMENT and not posted and not from_state:
            return none
        to: str | None = None
        countries: list[str] = []
        bodies: list[Span] = []
        k = end = j
        while k < self.count and k - j < 16 and self._goes_on(k, j, bool(countries or bodies)):
            span, norm = self.at[k], self.words.norms[k]
            if span is None:
                if norm in _LINKS or norm == "'s" or (norm == "from" and counterpart):
                    if norm == "and" and not self._and_continues(k + 1, bool(countries or bodies)):
                        break
                    k += 1
                elif self._lower_noun(k):
                    k = end = k + 1
                    if self.words.gaps[k : k + 1] == [","]:
                        break
                else:
                    break
                continue
            if self._name_after_complement(k, j):
                end = k
                break
            if span.has(Sort.OFFICE, Sort.OFFICES) and k > j + 2:
                break
            if span.has(Sort.STATE, Sort.DEMONYM, Sort.CAPITAL):
                code = _state_of(span)
                if self.words.norms[j] == "to" or posted:
                    to = to or code
                elif not to:
                    countries.append(code)
            elif span.has(Sort.BODY, Sort.GENERIC):
                bodies.append(span)
            k = end = span.last
        return Complement(end, to, tuple(countries), tuple(bodies)) if end > j else none

    def _goes_on(self, k: int, start: int, states: bool) -> bool:
        """Whether a complement that began at `start` may go on at word k."""
        if k == start or self._joined(k):
            return True
        return self.words.gaps[k] == "," and self._list_goes_on(k, states)

    def _list_goes_on(self, k: int, states: bool) -> bool:
        """Whether the comma before word k parts a list inside one title: of states, or of matters.

        `foreign ministers of China, Japan and South Korea`, `Minister of Land, Infrastructure and Transport`.
        """
        at = k + 1 if self.words.norms[k] == "and" and k + 1 < self.count else k
        span = self.at[at]
        if span is None:
            return False
        if states:
            return span.has(Sort.STATE, Sort.BODY) and not self._verb_follows(span)
        if at + 1 >= self.count or span.readings:
            return False
        return at > k or self.words.norms[at + 1] == "and" or self.words.gaps[at + 1] == ","

    def _and_continues(self, k: int, states: bool) -> bool:
        """Whether `and` before word k goes on inside the title."""
        if k < self.count and self.words.norms[k] in ("from", "of") and states:
            k += 1
        span = self.at[k] if k < self.count else None
        if span is None:
            return not states and k < self.count and self.words.forms[k].islower()
        if states:
            return span.has(Sort.STATE, Sort.BODY)
        return span.readings == ()

    def _verb_follows(self, span: Span) -> bool:
        form = self.verbs.get((self.words.norms[span.last],)) if span.last < self.count else None
        return form is not None and form.finite and not form.homograph

    def _name_after_complement(self, k: int, start: int) -> bool:
        span = self.at[k]
        if span is None or k <= start + 1 or self.words.gaps[k] == ",":
            return False
        if self.words.norms[k - 1] in _TRUE_LINKS:
            return False
        if span.has(Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.BODY, Sort.PLACE):
            return False
        if span.has(Sort.PERSON, Sort.FAMILY):
            return True
        core = self._name(k)
        return core is not None and self._looks_personal(core)

    def _body_title(self, span: Span) -> bool:
        """`PLA deputy chief`, `Foreign Ministry spokesman`: a body right before a title word."""
        if not span.has(Sort.BODY, Sort.GENERIC):
            return False
        j = span.last
        if j < self.count and self.words.norms[j] == "'s":
            j += 1
        if j >= self.count or not self._joined(j):
            return False
        nxt = self.at[j]
        if nxt is not None and nxt.has(Sort.OFFICE, Sort.OFFICES):
            return True
        return self._title_word(j) or self._skip_to_title(j) > 0

    def _title_word(self, j: int) -> bool:
        norm = self.words.norms[j]
        if self.inside[j]:
            return False
        span = self.at[j]
        if span is not None and span.readings and not span.has(Sort.FAMILY):
            return False
        if norm in self.honorifics:
            return is_capital(self.words.forms[j]) or norm in ("president", "prince", "king", "queen")
        return norm in self.titles or norm in self.modifiers

    def _skip_to_title(self, j: int) -> int:
        """How many plain words stand before a title word (`human rights` lawyer): 0 if none follows."""
        for size in range(1, 5):
            k = j + size
            if k >= self.count or not self._joined(k):
                return 0
            if not self._plain_word(k - 1):
                return 0
            span = self.at[k]
            if span is not None and span.has(Sort.OFFICE, Sort.OFFICES):
                return size
            if self.words.norms[k] in self.titles and not self.inside[k]:
                return size
        return 0

    def _plain_word(self, k: int) -> bool:
        norm = self.words.norms[k]
        if norm in _LINKS or norm in FUNCTION_WORDS or norm == "'s":
            return False
        span = self.at[k]
        if span is not None and span.readings:
            return span.has(Sort.BODY, Sort.NOT_A_BODY, Sort.GENERIC)
        if span is None and self.inside[k]:
            return True
        form = self.verbs.get((norm,))
        return form is None or (form.homograph and not norm.endswith("s"))

    def _lower_noun(self, k: int) -> bool:
        norm = self.words.norms[k]
        if norm in FUNCTION_WORDS:
            return False
        form = self.verbs.get((norm,))
        return form is None or not form.finite

    def _and_office(self, j: int) -> int | None:
        """Where a second office of the same title begins, joined by `and` or a comma at word j."""
        if j + 1 >= self.count:
            return None
        gap, norm = self.words.gaps[j], self.words.norms[j]
        if norm in ("and", "&") and (gap == "," or self._joined(j)):
            k = j + 1
        elif gap == ",":
            k = j
        else:
            return None
        if self.words.norms[k] == "the" and k + 1 < self.count:
            k += 1
        span = self.at[k]
        if span is None or not span.has(Sort.OFFICE, Sort.OFFICES) or self._governs(span):
            return None
        return k

    def _governs(self, span: Span) -> bool:
        """`..., chair the 15th consultation`: a word for an office that is a verb with its object."""
        if span.last - span.first > 1 or (self.words.norms[span.first],) not in self.verbs:
            return False
        return span.last < self.count and self.words.norms[span.last] in _DETERMINERS

    def _comes_after_and(self, j: int) -> bool:
        span = self.at[j]
        return span is not None and span.has(Sort.OFFICE, Sort.OFFICES)

    def _both_offices(self, j: int) -> tuple[int, list[tuple[str, ...]]] | None:
        """`foreign and defense ministers`: the end of the phrase and the two offices, None if it is none."""
        if j + 2 >= self.count or self.words.norms[j + 1] != "and":
            return None
        span = self.at[j + 2]
        if span is None or not span.has(Sort.OFFICES):
            return None
        head = tuple(self.words.norms[span.last - 1 : span.last])
        first = self._offices_printed((self.words.norms[j], *head))
        second = tuple(span.keys(Sort.OFFICES))
        return (span.last, [first, second]) if first else None

    def _offices_printed(self, norms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(r.key for r in self.gazetteer.readings(norms) if r.sort is Sort.OFFICES)

    def _is_name_here(self, span: Span) -> bool:
        return span.has(Sort.PERSON)

    def _joined(self, j: int) -> bool:
        return self.words.gaps[j] in _JOINED

    # --- names

    def _name(self, i: int) -> Span | None:
        """The name that begins at word i: one known span, or family names and unknown words run together."""
        span = self.at[i]
        if span is None or span.has(Sort.OFFICE, Sort.OFFICES, Sort.GENERIC, Sort.BODY, Sort.NOT_A_BODY):
            return None
        if span.has(Sort.PERSON) and span.last - span.first > 1:
            return span
        if span.readings and not span.has(Sort.FAMILY, Sort.PERSON):
            return None
        last = span.last
        while last < self.count and self._joined(last):
            nxt = self.at[last]
            if nxt is None or not self._name_part(nxt):
                break
            if self.words.gaps[last] in ("-", "–") and nxt.has(Sort.FAMILY) and span.has(Sort.FAMILY):
                break
            last = nxt.last
        if last == span.last:
            return span
        return Span(i, last, ())

    def _name_part(self, span: Span) -> bool:
        if not span.readings:
            return True
        return span.has(Sort.FAMILY) and not span.has(Sort.STATE, Sort.BODY, Sort.CAPITAL)

    def _looks_personal(self, core: Span) -> bool:
        """Whether an unknown run of capitalised words is built like a person's name."""
        norms = self.words.norms[core.first : core.last]
        if not 2 <= len(norms) <= 5 or norms[-1] in self.body_words or norms[-1] in self.not_body_words:
            return False
        if any(n in FUNCTION_WORDS for n in norms):
            return False
        given, family = self.gazetteer.given_names, self.gazetteer.family_names
        if norms[0] in self.titles or norms[0] in self.modifiers or norms[0] in self.craft:
            return False
        if self._is_craft_or_site(core):
            return False
        if any(n in self.body_words or n in self.not_body_words or (n,) in self.nouns for n in norms):
            return False
        return (norms[0] in given and len(norms[-1]) > 1) or (norms[0] in family and norms[-1] not in _PLURALS)

    def _is_introduced(self, core: Span) -> bool:
        """`Isshiki Masaharu, a navigator at`: an unknown name with an apposition behind it."""
        norms = self.words.norms[core.first : core.last]
        j = core.last
        if not 2 <= len(norms) <= 3 or j + 1 >= self.count or self.words.gaps[j] != ",":
            return False
        if any(n in self.body_words or n in self.not_body_words or n in FUNCTION_WORDS for n in norms):
            return False
        return self.words.norms[j] in ("a", "an") and self.words.forms[j + 1].islower()

    def _is_craft_or_site(self, core: Span) -> bool:
        """`frigate Oswald Siahaan`, `Tan Son Nhat airports`, `“Zhonghua Taibei”`: a name, but not a person's."""
        before = self.words.norms[core.first - 1] if core.first else ""
        behind = self.words.norms[core.last] if core.last < self.count else ""
        if before in self.craft or self.words.quoted[core.first]:
            return True
        if core.last < self.count and self.words.forms[core.last][0].isdigit() and self._joined(core.last):
            return True
        return (
            core.last < self.count
            and self._joined(core.last)
            and (
                behind in self.facilities
                or behind.removesuffix("s") in self.facilities
                or behind in self.not_body_words
            )
        )

    def _named(self, i: int, title: Title) -> list[Mention]:
        """The person or persons that a title stands before."""
        j = title.last
        if j >= self.count or not self._joined(j) or (i > 0 and self.words.norms[i - 1] in self.craft):
            return []
        span = self.at[j]
        if span is not None and span.has(Sort.STATE, Sort.CAPITAL, Sort.BODY, Sort.DEMONYM, Sort.PLACE):
            if not (span.has(Sort.FAMILY, Sort.PERSON) and self._honorific_before(j)):
                return []
        core = self._name(j) if span is not None else None
        if core is None and span is not None and span.has(Sort.FAMILY, Sort.PERSON):
            core = span
        if core is None or (core.readings == () and not self._could_be_name(core)):
            return []
        first = Mention(
            PERSON, i, core.last, core, title.countries, title.offices, False, True, title.bodies, title.to,
            title.counterpart, title.former,
        )  # fmt: skip
        people = list(self._with_apposition(first))
        if title.plural or self._plural_honorific(i, j):
            people = self._list_of_people(people, title)
        return people

    def _honorific_before(self, j: int) -> bool:
        span = self.at[j - 1]
        return j > 0 and (self.words.norms[j - 1] in self.honorifics or (span is not None and span.has(Sort.OFFICE)))

    def _plural_honorific(self, i: int, j: int) -> bool:
        return any(n in ("sens", "reps", "messrs", "senators") for n in self.words.norms[i:j])

    def _could_be_name(self, core: Span) -> bool:
        norms = self.words.norms[core.first : core.last]
        if norms[-1] in self.body_words or norms[-1] in self.not_body_words:
            return False
        if any(n in FUNCTION_WORDS or n in self.agents for n in norms):
            return False
        form = self.words.forms[core.first]
        return len(norms) <= 5 and not (len(form) > 1 and form.isupper() and len(norms) == 1)

    def _list_of_people(self, people: list[Mention], title: Title) -> list[Mention]:
        while True:
            j = people[-1].last
            k = j
            if k < self.count and self.words.norms[k] in ("and", "&"):
                k += 1
            elif not (k < self.count and self.words.gaps[k] == ","):
                break
            core = self._name(k) if k < self.count and self.at[k] is not None else None
            if core is None or not (core.readings or self._could_be_name(core)):
                break
            people.append(
                Mention(PERSON, k, core.last, core, title.countries, title.offices, False, True, title.bodies)
            )
        if len(title.countries) == len(people) > 1:
            return [replace(m, countries=(c,)) for m, c in zip(people, title.countries, strict=True)]
        return people

    def _with_apposition(self, person: Mention) -> Iterator[Mention]:
        """A person, taken together with a title printed behind the name: `, head of the X holding,`."""
        j = self._skip_brackets(person.last)
        if j >= self.count or self.words.gaps[j] not in (",", "),", ") ,"):
            yield person
            return
        k = j
        if self.words.norms[k] in ("the", "a", "an"):
            k += 1
        title = self._title(k) if k < self.count else None
        if title is None:
            skipped = self._skip_to_title(k) if k < self.count else 0
            title = self._title(k + skipped) if skipped else None
        if title is None or not (title.offices or title.words) or self._named(k, title):
            yield person
            return
        end = self._apposition_end(title.last)
        if end is None:
            yield person
            return
        yield replace(
            person,
            last=end,
            countries=person.countries or title.countries,
            offices=person.offices + title.offices,
            titled=True,
            bodies=person.bodies + title.bodies,
            to=person.to or title.to,
            former=person.former or title.former,
        )

    def _skip_brackets(self, j: int) -> int:
        """Past a name in another script or an acronym in brackets behind a name."""
        if j < self.count and self.words.gaps[j].startswith("("):
            k = j
            while k < self.count and k - j < 5:
                k += 1
                if k < self.count and ")" in self.words.gaps[k]:
                    return k
        return j

    def _apposition_end(self, j: int) -> int | None:
        """Where the apposition that a title opened ends; None if it runs into a list of names."""
        sentence = self.words.sentence[j - 1]
        k = j
        while k < self.count and self.words.sentence[k] == sentence and k - j < 14:
            gap = self.words.gaps[k]
            if "," in gap or ")" in gap or ";" in gap:
                nxt = self.words.norms[k]
                more = self._title(k + 1) if nxt == "and" and k + 1 < self.count else None
                if more is not None and not self._named(k + 1, more):
                    k += 1
                    continue
                return k
            form = self.verbs.get((self.words.norms[k],))
            if form is not None and form.finite and not form.homograph and not self.inside[k]:
                return k
            k += 1
        return k if k == self.count or self.words.sentence[k] != sentence else j

    # --- offices without a name

    def _office(self, i: int, title: Title) -> Iterator[Mention]:
        last = title.last
        core = Span(max(i, last - 1), last, ())
        yield Mention(
            OFFICE, i, last, core, title.countries, title.offices, title.plural, True, title.bodies, title.to,
            title.counterpart, title.former,
        )  # fmt: skip


_PLURALS = frozenset("times news games talks affairs nations islands forces studies relations".split())


def _state_of(span: Span) -> str:
    return next(r.key for r in span.readings if r.sort in (Sort.DEMONYM, Sort.STATE, Sort.CAPITAL))
