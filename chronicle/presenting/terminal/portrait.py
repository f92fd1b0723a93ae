"""What stands around the pictures of a profile: labelled facts above, the latest events below."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from chronicle.presenting.cells import plain
from chronicle.presenting.terminal.lines import HEAD, QUIET, fitted, line, widest
from chronicle.presenting.terminal.signs import Signs
from chronicle.presenting.wrapping import wrapped

_LABEL = 10


def facts(pairs: Iterable[tuple[str, str]], width: int) -> Iterator[Text]:
    """A label and its value, wrapped; a label that is the same as the one above is left out."""
    before = ""
    for label, value in pairs:
        for part in wrapped(plain(value), max(width - _LABEL, 1)):
            yield line((("" if label == before else label).ljust(_LABEL), QUIET), part)
            before = label


def latest(events: Sequence[tuple[str, str, str, str]], width: int, signs: Signs) -> Iterator[Text]:
    """The id, date, type and headline of events, each on one line; the id where there is room."""
    if not events:
        return
    yield line(("Latest", HEAD))
    columns = [widest((event[at] for event in events), width // 3) for at in range(3)]
    shown = range(3) if width >= sum(columns) * 2 else range(1, 3)
    for event in events:
        left = " ".join(fitted(event[at], columns[at], signs) for at in shown)
        yield line((left, QUIET), " ", fitted(event[3], width - len(left) - 1, signs))
