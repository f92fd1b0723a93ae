"""Why an event has its values: for each the words it came from, the rule, and the row of the reference tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronicle.correcting.telling import told
from chronicle.extracting import Gazetteer
from chronicle.extracting.gazetteer import Sort, Term
from chronicle.extracting.words import norms_of
from chronicle.model import ActorKind, Event, EventDate, EventType, Mode, Participation, Precision, Role, Venue
from chronicle.model.correction import RULE, Act, Correction
from chronicle.recode import coded_now, differing, gazetteer
from chronicle.storing import Database
from chronicle.storing.applying import Corrections, identity, is_subject
from chronicle.storing.facts import actor_key
from chronicle.storing.kept import all_corrections, corrections_for
from chronicle.storing.namesakes import Namesakes
from chronicle.storing.sames import partners

_TABLES = {
    ActorKind.PERSON: "people.csv",
    ActorKind.STATE: "states.csv",
    ActorKind.ORGANIZATION: "organizations.csv",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One value of an event. `of` is the actor or venue that it belongs to; `row` is a table and an id in it."""

    value: str
    field: str
    of: str | None = None
    words: str | None = None
    rule: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """`event` is the stored one. `stale` are the fields that coding finds otherwise by now."""

    event: Event
    reasons: tuple[Reason, ...]
    stale: tuple[str, ...] = ()


def why(db: Database, event: Event) -> Why:
    """Codes the entry of a stored event again, applies its corrections, and says where each value is from."""
    key = event.id or ""
    coded = replace(coded_now(db, event), id=key)
    corrections = corrections_for(db, [key]) or Corrections(())
    now = Namesakes(db).applied(corrections.applied(key, coded).event)
    reasons = _reasons(now, _Desk(coded, now, gazetteer(db), corrections.concerning(key), db))
    return Why(event, (*reasons, *_of_sames(db, key)), tuple(each.field for each in differing(event, now)))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What reasons are taken from: the event as coded and as corrected, the tables, the corrections that concern it."""

    coded: Event
    now: Event
    known: Gazetteer
    corrections: tuple[Correction, ...]
    db: Database

    def by_plover(self) -> str | None:
        """Who corrected the PLOVER code: the last one to change it, for a later word on the type alone leaves it."""
        made = [one for one in reversed(self.corrections) if one.act is Act.TYPE]
        changing = [one for one in made if one.given.get("plover") != one.was.get("plover")]
        return next(map(_by, [*changing, *made]), None)

    def by(self, act: Act) -> str | None:
        """Who corrected that value of the event; None if nobody did."""
        return next((_by(one) for one in reversed(self.corrections) if one.act is act), None)

    def by_actor(self, actor: Participation, field: str) -> str | None:
        """Who corrected that value of an actor: its `name`, `office` or `role`."""
        made = (one for one in reversed(self.corrections) if _gives(one, actor, field))
        return next(map(_by, made), None)

    def found(self, actor: Participation) -> Participation:
        """The actor as it was coded: the same one, or the one in whose place it is, which has the same words."""
        key, there = actor_key(actor), set(map(actor_key, self.now.actors))
        same = [each for each in self.coded.actors if actor_key(each) == key]
        gone = [each for each in self.coded.actors if actor_key(each) not in there]
        corrected = [one for one in self.corrections if one.act in _REPLACING and _names(one, actor)]
        replaced = [each for each in gone if any(is_subject(one, each) for one in corrected)]
        return next(iter([*same, *replaced, *(each for each in gone if each.mention == actor.mention)]), actor)

    def is_put_in(self, actor: Participation) -> bool:
        """Whether somebody has put the actor in the place of another one in this event."""
        return any(one.act is Act.CHANGE_ACTOR and _names(one, actor) for one in self.corrections)


_REPLACING = frozenset({Act.CHANGE_ACTOR, Act.MERGE})


def _names(one: Correction, actor: Participation) -> bool:
    """Whether it says of somebody to be this actor."""
    return "name" in one.given and identity(one.given) == actor_key(actor)


def _gives(one: Correction, actor: Participation, field: str) -> bool:
    if one.act is Act.ADD_ACTOR:
        return _names(one, actor)
    if one.act in (Act.MERGE, Act.ALIAS):
        return field == "name" and actor.rule == f"{RULE}{one.id}"
    if one.act is not Act.CHANGE_ACTOR or field not in one.given:
        return False
    if "name" in one.given:
        return _names(one, actor)
    return actor.rule == f"{RULE}{one.id}" or is_subject(one, actor)


def _by(one: Correction) -> str:
    note = f": {one.note}" if one.note else ""
    return f"corrected by {one.author} on {one.made[:10]} ({one.id}, {told(one)}){note}"


def _reasons(event: Event, desk: _Desk) -> Iterator[Reason]:
    when = event.date
    yield Reason(when.edtf or "no day known", "date", words=when.text, rule=desk.by(Act.DATE) or _date_rule(when))
    yield from _of_type(event, desk.by(Act.TYPE), desk.by_plover())
    mode = event.mode.value if event.mode else "none"
    yield Reason(mode, "mode", rule=desk.by(Act.MODE) or _mode_rule(desk.coded))
    for actor in event.actors:
        yield from _of_actor(event, actor, desk)
    for venue in event.venues:
        yield _of_venue(venue, desk)


def _of_sames(db: Database, key: str) -> Iterator[Reason]:
    """The events that somebody has said are this one."""
    said = {frozenset((one.event, one.subject)): one for one in all_corrections(db) if one.act is Act.SAME}
    for other in partners(db, key):
        direct = said.get(frozenset((key, other)))
        yield Reason(other, "same", rule=_by(direct) if direct else "by way of another event")


def _of_type(event: Event, corrected: str | None, code_corrected: str | None) -> Iterator[Reason]:
    """The type and its PLOVER code, which are found and corrected together."""
    words = None if corrected else event.type_mention
    row = f"verbs.csv: {event.type_key}" if event.type_key and not corrected else None
    yield Reason(event.type.value, "type", words=words, rule=corrected or event.type_rule, row=row)
    if event.plover:
        rule = code_corrected or "the code of the type and the verb"
        yield Reason(event.plover, "plover", words=words, rule=rule, row=row)


_DATE_RULES = {
    Precision.DAY: "a day",
    Precision.RANGE: "a first and a last day",
    Precision.MONTH: "a month",
    Precision.PART: "a part of a month, a week or a season",
    Precision.YEAR: "a year",
    Precision.SPAN: "two months or years without days",
    Precision.INVALID: "a day that no calendar has",
}


def _date_rule(when: EventDate) -> str:
    stated = _DATE_RULES[when.precision]
    if when.start is None or when.end is None:
        return stated
    printed = all(str(year) in when.text for year in {when.start.year, when.end.year})
    year = "" if printed or when.precision is Precision.YEAR else ", the year as in force there"
    return f"{stated}{year}{', hedged' if when.approximate else ''}"


_SCREENS = "the headline tells of screens"
_MODE_RULES = {
    Mode.PHONE: "the headline tells of a call",
    Mode.VIDEO: _SCREENS,
    Mode.HYBRID: f"{_SCREENS} and of a place",
    Mode.WRITTEN: "the headline tells of a letter, a paper or a publication",
    Mode.IN_PERSON: "the headline tells of a meeting, a signing, a place, a hearer or a speech",
}
_TOGETHER = {EventType.MEETING: "a meeting", EventType.VISIT: "a visit", EventType.CEREMONY: "a ceremony"}


def _mode_rule(event: Event) -> str | None:
    """No words are told with it: most modes are those of a type, as long as the headline says nothing else."""
    if event.mode is None:
        return event.mode_rule
    if event.mode is Mode.IN_PERSON and event.type in _TOGETHER:
        return f"{_TOGETHER[event.type]} is in person where the headline tells of no call and no screens"
    if event.mode is Mode.WRITTEN and event.type is EventType.MESSAGE:
        return "a message is written where the headline tells of no call"
    return _MODE_RULES[event.mode]


# --- actors


def _of_actor(event: Event, actor: Participation, desk: _Desk) -> Iterator[Reason]:
    row = f"{_TABLES[actor.kind]}: {actor.key}" if actor.key else None
    found = desk.found(actor)
    rule = desk.by_actor(actor, "name") or _name_rule(actor, found)
    yield Reason(actor.name, "actor", words=actor.mention, rule=rule, row=row)
    if actor.office:
        yield _of_office(event, actor, desk)
    rule = desk.by_actor(actor, "role") or _role_rule(event, actor)
    yield Reason(actor.role.value, "role", actor.name, actor.mention, rule)


def _name_rule(actor: Participation, found: Participation) -> str | None:
    corrected = (actor.rule or "").startswith(RULE)
    if actor.key is None and actor.country and found.country is None and not corrected:
        return f"{found.rule}; the country is printed with this name elsewhere"
    return found.rule


def _role_rule(event: Event, actor: Participation) -> str:
    where = "the headline" if actor.mention and actor.mention in event.headline else "a later sentence"
    if actor.role is Role.PARTICIPANT:
        return f"stands in {where} where those stand who take part"
    return f"stands in {where} where it is only spoken of"


def _of_office(event: Event, actor: Participation, desk: _Desk) -> Reason:
    office, known = actor.office or "", desk.known
    ids = [key for key, each in known.offices.items() if each.name == office and _may_have(actor, each.countries)]
    row = f"offices.csv: {ids[0]}" if ids else None
    corrected = desk.by_actor(actor, "office")
    if corrected is not None:
        return Reason(office, "office", actor.name, None, corrected, row)
    words = None if actor.inferred else _printed_office(actor.mention or "", ids, known)
    if words is not None:
        is_its_name = tuple(words[0].split()) == tuple(norms_of(office))
        rule = "printed with the name" if is_its_name else "what the words printed with the name mean, of that state"
        return Reason(office, "office", actor.name, words[0], rule, f"offices.csv: {words[1]}")
    found = desk.found(actor)
    if desk.is_put_in(actor):
        return Reason(office, "office", actor.name, actor.mention, f"stays as it was found with {found.name}", row)
    term = _term(event.date, found, ids, known)
    if term is not None:
        rule = "holder inferred from the office and the date" if actor.inferred else "held that day"
        start, end = _as_listed(desk.db, term, office)
        held = f"terms.csv: {term.person}, {term.office}, {start} to {end}"
        return Reason(office, "office", actor.name, actor.mention, rule, held)
    return Reason(office, "office", actor.name, actor.mention, "of the person or office named before it", row)


_TERMS = """
    SELECT t.start_date, t.end_date FROM terms t JOIN actors a ON a.id = t.actor_id JOIN offices o ON o.id = t.office_id
    WHERE a.key = :person AND o.name = :office"""


def _as_listed(db: Database, term: Term, office: str) -> tuple[str, str]:
    """The first and the last day as the table has them: a month or a year may be all that it says."""
    first, last = _day(term.start.isoformat()), _day(term.end.isoformat())
    for start, end in db.rows(_TERMS, {"person": term.person, "office": office}):
        if first.startswith(start or "?") and last.startswith(end or "now"):
            return start or "?", end or "now"
    return first, last


def _day(day: str) -> str:
    return {"0001-01-01": "?", "9999-12-31": "now"}.get(day, day)


def _may_have(actor: Participation, countries: frozenset[str]) -> bool:
    return not countries or actor.country in countries


def _printed_office(mention: str, ids: list[str], known: Gazetteer) -> tuple[str, str] | None:
    """The longest words of the mention that print one of these offices, and which."""
    norms = norms_of(mention)
    for size in range(len(norms), 0, -1):
        for first in range(len(norms) - size + 1):
            for reading in known.readings(norms[first : first + size]):
                if reading.sort in (Sort.OFFICE, Sort.OFFICES) and reading.key in ids:
                    return " ".join(norms[first : first + size]), reading.key
    return None


def _term(when: EventDate, actor: Participation, ids: list[str], known: Gazetteer) -> Term | None:
    if when.start is None or when.end is None:
        return None
    held = known.terms_of.get(actor.key or "", [])
    return next((term for term in held if term.office in ids and term.covers(when.start, when.end)), None)


# --- venues


def _of_venue(venue: Venue, desk: _Desk) -> Reason:
    rule = venue.rule or ""
    if rule.startswith(RULE):
        made = {f"{RULE}{one.id}": one for one in desk.corrections}
        row = _venue_row(_listed_key(venue, desk.known), desk.known)
        return Reason(venue.name, "venue", words=venue.mention, rule=_by(made[rule]), row=row)
    return Reason(venue.name, "venue", words=venue.mention, rule=venue.rule, row=_venue_row(venue.key, desk.known))


def _listed_key(venue: Venue, known: Gazetteer) -> str | None:
    """Of a corrected venue, which is kept without it: the place of that name, kind and country."""
    wanted = (venue.name, venue.kind, venue.country)
    return next((key for key, place in known.places.items() if (place.name, place.kind, place.country) == wanted), None)


def _venue_row(key: str | None, known: Gazetteer) -> str | None:
    if key is None:
        return None
    return f"venues.csv: {key}" if key in known.places else f"states.csv: {key}"
