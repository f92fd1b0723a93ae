"""Dates at the head of a line that the grammar does not know, by dateparser; every required part is checked.

Only asked inside a section that has a heading and entries: the import takes a third of a second and
each call a millisecond, and outside of a list a guess is worse than none.
"""

import re

from chronicle.reading.dateparts import YEAR
from chronicle.reading.lines import Line
from chronicle.reading.openings import Opening, Sign, starts_text
from chronicle.reading.printed import Point, Printed
from chronicle.reading.surveying import Survey

_UNKNOWN = re.compile(r"(?P<date>[^:;|\n]{6,45}?)\s?:\s+(?=\S)")
_YEAR = re.compile(rf"(?<!\d){YEAR}")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def guesses(survey: Survey, start: int, stop: int) -> dict[int, Opening]:
    """The dates that only dateparser reads, between two lines."""
    found: dict[int, Opening] = {}
    for number in range(start, stop):
        if number not in survey.openings and number not in survey.dropped:
            opening = _guessed(survey.lines[number], number)
            if opening is not None:
                found[number] = opening
    return found


def _guessed(line: Line, number: int) -> Opening | None:
    m = _UNKNOWN.match(line.text) if line.gap else None
    if m is None or not starts_text(line.text[m.end() : m.end() + 8]):
        return None
    printed = guess(m["date"])
    if printed is None:
        return None
    return Opening(number, printed, m["date"], Sign.COLON, line.body, line.body + m.end(), False)


def guess(words: str) -> Printed | None:
    """A whole day, if dateparser finds one whose year and day are the very numbers printed."""
    years, numbers = _YEAR.findall(words), _NUMBER.findall(words)
    if len(years) != 1 or len(numbers) != 1:
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "NORMALIZE": True}
    found = dateparser.parse(words.strip(), languages=["en"], settings=settings)
    if found is None or found.year != int(years[0]) or found.day != int(numbers[0]):
        return None
    return Printed(0, len(words), Point(found.year, found.month, found.day))
