"""What the commands that draw share: a picture on a terminal, sentences on request, else the numbers behind it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO, TypeVar

from typer import Context, Option

from chronicle.cli.edge import say
from chronicle.cli.options import OUTPUT, Format, FormatOption, taking

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.terminal.lines import Line
    from chronicle.presenting.terminal.signs import Signs
    from chronicle.querying.activity import Activity, Extent

T = TypeVar("T")

NARROWEST = 40
# Of a map so wide the drawing takes seconds and megabytes; both grow with the square.
WIDEST = 1000
LISTED = 20

Plain = Annotated[
    bool,
    Option("--plain", help="Sentences and lists instead of a picture, for a screen reader.", rich_help_panel=OUTPUT),
]
Width = Annotated[
    int | None,
    Option(
        "--width",
        min=NARROWEST,
        max=WIDEST,
        metavar="COLUMNS",
        help="Draw so wide, in a pipe too. If left out, as wide as the terminal.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]


class Canvas(NamedTuple):
    """Where a picture goes. `width` is None where the numbers are asked for and nothing is drawn."""

    file: TextIO
    width: int | None
    colour: bool
    is_plain: bool
    signs: "Signs"
    format: Format | None

    @property
    def draws(self) -> bool:
        """Whether there is to be a picture, or sentences in place of one."""
        return self.width is not None or self.is_plain

    @property
    def room(self) -> int:
        """The columns that there are; where none are known, those of a common terminal."""
        return self.width or 80

    def draw(self, title: str, lines: "Iterable[Line]") -> None:
        from chronicle.cli.paging import paged
        from chronicle.presenting.terminal.lines import HEAD, line, show

        with paged(self.file) as file:
            show([line((title, HEAD)), line()], file, self.room, self.colour)
            show(lines, file, self.room, self.colour)

    def tell(self, title: str, lines: Iterable[str]) -> None:
        from chronicle.cli.paging import paged
        from chronicle.presenting.cells import plain

        with paged(self.file) as file:
            file.write(f"{plain(title)}.\n")
            file.writelines(f"{plain(line)}\n" for line in lines)

    def give(self, rows: "Rows") -> None:
        """The numbers: as lines in a pipe, or in the format asked for."""
        from chronicle.cli.output import Screen, print_rows

        print_rows(rows, self.format, Screen(self.file, None, False))


def canvas(ctx: Context, plain: Plain = False, width: Width = None, format: FormatOption = None) -> Canvas:
    """A format that is only usual here, by the configuration, is that of the numbers, and no reason not to draw.

    Raises UsageError where numbers and a picture are asked for at once.
    """
    from chronicle.cli.output import screen
    from chronicle.cli.usual import is_typed
    from chronicle.errors import UsageError
    from chronicle.presenting.terminal.signs import signs_for

    to = screen()
    signs = signs_for(to.file.encoding)
    if format in (None, Format.TABLE) or not is_typed(ctx, "format"):
        drawn = width or (max(to.width, NARROWEST) if to.width else None)
        return Canvas(to.file, drawn, to.colour, plain, signs, format)
    if plain or width:
        raise UsageError(f"--format {format}: writes numbers and draws nothing; leave out --plain and --width")
    return Canvas(to.file, None, to.colour, False, signs, format)


# Gives a command the options of a picture; its parameter `to` receives where it goes.
with_canvas = taking("to", canvas)


def first_of(every: Sequence[T], limit: int | None, usual: int = LISTED) -> Sequence[T]:
    """As many as are drawn: `usual` if no limit is said, all for 0."""
    return every[: usual if limit is None else limit or None]


def say_rest(shown: Sequence[T], every: Sequence[T], limit: int | None, what: str = "") -> None:
    """Tells of what was not drawn, unless as many were as the limit says."""
    if limit is None and len(shown) < len(every):
        say(f"the first {len(shown)} of {len(every)}{what}; more with --limit N, all with --limit 0")


def say_left_out(found: "Extent", acts: "Activity") -> None:
    """Tells of events that have no place in a picture of such periods."""
    if found.events > found.dated:
        say(f"left out: events without a possible date: {found.events - found.dated}")
    if acts.vague:
        say(f"left out: events dated less precisely than to a {acts.unit}: {acts.vague}")
