"""What a page sets into a list: a few related titles, or the way to its further pages, between two entries, behind
which the list goes on.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise

from chronicle.reading.openings import Opening, Sign
from chronicle.reading.printed import is_wordless
from chronicle.reading.surveying import Survey, assembled

_RELATED = re.compile(
    r"(?:related(?: (?:articles?|content|posts?|stories|links|reading))?|(?:read|see) (?:more|also)|also read"
    r"|keep reading"
    r"|more (?:on|about|from) .{1,40}|recommended(?: for you| stories| (?:articles|reading))?|most (?:read|popular)"
    r"|you (?:may|might) also like"
    r")\s*:?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:read|see) more$", re.IGNORECASE)  # at the end of an entry
# The words of `« Previous`, `1 | 2 | 3`, `Page 2 of 3`, `View as single page`, and one of those that no page lacks.
_OF_PAGER = re.compile(
    r"[\[(]?(?:\d{1,3}|[«»‹›<>←→|·/.…-]{1,3}|(?:previous|prev|next|newer|older|first|last|pages?|posts?|entries|of|view|as"
    r"|single|all|continued|on|go|to)[:.…]?)[\])]?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\b(?:prev(?:ious)?|next|newer|older|pages?)\b", re.IGNORECASE)
_LONGEST_PAGER = 80
_HEAD = 12  # lines above the first date, which each page may print anew
_MOST_TITLES = 5
_LONGEST = 12  # lines, page numbers and captions among them
_LONGEST_TITLE = 120
_FEWEST_BEHIND = 3  # entries that go on behind the titles


def without_insets(survey: Survey) -> Survey:
    """The survey without the related titles and the ways to further pages between two entries."""
    starts = sorted(n for n, o in survey.openings.items() if not _is_number(survey, o))
    insets = [_inset(survey, starts, number) for number in _related(survey)]
    dropped = {n for lines in (*insets, *_pagers(survey, starts)) for n in lines}
    openings = {n: o for n, o in survey.openings.items() if n not in dropped}
    return assembled(survey.lines, openings, survey.dropped | dropped) if dropped else survey


def _is_number(survey: Survey, opening: Opening) -> bool:
    """Whether what seems a day of a month only counts something, as pages are counted."""
    return opening.is_bare_day and (opening.sign is Sign.BLANK or _is_of_pager(survey.lines[opening.line].text))


def _related(survey: Survey) -> list[int]:
    return [n for n, line in enumerate(survey.lines) if n not in survey.dropped and _RELATED.match(line.text)]


def _pagers(survey: Survey, starts: Sequence[int]) -> Iterator[range]:
    """`« Previous`, `1 2`, `Next »`: the lines that lead to further pages, where the list goes on behind them, right
    below or under what the page prints at its head once more.
    """
    for is_pager, run in groupby(range(len(survey.lines)), lambda n: _is_of_pager(survey.lines[n].text)):
        lines = list(run) if is_pager else []
        if not any(_PAGE.search(survey.lines[n].text) for n in lines):
            continue
        before, following = _around(survey, starts, lines[0])
        head = {line.text for line in survey.lines[: min(_HEAD, starts[0])]} if following else set()
        if (
            following
            and _is_right_above(survey, lines[-1], following[0].line, head)
            and _goes_on(survey, before, following)
        ):
            yield range(lines[0], following[0].line)


def _is_right_above(survey: Survey, number: int, stop: int, head: Container[str]) -> bool:
    """Whether nothing stands between two lines but what stands at the head of the document too."""
    if stop - number > _LONGEST:
        return False
    return all(survey.lines[n].text in head for n in range(number + 1, stop) if n not in survey.dropped)


def _is_of_pager(text: str) -> bool:
    return len(text) <= _LONGEST_PAGER and all(map(_OF_PAGER.fullmatch, text.split()))


def _around(survey: Survey, starts: Sequence[int], number: int) -> tuple[list[Opening], list[Opening]]:
    """The entries right before and behind a line; none if it stands above or below all but a few."""
    at = bisect_right(starts, number)
    following = [survey.openings[n] for n in starts[at : at + _FEWEST_BEHIND]]
    if not at or len(following) < _FEWEST_BEHIND:
        return [], []
    return [survey.openings[n] for n in starts[max(0, at - _FEWEST_BEHIND) : at]], following


def _inset(survey: Survey, starts: Sequence[int], number: int) -> range:
    """The lines from `number` to the next entry if they are titles and the list goes on behind them; else none."""
    before, following = _around(survey, starts, number)
    if not following or following[0].line - number > _LONGEST:
        return range(0)
    titles = [survey.lines[n].text for n in range(number + 1, following[0].line) if n not in survey.dropped]
    link = not titles and _LINK.match(survey.lines[number].text) is not None
    if not (link or 0 < len(titles) <= _MOST_TITLES) or not all(map(_is_title, titles)):
        return range(0)
    return range(number, following[0].line) if _goes_on(survey, before, following) else range(0)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(".")


def _goes_on(survey: Survey, before: Sequence[Opening], following: Sequence[Opening]) -> bool:
    """Whether dates are printed in one way above and below, a heading of years aside, and in order."""
    signs = {o.sign for o in following if o.has_day or not _is_heading(survey, o)}
    if len(signs) != 1 or before[-1].sign not in signs | {Sign.END}:
        return False
    whole = [o for o in (*before, *following) if o.has_year and o.has_day]
    told = [o.printed for o in whole or (*before, *following) if o.has_year]
    # Where the day may stand before the month, only the years are in order for sure.
    days = [each.day[:1] if any(p.numbers for p in told) else each.day for each in told]
    forwards = all(a <= b for a, b in pairwise(days))
    return forwards or all(a >= b for a, b in pairwise(days))


def _is_heading(survey: Survey, opening: Opening) -> bool:
    """`2003`, `2003:` alone on its line."""
    return opening.sign is Sign.END or (opening.sign is Sign.COLON and is_wordless(survey.words(opening)))
