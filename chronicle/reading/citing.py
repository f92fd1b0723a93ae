"""Dates that an entry only cites: in bullets below its colon, from before it: `It cites:`, `- 1 August 1998: ...`."""

from collections.abc import Sequence
from itertools import groupby

from chronicle.reading.accepting import Dated
from chronicle.reading.openings import Opening
from chronicle.reading.surveying import Survey


def without_cited(survey: Survey, dated: Sequence[Dated]) -> Sequence[Dated]:
    """A list without the dates of such bullets, whose words stay with the entry above; most of a list are none."""
    runs = [list(run) for _, run in groupby(dated, lambda item: survey.lines[item.opening.line].bullet)]
    cited = [
        run
        for before, run, after in zip(runs, runs[1:], runs[2:], strict=False)
        if _stands_below_colon(survey, run[0]) and _is_cited(before[-1].opening, run, after[0].opening)
    ]
    left_out = {item.opening.line for run in cited for item in run}
    if not left_out or len(left_out) * 2 >= len(dated):
        return dated
    return [item for item in dated if item.opening.line not in left_out]


def _stands_below_colon(survey: Survey, item: Dated) -> bool:
    """Whether a bullet follows a line that ends in a colon and is none."""
    above = survey.lines[item.opening.line - 1]
    return survey.lines[item.opening.line].bullet and not above.bullet and above.text.endswith(":")


def _is_cited(before: Opening, run: Sequence[Dated], after: Opening) -> bool:
    """Whether dates lie before the entry above them, from which the list goes on below."""
    if not all(_has_month(opening) for opening in (before, *(item.opening for item in run), after)):
        return False
    first = min(before.printed.day, after.printed.day)
    return all(item.opening.printed.day < first for item in run)


def _has_month(opening: Opening) -> bool:
    return opening.has_year and opening.printed.first.month is not None
