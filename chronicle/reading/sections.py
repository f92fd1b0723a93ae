"""The chronologies of a document: under their headings, or where a heading is lost, by what they are."""

import re
from collections import Counter
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
from chronicle.reading.openings import Sign, ends_sentence
from chronicle.reading.order import ordered
from chronicle.reading.secondlook import with_days, with_sentences
from chronicle.reading.surveying import Survey
from chronicle.reading.years import InForce, Step, years_in_force

_CLOCK = re.compile(r"^\W*(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[-–—]|a\.?m|p\.?m|h|to\s|\b)", re.IGNORECASE)
_CITES = re.compile(
    r"\bpp?\.\s?\d|\bvol\.\s?\d|\bISBN\b|\bdoi\b|https?://|\bUniversity Press\b|\beds?\.\)|\bRetrieved\b|\baccessed\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){3,}\s*\d*\s*$|\s\d{1,3}$")
_SCORE = re.compile(r"[^\W\d]\s\d{1,3}\s?[-–:]\s?\d{1,3}(?:\s+[A-Z(]|\s*$)")
_DEADLINE = re.compile(
    r"\b(?:deadline|submissions?|notification|registration (?:opens|closes)|(?:is|are|papers?|abstracts?) due|due date"
    r"|notice of acceptance|application|vacanc(?:y|ies))\b",
    re.IGNORECASE,
)
_OF_A_LIFE = re.compile(
    r"(?:curriculum vitae|cv|r[eé]sum[eé]|(?:formal )?education(?: and training)?|employment(?: history)?"
    r"|(?:(?:work|professional|teaching|academic) )?(?:experience|appointments|positions)|(?:key )?skills|languages"
    r"|(?:awards|hono(?:u)?rs|fellowships|grants)(?: and \w+)?|(?:selected )?(?:publications|talks|presentations)"
    r"|referees)\s*:?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_ANY_YEAR = 2000  # stands in for the year of a list that prints none, so that its months can be put in order
_FEW_WORDS = 10  # up to so many, date and all, without a full stop name something and tell nothing
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
    return not _is_programme(survey, entries, end)


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
    return _in_order(cluster) and not _is_look_alike(survey, entries, last + 1)


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


def _is_look_alike(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    texts = [_words(survey, d, end) for d in entries]
    cites = sum(bool(_CITES.search(t)) for t in texts)
    numbered = sum(bool(_LEADERS.search(t)) for t in texts)
    scores = sum(bool(_SCORE.search(t)) for t in texts)
    awaited = sum(bool(_DEADLINE.search(t)) for t in texts)
    short = sorted(map(len, texts))[len(texts) // 2] < 12
    if short or max(cites, awaited) * 5 >= len(texts) * 2 or max(numbered, scores) * 2 >= len(texts):
        return True
    return (
        _is_terse(texts) or _only_names(survey, entries, end) or _is_programme(survey, entries, end) or _is_life(survey)
    )


def _is_terse(texts: Sequence[str]) -> bool:
    """Names, amounts and figures under dates: hardly a sentence among them, or one form filled in again and again."""
    if sum(_tells(text) for text in texts) * 2 < len(texts):
        return True
    forms = Counter(re.sub(r"[\W\d]+", " ", text) for text in texts if len(_NUMBER.findall(text)) > 1)
    return bool(forms) and max(forms.values()) * 2 > len(texts)


def _only_names(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """A few words under each date and no sentence: what will be, who was born, what was signed."""
    starts = [d.opening.line for d in entries]
    bodies = zip(starts, [*starts[1:], min(end, starts[-1] + 2)], strict=True)
    said = sum(any(_says(survey.lines[n].text) for n in range(start, stop)) for start, stop in bodies)
    return said * 5 < len(entries)


def _says(text: str) -> bool:
    return ends_sentence(text) or len(text.split()) > _FEW_WORDS


def _tells(text: str) -> bool:
    """A word that is no name; a script without small letters is taken at its word."""
    words = _WORD.findall(text)
    return any(len(w) > 2 and w.islower() for w in words) or any(w.upper() == w.lower() for w in words)


def _is_life(survey: Survey) -> bool:
    """Years under the headings of a curriculum vitae."""
    return len({line.text.lower() for line in survey.lines if _OF_A_LIFE.match(line.text)}) >= 2


def _is_programme(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """Days with hours beneath: a conference, not a chronology."""
    first, last = entries[0].opening.line, entries[-1].opening.line
    days = {d.opening.line for d in entries if d.opening.is_whole}
    lines = (n for n in range(first, min(len(survey.lines), last + 8)) if n not in days)
    hours = sum(bool(_CLOCK.match(survey.lines[n].text)) for n in lines)
    hours += sum(bool(_CLOCK.match(_words(survey, d, end))) for d in entries)
    return hours >= max(2, len(entries) // 2)


def _words(survey: Survey, item: Dated, end: int) -> str:
    """An entry's first line of text."""
    line = survey.lines[item.opening.line]
    words = line.text[item.opening.text_start - line.body :]
    following = item.opening.line + 1
    if not words.strip() and following < min(end, len(survey.lines)):
        return survey.lines[following].text
    return words
