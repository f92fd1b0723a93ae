"""Pairs of events that may be one, told by two chronologies: found by days, then by who and where, then by words.

Events come in the order of their days; each is compared with those of other chronologies that still last or ended
the day before. So the memory does not grow with the database, and the time not with the square of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from chronicle.model import Event
from chronicle.querying import likeness
from chronicle.querying.likeness import Told
from chronicle.querying.names import find_event
from chronicle.querying.query import Query
from chronicle.querying.select import select
from chronicle.querying.stream import all_numbers
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY
from chronicle.storing.load import Loader, numbered
from chronicle.storing.names import fold
from chronicle.storing.sames import Pair, decided, groups, partners, united

LONGEST = 31
LEAST = 60
CERTAIN = 100

_EVENTS = f"""
    SELECT id, section_id, start_date, end_date, type, headline FROM events
    WHERE id >= {PER_DAY} AND days <= {LONGEST}{{}} ORDER BY id"""
_ACTORS = "SELECT event_id, actor_id, country FROM participations WHERE role = 'participant' ORDER BY event_id"
_VENUES = "SELECT event_id, venue_id FROM event_venues ORDER BY event_id"
_KINDS = "SELECT id, kind FROM actors"
_VENUE_ROWS = "SELECT id, kind, country, within_id FROM venues"
_DAYS = "SELECT start_date, end_date FROM events WHERE id = :number"
_KEYS = "SELECT id, key FROM events WHERE id IN ({})"
_NAMES = "SELECT id, name FROM actors WHERE id IN ({})"
_PLACES = "SELECT id, name FROM venues WHERE id IN ({})"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Likely:
    """Two events that may be one, the earlier first: their numbers and ids, a score of 100 and its reasons."""

    numbers: tuple[int, int]
    ids: tuple[str, str]
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    one: Told
    other: Told
    alike: float
    score: int


def around(db: Database, query: Query, number: int) -> Query:
    """The query narrowed to the days of the event with this number, if it asks for no time."""
    if (query.since, query.until, query.on, query.during) != (None, None, None, None):
        return query
    first, last = next(db.rows(_DAYS, {"number": number}))
    if first is None:
        return query
    since, until = (date.fromordinal(day) for day in (_ordinal(first) - 1, _ordinal(last) + 1))
    return replace(query, since=since.isoformat(), until=until.isoformat())


def with_events(db: Database, pairs: Iterable[Likely]) -> Iterator[tuple[Likely, Event, Event]]:
    """The pairs with their two events, read in batches as they are taken."""
    loader, waiting = Loader(db), iter(pairs)
    while batch := list(islice(waiting, _BATCH)):
        numbers = sorted({number for pair in batch for number in pair.numbers})
        found = dict(zip(numbers, loader.events(numbers), strict=True))
        yield from ((pair, found[pair.numbers[0]], found[pair.numbers[1]]) for pair in batch)


def confirmed(db: Database) -> Iterator[list[Event]]:
    """The events that are one, group by group."""
    loader = Loader(db)
    return (loader.events(group) for group in groups(db))


def same_as(db: Database, key: str) -> list[Event]:
    """The other events that are one with the one of this id."""
    return Loader(db).events(sorted(partners(db, key).values()))


def confirmed_with(db: Database, id: str) -> list[Likely]:
    """The pairs of this event, by its id or the beginning of it, that somebody has said are one."""
    number = find_event(db, id)
    key = next(db.rows(_KEYS.format(":number"), {"number": number}))[1]
    others = sorted(partners(db, key).items(), key=itemgetter(1))
    return [_certain({key: number, other: at}) for other, at in others]


def _certain(pair: Mapping[str, int]) -> Likely:
    (first, one), (second, other) = sorted(pair.items(), key=itemgetter(1))
    return Likely((one, other), (first, second), CERTAIN, ("confirmed",))


def likely_same(db: Database, query: Query, least: int = LEAST, id: str | None = None) -> list[Likely]:
    """Pairs among the events asked for on which nobody has decided, the likeliest first.

    `least` is the lowest score; with `id`, that of an event or the beginning of one, only pairs of that one. Of the
    events of one chronology each has but one partner in another one: the likeliest.
    """
    about = None if id is None else find_event(db, id)
    if about is not None:
        query = around(db, query, about)
    found = _best(match for match in _matches(_told(db, query), least) if about in (None, *_numbers(match)))
    ranked = sorted(found, key=lambda match: (-match.score, *_numbers(match)))
    return list(_named(db, ranked))


def _numbers(match: _Match) -> tuple[int, int]:
    return match.one.number, match.other.number


# --- the events, in the order of their days


def _told(db: Database, query: Query) -> Iterator[Told]:
    selection = select(db, query)
    chosen = "" if selection.is_everything else f" AND id IN ({all_numbers(db, selection)})"
    kinds: dict[int, str] = dict(db.rows(_KINDS))
    places_around = _Around(db.rows(_VENUE_ROWS))
    actors, venues = _Beside(db.rows(_ACTORS)), _Beside(db.rows(_VENUES))
    for number, section, first, last, type, headline in db.rows(_EVENTS.format(chosen), selection.parameters):
        parts, places = actors.of(number), venues.of(number)
        yield Told(
            number,
            section,
            _ordinal(first),
            _ordinal(last),
            type,
            fold(headline),
            frozenset(actor for _, actor, _ in parts if kinds.get(actor) != "state"),
            frozenset(actor for _, actor, _ in parts if kinds.get(actor) == "person"),
            frozenset(str(country) for _, _, country in parts if country),
            frozenset(place for _, venue in places for place in (venue, places_around.next.get(venue, venue))),
            frozenset(place for _, venue in places for place in places_around.all(venue)),
        )


def _ordinal(day: object) -> int:
    return (day if isinstance(day, date) else date.fromisoformat(str(day))).toordinal()


class _Around:
    """Places around places. `next`: of a building, where it stands."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        listed = list(rows)
        self.next = {number: outer for number, kind, _, outer in listed if kind == "facility" and outer is not None}
        self._outer = {number: outer for number, _, _, outer in listed if outer is not None}
        self._countries = {number: country for number, _, country, _ in listed}
        self._whole = {country: number for number, kind, country, _ in listed if kind == "country" and country}
        self._known: dict[int, frozenset[int]] = {}

    def all(self, venue: int) -> frozenset[int]:
        """The places that it lies in, one in the other, and its country where that is a venue itself."""
        if venue not in self._known:
            self._known[venue] = frozenset(self._found(venue))
        return self._known[venue]

    def _found(self, venue: int) -> Iterator[int]:
        whole = self._whole.get(self._countries[venue])
        if whole is not None and whole != venue:
            yield whole
        met: set[int] = set()
        while (outer := self._outer.get(venue)) is not None and outer not in met:
            met.add(outer)
            yield outer
            venue = outer


class _Beside:
    """Rows in the order of events, given event by event in that order."""

    def __init__(self, rows: Iterable[tuple[int, ...]]) -> None:
        self.groups = groupby(rows, key=itemgetter(0))
        self.number = -1
        self.rows: list[tuple[int, ...]] = []

    def of(self, number: int) -> list[tuple[int, ...]]:
        while self.number < number:
            found = next(self.groups, None)
            if found is None:
                return []
            self.number, self.rows = found[0], list(found[1])
        return self.rows if self.number == number else []


# --- compared


def _matches(told: Iterable[Told], least: int) -> Iterator[_Match]:
    """Every pair of different chronologies that has the score, each once."""
    standing: list[Told] = []
    today = 0
    for one in told:
        if one.first > today:
            today = one.first
            standing = [other for other in standing if other.last >= today - 1]
        yield from _compared(one, standing, least)
        standing.append(one)


def _compared(one: Told, standing: list[Told], least: int) -> Iterator[_Match]:
    from rapidfuzz import fuzz, process

    possible = [
        (other, points)
        for other in standing
        if other.section != one.section and (points := likeness.known(other, one)) + likeness.WORDS >= least
    ]
    if not possible:
        return
    needed = likeness.words_needed(least - max(points for _, points in possible))
    words = [other.words for other, _ in possible]
    for _, alike, at in process.extract(
        one.words, words, scorer=fuzz.token_set_ratio, processor=None, limit=None, score_cutoff=needed
    ):
        other, points = possible[at]
        score = round(points + likeness.words_points(alike))
        if score >= least:
            yield _Match(other, one, alike, score)


def _best(matches: Iterable[_Match]) -> list[_Match]:
    """Those better than which neither of the two has one in the chronology of the other."""
    listed = list(matches)
    best: dict[tuple[int, int], int] = defaultdict(int)
    for match in listed:
        for place in _places(match):
            best[place] = max(best[place], match.score)
    return [match for match in listed if all(best[place] == match.score for place in _places(match))]


def _places(match: _Match) -> tuple[tuple[int, int], tuple[int, int]]:
    return (match.one.number, match.other.section), (match.other.number, match.one.section)


# --- named


def _named(db: Database, matches: list[_Match]) -> Iterator[Likely]:
    keys = _looked_up(db, _KEYS, {number for match in matches for number in _numbers(match)})
    names = _looked_up(db, _NAMES, {actor for match in matches for actor in match.one.who & match.other.who})
    places = _looked_up(db, _PLACES, {venue for match in matches for venue in match.one.venues | match.other.venues})
    decisions = decided(db)
    together = united(pair for pair, are_one in decisions.items() if are_one)
    for match in matches:
        pair = keys[match.one.number], keys[match.other.number]
        if not _is_decided(pair, decisions, together):
            yield Likely(_numbers(match), pair, match.score, tuple(_reasons(match, names, places)))


def _is_decided(pair: Pair, decisions: dict[Pair, bool], together: Mapping[str, str]) -> bool:
    first, second = pair
    return (min(pair), max(pair)) in decisions or together.get(first, first) == together.get(second, second)


def _reasons(match: _Match, names: dict[int, str], places: dict[int, str]) -> Iterator[str]:
    one, other = match.one, match.other
    days, *rest = likeness.reasons(one, other, match.alike)
    yield days
    who = sorted(names[actor] for actor in one.who & other.who) or sorted(one.states & other.states)
    if who:
        yield ", ".join(who)
    elif one.people and other.people:
        yield "other people"
    where = sorted(places[venue] for venue in one.venues & other.venues)
    if where:
        yield ", ".join(where)
    elif around := sorted(places[venue] for venue in likeness.within(one, other)):
        yield f"a place within {', '.join(around)}"
    elif one.venues and other.venues:
        yield "other places"
    yield from rest


def _looked_up(db: Database, sql: str, numbers: Iterable[int]) -> dict[int, str]:
    listed = sorted(numbers)
    batches = (listed[at : at + _BATCH] for at in range(0, len(listed), _BATCH))
    return {number: text for batch in batches for number, text in db.rows(numbered(sql, batch))}
