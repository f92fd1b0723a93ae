"""Whether a medium tells what a headline reports."""

from collections.abc import Mapping

from chronicle.extracting.gazetteer import Body, Sort
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import BODY, Mention

_ON_AIR = frozenset({"radio", "television", "tv"})
_THROUGH = frozenset({"through", "via"})


def is_medium(mention: Mention, bodies: Mapping[str, Body]) -> bool:
    """Whether what is named is nothing but a newspaper, a broadcaster or a news agency."""
    return {bodies[key].kind for key in mention.core.keys(Sort.BODY)} == {"media"}


def told_by_a_medium(headline: Headline, bodies: Mapping[str, Body]) -> bool:
    """`The Washington Post reports`, `denies through KCNA`; what is spoken on the radio is not in print."""
    clause, norms = headline.clause, headline.words.norms
    if clause.verb is None:
        return False
    media = (m for m in headline.mentions if m.kind == BODY and clause.first <= m.first and is_medium(m, bodies))
    return any(
        (m.last == clause.verb_at and _ON_AIR.isdisjoint(norms[m.first : m.last]))
        or (m.first > clause.verb_at and norms[m.first - 1] in _THROUGH)
        for m in media
    )
