"""`review`: what is doubtful, and what to do about it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import Database, Format, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.model.correction import Misfit
    from chronicle.querying import Query

EXAMPLES = examples("""
    chronicle review
    chronicle review --document 'china-*' --limit 10
    chronicle review --flag actor_slip --format json
""")


class _Doubt(NamedTuple):
    """One row: an event with its flags, or a correction that does not fit any more."""

    id: str | None
    date: str | None
    flags: tuple[str, ...]
    what: str
    to_do: str
    flagged: tuple[dict[str, str], ...]
    file: str | None = None
    line: int | None = None
    page: int | None = None


COLUMNS = ("id", "date", "flags", "what", "to_do")
MISFIT = "correction_misfit"


@with_filters
def review(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List what is doubtful in the events that fit, the worst first, and the command that puts it right.

    First come corrections that do not fit any more, if no filter is given. A correction of the value in
    doubt, or `correct accept ID`, takes an event off the list. docs/flags.md explains the flags.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit
    from chronicle.presenting import objects_named
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.querying.reviewing import doubtful
    from chronicle.storing.fitting import misfits

    to = screen()
    most = shown_limit(limit, to.draws(format))
    with reading(db) as database:
        first = map(_misfit, misfits(database)) if query == Query() else iter(())
        events = doubtful(database, replace(query, limit=most + 1 if most else None))
        found = Tally(_chained(first, map(_event, events)), most)
        if format in (Format.JSON, Format.JSONL):
            objects_named(format.value).write_objects(map(_record, found), to.file)
        else:
            print_rows(
                Rows(COLUMNS, ((doubt.id, doubt.date, doubt.flags, doubt.what, doubt.to_do) for doubt in found)),
                format,
                to,
            )
    if not found.number:
        nothing_found()
    say_more(found, limit)


def _chained(*parts: Iterator[_Doubt]) -> Iterator[_Doubt]:
    for part in parts:
        yield from part


def _event(event: "Event") -> _Doubt:
    from chronicle.model.flags import NAMED
    from chronicle.querying.reviewing import by_doubt

    flags = by_doubt(event)
    known = [NAMED[flag] for flag in flags if flag in NAMED]
    flagged = tuple(
        {"flag": flag.name, "meaning": flag.meaning, "to_do": _command(flag.to_do, event)} for flag in known
    )
    to_do = flagged[0]["to_do"] if flagged else f"chronicle correct accept {event.id}"
    where = event.location
    date = event.date.edtf or event.date.text
    file = event.source.file if event.source else None
    return _Doubt(event.id, date, tuple(flags), event.headline, to_do, flagged, file, where.line, where.page)


def _command(to_do: str, event: "Event") -> str:
    """The command with the event's id, and with whom it is about where only one actor is in no table."""
    from shlex import quote

    from chronicle.model import ActorKind

    unknown = [actor.name for actor in event.actors if actor.kind is ActorKind.PERSON and actor.key is None]
    printed = quote(unknown[0]) if len(unknown) == 1 else "PRINTED"
    return f"chronicle {to_do.replace('ID', event.id or '', 1).replace('PRINTED', printed)}"


def _misfit(misfit: "Misfit") -> _Doubt:
    from chronicle.correcting.telling import told

    one = misfit.correction
    to_do = f"chronicle correct undo {one.id}"
    flagged = ({"flag": MISFIT, "meaning": misfit.why, "to_do": to_do},)
    return _Doubt(one.event, None, (MISFIT,), f"{told(one)}: {misfit.why}", to_do, flagged)


def _record(doubt: _Doubt) -> dict[str, Any]:
    return {
        "id": doubt.id,
        "date": doubt.date,
        "what": doubt.what,
        "file": doubt.file,
        "line": doubt.line,
        "page": doubt.page,
        "flags": list(doubt.flagged),
    }
