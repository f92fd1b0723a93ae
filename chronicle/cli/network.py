"""`network`: who takes part in events with whom."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, limit_option, with_filters
from chronicle.cli.pictures import Canvas, say_notes, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.querying.network import Tie


class By(StrEnum):
    ACTOR = "actor"
    COUNTRY = "country"


EXAMPLES = examples("""
    chronicle network --type meeting
    chronicle network lavrov --since 2020
    chronicle network china --by country --width 100
    chronicle network --by country --format csv
""")


@with_filters
@with_canvas
def network(
    query: "Query",
    to: Canvas,
    name: Annotated[
        str | None,
        Argument(
            metavar="[NAME]",
            help="One actor: its partners.",
            show_default=False,
            autocompletion=completing.actors,
        ),
    ] = None,
    by: Annotated[
        By, Option("--by", metavar="KEY", help=f"One of: {', '.join(By)}.", rich_help_panel=OUTPUT)
    ] = By.ACTOR,
    within: Annotated[
        bool,
        Option("--within", help="Count also two who act for the same country.", rich_help_panel=OUTPUT),
    ] = False,
    limit: Annotated[
        int | None, limit_option("At most so many; 0: all. If left out, in a picture as many as fit or 20, else all.")
    ] = None,
    db: Database = None,
) -> None:
    """Draw who takes part with whom: a matrix of the most frequent, or the partners of one.

    Two who act for the same country are left out, unless --within. In a pipe: tab-separated lines, one for
    each pair, the most frequent first, with the number of events, the first and the last day.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import say_rest
    from chronicle.exporting.ties import asked, left_out

    with reading(db) as database:
        found = asked(database, query, name, by.value, within=within)
    if to.draws:
        from chronicle.exporting.drawings.network import picture

        to.show(picture(found, to.paper, limit))
        return
    if found.ties:
        to.give(_rows(found.ties[: limit or None], by))
        say_rest(limit, len(found.ties))
    say_notes(left_out(found))
    if not found.ties:
        nothing_found()


def _rows(ties: "Sequence[Tie]", by: By) -> "Rows":
    from chronicle.exporting.ties import days
    from chronicle.presenting.columns import Rows

    body: Iterable[tuple[str | int | None, ...]]
    if by is By.COUNTRY:
        names: tuple[str, ...] = ("country", "other_country")
        body = ((tie.one.country, tie.other.country, tie.events, *days(tie)) for tie in ties)
    else:
        names = ("actor", "country", "other", "other_country")
        body = (
            (tie.one.name, tie.one.country, tie.other.name, tie.other.country, tie.events, *days(tie)) for tie in ties
        )
    return Rows((*names, "events", "first", "last"), body)
