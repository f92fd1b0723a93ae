"""Lines of a picture: pieces of text with a style, cut to a width, and printed as they are."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from chronicle.presenting.cells import plain
from chronicle.presenting.terminal.signs import Signs

# What the styles mean where there is colour. Nothing is told by them alone.
HEAD, QUIET, MUCH, SPAN, MARK = "bold", "dim", "cyan", "yellow", "bold magenta"

Line = Text
Piece = str | tuple[str, str]


def line(*pieces: Piece) -> Text:
    """One line of pieces, each alone or with its style; neighbours of one style are one. Nothing is markup."""
    styled = (piece if isinstance(piece, tuple) else (piece, "") for piece in pieces)
    runs = ((plain("".join(text for text, _ in run)), style) for style, run in groupby(styled, itemgetter(1)))
    return Text.assemble(*runs, no_wrap=True, end="")


def fitted(text: str, width: int, signs: Signs) -> str:
    """The text in exactly so many columns, cut with a sign for what is left out."""
    text = plain(text)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(width - 1, 0)) + signs.cut[:width]


def widest(texts: Iterable[str], most: int) -> int:
    """How many columns the texts need, up to `most`."""
    return min(max((cell_len(plain(text)) for text in texts), default=0), most)


def legend(parts: Iterable[str], width: int) -> Iterator[Text]:
    """What the signs mean, in as many lines as it takes."""
    words = ""
    for part in parts:
        longer = f"{words}   {part}" if words else part
        if words and cell_len(longer) > width:
            yield line((words, QUIET))
            longer = part
        words = longer
    yield line((words, QUIET))


def show(lines: Iterable[Text], file: TextIO, width: int, colour: bool) -> None:
    """The lines on a terminal, or as plain text in a file."""
    to = console(file, width, colour)
    for each in lines:
        each.rstrip()
        to.print(each, overflow="crop", crop=True)


class _Plainly(Console):
    """A console that raises what it handles when the reader has gone; Rich would end the program with 1."""

    def on_broken_pipe(self) -> None:
        raise


def console(file: TextIO, width: int, colour: bool) -> Console:
    """Prints data as data: nothing in it is markup, a number or the name of a sign."""
    return _Plainly(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
    )
