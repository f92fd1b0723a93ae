"""An entry's text as words with the gaps between them, and where its sentences end."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from chronicle.extracting.folding import fold
from chronicle.model import BAR

# A dotted acronym, initials with blanks between them, a possessive ending (`China's`, `the Philippines'`), a word (an
# apostrophe inside is kept before two letters; `co-operation` and `co-ordinator` are one word), a number.
# Each branch begins with what is printed, so that the matcher passes over it at any other sign.
_LETTERS = r"[^\W\d_]+(?:['’‘`‟][^\W\d_]{2,})*"
_WORD = re.compile(
    r"([A-Z]\.(?:[A-Z]\.)+|[A-Z]\.(?: [A-Z]\.)+(?= [A-Z][a-z])"
    r"|['’`‟](?<=\w.)(?:s|S)\b|['’](?<=s.)(?=\s[^\W\d_])"
    rf"|[Cc]o-(?=op|ord){_LETTERS}|{_LETTERS}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?)"
)
# What stands within `co-operation` and `B. J. Habibie`, which are written `cooperation` and `B.J. Habibie` too.
_WITHIN = str.maketrans("", "", "- ")
SENTENCE_END = "¶"
_CLOSERS = "\"”’')]}"
_LONGEST_TYPE = 3  # letters
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr adm vadm radm brig sgt sen rep reps sens gov amb hon rev st pres sec"
    " jan feb mar apr jun jul aug sept sep oct nov dec no vol vs etc co corp inc ltd dept asst mt ft al approx fig"
    " dep def dir comdr cmdt chmn secy natl pvt pfc cpl spc cdr ens insp supt jr sr usd rs pp ed eds cf viz min"
    " spokes".split()
)
# One letter of another alphabet as Latin ones write it: `Ts. Elbegdorj`, `Yu. Ushakov`.
DIGRAPHS = frozenset("ch dz kh sh th ts ya ye yo yu zh".split())


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the words of one text.

    `gaps[i]` is what stands between word i-1 and word i, stripped of blanks at both ends when it
    holds anything else, or SENTENCE_END; `sentence[i]` is the 0-based sentence of word i.
    """

    text: str
    forms: list[str]
    norms: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    sentence: list[int]
    headline_end: int
    quoted: list[bool]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> str:
        """The printed text of words first..last-1."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def split_words(text: str) -> Words:
    """Cut a text into words and sentences. The first sentence is the headline."""
    # What stands before the first word, the word, what stands behind it, the next word, ...
    pieces = _without_quotation_marks(_WORD.split(text))
    bounds = list(accumulate(map(len, pieces)))
    forms, starts, ends = pieces[1::2], bounds[:-1:2], bounds[1::2]
    norms = list(map(_norm, forms))
    gaps = _gaps(pieces[:-1:2])
    quoted = _quoted(gaps) if any(mark in text for mark in _QUOTES) else [False] * len(gaps)
    sentence = _sentences(text, forms, norms, starts, ends, gaps)
    return Words(text, forms, norms, starts, ends, gaps, sentence, headline_end(text, ends, sentence), quoted)


def headline_end(text: str, ends: list[int], sentence: list[int]) -> int:
    """Where the first sentence ends, with its full stop and what closes it."""
    headline = next((i for i, number in enumerate(sentence) if number > 0), len(ends))
    end = ends[headline - 1] if headline else len(text)
    while end < len(text) and (text[end] in ".!?…" or text[end] in _CLOSERS):
        end += 1
    return end


def _without_quotation_marks(pieces: list[str]) -> list[str]:
    """The pieces without marks taken for a possessive that close a quotation, or stand behind a common word."""
    if "'" not in pieces and "’" not in pieces:
        return pieces
    kept = pieces[:1]
    for k in range(1, len(pieces), 2):
        word, behind = pieces[k : k + 2]
        if word in ("'", "’") and not _is_possessive(kept, word):
            kept[-1] += word + behind
        else:
            kept += (word, behind)
    return kept


def _is_possessive(before: list[str], mark: str) -> bool:
    """Whether a mark behind a name in -s closes no quotation that is open."""
    opened = "‘" if mark == "’" else "'"
    return before[-2][0].isupper() and not any(opened in gap for gap in before[::2])


@lru_cache(maxsize=65536)
def _norm(form: str) -> str:
    return "'s" if form[0] in "'’`‟" else fold(form.translate(_WITHIN))


def _gaps(between: list[str]) -> list[str]:
    gaps = [gap if gap == " " else gap.strip() or gap[:1] for gap in between]
    return [between[0].strip(), *gaps[1:]] if gaps else []


def _sentences(
    text: str, forms: list[str], norms: list[str], starts: list[int], ends: list[int], gaps: list[str]
) -> list[int]:
    number = 0
    sentence = []
    for i, gap in enumerate(gaps):
        if i and (gap != " " or forms[i - 1][-1] == ".") and _ends_sentence(text, forms, norms, starts, ends, i):
            number += 1
            gaps[i] = SENTENCE_END
        sentence.append(number)
    return sentence


def _ends_sentence(text: str, forms: list[str], norms: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Whether a sentence ends between word i-1 and word i."""
    gap = text[ends[i - 1] : starts[i]]
    if BAR in gap:
        return True
    dotted = forms[i - 1].endswith(".")
    mark = next((c for c in gap if c in ".!?…"), "." if dotted else "")
    if not mark or gap == "":
        return False
    if not (forms[i][0].isupper() or forms[i][0].isdigit() or any(c in '“"([' for c in gap)):
        return False
    if mark in "!?":
        return True
    if gap.lstrip(".")[:1].isalnum() or not any(c.isspace() for c in gap):
        # `Oct.4`, `W.Bush`: no blank; a closing quote before the next word still ends a sentence.
        return any(c in '”"' for c in gap)
    before = norms[i - 1]
    if dotted:
        return forms[i].lower() in _OPENERS or (before == "dc" and forms[i].lower() not in _OF_THE_TOWN)
    if len(before) == 1 and forms[i - 1].isupper():
        return forms[i].lower() in _NEVER_NAMES  # `Q&A. The embassy`
    if before in DIGRAPHS and forms[i - 1].istitle() and forms[i][0].isupper():
        return forms[i].lower() in _NEVER_NAMES
    return before not in _ABBREVIATIONS or (before == "no" and not forms[i][0].isdigit())


_NEVER_NAMES = frozenset("the they this these those both during after before while however from there its".split())
_OPENERS = _NEVER_NAMES | frozenset(
    "a an in on at by for to with under he she it his her but both besides when as since although because later earlier"
    " among also another some according".split()
)


# What bears the name of a capital behind `D.C.`.
_OF_THE_TOWN = frozenset("area circuit city council court district metro police superior".split())

_QUOTES = '“”"'


def _quoted(gaps: list[str]) -> list[bool]:
    inside = False
    marks = []
    for gap in gaps:
        for c in gap:
            if c == "“":
                inside = True
            elif c == "”":
                inside = False
            elif c == '"':
                inside = not inside
        marks.append(inside)
    return marks


def is_initial(words: Words, i: int) -> bool:
    """`N`, `Ts`, `V. V.`: what may stand for a given name."""
    norm, form = words.norms[i], words.forms[i]
    return form[0].isupper() and (len(norm) == 1 or form[-1] == "." or (norm in DIGRAPHS and form.istitle()))


def is_numbered(words: Words, i: int) -> bool:
    """`Antonov-124`, `F-15`, at its first word: joined to a number behind it."""
    return i + 1 < len(words) and words.gaps[i + 1] == "-" and words.forms[i + 1][0].isdigit()


def is_type_of_craft(words: Words, i: int) -> bool:
    """`South Korean F-15Ks`, `two Tu-95s`, at the first word of the type: a few letters and a number."""
    form = words.forms[i]
    return is_numbered(words, i) and len(form) <= _LONGEST_TYPE and form.isalpha() and form[0].isupper()


def is_ordinal(norm: str) -> bool:
    """`1st`, `16th`."""
    return norm[:1].isdigit() and norm[-2:] in ("st", "nd", "rd", "th")


def norms_of(printed: str) -> tuple[str, ...]:
    """The folded words of one printed name, as `split_words` would give them."""
    lower = printed.lower()
    if printed.isascii() and "co-o" not in lower and printed.replace(" ", "").replace("-", "").isalpha():
        return tuple(lower.replace("-", " ").split())
    return tuple(map(_norm, _WORD.findall(printed)))
