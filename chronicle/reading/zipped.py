"""Zip files, refused before anything is unpacked where they hold too much."""

import io
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile

from chronicle.config import Limits, limit_name
from chronicle.errors import ReadError

# What zipfile raises for archives that are damaged, locked or packed in a way that it does not know.
FAULTS = (BadZipFile, LargeZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)

_ENTRY = b"PK\x01\x02"
_SMALL = 1_000_000  # bytes that are no bomb, however well they were packed


def opened(data: bytes, file: str, most: Limits, size_limit: str = "archive_mb") -> ZipFile:
    """The archive. Sizes are those that it states, and zipfile unpacks no more than these.

    Raises ReadError for more files, more megabytes in all or a higher ratio of unpacked to packed.
    """
    if data.count(_ENTRY) > 2 * most.archive_files:
        raise _too_much(file, f"holds more than {most.archive_files} files", "archive_files")
    try:
        archive = ZipFile(io.BytesIO(data))
    except FAULTS:
        raise ReadError(f"{file}: not a zip file, or damaged; get it anew") from None
    infos = archive.infolist()
    size, megabytes = sum(info.file_size for info in infos), getattr(most, size_limit)
    if len(infos) > most.archive_files:
        raise _too_much(file, f"holds more than {most.archive_files} files", "archive_files")
    if size > megabytes * 1_000_000:
        raise _too_much(file, f"holds {size // 1_000_000} MB, more than {megabytes}", size_limit)
    if size > _SMALL and size > most.archive_ratio * len(data):
        raise _too_much(file, f"grows to more than {most.archive_ratio} times its size", "archive_ratio")
    return archive


def _too_much(file: str, what: str, limit: str) -> ReadError:
    return ReadError(f"{file}: {what}; unpack it, or raise {limit_name(limit)}")
