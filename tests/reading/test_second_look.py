"""Dates that open entries only because the rest of their list shows it, and those that do not although they could."""

from collections.abc import Sequence

import pytest
from entries import read_text, rows

from chronicle.errors import NoChronology

HEAD = "Chronology of Norland-Sudland Relations"
YEARS = ["1931 The pact is signed.", "1938 The pact is renewed.", "1944 The pact is broken.", "1950 A new pact."]
DATES = ["May 3, 1931: A pact.", "May 4, 1938: A renewal.", "June 9, 1944: A breach.", "July 2, 1950: A new pact."]
MONTHS = ["2004", "Jan. 8: Talks open.", "March 5: They go on.", "May 9: They fail.", "Aug. 1: They open again."]


def read(*lines: str, head: str = HEAD) -> list[tuple[str | None, str]]:
    return rows(read_text("\n\n".join([head, *lines])))


@pytest.mark.parametrize(
    ("around", "line", "entry"),
    [
        (YEARS, "1941General Osk lands in Orr.", ("1941", "General Osk lands in Orr.")),
        (YEARS, "1941A fleet sails.", ("1941", "A fleet sails.")),
        (YEARS, "June 2, 1941General Osk lands.", ("1941-06-02", "General Osk lands.")),
        (YEARS, "2 June 1941General Osk lands.", ("1941-06-02", "General Osk lands.")),
        (YEARS, "- 1941General Osk lands.", ("1941", "General Osk lands.")),
        (DATES, "May 3, 1941Talks on herring.", ("1941-05-03", "Talks on herring.")),
        (DATES, "1940-41Talks on herring.", ("1940/1941", "Talks on herring.")),
        (MONTHS, "May 3Talks on herring.", ("2004-05-03", "Talks on herring.")),
        (MONTHS, "May 3 Talks on herring.", ("2004-05-03", "Talks on herring.")),
        (MONTHS, "May 3, Talks on herring.", ("2004-05-03", "Talks on herring.")),
        (DATES, "May 9 Talks on herring.", ("1938-05-09", "Talks on herring.")),
        (DATES, "May 9, Talks on herring.", ("1938-05-09", "Talks on herring.")),
        (MONTHS, "April 3-4Talks on herring.", ("2004-04-03/2004-04-04", "Talks on herring.")),
    ],
)
def test_a_date_that_lost_what_parts_it_from_its_text(around: Sequence[str], line: str, entry: tuple[str, str]) -> None:
    at = 2 + (around is MONTHS)
    found = read(*around[:at], line, *around[at:])
    assert found[2] == entry
    assert len(found) == 5


def test_a_date_that_lost_the_blank_in_a_list_without_a_heading() -> None:
    text = "{}The envoys of both sides meet in Orr and talk of herring."
    lines = [text.format(date) for date in ("1931: ", "1938: ", "1941", "1944: ", "1950: ")]
    assert [edtf for edtf, _ in read(*lines, head="The strait")] == ["1931", "1938", "1941", "1944", "1950"]


@pytest.mark.parametrize(
    "line",
    [
        "1961General Osk lands, out of its time.",
        "Sept. 3Talks on herring, out of their time.",
        "March 3, Talks on herring, out of their time.",
        "May 5 talks on herring are recalled.",
        "- May 5 Talks on herring.",
        "1941st street is where they met.",
        "It was 1941General Osk said so.",
        "Pier 41General Osk’s ship lay there.",
    ],
)
def test_what_only_looks_like_it(line: str) -> None:
    assert len(read(*DATES[:2], line, *DATES[2:])) == 4


def test_a_page_without_a_list() -> None:
    with pytest.raises(NoChronology):
        read_text("Essay\n\n1941General Osk landed.\n\n1944Peace came.\n\nNobody knew why.")


@pytest.mark.parametrize("below", ["1945 The pact is forgotten.", "May 3, 1945: The pact is forgotten."])
def test_a_year_alone_above_its_text_is_an_entry_where_the_next_date_prints_another(below: str) -> None:
    found = read(*YEARS[:2], "1940\nThe envoys are called home.", below, YEARS[3])
    assert found[2] == ("1940", "The envoys are called home.")
    assert [edtf for edtf, _ in found] == [
        "1931",
        "1938",
        "1940",
        "1945" if below[:4] == "1945" else "1945-05-03",
        "1950",
    ]


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("1940", ["May 3: Talks.", "May 5: More talks.", "May 9: No talks."]),
        ("1940", ["May 3, 1940: Talks.", "May 5, 1940: More talks.", "May 9, 1940: No talks."]),
        ("1940-1945", ["May 3, 1941: Talks.", "May 5, 1943: More talks.", "May 9, 1944: No talks."]),
        ("1940s", ["May 3, 1941: Talks.", "May 5, 1943: More talks.", "May 9, 1944: No talks."]),
    ],
)
def test_a_year_over_its_dates_heads_them_with_a_remark_between_too(head: str, days: Sequence[str]) -> None:
    found = read(head, "A year of talks.", *days)
    assert [text for _, text in found] == ["Talks.", "More talks.", "No talks."]


FIGURES = ["02/26/01 -- A report.", "11/21/00 -- A pledge.", "10/10/00 -- A law.", "07/11/99 -- A visit."]


@pytest.mark.parametrize(
    ("at", "month", "edtf"),
    [(1, "12/00", "2000-12"), (1, "01/01", "2001-01"), (3, "3/00", "2000-03"), (3, "12/99", "1999-12")],
)
def test_a_month_in_figures_among_days_in_figures(at: int, month: str, edtf: str) -> None:
    found = read(*FIGURES[:at], f"{month} -- Talks are held in Orr.", *FIGURES[at:])
    assert found[at] == (edtf, "Talks are held in Orr.")
    assert len(found) == 5


@pytest.mark.parametrize("line", ["12/98 -- Talks, out of their time.", "13/00 -- No month.", "12/00 ships sail."])
def test_other_figures_are_none(line: str) -> None:
    assert len(read(FIGURES[0], line, *FIGURES[1:])) == 4


DASHED = ["May 1931 - A pact.", "June 1938 - The pact is renewed.{}", "1950 - A new pact.", "July 1952 - A visit."]


def test_a_year_behind_a_sentence_whose_line_break_is_lost() -> None:
    found = read(*(line.format(" 1944 - The pact is broken.") for line in DASHED))
    assert found[1:3] == [("1938-06", "The pact is renewed."), ("1944", "The pact is broken.")]


@pytest.mark.parametrize("more", [" 1960 - The ship.", " It was in 1944 - So they say.", " 1944 men sail."])
def test_a_year_that_is_none(more: str) -> None:
    assert len(read(*(line.format(more) for line in DASHED))) == 4


IN_FIGURES = [
    "05-10-2010, Talks open.",
    "21-03-2011, They go on.",
    "12-10-2011, They fail.",
    "19-12-2012, A vote is held.",
]


@pytest.mark.parametrize(
    ("slip", "edtf"),
    [
        ("01.03 2012, Envoys meet in Orr.", "2012-03-01"),
        ("01-03.2012, Envoys meet in Orr.", "2012-03-01"),
        ("21.03-2012: Envoys meet in Orr.", "2012-03-21"),
        ("08-03-2012 / 24-04.2012, Envoys meet in Orr.", "2012-03-08/2012-04-24"),
    ],
)
def test_a_slip_in_the_signs_between_figures(slip: str, edtf: str) -> None:
    assert read(*IN_FIGURES[:3], slip, *IN_FIGURES[3:])[3] == (edtf, "Envoys meet in Orr.")


@pytest.mark.parametrize(
    "line", ["01.03 2019, Envoys meet in Orr.", "01.03 2012 tons are sent.", "1.3 2012/13 is a draw."]
)
def test_figures_that_are_no_slip(line: str) -> None:
    assert len(read(*IN_FIGURES[:3], line, *IN_FIGURES[3:])) == len(IN_FIGURES)
