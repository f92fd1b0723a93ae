"""Whether a headline tells somebody to the face what it reports."""

from chronicle.extracting.functionwords import DURING
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.whichbody import is_mission
from chronicle.model import EventType

_LONGEST_AUDIENCE = 8  # words behind the verb that may name who listens
_LISTENING = frozenset({PERSON, OFFICE, BODY, FORUM, UNKNOWN})
_SPEAKING = frozenset({"addressing", "speaking", "testifying", "chairing"})
_TO_COME = (["next"], ["tomorrow"], ["later"])
_WHILE = frozenset({"while", "when"})
_LONGEST_HEARERS = 4  # words of `to the foreign press`
_NEAR_WITH = 3  # words of `with the US`
_LONGEST_PLACE = 4  # words of an opening such as `In Hanoi,`


def told_to_the_face(headline: Headline) -> bool:
    """Whether a person or a body that is named is told what the headline reports."""
    clause = headline.clause
    if clause.verb is None:
        return False
    if _talks_first(headline) or _takes_the_floor(headline):
        return True
    if clause.does(headline.lexicon.words("lodging")) and _lodged_with_somebody(headline):
        return True
    speaks = clause.does(headline.lexicon.words("conversing"))
    if speaks and headline.behind[:1] == ["to"] and _speaks_to_audience(headline):
        return True
    if clause.does(headline.lexicon.words("cautioning")) and _cautions_audience(headline):
        return True
    if clause.verb.object != "told":
        return _asked_where_both_are(headline) or _told_across_a_table(headline)
    return _speaks_to_audience(headline) or any(
        m.kind in _LISTENING and clause.verb_at < m.first < clause.reported_at
        for m in headline.mentions
        if m.kind != UNKNOWN or _right_behind_verb(headline, m)
    )


def _talks_first(headline: Headline) -> bool:
    """`Meeting Wen in Beijing, Hill says`, `While receiving Wen, ...`: an opening tells with whom the speaker is."""
    opening = headline.opening[headline.opening[:1] == ["while"] :]
    if not opening or not opening[0].endswith("ing"):
        return False
    form = headline.lexicon.verbs.get((opening[0],))
    if form is None or not any(m.kind in (PERSON, OFFICE) and m.last <= headline.subject_at for m in headline.mentions):
        return False
    talks = form.verb.lemma in headline.lexicon.words("conversing") and opening[1:2] in (["with"], ["to"])
    return form.verb.type == "meeting" or talks


def _takes_the_floor(headline: Headline) -> bool:
    """`Addressing the Diet, Roh says`, `Okada, speaking at a club, urges`, `Ban warns while meeting Powell`."""
    norms, gaps, clause = headline.words.norms, headline.words.gaps, headline.clause
    begun = [i for i in range(clause.first, clause.verb_at) if i == clause.first or "," in gaps[i]]
    if any(norms[i] in _SPEAKING and _before_listeners(headline, i + 1) for i in begun):
        return True
    meetings = [i for i in begun if norms[i] == "meeting" and i > clause.first]
    meetings += [i for i in range(clause.first + 1, clause.last) if norms[i] == "meeting" and norms[i - 1] in _WHILE]
    met = (
        m
        for m in headline.mentions
        if m.kind in (PERSON, OFFICE) and m.first - 1 in meetings and clause.parts[m.first - clause.first] is Part.ACTS
    )
    return any(norms[m.last : m.last + 1] not in _TO_COME for m in met)


def _before_listeners(headline: Headline, i: int) -> bool:
    """Whether behind a participle at word i - 1 stands who listens, or where they do."""
    words, norms = headline.lexicon.words, headline.words.norms
    aside = norms[i : i + _LONGEST_AUDIENCE]
    if norms[i - 1] == "chairing":
        return any(headline.lexicon.nouns.get((norm,)) == EventType.MEETING for norm in aside)
    if norms[i - 1] == "addressing":
        named = any(m.kind in _LISTENING and i <= m.first <= i + 1 for m in headline.mentions)
        return named or not words("hearers").isdisjoint(aside)
    return aside[:1] in (["at"], ["before"]) or (aside[:1] == ["to"] and not words("hearers").isdisjoint(aside))


def _right_behind_verb(headline: Headline, mention: Mention) -> bool:
    """`tells the Bay of Pigs Veterans Association`: nothing but an article between."""
    return headline.words.norms[headline.object_at : mention.first] in ([], ["the"], ["a"])


def _lodged_with_somebody(headline: Headline) -> bool:
    """`lodges a protest with Ambassador Roos`, `with the embassy`; not with a state or the WTO."""
    norms, clause = headline.words.norms, headline.clause
    behind = [m for m in headline.mentions if clause.verb_at < m.first < clause.last]
    behind = [m for m in behind if m.kind in (PERSON, OFFICE) or is_mission(m)]
    return any("with" in norms[max(clause.verb_at, m.first - _NEAR_WITH) : m.first] for m in behind)


def _speaks_to_audience(headline: Headline) -> bool:
    """`tells a forum in Hanoi that`, `addresses a joint session`, `tells reporters`."""
    clause, words = headline.clause, headline.lexicon.words
    told = headline.words.norms[headline.object_at : min(clause.reported_at, headline.object_at + _LONGEST_AUDIENCE)]
    return not words("hearers").isdisjoint(told)


def _cautions_audience(headline: Headline) -> bool:
    """`warns a House subcommittee that`: who listens stands before the `that`."""
    ahead = headline.words.norms[headline.object_at : headline.object_at + _LONGEST_AUDIENCE + 1]
    return "that" in ahead and not headline.lexicon.words("hearers").isdisjoint(ahead[: ahead.index("that")])


def _told_across_a_table(headline: Headline) -> bool:
    """`explains the plans to Fukuda in Tokyo`: a person behind the `to` of a verb of saying, or an assembly."""
    clause, norms = headline.clause, headline.words.norms
    if not clause.tells(EventType.STATEMENT):
        return False
    words = headline.lexicon.words
    sitting, people = words("sitting"), words("host") | words("agent")
    told = (
        m
        for m in headline.mentions
        if m.kind in (PERSON, OFFICE)
        or (m.kind == STATE and norms[m.last : m.last + 1] != [] and norms[m.last] in people)
        or (m.kind == BODY and not sitting.isdisjoint(norms[m.first : m.last]))
        if clause.verb_at + 1 < m.first < min(clause.last, clause.reported_at + 1, clause.divided_at)
    )
    if _told_to_several(headline):
        return True
    return any(
        (norms[m.first - 1] == "to" or norms[m.first - 2 : m.first] in (["to", "the"], ["to", "a"]))
        and clause.parts[m.first - clause.first] is Part.ACTS
        for m in told
    )


def _told_to_several(headline: Headline) -> bool:
    """`states to foreign correspondents in Seoul that`: right behind the verb, who listens."""
    told = headline.words.norms[headline.object_at : headline.object_at + _LONGEST_HEARERS]
    return told[:1] == ["to"] and not headline.lexicon.words("hearers").isdisjoint(told[1:])


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
