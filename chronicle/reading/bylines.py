"""The authors that a text names above its chronology: with `By`, or with where they work, beside or below them.

What is not surely a person's name is none: titles, offices, desks and agencies are left out.
"""

import re
from collections.abc import Iterator, Sequence

from chronicle.reading.givennames import has_hyphen
from chronicle.reading.namewords import (
    BODIES,
    HONORIFICS,
    NO_PERSON,
    OF_STATES,
    PARTICLES,
    PERIODICALS,
    ROLES,
    SUFFIXES,
)

_BY = re.compile(r"(?:(?:text|written|story|article|compiled|prepared)\s+)?by\b\s?:?\s*|authors?\s?:\s*", re.IGNORECASE)
_BEHIND = re.compile(r"\s[|·•–—]\s.*$|[,;:]\s*$")
_FOR = re.compile(r"\s(?:for|in|at|from)\s.*$")
_AND = re.compile(r"(?P<sign>\s*;\s*|\s*,?\s*&\s*|\s*,?\s+and\s+)", re.IGNORECASE)
_ON_NEXT_LINE = re.compile(r"(?:and|&)\s+(?=\S)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?P<words>[^()]*)\)")
_DOCTOR = re.compile(r"(?:Dr|Prof)\b|Professor\b")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'‘-])*")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_NOTE_SIGNS = re.compile(r"(?<=[^\W\d_])[*†‡§]{1,3}(?=$|[\s,;])")  # `Ann Author* and Ben Writer**`
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST, _MOST_WORDS, _HEAD_LINES = 200, 5, 20


def authors_in(head: Sequence[str], below: int) -> tuple[str, ...]:
    """The persons whom the lines of a head name; at `below`, under the title, a name may stand alone above its body."""
    if said := authors_said(head):
        return said
    lines = _stripped(head)
    for number, line in enumerate(lines):
        if found := _named(line, of_states=number == below):
            return _cased((*found, *_further(lines, number + 1)))
    return _cased(tuple(_above_bodies(lines, below)))


def authors_said(lines: Sequence[str]) -> tuple[str, ...]:
    """Those behind the first `By` or `Author:` that names a person."""
    lines = _stripped(lines)
    for number in range(len(lines)):
        if found := _said(lines, number):
            return _cased((*found, *_further(lines, number + 1)))
    return ()


def _stripped(lines: Sequence[str]) -> list[str]:
    return [_NOTE_SIGNS.sub("", line.strip()) for line in lines[:_HEAD_LINES]]


def is_byline(line: str) -> bool:
    """`By Ann Author`, `By our staff`, `Ann Author, Coastal University`."""
    led = _BY.match(line)
    return len(line) < _LONGEST and ((led is not None and not line.endswith(".")) or bool(_named(line)))


def is_of_body(line: str) -> bool:
    """Whether a line names a body or an office in one: `Senior Fellow, Coastal Institute`."""
    return len(line) < _LONGEST and line[:1].isupper() and not _ends(line) and bool(_words_of(line) & (BODIES | ROLES))


def is_person(words: str) -> bool:
    """Whether words have the form of a person's name: `Ann B. van Author`, `Low Boon Teck`, no `Senior Fellow`."""
    tokens = _tokens(words)
    names = [token for token in tokens if token not in PARTICLES]
    if not 2 <= len(names) <= len(tokens) <= _MOST_WORDS or tokens[0] is not names[0]:
        return False
    if not all(map(_is_name, names)) or _INITIAL.fullmatch(names[-1]) or len(names[0]) == 1:
        return False
    return not {word for word in _words_of(" ".join(tokens)) if len(word) > 1} & NO_PERSON


def _tokens(words: str) -> list[str]:
    """The words of a name without a title before it and what stands behind it."""
    tokens = words.split()
    while tokens and tokens[0].casefold().strip(".") in HONORIFICS:
        tokens = tokens[1:]
    while tokens and tokens[-1].casefold().strip(".,") in SUFFIXES:
        tokens = tokens[:-1]
    return tokens


def _is_name(token: str) -> bool:
    if not token[0].isupper() or not _TOKEN.fullmatch(token):
        return False
    if _INITIAL.fullmatch(token):
        return True
    return "." not in token and len(token) > 1 and re.search("[aeiouy]", token, re.IGNORECASE) is not None


def _said(lines: Sequence[str], number: int) -> tuple[str, ...]:
    """Behind `By` or `Author:`, whose names may begin on the next line."""
    led = _BY.match(lines[number])
    if led is None or _ends(lines[number]) or len(lines[number]) > _LONGEST:
        return ()
    rest = lines[number][led.end() :] or "".join(lines[number + 1 : number + 2])
    return _named(rest, said=True)


def _further(lines: Sequence[str], number: int) -> Iterator[str]:
    """Those on the next lines: `and Ben Writer, ...`, or each with a body, beside or below."""
    while number < len(lines):
        joined = _ON_NEXT_LINE.match(lines[number])
        found = _named(lines[number][joined.end() if joined else 0 :], said=joined is not None)
        if not found:
            return
        yield from found
        number += 1


def _named(line: str, *, said: bool = False, of_states: bool = True) -> tuple[str, ...]:
    """The names in a line of authors; where nothing says that it is one, somebody's body has to stand in it.

    Elsewhere than below the title one of states does not do: `Ann Minister, Committee for Trade` is in the news.
    """
    if len(line) > _LONGEST or _ends(line):
        return ()
    bodies = [m["words"] for m in _BRACKET.finditer(line)]
    words = _BRACKET.sub("", line)
    groups = _groups(_BEHIND.sub("", words) if said else words.rstrip(" ,;"))
    bodies += [part for _, _, behind in groups for part in behind]
    works = any(_is_work(part, of_states=of_states) for part in bodies)
    if not (said or works or _DOCTOR.match(line)) or not is_person(groups[0][1]):
        return ()
    listed = len(groups) > 1 and all(map(is_person, bodies)) and not groups[-1][2]
    return tuple(name for _, name, behind in _taken(groups) for name in (name, *(behind if listed else ())))


_Group = tuple[str, str, list[str]]


def _groups(words: str) -> list[_Group]:
    """What stands between the signs that join authors: the sign before, the first part, what a comma parts from it."""
    pieces = ["", *_AND.split(words)]
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return [(sign.strip(), *_parted(text)) for sign, text in pairs]


def _parted(text: str) -> tuple[str, list[str]]:
    first, *behind = (part.strip() for part in text.split(", "))
    return _FOR.sub("", first), [part for part in behind if part]


def _taken(groups: Sequence[_Group]) -> Iterator[_Group]:
    """The groups that begin with a person, and not within the name of a body: `Institute for Law and Social Order`."""
    inside = False
    for sign, name, behind in groups:
        parted = sign.startswith((",", ";")) or (sign == "&" and any(map(is_of_body, behind)))
        if is_person(name) and (not inside or parted):
            yield sign, name, behind
            inside = bool(behind)
        else:
            inside = True


def _above_bodies(lines: Sequence[str], number: int) -> Iterator[str]:
    """Names on lines of their own, each above the body, right below the title; two with initials need none."""
    while number < len(lines):
        names = [name for name in _AND.split(lines[number])[::2] if name]
        if not names or not all(map(is_person, names)):
            return
        below = lines[number + 1] if number + 1 < len(lines) else ""
        told = is_of_body(below) and not is_person(below)
        if not told and not (len(names) > 1 and any(_INITIAL.fullmatch(name.split()[0]) for name in names)):
            return
        yield from names
        number += 2


def _is_work(words: str, *, of_states: bool) -> bool:
    """Whether words say where or as what an author works: `Coastal Institute`, `Senior Fellow`, `Northern Review`."""
    if not words[:1].isupper():
        return False
    told = BODIES | ROLES if of_states else (BODIES | ROLES) - OF_STATES
    return bool(_words_of(words) & told) or words.split()[-1].casefold() in PERIODICALS


def _ends(line: str) -> bool:
    """Whether a sentence ends here: a full stop that is no initial's and no suffix's."""
    last = line.split()[-1] if line.split() else ""
    return line.endswith((".", "!", "?")) and not (_INITIAL.fullmatch(last) or last.casefold().strip(".") in SUFFIXES)


def _words_of(line: str) -> set[str]:
    return {word.casefold() for word in _WORDS.findall(line)}


def _cased(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once, without titles; what is printed in capitals alone as names are written."""
    return tuple(dict.fromkeys(_written(" ".join(_tokens(name))) for name in names))


def _written(name: str) -> str:
    if not name.isupper():
        return name
    written = name.title()
    head, sign, rest = written.rpartition("-")
    return f"{head}-{rest.lower()}" if sign and has_hyphen(head + sign, rest.lower()) else written
