"""The states of the reference tables, by any of their names."""

from functools import lru_cache
from pathlib import Path

from chronicle import config
from chronicle.storing.names import bare, fold, label

_OF_THE_STATE = ("name", "official", "aliases")
_OF_ITS_PEOPLE = ("demonyms", "people")
_STANDING_FOR_IT = ("capital", "metonyms")


Folders = tuple[Path, ...]


def _folders() -> Folders:
    return tuple(config.data_folders())


@lru_cache(maxsize=8)
def _rows(folders: Folders) -> tuple[dict[str, str], ...]:
    from chronicle.reference import table_rows

    return tuple(table_rows(folders, "states.csv"))


@lru_cache(maxsize=8)
def _codes_by_form(folders: Folders, columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    from chronicle.storing.facts import items

    found: dict[str, dict[str, None]] = {}
    for row in _rows(folders):
        for column in columns:
            for form in items(row.get(column)):
                found.setdefault(bare(form), {})[row["code"]] = None
    return {form: tuple(codes) for form, codes in found.items()}


@lru_cache(maxsize=8)
def _by_code(folders: Folders) -> dict[str, str]:
    """Codes by those of two and of three letters; the first state of the tables goes before others."""
    found: dict[str, str] = {}
    for row in _rows(folders):
        for code in filter(None, (row["code"], row.get("alpha3"))):
            found.setdefault(code, row["code"])
    return found


def _states() -> tuple[dict[str, str], ...]:
    return _rows(_folders())


def _codes(typed: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """More than one where the tables give a name to two states."""
    return _codes_by_form(_folders(), columns).get(bare(typed), ())


def by_code(typed: str) -> tuple[str, ...]:
    """ISO 3166-1: `CN` or `CHN`."""
    found = _by_code(_folders()).get(typed.strip().upper())
    return (found,) if found else ()


def by_name(typed: str) -> tuple[str, ...]:
    return _codes(typed, _OF_THE_STATE)


def by_name_or_people(typed: str) -> tuple[str, ...]:
    """`China`, `PRC`, `Chinese`; a state's own name goes before another's people."""
    return by_name(typed) or _codes(typed, _OF_ITS_PEOPLE)


def by_metonym(typed: str) -> tuple[str, ...]:
    """`Beijing`, `Zhongnanhai`."""
    return _codes(typed, _STANDING_FOR_IT)


def by_label(typed: str) -> tuple[str, ...]:
    """`South Korea (KR)`, as a list of states shows it."""
    shown = label(typed)
    return tuple(code for code in by_name(shown.name) if shown.facts == [code.lower()]) if shown else ()


def names() -> dict[str, str]:
    """Name by code."""
    return {row["code"]: row["name"] for row in _states()}


def by_words(typed: str) -> dict[str, str]:
    """Name by code of the states whose name has these words: `korea`."""
    words = fold(typed)
    return {code: name for code, name in names().items() if words and f" {words} " in f" {fold(name)} "}
