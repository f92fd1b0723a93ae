"""Cards: a date, a tag beside or beneath it (`EU`, `Sanctions`), a headline and a paragraph.

The news and the publications of a site are printed so too: there the headlines are links, or the tags say what kind
of thing each is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped
from chronicle.reading.openings import Opening, Sign, ends_sentence

_FEWEST = 4
_MOST_TAG_WORDS = 4
_OF_SITE = re.compile(
    r"\b(?:news|press|releases?|reports?|briefs?|briefings?|papers?|blogs?|posts?|podcasts?|videos?|articles?|events?"
    r"|webinars?|commentar(?:y|ies)|opinions?|op-?eds?|interviews?|analys[ie]s|publications?|statements?|speech(?:es)?"
    r"|features?|stories|updates?|policy|research|newsletters?|announcements?|min read)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Card:
    """The date of a card as one alone on its line, and the line of the tag if it has one of its own."""

    opening: Opening
    tag: int | None


def cards_in(lines: Sequence[Line], openings: Mapping[int, Opening], clean: Mapped) -> list[Card]:
    """The cards that have tags, of a page that prints several, none of them a piece that the site publishes."""
    found = [each for opening in openings.values() for each in _card(lines, openings, opening, clean)]
    if len(found) < _FEWEST:
        return []
    of_site = sum(_OF_SITE.search(tag) is not None for _, tag in found)
    return [card for card, _ in found] if of_site * 4 < len(found) else []


def _card(
    lines: Sequence[Line], openings: Mapping[int, Opening], opening: Opening, clean: Mapped
) -> Iterator[tuple[Card, str]]:
    """The card that a date begins, with its tag."""
    number, line = opening.line, lines[opening.line]
    if line.heading or line.row or opening.printed.first.month is None or not opening.has_year:
        return
    beside = line.text[opening.text_start - line.body :].strip()
    at = number if beside else number + 1
    tag = beside or (lines[at].text if at < len(lines) and not lines[at].heading and at not in openings else "")
    if tag and _is_headline(lines, at + 1, clean) and _is_tag(tag):
        yield Card(opening._replace(sign=Sign.END, text_start=line.end), at if at > number else None), tag


def _is_tag(words: str) -> bool:
    return len(words.split()) <= _MOST_TAG_WORDS and not ends_sentence(words) and any(c.isalpha() for c in words)


def _is_headline(lines: Sequence[Line], number: int, clean: Mapped) -> bool:
    """A heading that leads nowhere, with words of its own below it."""
    if number + 1 >= len(lines) or not lines[number].heading or lines[number + 1].heading:
        return False
    return not clean.links(lines[number].body, lines[number].end)
