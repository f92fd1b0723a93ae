"""What a reviewer is asked to look at, and what needs no look."""

import pytest
from coder import code, code_all

from chronicle.extracting import Gazetteer
from chronicle.model.flags import NAMED


@pytest.mark.parametrize(
    ("text", "on", "flag"),
    [
        ("Chinese Foreign Minister Yang Jiechu speaks.", "2010-06-01", "actor_slip"),
        ("Gen. Zablikov speaks.", "2010-06-01", "actor_unknown"),
        ("Chinese State Councilor Yang speaks.", "2016-06-01", "actor_ambiguous"),
        ("The Lao foreign minister speaks.", "1930-06-01", "holder_unknown"),
        ("A conference is held in Taean.", "2010-06-01", "venue_ambiguous"),
        ("A conference is held in Portsmouth.", "2010-06-01", "venue_ambiguous"),
    ],
)
def test_doubts_are_flagged(text: str, on: str, flag: str, shipped: Gazetteer) -> None:
    event = code(shipped, text, on)
    assert event.flags == (flag,)
    assert flag in NAMED


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Yang Jiechi speaks.",
        "The Chinese president speaks.",
        "Gen. Yegor Zablikov speaks.",
        "Sergei Lavrov speaks.",
        "Chinese officials speak.",
        "A Chinese vice minister speaks.",
        "The US ambassador speaks.",
        "SCO foreign ministers meet.",
        "A former Chinese president speaks.",
        "A typhoon goes ashore.",
        "Sergei Lavrov speaks on National Day.",
        "Two Russian Tu-95 bombers fly over the Sea of Japan.",
        "South Korean officials hold a conference in Taean.",
        "A conference is held in Shanghai.",
    ],
)
def test_what_is_plain_is_not(text: str, shipped: Gazetteer) -> None:
    assert code(shipped, text, "2010-06-01").flags == ()


def test_a_flag_is_given_once(shipped: Gazetteer) -> None:
    event = code(shipped, "Gen. Zablikov meets Col. Qwornov.", "2010-06-01")
    assert event.flags == ("actor_unknown",)


def test_a_surname_explained_above_is_known(shipped: Gazetteer) -> None:
    printed = ["Gen. Yegor Zablikov speaks.", "Gen. Zablikov leaves."]
    assert [event.flags for event in code_all(shipped, printed, "2010-06-01")] == [(), ()]
