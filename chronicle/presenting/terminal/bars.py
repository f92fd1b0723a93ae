"""Ranked lists with bars, as blocks that can stand beside each other."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from chronicle.presenting.terminal.lines import HEAD, MUCH, fitted, line, widest
from chronicle.presenting.terminal.signs import Signs

Ranked = Sequence[tuple[str, int]]

GAP = 3
# Half of a narrower terminal is no room for a name and a bar.
_TWO_BLOCKS = 72


def ranked(each: Ranked, width: int, signs: Signs) -> Iterator[Text]:
    """A line for each name with its number and a bar, in two blocks where there is room."""
    if width < _TWO_BLOCKS:
        yield from block(each, width, signs)
        return
    rows = block(each, half_of(width), signs)
    half = (len(rows) + 1) // 2
    yield from beside(rows[:half], rows[half:], half_of(width) + GAP)


def half_of(width: int) -> int:
    """The width of one of two blocks."""
    return (width - GAP) // 2


def headed_blocks(blocks: Iterable[tuple[str, Ranked]], width: int, signs: Signs) -> Iterator[Text]:
    """Lists under their headings, two beside each other where there is room, with an empty line behind each row."""
    wide = half_of(width) if width >= _TWO_BLOCKS else width
    drawn = [[line((fitted(heading, wide, signs), HEAD)), *block(each, wide, signs)] for heading, each in blocks]
    step = 2 if wide < width else 1
    for at in range(0, len(drawn), step):
        yield line()
        yield from beside(drawn[at], drawn[at + 1] if step == 2 and at + 1 < len(drawn) else [], wide + GAP)
    yield line()


def block(each: Ranked, width: int, signs: Signs) -> list[Text]:
    """A line for each name with its number and a bar."""
    most = max((number for _, number in each), default=0)
    digits = len(str(most))
    wide = widest((name for name, _ in each), width * 3 // 5)
    room = max(width - wide - digits - 2, 1)
    return [
        line(fitted(name, wide, signs), f" {number:>{digits}} ", (_bar(number, most, room, signs), MUCH))
        for name, number in each
    ]


def _bar(number: int, most: int, room: int, signs: Signs) -> str:
    return signs.bar * max(1, round(room * number / most)) if number else ""


def beside(left: Sequence[Text], right: Sequence[Text], column: int) -> Iterator[Text]:
    """Two blocks next to each other, the right one from this column on."""
    for at in range(max(len(left), len(right))):
        row = left[at].copy() if at < len(left) else line()
        if at < len(right):
            row.append(" " * (column - cell_len(row.plain)))
            row.append_text(right[at])
        yield row
