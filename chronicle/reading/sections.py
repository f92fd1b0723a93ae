"""The chronologies of a document: under their headings, or where a heading is lost, by what they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronicle.reading.accepting import Dated, accepted
from chronicle.reading.grammar import Point
from chronicle.reading.headings import (
    Period,
    is_chronology_heading,
    pair_in,
    period_in,
    period_within,
    relation_in,
)
from chronicle.reading.lastresort import with_guesses
from chronicle.reading.lookalikes import is_look_alike, is_programme
from chronicle.reading.openings import Sign
from chronicle.reading.order import ordered
from chronicle.reading.secondlook import with_days, with_sentences
from chronicle.reading.surveying import Survey
from chronicle.reading.years import InForce, Step, years_in_force

_ANY_YEAR = 2000  # stands in for the year of a list that prints none, so that its months can be put in order
_PROSE = 3  # undated paragraphs between two chronologies of which the second has lost its heading
_REACH = 8  # lines between a heading and its first entry


@dataclass(frozen=True, slots=True)
class Found:
    """One chronology: its heading line and period, its dates, the line behind its last one."""

    heading: int | None
    heading_text: str | None
    relation: str | None
    period: Period | None
    dated: tuple[Dated, ...]
    end: int


def find_sections(survey: Survey) -> list[Found]:
    """The chronologies under a heading, or else those that lost it."""
    return list(_headed(survey)) or list(_headless(survey))


def _headed(survey: Survey) -> Iterator[Found]:
    starts = _heading_lines(survey)
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(survey.lines)
        found = _section_under(survey, start, stop)
        if found is not None:
            yield from _apart(survey, found)


def _apart(survey: Survey, found: Found) -> Iterator[Found]:
    """A chronology and those behind it whose headings are lost: after some prose the dates begin anew."""
    entries = [d for d in found.dated if not d.context]
    gaps = [survey.paragraphs(a.opening.line, b.opening.line) for a, b in pairwise(entries)]
    cut = next((n for n, gap in enumerate(gaps, 1) if _begins_anew(entries, gaps, n, gap)), None)
    if cut is None:
        yield found
        return
    line = entries[cut].opening.line
    first = tuple(d for d in found.dated if d.opening.line < line)
    rest = tuple(d for d in found.dated if d.opening.line >= line)
    between = range(line - 1, entries[cut - 1].opening.line, -1)
    yield replace(found, dated=first, end=line)
    relation = next((pair for n in between if (pair := _pair_of(survey.lines[n].text))), None)
    yield from _apart(survey, Found(None, None, relation, _first_period(survey, between), rest, found.end))


def _pair_of(line: str) -> str | None:
    """`Nord-Sund` of a title such as `Nord-Sund Relations: Quiet Waters`."""
    return pair_in(line.partition(":")[0])


def _begins_anew(entries: Sequence[Dated], gaps: Sequence[int], cut: int, gap: int) -> bool:
    usual = sorted(gaps)[len(gaps) // 2]
    if gap < _PROSE or gap <= 2 * usual or not 3 <= cut <= len(entries) - 3:
        return False
    before, after = entries[:cut], entries[cut:]
    if not all(d.opening.is_whole for d in (before[0], before[-1], after[0], after[-1])):
        return False
    first, last, again, end = (_day(d) for d in (before[0], before[-1], after[0], after[-1]))
    forwards = first <= last and again <= end
    backwards = first >= last and again >= end
    return (forwards and again < last) or (backwards and again > last)


def _day(item: Dated) -> tuple[int, int, int]:
    first = item.opening.printed.first
    return item.opening.printed.year or 0, first.month or 0, first.day or 0


def _heading_lines(survey: Survey) -> list[int]:
    """Heading lines, without those that only repeat the heading in force."""
    found: list[int] = []
    for number, line in enumerate(survey.lines):
        if number in survey.dropped or number in survey.openings or not is_chronology_heading(line.text):
            continue
        if found and _same_heading(survey.lines[found[-1]].text, line.text) and _has_entries(survey, found[-1], number):
            continue
        found.append(number)
    return found


def _same_heading(one: str, other: str) -> bool:
    def key(text: str) -> str:
        return re.sub(r"\(?cont(?:inued|[’']?d)?\.?\)?|\W", "", text.casefold())

    return key(one) == key(other)


def _has_entries(survey: Survey, start: int, stop: int) -> bool:
    return any(n in survey.openings for n in range(start + 1, stop))


def _section_under(survey: Survey, heading: int, stop: int) -> Found | None:
    dated, end = accepted(survey, heading + 1, stop, headed=True)
    further = _looked_again(survey, heading + 1, end, dated)
    if further is not survey:
        survey = further
        dated, end = accepted(survey, heading + 1, stop, headed=True)
    entries = [d for d in dated if not d.context]
    if not entries or _distance(survey, heading, entries[0].opening.line) > _REACH:
        return None
    if not _is_worth(survey, entries, end):
        return None
    text = survey.lines[heading].text
    before = range(heading + 1, dated[0].opening.line)
    period = period_within(text) or _first_period(survey, before)
    relation = relation_in(text) or _pair_near(survey, heading, before)
    return Found(heading, text, relation, period, tuple(dated), end)


def _looked_again(survey: Survey, start: int, end: int, dated: Sequence[Dated]) -> Survey:
    """With the dates that only the rest of the list makes dates."""
    if not dated:
        return with_sentences(survey, start, end)
    return with_days(with_guesses(survey, start, end), dated)


def _distance(survey: Survey, heading: int, first: int) -> int:
    return sum(n not in survey.dropped and n not in survey.openings for n in range(heading + 1, first))


def _is_worth(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """A heading with one or two dates beneath needs them whole; none may be a programme's hours."""
    if len(entries) < 3:
        return all(d.opening.sign in (Sign.COLON, Sign.CELL, Sign.DASH) or d.opening.bold for d in entries)
    return not is_programme(survey, entries, end)


def _first_period(survey: Survey, numbers: Iterable[int]) -> Period | None:
    for number in numbers:
        if number not in survey.dropped:
            period = period_in(survey.lines[number].text)
            if period is not None:
                return period
    return None


def _pair_near(survey: Survey, heading: int, before: Iterable[int]) -> str | None:
    """The relation in a line of its own just above or below the heading, as site listings print it."""
    for number in (heading - 1, heading - 2, *before):
        if 0 <= number < len(survey.lines) and number not in survey.dropped:
            pair = pair_in(survey.lines[number].text)
            if pair is not None:
                return pair
    return None


def _headless(survey: Survey) -> Iterator[Found]:
    start = 0
    while start < len(survey.lines):
        dated, end = accepted(survey, start, len(survey.lines), headed=False)
        clusters = list(_clusters(survey, dated))
        stops = [c[0].opening.line for c in clusters[1:]] + [end]
        for cluster, stop in zip(clusters, stops, strict=False):
            entries = [d for d in cluster if not d.context]
            found = _without_heading(survey, cluster, stop)
            if _is_chronology(survey, cluster) or _fills_period(entries, found.period):
                yield found
        start = end + 1


def _without_heading(survey: Survey, cluster: Sequence[Dated], stop: int) -> Found:
    first = cluster[0].opening.line
    period = _first_period(survey, range(first - 1, max(-1, first - 5), -1))
    return Found(None, None, None, period, tuple(cluster), stop)


def _fills_period(entries: Sequence[Dated], period: Period | None) -> bool:
    """A few whole dates are enough beneath a line that states their period."""
    if period is None or len(entries) < 2:
        return False
    years = range(period.start.year, period.end.year + 1)
    openings = [d.opening for d in entries]
    return all(o.is_whole and o.sign is Sign.COLON and o.printed.year in years for o in openings)


def _clusters(survey: Survey, dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    cluster: list[Dated] = []
    for item in dated:
        if cluster and survey.paragraphs(cluster[-1].opening.line, item.opening.line) > 5:
            yield cluster
            cluster = []
        cluster.append(item)
    if cluster:
        yield cluster


def _is_chronology(survey: Survey, cluster: Sequence[Dated]) -> bool:
    """Without a heading: at least four dated items, most paragraphs dated, in order, none of the look-alikes."""
    entries = [d for d in cluster if not d.context]
    if len(entries) < 4:
        return False
    first, last = entries[0].opening.line, entries[-1].opening.line
    undated = survey.paragraphs(first, last)
    own_line = sum(d.opening.sign is Sign.END for d in entries)
    if undated - own_line > len(entries):
        return False
    return _in_order(cluster) and not is_look_alike(survey, entries, last + 1)


def _in_order(cluster: Sequence[Dated]) -> bool:
    steps = [Step(d.opening.printed, d.context) for d in ordered(cluster)]
    hint = None if any(s.printed.year for s in steps) else _ANY_YEAR
    points = zip(steps, years_in_force(steps, None, hint), strict=True)
    keys = [_key(step.printed.first, force) for step, force in points if not step.context]
    ups = sum(a <= b for a, b in pairwise(keys))
    downs = sum(a >= b for a, b in pairwise(keys))
    return max(ups, downs) >= 0.7 * (len(keys) - 1) and len(set(keys)) > 2


def _key(point: Point, force: InForce) -> tuple[int, int, int]:
    month = point.month if point.month is not None or point.day is None else force.month
    return force.year or 0, month or 0, point.day or 0
