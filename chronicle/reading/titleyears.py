"""Years in titles between entries, over days that leave them out: `II. THE TALKS (1988)` over `May 3: ...`."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import A_YEAR, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.openings import Opening, Sign
from chronicle.reading.passages import is_subheading
from chronicle.reading.surveying import Survey

_OF_YEAR = re.compile(rf".*[^\W\d_].*?(?:\s\((?P<own>{YEAR})\)|,\s(?P<behind>{YEAR}))$")


def with_years_of_titles(survey: Survey, dated: Sequence[Dated]) -> tuple[Dated, ...]:
    """A list with the titles that tell one year over days without it, as what heads them.

    A title that goes back behind the years printed above it looks back, and heads nothing.
    """
    years = list(accumulate((item.opening.printed.year or 0 for item in dated), max))
    further = [
        head
        for (before, after), latest in zip(pairwise(dated), years, strict=False)
        for head in _between(survey, before, after)
        if (head.opening.printed.year or 0) >= latest
    ]
    return tuple(sorted((*dated, *further), key=lambda item: item.opening.line)) if further else tuple(dated)


def _between(survey: Survey, before: Dated, after: Dated) -> Iterator[Dated]:
    """The title right above a day without a year."""
    number = next((n for n in range(after.opening.line - 1, before.opening.line, -1) if n not in survey.dropped), None)
    if number is None or after.context or after.opening.has_year or after.opening.printed.first.month is None:
        return
    line = survey.lines[number]
    told = _OF_YEAR.match(line.text) if is_subheading(line) and len(A_YEAR.findall(line.text)) == 1 else None
    year = told and (told["own"] or told["behind"])
    printed = match_date(year) if year else None
    if year and printed:
        yield Dated(Opening(number, printed, year, Sign.END, line.body, line.end, False), context=True)
