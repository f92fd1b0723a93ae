"""The lines of a text, each with what leads it: heading signs, bullets, ordinals, the bars of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.mapped import Mapped

BULLETS = "•●◦○■□▪▲△▶►▼◆◇★☆‣※➢✓✔"  # which lead an item with or without a blank behind them
ITEM_SIGNS = rf"{BULLETS}*+·§¤→»–—\-"  # the same and those that need a blank
LETTERED = r"(?!c\.)(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})"  # which counts an item: `B.`, `(c)`, `iv)`; none is `c. 1890`
# A date that no name with an initial before it could be: `A. March 1994`, `b) 1971:`, `(ii) 12 May`.
_DATED = (
    rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:{MONTH})(?:[\s.,–-]{{1,3}}(?:\d|{MONTH})|\s?[:–—]\s)"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?"
    rf"(?:\sof)?\s(?:{MONTH})\b|{YEAR}(?:\s?[–-]\s?\d{{2,4}})?\s?[:–—-]"
)
_LEAD = re.compile(
    r"\s*(?:>\s?){0,4}"
    r"(?P<head>#{1,6}\s+)?"
    r"(?P<row>\|\s{0,2}(?:\|\s{0,2}){0,3})?"
    rf"(?P<bullet>(?:[{ITEM_SIGNS}]|-{{2,3}}|o(?=\s))\s+|[{BULLETS}]\s*"
    rf"|-(?={MONTH}\s-\s)|[-_—](?=(?:{MONTH}(?:[\s,.–-]{{1,3}}(?:{MONTH}|\d{{1,2}}|{YEAR})){{0,4}}|{YEAR})\s?:))?"
    r"(?P<ordinal>[(\[]?\d{1,3}[.)\]]\s+(?=[A-Z\d]|(?:c\.|ca\.?|circa|early|mid|late)[\s-])"
    rf"|(?!{YEAR})\d{{1,4}}\s?\|\s+|[(\[]?{LETTERED}[.)\]]\s+(?={_DATED}))?"
)
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$|\s*[-=_*~]{3,}\s*$")


class Line(NamedTuple):
    """One line: `start` to `end` in the clean text, its words from `body` on.

    `gap` is true if a blank line, a page break or a sign such as a bullet parts it from the line before.
    `heading` is true for Markdown headings, `row` for a row of a table, `inline` for the rest of a line
    that was cut before a date, `empty` the number of empty cells that a row begins with, `sign` the sign of
    a bullet.
    """

    start: int
    body: int
    end: int
    text: str
    gap: bool
    heading: bool = False
    bullet: bool = False
    row: bool = False
    inline: bool = False
    ordinal: int | None = None
    empty: int = 0
    sign: str = ""


def lines_of(clean: Mapped, cuts: Sequence[int] = ()) -> tuple[Line, ...]:
    """The lines that hold words; `cuts` are offsets within lines where a further line is to begin."""
    return tuple(_lines(clean.text, cuts))


def _lines(text: str, cuts: Sequence[int]) -> Iterator[Line]:
    gap = True
    for start, end, inline in _stretches(text, cuts):
        words = text[start:end]
        if not words.strip() or _TABLE_RULE.match(words):
            gap = True
            continue
        line = _line(text, start, end, gap, inline)
        if line is not None:
            yield line
        gap = False


def _stretches(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    pages = {m.start() for m in re.finditer("\f", text)}
    ends = [*pages, *(m.start() for m in re.finditer("\n", text))]
    bounds = sorted({0, *(e + 1 for e in ends), *cuts, len(text)})
    cut = set(cuts)
    for start, following in pairwise(bounds):
        end = following - 1 if following - 1 in pages or text[following - 1 : following] == "\n" else following
        yield start, end, start in cut


def _line(text: str, start: int, end: int, gap: bool, inline: bool) -> Line | None:
    """The line of a stretch that is not blank; None if nothing stands behind its signs."""
    lead = None if inline and text[start].isalnum() else _LEAD.match(text, start, end)
    body = lead.end() if lead else start
    if lead is None or not start < body < end:
        words = text[start:end].rstrip()
        return Line(start, start, start + len(words), words, gap or inline, inline=inline)
    signs = lead.groupdict()
    words = text[body:end].rstrip(" |" if signs["row"] else None)
    if not words.strip():
        return None
    return Line(
        start, body, body + len(words), words, gap or inline or any(signs.values()),
        heading=bool(signs["head"]), bullet=bool(signs["bullet"]), row=bool(signs["row"]), inline=inline,
        ordinal=_ordinal(signs["ordinal"] or ""),
        empty=max(0, (signs["row"] or "").count("|") - 1), sign=(signs["bullet"] or "").strip(),
    )  # fmt: skip


def _ordinal(printed: str) -> int | None:
    """What counts a line; a number in square brackets is a note's, and letters only count."""
    number = re.sub(r"\D", "", printed)
    return int(number) if number and printed[0] != "[" else None
