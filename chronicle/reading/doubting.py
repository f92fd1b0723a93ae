"""Whether a document looks badly read: what its chronologies leave unclaimed, out of order, out of their period."""

from collections.abc import Sequence
from itertools import pairwise

from chronicle.model import Document, Entry, Problem, Section
from chronicle.model.confidence import Confidence
from chronicle.model.leftover import LeftOut
from chronicle.reading.leftover import ABOVE, IN_VAIN, OVER, left_out

_PROSE = 80  # characters that a paragraph has and a title has not
_SEVERAL = 2  # parts of a list that begin anew


def with_doubts(document: Document) -> tuple[Problem, ...]:
    """The problems of a document, and one for each chronology that looks badly read."""
    sure = confidences(document, left_out(document))
    doubted = (
        Problem("badly_read", f"looks badly read: {', '.join(each.doubts)}; chronicle read shows them", where.line)
        for each, where in zip(sure, (section.location for section in document.sections), strict=True)
        if each.doubts
    )
    return *document.problems, *doubted


def confidences(document: Document, left: Sequence[LeftOut]) -> tuple[Confidence, ...]:
    """One for each section. `left` is what was left out of the document."""
    return tuple(_confidence(section, left) for section in document.sections)


def _confidence(section: Section, left: Sequence[LeftOut]) -> Confidence:
    start, end = section.location.start, section.location.end
    inside = [each for each in left if start <= each.location.start < end and each.why != OVER]
    vain = sum(each.why == IN_VAIN for each in inside)
    unclaimed = sum(each.why not in (IN_VAIN, ABOVE) and len(each.text) > _PROSE for each in inside)
    flags = [flag for entry in section.entries for flag in entry.flags]
    undated = flags.count("date_year_unknown") + flags.count("date_invalid")
    outside = flags.count("date_out_of_period")
    disordered = 0 if _is_by_subject(section.entries, inside) else _disordered(section.entries)
    return Confidence(len(section.entries), unclaimed, vain, disordered, outside, undated)


def _disordered(entries: Sequence[Entry]) -> int:
    """Steps against the direction in which the list runs; two dates of which one holds the other make none."""
    dates = [entry.date for entry in entries if entry.date.start and entry.date.end]
    later = sum(b.start > a.end for a, b in pairwise(dates) if b.start and a.end)
    earlier = sum(b.end < a.start for a, b in pairwise(dates) if b.end and a.start)
    return min(later, earlier)


def _is_by_subject(entries: Sequence[Entry], left: Sequence[LeftOut]) -> bool:
    """Whether several times, and always, a title of its own stands where dates go back, as in a list by countries."""
    back = [
        (a.location.end, b.location.start)
        for a, b in pairwise(entries)
        if a.date.start and b.date.end and b.date.end < a.date.start
    ]
    titles = [[each.text for each in left if start <= each.location.start < end] for start, end in back]
    return len(back) >= _SEVERAL and all(titles) and len({tuple(each) for each in titles}) == len(back)
