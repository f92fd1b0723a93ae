"""What bears dates and is no chronology: nothing is read out of it, and the message says so."""

from textwrap import dedent

import pytest
from entries import dates

from chronicle.errors import NoChronology, ReadError
from chronicle.reading import read_document

DOCUMENTS = {
    "essay": """
        Cold Water on the Strait

        By Ann Author

        On May 3, 2004, the talks began. They were short and cold, and nobody was pleased.

        Sept. 15 saw the first ship leave. It was late, and the harbour was empty by then.

        On June 22, ministers met again. In July 2005 they gave up. The year 2006 was worse.

        May 2007 brought no relief. By 2008, trade had fallen by half, as Figure 3 shows.
    """,
    "essay with dated subheadings": """
        Three Days in the Port

        May 3, 2004

        The morning was grey. I walked down to the harbour, where the envoys had gathered since dawn, and
        listened to what the fishermen had to say about them. It was not kind.

        Nobody knew when the talks would start. A clerk said noon. Another said never.

        The sun came out. A band played. The doors stayed shut.

        In the evening the lamps were lit, and still we stood there waiting for a word.

        Somebody sang. It was a song about the sea, as all songs there are.

        And then it rained, and we went home.

        May 4, 2004

        The doors opened at last. What followed is known. The minister read a page and left.

        I asked him about it years later. He had forgotten the page and remembered the rain.
    """,
    "bibliography": """
        References

        2004. Author, A. “A Title on the Strait.” Journal of Straits 3(2), pp. 3-14.
        2005. Writer, B. A Book of Straits. Coastal University Press.
        May 3, 2006: “An Article on Straits,” Morning Star, p. 4.
        May 5, 2006: “Another Article,” Morning Star, p. 5.
        June 7, 2006: “A Third Article,” Evening Star, p. 1.
        June 9, 2006: “A Fourth Article,” https://example.org/four
    """,
    "list of documents": """
        Joint Statement, May 3, 2004 ........ 12
        May 5, 2004: Protocol on Trade ........ 14
        May 9, 2004: Protocol on Fish ........ 15
        June 1, 2004: Exchange of Letters ........ 19
        June 3, 2004: Final Act of the talks ........ 22
    """,
    "programme with hours in four digits": """
        Day 1 – Monday, 1 June 2015

        1400 – 1800 Registration in the hall by the harbour

        1930 – 2200 Welcoming dinner, with an address by the minister

        Day 2 – Tuesday, 2 June 2015

        0900 – 1030 First session: the strait after the accord. What did the accord of June 2013 amount to?

        1030 – 1045 Coffee

        1045 – 1215 Second session: ships and fish. The session will ask why there is no code.

        1215 – 1400 Lunch

        1400 – 1530 Third session: the islands

        1545 – 1715 Fourth session: the peninsula
    """,
    "timeline of an afternoon in four digits": """
        Timeline

        1400 – 1530 Opening session on the straits, with the two envoys

        1530 – 1545 Coffee break by the harbour

        1545 – 1700 Panel on the islands and what lies around them
    """,
    "timeline of a day in a table": """
        Timeline of the roundtable

        | 0930 | Opening of the roundtable |
        | 1030 | Coffee is served by the harbour |
        | 1400 | First session on the straits, with the two envoys |
        | 1530 | Second session on fisheries, with the minister |
        | 1600 | Third session on the islands |
        | 1800 | Dinner by the harbour |
    """,
    "programme": """
        Conference on the Strait

        Monday, 4 June 2012

        09:00-10:30 Opening session
        10:30-11:00 Coffee
        11:00-12:30 Panel one: fish

        Tuesday, 5 June 2012

        09:00-10:30 Panel two: trade
        10:30-11:00 Coffee
        11:00-12:30 Panel three: ships

        Wednesday, 6 June 2012

        09:00 Excursion to the port
        14:00 Lunch
        16:00 Return

        Thursday, 7 June 2012

        09:00 Departure
    """,
    "figures": """
        List of Figures

        Figure 1 The port, May 3, 2004
        Figure 2 The ships, May 5, 2004
        Figure 3 The envoys, May 9, 2004
        Figure 4 The end, June 1, 2004
    """,
    "statistics": """
        Trade by year

        | Year | Exports | Imports |
        |------|---------|---------|
        | 1998 | 45.3 | 22.1 |
        | 1999 | 47.3 | 23.1 |
        | 2000 | 49.3 | 24.1 |
        | 2001 | 51.3 | 25.1 |

        1998  45.3  11.2
        1999  48.0  12.9
        2000  48.9  13.5
        2001  49.9  13.9
    """,
    "contents list": """
        Contents

        Introduction ..... 1
        Chronology of the Strait ..... 12
        1998: The first year ..... 14
        1999: The second year ..... 17
        2000: The third year ..... 21
        2001: The fourth year ..... 25

        The book begins here and says what it says about everything, at length, and without dates.
    """,
    "chronology only by name": """
        A Chronology of Failure

        This essay is about the strait. It began in 1998 and it never ended, one might say.

        On May 3, 2004, the talks began. A timeline cannot show how cold they were.
    """,
    "library's papers": """
        Papers on the strait

        - 14.11.2008 The bay after the vote. This paper looks at events since the vote of 17 February 2008.
        - 21.10.2008 Pirates off the cape. This Note describes the growth of piracy and the answer of the navies.
        - 09.09.2008 The war in the hills. Soldiers fought from 7 to 12 August. This short paper examines why.
        - 17.07.2008 Orr after the elections. The paper tells of the second round of 27 June in all provinces.
        - 26.06.2008 The treaty of Lind. The island voted on 12 June. This Note sets out what is left to do.
    """,
    "library's papers with their titles above": """
        Papers on the strait

        14 November 2008
        The bay after the vote of the spring

        This paper looks at events since the vote.

        21 October 2008
        Pirates off the cape and in the gulf

        This briefing describes the growth of piracy.

        9 September 2008
        The war in the hills and its ends

        This study examines why soldiers fought.

        17 July 2008
        Orr after the elections of the summer

        This report covers the second round.
    """,
    "reading list": """
        Bibliography

        2010: Smith, J. Trade and peace. Coastal University Press.

        2011: Jones, K. Ships of the north. Lind.

        2012: Brown, L. The union and its neighbours. Orr.

        2014: Gray, M. Fish and fate. Lind.
    """,
    "publications of an institute": """
        Recent publications of the institute

        May 2014: Ada Example writes on the price of peace.
        April 2014: Ben Gray writes on ships and shores.
        March 2014: Carl Dunn writes on fish and fate.
        Feb. 2014: Ada Example writes on isles in dispute.
    """,
    "titles in quotation marks": """
        2014. “Fish and Fate: The Straits after 1905.” Norland Review 44 (April 2014). [PDF]
        2013. “(with B. Gray) Ships and Shores.” Lind Papers 9. [PDF]
        2012. “The Price of Peace.” Orr: Example Press.
        2010. “Isles in Dispute.” M.A. thesis, Orr College. [PDF]
    """,
    "working papers": """
        May 2014: Ada Example, The Price of Peace, Working Paper 12.
        April 2014: Ben Gray, Ships and Shores, Policy Brief 7.
        March 2014: Carl Dunn, Fish and Fate, Working Paper 11.
        Feb. 2014: Ada Example, Isles in Dispute, Policy Brief 6.
    """,
    "life in a few lines": """
        Ada Example

        2001-2005: Studied law in Lind and Orr.
        2005-2009: Served as secretary to the minister of trade.
        2009-2012: Headed the mission in Orr.
        2012-present: Ambassador to the union.
    """,
    "calendar of terms": """
        Academic calendar

        Sept. 1, 2014: The college opens.
        Oct. 15, 2014: Essays are read aloud.
        Nov. 3, 2014: The library closes for a week.
        Dec. 19, 2014: The college closes.
    """,
    "events to come": """
        # Upcoming events

        - **4 May 2030:** Ada Example speaks on fish.
        - **9 May 2030:** A film is shown in the library.
        - **12 May 2030:** The crews sing in the harbour.
        - **20 May 2030:** The crews sing once more.
    """,
    "letters": """
        From: Ada
        Date: 4 May 2014
        Subject: fish

        On 3 May 2014, Ben wrote:
        > 4 May: I cannot come.
        > 5 May: I can come.
        > 6 May: I can come too.
        > 7 May: I shall see.
    """,
    "log of a ship": """
        Log of the ship Aurora

        4 May 1890: The crew mends the sails all day.
        5 May 1890: The cook falls ill at noon.
        6 May 1890: Anchored off Lind all day.
        7 May 1890: Sailed at noon for Orr.
    """,
    "winds": """
        4 May 1890: Wind north-west, sea calm, 54 miles made good.
        5 May 1890: Wind north, sea rough, 40 miles made good.
        6 May 1890: Wind east, fog, anchored off Lind all day.
        7 May 1890: Wind south, clear, sailed at noon.
    """,
    "letter": """
        May 3, 2004

        Dear Sir,

        I write about the strait. On May 5, 2004: nothing. I remain yours,

        Ann Author
    """,
}


def test_years_that_could_be_hours_are_years() -> None:
    text = """
        1900: A first session of the congress meets in Lind.
        1920: A second session of the congress meets in Orr.
        1935: Delegates open a third session in Lind.
        2005: The congress holds its last session.
    """
    assert dates(read_document(dedent(text).encode(), "a.txt")) == ["1900", "1920", "1935", "2005"]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "The war in the strait\n",
        "Bibliography\n\nSmith, A. A Book of Straits. Lind.\n\nThe war in the strait\n",
        "Events of the academic year in the strait\n",
        "From: Ada\nDate: 4 May 2014\nSubject: the strait\n",
    ],
)
@pytest.mark.parametrize(
    "spans",
    [
        ["1945-1949: The fleets fight for the isles.", "1949-1953: Envoys talk in Lind.", "1953-1958: A truce holds."],
        ["4 May 1945: The fleets fight.", "9 May 1945: Envoys talk in Lind.", "20 May 1949: A truce is signed."],
    ],
)
def test_sentences_of_what_came_to_pass_need_no_heading(above: str, spans: list[str]) -> None:
    text = "\n".join([above, *spans, "June 1958: The fleets fight once more off Orr."])
    assert len(dates(read_document(text.encode(), "a.txt"))) == 4


def test_a_heading_goes_before_what_a_list_looks_like() -> None:
    lives = dedent(DOCUMENTS["life in a few lines"]).replace("Ada Example", "Chronology of a life")
    assert len(dates(read_document(lives.encode(), "a.txt"))) == 4


def test_reports_among_events_are_events() -> None:
    text = """
        14.11.2008 The council reads a report. This report describes the growth of piracy.
        21.10.2008 Ships of the union sail to the cape.
        09.09.2008 Soldiers fight in the hills for five days.
        17.07.2008 The island votes again. This paper looks forward to it, writes the Star.
        26.06.2008 Envoys sign the treaty of Lind.
    """
    assert len(dates(read_document(dedent(text).encode(), "a.txt"))) == 5


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_read_out_of(name: str) -> None:
    with pytest.raises(NoChronology, match=r"^no chronology found in paper\.txt; "):
        read_document(dedent(DOCUMENTS[name]).encode(), "paper.txt")


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (b"", "a.txt", "a.txt: the file is empty"),
        (b"\xef\xbb\xbf \r\n\t", "a.txt", "a.txt: the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", "a.txt: is a picture"),
        (b"%PDF-1.7 ...", "a.txt", "a.txt: not a PDF or damaged"),
        (bytes(range(256)) * 40, "a.txt", "a.txt: not a text file"),
        (b"\xff\xfea\x00b", "a.txt", "a.txt: not valid utf-16-le"),
        (b"\x00words", "a.xyz", "a.xyz: no reader knows this kind of file"),
        (b"words", "in/a.xyz", "no chronology found in in/a.xyz"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, file: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_document(data, file)
    assert str(caught.value).startswith(message)
    assert "; " in str(caught.value)
    assert "\n" not in str(caught.value)


TEXT = "Chronology of Nord–Süd Relations\n\nMay 3, 2004: “Talks” begin – a café.\n\nMay 5, 2004: Talks end.\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_and_line_end_gives_the_same_document(encoding: str, ends: str) -> None:
    document = read_document(TEXT.replace("\n", ends).encode(encoding), "a.txt")
    assert document.text == TEXT
    assert [e.text for e in document.sections[0].entries] == ["“Talks” begin – a café.", "Talks end."]
    assert [e.location.line for e in document.sections[0].entries] == [3, 5]
