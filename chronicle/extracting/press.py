"""Whether a medium tells what a headline reports, and what only says where something was printed."""

import re
from collections.abc import Mapping

from chronicle.extracting.clauses import Clause
from chronicle.extracting.gazetteer import Body, Sort
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import BODY, OFFICE, PERSON, STATE, Mention, beginning_in
from chronicle.extracting.scene import Scene

# `, p.268`, `, pp. 7-8`; `Reuters, 22 January 1993`.
_PAGES = re.compile(r",\s?pp?\.\s?[A-Z]?\d")
_YEAR_AT_END = re.compile(r", [^,]*\b(?:19|20)\d\d\W*$")
_LONGEST_PAGE = 4  # signs of a number that a sentence seems to begin with, behind `p.`
_THROUGH = frozenset({"through", "via"})
_NEAR_SPEAKER = 5  # words between what a medium does and who says it


def is_medium(mention: Mention, bodies: Mapping[str, Body]) -> bool:
    """Whether what is named is nothing but a newspaper, a broadcaster or a news agency."""
    return {bodies[key].kind for key in mention.core.keys(Sort.BODY)} == {"media"}


def told_by_a_medium(headline: Headline, bodies: Mapping[str, Body]) -> bool:
    """`The Washington Post reports`, `denies through KCNA`, `writes in the Daily Telegraph`; no radio prints."""
    clause, norms = headline.clause, headline.words.norms
    if clause.verb is None:
        return False
    on_air = headline.lexicon.words("broadcast")
    media = [m for m in headline.mentions if m.kind == BODY and clause.first <= m.first and is_medium(m, bodies)]
    if any(m.first > clause.verb_at and norms[m.first - 1] in _THROUGH for m in media):
        return True
    in_print = (m for m in media if on_air.isdisjoint(norms[m.first : m.last]))
    return any(
        m.last == clause.verb_at or _is_right_behind(headline, m) or _is_subject_apart(headline, m) for m in in_print
    )


def _is_subject_apart(headline: Headline, medium: Mention) -> bool:
    """`Japan's Nikkei, pointing to examples, argues`: with an aside between the medium and the verb."""
    between = headline.words.gaps[medium.last : headline.clause.verb_at + 1]
    aside = between[:1] == [","] and between[-1] == "," and medium.last < headline.clause.verb_at
    return aside and not any(m.last < medium.first and m.kind != STATE for m in headline.mentions)


def _is_right_behind(headline: Headline, medium: Mention) -> bool:
    """`declares in the Daily Telegraph that`: nothing but `in` and an article between the verb and the medium."""
    between = headline.words.norms[headline.object_at : medium.first]
    return between in (["in"], ["in", "the"])


def speaks_through_a_medium(scene: Scene, mention: Mention) -> bool:
    """`Kyodo reports that Abe says`, `cites Abe's remarks`, `quotes Abe as saying`; not `that Abe told Bush`."""
    clause, words = scene.clauses[0], scene.words
    between = words.norms[clause.verb_at + 1 : mention.first]
    if not clause.verb_at < mention.first < clause.last or len(between) > _NEAR_SPEAKER:
        return False
    if not clause.does(scene.gazetteer.lexicon.words("relaying")):
        return False
    media = {"media"}
    if not any(
        m.last == clause.verb_at and (is_medium(m, scene.gazetteer.bodies) or set(m.core.keys(Sort.GENERIC)) == media)
        for m in scene.mentions
    ):
        return False
    named = (m for m in scene.mentions if clause.verb_at < m.first < mention.first and m.kind in (PERSON, OFFICE))
    return next(named, None) is None and _says(scene, mention.last)


def _says(scene: Scene, i: int) -> bool:
    """Whether at word i it is told that somebody says something, or has just done so."""
    norms, verbs, aloud = scene.words.norms, scene.gazetteer.lexicon.verbs, scene.gazetteer.lexicon.words("aloud")
    behind = norms[i : i + 2]
    if behind[:1] == ["'s"]:
        return not aloud.isdisjoint(behind)
    if behind in (["as", "saying"], ["as", "telling"]) or behind[:1] == ["said"]:
        return True
    has = behind[:1] == ["has"]
    form = verbs.get(tuple(behind[has : has + 1]))
    if form is None or not (form.participle if has else form.third or form.past):
        return False
    if has or form.past:
        said = form.verb.type == "statement" and form.verb.object in ("clause", "about")
        return said or form.verb.type == "message"
    return form.verb.object == "clause"


def _is_credit_of_picture(scene: Scene, clause: Clause, text: str) -> bool:
    """`(AP/Max Desfor)`, `(Reuters)`: nothing but a bracket with a medium, behind a full stop."""
    if clause.verb is not None or not (text.startswith("(") and text.endswith((")", ").", ")]"))):
        return False
    here = beginning_in(scene.mentions, clause.first, clause.last)
    return any(m.kind == BODY and is_medium(m, scene.gazetteer.bodies) for m in here)


def is_citation(scene: Scene, clause: Clause) -> bool:
    """Whether a later sentence is a source: `Don Oberdorfer, The Two Koreas, p.268.`, `Reuters, 22 January 1993.`"""
    words = scene.words
    if words.sentence[clause.first] == 0:
        return False
    start = words.starts[clause.first]
    end = words.starts[clause.last] if clause.last < len(words) else len(words.text)
    text = words.text[start:end].strip()
    if _is_credit_of_picture(scene, clause, words.text[start - 1 : start] + text):
        return True
    if _PAGES.search(words.text[start : end + _LONGEST_PAGE]):
        return clause.verb is None or "“" in text or '"' in text
    quoted = text[:1] in ("“", '"') or words.quoted[clause.first]
    here = beginning_in(scene.mentions, clause.first, clause.last if quoted else clause.first + 1)
    told = any(is_medium(m, scene.gazetteer.bodies) for m in here)
    return told and (clause.verb is None or quoted) and _YEAR_AT_END.search(text) is not None
