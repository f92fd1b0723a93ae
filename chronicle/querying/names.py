"""Names as typed, resolved to what the database holds; a name that fits nothing suggests the nearest."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from chronicle.errors import UnknownName
from chronicle.model import ActorKind
from chronicle.model.flags import NAMED, by_doubt
from chronicle.querying import states
from chronicle.querying.native import in_latin
from chronicle.storing import Database
from chronicle.storing.database import Row
from chronicle.storing.load import TITLE, numbered
from chronicle.storing.names import bare, fold, label

_LISTED = 12
_SUGGESTED = 3
# More than three of five letters: `Oneil` is not Nepal, but `Kym` may be Kim.
_NEAR = 66.0
# With one of two sides right: `china japan` may be China - Russia.
_NEAR_RELATION = 60.0
# No name is longer, and SQLite's LIKE takes no pattern without end.
_LONGEST = 1000

_WITH_EVENTS = "EXISTS (SELECT 1 FROM participations p WHERE p.actor_id = a.id)"
_ACTOR_BY_KEY = f"SELECT a.id, a.name, a.country, a.key FROM actors a WHERE a.key = :typed AND {_WITH_EVENTS}"
_ACTOR_BY_ALIAS = f"""
    SELECT a.id, a.name, a.country, a.key FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE l.folded = :typed AND {_WITH_EVENTS} ORDER BY a.name"""
_NAMED_SO = f"""
    SELECT a.id, a.name, a.kind FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE l.folded = :typed AND {_WITH_EVENTS}"""
_ACTOR_BY_LABEL = f"""
    SELECT DISTINCT a.id, a.name, a.country, a.kind, a.key FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE l.folded = :typed AND {_WITH_EVENTS} ORDER BY a.key"""
_ACTOR_BY_WORDS = f"""
    SELECT DISTINCT a.id, a.name, a.country, a.key FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE ' ' || l.folded || ' ' LIKE :typed AND (a.kind <> 'state' OR l.form = a.name) AND {_WITH_EVENTS}
    ORDER BY a.name"""
_STATE = "SELECT id FROM actors WHERE kind = 'state' AND (country = :code OR key = :code)"
_IS_STATE = "SELECT country FROM actors WHERE id = :id AND kind = 'state' AND country IS NOT NULL"
_ACTOR_FORMS = f"""
    SELECT l.folded, a.name FROM aliases l JOIN actors a ON a.id = l.actor_id WHERE {_WITH_EVENTS}"""
_VENUE_BY_ALIAS = """
    SELECT v.id, v.name, v.country, v.key FROM venue_aliases l JOIN venues v ON v.id = l.venue_id
    WHERE l.folded = :typed ORDER BY v.name"""
_VENUE_BY_LABEL = """
    SELECT DISTINCT v.id, v.name, v.country, v.kind, v.key FROM venue_aliases l JOIN venues v ON v.id = l.venue_id
    WHERE l.folded = :typed ORDER BY v.key"""
_VENUE_BY_WORDS = """
    SELECT DISTINCT v.id, v.name, v.country, v.key FROM venue_aliases l JOIN venues v ON v.id = l.venue_id
    WHERE ' ' || l.folded || ' ' LIKE :typed ORDER BY v.name"""
_VENUE_COUNTRIES = "SELECT DISTINCT country FROM venues WHERE country IS NOT NULL"
_VENUES_IN = "SELECT id FROM venues WHERE country = :code"
_VENUES_WITHIN = """
    WITH RECURSIVE inside(id) AS (
        SELECT id FROM venues WHERE id IN ({})
        UNION SELECT v.id FROM venues v JOIN inside i ON v.within_id = i.id)
    SELECT id FROM inside"""
_NAME = "SELECT name FROM actors WHERE id = :id"
_VENUE_FORMS = "SELECT l.folded, v.name FROM venue_aliases l JOIN venues v ON v.id = l.venue_id"
_DOCUMENTS = f"SELECT d.id, d.key, d.file, {TITLE} FROM documents d"
_RELATIONS = """
    SELECT DISTINCT coalesce(s.relation, d.relation)
    FROM sections s JOIN documents d ON d.id = s.document_id"""
_FLAGS = "SELECT DISTINCT flag FROM flags"
_EVENT = "SELECT id, key, headline FROM events WHERE key >= :typed AND key < :next LIMIT 6"


@dataclass(frozen=True, slots=True)
class Actors:
    """Any of these actors, or anybody who takes part for one of these countries."""

    ids: tuple[int, ...]
    countries: tuple[str, ...] = ()


def either(typed: str) -> list[str]:
    """`lavrov or shoigu` is two names; those of states and places in other scripts as the tables have them."""
    return [in_latin(name) for name in re.split(r"\s+or\s+|\s*\|\s*", typed.strip(), flags=re.IGNORECASE) if name]


def find_actors(db: Database, typed: str) -> Actors:
    """Whom `typed` means, `or` between names; UnknownName for a name that fits nobody or several."""
    found = [_find_actor(db, name) for name in either(typed)]
    if not found:
        raise UnknownName(f"actor {typed!r}: names nobody; write a name, a country or a body")
    return Actors(
        tuple(dict.fromkeys(number for each in found for number in each.ids)),
        tuple(dict.fromkeys(code for each in found for code in each.countries)),
    )


def called_actor(db: Database, typed: str) -> str:
    """Each name as the database has it: `putin or prc` is `Vladimir Putin or China`."""
    return " or ".join(_called_actor(db, name) for name in either(typed))


def _called_actor(db: Database, name: str) -> str:
    found = _find_actor(db, name)
    return _called_states(found.countries) or str(next(db.rows(_NAME, {"id": found.ids[0]}))[0])


def _called_states(codes: Iterable[str]) -> str:
    known = states.names()
    return " or ".join(known[code] for code in codes)


def _find_actor(db: Database, name: str) -> Actors:
    person = _person(db, fold(name))
    if person is not None:
        return Actors((person,))
    by_code = states.by_code(name) if name.isupper() and name.isascii() else ()
    codes = by_code or states.by_name_or_people(name) or states.by_label(name)
    if codes:
        return _state(db, codes)
    standing_for = states.by_metonym(name)
    if not standing_for:
        _check_one_state(db, name)
    number = find_one_actor(db, name)
    codes = standing_for if number is None else _country_of_state(db, number)
    if codes:
        return _state(db, codes)
    if number is not None:
        return Actors((number,))
    raise UnknownName(_unknown("actor", name, db.rows(_ACTOR_FORMS)))


def _check_one_state(db: Database, name: str) -> None:
    """UnknownName for a word in the names of several states, unless somebody else is called so."""
    if not any(row[2] != ActorKind.STATE for row in db.rows(_NAMED_SO, {"typed": fold(name)})):
        _check_not_several("actor", name)


def _check_not_several(kind: str, name: str) -> None:
    found = sorted(states.by_words(name).items(), key=lambda each: each[1])
    if len(found) > 1:
        rows: list[Row] = [(0, state, code, code) for code, state in found]
        raise UnknownName(f"{kind} {name!r}: fits several: {_listed(rows)}; write one in full")


def _person(db: Database, folded: str) -> int | None:
    """The only actor of that name, if it is a person's of several words: then no table of states is read."""
    if " " not in folded:
        return None
    named = [row for row in db.rows(_NAMED_SO, {"typed": folded}) if fold(row[1]) == folded]
    return named[0][0] if len(named) == 1 and named[0][2] == ActorKind.PERSON else None


def _state(db: Database, codes: Iterable[str]) -> Actors:
    listed = tuple(codes)
    return Actors(tuple(row[0] for code in listed for row in db.rows(_STATE, {"code": code})), listed)


def _country_of_state(db: Database, number: int) -> tuple[str, ...]:
    """The code of a state that was named by a word printed for it, `Moscow`; none for other actors."""
    return tuple(row[0] for row in db.rows(_IS_STATE, {"id": number}))


def find_one_actor(db: Database, name: str) -> int | None:
    """By id, else by a whole name or alias, as lists tell it apart, or by words of one; UnknownName for several."""
    folded = fold(name)
    if not folded:
        return None
    rows = (
        list(db.rows(_ACTOR_BY_KEY, {"typed": name}))
        or _called(db, _ACTOR_BY_ALIAS, name)
        or _labelled(db, _ACTOR_BY_LABEL, name)
        or list(_with_words(db, _ACTOR_BY_WORDS, bare(name)))
    )
    exact = [row for row in rows if fold(row[1]) in (folded, bare(name))]
    chosen = exact if len(exact) == 1 else rows
    if len(chosen) > 1:
        raise UnknownName(f"actor {name!r}: fits several: {_listed(chosen)}; write one in full")
    return int(chosen[0][0]) if chosen else None


def _called(db: Database, sql: str, name: str) -> list[Row]:
    """Those of that whole name; an article before it may be somebody's who asks."""
    return list(db.rows(sql, {"typed": fold(name)})) or list(db.rows(sql, {"typed": bare(name)}))


def _labelled(db: Database, sql: str, name: str) -> list[Row]:
    """Those who are shown with this name and what tells them apart: `Ivan Petrov (RU)`."""
    shown = label(name)
    rows = db.rows(sql, {"typed": shown.name}) if shown else ()
    return [(*row[:3], row[4]) for row in rows if shown and shown.fits(*row[1:])]


def _with_words(db: Database, sql: str, folded: str) -> Iterable[Row]:
    return db.rows(sql, {"typed": f"% {folded} %"}) if len(folded) <= _LONGEST else ()


def _listed(rows: list[Row]) -> str:
    names = [row[1] for row in rows]
    shown = [
        f"{name} ({key})" if names.count(name) > 1 else f"{name}{f' ({country})' if country else ''}"
        for _, name, country, key in rows[:_LISTED]
    ]
    more = len(rows) - _LISTED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _some(kind: str, typed: str) -> list[str]:
    """The names that `or` parts; UnknownName where there is none."""
    found = either(typed)
    if not found:
        raise UnknownName(f"{kind} {typed!r}: names none; write one, or leave it out")
    return found


def find_countries(typed: str) -> tuple[str, ...]:
    """Codes of the states that `typed` names, `or` between them."""
    return tuple(dict.fromkeys(code for name in _some("country", typed) for code in _find_country(name)))


def called_country(typed: str) -> str:
    """`cn or ru` is `China or Russia`."""
    return _called_states(find_countries(typed))


def _find_country(name: str) -> tuple[str, ...]:
    codes = states.by_code(name) or states.by_name_or_people(name) or states.by_label(name) or states.by_metonym(name)
    if not codes:
        _check_not_several("country", name)
        forms = ((fold(state), state) for state in states.names().values())
        raise UnknownName(_unknown("country", name, forms))
    return codes


def find_venues(db: Database, typed: str) -> tuple[int, ...]:
    """The venues of that name and all inside them; a country's name means all venues in it."""
    found = [_find_venue(db, name) for name in _some("venue", typed)]
    ids = {row[0] for each in found for row in each.places} | {
        row[0] for each in found for code in each.countries for row in db.rows(_VENUES_IN, {"code": code})
    }
    return tuple(sorted(row[0] for row in db.rows(numbered(_VENUES_WITHIN, ids)))) if ids else ()


def called_venue(db: Database, typed: str) -> str:
    """Each name as the database has it, `beijing or cn` as `Beijing or China`; one of several places as typed."""
    return " or ".join(_called_venue(db, name) for name in either(typed))


def _called_venue(db: Database, name: str) -> str:
    found = _find_venue(db, name)
    places = {str(row[1]) for row in found.places}
    return _called_states(found.countries) or (places.pop() if len(places) == 1 else name)


@dataclass(frozen=True, slots=True)
class _Venues:
    """Rows of places, and the codes of countries all of whose places are meant."""

    places: list[Row]
    countries: tuple[str, ...] = ()


def _find_venue(db: Database, name: str) -> _Venues:
    """By a country's name or a whole name or alias, as lists tell it from others, or by words of one."""
    folded = fold(name)
    codes = (states.by_code(name) if name.isupper() else ()) or states.by_name(name) or states.by_label(name)
    named = _called(db, _VENUE_BY_ALIAS, name) or _labelled(db, _VENUE_BY_LABEL, name)
    if codes:
        return _Venues(named, tuple(codes))
    if not any(fold(row[1]) in (folded, bare(name)) for row in named):
        named = named or list(_with_words(db, _VENUE_BY_WORDS, bare(name)))
        within = _states_of_that_word(db, folded)
        if within:
            return _state_or_place(name, within, named)
    if not named:
        raise UnknownName(_unknown("venue", name, db.rows(_VENUE_FORMS)))
    return _Venues(named)


def _states_of_that_word(db: Database, folded: str) -> dict[str, str]:
    """Name by code of the states with venues whose name has these words: `korea`."""
    present = {row[0] for row in db.rows(_VENUE_COUNTRIES)} if folded else set()
    return {code: name for code, name in states.by_words(folded).items() if code in present}


def _state_or_place(typed: str, within: dict[str, str], named: list[Row]) -> _Venues:
    """All in the only state of that word; UnknownName for several, or one and places elsewhere."""
    whole = [(0, state, code, code) for code, state in within.items()]
    found = sorted([*whole, *(row for row in named if row[2] not in within)], key=lambda row: str(row[1]))
    if len(found) > 1:
        raise UnknownName(f"venue {typed!r}: fits several: {_listed(found)}; write one in full")
    return _Venues([], tuple(within))


def find_documents(db: Database, typed: str) -> tuple[int, ...]:
    """By id or its beginning, as counts call it, file name, glob of it, or words of the title."""
    rows = list(db.rows(_DOCUMENTS)) if _some("document", typed) else []
    for fits in (_has_id, _has_label, _has_file, _has_words):
        found = tuple(row[0] for row in rows if fits(row, typed))
        if found:
            return found
    forms = ((fold(form), form) for _, key, file, title in rows for form in (key, file, title) if form)
    raise UnknownName(_unknown("document", typed, forms))


def _has_id(row: Row, typed: str) -> bool:
    return str(row[1]).startswith(typed.lower())


def _has_label(row: Row, typed: str) -> bool:
    """`Slow Thaw (f4k7abcd)`"""
    shown = label(typed)
    return shown is not None and shown.fits(row[3] or row[2], row[1])


def _has_file(row: Row, typed: str) -> bool:
    return fnmatchcase(row[2].lower(), typed.lower()) or row[2].rpartition(".")[0].lower() == typed.lower()


def _has_words(row: Row, typed: str) -> bool:
    words = fold(typed)
    return bool(words) and f" {words} " in f" {fold(row[3] or '')} "


def find_relations(db: Database, typed: str) -> tuple[str, ...]:
    """Relations that have all words typed, in any order, or else the states that these mean.

    `russia china` is `China - Russia`, and `США-Китай` is `US - China`.
    """
    printed = [row[0] for row in db.rows(_RELATIONS) if row[0]]
    wanted = set(fold(typed).split())
    found = tuple(each for each in printed if wanted and wanted <= set(fold(each).split()))
    codes = set(map(_codes_of_side, _SIDES.split(typed.strip()))) if not found else set()
    if codes and () not in codes:
        found = tuple(each for each in printed if codes <= set(map(_codes_of_side, _SIDES.split(each))))
    if not found:
        raise UnknownName(_unknown("relation", typed, ((fold(each), each) for each in printed)))
    sides = by_sides(printed)
    same = {sides[each] for each in found}
    return tuple(each for each in printed if sides[each] in same)


def by_sides(relations: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What tells each relation from others: its sides in one order, states by their codes.

    `U.S.-China`, `CHINA - US` and `Sino-American` are one.
    """
    parted = {relation: _SIDES.split(relation.strip()) for relation in relations}
    named = {side for sides in parted.values() for side in sides}
    called = {side: " ".join(_codes_of_side(side)) or fold(side) for side in named}
    return {relation: tuple(sorted(called[side] for side in sides)) for relation, sides in parted.items()}


_SIDES = re.compile(r"\s*[-–—,/&]\s*|\s+and\s+")


def _codes_of_side(side: str) -> tuple[str, ...]:
    name = in_latin(side)
    return states.by_code(name) or states.by_name_or_people(name)


def find_flag(db: Database, typed: str) -> str:
    flags = {*(row[0] for row in db.rows(_FLAGS)), *NAMED}
    if typed not in flags:
        choices = f"one of {', '.join(by_doubt(flags))}"
        raise UnknownName(_unknown("flag", typed, ((fold(flag), flag) for flag in sorted(flags)), choices))
    return typed


class SeveralEvents(UnknownName):
    """The beginning of the ids of several events."""


def find_event(db: Database, typed: str) -> int:
    """The event's number; UnknownName for an id that none or several begin with."""
    wanted = typed.strip().lower()
    rows = list(db.rows(_EVENT, {"typed": wanted, "next": f"{wanted}~"})) if wanted else []
    if not rows:
        raise UnknownName(f"event {typed!r}: there is none; `chronicle events` lists the ids")
    if len(rows) > 1 and rows[0][1] != wanted:
        shown = ", ".join(row[1] for row in rows[:5])
        raise SeveralEvents(f"event {typed!r}: fits several: {shown}{' …' if len(rows) > 5 else ''}; write more of it")
    return int(rows[0][0])


def _unknown(kind: str, typed: str, forms: Iterable[Row], otherwise: str = "") -> str:
    lacking = _DANGLING.fullmatch(typed.strip()) if kind in _PARTED else None
    if lacking:
        where = "before" if lacking["before"] else "behind"
        return f"{kind} {typed!r}: OR has no name {where} it; write one, or leave OR out"
    nearest = _nearest(fold(typed), forms, _NEAR_RELATION if kind == "relation" else _NEAR)
    if nearest:
        return f"{kind} {typed!r}: not known here; did you mean {' or '.join(nearest)}?"
    return f"{kind} {typed!r}: not known here; {otherwise or _LISTS[kind]}"


# What takes `or` between names, and an `or` with a name on one side alone.
_PARTED = ("actor", "country", "venue")
_DANGLING = re.compile(r"(?P<before>or\s.*)|.*\sor", re.IGNORECASE | re.DOTALL)

_LISTS = {
    "actor": "`chronicle actors` lists those that are",
    "venue": "`chronicle venues` lists those that are",
    "document": "`chronicle documents` lists those that are",
    "country": "`chronicle count --by country` lists those that take part",
    "relation": "`chronicle count --by relation` lists those that are",
}


def _nearest(folded: str, forms: Iterable[Row], near: float) -> list[str]:
    """The names of the most similar forms, the nearest first."""
    from rapidfuzz import fuzz, process

    named: dict[str, str] = {}
    for form, name in forms:
        named.setdefault(form, name)
    score: Callable[..., float] = fuzz.ratio
    found = process.extract(folded, list(named), scorer=score, limit=_SUGGESTED * 4, score_cutoff=near)
    return list(dict.fromkeys(named[form] for form, *_ in found))[:_SUGGESTED]
