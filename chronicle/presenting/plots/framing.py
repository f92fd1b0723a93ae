"""What all pictures share: colours, the title that states the question, the sources below."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt

from chronicle.presenting.cells import plain

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
_SOURCES = 3


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


def rows(records: Sequence[dict[str, Any]]) -> Any:
    """Data that go into the picture as they are."""
    return alt.InlineData(values=list(records))
