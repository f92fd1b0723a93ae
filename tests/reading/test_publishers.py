"""Documents as other publishers print them, of our own words, each beside the entries that it holds.

`documents/NAME` is the file, or for `NAME.docx.txt` and `NAME.pdf.txt` the source that one is made of;
`NAME.expected` has one line for each entry: the day or `start/end`, the precision, the opening words and,
behind ` … `, the last ones; an empty line parts two sections, and an empty file says that there is no
chronology.
"""

import io
import re
from pathlib import Path

import docx
import pytest
from printed import article

from chronicle.errors import NoChronology
from chronicle.model import Entry
from chronicle.reading import read_document

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(p.name.removesuffix(".expected") for p in FOLDER.glob("*.expected"))


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def word_file(source: str) -> bytes:
    """A Word file of `# headings`, `- bullets`, `| table | rows |` and paragraphs with `**bold**` words."""
    word, table = docx.Document(), None
    for line in filter(None, source.splitlines()):
        if line.startswith("| "):
            cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
            table = table or word.add_table(0, len(cells))
            for place, cell in zip(table.add_row().cells, cells, strict=True):
                place.text = cell
            continue
        table = None
        if mark := re.match(r"(#+) ", line):
            word.add_heading(line[mark.end() :], len(mark[1]))
        else:
            paragraph = word.add_paragraph(style="List Bullet" if line.startswith("- ") else None)
            for number, run in enumerate(line.removeprefix("- ").split("**")):
                paragraph.add_run(run).bold = bool(number % 2)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def printed_file(source: str) -> bytes:
    """A PDF of paragraphs with `**bold**` words; lines at the top tell its `columns`, `head` and `foot`."""
    said = dict(re.findall(r"^(columns|head|foot): (.*)$", source, re.MULTILINE))
    paragraphs = [line for line in source.splitlines() if line and line.partition(": ")[0] not in said]
    columns = int(said.pop("columns", 1))
    return article(paragraphs, columns=columns, justified=True, **said)


def data_of(name: str) -> bytes:
    made = {".docx": word_file, ".pdf": printed_file}.get(Path(name).suffix)
    if made is None or (FOLDER / name).exists():
        return (FOLDER / name).read_bytes()
    return made((FOLDER / f"{name}.txt").read_text("utf-8"))


def found_in(name: str) -> list[list[Entry]]:
    try:
        document = read_document(data_of(name), name)
    except NoChronology:
        return []
    return [list(section.entries) for section in document.sections]


def expected_in(name: str) -> list[list[str]]:
    text = (FOLDER / f"{name}.expected").read_text("utf-8").strip()
    return [section.splitlines() for section in text.split("\n\n") if section]


def as_expected(entry: Entry, expected: str) -> str:
    """The entry in the form of its expected line, with as many of its words as the line has."""
    opening, _, closing = expected.split(" ", 2)[2].partition(" … ")
    start, end = entry.date.start, entry.date.end
    days = "-" if start is None else str(start) if start == end else f"{start}/{end}"
    words = plain(entry.text)
    last = words[len(words) - len(plain(closing)) :]
    return f"{days} {entry.date.precision.value} {words[: len(plain(opening))]} … {last}"


def folded(expected: str) -> str:
    days, precision, words = expected.split(" ", 2)
    opening, _, closing = words.partition(" … ")
    return f"{days} {precision} {plain(opening)} … {plain(closing)}"


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_of_every_publisher_is_read(name: str) -> None:
    found, expected = found_in(name), expected_in(name)
    assert [len(section) for section in found] == [len(section) for section in expected]
    for entries, lines in zip(found, expected, strict=True):
        assert [as_expected(*pair) for pair in zip(entries, lines, strict=True)] == [folded(line) for line in lines]
