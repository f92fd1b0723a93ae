"""Who takes part with whom, as numbers: the most frequent as the rows and columns of one table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.text import Text

from chronicle.presenting.terminal.lines import HEAD, MARK, MUCH, QUIET, fitted, line, widest
from chronicle.presenting.terminal.signs import Signs

# A third of the width is for names, so that they can be told apart.
_NAMES = 3
ALL = "     all"


class Member(NamedTuple):
    """A row and column: what tells it from all others, what it is called, and its events with anybody."""

    key: int | str
    name: str
    events: int


def fitting(members: Sequence[Member], width: int) -> Sequence[Member]:
    """The first of the members, as many as there are columns for beside their names."""
    return members[: max((width - width // _NAMES - len(ALL)) // _cell_width(members), 1)]


def matrix(
    members: Sequence[Member], shared: Mapping[frozenset[int | str], int], width: int, signs: Signs
) -> Iterator[Text]:
    """A row for each member, numbered as the columns are: the events of two, nothing where there are none.

    The last column has the events that a member shares with anybody.
    """
    cell = _cell_width(members)
    rank = len(str(len(members))) + 1
    most = max(shared.values(), default=0)
    room = width - rank - cell * len(members) - len(ALL)
    name = min(room, widest((member.name for member in members), width))
    heads = "".join(f"{at:>{cell}}" for at in range(1, len(members) + 1))
    yield line(" " * (rank + name), (heads, HEAD), (ALL, QUIET))
    for at, member in enumerate(members, 1):
        cells = (_cell(member, other, shared, most, cell, signs) for other in members)
        every = (f"{member.events:>{len(ALL)}}", QUIET)
        yield line((f"{at:>{rank - 1}} ", HEAD), fitted(member.name, name, signs), *cells, every)


def _cell_width(members: Sequence[Member]) -> int:
    return 1 + len(str(max([len(members), *(member.events for member in members)])))


def _cell(
    one: Member, other: Member, shared: Mapping[frozenset[int | str], int], most: int, width: int, signs: Signs
) -> tuple[str, str]:
    if one is other:
        return signs.shades[0].rjust(width), QUIET
    number = shared.get(frozenset((one.key, other.key)), 0)
    return f"{number or '':>{width}}", MARK if number == most else MUCH
