"""The classes of words.csv and the rules that ask for them, and what the tables tell that no rule names.

Where `chronicle gazetteer check` knows on its own what the coder does, the two are compared.
"""

import csv
import re
from pathlib import Path

import pytest
from coder import code, taking_part

from chronicle.config import data_folder
from chronicle.extracting import Gazetteer, load_gazetteer, mention
from chronicle.extracting.relations import relation_codes
from chronicle.gazetteer import shape

ROOT = Path(__file__).parents[2]
_OF_LEMMAS = re.compile(r"""(?:lemma (?:not )?in |does\()[a-z_.]*words\("([a-z]+)"\)""")
_ASKED = re.compile(r"""words\(\s*"([a-z]+)"(?: if [^()]* else "([a-z]+)")?""")


def column(table: str, *names: str) -> list[str]:
    with (ROOT / "data" / table).open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file) for name in names]


def code_of_rules() -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "chronicle/extracting").glob("*.py")))


def asked_by_rules() -> set[str]:
    return {name for found in _ASKED.findall(code_of_rules()) for name in found if name}


def asked_by_kinds() -> set[str]:
    return {item for cell in column("kinds.csv", "subject", "object") for item in cell.split(";")}


def test_every_class_that_a_rule_asks_for_has_words() -> None:
    assert asked_by_rules() <= set(column("words.csv", "class"))


def test_every_class_is_asked_for() -> None:
    of_the_lexicon = {"verbnoun", "participle", "past", "unchanged", "occasion"}
    assert set(column("words.csv", "class")) <= asked_by_rules() | asked_by_kinds() | of_the_lexicon


def test_the_table_of_classes_has_each_class_once_and_no_other() -> None:
    assert column("classes.csv", "class") == sorted(set(column("words.csv", "class")))


def test_classes_of_which_rules_ask_the_lemma_hold_lemmas() -> None:
    held = zip(column("classes.csv", "class"), column("classes.csv", "holds"), strict=True)
    assert {name for name, holds in held if holds == "lemma"} == set(_OF_LEMMAS.findall(code_of_rules()))


def test_the_kinds_of_names_that_the_check_knows() -> None:
    kinds = [mention.PERSON, mention.OFFICE, mention.BODY, mention.STATE, mention.PLACE, mention.FORUM, mention.UNKNOWN]
    assert list(shape.MENTIONS) == sorted(kind.upper() for kind in kinds)


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


@pytest.mark.parametrize(
    ("text", "kind", "plover"),
    [
        ("Japan criticises China over the raid.", "statement", "ACCUSE"),
        ("China and Russia criticise the raid on Japan.", "statement", "ACCUSE"),
        ("Lawmakers rapped the cabinet over the delay.", "statement", "ACCUSE"),
        ("Gunmen raped a girl in Okinawa.", "incident", "ASSAULT"),
        ("Beijing spared the life of the man.", "other", None),
        ("Envoys hold a vigil in Seoul.", "ceremony", "SUPPORT"),
        ("Activists gather for a sit-in in Seoul.", "incident", None),
        ("Koizumi survives a no-confidence vote.", "politics", None),
        ("Putin looks on as two firms sign a contract in Beijing.", "agreement", "AGREE"),
        ("China founds a bank in Seoul.", "cooperation", "COOPERATE"),
    ],
)
def test_which_of_two_verbs_or_nouns_is_read(text: str, kind: str, plover: str | None, shipped: Gazetteer) -> None:
    event = code(shipped, text, "2010-06-15", "China-Japan")
    assert (event.type, event.plover) == (kind, plover)


def test_a_rule_of_an_own_table_decides(tmp_path: Path) -> None:
    (tmp_path / "kinds.csv").write_text("rule,subject,object,type\nattend,,auction,other\n", encoding="utf-8")
    kinds = [
        code(load_gazetteer(data_folder(), own), "Koizumi attends an auction in Seoul.", "2010-06-15").type
        for own in (None, tmp_path)
    ]
    assert kinds == ["meeting", "other"]
