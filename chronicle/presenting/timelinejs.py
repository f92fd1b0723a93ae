"""JSON for TimelineJS3: a slide for each event, grouped by type, the words printed where the date is uncertain.

TimelineJS takes text for HTML: all data is escaped. It has no slide without a date, so events whose printed
date cannot exist stand in the text of the title, at the end of the file.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any, TextIO

from chronicle.model import Event, EventDate, Precision
from chronicle.presenting.cells import plain
from chronicle.presenting.columns import participants
from chronicle.presenting.detail import is_certain, place_of
from chronicle.presenting.jsonl import encode


def write(events: Iterable[Event], file: TextIO) -> None:
    undated: list[str] = []
    file.write('{"scale": "human", "events": [')
    before = "\n"
    for event in events:
        if event.date.start is None:
            undated.append(_undated(event))
        else:
            file.write(before + encode(slide(event)))
            before = ",\n"
    file.write(f'\n], "title": {encode(_title(undated))}}}\n')


def slide(event: Event) -> dict[str, Any]:
    return {
        "unique_id": event.id,
        "group": event.type.value,
        "text": {"headline": _safe(event.headline), "text": "".join(_paragraphs(event))},
        **_time(event.date),
    }


def _time(when: EventDate) -> dict[str, Any]:
    if when.start is None or when.end is None:
        return {}
    first, last = _moment(when.start, when.precision), _moment(when.end, when.precision)
    time: dict[str, Any] = {"start_date": first}
    if first != last:
        time["end_date"] = last
    if not is_certain(when):
        time["display_date"] = _bare(when.text)
    return time


def _moment(day: date, precision: Precision) -> dict[str, int]:
    """As much as is known: TimelineJS shows a year or a month as such."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(precision, 3)
    return dict(list(parts.items())[:known])


def _paragraphs(event: Event) -> Iterator[str]:
    yield f"<p>{_safe(event.text)}</p>"
    if who := participants(event):
        yield f"<p>{_safe('; '.join(who))}</p>"
    if event.venues:
        yield f"<p>{_safe('; '.join(venue.name for venue in event.venues))}</p>"
    if event.source:
        yield f"<p><small>{_safe(place_of(event))}</small></p>"


def _undated(event: Event) -> str:
    return f"<p>{_safe(event.date.text)}: {_safe(event.text)} <small>{event.id}</small></p>"


def _title(undated: list[str]) -> dict[str, Any]:
    said = ["<p>Without a possible date:</p>", *undated] if undated else []
    return {"text": {"headline": "Events", "text": "".join(said)}}


def _safe(text: str) -> str:
    return escape(plain(text))


_TAGS = re.compile("[<>]")
_ENTITY = re.compile(r"&(?=[#\w])")


def _bare(text: str) -> str:
    """For `display_date`: TimelineJS turns entities there into signs and shows those as HTML, so none are left."""
    return _ENTITY.sub("& ", _TAGS.sub(" ", plain(text)))
