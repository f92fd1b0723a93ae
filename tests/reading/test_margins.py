"""Plain text whose columns are parted by blanks: keywords in the margin, dates over two lines of their column."""

import textwrap

import pytest
from entries import dates, read_text, rows

RECORDED = [
    ("9 Jan.", "The ministers of Norland and Sudland confer in Orr on the fuel that is left.", "Norland; Fuel swap"),
    ("17 Feb.", "A treaty limits each side to 1550 warheads, and an envoy takes it to Sudland by sea.", "Treaty"),
    (
        "3–28 May",
        "The review of the pact ends in Orr without a word on the isles and their waters.",
        "Isles; Pact review",
    ),
    ("2 July", "Norland closes the strait to tankers. Sudland calls it a breach of the pact.", "Norland; Strait"),
    (
        "4 Aug.",
        "A tanker is stopped off Orr by boats of the Norland navy, and its crew is held.",
        "Norland; Tanker; Orr",
    ),
    ("31 Aug.", "The mission is declared to be at an end after ten years in the hills.", "Mission"),
    ("6 Oct.", "Envoys of the two states meet in Orr for the first time since the ban.", "Talks; Orr"),
]
SAYS = "Keywords are indicated in the right-hand column."
TEXT_AT, WIDTH, MARGIN_AT = 12, 44, 60


def page(entries: list[tuple[str, str, str]], says: str = SAYS) -> str:
    """A chronology set in three columns of blanks."""
    lines = []
    for date, told, words in entries:
        text = textwrap.wrap(told, WIDTH)
        margin = textwrap.wrap(words, 16)
        for n in range(max(len(text), len(margin))):
            left = f"{date if n == 0 else '':<{TEXT_AT}}{text[n] if n < len(text) else ''}"
            lines.append(f"{left:<{MARGIN_AT}}{margin[n] if n < len(margin) else ''}".rstrip())
    return f"Annex C. Chronology 2010\n\n{says}\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("says", [SAYS, "The dates are local."])
def test_keywords_in_the_margin_are_no_part_of_an_entry(says: str) -> None:
    """Where nothing is said of them, they are told by the semicolons that part them."""
    found = rows(read_text(page(RECORDED, says), "annex.txt"))
    assert [text for _, text in found] == [told for _, told, _ in RECORDED]
    assert [edtf for edtf, _ in found][:3] == ["2010-01-09", "2010-02-17", "2010-05-03/2010-05-28"]


def test_a_third_column_of_which_nothing_is_said_is_told() -> None:
    """`Reuters`, `Orr`: where it was printed or where it was, in single words."""
    places = [(date, told, "Orr" if n % 2 else "Lind") for n, (date, told, _) in enumerate(RECORDED)]
    found = rows(read_text(page(places, "The dates are local."), "annex.txt"))
    assert all("Orr" in text or "Lind" in text for _, text in found)


def test_a_range_over_two_lines_of_its_column() -> None:
    text = (
        "Chronology 2010\n\n"
        "9 Jan.      The ministers confer in Orr.\n"
        "12 July–    Norland bombs the hills of the south after its\n"
        "14 Aug.     soldiers are held, and lands on the isles.\n"
        "6 Oct.      Envoys meet.\n"
    )
    found = read_text(text, "annex.txt")
    assert dates(found) == ["2010-01-09", "2010-07-12/2010-08-14", "2010-10-06"]
    assert rows(found)[1][1].endswith("after its soldiers are held, and lands on the isles.")


def test_two_dates_below_each_other_are_two_entries() -> None:
    text = (
        "Chronology 2010\n\n"
        "9 Jan.      The ministers confer in Orr.\n"
        "12 July     Norland bombs the hills.\n"
        "14 Aug.     Soldiers are held.\n"
    )
    assert dates(read_text(text, "annex.txt")) == ["2010-01-09", "2010-07-12", "2010-08-14"]


def test_offsets_still_point_into_the_text() -> None:
    text = page(RECORDED)
    entry = read_text(text, "annex.txt").sections[0].entries[1]
    assert text[entry.location.start :].startswith("17 Feb.")
