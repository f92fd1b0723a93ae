"""The classes of words.csv and the rules that ask for them, and what the tables tell that no rule names."""

import csv
import re
from pathlib import Path

import pytest
from coder import code, taking_part

from chronicle.extracting import Gazetteer
from chronicle.extracting.coding import relation_codes

ROOT = Path(__file__).parents[2]
_ASKED = re.compile(r"""words\(\s*"([a-z]+)"(?: if [^()]* else "([a-z]+)")?""")


def column(table: str, *names: str) -> list[str]:
    with (ROOT / "data" / table).open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file) for name in names]


def asked_by_rules() -> set[str]:
    files = (ROOT / "chronicle/extracting").glob("*.py")
    return {name for file in files for found in _ASKED.findall(file.read_text("utf-8")) for name in found if name}


def asked_by_kinds() -> set[str]:
    return {item for cell in column("kinds.csv", "subject", "object") for item in cell.split(";")}


def test_every_class_that_a_rule_asks_for_has_words() -> None:
    assert asked_by_rules() <= set(column("words.csv", "class"))


def test_every_class_is_asked_for() -> None:
    of_verb_forms = {"verbnoun", "participle", "past", "unchanged"}
    assert set(column("words.csv", "class")) <= asked_by_rules() | asked_by_kinds() | of_verb_forms


def test_no_word_stands_twice_in_a_class() -> None:
    with (ROOT / "data/words.csv").open(encoding="utf-8") as file:
        lines = file.read().splitlines()
    assert sorted(lines) == sorted(set(lines))


@pytest.mark.parametrize(
    ("heading", "states"),
    [
        ("US-JAPAN RELATIONS", {"US", "JP"}),
        ("ROK-PRC RELATIONS", {"KR", "CN"}),
        ("UAE-CHINA RELATIONS", {"AE", "CN"}),
        ("Graham Fry on Japan", {"JP"}),
    ],
)
def test_acronyms_of_states_in_headings(heading: str, states: set[str], shipped: Gazetteer) -> None:
    assert states <= relation_codes(heading, shipped)
    assert "RS" not in relation_codes(heading, shipped)


def test_a_topic_that_begins_like_a_month_is_no_date(shipped: Gazetteer) -> None:
    text = "Chinese and Japanese officials hold talks on decommissioning in the Philippines."
    assert code(shipped, text, "2015-05-03", "China-Japan").venues == ()


@pytest.mark.parametrize(
    ("title", "sent"),
    [("Foreign Secretary", False), ("Prime Minister", False), ("special envoy", True), ("high commissioner", True)],
)
def test_the_state_behind_to_is_part_of_titles_at_a_state(title: str, sent: bool, shipped: Gazetteer) -> None:
    """A state that belongs to the title is none that takes part."""
    event = code(shipped, f"India sends its {title} to Japan for talks.", "2015-05-03", "China-Japan")
    assert ("JP" in taking_part(event)) is not sent
