"""How likely it is that two entries tell of one event: a score of 100, and the reasons for it.

The points are those of docs/corrections.md, set on entries that two chronologies tell (tests/test_told_twice.py).
"""

from dataclasses import dataclass

DAYS, ACTORS, WORDS, TYPE, VENUE = 20, 25, 45, 5, 5
# Two headlines of no common matter are this much alike, two of the same matter that much.
CHANCE, ALIKE = 45.0, 85.0
_PARTLY, _NEXT_DAY = 8, 4
_OTHER_PEOPLE, _OTHER_PLACE = -10, -10


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one chronology tells it. Days are ordinals; `actors` and `venues` numbers of rows.

    `who` are the people and bodies that take part, `states` the countries. A venue that is a building stands with
    the place around it; `wider` are all places that any of them lies in, up to its country.
    """

    number: int
    section: int
    first: int
    last: int
    type: str
    words: str
    who: frozenset[int]
    people: frozenset[int]
    states: frozenset[str]
    venues: frozenset[int]
    wider: frozenset[int] = frozenset()


def known(one: Told, other: Told) -> int:
    """The points for all but the words. Millions of pairs come by here."""
    points = TYPE if one.type == other.type else 0
    points += DAYS if one.first == other.first and one.last == other.last else _days(one, other)
    if one.venues and other.venues:
        points += _venues(one, other)
    if one.people and other.people and one.people.isdisjoint(other.people):
        return points + _OTHER_PEOPLE
    if one.who and other.who:
        return points + _share(len(one.who & other.who), min(len(one.who), len(other.who)))
    return points + _share(len(one.states & other.states), min(len(one.states), len(other.states)))


def _venues(one: Told, other: Told) -> int:
    """Nothing for a place within a place of the other: Singapore, and a hotel there."""
    if not one.venues.isdisjoint(other.venues):
        return VENUE
    return 0 if within(one, other) else _OTHER_PLACE


def within(one: Told, other: Told) -> frozenset[int]:
    """The places of either that places of the other lie in."""
    return (one.venues & other.wider) | (other.venues & one.wider)


def words_points(likeness: float) -> float:
    """The points for two headlines that are alike by so much of 100."""
    return WORDS * min(1.0, max(0.0, (likeness - CHANCE) / (ALIKE - CHANCE)))


def words_needed(points: float) -> float:
    """How much two headlines have to be alike for so many points, which words can give."""
    return CHANCE + points / WORDS * (ALIKE - CHANCE) if points > 0 else 0.0


def _days(one: Told, other: Told) -> int:
    """The points for days that are not the same."""
    shared = min(one.last, other.last) - max(one.first, other.first) + 1
    if shared < 1:
        return _NEXT_DAY if shared == 0 else 0
    return _PARTLY + (DAYS - _PARTLY) * shared // (max(one.last, other.last) - min(one.first, other.first) + 1)


def _share(shared: int, of: int) -> int:
    return ACTORS * shared // of if of else 0


def reasons(one: Told, other: Told, likeness: float) -> list[str]:
    """What speaks for it and against it, but for who and where."""
    days = "same day" if one.last == one.first else "same days"
    if (one.first, one.last) != (other.first, other.last):
        days = "days overlap" if _days(one, other) > _NEXT_DAY else "a day apart"
    alike = [days, f"words {likeness:.0f}"]
    if one.type != other.type:
        alike.append(f"{one.type} and {other.type}")
    return alike
