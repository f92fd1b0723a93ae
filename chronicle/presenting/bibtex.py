"""BibTeX: the documents that the events cite, as `@article` of a journal, else as `@misc`."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from chronicle.model import Event, Source
from chronicle.presenting.cells import plain
from chronicle.presenting.works import MONTHS, NOBODY, FamilyFirst, Name, author, cited, key, published

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
# An address is printed as it is, but for what would break the entry.
_URL = re.compile(r"[\\{} ]")
_SPELLED = {
    # BibTeX counts braces, escaped or not.
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def write(events: Iterable[Event], file: TextIO, *, family_first: FamilyFirst = NOBODY) -> None:
    file.writelines(f"{entry(source, family_first)}\n" for source in cited(events))


def entry(source: Source, family_first: FamilyFirst = NOBODY, part: str | None = None, note: str = "") -> str:
    """`part` makes the key that of a part of the document, which `note` describes."""
    own_key = "-".join([key(source, family_first), *([part] if part else [])])
    told = [*_fields(source, family_first), *([("note", f"{{{escape(note)}}}")] if note else [])]
    fields = "".join(f"  {name} = {value},\n" for name, value in told)
    return f"@{'article' if source.publication else 'misc'}{{{own_key},\n{fields}}}\n"


def _fields(source: Source, family_first: FamilyFirst) -> Iterator[tuple[str, str]]:
    issued = published(source)
    texts = {
        "author": " and ".join(_author(author(printed, family_first)) for printed in source.authors),
        # The inner braces keep the capitals as they are printed.
        "title": f"{{{escape(source.called)}}}",
        "journal": escape(source.publication),
        "volume": escape(source.volume),
        "number": escape(source.number),
        "year": str(issued[0]) if issued else "",
        "url": _URL.sub(lambda sign: f"%{ord(sign[0]):02X}", plain(source.url or "")),
    }
    yield from ((name, f"{{{text}}}") for name, text in texts.items() if text)
    if len(issued) > 1:
        yield "month", MONTHS[issued[1] - 1][:3].lower()


def _author(name: Name) -> str:
    """`Family, Given`; a name of one word in braces, which keeps it whole."""
    family, given = escape(name.family), escape(name.given)
    return f"{family}, {given}" if given else f"{{{family}}}"


def escape(text: str | None) -> str:
    """The text as LaTeX prints it."""
    return _SPECIAL.sub(lambda sign: _SPELLED.get(sign[0], f"\\{sign[0]}"), plain(text or ""))
