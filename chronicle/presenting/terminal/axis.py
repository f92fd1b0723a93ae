"""Time from left to right: which periods stand in which columns, and what is written under them.

A period is the beginning of an ISO day: `2021-09-03`, `2021-09`, `2021`, `202`.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from chronicle.presenting.drawing.periods import said
from chronicle.presenting.terminal.lines import QUIET, line
from chronicle.presenting.terminal.signs import Signs

WIDEST = 6
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def panels(periods: Sequence[str], room: int) -> list[Sequence[str]]:
    """The periods in parts of at most `room`, months and years kept whole where they fit."""
    parts: list[list[str]] = []
    for _, whole in groupby(periods, _greater):
        for piece in _pieces(list(whole), room):
            if parts and len(parts[-1]) + len(piece) <= room:
                parts[-1] += piece
            else:
                parts.append(list(piece))
    return list(parts)


def _greater(period: str) -> str:
    """The month of a day, the year of a month, the century of a decade, the decade of a year."""
    return period.rpartition("-")[0] or period[:-1]


def _pieces(periods: Sequence[str], room: int) -> list[Sequence[str]]:
    return [periods[at : at + room] for at in range(0, len(periods), room)]


def column_width(number: int, room: int) -> int:
    """How many columns each of so many periods takes."""
    return max(1, min(WIDEST, room // max(number, 1)))


def under(periods: Sequence[str], width: int, left: int, room: int, signs: Signs) -> list[Text]:
    """The axis and its labels, `left` columns in; the last label may reach beyond the axis, within the room."""
    labelled = _labels(periods, width, room)
    rule = [signs.axis] * len(periods) * width
    words = ""
    for column, label in labelled:
        rule[column] = signs.tick
        words = words.ljust(column) + label
    margin = " " * left
    return [line(margin, ("".join(rule), QUIET)), line(margin, words)]


def _labels(periods: Sequence[str], width: int, room: int) -> list[tuple[int, str]]:
    """Labels that fit beside each other, each with its column: a part at the beginning gives way to what follows."""
    wanted, name = _wanted(periods, width)
    labels: list[tuple[int, str]] = []
    end = room
    for at in reversed(wanted):
        column, label = at * width, name(periods[at])
        if column + cell_len(label) <= end:
            labels.insert(0, (column, label))
            end = column - 1
    return labels


def _wanted(periods: Sequence[str], width: int) -> tuple[list[int], Callable[[str], str]]:
    """Which periods are to have a label, and its words: where a year or a month begins, or every so many."""
    last = range(len(periods))
    if "-" not in periods[0]:
        step = next(step for step in _STEPS if step * width > len(said(periods[0])))
        return [at for at in last if at == 0 or int(periods[at]) % step == 0], said
    begins = [at for at in last if at == 0 or _greater(periods[at]) != _greater(periods[at - 1])]
    return begins, lambda period: said(_greater(period))
