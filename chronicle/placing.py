"""Where a file goes: it is there whole or not at all, and what stood there before stays until then."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from stat import S_IMODE
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from chronicle.directing import undirected
from chronicle.errors import UsageError

if TYPE_CHECKING:
    from typing import BinaryIO

STDOUT = "-"
_GZIP = ".gz"


def as_utf8(out: TextIO) -> TextIO:
    """Data is UTF-8 whatever the locale, and line ends are those that the format writes."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="")
    return out


# All but tabs and the ends of lines.
_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")


class Tame:
    """A terminal that data does not steer: a control sign is shown as a blank, and one that turns the order of others
    not at all. `raw` is for what draws.
    """

    def __init__(self, raw: TextIO) -> None:
        self.raw = raw
        self.encoding = raw.encoding

    def write(self, text: str) -> int:
        return self.raw.write(undirected(_STEERING.sub(" ", text)))

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self.raw.flush()


def tame(out: TextIO) -> TextIO:
    """A terminal as Tame; a file or a pipe as it is, where every sign stays."""
    return cast(TextIO, Tame(out)) if out.isatty() else out


def for_drawing(out: TextIO) -> TextIO:
    """The terminal itself, for lines that are ours, with their colours."""
    return out.raw if isinstance(out, Tame) else out


@contextmanager
def opened(output: str) -> Iterator[TextIO]:
    """A text to write to: stdout, a device as it is, a regular file by way of a temporary one, packed as `.gz`."""
    _check_named(output)
    if output == STDOUT:
        yield tame(as_utf8(sys.stdout))
        return
    with ExitStack() as stack:
        if output.lower().endswith(_GZIP):
            file: IO[Any] = stack.enter_context(_packed(stack.enter_context(opened_bytes(output))))
        elif is_device(Path(output)):
            file = tame(stack.enter_context(Path(output).open("w", encoding="utf-8", newline="")))
        else:
            file = stack.enter_context(moved_into_place(Path(output).resolve()))
        yield cast(TextIO, file)


@contextmanager
def opened_bytes(output: str) -> Iterator["BinaryIO"]:
    """The same for what is no text; a terminal is not written to."""
    _check_named(output)
    if output == STDOUT:
        if sys.stdout.isatty():
            raise UsageError("output: is a terminal, and the format is no text; name a file with --output")
        yield cast("BinaryIO", sys.stdout.buffer)
    elif is_device(Path(output)):
        with Path(output).open("wb") as file:
            yield file
    else:
        with moved(Path(output).resolve()) as beside, beside.open("xb") as file:
            yield file


@contextmanager
def opened_path(output: str) -> Iterator[Path]:
    """A path at which something is made: what it makes takes the place of `output` when it is whole."""
    _check_named(output)
    _check_no_stream(output, "file")
    with moved(Path(output).resolve()) as beside:
        yield beside


@contextmanager
def opened_folder(output: str) -> Iterator[Path]:
    """The same for a folder, which does not take the place of one that holds something."""
    _check_no_stream(output, "folder")
    path = Path(output).resolve()
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise UsageError(f"{path}: is there already; name another folder, or remove it first")
    with moved(path, folder=True) as beside:
        beside.mkdir()
        yield beside


def _check_no_stream(output: str, kind: str) -> None:
    if output == STDOUT or is_device(Path(output)):
        raise UsageError(f"{'stdout' if output == STDOUT else output}: is no {kind}; name one with --output")


def is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def _packed(file: "BinaryIO") -> Iterator[TextIO]:
    """Gzip without name and time, so that the same events give the same bytes."""
    import gzip
    import io

    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="") as text,
    ):
        yield text


@contextmanager
def moved_into_place(path: Path) -> Iterator[TextIO]:
    """A text file beside `path`, which takes its name when all is written and goes away when something fails."""
    with moved(path) as beside, beside.open("x", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def moved(path: Path, *, folder: bool = False) -> Iterator[Path]:
    """A path beside `path` for a file or a folder, which takes its name at the end, or goes when something fails.

    A file in the place of another has the rights of that one; PermissionError where that may not be written.
    """
    _check_place(path, folder)
    mode = path.stat().st_mode if path.is_file() else None
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        _kept(beside)
        if mode is not None:
            beside.chmod(S_IMODE(mode))
        beside.replace(path)
    except BaseException as error:
        _gone(beside)
        if isinstance(error, OSError) and error.filename in (None, str(beside)):
            # What failed for the user is the file that was asked for.
            error.filename = str(path)
        raise


def _check_named(output: str) -> None:
    if not output:
        raise UsageError("output '': names no file; name one, or - for standard output")


_SQLITE = b"SQLite format 3\0"
# Tables by which an extract that `export sqlite` wrote is known; what Chronicle works on names its schema's revision.
_EXTRACT = {"events", "sources", "event_venues"}
_REVISION = "alembic_version"


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database that `export` did not write, so that no other file holds what is in it."""
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            return False
    tables = _tables(path)
    return not tables >= _EXTRACT or _REVISION in tables


def _tables(path: Path) -> set[str]:
    """The names of its tables; none where it is damaged. Nothing is written beside it."""
    import sqlite3
    from contextlib import closing
    from urllib.parse import quote

    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)) as db:
            return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error:
        return set()


def _check_place(path: Path, folder: bool) -> None:
    if path.is_file() and is_database(path):
        raise UsageError(f"{path}: is there already, a database that `export` did not write; name a new file")
    if path.is_file() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if path.is_dir() and not folder:
        raise UsageError(f"{path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: no such folder; make it first")


def _kept(path: Path) -> None:
    """On the disk, before it takes the name."""
    for file in path.rglob("*") if path.is_dir() else [path]:
        if file.is_file():
            handle = os.open(file, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _gone(path: Path) -> None:
    if path.is_dir():
        import shutil

        shutil.rmtree(path)
    path.unlink(missing_ok=True)
