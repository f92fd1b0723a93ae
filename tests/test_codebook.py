"""docs/codebook.md explains every word that the program codes with."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from chronicle.model import ActorKind, EventType, Mode, Precision, Role, VenueKind

ROOT = Path(__file__).resolve().parents[1]
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \|", CODEBOOK, re.MULTILINE)
FLAG = re.compile(r"""flags\.append\("(\w+)"\)""")


def flags_in_code() -> set[str]:
    files = (ROOT / "chronicle").rglob("*.py")
    return {flag for file in files for flag in FLAG.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("word", [*EventType, *Precision])
def test_types_and_precisions_have_a_row(word: StrEnum) -> None:
    assert word in ROWS


@pytest.mark.parametrize("word", [*Mode, *Role, *VenueKind])
def test_other_words_are_explained(word: StrEnum) -> None:
    assert f"`{word}`" in CODEBOOK


@pytest.mark.parametrize("word", ActorKind)
def test_kinds_of_actors_are_explained(word: StrEnum) -> None:
    assert word in CODEBOOK.lower()


def test_every_flag_has_a_row_and_every_row_of_flags_a_flag() -> None:
    rows = [row for row in ROWS if row.startswith(("date_", "actor_", "venue_"))]
    assert flags_in_code() == set(rows)
