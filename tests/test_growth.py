"""The measure of growth (growth.py) sees what grows with the square, and nothing in what grows in step."""

from growth import in_step


def spin(turns: int) -> None:
    for _ in range(turns):
        pass


def test_the_square_is_seen() -> None:
    assert not in_step(lambda count: spin(count * count), 300, 3_000)


def test_what_grows_in_step_passes() -> None:
    assert in_step(lambda count: spin(count * 100), 3_000, 30_000)
