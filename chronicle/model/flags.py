"""What an event is flagged for: every flag with its meaning and what to do about it (docs/flags.md)."""

from collections.abc import Iterable
from typing import NamedTuple


class Flag(NamedTuple):
    """`about` is the value in doubt; `to_do` a command: `ID` stands for the event's id, `FILE` for its document's name.

    Its other words in capitals are `blanks`: what only a person can say.

    `read` tells that reading gives the flag, which does not look at the entry again when it is coded again.
    """

    name: str
    meaning: str
    about: str
    to_do: str
    read: bool = False

    @property
    def blanks(self) -> tuple[str, ...]:
        """`correct actor ID PRINTED --is NAME`: PRINTED and NAME."""
        return tuple(word for word in self.to_do.split() if word.isupper() and word not in ("ID", "FILE"))


# The most doubtful first: the order of `chronicle review`.
FLAGS = (
    Flag("date_invalid", "no calendar has the day that is printed", "date", "correct date ID YYYY-MM-DD", True),
    Flag("date_year_unknown", "no year is printed, and none is in force", "date", "correct date ID YYYY-MM-DD", True),
    Flag(
        "date_order_unknown", "`03/04/2002`, and nothing in the document tells which is the month", "date",
        "ingest FILE --date-order ORDER", True,
    ),
    Flag(
        "holder_unknown", "an office is printed without a name, and no table says who held it", "actor",
        "correct add-actor ID NAME --office OFFICE --country CC",
    ),
    Flag("actor_unknown", "a titled surname that nothing explains", "actor", "correct actor ID PRINTED --is NAME"),
    Flag(
        "venue_ambiguous", "places of that name lie in several countries, and nothing tells which is meant", "venue",
        "correct venue ID PRINTED --is PLACE",
    ),
    Flag(
        "actor_ambiguous", "another one of that name fits as well, and nothing tells who is meant", "actor",
        "correct actor ID PRINTED --is NAME",
    ),
    Flag("actor_slip", "a name was read as another that is spelled almost alike", "actor", "correct accept ID"),
    Flag(
        "date_year_inferred", "no year is printed; it is that of the day on which the page says it was published",
        "date", "correct accept ID", True,
    ),
    Flag(
        "date_out_of_period", "the date lies outside the period that the section prints", "date", "correct accept ID",
        True,
    ),
)  # fmt: skip

NAMED = {flag.name: flag for flag in FLAGS}
_RANKS = {flag.name: rank for rank, flag in enumerate(FLAGS)}


def rank(flag: str) -> int:
    """The place of a flag among all, the worst being 0; one that this version does not know is the least."""
    return _RANKS.get(flag, len(FLAGS))


def by_doubt(flags: Iterable[str]) -> list[str]:
    """The worst first."""
    return sorted(flags, key=rank)


def about(flag: str) -> str:
    """Which value a flag doubts; of a flag that this version does not know, the word that it begins with."""
    known = NAMED.get(flag)
    return known.about if known else flag.partition("_")[0]


def is_read(flag: str) -> bool:
    """Whether reading gives the flag, and not coding."""
    known = NAMED.get(flag)
    return known.read if known else about(flag) == "date"
