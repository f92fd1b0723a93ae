"""The words of one entry: its lines joined, without what the page put between them."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from chronicle.model import BAR
from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import LED, YEAR
from chronicle.reading.givennames import has_hyphen
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading, pair_in
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped
from chronicle.reading.markup import folded
from chronicle.reading.openings import Sign, ends_sentence
from chronicle.reading.runin import title_at, with_bar
from chronicle.reading.surveying import Survey

_CUT = re.compile(r"(?P<head>[^\W\d_]{2,})[-‐]$")
_REST = re.compile(r"[a-zß-ÿ][^\W\d_]*")
_ACRONYM_CUT = re.compile(r"(?<!\w)(?P<head>[A-Z]{2,})[-‐]$")
_ACRONYM_REST = re.compile(r"[A-Z]{2,}(?!\w)")
_PREFIXES = frozenset(
    [
        "anti",
        "non",
        "post",
        "pre",
        "self",
        "co",
        "ex",
        "vice",
        "well",
        "semi",
        "multi",
        "so",
        "long",
        "short",
        "high",
        "low",
        "first",
        "second",
        "third",
        "mid",
        "pro",
        "cross",
        "then",
        "former",
        "counter",
        "half",
        "quasi",
        "two",
        "three",
        "four",
        "five",
        "six",
        "ten",
        "all",
        "much",
        "newly",
        "state",
        "single",
    ]
)
_SMALL = frozenset(
    "a an and as at but by for from in into of on or over the to under via with versus vs & – — -".split()
)
_CLOSED = re.compile(r"[.!?…\])][\"'”’)\]]*\s*$")
_TOLD = re.compile(r"[a-z]{4}[.!?][\"'”’)]{0,2}\s*$")  # no `U.S.`, `Gen.`
_SOURCED = re.compile(r"[.!?][”\"’]?\s?\[[^\[\]]{2,60}\]$")
_DASHES = ("-", "–", "—")
_LONGEST_TITLE = 80
_LONGEST_TITLE_WORDS = 14
_FEW_WORDS = 8
_NEAR = 5  # lines between a title and the date that it heads, with page numbers among them
_TAGS = 2  # lines of no text that may stand between a date and its title
_YEARS_BEHIND = re.compile(rf"\({YEAR}[^()]{{0,8}}\)$")
_SIGNED = re.compile(
    r"(?P<told>[.!?][”\"’]?)\s\((?:[A-Z][A-Za-z]{1,11}"
    r"|(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)|Compiled|Prepared|Edited|Written) by [^()]{3,300})\)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")


class Passage(NamedTuple):
    """An entry's text and the clean offset just behind its last word."""

    text: str
    end: int


def passages(
    survey: Survey, entries: Sequence[Dated], end: int, clean: Mapped, known: Callable[[str], bool]
) -> list[Passage]:
    """One passage for each of a section's dates (a heading over further dates gets an empty one)."""
    stops = [d.opening.line for d in entries[1:]] + [end]
    found = [_printed(survey, d, stop) for d, stop in zip(entries, stops, strict=True)]
    if entries:
        found[-1] = _printed(survey, entries[-1], _last_line(survey, entries, end))
    titled = sum(_has_title(each) for each in found) * 2 > len(found)
    run_in = [_title_run_in(each, d, clean) for each, d in zip(found, entries, strict=True)]
    told = sum(any(part.strip() for part in each.parts) for each in found)
    run_in = run_in if sum(map(bool, run_in)) * 2 > told and not titled else [0] * len(found)
    pairs = zip(found, run_in, strict=True)
    return _without_sign_off([_passage(each, titled, size, known) for each, size in pairs])


def _without_sign_off(found: list[Passage]) -> list[Passage]:
    """Without the agency or the writers in brackets that sign a report, behind the last of its entries and no other."""
    if len(found) < _FEW_WORDS:
        return found
    *others, signed = found
    last = _SIGNED.search(signed.text)
    if last is None or any(_SIGNED.search(each.text) for each in others):
        return found
    cut = len(signed.text) - last.end("told")
    return [*others, Passage(signed.text[:-cut], signed.end - cut)]


class _Printed(NamedTuple):
    """An entry's lines with the words of each that are the entry's."""

    lines: list[Line]
    parts: list[str]

    @property
    def opens(self) -> int:
        """The first line that has words behind the date."""
        return 0 if self.parts[0].strip() else 1


def _title_run_in(printed: _Printed, item: Dated, clean: Mapped) -> int:
    """How many characters of an entry's first words are a title in bold; a row has cells."""
    at = printed.opens
    if at == len(printed.lines) or printed.lines[at].row or item.opening.tail is not None:
        return 0
    line, words = printed.lines[at], printed.parts[at]
    start = line.end - len(words.lstrip())
    size = title_at(clean, start, line.end)
    return size + len(words) - len(words.lstrip()) if size else 0


def _passage(printed: _Printed, titled: bool, run_in: int, known: Callable[[str], bool]) -> Passage:
    """The words as one text; in a list of titled entries with a bar behind the title."""
    parts = list(printed.parts)
    if run_in:
        parts[printed.opens] = with_bar(parts[printed.opens], run_in)
    if titled and _has_title(printed):
        parts[printed.opens] += f" {BAR}"
    return Passage(joined(parts, known), printed.lines[-1].end)


def _printed(survey: Survey, item: Dated, stop: int) -> _Printed:
    first, tail = survey.lines[item.opening.line], item.opening.tail
    parts, lines = [_cells(first, survey.words(item.opening))], [first]
    for number in range(item.opening.line + 1, stop):
        line = survey.lines[number]
        if tail is not None and line.start > tail[0]:
            break
        if number in survey.dropped:
            continue
        if _parts_entries(survey, number, stop, parts[-1]):
            break
        if not is_subheading(line) or _is_title(survey, item, number):
            parts.append(_cells(line, survey.told(item.opening, number)))
            lines.append(line)
    return _Printed(lines, parts)


def _has_title(printed: _Printed) -> bool:
    at = printed.opens
    if len(printed.parts) < at + 2:
        return False
    return _is_over_text(printed.lines[at], printed.parts[at].strip(), printed.lines[at + 1])


def _is_over_text(line: Line, words: str, below: Line) -> bool:
    """Whether the first words of an entry are a title: few, without a sign at their end, a paragraph below them."""
    own = line.heading or below.gap
    if not words or not own or below.bullet or below.row or len(words.split()) > _LONGEST_TITLE_WORDS:
        return False
    whole = words[-1].isalnum() or words[-1] in "”’\"'"
    if not whole or words.split()[-1].lower() in _SMALL:
        return False
    return not below.text[0].islower() and _CLOSED.search(below.text) is not None


def _parts_entries(survey: Survey, number: int, stop: int, before: str) -> bool:
    """Whether a line behind a whole sentence is a title over what follows: none of that is the entry's."""
    line = survey.lines[number]
    if not line.gap:
        return number + 1 == stop in survey.openings and _TOLD.search(before) is not None and is_subtitle(line)
    if not _CLOSED.search(before):
        return False
    if line.heading:
        return not line.text.isupper() and pair_in(line.text) is None
    if is_label(line) and all(n in survey.dropped for n in range(number + 1, stop)):
        return True
    return is_subtitle(line) and _heads_dates(survey, number, stop)


def _heads_dates(survey: Survey, number: int, stop: int) -> bool:
    """Whether the next date, or the end, follows a title at once or behind a remark."""
    following = [n for n in range(number + 1, min(stop, number + _NEAR)) if n not in survey.dropped]
    if stop - number > _NEAR or len(following) > 1:
        return False
    return all(len(survey.lines[n].text) < _LONGEST_TITLE for n in following)


def is_subtitle(line: Line) -> bool:
    """A short line of capitalised words without a sign at its end: `Money and Doubt`, `The Bridge in Use`."""
    words = line.text.split()
    if line.bullet or line.row or line.inline or len(line.text) > _LONGEST_TITLE or not _ends_openly(line.text):
        return False
    named = (w.lstrip("(") for w in words)
    return all(w[:1].isupper() or w[:1].isdigit() or w in _SMALL for w in named) and words[0][0].isupper()


def _ends_openly(text: str) -> bool:
    """Without a sign at the end; years in brackets may stand there (`Gerald Ford (1974–77)`)."""
    return text[-1].isalnum() or _YEARS_BEHIND.search(text) is not None


def is_label(line: Line) -> bool:
    """A paragraph of a few words without a sign at its end: `Soviet satellite`, what a picture shows."""
    few = line.gap and len(line.text.split()) <= _FEW_WORDS and line.text[-1].isalnum()
    return few and line.text[0].isupper() and not (line.bullet or line.row or line.inline)


def _is_title(survey: Survey, item: Dated, number: int) -> bool:
    """Whether a heading is an entry's own: it stands right beneath the date, which is alone on its line, or its tag."""
    below = item.opening.line + 1
    first = number - below <= _TAGS and all(n in survey.dropped for n in range(below, number))
    return item.opening.sign is Sign.END and first and not is_chronology_heading(survey.lines[number].text)


def _cells(line: Line, words: str) -> str:
    """The words of a table's row, with a bar between those of its cells that say something."""
    if not line.row:
        return words
    cells = (folded(cell) for cell in words.split(BAR))
    return f" {BAR} ".join(cell for cell in cells if any(c.isalnum() for c in cell))


def _last_line(survey: Survey, entries: Sequence[Dated], end: int) -> int:
    """Behind the last entry anything may follow: take what plainly goes on, and a paragraph where that is the habit.

    Behind the last row of a table nothing more is the entry's, unless a new page parts its date from its words.
    """
    item = entries[-1].opening
    if all(n in survey.dropped for n in range(item.line + 1, end)):
        return end
    in_table = all(survey.lines[d.opening.line].row for d in entries if not d.context)
    usual, open_ends = _paragraphs_each(survey, entries), _end_openly(survey, entries)
    taken, text = 0, survey.lines[item.line].text
    own_line = not text[item.text_start - survey.lines[item.line].body :].strip()
    for number in range(item.line + 1, end):
        line = survey.lines[number]
        if number in survey.dropped:
            continue
        title = is_subheading(line) or (
            line.gap and (is_subtitle(line) or is_label(line)) and (open_ends or _CLOSED.search(text) is not None)
        )
        if (title and not _is_title(survey, entries[-1], number)) or (in_table and not line.row and not own_line):
            return number
        together = line.bullet and survey.lines[number - 1].bullet and number - 1 != item.line
        goes_on = together or not line.gap or line.text[:1].islower() or not (open_ends or _is_ended(text) or own_line)
        if not goes_on and not own_line:
            if taken >= usual and not _heads_on(line.text):
                return number
            taken += 1
        own_line, text = False, line.text
    return end


def _end_openly(survey: Survey, entries: Sequence[Dated]) -> bool:
    """Whether the entries of this list mostly end without a full stop."""
    lasts = (_last_told(survey, after.opening.line) for after in entries[1:])
    return sum(not _is_ended(text) for text in lasts) * 2 > len(entries) - 1


def _is_ended(text: str) -> bool:
    """Whether a sentence ends there, be it in the source behind it: `... in Lind. [4/16 BBC]`."""
    return ends_sentence(text) or _SOURCED.search(text[-80:]) is not None


def _last_told(survey: Survey, stop: int) -> str:
    """The last line above another that is no furniture."""
    return next((survey.lines[n].text for n in range(stop - 1, -1, -1) if n not in survey.dropped), "")


def _paragraphs_each(survey: Survey, entries: Sequence[Dated]) -> int:
    """How many undated paragraphs an entry of this list has: on the average, or the most under dates alone."""
    counts = [survey.paragraphs(a.opening.line, b.opening.line) for a, b in pairwise(entries)]
    if not counts:
        return 0
    return max(counts) if entries[-1].opening.sign is Sign.END else sum(counts) // len(counts)


def _heads_on(text: str) -> bool:
    """`On June 22, ...` at the head of a paragraph goes on with the entry above."""
    lead = LED.match(text)
    return lead is not None and match_date(text, lead.end()) is not None


def is_subheading(line: Line) -> bool:
    """A line that is a title between entries: a Markdown heading or a short line of capitals."""
    if line.heading or is_chronology_heading(line.text) or _is_between_dashes(line):
        return True
    words = line.text.strip()
    # `NYT, FT, WSJ]` behind a break closes what its sentence opened.
    own = line.gap and words.count("]") <= words.count("[") and words.count(")") <= words.count("(")
    return own and len(words) < 80 and words.isupper() and len(words) > 8 and not words.endswith(".")


def _is_between_dashes(line: Line) -> bool:
    """`- Swiss retreat -`, as wire services part their recaps."""
    dashes = line.sign in _DASHES and line.text.endswith(f" {line.sign}")
    return dashes and len(line.text.split()) <= _FEW_WORDS + 1


def joined(parts: Sequence[str], known: Callable[[str], bool]) -> str:
    """Lines as one text; a word parted at a line end is whole again if it bears no hyphen of its own."""
    pieces: list[str] = []
    for part in filter(None, map(folded, parts)):
        if pieces:
            pieces[-1], between = _seam(pieces[-1], part, known)
            pieces.append(between)
        pieces.append(part)
    return "".join(pieces)


def _seam(before: str, after: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """The line before as it stays, and what parts it from the line after: a blank, or nothing at a hyphen."""
    if before[-1] not in "-‐" or len(before) < 2 or not before[-2].isalnum():
        return before, " "
    cut, rest = _CUT.search(before[-40:]), _REST.match(after)
    if is_cut_acronym(before, after, known) or (cut and rest and _is_one_word(cut["head"], rest[0], known)):
        is_own = cut and rest and has_hyphen(before[-40:], after) and not known((cut["head"] + rest[0]).lower())
        return (before if is_own else before[:-1]), ""
    return before, ""


def is_cut_acronym(before: str, after: str, known: Callable[[str], bool]) -> bool:
    """`UN-` above `ESCO`, where the text has `UNESCO` elsewhere and not `UN-ESCO`."""
    head, rest = _ACRONYM_CUT.search(before[-20:]), _ACRONYM_REST.match(after)
    if head is None or rest is None or known(f"{head['head']}-{rest[0]}".lower()):
        return False
    return known(f"{head['head']}{rest[0]}".lower())


def _is_one_word(head: str, rest: str, known: Callable[[str], bool]) -> bool:
    if known(f"{head}-{rest}".lower()):
        return False
    if known((head + rest).lower()):
        return True
    return len(rest) < 4 or not (head.lower() in _PREFIXES or head.isupper())


class Vocabulary:
    """The words of a text in lower case, those with hyphens as they are; gathered when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def knows(self, word: str) -> bool:
        if self._words is None:
            # Each piece between blanks once: most of a text repeats, and to look for words takes the time.
            pieces = set(self._text.lower().split())
            self._words = frozenset(_WORD.findall(" ".join(pieces)))
        return word in self._words
