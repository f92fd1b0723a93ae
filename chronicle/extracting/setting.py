"""One sentence of an entry as its venues are looked for."""

from dataclasses import dataclass

from chronicle.extracting.clauses import Clause
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.mention import Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.sites import Sites
from chronicle.extracting.words import Words
from chronicle.model import EventType


@dataclass(frozen=True, slots=True)
class Setting:
    """`mentions` are those of the whole entry, `kind` is its type; `clause` is the sentence.

    `before_place` are the words that may stand between a preposition and the name of a place.
    """

    words: Words
    norms: list[str]
    mentions: list[Mention]
    clause: Clause
    kind: EventType
    sites: Sites
    lexicon: Lexicon
    before_place: frozenset[str]

    def part(self, i: int) -> Part:
        return self.clause.parts[i - self.clause.first]

    def before(self, i: int) -> str:
        """The word before word i; nothing at the head of the sentence."""
        return self.norms[i - 1] if i > self.clause.first else ""

    def behind_verb(self, i: int) -> bool:
        return i > self.clause.verb_at

    def marked(self, mark: str) -> bool:
        """Whether the main verb has a mark of data/verbs.csv."""
        return self.clause.marked(mark)
