"""Records of some months that go by countries and subjects, so that their days begin anew below each of them."""

import pytest
from entries import dates, read_text, rows

from chronicle.errors import NoChronology
from chronicle.model import Document

RECORD = """{head}

INTERNATIONAL

Court of the Sea
Oct. 13—The court in Lind makes public its warrants for five leaders
of the front, among them its founder. They are the first of their kind.
Council of the Isles
Oct. 20—An envoy delivers to the council a report that names seven
officers of the guard.
Oct. 31—The council adopts a resolution that asks Norland to cooperate
with the envoy or face further steps.

NORLAND

(See also Orr)
Oct. 10—Two parties announce that they will form a grand coalition, the
first since the war.

ORR

Oct. 8—An earthquake strikes the south of the isle; the death toll, put at
eighty on the first day, passes three hundred.
Oct. 29-30—Officials of both sides, meeting in Lind, agree to open five
crossings on the line for relief.
"""
DAYS = ["2005-10-13", "2005-10-20", "2005-10-31", "2005-10-10", "2005-10-08", "2005-10-29/2005-10-30"]


def record(head: str) -> Document:
    return read_text(RECORD.format(head=head), "record.txt")


@pytest.mark.parametrize(
    "head",
    [
        "THE MONTH IN REVIEW\n\nOctober 2005",
        "World Record\nSeptember–October 2005",
        "Quarterly Register, July–December 2005",
    ],
)
def test_days_that_begin_anew_below_countries_and_subjects(head: str) -> None:
    document = record(head)
    assert dates(document) == DAYS
    assert [entry.flags for entry in document.sections[0].entries] == [()] * len(DAYS)
    assert not document.problems


def test_the_title_of_the_next_part_is_no_text_of_the_entry_above() -> None:
    texts = [text for _, text in rows(record("THE MONTH IN REVIEW\n\nOctober 2005"))]
    assert texts[0].endswith("They are the first of their kind.")
    assert texts[2].endswith("or face further steps.")
    assert texts[3].endswith("the first since the war.")


def test_a_name_that_a_line_breaks_off_is_no_title() -> None:
    text = """CHRONOLOGY OF NORLAND-ORR RELATIONS

Oct. 3, 2005: The premier leaves for talks with the U.S.
Secretary Ann Author
Oct. 5, 2005: The premier returns.
Oct. 6, 2005: The premier resigns.
"""
    assert rows(read_text(text, "record.txt"))[0][1].endswith("Secretary Ann Author")


@pytest.mark.parametrize("head", ["THE MONTH IN REVIEW", "THE MONTH IN REVIEW\n\nMarch 2005", "The Years 1998–2005"])
def test_without_their_months_above_them_they_are_no_chronology(head: str) -> None:
    with pytest.raises(NoChronology):
        record(head)


ENTRIES = {
    "what is on": [
        "The Orr Quartet plays at the Lind Hall, with drinks served from six in the foyer.",
        "Ann Author reads from her new novel in Mill Street, and all are welcome to come.",
        "A show of prints from the isles opens at the museum and stays there until March.",
        "The last day of the fair for old maps in the arcades of the town hall of Orr.",
        "The choir of the bay sings the mass in B minor, led by the young Cara Singer.",
        "The house on the lake opens its doors to all who wish to see its paintings.",
    ],
    "what is to be done": [
        "Applications for the travel fund are due at noon in the office of the dean of arts.",
        "Submissions for the prize are due, in three copies, with a letter by a member of staff.",
        "Registration opens for all courses of the summer term on the pages of the faculty.",
        "Registration closes for the courses that begin before Easter on the north campus.",
        "Reading week begins, and the library stays open until midnight on every day of it.",
        "Books are due that were lent before the holidays and can be left in the old hall.",
    ],
    "news of our own": [
        "Ann Author of the north office tells us that she has a daughter, and both do well.",
        "We say goodbye to Ben Writer, who leaves after thirty years in our post room.",
        "Cara Singer retires to her house by the lake, and we wish her many good years.",
        "Dan Clerk has been with us for twenty-five years and is given a clock by the board.",
        "Our house in Mill Street is forty years old, and there is cake for all of us.",
        "Eve Porter marries at the church in Orr, and all of us were there to see it.",
    ],
    "names": ["Lind v Orr", "Orr v Mill", "Mill v Lake", "Lake v Lind", "Port v Bay", "Bay v Isle"],
    "titles": [f"Minister opens a further hospital, number {n}, in Lind" for n in "ABCDEF"],
}


@pytest.mark.parametrize("entries", ENTRIES.values(), ids=ENTRIES)
def test_days_below_titles_that_tell_of_something_else(entries: list[str]) -> None:
    a, b, c, d, e, f = entries
    text = f"""CALENDAR OF THE BAY

October 2005

NORTH

Oct. 13—{a}
Oct. 20—{b}

SOUTH

Oct. 2—{c}
Oct. 30—{d}

EAST

Oct. 1—{e}
Oct. 9—{f}
"""
    for title in ("CALENDAR OF THE BAY", "THE BAY"):
        with pytest.raises(NoChronology):
            read_text(text.replace("CALENDAR OF THE BAY", title), "bay.txt")


def test_days_that_go_back_without_a_title_are_no_record() -> None:
    text = RECORD.format(head="THE MONTH IN REVIEW\n\nOctober 2005").replace("ORR\n\n", "")
    with pytest.raises(NoChronology):
        read_text(text, "record.txt")
