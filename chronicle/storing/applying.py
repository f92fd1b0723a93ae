"""Corrections applied to events as they were found: values in, values out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chronicle.model import ActorKind, Event, EventType, Mode, Participation, Precision, Role, Venue, VenueKind
from chronicle.model.correction import EVERYWHERE, PAIRS, RULE, Act, Correction, Given, Misfit
from chronicle.model.edtf import dated
from chronicle.storing.facts import actor_key, venue_key
from chronicle.storing.names import fold
from chronicle.storing.settling import settled

_Printed = TypeVar("_Printed", Participation, Venue)


@dataclass(frozen=True, slots=True)
class Corrected:
    """An event put right, and the corrections that do not fit what was found."""

    event: Event
    misfits: tuple[Misfit, ...] = ()


class Corrections:
    """The corrections of some events, in the order in which they were made, and those that hold for all."""

    def __init__(self, listed: Iterable[Correction]) -> None:
        self.listed = tuple(listed)
        self.of_event: dict[str, list[Correction]] = defaultdict(list)
        self.identities = Identities()
        for one in self.listed:
            if one.act in EVERYWHERE:
                self.identities.add(one)
            elif one.event is not None and one.act not in PAIRS:
                self.of_event[one.event].append(one)

    def concerning(self, key: str) -> tuple[Correction, ...]:
        """Those of the event with this id and those that hold everywhere, as they were made."""
        return tuple(one for one in self.listed if one.event in (None, key))

    def applied(self, key: str, event: Event) -> Corrected:
        """The event with this id put right; the very same value where nothing concerns it."""
        right = self._identified(event)
        misfits = []
        for one in self.of_event.get(key, ()):
            try:
                right = _answered(_ACTS[one.act](right, self.identities.current(one)), one)
            except _UnfitError as unfit:
                misfits.append(Misfit(one, str(unfit)))
        return Corrected(event if right is event else settled(self._identified(right)), tuple(misfits))

    def _identified(self, event: Event) -> Event:
        actors = tuple(map(self.identities.resolved, event.actors))
        return event if actors == event.actors else replace(event, actors=actors)


def _answered(event: Event, one: Correction) -> Event:
    """The event without the flags that the correction settles."""
    return replace(event, flags=tuple(flag for flag in event.flags if flag not in one.settles))


class _UnfitError(Exception):
    """The event has nothing any more to which the correction could be applied."""


# --- who is meant


class Identities:
    """Who somebody is by what was merged, and who bears a name by the aliases given."""

    def __init__(self) -> None:
        self.merges: dict[str, Correction] = {}
        self.names: dict[str, list[Correction]] = defaultdict(list)

    def add(self, one: Correction) -> None:
        if one.act is Act.ALIAS:
            self.names[fold(str(one.given["alias"]))].append(one)
        else:
            self.merges[one.subject or ""] = one
            self.names[fold(one.name or "")].append(one)

    def resolved(self, actor: Participation) -> Participation:
        """The actor as whom all corrections together make it; a circle of them ends where it began."""
        met: set[str] = set()
        while (one := self._for(actor)) is not None and one.id not in met:
            met.add(one.id)
            actor = _identified(actor, one)
        return actor

    def current(self, one: Correction) -> Correction:
        """The correction, about whom its subject has been merged into since."""
        met: set[str] = set()
        while (merge := self.merges.get(one.subject or "")) is not None and merge.id not in met:
            met.add(merge.id)
            one = replace(one, subject=identity(merge.given), name=str(merge.given["name"]))
        return one

    def _for(self, actor: Participation) -> Correction | None:
        if not self.names:
            return None
        key = actor_key(actor)
        known = self.merges.get(key) or self._by_name(actor)
        return None if known is None or actor_key(_identified(actor, known)) == key else known

    def _by_name(self, actor: Participation) -> Correction | None:
        forms = (actor.name,) if actor.key or actor.inferred else (actor.name, actor.mention or "")
        candidates = (one for form in forms for one in self.names.get(fold(form), ()))
        return next((one for one in candidates if _bears(actor, one)), None)


def _bears(actor: Participation, one: Correction) -> bool:
    """An alias is for whom no table knows; a merged actor is found again by its name."""
    if one.act is Act.ALIAS:
        return actor.key is None and actor.kind == one.given["kind"]
    return is_subject(one, actor)


def is_subject(one: Correction, actor: Participation) -> bool:
    """Whether a correction is about this actor: by key, or by name where one of both keys is no table's."""
    key, subject = actor_key(actor), one.subject or ""
    if key == subject:
        return True
    if fold(actor.name) != fold(one.name or "") or (actor.key is not None and not is_printed(subject)):
        return False
    kind, _, rest = subject.partition(":") if is_printed(subject) else ("", "", ":")
    country = rest.rpartition(":")[2]
    return kind in ("", actor.kind) and (not country or not actor.country or country == actor.country)


def is_printed(key: str) -> bool:
    """Whether a key is made of the name because no table knows the actor."""
    return key.partition(":")[0] in set(ActorKind)


def _identified(actor: Participation, one: Correction) -> Participation:
    """The actor as the one that the correction names; office, role and words stay."""
    given = one.given
    key = _text(given, "key")
    country = _text(given, "country")
    return replace(
        actor,
        name=str(given["name"]),
        kind=ActorKind(str(given["kind"])),
        country=country or (actor.country if key else None),
        key=key,
        wikidata=_text(given, "wikidata"),
        rule=f"{RULE}{one.id}",
    )


def identity(given: Mapping[str, Given]) -> str:
    """The key of the actor that a correction names."""
    return actor_key(named(given))


def named(given: Mapping[str, Given]) -> Participation:
    """The actor that a correction names, as one who takes part."""
    name, kind = str(given["name"]), ActorKind(str(given["kind"]))
    return Participation(name, kind, Role.PARTICIPANT, _text(given, "country"), key=_text(given, "key"))


def _text(given: Mapping[str, Given], name: str) -> str | None:
    value = given.get(name)
    return None if value is None else str(value)


# --- one act each


def _type(event: Event, one: Correction) -> Event:
    return replace(
        event, type=EventType(str(one.given["type"])), plover=_text(one.given, "plover"), type_rule=f"{RULE}{one.id}"
    )


def _mode(event: Event, one: Correction) -> Event:
    mode = _text(one.given, "mode")
    return replace(event, mode=Mode(mode) if mode else None, mode_rule=f"{RULE}{one.id}")


def _date(event: Event, one: Correction) -> Event:
    when = dated(str(one.given["date"]), event.date.text)
    precision = _text(one.given, "precision")
    return replace(event, date=replace(when, precision=Precision(precision)) if precision else when)


def _add_actor(event: Event, one: Correction) -> Event:
    new = _with_part(_identified(Participation("", ActorKind.PERSON, Role.PARTICIPANT), one), one)
    others = [actor for actor in event.actors if actor_key(actor) != actor_key(new)]
    if len(others) == len(event.actors):
        return replace(event, actors=(*others, new))
    return replace(event, actors=tuple(new if actor not in others else actor for actor in event.actors))


def _change_actor(event: Event, one: Correction) -> Event:
    meant = [actor for actor in event.actors if is_subject(one, actor)]
    if not meant and "name" in one.given:
        meant = [actor for actor in event.actors if actor_key(actor) == identity(one.given)]
        one = replace(one, given=_stated_part(one.given)) if meant else one
    meant = meant or _printed(event.actors, one)
    if not meant:
        raise _UnfitError(f"the event has no actor {one.name}")
    return replace(event, actors=tuple(_changed(actor, one) if actor in meant else actor for actor in event.actors))


def _stated_part(given: Mapping[str, Given]) -> dict[str, Given]:
    """What is said of an actor's part, where the program finds by itself who it is."""
    return {name: given[name] for name in ("office", "role", "country") if given.get(name)}


def _printed(values: Sequence[_Printed], one: Correction) -> list[_Printed]:
    """The one value for which the same words are printed as for the one corrected, whatever it is taken for now."""
    words = one.was.get("mention")
    found = [value for value in values if words and value.mention == words]
    return found if len(found) == 1 else []


def _changed(actor: Participation, one: Correction) -> Participation:
    """Who it is follows from nothing any more once somebody has said it."""
    named_now = replace(_identified(actor, one), inferred=False) if "name" in one.given else actor
    return _with_part(named_now, one)


def _with_part(actor: Participation, one: Correction) -> Participation:
    """The actor with the office, role and country that the correction gives; office and role do not say who it is."""
    given = one.given
    says_who = "name" in given or "country" in given
    return replace(
        actor,
        office=_text(given, "office") if "office" in given else actor.office,
        role=Role(str(given["role"])) if "role" in given else actor.role,
        country=_text(given, "country") if "country" in given else actor.country,
        rule=f"{RULE}{one.id}" if says_who else actor.rule,
    )


def _remove_actor(event: Event, one: Correction) -> Event:
    return replace(event, actors=tuple(actor for actor in event.actors if not is_subject(one, actor)))


def _add_venue(event: Event, one: Correction) -> Event:
    new = _venue(one)
    if any(venue_key(venue) == venue_key(new) for venue in event.venues):
        return event
    return replace(event, venues=tuple(sorted((*event.venues, new), key=_size)))


_SIZES = (VenueKind.FACILITY, VenueKind.CITY, VenueKind.REGION, VenueKind.WATER, VenueKind.COUNTRY)


def _size(venue: Venue) -> int:
    """The most specific place first."""
    return _SIZES.index(venue.kind)


def _venue(one: Correction) -> Venue:
    given = one.given
    latitude, longitude = (given.get(name) for name in ("latitude", "longitude"))
    return Venue(
        str(given["name"]),
        VenueKind(str(given["kind"])),
        _text(given, "country"),
        None if latitude is None else float(latitude),
        None if longitude is None else float(longitude),
        _text(given, "geonames"),
        rule=f"{RULE}{one.id}",
    )


def is_place(one: Correction, venue: Venue) -> bool:
    """Whether a correction is about this venue: by key, or by name where its kind or country is another now."""
    return venue_key(venue) == one.subject or fold(venue.name) == fold(one.name or "")


def _change_venue(event: Event, one: Correction) -> Event:
    new = _venue(one)
    meant = [venue for venue in event.venues if is_place(one, venue)]
    if not meant and any(venue_key(venue) == venue_key(new) for venue in event.venues):
        return event
    meant = meant or _printed(event.venues, one)
    if not meant:
        raise _UnfitError(f"the event has no venue {one.name}")
    return replace(event, venues=tuple(replace(new, mention=v.mention) if v in meant else v for v in event.venues))


def _remove_venue(event: Event, one: Correction) -> Event:
    return replace(event, venues=tuple(venue for venue in event.venues if not is_place(one, venue)))


def _accept(event: Event, one: Correction) -> Event:
    """Nothing but its flags, which all acts settle."""
    return replace(event)


_ACTS: dict[Act, Callable[[Event, Correction], Event]] = {
    Act.TYPE: _type,
    Act.MODE: _mode,
    Act.DATE: _date,
    Act.ADD_ACTOR: _add_actor,
    Act.CHANGE_ACTOR: _change_actor,
    Act.REMOVE_ACTOR: _remove_actor,
    Act.ADD_VENUE: _add_venue,
    Act.CHANGE_VENUE: _change_venue,
    Act.REMOVE_VENUE: _remove_venue,
    Act.ACCEPT: _accept,
}
