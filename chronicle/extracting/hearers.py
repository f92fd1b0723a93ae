"""Whether a headline tells somebody to the face what it reports."""

from chronicle.extracting.functionwords import DURING
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import BODY, OFFICE, PERSON
from chronicle.extracting.parts import Part
from chronicle.model import EventType

_LONGEST_AUDIENCE = 8  # words behind the verb that may name who listens
_LONGEST_PLACE = 4  # words of an opening such as `In Hanoi,`


def told_to_the_face(headline: Headline) -> bool:
    """Whether a person or a body that is named is told what the headline reports."""
    clause = headline.clause
    if clause.verb is None:
        return False
    if _talks_first(headline):
        return True
    speaks = clause.does(headline.lexicon.words("conversing"))
    if speaks and headline.behind[:1] == ["to"] and _speaks_to_audience(headline):
        return True
    if clause.verb.object != "told":
        return _asked_where_both_are(headline) or _told_across_a_table(headline)
    if _speaks_to_audience(headline):
        return True
    return any(m.kind in (PERSON, BODY) and clause.verb_at < m.first < clause.reported_at for m in headline.mentions)


def _talks_first(headline: Headline) -> bool:
    """`Meeting Wen in Beijing, Hill says`: an opening tells with whom the speaker is."""
    opening = headline.opening
    if not opening or not opening[0].endswith("ing"):
        return False
    form = headline.lexicon.verbs.get((opening[0],))
    if form is None or not any(m.kind in (PERSON, OFFICE) and m.last <= headline.subject_at for m in headline.mentions):
        return False
    talks = form.verb.lemma in headline.lexicon.words("conversing") and opening[1:2] in (["with"], ["to"])
    return form.verb.type == "meeting" or talks


def _speaks_to_audience(headline: Headline) -> bool:
    """`tells a forum in Hanoi that`, `addresses a joint session`; not `tells reporters`."""
    clause, words = headline.clause, headline.lexicon.words
    told = headline.words.norms[headline.object_at : min(clause.reported_at, headline.object_at + _LONGEST_AUDIENCE)]
    return not words("hearers").isdisjoint(told) and words("reporters").isdisjoint(told)


def _told_across_a_table(headline: Headline) -> bool:
    """`explains the plans to Fukuda in Tokyo`: a person behind the `to` of a verb of saying."""
    clause, norms = headline.clause, headline.words.norms
    if not clause.tells(EventType.STATEMENT):
        return False
    told = (m for m in headline.mentions if m.kind in (PERSON, OFFICE) and clause.verb_at + 1 < m.first < clause.last)
    return any(norms[m.first - 1] == "to" and clause.parts[m.first - clause.first] is Part.ACTS for m in told)


def _asked_where_both_are(headline: Headline) -> bool:
    """`asks Kim Jae-shin in Seoul to cut`, `presses Noda at the summit`: a person right behind the verb, then where."""
    clause, norms = headline.clause, headline.words.norms
    if clause.verb is None:
        return False
    behind = (m for m in headline.mentions if m.kind in (PERSON, OFFICE) and clause.verb_at < m.first)
    hearer = next(behind, None)
    if hearer is None or hearer.first > clause.verb_at + 2 or hearer.last >= clause.last:
        return False
    if clause.verb.plover == "REQUEST" and headline.opening[:1] == ["in"] and len(headline.opening) < _LONGEST_PLACE:
        return True
    letters = headline.lexicon.words("correspondence")
    if headline.words.gaps[hearer.last] != " " or not letters.isdisjoint(norms[hearer.last : hearer.last + 4]):
        return False
    return clause.verb.plover == "REQUEST" and norms[hearer.last] in DURING
