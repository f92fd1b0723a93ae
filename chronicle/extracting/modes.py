"""How the parties of a headline came together: in person, by telephone, on screens, in writing."""

from itertools import pairwise, takewhile

from chronicle.extracting.eventtypes import FACE_TO_FACE
from chronicle.extracting.functionwords import DURING
from chronicle.extracting.headline import ACCORDING_TO, Headline
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON
from chronicle.extracting.parts import Part
from chronicle.extracting.speeches import speech_begins
from chronicle.model import EventType, Mode

_IN_PERSON = FACE_TO_FACE - {EventType.AGREEMENT}
_MAYBE_REMOTE = FACE_TO_FACE | {EventType.STATEMENT, EventType.MESSAGE}
_NEAR_VERB = 5  # words behind the verb that may say where it stands
_BEFORE_NAME = frozenset("the his her their a visiting".split())
_HAVING = frozenset("has have had is are was were been be".split())
_OWN = frozenset("his her its their 's".split())
_MEDIUM = frozenset("in with by via through".split())


def event_mode(headline: Headline, kind: EventType, *, seated: bool, hearer: bool, printed: bool) -> Mode | None:
    """How the parties came together: `seated` at a place, told to a `hearer`, or `printed` by a medium."""
    if kind not in _MAYBE_REMOTE:
        return None
    if headline.clause.marked("intends"):
        return Mode.IN_PERSON if _of_a_meeting(headline) or _at_a_meeting(headline) else None
    phone = by_phone(headline) or is_a_call(headline, kind)
    if kind is EventType.MESSAGE:
        return Mode.PHONE if phone else _message_mode(headline, seated)
    if _on_screens(headline):
        return Mode.HYBRID if seated and _has_a_seat(headline, kind) else Mode.VIDEO
    if phone and kind is not EventType.VISIT:
        return Mode.PHONE
    if kind in _IN_PERSON:
        return Mode.IN_PERSON
    if kind is EventType.AGREEMENT:
        gathered = seated or _of_a_meeting(headline) or _at_a_meeting(headline)
        return Mode.IN_PERSON if headline.clause.marked("signs") or gathered else None
    return _statement_mode(headline, hearer, printed)


def _on_screens(headline: Headline) -> bool:
    """`by video`, `a video conference`, `meet online`; not `a note with video of the ship`, `video footage`."""
    norms, screens = headline.words.norms, headline.lexicon.words("video")
    filmed = headline.lexicon.words("filmed") | {"of"}
    told = (i for i in range(_told_from(headline), headline.clause.last) if norms[i] in screens)
    return any(norms[i] != "video" or filmed.isdisjoint(norms[i + 1 : i + 2]) for i in told if not _almost(headline, i))


def _told_from(headline: Headline) -> int:
    """Where what is told begins, past an opening that refers: `In response to a video call, ...`."""
    answers = not headline.lexicon.words("referring").isdisjoint(headline.opening[1:2])
    return headline.subject_at if answers else headline.clause.first


def _almost(headline: Headline, i: int) -> bool:
    """`have virtually agreed`, `virtually all`: nearly; not `meet virtually`."""
    norms = headline.words.norms
    form = headline.lexicon.verbs.get(tuple(norms[i + 1 : i + 2]))
    degree = form is not None and form.participle and norms[i - 1] in _HAVING
    return norms[i].endswith("ly") and (degree or norms[i + 1 : i + 2] in (["all"], ["every"], ["no"]))


def _of_a_meeting(headline: Headline) -> bool:
    """`The summit adopts`; not `The upper chamber's session adopts`."""
    meets = headline.noun_before == EventType.MEETING and BODY not in headline.named_before()
    return meets and headline.lexicon.words("sitting").isdisjoint(headline.before)


def _at_a_meeting(headline: Headline) -> bool:
    """`agree at a meeting in Moscow`, `agree in talks with Kan`."""
    within = any(_in_a_meeting(headline, i) for i in range(headline.object_at, headline.clause.last - 2))
    return within or _during_a_meeting(headline, headline.clause.first)


def _said_at_a_meeting(headline: Headline) -> bool:
    """`unveils a plan in a meeting with Kan`; not `says that it was read in a meeting`, `angry at talks, says`.

    Nor is the `at` of the verb itself passed over: `speaks at a forum`.
    """
    behind = range(headline.object_at, min(headline.clause.reported_at, headline.clause.last - 2))
    return any(_in_a_meeting(headline, i) for i in behind) or _during_a_meeting(headline, headline.object_at - 1)


def _during_a_meeting(headline: Headline, first: int) -> bool:
    """`unveils a plan at the meeting of ministers`; not `agree to meet at a summit`."""
    norms, clause = headline.words.norms, headline.clause
    return any(
        norms[i] in _AT
        and "to" not in norms[clause.verb_at : i]
        and not _is_done_at(headline, i)
        and _names_a_meeting(headline, i + 1, _AT[norms[i]])
        for i in range(first, min(clause.last, clause.reported_at))
    )


def _is_done_at(headline: Headline, i: int) -> bool:
    """`satisfaction with the progress made at the talks`, at its `at`: what was done there, and not said."""
    form = headline.lexicon.verbs.get((headline.words.norms[i - 1],)) if i > headline.object_at else None
    return form is not None and form.past and form.participle


_AT = {"at": 4, "during": 4, "in": 1}  # and how many words the meeting may be away


def _names_a_meeting(headline: Headline, i: int, reach: int) -> bool:
    nouns, forms, last = headline.lexicon.nouns, headline.words.forms, headline.clause.last
    # Past `reach` only capitals go on: `at the fifth ASEAN-Japan Defense Ministers' Informal Meeting`.
    called = takewhile(lambda k: k < i + reach or not forms[k][0].islower(), range(i, min(i + _LONGEST_MEETING, last)))
    ahead = (headline.words.norms[k] for k in called)
    return any(nouns.get((norm,)) == EventType.MEETING for norm in ahead)


_LONGEST_MEETING = 10  # words


def _in_a_meeting(headline: Headline, i: int) -> bool:
    """`agree to begin research in a meeting of officials`: the one that they are at, be it behind what they will do."""
    norms = headline.words.norms
    if norms[i] != "in" or norms[i + 1] not in _BEFORE_MEETING:
        return False
    noun = i + 2 if headline.lexicon.nouns.get((norms[i + 2],)) else i + 3
    return headline.lexicon.nouns.get(tuple(norms[noun : noun + 1])) == EventType.MEETING and (
        norms[noun + 1 : noun + 2] in (["with"], ["of"], ["between"], ["on"])
    )


_BEFORE_MEETING = frozenset("a an their his her".split())


def _has_a_seat(headline: Headline, kind: EventType) -> bool:
    """A state that hosts a meeting on screens offers no seat."""
    return kind is not EventType.STATEMENT and not headline.clause.marked("hosts")


def _statement_mode(headline: Headline, hearer: bool, printed: bool) -> Mode | None:
    clause, letters = headline.clause, headline.lexicon.words("correspondence")
    if _by_letter(headline) or _on_website(headline) or _hands_over(headline) or _gives_notice(headline):
        return Mode.WRITTEN
    if "written" in headline.norms and not headline.lexicon.words("aloud").isdisjoint(headline.norms):
        return Mode.WRITTEN
    told = headline.words.norms[_told_from(headline) : clause.last]
    if clause.marked("tells") and not letters.isdisjoint(told):
        return Mode.WRITTEN
    faced = hearer or _face_to_face(headline) or _meets_beside(headline)
    if faced or _opens_at_meeting(headline) or clause.marked("summons"):
        return Mode.IN_PERSON
    if printed or clause.marked("publishes") or _in_print(headline):
        return Mode.WRITTEN
    return Mode.IN_PERSON if _said_aloud(headline) or _said_at_a_meeting(headline) else None


def _message_mode(headline: Headline, seated: bool) -> Mode:
    """`congratulates ASEAN at the summit`, `expresses condolences at the embassy`: to the face, but for a letter."""
    letters = headline.lexicon.words("correspondence")
    given = seated and letters.isdisjoint(headline.words.norms[headline.clause.first : headline.clause.last])
    return Mode.IN_PERSON if given or _during_a_meeting(headline, headline.object_at) else Mode.WRITTEN


def _by_letter(headline: Headline) -> bool:
    """`notifies by letter`, `in writing`, `in a New Year message`; in whatever it says, not in what is said."""
    norms, letters = headline.words.norms, headline.lexicon.words("missive")
    last = min(headline.clause.last, headline.clause.reported_at)
    told = norms[_told_from(headline) : last]
    pairs = list(pairwise(told))
    if ("in", "writing") in pairs or any(one == "by" and two in letters for one, two in pairs):
        return True
    sent = (told[i + 2 : i + 5] for i, pair in enumerate(pairs) if pair in (("in", "a"), ("in", "an")))
    spoken = _NOT_SENT | headline.lexicon.words("spokenmissive")
    return any(not letters.isdisjoint(words) and spoken.isdisjoint(words) for words in sent)


_NOT_SENT = frozenset("with between of for on at".split())


def _hands_over(headline: Headline) -> bool:
    """`delivers a note of protest`, `submits a request`: what is said stands in a paper."""
    papers = headline.lexicon.words("paper")
    return headline.clause.does(headline.lexicon.words("handing")) and not papers.isdisjoint(headline.behind)


def _gives_notice(headline: Headline) -> bool:
    """`The Pentagon informs Congress`, `The Bush administration notifies Congress`: nobody in person."""
    notifies = headline.clause.does(headline.lexicon.words("notifying"))
    governs = not headline.lexicon.words("governing").isdisjoint(headline.before)
    return notifies and (governs or BODY in headline.named_before()) and BODY in headline.named_behind()


def _on_website(headline: Headline) -> bool:
    """`makes clear on its website that`, `On Facebook, Tsai urges`, `attacks the plan on her Facebook account`."""
    sites, at = headline.lexicon.words("webpage"), headline.object_at
    if headline.opening[:1] == ["on"] and headline.opening[-1] in sites:
        return True
    norms, last = headline.words.norms, min(headline.clause.last, headline.clause.reported_at)
    if any(norms[i] in sites and norms[i - 2] == "on" and norms[i - 1] in _OWN for i in range(at + 2, last)):
        return True
    behind = headline.words.norms[at : min(at + _NEAR_VERB, headline.clause.last, headline.clause.reported_at)]
    return any(norm in sites and "on" in behind[max(0, k - 3) : k] for k, norm in enumerate(behind))


def _face_to_face(headline: Headline) -> bool:
    """`Zhu, in a meeting with Thaksin, says`, `says at a meeting with Kan that`: with whom the speaker is."""
    norms, clause, nouns = headline.words.norms, headline.clause, headline.lexicon.nouns
    return any(
        m.kind in (PERSON, OFFICE, BODY)
        and (at := _before_article(norms, m.first)) > clause.first + 1
        and norms[at] == "with"
        and nouns.get((norms[at - 1],)) == EventType.MEETING
        and (_begins_with_in(headline, at - 2) if at < clause.verb_at else _stands_in(headline, at - 2))
        for m in headline.mentions
        if clause.first + 2 < m.first < clause.last and clause.parts[m.first - clause.first] is Part.ACTS
    )


def _opens_at_meeting(headline: Headline) -> bool:
    """`At the meeting of ministers in Laos, Inada presents`, `In talks with Ono, Li declines`: who is there listens."""
    opening, nouns = headline.opening, headline.lexicon.nouns
    meets = any(nouns.get((norm,)) == EventType.MEETING for norm in opening)
    named = any(m.kind == FORUM and m.first < headline.subject_at for m in headline.mentions)
    between = nouns.get(tuple(opening[1:2])) == EventType.MEETING and opening[:1] == ["in"]
    briefing = opening[:1] == ["in"] and opening[-1:] != [] and opening[-1] in headline.lexicon.words("audience")
    return between or briefing or (opening[:1] in (["at"], ["during"]) and (meets or named))


def _before_article(norms: list[str], i: int) -> int:
    """The word before word i, past `the`, `his`, `visiting`."""
    i -= 1
    while i > 0 and norms[i] in _BEFORE_NAME:
        i -= 1
    return i


def _meets_beside(headline: Headline) -> bool:
    """`Zhu, meeting with a delegation of lawmakers, says`."""
    norms, clause = headline.words.norms, headline.clause
    beside = (i for i in range(clause.first + 1, clause.verb_at - 1) if norms[i : i + 2] == ["meeting", "with"])
    return any("," in headline.words.gaps[i] for i in beside)


def _begins_with_in(headline: Headline, i: int) -> bool:
    """Whether an `in` or `at` at the head of the sentence or behind a comma opens the words that end at word i."""
    norms, gaps, first = headline.words.norms, headline.words.gaps, headline.clause.first
    at = next((k for k in range(i, max(first, i - 3) - 1, -1) if norms[k] in DURING), None)
    return at is not None and (at == first or "," in gaps[at])


def _stands_in(headline: Headline, i: int) -> bool:
    """Whether an `at`, `in` or `during` right behind the verb, or word i itself, opens the words that end at word i."""
    norms, first = headline.words.norms, headline.object_at
    return any(norms[k] in DURING for k in range(max(first, i - 2), i + 1))


def _said_aloud(headline: Headline) -> bool:
    """`says in an interview that`, `testifies before`; not what somebody else said in one."""
    if (
        headline.words.norms[headline.object_at : headline.object_at + 1] == ["before"]
        and BODY in headline.named_behind()
    ):
        return True
    aloud, norms, first = headline.lexicon.words("aloud"), headline.words.norms, headline.clause.first
    if _in_an_address(headline):
        return True
    verb = headline.clause.verb
    if aloud.isdisjoint(headline.norms):
        return False
    if speech_begins(headline.words, headline.clause, headline.lexicon) is not None:
        return True
    last = min(headline.clause.last, headline.clause.reported_at)
    if _gives_speech(headline):
        return True
    speaks_at = headline.clause.verb_at if verb is None or verb.object != "clause" else None  # not `remarks that`
    return any(
        i == speaks_at or any(_opens_occasion(headline, k) for k in range(max(first, i - 4), i))
        for i in range(first, last)
        if norms[i] in aloud
    )


def _opens_occasion(headline: Headline, i: int) -> bool:
    """The `in` of `in an interview`, the `to` of `to reporters`; not that of `to press Vietnam`."""
    norms = headline.words.norms
    form = headline.lexicon.verbs.get((norms[i + 1],)) if norms[i] == "to" else None
    return norms[i] in _OCCASIONS and (form is None or form.verb.lemma != norms[i + 1])


def _in_an_address(headline: Headline) -> bool:
    """`announces in an address to the assembly new sanctions`."""
    norms, occasion = headline.words.norms, headline.lexicon.words("occasion") | headline.lexicon.spoken
    last = min(headline.clause.last, headline.clause.reported_at + 1)
    return any(
        norms[i - 2 : i] in (["in", "a"], ["in", "an"], ["in", "his"], ["in", "her"])
        for i in range(headline.object_at, last)
        if norms[i] in occasion
    )


def _gives_speech(headline: Headline) -> bool:
    """`gives a talk at`, `delivers an address`, `speaks at the opening of`."""
    clause, norms, words = headline.clause, headline.words.norms, headline.lexicon.words
    spoken = headline.lexicon.spoken
    behind = norms[headline.object_at : min(headline.object_at + 4, clause.last)]
    giving = clause.does(words("holdingforth")) and not spoken.isdisjoint(behind)
    return giving or clause.does(words("onstage"))


_OCCASIONS = frozenset("in at during before to through by after".split())


def _in_print(headline: Headline) -> bool:
    """Whether a text says it (`a report says`), or it is said in one (`says in a report`)."""
    published = headline.lexicon.words("published")
    if headline.opening[:2] == ["writing", "in"]:
        return True
    if headline.opening[:2] == ACCORDING_TO and not published.isdisjoint(headline.opening):
        return True
    if not published.isdisjoint(headline.before) or not headline.lexicon.words("media").isdisjoint(headline.before):
        return True
    disclosed = headline.clause.does(headline.lexicon.words("disclosing"))
    if disclosed and not published.isdisjoint(headline.behind):
        return True  # `makes public its report`
    norms, first, verb_at = headline.words.norms, _told_from(headline), headline.clause.verb_at
    return not published.isdisjoint(headline.norms) and any(
        norms[i] in published and not _is_of_law(headline, i) and not _MEDIUM.isdisjoint(norms[max(first, i - 4) : i])
        for i in range(first, headline.clause.last)
        if i != verb_at
    )


def _is_of_law(headline: Headline, i: int) -> bool:
    """`citing Article X of the treaty`: no article in a newspaper."""
    forms = headline.words.forms
    numbered = i + 1 < len(forms) and (forms[i + 1][0].isdigit() or forms[i + 1].isupper())
    return headline.words.norms[i] == "article" and numbered


# --- telephones

_OVER = frozenset("by over on via the through".split())


def by_phone(headline: Headline) -> bool:
    """`by phone`, `phone talks`, `telephones`; not `the tapping of his telephone`."""
    phone, talks = headline.lexicon.words("phone"), headline.lexicon.words("talking")
    norms, verb_at = headline.words.norms, headline.clause.verb_at
    if phone.isdisjoint(headline.norms):
        return False
    first, last = headline.clause.first, headline.clause.last
    if norms[headline.clause.reported_at - 1] == "that":
        last = headline.clause.reported_at  # `says that he told Bush by phone`
    return any(
        i == verb_at or norms[max(first, i - 1)] in _OVER or norms[min(last - 1, i + 1)] in talks
        for i in range(first, last)
        if norms[i] in phone
    )


def is_a_call(headline: Headline, kind: EventType) -> bool:
    """`calls the president to discuss`, `in a call with`."""
    norms = headline.words.norms
    if headline.clause.marked("phones") and kind is EventType.MEETING:
        return True
    return "call" in headline.norms and any(
        norms[i] == "call" and norms[i + 1] in ("with", "to", "between")
        for i in range(headline.clause.first, headline.clause.last - 1)
        if i != headline.clause.verb_at
    )
