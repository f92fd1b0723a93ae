"""What all pictures share: colours, the title that states the question, the sources below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt

from chronicle.presenting.cells import plain
from chronicle.presenting.drawing.periods import labelled

# Any of Altair's charts: its methods say less of what they return.
Chart = Any

# Okabe and Ito's colours, told apart by the colour-blind; in grey they differ little, so a shape or a place
# always says the same as the colour.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
REST, ACCENT, INK, SOFT, LINE = "#7f8894", "#0b5394", "#1a2028", "#56606d", "#d8dde3"
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
FONT = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
WIDTH = 820
_TITLE, _SMALL = 78, 132
_BETWEEN_LABELS = 10  # pixels between two names of periods
_SOURCES = 3
_TICKS, _LABELS = 6, 14


@dataclass(frozen=True, slots=True)
class Heading:
    """`asked` is the query in words, `works` the references of what is shown, `program` what made the picture."""

    asked: str
    events: int
    works: tuple[str, ...]
    program: str

    @property
    def title(self) -> str:
        asked = self.asked[:1].upper() + self.asked[1:]
        return plain(f"{asked}: {self.events:,} event{'' if self.events == 1 else 's'}")


def framed(chart: Chart, heading: Heading, about: str) -> Chart:
    """The chart between its title and its sources; `about` says what is drawn."""
    title = alt.TitleParams(
        wrap(heading.title, _TITLE), subtitle=wrap(about, _SMALL), anchor="start", fontSize=17, subtitleFontSize=12.5,
        subtitleColor=SOFT, subtitlePadding=6, offset=14, color=INK,
    )  # fmt: skip
    sources = alt.TitleParams(
        _sources(heading), orient="bottom", anchor="start", fontSize=10.5, fontWeight="normal", color=SOFT, offset=12,
        lineHeight=14,
    )  # fmt: skip
    whole = alt.vconcat(chart.properties(title=sources), title=title, description=f"{heading.title}. {about}")
    return whole.configure(
        font=FONT, background="white", padding=18, view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=SOFT, titleColor=SOFT, titleFontWeight="normal", gridColor=LINE, domainColor=LINE,
            tickColor=LINE, labelFontSize=11.5, titleFontSize=12, labelLimit=280,
        ),
        legend=alt.LegendConfig(labelColor=INK, titleColor=SOFT, titleFontWeight="normal", labelFontSize=11.5),
    )  # fmt: skip


def _sources(heading: Heading) -> list[str]:
    named = heading.works[:_SOURCES]
    more = len(heading.works) - len(named)
    rest = [f"{more:,} more document{'' if more == 1 else 's'}"] if more else []
    said = f"{'Sources' if len(heading.works) > 1 else 'Source'}: {'; '.join([*named, *rest])}."
    return [*wrap(plain(said), _SMALL), f"Made with {heading.program}."]


def coloured(names: Sequence[str], rest: str | None = None) -> alt.Scale:
    """A colour for each name, grey for `rest`."""
    more = [rest] if rest else []
    return alt.Scale(domain=[*names, *more], range=[*COLOURS[: len(names)], *(REST for _ in more)])


def events_axis(channel: type[Any], most: int) -> Any:
    """The number of events along an axis from none to a round number, with ticks at whole numbers alone."""
    step = next(size * ten for ten in (10**at for at in range(20)) for size in (1, 2, 5) if size * ten * _TICKS >= most)
    top = max(1, -(-most // step)) * step
    axis = alt.Axis(values=list(range(0, top + 1, step)), format=",d", domain=False, ticks=False)
    return channel("events:Q", title="Events", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))


def time_axis(periods: Sequence[str], names: Mapping[str, str], *, labels: bool = True) -> alt.X:
    """All periods in order, with or without events, under as many of their names as can be read."""
    shown = labelled(periods, _LABELS)
    axis = alt.Axis(
        title=None, labels=labels, ticks=labels, domain=labels, values=list(shown), labelAngle=0,
        labelOverlap="greedy", labelSeparation=_BETWEEN_LABELS,
        labelExpr=f"({_object({period: names[period] for period in shown})})[datum.value]",
    )  # fmt: skip
    return alt.X("period:N", axis=axis, scale=alt.Scale(type="band", domain=list(periods), paddingInner=0.18))


def _object(names: Mapping[str, str]) -> str:
    """As an expression of Vega's; no name of a period holds a quote."""
    return "{" + ", ".join(f"'{key}': '{name}'" for key, name in names.items()) + "}"


def rows(records: Sequence[dict[str, Any]]) -> Any:
    """Data that go into the picture as they are."""
    return alt.InlineData(values=list(records))
