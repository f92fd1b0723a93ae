"""Several entries that share one date: the items of a list, or hours, under a date alone on its line, sentences with
bullets below an entry, rows of a table without a date of their own.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chronicle.reading.clock import HOUR, TO_HOUR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading, may_end_section
from chronicle.reading.lookalikes import OF_PROGRAMMES
from chronicle.reading.openings import Opening, Sign, ends_sentence, sharing, sign_at, starts_text, tells
from chronicle.reading.printed import is_wordless
from chronicle.reading.secondlook import dated_sentence
from chronicle.reading.surveying import Survey, assembled

_OF_PARAGRAPHS = ("–", "—", "--", "---")  # dashes open paragraphs of one entry too
_SECOND_NOTE = re.compile(r"(?:\*\*|†|‡)\s?[A-Z]")  # behind a first that is marked `*`
_NOTE_LINES = 5
_FEWEST_HOURS = 4
_NEAR = 8  # lines between a heading and the first hour
_HOUR = re.compile(rf"(?!(?:at\s)?\d{{1,2}}[:.h]\d\d:){HOUR}", re.IGNORECASE)  # not to the second
_TO_HOUR = re.compile(TO_HOUR, re.IGNORECASE)


def with_shared_dates(survey: Survey) -> Survey:
    """The survey with an opening for each entry that shares the date above it with others."""
    items = {**_of_lists(survey), **_rows(survey)}
    hours = _hours(survey)
    if not items and not hours:
        return survey
    heads = {n - 1 for n in hours if n - 1 in survey.openings and n - 1 not in hours}
    openings = {n: o for n, o in survey.openings.items() if n not in heads}
    return assembled(survey.lines, {**openings, **items, **hours}, survey.dropped | heads)


def _of_lists(survey: Survey) -> dict[int, Opening]:
    """The items of lists under a date alone and below an entry."""
    if not any(line.bullet for line in survey.lines):
        return {}
    return {**_items(survey), **_items_of_years(survey), **_items_below(survey)}


def _items(survey: Survey) -> dict[int, Opening]:
    """The items of a list behind its first, right under a date that is alone on its line: each is an entry."""
    found: dict[int, Opening] = {}
    for date in _alone(survey):
        items = list(_list_under(survey, date.line))
        if all(_is_entry(survey, n) for n in items) and not _are_dated(survey, items):
            found |= {n: sharing(date, survey.lines[n], n, Sign.END, survey.lines[n].body) for n in items[1:]}
    return found


def _items_of_years(survey: Survey) -> dict[int, Opening]:
    """`- The two agree.` under `2005` and before `- November 30 - ...`: what the year tells without a day."""
    found: dict[int, Opening] = {}
    for date in _alone(survey):
        end, items = _bullets_below(survey, date.line)
        following = survey.openings.get(items[-1][1] + 1) if items and end == date.line else None
        if following is None or not _is_year_over(date, following) or not survey.lines[following.line].bullet:
            continue
        if all(_is_sentence(survey, *item) for item in items):
            found |= {n: sharing(date, survey.lines[n], n, Sign.END, survey.lines[n].body) for n, _ in items}
    return found


def _is_year_over(year: Opening, date: Opening) -> bool:
    is_year = year.has_year and year.printed.first.month is None and year.printed.last is None
    return is_year and not year.printed.decade and date.printed.first.month is not None and not date.has_year


def _alone(survey: Survey) -> Iterator[Opening]:
    """The dates with nothing on their lines and no other date right beneath."""
    for opening in survey.openings.values():
        nothing = opening.tail is None and is_wordless(survey.words(opening))
        if nothing and opening.line + 1 not in survey.openings:
            yield opening


def _list_under(survey: Survey, at: int) -> Iterator[int]:
    """The first lines of the items that stand under a line; none if the first of them have dates of their own.

    Under a date that is an item itself the next date ends the list.
    """
    nested = survey.lines[at].bullet
    items = []
    for number in range(at + 1, len(survey.lines)):
        line = survey.lines[number]
        if number in survey.dropped:
            continue
        if number in survey.openings and line.bullet and not nested:
            return
        if number in survey.openings or (line.gap and not line.bullet):
            break
        if line.bullet:
            items.append(number)
        elif not items:
            return
    yield from items


def _is_entry(survey: Survey, number: int) -> bool:
    return tells(survey.lines[number].text)


def _are_dated(survey: Survey, items: Sequence[int]) -> bool:
    """Whether most items are sentences with days of their own: `On 3 May, ...` under a year."""
    dated = sum(dated_sentence(survey.lines[n], n) is not None for n in items)
    return dated * 2 > len(items)


def _items_below(survey: Survey) -> dict[int, Opening]:
    """`27: Inspectors report.` with `• Arms stay banned.` below: sentences that do not go on with the entry."""
    found: dict[int, Opening] = {}
    last = max(survey.openings, default=0)  # behind which anything may follow
    for date in survey.openings.values():
        own = survey.lines[date.line]
        if date.line == last or own.bullet or own.row or date.tail is not None or is_wordless(survey.words(date)):
            continue
        end, items = _bullets_below(survey, date.line)
        if items and ends_sentence(survey.lines[end].text) and all(_is_sentence(survey, *item) for item in items):
            found |= {n: sharing(date, survey.lines[n], n, Sign.END, survey.lines[n].body) for n, _ in items}
    return found


def _bullets_below(survey: Survey, at: int) -> tuple[int, list[tuple[int, int]]]:
    """The last line of the paragraph that begins at a line; first and last lines of the items right below it."""
    end, items = at, []
    for number in range(at + 1, len(survey.lines)):
        line = survey.lines[number]
        if number in survey.dropped:
            continue
        if number in survey.openings or (line.gap and not line.bullet) or _is_note(survey, number):
            break
        if line.bullet:
            items.append((number, number))
        elif items:
            items[-1] = (items[-1][0], number)
        else:
            end = number
    return end, items


def _is_note(survey: Survey, number: int) -> bool:
    """`* Lecturer in law.` over `** Her assistant.`: notes at the foot, who the authors are."""
    below = survey.lines[number + 1 : number + _NOTE_LINES]
    return survey.lines[number].sign == "*" and any(_SECOND_NOTE.match(line.text) for line in below)


def _is_sentence(survey: Survey, first: int, last: int) -> bool:
    begins = survey.lines[first]
    if begins.sign in _OF_PARAGRAPHS or match_date(begins.text) is not None:
        return False
    return starts_text(begins.text) and ends_sentence(survey.lines[last].text)


def _rows(survey: Survey) -> dict[int, Opening]:
    """The rows below one with a date whose own cells of the date are empty, where a new sentence begins in each."""
    found: dict[int, Opening] = {}
    date: Opening | None = None
    above = ""
    for number, line in enumerate(survey.lines):
        if number in survey.dropped:
            continue
        opening = survey.openings.get(number)
        if opening is not None:
            date = opening if line.row and opening.sign is Sign.CELL else None
            above = _first_cell(survey.words(opening)) if date else ""
        elif date is None or not line.row or line.empty != _cells_of(survey, date):
            date = None
        elif ends_sentence(above) and tells(_first_cell(line.text)) and not may_end_section(line.text):
            found[number] = sharing(date, line, number, Sign.CELL, line.body)
            above = _first_cell(line.text)
    return found


def _cells_of(survey: Survey, date: Opening) -> int:
    """Over how many cells a date runs: `| 1992 | 7 February | Text`."""
    line = survey.lines[date.line]
    return line.empty + max(1, line.text[: max(0, date.text_start - line.body)].count("|"))


def _first_cell(words: str) -> str:
    return words.partition("|")[0].strip()


def _hours(survey: Survey) -> dict[int, Opening]:
    """`11:40  The minister tells ...` under a day alone on its line, in a log of events."""
    found: dict[int, Opening] = {}
    day: Opening | None = None
    for number in range(len(survey.lines)):
        opening = survey.openings.get(number)
        if opening is not None and not _HOUR.match(survey.lines[number].text):
            day = opening if _is_day_alone(opening) else None
        elif day is not None and number not in survey.dropped:
            hour = _hour(survey, day, number)
            if hour is not None:
                found[number] = hour
    return found if len(found) >= _FEWEST_HOURS and _is_log(survey, sorted(found)) else {}


def _is_day_alone(opening: Opening) -> bool:
    return opening.sign is Sign.END and opening.has_day and not opening.is_bare_day and opening.printed.last is None


def _hour(survey: Survey, day: Opening, number: int) -> Opening | None:
    line = survey.lines[number]
    m = _HOUR.match(line.text)
    sign = sign_at(line.text, m.end()) if m else None
    if sign is None or not starts_text(line.text[sign[1] : sign[1] + 8]):
        return None
    return sharing(day, line, number, Sign.COLON, line.body + sign[1])


def _is_log(survey: Survey, hours: Sequence[int]) -> bool:
    """Whether hours tell what happened: in sentences, and to the minute unless a chronology's heading stands above.

    Programmes name what is to come, from one hour to another, and begin nothing at 9:47.
    """
    first = [survey.lines[n].text for n in hours]
    if sum(bool(OF_PROGRAMMES.search(t) or _to_hour(t)) for t in first) * 5 > len(hours):
        return False
    if len({_HOUR.sub("", t, 1) for t in first}) * 5 < len(hours) * 4:
        return False  # a timetable
    if sum(map(ends_sentence, _last_lines(survey, hours))) * 5 < len(hours) * 4:
        return False
    odd = sum(int(m["minute"]) % 5 > 0 for t in first if (m := _HOUR.match(t)))
    top = range(max(0, hours[0] - _NEAR), hours[0])
    return odd * 8 >= len(hours) or any(is_chronology_heading(survey.lines[n].text) for n in top)


def _last_lines(survey: Survey, hours: Sequence[int]) -> Iterator[str]:
    """The last line of what each hour tells."""
    following = dict(pairwise(sorted({*hours, *survey.openings})))
    return (survey.lines[following.get(n, n + 1) - 1].text for n in hours)


def _to_hour(text: str) -> bool:
    m = _HOUR.match(text)
    return m is not None and _TO_HOUR.match(text, m.end()) is not None
