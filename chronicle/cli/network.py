"""`network`: who takes part in events with whom."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Limit, with_filters
from chronicle.cli.pictures import Canvas, first_of, say_rest, with_canvas

if TYPE_CHECKING:
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.querying.network import Circle, Member, Network, Tie


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
    name: Annotated[str | None, Argument(metavar="[NAME]", help="One actor: its partners.", show_default=False)] = None,
    by: Annotated[
        By, Option("--by", metavar="KEY", help=f"One of: {', '.join(By)}.", rich_help_panel=OUTPUT)
    ] = By.ACTOR,
    within: Annotated[
        bool,
        Option("--within", help="Count also two who act for the same country.", rich_help_panel=OUTPUT),
    ] = False,
    limit: Limit = None,
    db: Database = None,
) -> None:
    """Draw who takes part with whom: a matrix of the most frequent, or the partners of one.

    Two who act for the same country are left out, unless --within. In a pipe: tab-separated lines, one for
    each pair, the most frequent first, with the number of events, the first and the last day.
    """
    from chronicle.cli.database import reading
    from chronicle.querying.network import circle
    from chronicle.querying.network import network as whole

    with reading(db) as database:
        found: Circle | Network
        if name is None:
            found = whole(database, query, by.value, within=within)
        else:
            found = circle(database, name, query, by.value, within=within)
    if not found.ties:
        nothing_found()
    if to.draws:
        _draw(found, limit, to)
    else:
        to.give(_rows(found.ties[: limit or None], by))


def _draw(found: "Circle | Network", limit: int | None, to: Canvas) -> None:
    from chronicle.querying.network import Circle

    if to.is_plain:
        shown = first_of(found.ties, limit)
        to.tell(_title(found), (_told(tie, isinstance(found, Circle)) for tie in shown))
        say_rest(shown, found.ties, limit)
    elif isinstance(found, Circle):
        _draw_circle(found, limit, to)
    else:
        _draw_matrix(found, limit, to)


def _draw_circle(found: "Circle", limit: int | None, to: Canvas) -> None:
    from chronicle.presenting.terminal.ego import Partner, partners

    shown = first_of(found.ties, limit)
    each = [Partner(tie.other.name, tie.other.country or "", tie.events, *_days(tie)) for tie in shown]
    to.draw(_title(found), partners(found.centre.name, each, to.room, to.signs))
    say_rest(shown, found.ties, limit)


def _draw_matrix(found: "Network", limit: int | None, to: Canvas) -> None:
    from chronicle.presenting.terminal.matrix import Member, fitting, matrix

    members = [Member(member.key, member.name, events) for member, events in found.members]
    shared = {frozenset((tie.one.key, tie.other.key)): tie.events for tie in found.ties}
    shown = fitting(members[: limit or None], to.room)
    to.draw(_title(found), matrix(shown, shared, to.room, to.signs))
    if len(shown) < min(limit or len(members), len(members)):
        say(f"the first {len(shown)} of {len(members)}; more with a wider terminal or --width, pairs with --plain")


def _title(found: "Circle | Network") -> str:
    from chronicle.presenting.wording import counted
    from chronicle.querying.network import Circle

    if isinstance(found, Circle):
        ties = counted(len(found.ties), "partner")
        return f"{found.centre.name} takes part in {counted(found.centre.events, 'event')}, with {ties}"
    what = "countries" if isinstance(found.members[0][0].key, str) else "actors"
    return f"Who takes part with whom: {len(found.members)} {what} in {counted(len(found.ties), 'pair')}"


def _told(tie: "Tie", is_of_one: bool) -> str:
    """A pair with its events; of the pairs of one, the partner alone."""
    from chronicle.presenting.wording import counted

    first, last = _days(tie)
    when = f", {first} to {last}" if first != last else f", {first}" if first else ""
    who = _named(tie.other) if is_of_one else f"{_named(tie.one)} and {_named(tie.other)}"
    return f"{who}: {counted(tie.events, 'event')}{when}"


def _named(member: "Member") -> str:
    return f"{member.name} ({member.country})" if member.country and member.kind != "state" else member.name


def _days(tie: "Tie") -> tuple[str, str]:
    return tie.first.isoformat() if tie.first else "", tie.last.isoformat() if tie.last else ""


def _rows(ties: "Sequence[Tie]", by: By) -> "Rows":
    from chronicle.presenting.columns import Rows

    body: Iterable[tuple[str | int | None, ...]]
    if by is By.COUNTRY:
        names: tuple[str, ...] = ("country", "other_country")
        body = ((tie.one.country, tie.other.country, tie.events, *_days(tie)) for tie in ties)
    else:
        names = ("actor", "country", "other", "other_country")
        body = (
            (tie.one.name, tie.one.country, tie.other.name, tie.other.country, tie.events, *_days(tie)) for tie in ties
        )
    return Rows((*names, "events", "first", "last"), body)
