"""Corrections as rows: what somebody has put right, apart from what the program found."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from chronicle.model.correction import Act, Correction
from chronicle.storing.applying import Corrections, identity
from chronicle.storing.database import Database, Row

_COLUMNS = "key, act, event_key, subject, name, given, was, settles, entry, note, author, made"
_ALL = f"SELECT {_COLUMNS} FROM corrections ORDER BY made, id"
_ANY = "SELECT 1 FROM corrections LIMIT 1"
_CONCERNING = f"SELECT {_COLUMNS} FROM corrections WHERE event_key IS NULL OR event_key IN ({{}}) ORDER BY made, id"
_EVERYWHERE = f"SELECT {_COLUMNS} FROM corrections WHERE event_key IS NULL ORDER BY made, id"
_ADD = f"""
    INSERT INTO corrections ({_COLUMNS})
    VALUES (:key, :act, :event, :subject, :name, :given, :was, :settles, :entry, :note, :author, :made)"""
_DROP = "DELETE FROM corrections WHERE key = :key"
_WHO = "SELECT key, name, country, wikidata FROM actors WHERE key IN ({})"


def all_corrections(db: Database) -> list[Correction]:
    """In the order in which they were made."""
    return [_correction(row) for row in db.rows(_ALL)]


def corrections_for(db: Database, events: Collection[str]) -> Corrections | None:
    """Those of the events with these ids, and those that hold everywhere; None where nothing is corrected at all."""
    if next(db.rows(_ANY), None) is None:
        return None
    rows = db.rows(*in_list(_CONCERNING, events)) if events else db.rows(_EVERYWHERE)
    return Corrections(_as_known(db, [_correction(row) for row in rows]))


def in_list(sql: str, *lists: Iterable[str]) -> tuple[str, dict[str, object]]:
    """The statement with a list of parameters in place of each `{}`, and the parameters."""
    parameters: dict[str, object] = {}
    names = []
    for which, texts in enumerate(lists):
        own = {f"p{which}_{at}": text for at, text in enumerate(texts)}
        parameters |= own
        names.append(", ".join(f":{name}" for name in own))
    return sql.format(*names), parameters


def _as_known(db: Database, corrections: list[Correction]) -> list[Correction]:
    """The corrections with the actors that they name as these are called by now."""
    named = sorted({str(one.given["key"]) for one in corrections if one.given.get("key")})
    known = {row[0]: row[1:] for row in db.rows(*in_list(_WHO, named))} if named else {}
    return [_renamed(one, *known[key]) if (key := one.given.get("key")) in known else one for one in corrections]


def _renamed(one: Correction, name: str, country: str | None, wikidata: str | None) -> Correction:
    given = {**one.given, "name": name, "wikidata": wikidata}
    return replace(one, given=given if one.given.get("country") else {**given, "country": country})


def given_names(db: Database) -> dict[str, list[str]]:
    """What corrections say that actors are called as well, by key: aliases, and whoever was merged into them."""
    names = defaultdict(list)
    for row in db.rows(_EVERYWHERE):
        one = _correction(row)
        called = one.given["alias"] if one.act is Act.ALIAS else one.name
        names[identity(one.given)].append(str(called))
    return names


def aliases_given(db: Database) -> tuple[tuple[str, str], ...]:
    """Printed forms that corrections give to actors of the tables, each with the actor's id."""
    ones = map(_correction, db.rows(_EVERYWHERE))
    return tuple((str(one.given["alias"]), str(one.given["key"])) for one in ones if _names_known(one))


def _names_known(one: Correction) -> bool:
    return one.act is Act.ALIAS and bool(one.given.get("key"))


def add_row(db: Database, one: Correction) -> None:
    db.write(
        _ADD,
        {
            "key": one.id,
            "act": one.act.value,
            "event": one.event,
            "subject": one.subject,
            "name": one.name,
            "given": _json(one.given),
            "was": _json(one.was),
            "settles": _json(one.settles),
            "entry": one.entry,
            "note": one.note,
            "author": one.author,
            "made": one.made,
        },
    )


def drop_row(db: Database, one: Correction) -> None:
    db.write(_DROP, {"key": one.id})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _correction(row: Row) -> Correction:
    key, act, event, subject, name, given, was, settles, entry, note, author, made = row
    return Correction(
        key, Act(act), author, made, event, subject, name,
        json.loads(given), json.loads(was), tuple(json.loads(settles)), entry, note,
    )  # fmt: skip
