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


def table(place: float) -> list[Placed]:
    """Rows with each date beside the top (0), the middle (0.5) or the foot (1) of its text's first paragraph."""
    found: list[Placed] = []
    down = 110.0
    for date, paragraphs in TALKS.items():
        found.append((72, down + place * 14 * (len(paragraphs[0]) - 1), date))
        for lines in paragraphs:
            found += [(170, down + 14 * at, line) for at, line in enumerate(lines)]
            down += 14 * len(lines) + 6
    return found


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_dates_beside_rows_of_several_paragraphs(place: float) -> None:
    found = rows(read_document(placed([*HEADING, *table(place)]), "talks.pdf"))
    told = [" ".join(line for lines in paragraphs for line in lines) for paragraphs in TALKS.values()]
    assert found == list(zip(EDTF, told, strict=True))


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
