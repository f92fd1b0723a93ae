"""The regular forms of English verbs and nouns, as coding makes them of the tables and the check looks for them."""

import re

_DOUBLED = re.compile(r"[^aeiou][aeiou]l$")


def regular_forms(lemma: str) -> set[str]:
    """The third person, the past and the form in -ing; never the lemma.

    Those of British spelling are among them (`travelled`, `nationalises`).
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = {inflect(base) for base in {head, _british(head)} for inflect in (third, _past, _ing)}
    if _DOUBLED.search(head):
        forms |= {_past(head + "l"), _ing(head + "l")}
    return {form + tail for form in forms}


def third(word: str) -> str:
    """The third person of a verb, and the plural of a noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _british(head: str) -> str:
    return head[:-3] + "ise" if head.endswith("ize") and len(head) > 5 else head


def _past(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    return head[:-1] + "ied" if head.endswith("y") and head[-2:-1] not in "aeiou" else head + "ed"


def _ing(head: str) -> str:
    return head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else head + "ing"
