"""`show`: everything of an event."""

from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Format


class ShowFormat(StrEnum):
    TEXT = "text"
    CSV = Format.CSV
    TSV = Format.TSV
    JSON = Format.JSON
    JSONL = Format.JSONL
    MARKDOWN = Format.MARKDOWN


EXAMPLES = examples("""
    chronicle show 4f2a
    chronicle show 4f2a 9c01 --context 200
    chronicle show 4f2a --format json
""")


def show(
    ids: Annotated[list[str], Argument(metavar="ID...", help="Ids of events, or the beginning of one.")],
    context: Annotated[
        int | None,
        Option(
            "--context",
            min=0,
            metavar="N",
            help="Also the document's own text at that place, with N characters before and after.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        ShowFormat,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of: {', '.join(ShowFormat)}.",
            rich_help_panel=OUTPUT,
        ),
    ] = ShowFormat.TEXT,
    db: Database = None,
) -> None:
    """Show everything of an event: text, actors with office and role, venues, links, flags, source.

    The source says where the event stands: file and line or page, entry, characters.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import screen
    from chronicle.presenting import detail, format_named
    from chronicle.querying import event, passage

    to = screen()
    with reading(db) as database:
        found = [event(database, key) for key in ids]
        passages = [passage(database, one, context) if context is not None else None for one in found]
    if format is ShowFormat.TEXT:
        detail.write(found, to.file, to.width, passages)
    else:
        format_named(format.value).write(found, to.file)
