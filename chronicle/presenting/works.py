"""The documents that events cite, each once, and their names, days and ids as bibliographies need them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chronicle.model import Event, Source

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Name(NamedTuple):
    """`family` alone where the name is one word, or a body's."""

    family: str
    given: str | None = None
    is_family_first: bool = False

    def said(self) -> str:
        """In the order in which it is said."""
        parts = (self.family, self.given) if self.is_family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)


class FamilyFirst(NamedTuple):
    """Families and given names of people whose family's name is printed first."""

    families: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def holds(self, words: list[str]) -> bool:
        """Whether the words are such a name, and would be none the other way round."""
        return self._fits(words[0], words[1:]) and not self._fits(words[-1], words[:-1])

    def _fits(self, family: str, given: list[str]) -> bool:
        return family in self.families and bool(given) and self.given.issuperset(given)


NOBODY = FamilyFirst()


def cited(events: Iterable[Event]) -> Iterator[Source]:
    """In the order in which they are cited first."""
    seen: set[str] = set()
    for event in events:
        if event.source and event.source.id not in seen:
            seen.add(event.source.id)
            yield event.source


def author(printed: str, family_first: FamilyFirst = NOBODY) -> Name:
    """`Ada van Example`: the family's name is the last word with the small ones before it; or before a comma.

    A name that ends in a small word or begins with an article is a body's. Who is known to be printed family
    first is taken so.
    """
    family, comma, given = printed.partition(",")
    if comma:
        return Name(family.strip(), given.strip() or None)
    words = printed.split()
    if not words or words[-1].islower() or words[0] == "The":
        return Name(printed)
    if family_first.holds(words):
        return Name(words[0], " ".join(words[1:]), True)
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]) or None)


def published(source: Source) -> tuple[int, ...]:
    """Year, month, day as far as they are stated; nothing where the date of issue is no such."""
    found = _PUBLISHED.match(source.published or "")
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    return parts if len(parts) < 2 or 1 <= parts[1] <= 12 else parts[:1]


def key(source: Source, family_first: FamilyFirst = NOBODY) -> str:
    """A citation key: the first author's family name, the year, the document's id."""
    names = [author(printed, family_first).family for printed in source.authors[:1]]
    year = [str(part) for part in published(source)[:1]]
    plain = unicodedata.normalize("NFKD", "".join([*names, *year])).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9-]", "", f"{plain}-{source.id}".lower().lstrip("-"))
