"""The states that the heading of a chronology names."""

from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.spans import find_spans
from chronicle.extracting.words import split_words


def relation_codes(printed: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The states that a heading such as `US-Japan Relations` names; both Koreas for `Korea`."""
    title = printed.title() if printed.isupper() else printed
    words = split_words(title)
    codes: set[str] = set()
    for span in find_spans(words, gazetteer):
        codes.update(r.key for r in span.readings if r.sort in (Sort.STATE, Sort.DEMONYM))
    for norm in words.norms:
        codes |= _states_of_acronym(norm, gazetteer)
    if len(codes) < 2:
        for norm in words.norms:
            codes |= gazetteer.relation_names.get(norm, frozenset())
    return frozenset(codes)


def _states_of_acronym(norm: str, gazetteer: Gazetteer) -> set[str]:
    """The states that a word means which is nothing but their acronym: `us`, `rok`, however a heading prints them."""
    forms = gazetteer.forms((norm,)) if (norm,) in gazetteer.printed else []
    if not all(form.acronym for form in forms):
        return set()
    return {r.key for form in forms for r in form.readings if r.sort is Sort.STATE}
