"""Run-together text: where a paragraph that holds a whole chronology is to be cut into its entries."""

import re
from collections.abc import Iterator
from itertools import groupby

from chronicle.reading.dateparts import DASHES, MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import inline_headings
from chronicle.reading.lines import BULLETS, LETTERED
from chronicle.reading.openings import Sign, ends_sentence, hangs, sign_at, starts_text
from chronicle.reading.printed import Printed
from chronicle.reading.unparted import cuts_at_unparted

# `... on its own. 1976 - Envoys return`, with the break before the year lost.
_YEAR_ALONE = rf"[12]\d\d\d(?<=[.!?”\"’)]\s{YEAR})(?=\s[{DASHES}]{{1,2}}\s[A-Z])"
# What stands before a date comes first, so that the search leaps from one such sign to the next, and at each of
# them what a date may begin with, which few words do.
_DATE = re.compile(
    r"[\n )*”\".!?](?=[\dJFMASONDELelm])"
    rf"((?:{MONTH})\s?[{DASHES}]\s?(?:{MONTH})(?=:)|(?:{MONTH})(?<![a-z]{{4}}\.)\s?\d{{1,2}}(?!\d)|\d{{1,2}}(?:\s?[{DASHES}]\s?\d{{1,2}})?\s(?:{MONTH})(?=[\s:{DASHES}])"
    rf"|(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-](?={MONTH})"
    rf"|(?:{MONTH})(?:(?=:|\s[{DASHES}]{{1,2}}\s[A-Z])|\s(?=\d{{4}}(?::|\s[{DASHES}])))"
    rf"|{_YEAR_ALONE})"
)
_PERIOD_BEFORE = re.compile(rf"(?:{MONTH})\s?(?:{YEAR})?\s?[{DASHES}]\s?(?:{MONTH})\s?{YEAR}\*?$", re.IGNORECASE)
# `... in the region. 1997 April 24 - ...`: the year that heads the days and months behind it.
_YEAR_BEFORE = re.compile(rf"(?:^|(?<=[.!?”\"’)]\s)){YEAR}(?P<sign>\.|\s?[{DASHES}]{{1,2}})?$")
_BLANK = r"[^\S\n]?"
_HEAD_AND_YEAR = re.compile(
    rf"(?:^[\s#*]{{0,8}}|(?<=[.!?”\"’)]\s)(?=(?-i:[CT]\s?[HI])))"
    rf"(?P<head>c\s?h\s?r\s?o\s?n\s?o\s?l\s?o\s?g\s?y|t\s?i\s?m\s?e\s?l\s?i\s?n\s?e){_BLANK}(?P<year>{YEAR})\.?{_BLANK}",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS_ONLY = re.compile(rf"[\W\d]*(?:\b{LETTERED}[.)\]])?$")  # bullets, ordinals, page numbers at a line's head
_YEAR_WITHIN = re.compile(_YEAR_ALONE)
# `Sept. 2013 - ...`, `c. 1890 - ...`
_CUT_SHORT = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ca?)\.\s?$")
# `... its name. – 1992 – Huge rallies ...`: a year between two dashes, which heads the days behind it.
_YEAR_BETWEEN = re.compile(rf"[{DASHES}](?<=[.!?”\"’)]\s.)[{DASHES}]?\s({YEAR})(?=\s[{DASHES}]{{1,2}}\s[A-Z\d])")
_BULLET_WITHIN = re.compile(rf"[{BULLETS}](?<=\S\s.)\s?(?=[A-Z\d])")
_DOT = "•"  # the one bullet before which a line may break off; the others are cut before, if there are many
_PARTED = re.compile(rf":|\s[{DASHES}]{{1,2}}\s")
_LEAD = re.compile(rf"[\s{BULLETS}*-]{{0,8}}")
_NEAR = 12  # characters within which a date is parted from its words
_REACH = 120  # characters between a heading inside a paragraph and its first entry
_FEWEST_LINES = 2  # that go on with days of the year at their heads
_MANY = 3  # whole dates with a colon in one line that make it run-together text


class _Place:
    """A date inside a line: what stands before it, and what parts it from the words behind."""

    def __init__(self, text: str, at: int, printed: Printed) -> None:
        self.at, self.end = at, printed.end
        self.line = text.rfind("\n", 0, at) + 1
        before = text[max(self.line, at - 60) : at].rstrip()
        found = _sign_behind(text, printed)
        self.sign = found[0] if found else None
        behind = printed.end + (found[1] if found else 0)
        self.begins_text = starts_text(text[behind : behind + 12])
        self.has_year = printed.year is not None
        self.head = len(before) < 60 and _SIGNS_ONLY.match(before) is not None
        self.period = _PERIOD_BEFORE.search(before)
        year = None if self.has_year or (self.head and not before.endswith(".")) else _YEAR_BEFORE.search(before)
        self.year_at = text.rindex(year[0], 0, at) if year else None
        self.is_one_with_year = year is not None and (year["sign"] or ".") != "."
        before = before[: year.start()].rstrip() if year else before
        ended = ends_sentence(before.removesuffix(_DOT).rstrip()) and not _CUT_SHORT.search(before[-10:])
        self.after_sentence = year is not None if self.head else ended
        self.bullet = not self.head and before.endswith(_DOT)
        self.hangs = hangs(before)

    @property
    def is_whole(self) -> bool:
        """A whole date with its colon, behind a sentence's end, or behind a bullet: an entry wherever it stands."""
        after = self.after_sentence or self.period is not None
        if self.bullet and self.has_year and self.sign in (Sign.COLON, Sign.DASH):
            return self.begins_text
        return after and self.has_year and self.sign is Sign.COLON and self.begins_text

    def opens(self, dash: bool, colon: bool) -> bool:
        """Whether it opens an entry in a line of many; `dash` and `colon` are the signs that are its habit."""
        if self.hangs or not self.begins_text:
            return False
        if self.sign is Sign.COLON and (self.after_sentence or self.has_year):
            return True
        if self.sign is Sign.DASH and dash:
            return self.after_sentence
        slip = self.sign in (Sign.BLANK, Sign.DASH) and self.has_year and colon
        return slip and self.after_sentence


def cuts_in(text: str) -> list[int]:
    """Offsets where a further line is to begin: before each entry and around each heading within a line."""
    cuts: set[int] = set()
    lines = [list(places) for _, places in groupby(_places(text), key=lambda place: place.line)]
    days = sum(map(_goes_on_with_days, lines)) >= _FEWEST_LINES
    for places in lines:
        cuts.update(_cuts_of_line(places, days))
    cuts.update(_cuts_at_years(text))
    cuts.update(_cuts_behind_headings(text))
    cuts.update(_cuts_at_bullets(text))
    cuts.update(cuts_at_unparted(text))
    years = (m for m in _YEAR_WITHIN.finditer(text) if not _CUT_SHORT.search(text, max(0, m.start() - 8), m.start()))
    cuts.update(m.start() for m in years if _keeps_order(text, m.start(), int(m[0])))
    for start, end in inline_headings(text):
        first = _first_date_behind(text, end)
        if first is not None:
            cuts |= {start, end, first}
    return sorted(cuts)


def _cuts_behind_headings(text: str) -> Iterator[int]:
    """Around the year that parts a heading from the first entry: `C H R O N O L O G Y1996April 26 - Talks open.`

    The heading may stand in capitals behind a sentence.
    """
    for m in _HEAD_AND_YEAR.finditer(text):
        printed = match_date(text, m.end())
        found = _sign_behind(text, printed) if printed and printed.year is None else None
        if printed is None or found is None or found[0] not in (Sign.COLON, Sign.DASH):
            continue
        behind = printed.end + found[1]
        if starts_text(text[behind : behind + 12]) and match_date(text, behind) is None:
            yield from (m.start("head"), m.start("year"), m.end())


def _keeps_order(text: str, at: int, year: int) -> bool:
    """Whether a year lies between those at the heads of its own line and of the next, which a dash follows too."""
    below = text.find("\n", at)
    before, after = _year_at(text, text.rfind("\n", 0, at) + 1), _year_at(text, below + 1) if below >= 0 else None
    if before is None or after is None or before == after:
        return False
    return min(before, after) <= year <= max(before, after)


def _year_at(text: str, at: int) -> int | None:
    """The year of the date at the head of a line, where a dash parts it from the words."""
    head = _LEAD.match(text, at)
    printed = match_date(text, head.end() if head else at)
    found = _sign_behind(text, printed) if printed else None
    return printed.year if printed and found and found[0] is Sign.DASH else None


def _sign_behind(text: str, printed: Printed) -> tuple[Sign, int] | None:
    """What parts a date from the words behind it, which go on, and how far they are away; a few signs tell it."""
    return sign_at(text[printed.end : printed.end + _NEAR] + "x", 0)


def _places(text: str) -> Iterator[_Place]:
    """The dates in lines that hold one elsewhere than at their head: at the head alone, none is run together."""
    last = 0
    for at in _within_lines(text, (m.start(1) - 1 for m in _DATE.finditer(f"\n{text}"))):
        printed = match_date(text, at) if at >= last else None
        if printed is not None and (printed.first.day is not None or _PARTED.match(text, printed.end)):
            yield _Place(text, at, printed)
            last = printed.end


def _within_lines(text: str, found: Iterator[int]) -> Iterator[int]:
    """Without those that stand alone at the head of a line."""
    head: int | None = None
    for at in found:
        if not at or text[at - 1] == "\n":
            head = at
        else:
            if head is not None and text.find("\n", head, at) < 0:
                yield head
            head = None
            yield at


def _cuts_at_years(text: str) -> Iterator[int]:
    """Before the years between dashes, where a line has several of them in order."""
    for years in _by_line(text, _YEAR_BETWEEN.finditer(text)):
        told = [int(m[1]) for m in years]
        if len(years) >= _MANY and told in (sorted(told), sorted(told, reverse=True)):
            yield from (m.start() for m in years)


def _cuts_at_bullets(text: str) -> list[int]:
    """Before the signs within lines that a date follows: `◆ 1947 – ... ◆ 1960 – June 26, ...`."""
    found = [m.start() for m in _BULLET_WITHIN.finditer(text) if _is_dated(text, m.end())]
    return found if len(found) >= _MANY else []


def _is_dated(text: str, at: int) -> bool:
    printed = match_date(text, at)
    sign = _sign_behind(text, printed) if printed else None
    return printed is not None and printed.year is not None and sign is not None and sign[0] is not Sign.BLANK


def _by_line(text: str, found: Iterator[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Those of one line together."""
    line: list[re.Match[str]] = []
    for m in found:
        if line and text.find("\n", line[-1].end(), m.start()) >= 0:
            yield line
            line = []
        line.append(m)
    if line:
        yield line


def _goes_on_with_days(places: list[_Place]) -> bool:
    """`1945 22 March: Text. 2 December: Text`: whether a line that begins with a date goes on with one like it."""
    first, *others = places
    is_dated = first.head and first.sign is Sign.COLON and first.begins_text
    return is_dated and any(_is_day_behind_sentence(place) for place in others)


def _is_day_behind_sentence(place: _Place) -> bool:
    return place.after_sentence and place.sign is Sign.COLON and place.begins_text


def _cuts_of_line(places: list[_Place], days: bool) -> Iterator[int]:
    """Where a line is cut; with `days` at each day behind a sentence, as several lines of the text have them.

    A year that stands before the first of its days is cut off as a heading, unless a dash joins them to one date.
    """
    colons = sum(p.sign is Sign.COLON and p.begins_text and (p.after_sentence or p.head) for p in places)
    dashes = sum(p.sign is Sign.DASH and p.begins_text and (p.after_sentence or p.head) for p in places)
    many = max(colons, dashes) >= _MANY
    for place in places:
        opens = many and place.opens(dashes >= _MANY, colons >= _MANY)
        if place.is_whole or opens or (days and _is_day_behind_sentence(place)):
            if place.period is not None:
                yield place.at - len(place.period[0]) - 1
            if place.year_at is not None:
                yield place.year_at
            if not place.is_one_with_year:
                yield place.at


def _first_date_behind(text: str, at: int) -> int | None:
    """The first whole date with a colon within reach behind a heading inside a line."""
    line_end = text.find("\n", at)
    reach = at + _REACH if line_end < 0 else min(at + _REACH, line_end)
    for m in _DATE.finditer(text, at, reach):
        printed = match_date(text, m.start(1))
        if printed and printed.first.day is not None and text[printed.end : printed.end + 2].lstrip()[:1] in (":", ";"):
            return m.start(1)
    return None
