"""Links of Markdown whose addresses stand apart: `[text][1]`, `[text][]` or `[text]`, and `[1]: https://...` below."""

import re
from collections.abc import Iterator, Mapping

from chronicle.reading.mapped import Edit

# Of an address in angle brackets or without, a title behind it may be left out.
_DEFINED = re.compile(
    r"^[ \t]{0,3}\[(?P<key>[^\[\]\n^][^\[\]\n]{0,80})\]:[ \t]{1,9}"
    r"<?(?P<url>(?:[a-z]{3,6}:|/|#|\.|www\.)[^\s<>()]{1,1000})>?(?:[ \t]+[\"'(][^\n]{0,300}[\"')])?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_USED = re.compile(r"\[(?P<text>[^\[\]\n]{1,300})\](?:\[(?P<key>[^\[\]\n]{0,80})\])?(?![(:\[])")


def in_line(text: str) -> Iterator[Edit]:
    """The edits that put each address where its link stands, and leave out the lines that tell it.

    A number in brackets is a note's, whatever address it has: `... in Lind.[1]`.
    """
    defined = list(_DEFINED.finditer(text)) if "]:" in text else []
    addresses = {_folded(m["key"]): m["url"] for m in reversed(defined)}
    edits = [Edit(*m.span()) for m in defined]
    if addresses:
        edits += _linked(text, addresses)
    yield from sorted(edits, key=lambda edit: edit.start)


def _linked(text: str, addresses: Mapping[str, str]) -> Iterator[Edit]:
    for m in _USED.finditer(text):
        url = addresses.get(_folded(m["key"] or m["text"]))
        if url is not None and not m["text"].isdecimal():
            yield Edit(m.end("text"), m.end(), f"]({url})")


def _folded(key: str) -> str:
    return " ".join(key.split()).casefold()
