"""CSV of dyads, as models of event data take them: a row for each ordered pair of states that take part in an event.

Chronologies do not tell who acts on whom, so every pair stands in both orders. An event in which fewer than
two states take part has no row; bodies such as the EU are no states.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import permutations
from typing import NamedTuple, TextIO

from chronicle.model import Event
from chronicle.presenting import csv
from chronicle.presenting.cells import Value
from chronicle.presenting.columns import Rows, countries
from chronicle.presenting.record import iso


class Numbered(NamedTuple):
    """From which day to which a state has a number; ISO 8601, the last day empty where it has it to this day."""

    cow: str
    start: str
    end: str


class StateCodes(NamedTuple):
    """ISO 3166-1 alpha-3, and the number of the Correlates of War project where it has one.

    `times`: when it has which number, of a state that had another one or none before; else it is `cow` at all times.
    """

    alpha3: str
    cow: str
    times: tuple[Numbered, ...] = ()

    def on(self, day: date | None) -> tuple[str, str]:
        """The codes of that day; no number for a day unknown where the number depends on it."""
        if not self.times:
            return self.alpha3, self.cow
        when = day.isoformat() if day else ""
        return self.alpha3, next((each.cow for each in self.times if each.start <= when <= (each.end or when)), "")


COLUMNS = (
    ("event", "the event's id"),
    ("start", "first day, ISO 8601; empty for a date that cannot exist"),
    ("end", "last day, inclusive"),
    ("year", "of the first day"),
    ("precision", "how much of the date is stated"),
    ("iso3_1", "the first state, ISO 3166-1 alpha-3"),
    ("cow_1", "its Correlates of War number; of Germany, Yemen and Vietnam that of the first day, if it is one alone"),
    ("iso3_2", "the second state"),
    ("cow_2", "its number"),
    ("plover", "PLOVER code of the event; may be empty"),
    ("type", "the event type"),
    ("mode", "how the parties came together; may be empty"),
    ("headline", "the first sentence"),
)


def write(events: Iterable[Event], file: TextIO, *, states: Mapping[str, StateCodes]) -> None:
    body = (row for event in events for row in rows(event, states))
    csv.write_rows(Rows(tuple(name for name, _ in COLUMNS), body), file)


def rows(event: Event, states: Mapping[str, StateCodes]) -> Iterator[list[Value]]:
    when = event.date
    year = when.start.year if when.start else None
    time = [iso(when.start), iso(when.end), year, when.precision.value]
    kind = [event.plover, event.type.value, event.mode and event.mode.value, event.headline]
    taking_part = [states[code].on(when.start) for code in countries(event) if code in states]
    for one, other in permutations(taking_part, 2):
        yield [event.id, *time, *one, *other, *kind]
