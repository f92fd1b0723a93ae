"""Makes coastline.csv of Natural Earth's land at 1:110m, as TopoJSON (data/README.md).

`python data/make_coastline.py land-110m.json > data/coastline.csv`
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, groupby, pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]

# How far a point may lie from the line that does without it, in degrees.
TOLERANCE = 0.15


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The outlines of all land and of the seas within it, each ending where it begins."""
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for numbers in chain.from_iterable(geometry["arcs"]):
            yield _joined(arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers)


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    for x, y in zip(*(accumulate(part) for part in zip(*steps, strict=True)), strict=True):
        yield left + x * across, bottom + y * up


def _joined(arcs: Iterable[list[Point]]) -> list[Point]:
    """Arcs that follow one another, each beginning where the one before ends."""
    points: list[Point] = []
    for arc in arcs:
        points += arc[1:] if points else arc
    return points


def simplified(ring: list[Point]) -> list[Point]:
    """The ring after Douglas and Peucker, in two halves because its ends are one point."""
    half = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    return [*_thinned(ring[: half + 1]), *_thinned(ring[half:])[1:]]


def _thinned(line: list[Point]) -> list[Point]:
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    far, at = max((_distance(point, first, last), at) for at, point in enumerate(line[1:-1], 1))
    return [*_thinned(line[: at + 1]), *_thinned(line[at:])[1:]] if far > TOLERANCE else [first, last]


def _distance(point: Point, first: Point, last: Point) -> float:
    length = math.dist(first, last)
    if not length:
        return math.dist(point, first)
    (x, y), (left, bottom), (right, top) = point, first, last
    return abs((right - left) * (bottom - y) - (left - x) * (top - bottom)) / length


def cut(ring: list[Point]) -> Iterator[list[Point]]:
    """The ring's parts between 180 degrees west and east: TopoJSON has joined them across that line."""
    whole = _closed(list(_unwrapped(ring)))
    for turn in (-360, 0, 360):
        turned = [(x + turn, y) for x, y in whole]
        yield _west_of_180(_mirrored(_west_of_180(_mirrored(turned))))


def _unwrapped(ring: list[Point]) -> Iterator[Point]:
    """The points with longitudes that go on beyond 180 degrees, so that no step is longer than half a turn."""
    before = ring[0][0]
    for x, y in ring:
        before = x - 360 * round((x - before) / 360)
        yield before, y


def _closed(ring: list[Point]) -> list[Point]:
    """The ring; one that goes around the earth is closed by way of the South Pole."""
    first, last = ring[0][0], ring[-1][0]
    return [*ring, (last, -90.0), (first, -90.0), ring[0]] if round(first - last) else ring


def _west_of_180(ring: list[Point]) -> list[Point]:
    """What of the ring lies in the west of 180 degrees, after Sutherland and Hodgman."""
    kept: list[Point] = []
    for (x, y), (right, above) in pairwise(ring):
        if x <= 180:
            kept.append((x, y))
        if (x <= 180) != (right <= 180):
            kept.append((180.0, y + (above - y) * (180 - x) / (right - x)))
    return [*kept, *kept[:1]]


def _mirrored(ring: list[Point]) -> list[Point]:
    return [(-x, y) for x, y in ring]


def area(ring: list[Point]) -> float:
    """In square degrees."""
    return abs(sum(x * above - right * y for (x, y), (right, above) in pairwise(ring))) / 2


def main(path: Path) -> None:
    whole = map(simplified, rings(json.loads(path.read_text(encoding="utf-8"))))
    parts = [part for ring in whole for part in cut(ring) if area(part) > TOLERANCE**2]
    lines = ["ring,longitude,latitude"]
    for number, ring in enumerate(sorted(parts, key=area, reverse=True), 1):
        lines += [f"{number},{point}" for point, _ in groupby(f"{x:.2f},{y:.2f}" for x, y in ring)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
