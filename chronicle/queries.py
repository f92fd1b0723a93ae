"""Saved queries: filters under a name, in a text file that a person can read, write and keep under version control.

The file is TOML, a table for each query, its keys the filters as they are typed (docs/using.md). What is written
by hand beside them, comments too, stays when a query is saved or removed.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from chronicle.config import in_force
from chronicle.errors import UnknownName, UsageError, remedy

Filters = Mapping[str, Any]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_HEADER = re.compile(r"\s*\[\s*([A-Za-z0-9_-]+)\s*\]\s*(?:#.*)?")


def queries_path() -> Path:
    return Path(in_force("queries").value)


def saved_queries() -> dict[str, Filters]:
    """All of them in the order of the file; nothing where there is no file. UsageError for what is no query."""
    path = queries_path()
    found = _parsed(path, _text(path))
    for name, filters in found.items():
        if not isinstance(filters, dict):
            raise UsageError(f"{path}: {name}: is no query; write its filters below a line [name]")
        for key, value in filters.items():
            if not _is_filter(value):
                raise UsageError(f"{path}: {name}: {key}: {value!r} is no filter; write texts, or true")
    return found


def saved_query(name: str) -> Filters:
    """The filters of one; UnknownName names the nearest."""
    found = saved_queries()
    if name not in found:
        raise UnknownName(f"query {name!r}: there is none; {_nearest(name, found)}")
    return found[name]


def save_query(name: str, filters: Filters, *, replace: bool = False) -> Path:
    """Writes it into the file, which is made if need be; UsageError where there is one of that name."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"query {name!r}: is no name; take letters from a to z, digits, - and _")
    path = queries_path()
    if name in saved_queries() and not replace:
        raise UsageError(f"query {name!r}: there is one already; --replace puts this in its place")
    _write(path, with_query(_text(path), name, filters))
    return path


def remove_query(name: str) -> None:
    saved_query(name)
    path = queries_path()
    _write(path, without_query(_text(path), name))


def _nearest(name: str, known: Mapping[str, Any]) -> str:
    return remedy(name, known, "`chronicle query list` lists them")


def _is_filter(value: Any) -> bool:
    """A text, `true`, or a list of texts or of lists of texts."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, str) or _is_pair(each) for each in value)
    return isinstance(value, str) or value is True


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


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
