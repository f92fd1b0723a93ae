"""The reader of EPUB books: their chapters in reading order, each a page for the reader of web pages."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote
from zipfile import ZipFile

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.reading.blocks import Block, reading_of
from chronicle.reading.formats import Kind
from chronicle.reading.html import blocks_of_page
from chronicle.reading.reader import Reading
from chronicle.reading.tags import attributes
from chronicle.reading.zipped import FAULTS, opened

_CONTAINER = "META-INF/container.xml"
_TAG = re.compile(r"<(?:\w{1,20}:)?(?P<name>rootfile|item|itemref)\b(?P<attributes>[^<>]{0,2000})>")


class Epub:
    """EPUB 2 and 3. Its XML is searched for tags and not parsed, so that no entity can unfold in it."""

    name = "epub"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.EPUB

    def read(self, data: bytes, file: str) -> Reading:
        with opened(data, file, limits(), "file_mb") as archive:
            blocks = [block for name in _chapters(archive, file) for block in _chapter(archive, name, file)]
        return reading_of(blocks)


def _chapter(archive: ZipFile, name: str, file: str) -> list[Block]:
    data = _part(archive, name, file)
    return blocks_of_page(data, file) if data.strip() else []


def _chapters(archive: ZipFile, file: str) -> Iterator[str]:
    """The names of the chapters as the book's spine puts them, without its table of contents."""
    roots = [found["full-path"] for name, found in _tags(archive, _CONTAINER, file) if name == "rootfile"]
    if not roots:
        raise _damaged(file)
    tags = list(_tags(archive, roots[0], file))
    items = {found.get("id"): found for name, found in tags if name == "item"}
    for name, found in tags:
        item = items.get(found.get("idref")) if name == "itemref" else None
        if item and found.get("linear") != "no" and "nav" not in item.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(posixpath.dirname(roots[0]), unquote(item.get("href", ""))))


def _tags(archive: ZipFile, name: str, file: str) -> Iterator[tuple[str, dict[str, str]]]:
    for m in _TAG.finditer(_part(archive, name, file).decode("utf-8", "replace")):
        yield m["name"], {key: unescape(value) for key, value in attributes(m["attributes"]).items()}


def _part(archive: ZipFile, name: str, file: str) -> bytes:
    try:
        return archive.read(name)
    except (*FAULTS, KeyError):
        raise _damaged(file) from None


def _damaged(file: str) -> ReadError:
    return ReadError(f"{file}: not an EPUB book, locked or damaged; convert it to .html or .docx")
