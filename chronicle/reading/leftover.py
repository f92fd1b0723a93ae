"""What no entry claims, and why: the stretches between the entries, and lines that begin with a date in vain."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from chronicle.model import Document, Entry, Section
from chronicle.model.leftover import LeftOut
from chronicle.reading.grammar import match_date
from chronicle.reading.lines import ITEM_SIGNS
from chronicle.reading.markup import folded, plain
from chronicle.reading.openings import PARTING, Sign, sign_at, starts_text
from chronicle.reading.printed import nothing_but
from chronicle.reading.reader import Page, Places

BEFORE = "before the chronology"
BETWEEN = "between two chronologies"
AFTER = "behind the chronology"
ABOVE = "above the first date"
OVER = "heads the dates below it"
UNASKED = "section {}, which is not asked for"
APART = "a title, a page number, a running head or a caption"
IN_VAIN = "begins with a date, but opens no entry"

_LINE = re.compile(r"[^\n\f]+")
_PARAGRAPH = re.compile(r"[^\n\f]+(?:\n(?![^\S\n]*\n)[^\n\f]+)*")
_LEAD = re.compile(rf"[\s>#_|{ITEM_SIGNS}]*(?:[(\[]?\d{{1,3}}[.)\]]\s+(?=[A-Z\d]))?[*_]{{0,3}}")
_MARKUP = " \t\r\n\f#*_>|"  # a stretch can end in the signs before the next entry's date
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*\Z")
_NEAR = 80  # signs before a line in which the end of the paragraph above is looked for
_LETTER = re.compile(r"\w")


def left_out(document: Document, pages: Sequence[Page] = ()) -> tuple[LeftOut, ...]:
    """In the order of the text; lines that begin with a date in vain stand for themselves besides."""
    text = _Stretches(document.text, pages)
    found = [*_outside(document, text), *_inside(document, text), *_in_vain(document, text)]
    return tuple(sorted(found, key=lambda each: (each.location.start, each.why == IN_VAIN)))


def left_out_of(sections: Sequence[Section], document: Document, pages: Sequence[Page] = ()) -> tuple[LeftOut, ...]:
    """What is left out of a document of which only some sections are asked for: each of the others is one stretch."""
    text = _Stretches(document.text, pages)
    others = [(n, s.location) for n, s in enumerate(document.sections, 1) if s not in sections]
    kept = [
        each
        for each in left_out(document, pages)
        if not any(where.start <= each.location.start < where.end for _, where in others)
    ]
    unasked = [text.left_out(UNASKED.format(number), where.start, where.end) for number, where in others]
    return tuple(sorted((*kept, *unasked), key=lambda each: (each.location.start, each.why == IN_VAIN)))


def dated_lines(text: str, pages: Sequence[Page] = ()) -> tuple[LeftOut, ...]:
    """The lines of a text without a chronology that begin with a date."""
    stretches = _Stretches(text, pages)
    return tuple(stretches.left_out(IN_VAIN, *m.span()) for m in _LINE.finditer(text) if _begins_with_date(m[0]))


class _Stretches:
    def __init__(self, text: str, pages: Sequence[Page]) -> None:
        self._text = text
        self._places = Places(text, pages)

    def left_out(self, why: str, start: int, end: int) -> LeftOut:
        """The stretch without the blanks and the signs of markup around it, its words without those within."""
        words = self._text[start:end]
        start += len(words) - len(words.lstrip(_MARKUP))
        words = words.strip(_MARKUP)
        where = self._places.location(start, start + len(words))
        return LeftOut(why, sum(1 for line in words.splitlines() if line.strip()), folded(plain(words).text), where)


def _outside(document: Document, text: _Stretches) -> Iterator[LeftOut]:
    bounds = [0, *(at for s in document.sections for at in (s.location.start, s.location.end)), len(document.text)]
    last = len(document.sections)
    for number in range(last + 1):
        start, end = bounds[2 * number : 2 * number + 2]
        if start < end and _LETTER.search(document.text, start, end):
            yield text.left_out(AFTER if number == last else BETWEEN if number else BEFORE, start, end)


def _inside(document: Document, text: _Stretches) -> Iterator[LeftOut]:
    for section in document.sections:
        starts = [*(entry.location.start for entry in section.entries), section.location.end]
        ends = [section.location.start, *(entry.location.end for entry in section.entries)]
        for number, (start, end) in enumerate(zip(ends, starts, strict=True)):
            for paragraph in _PARAGRAPH.finditer(document.text, start, max(start, end)):
                if _LETTER.search(paragraph[0]) and not _is_told(section, paragraph[0]):
                    yield text.left_out(_why(paragraph[0], above=number == 0), *paragraph.span())


def _is_told(section: Section, paragraph: str) -> bool:
    """Whether it is the heading or the period of the section, which are shown as such."""
    words = folded(paragraph).strip(" #*_").casefold()
    is_heading = section.heading is not None and words == section.heading.strip(" #*_").casefold()
    return is_heading or (section.period_text is not None and section.period_text.casefold() in words)


def _why(paragraph: str, above: bool) -> str:
    words = paragraph[_lead(paragraph) :].strip(" \n*_:.")
    printed = match_date(words)
    if printed is not None and nothing_but(words, printed):
        return OVER
    return ABOVE if above else APART


def _in_vain(document: Document, text: _Stretches) -> Iterator[LeftOut]:
    entries: list[Entry] = [entry for section in document.sections for entry in section.entries]
    starts = sorted(entry.location.start for entry in entries)
    for line in _LINE.finditer(document.text):
        opens = bisect_left(starts, line.start()) < bisect_left(starts, line.end())
        if not opens and (_begins_with_date(line[0]) or _looks_like_entry(document, line)):
            yield text.left_out(IN_VAIN, *line.span())


def _looks_like_entry(document: Document, line: re.Match[str]) -> bool:
    """Whether a paragraph within a section begins with a day and a text that no sign parts: `Sept 5 Talks go on.`"""
    at, spans = line.start(), [(section.location.start, section.location.end) for section in document.sections]
    if not _BLANK_LINE.search(document.text, max(0, at - _NEAR), at) or not any(a <= at < b for a, b in spans):
        return False
    words = line[0][_lead(line[0]) :][:120].replace("*", "")
    printed = match_date(words)
    if printed is None or not (printed.first.day and printed.first.month) or printed.short:
        return False
    sign = sign_at(words, printed.end)
    return sign is not None and sign[0] in (Sign.BLANK, Sign.COMMA) and starts_text(words[sign[1] :])


def _lead(line: str) -> int:
    m = _LEAD.match(line)
    return m.end() if m else 0


def _begins_with_date(line: str) -> bool:
    """A date at the head of a line, after bullets and ordinals, with a colon, a dash or a cell's end behind it."""
    words = line[_lead(line) :][:120].replace("*", "")
    printed = match_date(words)
    if printed is None:
        return False
    sign = sign_at(words, printed.end)
    return sign is not None and sign[0] in PARTING and _LETTER.search(words, sign[1]) is not None
