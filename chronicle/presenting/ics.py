"""iCalendar (RFC 5545): all-day events. An uncertain date says so; a date that cannot exist makes a journal entry.

The end of an all-day event is exclusive there, unlike all other dates of Chronicle.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, TextIO

import icalendar

from chronicle.model import Event, EventDate, Venue
from chronicle.presenting.cells import plain
from chronicle.presenting.columns import participants
from chronicle.presenting.detail import is_certain, place_of

_BEGIN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Chronicle//chronicle-of-states//EN\r\n"
    "CALSCALE:GREGORIAN\r\nX-WR-CALNAME:Events\r\n"
)
_END = "END:VCALENDAR\r\n"
_DOMAIN = "chronicle-of-states"


def write(events: Iterable[Event], file: TextIO) -> None:
    stamp = datetime.now(UTC).replace(microsecond=0)
    file.write(_BEGIN)
    file.writelines(_component(event, stamp).to_ical().decode() for event in events)
    file.write(_END)


def _component(event: Event, stamp: datetime) -> Any:
    """An event, or a journal entry where there is no day: an event would have to begin on one."""
    made = icalendar.Event() if event.date.start else icalendar.Journal()
    made.add("uid", f"{event.id}@{_DOMAIN}")
    made.add("dtstamp", stamp)
    made.add("summary", plain(_summary(event)))
    made.add("description", "\n".join(plain(line) for line in _description(event)))
    made.add("categories", [event.type.value])
    if event.source and event.source.url:
        made.add("url", plain(event.source.url))
    if event.date.start and event.date.end:
        _add_time(made, event.date.start, event.date.end)
        _add_place(made, event.venues)
        made.add("status", "CONFIRMED" if is_certain(event.date) else "TENTATIVE")
    return made


def _summary(event: Event) -> str:
    return event.headline if is_certain(event.date) else f"{event.headline} ({event.date.text})"


def _add_time(made: Any, first: date, last: date) -> None:
    made.add("dtstart", first)
    if last < date.max:
        made.add("dtend", last + timedelta(days=1))
    made.add("transp", "TRANSPARENT")


def _add_place(made: Any, venues: tuple[Venue, ...]) -> None:
    if venues:
        made.add("location", plain("; ".join(venue.name for venue in venues)))
    placed = [(venue.latitude, venue.longitude) for venue in venues if None not in (venue.latitude, venue.longitude)]
    if placed:
        made.add("geo", placed[0])


def _description(event: Event) -> Iterator[str]:
    yield event.text
    if not is_certain(event.date):
        yield f"Date: printed “{event.date.text}”, {_uncertainty(event.date)}"
    if who := participants(event):
        yield f"Participants: {'; '.join(who)}"
    if event.source:
        yield f"Source: {place_of(event)}"


def _uncertainty(when: EventDate) -> str:
    if when.edtf is None:
        return "which no calendar has"
    return f"{when.precision.value}{', approximate' if when.approximate else ''}: {when.edtf}"
