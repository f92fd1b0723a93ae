"""Tables of dates that stand beside a chronology, under titles of their own."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from chronicle.reading.openings import Sign, starts_text
from chronicle.reading.surveying import Survey

_FEWEST_ROWS = 3
_FEWEST_WORDS = 3
_LONGEST_TITLE = 90  # characters


class DateTable(NamedTuple):
    """The rows `first` to `last - 1`, and the line of the title right above them."""

    title: int
    first: int
    last: int


def date_tables(survey: Survey, last: int) -> Iterator[DateTable]:
    """The tables above line `last` that begin below a title, each row with a date and words that tell something."""
    numbers = (n for n in range(last) if n not in survey.dropped)
    for is_row, group in groupby(numbers, key=lambda number: _is_row(survey, number)):
        rows = list(group)
        title = _above_names(survey, rows[0] - 1)
        enough = is_row and len(rows) >= _FEWEST_ROWS and all(_tells(survey, row) for row in rows)
        if enough and _is_title(survey, title):
            yield DateTable(title, rows[0], rows[-1] + 1)


def _is_row(survey: Survey, number: int) -> bool:
    opening = survey.openings.get(number)
    return survey.lines[number].row and opening is not None and opening.sign is Sign.CELL and opening.has_year


def _tells(survey: Survey, number: int) -> bool:
    """`1961 | Independence of Norland`; no figures, as in `1961 | 13.5 | 26.4`."""
    text = survey.words(survey.openings[number])
    return (
        starts_text(text) and not text[:1].isdigit() and sum(word.isalpha() for word in text.split()) >= _FEWEST_WORDS
    )


def _above_names(survey: Survey, number: int) -> int:
    """The line above the names of the columns, which stand in a row of their own or nowhere."""
    names = number >= 0 and survey.lines[number].row and number not in survey.openings
    return number - 1 if names else number


def _is_title(survey: Survey, number: int) -> bool:
    """`# Diplomatic ties`, `Diplomatic ties:`"""
    if number < 0 or number in survey.openings or number in survey.dropped:
        return False
    line = survey.lines[number]
    return not line.row and len(line.text) <= _LONGEST_TITLE and (line.heading or line.text.endswith(":"))
