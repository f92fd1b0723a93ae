"""Which of the dates at the heads of lines open an entry, and which only head further dates."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from chronicle.reading.dateparts import LED
from chronicle.reading.furniture import is_notice
from chronicle.reading.headings import ends_section, is_chronology_heading, may_end_section
from chronicle.reading.openings import PARTING, Opening, Sign, ends_sentence, hangs, starts_text
from chronicle.reading.printed import Printed, is_wordless
from chronicle.reading.surveying import Survey

_DIGITS = re.compile(r"\d+")
_MONTHS = 12
_MOST_OF_A_YEAR = 6  # months
_LETTERS = re.compile(r"[^\W\d_]")
# What stands behind the first year of `1947-89 | 90 | 91 | 92-93`, the way to the pages of other years.
_OTHER_YEARS = re.compile(r"[\s|/·•]*\d\d(?:\d\d)?(?:[\s|/·•,–—-]{1,5}\d\d(?:\d\d)?){1,200}[\s|/·•]*")
_NUMBERED = re.compile(r"[IVX]{1,4}\.\s+[A-Z][^.]*$")  # the heading of a part of an article
_SOON = 5  # years from the end of `1989–90` to the next year of its list
_GAP_LINES, _GAP_SIGNS = 12, 6000  # undated lines and characters after which a list is over
_TITLE_WORDS = 8
_AHEAD = 4  # lines within which a heading's first date or an entry's text has to stand
_APART = PARTING | {Sign.END}  # no sentence goes on behind the date


class Dated(NamedTuple):
    """An opening that was accepted; `context` is true for a year or month heading over further dates."""

    opening: Opening
    context: bool = False


class Habits:
    """How often each sign follows a date in a stretch of text, for dates with a day and for years alone.

    `wordless` are the dates with no words on their lines, be there a colon behind them.
    `years`: some single day prints its year. `days_alone`: most dates with a day stand alone on their lines;
    `alone`: these, or else most months. `is_short`: most print no year. `spans`: most are two months or years
    alone on their lines. `by_month`: each month of most of a year has its paragraph, with a
    full stop behind its name (`JANUARY. Talks open ...`).
    """

    def __init__(self, openings: Sequence[Opening], wordless: Sequence[Opening]) -> None:
        self._days = Counter(o.sign for o in openings if o.has_day and not o.is_bare_day)
        self._years = Counter(o.sign for o in openings if not o.has_day)
        self.years = any(o.is_whole and not o.printed.last for o in openings)
        short = [o for o in openings if o.printed.short]
        has_days = any(max(map(int, _DIGITS.findall(o.date_text)), default=0) > _MONTHS for o in short)
        both, own = self._days + self._years, sum(o.has_day and not o.is_bare_day for o in wordless)
        months = Counter(o.sign for o in openings if o.printed.first.month is not None and not o.has_day)
        self.days_alone = own >= 3 and own * 2 >= self._days.total()
        days = bool(own) and len(wordless) >= 3 and len(wordless) * 2 >= both.total()
        self.alone = days or (not self._days and _rules(months, Sign.END))
        named = [o.printed.first.month for o in openings if is_month_with_stop(o)]
        self.by_month = len(named) >= _MOST_OF_A_YEAR and len(set(named)) == len(named) > self._days.total()
        spans = sum(o.sign is Sign.END and o.printed.last is not None and not o.has_day for o in openings)
        self.spans = spans >= 3 and spans * 2 >= len(openings)
        self.is_short = has_days and len(short) >= 3 and len(short) * 2 >= len(openings)

    def rule(self, opening: Opening) -> bool:
        """Whether this opening's sign is what this list mostly prints."""
        counts = self._days if opening.has_day else self._years
        if _rules(counts, opening.sign):
            return True
        if opening.is_whole:
            return _rules(self._years, opening.sign)
        is_month = opening.has_year and opening.printed.first.month is not None and not opening.has_day
        return is_month and self.days_rule(_sign_behind(opening))

    def days_rule(self, sign: Sign) -> bool:
        """Whether this sign is what mostly follows the dates that have a day."""
        return _rules(self._days, sign)

    @property
    def tells_years(self) -> bool:
        """Whether several entries have no day."""
        return self._years.total() >= 3

    def seen(self, sign: Sign, times: int) -> bool:
        return self._days[sign] + self._years[sign] >= times


def is_month_with_stop(opening: Opening) -> bool:
    """`JANUARY. Talks open ...`: a month without a day and a year, a full stop behind it."""
    first = opening.printed.first
    alone = first.month is not None and first.day is None and first.part is None and not opening.has_year
    return alone and opening.printed.last is None and _sign_behind(opening) is Sign.STOP


def _rules(counts: Counter[Sign], sign: Sign) -> bool:
    return counts[sign] >= 3 and counts[sign] * 2 >= counts.total()


def accepted(survey: Survey, start: int, stop: int, *, headed: bool) -> tuple[list[Dated], int]:
    """The dates of a stretch of lines, in order, and the line where the section ends."""
    stop = _end_of_section(survey, start, stop)
    within = [survey.openings[n] for n in range(start, stop) if n in survey.openings]
    habits = Habits(within, [o for o in within if _is_alone(survey, o)])
    months = [o for o in within if o.printed.first.month is not None]
    titles = [n for n in range(start, stop) if survey.lines[n].heading and n not in survey.openings]
    dated: list[Dated] = []
    month_known = month_headed = False
    for opening, following in zip_longest(within, within[1:]):
        if dated and headed and _is_far(survey, dated[-1].opening.line, opening.line):
            break
        if not dated and _is_period(survey, opening, habits, months) and not _is_before(opening, following):
            continue
        if dated and not headed and _is_of_another_table(titles, dated[-1].opening, opening):
            continue
        item = _judged(survey, opening, habits, stop, month_known, month_headed, headed)
        if item is None:
            continue
        dated.append(item)
        has_month = opening.printed.first.month is not None
        month_known = month_known or has_month
        month_headed = (month_headed or has_month) if item.context else month_headed
    while dated and dated[-1].context:
        dated.pop()
    return dated, stop


def _is_alone(survey: Survey, opening: Opening) -> bool:
    """Whether a date has its line for itself: `3 May 1998`, `3 May 1998:`."""
    signed = opening.sign in (Sign.END, Sign.COLON)
    return signed and not opening.is_bare_day and is_wordless(survey.words(opening))


def _end_of_section(survey: Survey, start: int, stop: int) -> int:
    seen, last = False, max((n for n in survey.openings if start <= n < stop), default=stop)
    leads: set[str] = set()  # of credits and notes that entries have
    for number in range(start, stop):
        opening, text = survey.openings.get(number), survey.lines[number].text
        if opening is not None and not (opening.is_bare_day and ends_section(text)):
            seen = True
            continue
        if number > last and is_notice(survey.lines[number]) and not _is_repeated(survey, number):
            return _paragraph_of(survey, number)
        if number in survey.dropped:
            continue
        if not seen or not (ends_section(text) or may_end_section(text)):
            continue
        lead = text.split()[0]
        if ends_section(text) or not (_goes_on(survey, number, stop) or lead in leads):
            return number
        leads.add(lead)
    return stop


def _is_repeated(survey: Survey, number: int) -> bool:
    """Whether a line stands at the foot of other pages too, so that what it ends is a page."""
    return sum(line.text == survey.lines[number].text for line in survey.lines) > 1


def _paragraph_of(survey: Survey, number: int) -> int:
    """The first line of the paragraph in which a line stands, below the last date."""
    while not survey.lines[number].gap and number - 1 not in survey.openings:
        number -= 1
    return number


def _goes_on(survey: Survey, number: int, stop: int) -> bool:
    """Whether further dates of the list follow soon behind a line that names a source or adds a note."""
    ahead = range(number + 1, min(stop, number + _AHEAD))
    below = next((n for n in ahead if n in survey.openings or ends_section(survey.lines[n].text)), None)
    return below in survey.openings


def _is_far(survey: Survey, before: int, after: int) -> bool:
    if survey.paragraphs(before, after) <= _GAP_LINES:
        return False
    return survey.lines[after].start - survey.lines[before].end > _GAP_SIGNS


def _is_of_another_table(titles: Sequence[int], before: Opening, opening: Opening) -> bool:
    """`| 1-2 | Subject file` below a heading: no days of the month in the table above it."""
    if not opening.is_bare_day or opening.sign is not Sign.CELL:
        return False
    return bisect_right(titles, before.line) < bisect_right(titles, opening.line)


def _judged(
    survey: Survey,
    opening: Opening,
    habits: Habits,
    stop: int,
    month_known: bool,
    month_headed: bool,
    headed: bool,
) -> Dated | None:
    if opening.printed.short and not (habits.is_short and (headed or opening.sign in _APART)):
        return None
    if not opening.has_day and not habits.rule(opening) and not _stands_apart(survey, opening):
        return None
    if _is_context(survey, opening, habits, stop):
        return Dated(opening, context=True)
    if not _has_text(survey, opening, habits, stop):
        return None
    if opening.is_bare_day:
        strong = opening.sign in _APART or opening.bold or opening.date_text[-1].isalpha()
        habit = headed and opening.sign is Sign.STOP and habits.days_rule(Sign.STOP)
        bare = (month_headed and strong) or (month_known and (habit or opening.sign in (Sign.COLON, Sign.CELL)))
        return Dated(opening) if bare and starts_text(survey.words(opening) or "A") else None
    return Dated(opening) if _opens(survey, opening, habits, headed) else None


def _is_period(survey: Survey, opening: Opening, habits: Habits, months: Sequence[Opening]) -> bool:
    """The line of months, years or days that stands above a list; `months` are the dates that print a month."""
    first, last = opening.printed.first, opening.printed.last
    if last is None or habits.spans or not is_wordless(survey.words(opening)):
        return False
    if not opening.has_day or not habits.days_alone:
        return True
    long = opening.has_year and first.month != last.month
    return long and (not habits.years or _spans_the_list(opening, months))


def _is_before(span: Opening, following: Opening | None) -> bool:
    """`1989–90` over words of its own, and `1991` over those of its days: years that end before the rest of a list."""
    if following is None or following.sign is not Sign.END or following.line == span.line + 1:
        return False
    year, first, last = following.printed.year, span.printed.first, span.printed.last
    if year is None or following.printed.first.month or first.month or first.year is None or last is None:
        return False
    return 0 < year - (last.year or first.year) <= _SOON or year == first.year - 1


def _spans_the_list(opening: Opening, months: Sequence[Opening]) -> bool:
    """`16 MAY–15 AUGUST 2000` over `16 MAY 2000`: the first entry is of its first day, the last of its last month."""
    behind = bisect_right(months, opening.line, key=lambda o: o.line)
    if behind == len(months) or opening.printed.last is None:
        return False
    begins, entry, latest = opening.printed.first, months[behind].printed.first, months[-1].printed.first
    return (begins.month, begins.day) == (entry.month, entry.day) and latest.month == opening.printed.last.month


def _stands_apart(survey: Survey, opening: Opening) -> bool:
    """Whether no sentence runs over from the line before: there is a gap, a full stop, or a line of its own."""
    number = opening.line - 1
    if survey.lines[opening.line].gap or number in survey.dropped:
        return True
    above = survey.openings.get(number)
    alone = above is not None and is_wordless(survey.words(above))
    text = survey.lines[number].text
    return alone or ends_sentence(text) or text.endswith(":") or is_chronology_heading(text)


def _is_context(survey: Survey, opening: Opening, habits: Habits, stop: int) -> bool:
    """A year or a month alone, over dates that say more and begin within a few lines, at once if dates stand alone."""
    first, ahead = opening.printed.first, 1 if habits.alone else _AHEAD - 1
    words = survey.words(opening).strip(" :.|()")
    if opening.has_day or first.part or not (is_wordless(words) or _is_title_of_years(opening, words)):
        return False
    if _breaks_off_above(survey, opening):
        return False
    below = (n for n in range(opening.line + 1, stop) if n not in survey.dropped)
    for away, number in enumerate(islice(below, ahead)):
        following = survey.openings.get(number)
        if following is not None and not away and _is_printed_again(opening, following):
            return True
        if following is not None and not _is_in_sentence(following, habits):
            more = following.has_day or (first.month is None and following.printed.first.month is not None)
            more = more or (not away and _covers(opening.printed, following.printed))
            return more and not (away and _tells_itself(survey, opening, following))
    return False


def _covers(head: Printed, below: Printed) -> bool:
    """Whether years stand over one of them: `1970s` over `1971`, `1978-1992` over `1979: ...`."""
    if head.decade:
        return not below.decade
    return (
        head.last is not None and below.last is None and below.year is not None and not _is_of_another_year(below, head)
    )


def _tells_itself(survey: Survey, head: Opening, below: Opening) -> bool:
    """Whether what stands between years and the next date is told of them: that date is of another year, or is whole
    itself below years that have a sentence (`1994 to 1996`, `A convention fails ...`, `April 6, 1994: ...`).
    """
    if _is_of_another_year(below.printed, head.printed):
        return True
    between = (survey.lines[n].text for n in range(head.line + 1, below.line) if n not in survey.dropped)
    return head.printed.last is not None and below.is_whole and any(map(ends_sentence, between))


def _is_printed_again(head: Opening, below: Opening) -> bool:
    """Whether an entry shares the date of the line above, or prints the year anew that stands there by itself."""
    if below.date_at == head.start:
        return True
    same = below.printed.year == head.printed.year and below.date_text.strip(":") == head.date_text.strip(":")
    return same and head.has_year and head.sign is Sign.END and below.sign is Sign.END


def _is_title_of_years(opening: Opening, words: str) -> bool:
    """`- 1949: Separation -`, a title between dashes; `1975 – 1981 Towards Independence`, years and no sign."""
    if opening.printed.first.month is not None or len(words.split()) > _TITLE_WORDS:
        return False
    if words[-1] in "-–—":
        return True
    capitals = all(word[0].isupper() or len(word) < 4 for word in words.split())
    return opening.printed.last is not None and opening.sign is Sign.BLANK and capitals and words[-1].isalnum()


def _is_in_sentence(opening: Opening, habits: Habits) -> bool:
    """`In July a second accord is signed.`: a month within a sentence that tells of the year above."""
    if opening.has_day or opening.has_year or not LED.match(opening.date_text):
        return False
    return opening.sign in (Sign.BLANK, Sign.COMMA) and not habits.days_rule(opening.sign)


def _is_of_another_year(printed: Printed, head: Printed) -> bool:
    """Whether a date prints a year that a heading does not cover: then what stands between is the heading's own."""
    if printed.year is None or head.year is None:
        return False
    last = head.last.year if head.last and head.last.year else head.year + (9 if head.decade else 0)
    return not head.year <= printed.year <= last


def _has_text(survey: Survey, opening: Opening, habits: Habits, stop: int) -> bool:
    """Words behind the date, on its line or on one that no other date opens."""
    words = survey.words(opening)
    row = survey.lines[opening.line].row
    if _LETTERS.search(words):
        return not row or _is_prose(words)
    if (row and words.strip(" |")) or _OTHER_YEARS.fullmatch(words):
        return False
    for number in range(opening.line + 1, min(stop, opening.line + _AHEAD)):
        if number not in survey.dropped and not _NUMBERED.match(survey.lines[number].text):
            other = survey.openings.get(number)
            return other is None or other.is_bare_day or _is_in_sentence(other, habits)
    return False


def _is_prose(cells: str) -> bool:
    """A table's row tells something if letters outweigh its figures."""
    letters = len(_LETTERS.findall(cells))
    if letters >= 6 and not any(c.isdigit() for c in cells):
        return True
    return letters >= 12 and letters > 2 * sum(c.isdigit() for c in cells)


def _breaks_off_above(survey: Survey, opening: Opening) -> bool:
    """Whether the head of a page parts a date from its sentence: `... is retaken in`, `April.`"""
    number = opening.line - 1
    if number not in survey.dropped or opening.has_year:
        return False
    while number >= 0 and number in survey.dropped:
        number -= 1
    return number >= 0 and hangs(survey.lines[number].text)


def _opens(survey: Survey, opening: Opening, habits: Habits, headed: bool) -> bool:
    line = survey.lines[opening.line]
    if not line.gap and opening.line and hangs(survey.lines[opening.line - 1].text):
        return False
    stated = opening.has_day or opening.has_year or opening.printed.first.part is not None
    plain = opening.bold and opening.sign is Sign.BLANK and not starts_text(survey.words(opening))
    if plain and not opening.has_day and not (habits.tells_years and habits.rule(opening)):
        return False  # `**2011** start of works`, `**2015 in figures**`: a box
    if opening.sign is Sign.COLON or opening.bold:
        return stated or line.gap or (habits.days_rule(Sign.COLON) and _stands_apart(survey, opening))
    if opening.sign is Sign.CELL:
        return True
    if opening.sign in (Sign.DASH, Sign.END):
        apart = habits.rule(opening) or _stands_apart(survey, opening)
        named = opening.sign is Sign.DASH or habits.alone
        return apart and (stated or (named and opening.printed.first.month is not None))
    return _opens_weakly(survey, opening, habits, headed)


def _opens_weakly(survey: Survey, opening: Opening, habits: Habits, headed: bool) -> bool:
    """A date with a blank, a comma or a full stop behind it: as the list's habit, or a slip on a full date."""
    rule = habits.rule(opening)
    if not (_stands_apart(survey, opening) or (rule and opening.has_year)):
        return False
    heads_year = not opening.has_year or opening.date_text[:4].isdecimal()  # `1975 – February 14th, envoys meet`
    in_sentence = opening.sign is Sign.COMMA and habits.days_rule(Sign.COMMA) and heads_year
    if not (in_sentence or starts_text(survey.words(opening))):
        return False
    if habits.by_month and is_month_with_stop(opening):
        return survey.lines[opening.line].gap
    if not opening.has_day:
        sure = headed or habits.days_rule(_sign_behind(opening)) or survey.lines[opening.line].inline
        return sure and _is_weak_year(survey, opening, habits)
    if rule:
        return True
    if opening.sign is Sign.COMMA:
        return False
    return opening.is_whole or (headed and opening.sign is Sign.BLANK and habits.seen(Sign.END, 3))


def _is_weak_year(survey: Survey, opening: Opening, habits: Habits) -> bool:
    """`1953 Climbers reach ...` in a list that parts years by blanks, or a slip in one that parts them by dashes."""
    line = survey.lines[opening.line]
    if not opening.has_year:
        apart = line.gap and opening.sign in (Sign.COMMA, Sign.BLANK)
        return habits.days_rule(opening.sign) and (line.bullet or apart or _is_between_dates(survey, opening))
    if line.row:
        return False
    if habits.days_rule(_sign_behind(opening)):
        return True
    if opening.sign is not Sign.BLANK or LED.match(opening.date_text):
        return False
    return habits.rule(opening) or any(habits.seen(sign, 5) for sign in (Sign.DASH, Sign.COLON))


def _is_between_dates(survey: Survey, opening: Opening) -> bool:
    """Whether dates stand at the heads of the lines right above and below: `Jan  The union recognizes ...`."""
    return opening.line - 1 in survey.openings and opening.line + 1 in survey.openings


def _sign_behind(opening: Opening) -> Sign:
    """The sign behind a date; the full stop of a month cut short counts as one (`1838, Feb. Great frost.`)."""
    cut = opening.sign is Sign.BLANK and opening.date_text.endswith(".")
    return Sign.STOP if cut else opening.sign
