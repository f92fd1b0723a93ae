"""The day on which a page was published, and what it tells of the year of a list that prints none.

A list runs up to that day: one of February to November, published in January, tells of the year before.
"""

import re
from collections.abc import Sequence

from chronicle.reading import datelines
from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import A_YEAR, DASHES
from chronicle.reading.edging import Day, days_of
from chronicle.reading.grammar import match_date
from chronicle.reading.printed import nothing_but

_SAYS = re.compile(
    r"(?:(?:this )?(?:page|article|story|report) (?:was )?)?"
    r"(?:(?:first |last )?(?:published|posted|updated|modified|revised)(?: (?:on|at))?|as of)\s?:?\s(?=\S)",
    re.IGNORECASE,
)
# Between the days of `April 6, 2018, 5:20 AM EDT | Updated on July 6, 2018`.
_AGAIN = re.compile(rf"(?<=(?-i:[\d)A-Zm.]))[\s|·•,;{DASHES}]+(?={_SAYS.pattern})", re.IGNORECASE)
_MOST_YEARS = 3


def published_on(text: str) -> Day | None:
    """The day that a line says the page was published on: alone, behind a word that says so, in a dateline; of several
    in one line the last.
    """
    days = [_published_on(part) for part in _AGAIN.split(text)]
    return max(filter(None, days)) if all(days) else None


def _published_on(text: str) -> Day | None:
    if len(A_YEAR.findall(text)) != 1:
        return None
    lead = _SAYS.match(text) or datelines.BEFORE_DATE.match(text)
    printed = match_date(text, lead.end() if lead else 0)
    if printed is None or printed.last is not None or not all(printed.day):
        return None
    return printed.day if lead or nothing_but(text, printed) else None


def last_day(published: str) -> Day:
    """The last day of `2018-07-06`, `2018-07` or `2018`, as a file says of itself when it was published."""
    parts = [int(part) for part in published.split("-")]
    year, month, day = *parts, *(12, 31)[len(parts) - 1 :]
    return year, month, day


def year_up_to(dated: Sequence[Dated], published: Day) -> int:
    """The latest year for the first date of a list that has no entry behind the day of its publication."""
    latest = published[0]
    years = range(latest, latest - _MOST_YEARS, -1)
    return next((year for year in years if max(days_of(dated, year)) <= published), latest)
