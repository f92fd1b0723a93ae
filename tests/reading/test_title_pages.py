"""The title of a document and the journal in which it stands, among all else that is printed above a chronology."""

import pytest
from entries import read_text

from chronicle.model import Citation

LIST = "\n\nMay 3, 2012: One.\n\nMay 5, 2012: Two.\n\nMay 9, 2012: Three.\n"


def citation(head: str, file: str = "issue.md") -> Citation:
    return read_text(f"{head}\n\nA paragraph of body. It says enough.\n\n## Chronology{LIST}", file).citation


TITLES = {
    "A QUARTERLY E-JOURNAL ON NORTHERN RELATIONS\n\nNORLAND-SUDLAND RELATIONS\n\nTHE THAW": "THE THAW",
    "# NORLAND-SUDLAND RELATIONS\n\n## THE SUMMER OF LISTS\n\nASTRID KOLM, SEABOARD COLLEGE": "THE SUMMER OF LISTS",
    "Norland-Sudland Relations | Guests": "Guests",
    "Seaboard Review\n\nVolume 5, Number 1 (January 2012)\n\nNorland - Sudland\n\n2011: On Screen": "2011: On Screen",
    "Issue Brief for Members\n\n# The Strait: A Crisis\n\nTrade and Security Division": "The Strait: A Crisis",
    "Order Code IB77001\n\nNorland-Sudland Relations\n\nUpdated May 8, 2011": "Norland-Sudland Relations",
    "# Norland–Sudland ties: a chronology\n\nResearch paper": "Norland–Sudland ties: a chronology",
    "# Norland–Sudland relations: a chronology\n\n*Library*": "Norland–Sudland relations: a chronology",
    "# Norland-Sudland Tracker\n\nA list of the main steps, kept by our own desk.": "Norland-Sudland Tracker",
    "WORLD NEWS\n\nUPDATED A DAY AGO\n\nTIMELINE-How the row grew": "TIMELINE-How the row grew",
    "Ministry of the Sea\n\nDepartment of Ports\n\nHARBOURS: TREATIES AND VISITS": "HARBOURS: TREATIES AND VISITS",
    "THE SEABOARD HERALD\n\nNATION\n\nTalks about talks": "Talks about talks",
    "Annex B\n\nAid to the islands": "Aid to the islands",
    "LIND, May 3, 2012 Wire\n\nBoats and borders": "Boats and borders",
    "The Thaw\n\nNORLAND-SUDLAND RELATIONS, MAY – AUGUST 2012\n\nBy Astrid Kolm": "The Thaw",
}


@pytest.mark.parametrize("head", TITLES)
def test_a_title(head: str) -> None:
    assert citation(head).title == TITLES[head]


@pytest.mark.parametrize("head", ["Institute for the Sea\n\nBackground Paper 4/2020", "Updated January 14, 2012"])
def test_what_sorts_a_paper_is_no_title(head: str) -> None:
    assert citation(head).title is None


JOURNALS = {
    "Seaboard Notes\n\nA Quarterly E-Journal on the North\n\nNorland-Sudland Relations:\n\nThaw": "Seaboard Notes",
    "SEABOARD\n\nNOTES\n\nA JOURNAL OF THE NORTH\n\nNORLAND-SUDLAND RELATIONS\n\nTHAW": "Seaboard Notes",
    "SEA FORUM\n\nSEABOARD NOTES\n\nA JOURNAL OF THE NORTH\n\nNORLAND-SUDLAND RELATIONS": "Seaboard Notes",
    "Seaboard Notes\n\nNorland-Sudland Relations: Thaw\n\nVol. 12, No. 1, April 2012": "Seaboard Notes",
    "Seaboard Notes\n\nNorland-Sudland Relations\n\nThaw\n\nby Astrid Kolm": "Seaboard Notes",
    "Seaboard Notes | Volume 12, No. 2\n\nNorland-Sudland Relations\n\nThaw": "Seaboard Notes",
    "Norland-Sudland Relations\n\nThaw\n\n*Seaboard Notes*, Vol. 12, No. 2, May 2012": "Seaboard Notes",
    "Thaw\n\nPublished May 2012 in Seaboard Notes": "Seaboard Notes",
    "SEABOARD'S NOTES | Volume 12, No. 2\n\nNorland-Sudland Relations\n\nThaw": "Seaboard's Notes",
}


@pytest.mark.parametrize("head", JOURNALS)
def test_a_journal(head: str) -> None:
    assert citation(head).publication == JOURNALS[head]


@pytest.mark.parametrize(
    "head",
    [
        "Ministry of the Sea\n\nNorland-Sudland Relations\n\nThaw\n\nby Astrid Kolm",
        "World News\n\nNorland-Sudland Relations\n\nThaw\n\nby Astrid Kolm",
        "Seaboard College\n\nVolume 12, Number 3",
        "Seaboard Notes\n\nNorland-Sudland Relations",
        "Norland-Sudland Relations\n\nThaw\n\nby Astrid Kolm",
    ],
)
def test_no_journal(head: str) -> None:
    assert citation(head).publication is None


@pytest.mark.parametrize(
    "head",
    [
        "# Options for Congress\n\nCongress has several ways to shape the course of the talks.",
        "# APPENDIX B",
        "Annex II",
    ],
)
def test_what_stands_over_the_title_of_a_chronology_is_none(head: str) -> None:
    document = read_text(f"{head}\n\n# Chronology of the northern strait, 2012{LIST}", "issue.md")
    assert document.title == "Chronology of the northern strait, 2012"


def test_an_annex_over_a_bare_chronology_is_its_title() -> None:
    assert read_text(f"Annex II\n\n# Chronology{LIST}", "issue.md").title == "Annex II"


def test_a_journal_over_its_volume_and_those_who_compiled_a_list() -> None:
    head = (
        "SEABOARD REVIEW OF THE LAW OF PORTS\n\nVolume 12  2018\n\nDOCUMENTATION\n\nTHE STRAIT: A CHRONOLOGY, 1989-2018"
    )
    document = read_text(f"{head}\n\nCompiled by\n\nA. R. Kolm\\* and B. Lind\\*\\*{LIST}")
    assert document.title == "THE STRAIT: A CHRONOLOGY, 1989-2018"
    assert document.citation.publication == "Seaboard Review of the Law of Ports"
    assert document.citation.authors == ("A. R. Kolm", "B. Lind")


def test_a_body_that_compiled_a_list_is_no_author() -> None:
    head = "# Chronology of the strait\n\nCompiled by the Research Department"
    assert read_text(f"{head}{LIST}", "issue.md").citation.authors == ()


def test_the_heading_of_a_section_is_the_title_over_the_sentence_that_opens_it() -> None:
    text = "# Appendix. Timeline of the strait, May 2012\n\nThe following timeline lists the main events of 2012."
    document = read_text(f"# The strait\n\nShips pass.\n\n{text}{LIST}", "issue.md")
    assert [section.heading for section in document.sections] == ["Appendix. Timeline of the strait, May 2012"]


def test_the_sides_that_only_the_opening_sentence_names() -> None:
    text = "# Appendix 3: Timeline\n\nThis timeline of relations between Norland and Sudland lists main events."
    document = read_text(f"{text}{LIST}", "issue.md")
    assert document.sections[0].heading == "Appendix 3: Timeline"
    assert document.sections[0].relation == "Norland and Sudland"


def test_the_way_to_a_page_below_its_title_is_no_heading() -> None:
    text = "# Timeline: The Norland–Sudland row\n\nHome › Research › Timelines"
    assert read_text(f"{text}{LIST}", "issue.md").sections[0].heading == "Timeline: The Norland–Sudland row"
    assert read_text(f"Home › Research › Timelines{LIST}").sections[0].heading == "Home › Research › Timelines"
