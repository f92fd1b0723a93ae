"""Whole chronologies set as PDF give the same entries as their text: in one column and in two, over page breaks."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from printed import article, hyphenated

from chronicle.model import Document, Entry
from chronicle.reading import read_document
from chronicle.reading.markup import plain

ROOT = Path(__file__).parents[2]
OWN = sorted((ROOT / "seeds").glob("china-russia-*"))
ORIGINALS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
HEADED = partial(article, head="CHINA-RUSSIA RELATIONS | JANUARY 2022", foot="{page}")
LAYOUTS: dict[str, Callable[[list[str]], bytes]] = {
    "one column": HEADED,
    "two columns": partial(HEADED, columns=2),
    "two columns, justified, indented, no white": partial(HEADED, columns=2, indent=12, space=0, justified=True),
    "one column, hanging": partial(HEADED, hanging=18, space=0),
    "one column, hyphenated": partial(hyphenated, columns=1),
    "two columns, hyphenated": partial(hyphenated, columns=2),
    "two columns, hyphenated, written in rows": partial(hyphenated, columns=2, in_rows=True),
}


def text_of(path: Path) -> str:
    """The file's text, with a letter that the tests' fonts lack in a simpler form."""
    return path.read_text("utf-8").replace("ễ", "ê")


@cache
def pdf_of(path: Path, layout: str) -> bytes:
    words = plain(re.sub(r"^- ", "• ", text_of(path), flags=re.MULTILINE)).text
    paragraphs = [line.strip() for line in words.split("\n") if line.strip()]
    return LAYOUTS[layout](paragraphs)


def rows(document: Document) -> list[tuple[str, str | None, str]]:
    return [(e.date.text, e.date.edtf, " ".join(e.text.split())) for s in document.sections for e in s.entries]


def assert_same(path: Path, layout: str) -> Document:
    text = read_document(text_of(path).encode(), path.name)
    document = read_document(pdf_of(path, layout), "issue.pdf")
    assert len(document.sections) == len(text.sections)
    assert rows(document) == rows(text)
    assert document.citation.volume == text.citation.volume
    assert document.citation.number == text.citation.number
    assert document.citation.title == text.citation.title
    return document


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_chronologies(path: Path, layout: str) -> None:
    assert_same(path, layout)


@pytest.mark.skipif(not ORIGINALS, reason="the originals are not at ../shared")
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("number", range(3))
def test_the_originals(number: int, layout: str) -> None:
    assert_same(ORIGINALS[number], layout)


@pytest.mark.parametrize("layout", ["one column", "two columns"])
def test_every_entry_knows_its_page(layout: str) -> None:
    document = assert_same(OWN[0], layout)
    entries = document.sections[0].entries
    pages = [entry.location.page or 0 for entry in entries]
    assert pages == sorted(pages)
    assert pages[0] >= 1
    assert pages[-1] > pages[0]
    for entry in entries:
        assert document.text[entry.location.start :].startswith(entry.date.text)


def test_entries_run_over_page_breaks() -> None:
    from chronicle.reading.pdf import Pdf

    reading = Pdf().read(pdf_of(OWN[-1], "one column"), "issue.pdf")
    document = read_document(pdf_of(OWN[-1], "one column"), "issue.pdf")
    starts = [page.start for page in reading.pages]

    def page_at(offset: int) -> int:
        return bisect_right(starts, offset)

    over: list[Entry] = [
        e for e in document.sections[0].entries if page_at(e.location.start) != page_at(e.location.end - 1)
    ]
    assert over
    assert all(e.location.page == page_at(e.location.start) for e in over)
