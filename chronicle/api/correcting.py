"""Events put right, apart from what the program found: what the command `correct` does."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from chronicle.api.opening import Opening, Path
from chronicle.api.tables import Listed, listed
from chronicle.errors import one_of
from chronicle.model import ActorKind, EventType, Mode, Role, VenueKind

if TYPE_CHECKING:
    from enum import StrEnum

    from chronicle.correcting.work import ActorHint, PlaceHint, Work
    from chronicle.model.correction import Correction, Misfit
    from chronicle.storing.corrections import Outcome

Ids = str | Sequence[str]


class Signed(TypedDict, total=False):
    """Who corrects, and why."""

    author: str | None
    note: str | None


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
        return self._keep(lambda work: work.type(id, kind, plover), by)

    def mode(self, id: str, mode: str | None, **by: Unpack[Signed]) -> "Outcome":
        """How the parties came together; None for not at all."""
        value = None if mode is None else _of(Mode, mode, "mode")
        return self._keep(lambda work: work.mode(id, value), by)

    def date(self, id: str, date: str, **by: Unpack[Signed]) -> "Outcome":
        """When it took place: `2021-09-30`, `2021-09-16/2021-09-17`, `2021-09`, `2021`, with `~` behind it about."""
        return self._keep(lambda work: work.date(id, date), by)

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
        hint, part = _actor_hint(kind, country, new), _role(role)
        return self._keep(lambda work: work.change_actor(id, name, who, part, office, hint), by)

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
        hint, part = _actor_hint(kind, country, new), _role(role)
        return self._keep(lambda work: work.add_actor(id, name, part, office, hint), by)

    def remove_actor(self, id: str, name: str, **by: Unpack[Signed]) -> "Outcome":
        return self._keep(lambda work: work.remove_actor(id, name), by)

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
        hint = _place_hint(kind, country, new, latitude, longitude)
        return self._keep(lambda work: work.change_venue(id, name, what, hint), by)

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
        hint = _place_hint(kind, country, new, latitude, longitude)
        return self._keep(lambda work: work.add_venue(id, name, hint), by)

    def remove_venue(self, id: str, name: str, **by: Unpack[Signed]) -> "Outcome":
        return self._keep(lambda work: work.remove_venue(id, name), by)

    def accept(self, ids: Ids, *, flags: Sequence[str] = (), **by: Unpack[Signed]) -> "Outcome":
        """That events are right as they are, whatever their flags, or these of them, say."""
        return self._keep(lambda work: work.accept(_ids(ids), flags), by)

    # --- actors everywhere

    def merge(self, name: str, into: str, **by: Unpack[Signed]) -> "Outcome":
        """That two actors are one, in all events, of documents to come too."""
        return self._keep(lambda work: work.merge(name, into), by)

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
        hint = _actor_hint(kind, country, new)
        return self._keep(lambda work: work.split(name, into, _ids(ids), hint), by)

    def alias(self, name: str, form: str, **by: Unpack[Signed]) -> "Outcome":
        """Another name for an actor; `db.recode()` looks for it in the entries that are stored."""
        return self._keep(lambda work: work.alias(name, form), by)

    # --- events that are one

    def same(self, ids: Sequence[str], **by: Unpack[Signed]) -> "Outcome":
        """That events told by several chronologies are one; `unique=True` counts them once."""
        return self._keep(lambda work: work.same(_ids(ids)), by)

    def different(self, ids: Sequence[str], **by: Unpack[Signed]) -> "Outcome":
        """That events are not one; `same` does not propose them again."""
        return self._keep(lambda work: work.different(_ids(ids)), by)

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
        from chronicle.correcting.work import begin

        with self._opening._writing() as database:
            return begin(database).undo(_ids(ids))

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
        from chronicle.correcting.work import begin
        from chronicle.errors import ReadError

        try:
            lines = File(path).read_text(encoding="utf-8-sig").split("\n")
        except UnicodeDecodeError as error:
            raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
        except OSError as error:
            raise ReadError(f"{path}: {(error.strerror or str(error)).lower()}; name another file") from error
        corrections = from_lines(lines, str(path))
        with self._opening._writing(create=True) as database:
            return begin(database).keep(corrections)

    def _keep(self, making: "Callable[[Work], Iterable[Correction]]", by: Signed) -> "Outcome":
        from chronicle.correcting.work import begin

        with self._opening._writing() as database:
            work = begin(database, by.get("author"), by.get("note"))
            return work.keep(making(work))


def _ids(ids: Ids) -> list[str]:
    return [ids] if isinstance(ids, str) else [*ids]


def _of(kind: "type[StrEnum]", value: str, what: str) -> Any:
    return kind(one_of(value, list(kind), what))


def _role(role: str | None) -> Role | None:
    return None if role is None else _of(Role, role, "role")


def _actor_hint(kind: str | None, country: str | None, new: bool) -> "ActorHint":
    from chronicle.correcting.work import ActorHint

    return ActorHint(None if kind is None else _of(ActorKind, kind, "kind"), country, new)


def _place_hint(
    kind: str | None, country: str | None, new: bool, latitude: float | None, longitude: float | None
) -> "PlaceHint":
    from chronicle.correcting.work import PlaceHint

    return PlaceHint(None if kind is None else _of(VenueKind, kind, "kind"), country, new, latitude, longitude)
