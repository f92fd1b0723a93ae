"""Saved queries: filters under a name, in a text file that a person can read, write and keep under version control.

The file is TOML, a table for each query, its keys the filters as they are typed (docs/using.md); those that there are
are `known` to who asks. What is written by hand beside them, comments too, stays when a query is saved or removed.
"""

import json
import os
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from chronicle.config import in_force
from chronicle.errors import UnknownName, UsageError, remedy

Filters = Mapping[str, Any]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_HEADER = re.compile(r"\s*\[\s*([A-Za-z0-9_-]+)\s*\]\s*(?:#.*)?")


def queries_path() -> Path:
    return Path(in_force("queries").value)


class Unfit(NamedTuple):
    """What is written under a name and is no query, and why."""

    why: str


def written_queries(known: Collection[str]) -> dict[str, Filters | Unfit]:
    """All of them in the order of the file; nothing where there is no file. UsageError for a file that is no TOML."""
    return {name: _query(filters, known) for name, filters in _tables().items()}


def saved_queries(known: Collection[str]) -> dict[str, Filters]:
    """Those that are queries."""
    return {name: filters for name, filters in written_queries(known).items() if not isinstance(filters, Unfit)}


def saved_query(name: str, known: Collection[str]) -> Filters:
    """The filters of one; UnknownName names the nearest, UsageError says why what stands there is no query."""
    found = _query(_written(name), known)
    if isinstance(found, Unfit):
        raise UsageError(f"{queries_path()}: {name}: {found.why}")
    return found


def _tables() -> dict[str, Any]:
    path = queries_path()
    return _parsed(path, _text(path))


def _written(name: str) -> Any:
    found = _tables()
    if name not in found:
        raise UnknownName(f"query {name!r}: there is none; {_nearest(name, found)}")
    return found[name]


def save_query(name: str, filters: Filters, *, replace: bool = False) -> Path:
    """Writes it into the file, which is made if need be; UsageError where there is one of that name."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"query {name!r}: is no name; take letters from a to z, digits, - and _")
    path = queries_path()
    if name in _tables() and not replace:
        raise UsageError(f"query {name!r}: there is one already; --replace puts this in its place")
    _write(path, with_query(_text(path), name, filters))
    return path


def remove_query(name: str) -> None:
    _written(name)
    path = queries_path()
    text = _text(path)
    if _place(text.splitlines(), name) is None:
        raise UsageError(f"{path}: {name}: stands below no line [{name}]; take it out of the file by hand")
    _write(path, without_query(text, name))


def _nearest(name: str, known: Mapping[str, Any]) -> str:
    return remedy(name, known, "`chronicle query list` lists them")


_PAIRS = "with"
_TIMES = ("since", "until", "on", "during")


def _query(written: Any, known: Collection[str]) -> Filters | Unfit:
    if not isinstance(written, dict):
        return Unfit("is no query; write its filters below a line [name]")
    filters = {}
    for key, value in written.items():
        if key not in known:
            return Unfit(f"{key}: no such filter; one of {', '.join(known)}")
        filters[key] = _pairs(value) if key == _PAIRS else _filter(key, value)
        if filters[key] is None:
            return Unfit(_why(key, value))
    return filters


def _filter(key: str, value: Any) -> Any:
    """As it is typed: a text, `true`, or a list of texts; a time may be a number or a day. None for anything else."""
    if key in _TIMES and type(value) in (int, date):
        return str(value)
    if isinstance(value, list):
        return value if value and _are_texts(value) else None
    return value if isinstance(value, str) or value is True else None


def _pairs(value: Any) -> list[list[str]] | None:
    """A list of pairs of names, or one such pair."""
    if not isinstance(value, list) or not value:
        return None
    pairs = [value] if _are_texts(value) else value
    return pairs if all(isinstance(each, list) and len(each) == 2 and _are_texts(each) for each in pairs) else None


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _why(key: str, value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    remedy = 'two names, as ["russia", "china"], or a list of such' if key == _PAIRS else "a text, texts, or true"
    return f"{key}: {shown} is no filter; write {remedy}"


# --- the text of the file


def with_query(text: str, name: str, filters: Filters) -> str:
    """The text with the query in the place of one of its name, or else at the end."""
    lines = text.splitlines()
    block = [f"[{name}]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in filters.items())]
    place = _place(lines, name)
    if place is None:
        gap = [""] if lines and lines[-1].strip() else []
        return _joined([*lines, *gap, *block])
    return _joined([*lines[: place.start], *block, *lines[place.stop :]])


def without_query(text: str, name: str) -> str:
    lines = text.splitlines()
    place = _place(lines, name) or range(0)
    before, after = lines[: place.start], lines[place.stop :]
    while before and not before[-1].strip() and (not after or not after[0].strip()):
        before.pop()
    return _joined([*before, *(after if before else _without_gap(after))])


def _without_gap(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return lines[first:]


def _place(lines: list[str], name: str) -> range | None:
    """The lines of a query from its name to its last filter; comments behind belong to what follows."""
    heads = [(at, match[1]) for at, line in enumerate(lines) if (match := _HEADER.fullmatch(line))]
    start = next((at for at, found in heads if found == name), None)
    if start is None:
        return None
    end = next((at for at, _ in heads if at > start), len(lines))
    while end > start + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1
    return range(start, end)


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    if not text:
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is no TOML: {error}; mend it or move it away") from error


def _write(path: Path, text: str) -> None:
    """The file whole or as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        # The one that somebody knows, not the one beside it.
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            beside.unlink()
