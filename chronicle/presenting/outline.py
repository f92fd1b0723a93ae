"""A document as it was read: its citation, its sections and entries, and what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from chronicle.model import Document, Entry, EventDate, Location, Section, Source
from chronicle.model.confidence import Confidence
from chronicle.model.leftover import LeftOut
from chronicle.presenting.cells import Value, plain
from chronicle.presenting.citation import reference
from chronicle.presenting.columns import Rows
from chronicle.presenting.detail import LABEL, Line, write_lines
from chronicle.presenting.record import iso
from chronicle.presenting.wording import counted

ENTRY_NAMES = ("section", "entry", "start", "end", "precision", "page", "line", "flags", "date", "text")
WORDS = 72  # signs of an entry where nothing else bounds them
MOST = 40  # things left out that are listed


def write(
    document: Document,
    left: Sequence[LeftOut],
    sure: Sequence[Confidence],
    file: TextIO,
    width: int | None = None,
) -> None:
    """Labelled lines, the entries one a line, cut to `width`. `sure` has one value for each section."""
    write_lines(_head(document), file, width)
    for section, its in zip(document.sections, sure, strict=True):
        file.write("\n")
        write_lines((*_about(section), ("in doubt", ", ".join(its.told) or "nothing")), file, width)
        file.writelines(f"{_cut(line, width)}\n" for line in map(_entry, section.entries))
    _write_left_out(left, file, width)


def write_without(name: str, dated: Sequence[LeftOut], file: TextIO, width: int | None = None) -> None:
    """What there is to say of a document without a chronology: the dates that it has nevertheless."""
    write_lines((("file", name), ("entries", "none: no chronology found")), file, width)
    _write_left_out(dated, file, width)


def _write_left_out(left: Sequence[LeftOut], file: TextIO, width: int | None = None) -> None:
    if left:
        file.write("\nleft out\n")
    file.writelines(f"{_cut(_left(each), width)}\n" for each in left[:MOST])
    if len(left) > MOST:
        file.write(f"  and {len(left) - MOST} more\n")


def entry_rows(documents: Iterable[Document]) -> Rows:
    """One row an entry; sections are counted from 1."""
    return Rows(ENTRY_NAMES, (row for document in documents for row in _rows(document)))


def _rows(document: Document) -> Iterator[Sequence[Value]]:
    for number, section in enumerate(document.sections, 1):
        for entry in section.entries:
            when, where = entry.date, entry.location
            yield (
                number, entry.ordinal, iso(when.start), iso(when.end), when.precision.value,
                where.page, where.line, entry.flags, when.text, entry.text,
            )  # fmt: skip


def _head(document: Document) -> Iterator[Line]:
    cited = document.citation
    yield "file", document.file
    yield "citation", reference(_source(document))
    if cited.url:
        yield "url", cited.url
    said = document.options
    if said.date_order:
        yield "said", f"the {said.date_order.value} stands first in a date of numbers"
    if said.relation:
        yield "said", f"the relation is {said.relation}"
    if said.year:
        yield "said", f"the first entry is of {said.year}"
    if said.section:
        yield "said", f"only section {said.section} is read"
    if said.language:
        yield "said", f"months are named in {said.language.name.title()}"
    yield from (("problem", f"line {each.line}: {each.message}" if each.line else each.message)
                for each in document.problems)  # fmt: skip


def _source(document: Document) -> Source:
    cited = document.citation
    return Source(
        "", document.file, document.title, cited.authors, cited.publication, cited.volume, cited.number, cited.published
    )


def _about(section: Section) -> Iterator[Line]:
    yield "section", section.heading or "without a heading"
    if section.relation:
        yield "relation", section.relation
    if section.period:
        yield "period", f"{section.period[0]} to {section.period[1]} (printed “{section.period_text}”)"
    yield "entries", _summary(section.entries)


def _summary(entries: Sequence[Entry]) -> str:
    days = [day for entry in entries for day in (entry.date.start, entry.date.end) if day]
    flagged = sum(bool(entry.flags) for entry in entries)
    reach = f", {min(days)} to {max(days)}" if days else ""
    return f"{len(entries)}{reach}{f', {flagged} flagged' if flagged else ''}"


def _entry(entry: Entry) -> str:
    when, flags = entry.date, f"[{', '.join(entry.flags)}] " if entry.flags else ""
    return f"  {_place(entry.location):>9}  {_day(when):<21}  {when.precision.value:<7}  {flags}{entry.text}"


def _day(when: EventDate) -> str:
    if when.start is None or when.end is None:
        return f"“{when.text}”"
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


def _left(each: LeftOut) -> str:
    return f"  {_place(each.location):>9}  {counted(each.lines, 'line')}, {each.why}: {each.text}"


def _place(where: Location) -> str:
    """The page where there is one, else the line: `p. 3`, `17`."""
    return f"page {where.page}" if where.page is not None else f"line {where.line}"


def _cut(line: str, width: int | None) -> str:
    most = width or WORDS + 5 * LABEL
    line = plain(line)
    return line if len(line) <= most else f"{line[: most - 1]}…"
