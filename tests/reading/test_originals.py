"""The three issues that the project was built on, where they are at hand: every entry and every date."""

import json
import re
from pathlib import Path

import pytest

from chronicle.reading import read_document

SHARED = Path(__file__).parents[3] / "shared"
NAMES = sorted(p.stem for p in (SHARED / "gold").glob("*.jsonl"))

pytestmark = pytest.mark.skipif(not NAMES, reason="the originals are not at ../shared")


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


@pytest.mark.parametrize("name", NAMES or ["absent"])
def test_entries_and_dates_of_the_original(name: str) -> None:
    lines = (SHARED / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    document = read_document((SHARED / "seeds" / f"{name}.txt").read_bytes(), f"{name}.txt")
    assert len(document.sections) == 1
    entries = document.sections[0].entries
    assert len(entries) == len(gold)
    for entry, item in zip(entries, gold, strict=True):
        expected, found = item["date"], entry.date
        assert plain(entry.text).startswith(plain(item["opening"]))
        assert (str(found.start), str(found.end)) == (expected["start"], expected["end"])
        assert (found.text, found.precision) == (expected["text"], expected["precision"])
        assert found.approximate == expected["approximate"]
        assert document.text[entry.location.start :].startswith(expected["text"])


def test_only_the_issue_with_the_wrong_citation_is_reported() -> None:
    codes = {}
    for name in NAMES:
        document = read_document((SHARED / "seeds" / f"{name}.txt").read_bytes(), f"{name}.txt")
        codes[document.citation.volume] = [p.code for p in document.problems]
    assert codes == {"21": [], "22": ["citation_contradicts_period"], "23": []}
