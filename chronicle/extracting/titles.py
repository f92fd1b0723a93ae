"""Titles: adjectives of state, offices with their complements, honorifics, `his Russian counterpart`."""

from dataclasses import dataclass, field

from chronicle.extracting.complements import Complements, state_of
from chronicle.extracting.frame import Frame
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.names import Names
from chronicle.extracting.spans import Span, is_capital

_FEW = 2  # states before a title that need an `and`
_LONGEST_FIELDS = 8  # words of `foreign affairs, defense, and`
_MOST_STEPS = 24  # words and offices of one title
_MOST_STATES = 40  # in one list before a title
_DETERMINERS = frozenset("the a an their his her its this".split())
_OPENING = (Sort.STATE, Sort.DEMONYM, Sort.OFFICE, Sort.OFFICES, Sort.BODY, Sort.GENERIC, Sort.CAPITAL)


@dataclass(slots=True)
class Title:
    """What stands before a name: the word behind it (`last`), and what it tells.

    `weight` counts the words that name an office or an honour, `modified` is true where any word
    (`visiting`, `former`) says that a person follows; `second` is where a further office begins.
    """

    last: int
    second: int = -1
    adjectives: int = 0
    countries: list[str] = field(default_factory=list)
    offices: list[tuple[str, ...]] = field(default_factory=list)
    bodies: list[Span] = field(default_factory=list)
    to: str | None = None
    weight: int = 0
    plural: bool = False
    counterpart: bool = False
    former: bool = False
    modified: bool = False


class Titles:
    """Reads titles in one frame."""

    def __init__(self, frame: Frame, names: Names) -> None:
        self.frame = frame
        self.complements = Complements(frame, names)

    def may_open(self, i: int) -> bool:
        """Whether a title can begin at word i at all."""
        frame, span = self.frame, self.frame.at[i]
        if span is not None and span.has(*_OPENING):
            return True
        return frame.norms[i] in frame.openers or frame.norms[i + 1 : i + 2] == ["and"]

    def read(self, i: int) -> Title | None:
        """The title that begins at word i; None if there is none."""
        if not self.may_open(i) or self.is_verb_here(i):
            return None
        title = Title(i)
        self._adjectives(title)
        for _ in range(_MOST_STEPS):
            if title.last >= self.frame.count or not (title.last in (i, title.second) or self.frame.joined(title.last)):
                break
            if not self._step(title, i):
                break
        known = title.modified and self._known_person(title.last)
        if not (title.offices or title.weight or title.counterpart or known):
            return None
        title.countries = list(dict.fromkeys(title.countries))
        return title

    def _step(self, title: Title, start: int) -> bool:
        """Take what stands at the title's end into it; False where the title ends."""
        if title.counterpart:
            return self._rank_of_counterpart(title)
        return (
            self._office(title)
            or self._both_offices(title)
            or self._counterpart(title)
            or self._body(title)
            or self._title_word(title)
            or self._inner_adjectives(title)
            or self._plain_words(title, start)
        )

    def _office(self, title: Title) -> bool:
        frame, span = self.frame, self.frame.at[title.last]
        if span is None or not frame.is_office(span) or span.has(Sort.PERSON):
            return False
        title.offices.append(tuple(span.keys(Sort.OFFICE) + span.keys(Sort.OFFICES)))
        title.plural = title.plural or not span.has(Sort.OFFICE)
        title.weight += 1
        title.last = span.last
        if self._not_yet(title.last):
            title.former = True
            title.last += 1
        self._take_complement(title, title.last)
        if title.plural and self._shares_first_word(title, span):
            return True
        following = self._second_office(title.last)
        if following is None:
            return True
        if self._of_another(title, span, following):
            return False
        title.last = title.second = following
        return True

    def _shares_first_word(self, title: Title, span: Span) -> bool:
        """`secretaries of state and defense`: a second office of the same first words."""
        frame, j = self.frame, title.last
        if j != span.last or j + 1 >= frame.count or frame.norms[j] != "and" or frame.norms[j - 2] != "of":
            return False
        norms = (*frame.norms[span.first : j - 1], frame.norms[j + 1])
        second = tuple(r.key for r in frame.gazetteer.readings(norms) if r.sort is Sort.OFFICES)
        if second:
            title.offices.append(second)
            title.last = j + 2
        return bool(second)

    def _not_yet(self, j: int) -> bool:
        """`president-elect`: somebody who holds the office no more than a former holder does."""
        frame = self.frame
        return j < frame.count and frame.norms[j] in frame.not_yet and frame.gaps[j] in ("-", " ")

    def _of_another(self, title: Title, span: Span, following: int) -> bool:
        """`the Indonesian president and Foreign Minister Retno`: the second title is another's."""
        lower_first = span.has(Sort.OFFICE) and self.frame.forms[span.first].islower() and not title.plural
        return lower_first and self.frame.forms[following][0].isupper()

    def _both_offices(self, title: Title) -> bool:
        """`foreign and defense ministers`, `foreign affairs, defense, and trade ministers`: of one last word."""
        frame = self.frame
        fields = self._fields(title.last)
        last = fields[-1][1] + 1 if fields else frame.count
        span = frame.at[last] if last < frame.count else None
        if span is None or not span.has(Sort.OFFICES):
            return False
        ministers = frame.norms[span.last - 1]
        readings = [frame.gazetteer.readings((*frame.norms[a:b], ministers)) for a, b in fields]
        offices = [tuple(r.key for r in each if r.sort is Sort.OFFICES) for each in readings]
        if not all(offices):
            return False
        title.offices += [*offices, tuple(span.keys(Sort.OFFICES))]
        title.plural = True
        title.weight += 1
        self._take_complement(title, span.last)
        return True

    def _fields(self, j: int) -> list[tuple[int, int]]:
        """Where the fields of several offices stand from word j on, before the `and` of the last: none without it."""
        frame, begin = self.frame, j
        fields: list[tuple[int, int]] = []
        for k in range(j + 1, min(j + _LONGEST_FIELDS, frame.count)):
            if frame.norms[k] == "and":
                return [*fields, (begin, k)]
            if frame.gaps[k] == ",":
                fields.append((begin, k))
                begin = k
            elif frame.gaps[k] != " ":
                break
        return []

    def _counterpart(self, title: Title) -> bool:
        norm = self.frame.norms[title.last]
        if norm not in self.frame.counterparts or title.offices:
            return False
        title.counterpart = True
        title.plural = title.plural or norm.endswith("s")
        title.weight += 1
        self._take_complement(title, title.last + 1, counterpart=True)
        return True

    def _rank_of_counterpart(self, title: Title) -> bool:
        """`his counterpart Gen. Gerasimov`, at the rank."""
        j = title.last
        ranked = j < self.frame.count and self.frame.norms[j] in self.frame.honorifics and not self.frame.within[j]
        title.last += ranked
        return ranked

    def _body(self, title: Title) -> bool:
        """`PLA deputy chief`, `Foreign Ministry spokesman`: a body right before a title word."""
        frame, span = self.frame, self.frame.at[title.last]
        if span is None or title.bodies or title.offices or not span.has(Sort.BODY, Sort.GENERIC):
            return False
        j = frame.past_possessive(span.last)
        if not frame.joined(j):
            return False
        if not (frame.is_office(frame.at[j]) or frame.title_word(j) or frame.skip_to_title(j)):
            return False
        title.bodies.append(span)
        title.last = j
        return True

    def _title_word(self, title: Title) -> bool:
        frame, j = self.frame, title.last
        if not frame.title_word(j):
            return False
        norm = frame.norms[j]
        title.former = title.former or norm in frame.former
        title.modified = True
        title.weight += norm not in frame.modifiers or norm in frame.titles
        title.last = j + 1
        if norm in frame.titles:
            self._take_complement(title, j + 1)
        return True

    def _inner_adjectives(self, title: Title) -> bool:
        """`former Japanese prime minister`: adjectives of state behind a modifier."""
        if not title.modified or title.weight or title.offices or title.adjectives:
            return False
        self._adjectives(title)
        return title.adjectives > 0

    def _plain_words(self, title: Title, start: int) -> bool:
        """`Chinese human rights lawyer`: words between an adjective and the title that it belongs to."""
        if title.offices or (title.last == start and not title.adjectives):
            return False
        skipped = self.frame.skip_to_title(title.last)
        if skipped and self._is_verb_before_capital(title.last, title.last + skipped):
            return False
        title.last += skipped
        return skipped > 0

    def _is_verb_before_capital(self, first: int, last: int) -> bool:
        """`clashes in Thailand cause | Assistant Secretary Campbell`: a verb in small letters, no part of the title."""
        frame = self.frame
        form = frame.verbs.get((frame.norms[first],)) if frame.forms[first].islower() else None
        return form is not None and form.finite and last < frame.count and frame.forms[last][0].isupper()

    def _take_complement(self, title: Title, j: int, counterpart: bool = False) -> None:
        """Take in what stands at word j: `of China`, `to Japan`; behind a plural also `visiting from China, Japan`."""
        norms = self.frame.norms
        opens = j + (title.plural and norms[j : j + 2] == ["visiting", "from"])
        from_states = norms[opens : opens + 1] == ["from"] and self._has_one_in_each_state(title)
        behind = self.complements.read(opens, counterpart or from_states)
        title.last = behind.last if behind.last > opens else j
        title.to = title.to or behind.to
        title.countries += behind.countries
        title.bodies += behind.bodies

    def _has_one_in_each_state(self, title: Title) -> bool:
        """`foreign ministers`, not `trade representatives`, whom but one state calls so."""
        offices = [self.frame.gazetteer.offices[key] for key in title.offices[-1]] if title.offices else []
        return title.plural and any(office.exclusive and not office.countries for office in offices)

    # --- adjectives of state

    def _is_where(self, span: Span) -> bool:
        """`in Naypyidaw and Japanese leaders in Yangon`, `In Beijing Vice FM`: a capital behind a preposition."""
        frame = self.frame
        if span.first == 0 or not span.has(Sort.CAPITAL) or span.has(Sort.DEMONYM, Sort.STATE):
            return False
        if frame.norms[span.first - 1] not in ("in", "at", "to", "from"):
            return False
        opens = span.first == 1 or not frame.joined(span.first - 1) or self._behind_verb(span.first - 2)
        return opens or (span.last < frame.count and frame.norms[span.last] == "and")

    def _behind_verb(self, i: int) -> bool:
        """`receives in Beijing PM Kasyanov`: a verb at word i, before the preposition of a place."""
        form = self.frame.verbs.get((self.frame.norms[i],)) if i > 0 else None
        return form is not None and form.third

    def _adjectives(self, title: Title) -> None:
        """A run of states as adjectives or possessives: `Chinese, Russian and`, `China's`, `US`."""
        frame, j = self.frame, title.last
        commas = 0
        ends: list[int] = []
        codes: list[str] = []
        while j < frame.count and len(codes) < _MOST_STATES:
            span = frame.at[j]
            if span is None or not span.has(Sort.DEMONYM, Sort.STATE, Sort.CAPITAL):
                break
            if self._is_where(span):
                break
            codes += span.keys(Sort.STATE) or [state_of(span)]
            ends.append(frame.past_possessive(span.last))
            following = self._next_state(ends[-1], span.has(Sort.STATE, Sort.DEMONYM))
            if following is None:
                break
            commas = commas + 1 if following == ends[-1] and frame.gaps[following] == "," else 0
            j = following
        if commas and not (len(codes) > _FEW and self._shares_plural(ends[-1])):
            # `with the US, Russian FM Lavrov says`: a list has `and` before its last; this is none.
            del codes[1:], ends[1:]
        if codes:
            title.countries += codes
            title.adjectives = len(codes)
            title.last = ends[-1]

    def _shares_plural(self, j: int) -> bool:
        """`German, Australian, British leaders`: an office of each, at word j."""
        span = self.frame.at[j] if j < self.frame.count else None
        return span is not None and span.has(Sort.OFFICES)

    def _next_state(self, j: int, state: bool) -> int | None:
        """Behind a list item that ends before j: the next state of the list, None if the list ends."""
        frame = self.frame
        if j >= frame.count or (not state and frame.gaps[j] == ","):
            return None
        k = j
        if frame.norms[j] in ("and", "&", "or") and frame.gaps[j] in (" ", ","):
            k = j + 1
        elif frame.gaps[j] not in (",", "-", "–", "/"):
            return None
        span = frame.at[k] if k < frame.count else None
        if span is not None and span.has(Sort.DEMONYM, Sort.STATE) and not span.has(Sort.PERSON):
            return k
        return None

    # --- what is no title

    def _known_person(self, j: int) -> bool:
        span = self.frame.span_after(j)
        return span is not None and span.has(Sort.PERSON, Sort.FAMILY)

    def is_verb_here(self, i: int) -> bool:
        """`X and Y chair the meeting`: a word for an office that is the verb behind a name."""
        frame, span = self.frame, self.frame.at[i]
        if span is None or span.last - span.first > 1 or (frame.norms[i],) not in frame.verbs:
            return False
        if i > 0 and frame.norms[i].endswith("s") and self._governs(span):
            return True  # `Kao Koong-lian heads a delegation`
        return i > 0 and frame.joined(i) and is_capital(frame.forms[i - 1]) and frame.forms[i][0].islower()

    def is_verb_before_title(self, i: int) -> bool:
        """`senators press President Bush`: a word for a body that is the verb between several and whom they address."""
        frame, span = self.frame, self.frame.at[i]
        if span is None or span.last - span.first > 1 or not span.has(Sort.GENERIC, Sort.BODY) or i == 0:
            return False
        form = frame.verbs.get((frame.norms[i],))
        if form is None or form.third or form.past or not frame.forms[i].islower() or not frame.joined(i + 1):
            return False
        addressed = frame.at[i + 1]
        if frame.norms[i - 1] == "to" and is_capital(frame.forms[i + 1]):
            return True  # `calls on donors to press Vietnam`
        titled = addressed is not None and frame.is_office(addressed) and is_capital(frame.forms[i + 1])
        return titled and frame.norms[i - 1].endswith("s") and frame.forms[i - 1].islower()

    def _second_office(self, j: int) -> int | None:
        """Where a second office of the same title begins, joined by `and` or a comma at word j."""
        frame = self.frame
        if j + 1 >= frame.count:
            return None
        if frame.norms[j] in ("and", "&") and (frame.gaps[j] == "," or frame.joined(j)):
            k = j + 1
        elif frame.gaps[j] == ",":
            k = j
        else:
            return None
        if frame.norms[k] == "the" and k + 1 < frame.count:
            k += 1
        span = frame.at[k]
        return k if span is not None and frame.is_office(span) and not self._governs(span) else None

    def _governs(self, span: Span) -> bool:
        """`..., chair the 15th consultation`: a word for an office that is a verb with its object."""
        frame = self.frame
        if span.last - span.first > 1 or (frame.norms[span.first],) not in frame.verbs:
            return False
        return span.last < frame.count and frame.norms[span.last] in _DETERMINERS
