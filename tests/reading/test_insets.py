"""Related titles and ways to further pages that stand between two entries, and those that follow the last."""

import pytest
from entries import dates, read_text, rows

from chronicle.reading import read_document

LIST = """<h1>{title}</h1><p>How it came about.</p>
<p><b>March 24, 1999</b> — Aircraft of the alliance strike targets in Norland.</p>
<p><b>May 7, 1999</b> — Bombs strike an embassy in Lind.</p>
<p><b>June 12, 1999</b> — Troops move in from the south.</p>{between}
<p><b>Late July 1999</b> — Forty governments launch a pact at Orr.</p>
<p><b>October 28, 2000</b> — Votes are cast under supervision.</p>
<p><b>March 17-18, 2004</b> — Riots leave nineteen people dead.</p>
<p><b>February 17, 2008</b> — The assembly declares independence.</p>{behind}"""
ALL = [
    "1999-03-24", "1999-05-07", "1999-06-12", "1999-07-21~/1999-07-31~", "2000-10-28", "2004-03-17/2004-03-18",
    "2008-02-17",
]  # fmt: skip
BOXES = {
    "a heading and a link": "<div><h4>Related</h4><a href='/a'>The airfield remembered, June 2009</a></div>",
    "a paragraph and titles": "<p>Read more</p><p>The general who stayed, May 3, 2009</p><p>What came next</p>",
    "a list": "<h3>See also</h3><ul><li>The bridge of Orr</li><li>The camp at the lake</li></ul>",
}


def test_a_link_at_the_end_of_an_entry() -> None:
    page = LIST.replace("<p><b>Late", "<p>Read more</p><p><b>Late")
    document = read_document(page.format(title="Orr: a timeline", between="", behind="").encode(), "orr.html")
    assert dates(document) == ALL


@pytest.mark.parametrize("title", ["Orr: a timeline", "How Orr was won"])
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_titles_between_two_entries(title: str, box: str) -> None:
    document = read_document(LIST.format(title=title, between=box, behind="").encode(), "orr.html")
    assert dates(document) == ALL
    assert document.sections[0].entries[2].text == "Troops move in from the south."


@pytest.mark.parametrize("title", ["Orr: a timeline", "How Orr was won"])
def test_related_articles_behind_the_last_entry(title: str) -> None:
    behind = (
        "<h3>Related</h3><p>More from Orr</p><p><b>April 3, 2001</b> — The bank that failed</p>"
        "<p><b>May 5, 2007</b> — The general who stayed</p><p><b>June 7, 2003</b> — A lake</p>"
    )
    document = read_document(LIST.format(title=title, between="", behind=behind).encode(), "orr.html")
    assert dates(document) == ALL


def test_titles_between_a_year_and_the_first_of_its_entries() -> None:
    text = """# Timeline: from Lind to Orr

Updated January 14, 2016

2013

## Read more

The format at one year June 6, 2015

Why the monitors came March 2, 2015

Nov. 21 — The government breaks off its talks with the union.

Dec. 17 — A lower price of gas is agreed.

2014

Feb. 21 — Three ministers witness an agreement.

March 18 — A treaty is signed in the castle.

Sept. 5 — A cease-fire is signed.
"""
    found = dates(read_document(text.encode(), "orr.md"))
    assert found == ["2013-11-21", "2013-12-17", "2014-02-21", "2014-03-18", "2014-09-05"]


SPOKEN = """<h3>Recommended Stories</h3><span>list of 3 items</span><ul><li><span>list 1 of 3</span><a href='/a'>Who
sails?</a></li><li><span>list 2 of 3</span><a href='/b'>Day 90, list of key events</a></li><li><span>list 3 of 3</span>
<a href='/c'>The lake</a></li></ul><span>end of list</span>"""
COUNTED = """<h1>How the strait was opened</h1><p>Talks that began on May 7, 2011 have dragged on.</p>
<p>Here is a timeline of the talks:</p><h2>November 22</h2><p>Envoys meet in Lind.</p><h2>December 1</h2><p>The truce
ends.</p><h2>January 28</h2><p>An outline is drawn up.</p>{between}<h2>March 25</h2><p>The council votes.</p>
<h2>April 7</h2><p>Troops leave the isle.</p>{behind}"""


@pytest.mark.parametrize(
    ("behind", "further"),
    [("<h2>May 6</h2><p>A ship sails.</p>", ["2012-05-06"]), ("", [])],
    ids=["a list that goes on", "a list that soon ends"],
)
def test_a_chronology_among_the_titles_of_a_box_heads_nothing(behind: str, further: list[str]) -> None:
    document = read_document(COUNTED.format(between=SPOKEN, behind=behind).encode(), "strait.html")
    assert len(document.sections) == 1
    found = dates(document)
    assert found == ["2011-11-22", "2011-12-01", "2012-01-28", "2012-03-25", "2012-04-07", *further]


def test_an_item_right_above_further_dated_items_heads_them() -> None:
    text = """# Chronology of the lake

- May 3, 2004: Envoys meet in Lind.
- May 9, 2004: They meet in Orr.
- May 12, 2004: They sign, and agree
- on a bridge.
- Chronology of the strait
- June 1, 1999: Ships gather.
- June 4, 1999: Ships leave.
- June 8, 1999: The strait is closed.
"""
    document = read_document(text.encode(), "lake.md")
    assert [len(section.entries) for section in document.sections] == [3, 3]


BY_YEARS = """# Chronology of the peace in Orr

2001:

Dec 24 - The front declares a cease-fire.

2002:

Feb 22 - The two sides sign an agreement.

Sept 4 - The ban on the front is lifted.

{between}

2003{sign}

Apr 21 - The front leaves the talks.

June 10 - Donors meet in Lind.

2004:

Mar 3 - A commander breaks away.
"""


@pytest.mark.parametrize("sign", [":", " -", ""])
def test_titles_above_the_heading_of_the_next_year(sign: str) -> None:
    between = "READ MORE\n\nEnvoy arrives for talks\n\nParty seeks a new role"
    document = read_document(BY_YEARS.format(between=between, sign=sign).encode(), "orr.md")
    assert dates(document) == ["2001-12-24", "2002-02-22", "2002-09-04", "2003-04-21", "2003-06-10", "2004-03-03"]
    assert document.sections[0].entries[2].text == "The ban on the front is lifted."


def test_years_over_titles_behind_a_list_are_no_further_years_of_it() -> None:
    behind = "Read more\n\n2003: The general who stayed\n\n2004: The bank that failed\n\n2005: A lake\n"
    text = BY_YEARS.partition("{between}")[0] + behind
    assert dates(read_document(text.encode(), "orr.md")) == ["2001-12-24", "2002-02-22", "2002-09-04"]


PAGERS = {
    "three lines": "« Previous\n1 2\nNext »",
    "one line": "Previous | 1 | 2 | 3 | Next",
    "a number alone": "- [1](#)\n- [2](#)\n- [next ›](#)",
    "a count": "Page 1 of 2 · View as single page",
    "the next one": "Next page →",
    "the head of the next page": "Next »\n\n# Timeline of the strait\n\nBy Ann Author",
}
ABOVE = ["3/1/2006: Envoys travel to Orr.", "3/2/2006: They put out a statement.", "11/16/2006: The senate votes."]
BELOW = ["12/18/2006: The premier signs.", "7/20/2007: Talks end in Lind.", "8/13/2007: The premier answers."]


def paged(pager: str, below: list[str]) -> list[tuple[str | None, str]]:
    text = "\n\n".join(["# Timeline of the strait", "By Ann Author", *ABOVE, pager, *below, "Sources: the wires."])
    return rows(read_text(text, "strait.md"))


@pytest.mark.parametrize("pager", PAGERS.values(), ids=PAGERS)
def test_the_way_to_further_pages_within_a_list(pager: str) -> None:
    found = paged(pager, BELOW)
    assert [edtf for edtf, _ in found] == [
        "2006-03-01", "2006-03-02", "2006-11-16", "2006-12-18", "2007-07-20", "2007-08-13",
    ]  # fmt: skip
    assert found[2:4] == [("2006-11-16", "The senate votes."), ("2006-12-18", "The premier signs.")]


@pytest.mark.parametrize(
    "below",
    [
        ["7/20/2007: A poll at home."],
        ["8/13/2005 - A lake", "7/20/2005 - The bank that failed", "1/18/2005 - The general who stayed"],
        ["8/13/2007: A lake", "7/20/2005: The bank that failed", "1/18/2004: The general who stayed"],
    ],
    ids=["too few", "printed in another way", "in another order"],
)
def test_dates_that_are_not_the_list_s_behind_the_way_to_further_pages(below: list[str]) -> None:
    assert len(paged("« Previous 1 2 Next »", below)) == len(ABOVE)


@pytest.mark.parametrize(
    "years", ["1947-89 | 90 | 91 | 92-93 | 94", "1990 1991 1992 1993", "2003 · 2004 · 2005", "2003 / 04 / 05"]
)
@pytest.mark.parametrize("below", ["Next page: 1994 Chronology.", "This page is kept as it was."])
def test_the_way_to_the_pages_of_other_years_above_a_list(years: str, below: str) -> None:
    text = "\n\n".join(["# Timeline of the strait", years, below, *ABOVE, *BELOW])
    assert len(rows(read_text(text, "strait.md"))) == len(ABOVE) + len(BELOW)


def test_an_hour_behind_a_date_and_the_text_below_are_one_entry() -> None:
    text = "\n\n".join(["# Timeline of the strait", "2 January 2006: 10.30", "A vote is held in Lind.", *ABOVE])
    assert rows(read_text(text, "strait.md"))[0] == ("2006-01-02", "10.30 A vote is held in Lind.")


@pytest.mark.parametrize("titles", [4, 5])
def test_a_box_of_several_titles(titles: int) -> None:
    between = "\n\n".join(["Keep reading", *(f"What came of ship {n}" for n in range(1, titles + 1))])
    text = "\n\n".join(["# Timeline of the strait", *ABOVE, between, *BELOW])
    assert rows(read_text(text, "strait.md"))[2] == ("2006-11-16", "The senate votes.")


@pytest.mark.parametrize(
    "line",
    [
        "- [Read more country profiles](#) - Profiles by Lind Monitoring",
        "Read more about the strait: who sails and why",
        "See all stories by Ann Author",
        "Find out more: How the pact came about?",
    ],
)
@pytest.mark.parametrize("below", ["", "\n\n## The second round"], ids=["an entry", "a title"])
def test_a_paragraph_that_sends_the_reader_on(line: str, below: str) -> None:
    text = "\n\n".join(["# Timeline of the strait", *ABOVE, line + below, *BELOW, line])
    found = rows(read_text(text, "strait.md"))
    assert [words for _, words in found[2:4]] == ["The senate votes.", "The premier signs."]
    assert found[-1] == ("2007-08-13", "The premier answers.")


@pytest.mark.parametrize(
    "words",
    ["Read more softly, the note was no threat.", "See more in Orr of what was done.\n- The fleet"],
)
def test_a_paragraph_with_such_words_that_tells_more(words: str) -> None:
    text = "\n\n".join(["# Timeline of the strait", *ABOVE, words, *BELOW])
    assert words.split()[0] in rows(read_text(text, "strait.md"))[2][1]
