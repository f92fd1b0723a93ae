"""The land of the world: outlines that close, inside of which the capitals lie."""

from itertools import pairwise

import pytest

from chronicle.coastline import Ring, rings


@pytest.fixture(scope="module")
def land() -> tuple[Ring, ...]:
    return rings()


def is_land(land: tuple[Ring, ...], x: float, y: float) -> bool:
    """Whether a line from the point to the east crosses the outlines an odd number of times."""
    crossings = 0
    for ring in land:
        for (left, bottom), (right, top) in pairwise(ring):
            if (bottom > y) != (top > y) and x < left + (y - bottom) * (right - left) / (top - bottom):
                crossings += 1
    return crossings % 2 == 1


def test_every_outline_is_closed_and_has_a_surface(land: tuple[Ring, ...]) -> None:
    assert all(ring[0] == ring[-1] and len(set(ring)) > 2 for ring in land)


def test_all_points_are_on_the_globe(land: tuple[Ring, ...]) -> None:
    points = [point for ring in land for point in ring]
    assert 2_000 < len(points) < 4_000
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points)


def test_the_largest_comes_first(land: tuple[Ring, ...]) -> None:
    across = [max(x for x, _ in ring) - min(x for x, _ in ring) for ring in land]
    assert across[0] > 180 > across[-1]


@pytest.mark.parametrize(
    ("place", "x", "y", "expected"),
    [
        ("Moscow", 37.6, 55.8, True),
        ("Beijing", 116.4, 39.9, True),
        ("Canberra", 149.1, -35.3, True),
        ("Brasilia", -47.9, -15.8, True),
        ("London", -0.6, 51.6, True),
        ("the South Pole", 0, -89, True),
        ("the Caspian Sea", 51, 41, False),
        ("the Atlantic", -30, 30, False),
        ("the South China Sea", 114, 14, False),
    ],
)
def test_land_and_sea(land: tuple[Ring, ...], place: str, x: float, y: float, expected: bool) -> None:
    assert is_land(land, x, y) is expected, place
