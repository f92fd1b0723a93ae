"""Makes a database of so many invented events: `python benchmarks/synthetic.py 100000 events.db`.

The same number gives the same events. Shares are those of real issues: four actors an event of which a
few are in very many, a venue in two of three, one event in six longer than a day. The documents go the
way of every other into the database, by `store_document`.
"""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from chronicle.model import (
    ActorKind,
    Citation,
    Document,
    Event,
    EventDate,
    EventType,
    Link,
    Location,
    Mode,
    Participation,
    Precision,
    Role,
    Section,
    Venue,
    VenueKind,
)
from chronicle.storing import connect
from chronicle.storing.facts import Facts
from chronicle.storing.registry import Registry
from chronicle.storing.store import begin_ingest, end_ingest, store_document

PER_DOCUMENT = 40
FIRST, DAYS = date(1999, 1, 1), 9_800
SYLLABLES = ("ka", "ro", "min", "tel", "su", "vad", "ner", "bo", "lish", "tan", "gor", "pe", "zu", "hal")
COUNTRIES = ("CN", "RU", "US", "JP", "KR", "KP", "IN", "VN", "AU", "PH", "ID", "TH", "MY", "SG", "MN", "KZ")
OFFICES = ("President", "Prime Minister", "Foreign Minister", "Defense Minister", "Ambassador", None)
TYPES, MODES = tuple(EventType), (*Mode, None)


def word(number: int) -> str:
    """A different word for every number."""
    base = len(SYLLABLES)
    letters = [SYLLABLES[number % base]]
    while number >= base:
        number //= base
        letters.append(SYLLABLES[number % base])
    return "".join(letters)


def falling(count: int, slowly: int = 1) -> list[float]:
    """Cumulative weights that fall as those of words do, or more slowly at first."""
    return list(accumulate(1 / (slowly + n) for n in range(count)))


class Inventor:
    """Invents events from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = [word(n) for n in range(20_000)]
        self.word_weights = falling(len(self.words))
        self.people = [self._person(n) for n in range(3_000)]
        self.people_weights = falling(len(self.people), slowly=12)
        self.venues = [self._venue(n) for n in range(400)]
        self.venue_weights = falling(len(self.venues))

    def _person(self, number: int) -> tuple[str, str, str]:
        name = f"{word(number + 14).title()} {word(number * 7 + 200).title()}"
        return f"person-{number}", name, COUNTRIES[number % len(COUNTRIES)]

    def _venue(self, number: int) -> Venue:
        country = COUNTRIES[number % len(COUNTRIES)]
        degrees = self.random.uniform(-60, 60), self.random.uniform(-180, 180)
        return Venue(f"{word(number + 900).title()}", VenueKind.CITY, country, *degrees, mention="there")

    def event(self, ordinal: int, opening: date) -> Event:
        text = " ".join(self.random.choices(self.words, cum_weights=self.word_weights, k=45))
        end = text.find(" ", 90)
        headline = f"{text[:end].capitalize()}."
        return Event(
            ordinal=ordinal,
            location=Location(ordinal * 300, ordinal * 300 + 290, None, ordinal),
            date=self.date(opening),
            headline=headline,
            text=f"{headline} {text[end + 1 :].capitalize()}.",
            type=self.random.choice(TYPES),
            mode=self.random.choice(MODES),
            actors=self.actors(),
            venues=tuple(self.random.choices(self.venues, cum_weights=self.venue_weights, k=1))
            if self.random.random() < 0.66
            else (),
            links=(Link("talks", "#"),) if self.random.random() < 0.1 else (),
            flags=("actor_unknown",) if self.random.random() < 0.05 else (),
        )

    def date(self, opening: date) -> EventDate:
        """Within four months."""
        start = opening + timedelta(days=self.random.randrange(120))
        chance = self.random.random()
        if chance < 0.003:
            return EventDate(str(start.year), date(start.year, 1, 1), date(start.year, 12, 31), Precision.YEAR)
        if chance < 0.02:
            first = start.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return EventDate(f"{first:%B %Y}", first, last, Precision.MONTH)
        if chance < 0.16:
            end = start + timedelta(days=self.random.randrange(1, 6))
            return EventDate(f"{start}-{end}", start, end, Precision.RANGE)
        return EventDate(str(start), start, start, Precision.DAY)

    def actors(self) -> tuple[Participation, ...]:
        chosen = self.random.choices(self.people, cum_weights=self.people_weights, k=self.random.randint(2, 6))
        return tuple(self._participation(*person) for person in dict.fromkeys(chosen))

    def _participation(self, key: str, name: str, country: str) -> Participation:
        role = Role.MENTIONED if self.random.random() < 0.2 else Role.PARTICIPANT
        office = self.random.choice(OFFICES)
        return Participation(name, ActorKind.PERSON, role, country, office, False, name.split()[1], None, key)


def documents(events: int, seed: int = 1) -> Iterator[tuple[Document, tuple[tuple[Event, ...], ...]]]:
    invent = Inventor(seed)
    for number in range(-(-events // PER_DOCUMENT)):
        many = min(PER_DOCUMENT, events - number * PER_DOCUMENT)
        opening = FIRST + timedelta(days=invent.random.randrange(DAYS))
        coded = tuple(invent.event(ordinal, opening) for ordinal in range(1, many + 1))
        relation = f"{COUNTRIES[number % 7]} - {COUNTRIES[7 + number % 9]}"
        section = Section("Chronology", relation, None, None, (), Location(0, 300))
        citation = Citation(f"Issue {number}", ("A. Writer",), "Invented Connections", str(number), "1", None, relation)
        yield Document(f"{number}.txt", f"{number:064d}", "text", citation, (section,)), (coded,)


def make(events: int, path: Path) -> float:
    """Events a second."""
    begin = time.perf_counter()
    with closing(connect(str(path), create=True)) as db:
        run = begin_ingest(db)
        registry = Registry(db, Facts())
        for document, coded in documents(events):
            store_document(db, document, coded, ingest=run, registry=registry)
        end_ingest(db, run)
    return events / (time.perf_counter() - begin)


if __name__ == "__main__":
    print(f"{make(int(sys.argv[1]), Path(sys.argv[2])):.0f} events a second")
