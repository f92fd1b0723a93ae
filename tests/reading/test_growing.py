"""Reading takes time in step with the length of a chronology, whatever it is made of."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from growth import in_step

from chronicle.errors import NoChronology
from chronicle.reading import read_document


def test_time_grows_with_the_length_and_no_faster() -> None:
    def cost(entries: int) -> None:
        lines = [f"Jan. {n % 28 + 1}, {1900 + n % 120}: Words [and](#) **more** words go here." for n in range(entries)]
        text = "Chronology of the Bay\n\n" + "\n\n".join(lines)
        assert len(read_document(text.encode(), "a.txt").sections[0].entries) == entries

    assert in_step(cost, 400, 4_000)


WORDS = "Words go here and there in the text."


GROWING = {
    "lists far apart": lambda n: f"{n % 28 + 1} May {1500 + n % 500}: {WORDS}" + f"\n\n{WORDS}" * (7 * (n % 5 == 4)),
    "bullets below": lambda n: f"{n % 28 + 1} May {1500 + n // 30}: {WORDS}\n\n• {WORDS}\n• {WORDS}",
    "days below months": lambda n: f"## May\n\n{n % 20 + 1}. Orr. {WORDS}",
    "links below": lambda n: f"{n % 28 + 1} May {1500 + n // 30}: {WORDS}\n\nRead more",
    "columns of blanks": lambda n: f"{n % 28 + 1} May {1500 + n // 30}:   {WORDS}" + " " * 90 + f"Orr; Lind{' ' * 60}.",
    "days of a year": lambda n: f"{1500 + n % 500} 3 May: {WORDS} 4 June: {WORDS}",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_pieces_and_no_faster(piece: Callable[[int], str]) -> None:
    def cost(pieces: int) -> None:
        with suppress(NoChronology):
            read_document("\n\n".join(map(piece, range(pieces))).encode(), "a.md")

    assert in_step(cost, 100, 1_000)


def test_one_line_of_very_many_years_between_dashes() -> None:
    def cost(years: int) -> None:
        read_document(
            " ".join(f"{WORDS} – {1500 + n // 40} – May {n % 28 + 1}: {WORDS}" for n in range(years)).encode(), "a.txt"
        )

    assert in_step(cost, 100, 1_000)


def test_one_paragraph_of_very_many_dates() -> None:
    def read_dates(count: int) -> None:
        entries = (f"Jan. {n % 28 + 1}, 2004: Words go here." for n in range(count))
        text = "Chronology of the Bay Relations " + " ".join(entries)
        assert len(read_document(text.encode(), "a.txt").sections[0].entries) == count

    assert in_step(read_dates, 500, 5_000)
