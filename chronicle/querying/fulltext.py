"""What a person types to search texts, as a search that no input can break.

Words stand for themselves whatever signs they hold (`H-6K`, `SCO's`); only OR, NOT and AND in capitals,
quotation marks and a `*` at a word's end mean something.
"""

import re
from dataclasses import dataclass

from chronicle.errors import BadFilter

_TOKEN = re.compile(r'"([^"]*)"?(\*?)|(\S+)')
_MOST_TERMS = 60


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; `prefix` if its last word goes on."""

    words: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """All of `wanted`, at least one of them, and none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def parse(typed: str) -> tuple[Alternative, ...]:
    """One of these; BadFilter where nothing is left to look for."""
    parts: list[tuple[list[Term], list[Term]]] = [([], [])]
    negated, terms = False, 0
    for token in _tokens(typed):
        if isinstance(token, Term):
            parts[-1][negated].append(token)
            terms += 1
            negated = False
        elif token == "OR":
            parts.append(([], []))
        negated = token == "NOT"
    if terms > _MOST_TERMS:
        raise BadFilter(f"text: holds {terms} words, more than {_MOST_TERMS}; leave some out")
    alternatives = tuple(Alternative(tuple(a), tuple(b)) for a, b in parts if a or b)
    if not alternatives or not all(each.wanted for each in alternatives):
        raise BadFilter(f"text {typed!r}: holds no word to look for; write one, NOT alone is not enough")
    return alternatives


def _tokens(typed: str) -> list[Term | str]:
    found: list[Term | str] = []
    for phrase, star, word in _TOKEN.findall(typed.replace("\0", " ")):
        if word in ("OR", "NOT", "AND"):
            found.append(word)
        else:
            term = Term(phrase, bool(star)) if phrase else Term(word.rstrip("*"), word.endswith("*"))
            if any(sign.isalnum() for sign in term.words):
                found.append(term)
    return found


def for_sqlite(alternatives: tuple[Alternative, ...]) -> str:
    """An FTS5 expression: every term a string, so that nothing in it is an operator."""
    return " OR ".join(map(_sqlite_alternative, alternatives))


def _sqlite_alternative(each: Alternative) -> str:
    wanted = " AND ".join(map(_sqlite_term, each.wanted))
    if not each.unwanted:
        return f"({wanted})"
    return f"(({wanted}) NOT ({' OR '.join(map(_sqlite_term, each.unwanted))}))"


def _sqlite_term(term: Term) -> str:
    quoted = term.words.replace('"', " ")
    return f'"{quoted}"{" *" if term.prefix else ""}'


def for_postgresql(alternatives: tuple[Alternative, ...]) -> str:
    """A `to_tsquery` expression of quoted words."""
    return " | ".join(map(_postgresql_alternative, alternatives))


def _postgresql_alternative(each: Alternative) -> str:
    terms = [*map(_postgresql_term, each.wanted), *(f"!{_postgresql_term(t)}" for t in each.unwanted)]
    return f"({' & '.join(terms)})"


def _postgresql_term(term: Term) -> str:
    words = re.findall(r"\w+", term.words)
    quoted = [f"'{word}'" for word in words]
    return f"({' <-> '.join(quoted)}{':*' if term.prefix else ''})"
