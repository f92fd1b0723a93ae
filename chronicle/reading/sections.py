"""From lines to chronologies: which lines belong to which section, and which dates open an entry."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from chronicle.reading.furniture import is_page_number, is_running_head, running_heads
from chronicle.reading.headings import (
    Period,
    ends_section,
    is_chronology_heading,
    pair_in,
    period_in,
    period_within,
    relation_in,
)
from chronicle.reading.lines import Line
from chronicle.reading.mapped import Mapped
from chronicle.reading.openings import Opening, Sign, ends_sentence, opening_of, signs_of, starts_text
from chronicle.reading.years import Step, years_in_force

_CAPTION = re.compile(
    r"(?:figure|fig\.?|photo|table|map|chart|image|graph|source)\s?\d{1,3}\b|photo(?: credit)?:|image:",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\W*(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[-–—]|a\.?m|p\.?m|h|to\s|\b)", re.IGNORECASE)
_CITES = re.compile(
    r"\bpp?\.\s?\d|\bvol\.\s?\d|\bISBN\b|\bdoi\b|https?://|\bUniversity Press\b|\beds?\.\)|\bRetrieved\b|\baccessed\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){3,}\s*\d*\s*$|\s\d{1,3}$")
_HANGS = re.compile(
    r"(?:,|\b(?:on|of|in|and|the|since|until|from|by|to|between|for|at|dated|before|after|or|with|a|an))$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_REACH = 8  # lines between a heading and its first entry
_GAP_LINES, _GAP_SIGNS = 12, 6000  # undated lines and characters after which a list is over


@dataclass(frozen=True, slots=True)
class Dated:
    """An opening that was accepted; `context` is true for a year or month heading over further dates."""

    opening: Opening
    context: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One chronology: its heading line and period, its dates, the line behind its last one."""

    heading: int | None
    heading_text: str | None
    relation: str | None
    period: Period | None
    dated: tuple[Dated, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The lines of a document and what each of them is."""

    lines: tuple[Line, ...]
    openings: Mapping[int, Opening]
    dropped: frozenset[int]


def surveyed(lines: tuple[Line, ...], clean: Mapped) -> Survey:
    heads = running_heads(lines)
    openings: dict[int, Opening] = {}
    dropped = set()
    for number, line in enumerate(lines):
        if is_page_number(line.text) or is_running_head(line, heads) or _CAPTION.match(line.text):
            dropped.add(number)
            continue
        opening = opening_of(line, number, clean)
        if opening is not None:
            openings[number] = opening
    return Survey(lines, openings, frozenset(dropped))


def find_sections(survey: Survey) -> list[Found]:
    """The chronologies under a heading, or else those that lost it."""
    return list(_headed(survey)) or list(_headless(survey))


def _headed(survey: Survey) -> Iterator[Found]:
    starts = _heading_lines(survey)
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(survey.lines)
        found = _section_under(survey, start, stop)
        if found is not None:
            yield found


def _heading_lines(survey: Survey) -> list[int]:
    """Heading lines, without those that only repeat the heading in force."""
    found: list[int] = []
    for number, line in enumerate(survey.lines):
        if number in survey.dropped or number in survey.openings or not is_chronology_heading(line.text):
            continue
        if (
            found
            and _same_heading(survey.lines[found[-1]].text, line.text)
            and _has_entries(survey, found[-1], number)
        ):
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
    dated, end = _accepted(survey, heading + 1, stop, headed=True)
    entries = [d for d in dated if not d.context]
    if not entries or _distance(survey, heading, entries[0].opening.line) > _REACH:
        return None
    if not _is_worth(survey, entries, end):
        return None
    text = survey.lines[heading].text
    before = range(heading + 1, entries[0].opening.line)
    period = period_within(text) or _first_period(survey, before)
    relation = relation_in(text) or _pair_near(survey, heading, before)
    return Found(heading, text, relation, period, tuple(dated), end)


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


def _accepted(survey: Survey, start: int, stop: int, *, headed: bool) -> tuple[list[Dated], int]:
    """The dates that open an entry or head further dates, and the line where the section ends."""
    stop = _end_of_section(survey, start, stop)
    within = [survey.openings[n] for n in range(start, stop) if n in survey.openings]
    habits = signs_of(within)
    dated: list[Dated] = []
    for opening in within:
        if dated and headed and _is_far(survey, dated[-1].opening.line, opening.line):
            break
        kind = _judged(survey, opening, habits, stop, dated)
        if kind is not None:
            dated.append(kind)
    while dated and dated[-1].context:
        dated.pop()
    return dated, stop


def _end_of_section(survey: Survey, start: int, stop: int) -> int:
    seen = False
    for number in range(start, stop):
        seen = seen or number in survey.openings
        if seen and number not in survey.openings and ends_section(survey.lines[number].text):
            return number
    return stop


def _is_far(survey: Survey, before: int, after: int) -> bool:
    between = [survey.lines[n] for n in range(before + 1, after) if n not in survey.dropped]
    return (
        sum(line.gap for line in between) > _GAP_LINES
        and sum(len(line.text) for line in between) > _GAP_SIGNS
    )


def _judged(
    survey: Survey, opening: Opening, habits: Mapping[Sign, int], stop: int, before: Sequence[Dated]
) -> Dated | None:
    if _is_context(survey, opening, stop):
        return Dated(opening, context=True)
    if opening.is_bare_day:
        in_month = any(d.context and d.opening.printed.first.month for d in before)
        strong = opening.sign in (Sign.COLON, Sign.DASH, Sign.END, Sign.CELL) or opening.bold
        return Dated(opening) if in_month and strong and _has_text(survey, opening, stop) else None
    return Dated(opening) if _opens(survey, opening, habits) and _has_text(survey, opening, stop) else None


def _is_context(survey: Survey, opening: Opening, stop: int) -> bool:
    """A year or a month alone, over dates that say more."""
    line = survey.lines[opening.line]
    if (
        opening.has_day
        or opening.printed.first.part
        or line.text[opening.text_start - line.body :].strip(" :.-–—|")
    ):
        return False
    for number in range(opening.line + 1, min(stop, opening.line + 4)):
        following = survey.openings.get(number)
        if following is not None:
            return following.has_day or _is_context_month(opening, following)
    return False


def _is_context_month(opening: Opening, following: Opening) -> bool:
    return opening.printed.first.month is None and following.printed.first.month is not None


def _has_text(survey: Survey, opening: Opening, stop: int) -> bool:
    """Words behind the date, on its line or on one that no other date opens."""
    line = survey.lines[opening.line]
    words = line.text[opening.text_start - line.body :]
    if _LETTERS.search(words):
        return not line.row or _is_prose(words)
    for number in range(opening.line + 1, min(stop, opening.line + 4)):
        if number not in survey.dropped:
            return number not in survey.openings or survey.openings[number].is_bare_day
    return False


def _is_prose(cells: str) -> bool:
    """A table's row tells something if letters outweigh its figures."""
    letters = len(_LETTERS.findall(cells))
    return letters >= 12 and letters > 2 * sum(c.isdigit() for c in cells)


def _opens(survey: Survey, opening: Opening, habits: Mapping[Sign, int]) -> bool:
    line = survey.lines[opening.line]
    sign = opening.sign
    if not line.gap and opening.line and _hangs(survey, opening.line):
        return False
    if sign in (Sign.COLON, Sign.CELL) or opening.bold:
        return (
            opening.has_day
            or opening.has_year
            or sign is not Sign.COLON
            or opening.printed.first.part is not None
            or line.gap
        )
    if sign is Sign.DASH:
        return opening.has_day or opening.printed.first.month is not None or opening.has_year
    if sign is Sign.END:
        return opening.has_day or (_is_habit(habits, Sign.END) is False and opening.has_year)
    return _opens_weakly(survey, opening, habits)


def _opens_weakly(survey: Survey, opening: Opening, habits: Mapping[Sign, int]) -> bool:
    """A date with a blank, a comma or a full stop behind it: as the list's habit, or a slip on a full date."""
    line = survey.lines[opening.line]
    words = line.text[opening.text_start - line.body :]
    if not opening.has_day or not starts_text(words):
        return False
    if _is_habit(habits, opening.sign):
        return line.gap or ends_sentence(survey.lines[opening.line - 1].text)
    full = opening.has_year and (line.gap or ends_sentence(survey.lines[opening.line - 1].text))
    return full and opening.sign is not Sign.COMMA


def _is_habit(habits: Mapping[Sign, int], sign: Sign) -> bool:
    count = habits.get(sign, 0)
    return count >= 3 and count * 2 >= sum(habits.values())


def _hangs(survey: Survey, number: int) -> bool:
    """Whether the line before breaks off, so that this one only goes on with its sentence."""
    return _HANGS.search(survey.lines[number - 1].text.rstrip()) is not None


def _headless(survey: Survey) -> Iterator[Found]:
    dated, end = _accepted(survey, 0, len(survey.lines), headed=False)
    for cluster in _clusters(survey, dated):
        entries = [d for d in cluster if not d.context]
        if not _is_chronology(survey, entries):
            continue
        first = cluster[0].opening.line
        above = range(max(0, first - 4), first)
        yield Found(
            None,
            None,
            None,
            _first_period(survey, reversed(above)),
            tuple(cluster),
            _cluster_end(survey, cluster, end),
        )


def _cluster_end(survey: Survey, cluster: Sequence[Dated], end: int) -> int:
    last = cluster[-1].opening.line
    return end if end > last else len(survey.lines)


def _clusters(survey: Survey, dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    cluster: list[Dated] = []
    for item in dated:
        if cluster and _undated(survey, cluster[-1].opening.line, item.opening.line) > 5:
            yield cluster
            cluster = []
        cluster.append(item)
    if cluster:
        yield cluster


def _undated(survey: Survey, before: int, after: int) -> int:
    """Undated paragraphs between two lines."""
    between = range(before + 1, after)
    return sum(survey.lines[n].gap for n in between if n not in survey.dropped and n not in survey.openings)


def _is_chronology(survey: Survey, entries: Sequence[Dated]) -> bool:
    """Without a heading: at least four dated items, most paragraphs dated, in order, none of the look-alikes."""
    if len(entries) < 4:
        return False
    first, last = entries[0].opening.line, entries[-1].opening.line
    undated = _undated(survey, first, last)
    own_line = sum(d.opening.sign is Sign.END for d in entries)
    if undated - own_line > len(entries):
        return False
    return _in_order(entries) and not _is_look_alike(survey, entries, last + 1)


def _in_order(entries: Sequence[Dated]) -> bool:
    steps = [Step(d.opening.printed) for d in entries]
    points = zip((s.printed.first for s in steps), years_in_force(steps, None, None), strict=True)
    keys = [(force.year or 0, point.month or 0, point.day or 0) for point, force in points]
    ups = sum(a <= b for a, b in pairwise(keys))
    downs = sum(a >= b for a, b in pairwise(keys))
    return max(ups, downs) >= 0.7 * (len(keys) - 1) and len(set(keys)) > 2


def _is_look_alike(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    texts = [_words(survey, d, end) for d in entries]
    cites = sum(bool(_CITES.search(t)) for t in texts)
    numbered = sum(bool(_LEADERS.search(t)) for t in texts)
    short = median(len(t) for t in texts) < 25
    return (
        cites * 5 >= len(texts) * 2
        or numbered * 2 >= len(texts)
        or short
        or _is_programme(survey, entries, end)
    )


def _is_programme(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """Days with hours beneath: a conference, not a chronology."""
    first, last = entries[0].opening.line, entries[-1].opening.line
    hours = sum(
        bool(_CLOCK.match(survey.lines[n].text)) for n in range(first, min(len(survey.lines), last + 8))
    )
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
