"""Whatever a file holds, a document or a clear error comes out, and soon."""

import random

import pytest
from entries import check
from growth import in_step
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.reading import read_document
from chronicle.reading.lastresort import guess

SAMPLE = """# Chronology of Norland-Sudland Relations

May — June 2012

- **May 3, 2012:** Envoys [meet](https://example.org) in the <u>po</u>rt.

| May 5-6, 2012 | A drill. |

June 7, 2012: Leaders write. On June 9, they met.

Norland-Sudland Relations 63 July 2012

June 9, 2012 – They part.
"""


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(data, "a.txt")


@given(st.lists(st.sampled_from([*SAMPLE.split(" "), "\n", "\n\n", "\f", "**", "[", "](", "<u>"]), max_size=80))
@settings(deadline=None)
def test_any_order_of_the_words_of_a_chronology(words: list[str]) -> None:
    check(" ".join(words).encode(), "a.txt")


def test_mutated_copies() -> None:
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(SAMPLE.encode())
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.choice((b"\n", b"*", b"[", b"9", b"\xff", b" ", b"|", b""))
        check(bytes(data), "a.txt")


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "*", "**a", "<u>", "<", "&", "_", "|", "-\n", "Sept. ", "5, ", "May 3 ", "2004-", "# ", "\\", "(",
     "$^{", "Chronology of ", "Relations | January 2009 ", "x Relations 63 January 2009 ", "A - B ", "\n\n\n", "1. ",
     "<!-- -", "<a ", "May 3, 2004\n\n", "May 2004\n", "Notes: x\n",
     "\na", "\n5", "\n1999", "\n9. A", "\n\nThe Title", "\n\nOne.\n\nThe Title", "\n- On May 3, 2004, we met.",
     "\n\nA-B Chronology\n\nMay 3, 2004: One.", "\n14/03: One.", "\n\nProse." * 4 + "\n\nMay 9, 2004: One." * 3],
)  # fmt: skip
def test_time_grows_in_step_with_repetition(piece: str) -> None:
    def read(count: int) -> None:
        check(("Chronology of A-B Relations\n\nMay 3, 2004: " + piece * count).encode(), "a.txt")

    assert in_step(read, 800, 8_000)


def test_time_grows_in_step_with_the_periods_above_a_list() -> None:
    def read(count: int) -> None:
        days = "".join(f"{1 + number % 28} May 2000\n\nThey meet.\n\n" for number in range(count))
        check(("16 May 1999 – 15 August 2000\n\n" * count + days).encode(), "a.txt")

    assert in_step(read, 500, 5_000)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Thursday the 5th day of May, 2004", (2004, 5, 5)),
        ("2004, the 5th of May", (2004, 5, 5)),
        ("Resolution 12 (2004)", None),
        ("In the 3 months of 2004", None),
        ("The 5th round of 1998 and 2004", None),
        ("the 5th of May", None),
    ],
)
def test_the_last_resort_has_every_part_or_is_silent(words: str, found: tuple[int, int, int] | None) -> None:
    printed = guess(words)
    assert (printed and (printed.first.year, printed.first.month, printed.first.day)) == found


def test_the_last_resort_serves_inside_a_list() -> None:
    text = "Chronology\n\nMay 3, 2004: One.\n\nThursday the 5th day of May, 2004: Two.\n\nMay 9, 2004: Three.\n"
    entries = read_document(text.encode(), "a.txt").sections[0].entries
    assert [(e.date.edtf, e.text) for e in entries] == [
        ("2004-05-03", "One."),
        ("2004-05-05", "Two."),
        ("2004-05-09", "Three."),
    ]
