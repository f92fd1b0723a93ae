"""Places on a map: the size of their circles, and their names beside them, none upon another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

# Half the width of a letter, and how far a line of them reaches up and down.
_LETTER, _UP, _DOWN = 3.6, 12.0, 3.0


class Spot(NamedTuple):
    """What is to be named: a circle of this radius."""

    name: str
    x: float
    y: float
    radius: float


Box = tuple[float, float, float, float]


class Label(NamedTuple):
    """`anchor` is which end of the name stands at x: `start`, `middle` or `end`; y is its base line.

    `leader` is a line from the circle to a name that stands away from it: x and y of its ends.
    """

    name: str
    x: float
    y: float
    anchor: str
    leader: Box | None = None


# How many spots are tried for each name that there may be.
_TRIED = 4
# So many of the first get a name with a leader, if there is no room beside their circles: so far from them, and in
# so many directions.
_SURE = 10
_AWAY = (18.0, 30.0, 44.0, 60.0, 78.0, 98.0, 120.0, 144.0)
_DIRECTIONS = 24
_STEP = 5.0
_SMALLEST, _LARGEST, _ALONE = 3.0, 22.0, 6.0


def radius(events: int, most: int) -> float:
    """Of the circle of a venue: it grows with the root of the number of events; the busiest has `most`."""
    return _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(events / most) if most > 1 else _ALONE


def labels(spots: Iterable[Spot], width: float, height: float, most: int) -> Iterator[Label]:
    """Names for the first spots, beside their circles where there is room, on no other circle and no other name.

    A name keeps off all circles, also of spots that come later: upon one it would be taken for that one's. Of the very
    first those without room stand away from their circles.
    """
    circles = list(spots)
    taken: list[Box] = []
    found = 0
    for rank, spot in enumerate(circles[: _TRIED * most]):
        others = [other for other in circles if other is not spot and _may_meet(spot, other)]
        for label, boxes in chain(_beside(spot), _away(spot) if rank < _SURE else ()):
            if _is_free(boxes, taken, width, height) and not any(_touches(boxes[0], other) for other in others):
                taken += boxes
                found += 1
                yield label
                break
        if found == most:
            return


def _may_meet(spot: Spot, other: Spot) -> bool:
    """Whether a name of the one can reach the circle of the other."""
    reach = spot.radius + other.radius + _AWAY[-1] + _UP
    across = 2 * len(spot.name) * _LETTER
    return abs(spot.x - other.x) < reach + across and abs(spot.y - other.y) < reach


def _away(spot: Spot) -> Iterator[tuple[Label, list[Box]]]:
    """Names round the circle, the nearest first, each with a line to it."""
    half = len(spot.name) * _LETTER
    for away in _AWAY:
        for step in range(_DIRECTIONS):
            across, down = cos(2 * pi * step / _DIRECTIONS), sin(2 * pi * step / _DIRECTIONS)
            x, y = spot.x + across * (spot.radius + away), spot.y + down * (spot.radius + away)
            leader = (spot.x + across * spot.radius, spot.y + down * spot.radius, x, y)
            if abs(across) > abs(down) / 2:
                anchor, middle, base = ("start", x + 2 + half, y + 4) if across > 0 else ("end", x - 2 - half, y + 4)
            else:
                anchor, middle, base = "middle", x, y + _UP if down > 0 else y - _DOWN
            label, box = _named(spot, anchor, middle, base)
            yield label._replace(leader=leader), [box, *_along(leader)]


def _along(line: Box) -> Iterator[Box]:
    """Small boxes that cover a line."""
    left, top, right, bottom = line
    many = int(hypot(right - left, bottom - top) / _STEP) + 1
    for at in range(many):
        x, y = left + (right - left) * at / many, top + (bottom - top) * at / many
        yield x - 1, y - 1, x + 1, y + 1


def _named(spot: Spot, anchor: str, middle: float, base: float) -> tuple[Label, Box]:
    half = len(spot.name) * _LETTER
    x = {"start": middle - half, "end": middle + half, "middle": middle}[anchor]
    return Label(spot.name, x, base, anchor), (middle - half, base - _UP, middle + half, base + _DOWN)


def _beside(spot: Spot) -> Iterator[tuple[Label, list[Box]]]:
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
        label, box = _named(spot, anchor, middle, base)
        yield label, [box]


def _is_free(boxes: Sequence[Box], taken: Sequence[Box], width: float, height: float) -> bool:
    left, top, right, bottom = boxes[0]
    if left < 0 or top < 0 or right > width or bottom > height:
        return False
    return not any(_overlap(box, one) for box in boxes for one in taken)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _touches(box: Box, spot: Spot) -> bool:
    left, top, right, bottom = box
    across, up = max(left - spot.x, spot.x - right, 0), max(top - spot.y, spot.y - bottom, 0)
    return across**2 + up**2 < spot.radius**2
