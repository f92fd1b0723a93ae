"""Where in a sentence the speech stands in which something is said."""

from chronicle.extracting.clauses import Clause
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.words import Words


def speech_begins(words: Words, clause: Clause, lexicon: Lexicon) -> int | None:
    """The `in` of `announces the sale, in a speech to workers in Lind`: told behind a comma, and no more than where."""
    norms = words.norms
    for i in range(clause.last - 3, clause.reported_at, -1):
        if "," in words.gaps[i] and norms[i : i + 2] in (["in", "a"], ["in", "an"]):
            spoken = not lexicon.spoken.isdisjoint(norms[i + 2 : i + 4])
            told = any(
                (form := lexicon.verbs.get((norm,))) is not None and form.third for norm in norms[i : clause.last]
            )
            return i if spoken and not told else None
    return None
