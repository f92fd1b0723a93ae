"""Whether work grows in step with its size: told by the processor's time, so by the best of several rounds.

Work that grows with the square takes a hundred times as long for ten times the size in every round;
other work on the machine, which can make any one round slow, cannot hide it or bring it about.
"""

import time
from collections.abc import Callable

ROUNDS = 6
SLACK = 4
SHORTEST = 0.002
"""Seconds: what is shorter is measured too badly to be a measure of anything."""


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds that `work` takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def in_step(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether `work` on `large` things costs no more in proportion than on `small`, but for some slack."""
    return no_dearer(lambda: work(large), lambda: work(small), SLACK * large / small)


def no_dearer(work: Callable[[], object], measure: Callable[[], object], times: float) -> bool:
    """Whether `work` costs at most `times` what `measure` costs, each in its best round."""
    best = bar = float("inf")
    for _ in range(ROUNDS):
        bar = min(bar, seconds(measure))
        best = min(best, seconds(work))
        if best <= times * max(bar, SHORTEST):
            return True
    return False
