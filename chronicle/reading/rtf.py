"""The reader of Rich Text files: their words and paragraphs, without pictures, notes, headers and styles."""

import codecs
import re
from dataclasses import dataclass, replace

from chronicle.errors import ReadError
from chronicle.reading.blocks import ROW, Block, Writer, reading_of
from chronicle.reading.formats import Kind
from chronicle.reading.reader import Reading

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<code>[0-9a-fA-F]{2})|(?P<sign>[^a-z]))"
    r"|(?P<brace>[{}])|(?P<line>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_BESIDE = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    " footnote annotation xmlnstbl listtable listoverridetable rsidtbl generator themedata datastore fldinst"
    " bkmkstart bkmkend latentstyles".split()
)
_BREAKS = frozenset("par sect page row line".split())
_DEEPEST = 1_000
_SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "cell": " | ",
}  # fmt: skip
_ESCAPED = {"~": " ", "_": "-", "-": "", "\n": "\n", "\r": "\n"}


@dataclass(slots=True)
class _Group:
    """What holds up to the closing brace."""

    beside: bool = False
    bold: bool = False
    stand_in: int = 1  # characters behind a number that stand in for the sign it gives


class Rtf:
    """Rich Text files, whatever their name."""

    name = "rtf"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.RTF

    def read(self, data: bytes, file: str) -> Reading:
        text = _Text(_code(data), file)
        for m in _TOKEN.finditer(data.decode("latin-1")):
            text.take(m)
        if not text.blocks:
            raise ReadError(f"{file}: holds no text; save it as .docx")
        return reading_of(text.blocks)


def _code(data: bytes) -> str:
    """The code page that the file names, or Windows-1252."""
    found = re.search(rb"\\ansicpg(\d{3,5})", data[:1000])
    try:
        return codecs.lookup(f"cp{found[1].decode()}").name if found else "cp1252"
    except LookupError:
        return "cp1252"


class _Text:
    """Takes the tokens in order."""

    def __init__(self, code: str, file: str) -> None:
        self._code = code
        self._file = file
        self._writer = Writer()
        self._groups = [_Group()]
        self._bytes = bytearray()  # signs given as bytes, of which several may make one
        self._high = 0  # the first half of a sign that is given by two numbers
        self._skip = 0
        self._in_row = False

    @property
    def blocks(self) -> list[Block]:
        self._end_bytes()
        self._writer.flush()
        return self._writer.blocks

    def take(self, m: re.Match[str]) -> None:
        if m["code"]:
            self._byte(int(m["code"], 16))
            return
        self._end_bytes()
        if m["text"]:
            self._words(m["text"].encode("latin-1").decode(self._code, "replace"))
        elif m["word"]:
            self._word(m["word"], m["number"])
        elif m["brace"]:
            self._brace(m["brace"])
        elif m["sign"] == "*":
            self._groups[-1].beside = True
        elif m["sign"]:
            self._words(_ESCAPED.get(m["sign"], m["sign"]))

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._groups[-1].beside:
            self._bytes.append(code)

    def _end_bytes(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._code, "replace")
            self._bytes.clear()
            self._words(words)

    def _words(self, words: str) -> None:
        skipped = min(self._skip, len(words))
        self._skip -= skipped
        if not self._groups[-1].beside and words[skipped:]:
            self._writer.words(words[skipped:])

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            if len(self._groups) > _DEEPEST:
                raise ReadError(f"{self._file}: groups nested more than {_DEEPEST} deep; save it as .docx")
            self._groups.append(replace(self._groups[-1]))
        elif len(self._groups) > 1:
            bold = self._groups.pop().bold
            self._embolden(bold, self._groups[-1].bold)

    def _word(self, word: str, number: str | None) -> None:
        group = self._groups[-1]
        if word in _BESIDE:
            group.beside = True
        elif group.beside:
            return
        elif word in _BREAKS:
            self._break(word)
        elif word in _SIGNS:
            self._words(_SIGNS[word])
        elif word == "u" and number:
            self._numbered(int(number) % 65_536)
        elif word == "uc" and number:
            group.stand_in = max(0, int(number))
        elif word in ("b", "plain"):
            bold = word == "b" and number != "0"
            self._embolden(group.bold, bold)
            group.bold = bold
        elif word == "trowd" and not self._in_row:
            self._in_row = True
            self._writer.begin(ROW)

    def _embolden(self, before: bool, now: bool) -> None:
        if now and not before:
            self._writer.open_bold()
        elif before and not now:
            self._writer.close_bold()

    def _break(self, word: str) -> None:
        if word == "line":
            self._writer.line()
        elif self._in_row and word != "row":
            self._writer.words(" ")
        else:
            self._in_row = False
            self._writer.begin("")

    def _numbered(self, code: int) -> None:
        self._skip = 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            pair = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00
            self._words(chr(pair) if self._high else "")
            self._high = 0
        else:
            self._words(chr(code))
        self._skip = self._groups[-1].stand_in
