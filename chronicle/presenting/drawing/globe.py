"""Places on a flat map: the Equal Earth projection (Šavrič, Patterson and Jenny 2018), turned and cut to fit.

Longitudes and latitudes are degrees, WGS 84; what comes out are units of the picture, y downwards.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF = sqrt(3) / 2

# A map shows at least so many degrees of longitude at the equator, and so much beside its outermost place.
NARROWEST, MARGIN = 70.0, 0.12


def project(longitude: float, latitude: float) -> Point:
    """The projection for a globe of radius 1, y upwards. Longitudes beyond 180 lie beyond the globe's edge."""
    angle = asin(_HALF * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = 9 * _A4 * sixth * square + 7 * _A3 * sixth + 3 * _A2 * square + _A1
    x = radians(longitude) * cos(angle) / (_HALF * slope)
    return x, angle * (_A4 * sixth * square + _A3 * sixth + _A2 * square + _A1)


EDGE = project(180, 0)[0]
TOP = project(0, 90)[1]


class View(NamedTuple):
    """A window of the globe: the meridian in its middle, its corner in the projection, units a radius, its size."""

    centre: float
    left: float
    top: float
    scale: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> Point:
        return self.put(_turned(longitude - self.centre), latitude)

    def put(self, east: float, latitude: float) -> Point:
        """A point so many degrees east of the centre, which may lie beyond the edge."""
        x, y = project(east, latitude)
        return (x - self.left) * self.scale, (self.top - y) * self.scale


def _turned(longitude: float) -> float:
    """The same meridian within -180 and 180."""
    return (longitude + 180) % 360 - 180


def view(places: Iterable[Point], width: float = 960.0, ratio: float = 0.5) -> View:
    """The smallest window around all places, `ratio` as high as wide; the whole globe around none."""
    known = list(places)
    if not known:
        return _framed(0.0, (-EDGE, EDGE), (-TOP, TOP), width, ratio)
    centre = _middle([longitude for longitude, _ in known])
    points = [project(_turned(longitude - centre), latitude) for longitude, latitude in known]
    across, up = zip(*points, strict=True)
    return _framed(centre, (min(across), max(across)), (min(up), max(up)), width, ratio)


def _middle(longitudes: Iterable[float]) -> float:
    """The meridian opposite the widest gap between the places."""
    known = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(following - one, one) for one, following in zip(known, [*known[1:], known[0] + 360], strict=True)]
    widest, begins = max(gaps)
    return _turned(begins + widest + (360 - widest) / 2)


def _framed(centre: float, across: Point, up: Point, width: float, ratio: float) -> View:
    wide = across[1] - across[0]
    high = up[1] - up[0]
    least = 2 * EDGE * NARROWEST / 360
    span = min(max(wide * (1 + 2 * MARGIN), high * (1 + 2 * MARGIN) / ratio, least), 2 * EDGE)
    left = _within((across[0] + across[1] - span) / 2, -EDGE, EDGE - span)
    tall = span * ratio
    top = _within((up[0] + up[1] + tall) / 2, tall - TOP, TOP) if tall < 2 * TOP else tall / 2
    return View(centre, left, top, width / span, width, width * ratio)


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def outlines(seen: View, rings: Iterable[Sequence[Point]]) -> Iterator[list[Point]]:
    """The rings, or copies of them a turn away, that touch the window. A ring may run over its edge."""
    for ring in rings:
        shift = _turned(ring[0][0] - seen.centre) - ring[0][0]
        for turn in (-360, 0, 360):
            drawn = [seen.put(longitude + shift + turn, latitude) for longitude, latitude in ring]
            if _touches(seen, drawn):
                yield drawn


def _touches(seen: View, points: Sequence[Point]) -> bool:
    across, up = [x for x, _ in points], [y for _, y in points]
    return max(across) > 0 and min(across) < seen.width and max(up) > 0 and min(up) < seen.height


def graticule(seen: View, step: int = 30) -> Iterator[list[Point]]:
    """Meridians and parallels every so many degrees."""
    for meridian in range(-180, 180, step):
        east = _turned(meridian - seen.centre)
        yield [seen.put(east, north) for north in range(-90, 91, 5)]
    for north in range(step - 90, 90, step):
        yield [seen.put(east, north) for east in range(-180, 181, 10)]


def rim(seen: View) -> list[Point]:
    """The globe's own outline."""
    left = [seen.put(-180, north) for north in range(-90, 91, 5)]
    return left + [seen.put(180, north) for north in range(90, -91, -5)]


def is_within(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a ring of degrees, closed, goes round the point."""
    x, y = point
    inside = False
    for (left, low), (right, high) in pairwise(ring):
        if (low > y) != (high > y) and x < (right - left) * (y - low) / (high - low) + left:
            inside = not inside
    return inside


def turns_right(ring: Sequence[Point]) -> bool:
    """Whether a closed ring runs clockwise, north being up."""
    return sum((right - left) * (high + low) for (left, low), (right, high) in pairwise(ring)) > 0
