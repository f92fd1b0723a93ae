"""What a person types to search texts, as a search that no input can break.

Words stand for themselves whatever signs they hold (`H-6K`, `SCO's`). What means something: `or`, `and` and
`not` in any case, `-` before a word, brackets, quotation marks and a `*` at a word's end.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Union

from chronicle.errors import BadFilter
from chronicle.storing.names import plain_letters

_TOKEN = re.compile(
    r'(?P<not>-(?=[^\W_]|["(]))?(?:"(?P<phrase>[^"]*)(?P<closed>"?)(?P<star>\*?)|(?P<bracket>[()])|(?P<word>[^\s()]+))'
)
_OPERATORS = ("or", "and", "not")
_DASH = "-"
_MOST_TERMS = 60

# Scripts that put no blank between words, and Korean, whose words carry their particles: an index of words has
# their sentences whole, so they are looked for anywhere in a text.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# `Tu-95`, `H-6K`: more than one are `Tu-95s`.
_DESIGNATION = re.compile(r"[^\W\d_]+-\d+[^\W_]*")
# `U.S.`, `U.S`, `D.P.R.K.`; and words as `US` and `DPRK`, if they are capitals. Longer ones are printed without points.
_POINTED = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?")
_CAPITALS = re.compile(r"\b[^\W\d_]{2,4}\b(?!\.\w)")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; `prefix` if its last word goes on."""

    words: str
    prefix: bool = False

    @property
    def is_unspaced(self) -> bool:
        return _UNSPACED.search(self.words) is not None


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of `wanted`, at least one of them, and none of `unwanted`."""

    wanted: tuple["Part", ...]
    unwanted: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these, at least one of them."""

    ways: tuple[AllOf, ...]


Part = Union[Term, AnyOf]  # noqa: UP007 (`|` does not take a name in quotes)


def parse(typed: str) -> AnyOf:
    """BadFilter where nothing is left to look for, for what does not close, and for an operator that joins nothing."""
    tokens = list(_tokens(typed, typed.replace("\0", " ")))
    terms, brackets = sum(isinstance(token, Term) for token in tokens), tokens.count("(")
    if max(terms, brackets) > _MOST_TERMS:
        many = f"{terms} words" if terms > _MOST_TERMS else f"{brackets} brackets"
        raise BadFilter(f"text: holds {many}, more than {_MOST_TERMS}; leave some out")
    if not terms:
        raise _nothing(typed)
    tokens = list(_without_dashes(typed, tokens))
    _check_operators(typed, tokens)
    found, rest = _any(typed, tokens, 0)
    if rest < len(tokens):
        raise BadFilter(f"text {typed!r}: closes a bracket that none opens; put the sign in quotation marks")
    if found is None:
        raise _nothing(typed)
    return found


def _nothing(typed: str) -> BadFilter:
    return BadFilter(f"text {typed!r}: holds no word to look for; write one, with letters or digits")


def _only_unwanted(typed: str) -> BadFilter:
    where = " on its side of OR" if re.search(r"\bor\b", typed, re.IGNORECASE) else ""
    return BadFilter(f"text {typed!r}: NOT has no wanted word beside it{where}; write one, as in talks not drill")


def _without_dashes(typed: str, tokens: list[Term | str]) -> Iterator[Term | str]:
    """A dash that stands alone is a sign like others between words; at an end it is a `not` without its word."""
    for token, behind in zip(tokens, [*tokens[1:], ")"], strict=True):
        if token != _DASH:
            yield token
        elif behind == ")":
            raise BadFilter(f"text {typed!r}: - has no word behind it; write one as in -drill, or leave it out")


def _check_operators(typed: str, tokens: list[Term | str]) -> None:
    """Each stands between words or brackets; `not` before one, also behind another operator."""
    for before, token, behind in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        if token not in _OPERATORS:
            continue
        if not (isinstance(behind, Term) or behind == "(" or (behind == "not" != token)):
            raise _joins_nothing(typed, str(token), "behind")
        if token != "not" and not (isinstance(before, Term) or before == ")"):
            raise _joins_nothing(typed, str(token), "before")


def _joins_nothing(typed: str, operator: str, where: str) -> BadFilter:
    word = operator.upper()
    return BadFilter(
        f'text {typed!r}: {word} has no word {where} it; write one, or "{operator}" in quotation marks for the word'
    )


def _tokens(typed: str, text: str) -> Iterator[Term | str]:
    """Terms, brackets, operators in small letters and dashes that stand alone; other signs alone are left out."""
    for token in _TOKEN.finditer(text):
        if token["phrase"] is not None and not token["closed"]:
            raise BadFilter(f"text {typed!r}: opens a quotation mark that it does not close; close it")
        term = _term(token)
        if token["not"] and (token["bracket"] or isinstance(term, Term)):
            yield "not"
        if token["bracket"] or token["word"] == _DASH:
            yield token["bracket"] or _DASH
        elif term is not None:
            yield term


def _term(token: re.Match[str]) -> Term | str | None:
    word, phrase = token["word"], token["phrase"]
    if word is not None and word.lower() in _OPERATORS:
        return word.lower()
    term = (
        Term(phrase, bool(token["star"]))
        if phrase is not None
        else Term((word or "").rstrip("*"), (word or "").endswith("*"))
    )
    return term if any(sign.isalnum() for sign in term.words) else None


def _any(typed: str, tokens: list[Term | str], at: int) -> tuple[AnyOf | None, int]:
    """What stands from here to the bracket that closes it, None for nothing; and where that bracket stands."""
    ways: list[tuple[list[Part], list[Part]]] = [([], [])]
    negated = False
    while at < len(tokens) and tokens[at] != ")":
        token = tokens[at]
        part: Part | None = token if isinstance(token, Term) else None
        if token == "(":
            part, at = _any(typed, tokens, at + 1)
            if at == len(tokens):
                raise BadFilter(f"text {typed!r}: opens a bracket that it does not close; close it")
        elif token == "or":
            ways.append(([], []))
        if part is not None:
            ways[-1][negated].append(part)
        negated = token == "not"
        at += 1
    if ways == [([], [])]:
        return None, at
    for wanted, unwanted in ways:
        if not wanted:
            raise _only_unwanted(typed) if unwanted else _nothing(typed)
    return AnyOf(tuple(AllOf(tuple(wanted), tuple(unwanted)) for wanted, unwanted in ways)), at


def terms(part: Part) -> Iterator[Term]:
    if isinstance(part, Term):
        yield part
    else:
        for way in part.ways:
            for each in (*way.wanted, *way.unwanted):
                yield from terms(each)


def for_sqlite(part: Part) -> str:
    """An FTS5 expression: every term a string, so that nothing in it is an operator."""
    if isinstance(part, Term):
        return _sqlite_term(part)
    return " OR ".join(map(_sqlite_way, part.ways))


def _sqlite_way(way: AllOf) -> str:
    wanted = " AND ".join(map(_sqlite_part, way.wanted))
    if not way.unwanted:
        return f"({wanted})"
    return f"(({wanted}) NOT ({' OR '.join(map(_sqlite_part, way.unwanted))}))"


def _sqlite_part(part: Part) -> str:
    return _sqlite_term(part) if isinstance(part, Term) else f"({for_sqlite(part)})"


def _sqlite_term(term: Term) -> str:
    words = (plain_letters(form).replace(_QUOTE, " ") for form in _forms(term))
    forms = [f'"{form}"{" *" if term.prefix else ""}' for form in words]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


_QUOTE = '"'


def _forms(term: Term) -> list[str]:
    """`Tu-95` is also found as `Tu-95s`, `U.S.` as `US`, and the other way round."""
    words = term.words
    if term.prefix:
        return [words]
    if _DESIGNATION.fullmatch(words):
        return [words, words[:-1] if words.endswith("s") else f"{words}s"]
    bare = _POINTED.sub(lambda found: found[0].replace(".", ""), words)
    return list(dict.fromkeys((words, bare, _CAPITALS.sub(_pointed, bare))))


def _pointed(found: re.Match[str]) -> str:
    """`US` as `U.S.`; what is no capitals as it is."""
    word = found[0]
    return "".join(f"{letter}." for letter in word) if word.isupper() else word


def for_postgresql(part: Part) -> str:
    """A `to_tsquery` expression of quoted words."""
    if isinstance(part, Term):
        return _postgresql_term(part)
    return " | ".join(map(_postgresql_way, part.ways))


def _postgresql_way(way: AllOf) -> str:
    unwanted = (f"!{_postgresql_part(part)}" for part in way.unwanted)
    return f"({' & '.join([*map(_postgresql_part, way.wanted), *unwanted])})"


def _postgresql_part(part: Part) -> str:
    return _postgresql_term(part) if isinstance(part, Term) else f"({for_postgresql(part)})"


def _postgresql_term(term: Term) -> str:
    return f"({' | '.join(_postgresql_form(form, term.prefix) for form in _forms(term))})"


def _postgresql_form(form: str, prefix: bool) -> str:
    """Words one behind the other; `U.S.` is one, which the server reads as it does in a text."""
    quoted = [f"'{word}'" for word in re.findall(rf"{_POINTED.pattern}|\w+", form)]
    return f"{' <-> '.join(quoted)}{':*' if prefix else ''}"


def as_condition(part: Part, condition: Callable[[Term], str]) -> str:
    """The same in SQL, for terms that no index of words has: `condition` is that of one term."""
    if isinstance(part, Term):
        return condition(part)
    ways = [
        " AND ".join(
            [as_condition(each, condition) for each in way.wanted]
            + [f"NOT ({as_condition(each, condition)})" for each in way.unwanted]
        )
        for way in part.ways
    ]
    return f"({' OR '.join(f'({way})' for way in ways)})"
