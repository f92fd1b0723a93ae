"""Everything of one event as labelled lines, for reading."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TextIO

from chronicle.model import Event, EventDate, Participation, Precision, Role, Venue
from chronicle.presenting.cells import plain
from chronicle.presenting.citation import reference
from chronicle.presenting.columns import short_date

Line = tuple[str, str]
LABEL = 10


def write(
    events: Iterable[Event],
    file: TextIO,
    width: int | None = None,
    passages: Iterable[str | None] = (),
    sames: Iterable[Iterable[Event]] = (),
) -> None:
    """One block per event, a blank line between; wrapped to `width`, unwrapped where it is None.

    A passage is the document's own text at the event's place, printed as it stands, line by line. `sames` are for
    each event those that are one with it.
    """
    for number, (event, passage, same) in enumerate(zip_longest(events, passages, sames)):
        if number:
            file.write("\n")
        write_lines([*lines(event), *(("same", _told(each)) for each in same or ())], file, width)
        if passage is not None:
            file.writelines(f"  | {plain(line)}\n" for line in passage.splitlines())


def write_lines(pairs: Iterable[Line], file: TextIO, width: int | None) -> None:
    previous = None
    for label, value in pairs:
        head = "" if label == previous else label
        file.write(_wrapped(f"{head:<{LABEL}} {plain(value)}", width) + "\n")
        previous = label


def _wrapped(text: str, width: int | None) -> str:
    if width is None:
        return text
    from rich.cells import cell_len

    from chronicle.presenting.wrapping import wrapped

    return text if cell_len(text) <= width else "\n".join(wrapped(text, max(width, 3 * LABEL), LABEL + 1))


def lines(event: Event) -> Iterator[Line]:
    yield "id", event.id or ""
    yield "date", _date(event)
    yield "type", f"{event.type.value}, {event.mode.value}" if event.mode else event.type.value
    if event.plover:
        yield "plover", event.plover
    yield "headline", event.headline
    if event.text != event.headline:
        yield "text", event.text
    yield from (("actor", _actor(actor)) for actor in event.actors if actor.role is Role.PARTICIPANT)
    yield from (("mentioned", _actor(actor)) for actor in event.actors if actor.role is Role.MENTIONED)
    yield from (("venue", _venue(venue)) for venue in event.venues)
    yield from (("link", f"{link.text} <{link.url}>") for link in event.links)
    if event.flags:
        yield "flags", ", ".join(event.flags)
    yield from _origin(event)


def _told(event: Event) -> str:
    """An event that is one with another, in a line."""
    file = f", {event.source.file}" if event.source else ""
    return f"{event.id} (confirmed; {short_date(event)}{file}): {event.headline}"


def _date(event: Event) -> str:
    when = event.date
    about = ", approximate" if when.approximate else ""
    return f"{when.edtf or 'no day known'} (printed “{when.text}”; {when.precision.value}{about})"


def _actor(actor: Participation) -> str:
    facts = [actor.office, actor.country, actor.kind.value]
    notes = [f"printed “{actor.mention}”" if actor.mention and actor.mention != actor.name else None]
    notes += ["inferred from the office and the date" if actor.inferred else None, actor.wikidata]
    return _phrase(actor.name, facts, notes)


def _venue(venue: Venue) -> str:
    facts = [venue.country, venue.kind.value]
    notes = [f"printed “{venue.mention}”" if venue.mention and venue.mention != venue.name else None]
    notes += [_coordinates(venue), f"GeoNames {venue.geonames}" if venue.geonames else None]
    return _phrase(venue.name, facts, notes)


def _phrase(name: str, facts: Iterable[str | None], notes: Iterable[str | None]) -> str:
    head = ", ".join(part for part in (name, *facts) if part)
    tail = "; ".join(note for note in notes if note)
    return f"{head} ({tail})" if tail else head


def _coordinates(venue: Venue) -> str | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return f"{venue.latitude:.4f}, {venue.longitude:.4f}"


def is_certain(when: EventDate) -> bool:
    """Whether the days are those that are stated."""
    return when.precision in (Precision.DAY, Precision.RANGE) and not when.approximate


def place_of(event: Event) -> str:
    """The reference to the document, and where in it the event stands."""
    source, location = event.source, event.location
    if source is None:
        return ""
    page = f", page {location.page}" if location.page else ""
    return f"{reference(source)}{page}, entry {event.ordinal}"


def _origin(event: Event) -> Iterator[Line]:
    source, location = event.source, event.location
    if source is None:
        return
    yield "source", reference(source)
    yield "section", source.section or "without a heading"
    if source.relation:
        yield "relation", source.relation
    place = f"{source.file}:{location.line}" if location.line else source.file
    page = f", page {location.page}" if location.page else ""
    yield "place", f"{place}{page}, entry {event.ordinal}, characters {location.start}-{location.end}"
    if source.url:
        yield "url", source.url
