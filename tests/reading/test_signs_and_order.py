"""How a date is written at the head of its entry, and the sign that parts it from the text."""

import pytest
from entries import dates, read, read_text, rows

from chronicle.errors import NoChronology


def test_day_first() -> None:
    document = read(
        """
        CHRONOLOGY

        11 May 1998: Three tests.
        13 MAY, 1998: Two more.
        28-30 May 1998 - Another state tests.
        30 May-2 June 1998: Reactions.
        01 Jan 2014: Lists exchanged.
        """
    )
    assert dates(document) == [
        "1998-05-11",
        "1998-05-13",
        "1998-05-28/1998-05-30",
        "1998-05-30/1998-06-02",
        "2014-01-01",
    ]


def test_date_parted_from_the_text_by_a_blank_or_a_tab() -> None:
    document = read(
        """
        Chronology of the talks

        26 March 2010 Council debates the report of
        3 March and asks for more.
        28 March 2010\tThe report is sent.
        2 April 2010 Members vote on it.
        4 April 2010 The vote is void.
        """
    )
    assert rows(document)[0] == ("2010-03-26", "Council debates the report of 3 March and asks for more.")
    assert dates(document) == ["2010-03-26", "2010-03-28", "2010-04-02", "2010-04-04"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["10/25/02", "11/03/02", "12/01/02"], ["2002-10-25", "2002-11-03", "2002-12-01"]),
        (["25/10/2002", "03/11/2002", "01/12/2002"], ["2002-10-25", "2002-11-03", "2002-12-01"]),
        (["06.06.2014", "16-17.10.2014", "11.2016"], ["2014-06-06", "2014-10-16/2014-10-17", "2016-11"]),
        (["2014-09-01", "2014-09-11", "2014-10-02"], ["2014-09-01", "2014-09-11", "2014-10-02"]),
    ],
)
def test_numeric_dates_in_the_order_of_the_document(printed: list[str], expected: list[str]) -> None:
    lines = "\n".join(f"{p} -- Something of note happens." for p in printed)
    document = read(f"Chronology of events\n\n{lines}\n")
    assert dates(document) == expected
    assert all(not e.flags for e in document.sections[0].entries)


def test_numeric_dates_whose_order_nothing_tells_are_flagged() -> None:
    document = read("Chronology\n\n03/04/2002: One thing.\n05/06/2002: Another.\n07/08/2002: A third.\n")
    assert dates(document) == ["2002-03-04", "2002-05-06", "2002-07-08"]
    assert {e.flags for e in document.sections[0].entries} == {("date_order_unknown",)}


def test_ordinals_bullets_and_a_second_sign() -> None:
    document = read(
        """
        Key events

        1. Sept. 3, 2021: Talks: a first round.
        2. Sept. 5, 2021 - Talks - a second round.
        - Sept. 7, 2021 - A third round.
        (4) Sept. 9, 2021: A fourth round.
        5. May 2022: A fifth.
        -- May 9, 2022: A sixth.
        """
    )
    assert rows(document) == [
        ("2021-09-03", "Talks: a first round."),
        ("2021-09-05", "Talks - a second round."),
        ("2021-09-07", "A third round."),
        ("2021-09-09", "A fourth round."),
        ("2022-05", "A fifth."),
        ("2022-05-09", "A sixth."),
    ]


def test_year_before_the_month_with_sources_in_brackets() -> None:
    document = read(
        """
        Timeline 1998

        1998        Apr 1, A judge drops a case. The parties settle.
            (SFC, 4/2/98, p.A1)(AP, 4/1/08)
        1998        Apr 1-2, A president visits the coast.
            (WSJ, 4/3/98, p.A12)

        1998        May 25, A treaty is signed.
        """
    )
    assert dates(document) == ["1998-04-01", "1998-04-01/1998-04-02", "1998-05-25"]
    assert document.sections[0].entries[0].text.startswith("A judge drops a case. The parties settle. (SFC,")


def test_misspelt_months() -> None:
    document = read("Chronology\n\nFebuary 3, 2004: One.\n\nSetpember 5, 2004: Two.\n\nNovemeber 9-10, 2004: Three.\n")
    assert dates(document) == ["2004-02-03", "2004-09-05", "2004-11-09/2004-11-10"]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("...", "…", " ..."), (" …", " …", "..."), (", —", ", --", ", –"), (". –", ". -", ". —")],
)
def test_points_behind_a_date_and_a_dash_behind_a_sign(first: str, second: str, third: str) -> None:
    document = read(
        f"Chronology\n\n3 May 2004{first} Talks.\n\n9 June 2004{second} Rain.\n\nJuly 2005{third} A pact.\n"
    )
    assert rows(document) == [("2004-05-03", "Talks."), ("2004-06-09", "Rain."), ("2005-07", "A pact.")]


def test_points_that_words_follow_at_once_are_no_sign() -> None:
    document = read("Chronology\n\n3 May 2004: Talks.\n\n9 June 2004...that was it.\n\n1 July 2004: A pact.\n")
    assert dates(document) == ["2004-05-03", "2004-07-01"]


COLUMN = ["Norland widens its waters.", "A treaty ends the quarrel.", "They are widened again.", "The trawlers leave."]


def test_years_in_a_column() -> None:
    lines = [f"{year}        {text}" for year, text in zip((1958, 1961, 1972, 1976), COLUMN, strict=True)]
    document = read("\n\n".join(["The strait", *lines]) + "\n")
    assert rows(document) == list(zip(("1958", "1961", "1972", "1976"), COLUMN, strict=True))


def test_years_before_few_blanks_are_no_column() -> None:
    lines = [f"{year}  {text}" for year, text in zip((1958, 1961, 1972, 1976), COLUMN, strict=True)]
    with pytest.raises(NoChronology):
        read("\n\n".join(["The strait", *lines]) + "\n")


def test_months_between_two_dashes() -> None:
    document = read(
        """
        Chronology

        2004

        -May - Talks open in Orr.
        -June - They fail.
        -August - They begin anew.

        2005

        -March - A pact is signed.
        """
    )
    assert rows(document) == [
        ("2004-05", "Talks open in Orr."),
        ("2004-06", "They fail."),
        ("2004-08", "They begin anew."),
        ("2005-03", "A pact is signed."),
    ]


@pytest.mark.parametrize("dash", ["-", "_", "—"])
def test_a_dash_right_before_a_date_with_a_colon(dash: str) -> None:
    dated = ["1949: One.", "October 1957: Two.", "Feb.-March 1979: Three.", "Feb. 4, 1989: Four.", "May 15: Five."]
    document = read("\n\n".join(["Here is a chronology of the pact:", *(dash + told for told in dated)]) + "\n")
    assert [text for _, text in rows(document)] == ["One.", "Two.", "Three.", "Four.", "Five."]


def test_a_dash_right_before_a_month_in_a_sentence_is_none() -> None:
    document = read("Timeline\n\n1994 - Talks open\n-March saw two rounds of them.\n\n1995 - Rain.\n\n1996 - A pact.\n")
    assert rows(document)[0] == ("1994", "Talks open -March saw two rounds of them.")


def test_small_words_before_the_date_and_a_sign_behind_it() -> None:
    text = """Norland's helmets

- On the 4th of June 1950 ▸ Norland is admitted to the League.
- Late in May 1951 ▸ Forty officers go to Orr to watch the truce.
- From the 3rd to the 9th of July 1952 ▸ A company is besieged in Brill.
- On 8 August 1953 ▸ Half the town lines the quay for the funeral.
- In March 1954 ▸ The first battalion comes home to Lind.
"""
    assert rows(read_text(text)) == [
        ("1950-06-04", "Norland is admitted to the League."),
        ("1951-05-21~/1951-05-31~", "Forty officers go to Orr to watch the truce."),
        ("1952-07-03/1952-07-09", "A company is besieged in Brill."),
        ("1953-08-08", "Half the town lines the quay for the funeral."),
        ("1954-03", "The first battalion comes home to Lind."),
    ]


def test_small_words_before_a_date_in_a_sentence_open_nothing() -> None:
    text = """Chronology

3 May 1950: The envoys meet in Lind.

On the 4th of May 1950 they meet once more, and part.

5 June 1950: The envoys meet in Orr.

9 June 1950: The envoys sign a truce.
"""
    assert dates(read_text(text)) == ["1950-05-03", "1950-06-05", "1950-06-09"]


def test_a_year_and_a_day_with_a_dash_between_and_a_sign_behind() -> None:
    text = """Chronology

1975 – February 14th, at Brill, the premier tells envoys that he will not trade an inch of land.

March 5th, the town board asks for a garrison.

November 2nd, troops are sent to the river.

1976 – April 26th: Talks are taken up again in Orr.

1977 – 12 ministers meet in Lind.
"""
    assert dates(read_text(text)) == ["1975-02-14", "1975-03-05", "1975-11-02", "1976-04-26", "1977"]


def test_a_month_with_a_blank_within() -> None:
    text = """Calendar of events

1981

27 June

A charter of rights is adopted in Lind.

1984

12 Novem ber

Norland leaves the league over a seat.

1991

3 June

A treaty is signed at Orr by forty states.
"""
    assert dates(read_text(text)) == ["1981-06-27", "1984-11-12", "1991-06-03"]


TOLD = [
    "On 25 May 1963, thirty states sign a charter in Lind. It says little about herring.",
    "In July 1964 the assembly in Orr resolves that the borders shall stay.",
    "On 10 September 1969 the assembly adopts a convention of its own.",
    "On 12 November 1984 Norland leaves over the strait.",
    "From 8 to 10 July 2002 the last summit is held in Brill.",
    "On 21 March 2018, forty states sign another charter.",
    "On the same day thirty of them sign a protocol on free movement.",
]


SINCE = ["1963-05-25", "1964-07", "1969-09-10", "1984-11-12", "2002-07-08/2002-07-10", "2018-03-21", "2018-03-21"]


LAW = "The charter gave a year for the passage of its offices, which the assembly of 9 July 2002 made longer."


@pytest.mark.parametrize("title", ["## I. From charter to charter", "## Order of events"])
@pytest.mark.parametrize("bullet", ["", "- "])
def test_sentences_one_after_the_other_with_their_dates(title: str, bullet: str) -> None:
    text = "\n\n".join(["# Norland and the charter", title, *(bullet + told for told in TOLD), "## II. The law", LAW])
    assert dates(read_text(text, "charter.md")) == SINCE


@pytest.mark.parametrize(
    "told",
    [
        [part for each in TOLD for part in (each, LAW)],
        TOLD[::-1],
        TOLD[:5],
        [f"{number}. {each}" for number, each in enumerate(TOLD, 11)],
        [f"{each} {LAW * 4}" for each in TOLD],
        [each.replace("Norland", "the applicant").replace("the assembly", "the appellant") for each in TOLD],
        [each.replace(" 25 May", "").replace(" 10 September", "").replace(" 12 November", "") for each in TOLD[:6]],
    ],
    ids=["prose between", "out of order", "few", "numbered", "a judgment", "long paragraphs", "hardly a day"],
)
def test_prose_that_begins_its_paragraphs_with_dates(told: list[str]) -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["# Norland and the charter", "## The story", *told, "## The law", LAW]), "charter.md")


def test_items_that_lead_paragraphs_with_further_ones_between() -> None:
    items = [f"-- {told}\n\nThe clerks wrote it down." for told in TOLD[:6]]
    document = read_text("\n\n".join(["Backgrounder: the charter", "LIND, May 1 -- The charter is old.", *items]))
    assert dates(document) == SINCE[:6]
    assert rows(document)[0][1].endswith("The clerks wrote it down.")


def test_tools_of_a_page_stand_between_sentences_and_are_none_of_them() -> None:
    tools = "[ Print ] [ Suggest to a friend ]"
    text = "\n\n".join(["# Norland and the charter", tools, *TOLD, tools, "Norland's office in Lind"])
    document = read_text(text, "charter.md")
    assert dates(document) == SINCE
    assert "Print" not in rows(document)[-1][1]


def test_a_remark_in_brackets_between_sentences_is_one_of_them() -> None:
    remark = "[What the assembly of Norland said of it that year is told in another volume.]"
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["# Norland and the charter", *TOLD[:3], remark, *TOLD[3:]]), "charter.md")


def test_parts_of_years_and_months_in_figures_open_entries() -> None:
    text = """Timeline: an export dispute

May 3, 2019: Envoys meet in Lind.
1st week of June 2019: Norland warns of controls.
2019-Q3: Norland restricts exports.
2nd half of October 2019: Talks open in Orr.
4Q 2019: Orr lodges a complaint.
H1 2020: A panel is set up.
"""
    assert rows(read_text(text)) == [
        ("2019-05-03", "Envoys meet in Lind."),
        ("2019-06-01/2019-06-07", "Norland warns of controls."),
        ("2019-07-01/2019-09-30", "Norland restricts exports."),
        ("2019-10-16/2019-10-31", "Talks open in Orr."),
        ("2019-10-01/2019-12-31", "Orr lodges a complaint."),
        ("2020-01-01/2020-06-30", "A panel is set up."),
    ]


def test_a_quarter_within_a_sentence_opens_none() -> None:
    text = (
        "Timeline\n\nMay 3, 2019: Envoys meet.\n\nJune 4, 2019: Sales fall, though not as in\n2019 Q3 figures told.\n"
    )
    assert dates(read_text(f"{text}\nJuly 5, 2019: They part.\n")) == ["2019-05-03", "2019-06-04", "2019-07-05"]


def test_a_bullet_between_the_year_and_its_days_or_months() -> None:
    document = read(
        """
        A timeline of the ferry

        1973 ■ The first boat crosses.
        1987 ■ Aug. 1-3: Envoys visit the harbor.
        1991 ■ April: The union publishes a plan in four phases.
        1991 ■ July: An office opens in Orr.
        1995 ■ July 11: The line runs again.
        """
    )
    assert rows(document) == [
        ("1973", "The first boat crosses."),
        ("1987-08-01/1987-08-03", "Envoys visit the harbor."),
        ("1991-04", "The union publishes a plan in four phases."),
        ("1991-07", "An office opens in Orr."),
        ("1995-07-11", "The line runs again."),
    ]


def test_several_days_counted_before_their_date() -> None:
    document = read(
        """
        Chronology of a siege

        Day 1, Dec. 17, 1996 — Rebels storm the residence in Orr.
        Day 16, Jan. 1, 1997 — Seven hostages go free.
        Days 94-95, March 20-21 — An envoy visits Lind.
        Day 127, April 22 — Soldiers free all others.
        """
    )
    assert rows(document)[2:] == [
        ("1997-03-20/1997-03-21", "An envoy visits Lind."),
        ("1997-04-22", "Soldiers free all others."),
    ]


MARKDOWN = """# Chronology

```text
May 1, 2004: Envoys dine.
```

- **May 3, 2004:** See <https://ex.org/a_(b)>, `the code` and ~~what is struck~~.[^1]
- **May 4, 2004:** It is five o`clock and ``no`` matter, so ~ they say ~~ it ends.[^b]

~~~
May 5, 2004: Envoys sail.
~~~

[^1]: May 6, 2004: a note.
    Its second line.

[^b]: May 7, 2004: another.
"""


def test_marks_of_markdown_are_no_part_of_an_entry() -> None:
    document = read_text(MARKDOWN, "a.md")
    entries = document.sections[0].entries
    assert [entry.text for entry in entries] == [
        "Envoys dine.",
        "See https://ex.org/a_(b), the code and what is struck.",
        "It is five o`clock and no matter, so ~ they say ~~ it ends.",
        "Envoys sail.",
    ]
    assert [(link.text, link.url) for link in entries[1].links] == [("https://ex.org/a_(b)", "https://ex.org/a_(b)")]
    assert document.text[entries[3].location.start :].startswith("May 5, 2004: Envoys sail.")


LOST = [
    "Feb. 3, 2011: Talks open in Orr between the two premiers.",
    "Feb. 9: They fail, and the envoys go home.",
    "{lost}",
    "April 2: A pact is signed in Lind.",
    "June 1: The pact is broken by both sides.",
]
LOST_IN = {
    "paragraphs": "\n\n".join(LOST),
    "lines": "\n".join(LOST),
    "items": "\n".join(f"- {line}" for line in LOST),
    "dashes": "\n\n".join(LOST).replace(":", " -"),
}


@pytest.mark.parametrize("printed", LOST_IN.values(), ids=LOST_IN)
@pytest.mark.parametrize("heading", ["Cold water on the strait", "Timeline of the strait"])
def test_a_date_without_its_sign_in_a_list_with_or_without_a_heading(heading: str, printed: str) -> None:
    text = printed.format(lost="March 5 Ships of both navies leave their ports.")
    found = rows(read_text(f"{heading}\n\n{text}\n", "strait.txt"))
    assert len(found) == len(LOST)
    assert found[2] == ("2011-03-05", "Ships of both navies leave their ports.")


@pytest.mark.parametrize(
    "line",
    ["May 5 Ships of both navies leave.", "March 5 is a day of rest.", "March Ships of both navies leave."],
    ids=["out of order", "a sentence of its own", "no day"],
)
def test_a_paragraph_that_begins_with_a_date_in_a_list_without_a_heading(line: str) -> None:
    text = LOST_IN["paragraphs"].format(lost=line)
    assert len(rows(read_text(f"Cold water on the strait\n\n{text}\n", "strait.txt"))) == len(LOST) - 1
