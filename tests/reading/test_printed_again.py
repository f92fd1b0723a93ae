"""What is printed again and is no running head, what is printed once and is one; dates beside other columns."""

import pytest
from entries import dates, rows

from chronicle.errors import NoChronology
from chronicle.reading import read_document

MONTHS_UNDER_YEARS = """# Chronology of the dispute over the Orr Banks

### 2013

#### June

- **14:** The surveyors of Norland mark the first of the banks.

#### November

- **11:** A patrol of Sudland turns two trawlers back.
- **24:** The ministers meet in Brill and part without a word.

### 2014

#### January

- **20:** A first agreement enters into force.

#### November

- **24:** The agreement is prolonged until the summer.

### 2015

#### January

- **3:** A storm destroys the beacon on the northern bank.

#### November

- **9:** The treaty is signed in Brill.
"""


def test_a_month_that_every_year_has_is_no_running_head() -> None:
    document = read_document(MONTHS_UNDER_YEARS.encode(), "banks.md")
    assert [day for day, _ in rows(document)] == [
        "2013-06-14", "2013-11-11", "2013-11-24", "2014-01-20", "2014-11-24", "2015-01-03", "2015-11-09",
    ]  # fmt: skip


def test_the_title_in_capitals_over_a_page_ends_no_list() -> None:
    text = """# Appendix A: Chronology of the Orr Banks

## 1992

### March

17 – The parliament of Norland claims the banks by a large majority.

### June

17 – Forty trawlers blockade the port of Lind for a day and a night.

APPENDIX A

### September

7 – The blockade is taken up again, and two boats are rammed.

26 – The ministers sign a record of what they understood.

## 1993

### April

10 – A commission of both states finds nobody at fault.
"""
    document = read_document(text.encode(), "appendix.md")
    days = [day for section in range(len(document.sections)) for day, _ in rows(document, section)]
    assert days == ["1992-03-17", "1992-06-17", "1992-09-07", "1992-09-26", "1993-04-10"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [("17.-18.06.2004.", "2004-06-17/2004-06-18"), ("02-03/05/1998", "1998-05-02/1998-05-03")],
)
def test_two_days_of_one_month_in_figures(printed: str, day: str) -> None:
    text = f"Chronology\n\n12.03.1997: The talks begin in Brill.\n\n{printed}: The council meets in Lind.\n"
    assert [when for when, _ in rows(read_document(text.encode(), "list.txt"))] == ["1997-03-12", day]


def test_the_year_of_the_title_goes_before_those_of_the_introduction() -> None:
    text = """# Norland 1956, day by day

The prime minister of that autumn was tried on 16 June 1958 and honoured on 16 June 1989.

**14 February:** The congress of the ruling party opens behind closed doors.

**27 June:** Writers meet until three in the morning.

**16 October:** The students of Lind found a union of their own.

**23 October:** Students march to the statue and read out sixteen demands.

**24 October:** Tanks stand at the bridges before dawn.

**4 November:** The radio falls silent after a last appeal.
"""
    days = [day for day, _ in rows(read_document(text.encode(), "norland.md"))]
    assert days == ["1956-02-14", "1956-06-27", "1956-10-16", "1956-10-23", "1956-10-24", "1956-11-04"]


def test_a_figure_in_a_box_is_no_entry() -> None:
    page = """<html><body><h1>The Lind dam: a timeline</h1>
    <div><b>74 bcm</b> storage</div><div><b>145 m</b> height</div><div><b>2011</b> start of works</div>
    <h2>Timeline</h2>
    <p><b>2 April 2011</b> The president lays the foundation stone at Lind.</p>
    <p><b>13 May 2013</b> The river is diverted for the first time.</p>
    <p><b>20 July 2020</b> The first filling of the lake is over.</p></body></html>"""
    days = [day for day, _ in rows(read_document(page.encode(), "dam.html"))]
    assert days == ["2011-04-02", "2013-05-13", "2020-07-20"]


def table(*lines: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in line) + "</tr>" for line in lines) + "</table>"


def test_a_table_of_what_began_and_ended_when_is_no_list_of_events() -> None:
    events = [
        ("29.10.2001.", "The agreement on association is signed in Lind"),
        ("21.02.2003.", "The prime minister hands over the application for membership"),
        ("20.04.2004.", "The commission gives a positive opinion"),
        ("03.10.2005.", "The negotiations are opened by the two ministers"),
    ]
    chapters = [
        ("Chapter", "Opened", "Closed"),
        ("25 Science and research", "12.06.2006.", "12.06.2006."),
        ("26 Education and culture", "11.12.2006.", "11.12.2006."),
        ("20 Enterprise policy", "21.12.2006.", "25.07.2008."),
    ]
    page = f"<h2>Chronology of the accession</h2>{table(*events)}<p>Chapters:</p>{table(*chapters)}"
    days = [day for day, _ in rows(read_document(page.encode(), "accession.html"))]
    assert days == ["2001-10-29", "2003-02-21", "2004-04-20", "2005-10-03"]


NO_CHRONOLOGIES = {
    "a bibliography with bold years": """# Select bibliography on the history of the telegraph

- **1855.** Hill, Edward. *The Electric Wire: Its History and Progress*. London: John Weald.
- **1866.** Russ, William. *The Cable of the Ocean*. Illustrated by Robert Dunn. London: Day & Son.
- **1867.** Sabin, Robert. *The Wire under the Sea*. London: Virtus.
- **1887.** Simon, Werner. "A Short Account of the Wires of Norland." Paper read in Lind, reprinted. Berlin: Springhaus.
- **1898.** Bright, Carl. *Cables of the Sea: Their History and Working*. Edinburgh: Lockwood.
""",
    "an index of press releases": "<h1>Press releases 2018</h1>"
    + table(
        ("28 March 2018", "Board approves third review under the facility", "PR/2018/031", "EN | FR"),
        ("26 March 2018", "Vice-President concludes mission to Lind", "PR/2018/030", "EN | FR"),
        ("20 March 2018", "Statement on the cyclone in the islands", "PR/2018/028", "EN | FR"),
        ("15 March 2018", "New country director for Norland is named", "PR/2018/027", "EN | FR"),
        ("9 March 2018", "Message of the President on the day of women", "PR/2018/025", "EN | FR"),
    ),
}


@pytest.mark.parametrize("name", NO_CHRONOLOGIES)
def test_what_is_no_chronology(name: str) -> None:
    text = NO_CHRONOLOGIES[name]
    with pytest.raises(NoChronology):
        read_document(text.encode(), "page.html" if text.startswith("<") else "list.md")


def test_bold_years_before_small_letters_are_entries_where_a_list_has_them() -> None:
    text = """# Timeline of the mission

**1990** establishment of the office in Lind

**1992** opening of a second office in Brill

**March 1994** signature of the agreement on fisheries

**1999** closing of the office in Brill
"""
    days = [day for day, _ in rows(read_document(text.encode(), "mission.md"))]
    assert days == ["1990", "1992", "1994-03", "1999"]


def test_events_that_began_and_ended_are_events() -> None:
    exercises = [
        ("Exercise", "Began", "Ended"),
        ("Sea Anchor, with twelve ships of both navies", "12.06.2006", "20.06.2006"),
        ("Sea Anchor again, in heavy weather off Orr", "11.12.2007", "19.12.2007"),
        ("Cold Wind, the first on land", "21.01.2008", "25.01.2008"),
        ("Cold Wind again, with observers of Eastland", "30.01.2010", "08.02.2010"),
    ]
    page = f"<h1>Chronology of joint exercises</h1>{table(*exercises)}"
    days = [day for day, _ in rows(read_document(page.encode(), "exercises.html"))]
    assert days == [
        "2006-06-12/2006-06-20", "2007-12-11/2007-12-19", "2008-01-21/2008-01-25", "2010-01-30/2010-02-08",
    ]  # fmt: skip


def test_an_actor_in_a_cell_is_no_number_of_a_document() -> None:
    events = [
        ("3 May 2005", "The two navies hold a first joint drill off Orr", "US Navy"),
        ("12 June 2005", "A delegation calls for an end of the dispute", "US Congress"),
        ("1 July 2005", "The mission in Lind is closed after a threat", "US Embassy"),
        ("9 August 2005", "A frigate calls at the port of Brill", "US Navy"),
    ]
    page = f"<h1>Chronology of the relations in 2005</h1>{table(*events)}"
    assert len(rows(read_document(page.encode(), "relations.html"))) == 4


def test_a_place_before_a_colon_is_no_publisher() -> None:
    text = """# Attacks in 2005: a chronology

- **7 July 2005.** Lind, Norland. Harbour: Bomb kills three at the market of the old town.
- **9 July 2005.** Brill, Sudland. Station: Fire destroys two coaches of an empty train.
- **21 July 2005.** Orr, Norland. Ferry: Shots are fired at a ferry and nobody is hurt.
- **2 August 2005.** Lind, Norland. Court: Four men are charged with the attack of July.
"""
    assert len(rows(read_document(text.encode(), "attacks.md"))) == 4


BOXES = """<h1>Our company in dates</h1><p><b>2015 in figures</b><br>Sales 246 m.<br>People 116,281</p>
<div><div><b>164</b> branches</div><div><b>1998</b> year of listing</div></div><dl>
<dt>1876</dt><dd>Two engineers open a workshop in Lind.</dd><dt>1899</dt><dd>The workshop moves to Orr.</dd>
<dt>1923</dt><dd>The first exchange is put into service.</dd><dt>October 1981</dt><dd>A network opens in the north.</dd>
<dt>2012</dt><dd>The partner's half is sold.</dd></dl>"""


def test_figures_in_boxes_beside_a_list_of_years() -> None:
    assert dates(read_document(BOXES.encode(), "company.html")) == ["1876", "1899", "1923", "1981-10", "2012"]


def test_ordinals_before_a_year_that_is_not_sure() -> None:
    text = """# The reef: a chronology

1. circa 1200 Fishers of Orr build the first huts.

2. 1902 The first chart is printed.

3. 1933 July 25 Norland takes possession.

4. c. 1968 Reports on oil begin to circulate.

5. late 1974 Ships of Sudland hold the north.
"""
    found = dates(read_document(text.encode(), "reef.md"))
    assert found == ["1200~", "1902", "1933-07-25", "1968~", "1974-09-01~/1974-12-31~"]
