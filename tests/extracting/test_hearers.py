"""A statement to somebody who is there, the press among them, is made in person; one to nobody named is not."""

import pytest
from coder import code

from chronicle.extracting import Gazetteer
from chronicle.model import Mode

ON = "2011-05-24"


@pytest.mark.parametrize(
    "text",
    [
        "Hu Jintao tells a forum in Hanoi that the fleet has grown.",
        "Hu Jintao tells delegates in Hanoi that the fleet has grown.",
        "Hu Jintao addresses the Australian Parliament.",
        "Hu Jintao explains the plan for a treaty to Barack Obama.",
        "In Hanoi, Hu Jintao urges Barack Obama to withdraw.",
        "Hu Jintao tells reporters in Hanoi that the fleet has grown.",
        "Hu Jintao tells a news conference in Hanoi that the fleet has grown.",
    ],
)
def test_in_person(text: str, shipped: Gazetteer) -> None:
    assert code(shipped, text, ON).mode is Mode.IN_PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Hu Jintao explains the plan for a treaty.",
        "Hu Jintao urges Barack Obama to withdraw.",
    ],
)
def test_with_no_hearer_that_counts(text: str, shipped: Gazetteer) -> None:
    assert code(shipped, text, ON).mode is None
