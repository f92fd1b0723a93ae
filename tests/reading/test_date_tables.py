"""Tables of dates above a list that has a heading: a ministry's page of ties, agreements and visits."""

from entries import read_text

PAGE = """# Norland-Sudland Relations (Basic Data)

## Diplomatic ties

{ties}

## Nationals abroad

374 (as of October 2011)

## VIP Visits (after 1997)

### From Norland to Sudland

| Year | Name |
| --- | --- |
| 1997 | Ann Author, Minister of Health |
| 1999 | Ben Writer, Minister of State |
| 1999 | Eve Editor, Prime Minister |
| 2004 | Carl Painter, Minister of Trade |

### From Sudland to Norland

| Year | Name |
| --- | --- |
| 1998 | Don Drawer, President |
| 1998 | Fay Falconer, Minister of Water |
| 1998 | Gil Gardener, Minister of Finance |
| 2002 | Hal Hunter, Minister of Works |
"""
TOLD = """| Year | Events |
| --- | --- |
| 1961 | Independence of Sudland (recognized by Norland) |
| 1966 | The embassy of Norland was opened in Sudland |
| 1970 | The embassy of Sudland was opened in Norland |"""
FIGURES = """| Year | Exports | Imports |
| --- | --- | --- |
| 1961 | 13.57 | 26.40 billion |
| 1966 | 14.21 | 31.08 billion |
| 1970 | 15.02 | 33.70 billion |"""


def sections(ties: str) -> list[tuple[str | None, int]]:
    return [(s.heading, len(s.entries)) for s in read_text(PAGE.format(ties=ties), "page.md").sections]


def test_a_table_of_events_above_the_list_of_visits_is_a_list_of_its_own() -> None:
    assert sections(TOLD)[0] == ("Diplomatic ties", 3)


def test_a_table_of_figures_is_none() -> None:
    assert sections(FIGURES)[0][0] == "From Norland to Sudland"


def test_visits_there_and_back_stand_under_their_own_headings_though_three_are_of_one_year() -> None:
    assert sections(TOLD)[1:] == [("From Norland to Sudland", 4), ("From Sudland to Norland", 4)]
