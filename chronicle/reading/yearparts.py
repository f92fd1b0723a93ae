"""Quarters, halves and weeks of a year in figures: `2019-Q3`, `Q1-Q2 2019`, `3Q 2019`, `H1 2019`, `2019-W23`."""

import re
from datetime import date

from chronicle.reading.dateparts import DASHES, YEAR
from chronicle.reading.printed import Part, Point, Printed

_QUARTERS = (Part.FIRST_QUARTER, Part.SECOND_QUARTER, Part.THIRD_QUARTER, Part.FOURTH_QUARTER)
_HALVES = (Part.FIRST_HALF, Part.SECOND_HALF)
_PART = rf"(?:[Qq](?P<q>[1-4])(?:\s?[{DASHES}/&]\s?[Qq]?(?P<until>[1-4])(?!\d))?|[Hh](?P<h>[12]))(?!\w)"
_YEAR_BEFORE = re.compile(rf"(?P<y1>{YEAR})(?:\s?[{DASHES}/]\s?|,?\s)?{_PART}")
_YEAR_BEHIND = re.compile(
    rf"(?:{_PART}|(?P<q0>[1-4])Q|(?P<h0>[12])H)(?:\s?[{DASHES}/]\s?|,?\s(?:of\s)?)?(?P<y1>{YEAR})"
)
_WEEK = re.compile(rf"(?P<y1>{YEAR})-?W(?P<week>\d\d)(?!\d)")


def match_year_part(text: str, pos: int) -> Printed | None:
    """The part of a year that is printed at `pos` together with the year."""
    m = _YEAR_BEFORE.match(text, pos) or _YEAR_BEHIND.match(text, pos)
    return _week(text, pos) if m is None else _part(m)


def _part(m: re.Match[str]) -> Printed:
    named, year = {"q0": None, "h0": None, **m.groupdict()}, int(m["y1"])
    half = named["h"] or named["h0"]
    part = _HALVES[int(half) - 1] if half else _QUARTERS[int(named["q"] or named["q0"] or 1) - 1]
    last = Point(year, part=_QUARTERS[int(named["until"]) - 1]) if named["until"] else None
    return Printed(m.start(), m.end(), Point(year, part=part), last)


def _week(text: str, pos: int) -> Printed | None:
    """A week as ISO 8601 counts them, by its first day."""
    m = _WEEK.match(text, pos)
    try:
        monday = date.fromisocalendar(int(m["y1"]), int(m["week"]), 1) if m else None
    except ValueError:
        return None
    if m is None or monday is None:
        return None
    return Printed(pos, m.end(), Point(monday.year, monday.month, monday.day, Part.WEEK_OF))
