"""Stored entries coded again: after the reference tables or the program changed, and for who asks why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chronicle import config
from chronicle.extracting import Gazetteer, code_document, prepared_gazetteer, with_aliases
from chronicle.model import Event, Participation, Venue
from chronicle.model.correction import Misfit
from chronicle.storing import Database
from chronicle.storing.entries import stored_document, stored_section
from chronicle.storing.facts import actor_key, load_facts, venue_key
from chronicle.storing.kept import aliases_given
from chronicle.storing.registry import Registry
from chronicle.storing.rewriting import Recoded, compare, settle_namesakes, store_again
from chronicle.storing.store import begin_ingest, end_ingest

FIELDS = ("headline", "type", "plover", "mode", "actors", "venues", "flags")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of an event that is found otherwise than before; of lists, only what went and what came."""

    event: str
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A document coded again: how many events it has, what is different, which corrections do not fit."""

    document: str
    file: str
    events: int
    differences: tuple[Difference, ...]
    misfits: tuple[Misfit, ...]

    @property
    def changed(self) -> int:
        """How many events are different."""
        return len({one.event for one in self.differences})


def recode(db: Database, documents: Iterable[int], *, dry_run: bool = False) -> Iterator[Report]:
    """One report for each of the documents with these numbers, as soon as it is done; each is one transaction.

    Entries, dates and ids stay; events are compared as found, corrections hold on.
    """
    registry = None if dry_run else Registry(db, load_facts(config.data_folders()))
    if registry is not None:
        registry.forget_descriptions()
    run = None
    for number in documents:
        recoded = compare(db, number, code_document(stored_document(db, number), gazetteer(db)))
        if registry is not None:
            run = run or begin_ingest(db)
            store_again(db, recoded, run, registry)
        yield _report(recoded)
    if run is not None and registry is not None:
        with db.transaction():
            settle_namesakes(db, registry)
        end_ingest(db, run)


def gazetteer(db: Database) -> Gazetteer:
    """The tables, with the forms that corrections give besides."""
    return _loaded(config.data_folder(), config.own_data_folder(), aliases_given(db))


@lru_cache(maxsize=1)
def _loaded(folder: Path, own: Path | None, aliases: tuple[tuple[str, str], ...]) -> Gazetteer:
    return with_aliases(prepared_gazetteer(folder, own, config.gazetteer_cache()), aliases)


def coded_now(db: Database, event: Event) -> Event:
    """A stored event as its entry is coded by now, with the rules, without corrections.

    The entries above it in its section are coded as well: who was named there may be meant here.
    """
    [events] = code_document(stored_section(db, event.id or ""), gazetteer(db))
    return next(each for each in events if each.ordinal == event.ordinal)


def _report(recoded: Recoded) -> Report:
    differences = tuple(each for before, after in recoded.changed for each in differing(before, after))
    return Report(recoded.document, recoded.file, len(recoded.placed), differences, recoded.misfits)


def differing(before: Event, after: Event) -> Iterator[Difference]:
    """Field by field; `before` is a stored event and gives the id.

    An actor or a venue that no table has bears the name by which it was first printed; and a venue is where the tables
    have it, be it printed without that. Neither is a difference.
    """
    unplaced = frozenset(venue_key(venue) for one in (before, after) for venue in one.venues if venue.latitude is None)
    for field in FIELDS:
        was, now = _shown(before, field, unplaced), _shown(after, field, unplaced)
        if was.keys() != now.keys():
            gone = tuple(was[same] for same in was if same not in now)
            yield Difference(before.id or "", field, gone, tuple(now[same] for same in now if same not in was))


def _shown(event: Event, field: str, unplaced: frozenset[str]) -> dict[object, str]:
    """The values of a field as they are told, by what makes two the same."""
    value = getattr(event, field)
    if field == "actors":
        return {_same_actor(actor): _actor(actor) for actor in value}
    if field == "venues":
        return {_same_venue(venue, unplaced): _venue(venue) for venue in value}
    values = tuple(value) if field == "flags" else (str(value),) if value else ()
    return {each: each for each in values}


def _same_actor(actor: Participation) -> object:
    known = actor.name if actor.key else None
    return (
        actor_key(actor),
        known,
        actor.office,
        actor.country,
        actor.role,
        actor.inferred,
        actor.mention,
        actor.wikidata,
    )


def _same_venue(venue: Venue, unplaced: frozenset[str]) -> object:
    key = venue_key(venue)
    return key, venue.mention, None if key in unplaced else (venue.latitude, venue.longitude, venue.geonames)


def _actor(actor: Participation) -> str:
    printed = f"“{actor.mention}”" if actor.mention else None
    inferred = "inferred" if actor.inferred else None
    return _joined(actor.name, actor.office, actor.country, actor.role.value, inferred, printed, actor.wikidata)


def _venue(venue: Venue) -> str:
    at = None if venue.latitude is None else f"{venue.latitude} {venue.longitude}"
    printed = f"“{venue.mention}”" if venue.mention else None
    return _joined(venue.name, venue.kind.value, venue.country, at, printed, venue.geonames)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
