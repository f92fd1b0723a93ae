"""What a page sets into a list: a few related titles between two entries, behind which the list goes on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from chronicle.reading.openings import Opening, Sign
from chronicle.reading.surveying import Survey, assembled

_RELATED = re.compile(
    r"(?:related(?: (?:articles?|content|posts?|stories|links|reading))?|(?:read|see) (?:more|also)|also read"
    r"|more (?:on|about|from) .{1,40}|recommended(?: for you)?|most (?:read|popular)|you (?:may|might) also like"
    r")\s*:?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:read|see) more$", re.IGNORECASE)  # at the end of an entry
_MOST_TITLES = 3
_LONGEST = 12  # lines, page numbers and captions among them
_LONGEST_TITLE = 120
_FEWEST_BEHIND = 3  # entries that go on behind the titles


def without_insets(survey: Survey) -> Survey:
    """The survey without the related titles between two entries."""
    starts = sorted(n for n, o in survey.openings.items() if not (o.is_bare_day and o.sign is Sign.BLANK))
    dropped = {n for number in _related(survey) for n in _inset(survey, starts, number)}
    return assembled(survey.lines, survey.openings, survey.dropped | dropped) if dropped else survey


def _related(survey: Survey) -> list[int]:
    return [n for n, line in enumerate(survey.lines) if n not in survey.dropped and _RELATED.match(line.text)]


def _inset(survey: Survey, starts: Sequence[int], number: int) -> range:
    """The lines from `number` to the next entry if they are titles and the list goes on behind them; else none."""
    at = bisect_right(starts, number)
    following = [survey.openings[n] for n in starts[at : at + _FEWEST_BEHIND]]
    if not at or len(following) < _FEWEST_BEHIND or following[0].line - number > _LONGEST:
        return range(0)
    titles = [survey.lines[n].text for n in range(number + 1, following[0].line) if n not in survey.dropped]
    link = not titles and _LINK.match(survey.lines[number].text) is not None
    if not (link or 0 < len(titles) <= _MOST_TITLES) or not all(map(_is_title, titles)):
        return range(0)
    before = [survey.openings[n] for n in starts[max(0, at - _FEWEST_BEHIND) : at]]
    return range(number, following[0].line) if _goes_on(before, following) else range(0)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(".")


def _goes_on(before: Sequence[Opening], following: Sequence[Opening]) -> bool:
    """Whether dates are printed in one way above and below, a heading of years aside, and in order."""
    signs = {o.sign for o in following if o.has_day or o.sign is not Sign.END}
    if len(signs) != 1 or before[-1].sign not in signs | {Sign.END}:
        return False
    whole = [o for o in (*before, *following) if o.has_year and o.has_day]
    days = [o.printed.day for o in whole or (*before, *following) if o.has_year]
    forwards = all(a <= b for a, b in pairwise(days))
    return forwards or all(a >= b for a, b in pairwise(days))
