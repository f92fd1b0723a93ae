"""A timeline: bars of events per period over an axis, one line for each lane, and events that last as spans."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from chronicle.presenting.terminal.axis import column_width, panels, under
from chronicle.presenting.terminal.lines import HEAD, MUCH, QUIET, SPAN, fitted, legend, line, widest
from chronicle.presenting.terminal.signs import Signs, level

HEIGHT = 6
MOST_SPANS = 12
_LEAST_LABEL = 16


class Span(NamedTuple):
    """An event that lasts over several periods: the first and the last of them, how long, what it is called."""

    first: str
    last: str
    days: int
    label: str


class Lane(NamedTuple):
    """One line: the events that begin in a period, and the periods in which one goes on that began before."""

    name: str
    events: Mapping[str, int]
    ongoing: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        return sum(self.events.values())


def whole(periods: Sequence[str], lane: Lane, spans: Sequence[Span], width: int, signs: Signs) -> Iterator[Text]:
    """All events as columns over an axis, those of several periods below it; in parts where one is too narrow."""
    most = max(lane.events.values(), default=0)
    left = len(str(most)) + 1
    parts = panels(periods, width - left)
    wide = column_width(max(map(len, parts)), width - left)
    for number, part in enumerate(parts):
        if number:
            yield line()
        yield from _columns(part, lane.events, most, wide, left, signs)
        yield from under(part, wide, left, width - left, signs)
        yield from _spans(part, spans, wide, left, width - left, signs)


def _columns(
    periods: Sequence[str], events: Mapping[str, int], most: int, wide: int, left: int, signs: Signs
) -> Iterator[Text]:
    """Rows from the top: a dot for each event where they are few, else bars."""
    dots = most <= HEIGHT
    rows = most if dots else HEIGHT
    per_row = 1.0 if dots else most / HEIGHT
    for row in reversed(range(rows)):
        cells = ((_dot if dots else _part)(events.get(period, 0) / per_row - row, signs) for period in periods)
        label = str(most) if row == rows - 1 else ""
        body = "".join(_repeated(cell, wide, dots) for cell in cells)
        yield line((f"{label:>{left - 1}} ", QUIET), (body, MUCH))


def _dot(height: float, signs: Signs) -> str:
    return signs.dot if height >= 1 else " "


def _part(height: float, signs: Signs) -> str:
    return level(min(height, 1.0), 1.0, signs.heights)


def _repeated(sign: str, wide: int, once: bool) -> str:
    """A dot once, a bar over its columns but one that parts it from the next."""
    many = 1 if once or wide == 1 else wide - 1
    return (sign * many).ljust(wide)


def _spans(
    periods: Sequence[str], spans: Sequence[Span], wide: int, left: int, room: int, signs: Signs
) -> Iterator[Text]:
    """The spans that touch these periods, the longest if there are many, each on a line with its label."""
    place = {period: at for at, period in enumerate(periods)}
    met = [span for span in spans if span.first <= periods[-1] and span.last >= periods[0]]
    longest = sorted(met, key=lambda span: -span.days)[:MOST_SPANS]
    for span in sorted(longest, key=lambda span: span.first):
        first, last = place.get(span.first, 0), place.get(span.last, len(periods) - 1)
        drawn = _stretch(signs, (last - first + 1) * wide, span.first in place, span.last in place)
        yield line(" " * left, *_labelled(drawn, first * wide, span.label, room, signs))
    if len(met) > MOST_SPANS:
        yield line(" " * left, (f"and {len(met) - MOST_SPANS} shorter ones", QUIET))


def _stretch(signs: Signs, length: int, begins: bool, ends: bool) -> str:
    """A span; without an end where it goes on in the part before or behind."""
    return (
        (signs.left_end if begins else signs.line)
        + signs.line * (length - 2)
        + ((signs.right_end if ends else signs.line) if length > 1 else "")
    )


def _labelled(drawn: str, column: int, label: str, room: int, signs: Signs) -> list[str | tuple[str, str]]:
    """The span with its label behind it, before it, or in it, wherever there is the most room."""
    behind, before, within = room - column - len(drawn) - 1, column - 1, len(drawn) - 4
    if behind >= min(_LEAST_LABEL, cell_len(label)) or behind >= max(before, within):
        return [" " * column, (drawn, SPAN), " ", fitted(label, max(behind, 0), signs)]
    if before >= within:
        text = fitted(label, before, signs).rstrip()
        return [" " * (before - cell_len(text)), text, " ", (drawn, SPAN)]
    text = fitted(label, within, signs).rstrip()
    return [" " * column, (drawn[:1], SPAN), f" {text} ", (drawn[3 + cell_len(text) :], SPAN)]


def lanes(periods: Sequence[str], each: Sequence[Lane], width: int, signs: Signs) -> Iterator[Text]:
    """One line for each lane, with its number of events behind it; in parts where one is too narrow."""
    most = max((number for lane in each for number in lane.events.values()), default=0)
    name = widest((lane.name for lane in each), max(width // 4, 8))
    total = len(str(max((lane.total for lane in each), default=0)))
    room = width - name - 1 - total - 1
    parts = panels(periods, room)
    longest = max(map(len, parts))
    wide = column_width(longest, room)
    for number, part in enumerate(parts):
        if number:
            yield line()
        margin = (longest - len(part)) * wide
        for lane in each:
            drawn = _drawn(part, lane, most, wide, signs)
            yield line((fitted(lane.name, name, signs), HEAD), " ", *drawn, " " * margin, f" {lane.total:>{total}}")
        yield from under(part, wide, name + 1, width - name - 1, signs)
    yield from legend(_key(most, signs), width)


def _drawn(periods: Sequence[str], lane: Lane, most: int, wide: int, signs: Signs) -> Iterator[tuple[str, str]]:
    for period, following in zip(periods, [*periods[1:], ""], strict=True):
        events = lane.events.get(period, 0)
        yield sign_of(events, period in lane.ongoing, most, signs), MUCH if events else SPAN
        yield (signs.line if following in lane.ongoing else " ") * (wide - 1), SPAN


def sign_of(events: int, is_ongoing: bool, most: int, signs: Signs) -> str:
    """A dot for one event, bars of rising height for more; a line where none begins and one goes on."""
    if events > 1:
        return level(events - 1, most - 1, signs.heights)
    if events:
        return signs.dot
    return signs.line if is_ongoing else " "


def _key(most: int, signs: Signs) -> list[str]:
    """What the signs mean."""
    bars = [f"{signs.heights[1]} to {signs.heights[-1]} more, up to {most}"] if most > 1 else []
    return [f"{signs.dot} one event", *bars, f"{signs.line} one goes on"]
