"""Names as they are looked up: without case, accents, dots, apostrophes and hyphens."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Letters with something more to them that is no accent; the search of a report has the same.
LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
# As print sets two or three letters as one.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
# Also the large ones, but that of `ı`, which is a plain one.
BOTH_CASES = {**LETTERS, **{large: LETTERS[large.lower()] for large in "ŁØĐÐÆŒÞẞ"}, **_LIGATURES}
_UNDECOMPOSED, _IN_BOTH_CASES = str.maketrans(LETTERS), str.maketrans(BOTH_CASES)
_JOINING = frozenset(".'’‘ʼ`´‛")


def _folded(sign: str) -> str:
    if sign in _JOINING:
        return ""
    return sign if sign.isalnum() else " "


_PLAIN = str.maketrans({sign: _folded(sign) for sign in map(chr, range(128))})


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """`Kim Jong-un` and `KIM JONG UN` are `kim jong un`, `U.S.` is `us`, `Tô Lâm` is `to lam`."""
    if name.isascii():
        return " ".join(name.lower().translate(_PLAIN).split())
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_UNDECOMPOSED)
    kept = "".join(_folded(sign) for sign in letters if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def plain_letters(text: str) -> str:
    """`Gomułka` is `Gomulka`, as the full-text index has it, which sees to accents and capitals by itself."""
    return text.translate(_IN_BOTH_CASES)


def bare(name: str) -> str:
    """`the Kremlin` is `kremlin`: folded, and without an article before it."""
    return fold(name).removeprefix("the ")


_LABEL = re.compile(r"(?P<name>.*\S)\s*\((?P<facts>[^()]+)\)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Label:
    """A name, folded, and what stands in brackets behind it to tell it from others."""

    name: str
    facts: list[str]

    def fits(self, name: str, *facts: object) -> bool:
        """Whether it is of somebody of that name, told by the first of these facts that are known, or by the last."""
        known = [str(fact).lower() for fact in facts if fact]
        return fold(name) == self.name and self.facts in (known[: len(self.facts)], known[-1:])


def label(typed: str) -> Label | None:
    """`Ivan Petrov (RU)` as lists show it: `ivan petrov`, told by `ru`; None for a bare name."""
    found = _LABEL.fullmatch(typed)
    if found is None:
        return None
    return Label(fold(found["name"]), [fact.strip().lower() for fact in found["facts"].split(",")])
