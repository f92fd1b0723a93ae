"""Which entry is which after a document was edited."""

import pytest
from invented import event

from chronicle.model import Event
from chronicle.storing.matching import match, similarity

TALKS = event("2021-09-03", "Lavrov meets Wang in Beijing. They talk for two hours.")
DRILL = event("2021-10-14", "Chinese and Russian navies hold a drill in the Sea of Japan.")
CALL = event("2021-12-15", "Putin and Xi speak by video for ninety minutes.")
TYPO = event("2021-10-14", "Chinese and Russian navies hold a dril in the Sea of Japan.")


def pairs(old: list[Event], new: list[Event]) -> list[tuple[int, int]]:
    return [(pair.old, pair.new) for pair in match(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([TALKS, DRILL], [TALKS, DRILL], [(0, 0), (1, 1)]),
        ([TALKS, DRILL], [DRILL, TALKS], [(1, 0), (0, 1)]),
        ([TALKS, TYPO], [TALKS, DRILL], [(0, 0), (1, 1)]),
        ([TALKS], [event("2021-09-04", TALKS.text)], [(0, 0)]),
        ([TALKS, CALL], [TALKS, DRILL, CALL], [(0, 0), (1, 2)]),
        ([TALKS, DRILL, CALL], [CALL], [(2, 0)]),
        ([TALKS, TALKS], [TALKS, TALKS, TALKS], [(0, 0), (1, 1)]),
        ([TALKS], [DRILL], []),
        ([], [TALKS], []),
        ([TALKS], [event("2025-09-03", "Lavrov meets Wang in Beijing. They talk for three hours.")], []),
        ([event(None, "A slip.")], [event("2021-09-30", "A slip.")], [(0, 0)]),
    ],
    ids=[
        "as it was", "exchanged", "a typo", "another date", "one put in", "two taken out", "one repeated",
        "nothing in common", "nothing before", "alike but years apart", "an impossible date corrected",
    ],
)  # fmt: skip
def test_entries_are_found_again(old: list[Event], new: list[Event], expected: list[tuple[int, int]]) -> None:
    assert pairs(old, new) == expected


def test_under_the_same_date_half_of_the_words_are_enough() -> None:
    longer = event("2021-09-03", TALKS.text + " The talks end with a joint statement on Afghanistan.")
    assert pairs([TALKS], [longer]) == [(0, 0)]
    assert similarity(TALKS, event("2021-09-04", longer.text)) == 0
