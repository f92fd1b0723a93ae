"""What stands beside a list and bears dates: boxes of facts, the page's news, what is on; days of months in rows."""

import pytest
from entries import dates, read_text, rows

from chronicle.errors import NoChronology
from chronicle.reading import read_document

LIST = """<h2>Chronology</h2><ul>
<li><b>3 May 1955:</b> Norland claims twelve miles around Orr.</li>
<li><b>1 June 1958:</b> Sudland sends two frigates to the banks.</li>
<li><b>9 October 1961:</b> Nets are cut and shots are fired over the bow of a trawler.</li>
<li><b>14 July 1972:</b> The limit is moved to fifty miles.</li>
<li><b>2 June 1976:</b> An agreement ends the dispute for good.</li></ul>"""
DAYS = ["1955-05-03", "1958-06-01", "1961-10-09", "1972-07-14", "1976-06-02"]

BESIDE = {
    "a box of facts": (
        "<table><tr><th>Country</th><td>Norland</td></tr><tr><th>Duration</th><td>1955–1976</td></tr>"
        "<tr><th>First patrol</th><td>October 11, 1958</td></tr>"
        "<tr><th>Last patrol</th><td>June 1, 1976</td></tr></table>",
        "",
    ),
    "the latest publications": (
        "",
        "<h3>Latest publications</h3><ul><li>28.06.2017 The debt of Lind</li><li>21.06.2017 The pipe to Orr</li>"
        "<li>14.06.2017 A mixed system</li></ul><div>Harbour Street 6A, 1050 Lind, tel. (+99) 22 525 80 00</div>",
    ),
    "what is on": (
        "",
        "<h2>What's on</h2><ul><li><b>12 May–4 September 2022</b> Drawn from the sea</li>"
        "<li><b>Sunday 19 June</b> Family workshop: nets</li></ul>",
    ),
    "a sentence on what comes next": (
        "",
        "<h2>What comes next</h2>"
        "<p>In June 1979 the two parties met for a third time. A code was nowhere in sight.</p>",
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_is_no_entry(name: str) -> None:
    above, below = BESIDE[name]
    page = f"<html><body><h1>The banks of Orr</h1>{above}{LIST}{below}</body></html>"
    assert dates(read_document(page.encode(), "orr.html")) == DAYS


def test_days_in_the_first_cells_of_rows_below_their_month() -> None:
    text = """# Chronology of the war over Orr

1998

February

| 28 | Police attack two villages in the hills after an ambush.
| March 5-7 | A family of fifty dies in the siege of its farm.
| 9 | Ministers in Lind call for an embargo.
| 10 | The embargo enters into force.
| 31 | The council confirms it in a resolution.
| May 15 | The two leaders meet for the first time.
"""
    assert dates(read_document(text.encode(), "war.md")) == [
        "1998-02-28", "1998-03-05/1998-03-07", "1998-03-09", "1998-03-10", "1998-03-31", "1998-05-15",
    ]  # fmt: skip


def test_numbers_that_count_the_rows_are_no_days() -> None:
    text = """# Chronology of the talks

| 1 | 3 May 1998 | The talks begin in Lind with a dinner.
| 2 | 9 May 1998 | The talks go on in Brill.
| 3 | 11 May 1998 | The two sides part without a word.
| 4 | 30 May 1998 | A letter brings them back.
"""
    assert dates(read_document(text.encode(), "talks.md")) == ["1998-05-03", "1998-05-09", "1998-05-11", "1998-05-30"]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([1, 1, 2, 2], ["1998-05", "1998-06", "1998-07-03", "1998-08"]),
        ([1, 2, 2, 3], ["1998-05", "1998-06", "1998-07-03", "1998-08"]),
        ([1, 1, 9, 9], ["1998-05-01", "1998-06-01", "1998-07-03", "1998-08-09"]),
    ],
)
def test_numbers_that_count_groups_of_rows_are_no_days(numbers: list[int], found: list[str]) -> None:
    cells = zip(
        numbers,
        ("May 1998", "June 1998", "3 July 1998", "August 1998"),
        ("begin", "go on", "end", "begin anew"),
        strict=True,
    )
    table = "".join(f"<tr><td>{n}</td><td>{date}</td><td>The talks {what}.</td></tr>" for n, date, what in cells)
    page = f"<h1>Chronology of the talks</h1><table>{table}</table>"
    assert dates(read_document(page.encode(), "talks.html")) == found


def test_a_number_beside_several_rows_is_no_day() -> None:
    rows = [
        '<td rowspan="2">1</td><td>May 1998</td><td>The talks begin.</td>',
        "<td>June 1998</td><td>They go on.</td>",
        "<td>2</td><td>July 1998</td><td>They end.</td>",
    ]
    page = f"<h1>Chronology of the talks</h1><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    assert dates(read_document(page.encode(), "talks.html")) == ["1998-05", "1998-06", "1998-07"]


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("1970s-1980s", "1970-01-01", "1989-12-31"),
        ("1970s to 1990s", "1970-01-01", "1999-12-31"),
        ("Spring-summer 2006", "2006-03-01", "2006-08-31"),
        ("Summer and autumn 1878", "1878-06-01", "1878-11-30"),
    ],
)
def test_two_decades_and_two_seasons(printed: str, first: str, last: str) -> None:
    text = (
        f"Chronology\n\n1850: The line is opened.\n\n{printed}: Traffic doubles on the line.\n\n2010: It is closed.\n"
    )
    entry = read_document(text.encode(), "line.txt").sections[0].entries[1]
    assert (str(entry.date.start), str(entry.date.end)) == (first, last)


def cells(*lines: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in line) + "</tr>" for line in lines) + "</table>"


NONE = {
    "treaties in force": "<h1>Treaties of Norland with Sudland</h1>"
    + cells(
        ("15.2.1934", "Convention concerning legal proceedings", "TS 12/1934"),
        ("1.8.1954", "Exchange of notes on the abolition of visas", "TS 25/1954"),
        ("7.11.1957", "Air services agreement", "TS 87/1957"),
        ("4.3.1963", "Consular convention", "TS 32/1963"),
        ("5.2.1970", "Convention for the avoidance of double taxation", "TS 11/1970"),
    ),
    "a calendar of coming events": """<h1>Town Museum</h1><h2>Coming events, spring 2023</h2><ul>
<li><b>Thursday 2 March, 7pm:</b> Talk by Dr Lamb on the maps of the fens.</li>
<li><b>Saturday 11 March, 10am-12 noon:</b> Family workshop. Make your own mosaic.</li>
<li><b>Tuesday 14 March, 2pm:</b> Guided tour of the stores with the curator.</li>
<li><b>Thursday 6 April, 7pm:</b> Film night in the courthouse of the town.</li>
<li><b>Saturday 6 May:</b> Coronation street party. Bring a chair.</li></ul>""",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_chronology(name: str) -> None:
    with pytest.raises(NoChronology):
        read_document(NONE[name].encode(), "page.html")


def test_hours_of_one_day_are_a_chronology() -> None:
    text = """# Timeline of the attack on Lind

**April 3, 2001, 7 am:** A boat without a flag enters the harbour of Lind.

**April 3, 2001, 9 am:** The harbour is closed and the schools are emptied.

**April 3, 2001, 2 pm:** The crew gives up after a call by the mayor.

**April 4, 2001:** The boat is towed to Brill.
"""
    assert len(rows(read_document(text.encode(), "attack.md"))) == 4


COUNTED = """<h1>The canal crisis (1956)</h1><table><tr><td>Date</td><td>29 October 1956 (to March 1957)</td></tr>
<tr><td>Place</td><td>Orr</td></tr></table><p>This is a timeline of the crisis in 1956.</p><h2>Contents</h2>
<ul><li>1 July</li><li>2 August</li><li>3 October</li><li>4 December</li><li>5 See also</li></ul>
<h2>July</h2><ul><li><b>19 July</b> – Norland withdraws its offer.</li>
<li><b>26 July</b> – The canal is nationalised.</li></ul>
<h2>August</h2><ul><li><b>16–23 August</b> – Twenty-two nations confer in Lind.</li></ul>
<h2>October</h2><ul><li><b>29 October</b> – Troops are dropped near the pass.</li></ul>
<h2>December</h2><ul><li><b>22 December</b> – The last troops leave the port.</li></ul>"""
CRISIS = ["1956-07-19", "1956-07-26", "1956-08-16/1956-08-23", "1956-10-29", "1956-12-22"]


def test_a_contents_list_that_counts_months() -> None:
    assert dates(read_document(COUNTED.encode(), "canal.html")) == CRISIS
    plain = COUNTED.replace("<ul><li>1 July", "<p>1 July").replace("5 See also</li></ul>", "5 See also</p>")
    assert dates(read_document(plain.replace("</li><li>", "<br>").encode(), "canal.html"))[0] == "1956-07-19"


def test_days_that_follow_each_other_below_a_contents_list_are_entries() -> None:
    text = "# Timeline\n\nContents\n\n1 Talks\n\n2 Strikes\n\n3 Peace\n\n{}\n"
    entries = "\n\n".join(f"{day} May 1957\n\nThe envoys meet in Orr." for day in (4, 5, 6))
    assert dates(read_document(text.format(entries).encode(), "canal.md")) == ["1957-05-04", "1957-05-05", "1957-05-06"]


BOXED = """<h1>Timeline of the 1955 rising on the banks</h1>{}
<h2>Events</h2><ul><li>3 May 1955 (Tuesday), 12.00 noon: The banks are closed.</li>
<li>9 May 1955 (Monday), 6.15 p.m.: A trawler is boarded at Orr.</li><li>11 May 1955 (Wednesday): It is set free.</li>
<li>12 May 1955 (Thursday), midnight: The rising ends.</li></ul>"""


@pytest.mark.parametrize("title", ["<p>1955 rising on the banks</p>", "<p>1955 Banks War</p>"])
def test_the_title_of_a_box_of_facts_is_no_entry(title: str) -> None:
    facts = "<tr><td>Date</td><td>12 May 1955</td></tr><tr><td>Place</td><td>Orr, the banks</td></tr>"
    box = f"{title}<table>{facts}</table>"
    document = read_document(BOXED.format(box).encode(), "banks.html")
    assert rows(document) == [
        ("1955-05-03", "The banks are closed."),
        ("1955-05-09", "A trawler is boarded at Orr."),
        ("1955-05-11", "It is set free."),
        ("1955-05-12", "The rising ends."),
    ]


@pytest.mark.parametrize("counted", ["3 May|4 May 1955|5 See also", "3 March 1955|4 May 1955|5 See also|6 Notes"])
def test_days_of_years_in_a_contents_list(counted: str) -> None:
    items = "".join(f"<li>{item}</li>" for item in ["1 Causes", "2 April", *counted.split("|")])
    page = BOXED.format(f"<h2>Contents</h2><ul>{items}</ul>")
    assert dates(read_document(page.encode(), "banks.html")) == ["1955-05-03", "1955-05-09", "1955-05-11", "1955-05-12"]


def test_a_year_with_a_sentence_above_a_table_is_an_entry() -> None:
    text = (
        "# Timeline of the banks\n\n1951 The banks are closed.\n\n1955 Nets are cut.\n\n| Nets | 3 May 1955 |\n\n"
        "1958 A trawler is boarded.\n\n1961 The banks are opened.\n"
    )
    assert dates(read_document(text.encode(), "banks.md")) == ["1951", "1955", "1958", "1961"]


def test_numbers_of_boxes_in_another_table_are_no_days() -> None:
    life = ["1918 | Serves as a private soldier in Orr.", "1921 (May 2) | Enters the service of his country."]
    life += ["1924-26 | Is Vice Consul in Orr, then in Lind.", "1948 (August)-1949 (March) | Is an envoy to the isles."]
    life += ["1950 | Moves with the embassy to Brill.", "1989 (May 19) | Dies in Orr."]
    boxes = [
        "1 | LETTERS, 1947-1961. Sent and received.",
        "1-2 | SUBJECT FILE, 1948-1973. Speeches and printed matter.",
    ]
    table = "\n".join(f"| {row} |" for row in life)
    other = "\n".join(f"| {row} |" for row in boxes)
    found = rows(read_text(f"# Papers\n\n## Biography\n\n{table}\n\n## Series\n\n{other}\n", "a.md"))
    assert [edtf for edtf, _ in found] == ["1918", "1921-05-02", "1924/1926", "1948-08/1949-03", "1950", "1989-05-19"]
    assert found[-1][1] == "Dies in Orr."


RECORDED = [
    ("9 Jan.", "The ministers confer on the fuel.", "Norland; Fuel swap"),
    ("17 Feb.", "A treaty limits each side to 1550 warheads.", "Norland/Sudland"),
    ("3–28 May", "The review ends in Orr.", "NPT"),
    ("31 Aug.", "The mission is declared to be at an end.", "Orr; Arms"),
]


@pytest.mark.parametrize(
    "says",
    [
        "Keywords are indicated in the right-hand column.",
        "The key words of each entry stand in the last column.",
        "Subject headings are printed in the outer margin.",
    ],
)
def test_a_column_that_the_text_calls_keywords_is_left_out(says: str) -> None:
    table = "\n\n".join(f"| {' | '.join(row)}" for row in RECORDED)
    found = rows(read_text(f"# Annex C. Chronology 2010\n\nThe dates are local. {says}\n\n{table}\n", "annex.md"))
    assert [text for _, text in found] == [told for _, told, _ in RECORDED]


@pytest.mark.parametrize("name", ["Keywords", "Key words", "Index terms", "Subject headings", "Tags"])
def test_a_column_of_keywords_is_left_out_by_its_name(name: str) -> None:
    cells = [("Date", "Event", name), *RECORDED]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    html = f"<!doctype html><h1>Chronology 2010</h1><table>{table}</table>"
    found = rows(read_document(html.encode(), "annex.html"))
    assert [text for _, text in found] == [told for _, told, _ in RECORDED]


def test_a_last_column_of_which_nothing_is_said_is_told() -> None:
    table = "\n\n".join(f"| {' | '.join(row)}" for row in RECORDED)
    found = rows(read_text(f"# Annex C. Chronology 2010\n\n{table}\n", "annex.md"))
    assert [text for _, text in found] == [f"{told} | {words}" for _, told, words in RECORDED]


BRIEFING = """# Orr: an update

# Contents:

1. 2016: The killing of a captain starts a riot

2. Developments during 2017

3. Answers of the north

Annex: Timeline

# Contents

# Summary

Much has come to pass.

# 1. 2016: The killing of a captain starts a riot

Thousands went to his funeral.

# 2. Developments during 2017

It went on.

# {third}

| Date | Event |
|---|---|
| August 1947 | The rule of the league ends. |
| 26 October 1947 | The prince signs a paper. |
| 1 January 1949 | A ceasefire takes effect. |
| 1962 | Norland and Sudland go to war. |
"""
ANNEX = ["1947-08", "1947-10-26", "1949-01-01", "1962"]


def test_a_contents_list_that_names_the_parts_with_the_chronology_among_them() -> None:
    document = read_document(BRIEFING.format(third="Annex: Timeline").encode(), "orr.md")
    assert [section.heading for section in document.sections] == ["Annex: Timeline"]
    assert dates(document) == ANNEX


def test_a_list_that_follows_on_its_contents_at_once() -> None:
    entries = "\n\n".join(f"{year}: The council of {year} meets." for year in (1950, 1951, 1952, 1953))
    text = f"# Timeline of the council\n\nContents\n\n{entries}\n\n# Afterwards\n\nIt meets no more.\n"
    assert dates(read_document(text.encode(), "council.md")) == ["1950", "1951", "1952", "1953"]
