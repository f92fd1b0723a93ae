"""Which entry of a changed document is which entry of the stored one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from chronicle.model import Event

# Similarity of texts, 0 to 100: under the same date, and under another one.
SAME_DATE = 50.0
OTHER_DATE = 85.0
# Dates this far apart are not corrections of each other.
FARTHEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Pair:
    old: int
    new: int


def match(old: Sequence[Event], new: Sequence[Event]) -> list[Pair]:
    """Pairs of positions, each at most once: what is equal first, then what is alike, in order."""
    pairs: list[Pair] = []
    free_old, free_new = list(range(len(old))), list(range(len(new)))
    for pairing in (_equal(_whole), _equal(_words), _alike):
        found = list(pairing(old, free_old, new, free_new))
        pairs += found
        free_old = _without(free_old, {pair.old for pair in found})
        free_new = _without(free_new, {pair.new for pair in found})
    return sorted(pairs, key=lambda pair: pair.new)


def _without(positions: list[int], used: set[int]) -> list[int]:
    return [position for position in positions if position not in used]


def _whole(event: Event) -> Hashable:
    return event.date, event.text


def _words(event: Event) -> Hashable:
    return event.text


Pairing = Callable[[Sequence[Event], list[int], Sequence[Event], list[int]], Iterator[Pair]]


def _equal(key: Callable[[Event], Hashable]) -> Pairing:
    """Pairs what has the same key, the first with the first."""

    def pairing(old: Sequence[Event], free_old: list[int], new: Sequence[Event], free_new: list[int]) -> Iterator[Pair]:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for position in reversed(free_old):
            waiting[key(old[position])].append(position)
        for position in free_new:
            if waiting[key(new[position])]:
                yield Pair(waiting[key(new[position])].pop(), position)

    return pairing


def _alike(old: Sequence[Event], free_old: list[int], new: Sequence[Event], free_new: list[int]) -> Iterator[Pair]:
    """The most similar first; of equally similar ones those that stand nearest in order."""
    scored = sorted(
        (-score, abs(a - b), a, b) for a in free_old for b in free_new if (score := similarity(old[a], new[b])) > 0
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, _, a, b in scored:
        if a not in used_old and b not in used_new:
            used_old.add(a)
            used_new.add(b)
            yield Pair(a, b)


def similarity(old: Event, new: Event) -> float:
    """0 to 100, 0 for what cannot be the same entry; the same date counts for more than a few words."""
    if (old.date.start, old.date.end) == (new.date.start, new.date.end):
        return fuzz.ratio(old.text, new.text, score_cutoff=SAME_DATE)
    if _far_apart(old, new):
        return 0.0
    return fuzz.ratio(old.text, new.text, score_cutoff=OTHER_DATE)


def _far_apart(old: Event, new: Event) -> bool:
    if old.date.start is None or new.date.start is None:
        return False
    return abs((old.date.start - new.date.start).days) > FARTHEST_DAYS
