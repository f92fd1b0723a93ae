"""Which events are one, told by several chronologies: what corrections say of pairs of events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from chronicle.model.correction import Act
from chronicle.storing.database import Database

Pair = tuple[str, str]

_PAIRS = "SELECT act, event_key, subject FROM corrections WHERE act IN ('same', 'different') ORDER BY made, id"
_NUMBERS = """
    SELECT e.key, e.id FROM corrections c JOIN events e ON e.key = c.event_key WHERE c.act = 'same'
    UNION SELECT e.key, e.id FROM corrections c JOIN events e ON e.key = c.subject WHERE c.act = 'same'"""


def decided(db: Database) -> dict[Pair, bool]:
    """The pairs of ids that somebody decided on, each in order, and whether they are one; the later word counts."""
    return {_pair(first, second): act == Act.SAME for act, first, second in db.rows(_PAIRS)}


def _pair(first: str, second: str) -> Pair:
    return (first, second) if first < second else (second, first)


def groups(db: Database) -> list[list[int]]:
    """The numbers of the stored events that are one, each group in order: two are one by way of a third, too."""
    return sorted(sorted(group.values()) for group in _groups(db))


def partners(db: Database, key: str) -> dict[str, int]:
    """The other events that are one with the one of this id: their ids and numbers."""
    group = next((group for group in _groups(db) if key in group), {})
    return {other: number for other, number in group.items() if other != key}


def _groups(db: Database) -> list[dict[str, int]]:
    together = united(pair for pair, are_one in decided(db).items() if are_one)
    if not together:
        return []
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, number in db.rows(_NUMBERS):
        if key in together:
            found[together[key]][key] = number
    return [group for group in found.values() if len(group) > 1]


def united(pairs: Iterable[Pair]) -> Mapping[str, str]:
    """Each id of the pairs with the one that stands for all with which it is connected."""
    parents: dict[str, str] = {}

    def root(key: str) -> str:
        while (parent := parents.setdefault(key, key)) != key:
            parents[key] = key = parents[parent]
        return key

    for first, second in pairs:
        parents[root(second)] = root(first)
    return {key: root(key) for key in parents}
