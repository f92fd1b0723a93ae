"""Where entries may open: a date at the head of a line and what parts it from the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from chronicle.reading.grammar import DASHES, MONTH, MONTHS, YEAR, Printed, match_date
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped


class Sign(Enum):
    """What stands between the date and the text."""

    COLON = "colon"
    DASH = "dash"
    CELL = "cell"
    END = "end of line"
    STOP = "full stop"
    COMMA = "comma"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Opening:
    """A date that may open an entry. All offsets count in the clean text; `line` is the line's number."""

    line: int
    printed: Printed
    date_text: str
    sign: Sign
    text_start: int
    bold: bool

    @property
    def has_year(self) -> bool:
        return self.printed.first.year is not None or (
            self.printed.last is not None and self.printed.last.year is not None
        )

    @property
    def has_day(self) -> bool:
        return self.printed.first.day is not None

    @property
    def is_bare_day(self) -> bool:
        return self.has_day and self.printed.first.month is None


_SIGNS = re.compile(
    rf"\s?(?:(?P<cell>\|\s?)|(?P<colon>[.,]?\s?[:;：]\s?(?:[{DASHES}]{{1,2}}\s)?)"
    rf"|(?P<dash>[.,]?(?:[{DASHES}]{{1,3}}\s|(?<=\s)[{DASHES}]{{1,3}}|—{{1,2}}|--))\s?"
    r"|(?P<end>[.,]?\s*$)|(?P<stop>\.\s)|(?P<comma>,\s)|(?P<blank>(?<=\s)))"
)
_KINDS = {
    "cell": Sign.CELL, "colon": Sign.COLON, "dash": Sign.DASH, "end": Sign.END,
    "stop": Sign.STOP, "comma": Sign.COMMA, "blank": Sign.BLANK,
}  # fmt: skip
_MISSPELT = re.compile(
    rf"([A-Z][A-Za-z]{{2,10}})(\.?\s?\d{{1,2}}(?:\s?[{DASHES}]\s?\d{{1,2}})?,?\s{YEAR}\s?:)"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$|[”\"]$")
_INLINE_DATE = re.compile(
    rf"(?<=[\s*])(?:{MONTH}\s?\d{{1,2}}(?!\d)|\d{{1,2}}\s(?:{MONTH}))(?=[^:;\n]{{0,40}}?\s?[:;]|\s?[—–-])",
    re.IGNORECASE,
)
_STARTS_TEXT = re.compile(r"[\s]*[\"'“‘(\[«]*(?:[A-Z\d$€£¥]|[^\x00-\x7f])")


def opening_of(line: Line, number: int, clean: Mapped) -> Opening | None:
    """The date at the head of a line, after bullets and ordinals, with the sign behind it."""
    for head in dict.fromkeys((line.body, _ordinal_start(line, clean.text))):
        words = clean.text[head : line.end]
        printed = match_date(words, bare_days=True) or _misspelt(words)
        if printed is None:
            continue
        found = _sign(words, printed.end)
        if found is None:
            continue
        sign, after = found
        opening = Opening(
            number, printed, words[printed.start : printed.end].strip(), sign, head + after,
            _is_bold(clean, head, head + printed.end),
        )  # fmt: skip
        if head == line.body or (opening.has_day and opening.printed.first.month):
            return opening
    return None


def _ordinal_start(line: Line, text: str) -> int:
    """`5. May 2010` is a date, not an ordinal before `May 2010`: the place of the number, if that can be."""
    lead = re.search(r"\d{1,2}\.\s$", text[line.start : line.body])
    return line.start + lead.start() if lead else line.body


def _misspelt(words: str) -> Printed | None:
    """A month with a slip of the pen, only where everything else is a whole date with its colon."""
    m = _MISSPELT.match(words)
    if m is None:
        return None
    near = get_close_matches(m[1].lower(), MONTHS, 1, 0.75)
    if not near:
        return None
    name = near[0][:3].title()
    printed = match_date(name + m[2])
    if printed is None:
        return None
    moved = len(m[1]) - len(name)
    return Printed(0, printed.end + moved, printed.first, printed.last, printed.approximate)


def _sign(words: str, at: int) -> tuple[Sign, int] | None:
    m = _SIGNS.match(words, at)
    if m is None or m.lastgroup is None:
        return None
    return _KINDS[m.lastgroup], m.end()


def _is_bold(clean: Mapped, start: int, end: int) -> bool:
    return any(m.url is None and m.start <= start + 1 and m.end >= end - 1 for m in clean.marks)


def starts_text(text: str) -> bool:
    """Whether a text begins as an entry's does: a capital, a digit, a quotation mark, another script."""
    return _STARTS_TEXT.match(text) is not None


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text.rstrip()) is not None


def inline_openings(text: str) -> list[int]:
    """Offsets of dates within lines that open an entry: behind a sentence's end, with year and colon."""
    found = []
    last = 0
    for m in _INLINE_DATE.finditer(text):
        at = m.start()
        if at < last or not _follows_sentence(text, at):
            continue
        printed = match_date(text, at)
        if printed is None or printed.first.day is None:
            continue
        sign = _sign(text[printed.end : printed.end + 8] + " x", 0)
        has_year = printed.first.year is not None or (
            printed.last is not None and printed.last.year is not None
        )
        if (
            sign
            and has_year
            and sign[0] is Sign.COLON
            and starts_text(text[printed.end + sign[1] : printed.end + sign[1] + 12])
        ):
            found.append(at)
            last = printed.end
    return found


def _follows_sentence(text: str, at: int) -> bool:
    line_start = text.rfind("\n", max(0, at - 200), at) + 1
    before = text[max(line_start, at - 12) : at].rstrip()
    return bool(before) and ends_sentence(before)


def signs_of(openings: Sequence[Opening]) -> dict[Sign, int]:
    counts: dict[Sign, int] = {}
    for opening in openings:
        if opening.has_day:
            counts[opening.sign] = counts.get(opening.sign, 0) + 1
    return counts


def first_date_behind(text: str, at: int) -> int | None:
    """The first whole date with a colon within a line's reach behind an inline heading."""
    for m in _INLINE_DATE.finditer(text, at, at + 120):
        printed = match_date(text, m.start())
        if (
            printed
            and printed.first.day is not None
            and text[printed.end : printed.end + 2].lstrip()[:1] in (":", ";")
        ):
            return m.start()
    return None
