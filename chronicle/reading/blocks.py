"""Blocks of words (paragraphs, headings, bullets, rows of tables) put together as a reading.

What the readers of marked-up formats share: each tells a `Writer` what it meets, in order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from chronicle.reading.dateparts import YEAR
from chronicle.reading.mapped import Mapped, Mark
from chronicle.reading.reader import Reading

BULLET, ROW = "- ", "| "
_YEAR_AT_END = re.compile(rf"(?<!\d){YEAR}$")
_ODD = re.compile(r"[\u201f\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]")


@dataclass(slots=True)
class Block:
    """Words that stand together. `lead` is what a line of them begins with: `## `, `- `, `| ` or nothing.

    `marks` count from the block's first character. `linked` is how many characters are links, `local` how
    many of those lead to another place of the same page. `place` is the reader's own note of where it stood.
    """

    text: str
    lead: str = ""
    marks: list[Mark] = field(default_factory=list)
    linked: int = 0
    local: int = 0
    place: int = 0

    @property
    def is_heading(self) -> bool:
        return self.lead.startswith("#")


def heading(level: int) -> str:
    return "#" * level + " "


class Writer:
    """Takes words and marks as they come; `blocks` is where finished blocks go, and may be exchanged."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.place = 0
        self._pieces: list[str] = []
        self._size = 0
        self._apart = True  # whether a blank or a new line stands before the next word
        self._lead = ""
        self._marks: list[Mark] = []
        self._bold = 0
        self._bold_from = 0
        self._link: str | None = None
        self._link_from = 0
        self._linked = self._local = 0

    def words(self, text: str) -> None:
        """Words with white space of any kind and length between and around them."""
        if _ODD.search(text):
            text = _ODD.sub(_plain, text)
        folded = " ".join(text.split())
        if not self._apart and (not folded or text[0].isspace() or self._is_slip(folded)):
            self._put(" ")
            self._apart = True
        if folded:
            self._put(folded)
            self._apart = text[-1].isspace()
            if self._apart:
                self._put(" ")

    def _is_slip(self, words: str) -> bool:
        """A date in bold, say, and a sentence or a tag behind it without a blank: no word is cut there."""
        before = self._pieces[-1]
        sentence = words[0].isupper() and (words[1:2].islower() or words[:2] == "A ")
        tag = words[0].isupper() and _YEAR_AT_END.search(before[-5:]) is not None
        return tag or (sentence and before[-1].isdigit())

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._size += len(piece)

    def line(self) -> None:
        """A new line in the same paragraph; a second one at once begins another paragraph."""
        if not self._pieces or self._pieces[-1] == "\n":
            self.flush()
        else:
            self._put("\n")
            self._apart = True

    def begin(self, lead: str) -> None:
        """The next words begin a block with this lead."""
        self.flush()
        self._lead = lead

    def flush(self) -> None:
        """Words that follow stand in a block of their own. A lead waits for words."""
        if self._pieces:
            self._close_marks()
            text = "".join(self._pieces).rstrip()
            if text:
                marks = [m for m in self._marks if m.start < len(text)]
                self.blocks.append(Block(text, self._lead, marks, self._linked, self._local, self.place))
                self._lead = ""
            self._pieces, self._marks = [], []
            self._size = self._linked = self._local = 0
            self._apart = True
        self._bold_from = self._link_from = 0

    def _close_marks(self) -> None:
        if self._link is not None:
            self._mark_link()
        if self._bold and self._bold_from < self._size:
            self._marks.append(Mark(self._bold_from, self._size))

    def open_bold(self) -> None:
        if not self._bold:
            self._bold_from = self._size
        self._bold += 1

    def close_bold(self) -> None:
        if self._bold == 1 and self._bold_from < self._size:
            self._marks.append(Mark(self._bold_from, self._size))
        self._bold = max(0, self._bold - 1)

    def open_link(self, url: str) -> None:
        """A link within a link ends the first."""
        self.close_link()
        self._link, self._link_from = url, self._size

    def close_link(self) -> None:
        if self._link is not None:
            self._mark_link()
            self._link = None

    def _mark_link(self) -> None:
        url, size = self._link or "", self._size - self._link_from
        if size:
            self._marks.append(Mark(self._link_from, self._size, url))
            self._linked += size
            self._local += size if len(url) > 1 and url[0] == "#" else 0


def _plain(odd: re.Match[str]) -> str:
    """Signs that show nothing go; a turned quotation mark stands for an apostrophe."""
    return "’" if odd[0] == "\u201f" else ""


def joined(blocks: Iterable[Block], lead: str = "", between: str = " ") -> Block:
    """Several blocks as one, on one line."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = linked = local = place = 0
    for block in blocks:
        if pieces:
            pieces.append(between)
            at += len(between)
        pieces.append(block.text.replace("\n", " "))
        marks += (m._replace(start=m.start + at, end=m.end + at) for m in block.marks)
        at += len(block.text)
        linked, local, place = linked + block.linked, local + block.local, block.place
    return Block("".join(pieces), lead, marks, linked, local, place)


def reading_of(blocks: list[Block], url: str | None = None) -> Reading:
    """Blocks as a reader's text with its marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for before, block in zip([None, *blocks], blocks, strict=False):
        gap = _gap(before, block) if before else ""
        text = block.text.replace("\n", " ") if block.lead else block.text
        start = at + len(gap) + len(block.lead)
        pieces += (gap, block.lead, text)
        marks += (Mark(start + m.start, min(start + m.end, start + len(text)), m.url) for m in block.marks)
        at = start + len(text)
    pieces.append("\n")
    text = "".join(pieces)
    return Reading(text, Mapped(text, marks=tuple(sorted(marks, key=_place_of))), url=url)


def _gap(one: Block, other: Block) -> str:
    """Bullets and rows follow each other line by line; an empty line parts anything else."""
    return "\n" if one.lead == other.lead and one.lead in (BULLET, ROW) else "\n\n"


def _place_of(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
