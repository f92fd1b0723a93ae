"""Events put right, apart from what the program found: what the command `correct` does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from chronicle.api.opening import Opening, Path
from chronicle.api.tables import Listed, listed
from chronicle.errors import UsageError
from chronicle.model import ActorKind, Event, EventType, Mode, Role, VenueKind

if TYPE_CHECKING:
    from enum import StrEnum

    from chronicle.correcting import Desk
    from chronicle.correcting.naming import Names, Values
    from chronicle.model.correction import Correction, Misfit
    from chronicle.storing import Database
    from chronicle.storing.corrections import Outcome

Ids = str | Sequence[str]


class Signed(TypedDict, total=False):
    """Who corrects, and why."""

    author: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """An open database, who corrects, and what names mean."""

    db: "Database"
    desk: "Desk"
    names: "Names"

    def event(self, typed: str) -> Event:
        from chronicle.querying import event

        return event(self.db, typed)


Making = Callable[[Work], "Iterable[Correction]"]


class Corrections:
    """`db.correct`. Events are named by id or the beginning of one, actors and venues as the command takes them.

    Every deed gives an `Outcome`: the corrections kept, the events that are different now, and what does not fit.
    `author` is who corrects, otherwise as the configuration says; `note` is why.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening

    # --- one value of an event

    def type(self, id: str, type: str, *, plover: str | None = None, **by: Unpack[Signed]) -> "Outcome":
        """Of which type an event is, with its usual PLOVER code if none is given."""
        kind = _of(EventType, type, "type")
        return self._keep(lambda work: [work.desk.type(work.event(id), kind, plover)], by)

    def mode(self, id: str, mode: str | None, **by: Unpack[Signed]) -> "Outcome":
        """How the parties came together; None for not at all."""
        value = None if mode is None else _of(Mode, mode, "mode")
        return self._keep(lambda work: [work.desk.mode(work.event(id), value)], by)

    def date(self, id: str, date: str, **by: Unpack[Signed]) -> "Outcome":
        """When it took place: `2021-09-30`, `2021-09-16/2021-09-17`, `2021-09`, `2021`, with `~` behind it about."""
        return self._keep(lambda work: [work.desk.date(work.event(id), date)], by)

    def actor(
        self,
        id: str,
        name: str,
        *,
        who: str | None = None,
        role: str | None = None,
        office: str | None = None,
        country: str | None = None,
        new: bool = False,
        kind: str | None = None,
        **by: Unpack[Signed],
    ) -> "Outcome":
        """Another value of an actor of the event: `who` it is, its role, its office (`""` for none), its country."""
        from chronicle.correcting.naming import actor_of

        part = _part(role, office, country)
        if who is None and not part:
            raise UsageError(f"actor {name}: nothing to change; say who, role, office or country")

        def made(work: Work) -> "Iterable[Correction]":
            event = work.event(id)
            values = None if who is None else _who(work, who, kind, country, new)
            return [work.desk.change_actor(event, actor_of(event, name), values, part)]

        return self._keep(made, by)

    def add_actor(
        self,
        id: str,
        name: str,
        *,
        role: str | None = None,
        office: str | None = None,
        country: str | None = None,
        new: bool = False,
        kind: str | None = None,
        **by: Unpack[Signed],
    ) -> "Outcome":
        """One more actor, a participant if no role is given; `new` for one that nothing knows yet."""
        part = _part(role, office, country)
        return self._keep(
            lambda work: [work.desk.add_actor(work.event(id), _who(work, name, kind, country, new), part)], by
        )

    def remove_actor(self, id: str, name: str, **by: Unpack[Signed]) -> "Outcome":
        from chronicle.correcting.naming import actor_of

        def made(work: Work) -> "Iterable[Correction]":
            event = work.event(id)
            return [work.desk.remove_actor(event, actor_of(event, name))]

        return self._keep(made, by)

    def venue(
        self,
        id: str,
        name: str,
        what: str,
        *,
        country: str | None = None,
        new: bool = False,
        kind: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        **by: Unpack[Signed],
    ) -> "Outcome":
        """Which place a venue of the event is."""
        from chronicle.correcting.naming import venue_of

        def made(work: Work) -> "Iterable[Correction]":
            event = work.event(id)
            place = _place(work, what, kind, country, new, latitude, longitude)
            return [work.desk.change_venue(event, venue_of(event, name), place)]

        return self._keep(made, by)

    def add_venue(
        self,
        id: str,
        name: str,
        *,
        country: str | None = None,
        new: bool = False,
        kind: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        **by: Unpack[Signed],
    ) -> "Outcome":
        return self._keep(
            lambda work: [
                work.desk.add_venue(work.event(id), _place(work, name, kind, country, new, latitude, longitude))
            ],
            by,
        )

    def remove_venue(self, id: str, name: str, **by: Unpack[Signed]) -> "Outcome":
        from chronicle.correcting.naming import venue_of

        def made(work: Work) -> "Iterable[Correction]":
            event = work.event(id)
            return [work.desk.remove_venue(event, venue_of(event, name))]

        return self._keep(made, by)

    def accept(self, ids: Ids, *, flags: Sequence[str] = (), **by: Unpack[Signed]) -> "Outcome":
        """That events are right as they are, whatever their flags, or these of them, say."""
        return self._keep(lambda work: [work.desk.accept(work.event(id), flags) for id in _ids(ids)], by)

    # --- actors everywhere

    def merge(self, name: str, into: str, **by: Unpack[Signed]) -> "Outcome":
        """That two actors are one, in all events, of documents to come too."""
        from chronicle.correcting.parts import check_merge
        from chronicle.storing.applying import identity

        def made(work: Work) -> "Iterable[Correction]":
            one, other = work.names.actor(name), work.names.actor(into)
            check_merge(work.db, identity(one), identity(other), name, into)
            return [work.desk.merge(identity(one), str(one["name"]), other)]

        return self._keep(made, by)

    def split(
        self,
        name: str,
        into: str,
        ids: Ids,
        *,
        country: str | None = None,
        new: bool = False,
        kind: str | None = None,
        **by: Unpack[Signed],
    ) -> "Outcome":
        """That an actor is somebody else in some events."""
        from chronicle.correcting.naming import actor_of

        def made(work: Work) -> "Iterable[Correction]":
            who = _who(work, into, kind, country, new)
            events = [work.event(id) for id in _ids(ids)]
            return [work.desk.change_actor(event, actor_of(event, name), who, {}) for event in events]

        return self._keep(made, by)

    def alias(self, name: str, form: str, **by: Unpack[Signed]) -> "Outcome":
        """Another name for an actor; `db.recode()` looks for it in the entries that are stored."""
        from chronicle.storing.applying import identity

        def made(work: Work) -> "Iterable[Correction]":
            who = work.names.actor(name)
            return [work.desk.alias(identity(who), who, form)]

        return self._keep(made, by)

    # --- events that are one

    def same(self, ids: Sequence[str], **by: Unpack[Signed]) -> "Outcome":
        """That events told by several chronologies are one; `unique=True` counts them once."""
        return self._keep(lambda work: _pairs(work, work.desk.same, ids), by)

    def different(self, ids: Sequence[str], **by: Unpack[Signed]) -> "Outcome":
        """That events are not one; `same` does not propose them again."""
        return self._keep(lambda work: _pairs(work, work.desk.different, ids), by)

    # --- the corrections themselves

    def list(self) -> "Listed[Correction]":
        """All of them, as they were made."""
        from chronicle.model.correction import Correction
        from chronicle.storing.kept import all_corrections

        with self._opening._reading() as database:
            return listed(all_corrections(database), Correction)

    def misfits(self) -> "Sequence[Misfit]":
        """Those that do not fit any more, and why."""
        from chronicle.storing.fitting import misfits

        with self._opening._reading() as database:
            return tuple(misfits(database))

    def undo(self, ids: Ids) -> "Outcome":
        """Takes corrections back; the events are again as they were found, but for other corrections."""
        from chronicle.correcting.finding import corrections_named
        from chronicle.storing.corrections import take_back

        with self._opening._writing() as database:
            return take_back(database, corrections_named(database, _ids(ids)), _facts())

    def export(self, path: Path) -> int:
        """Writes all of them to a text file, one a line (docs/corrections.md), and says how many."""
        from chronicle.correcting import to_lines
        from chronicle.placing import opened
        from chronicle.storing.kept import all_corrections

        with self._opening._reading() as database:
            found = all_corrections(database)
        with opened(str(path)) as file:
            file.writelines(f"{line}\n" for line in to_lines(found))
        return len(found)

    def import_(self, path: Path) -> "Outcome":
        """Takes over the corrections of a file; those that are known already stay as they are."""
        from chronicle.correcting import from_lines
        from chronicle.errors import ReadError
        from chronicle.storing.corrections import keep

        try:
            lines = File(path).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"{path}: cannot be read ({error}); take what `export` wrote") from error
        with self._opening._writing(create=True) as database:
            return keep(database, from_lines(lines, str(path)), _facts())

    def _keep(self, making: Making, by: Signed) -> "Outcome":
        from chronicle import config
        from chronicle.correcting import Desk
        from chronicle.correcting.naming import Names
        from chronicle.storing.corrections import keep

        made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._opening._writing() as database:
            work = Work(
                database,
                Desk(by.get("author") or config.author(), made, by.get("note")),
                Names(database, config.data_folders()),
            )
            return keep(database, making(work), _facts())


def _facts() -> Any:
    from chronicle.config import data_folders
    from chronicle.storing.facts import load_facts

    return load_facts(data_folders())


def _ids(ids: Ids) -> list[str]:
    return [ids] if isinstance(ids, str) else [*ids]


def _of(kind: "type[StrEnum]", value: str, what: str) -> Any:
    if value not in list(kind):
        raise UsageError(f"{value}: no such {what}; one of {', '.join(kind)}")
    return kind(value)


def _code(country: str | None) -> str | None:
    if country is None:
        return None
    from chronicle.querying.names import find_countries

    return find_countries(country)[0]


def _part(role: str | None, office: str | None, country: str | None) -> "Values":
    from chronicle.correcting.parts import part_of

    return part_of(None if role is None else _of(Role, role, "role"), office, _code(country))


def _who(work: Work, name: str, kind: str | None, country: str | None, new: bool) -> "Values":
    sort = None if kind is None else _of(ActorKind, kind, "kind")
    return work.names.actor(name, kind=sort, country=_code(country), new=new)


def _place(
    work: Work,
    name: str,
    kind: str | None,
    country: str | None,
    new: bool,
    latitude: float | None,
    longitude: float | None,
) -> "Values":
    from chronicle.correcting.parts import at

    sort = None if kind is None else _of(VenueKind, kind, "kind")
    return at(work.names.place(name, kind=sort, country=_code(country), new=new), latitude, longitude)


def _pairs(work: Work, deed: "Callable[[Event, Event], Correction]", ids: Sequence[str]) -> "Iterable[Correction]":
    """The first event with each of the others."""
    if isinstance(ids, str) or len(ids) < 2:
        raise UsageError(f"{ids}: with which? name two events or more, as a list")
    first, *others = [work.event(id) for id in ids]
    return [deed(first, other) for other in others]
