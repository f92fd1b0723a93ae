"""Who takes part in events with whom: the busiest actors as points, their shared events as lines.

The same events give the same picture: nothing is left to chance.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from chronicle.model import Event, Role

MOST = 28
WIDTH, HEIGHT = 960.0, 560.0
_STEPS = 240
# What draws all to the middle, so that those who share no event with the others stay near.
_GRAVITY = 0.9
_GOLDEN = pi * (3 - sqrt(5))
# The room that a name needs: half of it to each side, in units of the picture.
_LETTER, _ROOM = 7.2, 19.0


class Actor(NamedTuple):
    """`country` is ISO 3166-1 alpha-2, empty where there is none."""

    name: str
    kind: str
    country: str


class Node(NamedTuple):
    actor: Actor
    events: int
    x: float
    y: float


class Tie(NamedTuple):
    """The places of two nodes, the first below the second, and how many events they share."""

    one: int
    other: int
    events: int


class Network(NamedTuple):
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def takes_part(event: Event) -> tuple[Actor, ...]:
    """The actors that take part, each once."""
    parts = (actor for actor in event.actors if actor.role is Role.PARTICIPANT)
    return tuple(dict.fromkeys(Actor(part.name, part.kind.value, part.country or "") for part in parts))


def network(meetings: Iterable[Collection[Actor]], most: int = MOST) -> Network:
    """The actors with the most events among those who share one, the busiest first.

    Pairs are made of these alone: an event of thousands has millions of pairs.
    """
    listed = list(meetings)
    events = Counter(actor for actors in listed for actor in actors)
    tied = {actor for actors in listed if len(actors) > 1 for actor in actors}
    busiest = sorted(tied, key=lambda actor: (-events[actor], actor))[:most]
    place = {actor: at for at, actor in enumerate(busiest)}
    shared = Counter(pair for actors in listed for pair in combinations(_placed(actors, place), 2))
    ties = sorted((Tie(*pair, number) for pair, number in shared.items()), key=lambda tie: (tie.events, tie))
    points = _apart(_sprung(len(busiest), ties), [actor.name for actor in busiest])
    nodes = (Node(actor, events[actor], *at) for actor, at in zip(busiest, points, strict=True))
    return Network(tuple(nodes), tuple(ties))


def _placed(actors: Iterable[Actor], place: dict[Actor, int]) -> list[int]:
    return sorted(place[actor] for actor in actors if actor in place)


Points = list[tuple[float, float]]


def _sprung(number: int, ties: Sequence[Tie]) -> Points:
    """Fruchterman and Reingold (1991): ties pull, all push, from a spiral with the busiest in the middle."""
    ideal = 0.9 * sqrt(1 / max(number, 1))
    points = [_spiral(at, number) for at in range(number)]
    for step in range(_STEPS):
        moves = _pushes(points, ideal)
        for tie in ties:
            _pull(points, moves, tie, ideal)
        reach = 0.12 * (1 - step / _STEPS)
        points = [_moved(point, move, reach) for point, move in zip(points, moves, strict=True)]
    return _stretched(points)


def _spiral(at: int, number: int) -> tuple[float, float]:
    radius = 0.5 * sqrt((at + 0.5) / number)
    return radius * cos(at * _GOLDEN), radius * sin(at * _GOLDEN)


def _pushes(points: Points, ideal: float) -> list[list[float]]:
    moves = [[-x * _GRAVITY, -y * _GRAVITY] for x, y in points]
    for one, other in combinations(range(len(points)), 2):
        across, up = points[one][0] - points[other][0], points[one][1] - points[other][1]
        square = max(across * across + up * up, 1e-6)
        push = ideal * ideal / square
        moves[one][0] += across * push
        moves[one][1] += up * push
        moves[other][0] -= across * push
        moves[other][1] -= up * push
    return moves


def _pull(points: Points, moves: list[list[float]], tie: Tie, ideal: float) -> None:
    (x, y), (left, top) = points[tie.one], points[tie.other]
    pull = hypot(x - left, y - top) / ideal * min(1.0, 0.3 + 0.1 * tie.events)
    moves[tie.one][0] -= (x - left) * pull
    moves[tie.one][1] -= (y - top) * pull
    moves[tie.other][0] += (x - left) * pull
    moves[tie.other][1] += (y - top) * pull


def _moved(point: tuple[float, float], move: Sequence[float], reach: float) -> tuple[float, float]:
    length = hypot(*move)
    short = min(1.0, reach / length) if length else 0.0
    return point[0] + move[0] * short, point[1] + move[1] * short


def _stretched(points: Points) -> Points:
    """Over the whole picture, with room for names at its sides."""
    if len(points) < 2:
        return [(WIDTH / 2, HEIGHT / 2) for _ in points]
    across, up = zip(*points, strict=True)
    return list(zip(_spread(across, 90, WIDTH - 90), _spread(up, 40, HEIGHT - 50), strict=True))


def _spread(values: Sequence[float], first: float, last: float) -> list[float]:
    """Half where they lie, half in even steps: the crowded middle gets room, who is far away comes nearer."""
    places = {at: place for place, at in enumerate(sorted(range(len(values)), key=lambda at: (values[at], at)))}
    step = (last - first) / (len(values) - 1)
    return [
        (_scaled(value, min(values), max(values), first, last) + first + places[at] * step) / 2
        for at, value in enumerate(values)
    ]


def _scaled(value: float, least: float, most: float, first: float, last: float) -> float:
    return first + (value - least) / (most - least) * (last - first) if most > least else (first + last) / 2


def _apart(points: Points, names: Sequence[str]) -> Points:
    """Moved until no name stands on another, as far as there is room."""
    halves = [max(len(name) * _LETTER / 2, _ROOM) + 4 for name in names]
    placed = [list(point) for point in points]
    for _ in range(_STEPS):
        met = [_part(placed, halves, *pair) for pair in combinations(range(len(placed)), 2)]
        for point, half in zip(placed, halves, strict=True):
            point[0] = max(half, min(point[0], WIDTH - half))
            point[1] = max(_ROOM + 6, min(point[1], HEIGHT - _ROOM - 14))
        if not any(met):
            break
    return [(x, y) for x, y in placed]


def _part(placed: list[list[float]], halves: Sequence[float], one: int, other: int) -> bool:
    """Pushes two that overlap apart, the way that is shorter; tells whether they did."""
    across, up = placed[other][0] - placed[one][0], placed[other][1] - placed[one][1]
    wide = halves[one] + halves[other] - abs(across)
    high = 2 * _ROOM + 4 - abs(up)
    if wide <= 0 or high <= 0:
        return False
    axis, step, way = (1, high, up) if high < wide else (0, wide, across)
    push = step / 2 if way >= 0 else -step / 2
    placed[one][axis] -= push * 0.6
    placed[other][axis] += push * 0.6
    return True
