"""Names as they are looked up: without case, accents, dots, apostrophes and hyphens."""

import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_JOINING = frozenset(".'’‘ʼ`´‛")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """`Kim Jong-un` and `KIM JONG UN` are `kim jong un`, `U.S.` is `us`, `Tô Lâm` is `to lam`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_UNDECOMPOSED)
    kept = (_folded(sign) for sign in plain if sign not in _JOINING and not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _folded(sign: str) -> str:
    return sign if sign.isalnum() else " "
