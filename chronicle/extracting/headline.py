"""A headline taken apart: subject, object, the nouns in them, and what is named there."""

from chronicle.extracting.clauses import Clause
from chronicle.extracting.functionwords import COMMON_PREPOSITIONS, DETERMINERS
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, Mention
from chronicle.extracting.words import Words, is_type_of_craft

ACCORDING_TO = ["according", "to"]
_UNREAD = "unread"


class Headline:
    """The first sentence with its grammar, as the rules of type and mode need it.

    `before` and `behind` are the words of the subject and of the object, which begin at `subject_at` and
    `object_at`; the object ends at a comma or at a clause of its own.
    """

    __slots__ = (
        "_behind", "_noun_before", "_noun_behind", "before", "clause", "ends", "lexicon", "mentions", "object_at",
        "starts", "subject_at", "words",
    )  # fmt: skip

    def __init__(self, words: Words, clause: Clause, mentions: list[Mention], lexicon: Lexicon) -> None:
        self.words, self.clause, self.mentions, self.lexicon = words, clause, mentions, lexicon
        self.starts, self.ends = {m.first for m in mentions}, {m.last for m in mentions}
        size = clause.verb.size if clause.verb else 0
        self.object_at = min(clause.verb_at + size, clause.last)
        self.subject_at = _subject_start(words, clause, mentions)
        self.before = self._subject()
        if any(is_type_of_craft(words, i) for i in range(self.subject_at, clause.verb_at - 1)):
            self.before.append("aircraft")
        self._behind: list[str] | None = None
        self._noun_before: str | None = _UNREAD
        self._noun_behind: str | None = _UNREAD

    def _subject(self) -> list[str]:
        """The words of the subject, without what stands in apposition to a person: `Lee, head of the army,`.

        Nor with the forces of a title: `Army Chief of Staff Casey`.
        """
        norms, end, forces = self.words.norms, self.clause.verb_at, self.lexicon.words("force")
        people = [m for m in self.mentions if m.kind == PERSON and m.last <= end]
        aside = {i for m in people for i in range(m.core.last, m.last)}
        aside |= {i for m in people for i in range(m.first, m.core.first) if norms[i] in forces}
        return [norms[i] for i in range(self.subject_at, end) if i not in aside]

    @property
    def opening(self) -> list[str]:
        """The words before the subject."""
        return self.words.norms[self.clause.first : self.subject_at]

    @property
    def norms(self) -> list[str]:
        return self.words.norms[self.clause.first : self.clause.last]

    @property
    def behind(self) -> list[str]:
        if self._behind is None:
            words, end = self.words, self.object_at
            while end < self.clause.last and words.norms[end] not in _CLAUSE_OPENERS:
                if words.gaps[end][:1] == ";":
                    break
                if end > self.object_at and words.gaps[end][:1] in _CLOSING and not self._belongs_to_object(end):
                    break
                if words.norms[end] == "and" and _new_verb(self, end):
                    break
                end += 1
            self._behind = [
                n for i, n in enumerate(words.norms[self.object_at : end], self.object_at) if not self._posts(i)
            ]
        return self._behind

    def _posts(self, i: int) -> bool:
        """`Ambassador to Japan Kim`: the `to` within a title."""
        norms, envoys = self.words.norms, self.lexicon.words("accredited")
        titled = (m for m in self.mentions if m.kind == PERSON and m.first < i < m.core.first)
        return norms[i] == "to" and norms[i - 1] in envoys and any(titled)

    @property
    def has_object(self) -> bool:
        """Whether more stands behind the verb than where, when and with whom: not in `opens in Beijing`."""
        behind = self.behind
        return bool(behind) and behind[0] not in _ENDING_PHRASE and not behind[0][0].isdigit()

    def _belongs_to_object(self, i: int) -> bool:
        """An acronym in brackets, a comma within a list of names, what a name in quotation marks stands for."""
        words = self.words
        if words.gaps[i] in (",”", ',"') and words.norms[i] in DETERMINERS:
            return True  # `holds “Dolphin,” their first exercise`
        if words.gaps[i] == "(":
            return words.gaps[i + 1 : i + 2] == [")"]
        listed = words.gaps[i] == "," and i in self.ends
        return listed and (words.norms[i] == "and" or i in self.starts)

    @property
    def noun_before(self) -> str | None:
        """The type of the subject's noun: `The 17th Meeting ... is held`."""
        if self._noun_before is _UNREAD:
            self._noun_before = noun_type(self, self.subject_at, self.clause.verb_at)
        return self._noun_before

    @property
    def noun_behind(self) -> str | None:
        """The type of the object's noun, or of one behind a preposition (`takes part in the exercise`)."""
        if self._noun_behind is _UNREAD:
            told = self.words.norms[self.object_at : self.object_at + 1] == ["that"]
            self._noun_behind = None if told else noun_type(self, self.object_at, self.clause.last)
        return self._noun_behind

    def object_noun(self) -> str | None:
        """The type of the object's noun alone."""
        end = self.object_at
        while end < self.clause.last and (not _ends_noun_phrase(self.words, end) or self._is_within_noun(end)):
            end += 1
        return noun_type(self, self.object_at, end)

    def _is_within_noun(self, i: int) -> bool:
        """`a search and rescue exercise`, at its `and`: a noun of several words."""
        norms, tails = self.words.norms, self.lexicon.noun_tails.get(self.words.norms[i - 1], ())
        return norms[i] == "and" and any(rest[:2] == tuple(norms[i : i + 2]) for rest, _ in tails)

    def named_before(self) -> list[str]:
        """The kinds of what the subject names."""
        return [m.kind for m in self.mentions if self.subject_at <= m.first < self.clause.verb_at]

    def named_behind(self) -> list[str]:
        """The kinds of what is named right behind the verb."""
        near = [m for m in self.mentions if self.object_at <= m.first < self.object_at + 4]
        return [m.kind for m in near if not self._owns_what_follows(m)]

    def _owns_what_follows(self, mention: Mention) -> bool:
        """`Hatoyama's victory`, `Hatoyama election victory`: not the person, but what is theirs."""
        words, i = self.words, mention.last
        if i >= len(words):
            return False
        noun = mention.kind == PERSON and words.gaps[i] == " " and (words.norms[i],) in self.lexicon.nouns
        return words.norms[i] == "'s" or (noun and (words.norms[i],) not in self.lexicon.verbs)


def _subject_start(words: Words, clause: Clause, mentions: list[Mention]) -> int:
    """The first word of the subject: behind the comma that closes an opening (`Citing the standoff, ...`)."""
    first = clause.first
    norm = words.norms[first]
    if (norm not in _ENDING_PHRASE and norm not in _CLAUSE_OPENERS and not norm.endswith("ing")) or (
        mentions and mentions[0].first == first
    ):
        return first
    return next((i for i in range(first + 1, clause.verb_at) if "," in words.gaps[i]), first)


def _ends_noun_phrase(words: Words, i: int) -> bool:
    """A preposition or `and`, but not `of`, and not the `and` inside a name."""
    norm = words.norms[i]
    if words.gaps[i] == "-":
        return False
    if norm == "and":
        return i + 1 >= len(words) or not words.forms[i + 1][0].isupper()
    return norm in _ENDING_PHRASE and norm != "of"


# What ends a noun phrase: a preposition, or a participle that says as much.
_ENDING_PHRASE = COMMON_PREPOSITIONS | frozenset(
    "to by after before during following as regarding marking attended chaired hosted aimed and via through amid"
    " despite off near aboard inside outside across without".split()
)
_CLAUSE_OPENERS = frozenset(
    "which who whom whose that after before while when as because since until although where despite amid following"
    " if whether according".split()
)
_CLOSING = (",", ";", "(", ":")


# --- the noun that tells


def noun_type(headline: Headline, first: int, last: int) -> str | None:
    """The type of the last known noun before the first preposition, else of the first noun after it."""
    norms, gaps, tails = headline.words.norms, headline.words.gaps, headline.lexicon.noun_tails
    named = {m.first: m for m in headline.mentions if m.kind in _NAMED}
    found: str | None = None
    i = first
    while i < last:
        norm = norms[i]
        if i > first and gaps[i][:1] == ";":
            return found
        if norm == "of" and i > first and norms[i - 1] in headline.lexicon.words("partitive"):
            found = None
        if found and (_ends_noun_phrase(headline.words, i) or norm == "of" or gaps[i][:1] in _CLOSING):
            return found
        if i > first and (norm in _CLAUSE_OPENERS or ((found or norm == "and") and _new_verb(headline, i))):
            return found
        mention = named.get(i)
        if mention is not None:
            found = _forum_type(headline, mention) or found
            i = _past_name(headline.words, mention, i)
            if i > mention.first:
                continue
        if _is_numbered_name(headline.words, i, last):
            i += 2
            continue
        if norm.endswith("s") and headline.words.forms[i].isupper():
            i += 1  # `AIDS`, which is no aid
            continue
        size = 1
        for rest, kind in tails.get(norm, ()):
            end = i + 1 + len(rest)
            if end <= last and (not rest or tuple(norms[i + 1 : end]) == rest):
                if rest[-1:] == ("of",) or rest[-1:] == ("by",):
                    return kind
                found, size = kind, end - i
                break
        i += size
    return found


def _is_numbered_name(words: Words, i: int, last: int) -> bool:
    """`Cooperation-2009`: what an exercise or a project is called; not `Resolution 1835`."""
    numbered = i + 1 < last and words.forms[i + 1].isdigit() and len(words.forms[i + 1]) == _DIGITS_OF_YEAR
    return numbered and words.forms[i][0].isupper() and words.gaps[i + 1] == "-"


_DIGITS_OF_YEAR = 4


def _new_verb(headline: Headline, i: int) -> bool:
    """`a letter expressing regret`, `and says`: another verb, whose nouns tell nothing of the first."""
    norms, lexicon = headline.words.norms, headline.lexicon
    if norms[i] == "and" and i + 1 < headline.clause.last:
        form = lexicon.verbs.get((norms[i + 1],))
        if form is None or not form.finite or not headline.words.forms[i + 1][0].islower():
            return False
        return not form.homograph or norms[i + 2 : i + 3] in (["him"], ["her"], ["them"], ["that"])
    if not norms[i].endswith("ing") or norms[i] in lexicon.noun_tails or norms[i] not in lexicon.verb_tails:
        return False
    return headline.words.gaps[i] != "-" and not _describes_noun(headline, i)


def _describes_noun(headline: Headline, i: int) -> bool:
    """`missile tracking exercise`: right before a noun that tells, which what went before describes as well."""
    norms, behind = headline.words.norms, i + 1
    if behind >= headline.clause.last or headline.words.gaps[behind] != " ":
        return False
    return (norms[behind],) in headline.lexicon.nouns and not norms[behind].endswith("s")


def _past_name(words: Words, mention: Mention, i: int) -> int:
    """Where nouns are looked for again: at the last word of a body (`the UN assembly`), behind any other name."""
    if mention.kind != BODY or mention.last - i > 1:
        return mention.last - 1 if mention.kind == BODY else mention.last
    return i if words.forms[i][0].islower() else mention.last


_NAMED = frozenset({PERSON, OFFICE, BODY, FORUM})


def _forum_type(headline: Headline, mention: Mention) -> str | None:
    """The type that a named exercise, forum or agreement makes."""
    if mention.kind != FORUM:
        return None
    kinds = (headline.lexicon.nouns.get((r.key,)) for r in mention.core.readings)
    return next((kind for kind in kinds if kind), None)
