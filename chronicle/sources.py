"""Documents that stand in no file of their own: pages on the web, and the members of archives."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.fetching import Page, fetch
from chronicle.reading.formats import Kind, kind_of
from chronicle.reading.pagecode import declared, named
from chronicle.reading.zipped import FAULTS, opened

_READ = frozenset((Kind.HTML, Kind.PDF, Kind.DOCX, Kind.ODT, Kind.RTF, Kind.EPUB))
_HEAD = 4096  # bytes that tell a kind
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and what they are called, or `error`: why there are none. `problems` are messages to pass on."""

    name: str
    data: bytes = b""
    error: str | None = None
    problems: tuple[str, ...] = ()


def page(address: str) -> Source:
    """A page on the web, or the copy kept of it."""
    try:
        found = fetch(address)
    except ReadError as error:
        return Source(address, error=str(error))
    problems = (f"{address}: cannot be reached; the copy of {found.kept} was read",) if found.kept else ()
    return Source(address, _as_sent(found), problems=problems)


def _as_sent(found: Page) -> bytes:
    """A page in the code that its server names: that goes before what the page says of itself."""
    head = Message()
    head["content-type"] = found.content_type
    code = named(head.get_content_charset() or "")
    if code is None or head.get_content_maintype() != "text" or found.data.startswith(_MARKS):
        return found.data
    if (declared(found.data) or "utf-8") == code:
        return found.data
    return codecs.BOM_UTF8 + found.data.decode(code, "replace").encode()


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive of files, by its content; a Word file is none."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
            file.seek(0)
            return kind_of(file.read(limits().file_mb * 1_000_000), path.name) is Kind.ARCHIVE
    except OSError:
        return False


def is_document(path: Path) -> bool:
    """Whether a file is of a kind that is read, by its content; text is none, since a folder is full of texts."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _is_read(file)
    except OSError:
        return False


def _is_read(file: IO[bytes]) -> bool:
    """A packed file is told by the names of its parts, wherever they stand."""
    head = file.read(_HEAD)
    rest = file.read(limits().file_mb * 1_000_000) if head.startswith(b"PK") else b""
    return kind_of(head + rest, "") in _READ


def members(path: Path, name: str, endings: tuple[str, ...], others: list[str]) -> Iterator[Source]:
    """The documents in an archive called `name`, by name; the names of other files go to `others`.

    Nothing of it is written to disk.
    """
    try:
        archive = _archive(path, name)
    except ReadError as error:
        yield Source(name, error=str(error))
        return
    with archive:
        files = sorted((info for info in archive.infolist() if _is_shown(info)), key=lambda info: info.filename)
        documents = [info for info in files if _is_document(archive, info, endings)]
        known = set(map(id, documents))
        others += (info.filename for info in files if id(info) not in known)
        seen: set[str] = set()
        for info in documents:
            yield _member(archive, info, f"{name}/{info.filename}", info.filename in seen)
            seen.add(info.filename)


def _archive(path: Path, name: str) -> ZipFile:
    most = limits()
    if path.stat().st_size > most.file_mb * 1_000_000:
        raise ReadError(f"{name}: is larger than {most.file_mb} MB; unpack it, or raise CHRONICLE_MAX_FILE_MB")
    return opened(path.read_bytes(), name, most)


def _is_shown(info: ZipInfo) -> bool:
    """A file that is not hidden and none of those that a Mac adds."""
    parts = PurePosixPath(info.filename).parts
    return not info.is_dir() and not any(p == "__MACOSX" or (p.startswith(".") and p != "..") for p in parts)


def _is_document(archive: ZipFile, info: ZipInfo, endings: tuple[str, ...]) -> bool:
    """By its name, or else by its content, where that can be seen."""
    if PurePosixPath(info.filename).suffix.lower() in endings:
        return True
    if info.flag_bits & 1:
        return False
    try:
        with archive.open(info) as file:
            return _is_read(file)
    except FAULTS:
        return False


def _member(archive: ZipFile, info: ZipInfo, name: str, is_second: bool) -> Source:
    most = limits().file_mb
    if ".." in PurePosixPath(info.filename).parts:
        return Source(name, error=f"{name}: its name leads out of the archive; unpack it with another program")
    if is_second:
        return Source(name, error=f"{name}: a second file of this name in the archive; unpack it with another program")
    if info.file_size > most * 1_000_000:
        return Source(name, error=f"{name}: is larger than {most} MB; split it, or raise CHRONICLE_MAX_FILE_MB")
    if info.flag_bits & 1:
        return Source(name, error=f"{name}: locked with a password; unpack the archive first")
    try:
        return Source(name, archive.read(info))
    except FAULTS:
        return Source(name, error=f"{name}: damaged in the archive; unpack it with another program")
