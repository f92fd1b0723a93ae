"""One form for all spellings of a word: case, accents and typographic variants folded away."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case, accents and dots; apostrophes and quotes dropped. May change its length."""
    if text.isascii():
        plain = text.lower()
    else:
        spread = unicodedata.normalize("NFKD", text.casefold())
        plain = "".join(c for c in spread if not unicodedata.combining(c)).translate(_LETTERS)
    return plain.replace(".", "").replace("'", "").replace("’", "").replace("‘", "").replace("`", "")
