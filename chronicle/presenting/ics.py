"""iCalendar (RFC 5545): all-day events. An uncertain date says so; a date that cannot exist makes a journal entry.

The end of an all-day event is exclusive there, unlike all other dates of Chronicle.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TextIO

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
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    file.write(_BEGIN)
    for event in events:
        file.writelines(map(_folded, _component(event, stamp)))
    file.write(_END)


def _component(event: Event, stamp: str) -> Iterator[str]:
    """The lines of an event, or of a journal entry where there is no day: an event would have to begin on one.

    In the order in which icalendar itself writes them, which takes seven times as long to put them together.
    """
    lines = _lines(event, stamp)
    kind, body = ("VEVENT", lines) if event.date.start else ("VJOURNAL", sorted(lines))
    yield f"BEGIN:{kind}"
    yield from body
    yield f"END:{kind}"


def _lines(event: Event, stamp: str) -> Iterator[str]:
    when = event.date
    yield f"SUMMARY:{_text(plain(_summary(event)))}"
    if when.start and when.end:
        yield from _time(when.start, when.end)
    yield f"DTSTAMP:{stamp}"
    yield f"UID:{_text(f'{event.id}@{_DOMAIN}')}"
    yield f"CATEGORIES:{event.type.value}"
    yield f"DESCRIPTION:{_text(NEW_LINE.join(plain(line) for line in _description(event)))}"
    if when.start:
        yield from _place(event.venues)
        yield f"STATUS:{'CONFIRMED' if is_certain(when) else 'TENTATIVE'}"
        yield "TRANSP:TRANSPARENT"
    if event.source and event.source.url:
        yield f"URL:{plain(event.source.url)}"


NEW_LINE = "\n"
# The most bytes of a line are 75, with the blank before all but the first.
_LONGEST = 74


def _text(value: str) -> str:
    escaped: bytes = icalendar.vText(value).to_ical()
    return escaped.decode()


def _folded(line: str) -> str:
    """The line as several where it is too long, none of which ends in the middle of a sign or of an escape."""
    data = line.encode()
    parts = []
    at = 0
    while len(data) - at > _LONGEST:
        end = at + _LONGEST
        while data[end] & 0xC0 == 0x80:
            end -= 1
        if data[end - 1] in b"\\^":
            end -= 1
        parts.append(data[at:end])
        at = end
    parts.append(data[at:])
    return b"\r\n ".join(parts).decode() + "\r\n"


def _summary(event: Event) -> str:
    return event.headline if is_certain(event.date) else f"{event.headline} ({event.date.text})"


def _time(first: date, last: date) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _place(venues: tuple[Venue, ...]) -> Iterator[str]:
    placed = [(venue.latitude, venue.longitude) for venue in venues if None not in (venue.latitude, venue.longitude)]
    if placed:
        yield "GEO:{};{}".format(*placed[0])
    if venues:
        yield f"LOCATION:{_text(plain('; '.join(venue.name for venue in venues)))}"


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
