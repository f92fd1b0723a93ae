"""Where a chronology ends, and what stands between its entries and is none of them."""

import pytest
from entries import dates, read, read_text, rows


def test_footers_of_the_newer_kind_leave_a_sentence_whole() -> None:
    document = read(
        """
        CHRONOLOGY OF NORLAND-SUDLAND RELATIONS

        SEPTEMBER – DECEMBER 2019

        Sept. 5, 2019: The prime minister of Norland

        NORLAND-SUDLAND RELATIONS | JANUARY 2020 144

        visits the bay.
        Sept. 6, 2019: Officials of NORLAND – SUDLAND RELATIONS | JANUARY 2020 145 the bay reply.
        Sept. 7, 2019: Nothing happens.
        """
    )
    assert [e.text for e in document.sections[0].entries] == [
        "The prime minister of Norland visits the bay.",
        "Officials of the bay reply.",
        "Nothing happens.",
    ]


def test_what_stands_before_and_after_is_no_entry() -> None:
    document = read(
        """
        Contents

        Overview ........ 1
        Chronology of the Bay ........ 12
        Notes ........ 15

        1998  45.3  11.2
        1999  48.0  12.9

        Chronology of the Bay

        May 3, 2004: Talks begin.
        May 5, 2004: Talks end.
        May 9, 2004: Talks begin again.

        Compiled by Ann Author, 12 June 2004

        Further reading

        May 9, 2004: “A Title,” Some Paper, p. 4
        June 3, 2004: “Another Title,” Some Paper, p. 9
        """
    )
    assert rows(document) == [
        ("2004-05-03", "Talks begin."),
        ("2004-05-05", "Talks end."),
        ("2004-05-09", "Talks begin again."),
    ]


def test_a_given_name_of_two_syllables_keeps_its_hyphen_at_a_line_end() -> None:
    text = "Chronology\n\nMay 1, 2014: The envoys and Park Geun-\nhye meet Wen Jia-\nbao.\n\nMay 2, 2014: They part.\n"
    assert read(text).sections[0].entries[0].text == "The envoys and Park Geun-hye meet Wen Jiabao."


def test_running_heads_page_numbers_and_hyphenation() -> None:
    pages = []
    for number, (day, text) in enumerate(
        [(3, "Envoys be-\ngin talks that go on and"), (5, "A paper is"), (9, "The end of the mat-\nter.")], 7
    ):
        pages.append(f"Bay Report 10/25/02\n\nMay {day}, 2002: {text}\n\n{number}\n\f")
    document = read("Chronology of the Bay\n\n" + "".join(pages).replace("\fBay", "\fBay"))
    assert rows(document) == [
        ("2002-05-03", "Envoys begin talks that go on and"),
        ("2002-05-05", "A paper is"),
        ("2002-05-09", "The end of the matter."),
    ]
    assert [e.location.page for e in document.sections[0].entries] == [1, 2, 3]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("[edit | edit source]", "One."),
        ("[edited by the owner]", "One.[edited by the owner]"),
    ],
)
def test_the_way_to_the_source_of_a_page_is_left_out(note: str, text: str) -> None:
    document = read(f"Timeline\n\n- 1921 - One.{note}\n- 1976 - Two.\n- 1983 - Three.\n", "list.txt")
    assert rows(document)[0] == ("1921", text)


def test_words_of_headings_and_of_pages_within_sentences_end_nothing() -> None:
    told = "who had paid several\nofficial visits to Lind before, promises aid for the\nnext 5 years."
    document = read(
        f"Chronology\n\nMay 3, 2004: A minister, {told}\n\nMay 5, 2004: A king comes.\n\nMay 7, 2004: They sign.\n"
    )
    assert dates(document) == ["2004-05-03", "2004-05-05", "2004-05-07"]
    assert document.sections[0].entries[0].text.endswith("aid for the next 5 years.")


def test_entries_in_capitals_that_end_in_a_number_are_no_heads_of_pages() -> None:
    document = read(
        "Chronology\n\nMAY 2004 ENVOYS MEET IN ROOM 12\n\nJUNE 2004 ENVOYS SIGN IN ROOM 14\n\nJULY 2004 A KING COMES\n"
    )
    assert dates(document) == ["2004-05", "2004-06", "2004-07"]


@pytest.mark.parametrize(
    "below",
    [
        "All rights reserved. © 2008 Coast Press. Parts of this page are protected.",
        "[ENDS]",
        "-ENDS-",
        "2 comments:",
        "FOR ADDITIONAL READING",
        "Publication information: Article title: Norland. Publication date: Summer 1999.",
        "This article was written with help from the office of the historian.",
    ],
)
def test_what_ends_a_list(below: str) -> None:
    lines = ["Chronology", "3 May 2004: Talks.", "4 June 2004: A pact.\n\nIt is sealed.", "9 July 2004: A visit."]
    document = read("\n\n".join([*lines, below, "Words of others, not of ours."]) + "\n")
    assert [text for _, text in rows(document)] == ["Talks.", "A pact. It is sealed.", "A visit."]


@pytest.mark.parametrize("between", ["Advertisement", "Story continues below", "Article continues after advertisement"])
def test_announcements_of_advertisements_are_left_out(between: str) -> None:
    document = read(f"Chronology\n\n3 May 2004: Talks.\n\n{between}\n\nThey fail.\n\n4 June 2004: A pact.\n")
    assert rows(document) == [("2004-05-03", "Talks. They fail."), ("2004-06-04", "A pact.")]


def test_sources_under_each_entry_do_not_end_the_list() -> None:
    document = read(
        """
        Chronology

        May 3, 2004: One.
        Source: The Morning Star

        May 5, 2004: Two.
        Source: The Evening Star

        May 9, 2004: Three.

        Sources

        The Morning Star, May 3, 2004: “A Title”
        """
    )
    assert dates(document) == ["2004-05-03", "2004-05-05", "2004-05-09"]
    assert document.sections[0].entries[-1].text == "Three."


COPYRIGHT = (
    "Copyright 2004 the Coast Press and its partners on both shores of the strait, the council of the port of Orr, "
    "the harbour works of Lind and nobody else"
)


TOLD = ["Chronology", "3 May 2004: Talks.\n\nThey fail.", "4 June 2004: A pact.\n\nIt is sealed."]


@pytest.mark.parametrize(
    "below",
    [
        COPYRIGHT,
        "Views: 1204",
        "Count views: 17",
        "« Newer 1 2 3 4 Older »",
        "Previous 1 2 3 ...",
        "Next 2 3 4",
    ],
)
def test_what_a_site_prints_below_a_list(below: str) -> None:
    document = read("\n\n".join([*TOLD, "9 July 2004: A visit.", below, "10 July 2004: A poll at home."]) + "\n")
    assert [text for _, text in rows(document)] == ["Talks. They fail.", "A pact. It is sealed.", "A visit."]


@pytest.mark.parametrize("below", ["Updated: 4 August 2004.", "UPDATED : 4 August 2004 by the wire's staff."])
def test_when_a_list_was_updated_ends_it(below: str) -> None:
    document = read("\n\n".join([*TOLD, "9 July 2004: A visit.", below]) + "\n")
    assert rows(document)[-1] == ("2004-07-09", "A visit.")


@pytest.mark.parametrize(
    "line", ["Views: 12 in all are heard.", "The next 2 ships sail.", "Updated: the lists of ships."]
)
def test_words_like_those_below_a_list_within_an_entry(line: str) -> None:
    document = read("\n\n".join([*TOLD, f"9 July 2004: A visit.\n\n{line}", "10 July 2004: A poll."]) + "\n")
    assert rows(document)[2:] == [("2004-07-09", f"A visit. {line}"), ("2004-07-10", "A poll.")]


@pytest.mark.parametrize("title", ["Prime Minister Ada Osk (1977–81)", "Ada Osk (1977-1981)", "The Strait (1977)"])
def test_years_in_brackets_behind_a_title_between_entries(title: str) -> None:
    assert second_text(title) == "They fail."


def test_a_word_in_brackets_behind_a_name_is_no_title() -> None:
    assert second_text("Ada Osk (Norland)") == "They fail. Ada Osk (Norland)"


def second_text(title: str) -> str:
    entries = ["3 May 1974: Talks.", "9 June 1976: They fail.", title, "2 July 1978: Rain.", "8 Aug. 1980: A pact."]
    return rows(read("\n\n".join(["Timeline", *entries]) + "\n"))[1][1]


@pytest.mark.parametrize(
    "pages", ["- [1](#)\n- [2](#)\n- [next ›](#)\n- [last »](#)", "« previous\n\n« first", "Next page »"]
)
def test_the_way_to_further_pages_ends_a_list(pages: str) -> None:
    entries = [f"May {day}, 2004: Talks go on in the port." for day in (3, 5, 8, 9)]
    found = rows(read_text("\n\n".join(["# Chronology", *entries, pages, "The board | Orr, Norland"]), "list.md"))
    assert found[-1] == ("2004-05-09", "Talks go on in the port.")


WIRE = """TIMELINE-The road to the brink

 May 3 (Wire) - Norland said on Thursday it would abide by a
resolution.
 Here is a timeline of main events:
 Jan 9, 2011 - Voters go to the polls in Orr, in a week-long
poll on whether to secede.
 Feb 7 - The result is read out in Lind.
 April 10 - Norland's army takes the oilfield.
 May 2 - The council calls on both to resume talks within two
weeks.{credit}
"""
WIRED = [
    ("2011-01-09", "Voters go to the polls in Orr, in a week-long poll on whether to secede."),
    ("2011-02-07", "The result is read out in Lind."),
    ("2011-04-10", "Norland's army takes the oilfield."),
    ("2011-05-02", "The council calls on both to resume talks within two weeks."),
]


@pytest.mark.parametrize(
    "credit",
    [
        "\n (Reporting by Ann Author, Lind Unit;\nAdditional reporting by Ben Writer; Editing by\nCora Third)",
        "\n\n(Additional reporting by Ann Author; Writing by Ben Writer)",
        "\n Editing by Cora Third",
        "\n (Compiled by Ann Author)",
        "\n\n(Source: Agencies; compiled by Ann Author)",
        "\n\nSource: Agencies. Compiled by Ann Author",
    ],
)
@pytest.mark.parametrize(
    "foot",
    [
        "",
        "\n\n((+44 20 7946 0000)(Messaging:\nevents@wire.example))\n\nKeywords: NORLAND/EVENTS\n\n"
        "Thursday, 03 May 2012 14:22:10WIRE [nL5E8] {C}ENDS",
    ],
)
def test_who_reported_stands_behind_a_list(credit: str, foot: str) -> None:
    assert rows(read_text(WIRE.format(credit=credit + foot))) == WIRED


def test_who_reported_behind_the_last_sentence_is_left_out() -> None:
    days = [f"May {day}, 2012 - Talks are held in Orr." for day in range(2, 12)]
    text = "\n\n".join(["Timeline: the talks", *days])
    credited = f"{text} (Reporting by Ann Author; Editing by Ben Writer)\n"
    assert rows(read_text(credited)) == rows(read_text(text)) != []


def test_a_source_below_each_entry_stays_with_the_last_one_too() -> None:
    sources = {2: "(Source: Lind Times)", 4: "(Source: Orr News)", 8: "(Source: The Coast)"}
    days = [f"May {day}, 2012\n\nTalks are held in Orr.\n\n{told}" for day, told in sources.items()]
    found = rows(read_text("\n\n".join(["Timeline: the talks", *days])))
    assert [text for _, text in found] == [f"Talks are held in Orr. {told}" for told in sources.values()]


VISITS = ["May 2, 1999", "June 4, 2001", "July 8, 2003", "Aug. 9, 2004"]


@pytest.mark.parametrize(
    "foot",
    [
        "See also the full text of the accord and the Annual Reports.",
        "Sources: Department of State; news reports. Design by Ann Author.\n\n#### More interactives\n\n"
        "May 12, 2016\n\nThe Long Thaw\n\nMarch 3, 2016\n\nMapping the Sea",
        "Source: the wire\n\nRelated features\n\nMay 12, 2016\n\nThe Long Thaw",
    ],
)
def test_what_a_page_offers_below_its_sources_is_no_part_of_the_list(foot: str) -> None:
    told = "\n\n".join(f"{day}\n\nThe minister visits Orr." for day in VISITS)
    found = rows(read_text(f"# Timeline: the two states\n\n{told}\n\n{foot}\n", "a.md"))
    assert found[-1] == ("2004-08-09", "The minister visits Orr.")
    assert len(found) == 4


@pytest.mark.parametrize("title", ["The Fall of Orr", "Spring of Nations", "The Winter of Our Discontent"])
def test_a_season_within_a_name_is_no_date(title: str) -> None:
    titles = ["A First Visit", title, "A Second Visit", "Back Home"]
    told = "\n\n".join(
        f"{day}\n\n### {head}\n\nThe minister visits Orr." for day, head in zip(VISITS, titles, strict=True)
    )
    found = rows(read_text(f"# Timeline: the two states\n\n{told}\n", "a.md"))
    assert [edtf for edtf, _ in found] == ["1999-05-02", "2001-06-04", "2003-07-08", "2004-08-09"]


def test_a_season_of_a_year_is_a_date() -> None:
    told = "\n\n".join(["Spring of 1998: Talks open.", "The fall of 2001: They go on.", "Summer 2002: They end."])
    found = rows(read_text(f"# Timeline: the two states\n\n{told}\n", "a.md"))
    assert [edtf and edtf[:4] for edtf, _ in found][::2] == ["1998", "2002"]


@pytest.mark.parametrize("second", ["** Assistant. Pages were last seen on 14 Sept. 2018.", "† Assistant at Lind."])
def test_who_the_authors_are_below_a_list_is_no_entry(second: str) -> None:
    days = ["2 May  The ministers meet.\n        They agree on talks.", "9 May  The court issues its report."]
    notes = f"* Lecturer, Faculty of Law.\n{second}\n\n[1] For a view see A. Author,\n    22 Journal of Law 189."
    text = "\n".join(["THE STRAIT: A CHRONOLOGY, 1998-2018", "", "1998", "", *days, "", "2018", "", *days])
    found = rows(read_text(f"{text}\n\n\n\n{notes}\n"))
    assert found == [
        ("1998-05-02", "The ministers meet. They agree on talks."),
        ("1998-05-09", "The court issues its report."),
        ("2018-05-02", "The ministers meet. They agree on talks."),
        ("2018-05-09", "The court issues its report."),
    ]
