"""Where entries may open: a date at the head of a line and what parts it from the text."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import NamedTuple

from chronicle.reading import datelines
from chronicle.reading.dateparts import DASHES, MONTHS, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped
from chronicle.reading.markup import folded
from chronicle.reading.printed import Point, Printed


class Sign(Enum):
    """What stands between the date and the text."""

    COLON = "colon"
    DASH = "dash"
    CELL = "cell"
    END = "end of line"
    STOP = "full stop"
    COMMA = "comma"
    BLANK = "blank"


# Each of these shows by itself that a text of its own follows; behind the others a sentence may go on.
PARTING = frozenset((Sign.COLON, Sign.DASH, Sign.CELL))


class Opening(NamedTuple):
    """A date that may open an entry. All offsets count in the clean text; `line` is the line's number.

    `date_at` is where the date stands if not at `start`: above the entry, or in its `tail`, the stretch behind the
    entry's words that holds the date and the sign before it.
    """

    line: int
    printed: Printed
    date_text: str
    sign: Sign
    start: int
    text_start: int
    bold: bool
    tail: tuple[int, int] | None = None
    date_at: int | None = None

    @property
    def has_year(self) -> bool:
        return self.printed.year is not None

    @property
    def is_whole(self) -> bool:
        """Whether day, month and year are printed."""
        first = self.printed.first
        return first.day is not None and first.month is not None and self.has_year

    @property
    def has_day(self) -> bool:
        return self.printed.first.day is not None

    @property
    def is_bare_day(self) -> bool:
        first = self.printed.first
        return first.day is not None and first.month is None


_SIGNS = re.compile(
    rf"\s?(?:(?P<cell>\|\s?)|(?P<colon>[.,]?\s?[:;：]\s?(?:[{DASHES}]{{1,2}}\s)?)"
    rf"|(?P<dash>[.,]?\s?(?:[{DASHES}]{{1,3}}\s|(?:\.{{3}}|…)\s|(?<=\s)[{DASHES}]{{1,3}}|—{{1,2}}|--|(?<=\s)[▸▶►→»›⇒·•■●▪◆○□]\s))\s?"
    r"|(?P<end>[.,]?\s*$)|(?P<stop>\.\s)|(?P<comma>,\s|，)|(?P<blank>(?<=\s)))"
)
_KINDS = {
    "cell": Sign.CELL, "colon": Sign.COLON, "dash": Sign.DASH, "end": Sign.END,
    "stop": Sign.STOP, "comma": Sign.COMMA, "blank": Sign.BLANK,
}  # fmt: skip
# `On the 4th of June 1950 – ...`, which heads a sentence unless a sign parts it from the words.
_ON = re.compile(r"[Oo]n\s(?:the\s)?|[Tt]he\s(?=\d)")
_SAME_DAY = re.compile(r"(?:(?:later|also),?\s)?(?:on\s)?(?:the\s)?same\s(?:day|date)\b", re.IGNORECASE)
_MISSPELT = re.compile(rf"([A-Z][A-Za-z]{{2,10}})(\.?\s?\d{{1,2}}(?:\s?[{DASHES}]\s?\d{{1,2}})?,?\s{YEAR}\s?:)")
_TORN = re.compile(
    rf"(?:\d{{1,2}}\s)?(?P<head>[A-Z][a-z]{{1,7}})\s(?P<rest>[a-z]{{1,7}})(?:\s\d{{1,2}})?(?:,?\s{YEAR})?$"
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]」』]*$|[”\"]$")
# `Day 3, Dec. 19 — ...`, `Days 94-95, March 20-21 — ...`
_LABEL = re.compile(
    r"(?:Day|DAY|Week|WEEK)[sS]? (?:\d{1,3}(?:(?:\s?[-–—]\s?|\s(?:and|to)\s)\d{1,3})?|One|Two|Three|Four|Five)"
    r"\s?[:,–—-]?\s(?=\S)"
)
_FEWEST_WORDS = 4
_WIDE_GAP = 4  # blanks that part a column
_WIDEST_DATE = 60  # characters of a date that is spread over cells
_ORDINAL = re.compile(r"\d{1,2}(?:\.|\s?\|)\s+$")
_PAGE_BEFORE = re.compile(r"\d{1,3}\s+(?=[A-Z])")
_STARTS_TEXT = re.compile(r"[\s]*[\"'“‘(\[«]*(?:[A-Z\d$€£¥]|[^\x00-\x7f])")


def opening_of(line: Line, number: int, clean: Mapped, *, counted: bool) -> Opening | None:
    """The date at the head of a line, after bullets, ordinals and page numbers, with the sign behind it.

    `counted` says that the line's ordinal follows on the last one, so that it is no day of the month.
    """
    label = _LABEL.match(clean.text, line.body, line.end) or _dateline(clean.text, line)
    body = label.end() if label else line.body
    first = _opening_at(body, line, number, clean)
    if first is not None and _is_sure(first, line):
        return first
    others = (_opening_at(head, line, number, clean) for head in _heads(line, clean.text, counted) if head != body)
    return next((opening for opening in others if opening is not None and _is_sure(opening, line)), first)


def _is_sure(opening: Opening, line: Line) -> bool:
    return opening.is_whole or _is_day_cell(opening, line)


def _dateline(text: str, line: Line) -> re.Match[str] | None:
    """What stands before the first entry of a report, where a sign parts its date from the words."""
    report = datelines.BEFORE_ENTRY.match(text, line.body, line.end)
    printed = match_date(text, report.end()) if report else None
    sign = sign_at(text, printed.end) if printed else None
    return report if sign is not None and sign[0] in PARTING else None


def same_day(line: Line, number: int, before: Opening) -> Opening | None:
    """`Same day: ...` beneath a date that the same sign parts from its text."""
    m = _SAME_DAY.match(line.text) if before.has_day else None
    sign = sign_at(line.text, m.end()) if m else None
    if m is None or sign is None or sign[0] is not before.sign or sign[0] not in PARTING:
        return None
    printed = before.printed._replace(start=0, end=m.end())
    return Opening(number, printed, m[0], sign[0], line.body, line.body + sign[1], False)


def in_sentence_of_same_day(line: Line, number: int, before: Opening) -> Opening | None:
    """`On the same day thirty states sign ...` beneath a sentence with its date."""
    m = _SAME_DAY.match(line.text) if before.has_day else None
    if m is None:
        return None
    return Opening(
        number, before.printed._replace(start=0, end=m.end()), m[0], before.sign, line.body, line.body, False
    )


def sharing(date: Opening, line: Line, number: int, sign: Sign, text_start: int) -> Opening:
    """An entry under a date that stands above it."""
    at = date.start if date.date_at is None else date.date_at
    return Opening(number, date.printed, date.date_text, sign, line.body, text_start, False, date_at=at)


def _is_day_cell(opening: Opening, line: Line) -> bool:
    """`| 13 | June |`, and `| 20 | Text` below the month of an earlier row: a first cell that no row counts."""
    return line.row and opening.start != line.body and opening.has_day


def _opening_at(head: int, line: Line, number: int, clean: Mapped) -> Opening | None:
    words = clean.text[head : line.end]
    printed = (
        (_over_cells(words) if line.row else None)
        or _torn(words)
        or match_date(words, bare_days=True)
        or _misspelt(words)
        or _in_brackets(words)
        or _after_on(words)
    )
    if printed is None or datelines.BEHIND_DATE.match(words, printed.end) or _is_season_of(words, printed):
        return None
    found = sign_at(words, printed.end)
    if found is None:
        return None
    sign = Sign.CELL if _stands_in_column(printed, found, head, clean) else found[0]
    text = folded(words[: printed.end].replace("|", " "))
    text = text[1:-1] if text[:1] in ("(", "[") else text
    return Opening(number, printed, text, sign, head, head + found[1], clean.is_bold(head + min(1, printed.end - 1)))


def _is_season_of(words: str, printed: Printed) -> bool:
    """`The Fall of Lind`, `Spring of Nations`: a name, and no season of a year."""
    return printed.first == Point(part=printed.first.part) and words.startswith(" of ", printed.end)


def _stands_in_column(printed: Printed, found: tuple[Sign, int], head: int, clean: Mapped) -> bool:
    """`1958        Iceland extends its limits`: a year alone, parted from its text by many blanks."""
    if found[0] is not Sign.BLANK or printed.year is None or printed.first.month is not None:
        return False
    return clean.source(head + found[1]) - clean.source(head + printed.end) >= _WIDE_GAP


def _heads(line: Line, text: str, counted: bool) -> Iterator[int]:
    """Where the date may stand: behind the bullets, at a number that was taken for an ordinal, behind a page number."""
    yield line.body
    if not counted:
        yield _ordinal_start(line, text)
    page = _PAGE_BEFORE.match(text, line.body, line.end)
    if page:
        yield page.end()


def _ordinal_start(line: Line, text: str) -> int:
    """`5. May 2010` is a date, not an ordinal before `May 2010`: the place of the number, if that can be."""
    lead = _ORDINAL.search(text[line.start : line.body]) if line.body > line.start else None
    return line.start + lead.start() if lead else line.body


def _over_cells(words: str) -> Printed | None:
    """`1992 | 7 February | Text`: a row whose first two or three cells are one date."""
    ends = [at for at, sign in enumerate(words[:_WIDEST_DATE]) if sign == "|"][:3]
    for end in reversed(ends[1:]):
        cells = folded(words[:end].replace("|", " "))
        printed = match_date(cells)
        if printed is not None and printed.end == len(cells):
            return printed._replace(end=len(words[:end].rstrip()))
    return None


def _in_brackets(words: str) -> Printed | None:
    """`(12 May 1965) Text`: a date in brackets of its own, none of them a bare day."""
    printed = match_date(words, 1) if words[:1] in ("(", "[") else None
    if printed is None or words[printed.end : printed.end + 1] not in (")", "]"):
        return None
    return printed._replace(start=0, end=printed.end + 1)


def _after_on(words: str) -> Printed | None:
    """`On the 4th of June 1950 – Text`: a day of a month with the small words before it, and a sign behind it."""
    lead = _ON.match(words)
    printed = match_date(words, lead.end()) if lead else None
    if printed is None or printed.first.day is None or printed.first.month is None or printed.short:
        return None
    sign = sign_at(words, printed.end)
    return printed._replace(start=0) if sign is not None and sign[0] in PARTING else None


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


def _torn(words: str) -> Printed | None:
    """`12 Novem ber`, alone on its line: a month with a blank within."""
    m = _TORN.match(words) if len(words) <= _WIDEST_DATE else None
    if m is None or (m["head"] + m["rest"]).lower() not in MONTHS:
        return None
    printed = match_date(words[: m.end("head")] + words[m.start("rest") :])
    return printed._replace(end=len(words)) if printed and printed.end == len(words) - 1 else None


def sign_at(words: str, at: int) -> tuple[Sign, int] | None:
    """What parts a date that ends at `at` from its text, and where the text begins."""
    m = _SIGNS.match(words, at)
    if m is None or m.lastgroup is None:
        return None
    return _KINDS[m.lastgroup], m.end()


def starts_text(text: str) -> bool:
    """Whether a text begins as an entry's does: a capital, a digit, a quotation mark, another script."""
    return _STARTS_TEXT.match(text) is not None


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text.rstrip()[-8:]) is not None


def tells(item: str) -> bool:
    """Whether an item of a list tells something of its own: a sentence, or some words that open no further list."""
    told = ends_sentence(item) or (len(item.split()) >= _FEWEST_WORDS and not item.endswith(":"))
    return told and starts_text(item)


_HANGS = re.compile(
    r"(?:,|\b(?:on|of|in|and|the|since|until|from|by|to|between|for|at|dated|before|after|or|with|a|an))$",
    re.IGNORECASE,
)


def hangs(text: str) -> bool:
    """Whether words break off, so that a date behind them only goes on with their sentence."""
    return _HANGS.search(text.rstrip()[-12:]) is not None
