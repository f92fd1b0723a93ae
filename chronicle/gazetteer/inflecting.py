"""The forms that the coder makes of the lemmas of verbs.csv and the nouns of nouns.csv, folded.

As chronicle/extracting/lexicon.py makes them; the two rooms do not know each other, a test holds them together.
"""

import re

from chronicle.gazetteer.names import fold

_DOUBLED = re.compile(r"[^aeiou][aeiou]l$")


def regular_forms(lemma: str) -> frozenset[str]:
    """The third person, the past and the form in -ing, in British spelling too; never the lemma."""
    head, _, rest = lemma.partition(" ")
    bases = {head, head[:-3] + "ise" if head.endswith("ize") and len(head) > 5 else head}
    forms = {inflect(base) for base in bases for inflect in (third, _past, _ing)}
    if _DOUBLED.search(head):
        forms |= {_past(head + "l"), _ing(head + "l")}
    return frozenset(fold(f"{form} {rest}") for form in forms)


def plural(noun: str) -> str:
    """`port call`: `port calls`."""
    *before, last = fold(noun).split()
    return " ".join([*before, third(last)])


def third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    return head[:-1] + "ied" if head.endswith("y") and head[-2:-1] not in "aeiou" else head + "ed"


def _ing(head: str) -> str:
    return head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else head + "ing"
