"""Titles in bold at the head of an entry's own paragraph: `**Truce in Orr.** The two agree to hold off tariffs.`"""

import re

from chronicle.model import BAR
from chronicle.reading.mapped import Mapped
from chronicle.reading.openings import starts_text

_MOST_WORDS = 14
_SIGNS = ".:!?"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sen|Rep|St|No)\.$")
_BEHIND = " –—-:"  # what may part a title from its text besides


def title_at(clean: Mapped, start: int, end: int) -> int:
    """How many of the characters from `start` to `end`, a paragraph's first line, are its title; 0 if it has none."""
    stop = clean.bold_end(start)
    if stop is None or stop >= end:
        return 0
    title, rest = clean.text[start:stop].rstrip(), clean.text[stop:end]
    told = rest.lstrip(_BEHIND)
    parted = title[-1:] in _SIGNS or rest[: len(rest) - len(told)].strip() != ""
    if _ABBREVIATION.search(title):
        return 0  # `**The U.S.** Congress passes`
    whole = 0 < len(title.split()) <= _MOST_WORDS and len(told.split()) > 1
    return len(title) if parted and whole and starts_text(told) else 0


def with_bar(words: str, size: int) -> str:
    """A bar between a title and its text: `Truce in Orr | The two agree` of `Truce in Orr. The two agree`."""
    title = words[:size].rstrip(":").removesuffix(".")
    return f"{title} {BAR} {words[size:].lstrip(_BEHIND)}"
