"""The figures of the page as SVG, each drawn for 960 units and wearing classes that page.css colours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from chronicle.presenting.drawing.globe import Point, View, graticule, outlines, rim, view
from chronicle.presenting.drawing.labels import Spot, labels, radius
from chronicle.presenting.drawing.periods import Timeline, labelled, said, short
from chronicle.presenting.drawing.ties import HEIGHT, WIDTH, Actor, Network, Node
from chronicle.presenting.page.digest import Place
from chronicle.presenting.page.markup import Markup, joined, tag, text

Rings = Sequence[Sequence[Point]]

_TOP, _HIGH, _ROOM = 12.0, 150.0, 26.0
_LABELS = 9
_NAMED, _NAMED_SMALL = 12, 8
# Countries that a network tells apart by colour; a picture with more has the others in grey.
COLOURS = 6


def drawing(label: str, width: float, height: float, *children: Markup, name: str) -> Markup:
    """An SVG picture that a screen reader calls by its label; the table beside it has the figures."""
    return tag(
        "svg", *children, class_=f"drawing {name}", viewbox=f"0 0 {width:g} {height:g}", role="img", aria_label=label
    )


def bars(line: Timeline, label: str) -> Markup:
    """A bar for each period; over it one of the same width for those that are chosen in the browser.

    Across, the picture is measured in percent, so that it can be as wide as the window and its words stay readable.
    """
    ceiling = _ceiling(max((bar.events for bar in line.bars), default=0))
    step = 100 / max(len(line.bars), 1)
    drawn = joined(_bar(bar.period, bar.events, at * step, step, ceiling) for at, bar in enumerate(line.bars))
    height = _TOP + _HIGH + _ROOM
    lines, values = _scale(ceiling)
    axis = tag("svg", values, class_="axis drawing", height=height, aria_hidden="true")
    plot = tag(
        "svg", lines, drawn, joined(_ticks(line, step)), class_="drawing timeline", height=height, aria_hidden="true"
    )
    return tag("div", axis, plot, class_="plot", role="img", aria_label=label)


def _ceiling(most: int) -> int:
    """The next round number: 1, 2, 5, 10, 20, 50 and so on; even ones, so that half of it is whole."""
    size = 1
    while size * 10 < most:
        size *= 10
    return next(size * step for step in (2, 4, 6, 8, 10) if size * step >= most)


def _scale(ceiling: int) -> tuple[Markup, Markup]:
    """The lines of nothing, half and all, and their numbers."""
    lines, values = [], []
    for value in (0, ceiling // 2, ceiling):
        y = _TOP + _HIGH * (1 - value / ceiling)
        lines.append(tag("line", class_="rule", x1=0, x2="100%", y1=y, y2=y))
        values.append(tag("text", text(f"{value:,}"), class_="tick", x="85%", y=y + 4, text_anchor="end"))
    return joined(lines), joined(values)


def _bar(period: str, events: int, x: float, step: float, ceiling: int) -> Markup:
    high = _HIGH * events / ceiling
    body = {"x": f"{x + step * 0.09:.3f}%", "width": f"{step * 0.82:.3f}%", "y": _TOP + _HIGH - high, "height": high}
    return tag(
        "g",
        tag("title", text(f"{said(period)}: {_events(events)}")),
        tag("rect", class_="room", x=f"{x:.3f}%", width=f"{step:.3f}%", y=_TOP, height=_HIGH),
        tag("rect", class_="all", **body),
        tag("rect", class_="chosen", **body),
        class_="bar",
        data_period=period,
        data_events=events,
    )


def _events(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def _ticks(line: Timeline, step: float) -> Iterator[Markup]:
    """Labels below the bars: as many as can be read."""
    places = {bar.period: at for at, bar in enumerate(line.bars)}
    for number, period in enumerate(labelled(tuple(places), _LABELS)):
        at = places[period]
        x = f"{(at + 0.5) * step:.3f}%"
        yield tag("line", class_="rule", x1=x, x2=x, y1=_TOP + _HIGH, y2=_TOP + _HIGH + 4)
        minor = " minor" if number % 2 else ""
        anchor = "start" if (at + 0.5) * step < 4 else "end" if (at + 0.5) * step > 96 else "middle"
        label = text(short(period))
        yield tag("text", label, class_=f"tick{minor}", x=x, y=_TOP + _HIGH + 19, text_anchor=anchor)


def world(places: Sequence[tuple[int, Place, int]], rings: Rings, label: str) -> Markup:
    """The venues as circles whose area is the number of events. `places`: number, venue, events; most first."""
    known = [(number, place, events) for number, place, events in places if _degrees(place)]
    seen = view([_at(place) for _, place, _ in known])
    ground = tag(
        "g",
        tag("path", class_="sea", d=path([rim(seen)], closed=True)),
        tag("path", class_="land", d=path(outlines(seen, rings), closed=True)),
        tag("path", class_="grid", d=path(graticule(seen))),
        clip_path="url(#globe)",
    )
    clip = tag("defs", tag("clipPath", tag("path", d=path([rim(seen)], closed=True)), id="globe"))
    most = max((events for _, _, events in known), default=1)
    circles = [_circle(seen, number, place, events, most) for number, place, events in known]
    names = joined(_names(seen, known, most))
    return drawing(label, seen.width, seen.height, clip, ground, joined(circles), names, name="map")


def _degrees(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None


def _at(place: Place) -> Point:
    return place.longitude or 0.0, place.latitude or 0.0


def _circle(seen: View, number: int, place: Place, events: int, most: int) -> Markup:
    x, y = seen.place(*_at(place))
    told = tag("title", text(f"{place.name}: {_events(events)}"))
    size = radius(events, most)
    return tag(
        "g",
        told,
        tag("circle", class_="all", cx=x, cy=y, r=size),
        tag("circle", class_="chosen", cx=x, cy=y, r=size),
        class_="venue",
        data_venue=number,
        data_events=events,
    )


def _names(seen: View, known: Sequence[tuple[int, Place, int]], most: int) -> Iterator[Markup]:
    """The names of the busiest venues, as far as they do not stand on one another; fewer on a small screen."""
    spots = (Spot(place.name, *seen.place(*_at(place)), radius(events, most)) for _, place, events in known)
    for at, label in enumerate(labels(spots, seen.width, seen.height, _NAMED)):
        name = "name minor" if at >= _NAMED_SMALL else "name"
        if label.leader:
            x1, y1, x2, y2 = label.leader
            yield tag("line", class_=name.replace("name", "leader"), x1=x1, y1=y1, x2=x2, y2=y2)
        yield tag("text", text(label.name), class_=name, x=label.x, y=label.y, text_anchor=label.anchor)


def path(lines: Iterable[Sequence[Point]], closed: bool = False) -> str:
    """The lines as SVG's path data, to a tenth of a unit."""
    return "".join(_line(line) + ("z" if closed else "") for line in lines)


def _line(points: Sequence[Point]) -> str:
    said = [f"{x:.1f} {y:.1f}" for x, y in points]
    kept = [one for at, one in enumerate(said) if at == 0 or one != said[at - 1]]
    return f"M{'L'.join(kept)}"


def web(drawn: Network, numbers: Mapping[Actor, int], colours: Mapping[str, int], label: str) -> Markup:
    """Actors and the events that they share. `numbers` are the actors' in the page, `colours` those of countries."""
    most = max((tie.events for tie in drawn.ties), default=1)
    busiest = max((node.events for node in drawn.nodes), default=1)
    lines = []
    for tie in drawn.ties:
        one, other = drawn.nodes[tie.one], drawn.nodes[tie.other]
        told = tag("title", text(f"{one.actor.name} and {other.actor.name}: {_events(tie.events)}"))
        lines.append(
            tag(
                "line", told, class_="tie", x1=one.x, y1=one.y, x2=other.x, y2=other.y,
                stroke_width=0.6 + 5.4 * tie.events / most,
                data_one=numbers[one.actor], data_other=numbers[other.actor],
            )
        )  # fmt: skip
    nodes = [_node(node, numbers[node.actor], colours.get(node.actor.country, 0), busiest) for node in drawn.nodes]
    return drawing(label, WIDTH, HEIGHT, joined(lines), joined(nodes), name="network")


def _node(node: Node, number: int, colour: int, busiest: int) -> Markup:
    told = tag("title", text(f"{node.actor.name}: {_events(node.events)}"))
    size = 4 + 8 * sqrt(node.events / busiest)
    name = tag("text", text(node.actor.name), class_="name", x=node.x, y=node.y + size + 13, text_anchor="middle")
    shape = tag("path", class_=f"mark c{colour}", d=mark(node.actor.kind, node.x, node.y, size))
    return tag("g", told, shape, name, class_="node", data_actor=number, data_events=node.events)


def mark(kind: str, x: float, y: float, size: float) -> str:
    """A person is a circle, a state a square, an organization a diamond."""
    if kind == "state":
        half = size * 0.89
        return f"M{x - half:.1f} {y - half:.1f}h{2 * half:.1f}v{2 * half:.1f}h{-2 * half:.1f}z"
    if kind == "organization":
        half = size * 1.25
        return f"M{x:.1f} {y - half:.1f}l{half:.1f} {half:.1f}l{-half:.1f} {half:.1f}l{-half:.1f} {-half:.1f}z"
    half_turn = f"a{size:.1f} {size:.1f} 0 1 0"
    return f"M{x - size:.1f} {y:.1f}{half_turn} {2 * size:.1f} 0{half_turn} {-2 * size:.1f} 0z"
