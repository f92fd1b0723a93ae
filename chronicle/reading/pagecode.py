"""The bytes of a web page to text: by mark, by what the page says of itself, as UTF-8 or as Windows-1252."""

import codecs
import re

from chronicle.errors import ReadError
from chronicle.reading.decoding import decode

_DECLARED = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}(?P<meta>[\w.:-]{2,40})"
    rb"|<\?xml\s[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"'](?P<xml>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# As browsers take them (encoding.spec.whatwg.org): a narrow label stands for the wide code that contains it.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_CODES = frozenset(
    [
        *(f"cp{number}" for number in (866, 874, 932, 949, 950, *range(1250, 1259))),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *"big5hkscs euc_jp gb18030 iso2022_jp johab koi8-r koi8-u mac-cyrillic mac-roman utf-8".split(),
    ]
)


def decode_page(data: bytes, file: str) -> str:
    """The text of a page. Raises ReadError for an empty file and for one that is no text."""
    code = None if data.startswith(_MARKS) else declared(data)
    if code is None or code == "utf-8":
        return decode(data, file)
    if b"\x00" in data[:_HEAD]:
        raise ReadError(f"{file}: not a web page; give the page as it was saved")
    return data.decode(code, "replace")


def declared(data: bytes) -> str | None:
    """The code that a page names in its head, if there is such a code."""
    found = _DECLARED.search(data[:_HEAD])
    return named((found["meta"] or found["xml"]).decode("ascii")) if found else None


def named(label: str) -> str | None:
    """Python's name of a code for text; None for an unknown label and for what is no code of a page."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _CODES else None
