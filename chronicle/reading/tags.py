"""HTML cut into words and tags, in one pass, whatever the markup.

No tree is built: of the parsers tried, lexbor takes quadratic time and memory for tags nested without
end, and libxml2 drops what is nested 256 deep. A pass over the tags does neither.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

# A value in quotes may hold a `>`; a quote that is not closed holds nothing.
_TAG = re.compile(
    r"<(?:(?P<closes>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
    r"|!--|[!?/][^>]*+>|(?P<unfinished>[a-zA-Z/!?]))"
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")

Tag = re.Match[str]


def attributes(written: str) -> dict[str, str]:
    """A tag's attributes; of two with one name the first."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(written):
        found.setdefault(m[1].lower(), unescape(m[2] or m[3] or m[4] or ""))
    return found


class Pieces:
    """The words of a page, their entities resolved, and its tags: matches with `closes`, `name`, `attributes`.

    A tag or a comment without an end takes the rest of the page with it, as in a browser.
    """

    def __init__(self, page: str) -> None:
        self._page = page
        self._at = 0
        self._endless: set[str] = set()

    def __iter__(self) -> Iterator[str | Tag]:
        page, search = self._page, _TAG.search
        while (m := search(page, self._at)) is not None:
            start, before = m.start(), self._at
            if start > before:
                yield _words(page[before:start])
            self._at = m.end()
            if m.lastgroup == "attributes":
                yield m
            elif m.lastgroup == "unfinished":
                return
            elif m[0] == "<!--":
                end = page.find("-->", self._at - 2)
                self._at = len(page) if end < 0 else end + 3
        if self._at < len(page):
            yield _words(page[self._at :])

    def raw(self, name: str) -> str:
        """Goes on behind an element that holds no markup; returns what it holds."""
        start = self._at
        m = _tags_named(name, "/").search(self._page, start)
        self._at = m.start() if m else len(self._page)
        return self._page[start : self._at]

    def ahead(self, name: str, most: int) -> str:
        """What stands before the next end of an element, if that is not further away; nothing is taken."""
        near = self._page[self._at : self._at + most]
        end = _tags_named(name, "/").search(near)
        return near[: end.start()] if end else ""

    def before(self, tag: Tag, most: int) -> str:
        """What stands before a tag, and no more than so many characters of it."""
        return self._page[max(0, tag.start() - most) : tag.start()]

    def skip(self, name: str) -> None:
        """Goes on behind an element and all within it; one that has no end is not skipped."""
        if name in self._endless:
            return
        depth = 1
        for m in _tags_named(name, "/?").finditer(self._page, self._at):
            depth += -1 if m[0][1] == "/" else 1
            if not depth:
                self._at = m.start()
                return
        self._endless.add(name)


@cache
def _tags_named(name: str, closes: str) -> re.Pattern[str]:
    return re.compile(rf"<{closes}{re.escape(name)}(?=[\s/>])", re.IGNORECASE)


def _words(text: str) -> str:
    return unescape(text) if "&" in text else text
