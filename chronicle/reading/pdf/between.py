"""Tables with the dates in the middle: what one side did to their left, what the other did to their right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.reading.pdf.heads import is_date
from chronicle.reading.pdf.runs import Run
from chronicle.reading.pdf.tables import Table, table_around

_FEWEST = 3  # dates of such a table, and lines on either side of them
_LEAST = 10  # signs in a line of text on the average
NAMES_OF_DATES = frozenset(("date", "dates", "day", "year", "month", "time", "period", "when"))


@dataclass(frozen=True, slots=True)
class Parted:
    """A page's runs above such a table, the table, and the runs below."""

    head: list[Run]
    table: Table
    foot: list[Run]


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where the dates stand, from `left` to `right`, and nothing else beside the text around them."""

    left: float
    right: float
    dates: list[Run]

    def holds(self, run: Run) -> bool:
        return run.left < self.right and run.right > self.left


def parted(runs: Sequence[Run]) -> Parted | None:
    """The first table of a page, its runs sorted from the top down; None if its dates stand anywhere else."""
    strip = _strip_of(runs)
    if strip is None:
        return None
    above, within, below = _cut(runs, strip)
    dates = [run for run in within if strip.holds(run)]
    texts = [run for run in within if not strip.holds(run)]
    head = _without_names(above, strip)
    named = len(head) < len(above)
    if len(dates) < _FEWEST or not _are_beside(texts, strip, named=named):
        return None
    table = table_around(dates, texts, strip.right, named=named)
    return Parted(head, table, below) if table is not None else None


def _strip_of(runs: Sequence[Run]) -> _Strip | None:
    """The only column of dates that a page has."""
    strips = [strip for strip in _strips(runs) if len(strip.dates) >= _FEWEST]
    return strips[0] if len(strips) == 1 else None


def _strips(runs: Sequence[Run]) -> Iterator[_Strip]:
    """Dates that stand over one another, wherever each of them begins."""
    strip: _Strip | None = None
    for run in sorted((run for run in runs if is_date(run.text)), key=lambda run: run.left):
        if strip is not None and run.left < strip.right:
            strip = _Strip(strip.left, max(strip.right, run.right), [*strip.dates, run])
            continue
        if strip is not None:
            yield strip
        strip = _Strip(run.left, run.right, [run])
    if strip is not None:
        yield strip


def _cut(runs: Sequence[Run], strip: _Strip) -> tuple[list[Run], list[Run], list[Run]]:
    """The runs above, within and below the rows: other words where the dates stand belong to no row."""
    dates = {id(run) for run in strip.dates}
    first = min(run.base for run in strip.dates)
    others = [run for run in runs if strip.holds(run) and id(run) not in dates]
    top = max((run.base + run.size / 2 for run in others if run.base < first), default=float("-inf"))
    bottom = min((run.base - run.size / 2 for run in others if run.base > first), default=float("inf"))
    within = [run for run in runs if top < run.base < bottom]
    return [run for run in runs if run.base <= top], within, [run for run in runs if run.base >= bottom]


def _without_names(above: list[Run], strip: _Strip) -> list[Run]:
    """Without the row that names the columns: `North | Date | South`."""
    names = [run for run in above[-_FEWEST:] if strip.holds(run) and run.text.strip(" :.").casefold() in NAMES_OF_DATES]
    return [run for run in above if abs(run.base - names[-1].base) > run.size / 2] if names else above


def _are_beside(texts: Sequence[Run], strip: _Strip, *, named: bool) -> bool:
    """Whether text stands on both sides of the dates; if a name heads their column, left of them is enough."""
    left = [run for run in texts if run.right <= strip.left]
    right = [run for run in texts if run.left >= strip.right]
    least = 1 if named else _FEWEST
    both = len(left) >= least and (named or len(right) >= least)
    return both and all(sum(len(run.text) for run in side) >= _LEAST * len(side) for side in (left, right))
