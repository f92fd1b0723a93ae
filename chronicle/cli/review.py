"""`review`: what is doubtful, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import Database, Format, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.correcting.doubts import Doubt
    from chronicle.querying import Query

EXAMPLES = examples("""
    chronicle review
    chronicle review --document 'china-*' --limit 10
    chronicle review --flag actor_slip --format json
""")


COLUMNS = ("id", "date", "flags", "what", "to_do")


@with_filters
def review(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List what is doubtful in the events that fit, the worst first, and the command that puts it right.

    First come corrections that do not fit any more, if no filter is given. A correction of the value in
    doubt, or `correct accept ID`, takes an event off the list. `chronicle docs flags` explains the flags.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit
    from chronicle.correcting.doubts import doubts, record
    from chronicle.presenting import objects_named
    from chronicle.presenting.columns import Rows

    to = screen()
    most = shown_limit(limit, to.draws(format))
    with reading(db) as database:
        found = Tally(doubts(database, replace(query, limit=most + 1 if most else None)), most)
        blanks: dict[str, None] = {}
        shown = _noting(found, blanks)
        if format in (Format.JSON, Format.JSONL):
            objects_named(format.value).write_objects(map(record, shown), to.file)
        else:
            body = ((doubt.id, doubt.date, doubt.flags, doubt.what, doubt.to_do) for doubt in shown)
            print_rows(Rows(COLUMNS, body), format, to)
    if not found.number:
        nothing_found()
    say_more(found)
    if blanks:
        say(f"fill in what stands in capitals before you run a command: {', '.join(blanks)}")


def _noting(doubts: "Iterable[Doubt]", found: dict[str, None]) -> "Iterator[Doubt]":
    """The doubts as they are, and in `found` what is still to be filled in in their commands."""
    from chronicle.correcting.doubts import blanks

    for doubt in doubts:
        found.update(dict.fromkeys(blanks(doubt)))
        yield doubt
