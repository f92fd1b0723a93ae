"""Page furniture: footers in the middle of a sentence, running heads and page numbers on lines of their own."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Edit, Mapped

# `X-Y Relations 63 January 2009`, `X-Y RELATIONS | JANUARY 2020 144`, `12 X-Y RELATIONS | JANUARY 2020`
# Blanks within a line: a heading that ends in `Relations` and a date that begins the next line are no footer.
_GAP = r"[^\S\n]"
_FOOTER = re.compile(
    rf"(?:R(?:elations|ELATIONS)|O(?:verview|VERVIEW)){_GAP}{{1,9}}(?:(?P<bar>\|){_GAP}{{0,9}})?(?P<page>\d{{1,3}}{_GAP}{{1,9}})?(?:{MONTH}){_GAP}{{1,9}}{YEAR}"
    rf"(?(page)|(?:{_GAP}{{1,9}}\d{{1,3}}(?![\w,:.]))?)",
)
_NUMBERED = re.compile(rf"\s\d{{1,3}}\s+(?:{MONTH})|(?:{YEAR})\s+\d{{1,3}}$|\|", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:[-–—|•\s]{0,4}(?:page|p\.?|pg\.?)?\s{0,2}(?:\d{1,3}|[ivxlc]{1,6})\s{0,2}(?:(?:of|/)\s{0,2}\d{1,4})?[-–—|•\s]{0,4})$",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t]*")
_NOTE = re.compile(r"(?<=\S)[^\S\n]?\[(?:\d{1,3}|note \d{1,3}|citation needed|edit)\](?:\(#[^)\s]{0,80}\))?")
_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(r"[^\W\d]{3}")
_LONGEST_HEAD = 100
_HEAD_WORDS = 6


def without_notes(clean: Mapped) -> Mapped:
    """The text without the numbers of notes in brackets and what an encyclopedia prints so beside its headings."""
    edits = [Edit(*m.span()) for m in _NOTE.finditer(clean.text)] if "[" in clean.text else []
    return clean.edited(edits) if edits else clean


def without_footers(clean: Mapped) -> Mapped:
    """The text without the footers that stand within it."""
    anchors = [m for m in _FOOTER.finditer(clean.text) if _NUMBERED.search(m[0])]
    if not anchors:
        return clean
    suffixes = Counter(suffix for m in anchors for suffix in _suffixes(clean.text, m.start()))
    edits: list[Edit] = []
    for m in anchors:
        start = _head_start(clean.text, m.start(), suffixes)
        if not edits or start >= edits[-1].end:
            edits.append(Edit(start, _BLANKS.match(clean.text, m.end()).end()))  # type: ignore[union-attr]
    return clean.edited(edits)


def _suffixes(text: str, at: int) -> list[str]:
    """The last one to six words of the line before `at`, as far as they could be the name of a relation."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 90) : at]
    words = line.split()[-_HEAD_WORDS:]
    taken: list[str] = []
    for word in reversed(words):
        if not (word[0].isupper() or word[0] in "-–—/&" or word == "and") or (word[-1] in ".;:!?”" and len(word) > 5):
            break
        taken.append(word)
    return [" ".join(reversed(taken[: n + 1])) for n in range(len(taken))]


def _head_start(text: str, at: int, counts: Counter[str]) -> int:
    """Where the footer's name begins: the longest run of words that every footer shares, or holds a dash."""
    suffixes = _suffixes(text, at)
    if not suffixes:
        return at
    common = max(counts[s] for s in suffixes)
    shared = [s for s in suffixes if counts[s] == common] if common > 1 else [_pair(suffixes)]
    words = len(max(shared, key=len).split())
    start = at
    for _ in range(words):
        start = _word_before(text, start)
    return start


def _pair(suffixes: Sequence[str]) -> str:
    """Without a second footer to compare: up to the word that holds the dash, with the dash's left side."""
    for number, suffix in enumerate(suffixes):
        first = suffix.split()[0]
        if first.strip("-–—/") == "" or first[0] in "-–—/":
            return suffixes[min(number + 1, len(suffixes) - 1)]
        if re.search(r"\w[-–—/]", first):
            return suffix
    return suffixes[0]


def _word_before(text: str, at: int) -> int:
    at -= 1
    while at > 0 and text[at - 1].isspace():
        at -= 1
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def is_page_number(text: str) -> bool:
    return bool(_PAGE.match(text)) and text.strip() != ""


def running_heads(lines: Iterable[Line]) -> frozenset[str]:
    """Short lines that stand in the text three times or more, apart from their numbers."""
    counts = Counter(line.text for line in lines if len(line.text) <= _LONGEST_HEAD and _NAMES.search(line.text))
    keys = {text: head_key(text) for text in counts}
    times: Counter[str] = Counter()
    for text, count in counts.items():
        if not _is_date(text):
            times[keys[text]] += count
    repeated = (text for text, key in keys.items() if times[key] >= 3 and _NAMES.search(key))
    return frozenset(text for text in repeated if not _goes_on(text))


def _goes_on(text: str) -> bool:
    return text.rstrip().endswith((".", ":"))


def _is_date(text: str) -> bool:
    """Several entries may stand each under the same date on a line of its own."""
    text = text.strip()
    printed = match_date(text)
    return printed is not None and printed.first.day is not None and not text[printed.end :].strip(" .:")


def head_key(text: str) -> str:
    """A line without page numbers at its ends; a date that it begins with stays, and tells lines apart."""
    stripped = text.strip().rstrip("|").strip()
    if match_date(stripped):
        return re.sub(r"\s\d{1,4}$", "", stripped) if len(stripped.split()) > 3 else stripped
    return _DIGITS.sub("#", stripped).casefold()
