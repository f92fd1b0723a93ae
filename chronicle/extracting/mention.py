"""One thing that a text names."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from chronicle.extracting.spans import Span

PERSON, OFFICE, BODY, STATE, PLACE = "person", "office", "body", "state", "place"
FORUM, UNKNOWN = "forum", "unknown"


class Mention(NamedTuple):
    """Words first..last-1, of which `core` is the name itself.

    `countries` are the states that its adjectives and complements give, `offices` one tuple of
    candidate office ids for each office printed, `bodies` those its title belongs to, `to` the
    state that an ambassador is sent to. `counterpart` marks `his Russian counterpart`.
    """

    kind: str
    first: int
    last: int
    core: Span
    countries: tuple[str, ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()
    plural: bool = False
    titled: bool = False
    bodies: tuple[Span, ...] = ()
    to: str | None = None
    counterpart: bool = False
    former: bool = False
    adjective: bool = False


def beginning_in(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """Those of a text's mentions, in their order, that begin at one of the words first..last-1."""
    begin, end = (bisect_left(mentions, at, key=lambda m: m.first) for at in (first, last))
    return mentions[begin:end]
