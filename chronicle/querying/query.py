"""A question as a value."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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

# The field of `Query` that each filter is, by its name in the command and in addresses.
FIELDS = {
    "actor": "actors",
    "with": "participants",
    "not-actor": "not_actors",
    "country": "countries",
    "role": "role",
    "venue": "venues",
    "type": "types",
    "mode": "modes",
    "since": "since",
    "until": "until",
    "on": "on",
    "during": "during",
    "text": "text",
    "document": "documents",
    "relation": "relations",
    "flag": "flags",
    "since-last-ingest": "since_last_ingest",
    "unique": "unique",
}


@dataclass(frozen=True, slots=True)
class Query:
    """Which events, in what order, how many. Everything given has to hold; all words are as typed.

    `actors`: the events name all of them, whether they take part or are only mentioned, which `role`
    narrows to `participant` or `mentioned`; `participants` and `countries`: all of them take part; inside
    one, `a or b` is either. A country or a demonym as an actor means everybody who takes part for that
    country, and the state itself. `not_actors`: the events name none of them.
    `venues`, `types`, `modes`, `documents`, `relations`, `flags`: any one of each list. A venue is a
    place, one that contains it, or its country; a document is its id or a prefix, its file name, a
    glob or words of its title.
    `since`, `until`, `on`, `during`: inclusive; an event that overlaps the time counts.
    `text`: words, "phrases", OR, NOT, (brackets), prefix*.
    `since_last_ingest`: what the last run that stored anything added or changed.
    `unique`: of events that somebody has said are one, told by several chronologies, only the first that fits.
    `sort`: keys of `ordering.SORT_KEYS` with commas between, `-` before one for the reverse.
    `after` is the id of the last event of the page before. `today` is the day from which `last month`
    counts, the real one if None.
    """

    actors: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
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
    since_last_ingest: bool = False
    unique: bool = False
    sort: str = "date"
    limit: int | None = None
    after: str | None = None
    today: date | None = None
