"""Dates at the heads of lines, as far as they tell where a paragraph begins."""

from functools import lru_cache

from chronicle.reading.grammar import match_date
from chronicle.reading.openings import PARTING, Sign, sign_at
from chronicle.reading.printed import nothing_but

PUNCTUATION = PARTING - {Sign.CELL}  # a bar within a line on a page parts what stands in its head
_LONGEST = 44  # characters of a date by itself


@lru_cache(maxsize=8192)
def date_sign(text: str) -> Sign | None:
    """What stands behind the date of day and month that a line begins with; None where it begins with none."""
    if not text[:1].isalnum():
        return None
    printed = match_date(text)
    if printed is None or printed.first.month is None or (printed.first.day is None and printed.year is None):
        return None
    found = sign_at(text, printed.end)
    return found[0] if found else None


def opens_entry(text: str) -> bool:
    """Whether a line begins with a date and a colon or a dash."""
    return date_sign(text) in PUNCTUATION


@lru_cache(maxsize=8192)
def is_date(text: str) -> bool:
    """Whether there is nothing but a date, with or without the sign behind it; a year or a bare day is one too."""
    if len(text) > _LONGEST:
        return False
    printed = match_date(text, bare_days=True)
    return printed is not None and nothing_but(text, printed)


def is_year(text: str) -> bool:
    """Whether there is nothing but the digits of a year."""
    return len(text) == 4 and text.isdigit() and is_date(text)
