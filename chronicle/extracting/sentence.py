"""One sentence as its verb is looked for: its names, and what stands beside a word."""

from enum import Enum

from chronicle.extracting.functionwords import ARTICLES, BE, NOUN_NEXT, OBJECT_OPENERS
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.mention import PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.words import Words

_HAVE = frozenset("has have had having".split())
_MODALS = frozenset("will would can could may might must should shall does do did cannot".split())
_ADVERBS = frozenset(
    "also again then now still once not never jointly formally reportedly later first back soon just already only"
    " since all both too simultaneously even yet together likewise".split()
)
_BRACKETS = frozenset("()")
_LONGEST_ASIDE = 40  # words between a bracket and what stands within
_FOR_OR_AGAINST = frozenset({"anti", "pro"})


class Left(Enum):
    """What stands before a word: nothing, the start of a noun phrase, a subject, `and`, a comma, an auxiliary."""

    NOTHING = "nothing"
    NOUN_PHRASE = "noun phrase"
    SUBJECT = "subject"
    AND = "and"
    COMMA = "comma"
    HAVE = "have"
    BE = "be"
    MODAL = "modal"
    TO = "to"


class Sentence:
    """Words first..last-1. `starts` are its mentions by their first word, `ends` by the word behind them."""

    def __init__(self, words: Words, lexicon: Lexicon, starts: dict[int, Mention], first: int, last: int) -> None:
        self.lexicon = lexicon
        self.words, self.norms, self.gaps = words, words.norms, words.gaps
        self.starts, self.first, self.last = starts, first, last
        self.ends = {m.last: m for m in starts.values()}

    def left(self, at: int) -> Left:
        """What stands before word `at`, past adverbs."""
        if at == self.first:
            return Left.NOTHING
        if "," in self.gaps[at] or ")" in self.gaps[at]:
            return Left.SUBJECT if ")" in self.gaps[at] else Left.COMMA
        j = before(self.words, at, self.first)
        if j < self.first:
            return Left.NOTHING
        norm = self.norms[j]
        mention = self.ends.get(j + 1)
        if mention is not None:
            compound = (
                mention.adjective
                or self._stands_behind_article(mention)
                or (self.gaps[mention.first] == "-" and mention.first > self.first)
            )
            return Left.NOUN_PHRASE if compound else Left.SUBJECT
        if "," in self.gaps[j + 1]:
            return Left.COMMA
        return _LEFT.get(norm, Left.SUBJECT)

    def counts(self, at: int) -> bool:
        """`four Chinese`, right before word `at`: people, and no adjective."""
        mention = self.ends.get(at)
        if mention is None or mention.first == self.first:
            return False
        return self.norms[mention.first - 1] in self.lexicon.words("number")

    def _stands_behind_article(self, mention: Mention) -> bool:
        """`a Russia ...`, `the Timika ...`: a name behind an article describes what follows; some states have one."""
        article = self.norms[max(self.first, mention.first - 1)]
        return (mention.kind == STATE and article in ("a", "an")) or (
            mention.kind in (PLACE, UNKNOWN) and article in ARTICLES and not self._acts(mention)
        )

    def _acts(self, mention: Mention) -> bool:
        """`the Lotte Group says`, `and the Lotte Group release their`: a form that only a verb has, or an object."""
        word = self.norms[mention.last] if mention.last < self.last else ""
        joined = self.norms[max(self.first, mention.first - 2)] == "and"
        return word.endswith(("s", "ed")) or (joined and self.object_follows(mention.last + 1))

    def object_follows(self, i: int) -> bool:
        """Whether a noun phrase, `that` or a quotation begins at word i."""
        if i >= self.last or "(" in self.gaps[i]:
            return False
        norm = self.norms[i]
        if norm in OBJECT_OPENERS or "“" in self.gaps[i] or '"' in self.gaps[i] or "$" in self.gaps[i]:
            return True
        return self.gaps[i] == " " and (norm[0].isdigit() or i in self.starts)

    def is_plural(self, i: int) -> bool:
        """`ships`, `police`, `two Su-35s`: a word for several."""
        norm = self.norms[i]
        regular = len(norm) > 3 and norm.endswith(("s", "men")) and not norm.endswith("ss")
        return regular or norm in self.lexicon.words("plural") or self._is_plural_of_type(i)

    def _is_plural_of_type(self, i: int) -> bool:
        """`two Su-35s`, `F-15Ks`, at what is behind the number."""
        numbered = i > self.first and self.gaps[i] == "" and self.norms[i - 1].isdigit()
        return numbered and self.words.forms[i].endswith("s")

    def next_comma(self, i: int) -> int:
        """The first word from i on that a comma, a bracket or a dash stands before; the end if there is none."""
        return next((k for k in range(i, self.last) if self.gaps[k][:1] in (",", ")", "—", "–")), self.last)

    def has_own_subject(self, start: int, at: int) -> bool:
        """`..., Kyodo reports`: a comma, then a name, then the verb."""
        comma = next((i for i in range(at, start, -1) if "," in self.gaps[i]), at)
        return comma < at and comma in self.starts and self.starts[comma].last == at


def aside_at(words: Words, i: int, first: int) -> int | None:
    """The first word of the brackets that are open before word i, none before word `first`; None outside brackets."""
    near = range(i, max(first, i - _LONGEST_ASIDE), -1)
    opens = next((k for k in near if not _BRACKETS.isdisjoint(words.gaps[k])), None)
    return opens if opens is not None and words.gaps[opens].endswith("(") else None


def is_for_or_against(words: Words, i: int) -> bool:
    """`anti-American`, at its second word."""
    return i > 0 and words.gaps[i] == "-" and words.norms[i - 1] in _FOR_OR_AGAINST


def before(words: Words, i: int, first: int) -> int:
    """The word before i, past adverbs; first - 1 if there is none."""
    j = i - 1
    while j >= first and j > i - 4 and is_adverb(words, j):
        j -= 1
    return j


def is_adverb(words: Words, i: int) -> bool:
    norm = words.norms[i]
    return norm in _ADVERBS or (norm.endswith("ly") and words.forms[i][0].islower())


_LEFT = {
    **dict.fromkeys(NOUN_NEXT, Left.NOUN_PHRASE),
    **dict.fromkeys(("and", "or", "but"), Left.AND),
    **dict.fromkeys(_MODALS, Left.MODAL),
    **dict.fromkeys(_HAVE, Left.HAVE),
    **dict.fromkeys(BE, Left.BE),
    "to": Left.TO,
}
