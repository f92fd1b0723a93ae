"""One actor and its partners: a branch for each, the longer the more events they share."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from chronicle.presenting.terminal.lines import HEAD, MUCH, QUIET, fitted, line, widest
from chronicle.presenting.terminal.signs import Signs


class Partner(NamedTuple):
    """`note` tells where it belongs, as a country; the days, ISO 8601, are those of the first and last event."""

    name: str
    note: str
    events: int
    first: str
    last: str


_DAY = len("2021-09-03")
_LEAST_BRANCH = 4
# Narrower than this, the first day is left out.
_BOTH_DAYS = 60


def partners(centre: str, each: Sequence[Partner], width: int, signs: Signs) -> Iterator[Text]:
    """The actor, and under it a branch to each partner with the events and the days of the first and last."""
    most = max((partner.events for partner in each), default=0)
    number = len(str(most))
    note = widest((partner.note for partner in each), 4)
    fixed = len(f" {most}  ") + note + (2 + _DAY) * (2 if width >= _BOTH_DAYS else 1)
    name = widest((partner.name for partner in each), max(width - fixed - 1 - width // 5, 8))
    room = max(width - fixed - name - 1, _LEAST_BRANCH)
    yield line((fitted(centre, width, signs), HEAD))
    for at, partner in enumerate(each, 1):
        branch = signs.branch if at < len(each) else signs.last_branch
        length = max(1, round(room * partner.events / most))
        yield line(
            (branch, QUIET), (signs.line * length, MUCH), " " * (room - length),
            f" {partner.events:>{number}} ", fitted(partner.name, name, signs), " ", fitted(partner.note, note, signs),
            (_days(partner, width), QUIET),
        )  # fmt: skip


def _days(partner: Partner, width: int) -> str:
    days = (partner.first, partner.last) if width >= _BOTH_DAYS else (partner.last,)
    return "".join(f"  {day:{_DAY}}" for day in days)
