"""Where dates begin anew: a second chronology behind the first, under the same heading or under a title of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.edging import Day, days_of
from chronicle.reading.passages import is_label, is_subheading, is_subtitle
from chronicle.reading.surveying import Survey

FEWEST = 3  # entries on either side of a beginning
_PROSE = 3  # undated paragraphs between two chronologies of which the second has lost its heading
_FARTHEST = 500  # entries around a possible beginning that are looked at
_TABLE = re.compile(r"table\s?\d{1,3}\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"[A-Z][^.:]{2,120}:$")


@dataclass(frozen=True, slots=True)
class Beginning:
    """The number of the entry that begins a further list, and the line of that list's title if it has one."""

    number: int
    title: int | None


def beginnings(survey: Survey, dated: Sequence[Dated]) -> list[Beginning]:
    """Where a list begins anew, its first entry left aside; what only heads dates is not counted.

    It goes back in time by its own direction: behind some prose, or so far that it tells the same years once more.
    """
    entries = [d for d in dated if not d.context]
    gaps = [survey.paragraphs(a.opening.line, b.opening.line) for a, b in pairwise(entries)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0
    days, printed = days_of(dated), _years_printed(dated)
    found: list[Beginning] = []
    for number in range(FEWEST, len(entries) - FEWEST + 1):
        first, gap = found[-1].number if found else 0, gaps[number - 1]
        if number - first < FEWEST:
            continue
        if gap >= max(_PROSE, 2 * usual + 1) and _is_back(entries, first, number):
            found.append(Beginning(number, None))
        elif printed[number] and days[number - 1][0] != days[number][0]:
            title = _title_between(survey, entries[number - 1], entries[number])
            if (title is not None or gap > 2 * usual) and _tells_again(*_around(days, first, number)):
                found.append(Beginning(number, title))
    return found


def beginnings_of_parts(survey: Survey, dated: Sequence[Dated]) -> list[Beginning]:
    """`# Norland`, `# Sudland`, each over days of the same months without a year: the parts of a list of one year.

    All that go back in time stand below a heading of their own.
    """
    days = [d.opening.printed.day for d in dated]
    if any(d.context or d.opening.has_year or not d.opening.printed.first.month for d in dated):
        return []
    back = [n for n in range(1, len(dated)) if days[n] < days[n - 1]]
    titles = [_first_heading_between(survey, dated[n - 1], dated[n]) for n in back]
    sizes = [after - before for before, after in pairwise([0, *back, len(dated)])]
    if None in titles or min(sizes) < FEWEST:
        return []
    return [Beginning(number, title) for number, title in zip(back, titles, strict=True)]


def _first_heading_between(survey: Survey, before: Dated, after: Dated) -> int | None:
    lines = range(before.opening.line + 1, after.opening.line)
    return next((n for n in lines if survey.lines[n].heading and n not in survey.dropped), None)


def _around(days: Sequence[Day], first: int, number: int) -> tuple[Sequence[Day], Sequence[Day]]:
    """What stands before and behind a possible beginning, as far as it is looked at."""
    return days[max(first, number - _FARTHEST) : number], days[number : number + _FARTHEST]


def _title_between(survey: Survey, before: Dated, after: Dated) -> int | None:
    """The line between two entries that is a title of what follows; any line is one between the rows of tables."""
    first, stop = before.opening.line, after.opening.line
    rows = survey.lines[first].row and survey.lines[stop].row
    lines = (n for n in range(stop - 1, first, -1) if n not in survey.openings)
    return next((n for n in lines if is_title(survey, n) or (rows and not survey.lines[n].row)), None)


def is_title(survey: Survey, number: int) -> bool:
    """Whether a line names what stands below it: a heading, a few words, a table's caption, words with a colon."""
    line = survey.lines[number]
    if number in survey.dropped:
        return _TABLE.match(line.text) is not None
    if not line.gap or line.row:
        return False
    return is_subheading(line) or is_subtitle(line) or is_label(line) or _INTRODUCES.match(line.text) is not None


def _is_back(entries: Sequence[Dated], first: int, number: int) -> bool:
    marks = [entries[n] for n in (first, number - 1, number, number + FEWEST - 1)]
    return all(d.opening.is_whole for d in marks) and _turns_back(*(d.opening.printed.day for d in marks))


def _turns_back(first: Day, last: Day, again: Day, later: Day) -> bool:
    return (first <= last and again <= later and again < last) or (first >= last and again >= later and again > last)


def _years_printed(dated: Sequence[Dated]) -> list[bool]:
    """For each entry, whether its year stands on it or right above it."""
    found, above = [], False
    for item in dated:
        has_year = item.opening.has_year
        if item.context:
            above = above or has_year
        else:
            found.append(has_year or above)
            above = False
    return found


def _tells_again(before: Sequence[Day], after: Sequence[Day]) -> bool:
    """Whether what follows begins in the first half of a list and more than a year before its end.

    Three entries in a row have to lie before the end, so that no slip of order is a beginning, and the two lists to
    overlap, so that blocks of years in any order are one.
    """
    if not all(year for year, _, _ in (*before, *after[:FEWEST])):
        return False
    forwards = sum(a <= b for a, b in pairwise(before)) * 2 >= len(before)
    sign = 1 if forwards else -1
    above, below = [sign * _count(day) for day in before], [sign * _count(day) for day in after]
    slips = sum(a > b for a, b in pairwise(above))
    if slips * 4 > len(above) or above[0] >= above[-1] or below[0] > below[FEWEST - 1] or below[0] == max(below):
        return False
    early = below[0] < sorted(above)[len(above) // 2]
    return early and max(below[:FEWEST]) < above[-1] and max(below) > above[0]


def _count(day: Day) -> int:
    year, month, rest = day
    return 372 * year + 31 * month + rest
