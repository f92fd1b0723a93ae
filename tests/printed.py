"""Documents set as PDF for the tests: whole texts as a journal sets them, and lines put where a test wants them."""

import io
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

WIDE_FONT = "STSong-Light"
_NOT_WESTERN = re.compile("[^\x00-\xff‐-⁄€]+")
_LONG_WORD = re.compile(r"[a-z]{7,}[.,;:]?")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")

pdfmetrics.registerFont(UnicodeCIDFont(WIDE_FONT))


def markup(text: str) -> str:
    """Words with `**bold**` and `[links](address)` as the library's markup."""
    text = _BOLD.sub(r"<b>\1</b>", escape(text))
    text = _LINK.sub(lambda m: f'<a href="{m[2]}">{m[1]}</a>' if m[2].startswith("http") else m[1], text)
    return _NOT_WESTERN.sub(lambda m: f'<font name="{WIDE_FONT}">{m[0]}</font>', text)


def article(
    paragraphs: Iterable[str],
    *,
    columns: int = 1,
    justified: bool = False,
    head: str = "",
    foot: str = "",
    size: float = 10,
    indent: float = 0,
    hanging: float = 0,
    space: float = 6,
    **options: object,
) -> bytes:
    """Paragraphs on Letter pages in columns; `{page}` in `head` and `foot` is the number of the page."""
    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=size, leading=1.2 * size, spaceAfter=space,
        alignment=4 if justified else 0, firstLineIndent=indent - hanging, leftIndent=hanging,
    )  # fmt: skip
    return flowing([Paragraph(markup(p), style) for p in paragraphs], columns, head, foot, **options)


def flowing(story: list[Flowable], columns: int = 1, head: str = "", foot: str = "", **options: object) -> bytes:
    width = (468 - 24 * (columns - 1)) / columns
    frames = [Frame(72 + n * (width + 24), 72, width, 648, 0, 0, 0, 0) for n in range(columns)]

    def furniture(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 750, head.format(page=template.page))
        canvas.drawCentredString(306, 40, foot.format(page=template.page))

    file = io.BytesIO()
    template = BaseDocTemplate(file, pagesize=letter, **options)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    template.build(story)
    return file.getvalue()


def hyphenated(paragraphs: Iterable[str], *, columns: int, in_rows: bool = False) -> bytes:
    """Paragraphs in ragged lines that cut long words; with `in_rows` written line by line across the columns."""
    width, height = 450 / columns - 15, 54
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*_broken(paragraph, width), ""]
    pages = []
    for first in range(0, len(lines), columns * height):
        page: list[Placed] = []
        for number, words in enumerate(lines[first : first + columns * height]):
            if words:
                page.append((72 + number // height * (width + 30), 90 + 12 * (number % height), words))
        pages.append(sorted(page, key=lambda item: item[1]) if in_rows else page)
    return placed(*pages)


def _broken(paragraph: str, width: float) -> Iterable[str]:
    line = ""
    for word in paragraph.split():
        longer = f"{line} {word}".strip()
        if not line or _width(longer) <= width:
            line = longer
            continue
        cut = next((n for n in range(len(word) - 4, 2, -1) if _width(f"{line} {word[:n]}-") <= width), 0)
        if cut and _LONG_WORD.fullmatch(word):
            yield f"{line} {word[:cut]}-"
            line = word[cut:]
        else:
            yield line
            line = word
    yield line


def _width(words: str) -> float:
    return sum(stringWidth(part, font, 10) for part, font in _fonts(words, "Times-Roman"))


def _fonts(words: str, font: str) -> Iterable[tuple[str, str]]:
    """The words in parts, each with a font that has its letters."""
    for part in re.split(f"({_NOT_WESTERN.pattern})", words):
        yield part, WIDE_FONT if _NOT_WESTERN.match(part) else font


Placed = tuple[float, float, str] | tuple[float, float, str, str] | tuple[float, float, str, str, float]


def placed(*pages: Sequence[Placed], rotation: int = 0) -> bytes:
    """Pages of `(x, y from the top, words, font, size)`, written in the order given."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=letter)
    for page in pages:
        if rotation:
            canvas.setPageRotation(rotation)
        for item in page:
            x, y, words, font, size = (*item, *("Times-Roman", 10.0)[len(item) - 3 :])
            text = canvas.beginText(x, 792 - y)
            for part, face in _fonts(words, font):
                text.setFont(face, size)
                text.textOut(part)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def column(lines: Sequence[str], x: float = 72, y: float = 100, height: float = 12) -> list[Placed]:
    """Lines below each other; an empty one leaves white."""
    return [(x, y + height * n, words) for n, words in enumerate(lines) if words]
