"""Bytes to text: UTF-8 with or without a mark, UTF-16, Windows-1252; every line end becomes a line feed."""

import codecs
import re

from chronicle.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_LINE_END = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_LINE_SIGNS = "\r\x0b\x85\u2028\u2029"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, file: str) -> str:
    """The text of a file. Raises ReadError for an empty file and for one that is no text."""
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise ReadError(f"{file}: the file is empty; give a file with a chronology")
    text = _decoded(data, file)
    return _LINE_END.sub("\n", text) if any(sign in text for sign in _LINE_SIGNS) else text


def _decoded(data: bytes, file: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file)
    guessed = _utf16_without_mark(data)
    if guessed:
        return _strictly(data, guessed, file)
    if _is_binary(data):
        raise ReadError(f"{file}: not a text file; give plain text or Markdown")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def is_text(data: bytes) -> bool:
    """Whether some bytes are text in one of these codes, as far as can be seen without reading all of it."""
    marked = any(data.startswith(mark) for mark, _ in _MARKS) or _utf16_without_mark(data) is not None
    return marked or not _is_binary(data)


def _is_binary(data: bytes) -> bool:
    return len(_CONTROL.findall(data[:_SAMPLE])) * 100 > len(data[:_SAMPLE]) or b"\x00" in data


def _windows(data: bytes) -> str:
    """Windows-1252, its five unassigned bytes read as Latin-1 controls, as browsers do."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "replace") if b not in _UNASSIGNED else chr(b) for b in data)


_UNASSIGNED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise ReadError(f"{file}: not valid {encoding} at byte {fault.start}; save it as UTF-8") from None


def _utf16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        other = sample[1 - first :: 2]
        if sample[first::2].count(0) > half * 0.6 and other.count(0) < half * 0.05:
            return encoding
    return None
