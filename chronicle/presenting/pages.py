"""Markdown to read: everything of each event under a heading of its own. Data is escaped, so that it stays data."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from chronicle.model import Event
from chronicle.presenting.cells import plain
from chronicle.presenting.columns import short_date
from chronicle.presenting.detail import lines
from chronicle.presenting.markdown import escape

# The heading and the paragraph below it have said these.
_SAID = ("headline", "text")
_HEADING = 120
# At the head of a paragraph these would open a list or an underlined heading.
_OPENING = re.compile(r"^(\d*)(?=[-+=.)])")


def write(events: Iterable[Event], file: TextIO) -> None:
    file.write("# Events\n")
    for event in events:
        file.writelines(f"\n{block}\n" for block in _blocks(event))


def _blocks(event: Event) -> Iterator[str]:
    yield f"## {_inline(short_date(event))}: {_inline(_shortened(event.headline))}"
    yield _paragraph(event.text)
    yield "\n".join(_items(event))


def _items(event: Event) -> Iterator[str]:
    """What `chronicle show` says of it; a label that repeats gets its values beneath it."""
    told = [line for line in lines(event) if line[0] not in _SAID]
    if event.source:
        told.append(("document", event.source.id))
    for label, pairs in groupby(told, key=lambda line: line[0]):
        values = [_inline(value) for _, value in pairs]
        if len(values) == 1:
            yield f"- {label}: {values[0]}"
        else:
            yield f"- {label}:"
            yield from (f"    - {value}" for value in values)


def _shortened(headline: str) -> str:
    """A heading's length; the whole sentence stands in the text below it."""
    if len(headline) <= _HEADING:
        return headline
    return f"{headline[:_HEADING].rpartition(' ')[0] or headline[:_HEADING]} …"


def _inline(text: str) -> str:
    return escape(plain(text))


def _paragraph(text: str) -> str:
    return _OPENING.sub(r"\1\\", _inline(text))
