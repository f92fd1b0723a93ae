"""Paragraphs as the reader's text: words cut at line ends whole again, with links, bold heads and pages."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from chronicle.reading.givennames import has_hyphen
from chronicle.reading.mapped import Mapped, Mark
from chronicle.reading.passages import Vocabulary, is_cut_acronym, joined
from chronicle.reading.pdf.paragraphs import Paragraph
from chronicle.reading.pdf.runs import Run
from chronicle.reading.pdf.tables import without_ordinal
from chronicle.reading.reader import Page, Reading

_HYPHENS = ("-", "‐")
_OFTEN_CUT = frozenset(("pre", "pro", "semi", "multi"))
# Second parts of words that are written as one: elsewhere, background, spokesman.
_CLOSED = frozenset(
    "where what thing things body ever one ward wards wide wise land lands man men woman women ship ships work works "
    "ground grounds craft port ports stand standing come comes put look out over hood forward".split()
)
_FEW = 4  # words with a hyphen at a line end
_LAST = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST = re.compile(r"[^\W\d_]+")
_SIGN_BEHIND = re.compile(r"[\s:;–—-]+$")


class Words:
    """Tells hyphens that cut a word from those that belong to it, by the words that the document prints elsewhere."""

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        self._columns = columns
        self._known = Vocabulary("\n".join(whole for lines in columns for whole in _whole_words(lines))).knows

    def are_one(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of a line only cuts a word, which goes on in the one that follows."""
        before, after = line.rpartition(" ")[2], following.partition(" ")[0]
        halves = _halves(before, after)
        if halves is None:
            return is_cut_acronym(before, after, self._known)
        one, other = halves
        if self._known(f"{one}-{other}"):
            return self._known(one + other)
        if has_hyphen(line, following) and not self._known(one + other):
            return False
        if any(map(self._known, _forms(one + other))):
            return True
        if self._cuts and other in _CLOSED:
            return True
        if self._cuts is False or (len(one) > 3 and self._known(one) and self._known(other)):
            return False
        return (one in _OFTEN_CUT and bool(self._cuts)) or not joined([before, after], self._known).startswith(before)

    @cached_property
    def _cuts(self) -> bool | None:
        """Whether the document cuts words at line ends at all.

        If it does, it cuts one now and then that it prints whole elsewhere; if it does not, what stands before
        a hyphen at a line end mostly is a word.
        """
        pairs = (pair for lines in self._columns for pair in pairwise(lines) if pair[0].endswith(_HYPHENS))
        found = [halves for one, other in pairs if (halves := _halves(one, other.partition(" ")[0]))]
        if any(self._known("".join(halves)) for halves in found):
            return True
        words = sum(self._known(one) for one, _ in found)
        return False if len(found) >= _FEW and words * 3 >= len(found) * 2 else None


def _forms(word: str) -> tuple[str, ...]:
    """A word and its nearest kin: `talks` and `talk`, `conferencing` and `conference`."""
    return word, word + "s", word[:-1], word[:-2], word + "ed", word + "ing", word[:-3], word[:-3] + "e"


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """The letters on both sides of a hyphen at a line end; None where it can only belong to the word."""
    head, rest = _LAST.search(before), _FIRST.match(after)
    return (head[1].lower(), rest[0].lower()) if head and rest and rest[0][0].islower() else None


def _whole_words(lines: Sequence[str]) -> Iterator[str]:
    """Lines without the parts of words that hyphens cut at their ends."""
    cut = False
    for line in lines:
        whole = line.partition(" ")[2] if cut else line
        cut = line.endswith(_HYPHENS)
        yield whole.rpartition(" ")[0] if cut else whole


class Writer:
    """The growing text of a document."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._pages: dict[int, int] = {}
        self._size = 0

    def paragraph(self, paragraph: Paragraph) -> None:
        if self._size:
            self._put("\n\n")
        if paragraph.heading:
            self._put("# ")
        if paragraph.row:
            self._row(paragraph)
        else:
            self._lines(paragraph.cells[0])

    def _row(self, paragraph: Paragraph) -> None:
        """A row as `| date | text`; no sign stays between the date and the bar behind it."""
        first, *others = paragraph.cells
        label = " ".join(line.text for line in first)
        self._put("| ")
        if first:
            self._at(first[0])
            self._put(_SIGN_BEHIND.sub("", without_ordinal(label)))
        for cell in filter(None, others):
            self._put(" | ")
            self._lines(cell)

    def _at(self, line: Run) -> None:
        self._pages.setdefault(line.page, self._size)

    def _lines(self, lines: Sequence[Run]) -> None:
        for number, line in enumerate(lines):
            following = lines[number + 1].text if number + 1 < len(lines) else None
            text, between = self._seam(line.text, following)
            self._line(line, text)
            self._put(between)

    def _line(self, line: Run, text: str) -> None:
        self._at(line)
        start, size = self._size, len(text)
        if line.bold:
            self._marks.append(Mark(start, start + min(line.bold, size)))
        for link in line.links:
            self._link(Mark(start + min(link.start, size), start + min(link.end, size), link.url))
        self._put(text)

    def _link(self, mark: Mark) -> None:
        """A link that goes on from the last line is one with it."""
        for at in range(len(self._marks) - 1, max(-1, len(self._marks) - 4), -1):
            last = self._marks[at]
            if last.url == mark.url and 0 <= mark.start - last.end <= 1:
                self._marks[at] = Mark(last.start, mark.end, mark.url)
                return
        self._marks.append(mark)

    def _seam(self, text: str, following: str | None) -> tuple[str, str]:
        """A line as it stays, and what parts it from the next one of its paragraph."""
        if following is None:
            return text, ""
        if not text.endswith(_HYPHENS) or not text[-2:-1].isalnum():
            return text, " "
        return (text[:-1], "") if self._words.are_one(text, following) else (text, "")

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)

    def reading(self, pages: int) -> Reading:
        text = "".join(self._parts)
        marks = tuple(sorted(self._marks, key=lambda mark: mark.start))
        return Reading(text, Mapped(text, marks=marks), tuple(self._starts(pages)))

    def _starts(self, pages: int) -> Iterator[Page]:
        """Where each page begins; one without text begins where the next one does."""
        start = self._size
        found = []
        for number in range(pages, 0, -1):
            start = min(start, self._pages.get(number, start))
            found.append(Page(start, number))
        found[-1] = Page(0, 1)
        yield from reversed(found)
