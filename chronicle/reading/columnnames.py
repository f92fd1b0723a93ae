"""The names of a table's columns beside the years that head its parts: `1998 | Milestone | Details`, `21 May | ...`.

Such a year heads the days below it and tells nothing, which is seen by the same names beside another year. And what a
text says of a column without a name: `Keywords are indicated in the right-hand column.`
"""

import re
from collections import Counter
from itertools import pairwise

from chronicle.reading.dateparts import YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.mapped import Edit, Mapped
from chronicle.reading.openings import ends_sentence

_ROW = re.compile(r"^\| (?P<row>[^\n]+)", re.MULTILINE)
_YEAR_AND_NAMES = re.compile(rf"(?P<year>{YEAR})(?P<names>(?:\s\|\s[A-Z][^\d\n|.!?]{{2,24}}){{1,5}}?)(?:\s?\|)?\s*$")
_MOST_WORDS = 3
_KEYWORDS = re.compile(
    r"\b(?:key\s?words?|(?:index|subject) (?:terms?|words?|headings?))\b[^.\n]{0,60}"
    r"\b(?:right(?:[- ]hand)?|last|outer|third) (?:column|margin)",
    re.IGNORECASE,
)
_WITH_KEYWORDS = re.compile(
    r"^\|[^|\n]+\|[^\n]*[^|\n]+?(?P<words>\s?\|[^|\n]{1,100}?)(?:\s?\|)?[^\S\n]*$", re.MULTILINE
)


def without_names_of_columns(clean: Mapped) -> Mapped:
    """The text without the names behind a year that heads the rows of its days, where another year has them too."""
    rows = list(_ROW.finditer(clean.text)) if "\n| " in clean.text else []
    heads = [(row.start("row"), m) for row, below in pairwise(rows) if (m := _head(row["row"], below["row"]))]
    times = Counter(m["names"] for _, m in heads)
    edits = [Edit(start + m.start("names"), start + m.end("names")) for start, m in heads if times[m["names"]] > 1]
    return clean.edited(edits) if edits else clean


def _head(row: str, below: str) -> re.Match[str] | None:
    """The year and the names of a row, if the row below it begins with a date that needs a year."""
    m = _YEAR_AND_NAMES.match(row)
    printed = match_date(below) if m else None
    if m is None or printed is None or printed.year is not None or printed.first.month is None:
        return None
    return m if all(len(name.split()) <= _MOST_WORDS for name in m["names"].split("|")) else None


def says_keywords(text: str) -> bool:
    """Whether a text says that its last column or its margin holds keywords."""
    return _KEYWORDS.search(text) is not None


def without_keywords(clean: Mapped) -> Mapped:
    """The text without the last cells of its rows where it says that they hold the keywords of each entry."""
    if not says_keywords(clean.text):
        return clean
    found = (m for m in _WITH_KEYWORDS.finditer(clean.text) if not ends_sentence(m["words"]))
    return clean.edited([Edit(*m.span("words")) for m in found])
