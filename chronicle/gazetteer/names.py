"""Printed forms as they are compared, and ids made of them."""

import re
import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_DROPPED = re.compile(r"[.'’‘ʼ`´‛]")
_NOT_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=200_000)
def fold(printed: str) -> str:
    """`Kim Jong-un` and `KIM JONG UN` are `kim jong un`, `U.S.` is `us`, `Tô Lâm` is `to lam`."""
    letters = unicodedata.normalize("NFKD", printed.casefold()).translate(_UNDECOMPOSED)
    plain = "".join(c for c in letters if not unicodedata.combining(c)) if not letters.isascii() else letters
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", plain))
    return _NOT_WORDS.sub(" ", composed).strip()


def slug(printed: str) -> str:
    """An id of small ASCII letters and digits joined by hyphens; empty for a name in another script."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(printed)))
