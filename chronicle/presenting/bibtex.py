"""BibTeX: the documents that the events cite, as `@article` of a journal, else as `@misc`."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from chronicle.model import Event, Source
from chronicle.presenting.cells import plain
from chronicle.presenting.works import MONTHS, author, cited, key, published

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
# An address is printed as it is, but for what would break the entry.
_URL = re.compile(r"[\\{} ]")
_SPELLED = {
    # BibTeX counts braces, escaped or not.
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def write(events: Iterable[Event], file: TextIO) -> None:
    file.writelines(f"{entry(source)}\n" for source in cited(events))


def entry(source: Source) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source))
    return f"@{'article' if source.publication else 'misc'}{{{key(source)},\n{fields}}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    issued = published(source)
    texts = {
        "author": " and ".join(map(_author, source.authors)),
        # The inner braces keep the capitals as they are printed.
        "title": f"{{{escape(source.title or source.section or source.file)}}}",
        "journal": escape(source.publication),
        "volume": escape(source.volume),
        "number": escape(source.number),
        "year": str(issued[0]) if issued else "",
        "url": _URL.sub(lambda sign: f"%{ord(sign[0]):02X}", plain(source.url or "")),
    }
    yield from ((name, f"{{{text}}}") for name, text in texts.items() if text)
    if len(issued) > 1:
        yield "month", MONTHS[issued[1] - 1][:3].lower()


def _author(printed: str) -> str:
    """`Family, Given`; a name of one word in braces, which keeps it whole."""
    family, given = author(escape(printed))
    return f"{family}, {given}" if given else f"{{{family}}}"


def escape(text: str | None) -> str:
    """The text as LaTeX prints it."""
    return _SPECIAL.sub(lambda sign: _SPELLED.get(sign[0], f"\\{sign[0]}"), plain(text or ""))
