"""Dates that lost the sign behind them, `Sept 5 Talks go on.` among `Feb. 3: ...` and `Dec. 9: ...`.

Inside a section that is one without them; each has to keep the order of the two dates around it.
"""

from collections.abc import Sequence
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.openings import PARTING, Opening, Sign, ends_sentence, starts_text
from chronicle.reading.surveying import Survey

_FEWEST = 3  # dates with a day that a sign parts from their texts


def slips(survey: Survey, dated: Sequence[Dated]) -> dict[int, Opening]:
    """The lines that begin with a day, a blank or a comma and a text, between two accepted dates, as openings."""
    parted = [d.opening for d in dated if d.opening.sign in PARTING and _is_day(d.opening)]
    if len(parted) < _FEWEST or len(parted) * 2 < len(dated):
        return {}
    return {
        number: opening._replace(sign=Sign.COLON)
        for before, after in pairwise(d.opening for d in dated)
        for number in range(before.line + 1, after.line)
        if (opening := _candidate(survey, number, before)) is not None and _is_between(before, opening, after)
    }


def _is_day(opening: Opening) -> bool:
    return opening.has_day and not opening.is_bare_day and not opening.printed.short


def _candidate(survey: Survey, number: int, before: Opening) -> Opening | None:
    opening, line = survey.openings.get(number), survey.lines[number]
    if opening is None or not _is_day(opening) or number in survey.dropped or line.row:
        return None
    apart = line.gap or (opening.sign is Sign.BLANK and ends_sentence(survey.lines[number - 1].text))
    like = opening.sign in (Sign.BLANK, Sign.COMMA) and line.bullet is survey.lines[before.line].bullet
    return opening if apart and like and starts_text(survey.words(opening)) else None


def _is_between(before: Opening, opening: Opening, after: Opening) -> bool:
    """Whether a date keeps the order of its neighbours; without a year it is of the year before it."""
    if not (_is_day(before) and _is_day(after)):
        return False
    first, last, own = (each.printed.day for each in (before, after, opening))
    if not (first[0] and last[0]):
        return _in_order(first[1:], own[1:], last[1:])
    return _in_order(first, (own[0] or first[0], *own[1:]), last)


def _in_order(first: tuple[int, ...], own: tuple[int, ...], last: tuple[int, ...]) -> bool:
    return first <= own <= last or first >= own >= last
