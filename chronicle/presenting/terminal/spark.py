"""Activity in a few signs: a bar for each period."""

from collections.abc import Sequence

from chronicle.presenting.terminal.signs import Signs, level


def spark(numbers: Sequence[int], signs: Signs) -> str:
    """A sign for each number, without a blank: one word that no table breaks."""
    most = max(numbers, default=0)
    steps = signs.none + signs.heights[1:]
    return "".join(level(number, most, steps) for number in numbers)


def merged(numbers: Sequence[int], each: int) -> list[int]:
    """The sums of so many neighbours each; the last may be of fewer."""
    return [sum(numbers[at : at + each]) for at in range(0, len(numbers), each)]
