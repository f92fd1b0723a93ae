"""What stands behind an office: `of China`, `to Japan`, `of the State Duma`, `for East Asia`."""

from dataclasses import dataclass, field
from typing import NamedTuple

from chronicle.extracting.frame import Frame
from chronicle.extracting.functionwords import COMMON_PREPOSITIONS
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.names import Names
from chronicle.extracting.spans import Span

_OPENING = frozenset("of for".split())
_TRUE_LINKS = frozenset("of for to and the s 's his her their".split())
_DETERMINERS = frozenset("the his her their".split())
_BEFORE_NOUN = _TRUE_LINKS | COMMON_PREPOSITIONS
_LONGEST = 16


class Complement(NamedTuple):
    """Where it ends, and the states and bodies it names; `to` is the state that an ambassador is sent to."""

    last: int
    to: str | None = None
    countries: tuple[str, ...] = ()
    bodies: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Found:
    """What a complement has named so far; `sent` where it begins like an ambassador's."""

    sent: bool
    to: str | None = None
    countries: list[str] = field(default_factory=list)
    bodies: list[Span] = field(default_factory=list)

    @property
    def named(self) -> bool:
        return bool(self.countries or self.bodies or self.to)


class Complements:
    """Reads complements in one frame."""

    def __init__(self, frame: Frame, names: Names) -> None:
        self.frame, self.names = frame, names

    def read(self, j: int, counterpart: bool = False) -> Complement:
        """The complement that begins at word j; an empty one where none does."""
        if not self._opens(j, counterpart):
            return Complement(j)
        found = _Found(sent=self.frame.norms[j] in ("to", "in") and not counterpart)
        k = end = j
        while k < self.frame.count and k - j < _LONGEST and self._is_joined(k, j, found.named):
            if self._begins_another_noun(k, j):
                break
            span = self.frame.at[k]
            if span is None:
                following = self._past_word(k, found.named, counterpart)
                if following is None:
                    break
                if not self._is_link(k, counterpart):
                    end = following
                    if self.frame.gaps[following : following + 1] == [","]:
                        break
                k = following
                continue
            if self._name_begins(k, j):
                end = k
                break
            if self.frame.is_office(span) and k > j + 2:
                break
            self._take(span, found)
            k = end = span.last
        if end == j:
            return Complement(j)
        return Complement(end, found.to, tuple(found.countries), tuple(found.bodies))

    def _begins_another_noun(self, k: int, start: int) -> bool:
        """`discusses with leaders of ASEAN nations the relocation of bases`, at its `the`; not in a list of states."""
        norms, beside = self.frame.norms, k > start and self.frame.joined(k)
        return beside and norms[k] in _DETERMINERS and norms[k - 1] not in _BEFORE_NOUN

    def _take(self, span: Span, found: _Found) -> None:
        """Keep the state or the body that a span names."""
        if not span.has(Sort.STATE, Sort.DEMONYM, Sort.CAPITAL):
            if span.has(Sort.BODY, Sort.GENERIC) or self._is_printed_body(span):
                found.bodies.append(span)
        elif found.sent:
            found.to = found.to or state_of(span)
        elif not found.to and not self._names_a_desk(span) and not self._is_in_name(span):
            found.countries += span.keys(Sort.STATE) or [state_of(span)]

    def _is_printed_body(self, span: Span) -> bool:
        """`president of the China-Japan Friendship Association`: a name in no table that ends in a word for bodies."""
        last = self.frame.norms[span.last - 1]
        return not span.readings and span.last - span.first > 1 and last in self.names.body_words

    def _opens(self, j: int, counterpart: bool) -> bool:
        if not self.frame.joined(j):
            return False
        norm = self.frame.norms[j]
        before = self.frame.norms[j - 1] if j > 0 else ""
        if norm == "to":
            return counterpart or (before in self.frame.gazetteer.lexicon.words("posted") and self._may_be_sent(j))
        if norm == "at":
            return self._names_a_mission(j)
        if norm == "on" and not self.names.fields.isdisjoint(self.frame.norms[j + 1 : j + 4]):
            return True  # `special envoy on Korean Affairs`
        resident = norm == "in" and before in self.frame.gazetteer.lexicon.words("resident")
        return norm in _OPENING or resident or (counterpart and norm in ("from", "in"))

    def _may_be_sent(self, j: int) -> bool:
        """Whether an office of several words that ends before word j is one at a state: `special envoy to`.

        Not `prime minister to`; a word alone (`minister to`) may be an envoy's rank.
        """
        frame = self.frame
        if not frame.within[j - 1]:
            return True
        span = next(span for i in range(j - 2, -1, -1) if (span := frame.at[i]) is not None)
        offices = [frame.gazetteer.offices[key] for key in span.keys(Sort.OFFICE) + span.keys(Sort.OFFICES)]
        return not offices or any(office.sent for office in offices)

    def _names_a_mission(self, j: int) -> bool:
        """`counselor at the Korean Embassy`: a body of a named state, where somebody serves."""
        frame = self.frame
        k = j + 2 if j + 1 < frame.count and frame.norms[j + 1] == "the" else j + 1
        state = frame.at[k] if k < frame.count else None
        if state is None or not state.has(Sort.DEMONYM) or state.last >= frame.count:
            return False
        body = frame.at[state.last]
        return body is not None and body.has(Sort.GENERIC)

    def _names_a_desk(self, span: Span) -> bool:
        """`head of the ministry's American department`, `ambassador of Chinese descent`: not whose office it is."""
        words, behind = self.frame.gazetteer.lexicon.words, self.frame.norms[span.last : span.last + 1]
        return span.has(Sort.DEMONYM) and not (words("desk") | words("descent")).isdisjoint(behind)

    def _is_in_name(self, span: Span) -> bool:
        """`president of Toyota Motor Thailand`, `of Japan Transportation Consultants`: a state in a company's name."""
        frame = self.frame
        before = next((frame.at[i] for i in range(span.first - 1, max(-1, span.first - 4), -1) if frame.at[i]), None)
        if before is not None and before.last == span.first and before.has(Sort.BODY) and frame.gaps[span.first] == " ":
            return True
        behind = frame.at[span.last] if span.last < frame.count else None
        if behind is None or behind.readings or frame.gaps[span.last] != " ":
            return False
        return span.has(Sort.STATE) and not span.has(Sort.DEMONYM) and behind.last - behind.first > 1

    def _is_link(self, k: int, counterpart: bool) -> bool:
        if self.frame.norms[k] == "two" and k + 1 < self.frame.count:
            shared = self.frame.at[k + 1]  # `the two Koreas`
            return shared is not None and len(shared.keys(Sort.STATE)) > 1
        if counterpart and self.frame.norms[k] == "in":
            return self._several_states(k + 1)
        return self.frame.is_link(k) or (self.frame.norms[k] == "from" and counterpart)

    def _several_states(self, k: int) -> bool:
        """`counterparts in China, Japan and Russia`: whose they are; one state would be where they are met."""
        state = self.frame.at[k] if k < self.frame.count else None
        if state is None or not state.has(Sort.STATE) or state.last + 1 >= self.frame.count:
            return False
        listed = self.frame.gaps[state.last] == "," or self.frame.norms[state.last] == "and"
        another = self.frame.at[state.last + (self.frame.norms[state.last] == "and")]
        return listed and another is not None and another.has(Sort.STATE)

    def _past_word(self, k: int, states: bool, counterpart: bool) -> int | None:
        """Past a link or a plain noun; None where the complement ends before word k."""
        if self._is_link(k, counterpart):
            ends = self.frame.norms[k] == "and" and not self._and_continues(k + 1, states)
            return None if ends else k + 1
        visiting = self.frame.norms[k] == "visiting"  # `legislators from Taiwan visiting Washington`
        return k + 1 if self.frame.lower_noun(k) and not visiting else None

    def _is_joined(self, k: int, start: int, states: bool) -> bool:
        if k == start or self.frame.joined(k):
            return True
        return self.frame.gaps[k] == "," and self._list_goes_on(k, states)

    def _list_goes_on(self, k: int, states: bool) -> bool:
        """Whether the comma before word k parts a list inside one title: of states, or of matters.

        `foreign ministers of China, Japan and South Korea`, `Minister of Land, Infrastructure and Transport`.
        """
        frame = self.frame
        at = k + 1 if frame.norms[k] == "and" and k + 1 < frame.count else k
        while states and frame.norms[at] in ("the", "two") and at + 1 < frame.count:
            at += 1
        span = frame.at[at]
        if span is None:
            return False
        if states:
            return span.has(Sort.STATE, Sort.BODY) and (at > k or not frame.finite_verb_at(span.last))
        if at + 1 >= frame.count or span.readings:
            return False
        return at > k or frame.norms[at + 1] == "and" or frame.gaps[at + 1] == ","

    def _and_continues(self, k: int, states: bool) -> bool:
        """Whether `and` before word k goes on inside the title."""
        frame = self.frame
        while states and k < frame.count and frame.norms[k] in ("from", "of", "the", "two"):
            k += 1
        if k >= frame.count:
            return False
        span = frame.at[k]
        if span is None:
            return not states and frame.forms[k].islower()
        if states:
            return span.has(Sort.STATE, Sort.BODY)
        return not span.readings or self.frame.norms[span.last : span.last + 1] == ["affairs"]

    def _name_begins(self, k: int, start: int) -> bool:
        """Whether the name of the office's holder begins at word k."""
        frame, span = self.frame, self.frame.at[k]
        if span is None or k <= start + 1 or frame.gaps[k] == "," or frame.norms[k - 1] in _TRUE_LINKS:
            return False
        if span.has(Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.BODY, Sort.PLACE):
            return False
        if span.has(Sort.PERSON, Sort.FAMILY):
            return True
        core = self.names.name_at(k)
        if core is None:
            return False
        return self.names.looks_personal(core) or (self._behind_field(k) and self.names.could_be_name(core))

    def _behind_field(self, k: int) -> bool:
        """`for Arms Control` | `Avis Bohlen`: whether an unknown run that ends at word k names a field of work."""
        before = next((self.frame.at[i] for i in range(k - 1, max(-1, k - 5), -1) if self.frame.at[i]), None)
        field = self.frame.norms[k - 1] in self.frame.gazetteer.lexicon.words("field")
        return field and before is not None and before.last == k and not before.readings


def state_of(span: Span) -> str:
    return next(r.key for r in span.readings if r.sort in (Sort.DEMONYM, Sort.STATE, Sort.CAPITAL))
