"""Long names of world bodies with one letter wrong: `Commonweath of Independent States`."""

from rapidfuzz.distance import OSA

from chronicle.extracting.gazetteer import Body, Gazetteer
from chronicle.extracting.words import Words, norms_of

# The words of a name but one, and where that stands; the word, and the body.
Index = dict[tuple[str, ...], list[tuple[int, str, str]]]

_FEWEST, _MOST = 3, 8  # words of such a name
_LONG = 6  # letters of the word that is wrong


def misspelt_body(gazetteer: Gazetteer, words: Words, first: int) -> tuple[Body, int] | None:
    """The body whose name begins at word `first` with one letter of it wrong, and where it ends."""
    index = _index(gazetteer)
    for last in range(first + _FEWEST, min(first + _MOST, len(words)) + 1):
        printed = words.norms[first:last]
        for at, word in enumerate(printed):
            others = (*printed[:at], *printed[at + 1 :])
            for place, meant, body in index.get(others, ()) if len(word) >= _LONG else ():
                if place == at and OSA.distance(word, meant) == 1:
                    return gazetteer.bodies[body], last
    return None


def _index(gazetteer: Gazetteer) -> Index:
    """Built when the first name of no table asks for it."""
    if gazetteer.misspelt is None:
        found: Index = {}
        for body in gazetteer.bodies.values():
            name = norms_of(body.name) if body.kind == "intergovernmental" else ()
            for at, word in enumerate(name if _FEWEST <= len(name) <= _MOST else ()):
                if len(word) >= _LONG:
                    found.setdefault((*name[:at], *name[at + 1 :]), []).append((at, word, body.id))
        gazetteer.misspelt = found
    return gazetteer.misspelt
