"""The reader of OpenDocument texts: their tags put in HTML's words, for the reader of web pages."""

import re
from collections.abc import Mapping

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.reading.blocks import reading_of
from chronicle.reading.formats import Kind
from chronicle.reading.html import blocks_of_page
from chronicle.reading.reader import Reading
from chronicle.reading.tags import attributes
from chronicle.reading.zipped import FAULTS, opened

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-z]+:[\w-]+)(?P<attributes>[^<>]*)>|<[?!][^<>]*>")
_BOLD = re.compile(
    r"<style:style\s[^<>]*style:name=\"(?P<name>[^\"]{1,80})\"[^<>]*>(?:(?!</style:style>)<[^<>]*>\s*){0,20}?"
    r"<style:text-properties\s[^<>]*fo:font-weight=\"(?:bold|[6-9]00)\""
)
_WORDS = {
    "text:p": "p", "text:list-item": "li", "text:list": "ul", "text:line-break": "br", "table:table": "table",
    "table:table-row": "tr", "table:table-cell": "td", "table:table-header-rows": "thead", "text:note": "aside",
    "text:tracked-changes": "aside", "text:table-of-content": "nav", "draw:frame": "aside",
    "office:annotation": "aside",
}  # fmt: skip


class Odt:
    """OpenDocument texts. Their XML is not parsed, so that no entity can unfold in it."""

    name = "odt"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.ODT

    def read(self, data: bytes, file: str) -> Reading:
        with opened(data, file, limits(), "file_mb") as archive:
            try:
                content = archive.read("content.xml").decode("utf-8")
            except (*FAULTS, KeyError):
                message = f"{file}: not an OpenDocument text, locked or damaged; save it as .docx"
                raise ReadError(message) from None
        blocks = blocks_of_page(_page(content).encode(), file)
        return reading_of(blocks)


def _page(content: str) -> str:
    """The text of the document as a page."""
    bold = {m["name"] for m in _BOLD.finditer(content)}
    start = content.find("<office:text")
    body = content[max(start, 0) :]
    return f'<!doctype html><meta charset="utf-8">{_TAG.sub(lambda m: _tag(m, bold), body)}'


def _tag(m: re.Match[str], bold: set[str]) -> str:
    """A tag in HTML's words; nothing for what has none there."""
    name, closes = m["name"], bool(m["closes"])
    if name in _WORDS:
        return _same(_WORDS[name], closes, alone=m["attributes"].endswith("/"))
    told = _TAGS.get(name)
    return told(closes, attributes(m["attributes"]) if m["attributes"] else {}, bold) if told else ""


def _same(word: str, closes: bool, *, alone: bool) -> str:
    """What is a tag there too; `alone` where it closes itself, as only a break does there."""
    if closes:
        return f"</{word}>"
    return f"<{word}></{word}>" if alone and word != "br" else f"<{word}>"


def _blank(closes: bool, said: Mapping[str, str], bold: set[str]) -> str:
    return " "


def _heading(closes: bool, said: Mapping[str, str], bold: set[str]) -> str:
    level = said.get("text:outline-level", "1")
    return "</h1>" if closes else f"<h{level if level in '123456' else 6}>"


def _link(closes: bool, said: Mapping[str, str], bold: set[str]) -> str:
    return "</a>" if closes else f'<a href="{said.get("xlink:href", "").replace(chr(34), "%22")}">'


def _span(closes: bool, said: Mapping[str, str], bold: set[str]) -> str:
    if closes:
        return "</span>"
    return '<span style="font-weight:bold">' if said.get("text:style-name") in bold else "<span>"


_TAGS = {"text:s": _blank, "text:tab": _blank, "text:h": _heading, "text:a": _link, "text:span": _span}
