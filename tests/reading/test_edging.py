"""What stands at the edges of a list and is dated as its entries are."""

import pytest
from entries import dates, rows

from chronicle.reading import read_document

LIST = """{first}

3 March 2014 - The two ministers meet in Oslo.

4 April 2014 - They sign an accord in Bergen.

5 May 2014 - The accord enters into force.

6 June 2014 - Its first committee meets in Oslo.

7 July 2014 - A second committee is set up.
{last}"""
ALL = ["2014-03-03", "2014-04-04", "2014-05-05", "2014-06-06", "2014-07-07"]


def of(first: str = "", last: str = "") -> list[str | None]:
    return dates(read_document(f"Timeline: two states\n\n{LIST.format(first=first, last=last)}".encode(), "a.txt"))


@pytest.mark.parametrize("stamp", ["8 July 2014", "July 8, 2014 4:12 AM", "2014-07-08 | Nora Lind"])
def test_when_a_page_was_published_is_no_entry(stamp: str) -> None:
    assert of(first=stamp) == ALL


def test_the_month_of_a_page_above_its_list_is_no_entry() -> None:
    assert of(first="August 2014\n\nContact: the press office, 10 Harbour Street") == ALL


def test_a_last_date_with_an_hour_alone_is_no_entry() -> None:
    assert of(last="\n\n8.7.2014 • 21:04\n") == ALL


def test_a_stamp_between_a_heading_and_the_sentence_that_opens_the_list() -> None:
    text = (
        f"# Timeline: two states\n\nJul 8, 2014 – 11.52am · Save · Share\n\nHere is a timeline of key events:\n{LIST}"
    )
    document = read_document(text.format(first="", last="").encode(), "a.md")
    assert [dates(document, n) for n in range(len(document.sections))] == [ALL]


@pytest.mark.parametrize("heading", ["Latest National", "More from the wire", "Top World"])
def test_a_heading_of_a_site_ends_a_list(heading: str) -> None:
    assert of(last=f"\n\n{heading}\n\n8 July 2014 - A poll is held at home.\n") == ALL


@pytest.mark.parametrize("entry", ["2 March 2014 - Talks open", "2 March 2014, 14:30 - A first shot is fired"])
def test_a_first_entry_of_few_words_is_one(entry: str) -> None:
    assert of(first=entry) == ["2014-03-02", *ALL]


def test_a_date_below_a_table_is_when_the_page_was_made() -> None:
    days = ("3 March 2014", "4 April 2014", "5 May 2014", "6 June 2014", "7 July 2014")
    table = "\n".join(f"| {day} | The two ministers meet in Oslo. |" for day in days)
    text = f"Timeline\n\n{table}\n\n***\n\nAugust 2014\n\nAddress: 10 Harbour Street, Oslo.\n"
    assert dates(read_document(text.encode(), "a.txt")) == ALL


def test_what_stands_below_the_last_row_of_a_table_is_not_its_text() -> None:
    days = ("3 March 2014", "4 April 2014", "5 May 2014")
    table = "\n".join(f"| {day} | The two ministers meet in Oslo. |" for day in days)
    document = read_document(f"Timeline\n\n{table}\n\nAbout 200 of us live in Oslo.\n".encode(), "a.txt")
    assert rows(document)[-1] == ("2014-05-05", "The two ministers meet in Oslo.")


def test_related_titles_behind_a_heading_are_none() -> None:
    assert of(last="\nFrom The Archive\n\n1 January 2013 - A look at Oslo\n\n2 January 2013 - Bergen by night\n") == ALL


def test_a_title_of_its_own_under_a_date_is_no_heading_of_related_ones() -> None:
    told = [
        ("20 November 2012", "Talks open", "The sixteen meet in Orr."),
        ("4 February 2016", "The pact is signed", "Twelve sign."),
        ("8 March 2018", "A second pact", "The eleven go on."),
        ("4 November 2019", "Norland walks out", "Fifteen say that they are done."),
        ("16 July 2023", "Sudland joins", "The ministers sign."),
        ("1 January 2022", "The pact enters into force", "Ten are in from the start."),
    ]
    text = "\n\n".join(f"{day}\n\n## {title}\n\n{words}" for day, title, words in told)
    found = rows(read_document(f"# Timeline of the pact\n\n{text}\n".encode(), "a.md"))
    assert [words for _, words in found] == [f"{title} | {words}" for _, title, words in told]
    assert found[-1][0] == "2022-01-01"


PROTESTS = """# The marches in Lind

By the wire staff

{published}

{opens}

Feb. 13

- The bureau proposes a new law.

April 3

- The draft goes to the council.

June 12

- Police fire gas at the crowd.

Sept. 4

- The draft is withdrawn.

Nov. 24

- The districts vote.
"""


@pytest.mark.parametrize(
    ("published", "opens", "year"),
    [
        ("December 27, 2019", "LIND (Wire) — Six months of marches changed the city.", 2019),
        ("January 3, 2020", "LIND (Wire) — Six months of marches changed the city.", 2019),
        ("Published January 3, 2020 9:01AM (EST)", "How the marches went.", 2019),
        ("Published December 27, 2019", "How the marches went.", 2019),
        ("", "LIND, Jan. 3, 2020 (Wire) — Six months of marches changed the city.", 2019),
        ("January 3, 2020", "The main dates:", 2019),
    ],
)
def test_a_list_runs_up_to_the_day_on_which_it_was_published(published: str, opens: str, year: int) -> None:
    document = read_document(PROTESTS.format(published=published, opens=opens).encode(), "marches.md")
    assert dates(document) == [f"{year}-{day}" for day in ("02-13", "04-03", "06-12", "09-04", "11-24")]


def test_a_first_entry_with_the_year_of_the_list_is_kept() -> None:
    document = read_document(PROTESTS.format(published="January 3, 2020", opens="Students sit down.").encode(), "a.md")
    assert dates(document)[:2] == ["2020-01-03", "2020-02-13"]


STRIKE = ["Timeline of the strike", "3 March: Talks open in Orr.", "9 June: They fail.", "8 Nov.: A pact is signed."]


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (4, "Posted on December 4, 2011"),
        (4, "Updated: 12 January 2012"),
        (3, "14 November 2011"),
        (3, "14 November 2011."),
        (3, "2 May 2012."),
    ],
)
def test_the_day_of_issue_within_a_list_or_below_it_tells_the_year(at: int, line: str) -> None:
    document = read_document("\n\n".join([*STRIKE[:at], line, *STRIKE[at:]]).encode(), "strike.txt")
    assert dates(document) == ["2011-03-03", "2011-06-09", "2011-11-08"]


def test_a_day_in_a_sentence_below_a_list_tells_no_year() -> None:
    below = ["Further words on it.", "Nobody knows whether the law of 14 November 2011 holds."]
    assert dates(read_document("\n\n".join([*STRIKE, *below]).encode(), "strike.txt")) == [None, None, None]


ISSUES = "- January 2015 Monthly Letter\n- September 2014 Monthly Letter\n- May 2013 Monthly Letter"


def test_issues_of_a_publication_beside_a_list_are_no_entries() -> None:
    above = f"- Overview\n- Chronology\n\n#### Most recent\n\n{ISSUES}\n\n# Chronology of events\n{LIST}"
    document = read_document(above.format(first="", last="").encode(), "a.md")
    assert [dates(document, n) for n in range(len(document.sections))] == [ALL]
    assert of(first=ISSUES) == of(last=f"\n\n{ISSUES}\n") == ALL


def test_months_with_titles_of_their_own_are_entries() -> None:
    titles = "January 2011 Talks in Orr\n\nSeptember 2011 Treaty of Lind\n\nMay 2013 Visit to Orr"
    assert of(first=titles) == ["2011-01", "2011-09", "2013-05", *ALL]


def test_the_same_title_behind_each_month_of_a_list_of_blanks_is_told() -> None:
    entries = [
        "May 2001 Talks in Orr",
        "June 2001 Talks in Orr",
        "July 2001 A pact",
        "May 2002 A visit",
        "May 2003 War",
    ]
    text = "\n\n".join(["Timeline: two states", *entries])
    assert len(dates(read_document(text.encode(), "a.txt"))) == len(entries)


STORIES = "- 15 Jul 2014 15:20 Divers reach the cave\n- 14 Jul 2014 14:41 Aide denies report"


@pytest.mark.parametrize("heading", ["### Asia", "### Latest stories in this category", "### Related search"])
def test_titles_with_their_hours_beside_a_list_are_no_entries(heading: str) -> None:
    assert of(last=f"\n\n{heading}\n\n{STORIES}\n") == ALL


def test_titles_with_their_hours_above_a_list_are_no_entries() -> None:
    assert of(first=STORIES) == ALL


def test_hours_in_front_of_titles_are_no_days() -> None:
    hours = "- 15:20 Divers reach the cave\n- 14:41 Aide denies report\n- 8 July 2014 Ferry toll rises"
    assert of(last=f"\n\n### Latest stories in this category\n\n{hours}\n") == ALL
    assert of(last="\n\n15:20 Divers reach the cave\n") == ALL


def test_sentences_behind_hours_at_the_end_of_a_list_are_entries() -> None:
    last = "\n\n8 July 2014 15:20 The gate is opened.\n\n9 July 2014 16:35 It is shut again.\n"
    assert of(last=last) == [*ALL, "2014-07-08", "2014-07-09"]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("April 6, 2018, 5:20 AM EDT Updated on July 6, 2019, 7:40 AM EDT", "2018"),
        ("Published 6 April 2018 | Last updated 7 December 2018", "2018"),
        ("This page was last updated on 9 January 2019", "2018"),
        ("First published on Fri 9 Nov 2018 12.40 BST", "2018"),
    ],
)
def test_the_last_day_on_which_a_page_was_changed_tells_the_year_of_its_list(line: str, year: str) -> None:
    document = read_document("\n\n".join([line, "By the staff", *STRIKE]).encode(), "strike.txt")
    assert dates(document) == [f"{year}-03-03", f"{year}-06-09", f"{year}-11-08"]
    assert {entry.flags for entry in document.sections[0].entries} == {("date_year_inferred",)}


ROWS = "".join(
    f"<tr><td>{day}</td><td>{told}</td></tr>"
    for day, told in [("March 3", "Talks open in Orr."), ("June 9", "They fail."), ("Nov. 8", "A pact is signed.")]
)


def page(
    head: str, title: str = "Timeline of the strike", rows: str = ROWS
) -> list[tuple[str | None, tuple[str, ...]]]:
    html = f"<html><head><title>Strike</title>{head}</head><body><h1>{title}</h1>"
    html += f"<p>Here’s a timeline of major developments this year:</p><table>{rows}</table></body></html>"
    entries = read_document(html.encode(), "strike.html").sections[0].entries
    return [(entry.date.edtf, entry.flags) for entry in entries]


INFERRED = ("date_year_inferred",)


@pytest.mark.parametrize(
    ("said", "year"),
    [("2018-11-20T08:15:00Z", 2018), ("2018-11-07", 2017), ("2018-12", 2018), ("2018", 2018), ("20 Nov. 2018", 2018)],
)
@pytest.mark.parametrize("name", ["parsely-pub-date", "article:published_time", "date"])
def test_the_head_of_a_page_tells_the_year_where_nothing_printed_does(name: str, said: str, year: int) -> None:
    days = [f"{year}-{day}" for day in ("03-03", "06-09", "11-08")]
    assert page(f'<meta property="{name}" content="{said}">') == [(day, INFERRED) for day in days]


SAID = '<meta name="date" content="2018-11-20">'


def test_the_head_of_a_page_tells_no_year_where_a_title_or_the_list_prints_one() -> None:
    assert page(SAID, "Timeline of the strike of 1894") == [
        ("1894-03-03", ()), ("1894-06-09", ()), ("1894-11-08", ()),
    ]  # fmt: skip
    later = "<tr><td>Jan. 4, 1895</td><td>Work begins again.</td></tr>"
    assert page(SAID, rows=ROWS + later)[2:] == [("1894-11-08", ()), ("1895-01-04", ())]


def test_a_page_that_does_not_say_when_it_was_published_leaves_the_year_unknown() -> None:
    assert page("") == [(None, ("date_year_unknown",))] * 3


TERMS = [
    "1998–2002 | Ann Author AM",
    "2002–2005 | Ben van Writer",
    "2005–2008 | Cora Third (acting)",
    "2008– | Dan Fourth",
]
DAYS = [
    "12 May 1998 – 3 June 2002: Ann Author",
    "4 June 2002 – 1 May 2005: Ben Writer",
    "2 May 2005 – 7 July 2009: Cora Third",
]


@pytest.mark.parametrize("terms", [TERMS, TERMS[::-1], DAYS, [t.replace(" | ", ": ") for t in TERMS]])
@pytest.mark.parametrize("title", ["## Ambassadors of Norland to Sudland since 1998", "Heads of Mission:"])
def test_who_held_an_office_below_a_list_is_no_entry(terms: list[str], title: str) -> None:
    rows = "\n\n".join(f"| {term} |" if "|" in term else term for term in terms)
    assert of(last=f"\n\n{title}\n\n{rows}\n\nPrepared by the embassy.\n") == ALL


def test_years_that_follow_on_each_other_within_a_list_are_entries() -> None:
    terms = ["1998–2002 – War in Lind", "2002–2005 – Truce of Orr", "2005–2008 – War in Orr"]
    assert of(first="\n\n".join(terms)) == ["1998/2002", "2002/2005", "2005/2008", *ALL]


WINNERS = ["1986 | Elia Osk, author", "1987 | Oscar Lind, president of Norland", "1989 | The council of the bay"]
ROLLS = {
    "a table": "| Year | Winner |\n|---|---|\n" + "\n".join(f"| {row} |" for row in WINNERS),
    "lines": "\n\n".join(row.replace(" |", ":") for row in WINNERS),
    "items": "\n".join("- " + row.replace(" |", " -") for row in WINNERS),
}
OF_1989 = [
    "- **Jan. 5** - Talks open in Orr.",
    "- **March 9** - A pact is signed in Lind.",
    "- **May 15-18** - The premier visits Brill.",
    "- **Dec. 2** - The two meet aboard a ship.",
]


def found_with(entries: list[str], title: str, roll: str) -> int:
    """How many entries a list has with something below it, in all sections."""
    text = "\n\n".join(["# Chronology of the strait", *entries, f"## {title}", roll])
    return sum(len(section.entries) for section in read_document(text.encode(), "almanac.md").sections)


@pytest.mark.parametrize("roll", ROLLS.values(), ids=ROLLS)
@pytest.mark.parametrize("title", ["Peace Prizes", "Winners of the Medal", "Presidents", "Population, in millions"])
def test_names_and_figures_by_years_behind_an_almanac_are_no_entries(title: str, roll: str) -> None:
    assert found_with(["1989", *OF_1989], title, roll) == len(OF_1989)


@pytest.mark.parametrize("title", ["Peace Prizes", "Trade in millions"])
def test_a_table_of_earlier_years_behind_a_list_of_years(title: str) -> None:
    entries = ["1991: Talks open.", "1995: A pact is signed.", "1999: It is broken.", "2004: A visit.", "2009: Rain."]
    assert found_with(entries, title, ROLLS["a table"]) == len(entries)


@pytest.mark.parametrize(
    ("title", "roll"),
    [
        ("Earlier events", ROLLS["lines"]),
        ("Peace Prizes", "\n\n".join(f"{1980 + n}: The prize goes to Norland, which is a surprise." for n in range(3))),
        ("Ministers of the bay", "1990: Ada Osk\n\n1991: Ben Lind\n\n1995: Cora Orr"),
    ],
    ids=["another title", "sentences", "years that go on"],
)
def test_years_behind_a_list_that_are_entries(title: str, roll: str) -> None:
    entries = ["1981: Talks open.", "1983: A pact is signed.", "1985: It is broken.", "1989: A visit."]
    assert found_with(entries, title, roll) == len(entries) + 3


IN_OFFICE = """<h1>2008 in Norland</h1><p>What came to pass in 2008 in Norland.</p><h2>{title}</h2><ul>
<li>President: <ul>
<li>until 18 August: Ann Author</li><li>18 August–9 September: Ben van Writer (acting)</li>
<li>starting 9 September: Cora Third</li></ul></li><li>Chief Justice: Dan Fourth</li></ul><h2>Events</h2>
<h3>January</h3><ul><li>2 January – The commission puts off the vote.</li>
<li>10 January – A bomb goes off in Orr.</li></ul>
<h3>February</h3><ul><li>18 February – The vote is held.</li><li>21 February – Two parties agree to govern.</li></ul>
<h3>August</h3><ul><li>18 August – Author resigns in an address.</li></ul>
<h3>September</h3><ul><li>6 September – Third is elected by both houses.</li></ul>"""
OF_2008 = ["2008-01-02", "2008-01-10", "2008-02-18", "2008-02-21", "2008-08-18", "2008-09-06"]


@pytest.mark.parametrize("title", ["Incumbents", "Federal government", "Office-holders"])
def test_who_is_in_office_above_the_events_of_a_year_is_no_entry(title: str) -> None:
    assert dates(read_document(IN_OFFICE.format(title=title).encode(), "norland.html")) == OF_2008


def test_names_under_another_title_are_entries() -> None:
    assert len(dates(read_document(IN_OFFICE.format(title="Visitors").encode(), "norland.html"))) == len(OF_2008) + 3
