"""Where: the venues as circles on an Equal Earth map, the larger the more events."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import altair as alt

from chronicle.model import Event
from chronicle.presenting.drawing.globe import Point, View, is_within, turns_right, view
from chronicle.presenting.drawing.labels import Box, Spot, labels, radius
from chronicle.presenting.plots.framing import ACCENT, INK, Chart, rows

Rings = Sequence[Sequence[Point]]

SEA, LAND, GRID = "#eef3f7", "#d5dbd2", "#dde5ec"
_WIDTH, _NAMED = 960, 16


class Seat(NamedTuple):
    """A venue; two of the same name are two."""

    name: str
    country: str
    kind: str
    longitude: float
    latitude: float


Lost = tuple[str, str, str]


def chart(events: Iterable[Event], rings: Rings) -> tuple[Chart, str]:
    """The chart and what it shows; `rings` are the outlines of the land."""
    seats, unknown = Counter[Seat](), set[Lost]()
    for event in events:
        for venue in event.venues:
            which = venue.name, venue.country or "", venue.kind.value
            if venue.latitude is None or venue.longitude is None:
                unknown.add(which)
            else:
                seats[Seat(*which, venue.longitude, venue.latitude)] += 1
    ranked = sorted(seats.items(), key=lambda pair: (-pair[1], pair[0]))
    about = f"Where events took place: {len(ranked):,} venues; the larger the circle, the more events."
    without = f" {len(unknown)} without coordinates not shown." if unknown else ""
    seen = view([(seat.longitude, seat.latitude) for seat in seats], width=_WIDTH)
    spots = [_spot(seen, seat, number, ranked[0][1]) for seat, number in ranked]
    marks = [_circles(seen, spots, [number for _, number in ranked]), *_names(seen, spots)] if spots else []
    return alt.layer(*_ground(seen, rings), *marks, width=seen.width, height=seen.height), about + without


def _ground(seen: View, rings: Rings) -> list[Chart]:
    """Sea, land with its inland seas, and every thirtieth degree, as the window has them."""
    across = {
        "type": "equalEarth", "rotate": [-seen.centre, 0], "scale": seen.scale,
        "translate": [-seen.left * seen.scale, seen.top * seen.scale],
    }  # fmt: skip
    water = [ring for ring in rings if sum(is_within(ring[0], other) for other in rings if other is not ring) % 2]
    land = [ring for ring in rings if ring not in water]
    parts = [
        alt.Chart(alt.sphere()).mark_geoshape(fill=SEA, clip=True),
        alt.Chart(_shapes(land)).mark_geoshape(fill=LAND, clip=True),
        alt.Chart(_shapes(water)).mark_geoshape(fill=SEA, clip=True),
        alt.Chart(alt.graticule(step=[30, 30])).mark_geoshape(filled=False, stroke=GRID, strokeWidth=0.7, clip=True),
    ]
    return [part.project(**across) for part in parts]


def _shapes(rings: Iterable[Sequence[Point]]) -> Any:
    """One polygon for each ring; on a globe the side to the right of a ring is its inside."""
    turned = (ring if turns_right(ring) else ring[::-1] for ring in rings)
    shapes: list[Any] = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [list(map(list, ring))]}}
        for ring in turned
    ]
    return rows(shapes)


def _spot(seen: View, seat: Seat, events: int, most: int) -> Spot:
    return Spot(seat.name, *seen.place(seat.longitude, seat.latitude), radius(events, most))


def _pixels(channel: type[Any], field: str) -> Any:
    """The values of a field as they are, in units of the picture."""
    return channel(f"{field}:Q", scale=None, axis=None)


def _circles(seen: View, spots: list[Spot], numbers: list[int]) -> Chart:
    values = [
        {"venue": spot.name, "x": spot.x, "y": spot.y, "area": 3.1416 * spot.radius**2, "events": number}
        for spot, number in zip(spots, numbers, strict=True)
    ]
    return (
        alt.Chart(rows(values))
        .mark_circle(color=ACCENT, opacity=0.62, stroke="white", strokeWidth=0.8)
        .encode(
            x=_pixels(alt.X, "x"), y=_pixels(alt.Y, "y"), tooltip=["venue:N", "events:Q"],
            size=alt.Size("area:Q", scale=None, legend=None),
        )
    )  # fmt: skip


def _leaders(lines: Sequence[Box]) -> list[Chart]:
    """Lines from circles to names that stand away from them."""
    values = [{"x": x, "y": y, "x2": x2, "y2": y2} for x, y, x2, y2 in lines]
    ends = {"x": _pixels(alt.X, "x"), "y": _pixels(alt.Y, "y"), "x2": "x2:Q", "y2": "y2:Q"}
    return [alt.Chart(rows(values)).mark_rule(color=INK, strokeWidth=0.8).encode(**ends)] if values else []


def _names(seen: View, spots: list[Spot]) -> list[Chart]:
    """One layer for each side on which names stand, since where a text begins is the mark's."""
    named = list(labels(spots, seen.width, seen.height, _NAMED))
    layers = _leaders([one.leader for one in named if one.leader])
    for anchor, align in (("start", "left"), ("middle", "center"), ("end", "right")):
        values = [{"name": one.name, "x": one.x, "y": one.y} for one in named if one.anchor == anchor]
        base = alt.Chart(rows(values)).encode(x=_pixels(alt.X, "x"), y=_pixels(alt.Y, "y"), text="name:N")
        style: dict[str, Any] = {"align": align, "baseline": "alphabetic", "fontSize": 11.5}
        if values:
            layers.append(base.mark_text(**style, stroke=SEA, strokeWidth=3, strokeJoin="round"))
            layers.append(base.mark_text(**style, color=INK))
    return layers
