"""Two questions side by side: what rose, what fell, what is new and what is gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronicle.querying.answers import Count
from chronicle.querying.counts import count
from chronicle.querying.crossing import percent
from chronicle.querying.query import Key, Query
from chronicle.querying.select import of_events
from chronicle.querying.stream import total
from chronicle.storing import Database

COMPARED: tuple[Key, ...] = ("type", "country", "actor", "venue")


class Course(StrEnum):
    """What became of a value from the first question to the second."""

    NEW = "new"
    ROSE = "rose"
    SAME = "same"
    FELL = "fell"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """Events with one value of a key on both sides, and what percent of all events of its side they are."""

    key: Key
    value: str | None
    first: int
    second: int
    first_share: float
    second_share: float

    @property
    def change(self) -> int:
        return self.second - self.first

    @property
    def course(self) -> Course:
        if not self.first:
            return Course.NEW
        if not self.second:
            return Course.GONE
        return Course.SAME if not self.change else Course.ROSE if self.change > 0 else Course.FELL


@dataclass(frozen=True, slots=True)
class Comparison:
    """The events of both sides in all, and by key the differences, the largest first."""

    first: int
    second: int
    differences: tuple[Difference, ...]


def compare(db: Database, first: Query, second: Query, by: Sequence[Key] = COMPARED) -> Comparison:
    """Both questions by each of the keys; an event counts once for each of its actors, countries and venues."""
    # Whether a role goes with the keys is for the counts to say.
    events = total(db, of_events(first)), total(db, of_events(second))
    found = (each for key in by for each in _differences(db, first, second, key, events))
    return Comparison(*events, tuple(found))


def _differences(db: Database, first: Query, second: Query, key: Key, events: tuple[int, int]) -> Iterator[Difference]:
    before, after = _by_value(count(db, first, [key])), _by_value(count(db, second, [key]))
    values = dict.fromkeys([*before, *after])
    found = [_difference(key, value, (before.get(value, 0), after.get(value, 0)), events) for value in values]
    return iter(sorted(found, key=lambda each: (-abs(each.change), -each.second, -each.first, each.value or "")))


def _difference(key: Key, value: str | None, both: tuple[int, int], events: tuple[int, int]) -> Difference:
    shares = (percent(part, whole) for part, whole in zip(both, events, strict=True))
    return Difference(key, value, *both, *shares)


def _by_value(counts: Sequence[Count]) -> dict[str | None, int]:
    return {each.keys[0]: each.events for each in counts}
