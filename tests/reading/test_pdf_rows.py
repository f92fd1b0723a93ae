"""Rows of tables in PDF files whose dates stand beside the middle of their text, on another page, in a box."""

import pytest
from entries import dates, rows
from printed import Placed, placed

from chronicle.reading import read_document

TALKS = {
    "04.03.2019": [["The joint commission takes up its weekly", "meetings after a break of three weeks."]],
    "11.03.2019": [
        ["Orr asks for talks on the plates of cars."],
        ["The mission reports that 1,980 cars", "are on its list."],
    ],
    "19.03.2019": [["The new parliament meets for the first", "time; no party has a majority in it."]],
    "14.05.2019": [["An envoy tours both banks."]],
    "14.06.2019": [["The former government steps down and", "its leader leaves", "the country."]],
    "24.06.2019": [["The assembly in Lind debates the crisis", "of the spring."]],
}
EDTF = ["2019-03-04", "2019-03-11", "2019-03-19", "2019-05-14", "2019-06-14", "2019-06-24"]
HEADING: list[Placed] = [(72, 80, "Chronology of the talks", "Times-Bold", 14)]


def table(place: float, white: float = 4) -> list[Placed]:
    """Rows with each date beside the top (0), the middle (0.5) or the foot (1) of its text's first paragraph.

    `white` parts the paragraphs of a row; between two rows it is 6.
    """
    found: list[Placed] = []
    down = 110.0
    for date, paragraphs in TALKS.items():
        found.append((72, down + place * 14 * (len(paragraphs[0]) - 1), date))
        for lines in paragraphs:
            found += [(170, down + 14 * at, line) for at, line in enumerate(lines)]
            down += 14 * len(lines) + white
        down += 6 - white
    return found


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_dates_beside_rows_of_several_paragraphs(place: float) -> None:
    found = rows(read_document(placed([*HEADING, *table(place)]), "talks.pdf"))
    told = [" ".join(line for lines in paragraphs for line in lines) for paragraphs in TALKS.values()]
    assert found == list(zip(EDTF, told, strict=True))


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_rows_without_a_date_parted_as_those_with_one(place: float) -> None:
    found = rows(read_document(placed([*HEADING, *table(place, 6)]), "talks.pdf"))
    assert found[1:3] == [
        ("2019-03-11", "Orr asks for talks on the plates of cars."),
        ("2019-03-11", "The mission reports that 1,980 cars are on its list."),
    ]
    assert len(found) == 7


SPACED = [
    (["9 May 1992"], ["An envoy of the bay comes to Lind to", "speak of herring."]),
    (["21 March 1994"], ["The court in Orr rules."]),
    (["29 October-10 November", "2001"], ["The last round of the talks is held."]),
    (["11 December 2002"], ["Both sides put their names to a truce of", "five years in the capital."]),
    (["3 June 2003"], ["The last guns leave the northern bank."]),
]


def test_dates_beside_the_middle_of_rows_without_white_between_them() -> None:
    found: list[Placed] = [(72, 110, "Date"), (220, 110, "Milestone")]
    down = 128.0
    for date, lines in SPACED:
        height = max(len(date), len(lines))
        for x, cell in ((72, date), (220, lines)):
            top = down + 9 * (height - len(cell))
            found += [(x, top + 18 * at, words) for at, words in enumerate(cell)]
        down += 18 * height
    assert rows(read_document(placed([*HEADING, *found]), "talks.pdf")) == [
        ("1992-05-09", "An envoy of the bay comes to Lind to speak of herring."),
        ("1994-03-21", "The court in Orr rules."),
        ("2001-10-29/2001-11-10", "The last round of the talks is held."),
        ("2002-12-11", "Both sides put their names to a truce of five years in the capital."),
        ("2003-06-03", "The last guns leave the northern bank."),
    ]


COUNTRIES = {
    "NORLAND": [
        ("7-22 Feb", ["The winter games are held at Orr with 72", "nations taking part."]),
        ("18-19 Apr", ["The premier and the envoy of the bay hold", "informal talks."]),
        ("31 Aug", ["A missile passes over the north."]),
    ],
    "OSK": [
        ("27 Oct", ["The founder of a bank crosses the line with", "cattle and later meets the chairman."]),
        ("18 Nov", ["The first ship with guests leaves Lind for", "the mount."]),
    ],
    "SUDLAND": [
        ("29 Jan", ["Government and banks agree on the exchange", "of debt."]),
        ("9 Dec", ["A premier is appointed after five months", "of deadlock."]),
    ],
}


def by_country(font: str, size: float, names: list[str]) -> list[Placed]:
    """Rows without white between them, under titles that stand above the dates."""
    found: list[Placed] = []
    down = 110.0
    for name, entries in zip(names, COUNTRIES.values(), strict=True):
        found.append((72, down + 12, name, font, size))
        down += 31
        for date, lines in entries:
            found.append((72, down, date, "Times-Roman", 10.5))
            found += [(170, down + 14.2 * at, line, "Times-Roman", 10.5) for at, line in enumerate(lines)]
            down += 14.2 * (len(lines) - 1) + 17
    return found


@pytest.mark.parametrize(
    ("font", "size", "names"),
    [
        ("Times-Bold", 12, ["NORLAND", "OSK", "SUDLAND"]),
        ("Times-Roman", 12, ["Norland", "Osk", "Sudland"]),
        ("Times-Bold", 10.5, ["Norland", "Osk", "Sudland"]),
        ("Times-Roman", 10.5, ["NORLAND (NORTH)", "OSK ISLANDS", "SUDLAND AND ORR"]),
    ],
    ids=["large and bold", "large", "bold", "capitals"],
)
def test_titles_above_the_dates_of_a_table_are_no_part_of_its_rows(font: str, size: float, names: list[str]) -> None:
    heading: Placed = (72, 80, "Chronology of Events, 1998", "Times-Bold", 18)
    document = read_document(placed([heading, *by_country(font, size, names)]), "annual.pdf")
    told = [" ".join(lines) for entries in COUNTRIES.values() for _, lines in entries]
    assert [text for _, text in rows(document)] == told


def test_two_rows_on_the_last_page_whose_dates_stand_beside_their_first_lines() -> None:
    first, last = COUNTRIES["NORLAND"], COUNTRIES["OSK"]
    pages: list[list[Placed]] = []
    for entries in (first, last):
        page: list[Placed] = []
        down = 110.0
        for date, lines in entries:
            page.append((72, down, date, "Times-Roman", 10.5))
            page += [(170, down + 14.3 * at, line, "Times-Roman", 10.5) for at, line in enumerate(lines)]
            down += 14.3 * (len(lines) - 1) + 17.2
        pages.append(page)
    document = read_document(
        placed([(72, 80, "Chronology, 1998", "Times-Bold", 18), *pages[0]], pages[1]), "annual.pdf"
    )
    assert [text for _, text in rows(document)] == [" ".join(lines) for _, lines in (*first, *last)]


def test_a_month_cut_by_the_edge_of_its_cell_and_days_below_each_other() -> None:
    cells = [
        ("2013", []),
        ("January–Februar", ["Two advisers study what the harbour", "costs the town of Orr."]),
        ("y", []),
        ("14 June", ["The minister tells of a larger harbour."]),
        ("July", []),
        ("20", ["The observers leave the bay."]),
        ("24", ["Planes from Lind attack the bridge."]),
    ]
    found = [(72, 110 + 14 * at, words) for at, (words, _) in enumerate(cells)]
    found += [(170, 110 + 14 * at + 14 * n, line) for at, (_, text) in enumerate(cells) for n, line in enumerate(text)]
    assert rows(read_document(placed([*HEADING, *found]), "talks.pdf")) == [
        ("2013-01/2013-02", "Two advisers study what the harbour costs the town of Orr."),
        ("2013-06-14", "The minister tells of a larger harbour."),
        ("2013-07-20", "The observers leave the bay."),
        ("2013-07-24", "Planes from Lind attack the bridge."),
    ]


def test_days_above_their_month_in_a_narrow_column() -> None:
    cells = [
        ("5 May 2019", ["The council of Orr", "meets."]),
        ("12–13", ["Planes stay on the ground in Lind for"]),
        ("June 2019", ["want of fuel."]),
        ("2020", ["The harbour is widened."]),
        ("July 2021", ["The last crane is sold."]),
    ]
    found: list[Placed] = []
    down = 110.0
    for date, lines in cells:
        found.append((72, down, date))
        found += [(150, down + 14 * at, line) for at, line in enumerate(lines)]
        down += 14 * len(lines) + (0 if date == "12–13" else 6)
    assert rows(read_document(placed([*HEADING, *found]), "talks.pdf")) == [
        ("2019-05-05", "The council of Orr meets."),
        ("2019-06-12/2019-06-13", "Planes stay on the ground in Lind for want of fuel."),
        ("2020", "The harbour is widened."),
        ("2021-07", "The last crane is sold."),
    ]


def test_a_last_date_whose_words_stand_on_the_next_page() -> None:
    page = [*HEADING, *table(0), (72, 700.0, "10 October 2019")]
    further: list[Placed] = [
        (170, 80, "The commission is dissolved by both sides and"),
        (170, 94, "its papers are sealed."),
    ]
    found = rows(read_document(placed(page, further), "talks.pdf"))
    assert found[-1] == ("2019-10-10", "The commission is dissolved by both sides and its papers are sealed.")


def test_the_title_of_a_box_across_two_columns_stands_above_its_dates() -> None:
    words = "the sums spent on the vote of 1998 were hardly larger in"
    text: list[Placed] = [(x, 90 + 13 * n, words) for x in (50, 310) for n in range(12)]
    days = ["Sept. 28", "Oct. 31", "Nov. 21", "Dec. 3", "Dec. 26", "Jan. 10"]
    box: list[Placed] = [(60, 290, "Calendar of the vote of 2004", "Times-Bold", 12)]
    for at, day in enumerate(days):
        box.append((60, 307 + 15 * at, day, "Times-Bold", 9))
        box.append(
            (
                110,
                307 + 15 * at,
                "The court hears the candidates of both camps and puts off its ruling to the week after.",
            )
        )
    below: list[Placed] = [(x, 430 + 13 * n, words) for x in (50, 310) for n in range(12)]
    document = read_document(placed([*text, *box, *below]), "tents.pdf")
    assert document.text.partition("2004")[2].lstrip(" |\n").startswith("Sept. 28")
    assert dates(document) == ["2004-09-28", "2004-10-31", "2004-11-21", "2004-12-03", "2004-12-26", "2005-01-10"]


def columns(down: float, *cells: list[str]) -> list[Placed]:
    """The cells of one row, each of them with its lines."""
    return [
        (x, down + 12 * at, line)
        for x, lines in zip((72, 160, 260), cells, strict=False)
        for at, line in enumerate(lines)
    ]


YEAR_AND_NAMES = ["1999"], ["Milestone"], ["Details"]
DETAILS = [
    (["12 January"], ["New policy"], ["The premier of the bay says that the", "island may choose."]),
    (["27 January"], ["Two options"], ["Lind lets the island go if it says no."]),
    (["6 April"], ["A raid"], ["Men with knives come to the church in", "Orr, where many people shelter, and"]),
]
REST: list[Placed] = [(260, 92, "take its bell. The bishop asks for help.")]
LATER = [
    (["5 May"], ["Agreement"], ["The three sign a paper on the vote."]),
    (["30 August"], ["The vote"], ["Nearly all of the island votes."]),
    (["4 September"], ["The result"], ["It is read out in the capital."]),
]


def of_ballot(names: tuple[list[str], ...] = YEAR_AND_NAMES, rest: bool = True) -> list[tuple[str | None, str]]:
    """A table on two pages, the names of its columns at the top of both, and a row cut by the end of the page."""
    first = [*HEADING, *columns(110, *YEAR_AND_NAMES)]
    second = columns(80, *names) + (REST if rest else [])
    for at, row in enumerate(DETAILS):
        first += columns(130 + 32 * at, *row)
    for at, row in enumerate(LATER):
        second += columns(112 + 20 * at, *row)
    return rows(read_document(placed(first, second), "ballot.pdf"))


def test_names_of_columns_printed_anew_on_the_next_page_are_no_part_of_a_row() -> None:
    found = of_ballot()
    assert found[-4:] == [
        (
            "1999-04-06",
            "A raid | Men with knives come to the church in Orr, where many people shelter, and take its bell. "
            "The bishop asks for help.",
        ),
        ("1999-05-05", "Agreement | The three sign a paper on the vote."),
        ("1999-08-30", "The vote | Nearly all of the island votes."),
        ("1999-09-04", "The result | It is read out in the capital."),
    ]


def test_the_names_beside_another_year_head_its_rows() -> None:
    found = of_ballot((["2000"], *YEAR_AND_NAMES[1:]), rest=False)
    assert [edtf for edtf, _ in found] == [
        "1999-01-12", "1999-01-27", "1999-04-06", "2000-05-05", "2000-08-30", "2000-09-04",
    ]  # fmt: skip


@pytest.mark.parametrize("pages", [1, 2])
def test_the_numbers_of_rows_are_no_days(pages: int) -> None:
    named = [(72, 110, "No."), (100, 110, "Date"), (220, 110, "Exercise")]
    told = ["March 2008", "July 11-31, 2008", "December 5-14, 2008", "December 20, 2008"]
    drills = ["Ships of the bay drill off Lind.", "Pilots fly by night.", "Two armies build a bridge.", "Ships signal."]
    table: list[list[Placed]] = [[*HEADING, *named]]
    for at, (date, drill) in enumerate(zip(told, drills, strict=True)):
        if pages == 2 and at == 2:
            table.append([(x, 80, words) for x, _, words in named])
        down = 130 + 20 * at - (70 if len(table) == 2 else 0)
        table[-1] += [(72, down, str(at + 11)), (100, down, date), (220, down, drill)]
    found = rows(read_document(placed(*table), "drills.pdf"))
    dated = ["2008-03", "2008-07-11/2008-07-31", "2008-12-05/2008-12-14", "2008-12-20"]
    assert found == list(zip(dated, drills, strict=True))


def test_days_that_follow_each_other_are_no_numbers_of_rows() -> None:
    drills = ["Ships of the bay drill off Lind.", "Pilots fly by night.", "Two armies build a bridge."]
    days = [(x, 130 + 20 * at, cell) for at in range(3) for x, cell in ((72, str(at + 11)), (84, "March 2008"))]
    table: list[Placed] = [(220, 130 + 20 * at, drill) for at, drill in enumerate(drills)]
    found = rows(read_document(placed([*HEADING, *days, *table]), "drills.pdf"))
    assert found == list(zip(["2008-03-11", "2008-03-12", "2008-03-13"], drills, strict=True))
