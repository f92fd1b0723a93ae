"""The title of a document among the lines above its chronology: below the sides it is about, or where one stands."""

import re
from collections.abc import Sequence

from chronicle.reading.bylines import is_byline, is_person
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading, period_in
from chronicle.reading.mastheads import is_annex, is_label, is_name_of_body, is_over_volume, is_periodical
from chronicle.reading.printed import nothing_but
from chronicle.reading.published import published_on

# `Norland-Sudland Relations:` may have its title on the next line.
RELATIONS = re.compile(
    r"^(?P<relation>[^.:;?!]{3,80}?|(?:[^.:;?!]|(?<=\b[A-Z])\.){3,40}?)\s+relations\b(?:\s*[:|]\s*(?P<title>.{3,150})?)?$",
    re.IGNORECASE,
)
_UP_TO_TITLE = re.compile(r"(?<=\brelations)\s?[:|].*$|:\s*$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:subject|title):\s*", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:articles?|chronolog(?:y|ies)|download .*|published .*|connect with .*|share.*|home|menu|search|\W*"
    r"|(?:skip|go|jump) to (?:\w+ )?(?:content|text|navigation|search)\b.*|accessibility links|site search\W*"
    r"|related (?:topics|articles|stories)|(?:[^|·]{1,30}[|·]\s?){2,}[^|·]{1,30})$",
    re.IGNORECASE,
)
_BARE = 3  # words of a heading that names nothing but what it heads
_LONGEST, _FEW_WORDS, _NEAR = 160, 6, 8
_FEW_BEFORE_DATE, _MOST_DATED = 4, 9


def line_on(head: Sequence[str], sides: str | None) -> int | None:
    """The number of the line that says nothing but the sides, and may say the title behind them."""
    named = _names(sides or "")
    return next((n for n, line in enumerate(head) if named and _names(_UP_TO_TITLE.sub("", line)) == named), None)


def _names(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w.’']+", words.casefold())) - {"and", "the", "relations", "bilateral"}


def title_in(head: Sequence[str], headings: Sequence[int], about: int | None) -> tuple[str | None, int]:
    """The title, and the number of the first line below it that may name its authors.

    `headings` are the numbers of lines marked as such, `about` is that of the line that names the two sides.
    """
    if about is not None and (behind := _behind_sides(head[about])) is not None:
        return behind, _below(head, about + 1)
    at = _beside_sides(head, about) if about is not None else _first(head, headings)
    if at is None:
        return next(filter(is_annex, head), None), len(head)
    goes_on = head[at].endswith(":") and at != about and at + 1 < len(head)
    whole = f"{head[at]} {head[at + 1]}" if goes_on else head[at].rstrip(" :")
    return _SUBJECT.sub("", whole), _below(head, at + (2 if goes_on else 1))


def _behind_sides(line: str) -> str | None:
    """`Slow Thaw` out of `Norland-Sudland Relations: Slow Thaw`, but not `a chronology`."""
    found = RELATIONS.match(line)
    return found["title"] if found and not is_chronology_heading(line) else None


def _beside_sides(head: Sequence[str], about: int) -> int:
    """The line right below the one that names the sides, or the first of all right above it; else that line."""
    if is_chronology_heading(head[about]):
        return about
    below = _below(head, about + 1)
    if below < len(head) and below <= about + _NEAR and _may_be_title(head[below]) and not _is_below(head, below):
        return below
    return 0 if about == 1 and _may_be_title(head[0]) and not _is_above(head, 0) else about


def _below(head: Sequence[str], number: int) -> int:
    return next((n for n in range(number, len(head)) if not _is_beside(head[n])), len(head))


def _first(head: Sequence[str], headings: Sequence[int]) -> int | None:
    """The first line that may be a title, or the heading near below it."""
    first = next((n for n in range(min(len(head), _NEAR)) if not _is_above(head, n)), None)
    if first is None or not _may_be_title(head[first]):
        return None
    marked = next((n for n in headings if first <= n <= _NEAR and not _is_above(head, n)), first)
    return first if any(len(line) > _LONGEST for line in head[first:marked]) else marked


def _is_above(head: Sequence[str], number: int) -> bool:
    """Whether a line stands above a title: what stands round it, a body or a journal, a bare `Chronology`."""
    line = head[number]
    if _is_beside(line) or is_annex(line) or _is_below(head, number):
        return True
    return (number == 0 and (is_periodical(line) or is_over_volume(head))) or is_bare(line)


def is_bare(line: str) -> bool:
    """`Chronology`, `Chronology of Events`."""
    return is_chronology_heading(line) and len(line.split()) <= _BARE


def _is_beside(line: str) -> bool:
    """Whether a line stands round a title and is none: the way to a page, what sorts or numbers a paper, a date."""
    if len(line) > _LONGEST:
        return False
    dated = period_in(line) is not None or _is_dated(line) or published_on(line) is not None
    return _NOISE.match(line) is not None or is_label(line) or dated


def _is_dated(line: str) -> bool:
    """Whether a line is a date, or a day with a place or a wire: `LIND, May 3, 2004 Wire`."""
    words = line.split()
    for number in range(min(len(words), _FEW_BEFORE_DATE)):
        printed = match_date(" ".join(words[number:]))
        if printed is not None and (printed.first.day is not None or (number == 0 and nothing_but(line, printed))):
            return number == 0 or len(words) <= _MOST_DATED
    return False


def _is_below(head: Sequence[str], number: int) -> bool:
    """Whether a line names a body or an author, be it on a line of its own above the body."""
    line = head[number]
    if is_byline(line) or is_name_of_body(line):
        return True
    below = head[number + 1] if number + 1 < len(head) else ""
    return is_person(line) and is_name_of_body(below) and not is_byline(below)


def _may_be_title(line: str) -> bool:
    """No sentence."""
    return len(line) <= _LONGEST and not (line.endswith(".") and len(line.split()) > _FEW_WORDS)
