"""A list's names of people in the order of the tables, with the family's name found."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from chronicle.gazetteer.names import fold
from chronicle.gazetteer.tables import Row

_BRACKETED = re.compile(r'\s*(\([^)]*\)|"[^"]*"|“[^”]*”)')
_SUFFIX = re.compile(r"(Jr|Sr|Jnr|[IVX]+)\.?")
_COMMA_TITLE = re.compile(r",.*")


@dataclass(frozen=True, slots=True)
class Order:
    """`listed_first`: the list prints the family's name first; `known_first`: the tables do."""

    listed_first: bool
    known_first: bool


@dataclass(frozen=True, slots=True)
class Named:
    """`name` in the order of the tables, `aliases` the forms of the list that differ from it."""

    name: str
    family: str
    aliases: tuple[str, ...]


def orders(pairs: Iterable[tuple[str, Row]], family_first: dict[str, bool]) -> dict[str, Order]:
    """For each country the order that most of the people tell whom both the list and the tables name.

    Where none does, the list is taken to print names as the state's people do.
    """
    seen: dict[str, Counter[Order]] = defaultdict(Counter)
    for listed, row in pairs:
        ends = _family_ends(plain(listed), row), _family_ends(row["name"], row)
        if ends[0] is not None and ends[1] is not None:
            seen[row["country"]][Order(ends[0], ends[1])] += 1
    default = {code: Order(first, first) for code, first in family_first.items()}
    return default | {code: counted.most_common(1)[0][0] for code, counted in seen.items()}


def _family_ends(name: str, row: Row) -> bool | None:
    """Whether the family's name comes first; None where that cannot be told."""
    words = fold(name).split()
    families = {fold(family) for family in row.items("family")}
    if len(words) < 2 or (words[0] in families) == (words[-1] in families):
        return None
    return words[0] in families


def plain(listed: str) -> str:
    """Without nicknames, what tells namesakes apart, and titles behind: `Hans-Adam II, Prince of ...`."""
    bare = _BRACKETED.sub("", listed)
    if "," in bare and not _is_latin(bare):
        family, _, given = bare.partition(",")
        return f"{given.strip()} {family.strip()}"
    return _COMMA_TITLE.sub("", bare).replace(";", " ").strip()


def _is_latin(text: str) -> bool:
    return all(ord(c) < 0x250 or not c.isalpha() for c in fold(text))


def named(listed: str, article: str, order: Order) -> Named:
    """`article` is the title of the encyclopedia's article, another form of the name."""
    words = plain(listed).split() or [listed.replace(";", " ")]
    at = _family_words(words, order.listed_first)
    family = " ".join(words[at])
    name = " ".join(words)
    if order.known_first and not order.listed_first and len(words) > 1:
        name = " ".join([*words[at], *words[: at.start], *words[at.stop :]])
    others = (" ".join(words), plain(article))
    different = {fold(other): other for other in others if fold(other) and fold(other) != fold(name)}
    return Named(name, family, tuple(different.values()))


def _family_words(words: list[str], first: bool) -> slice:
    """The first word, or the last with its particles (`van der Berg`) and without what follows it (`II`, `Jr`)."""
    if first:
        return slice(0, 1)
    stop = len(words)
    while stop > 1 and _SUFFIX.fullmatch(words[stop - 1]):
        stop -= 1
    start = stop - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return slice(start, stop)
