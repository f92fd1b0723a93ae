"""How many pieces the forms of a PDF draw, asked before PDFium unfolds them.

A form may draw forms that draw forms: a thousand bytes unfold to more than any memory holds. What a form draws is
told by its content (`/Name Do`) and by the names of its resources.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.reading.pdf.unpacking import dictionary_before, streams

_DO = re.compile(rb"/([^\s/<>\[\]()%]{1,80})\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()%]{1,80})\s+(\d{1,9})\s+\d{1,5}\s+R")
_LENT = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,9})\s+\d{1,5}\s+R")
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_NUMBERS = re.compile(rb"\d{1,9}")
_SHOWN = re.compile(rb"T[jJ]\b|\bDo\b")
_LONGEST = 4_000  # bytes of a dictionary of resources
_LARGE = 1_000  # pieces of a form that a page must not draw without end
_DEEPEST = 40  # forms within forms: PDFium goes no deeper


@dataclass(frozen=True, slots=True)
class _Form:
    """How many pieces it draws itself, and which objects it calls, how often."""

    pieces: int
    calls: Counter[int]


def draws_more(data: bytes, most: int) -> bool:
    """Whether a form draws more than so many pieces, its own and those of the forms that it calls.

    A page that calls a large form again and again counts as one that calls its forms so often in all.
    """
    if b"/Form" not in data:
        return False
    forms = dict(_forms(data))
    known: dict[int, int] = {}
    largest = max((_drawn(number, forms, known, most, 0) for number in forms), default=0)
    return largest > most or (largest > _LARGE and any(largest * calls > most for calls in _calls(data)))


def _calls(data: bytes) -> Iterator[int]:
    """How often each stream that is neither form nor picture calls one."""
    for start, end in streams(data):
        said = dictionary_before(data, start)[1]
        if b"/Subtype" not in said and b"/Type" not in said:
            yield len(_DO.findall(_content(data[start:end], said)))


def _drawn(number: int, forms: dict[int, _Form], known: dict[int, int], most: int, depth: int) -> int:
    """The pieces that a form draws; a form that calls itself is not called again."""
    if number not in known:
        known[number] = 0
        form = forms.get(number)
        if form is not None and depth < _DEEPEST:
            called = (times * _drawn(child, forms, known, most, depth + 1) for child, times in form.calls.items())
            known[number] = min(most + 1, form.pieces + sum(called))
    return known[number]


def _forms(data: bytes) -> Iterator[tuple[int, _Form]]:
    lent: dict[int, bytes] | None = None
    for start, end in streams(data):
        number, said = dictionary_before(data, start)
        if number is None or b"/Form" not in said:
            continue
        content = _content(data[start:end], said)
        called = Counter(_DO.findall(content))
        if called and _LENT.search(said):
            lent = dict(_dictionaries(data)) if lent is None else lent
            said += b" ".join(lent.get(int(each), b"") for each in _LENT.findall(said))
            said += b" ".join(lent.get(int(each), b"") for each in _LENT.findall(said))
        names = {name: int(child) for name, child in _NAMED.findall(said)}
        calls: Counter[int] = Counter()
        for name, times in called.items():
            if name in names:
                calls[names[name]] += times
        yield number, _Form(1 + len(_SHOWN.findall(content)), calls)


def _content(packed: bytes, said: bytes) -> bytes:
    if b"/Fl" not in said:
        return packed
    try:
        return zlib.decompressobj().decompress(packed.strip(b"\r\n"))
    except zlib.error:
        return b""


def _dictionaries(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The beginning of each object that is no stream, those that are packed together too."""
    for m in _OBJECT.finditer(data):
        yield int(m[1]), data[m.end() : m.end() + _LONGEST].partition(b"endobj")[0]
    for start, end in streams(data):
        _, said = dictionary_before(data, start)
        if b"/ObjStm" in said:
            yield from _packed(_content(data[start:end], said), said)


def _packed(content: bytes, said: bytes) -> Iterator[tuple[int, bytes]]:
    first = re.search(rb"/First\s+(\d{1,9})", said)
    if first is None:
        return
    begin = int(first[1])
    places = [int(each) for each in _NUMBERS.findall(content[:begin])]
    for number, at in zip(places[::2], places[1::2], strict=False):
        yield number, content[begin + at : begin + at + _LONGEST]
