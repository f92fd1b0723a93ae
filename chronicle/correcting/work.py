"""Corrections from what a person types, whichever way it is typed: the command `correct`, and `db.correct` in Python.

Events are named by id or the beginning of one, countries by name or code.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from chronicle import config
from chronicle.correcting.aliases import check_alias
from chronicle.correcting.finding import corrections_named
from chronicle.correcting.identities import check_merge, check_replaced
from chronicle.correcting.making import Desk
from chronicle.correcting.naming import Names, Values, actor_of, check_name, venue_of
from chronicle.correcting.offices import office_on
from chronicle.correcting.parts import at, code_of, part_of
from chronicle.correcting.remarks import remarks
from chronicle.errors import UsageError
from chronicle.model import ActorKind, Event, EventType, Mode, Role, VenueKind
from chronicle.model.correction import Correction
from chronicle.querying import event
from chronicle.querying.names import find_flag
from chronicle.storing import Database
from chronicle.storing.applying import identity
from chronicle.storing.corrections import Outcome, keep, take_back
from chronicle.storing.facts import load_facts

Made = list[Correction]


class ActorHint(NamedTuple):
    """What says more of an actor's name. `new`: the name of one that nothing knows yet."""

    kind: ActorKind | None = None
    country: str | None = None
    new: bool = False


class PlaceHint(NamedTuple):
    """What says more of a venue's name. `new`: the name of one that nothing knows yet."""

    kind: VenueKind | None = None
    country: str | None = None
    new: bool = False
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """An open database, who corrects, and what names mean. Each deed gives its corrections; `keep` stores them."""

    db: Database
    desk: Desk
    names: Names

    def keep(self, corrections: Iterable[Correction]) -> Outcome:
        return keep(self.db, corrections, load_facts(self.names.folders))

    def remarks(self, corrections: Iterable[Correction]) -> list[str]:
        """What deserves a second look in corrections that were kept."""
        return list(remarks(self.names, corrections))

    def undo(self, ids: Iterable[str]) -> Outcome:
        """Takes corrections back, named by id or the beginning of one."""
        return take_back(self.db, corrections_named(self.db, ids), load_facts(self.names.folders))

    def type(self, id: str, type: EventType, plover: str | None) -> Made:
        return [self.desk.type(self._event(id), type, plover)]

    def mode(self, id: str, mode: Mode | None) -> Made:
        return [self.desk.mode(self._event(id), mode)]

    def date(self, id: str, edtf: str) -> Made:
        return [self.desk.date(self._event(id), edtf)]

    def change_actor(
        self, id: str, name: str, who: str | None, role: Role | None, office: str | None, hint: ActorHint
    ) -> Made:
        part = part_of(role, office, hint.country)
        if who is None and not part:
            raise UsageError(f"actor {name}: nothing to change; say who it is, or its role, office or country")
        event = self._event(id)
        if who is None:
            return [self.desk.change_actor(event, actor_of(event, name), None, part)]
        return [self._replaced(event, name, self._actor(who, hint), part, who)]

    def add_actor(self, id: str, name: str, role: Role | None, office: str | None, hint: ActorHint) -> Made:
        values = self._actor(name, hint)
        return [self.desk.add_actor(self._event(id), values, part_of(role, office, hint.country))]

    def remove_actor(self, id: str, name: str) -> Made:
        event = self._event(id)
        return [self.desk.remove_actor(event, actor_of(event, name))]

    def change_venue(self, id: str, name: str, place_name: str, hint: PlaceHint) -> Made:
        event = self._event(id)
        place = self._place(place_name, hint)
        return [self.desk.change_venue(event, venue_of(event, name), place)]

    def add_venue(self, id: str, name: str, hint: PlaceHint) -> Made:
        place = self._place(name, hint)
        return [self.desk.add_venue(self._event(id), place)]

    def remove_venue(self, id: str, name: str) -> Made:
        event = self._event(id)
        return [self.desk.remove_venue(event, venue_of(event, name))]

    def accept(self, ids: Iterable[str], flags: Sequence[str]) -> Made:
        known = [find_flag(self.db, flag) for flag in flags]
        return [self.desk.accept(self._event(id), known) for id in ids]

    def merge(self, name: str, into: str) -> Made:
        one, other = self.names.actor(name), self.names.actor(into)
        check_merge(self.db, one, other, name, into)
        return [self.desk.merge(identity(one), str(one["name"]), other)]

    def split(self, name: str, into: str, ids: Iterable[str], hint: ActorHint) -> Made:
        """One correction for each of the events."""
        values = self._actor(into, hint)
        events = [self._event(id) for id in ids]
        return [self._replaced(event, name, values, {}, into) for event in events]

    def _replaced(self, event: Event, name: str, who: Values, part: Values, typed: str) -> Correction:
        """Somebody else, as `typed`, in the place of an actor, in the office of that day."""
        actor, key = actor_of(event, name), who["key"]
        check_replaced(self.db, actor, who, typed)
        held = office_on(self.names.folders, None if key is None else str(key), event.date)
        return self.desk.change_actor(event, actor, who, part, held)

    def alias(self, name: str, form: str) -> Made:
        check_name("alias", form)
        who = self.names.actor(name)
        check_alias(self.names, who, form)
        return [self.desk.alias(identity(who), who, form)]

    def same(self, ids: Sequence[str]) -> Made:
        return self._pairs("same", self.desk.same, ids)

    def different(self, ids: Sequence[str]) -> Made:
        return self._pairs("different", self.desk.different, ids)

    def _pairs(self, act: str, made: Callable[[Event, Event], Correction], ids: Sequence[str]) -> Made:
        """The first event with each of the others."""
        if len(ids) < 2:
            raise UsageError(f"{act} {' '.join(ids)}: with which? name two events or more")
        first, *others = [self._event(id) for id in ids]
        return [made(first, other) for other in others]

    def _event(self, typed: str) -> Event:
        return event(self.db, typed)

    def _actor(self, name: str, hint: ActorHint) -> Values:
        return self.names.actor(name, kind=hint.kind, country=code_of(hint.country), new=hint.new)

    def _place(self, name: str, hint: PlaceHint) -> Values:
        found = self.names.place(name, kind=hint.kind, country=code_of(hint.country), new=hint.new)
        return at(found, hint.latitude, hint.longitude)


def begin(db: Database, author: str | None = None, note: str | None = None) -> Work:
    """Work on an open database, from now on; the author otherwise as the configuration says."""
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return Work(db, Desk(author or config.author(), made, note), Names(db, config.data_folders()))
