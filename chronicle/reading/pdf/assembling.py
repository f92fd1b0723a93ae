"""A PDF's pages as one reading: furniture out, columns in order, lines into paragraphs, paragraphs into text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronicle.reading.pdf.asides import with_asides_first
from chronicle.reading.pdf.columns import Block, blocks_of
from chronicle.reading.pdf.margins import heads_of, usual_size, without_footnotes, without_furniture
from chronicle.reading.pdf.paragraphs import paragraphs_of
from chronicle.reading.pdf.repeated import without_repeated_names
from chronicle.reading.pdf.runs import Sheet
from chronicle.reading.pdf.tables import Table
from chronicle.reading.pdf.writing import Words, Writer
from chronicle.reading.reader import Reading


def reading_of(pages: Sequence[Sheet]) -> Reading:
    outer = _without_constant_bold(pages)
    inner = without_furniture(outer)
    usual = usual_size(run for sheet in inner for run in sheet.runs)
    told = [sheet.runs for sheet in without_repeated_names(inner)]
    parts = [_without_footnotes(part, usual) for part in with_asides_first(list(blocks_of(told)))]
    writer = Writer(Words(list(_texts(parts))))
    for paragraph in paragraphs_of(parts):
        writer.paragraph(paragraph)
    return replace(writer.reading(len(pages)), heads=heads_of(outer, inner))


def _without_footnotes(part: Block | Table, usual: float) -> Block | Table:
    return Block(tuple(without_footnotes(list(part.lines), usual))) if isinstance(part, Block) else part


def _texts(parts: Sequence[Block | Table]) -> Iterator[list[str]]:
    """The lines of every column and cell."""
    for part in parts:
        columns = [part.lines] if isinstance(part, Block) else [cell for row in part.rows for cell in row]
        yield from ([line.text for line in lines] for lines in columns)


def _without_constant_bold(pages: Sequence[Sheet]) -> Sequence[Sheet]:
    """The pages as they are, unless most lines begin bold: then bold says nothing."""
    runs = [run for sheet in pages for run in sheet.runs if not run.text[0].islower()]
    if sum(run.is_bold for run in runs) * 2 <= len(runs):
        return pages
    return [replace(s, runs=tuple(run._replace(bold=0) for run in s.runs)) for s in pages]
