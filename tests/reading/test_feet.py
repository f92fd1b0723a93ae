"""What stands at the foot and the head of pages, where a file has kept it as lines of its text."""

import pytest
from entries import read_text, rows

from chronicle.reading.furniture import is_foot

FIRST = "3 May 2004: The envoys of both sides, who had met in"
REST = "Orr before, sign the pact."


def texts(between: str, top: str = "") -> list[str]:
    """The texts of a list with something between the lines of its first entry and again behind its third."""
    first, rest = f"{FIRST}\n\n{between}\n\n{REST}", f"1 July 2004: They meet again.\n\n{between}"
    lines = [top, "Chronology", first, "9 June 2004: It is read out.", rest, "2 July 2004: The pact is sealed."]
    return [text for _, text in rows(read_text("\n\n".join(filter(None, lines))))]


@pytest.mark.parametrize(
    "foot",
    [
        "A/66/714",
        "A/66/714\nS/2012/88",
        "E/CN.4/2005/7/Add.1\nPage 3",
        "E/CN.4/2005/7/Add.1 English Page 3",
        "E/CN.4/2005/7/Add.1 page 3",
        "file:///home/ann/strait.html 3/4",
        "11/23/26, 9:45 AM Herald | Years on the strait",
        "23/11/2026, 09:45 Herald | Years on the strait",
        "CCPR/C/SR.1234",
        "GE.05-12345 (E)",
        "GE.05-12345  (E)    120405   130405",
        "12-23388",
        "12-23388                                 3",
        "4                                 12-23388 (E)",
        "*1223388*",
        "/...",
        "Page 3 of 12",
        "PAGE 3 OF 12",
        "3 of 12",
        "3/12",
        "Page | 3",
        "Norland Watch     Page 3 of 12",
        "- 3 -",
    ],
)
def test_the_feet_and_heads_of_pages_are_no_part_of_an_entry(foot: str) -> None:
    assert texts(foot) == [
        "The envoys of both sides, who had met in Orr before, sign the pact.",
        "It is read out.",
        "They meet again.",
        "The pact is sealed.",
    ]


def test_a_symbol_that_is_told_at_the_top_needs_to_come_once_more() -> None:
    text = f"Estland          A/66/714\n\nChronology\n\n{FIRST}\n\nA/66/714\n\n{REST}\n\n9 June 2004: It is read.\n"
    assert rows(read_text(text))[0][1].endswith("who had met in Orr before, sign the pact.")


@pytest.mark.parametrize("inner", ["[End Page 168]", "[page 12]", "[p. 12]"])
def test_the_ends_of_pages_in_brackets(inner: str) -> None:
    assert rows(read_text(f"Chronology\n\n3 May 2004: Talks. {inner} They fail.\n\n4 May 2004: Talks.\n")) == [
        ("2004-05-03", "Talks. They fail."),
        ("2004-05-04", "Talks."),
    ]


def test_pages_that_are_counted_within_lines() -> None:
    lines = [f"{n} May 2004: The envoys Page {n} of 12 meet in Orr." for n in range(3, 7)]
    assert {text for _, text in rows(read_text("Chronology\n\n" + "\n\n".join(lines)))} == {"The envoys meet in Orr."}


@pytest.mark.parametrize(
    "line",
    [
        "Report of the panel, S/2010/14",
        "They met on page 3 of 12 and on no other.",
        "The pact, as page 3 of 12 says",
        "Call 12-2338 or come.",
        "AFP/Coast Radio",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_foot(line)
    assert line in texts(line)[0]


def test_a_symbol_that_comes_once_is_what_an_entry_tells() -> None:
    entries = ["12 May 2010", "S/2010/14", "13 May 2010", "S/2010/15", "14 May 2010", "S/2010/16"]
    assert [text for _, text in rows(read_text("Chronology\n\n" + "\n\n".join(entries)))] == entries[1::2]


def first_text(head: str) -> str:
    """The text of a first entry with the head of a page between two of its lines."""
    entries = ["9 June 2004: It is read out.", "1 July 2004: They meet again.", "2 July 2004: The pact is sealed."]
    return rows(read_text("\n\n".join(["Chronology", f"{FIRST}\n{head}\n{REST}", *entries])))[0][1]


@pytest.mark.parametrize(
    "head",
    [
        "Chronology • 42",
        "Chronology of the Strait · 42",
        "142 CHRONOLOGY OF EVENTS",
        "CHRONOLOGY OF EVENTS 143",
        "2005] CHRONOLOGY 167",
        "2005] TREATIES OF THE BAY 167",
        "166 THE YEARBOOK [VOL. XXVI",
        "166 THE YEARBOOK OF THE BAY [2005",
        "SEPTEMBER 2004 THE COAST OBSERVER 43",
        "September 2004 THE COAST OBSERVER 43",
        "42 THE COAST OBSERVER SEPTEMBER 2004",
    ],
)
def test_the_head_of_a_page_with_its_number_and_the_name_of_the_issue(head: str) -> None:
    assert first_text(head) == "The envoys of both sides, who had met in Orr before, sign the pact."


@pytest.mark.parametrize("line", ["September 2004 THE MV ORR 43 SAILS", "THE YEARBOOK 43"])
def test_lines_that_only_look_like_the_head_of_a_page(line: str) -> None:
    assert line in first_text(line)


SOURCE = "(Coast Press, 9/3/04, p.16)"


def test_a_source_in_brackets_under_several_entries_is_no_head_of_pages() -> None:
    entries = [f"{day} May 2004: {text}\n{SOURCE}" for day, text in ((3, "Talks."), (5, "More talks."), (9, "A pact."))]
    found = rows(read_text("\n\n".join(["Timeline", *entries])))
    assert [text for _, text in found] == [f"Talks. {SOURCE}", f"More talks. {SOURCE}", f"A pact. {SOURCE}"]


def test_other_words_under_several_entries_are_one() -> None:
    entries = [
        f"{day} May 2004: {text}\nThe Coast Press" for day, text in ((3, "Talks."), (5, "Rain."), (9, "A pact."))
    ]
    found = rows(read_text("\n\n".join(["Timeline", *entries])))
    assert [text for _, text in found] == ["Talks.", "Rain.", "A pact."]


DATED = [
    ("February 22", "A book is printed.", "02-22"),
    ("March 14", "Two generals fall.", "03-14"),
    ("April 25", "A regime ends.", "04-25"),
    ("May 11", "A party is founded.", "05-11"),
    ("May 20", "A second one is.", "05-20"),
    ("Mid-June", "Envoys set out.", "06-11"),
    ("July 5-6", "They are received.", "07-05"),
]


@pytest.mark.parametrize("blank", ["", " "])
def test_numbers_that_count_paragraphs_before_their_dates(blank: str) -> None:
    lines = [f"{number}{blank}{day}: {text}" for number, (day, text, _) in enumerate(DATED, 1)]
    document = read_text("\n\n".join(["Chronology 1974", *lines]))
    assert [(entry.date.start.isoformat(), entry.text) for entry in document.sections[0].entries] == [
        (f"1974-{day}", text) for _, text, day in DATED
    ]


def test_days_one_after_the_other_are_no_numbers_of_paragraphs() -> None:
    days = [f"{day} May 1974: Round {day}." for day in range(3, 11)]
    document = read_text("\n\n".join(["Chronology", *days]))
    assert [text for _, text in rows(document)] == [f"Round {day}." for day in range(3, 11)]
