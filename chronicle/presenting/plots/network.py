"""Who with whom: the busiest actors, their kind by shape and their country by colour, and the events they share."""

from collections import Counter
from collections.abc import Iterable, Mapping

import altair as alt

from chronicle.model import Event
from chronicle.presenting.drawing.ties import HEIGHT, WIDTH, Network, network, takes_part
from chronicle.presenting.plots.framing import COLOURS, INK, Chart, coloured, rows

_KINDS = {"person": "circle", "state": "square", "organization": "diamond"}
_OTHER = "other or none"


def chart(events: Iterable[Event], names: Mapping[str, str]) -> tuple[Chart, str]:
    """The chart and what it shows; `names` are countries by code."""
    drawn = network(takes_part(event) for event in events)
    layers = alt.layer(_ties(drawn), _nodes(drawn, names), _labels(drawn), width=WIDTH, height=HEIGHT)
    return layers.resolve_scale(color="independent", size="independent"), _about(len(drawn.nodes))


def _about(busiest: int) -> str:
    if not busiest:
        return "Nobody takes part in any of these events together with somebody else: there is nobody to draw."
    return (
        f"Who takes part in events together: the {busiest} busiest; the thicker the line, the more events,"
        " the larger the sign, the more events of that actor."
    )


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[HEIGHT, 0], nice=False), axis=None)


def _ties(drawn: Network) -> Chart:
    values = [
        {
            "x": drawn.nodes[tie.one].x, "y": drawn.nodes[tie.one].y,
            "x2": drawn.nodes[tie.other].x, "y2": drawn.nodes[tie.other].y,
            "one": drawn.nodes[tie.one].actor.name, "other": drawn.nodes[tie.other].actor.name, "events": tie.events,
        }
        for tie in drawn.ties
    ]  # fmt: skip
    return (
        alt.Chart(rows(values))
        .mark_rule(color="#b5bec9", opacity=0.8)
        .encode(
            x=_x("x"), y=_y("y"), x2="x2:Q", y2="y2:Q", tooltip=["one:N", "other:N", "events:Q"],
            strokeWidth=alt.StrokeWidth("events:Q", scale=alt.Scale(domainMin=0, range=[0.6, 6]), legend=None),
        )
    )  # fmt: skip


def _nodes(drawn: Network, names: Mapping[str, str]) -> Chart:
    countries = Counter(node.actor.country for node in drawn.nodes if node.actor.country)
    ranked = sorted(countries, key=lambda code: (-countries[code], code))[: len(COLOURS)]
    told = {code: names.get(code, code) for code in ranked}
    values = [
        {
            "x": node.x, "y": node.y, "actor": node.actor.name, "kind": node.actor.kind, "events": node.events,
            "country": told.get(node.actor.country, _OTHER),
        }
        for node in drawn.nodes
    ]  # fmt: skip
    others = _OTHER if any(value["country"] == _OTHER for value in values) else None
    shapes = alt.Scale(domain=list(_KINDS), range=list(_KINDS.values()))
    symbols = alt.Legend(title="Country", orient="top", symbolSize=110, symbolOpacity=1)
    return (
        alt.Chart(rows(values))
        .mark_point(filled=True, opacity=1, stroke="white", strokeWidth=1)
        .encode(
            x=_x("x"), y=_y("y"), tooltip=["actor:N", "country:N", "events:Q"],
            shape=alt.Shape("kind:N", scale=shapes, legend=alt.Legend(title="Kind", orient="top", symbolSize=110)),
            color=alt.Color("country:N", scale=coloured(list(told.values()), others), legend=symbols),
            size=alt.Size("events:Q", scale=alt.Scale(domainMin=0, range=[60, 620]), legend=None),
        )
    )  # fmt: skip


def _labels(drawn: Network) -> Chart:
    values = [{"x": node.x, "y": node.y, "actor": node.actor.name} for node in drawn.nodes]
    written = alt.Chart(rows(values)).encode(x=_x("x"), y=_y("y"), text="actor:N")
    halo = written.mark_text(dy=21, fontSize=11.5, stroke="white", strokeWidth=3, strokeJoin="round")
    return halo + written.mark_text(dy=21, fontSize=11.5, color=INK)
