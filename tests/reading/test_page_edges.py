"""What a page puts at the end of an entry, between two and behind the last: ways on, rights, credits, small titles."""

import pytest
from entries import read_text, rows

ENTRIES = [
    "May 5, 2020 - Soldiers come to blows at the lake.",
    "May 9, 2020 - Commanders settle a second scuffle.",
    "June 6, 2020 - Generals meet at the pass.",
    "June 15, 2020 - Twenty die in the valley.",
    "July 3, 2020 - The prince visits the front.",
    "July 5, 2020 - Envoys talk for two hours.",
    "July 14, 2020 - A fourth round is held.",
    "September 4, 2020 - The ministers meet in Lind.",
]
TOLD = [entry.partition(" - ")[2] for entry in ENTRIES]


def texts(entries: list[str], file: str = "list.txt") -> list[str]:
    """The texts of a list of paragraphs under the heading of a chronology."""
    text = "\n\n".join(["# Timeline of the lake", *entries])
    if file.endswith(".html"):
        text = "<h1>Timeline of the lake</h1>" + "".join(f"<p>{entry}</p>" for entry in entries)
    return [text for _, text in rows(read_text(text, file))]


def with_more(more: str, at: int = 1, link: str = "{}") -> list[str]:
    """The entries, one of them with something behind it in its paragraph."""
    return [f"{entry}{link.format(more)}" if n == at else entry for n, entry in enumerate(ENTRIES)]


LINKS = {"a.html": ' <a href="/b">{}</a>', "a.md": " [{}](/b)"}


@pytest.mark.parametrize("at", [1, 7])
@pytest.mark.parametrize("file", LINKS)
@pytest.mark.parametrize(
    "words", ["Read more", "READ MORE »", "Watch: Why did they meet?", "Also read: The lines on the map", "See also: A"]
)
def test_a_link_that_leads_on_is_no_part_of_an_entry(words: str, file: str, at: int) -> None:
    assert texts(with_more(words, at, LINKS[file]), file) == TOLD


def test_two_links_that_lead_on_and_one_without_its_address() -> None:
    link = LINKS["a.html"]
    assert texts(with_more("Read more", 1, f"{link} |{link.format('See more')}"), "a.html") == TOLD
    assert texts(with_more(" Read more")) == TOLD


@pytest.mark.parametrize("words", ["The joint text is out.", "Full text of the accord", "Orr Gazette"])
@pytest.mark.parametrize("file", LINKS)
def test_other_links_are(words: str, file: str) -> None:
    document = read_text("\n\n".join(["# Timeline of the lake", *with_more(words, 1, LINKS["a.md"])]), "a.md")
    assert rows(document)[1][1] == f"{TOLD[1]} {words}"
    assert [link.text for link in document.sections[0].entries[1].links] == [words]


def test_a_link_within_a_sentence_is() -> None:
    assert texts(["May 5, 2020 - They ask all to [read more](/b) than one map.", *ENTRIES[1:]], "a.md")[0] == (
        "They ask all to read more than one map."
    )


BETWEEN = [
    "- Second round -",
    "– Second round –",
    "Soldiers at the lake on August 9, 2019 ©Ann Osk (AFP/File)",
    "Envoy Osk (left) with the prince in Lind on 2 February 2019 (epa)",
    "Men wave flags at the lake (undated file photo) (AFP)",
    "The Lake Herald by Lake Corporation   Copyright Lake Corporation. All Rights Reserved.",
    "https://www.lake.example/a/1079513.html 1/2",
]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("at", [2, 8])
def test_what_stands_between_two_entries_or_behind_the_last(between: str, at: int) -> None:
    assert texts([*ENTRIES[:at], between, *ENTRIES[at:]]) == TOLD


@pytest.mark.parametrize(
    "paragraph",
    [
        "The lake lies at a height of 4,000 metres (AFP).",
        "Both sign a convention on copyright and patents.",
        "The generals - three of each side - come in the night.",
    ],
)
def test_a_paragraph_that_tells_something_is_part_of_its_entry(paragraph: str) -> None:
    assert texts([*ENTRIES[:2], paragraph, *ENTRIES[2:]])[1] == f"{TOLD[1]} {paragraph}"


@pytest.mark.parametrize(
    "behind",
    [
        ["This article appeared in the Lake Post print edition as Uneasy neighbours"],
        ["This is an excerpt. Subscribers may read the full article."],
        ["The Lake Herald by Lake Corporation   Copyright Lake Corporation. All Rights Reserved."],
        ["published oct. 18, 2001\nphoto copyright © lake media inc.\nweb site copyright LAKE foundation"],
        ["Web site copyright 1995-2001 Lake Foundation", "Back to the lakes"],
    ],
)
def test_what_says_whose_a_page_is_ends_a_list(behind: list[str]) -> None:
    two = [line for entry in ENTRIES for line in (f"{entry}\n", "They say no more.\n")]  # two paragraphs each
    assert texts([*two, *behind])[-1] == f"{TOLD[-1]} They say no more."


def test_a_bar_of_links_is_no_part_of_the_last_entry() -> None:
    links = ('<a href="/">home</a>', '<a href="/i">interviews</a>', '<a href="/m">the maps</a>')
    bar = f'<p>{" + ".join(links)}<br><a href="/c">credits</a></p>'
    page = "".join(f"<h4>{e.partition(' - ')[0]}</h4><p>{e.partition(' - ')[2]}</p><p>They part.</p>" for e in ENTRIES)
    found = [text for _, text in rows(read_text(f"<h1>Timeline of the lake</h1>{page}{bar}", "a.html"))]
    assert found == [f"{text} They part." for text in TOLD]


def test_links_that_an_entry_lists_are_part_of_it() -> None:
    three = '<a href="/a">Lind</a>, <a href="/b">Orr</a>, <a href="/c">Brill</a>.'
    page = "".join(f"<p>{entry}</p><p>{three}</p>" for entry in ENTRIES)
    found = [text for _, text in rows(read_text(f"<h1>Timeline of the lake</h1>{page}", "a.html"))]
    assert found[0] == f"{TOLD[0]} Lind, Orr, Brill."


def test_an_agency_signs_the_last_entry() -> None:
    assert texts(with_more(" (Wire)", 7)) == TOLD


def test_agencies_behind_several_entries_are_their_sources() -> None:
    assert texts([f"{entry} (Wire)" for entry in ENTRIES]) == [f"{text} (Wire)" for text in TOLD]


def test_a_paragraph_behind_a_list_of_visits_without_full_stops() -> None:
    visits = [
        "24-26 January 2018 Prime Minister Osk, summit of the coasts",
        "2-4 March 2018 President Lind and Mrs Lind",
    ]
    listed = ["Bilateral visits", *(v.replace("2018", str(year)) for year in (2015, 2016, 2017, 2018) for v in visits)]
    text = "\n\n".join(
        [*listed, "Trade and economic cooperation", "Orr buys much herring. Figures are given in the table."]
    )
    assert rows(read_text(text))[-1] == ("2018-03-02/2018-03-04", "President Lind and Mrs Lind")
    more = "\n\n".join([*listed[:-1], listed[-1] + " stay at the\n\nharbour of Orr"])
    assert rows(read_text(more))[-1][1] == "President Lind and Mrs Lind stay at the harbour of Orr"


def test_signs_far_apart_on_every_page_are_a_mark_in_its_paper() -> None:
    mark = "‧\n國\n\n立 政 治 大 學\n\n‧\n\nN a\n\ntio na\n\nl L i nd U ni ve rs it y"
    entries = [f"{entry}\n\n\n{mark}\n\n12{n}" if n % 2 else entry for n, entry in enumerate(ENTRIES)]
    assert texts(entries) == TOLD


@pytest.mark.parametrize("initials", ["str/sjt/pmc/jw", "str-sjt/pmc", "bur/dan"])
def test_the_initials_of_those_who_wrote_are_no_part_of_the_last_entry(initials: str) -> None:
    assert texts([*ENTRIES, initials]) == TOLD
    assert texts([*ENTRIES, initials, "Lake-talks-chronology"]) == TOLD


@pytest.mark.parametrize("words", ["and/or by sea", "He and/or she signs."])
def test_words_joined_by_a_slash_in_a_text_are(words: str) -> None:
    entries = [*ENTRIES[:-1], f"{ENTRIES[-1].rstrip('.')}\n{words}"]
    assert texts(entries)[-1] == f"{TOLD[-1].rstrip('.')} {words}"


PRESS = [
    "Jan. 19: Soldiers exchange fire on the glacier. [1/20 STAR]",
    "Feb. 20: The premier travels by bus to Lind for talks with",
    "ORR JOURNAL VOLUME 53, NO. 3, SUMMER 1999 CHRONOLOGY: NORLAND 437",
    "Osk. The two sign a declaration. [2/21 STAR;\n\n2/22 POST]",
    "Apr. 14: A missile is fired, three days after another. [4/15",
    "STAR, POST, MAIL]",
    "Apr. 15: The court sentences former",
    "Premier Ada Osk to five years. She is abroad. [4/16 MAIL]",
]


def test_sources_and_sentences_that_a_page_breaks_are_whole() -> None:
    document = read_text("\n\n".join(["# Chronology", "January 16, 1999 - April 15, 1999", *PRESS]), "a.md")
    assert [rows(document, n) for n in range(len(document.sections))] == [
        [
            ("1999-01-19", "Soldiers exchange fire on the glacier. [1/20 STAR]"),
            (
                "1999-02-20",
                "The premier travels by bus to Lind for talks with Osk. The two sign a declaration. "
                "[2/21 STAR; 2/22 POST]",
            ),
            ("1999-04-14", "A missile is fired, three days after another. [4/15 STAR, POST, MAIL]"),
            ("1999-04-15", "The court sentences former Premier Ada Osk to five years. She is abroad. [4/16 MAIL]"),
        ]
    ]


def test_a_title_in_capitals_with_brackets_of_its_own_is_one() -> None:
    entries = [*ENTRIES[:4], "THE NORTHERN SHORE [REVISED]", *ENTRIES[4:]]
    assert texts(entries) == TOLD


def test_a_paragraph_behind_the_source_of_the_last_entry_is_none() -> None:
    entries = [f"{entry} [4/16 STAR]" for entry in ENTRIES]
    assert texts([*entries, "The journal thanks all who sent letters."])[-1] == f"{TOLD[-1]} [4/16 STAR]"


@pytest.mark.parametrize("foot", ["Editor: lindorr", "Web editor: Ann Author", "Enditem"])
def test_who_edited_a_report_is_no_part_of_its_last_entry(foot: str) -> None:
    assert texts([*ENTRIES, foot]) == TOLD


@pytest.mark.parametrize("sign", [" Enditem", " ENDITEM"])
def test_the_sign_with_which_an_agency_ends_its_report(sign: str) -> None:
    assert texts(with_more(sign, len(ENTRIES) - 1)) == TOLD
    assert texts(with_more(" Enditem is a firm of Lind."))[1].endswith("Enditem is a firm of Lind.")


def test_what_an_editor_does_within_a_list_is_told() -> None:
    entries = [*ENTRIES[:3], "Editor: the word is not used in print.", *ENTRIES[3:]]
    assert texts(entries)[2:4] == [f"{TOLD[2]} Editor: the word is not used in print.", TOLD[3]]
