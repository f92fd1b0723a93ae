"""`profile`: everything about one actor. `actors NAME` is the same."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.lists import plain_value
from chronicle.cli.options import Database, Format, with_filters
from chronicle.cli.pictures import Canvas, with_canvas

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Count, Profile, Query

FACTS = ("name", "kind", "country", "events", "first", "last", "wikidata")
EXAMPLES = examples("""
    chronicle profile lavrov
    chronicle profile 'wang yi' --during 2021
    chronicle profile china --country russia --width 120
    chronicle profile lavrov --format json
""")


@with_filters
@with_canvas
def profile(
    query: "Query",
    to: Canvas,
    name: Annotated[
        str,
        Argument(
            metavar="NAME",
            help="One person, state or body.",
            show_default=False,
            autocompletion=completing.actors,
        ),
    ],
    db: Database = None,
) -> None:
    """Show one actor: who it is, when there were events, with whom, where, what, and the latest.

    In a pipe and with --plain: lists instead of bars. --format json gives all of it as data, csv and the other
    tables the counts. Without an event that fits only who it is, and the exit status 3.
    """
    show_profile(name, query, to, db)


def show_profile(name: str, query: "Query", to: Canvas, db: str | None) -> None:
    from chronicle.cli.database import reading
    from chronicle.exporting.drawings.profile import facts, of_one, picture, tables

    with reading(db) as database:
        found, latest = of_one(database, query, name)
    if to.width is not None and not to.is_plain:
        to.show(picture(found, latest, to.paper))
    elif to.is_plain or to.format in (None, Format.TABLE):
        from chronicle.presenting import profile as page

        page.write(facts(found), tables(found, latest), to.file, to.width)
    elif to.format in (Format.JSON, Format.JSONL):
        from chronicle.presenting import objects_named

        objects_named(to.format.value).write_objects([_record(found, latest)], to.file)
    else:
        to.give(_rows(found))
    if not found.actor.events:
        nothing_found()


def _record(found: "Profile", latest: "Iterable[Event]") -> dict[str, Any]:
    """The profile as plain values; the counts as pairs of a name and a number of events."""
    from chronicle.exporting.drawings.profile import COUNTED, brief

    return {
        **{name: plain_value(getattr(found.actor, name)) for name in FACTS},
        "aliases": list(found.aliases),
        "terms": [
            {name: getattr(term, name) for name in ("office", "country", "addressee", "start", "end")}
            for term in found.terms
        ],
        **{name: _counts(getattr(found, name)) for name in (*COUNTED, "months")},
        "latest": [dict(zip(("id", "date", "type", "headline"), brief(event), strict=True)) for event in latest],
    }


def _counts(counts: "Iterable[Count]") -> list[dict[str, Any]]:
    return [{"name": count.keys[0], "events": count.events} for count in counts]


def _rows(found: "Profile") -> "Rows":
    """All counts below each other, each with what it counts."""
    from chronicle.exporting.drawings.profile import COUNTED
    from chronicle.presenting.columns import Rows

    body = ((name, count.keys[0], count.events) for name in (*COUNTED, "months") for count in getattr(found, name))
    return Rows(("what", "name", "events"), body)
