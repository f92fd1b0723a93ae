"""Who takes part with whom: a matrix of the most frequent, or the partners of one."""

from chronicle.exporting.drawings import Drawing, Note, Paper, first_of, rest
from chronicle.exporting.ties import asked, days, left_out
from chronicle.presenting.terminal import matrix as squares
from chronicle.presenting.terminal.ego import Partner, partners
from chronicle.presenting.wording import counted
from chronicle.querying import Query
from chronicle.querying.network import Circle, Member, Network, Tie
from chronicle.storing import Database


def drawn(
    database: Database,
    query: Query,
    paper: Paper,
    name: str | None = None,
    by: str = "actor",
    *,
    within: bool = False,
    limit: int | None = None,
) -> Drawing | None:
    return picture(asked(database, query, name, by, within=within), paper, limit)


def picture(found: Circle | Network, paper: Paper, limit: int | None) -> Drawing | None:
    if not found.ties:
        return None
    if paper.is_plain:
        shown = first_of(found.ties, limit)
        lines = tuple(_told(tie, isinstance(found, Circle)) for tie in shown)
        return Drawing(_title(found), lines, (*rest(shown, found.ties), *left_out(found)), paper.width)
    return _circle(found, limit, paper) if isinstance(found, Circle) else _matrix(found, limit, paper)


def _circle(found: Circle, limit: int | None, paper: Paper) -> Drawing:
    shown = first_of(found.ties, limit)
    each = [Partner(tie.other.name, tie.other.country or "", tie.events, *days(tie)) for tie in shown]
    lines = tuple(partners(found.centre.name, each, paper.width, paper.signs))
    return Drawing(_title(found), lines, (*rest(shown, found.ties), *left_out(found)), paper.width)


def _matrix(found: Network, limit: int | None, paper: Paper) -> Drawing:
    members = [squares.Member(member.key, member.name, events) for member, events in found.members]
    shared = {frozenset((tie.one.key, tie.other.key)): tie.events for tie in found.ties}
    wanted = members[: limit or None]
    shown = squares.fitting(wanted, paper.width)
    lines = tuple(squares.matrix(shown, shared, paper.width, paper.signs))
    wider = "more with a wider terminal or --width, pairs with --plain"
    too_narrow = [Note(f"the first {len(shown)} of {len(members)}", wider)] if len(shown) < len(wanted) else []
    notes = too_narrow or rest(shown, members)
    return Drawing(_title(found), lines, (*notes, *left_out(found)), paper.width)


def _title(found: Circle | Network) -> str:
    if isinstance(found, Circle):
        ties = counted(len(found.ties), "partner")
        return f"{found.centre.name} takes part in {counted(found.centre.events, 'event')}, with {ties}"
    what = "countries" if isinstance(found.members[0][0].key, str) else "actors"
    return f"Who takes part with whom: {len(found.members)} {what} in {counted(len(found.ties), 'pair')}"


def _told(tie: Tie, is_of_one: bool) -> str:
    """A pair with its events; of the pairs of one, the partner alone."""
    first, last = days(tie)
    when = f", {first} to {last}" if first != last else f", {first}" if first else ""
    who = _named(tie.other) if is_of_one else f"{_named(tie.one)} and {_named(tie.other)}"
    return f"{who}: {counted(tie.events, 'event')}{when}"


def _named(member: Member) -> str:
    return f"{member.name} ({member.country})" if member.country and member.kind != "state" else member.name
