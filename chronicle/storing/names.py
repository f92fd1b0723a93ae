"""Names as they are looked up: without case, accents, dots, apostrophes and hyphens."""

import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
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


def bare(name: str) -> str:
    """`the Kremlin` is `kremlin`: folded, and without an article before it."""
    return fold(name).removeprefix("the ")
