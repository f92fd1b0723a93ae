"""The reader of Word files: paragraphs, lists, tables, headings, links and bold words of the text itself.

Headers, footers, notes, text boxes, captions, tables of contents and deleted words are left out.
"""

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.model import Citation
from chronicle.reading.about import of_properties
from chronicle.reading.blocks import BULLET, Block, Writer, heading, reading_of
from chronicle.reading.formats import Kind
from chronicle.reading.reader import Reading
from chronicle.reading.tables import Cell, Table, blocks_of
from chronicle.reading.wordstyles import Styles, is_on, tag, value
from chronicle.reading.zipped import opened

if TYPE_CHECKING:
    from docx.document import Document as WordFile

    Element = Any

_WITHIN = frozenset(
    map(tag, ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo"))
)
_SIGNS = {tag("tab"): " ", tag("noBreakHyphen"): "-", tag("ptab"): " "}
_P, _TBL, _TR, _TC, _R, _T = map(tag, ("p", "tbl", "tr", "tc", "r", "t"))
_HYPERLINK, _BR, _CR, _FIELD, _INSTRUCTION = map(tag, ("hyperlink", "br", "cr", "fldChar", "instrText"))
_SDT, _SDT_CONTENT = tag("sdt"), tag("sdtContent")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?P<local>\\l\s+)?\"(?P<url>[^\"]*)\"", re.IGNORECASE)
_NOTE = re.compile(r"\[?\d{1,3}\]?")


class Docx:
    """Word files of 2007 and later, whatever their name."""

    name = "docx"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.DOCX

    def read(self, data: bytes, file: str) -> Reading:
        word = _opened(data, file)
        text = _Text(word)
        text.take_all(word.element.body)
        return replace(reading_of(text.blocks), about=_about(word))


def _about(word: "WordFile") -> Citation:
    """A file may have no properties, or damaged ones."""
    try:
        return of_properties(word.core_properties.title, word.core_properties.author)
    except Exception:
        return Citation()


def _opened(data: bytes, file: str) -> "WordFile":
    """Raises ReadError for a file that is damaged or grows too large."""
    opened(data, file, limits(), "file_mb").close()
    from docx import Document

    try:
        word = Document(io.BytesIO(data))
        _ = word.element.body, word.styles.element
    except Exception as fault:
        # python-docx has no error of its own for a damaged part: whatever its parsers raise comes through.
        raise ReadError(f"{file}: not a Word file, or damaged; open and save it anew") from fault
    return word


class _Text:
    """Takes the elements of a text in order."""

    def __init__(self, word: "WordFile") -> None:
        self._styles = Styles(word.styles.element)
        self._relations = word.part.rels
        self._writer = Writer()
        self._field: str | None = None  # the instruction of a field that is being read

    @property
    def blocks(self) -> list[Block]:
        self._writer.flush()
        return self._writer.blocks

    def take_all(self, parent: "Element") -> None:
        for element in parent:
            if element.tag == _P:
                self._paragraph(element)
            elif element.tag == _TBL:
                self._table(element)
            elif element.tag in _WITHIN and not _is_contents(element):
                self.take_all(element)

    def _paragraph(self, paragraph: "Element") -> None:
        style = self._styles.of_paragraph(paragraph)
        if style.is_beside:
            return
        level = style.level
        self._writer.begin(heading(level) if level else BULLET if style.is_listed else "")
        if style.is_bold and not level:
            self._writer.open_bold()
        self._inline(paragraph)
        self._writer.begin("")
        if style.is_bold and not level:
            self._writer.close_bold()

    def _inline(self, parent: "Element") -> None:
        for element in parent:
            if element.tag == _R:
                self._run(element)
            elif element.tag == _HYPERLINK:
                self._writer.open_link(self._target(element))
                self._inline(element)
                self._writer.close_link()
            elif element.tag in _WITHIN:
                self._inline(element)

    def _target(self, link: "Element") -> str:
        """Where a link leads; `#name` to a place in the same file."""
        relation = self._relations.get(link.get(_RELATION, ""))
        if relation is not None and relation.is_external:
            return str(relation.target_ref)
        anchor = link.get(tag("anchor"))
        return f"#{anchor}" if anchor else ""

    def _run(self, run: "Element") -> None:
        shown = self._styles.of_run(run)
        if shown.is_hidden or (shown.is_raised and _is_note(run)):
            return
        if shown.is_bold:
            self._writer.open_bold()
        for element in run:
            self._piece(element)
        if shown.is_bold:
            self._writer.close_bold()

    def _piece(self, element: "Element") -> None:
        if element.tag == _T:
            self._writer.words(element.text or "")
        elif element.tag in _SIGNS:
            self._writer.words(_SIGNS[element.tag])
        elif element.tag in (_BR, _CR):
            self._writer.line()
        elif element.tag == _FIELD:
            self._field_sign(value(element, "fldCharType"))
        elif element.tag == _INSTRUCTION and self._field is not None:
            self._field += element.text or ""

    def _field_sign(self, kind: str) -> None:
        """Fields print links in older files: an instruction with the address, then the words, then an end."""
        if kind == "begin":
            self._field = ""
        elif kind == "separate":
            found = _ADDRESS.match(self._field or "")
            self._field = None
            if found:
                self._writer.open_link(("#" if found["local"] else "") + found["url"])
        elif kind == "end":
            self._field = None
            self._writer.close_link()

    def _table(self, element: "Element") -> None:
        self._writer.flush()
        outer, table = self._writer.blocks, Table()
        above: dict[int, Cell] = {}
        for row in element.iterchildren(_TR):
            table.rows.append(self._row(row, above))
        self._writer.blocks = outer
        table.layout = next(element.iterdescendants(_TBL), None) is not None
        outer.extend(blocks_of(table))

    def _row(self, row: "Element", above: dict[int, Cell]) -> list[Cell]:
        """A row's cells; one that goes on from the row above lengthens the cell there."""
        header = is_on(row.find(f"{tag('trPr')}/{tag('tblHeader')}"))
        cells: list[Cell] = []
        column = 0
        for element in _cells(row):
            properties = element.find(tag("tcPr"))
            merge = None if properties is None else properties.find(tag("vMerge"))
            columns = 1 if properties is None else _number(properties.find(tag("gridSpan")))
            if merge is not None and value(merge) != "restart" and column in above:
                above[column].rows += 1
            else:
                above[column] = Cell([], 1, columns, header)
                cells.append(above[column])
                self._writer.blocks = above[column].blocks
                self.take_all(element)
                self._writer.flush()
            column += columns
        return cells


def _cells(row: "Element") -> "list[Element]":
    """A row's cells, those in content controls too."""
    found: list[Element] = []
    for element in row:
        if element.tag == _TC:
            found.append(element)
        elif element.tag == _SDT:
            content = element.find(_SDT_CONTENT)
            found += [] if content is None else content.iterchildren(_TC)
    return found


def _number(element: "Element | None") -> int:
    written = "" if element is None else value(element)
    return min(int(written), 100) if written.isdecimal() and 0 < len(written) < 6 and int(written) else 1


def _is_note(run: "Element") -> bool:
    return _NOTE.fullmatch("".join(text.text or "" for text in run.iterchildren(_T)).strip()) is not None


def _is_contents(element: "Element") -> bool:
    """A table of contents that Word made."""
    gallery = element.find(f"{tag('sdtPr')}/{tag('docPartObj')}/{tag('docPartGallery')}")
    return gallery is not None and value(gallery) == "Table of Contents"
