"""`cite`: the reference to a document, or to an event in it."""

from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from chronicle.cli import completing
from chronicle.cli.edge import say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database

EXAMPLES = examples("""
    chronicle cite m06byk91wz
    chronicle cite m06byk91wz --style apa
    chronicle cite 'china-*' --style bibtex >> references.bib
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
            help="Events by id; documents by id, file name, glob or words of the title.",
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
    from chronicle.cli.output import on_pages, screen
    from chronicle.exporting.citing import references

    with on_pages(screen()) as file, reading(db) as database:
        for each in ids:
            for text, source in references(database, each, style.value):
                file.write(f"{text}\n")
                if not source.authors:
                    say(f"warning: {source.id}: the document names no author")
