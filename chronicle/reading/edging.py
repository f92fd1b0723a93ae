"""What stands at the edges of a list, dated as its entries are: when a page was published, which are related.

Both are told by their order: a list from the oldest to the newest does not begin with its newest date, nor does
one go back in time behind a heading of its own, or come to the present.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from chronicle.reading import datelines
from chronicle.reading.accepting import Dated
from chronicle.reading.clock import CLOCK, HALF, HOUR
from chronicle.reading.lines import Line
from chronicle.reading.openings import Sign, ends_sentence
from chronicle.reading.passages import is_label, is_subheading, is_subtitle
from chronicle.reading.surveying import Survey
from chronicle.reading.years import Step, runs_backwards, years_in_force

_CLOCK = re.compile(rf"{CLOCK}|\d\s?{HALF}", re.IGNORECASE)
_HOUR = re.compile(rf"{HOUR}(?:\s[A-Z]{{2,4}}\b)?", re.IGNORECASE)
_FEWEST = 4  # entries of a list whose order is plain
_FEW_WORDS = 10
_MOST_RELATED = 6
_WORDS_OF_ISSUE = 5
_FEWEST_STORIES = 2
_FEWEST_TERMS = 3
# What heads names and figures by years: `Nobel Prizes`, `Presidents of Norland`, `Population, in millions`.
_OF_ROLL = re.compile(
    r"\b(?:prizes?|awards?|medals?|winners?|laureates?|champions?|title holders|presidents|premiers|chancellors"
    r"|(?:prime |foreign |defen[cs]e )?ministers|ambassadors|governors|chair(?:men|persons|s)"
    r"|secretar(?:ies|y)[- ]general|monarchs|heads of (?:state|government|mission|delegation)|population|census|trade"
    r"|exports|imports|budgets?|spending|turnover|statistics|figures|in (?:millions|billions|thousands|per ?cent)"
    r"|members(?:hip)?|films|books|songs)\b",
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    r"(?:incumbents|office-?holders|(?:(?:federal|central|national|political) )?(?:government|leaders|leadership)"
    r"|heads of (?:state|government))\W*",
    re.IGNORECASE,
)
_NEAR = 6  # lines above those who are in office
_LONG_AFTER = 20  # years behind the last entry in which a page announces what is on

Day = tuple[int, int, int]


def without_stamp(survey: Survey, dated: Sequence[Dated]) -> Sequence[Dated]:
    """Without a first date that says when the page was published: alone or beside a name, later than all others."""
    entries = [d for d in dated if not d.context]
    if len(entries) <= _FEWEST:
        return dated
    stamp, rest = dated[0].opening, dated[1:]
    is_month = stamp.sign is Sign.END and stamp.has_year and stamp.printed.first.month is not None
    if not (stamp.is_whole or (is_month and not dated[0].context)) or stamp.printed.last:
        return dated
    words = survey.words(stamp).strip()
    if stamp.sign is not Sign.END and (len(words.split()) > _FEW_WORDS or ends_sentence(words)):
        return dated
    is_timed = stamp.sign is Sign.END and _CLOCK.search(stamp.date_text)
    if is_timed and not any(_CLOCK.search(d.opening.date_text) for d in rest):
        return rest
    if runs_backwards(_steps(rest)):
        return dated
    days = days_of(rest)
    if not any(year for year, _, _ in days):
        alone = sum(d.opening.sign is Sign.END for d in rest)
        is_stamp = alone * 2 < len(rest) or _heads_report(survey, stamp.line)
        return rest if stamp.sign is Sign.END and is_stamp else dated
    own = stamp.printed.day
    return rest if max(days) <= own and days[0] < own else dated


def _heads_report(survey: Survey, number: int) -> bool:
    """Whether the line below a date opens a report (`LIND (Wire) — ...`) or introduces what follows."""
    below = survey.lines[number + 1].text if number + 1 < len(survey.lines) else ""
    return datelines.UNDATED.match(below) is not None or below.endswith(":")


def without_foot(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without a date alone on its line below a table whose rows are the entries: it says when the page was made."""
    if len(dated) <= _FEWEST or not all(survey.lines[d.opening.line].row for d in dated[:-1] if not d.context):
        return dated, end
    foot = dated[-1].opening
    is_foot = foot.sign is Sign.END and not survey.lines[foot.line].row
    return (dated[:-1], foot.line) if is_foot else (dated, end)


def without_time_of_day(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without a last date beside which nothing but an hour stands, where no other has one: `18.10.2018 • 21:04`."""
    if len(dated) <= _FEWEST or not _is_hour(survey, dated[-1]) or any(_is_hour(survey, d) for d in dated[:-1]):
        return dated, end
    return dated[:-1], dated[-1].opening.line


def _is_hour(survey: Survey, item: Dated) -> bool:
    return _HOUR.fullmatch(survey.words(item.opening).strip()) is not None


def is_stamp(survey: Survey, item: Dated) -> bool:
    """Whether an hour stands behind a whole date, and no sentence: `Mar 14, 2023 – 11.52am · Save · Share`."""
    if not item.opening.is_whole:
        return False
    words = survey.words(item.opening).strip()
    return _HOUR.match(words) is not None and not ends_sentence(words)


def without_related(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without the dated titles under a heading behind the last entry, and the line where the list then ends."""
    for number in range(max(_FEWEST, len(dated) - _MOST_RELATED), len(dated)):
        heading = _heading_of_titles_between(survey, dated[number - 1], dated[number])
        if heading is not None and _are_related(survey, dated, number, end):
            return dated[:number], heading
    return dated, end


def _heading_of_titles_between(survey: Survey, last: Dated, title: Dated) -> int | None:
    """The first heading between two dates; what stands right beneath a date alone on its line is the entry's own."""
    told = [n for n in range(last.opening.line + 1, title.opening.line) if n not in survey.dropped]
    own = last.opening.sign is Sign.END
    return next((n for n in told[own:] if _is_heading(survey.lines[n])), None)


def _is_heading(line: Line) -> bool:
    return line.gap and (is_subheading(line) or is_subtitle(line))


def _are_related(survey: Survey, dated: Sequence[Dated], number: int, end: int) -> bool:
    list_of, titles = dated[:number], dated[number:]
    if not titles[0].opening.is_whole or any(d.context for d in titles):
        return False
    *stops, stop = _stops(titles, end)
    stops.append(_last_stop(survey, titles[-1], stop))
    if any(_tells(survey, d, stop) for d, stop in zip(titles, stops, strict=True)):
        return False
    told = sum(_tells(survey, d, stop) for d, stop in zip(list_of, _stops(list_of, end), strict=True))
    if told * 2 < len(list_of):
        return False
    last, again = days_of([*list_of, titles[0]])[-2:]
    if runs_backwards(_steps(list_of)):
        return again > last
    return again < last or again[0] - last[0] > _LONG_AFTER or (len(titles) > 1 and runs_backwards(_steps(titles)))


def without_issues(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without the issues of one publication at an edge of a list that parts its dates from its text in another way:
    `January 2011 Monthly Letter`, `May 2010 Monthly Letter`. A list of nothing else is none.
    """
    blank = sum(d.opening.sign is Sign.BLANK for d in dated)
    first, last = _run_of_issues(survey, dated), _run_of_issues(survey, dated[::-1])
    if first == len(dated):
        return [], end
    if (blank - first - last) * 2 > len(dated) - first - last:
        return dated, end
    return _inner(dated, first, last, end)


def _run_of_issues(survey: Survey, dated: Sequence[Dated]) -> int:
    """How many of the first dates are months with the same title behind them; one is none."""
    titles = [survey.words(d.opening).strip() for d in takewhile(lambda d: _is_issue(survey, d), dated)]
    run = sum(1 for _ in takewhile(lambda title: title == titles[0], titles))
    return run if run > 1 else 0


def _is_issue(survey: Survey, item: Dated) -> bool:
    opening, words = item.opening, survey.words(item.opening).strip()
    is_month = opening.has_year and opening.printed.first.month is not None and not opening.has_day
    is_title = 0 < len(words.split()) <= _WORDS_OF_ISSUE and not ends_sentence(words)
    return is_month and opening.sign is Sign.BLANK and is_title


def without_stories(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without the titles of a site's news at an edge of a list, where the list itself prints no hours behind its
    days: `15 Jul 2018 15:20 Divers reach the cave`.
    """
    stamps = [is_stamp(survey, d) for d in dated]
    first = sum(1 for _ in takewhile(bool, stamps))
    last = sum(1 for _ in takewhile(bool, reversed(stamps)))
    if max(first, last) < _FEWEST_STORIES or first + last != sum(stamps) or first + last > len(dated) - _FEWEST:
        return dated, end
    return _inner(dated, first, last, end)


def without_rolls(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without the names or figures by years under a title of their own behind the last entry, and the line where the
    list then ends: `Nobel Prizes`, `1986 | Ann Author`, `1987 | Ben Writer` behind what happened in 1989.
    """
    stops = _stops(dated, end) if dated else []
    told = [_tells(survey, d, stop) for d, stop in zip(dated, stops, strict=True)]
    of_roll = takewhile(lambda at: not told[at] and _is_year(dated[at]), range(len(dated) - 1, -1, -1))
    first = max(_FEWEST, len(dated) - sum(1 for _ in of_roll))
    for number in range(first, len(dated) - 1):
        heading = _heading_of_titles_between(survey, dated[number - 1], dated[number])
        if heading is not None and _OF_ROLL.search(survey.lines[heading].text):
            list_of = dated[:number]
            go_on = any(d.opening.has_year for d in list_of) and _go_on(list_of, dated[number:])
            return (dated, end) if go_on or sum(told[:number]) * 2 < number else (list_of, heading)
    return dated, end


def _is_year(item: Dated) -> bool:
    first = item.opening.printed.first
    return item.opening.has_year and not (item.context or first.month or first.part)


def _go_on(list_of: Sequence[Dated], behind: Sequence[Dated]) -> bool:
    """Whether the years of what stands behind a list go on in its order."""
    years = [day[0] for day in days_of([*list_of, *behind])[-len(behind) - 1 :]]
    return years == sorted(years, reverse=runs_backwards(_steps(list_of)))


def without_terms(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    """Without those who held an office, under a title of their own at an edge of a list: `1998–2002 | Ann Author`,
    `2002–2005 | Ben Writer`, each from the year on in which the last one left.
    """
    first, last = _run_of_terms(survey, dated), _run_of_terms(survey, dated[::-1])
    if not first + last or len(dated) - first - last < _FEWEST:
        return dated, end
    bounds = [n for n in (first, len(dated) - last) if 0 < n < len(dated)]
    titled = all(_is_titled_between(survey, dated[n - 1], dated[n]) for n in bounds)
    return _inner(dated, first, last, end) if titled else (dated, end)


def without_incumbents(survey: Survey, dated: Sequence[Dated]) -> Sequence[Dated]:
    """Without those who were in office in the year of a list, under a heading that says so above its first entry:
    `Incumbents`, `until 18 August: Ann Author`, `starting 9 September: Ben Writer`.
    """
    run = sum(1 for _ in takewhile(lambda d: not d.context and _is_name(survey, d), dated))
    if not 0 < run <= len(dated) - _FEWEST or not _is_titled_between(survey, dated[run - 1], dated[run]):
        return dated
    first = dated[0].opening.line
    heads = (survey.lines[n] for n in range(max(0, first - _NEAR), first) if n not in survey.dropped)
    return dated[run:] if any(_is_heading(line) and _IN_OFFICE.fullmatch(line.text) for line in heads) else dated


def _run_of_terms(survey: Survey, dated: Sequence[Dated]) -> int:
    """How many of the first dates are years that follow on each other, with names behind them; two are none."""
    named = list(takewhile(lambda d: _is_name(survey, d), dated))
    spans = [_years_of(d) for d in named]
    steps = (a[1] == b[0] or b[1] == a[0] or abs(a[1] - b[0]) == 1 for a, b in pairwise(spans))
    run = 1 + sum(1 for _ in takewhile(bool, steps))
    terms = sum(end > start for start, end in spans[:run])
    return run if run >= _FEWEST_TERMS and terms >= run - 1 else 0


def _years_of(item: Dated) -> tuple[int, int]:
    first, last = item.opening.printed.first, item.opening.printed.last
    start = item.opening.printed.year or 0
    return first.year or start, (last.year if last else None) or start


def _is_name(survey: Survey, item: Dated) -> bool:
    """Whether words with capitals stand behind a date, and no sentence: `Ann van Author AM`."""
    words = re.sub(r"\([^()]*\)", "", survey.words(item.opening)).split()
    small = sum(word.islower() for word in words)
    return 0 < len(words) <= _FEW_WORDS and small * 3 <= len(words) and not ends_sentence(words[-1])


def _is_titled_between(survey: Survey, before: Dated, after: Dated) -> bool:
    lines = (survey.lines[n] for n in range(before.opening.line + 1, after.opening.line) if n not in survey.dropped)
    return any(_is_heading(line) or is_label(line) or line.text.endswith(":") for line in lines)


def _inner(dated: Sequence[Dated], first: int, last: int, end: int) -> tuple[Sequence[Dated], int]:
    """A list without some of its first and of its last dates."""
    stop = len(dated) - last
    return dated[first:stop], dated[stop].opening.line if last else end


def _stops(dated: Sequence[Dated], end: int) -> list[int]:
    return [d.opening.line for d in dated[1:]] + [min(end, dated[-1].opening.line + 2)]


def _last_stop(survey: Survey, title: Dated, stop: int) -> int:
    """A title on the line of its date ends there; what stands below is the page's foot."""
    return title.opening.line + 1 if survey.words(title.opening).strip() else stop


def _tells(survey: Survey, item: Dated, stop: int) -> bool:
    """Whether a sentence stands under a date."""
    texts = [survey.words(item.opening), *(survey.lines[n].text for n in range(item.opening.line + 1, stop))]
    return any(ends_sentence(text) or len(text.split()) > _FEW_WORDS for text in texts)


def _steps(dated: Sequence[Dated]) -> list[Step]:
    return [Step(d.opening.printed, d.context) for d in dated]


def days_of(dated: Sequence[Dated], hint: int | None = None) -> list[Day]:
    """Year, month and day of each entry, 0 for what is not known; `hint` is the year of a list that prints none."""
    points = zip(dated, years_in_force(_steps(dated), None, hint), strict=True)
    found = []
    for item, force in points:
        point = item.opening.printed.first
        month = point.month if point.month is not None or point.day is None else force.month
        if not item.context:
            found.append((item.opening.printed.year or force.year or 0, month or 0, point.day or 0))
    return found
