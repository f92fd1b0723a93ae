"""How sure it is that a form is a verb where it stands."""

from chronicle.extracting.functionwords import ARTICLES, BE, NOUN_NEXT, PREPOSITIONS, RELATIVE
from chronicle.extracting.mention import OFFICE, PERSON
from chronicle.extracting.sentence import Left, Sentence, before
from chronicle.extracting.verbforms import Candidate

_LETTING = frozenset("help helps helped helping let lets letting make makes made making see sees saw watch".split())
_AUXILIARIES = frozenset("be been have".split())
_OF_NOUNS = (["of"], ["between"])
_JOINTLY = (["together"], ["jointly"])
_MOST_AUXILIARIES = 4  # `to have been being held`
_FARTHEST_PLURAL = 60  # words from a subject's plural to its verb
_LONGEST_SUBJECT = 8  # words of the last of several subjects, with its `and`
_COUNTING = frozenset({"and", "two", "both", "three"})


def certainty(sentence: Sentence, candidate: Candidate) -> int:
    """0: no finite verb; 1: a verb if no other verb follows; 2: a verb."""
    left, form = sentence.left(candidate.at), candidate.form
    if candidate.infinitive or left is Left.TO or _is_there(sentence, candidate.at):
        return 0
    if _is_adjective(sentence, candidate.at) or _is_for_craft(sentence, candidate):
        return 0
    if form.past and left is Left.NOUN_PHRASE and sentence.counts(candidate.at):
        left = Left.SUBJECT
    if left in (Left.BE, Left.HAVE):
        finite = not (_of_infinitive(sentence, candidate.at) or _of_gerund(sentence, candidate.at))
        return 2 if (form.participle or form.past) and finite else 0
    if left is Left.MODAL:
        return 2
    if not form.finite or _belongs_to_noun(sentence, candidate):
        return 0
    if form.past and form.participle:
        return _certainty_of_past(sentence, candidate, left)
    if left is Left.NOTHING or (not form.past and _is_governed(sentence, candidate.at)):
        return 0
    if left is Left.COMMA and form.participle and not form.third:
        return 1  # `, set up in 2002,`
    if form.homograph:
        return _certainty_of_homograph(sentence, candidate, left)
    return 2 if form.past or (left is not Left.NOUN_PHRASE and _agrees(sentence, candidate, left)) else 1


def _belongs_to_noun(sentence: Sentence, candidate: Candidate) -> bool:
    """What somebody is let do, what is done by somebody, a word before a ship's name."""
    form = candidate.form
    let = not form.third and not form.past and _is_let(sentence, candidate.at)
    return let or (form.participle and _is_done_by(sentence, candidate)) or _names_craft(sentence, candidate)


def _is_there(sentence: Sentence, i: int) -> bool:
    """`with Abe present, the ministers agree`: no verb with nothing to present."""
    closed = i + 1 >= sentence.last or sentence.gaps[i + 1][:1] in (",", ";", ".")
    return sentence.norms[i] == "present" and closed


def _is_adjective(sentence: Sentence, i: int) -> bool:
    """`hosts open forum`, `protesters close to the embassy object`: no verb before one event, nor before `to`.

    Nor is it between a verb and a noun: `bans live cattle exports`.
    """
    if sentence.norms[i] not in sentence.lexicon.words("adjectival") or i + 1 >= sentence.last:
        return False
    behind = sentence.norms[i + 1]
    one = (behind,) in sentence.lexicon.nouns and not sentence.is_plural(i + 1)
    previous = sentence.lexicon.verbs.get((sentence.norms[i - 1],)) if i > sentence.first else None
    plain = behind.isalpha() and not sentence.object_follows(i + 1) and behind not in PREPOSITIONS
    described = previous is not None and previous.third and plain and sentence.gaps[i] == " "
    return sentence.gaps[i + 1] == " " and (one or behind == "to" or described)


def _is_for_craft(sentence: Sentence, candidate: Candidate) -> bool:
    """`the assault ship America`: what a craft, named without an article, is for."""
    behind, form = candidate.at + 1, candidate.form
    plain = not (form.third or form.past) and candidate.at != sentence.first
    craft = plain and behind < sentence.last and sentence.norms[behind] in sentence.lexicon.words("craft")
    return craft and sentence.gaps[behind] == " " and not sentence.is_plural(behind)


def _is_governed(sentence: Sentence, i: int) -> bool:
    return _is_object(sentence, i) or _is_object_of_infinitive(sentence, i)


def _names_craft(sentence: Sentence, candidate: Candidate) -> bool:
    """`the patrol ship Echigo`: a word for a craft before its name."""
    behind, form = candidate.at + 1, candidate.form
    if form.third or form.past or sentence.norms[candidate.at] not in sentence.lexicon.words("craft"):
        return False
    return behind < sentence.last and sentence.words.forms[behind][0].isupper()


def _of_infinitive(sentence: Sentence, i: int) -> bool:
    """`claims to have boosted`, `believed to be held`; but `is to be held`, `seems to have fired` tell what is done."""
    j = _before_auxiliaries(sentence, i)
    if j <= sentence.first or sentence.norms[j] != "to":
        return False
    return sentence.norms[j - 1] not in BE and sentence.norms[j - 1] not in sentence.lexicon.words("seeming")


def _of_gerund(sentence: Sentence, i: int) -> bool:
    """`despite having been refused`; but `is being held` tells what is done."""
    return sentence.norms[_before_auxiliaries(sentence, i)] == "having"


def _before_auxiliaries(sentence: Sentence, i: int) -> int:
    """The word before word i and the few auxiliaries before it: `to` of `to have been | held`."""
    j = before(sentence.words, i, sentence.first)
    for _ in range(_MOST_AUXILIARIES):
        if j <= sentence.first or sentence.norms[j] not in _AUXILIARIES:
            break
        j = before(sentence.words, j, sentence.first)
    return j


def _is_done_by(sentence: Sentence, candidate: Candidate) -> bool:
    """`a resolution put forward by Washington`; not `adopted by consensus`, `retaliated by expelling`."""
    behind = candidate.at + candidate.length
    if behind + 1 >= sentence.last or sentence.norms[behind] != "by":
        return False
    manner = sentence.norms[behind + 1]
    counted = manner[0].isdigit() or manner in sentence.lexicon.words("number")
    return not (counted or manner.endswith("ing") or manner in sentence.lexicon.words("manner"))


def _is_let(sentence: Sentence, i: int) -> bool:
    """`helping Pyongyang evade`: a plain form behind whom somebody helps or lets."""
    mention = sentence.ends.get(i)
    return mention is not None and mention.first > sentence.first and sentence.norms[mention.first - 1] in _LETTING


def _certainty_of_past(sentence: Sentence, candidate: Candidate, left: Left) -> int:
    """`held`, `visited`: a past tense or a participle."""
    behind = candidate.at + candidate.length
    if left in (Left.NOTHING, Left.NOUN_PHRASE) or _opens_with_adverb(sentence, candidate.at):
        return 0
    if left is Left.COMMA and not _closes_apposition(sentence, candidate.at):
        return 1
    return 2 if sentence.object_follows(behind) else 1


def _opens_with_adverb(sentence: Sentence, i: int) -> bool:
    """`Newly elected President Roh`."""
    return i == sentence.first + 1 and i not in sentence.ends and sentence.norms[sentence.first].endswith("ly")


def _closes_apposition(sentence: Sentence, i: int) -> bool:
    return any("," in sentence.gaps[k] for k in range(sentence.first + 1, i))


def _certainty_of_homograph(sentence: Sentence, candidate: Candidate, left: Left) -> int:
    """`ships of Japan fire`, `ties between them end`, `Kim talks of`: a noun there, unless a person does it."""
    if left is Left.NOUN_PHRASE or not _agrees(sentence, candidate, left):
        return 0
    if left is Left.AND:
        return 1
    behind = candidate.at + candidate.length
    if governs_infinitive(sentence, candidate):
        return 2
    if sentence.norms[behind : behind + 1] in _OF_NOUNS and not _of_person(sentence, candidate.at):
        return 0
    return 2 if sentence.object_follows(behind) or sentence.norms[behind : behind + 1] in _JOINTLY else 1


def governs_infinitive(sentence: Sentence, candidate: Candidate) -> bool:
    """`North Korea claims to have`, `Japan plans to build`: a name, a form in -s, and an infinitive."""
    subject, behind = sentence.ends.get(before(sentence.words, candidate.at, sentence.first) + 1), candidate.at + 1
    if subject is None or subject.adjective or not candidate.form.third or behind + 1 >= sentence.last:
        return False
    if sentence.norms[candidate.at] in sentence.lexicon.words("seeming"):
        return False
    following = sentence.lexicon.verbs.get((sentence.norms[behind + 1],))
    plain = following is not None and not (following.third or following.past) and following.finite
    return sentence.norms[behind] == "to" and plain and behind + 1 not in sentence.starts


def _is_object(sentence: Sentence, i: int) -> bool:
    """`Dean Rusk exchanged notes`, `Xi promises lower tariffs`: right behind a verb that a person stands before."""
    form = sentence.lexicon.verbs.get((sentence.norms[i - 1],))
    return form is not None and form.finite and (form.past or form.third) and _of_person(sentence, i - 1)


def _is_object_of_infinitive(sentence: Sentence, i: int) -> bool:
    """`orders Seoul to pay damages`: right behind `to` and a plain verb."""
    if i < sentence.first + 2 or sentence.norms[i - 2] != "to" or i in sentence.ends:
        return False
    form = sentence.lexicon.verbs.get((sentence.norms[i - 1],))
    return form is not None and form.finite and not (form.third or form.past) and not sentence.object_follows(i + 1)


def _of_person(sentence: Sentence, i: int) -> bool:
    mention = sentence.ends.get(i)
    return mention is not None and mention.kind in (PERSON, OFFICE)


def _joins_another(sentence: Sentence, i: int, at: int) -> bool:
    """`a destroyer and a cutter transit`, at its `and`: a further subject, right before the verb at word `at`."""
    if sentence.norms[i] != "and" or sentence.norms[i + 1] not in ARTICLES:
        return False
    return not any(norm in NOUN_NEXT for norm in sentence.norms[i + 2 : at])


def _agrees(sentence: Sentence, candidate: Candidate, left: Left) -> bool:
    """A plain form needs more than one as its subject (`students march`, `Wen and Hu visit`)."""
    if candidate.form.third or candidate.form.past:
        return True
    subject = before(sentence.words, candidate.at, sentence.first)
    if left is not Left.SUBJECT:
        return True
    named = subject + 1 in sentence.ends
    if _has_own_subject(sentence, subject):
        return False
    if sentence.is_plural(subject) or sentence.norms[subject] in RELATIVE:
        return True
    earlier = range(max(sentence.first, subject - _FARTHEST_PLURAL), subject)
    if named and any(sentence.norms[i] in _COUNTING or "," in sentence.gaps[i] for i in earlier[1:]):
        return True
    if any(_joins_another(sentence, i, candidate.at) for i in earlier[-_LONGEST_SUBJECT:]):
        return True
    plurals = (i for i in earlier if sentence.is_plural(i) and not _is_verb_alone(sentence, i))
    return any(named or sentence.norms[i + 1] in NOUN_NEXT for i in plurals)


def _has_own_subject(sentence: Sentence, i: int) -> bool:
    """`Japan frees champion Bobby Fischer`, at `frees`: a form in -s behind who does it, and no plural."""
    who, form = sentence.ends.get(i), sentence.lexicon.verbs.get((sentence.norms[i],))
    return form is not None and form.third and not form.noun and who is not None and not who.adjective


def _is_verb_alone(sentence: Sentence, i: int) -> bool:
    """`dies`: a form in -s that is no plural; not `guards`."""
    form = sentence.lexicon.verbs.get((sentence.norms[i],))
    if sentence.norms[i] in sentence.lexicon.words("agent"):
        return False
    return form is not None and form.third and not form.noun
