"""The land of the world as outlines, for maps (data/README.md)."""

import csv
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from chronicle.config import data_folder

Point = tuple[float, float]
Ring = tuple[Point, ...]


def rings(path: Path | None = None) -> tuple[Ring, ...]:
    """Closed outlines of (longitude, latitude) in degrees, the largest first; the last point is the first again.

    What lies within an odd number of them is land: the outline of an inland sea is among them.
    """
    with (path or data_folder() / "coastline.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    return tuple(
        tuple((float(longitude), float(latitude)) for _, longitude, latitude in points)
        for _, points in groupby(rows, itemgetter(0))
    )
