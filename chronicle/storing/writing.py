"""Events into rows: the event, who takes part, where, links, flags, and what was found where that is corrected."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronicle.model import Event, Role
from chronicle.model.correction import Misfit
from chronicle.storing.database import Database
from chronicle.storing.found import content
from chronicle.storing.identity import PER_DAY, PER_DOCUMENT, day_number
from chronicle.storing.kept import corrections_for
from chronicle.storing.load import numbered
from chronicle.storing.namesakes import Namesakes, noted
from chronicle.storing.registry import Registry

_ADD_EVENT = """
    INSERT INTO events (id, key, section_id, ordinal, date_text, start_date, end_date, days, precision,
                        approximate, headline, text, type, mode, plover, start_offset, end_offset, page,
                        line, ingest_id)
    VALUES (:id, :key, :section, :ordinal, :date_text, :start_date, :end_date, :days, :precision,
            :approximate, :headline, :text, :type, :mode, :plover, :start, :end, :page, :line, :ingest)"""
_ADD_PARTICIPATION = """
    INSERT INTO participations (actor_id, event_id, position, role, country, office_id, inferred, mention)
    VALUES (:actor, :event, :position, :role, :country, :office, :inferred, :mention)"""
_ADD_COUNTRY = "INSERT INTO event_countries (country, event_id) VALUES (:country, :event)"
_ADD_EVENT_VENUE = """
    INSERT INTO event_venues (venue_id, event_id, position, mention)
    VALUES (:venue, :event, :position, :mention)"""
_ADD_LINK = "INSERT INTO links (event_id, position, text, url) VALUES (:event, :position, :text, :url)"
_ADD_FLAG = "INSERT INTO flags (event_id, position, flag) VALUES (:event, :position, :flag)"
_LAST_OF_DAY = "SELECT max(id) FROM events WHERE id >= :first AND id < :next"
_ADD_FOUND = "INSERT INTO found (event_id, content) VALUES (:event, :content)"
_DELETE_EVENTS = "DELETE FROM events WHERE id IN ({})"


@dataclass(frozen=True, slots=True)
class Placed:
    """An event as it is to be stored, with its id and its section's position, from 0.

    `number` is the one it has, which it keeps while its first day stays; `ingest` the run that it stays with;
    None where it is new or changed. `found` is what the program found, in JSON, where the event is corrected.
    """

    event: Event
    key: str
    section: int
    number: int | None = None
    ingest: int | None = None
    found: str | None = None


def section_number(document: int, position: int) -> int:
    return document * PER_DOCUMENT + position


def put_right(db: Database, placed: list[Placed], gone: Iterable[str] = ()) -> tuple[list[Placed], tuple[Misfit, ...]]:
    """Events as found to events as corrected and with the countries of namesakes, and the corrections that do not fit.

    `gone` are ids without an event.
    """
    right, misfits = corrected(db, placed, gone)
    namesakes = Namesakes(db)
    return [_with_countries(each, was.event, namesakes) for each, was in zip(right, placed, strict=True)], misfits


def _with_countries(each: Placed, found: Event, namesakes: Namesakes) -> Placed:
    known = namesakes.applied(each.event)
    if known is each.event:
        return each
    return replace(each, event=known, found=noted(each.found or content(found), each.event, known))


def corrected(db: Database, placed: list[Placed], gone: Iterable[str]) -> tuple[list[Placed], tuple[Misfit, ...]]:
    """The same by corrections alone."""
    lost = list(gone)
    corrections = corrections_for(db, [*(each.key for each in placed), *lost])
    if corrections is None:
        return placed, ()
    misfits = [Misfit(one, "its entry is gone") for key in lost for one in corrections.of_event.get(key, ())]
    right = []
    for each in placed:
        done = corrections.applied(each.key, each.event)
        misfits += done.misfits
        is_found = done.event is each.event
        right.append(each if is_found else replace(each, event=done.event, found=content(each.event)))
    return right, tuple(misfits)


def delete_events(db: Database, numbers: Iterable[int]) -> None:
    """The events with all that hangs on them."""
    db.write(numbered(_DELETE_EVENTS, numbers))


def write_events(db: Database, document: int, placed: list[Placed], ingest: int | None, registry: Registry) -> None:
    """The rows of events of one document. `ingest` is the run of those that do not stay with theirs."""
    numbers = _numbers(db, placed)
    db.insert_many(
        _ADD_EVENT,
        [
            _event_row(each, number, section_number(document, each.section), ingest)
            for each, number in zip(placed, numbers, strict=True)
        ],
    )
    events = [(number, each.event) for each, number in zip(placed, numbers, strict=True)]
    db.write_many(_ADD_PARTICIPATION, _participation_rows(events, registry))
    db.write_many(_ADD_COUNTRY, _country_rows(events))
    db.write_many(_ADD_EVENT_VENUE, _venue_rows(events, registry))
    db.write_many(_ADD_LINK, _link_rows(events))
    db.write_many(_ADD_FLAG, _flag_rows(events))
    db.write_many(_ADD_FOUND, _found_rows(placed, numbers))


def _numbers(db: Database, placed: list[Placed]) -> list[int]:
    """The events' numbers: those of a day, kept ones and then the next free ones, in the document's order."""
    by_day: dict[int, list[Placed]] = {}
    for each in placed:
        by_day.setdefault(day_number(each.event.date.start), []).append(each)
    pools = {day: _pool(db, day, same_day) for day, same_day in by_day.items()}
    return [next(pools[day_number(each.event.date.start)]) for each in placed]


def _pool(db: Database, day: int, placed: list[Placed]) -> Iterator[int]:
    kept = sorted(each.number for each in placed if each.number is not None and day <= each.number < day + PER_DAY)
    stored = next(db.rows(_LAST_OF_DAY, {"first": day, "next": day + PER_DAY}))[0]
    free = max(stored or day, kept[-1] if kept else day) + 1
    return iter([*kept, *range(free, free + len(placed) - len(kept))])


def _event_row(placed: Placed, number: int, section: int, ingest: int | None) -> dict[str, object]:
    event, when, where = placed.event, placed.event.date, placed.event.location
    return {
        "id": number,
        "key": placed.key,
        "section": section,
        "ordinal": event.ordinal,
        "date_text": when.text,
        "start_date": when.start and when.start.isoformat(),
        "end_date": when.end and when.end.isoformat(),
        "days": (when.end - when.start).days + 1 if when.start and when.end else 0,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "headline": event.headline,
        "text": event.text,
        "type": event.type.value,
        "mode": event.mode and event.mode.value,
        "plover": event.plover,
        "start": where.start,
        "end": where.end,
        "page": where.page,
        "line": where.line,
        "ingest": placed.ingest or ingest,
    }


Numbered = Sequence[tuple[int, Event]]
Rows = Iterator[dict[str, object]]


def _participation_rows(events: Numbered, registry: Registry) -> Rows:
    for number, event in events:
        for position, actor in enumerate(event.actors):
            yield {
                "actor": registry.actor(actor),
                "event": number,
                "position": position,
                "role": actor.role.value,
                "country": actor.country,
                "office": None if actor.office is None else registry.office(actor.office),
                "inferred": actor.inferred,
                "mention": actor.mention,
            }


def _country_rows(events: Numbered) -> Rows:
    for number, event in events:
        taking_part = {a.country for a in event.actors if a.country and a.role is Role.PARTICIPANT}
        yield from ({"country": country, "event": number} for country in sorted(taking_part))


def _venue_rows(events: Numbered, registry: Registry) -> Rows:
    for number, event in events:
        for position, venue in enumerate(event.venues):
            yield {
                "venue": registry.venue(venue),
                "event": number,
                "position": position,
                "mention": venue.mention,
            }


def _link_rows(events: Numbered) -> Rows:
    for number, event in events:
        for position, link in enumerate(event.links):
            yield {"event": number, "position": position, "text": link.text, "url": link.url}


def _flag_rows(events: Numbered) -> Rows:
    for number, event in events:
        for position, flag in enumerate(event.flags):
            yield {"event": number, "position": position, "flag": flag}


def _found_rows(placed: Iterable[Placed], numbers: Iterable[int]) -> Rows:
    for each, number in zip(placed, numbers, strict=True):
        if each.found is not None:
            yield {"event": number, "content": each.found}
