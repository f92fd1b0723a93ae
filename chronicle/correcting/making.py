"""One correction from an event and what it shall be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chronicle.correcting.identifying import identified
from chronicle.errors import BadFilter
from chronicle.model import Event, EventType, Mode, Participation, Role, Venue
from chronicle.model.correction import Act, Correction, Given
from chronicle.model.edtf import Backwards, dated
from chronicle.model.flags import about
from chronicle.model.plover import USUAL, codes
from chronicle.storing.facts import actor_key, venue_key
from chronicle.storing.names import fold

_ENTRY_LENGTH = 90

Values = Mapping[str, Given]

_ABOUT = {
    Act.TYPE: "type",
    Act.MODE: "mode",
    Act.DATE: "date",
    Act.ADD_ACTOR: "actor",
    Act.CHANGE_ACTOR: "actor",
    Act.REMOVE_ACTOR: "actor",
    Act.ADD_VENUE: "venue",
    Act.CHANGE_VENUE: "venue",
    Act.REMOVE_VENUE: "venue",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who corrects, when (UTC, ISO 8601), and why."""

    author: str
    made: str
    note: str | None = None

    def type(self, event: Event, type: EventType, plover: str | None = None) -> Correction:
        """`plover` is the type's usual code if None, or that which an event of this type has already.

        BadFilter for a code that the type cannot have.
        """
        if plover is not None and plover not in codes(type):
            what_to_do = f"it takes {', '.join(codes(type))}" if codes(type) else "it has none, leave the code out"
            raise BadFilter(f"PLOVER code {plover or repr(plover)}: not for {type}; {what_to_do}")
        usual = event.plover if type is event.type else USUAL.get(type)
        given = {"type": type.value, "plover": plover or usual}
        return self._of(event, Act.TYPE, given=given, was={"type": event.type.value, "plover": event.plover})

    def mode(self, event: Event, mode: Mode | None) -> Correction:
        was = event.mode.value if event.mode else None
        return self._of(event, Act.MODE, given={"mode": mode.value if mode else None}, was={"mode": was})

    def date(self, event: Event, edtf: str) -> Correction:
        """BadFilter for what is no date of EDTF."""
        try:
            when = dated(edtf, event.date.text)
        except Backwards:
            raise BadFilter(f"date {edtf!r}: ends before it starts; write the first day first") from None
        except ValueError:
            forms = "2021-09-03, 2021-09-16/2021-09-17, 2021-09, 2021, 2021-09-01~/2021-09-10~"
            raise BadFilter(f"date {edtf!r}: is none; write it as {forms}") from None
        given = {"date": when.edtf, "precision": when.precision.value}
        was = {"date": event.date.edtf, "precision": event.date.precision.value}
        return self._of(event, Act.DATE, given=given, was=was)

    def add_actor(self, event: Event, who: Values, part: Values) -> Correction:
        given = {**who, "role": Role.PARTICIPANT.value, **part}
        return self._of(event, Act.ADD_ACTOR, given=given, name=str(who["name"]))

    def change_actor(
        self, event: Event, actor: Participation, who: Values | None, part: Values, held: str | None = None
    ) -> Correction:
        """Another actor in the place of this one if `who` is given, another part of it by `part`.

        An office that followed from who it was taken for goes with that, and the one that the other one `held` comes.
        """
        followed = {"office": held} if who and (actor.office or held) and _is_bare(actor) else {}
        given = {**(who or {}), **followed, **part}
        was = {name: value for name, value in described(actor).items() if name in given or name == "mention"}
        return self._of(event, Act.CHANGE_ACTOR, actor_key(actor), actor.name, given, was)

    def remove_actor(self, event: Event, actor: Participation) -> Correction:
        return self._of(event, Act.REMOVE_ACTOR, actor_key(actor), actor.name, was=described(actor))

    def add_venue(self, event: Event, place: Values) -> Correction:
        return self._of(event, Act.ADD_VENUE, given=place, name=str(place["name"]))

    def change_venue(self, event: Event, venue: Venue, place: Values) -> Correction:
        return self._of(event, Act.CHANGE_VENUE, venue_key(venue), venue.name, place, placed(venue))

    def remove_venue(self, event: Event, venue: Venue) -> Correction:
        return self._of(event, Act.REMOVE_VENUE, venue_key(venue), venue.name, was=placed(venue))

    def accept(self, event: Event, flags: Sequence[str] = ()) -> Correction:
        """That the event is right as it is, whatever its flags, or these of them, say."""
        return self._of(event, Act.ACCEPT, settles=tuple(flags) or event.flags)

    def merge(self, key: str, name: str, into: Values) -> Correction:
        return self._made(Act.MERGE, subject=key, name=name, given=into)

    def alias(self, key: str, who: Values, form: str) -> Correction:
        return self._made(Act.ALIAS, subject=key, name=str(who["name"]), given={**who, "alias": form})

    def same(self, event: Event, other: Event) -> Correction:
        """That both tell of one event. Of two events the same one is always the first."""
        return self._pair(Act.SAME, event, other)

    def different(self, event: Event, other: Event) -> Correction:
        return self._pair(Act.DIFFERENT, event, other)

    def _pair(self, act: Act, event: Event, other: Event) -> Correction:
        """BadFilter for an event and itself."""
        first, second = sorted((event, other), key=lambda each: each.id or "")
        if first.id == second.id:
            raise BadFilter(f"event {first.id}: is named twice; name two events")
        return self._of(first, act, subject=second.id, name=_beginning(second), settles=())

    def _of(
        self,
        event: Event,
        act: Act,
        subject: str | None = None,
        name: str | None = None,
        given: Values | None = None,
        was: Values | None = None,
        settles: tuple[str, ...] | None = None,
    ) -> Correction:
        """Of one event. It settles the flags that are about the same value, if it does not say which."""
        answered = tuple(flag for flag in event.flags if about(flag) == _ABOUT.get(act))
        return self._made(
            act,
            event=event.id,
            subject=subject,
            name=name,
            given=given or {},
            was=was or {},
            settles=answered if settles is None else settles,
            entry=_beginning(event),
        )

    def _made(
        self,
        act: Act,
        *,
        given: Values,
        event: str | None = None,
        subject: str | None = None,
        name: str | None = None,
        was: Values | None = None,
        settles: tuple[str, ...] = (),
        entry: str | None = None,
    ) -> Correction:
        return identified(
            Correction(
                "", act, self.author, self.made, event, subject, name, given, was or {}, settles, entry, self.note
            )
        )


def _beginning(event: Event) -> str:
    """How the entry begins."""
    entry = f"{event.date.text}: {event.headline}"
    return entry if len(entry) <= _ENTRY_LENGTH else f"{entry[: _ENTRY_LENGTH - 1]}…"


def _is_bare(actor: Participation) -> bool:
    """Whether nothing but the name is printed, so that the office is not."""
    printed, own = (set(fold(form).split()) for form in (actor.mention or "", actor.name))
    return not actor.inferred and bool(printed) and printed <= own


def described(actor: Participation) -> dict[str, Given]:
    """Who takes part and how, as corrections name it."""
    return {
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "wikidata": actor.wikidata,
        "office": actor.office,
        "role": actor.role.value,
        "mention": actor.mention,
    }


def placed(venue: Venue) -> dict[str, Given]:
    return {
        "name": venue.name,
        "kind": venue.kind.value,
        "country": venue.country,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "geonames": venue.geonames,
        "mention": venue.mention,
    }
