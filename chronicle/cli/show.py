"""`show`: everything of an event."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from chronicle.cli.desk import Ids
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Format
from chronicle.errors import UsageError

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.why import Why


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
    chronicle show 4f2a --why
""")


def show(
    ids: Ids,
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
    why: Annotated[
        bool,
        Option(
            "--why",
            help="For each value the words it came from, the rule, the row of the reference tables; text, json, jsonl.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    db: Database = None,
) -> None:
    """Show everything of an event: text, actors with office and role, venues, links, flags, source.

    The source says where the event stands: file and line or page, entry, characters. --why codes the entry
    again, with those above it, and tells how each value was found or who corrected it.
    """
    if why:
        if context is not None:
            raise UsageError("--context: not with --why, which has the words of each value; leave one of both out")
        _why(ids, format, db)
        return
    from chronicle.cli.database import reading
    from chronicle.cli.output import on_pages, screen
    from chronicle.presenting import detail, format_named, objects_named
    from chronicle.querying import event, passage
    from chronicle.querying.same import same_as

    to = screen()
    with reading(db) as database:
        found = [event(database, key) for key in ids]
        passages = [passage(database, one, context) if context is not None else None for one in found]
        sames = [same_as(database, one.id or "") for one in found]
    if format is ShowFormat.TEXT:
        with on_pages(to) as file:
            detail.write(found, file, to.width, passages, sames)
    elif format in (ShowFormat.JSON, ShowFormat.JSONL):
        objects_named(format.value).write_objects(map(_record, found, sames), to.file)
    else:
        format_named(format.value).write(found, to.file)


def _record(event: "Event", sames: "list[Event]") -> dict[str, Any]:
    """The record, and the ids of the events that are one with it where there are any."""
    from chronicle.presenting.record import record

    return record(event) | ({"same": [each.id for each in sames]} if sames else {})


def _why(ids: list[str], format: ShowFormat, db: str | None) -> None:
    from chronicle.cli.database import reading
    from chronicle.cli.edge import say
    from chronicle.cli.output import on_pages, screen
    from chronicle.presenting import objects_named
    from chronicle.presenting.reasons import write
    from chronicle.querying import event
    from chronicle.why import why

    if format not in (ShowFormat.TEXT, ShowFormat.JSON, ShowFormat.JSONL):
        raise UsageError(f"--why: not for {format}; take text, json or jsonl")
    to = screen()
    with reading(db) as database:
        found = [why(database, event(database, key)) for key in ids]
    if format is ShowFormat.TEXT:
        with on_pages(to) as file:
            write(((each.event, each.reasons) for each in found), file, to.width)
    else:
        objects_named(format.value).write_objects(map(_reasons, found), to.file)
    for each in found:
        if each.stale:
            say(
                f"note: {each.event.id}: {', '.join(each.stale)} found otherwise by now;"
                " `chronicle recode` brings it in"
            )


def _reasons(found: "Why") -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "id": found.event.id,
        "headline": found.event.headline,
        "reasons": [asdict(reason) for reason in found.reasons],
        "stale": list(found.stale),
    }
