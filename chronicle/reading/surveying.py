"""The lines of a document and what each of them is: furniture, a date that may open an entry, or words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from chronicle.reading.cards import cards_in
from chronicle.reading.furniture import contents_of, is_foot, is_notice, is_page_head, running_heads, symbols_of
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import ends_section, headings_anew, is_chronology_heading
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped
from chronicle.reading.openings import Opening, Sign, ends_sentence, opening_of, same_day
from chronicle.reading.printed import nothing_but

_CREDIT = re.compile(
    r".{0,300}(?:\bfile photo|\((?:undated )?file photo\)(?: \([^()]{2,30}\))?|\bgetty images|\bphotograph: .{1,60}"
    r"|/(?:afp|ap|epa|reuters)|\bap photo/.{1,40})$",
    re.IGNORECASE,
)
# In a sentence or in brackets of its own; within a sentence a picture is what it tells of.
_TAKEN_BY = re.compile(
    r".{1,200}(?:[.!?)”]\s|\(|\|\s?)(?:Photo(?:graph)?|PHOTO|Picture|Image|IMAGE)s?(?: [Cc]redit)?"
    r"(?:\s?:| by| courtesy(?: of)?)\s[A-Z][^;:]{1,50}$"
)
_AGENCY = re.compile(
    r"[^|]{10,200}[^\s.!?…”\"’'\])|] \((?:AFP|AP|EPA|epa|EFE|Reuters|REUTERS|TASS|ITAR-TASS|Xinhua|Getty Images)\)"
)
# A paragraph that sends the reader on: `Read more country profiles - Profiles by Lind Monitoring`.
_READ_MORE = re.compile(
    r"(?:(?:Read|READ|See|SEE|View|VIEW) (?:(?:[Mm]ore|MORE|[Aa]ll|ALL)|[Oo]ther|OTHER)|Find out more)(?:\s?[:|–—-])?"
    r" (?:(?!\.(?:\s|$)).){3,120}"
)
# `str-sjt/pmc/jw`: who wrote and edited what an agency sends, by their initials.
_INITIALS = re.compile(r"(?=[a-z-]{2,20}/)[a-z]{2,4}(?:[-/][a-z]{2,4}){1,7}")
_LONGEST_CAPTION = 200
_LAST_DAY = 31
_MOST_PAGES = 12  # that are offered below a list
_FEWEST_DATED = 2  # dates above a link within a list
_NEAR = 4  # lines from a first date to such a link
_CAPTION = re.compile(
    r"(?:(?:return|back) to top$|(?:(?:related )?topics|tags|filed under) ?:.{0,200}$"
    r"|(?:-\s?)?advertisement(?:\s?-)?$|(?:story|article) continues (?:below|after)[\w ]{0,30}\.?$"
    r"|(?:time-?line|chronology|event|article|entry|hero|featured) (?:image|picture|photo(?:graph)?|icon)$"
    r"|(?:this|the) advertisement has not loaded\b.{0,80}$|list of \d{1,2} items$|end of list$"
    r"|(?:figure|fig\.?|photo|table|map|chart|image|graph)\s?\d{1,3}\b|photo(?: credit)?:|image:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Survey:
    """The lines, the dates that head them, and the numbers of those that are no part of the text.

    `undated[n]` is how many paragraphs without a date begin before line `n`.
    """

    lines: tuple[Line, ...]
    openings: Mapping[int, Opening]
    dropped: frozenset[int]
    undated: tuple[int, ...]

    def words(self, opening: Opening) -> str:
        """What stands behind a date on its line, or before it if it stands behind its entry."""
        line = self.lines[opening.line]
        text = line.text if opening.tail is None else self.told(opening, opening.line)
        return text[max(0, opening.text_start - line.body) :]

    def told(self, opening: Opening, number: int) -> str:
        """A line of an entry without the date that stands behind the entry's words."""
        line, tail = self.lines[number], opening.tail
        if tail is None or not line.body <= tail[0] <= line.end:
            return line.text
        return line.text[: tail[0] - line.body] + line.text[tail[1] - line.body :]

    def paragraphs(self, before: int, after: int) -> int:
        """How many undated paragraphs begin between two lines."""
        return max(0, self.undated[after] - self.undated[before + 1])


def surveyed(lines: tuple[Line, ...], clean: Mapped) -> Survey:
    heads = running_heads(lines) | symbols_of(lines)
    anew = headings_anew([line.text for line in lines], heads)
    openings: dict[int, Opening] = {}
    contents = contents_of(lines)
    dropped = set(contents)
    ordinal, numbered = 0, _are_numbered(lines)
    last: Opening | None = None
    for number, line in enumerate(lines):
        if number in contents:
            continue
        foot = is_foot(line.text) and not _is_day_over_items(lines, number)
        head = (line.text in heads and number not in anew) or (openings and is_page_head(line.text))
        no_text = foot or head or _is_caption(line.text) or _is_within(line) or _is_signed(lines, number)
        no_text = no_text or _sends_on(lines, number)
        within = len(openings) >= _FEWEST_DATED or (last is not None and _is_behind_text(lines, number, last))
        if no_text or (within and _leads_to_chronology(line, clean)):
            dropped.add(number)
            continue
        counted = line.ordinal is not None and line.ordinal == ordinal + 1 and (numbered or not line.row)
        counted = counted or (line.row and _counts_on(lines, number))
        ordinal = line.ordinal or ordinal
        opening = opening_of(line, number, clean, counted=counted)
        if opening is None and last is not None:
            opening = same_day(line, number, last)
        if opening is not None and not (_leads_on(line, clean) or _is_title_of_box(lines, opening)):
            openings[number] = last = opening
    cards = cards_in(lines, openings, clean)
    openings |= {card.opening.line: card.opening for card in cards}
    return assembled(lines, openings, frozenset(dropped | {card.tag for card in cards if card.tag is not None}))


def _are_numbered(lines: Sequence[Line]) -> bool:
    """Whether the numbers in the first cells of rows count them, and are no days of months."""
    ordinals = [line.ordinal for line in lines if line.row and line.ordinal is not None]
    counting = sum(b == a + 1 for a, b in pairwise(ordinals))
    return counting * 4 >= (len(ordinals) - 1) * 3


def _counts_on(lines: Sequence[Line], number: int) -> bool:
    """`| 11 | March 2008 |` above `| 12 | July 11-31, 2008 |`: a number beside a day is none, nor the one above."""
    ordinal, below = lines[number].ordinal, lines[number + 1] if number + 1 < len(lines) else None
    if ordinal is None or below is None or not below.row or below.ordinal != ordinal + 1:
        return False
    printed = match_date(below.text)
    return printed is not None and printed.first.day is not None


def _is_day_over_items(lines: Sequence[Line], number: int) -> bool:
    """`- 3` over the items of a further list: a day of the month above, no number of a page, nor one above `next ›`."""
    text = lines[number].text.strip()
    if not lines[number].bullet or not text.isdecimal() or not 0 < int(text) <= _LAST_DAY:
        return False
    below = takewhile(lambda line: line.bullet, lines[number + 1 : number + _MOST_PAGES])
    item = next((line.text for line in below if not line.text.strip().isdecimal()), None)
    return item is not None and not ends_section(item)


def _is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows, or who took it; behind a date only the sources of pictures count."""
    if _CAPTION.match(text):
        return True
    if not _may_credit(text.casefold()):
        return False
    taken = len(text) <= _LONGEST_CAPTION and _TAKEN_BY.match(text) and match_date(text) is None
    return bool(taken or _CREDIT.match(text))


def _may_credit(words: str) -> bool:
    """Whether a line, in small letters, has what stands in every credit and in few lines."""
    return "photo" in words or "image" in words or "picture" in words or "/" in words


def _is_within(line: Line) -> bool:
    """Whether a line says whose a picture or a page is and ends no list."""
    return is_notice(line) and not ends_section(line.text)


def _is_signed(lines: Sequence[Line], number: int) -> bool:
    """Whether a paragraph of one line, no sentence, ends in the agency of a picture (`Envoys in Lind (AFP)`), or is
    nothing but the initials of those who wrote.
    """
    line = lines[number]
    if not line.text.endswith(")") and "/" not in line.text:
        return False
    alone = line.gap and (number + 1 == len(lines) or lines[number + 1].gap) and not (line.bullet or line.row)
    if not alone or match_date(line.text) is not None:
        return False
    return _AGENCY.fullmatch(line.text) is not None or _INITIALS.fullmatch(line.text.strip()) is not None


def _sends_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a paragraph of one line, no sentence, tells what else there is to read."""
    alone = lines[number].gap and (number + 1 == len(lines) or lines[number + 1].gap)
    return alone and _READ_MORE.fullmatch(lines[number].text) is not None


def _leads_on(line: Line, clean: Mapped) -> bool:
    """Whether a line is nothing but a link to another place of its page, as a contents list has them."""
    url = _leads_to(line, clean)
    return url is not None and len(url) > 1 and url[0] == "#"


def _leads_to_chronology(line: Line, clean: Mapped) -> bool:
    """Whether a paragraph is nothing but a link to another page (`Chronology of the war`), and heads nothing here."""
    url = None if line.heading else _leads_to(line, clean)
    if url is None or not (url[0] != "#" or url == "#"):
        return False
    return is_chronology_heading(line.text)


def _is_behind_text(lines: Sequence[Line], number: int, date: Opening) -> bool:
    """Whether a sentence ends right above a line, and a date stands a few lines above."""
    return number - date.line < _NEAR and ends_sentence(lines[number - 1].text)


def _leads_to(line: Line, clean: Mapped) -> str | None:
    """The address of a line that is nothing but a link."""
    links = clean.links(line.body, line.end)
    return links[0].url if len(links) == 1 and links[0].text == line.text.strip() and links[0].url else None


def _is_title_of_box(lines: Sequence[Line], opening: Opening) -> bool:
    """Whether a line is what a box of facts is called: `2006 rising at Orr` right above `Date | 5 December 2006`."""
    line, below = lines[opening.line], lines[opening.line + 1 : opening.line + 2]
    year_alone = opening.sign is Sign.BLANK and opening.has_year and opening.printed.first.month is None
    if not year_alone or line.row or ends_sentence(line.text) or not below or not below[0].row:
        return False
    label, _, fact = below[0].text.partition("|")
    printed = match_date(fact.strip())
    return match_date(label) is None and printed is not None and nothing_but(fact.strip(), printed)


def assembled(lines: tuple[Line, ...], openings: Mapping[int, Opening], dropped: frozenset[int]) -> Survey:
    """A survey with its running count of undated paragraphs, so that any stretch is counted at once."""
    marks = (line.gap and n not in dropped and n not in openings for n, line in enumerate(lines))
    return Survey(lines, openings, dropped, (0, *accumulate(map(int, marks))))
