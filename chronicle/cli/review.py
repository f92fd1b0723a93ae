"""`review`: what is doubtful, and what to do about it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import Database, Format, FormatOption, Limit, with_filters

if TYPE_CHECKING:
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
        if format in (Format.JSON, Format.JSONL):
            objects_named(format.value).write_objects(map(record, found), to.file)
        else:
            body = ((doubt.id, doubt.date, doubt.flags, doubt.what, doubt.to_do) for doubt in found)
            print_rows(Rows(COLUMNS, body), format, to)
    if not found.number:
        nothing_found()
    say_more(found)
