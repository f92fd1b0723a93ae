"""`cite`: the reference to a document, or to an event in it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, query_of
from chronicle.cli.saved import SIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chronicle.exporting.citing import Reference
    from chronicle.storing import Database as Opened

EXAMPLES = examples("""
    chronicle cite m06byk91wz
    chronicle cite m06byk91wz --style apa
    chronicle cite 'china-*' --style bibtex >> references.bib
    chronicle cite @summits
""")


class Style(StrEnum):
    CHICAGO = "chicago"
    APA = "apa"
    BIBTEX = "bibtex"


def cite(
    ids: Annotated[
        list[str],
        Argument(
            metavar="ID...",
            help="Events by id; documents by id, file name, glob or words of the title; @NAME: those of the events"
            " of a saved query.",
            autocompletion=completing.cited,
        ),
    ],
    style: Annotated[
        Style,
        Option("--style", metavar="STYLE", help=f"One of: {', '.join(Style)}.", rich_help_panel=OUTPUT),
    ] = Style.CHICAGO,
    db: Database = None,
) -> None:
    """Print the reference to a document, or to an event in it.

    What the document does not print of itself is left out. `export bibtex` has the references of all
    events that fit.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, on_pages, screen

    with on_pages(screen()) as file, reading(db) as database:
        found = Tally(each for typed in ids for each in _references(database, typed, style.value))
        for text, source in found:
            file.write(f"{text}\n")
            if not source.authors:
                say(f"warning: {source.id}: the document names no author")
    if not found.number:
        nothing_found()


def _references(database: "Opened", typed: str, style: str) -> "Iterator[Reference]":
    from chronicle.exporting.citing import references, references_of

    if typed.startswith(SIGN):
        return references_of(database, query_of([typed], "chronicle cite"), style)
    return references(database, typed, style)
