"""How large the packed parts of a PDF get, asked before PDFium unpacks them: it would take all memory there is."""

import binascii
import re
import zlib
from base64 import a85decode
from collections.abc import Iterator

_RATIO = 1_032  # a byte that zlib packed is never more than this
_DICTIONARY = 2_000  # bytes before a stream in which its dictionary is looked for
_CHUNK = 1 << 20
_NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,5}$")
_LONGEST_NUMBER = 16


def unpacks_to_more(data: bytes, limit: int) -> bool:
    """Whether a stream that is no picture unpacks to more than so many bytes; small ones cannot, and are not tried."""
    suspects = ((start, end) for start, end in streams(data) if (end - start) * _RATIO > limit)
    return any(_is_larger(data, start, end, limit) for start, end in suspects)


def streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the streams of a file begin and end."""
    at = data.find(b"stream")
    while at >= 0:
        end = data.find(b"endstream", at + 6)
        if end < 0:
            end = len(data)
        yield at + 6, end
        at = data.find(b"stream", end + 9)


def dictionary_before(data: bytes, start: int) -> tuple[int | None, bytes]:
    """The number of the object whose stream begins at `start`, and its dictionary."""
    head, _, dictionary = data[max(0, start - _DICTIONARY) : start].rpartition(b" obj")
    number = _NUMBER.search(head[-_LONGEST_NUMBER:])
    return (int(number[1]) if number else None), dictionary


def _is_larger(data: bytes, start: int, end: int, limit: int) -> bool:
    dictionary = dictionary_before(data, start)[1]
    if b"/Image" in dictionary or (b"/Fl" not in dictionary and b"/LZW" not in dictionary):
        return False
    packed = data[start:end].strip(b"\r\n")
    if b"/ASCII85Decode" in dictionary or b"/A85" in dictionary:
        packed = _from_ascii(packed)
    return _unpacked(packed, limit) > limit


def _from_ascii(packed: bytes) -> bytes:
    try:
        return a85decode(packed.partition(b"~>")[0])
    except (ValueError, binascii.Error):
        return b""


def _unpacked(packed: bytes, limit: int) -> int:
    """The size of what zlib packed, or the first size found above the limit; 0 for anything else."""
    unpacker = zlib.decompressobj()
    size, rest = 0, packed
    try:
        while rest and size <= limit:
            size += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
