"""Whom the reference tables know by the name, kind and Wikidata item that a record tells, since it tells no row."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from chronicle.model import ActorKind, Event, Participation
from chronicle.reference import table_rows


class Known(NamedTuple):
    key: str
    country: str | None
    wikidata: str | None


class Tables:
    """Looks actors up, so that imported and ingested events have the same ones."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.known: dict[tuple[ActorKind, str], list[Known]] = defaultdict(list)
        listed = list(folders)
        for kind, table, key in (
            (ActorKind.PERSON, "people.csv", "id"),
            (ActorKind.ORGANIZATION, "organizations.csv", "id"),
            (ActorKind.STATE, "states.csv", "code"),
        ):
            for row in table_rows(listed, table):
                country = row["code"] if kind is ActorKind.STATE else row["country"] or None
                self.known[kind, row["name"]].append(Known(row[key], country, row.get("wikidata") or None))

    def identified(self, event: Event) -> Event:
        """The event with the rows of its actors, where the tables have one and no other."""
        actors = tuple(map(self._identified, event.actors))
        return event if actors == event.actors else replace(event, actors=actors)

    def _identified(self, actor: Participation) -> Participation:
        fitting = [known for known in self.known.get((actor.kind, actor.name), ()) if _fits(known, actor)]
        if actor.wikidata:
            fitting = [known for known in fitting if known.wikidata] or fitting
        if len(fitting) != 1:
            return actor
        [known] = fitting
        return replace(actor, key=known.key, wikidata=actor.wikidata or known.wikidata)


def _fits(known: Known, actor: Participation) -> bool:
    """Nothing that both say is said otherwise."""
    countries = {known.country, actor.country} - {None}
    items = {known.wikidata, actor.wikidata} - {None}
    return len(countries) <= 1 and len(items) <= 1
