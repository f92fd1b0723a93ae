"""The seeds: three retold chronologies, complete, dated like their originals and in none of their sentences."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from chronicle.model import Document, Entry
from chronicle.reading import read_document

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "seeds"


@dataclass(frozen=True)
class Seed:
    file: str
    original: str
    entries: int
    volume: str
    published: str
    problems: tuple[str, ...] = ()


ISSUES = (
    Seed("china-russia-2021-q3.txt", "000_4b041f34ecfa9187.txt", 40, "23", "2022-01"),
    Seed(
        "china-russia-2020-q3.md", "001_77987962e58073b5.txt", 37, "22", "2022-01",
        ("citation_contradicts_period",),
    ),
    Seed("china-russia-2019-q3.md", "004_fa4ab24074eee98d.txt", 38, "21", "2020-01"),
)  # fmt: skip
LONGEST_RUN = 7
# Proper names that are longer than the longest run allowed.
NAMES = ("sino russian commission of friendship peace and development",)

each_issue = pytest.mark.parametrize("seed", ISSUES, ids=lambda seed: seed.file)
needs_originals = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original issues are not at ../shared/seeds")


@cache
def read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


def entries_of(path: Path) -> tuple[Entry, ...]:
    return read(path).sections[0].entries


def text_of(file: str) -> str:
    return (SEEDS / file).read_text(encoding="utf-8")


def words_of(text: str) -> list[str]:
    """Words without case and accents; hyphens and apostrophes part them."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"\w+", "".join(letters))


def runs_of(words: list[str], length: int) -> set[str]:
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}


def shared_runs(text: str, others: list[str]) -> set[str]:
    """Runs of more than LONGEST_RUN words that stand in `text` and in one of `others`, beyond NAMES."""
    length = LONGEST_RUN + 1
    known = set().union(*(runs_of(words_of(other), length) for other in others))
    return {run for run in runs_of(words_of(text), length) & known if not any(run in name for name in NAMES)}


def test_the_folder_holds_the_three_issues_and_a_readme() -> None:
    assert {p.name for p in SEEDS.iterdir()} == {"README.md", *(seed.file for seed in ISSUES)}
    assert sum(seed.entries for seed in ISSUES) == 115


@pytest.mark.parametrize("said", ["retold in our own words", "Pacific Forum", "cc.pacforum.org", "Yu Bin"])
def test_the_readme_says_whose_the_articles_are(said: str) -> None:
    assert said in text_of("README.md")


@each_issue
def test_a_seed_reads_as_one_chronology_with_all_its_entries(seed: Seed) -> None:
    (section,) = read(SEEDS / seed.file).sections
    assert [entry.ordinal for entry in section.entries] == list(range(1, seed.entries + 1))
    assert [entry.flags for entry in section.entries] == [()] * seed.entries


@each_issue
def test_a_seed_is_cited_as_a_retelling(seed: Seed) -> None:
    document = read(SEEDS / seed.file)
    citation = document.citation
    assert citation.authors == ("The Chronicle developers",)
    assert (citation.publication, citation.volume, citation.number) == ("Chronicle seeds", seed.volume, "3")
    assert citation.published == seed.published
    assert tuple(problem.code for problem in document.problems) == seed.problems
    assert "in our own words" in document.text


@each_issue
def test_no_markup_is_left_in_an_entry(seed: Seed) -> None:
    assert [e.text for e in entries_of(SEEDS / seed.file) if re.search(r"</?u>|\*|\]\(", e.text)] == []


@pytest.mark.parametrize(
    ("file", "layout"),
    [
        ("china-russia-2021-q3.txt", r"\AArticles\n\nChina - Russia\n\nSep — Dec 2021\n"),
        ("china-russia-2021-q3.txt", r"(?m)^Sept\. 21-Oct\. 4, 2021: "),
        ("china-russia-2020-q3.md", r"(?m)^- \*\*Sept\. 4–5, 2020:\*\* "),
        ("china-russia-2020-q3.md", r"(?m)^- \*\*Nov\. 3, 2020\*\*: "),
        ("china-russia-2020-q3.md", r"(?m)^- Oct\. 21, 2020: "),
        ("china-russia-2020-q3.md", r"(?m)^Dec\. 31, 2020: "),
        ("china-russia-2020-q3.md", r"<u>\w+</u>\w+"),
        ("china-russia-2019-q3.md", r"\[9th\]\(#\) Beijing"),
        ("china-russia-2019-q3.md", r"\[Xi\]\(#\) Jinping"),
    ],
)
def test_the_layouts_of_the_originals_are_there(file: str, layout: str) -> None:
    assert re.search(layout, text_of(file))


def test_links_are_kept_as_links() -> None:
    entries = entries_of(SEEDS / "china-russia-2019-q3.md")
    assert [link.url for link in entries[2].links] == ["https://cc.pacforum.org/"]
    assert [link.text for link in entries[11].links] == ["presidents", "prime ministers", "messages"]


@needs_originals
@each_issue
def test_the_dates_are_those_of_the_original_one_by_one(seed: Seed) -> None:
    retold = [entry.date for entry in entries_of(SEEDS / seed.file)]
    assert retold == [entry.date for entry in entries_of(ORIGINALS / seed.original)]


@needs_originals
@each_issue
def test_no_entry_repeats_eight_words_of_the_original_in_a_row(seed: Seed) -> None:
    originals = [entry.text for entry in entries_of(ORIGINALS / seed.original)]
    retold = entries_of(SEEDS / seed.file)
    assert {entry.ordinal: runs for entry in retold if (runs := shared_runs(entry.text, originals))} == {}


def test_a_repeated_sentence_would_be_found() -> None:
    sentence = "One two three, four five six seven - EIGHT nine."
    assert shared_runs(f"He said: {sentence}", [sentence]) == {
        "one two three four five six seven eight",
        "two three four five six seven eight nine",
    }
    assert shared_runs("She counts: one two three four five six seven.", [sentence]) == set()
