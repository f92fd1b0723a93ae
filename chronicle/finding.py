"""What the paths that somebody typed lead to: files, folders, archives, streams, pages on the web."""

import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from chronicle import config
from chronicle.errors import ReadError
from chronicle.fetching import is_address

# In folders and archives, text is a document only under these names, whatever is no text under any; a file that is
# named is read whatever its name.
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".odt", ".rtf", ".epub", ".pdf")
ARCHIVE = ".zip"

STANDARD_INPUT = "stdin"
_ENDINGS_TOLD = 4
_SCHEME = re.compile(r"[a-z][a-z\d+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: how it was named, and its whole path, None for streams and pages on the web.

    `sought` where it was found in a folder; `error` where there is nothing to read. `data` are the bytes of
    what stands in no file of its own, `problems` what is to be told of it. `passed` is how many files of other
    kinds a folder or an archive holds: then there is nothing else to read.
    """

    name: str
    path: Path | None = None
    sought: bool = False
    error: str | None = None
    data: bytes | None = None
    problems: tuple[str, ...] = ()
    passed: int = 0

    @property
    def whole_path(self) -> str | None:
        if self.path is None:
            return self.name if is_address(self.name) else None
        return _text(self.path)


def find_files(paths: Sequence[str]) -> Iterator[Found]:
    """The files that the paths lead to, each once."""
    seen: set[Path] = set()
    for typed in paths:
        for found in _find(typed):
            if found.path is None or found.path not in seen:
                yield found
            if found.path is not None:
                seen.add(found.path)


def _find(typed: str) -> Iterator[Found]:
    path = Path(typed)
    if typed == "-":
        yield Found(STANDARD_INPUT)
    elif not typed:
        # As a path it would be the folder one is in.
        yield Found("''", error="'': names no file or folder; write one, or . for this folder")
    elif is_address(typed):
        yield _on_the_web(typed)
    elif path.is_dir():
        yield from _in_folder(path)
    elif _SCHEME.match(typed) and not path.exists():
        yield Found(typed, error=f"{typed}: only http and https are fetched; save the file and give its path")
    elif path.exists() or not glob.has_magic(typed):
        yield from _named(path)
    else:
        yield from _matching(typed)


def _on_the_web(address: str) -> Found:
    from chronicle.sources import page

    found = page(address)
    return Found(address, error=found.error, data=found.data, problems=found.problems)


def _named(path: Path, sought: bool = False) -> Iterator[Found]:
    """A file, or the documents in it if it is an archive."""
    if not path.exists():
        yield Found(_text(path), error=f"{_text(path)}: no such file or folder; check the path")
    elif not path.is_file():
        yield _streamed(path)
    elif path.suffix.lower() == ARCHIVE or _is_archive(path):
        yield from _in_archive(path, sought)
    else:
        yield Found(_text(path), path.resolve(), sought)


def _streamed(path: Path) -> Found:
    """What a pipe or a device gives, which can be read only once."""
    name = _text(path)
    try:
        with path.open("rb") as stream:
            return Found(name, data=_bounded(name, stream))
    except ReadError as error:
        return Found(name, error=str(error))
    except OSError as error:
        return Found(name, error=str(_unreadable(name, error)))


def _is_archive(path: Path) -> bool:
    from chronicle.sources import is_archive

    return path.suffix.lower() not in ENDINGS and is_archive(path)


def _is_document(path: Path) -> bool:
    from chronicle.sources import is_document

    return is_document(path)


def _in_archive(path: Path, sought: bool) -> Iterator[Found]:
    from chronicle.sources import members

    name, whole = _text(path), path.resolve()
    others: list[str] = []
    empty = not sought
    for member in members(path, name, ENDINGS, others):
        empty = False
        within = None if member.error else whole / member.name.removeprefix(name).lstrip("/")
        yield Found(member.name, within, sought=True, error=member.error, data=member.data)
    if empty:
        yield Found(name, error=f"{name}: holds no documents ({', '.join(ENDINGS)}); name another archive")
    elif others:
        yield _passed(name, others)


def _in_folder(folder: Path) -> Iterator[Found]:
    files = sorted(_below(folder))
    documents = [path for path in files if path.suffix.lower() in (*ENDINGS, ARCHIVE) or _is_document(path)]
    for path in documents:
        yield from _named(path, sought=True)
    if not documents:
        error = f"{_text(folder)}: holds no documents ({', '.join(ENDINGS)}); name another folder"
        yield Found(_text(folder), error=error)
    elif len(documents) < len(files):
        known = set(documents)
        yield _passed(_text(folder), (path.name for path in files if path not in known))


def _passed(name: str, files: Iterable[str]) -> Found:
    """Files of kinds that are no documents: how many, and the most frequent endings."""
    endings = Counter(PurePath(file).suffix.lower() or "no ending" for file in files)
    most = ", ".join(f"{_text(Path(ending))} {count}" for ending, count in endings.most_common(_ENDINGS_TOLD))
    more = ", ..." if len(endings) > _ENDINGS_TOLD else ""
    count = endings.total()
    told = f"{name}: {count} file{'' if count == 1 else 's'} of other kinds passed over ({most}{more})"
    return Found(name, problems=(told,), passed=count)


def _below(folder: Path) -> Iterator[Path]:
    """All files of a folder and its folders, without hidden ones and those that are pipes or devices."""
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(root, name) for name in files if not name.startswith("."))
        yield from (path for path in paths if path.is_file() or not path.exists())


def _matching(pattern: str) -> Iterator[Found]:
    # Path.glob takes no absolute pattern.
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not matches:
        yield Found(pattern, error=f"{pattern}: matches no file; check the pattern")
    for match in matches:
        yield from _in_folder(Path(match)) if Path(match).is_dir() else _named(Path(match))


def _text(path: Path) -> str:
    """A path that can be printed and stored, even if its name is no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def bytes_of(found: Found) -> bytes:
    """What a file holds. Raises ReadError where it cannot be read, or is too large."""
    if found.data is not None:
        return found.data
    if found.path is None:
        return _bounded(found.name, sys.stdin.buffer)
    try:
        if found.path.stat().st_size > _largest():
            raise _too_large(found.name)
        return found.path.read_bytes()
    except OSError as error:
        raise _unreadable(found.name, error) from error


def _bounded(name: str, stream: BinaryIO) -> bytes:
    """All that a stream gives, if it ends within the limit."""
    data = stream.read(_largest() + 1)
    if len(data) > _largest():
        raise _too_large(name)
    return data


def _largest() -> int:
    return config.limits().file_mb * 1_000_000


def _too_large(name: str) -> ReadError:
    return ReadError(f"{name}: is larger than {config.limits().file_mb} MB; split it, or raise CHRONICLE_MAX_FILE_MB")


def _unreadable(name: str, error: OSError) -> ReadError:
    return ReadError(f"{name}: cannot be read ({error.strerror}); check the file and its permissions")
