"""How many, by one key or two: bars, lines over time, or a table in shades with its numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import altair as alt

from chronicle.presenting.drawing.periods import WEEKDAYS, between, short
from chronicle.presenting.plots.framing import ACCENT, SHAPES, WIDTH, Chart, coloured, events_axis, rows, time_axis

TIMES = frozenset({"year", "quarter", "month", "weekday"})
# What a picture takes: bars, lines, columns of a table.
MOST_BARS, MOST_LINES, MOST_COLUMNS = 40, len(SHAPES), 20
NONE = "none"


class Counted(NamedTuple):
    """The values of the keys, None for an event that has none, and the number of events."""

    keys: tuple[str | None, ...]
    events: int


def chart(names: Sequence[str], counts: Sequence[Counted], undated: int = 0) -> tuple[Chart, str]:
    """The chart of counts by one or two keys, in the order given, and what it shows.

    A time is the axis, with the periods in which nothing happened; `undated` events have no place on it.
    """
    if len(names) == 2 and names[1] in TIMES and names[0] not in TIMES:
        names, counts = names[::-1], [Counted(one.keys[::-1], one.events) for one in counts]
    if names[0] not in TIMES:
        return _bars(names[0], counts) if len(names) == 1 else _table(names, counts)
    dated = [one for one in counts if one.keys[0] is not None]
    drawn, about = _columns(names[0], dated) if len(names) == 1 else _lines(names, dated)
    return drawn, about + _without(names[0], undated)


def _without(time: str, undated: int) -> str:
    what = "weekday" if time == "weekday" else "possible date"
    return f" {undated:,} without a {what} not shown." if undated else ""


def _said(value: str | None) -> str:
    return NONE if value is None else value.replace("_", " ")


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _of(shown: int, all_: int) -> str:
    return f", the first {shown} of {all_:,}" if shown < all_ else ""


def _bars(name: str, counts: Sequence[Counted]) -> tuple[Chart, str]:
    values = [{"key": _said(one.keys[0]), "events": one.events} for one in counts[:MOST_BARS]]
    order = [_said(one.keys[0]) for one in counts[:MOST_BARS]]
    lanes = alt.Y("key:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False))
    base = alt.Chart(rows(values), width=WIDTH - 160, height=22 * len(values)).encode(y=lanes)
    bars = base.mark_bar(color=ACCENT).encode(x=events_axis(alt.X, _most(one.events for one in counts)))
    numbers = base.mark_text(align="left", dx=4, fontSize=11).encode(x="events:Q", text="events:Q")
    return bars + numbers, f"Events by {name.replace('_', ' ')}{_of(len(values), len(counts))}."


def _most(numbers: Iterable[int]) -> int:
    return max(numbers, default=0)


def _across(time: str, counts: Sequence[Counted]) -> tuple[list[str], alt.X]:
    """Every period from the first to the last that has events, and every day of the week."""
    found = [period for one in counts if (period := one.keys[0])]
    periods = list(WEEKDAYS if time == "weekday" else between(min(found), max(found), time) if found else ())
    names = {period: short(period) if time in ("year", "month") else period for period in periods}
    return periods, time_axis(periods, names)


def _columns(time: str, counts: Sequence[Counted]) -> tuple[Chart, str]:
    values = [{"period": one.keys[0], "events": one.events} for one in counts]
    bars = alt.Chart(rows(values), width=WIDTH, height=300).mark_bar(color=ACCENT)
    number = events_axis(alt.Y, _most(one.events for one in counts))
    return bars.encode(x=_across(time, counts)[1], y=number), f"Events by {time}."


def _busiest(name: str, totals: Mapping[str, int], most: int) -> list[str]:
    """The values of a key with the most events, `none` last; times among each other as they come."""
    busiest = sorted(totals, key=lambda value: (value == NONE, -totals[value], value))[:most]
    return [value for value in totals if value in busiest] if name in TIMES else busiest


def _totals(counts: Sequence[Counted], at: int) -> Counter[str]:
    totals = Counter[str]()
    for one in counts:
        totals[_said(one.keys[at])] += one.events
    return totals


def _drawn(numbers: Sequence[int]) -> list[int | None]:
    """None where nothing follows on nothing: there all lines would lie on one another, and only the last be seen."""
    around = zip([0, *numbers[:-1]], numbers, [*numbers[1:], 0], strict=True)
    return [number if before or number or after else None for before, number, after in around]


def _lines(names: Sequence[str], counts: Sequence[Counted]) -> tuple[Chart, str]:
    """A line with a colour and a shape of its own for each of the busiest values, the rest together in grey."""
    periods, across = _across(names[0], counts)
    totals = _totals(counts, 1)
    kept = _busiest(names[1], totals, MOST_LINES)
    rest = f"{len(totals) - len(kept)} more" if len(totals) > len(kept) else None
    series = [*kept, rest] if rest else kept
    found = Counter[tuple[str | None, str]]()
    for one in counts:
        value = _said(one.keys[1])
        found[one.keys[0], value if value in kept else str(rest)] += one.events
    values = [
        {"period": period, "value": value, "events": events}
        for value in series
        for period, events in zip(periods, _drawn([found[period, value] for period in periods]), strict=True)
    ]
    legend = alt.Legend(title=_title(names[1]), symbolSize=90)
    base = alt.Chart(rows(values), width=WIDTH - 130, height=330).encode(
        x=across,
        y=events_axis(alt.Y, _most(found.values())),
        color=alt.Color("value:N", scale=coloured(kept, rest), legend=legend, sort=series),
        tooltip=["period:N", "value:N", "events:Q"],
    )
    shapes = alt.Scale(domain=series, range=[*SHAPES[: len(kept)], "stroke"][: len(series)])
    points = (
        base.transform_filter("datum.events > 0")
        .mark_point(filled=True, size=70, opacity=1)
        .encode(shape=alt.Shape("value:N", scale=shapes, legend=legend, sort=series))
    )
    return base.mark_line(strokeWidth=1.8) + points, f"Events by {names[0]} and {names[1].replace('_', ' ')}."


def _table(names: Sequence[str], counts: Sequence[Counted]) -> tuple[Chart, str]:
    """Shades from light to dark say the number too, in grey as well as in colour."""
    rows_of, columns_of = _totals(counts, 0), _totals(counts, 1)
    down, across = _busiest(names[0], rows_of, MOST_BARS), _busiest(names[1], columns_of, MOST_COLUMNS)
    cells = [(_said(one.keys[0]), _said(one.keys[1]), one.events) for one in counts]
    most = _most(one.events for one in counts)
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
    about = f"Events by {names[0].replace('_', ' ')} and {names[1].replace('_', ' ')}{_of(len(down), len(rows_of))}."
    return base.mark_rect(stroke="white").encode(color=shade) + numbers, about
