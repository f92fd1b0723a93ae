"""The date of an event in words: `3 September 2021`, `16–17 September 2021`, `about 1–10 October 2013`."""

from datetime import date

from chronicle.model import EventDate, Precision
from chronicle.presenting.drawing.periods import said


def when(event_date: EventDate) -> str:
    start, end = event_date.start, event_date.end
    if start is None or end is None:
        return f"{event_date.text} (no day known)"
    about = "about " if event_date.approximate else ""
    return about + _span(*_names(start, end, event_date.precision))


def _names(start: date, end: date, precision: Precision) -> tuple[str, str]:
    """The two ends as far as they are stated."""
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole_years and precision in (Precision.YEAR, Precision.SPAN):
        return said(start.isoformat()[:4]), said(end.isoformat()[:4])
    if precision in (Precision.MONTH, Precision.SPAN):
        return said(start.isoformat()[:7]), said(end.isoformat()[:7])
    return said(start.isoformat()), said(end.isoformat())


def _span(first: str, last: str) -> str:
    """One of them if they are the same; what both end with is said once."""
    if first == last:
        return first
    beginning, end = first.split(" "), last.split(" ")
    while len(beginning) > 1 and beginning[-1] == end[-1]:
        beginning.pop()
        end.pop()
    dash = "–" if len(beginning) == 1 else " – "
    return f"{' '.join(beginning)}{dash}{last}"
