"""When: a bar for each period, and below it for each type how many events of that type the period has."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import altair as alt

from chronicle.model import Event
from chronicle.presenting.drawing.periods import SIZES, Timeline, said, short, timeline
from chronicle.presenting.plots.framing import ACCENT, WIDTH, Chart, events_axis, rows, time_axis


def chart(events: Iterable[Event]) -> tuple[Chart, str]:
    """The chart and what it shows, in words."""
    kinds, undated = Counter[tuple[Any, str]](), 0
    for event in events:
        if event.date.start:
            kinds[event.date.start, event.type.value] += 1
        else:
            undated += 1
    line = timeline(day for (day, _), number in kinds.items() for _ in range(number))
    size = SIZES[line.unit]
    by_type = Counter[tuple[str, str]]()
    for (day, kind), number in kinds.items():
        by_type[day.isoformat()[:size], kind] += number
    about = f"Events by {line.unit}, each at its first day; below, by type: the larger the circle, the more events."
    without = f" {undated} without a possible date not shown." if undated else ""
    return alt.vconcat(_bars(line), _lanes(line, by_type), spacing=14), about + without


def _across(line: Timeline, labels: bool) -> alt.X:
    """Both pictures have all periods, also those in which one of them has nothing to show."""
    order = [bar.period for bar in line.bars]
    return time_axis(order, {period: short(period) for period in order}, labels=labels)


def _bars(line: Timeline) -> Chart:
    values = [{"period": bar.period, "when": said(bar.period), "events": bar.events} for bar in line.bars]
    return (
        alt.Chart(rows(values), width=WIDTH, height=190)
        .mark_bar(color=ACCENT)
        .encode(
            x=_across(line, labels=True),
            y=events_axis(alt.Y, max((bar.events for bar in line.bars), default=0)),
            tooltip=[alt.Tooltip("when:N", title=line.unit.capitalize()), alt.Tooltip("events:Q", title="Events")],
        )
    )


def _lanes(line: Timeline, by_type: Counter[tuple[str, str]]) -> Chart:
    totals = Counter[str]()
    for (_, kind), number in by_type.items():
        totals[kind] += number
    order = sorted(totals, key=lambda kind: (-totals[kind], kind))
    values = [
        {"period": period, "when": said(period), "type": kind, "events": number}
        for (period, kind), number in sorted(by_type.items())
    ]
    return (
        alt.Chart(rows(values), width=WIDTH, height=22 * len(order))
        .mark_circle(color=ACCENT, opacity=0.75)
        .encode(
            x=_across(line, labels=False),
            y=alt.Y("type:N", sort=order, title=None, axis=alt.Axis(grid=True, domain=False, ticks=False)),
            size=alt.Size("events:Q", title="Events", scale=alt.Scale(range=[12, 330]), legend=_sizes(by_type)),
            tooltip=["when:N", "type:N", "events:Q"],
        )
    )


def _sizes(by_type: Counter[tuple[str, str]]) -> alt.Legend:
    most = max(by_type.values(), default=1)
    return alt.Legend(values=sorted({1, max(1, most // 2), most}), format="d")
