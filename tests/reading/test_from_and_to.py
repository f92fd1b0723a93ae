"""Tables of which one column tells when something began and the next when it ended."""

import pytest
from entries import dates, read_text, rows

from chronicle.errors import NoChronology
from chronicle.reading import read_document

ROWS = [
    ("3 May 1998", "7 May 1998", "Talks are held in Lind between the two delegations."),
    ("12 June 1998", "12 June 1998", "The premier signs the accord in Orr."),
    ("1 July 1998", "", "Ships gather off the isle."),
    ("30 December 1998", "2 January 1999", "Envoys of three states meet in Lind."),
]
FOUND = [
    ("1998-05-03/1998-05-07", "Talks are held in Lind between the two delegations."),
    ("1998-06-12", "The premier signs the accord in Orr."),
    ("1998-07-01", "Ships gather off the isle."),
    ("1998-12-30/1999-01-02", "Envoys of three states meet in Lind."),
]


def of_bars(names: list[str], cells: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in [names, ["---"] * len(names), *cells]]
    return "\n".join(["# Chronology of the lake", "", *lines])


def of_tags(names: list[str], cells: list[list[str]], head: str) -> str:
    def row(told: list[str], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in told)}</tr>"

    return f"<h1>Chronology of the lake</h1><table>{row(names, head)}{''.join(row(c, 'td') for c in cells)}</table>"


@pytest.mark.parametrize(
    "names", ["From|To|Event", "Start date|End date|What happened", "Arrived|Left|Visit", "Begin|End|Text"]
)
def test_both_ends_of_a_time(names: str) -> None:
    cells = [list(row) for row in ROWS]
    assert rows(read_text(of_bars(names.split("|"), cells), "lake.md")) == FOUND
    for head in ("th", "td"):
        page = of_tags(names.split("|"), cells, head)
        assert rows(read_document(page.encode(), "lake.html")) == FOUND


def test_behind_another_column() -> None:
    cells = [[str(number), *row] for number, row in enumerate(ROWS, 1)]
    page = of_tags(["No.", "From", "To", "Event"], cells, "th")
    assert rows(read_document(page.encode(), "lake.html")) == FOUND


def test_beside_sources() -> None:
    cells = [[*row, f"Lind Post, page {number}"] for number, row in enumerate(ROWS, 1)]
    assert rows(read_text(of_bars(["From", "To", "Event", "Source"], cells), "lake.md")) == FOUND


@pytest.mark.parametrize("names", ["Signed|In force|Treaty", "Date|Reported|Event"])
def test_two_dates_that_are_no_ends_of_one_time(names: str) -> None:
    cells = [list(row) for row in ROWS if row[1]]
    found = dates(read_text(of_bars(names.split("|"), cells), "lake.md"))
    assert found == ["1998-05-03", "1998-06-12", "1998-12-30"]


def test_from_and_to_whom() -> None:
    cells = [[f"{day} May 1998", "Norland", "Orr", "The note on the strait is sent."] for day in (3, 7, 9, 12)]
    found = rows(read_text(of_bars(["Date", "From", "To", "Letter"], cells), "lake.md"))
    assert found[0] == ("1998-05-03", "Norland | Orr | The note on the strait is sent.")


def test_when_each_of_many_things_began_and_ended_is_no_chronology() -> None:
    names = ["Orr bridge", "Lind harbor", "Mill weir", "Lake dam", "Bay light"]
    cells = [[f"{n} {name}", f"{n}.06.2006", f"{n}.07.2007", "north"] for n, name in enumerate(names, 21)]
    with pytest.raises(NoChronology):
        read_document(of_tags(["Work", "From", "To", "District"], cells, "td").encode(), "works.html")
