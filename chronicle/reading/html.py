"""The reader of web pages: what stands in the page's own text, by its elements and never by a site's class names."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urljoin, urlsplit

from chronicle.config import limits
from chronicle.errors import ReadError
from chronicle.reading.about import NAMES, of_page
from chronicle.reading.blocks import BULLET, Block, Writer, heading, reading_of
from chronicle.reading.formats import Kind
from chronicle.reading.grammar import match_date
from chronicle.reading.pagecode import decode_page
from chronicle.reading.pagetext import ARTICLE, BANNER, MAIN, own_text
from chronicle.reading.reader import Reading
from chronicle.reading.tables import Cell, Table, blocks_of
from chronicle.reading.tags import Pieces, Tag, attributes

# Elements that hold no markup; of them only the title has words.
_RAW = frozenset("script style noscript iframe noembed noframes textarea xmp title".split())

# Elements beside the text: menus, asides, credits, controls, pictures and what is said under them.
_BESIDE = frozenset(
    "nav aside footer figcaption button select datalist dialog template svg math audio video canvas object"
    " rt rp".split()
)
_ROLES = frozenset(
    "navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tooltip alert".split()
)
_WHOLE = frozenset(("html", "body", "main", "article"))
_PARTS = frozenset(
    "address article blockquote body caption center details dir div dl fieldset form frameset header"
    " hgroup hr html legend main menu ol optgroup option p pre section summary ul".split()
)
_HEADINGS = {f"h{level}": heading(level) for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_TELLS = re.compile(r"role|itemprop|bold|font-weight|caption", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOTE = re.compile(r"\[?\d{1,3}\]?|\[[^\]]{1,30}\]")
_LINE_END = re.compile("\r\n?|\n")
_LONGEST_NOTE, _LONGEST_TITLE = 40, 500
# What shows something, what has parts of its own, and a term that is nothing but a picture.
_SHOWS = re.compile(r"<(?:img|picture|video|iframe|amp-img)\b", re.IGNORECASE)
_HAS_PARTS = re.compile(r"<(?:table|ul|ol|dl|h[1-6]|blockquote)\b", re.IGNORECASE)
_PICTURED = re.compile(r"\s*(?:<a\b[^>]*+>\s*)?<img\b[^>]*+>\s*(?:</a>\s*)?$", re.IGNORECASE)
_LONGEST_FIGURE = 6000
# A picture and nothing but the ends of what it stands in, and what opens behind it.
_BEHIND_PICTURE = re.compile(
    r"<img\b[^>]*+>(?:\s|</?(?:a|div|span|p|br|center|picture|noscript)\b[^>]*+>)*+\Z", re.IGNORECASE
)
_OF_CAPTIONS = re.compile(r"(?:^|\s)(?:\w+[-_]{1,2})*caption(?:[-_]{0,2}text)?(?:$|\s)", re.IGNORECASE)
_A_TAG = re.compile(r"<[^>]*+>")
_LONGEST_PICTURE = 2000  # characters of the tag of a picture, with all its addresses
_LONGEST_CAPTION = 250
_MOST_SPANNED = 1000


class Html:
    """Web pages: told by their first tags, or by the name of a file that is text."""

    name = "html"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.HTML

    def read(self, data: bytes, file: str) -> Reading:
        page = _read(data, file)
        blocks = own_text(page.blocks, page.title, page.articles)
        first = next((block.text for block in blocks if block.lead == heading(1)), "")
        return replace(reading_of(blocks, page.url), about=of_page(page.said, page.title, first))


def _read(data: bytes, file: str) -> "_Page":
    page = _Page(decode_page(data, file), file)
    page.take_all()
    return page


def blocks_of_page(data: bytes, file: str) -> list[Block]:
    """A page's own text, without its title."""
    page = _read(data, file)
    return own_text(page.blocks, "", page.articles)


@dataclass(slots=True)
class _Open:
    """A table that is being read, where its blocks go, and whether a picture stands in one of its cells."""

    table: Table
    outer: list[Block]
    pictured: bool = False

    @property
    def is_caption(self) -> bool:
        """Whether nothing is in it but a picture and, in the same column, a few words that are no entry's."""
        blocks = [block for row in self.table.rows for cell in row for block in cell.blocks]
        if not self.pictured or len(blocks) != 1 or any(len(row) > 1 for row in self.table.rows):
            return False
        words = blocks[0].text
        return not blocks[0].lead and len(words) <= _LONGEST_CAPTION and match_date(words) is None


class _Page:
    """Takes a page's words and tags in order and keeps its blocks, its title and its address."""

    def __init__(self, page: str, file: str) -> None:
        self.title = ""
        self.articles = 0
        self.url: str | None = None
        self.said: defaultdict[str, list[str]] = defaultdict(list)
        self._pieces = Pieces(page)
        self._file = file
        self._base: str | None = None
        self._writer = Writer()
        self._pre = 0
        self._inside = {"main": 0, "article": 0, "header": 0}
        self._tables: list[_Open] = []
        self._deepest = limits().table_depth
        self._heavy: list[str] = []
        self._note: list[str] | None = None
        self._captions: set[str] = set()
        self._is_pictured = False

    @property
    def blocks(self) -> list[Block]:
        if self._note is not None:
            self._end_note()
        while self._tables:
            self._close_table()
        self._writer.flush()
        return self._writer.blocks

    def take_all(self) -> None:
        for piece in self._pieces:
            if isinstance(piece, str):
                self._words(piece)
                continue
            name = piece["name"].lower()
            action = _ACTIONS.get(name)
            if action is not None:
                action(self, name, piece)
            elif self._heavy or (not piece["closes"] and self._tells(piece)):
                self._styled(name, piece)

    def _words(self, words: str) -> None:
        if self._note is not None:
            self._note.append(words)
            if sum(map(len, self._note)) > _LONGEST_NOTE:
                self._end_note()
        elif self._pre:
            self._preformatted(words)
        else:
            self._writer.words(words)

    def _preformatted(self, words: str) -> None:
        for number, line in enumerate(_LINE_END.split(words)):
            if number:
                self._writer.line()
            self._writer.words(line)

    def beside(self, name: str, tag: Tag) -> None:
        if not tag["closes"] and not tag["attributes"].endswith("/"):
            self._writer.flush()
            self._pieces.skip(name)

    def part(self, name: str, tag: Tag) -> None:
        self._writer.flush()
        if name in self._inside:
            self._enter(name, tag)
        elif name == "pre":
            self._pre = max(0, self._pre + (-1 if tag["closes"] else 1))
        if not tag["closes"] and self._tells(tag):
            self._by_role(name, tag)

    def _tells(self, tag: Tag) -> bool:
        """Whether an element's attributes may say more than its name."""
        return bool(_TELLS.search(tag["attributes"]) or (self._captions and "id" in tag["attributes"].lower()))

    def _enter(self, name: str, tag: Tag) -> None:
        self._inside[name] = max(0, self._inside[name] + (-1 if tag["closes"] else 1))
        main, article, header = self._inside.values()
        self.articles += name == "article" and article == 1 and not tag["closes"]
        within = MAIN * bool(main) + ARTICLE * bool(article)
        self._writer.place = within or BANNER * bool(header)

    def _by_role(self, name: str, tag: Tag) -> None:
        found = attributes(tag["attributes"])
        captions = found.get("id") in self._captions or found.get("itemprop", "").lower() == "caption"
        captions = captions or self._is_caption(name, tag, found.get("class", ""))
        if (captions or found.get("role", "").lower() in _ROLES) and name not in _WHOLE:
            self.beside(name, tag)

    def _is_caption(self, name: str, tag: Tag, classes: str) -> bool:
        """`<img><div class="caption">`: whether an element right behind a picture tells what it shows, and no date."""
        if not _OF_CAPTIONS.search(classes) or not _BEHIND_PICTURE.search(self._pieces.before(tag, _LONGEST_PICTURE)):
            return False
        inside = self._pieces.ahead(name, _LONGEST_FIGURE)
        words = _A_TAG.sub("", inside).strip()
        return bool(words) and not _HAS_PARTS.search(inside) and match_date(words) is None

    def figure(self, name: str, tag: Tag) -> None:
        """A picture and all that is said in its figure, unless that holds a table, a list or headings."""
        inside = "" if tag["closes"] else self._pieces.ahead("figure", _LONGEST_FIGURE)
        if _SHOWS.search(inside) and not _HAS_PARTS.search(inside):
            self.beside(name, tag)
        else:
            self.part(name, tag)

    def term(self, name: str, tag: Tag) -> None:
        """A term that is a picture has what the picture shows beside it, no definition."""
        if name == "dt" and not tag["closes"]:
            self._is_pictured = _PICTURED.match(self._pieces.ahead("dt", _LONGEST_FIGURE)) is not None
        elif self._is_pictured and not tag["closes"]:
            self.beside(name, tag)
            return
        self.part(name, tag)

    def picture(self, name: str, tag: Tag) -> None:
        """A picture shows nothing to a reader of words, but it can name the element that tells what it shows."""
        if self._tables:
            self._tables[-1].pictured = True
        found = attributes(tag["attributes"])
        self._captions.update(found.get("aria-describedby", "").split())

    def _styled(self, name: str, tag: Tag) -> None:
        """An inline element that its style makes bold, up to its end."""
        if tag["closes"]:
            if self._heavy and self._heavy[-1] == name:
                self._heavy.pop()
                self._writer.close_bold()
        elif (self._heavy and name == self._heavy[-1]) or _HEAVY.search(tag["attributes"]):
            self._heavy.append(name)
            self._writer.open_bold()
        else:
            self._by_role(name, tag)

    def heading(self, name: str, tag: Tag) -> None:
        self._writer.begin("" if tag["closes"] else _HEADINGS[name])

    def item(self, name: str, tag: Tag) -> None:
        self._writer.begin("" if tag["closes"] else BULLET)

    def line(self, name: str, tag: Tag) -> None:
        self._writer.line()

    def bold(self, name: str, tag: Tag) -> None:
        if tag["closes"]:
            self._writer.close_bold()
        else:
            self._writer.open_bold()

    def quotation(self, name: str, tag: Tag) -> None:
        self._writer.words("”" if tag["closes"] else "“")

    def raised(self, name: str, tag: Tag) -> None:
        """The number of a note, raised or in brackets, is no word of the text."""
        if self._note is not None:
            self._end_note()
        if not tag["closes"]:
            self._note = []

    def _end_note(self) -> None:
        words = "".join(self._note or ())
        self._note = None
        if not _NOTE.fullmatch(words.strip()):
            self._words(words)

    def link(self, name: str, tag: Tag) -> None:
        if self._note is not None:
            return
        address = None if tag["closes"] else attributes(tag["attributes"]).get("href")
        if address is None:
            self._writer.close_link()
        else:
            self._writer.open_link(self._whole(address.strip()))

    def _whole(self, address: str) -> str:
        """An address as printed, made whole where the page tells its own; scripts lead nowhere."""
        if address[:11].lower() == "javascript:":
            return ""
        base = self._base or self.url
        if base is None or address[:1] in ("", "#"):
            return address
        try:
            return urljoin(base, address)
        except ValueError:
            return address

    def own_address(self, name: str, tag: Tag) -> None:
        found = attributes(tag["attributes"])
        about = next((found[key].lower() for key in ("name", "property", "itemprop") if key in found), "")
        if name == "meta" and about in NAMES:
            self.said[about].append(found.get("content", "")[:_LONGEST_TITLE])
        if name == "base":
            self._base = self._base or _web_address(found.get("href"))
        elif found.get("rel", "").lower() == "canonical":
            self.url = _web_address(found.get("href")) or self.url
        elif found.get("property", "").lower() == "og:url":
            self.url = self.url or _web_address(found.get("content"))

    def raw(self, name: str, tag: Tag) -> None:
        if tag["closes"]:
            return
        content = self._pieces.raw(name)
        if name == "title" and not self.title:
            self.title = " ".join(unescape(content[:_LONGEST_TITLE]).split())

    def table(self, name: str, tag: Tag) -> None:
        self._writer.flush()
        if tag["closes"]:
            if self._tables:
                self._close_table()
            return
        if len(self._tables) >= self._deepest:
            raise ReadError(
                f"{self._file}: tables nested more than {self._deepest} deep; "
                "save the page's text, or raise CHRONICLE_MAX_TABLE_DEPTH"
            )
        role = attributes(tag["attributes"]).get("role", "") if tag["attributes"] else ""
        if self._tables:
            self._tables[-1].table.layout = True
        self._tables.append(_Open(Table(layout=role in ("presentation", "none")), self._writer.blocks))

    def _close_table(self) -> None:
        self._writer.flush()
        done = self._tables.pop()
        self._writer.blocks = done.outer
        if not done.is_caption:
            done.outer.extend(blocks_of(done.table))

    def row(self, name: str, tag: Tag) -> None:
        self._close_cell()
        if self._tables and not tag["closes"]:
            self._tables[-1].table.rows.append([])

    def cell(self, name: str, tag: Tag) -> None:
        self._close_cell()
        if tag["closes"] or not self._tables:
            return
        rows = self._tables[-1].table.rows
        if not rows:
            rows.append([])
        found = attributes(tag["attributes"]) if tag["attributes"] else {}
        cell = Cell([], _count(found.get("rowspan")), _count(found.get("colspan")), name == "th")
        rows[-1].append(cell)
        self._writer.blocks = cell.blocks

    def _close_cell(self) -> None:
        self._writer.flush()
        if self._tables:
            self._writer.blocks = self._tables[-1].outer


_Action = Callable[[_Page, str, Tag], None]
_ACTIONS: dict[str, _Action] = {
    **dict.fromkeys(_BESIDE, _Page.beside),
    **dict.fromkeys(_PARTS, _Page.part),
    **dict.fromkeys(_HEADINGS, _Page.heading),
    **dict.fromkeys(_RAW, _Page.raw),
    **dict.fromkeys(_BOLD, _Page.bold),
    **dict.fromkeys(("tr", "thead", "tbody", "tfoot"), _Page.row),
    **dict.fromkeys(("td", "th"), _Page.cell),
    **dict.fromkeys(("base", "link", "meta"), _Page.own_address),
    "a": _Page.link,
    "br": _Page.line,
    "dd": _Page.term,
    "dt": _Page.term,
    "figure": _Page.figure,
    "img": _Page.picture,
    "li": _Page.item,
    "q": _Page.quotation,
    "sup": _Page.raised,
    "table": _Page.table,
}


def _web_address(address: str | None) -> str | None:
    """An address on the web, as it stands; None for anything else."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def _count(written: str | None) -> int:
    """How many rows or columns a cell spans; 0 stands for all that follow."""
    if written is None or not written.strip().isdecimal() or len(written) > 9:
        return 1
    return min(int(written) or _MOST_SPANNED, _MOST_SPANNED)
