"""The gazetteer as it was made out of the same tables before, kept in a folder of the user's cache.

A kept one is called by a digest of all it was made of: the tables, the modules of this folder, Python's version.
So what has changed is made again, and what is damaged or cannot be written costs only the time.
"""

import pickle
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from chronicle.extracting.collecting import not_collecting
from chronicle.extracting.gazetteer import Gazetteer
from chronicle.extracting.loading import load_gazetteer, table_folders
from chronicle.extracting.skeletons import skeleton_index

_SUFFIX = ".gazetteer"
_KEPT = 3
_OURS = ("chronicle.extracting.gazetteer", "chronicle.extracting.lexicon")
_DAMAGED = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ValueError, TypeError, IndexError, KeyError)


def prepared_gazetteer(folder: Path, own: Path | None, kept: Path) -> Gazetteer:
    """As `load_gazetteer`, out of the folder `kept` where it was made of the same tables before."""
    path = kept / (_digest(folder, own) + _SUFFIX)
    found = _read(path)
    if found is None:
        found = load_gazetteer(folder, own)
        skeleton_index(found)
        _write(path, found)
    return found


def _digest(folder: Path, own: Path | None) -> str:
    digest = sha256(sys.version.encode())
    for path in _made_of(table_folders(folder, own)):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _made_of(folders: list[Path]) -> Iterator[Path]:
    for folder, kind in ((Path(__file__).parent, "*.py"), *((folder, "*.csv") for folder in folders)):
        yield from sorted(folder.glob(kind))


def _read(path: Path) -> Gazetteer | None:
    try:
        with path.open("rb") as file, not_collecting():
            found = _Reader(file).load()
    except _DAMAGED:
        return None
    return found if isinstance(found, Gazetteer) else None


class _Reader(pickle.Unpickler):
    """Makes nothing but the values of a gazetteer, whatever the file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _OURS or (module, name) in (("datetime", "date"), ("builtins", "frozenset")):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a gazetteer")


def _write(path: Path, gazetteer: Gazetteer) -> None:
    """Whole or not at all, and the oldest of the kept ones gone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            whole = Path(folder, path.name)
            whole.write_bytes(pickle.dumps(gazetteer, protocol=5))
            whole.replace(path)
        newest_first = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in newest_first[_KEPT:]:
            old.unlink()
    except OSError:
        return
