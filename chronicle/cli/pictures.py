"""What the commands that draw share: a picture on a terminal, sentences on request, else the numbers behind it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO, cast

from typer import Context, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.options import OUTPUT, Format, FormatOption, taking
from chronicle.presenting.terminal import NARROWEST, WIDEST

if TYPE_CHECKING:
    from chronicle.exporting.drawings import Drawing, Note, Paper
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.terminal.lines import Line
    from chronicle.presenting.terminal.signs import Signs

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

    @property
    def paper(self) -> "Paper":
        from chronicle.exporting.drawings import Paper

        return Paper(self.room, self.signs, self.is_plain)

    def show(self, drawing: "Drawing | None") -> None:
        """The drawing, and what it leaves out; None is where nothing was found."""
        if drawing is None:
            nothing_found()
        if self.is_plain:
            self.tell(drawing.title, cast("Iterable[str]", drawing.lines))
        else:
            self.draw(drawing.title, cast("Iterable[Line]", drawing.lines))
        say_notes(drawing.notes)

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


def say_notes(notes: "Iterable[Note]") -> None:
    """What was left out, and how to have it."""
    for note in notes:
        say(f"{note.what}; {note.remedy}" if note.remedy else note.what)
