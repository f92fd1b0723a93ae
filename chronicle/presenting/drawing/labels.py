"""Places on a map: the size of their circles, and their names beside them, none upon another."""

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import NamedTuple

# Half the width of a letter, and how far a line of them reaches up and down.
_LETTER, _UP, _DOWN = 3.6, 12.0, 3.0


class Spot(NamedTuple):
    """What is to be named: a circle of this radius."""

    name: str
    x: float
    y: float
    radius: float


class Label(NamedTuple):
    """`anchor` is which end of the name stands at x: `start`, `middle` or `end`; y is its base line."""

    name: str
    x: float
    y: float
    anchor: str


Box = tuple[float, float, float, float]

# How many spots are tried for each name that there may be.
_TRIED = 4
_SMALLEST, _LARGEST, _ALONE = 3.0, 22.0, 6.0


def radius(events: int, most: int) -> float:
    """Of the circle of a venue: it grows with the root of the number of events; the busiest has `most`."""
    return _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(events / most) if most > 1 else _ALONE


def labels(spots: Iterable[Spot], width: float, height: float, most: int) -> Iterator[Label]:
    """Names for the first spots, beside their circles where there is room, on no other circle and no other name.

    A name keeps off all circles, also of spots that come later: upon one it would be taken for that one's.
    """
    circles = list(spots)
    taken: list[Box] = []
    for spot in circles[: _TRIED * most]:
        others = [other for other in circles if other is not spot]
        for label, box in _tries(spot):
            if _is_free(box, taken, width, height) and not any(_touches(box, other) for other in others):
                taken.append(box)
                yield label
                break
        if len(taken) == most:
            return


def _tries(spot: Spot) -> Iterator[tuple[Label, Box]]:
    half = len(spot.name) * _LETTER
    beside = spot.radius + 4
    corner = spot.radius * 0.7 + 3
    for anchor, middle, base in (
        ("start", spot.x + beside + half, spot.y + 4),
        ("end", spot.x - beside - half, spot.y + 4),
        ("middle", spot.x, spot.y - beside - 1),
        ("middle", spot.x, spot.y + beside + 10),
        ("start", spot.x + corner + half, spot.y - corner),
        ("start", spot.x + corner + half, spot.y + corner + 9),
        ("end", spot.x - corner - half, spot.y - corner),
        ("end", spot.x - corner - half, spot.y + corner + 9),
    ):
        x = {"start": middle - half, "end": middle + half, "middle": middle}[anchor]
        box = (middle - half, base - _UP, middle + half, base + _DOWN)
        yield Label(spot.name, x, base, anchor), box


def _is_free(box: Box, taken: Iterable[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > width or bottom > height:
        return False
    return not any(left < one[2] and right > one[0] and top < one[3] and bottom > one[1] for one in taken)


def _touches(box: Box, spot: Spot) -> bool:
    left, top, right, bottom = box
    across, up = max(left - spot.x, spot.x - right, 0), max(top - spot.y, spot.y - bottom, 0)
    return across**2 + up**2 < spot.radius**2
