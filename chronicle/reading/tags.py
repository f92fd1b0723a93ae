"""HTML cut into words and tags, in one pass, whatever the markup.

No tree is built: of the parsers tried, lexbor takes quadratic time and memory for tags nested without
end, and libxml2 drops what is nested 256 deep. A pass over the tags does neither.
"""

import re
from collections.abc import Generator, Iterator
from html import unescape
from typing import NamedTuple

# A value in quotes may hold a `>`; a quote that is not closed holds nothing.
_TAG = re.compile(
    r"<(?:(?P<closes>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
    r"|!--|[!?/][^>]*+>|(?P<unfinished>[a-zA-Z/!?]))"
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")

# Elements whose content is no markup; of them only the title holds words.
RAW = frozenset("script style noscript iframe noembed noframes textarea xmp title".split())
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Tag(NamedTuple):
    """A tag as it stands in the page; `raw` is the content of an element that holds no markup."""

    name: str
    closes: bool
    attributes: str
    raw: str = ""


def attributes(written: str) -> dict[str, str]:
    """A tag's attributes; of two with one name the first."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(written):
        found.setdefault(m[1].lower(), unescape(m[2] or m[3] or m[4] or ""))
    return found


def pieces(page: str) -> Iterator[str | Tag]:
    """Words, their entities resolved, and tags in turn. A tag or a comment without an end takes the rest with it."""
    at = 0
    while at < len(page):
        at, found = yield from _to_next_raw(page, at)
        if found:
            end = _raw_end(page, found.name, at)
            yield found._replace(raw=page[at:end])
            at = end


def _to_next_raw(page: str, at: int) -> Generator[str | Tag, None, tuple[int, Tag | None]]:
    """Yields up to an element whose content is no markup, or up to a comment; returns where to go on."""
    for m in _TAG.finditer(page, at):
        if m.start() > at:
            yield _words(page[at : m.start()])
        at = m.end()
        if m.lastgroup == "attributes":
            tag = Tag(m["name"].lower(), bool(m["closes"]), m["attributes"])
            if tag.name in RAW and not tag.closes:
                return at, tag
            yield tag
        elif m[0] == "<!--":
            return _behind(page, "-->", at - 2), None
        elif m.lastgroup == "unfinished":
            return len(page), None
    yield _words(page[at:])
    return len(page), None


def _words(text: str) -> str:
    return unescape(text) if "&" in text else text


def _behind(page: str, sign: str, at: int) -> int:
    found = page.find(sign, at)
    return len(page) if found < 0 else found + len(sign)


def _raw_end(page: str, name: str, at: int) -> int:
    found = _RAW_ENDS[name].search(page, at)
    return found.start() if found else len(page)
