"""A text's words with the spans found in them: what stands where, and what sort of word it is."""

from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.spans import Span, is_capital
from chronicle.extracting.words import Words

_JOINED = frozenset({" ", "-", ".", "", "–", "‑"})
_LINKS = frozenset("of for to on and the s his her their affairs 's".split())


class Frame:
    """`at[i]` is the span that begins at word i, `within[i]` whether word i lies in one but not at its start."""

    def __init__(self, words: Words, spans: list[Span], gazetteer: Gazetteer) -> None:
        self.words, self.gazetteer = words, gazetteer
        self.norms, self.forms, self.gaps = words.norms, words.forms, words.gaps
        self.count = len(words.norms)
        self.at: list[Span | None] = [None] * (self.count + 1)
        self.within = [False] * (self.count + 1)
        for span in spans:
            self.at[span.first] = span
            for i in range(span.first + 1, span.last):
                self.within[i] = True
        lexicon = gazetteer.lexicon
        self.verbs, self.function_words = lexicon.verbs, lexicon.function_words
        self.titles, self.modifiers = lexicon.words("title"), lexicon.words("modifier")
        self.stopped = lexicon.words("withstop")
        self.honorifics, self.agents = lexicon.words("honorific"), lexicon.words("agent")
        self.former, self.not_yet = lexicon.words("former"), lexicon.words("notyet")
        self.openers, self.counterparts = lexicon.openers, lexicon.words("counterpart")

    def joined(self, j: int) -> bool:
        """Whether word j follows the word before it with nothing but a blank or a hyphen between."""
        return j < self.count and (self.gaps[j] in _JOINED or self._is_stop_meant(j))

    def _is_stop_meant(self, j: int) -> bool:
        """`Maj. Gen, Huang`, at the name: a comma for the full stop behind the second of two ranks."""
        ranks = self.honorifics.issuperset(self.norms[max(0, j - 2) : j])
        return j > 1 and self.gaps[j] == "," and ranks and self.gaps[j - 1].startswith(".")

    def span_after(self, j: int) -> Span | None:
        """The span that begins at word j, if it is joined to what stands before."""
        return self.at[j] if self.joined(j) else None

    def is_office(self, span: Span | None) -> bool:
        return span is not None and span.has(Sort.OFFICE, Sort.OFFICES)

    def is_link(self, k: int) -> bool:
        return self.norms[k] in _LINKS

    def past_possessive(self, j: int) -> int:
        return j + 1 if j < self.count and self.norms[j] == "'s" else j

    def plain_word(self, k: int) -> bool:
        """A word that may stand inside a title although it is none of the words for one."""
        norm = self.norms[k]
        if self.is_link(k) or norm in self.function_words:
            return False
        span = self.at[k]
        if span is not None and span.readings:
            return span.has(Sort.BODY, Sort.NOT_A_BODY, Sort.GENERIC)
        if span is None and self.within[k]:
            return True
        form = self.verbs.get((norm,))
        return form is None or (form.homograph and not norm.endswith("s") and not self._is_done_by_several(k))

    def _is_done_by_several(self, k: int) -> bool:
        """`rebels badly wound President Ramos`, `groups name President Ramos`: at the verb, behind several who act."""
        who = k - 1 - (k > 1 and self.norms[k - 1].endswith("ly"))
        several = who >= 0 and self.norms[who] in self.agents and self.norms[who].endswith("s")
        titled = k + 1 < self.count and self.forms[k].islower() and self.forms[k + 1][0].isupper()
        return several and (who < k - 1 or titled)

    def lower_noun(self, k: int) -> bool:
        """A word of a complement: `of foreign affairs`."""
        form = self.verbs.get((self.norms[k],))
        return self.norms[k] not in self.function_words and (form is None or not form.finite)

    def title_word(self, j: int) -> bool:
        """A word that belongs to titles: `deputy`, `director`, `Gen.`."""
        norm, span = self.norms[j], self.at[j]
        if norm == "under" and self.norms[j + 1 : j + 2] != ["secretary"]:
            return False
        if self.within[j] or (span is not None and span.readings and not span.has(Sort.FAMILY)):
            return False
        if norm in self.stopped and self.gaps[j + 1 : j + 2] != ["."]:
            return False
        if norm in self.honorifics:
            lower = norm in self.titles or norm in ("president", "prince", "king", "queen")
            return lower or is_capital(self.forms[j])
        return norm in self.titles or norm in self.modifiers

    def skip_to_title(self, j: int) -> int:
        """How many plain words stand before a title word (`human rights` lawyer): 0 if none follows."""
        for size in range(1, 5):
            k = j + size
            if not self.joined(k) or not (self.plain_word(k - 1) or self._joins_matters(k - 1)):
                return 0
            if self.is_office(self.at[k]) or (self.norms[k] in self.titles and not self.within[k]):
                return size
        return 0

    def _joins_matters(self, k: int) -> bool:
        """`Information and Communications Minister`: the `and` between two matters of one office."""
        if self.norms[k] != "and" or k + 2 >= self.count or not self.forms[k - 1][0].isupper():
            return False
        before = self.at[k - 1]
        if before is not None and before.readings:
            return False
        return self.forms[k + 1][0].isupper() and self.norms[k + 2] in self.titles and self.forms[k + 2][0].isupper()

    def finite_verb_at(self, j: int) -> bool:
        """Whether word j is a verb and nothing else."""
        form = self.verbs.get((self.norms[j],)) if j < self.count else None
        return form is not None and form.finite and not form.homograph

    def rather_a_place(self, span: Span) -> bool:
        """A state or a place that is also somebody's name, and stands without a title: `Nepal`, `Aichi`."""
        if span.last - span.first > 1 or not span.has(Sort.STATE, Sort.CAPITAL, Sort.DEMONYM, Sort.PLACE):
            return False
        nxt = self.span_after(span.last)
        if nxt is not None and (not nxt.readings or nxt.has(Sort.FAMILY)):
            return self.norms[nxt.first] in self.gazetteer.lexicon.words("region")
        within = span.first > 0 and self.norms[span.first - 1] == "in"
        return within or span.has(Sort.STATE, Sort.CAPITAL) or not self.finite_verb_at(span.last)
