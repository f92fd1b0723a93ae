"""The same chronology printed otherwise has the same entries: the seeds, in every layout that can be made of them."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.errors import NoChronology
from chronicle.reading import read_document

SEEDS = sorted(p for p in (Path(__file__).parents[2] / "seeds").iterdir() if p.name != "README.md")
DATE = r"(?m)^(?:- )?(?:\*\*)?([A-Z][a-z]+\.? \d+(?:[-–](?:[A-Z][a-z]+\.? )?\d+)?), (20\d\d):?(?:\*\*)?:?"
HEADING = re.compile(r"(?im)^chronology of .*relations$")


def entries(text: str) -> list[tuple[str | None, str]]:
    """Dates and bare words: a layout may cost white space, never a word."""
    sections = read_document(text.encode(), "a.txt").sections
    return [(e.date.edtf, re.sub(r"\W", "", e.text)) for s in sections for e in s.entries]


def in_list(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of the chronology alone; the body stays."""

    def changed(text: str) -> str:
        start = HEADING.search(text)
        assert start
        return text[: start.start()] + change(text[start.start() :])

    return changed


def footers(line: str, every: int = 900) -> Callable[[str], str]:
    def changed(text: str) -> str:
        parts, size, page = [], 0, 140
        for word in re.split(r"(?<=[a-z] )", text):
            parts.append(word)
            size += len(word)
            if size > every:
                size, page = 0, page + 1
                parts.append(line.format(page=page))
        return "".join(parts)

    return changed


def reversed_list(text: str) -> str:
    lines = text.split("\n")
    dated = [n for n, line in enumerate(lines) if re.match(DATE, line)]
    return "\n".join(lines[: dated[0]]) + "\n" + "\n\n".join(lines[n] for n in reversed(dated))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "one paragraph": lambda t: " ".join(t.split()),
    "one paragraph without signs": lambda t: re.sub(r"\*\*|- (?=[A-Z])", "", " ".join(t.split())),
    "heading lost": lambda t: HEADING.sub("", t),
    "heading and period lost": lambda t: re.sub(r"(?im)^sept\w* . dec\w* 20\d\d$", "", HEADING.sub("", t)),
    "hard-wrapped": lambda t: "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in t.split("\n")),
    "footers within sentences": footers("China-Russia Relations {page} January 2022 "),
    "footers on lines of their own": footers("\n\nCHINA-RUSSIA RELATIONS | JANUARY 2022 {page}\n\n"),
    "page numbers": footers("\n\n{page}\n\n"),
    "no years": in_list(lambda t: re.sub(DATE, r"\1:", t)),
    "dashes": in_list(lambda t: re.sub(DATE, r"\1, \2 –", t)),
    "no signs": in_list(lambda t: re.sub(DATE, r"\1, \2", t)),
    "dates on lines of their own": in_list(lambda t: re.sub(DATE, r"\1, \2\n\n", t)),
    "a table": in_list(lambda t: re.sub(DATE + r"(.*)$", r"| **\1, \2** | \3 |", t).replace("\n\n", "\n")),
    "bold heads": in_list(lambda t: re.sub(DATE, r"**\1, \2**", t)),
    "numbered": in_list(lambda t: re.sub(DATE, r"1. \1, \2:", t)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_another_layout_gives_the_same_entries(seed: Path, layout: str) -> None:
    text = seed.read_text("utf-8")
    assert entries(LAYOUTS[layout](text)) == entries(text)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_newest_first_gives_the_same_entries_the_other_way_round(seed: Path) -> None:
    text = seed.read_text("utf-8")
    assert entries(in_list(reversed_list)(text)) == entries(text)[::-1]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_the_body_alone_gives_none(seed: Path) -> None:
    text = seed.read_text("utf-8")
    start = HEADING.search(text)
    assert start
    with pytest.raises(NoChronology):
        read_document(text[: start.start()].encode(), "a.txt")
