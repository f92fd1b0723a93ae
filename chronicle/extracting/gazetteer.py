"""The gazetteer as values with indices: who, which office when, which bodies, states and places."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from chronicle.extracting.lexicon import Lexicon


class Sort(IntEnum):
    """What a printed form can stand for."""

    STATE = 1
    DEMONYM = 2
    PEOPLE = 3
    CAPITAL = 4
    METONYM = 5
    OFFICE = 6
    OFFICES = 7
    PERSON = 8
    FAMILY = 9
    BODY = 10
    GENERIC = 11
    PLACE = 12
    NOT_A_BODY = 13
    SHORT = 14


class State(NamedTuple):
    """`leader` is the function of whoever leads it; `family_first` whether names begin with the family's.

    `capital` is blank where the table has none.
    """

    code: str
    name: str
    leader: str
    family_first: bool
    capital: str = ""


class Person(NamedTuple):
    id: str
    name: str
    families: tuple[str, ...]
    country: str | None
    wikidata: str | None


class Office(NamedTuple):
    """`function` groups the offices that one plural covers; it is the id where the table gives none.

    `weight` (0-5) is how much the office makes its holder the one whom a bare surname means; only of an
    `exclusive` office may the holder be inferred. `sent`: an office at another state, or towards it.
    """

    id: str
    name: str
    function: str
    countries: frozenset[str]
    weight: int
    exclusive: bool
    sent: bool = False


class Term(NamedTuple):
    """One person's time in one office; `start` and `end` are inclusive days."""

    person: str
    office: str
    country: str | None
    to: str | None
    start: date
    end: date

    def covers(self, first: date, last: date) -> bool:
        return self.start <= last and first <= self.end


class Body(NamedTuple):
    """`words` are those of its name and aliases, folded."""

    id: str
    name: str
    kind: str
    country: str | None
    function: str | None
    wikidata: str | None
    words: frozenset[str] = frozenset()


class Place(NamedTuple):
    id: str
    name: str
    kind: str
    country: str | None
    within: str | None
    latitude: float | None
    longitude: float | None
    geonames: str | None


class Reading(NamedTuple):
    sort: Sort
    key: str


# A printed form as the tables give it: what it stands for, and whether it is an acronym, in small letters,
# with a comma.
Printed = tuple[Sort, str, bool, bool, bool]


class Form(NamedTuple):
    """One way of writing some words: how they must be written, and what they may mean then."""

    acronym: bool
    lower: bool
    comma: bool
    person: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class ShortName:
    """A name that means a state only beside another (`the North` in a chronology of the two Koreas)."""

    country: str
    sort: Sort
    within: frozenset[str]


@dataclass(slots=True, repr=False)
class Gazetteer:
    """`printed` are the printed forms by their folded words; `lengths` tells for the first two words of those of
    several words how many words there can be, the longest first.
    """

    states: dict[str, State] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    terms_of: dict[str, list[Term]] = field(default_factory=dict)
    terms_in: dict[tuple[str, str | None], list[Term]] = field(default_factory=dict)
    bodies_by_function: dict[tuple[str, str], Body] = field(default_factory=dict)
    default_bodies: dict[str, str] = field(default_factory=dict)
    short_names: dict[str, list[ShortName]] = field(default_factory=dict)
    relation_names: dict[str, frozenset[str]] = field(default_factory=dict)
    printed: dict[tuple[str, ...], list[Printed]] = field(default_factory=dict)
    lengths: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)
    given_names: frozenset[str] = frozenset()
    family_names: frozenset[str] = frozenset()
    lexicon: Lexicon = field(default_factory=Lexicon)
    skeletons: dict[str, tuple[str, ...]] | None = None
    misspelt: dict[tuple[str, ...], list[tuple[int, str, str]]] | None = None
    made: dict[tuple[str, ...], list[Form]] = field(default_factory=dict)

    def forms(self, norms: tuple[str, ...]) -> list[Form]:
        """How some folded words can be written, and what they mean then: made when first asked for."""
        found = self.made.get(norms)
        if found is None:
            found = self.made[norms] = _forms(self.printed.get(norms, ()))
        return found

    def readings(self, norms: Iterable[str]) -> tuple[Reading, ...]:
        """All that some folded words can stand for, however they are written."""
        key = tuple(norms)
        return tuple(r for form in self.forms(key) for r in form.readings) if key in self.printed else ()

    def sizes(self, norms: Sequence[str], i: int) -> tuple[int, ...]:
        """How many words printed forms can have that begin at word i, the longest first."""
        longer = self.lengths.get((norms[i], norms[i + 1]), ()) if i + 1 < len(norms) else ()
        return (*longer, 1)

    def country_of(self, keys: Iterable[str]) -> str | None:
        """The country of the first of some places, by their ids, that lies in one."""
        return next((country for key in keys if (country := self.places[key].country)), None)

    def holders(self, function: str, country: str | None, first: date, last: date) -> list[Term]:
        """Terms of a function that cover a day, the latest start first."""
        terms = self.terms_in.get((function, country), [])
        at = bisect_right(terms, last, key=lambda t: t.start)
        return [t for t in reversed(terms[:at]) if t.covers(first, last)]


def _forms(printed: Iterable[Printed]) -> list[Form]:
    """One form for each way of writing the same words; a name that is known with a comma may be printed with one."""
    styles: dict[Reading, tuple[bool, bool, bool]] = {}
    for sort, key, acronym, lower, comma in printed:
        reading = Reading(sort, key)
        styles[reading] = (acronym, lower, comma or styles.get(reading, (False,) * 3)[2])
    by_style: dict[tuple[bool, bool, bool], list[Reading]] = {}
    for reading, style in styles.items():
        by_style.setdefault(style, []).append(reading)
    return [
        Form(acronym, lower, comma, any(r.sort is Sort.PERSON for r in same), tuple(same))
        for (acronym, lower, comma), same in by_style.items()
    ]
