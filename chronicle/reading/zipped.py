"""Zip files, refused before anything is unpacked where they hold too much."""

import io
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile

from chronicle.errors import ReadError

# What zipfile raises for archives that are damaged, locked or packed in a way that it does not know.
FAULTS = (BadZipFile, LargeZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)

_ENTRY = b"PK\x01\x02"
_SMALL = 1_000_000  # bytes that are no bomb, however well they were packed


def opened(data: bytes, file: str, *, files: int, megabytes: int, ratio: int) -> ZipFile:
    """The archive. Sizes are those that it states, and zipfile unpacks no more than these.

    Raises ReadError for more files, more megabytes in all or a higher ratio of unpacked to packed.
    """
    if data.count(_ENTRY) > 2 * files:
        raise _too_many(file, files)
    try:
        archive = ZipFile(io.BytesIO(data))
    except FAULTS:
        raise ReadError(f"{file}: not a zip file, or damaged; get it anew") from None
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    if len(infos) > files:
        raise _too_many(file, files)
    if size > megabytes * 1_000_000:
        raise ReadError(
            f"{file}: holds {size // 1_000_000} MB, more than {megabytes}; unpack it, or raise CHRONICLE_MAX_ARCHIVE_MB"
        )
    if size > _SMALL and size > ratio * len(data):
        raise ReadError(
            f"{file}: grows to more than {ratio} times its size; unpack it, or raise CHRONICLE_MAX_ARCHIVE_RATIO"
        )
    return archive


def _too_many(file: str, files: int) -> ReadError:
    return ReadError(f"{file}: holds more than {files} files; unpack it, or raise CHRONICLE_MAX_ARCHIVE_FILES")
