"""A question as a value."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sort = Literal["date", "-date", "document"]
Key = Literal[
    "year",
    "quarter",
    "month",
    "weekday",
    "type",
    "mode",
    "plover",
    "actor",
    "pair",
    "country",
    "country_pair",
    "venue",
    "venue_country",
    "document",
    "relation",
]


@dataclass(frozen=True, slots=True)
class Query:
    """Which events, in what order, how many. Everything given has to hold; all words are as typed.

    `actors` and `countries`: all of them take part; inside one, `a or b` is either. A country or a
    demonym as an actor means everybody who takes part for that country, and the state itself.
    `not_actors`: none of them. `role` narrows the actors' parts to `participant` or `mentioned`.
    `venues`, `types`, `modes`, `documents`, `relations`, `flags`: any one of each list. A venue is a
    place, one that contains it, or its country; a document is its id or a prefix, its file name, a
    glob or words of its title.
    `since`, `until`, `on`, `during`: inclusive; an event that overlaps the time counts.
    `text`: words, "phrases", OR, NOT, prefix*.
    `after` is the id of the last event of the page before. `today` is the day from which `last month`
    counts, the real one if None.
    """

    actors: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    role: str | None = None
    venues: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    on: str | None = None
    during: str | None = None
    text: str | None = None
    documents: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    sort: Sort = "date"
    limit: int | None = None
    after: str | None = None
    today: date | None = None
