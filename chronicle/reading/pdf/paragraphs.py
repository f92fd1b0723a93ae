"""Lines into paragraphs: what begins something new, and what only goes on in the next column or on the next page."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from chronicle.reading.lines import BULLETS
from chronicle.reading.openings import Sign, ends_sentence, hangs, starts_text
from chronicle.reading.pdf.columns import Block
from chronicle.reading.pdf.heads import PUNCTUATION, date_sign, is_date, opens_entry
from chronicle.reading.pdf.runs import Run
from chronicle.reading.pdf.tables import Lines, Table

_SHIFT = 5.0  # points: an indent is at least so wide
_WIDER = 1.18  # times the usual line height: more white than that parts paragraphs
_ROOM = 0.65  # of the size, with the next word: so much room shows that a line ended by intent
_MUCH_ROOM = 3.0  # the same where no sentence ends
_FAR_BEYOND = 4  # a quarter of a column
_FEW = 8  # lines: a column of fewer need not reach its right edge
_LARGER = 1.15  # times the usual size: headings
_LONGEST_HEADING = 120


@dataclass(slots=True)
class Paragraph:
    """Lines to be joined; of a table's row, the lines of each cell. `edge` is its last column's right edge.

    A date alone is no heading.
    """

    cells: list[list[Run]] = field(default_factory=list)
    edge: float = 0.0
    row: bool = False
    heading: bool = False

    @property
    def first(self) -> Run:
        return next(cell[0] for cell in self.cells if cell)

    @property
    def last(self) -> Run:
        return next(cell[-1] for cell in reversed(self.cells) if cell)

    @property
    def text(self) -> str:
        return " ".join(line.text for cell in self.cells for line in cell)


class Indent(Enum):
    """How a column marks where its paragraphs begin."""

    NONE = "none"
    FIRST = "first line"
    HANGING = "all but the first line"


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a document: line heights by size, right edges by left edge, its size, its dates' signs."""

    heights: dict[float, float]
    edges: Counter[tuple[int, int]]
    size: float
    signs: frozenset[Sign]

    def height(self, line: Run) -> float:
        return self.heights.get(line.size) or 1.3 * line.size

    def right(self, block: Block) -> float:
        """A column's right edge; that of a few lines is the one that most columns have at this place."""
        if len(block.lines) >= _FEW:
            return _reach(block)
        near = Counter({right: n for (left, right), n in self.edges.items() if abs(left - block.left) < _SHIFT})
        return max(block.right, near.most_common(1)[0][0]) if near else block.right


def _reach(block: Block) -> float:
    """Where the lines of a column end; the head of a page that reaches far beyond all others is none of them."""
    *_, next_widest, widest = sorted(line.right for line in block.lines)
    return next_widest if (widest - next_widest) * _FAR_BEYOND > widest - block.left else widest


def _half(points: float) -> float:
    """To the nearest half of a point."""
    return round(points * 2) / 2


def paragraphs_of(parts: Sequence[Block | Table]) -> list[Paragraph]:
    """The paragraphs of a whole document."""
    layout = _layout([part for part in parts if isinstance(part, Block)])
    found = _paragraphs(parts, layout)
    signs = Counter(sign for p in found if not p.row and (sign := date_sign(p.first.text)) is not None)
    habits = frozenset(sign for sign, count in signs.items() if count >= 3 and count * 4 >= signs.total())
    if not habits <= layout.signs:
        found = _paragraphs(parts, Layout(layout.heights, layout.edges, layout.size, layout.signs | habits))
    for paragraph in found:
        paragraph.heading = _is_heading(paragraph, layout) and not _is_dated_line(paragraph.text)
    return found


def _is_dated_line(text: str) -> bool:
    return date_sign(text) is not None or is_date(text)


def _layout(blocks: Sequence[Block]) -> Layout:
    sizes: Counter[float] = Counter()
    steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for block in blocks:
        above = None
        for line in block.lines:
            sizes[line.size] += len(line.text)
            if above is not None and above.size == line.size and line.base - above.base < 3 * line.size:
                steps[line.size][_half(line.base - above.base)] += 1
            above = line
    heights = {size: _least_usual(counts) for size, counts in steps.items()}
    edges = Counter((round(block.left), round(block.right)) for block in blocks if len(block.lines) >= _FEW)
    size = max(sizes, key=sizes.__getitem__, default=10.0)
    return Layout(heights, edges, size, PUNCTUATION)


def _least_usual(counts: Counter[float]) -> float:
    """The least height that is no exception."""
    least = min(counts.total() / 8, max(counts.values()))
    return min(height for height, count in counts.items() if count >= least)


def _paragraphs(parts: Sequence[Block | Table], layout: Layout) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in parts:
        if isinstance(part, Table):
            _add_rows(found, part)
        else:
            _add_block(found, part, layout)
    return found


def _add_rows(found: list[Paragraph], table: Table) -> None:
    for number, row in enumerate(table.rows):
        if number == 0 and not row[0] and found:
            _add_rest(found[-1], row)
        else:
            found.append(Paragraph([list(cell) for cell in row], row=True))


def _add_rest(last: Paragraph, row: Sequence[Lines]) -> None:
    """What a page break cut off a row goes on in its cells."""
    for number, cell in enumerate(row):
        if cell:
            last.cells[min(number, len(last.cells) - 1)] += cell


def _add_block(found: list[Paragraph], block: Block, layout: Layout) -> None:
    indent, right = indent_of(block), layout.right(block)
    above: list[Run] = []
    for line in block.lines:
        if not above:
            target = _goes_on(found, line, block, indent, layout)
        elif _is_new(above, line, indent, right, layout):
            target = None
        else:
            target = found[-1]
        if target is None:
            target = Paragraph([[]])
            found.append(target)
        target.cells[-1].append(line)
        target.edge = right
        above.append(line)


def indent_of(block: Block) -> Indent:
    """Told by where the dates stand, if they do, and else by where most lines begin."""
    first = block.left
    others = [line for line in block.lines if line.left > first + _SHIFT]
    flush = [line for line in block.lines if line.left <= first + _SHIFT / 2]
    if not others:
        return Indent.NONE
    common, count = Counter(round(line.left / 3) for line in others).most_common(1)[0]
    inner = [line for line in others if abs(line.left - common * 3) < _SHIFT]
    if count < 2 and len(block.lines) > 4:
        return Indent.NONE
    dates = [sum(date_sign(line.text) is not None for line in lines) for lines in (flush, inner)]
    if dates[0] != dates[1]:
        return Indent.HANGING if dates[0] > dates[1] else Indent.FIRST
    return Indent.HANGING if len(inner) > len(flush) else Indent.FIRST


def _is_new(above: Sequence[Run], line: Run, indent: Indent, right: float, layout: Layout) -> bool:
    """Whether a line begins a paragraph below another line of its column."""
    last = above[-1]
    if not last.is_near(line) or line.base - last.base > _WIDER * layout.height(line) + 0.5:
        return True
    if line.text[0] in BULLETS or _is_dated(last, line, layout) or _is_bold_date(last, line):
        return True
    if last.is_bold != line.is_bold and (last.is_bold or line.is_bold) and _had_room(last, line, right):
        return True
    return _is_shifted(above, line, indent) or _ended(last, line, right)


def _is_dated(last: Run, line: Run, layout: Layout) -> bool:
    """Whether a line begins with a date as the document's entries do."""
    sign = date_sign(line.text)
    if sign is None or not (ends_sentence(last.text) or is_date(last.text)):
        return False
    return sign in layout.signs or bool(line.bold)


def _is_bold_date(last: Run, line: Run) -> bool:
    """Whether a date stands alone and in bold below words that are not: `May`, over the days of that month."""
    return line.is_bold and not last.bold and is_date(line.text) and not hangs(last.text)


def _is_shifted(above: Sequence[Run], line: Run, indent: Indent) -> bool:
    last = above[-1]
    if line.left > last.left + _SHIFT:
        return indent is not Indent.HANGING
    if line.left < last.left - _SHIFT:
        within = len(above) > 1 and abs(above[-2].left - last.left) < _SHIFT
        return indent is Indent.HANGING or within
    return False


def _ended(last: Run, line: Run, right: float) -> bool:
    """Whether the line above ended by intent, since the next word had room in it, and what follows begins anew."""
    return starts_text(line.text) and not hangs(last.text) and _had_room(last, line, right)


def _had_room(last: Run, line: Run, right: float) -> bool:
    """Behind a sentence's end little room tells; elsewhere the next word's width, which is guessed, may deceive."""
    word = line.text.partition(" ")[0]
    share = len(word) / len(line.text) * (line.right - line.left)
    room = _ROOM if ends_sentence(last.text) else _MUCH_ROOM
    return last.right + share + room * line.size < right


def _goes_on(found: Sequence[Paragraph], line: Run, block: Block, indent: Indent, layout: Layout) -> Paragraph | None:
    """The paragraph, begun in another column or on another page, that this column's first line goes on with."""
    if not found or line.text[0] in BULLETS:
        return None
    last = found[-1]
    if opens_entry(line.text) and not hangs(last.last.text):
        return None
    if last.row:
        return last if line.text[0].islower() else None
    if not last.last.is_near(line, 0.06):
        return _interrupted(found, line)
    if _is_heading(last, layout) or (line.bold and not last.last.bold and starts_text(line.text)):
        return None
    if _ended(last.last, line, last.edge):
        return None
    unfinished = line.text[0].islower() or not ends_sentence(last.last.text)
    return last if unfinished or not _begins(line, block, indent, layout) else None


def _interrupted(found: Sequence[Paragraph], line: Run) -> Paragraph | None:
    """The paragraph that a caption or a heading of another size came between, if one was left unfinished."""
    for paragraph in found[-2:-5:-1]:
        if paragraph.last.is_near(line, 0.03):
            unfinished = not ends_sentence(paragraph.last.text) and not paragraph.row
            return paragraph if unfinished and line.text[0].islower() else None
    return None


def _begins(line: Run, block: Block, indent: Indent, layout: Layout) -> bool:
    """Whether a column's first line looks like the first of a paragraph."""
    if date_sign(line.text) in layout.signs:
        return True
    inner = line.left > block.left + _SHIFT
    return (indent is Indent.FIRST and inner) or (indent is Indent.HANGING and not inner)


def _is_heading(paragraph: Paragraph, layout: Layout) -> bool:
    """Whether a paragraph is set as a heading: larger than the text, or bold from end to end."""
    if paragraph.row or len(paragraph.text) > _LONGEST_HEADING or ends_sentence(paragraph.text):
        return False
    lines = paragraph.cells[0]
    bold = lines[0].is_bold and all(line.is_bold or line.text[0].islower() for line in lines)
    return bold or all(line.size > _LARGER * layout.size for line in lines)
