"""Whether a medium tells what a headline reports, and what only says where something was printed."""

import re
from collections.abc import Mapping

from chronicle.extracting.clauses import Clause
from chronicle.extracting.gazetteer import Body, Sort
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import BODY, Mention
from chronicle.extracting.scene import Scene

# `, p.268`, `, pp. 7-8`; `Reuters, 22 January 1993`.
_PAGES = re.compile(r",\s?pp?\.\s?[A-Z]?\d")
_YEAR_AT_END = re.compile(r", [^,]*\b(?:19|20)\d\d\W*$")
_LONGEST_PAGE = 4  # signs of a number that a sentence seems to begin with, behind `p.`
_THROUGH = frozenset({"through", "via"})


def is_medium(mention: Mention, bodies: Mapping[str, Body]) -> bool:
    """Whether what is named is nothing but a newspaper, a broadcaster or a news agency."""
    return {bodies[key].kind for key in mention.core.keys(Sort.BODY)} == {"media"}


def told_by_a_medium(headline: Headline, bodies: Mapping[str, Body]) -> bool:
    """`The Washington Post reports`, `denies through KCNA`; what is spoken on the radio is not in print."""
    clause, norms = headline.clause, headline.words.norms
    if clause.verb is None:
        return False
    on_air = headline.lexicon.words("broadcast")
    media = (m for m in headline.mentions if m.kind == BODY and clause.first <= m.first and is_medium(m, bodies))
    return any(
        (m.last == clause.verb_at and on_air.isdisjoint(norms[m.first : m.last]))
        or (m.first > clause.verb_at and norms[m.first - 1] in _THROUGH)
        for m in media
    )


def is_citation(scene: Scene, clause: Clause) -> bool:
    """Whether a later sentence is a source: `Don Oberdorfer, The Two Koreas, p.268.`, `Reuters, 22 January 1993.`"""
    words = scene.words
    if words.sentence[clause.first] == 0:
        return False
    start = words.starts[clause.first]
    end = words.starts[clause.last] if clause.last < len(words) else len(words.text)
    text = words.text[start:end].strip()
    if _PAGES.search(words.text[start : end + _LONGEST_PAGE]):
        return clause.verb is None or "“" in text or '"' in text
    quoted = text[:1] in ("“", '"') or words.quoted[clause.first]
    here = (m for m in scene.mentions if clause.first <= m.first < (clause.last if quoted else clause.first + 1))
    told = any(is_medium(m, scene.gazetteer.bodies) for m in here)
    return told and (clause.verb is None or quoted) and _YEAR_AT_END.search(text) is not None
