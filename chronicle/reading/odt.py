"""The reader of OpenDocument texts: their tags put in HTML's words, for the reader of web pages."""

import re

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.reading.blocks import reading_of
from chronicle.reading.formats import Kind, kind_of
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
_SPACES = frozenset(("text:s", "text:tab"))


class Odt:
    """OpenDocument texts. Their XML is not parsed, so that no entity can unfold in it."""

    name = "odt"

    def identify(self, data: bytes, file: str) -> bool:
        return kind_of(data, file) is Kind.ODT

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
    name, slash = m["name"], m["closes"]
    if name is None:
        return ""
    if name in _SPACES:
        return " "
    if name in _WORDS:
        alone = "" if slash or not m["attributes"].endswith("/") or name == "text:line-break" else f"</{_WORDS[name]}>"
        return f"<{slash}{_WORDS[name]}>{alone}"
    found = attributes(m["attributes"]) if m["attributes"] else {}
    if name == "text:h":
        level = found.get("text:outline-level", "1")
        return "</h1>" if slash else f"<h{level if level in '123456' else 6}>"
    if name == "text:a":
        return "</a>" if slash else f'<a href="{found.get("xlink:href", "").replace(chr(34), "%22")}">'
    if name == "text:span":
        return (
            "</span>"
            if slash
            else '<span style="font-weight:bold">'
            if found.get("text:style-name") in bold
            else "<span>"
        )
    return ""
