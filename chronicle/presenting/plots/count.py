"""How many, by one key or two: bars, lines over time, or a table in shades with its numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import altair as alt

from chronicle.presenting.plots.framing import ACCENT, SHAPES, WIDTH, Chart, coloured, rows

TIMES = frozenset({"year", "quarter", "month", "weekday"})
# What a picture takes: bars, lines, columns of a table.
MOST_BARS, MOST_LINES, MOST_COLUMNS = 40, len(SHAPES), 20
NONE = "none"


class Counted(NamedTuple):
    """The values of the keys, None for an event that has none, and the number of events."""

    keys: tuple[str | None, ...]
    events: int


def chart(names: Sequence[str], counts: Sequence[Counted]) -> tuple[Chart, str]:
    """The chart of counts by one or two keys, in the order given, and what it shows."""
    listed = [(tuple(_said(value) for value in one.keys), one.events) for one in counts]
    if len(names) == 1:
        return _one(names[0], [(key, events) for (key,), events in listed])
    cells = [(first, second, events) for (first, second), events in listed]
    if names[1] in TIMES and names[0] not in TIMES:
        names, cells = (names[1], names[0]), [(second, first, events) for first, second, events in cells]
    return _lines(names, cells) if names[0] in TIMES else _table(names, cells)


def _said(value: str | None) -> str:
    return NONE if value is None else value.replace("_", " ")


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _one(name: str, counts: list[tuple[str, int]]) -> tuple[Chart, str]:
    shown = counts if name in TIMES else counts[:MOST_BARS]
    about = f"Events by {name.replace('_', ' ')}{_of(len(shown), len(counts))}."
    values = [{"key": key, "events": events} for key, events in shown]
    order = [key for key, _ in shown]
    number = alt.Axis(tickMinStep=1, domain=False, ticks=False)
    if name in TIMES:
        across = alt.X("key:N", sort=order, title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy"))
        bars = alt.Chart(rows(values), width=WIDTH, height=300).mark_bar(color=ACCENT)
        return bars.encode(x=across, y=alt.Y("events:Q", title="Events", axis=number)), about
    lanes = alt.Y("key:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False))
    base = alt.Chart(rows(values), width=WIDTH - 160, height=22 * len(shown)).encode(y=lanes)
    bars = base.mark_bar(color=ACCENT).encode(x=alt.X("events:Q", title="Events", axis=number))
    numbers = base.mark_text(align="left", dx=4, fontSize=11).encode(x="events:Q", text="events:Q")
    return bars + numbers, about


def _of(shown: int, all_: int) -> str:
    return f", the first {shown} of {all_:,}" if shown < all_ else ""


def _busiest(names: Sequence[str], cells: list[tuple[str, str, int]], at: int, most: int) -> list[str]:
    """The values of one key, times as they come, others with the most events first."""
    totals = Counter[str]()
    for cell in cells:
        totals[str(cell[at])] += cell[2]
    if names[at] in TIMES:
        return list(totals)
    return sorted(totals, key=lambda value: (value == NONE, -totals[value], value))[:most]


def _lines(names: Sequence[str], cells: list[tuple[str, str, int]]) -> tuple[Chart, str]:
    """A line with a colour and a shape of its own for each of the busiest values, the rest together in grey."""
    periods = sorted(_busiest(names, cells, 0, len(cells)), key=lambda value: value == NONE)
    kept = _busiest(names, cells, 1, MOST_LINES)
    rest = f"other ({len({cell[1] for cell in cells}) - len(kept)})"
    found = Counter[tuple[str, str]]()
    for period, value, events in cells:
        found[period, value if value in kept else rest] += events
    series = [*kept, *([rest] if any(value == rest for _, value in found) else [])]
    values = [
        {"period": period, "value": value, "events": found[period, value]} for period in periods for value in series
    ]
    legend = alt.Legend(title=_title(names[1]), symbolSize=90)
    base = alt.Chart(rows(values), width=WIDTH - 130, height=330).encode(
        x=alt.X("period:N", sort=periods, title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy")),
        y=alt.Y("events:Q", title="Events", axis=alt.Axis(tickMinStep=1, domain=False, ticks=False)),
        color=alt.Color("value:N", scale=coloured(kept, rest if rest in series else None), legend=legend, sort=series),
        tooltip=["period:N", "value:N", "events:Q"],
    )
    shapes = alt.Scale(domain=series, range=[*SHAPES[: len(kept)], "stroke"][: len(series)])
    points = base.mark_point(filled=True, size=70, opacity=1).encode(
        shape=alt.Shape("value:N", scale=shapes, legend=legend, sort=series)
    )
    return base.mark_line(strokeWidth=1.8) + points, f"Events by {names[0]} and {names[1].replace('_', ' ')}."


def _table(names: Sequence[str], cells: list[tuple[str, str, int]]) -> tuple[Chart, str]:
    """Shades from light to dark say the number too, in grey as well as in colour."""
    down = _busiest(names, cells, 0, MOST_BARS)
    across = _busiest(names, cells, 1, MOST_COLUMNS)
    most = max((events for _, _, events in cells), default=1)
    values = [
        {"down": one, "across": other, "events": events, "dark": events > most / 3}
        for one, other, events in cells
        if one in down and other in across
    ]
    wide = max(34, min(90, (WIDTH - 160) // len(across)))
    base = alt.Chart(rows(values), width=wide * len(across), height=22 * len(down)).encode(
        x=alt.X("across:N", sort=across, title=_title(names[1]), axis=alt.Axis(orient="top", labelAngle=-40)),
        y=alt.Y("down:N", sort=down, title=_title(names[0])),
    )
    shade = alt.Color("events:Q", scale=alt.Scale(type="sqrt", scheme="blues", domainMin=0), legend=None)
    numbers = base.mark_text(fontSize=11).encode(
        text="events:Q", color=alt.condition("datum.dark", alt.value("white"), alt.value("black"))
    )
    all_ = len({one for one, _, _ in cells})
    about = f"Events by {names[0].replace('_', ' ')} and {names[1].replace('_', ' ')}{_of(len(down), all_)}."
    return base.mark_rect(stroke="white").encode(color=shade) + numbers, about
