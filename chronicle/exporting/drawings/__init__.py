"""Pictures of a query for a terminal, or sentences in their place: what `timeline`, `network` and the others draw.

Each file makes a `Drawing` of one kind, or None where no event fits; `draw` makes that of any kind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from chronicle.errors import UsageError, remedy
from chronicle.presenting.cells import plain
from chronicle.presenting.terminal.signs import Signs
from chronicle.presenting.wording import MORE
from chronicle.querying import Query
from chronicle.storing import Database

if TYPE_CHECKING:
    from chronicle.presenting.terminal.lines import Line

    Lines = tuple[Line, ...] | tuple[str, ...]

T = TypeVar("T")

LISTED = 20

# The kinds, each in a file of its name, with the options that it takes besides the limit.
KINDS = {
    "timeline": ("by", "lanes"),
    "calendar": (),
    "network": ("name", "by", "within"),
    "map": ("world",),
    "profile": ("name",),
    "actors": (),
    "count": ("by",),
}


class Paper(NamedTuple):
    """What is drawn on: so many columns, by these signs; `is_plain` is for sentences."""

    width: int
    signs: Signs
    is_plain: bool = False


class Note(NamedTuple):
    """What a drawing leaves out; `remedy` is what the command takes to have it."""

    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A title over lines for a terminal, or over sentences, and what they leave out.

    As text it has no colour; Rich prints it with the colours that it has.
    """

    title: str
    lines: "Lines"
    notes: tuple[Note, ...] = ()
    width: int = 80

    @property
    def is_plain(self) -> bool:
        return all(isinstance(line, str) for line in self.lines)

    def __str__(self) -> str:
        from chronicle.presenting.terminal.lines import show

        text = StringIO()
        show(self._printed(), text, self.width, colour=False)
        return text.getvalue().removesuffix("\n")

    def __rich_console__(self, console: Any, options: Any) -> "Iterator[Line]":
        for line in self._printed():
            line.end = "\n"
            yield line

    def _printed(self) -> "Iterator[Line]":
        from chronicle.presenting.terminal.lines import HEAD, line

        if self.is_plain:
            yield from (line(plain(each)) for each in (f"{self.title}.", *self.lines))
        else:
            yield from (line((self.title, HEAD)), line())
            yield from (each.copy() for each in self.lines if not isinstance(each, str))
        yield from (line(note.what) for note in self.notes)


def draw(
    database: Database, query: Query, kind: str, paper: Paper, limit: int | None, **options: Any
) -> Drawing | None:
    """The drawing of a kind. Options that are none or false are not given; UsageError for one that it does not take."""
    if kind not in KINDS:
        raise UsageError(f"{kind}: is no kind of drawing; {remedy(kind, KINDS)}")
    given = {name: value for name, value in options.items() if value}
    for name in given:
        if name not in KINDS[kind]:
            takers = " or ".join(each for each, takes in KINDS.items() if name in takes)
            raise UsageError(f"{name}: not for {kind}; take {takers}")
    module = import_module(f"{__name__}.{kind}")
    drawn: Drawing | None = module.drawn(database, query, paper, limit=limit, **given)
    return drawn


def first_of(every: Sequence[T], limit: int | None, usual: int = LISTED) -> Sequence[T]:
    """As many as are drawn: `usual` if no limit is said, all for 0."""
    return every[: usual if limit is None else limit or None]


def rest(shown: Sequence[Any], every: Sequence[Any], what: str = "") -> Iterable[Note]:
    """What was not drawn."""
    if len(shown) < len(every):
        yield Note(f"the first {len(shown)} of {len(every)}{what}", MORE)
