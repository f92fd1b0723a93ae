"""Dates that open entries only where the rest of their list says so: days counted like ordinals, dated sentences,
months in figures, dates that lost the blank behind them.

Days under months and lost blanks are looked for everywhere, the others inside a section that has a heading; elsewhere
they are ordinals, prose and numbers.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.dateparts import DASHES, LED_THERE, year_of_digits
from chronicle.reading.grammar import match_date
from chronicle.reading.lines import Line
from chronicle.reading.openings import (
    PARTING,
    Opening,
    Sign,
    ends_sentence,
    in_sentence_of_same_day,
    sign_at,
    starts_text,
)
from chronicle.reading.passages import is_label, is_subheading, is_subtitle
from chronicle.reading.printed import Point, Printed
from chronicle.reading.surveying import Survey

_BEHIND = re.compile(r"\s?,?\s(?=\S)")
_GLUED = re.compile(r".{0,30}?\d(?=[A-Z][a-z]|A [a-z])")
_FIGURES = re.compile(r"\d{1,2}/\d{1,2}/\d\d")
_WHOLE_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}")
_SLIP = r"\d{1,2}[./-]\s?\d{1,2}[./ -]\s?\d{4}"
_SLIP_IN_FIGURES = re.compile(rf"(?P<first>{_SLIP})(?:\s?[{DASHES}/]\s?(?P<last>{_SLIP}))?(?!\d)")
_DIGITS = re.compile(r"\d+")
_MONTH_IN_FIGURES = re.compile(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>\d\d)(?![\d/])")
_OF_A_CASE = re.compile(
    r"\b(?:applicant|appellant|plaintiff|claimant|complainant|defendant|respondent|petitioner)s?\b"
    r"|\b(?:the (?:claim|appeal|hearing)|court (?:held|ordered))\b",
    re.IGNORECASE,
)
_LAST_DAY = 31
_FEWEST_MONTHS = 2
_FEWEST, _FEWEST_PARAGRAPHS, _FEWEST_TOLD = 3, 5, 6
_LONGEST_TOLD = 450  # characters of a paragraph that is an entry and no part of a story


def days(survey: Survey, dated: Sequence[Dated], end: int) -> dict[int, Opening]:
    """`9.` as a day of the month above, in a list whose months stand before the first of their days (`Jan. 3.`)."""
    stops = [d for d in dated if d.opening.sign is Sign.STOP and d.opening.printed.first.month]
    if len(stops) < _FEWEST or len(stops) * 2 < len(dated):
        return {}
    return _days_between(survey, dated[0].opening.line, end)


def days_behind_months(survey: Survey, start: int, end: int) -> dict[int, Opening]:
    """`October 16. Text`, `18. Text`: the first of a month's days prints it, in a list of few months and many days."""
    stops = {n: o for n in range(start, end) if (o := survey.openings.get(n)) is not None and _is_day_with_stop(o)}
    if not stops:
        return {}
    found = _days_between(survey, min(stops), end)
    if len(found) < _FEWEST_TOLD:
        return {}
    return {n: opening._replace(sign=Sign.COLON) for n, opening in {**stops, **found}.items()}


def _is_day_with_stop(opening: Opening) -> bool:
    whole = opening.has_day and not opening.is_bare_day and opening.printed.last is None
    return whole and opening.sign is Sign.STOP and not opening.has_year


def _days_between(survey: Survey, start: int, end: int) -> dict[int, Opening]:
    """The numbers at the heads of lines that count on from the day before, up to the next date."""
    found: dict[int, Opening] = {}
    last = _LAST_DAY
    for number in range(start, end):
        line, opening = survey.lines[number], survey.openings.get(number)
        if opening is not None:
            last = opening.printed.first.day or _LAST_DAY
        elif line.ordinal is not None and last < line.ordinal <= _LAST_DAY and starts_text(line.text):
            found[number] = _day(line, number, line.ordinal)
            last = line.ordinal
    return found


def _day(line: Line, number: int, day: int) -> Opening:
    start = line.body - len(f"{day}. ")
    return Opening(number, Printed(0, len(str(day)), Point(day=day)), str(day), Sign.STOP, start, line.body, False)


def days_under_months(survey: Survey) -> dict[int, Opening]:
    """`14. Orr. A fishing agreement is signed.`, `30-31 Ships gather.`: days of the month that stands alone above them.

    Items that only count begin with 1 under each of them, or go on from one to the next.
    """
    months = [n for n, o in sorted(survey.openings.items()) if _is_month_alone(survey, o)]
    found = [list(_numbered(survey, n, stop)) for n, stop in pairwise([*months, len(survey.lines)])]
    told = [openings for openings in found if openings]
    if len(told) < _FEWEST or len(told) * 4 < len(months) * 3:
        return {}
    if all(_counts(openings) for openings in told) or _count_on(told):
        return {}
    return {o.line: o for openings in told for o in openings}


def _is_month_alone(survey: Survey, opening: Opening) -> bool:
    first = opening.printed.first
    alone = opening.sign is Sign.END and first.month is not None and first.day is None and opening.printed.last is None
    return alone and survey.lines[opening.line].gap


def _numbered(survey: Survey, month: int, stop: int) -> Iterator[Opening]:
    """The days below a month, one after the other, each at the head of a paragraph; another date ends them."""
    last = 0
    for number in range(month + 1, stop):
        line, opening = survey.lines[number], survey.openings.get(number)
        if number in survey.dropped or not _is_apart(survey, number):
            continue
        if opening is not None and opening.is_bare_day and _tells_by_day(survey, opening):
            day = opening._replace(sign=Sign.COLON)
        elif opening is not None:
            if line.gap or opening.has_day:
                return
            continue  # a year at the head of a line that goes on, as sources break (`L. N. Doc. A. 16.`, `1925. IX.`)
        elif line.ordinal is not None and starts_text(line.text):
            day = _day(line, number, line.ordinal)._replace(sign=Sign.COLON)
        else:
            continue
        if not last < (day.printed.first.day or 0) <= _LAST_DAY:
            return
        last = day.printed.first.day or 0
        yield day


def _tells_by_day(survey: Survey, opening: Opening) -> bool:
    return opening.sign is Sign.STOP or (opening.sign is Sign.BLANK and starts_text(survey.words(opening)))


def _counts(openings: Sequence[Opening]) -> bool:
    return [o.printed.first.day for o in openings] == list(range(1, len(openings) + 1))


def _count_on(told: Sequence[Sequence[Opening]]) -> bool:
    """Whether the items are numbered through: 1 to 3 under one month, 4 and 5 under the next."""
    ends = [(each[0].printed.first.day or 0, each[-1].printed.first.day or 0) for each in told]
    return all(after[0] == before[1] + 1 for before, after in pairwise(ends))


def months_in_figures(survey: Survey, dated: Sequence[Dated]) -> dict[int, Opening]:
    """`12/00` as a month among dates such as `11/21/00`, where it keeps the order of the two around it."""
    return _among(survey, dated, _FIGURES, _month_in_figures)


def days_in_figures(survey: Survey, dated: Sequence[Dated]) -> dict[int, Opening]:
    """`01.03 2012`, `08-03-2011 / 24-02.2012` as days among dates such as `12-10-2011`, where they keep the order of
    the two around them: a slip in the signs between the figures.
    """
    return _among(survey, dated, _WHOLE_FIGURES, _day_in_figures)


def _among(
    survey: Survey,
    dated: Sequence[Dated],
    figures: re.Pattern[str],
    opening_at: Callable[[Survey, int], Opening | None],
) -> dict[int, Opening]:
    """The dates at the heads of lines between those of a list in figures that keep the order of these."""
    alike = [d for d in dated if figures.fullmatch(d.opening.date_text)]
    if len(alike) < _FEWEST or len(alike) * 2 < len(dated):
        return {}
    found: dict[int, Opening] = {}
    for before, after in pairwise(d.opening for d in dated):
        for number in range(before.line + 1, after.line):
            opening = opening_at(survey, number)
            if opening is not None and _in_order(*(o.printed for o in (before, opening, after))):
                found[number] = opening
    return found


def _day_in_figures(survey: Survey, number: int) -> Opening | None:
    line = survey.lines[number]
    m = _SLIP_IN_FIGURES.match(line.text)
    sign = sign_at(line.text, m.end()) if m else None
    if m is None or sign is None or number in survey.dropped or not starts_text(line.text[sign[1] :]):
        return None
    printed = match_date(" - ".join("-".join(_DIGITS.findall(end)) for end in (m["first"], m["last"]) if end))
    if printed is None:
        return None
    return Opening(number, printed._replace(end=m.end()), m[0], sign[0], line.body, line.body + sign[1], False)


def _month_in_figures(survey: Survey, number: int) -> Opening | None:
    line = survey.lines[number]
    m = _MONTH_IN_FIGURES.match(line.text)
    sign = sign_at(line.text, m.end()) if m else None
    if m is None or sign is None or sign[0] not in PARTING or number in survey.dropped:
        return None
    printed = Printed(0, m.end(), Point(year_of_digits(m["year"]), int(m["month"])))
    return Opening(number, printed, m[0], sign[0], line.body, line.body + sign[1], False)


def _in_order(before: Printed, printed: Printed, after: Printed) -> bool:
    """By years, and by months too where the order of the figures is plain; a year that both have tells nothing."""
    points = [(each.year or 0, 0 if each.numbers else each.first.month or 0) for each in (before, printed, after)]
    if points[0][0] == points[2][0] or not all(year for year, _ in points):
        return False
    return points in (sorted(points), sorted(points, reverse=True))


def glued(survey: Survey) -> dict[int, Opening]:
    """`1941General ...`, `May 3Talks ...`: the blank behind a date is lost that keeps the order of those around it."""
    candidates = {n: o for n, line in enumerate(survey.lines) if (o := _glued(survey, line, n)) is not None}
    if not candidates or (len(survey.openings) < _FEWEST and len(candidates) < _FEWEST_PARAGRAPHS):
        return {}
    whole = [o for _, o in sorted({**survey.openings, **candidates}.items()) if _telling(o)]
    return {
        o.line: o
        for before, o, after in zip(whole, whole[1:], whole[2:], strict=False)
        if o.line in candidates and _is_between(*(each.printed for each in (before, o, after)))
    }


def _glued(survey: Survey, line: Line, number: int) -> Opening | None:
    shorter = survey.openings.get(number)
    if number in survey.dropped or (shorter is not None and (shorter.has_day or shorter.has_year)):
        return None
    m = _GLUED.match(line.text)
    printed = match_date(m[0]) if m else None
    if m is None or printed is None or printed.end != m.end() or not _is_apart(survey, number):
        return None
    return Opening(number, printed, m[0], Sign.COLON, line.body, line.body + m.end(), False)


def _is_apart(survey: Survey, number: int) -> bool:
    return survey.lines[number].gap or ends_sentence(survey.lines[number - 1].text)


def _telling(opening: Opening) -> bool:
    return opening.has_year or (opening.has_day and not opening.is_bare_day)


def _is_between(before: Printed, printed: Printed, after: Printed) -> bool:
    """Whether a date keeps the order of its neighbours, which print as much of their dates."""
    if printed.year is not None:
        years = [each.year for each in (before, printed, after) if each.year is not None]
        return len(years) == 3 and years in (sorted(years), sorted(years, reverse=True))
    days = [(each.first.month or 0, each.first.day or 0) for each in (before, printed, after)]
    return before.year is None and days in (sorted(days), sorted(days, reverse=True))


def sentences(survey: Survey, start: int, stop: int) -> dict[int, Opening]:
    """`On 3 March 2014, the two met ...` as entries, where most items of a list or most paragraphs begin so."""
    lines = {n: survey.lines[n] for n in range(start, stop) if n not in survey.dropped}
    items = {n: line for n, line in lines.items() if line.bullet or line.ordinal is not None}
    paragraphs = {n: line for n, line in lines.items() if line.gap and not (is_subheading(line) or is_label(line))}
    return _mostly(items, _FEWEST) or _mostly(paragraphs, _FEWEST_PARAGRAPHS)


def _mostly(lines: Mapping[int, Line], fewest: int) -> dict[int, Opening]:
    found = _sentences(lines)
    return found if len(found) >= fewest and len(found) * 5 >= len(lines) * 3 else {}


def _sentences(lines: Mapping[int, Line]) -> dict[int, Opening]:
    found: dict[int, Opening] = {}
    last: Opening | None = None
    for number, line in lines.items():
        opening = dated_sentence(line, number) or (in_sentence_of_same_day(line, number, last) if last else None)
        if opening is not None:
            found[number] = last = opening
    return found


def told(survey: Survey) -> dict[int, Opening]:
    """`On 3 March 2014, the two met ...` as entries without the heading of a chronology.

    Essays begin paragraphs so too, but not one after the other: here each does between two titles, or each item of
    a list, short, with its year, from the oldest to the newest. Judgments tell cases so, mostly in numbered paragraphs.
    """
    found: dict[int, Opening] = {}
    for run in (*_runs(survey), *_items_told(survey)):
        openings = _sentences({n: survey.lines[n] for n in run})
        if len(openings) == len(run) >= _FEWEST_TOLD and _are_told(survey, run, list(openings.values())):
            found |= openings
    return found


# `[ Print ] [ Suggest to a friend ]`: what a page offers.
_IN_BRACKETS = re.compile(r"(?:\[[^\[\]]{1,40}\]\s{0,3}){1,8}")


def _runs(survey: Survey) -> Iterator[list[int]]:
    """The first lines of the paragraphs between two titles, and of the items of each list."""
    run: list[int] = []
    items = False
    for number, line in enumerate(survey.lines):
        if number in survey.dropped or not line.gap:
            continue
        title = is_subheading(line) or is_subtitle(line) or is_label(line) or line.text.endswith(":") or line.row
        title = title or _IN_BRACKETS.fullmatch(line.text) is not None
        if title or line.bullet is not items:
            yield run
            run, items = [], line.bullet
        if not title:
            run.append(number)
    yield run


def _items_told(survey: Survey) -> Iterator[list[int]]:
    """The items that lead paragraphs, as wires lead them (`-- On May 26, 2018, ...`), with further ones between."""
    run: list[int] = []
    for number, line in enumerate(survey.lines):
        if number in survey.dropped or not (line.bullet and line.gap):
            continue
        if dated_sentence(line, number) is None:
            yield run
            run = []
        else:
            run.append(number)
    yield run


def _are_told(survey: Survey, run: Sequence[int], openings: Sequence[Opening]) -> bool:
    days = [o.printed.day for o in openings]
    if any(not year for year, _, _ in days) or any(a > b for a, b in pairwise(days)):
        return False
    if sum(_OF_A_CASE.search(survey.lines[n].text) is not None for n in run) * 4 >= len(run):
        return False
    whole = sum(o.has_day for o in openings)
    numbered = any(survey.lines[n].ordinal is not None for n in run)
    ends = [survey.lines[n - 1].end for n in run[1:]]
    longest = max(end - survey.lines[n].start for n, end in zip(run, ends, strict=False))
    return whole * 3 >= len(run) * 2 and not numbered and longest <= _LONGEST_TOLD


def days_under_headings(survey: Survey, dated: Sequence[Dated], end: int) -> dict[int, Opening]:
    """`On 4 February, ...` as an entry, where most years or months alone on their lines stand over such paragraphs."""
    stops = [*(d.opening.line for d in dated[1:]), end]
    heads = [(d, stop) for d, stop in zip(dated, stops, strict=True) if _is_head(d)]
    # Over `From 16 to 21 December, ...`, whose date shows by itself, a month only seems to head further dates.
    found = [days for d, stop in heads if (days := _under(survey, d, stop)) or not d.context]
    led = sum(map(bool, found))
    if led < _FEWEST or led * 2 < len(found) or len(found) * 2 < len(dated):
        return {}
    return {n: opening for openings in found for n, opening in openings.items()}


def _is_head(item: Dated) -> bool:
    return item.opening.sign is Sign.END and not item.opening.has_day


def _under(survey: Survey, item: Dated, stop: int) -> dict[int, Opening]:
    lines = ((n, survey.lines[n]) for n in range(item.opening.line + 1, stop) if n not in survey.dropped)
    openings = {n: o for n, line in lines if line.gap and (o := dated_sentence(line, n)) is not None}
    return {n: o for n, o in openings.items() if _is_day_of(o.printed, item.opening.printed)}


def _is_day_of(day: Printed, head: Printed) -> bool:
    return day.first.day is not None and head.first.month in (None, day.first.month)


def months_under_years(survey: Survey, dated: Sequence[Dated], end: int) -> dict[int, Opening]:
    """`In June, ...`, `From August to October, ...` as entries, where all paragraphs under a year alone begin so.

    One alone is what the year tells.
    """
    found: dict[int, Opening] = {}
    for item, stop in zip(dated, [*(d.opening.line for d in dated[1:]), end], strict=True):
        if _is_head(item) and item.opening.printed.first.month is None and item.opening.printed.last is None:
            found |= _months_told(survey, item.opening, stop)
    return found


def _months_told(survey: Survey, year: Opening, stop: int) -> dict[int, Opening]:
    """The sentences with the months of a year, one after the other, if nothing else stands below it."""
    paragraphs = [n for n in range(year.line + 1, stop) if survey.lines[n].gap and n not in survey.dropped]
    found = {n: o for n in paragraphs if (o := dated_sentence(survey.lines[n], n)) is not None}
    months = [o.printed.first.month or 0 for o in found.values()]
    same = all(o.printed.year in (None, year.printed.year) and not o.has_day for o in found.values())
    in_order = all(a < b for a, b in pairwise([0, *months]))
    return found if same and in_order and len(found) == len(paragraphs) >= _FEWEST_MONTHS else {}


def dated_sentence(line: Line, number: int) -> Opening | None:
    """The date within a sentence; the entry's text is the sentence, whole."""
    lead = LED_THERE.match(line.text)
    printed = match_date(line.text, lead.end()) if lead else None
    if printed is None or not _BEHIND.match(line.text, printed.end):
        return None
    words = line.text[printed.start : printed.end]
    return Opening(number, printed, words, Sign.COLON, line.body, line.body, False)
