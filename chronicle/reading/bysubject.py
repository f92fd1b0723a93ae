"""A record of some months that goes by countries and subjects, each with its own days: `GERMANY`, `Oct. 10—...`,
`INDIA`, `Oct. 2—...`.

Calendars of what is on go so too, so it has to state its months and to tell what happened in sentences.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.headings import Period, period_within
from chronicle.reading.lookalikes import is_look_alike
from chronicle.reading.openings import PARTING, ends_sentence
from chronicle.reading.passages import is_label, is_subheading, is_subtitle
from chronicle.reading.surveying import Survey

_FEWEST = 6
_FEWEST_TITLES = 2
_NEAR = 9  # lines above the first day: the name of the record, its first subjects
_NEARLY_ALL = 8  # one entry in so many may be no sentence
_MANY_WORDS = 10
_OURS = re.compile(r"\b(?:We|we|Our|our|us)\b")
# What is on, which is told in sentences too.
_ON_STAGE = re.compile(
    r"\b(?:tickets?|admission|concerts?|recitals?|exhibitions?|galler(?:y|ies)|museums?|theat(?:re|er)s?|orchestras?"
    r"|quartets?|choirs?|lectures?|seminars?|workshops?|plays|sings|performs|guided|novel|walks?|fairs?|bookshops?)\b",
    re.IGNORECASE,
)
_LONGEST = 190  # days that such a record covers


def months_by_subject(survey: Survey, dated: Sequence[Dated], period: Period | None, end: int) -> Period | None:
    """The months that stand above dates which all lie in them and go back below titles alone."""
    entries = [d for d in dated if not d.context]
    if len(entries) < _FEWEST or any(d.context for d in dated[1:]):
        return None
    months = period or _months_above(survey, entries[0].opening.line)
    if months is None or (months.end - months.start).days > _LONGEST:
        return None
    if len({d.opening.sign for d in entries}) > 1 or entries[0].opening.sign not in PARTING:
        return None
    if not all(_is_within(d, months) for d in entries) or is_look_alike(survey, entries, end):
        return None
    told = _goes_back_below_titles(survey, entries) and _are_sentences(survey, entries, end)
    return months if told else None


def _months_above(survey: Survey, first: int) -> Period | None:
    """The months alone on a line or at the end of a title, the nearest above a line."""
    above = (survey.lines[n].text for n in range(first - 1, max(-1, first - _NEAR), -1))
    return next(filter(None, (period_within(text) for text in above if not ends_sentence(text))), None)


def _is_within(item: Dated, months: Period) -> bool:
    """Whether a day without a year of its own is one of these months."""
    first = item.opening.printed.first
    if first.day is None or first.month is None or item.opening.has_year:
        return False
    years = range(months.start.year, months.end.year + 1)
    ends = ((months.start.year, months.start.month), (months.end.year, months.end.month))
    return any(ends[0] <= (year, first.month) <= ends[1] for year in years)


def _goes_back_below_titles(survey: Survey, entries: Sequence[Dated]) -> bool:
    titled = [(a.opening.printed.day <= b.opening.printed.day, _is_titled(survey, a, b)) for a, b in pairwise(entries)]
    return all(onwards or title for onwards, title in titled) and sum(t for _, t in titled) >= _FEWEST_TITLES


def _is_titled(survey: Survey, before: Dated, after: Dated) -> bool:
    lines = (survey.lines[n] for n in range(before.opening.line + 1, after.opening.line) if n not in survey.dropped)
    return any(is_subheading(line) or is_subtitle(line) or is_label(line) for line in lines)


def _are_sentences(survey: Survey, entries: Sequence[Dated], end: int) -> bool:
    """Whether nearly all entries tell something, a sentence of many words with its full stop, and not of `us`."""
    stops = [*(d.opening.line for d in entries[1:]), end]
    sentences = [_sentence(survey, d, stop) for d, stop in zip(entries, stops, strict=True)]
    told = sum(len(each.split()) >= _MANY_WORDS and _OURS.search(each) is None for each in sentences)
    on_stage = sum(_ON_STAGE.search(each) is not None for each in sentences)
    return told * _NEARLY_ALL >= len(entries) * (_NEARLY_ALL - 1) and on_stage * 4 < len(entries)


def _sentence(survey: Survey, item: Dated, stop: int) -> str:
    """The lines of an entry up to the first that ends a sentence; none if none does."""
    texts = [survey.words(item.opening), *(survey.lines[n].text for n in range(item.opening.line + 1, stop))]
    last = next((n for n, text in enumerate(texts) if ends_sentence(text)), -1)
    return " ".join(texts[: last + 1])
