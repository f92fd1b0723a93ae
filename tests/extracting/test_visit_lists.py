"""Rows below a heading that says that those named travelled, and from where."""

import datetime
from collections.abc import Callable

import pytest
from coder import persons

from chronicle.extracting import Gazetteer, code_document
from chronicle.model import Citation, Document, Entry, Event, EventDate, EventType, Location, Mode, Precision, Section

NOWHERE = Location(0, 0, line=1)


Coded = Callable[[str, str], Event]


@pytest.fixture
def coded(shipped: Gazetteer) -> Coded:
    def code(heading: str, text: str) -> Event:
        day = datetime.date(2001, 1, 1)
        entry = Entry(1, EventDate("2001", day, day, Precision.DAY), text, NOWHERE)
        section = Section(heading, "Japan-Tanzania", None, None, (entry,), NOWHERE)
        [[event]] = code_document(Document("page.html", "0", "", Citation(), (section,)), shipped)
        return event

    return code


ROWS = [
    ("VIP Visits (after 1997)", "Mr. Orro Zandt, Minister for Roads"),
    ("From Japan to Tanzania", "Hon. Orro Zandt (TICAD II)"),
    ("High-level visits", "Mr. Koizumi Junichiro, Minister of Health and Welfare"),
]


@pytest.mark.parametrize(("heading", "row"), ROWS)
def test_whoever_is_named_there_made_a_visit(coded: Coded, heading: str, row: str) -> None:
    event = coded(heading, row)
    assert (event.type, event.mode) == (EventType.VISIT, Mode.IN_PERSON)


OTHERS = [
    ("Chronology", "Mr. Orro Zandt, Minister for Roads", EventType.OTHER),
    ("From Friends to Foes", "Mr. Orro Zandt, Minister for Roads", EventType.OTHER),
    ("VIP Visits", "Orro Zandt signs a treaty on fish.", EventType.AGREEMENT),
    ("VIP Visits", "Summit in Tokyo", EventType.MEETING),
    ("VIP Visits", "Prime Minister Koizumi's speech", EventType.STATEMENT),
    ("US-Japan relations since the Nixon visit", "Mr. Orro Zandt, Minister for Roads", EventType.OTHER),
]


@pytest.mark.parametrize(("heading", "row", "kind"), OTHERS)
def test_what_a_row_tells_itself_counts(coded: Coded, heading: str, row: str, kind: EventType) -> None:
    assert coded(heading, row).type is kind


def test_whom_no_table_knows_is_from_the_state_that_the_travellers_left(coded: Coded) -> None:
    assert [p.country for p in persons(coded("From Tanzania to Japan", "Hon. Orro Zandt, Minister for Roads"))] == [
        "TZ"
    ]
    assert [p.country for p in persons(coded("From Japan to Tanzania", "Hon. Orro Zandt, Minister for Roads"))] == [
        "JP"
    ]


def test_a_known_traveller_keeps_his_own_state(coded: Coded) -> None:
    assert [p.country for p in persons(coded("From Tanzania to Japan", "Mr. Koizumi Junichiro"))] == ["JP"]


def test_an_address_is_no_part_of_a_name(coded: Coded) -> None:
    assert [p.name for p in persons(coded("Visits", "Hon. Orro Zandt, Minister for Roads"))] == ["Orro Zandt"]
