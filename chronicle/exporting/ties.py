"""Who takes part with whom, as it is asked for and told."""

from collections.abc import Iterator
from typing import cast

from chronicle.errors import UsageError
from chronicle.exporting.drawings import Note
from chronicle.presenting.wording import counted
from chronicle.querying import Query
from chronicle.querying.network import CROWD, Circle, Network, Side, Tie, circle, network
from chronicle.storing import Database


def asked(database: Database, query: Query, name: str | None, by: str, *, within: bool) -> Circle | Network:
    """The partners of the one who is named, or the whole network."""
    if by not in ("actor", "country"):
        raise UsageError(f"by {by}: is neither; take actor or country")
    side = cast("Side", by)
    if name is None:
        return network(database, query, side, within=within)
    return circle(database, name, query, side, within=within)


def days(tie: Tie) -> tuple[str, str]:
    """The first and the last as text, empty where no event has a day."""
    return tie.first.isoformat() if tie.first else "", tie.last.isoformat() if tie.last else ""


def left_out(found: Circle | Network) -> Iterator[Note]:
    if isinstance(found, Network) and found.crowded:
        yield Note(f"left out: {counted(found.crowded, 'event')} in which more than {CROWD} take part")
