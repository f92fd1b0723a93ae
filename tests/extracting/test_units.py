"""What is printed apart in one entry (cells of a row, a title over a text), and events told without a verb."""

from collections.abc import Callable

import pytest
from coder import code

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind, Event, EventType, Role

ON = "2013-06-24"


Coded = Callable[[str], Event]


@pytest.fixture
def coded(shipped: Gazetteer) -> Coded:
    return lambda text: code(shipped, text, ON)


def people(event: Event) -> set[str]:
    return {a.name for a in event.actors if a.kind is ActorKind.PERSON and a.role is Role.PARTICIPANT}


# Printed; the event's type and its venues.
ROWS = [
    ("First meeting of the Japan-ASEAN Forum | Jakarta", EventType.MEETING, ["Jakarta"]),
    ("Visit of FM Wang Yi | Ha Noi, Bangkok and Jakarta", EventType.VISIT, ["Hanoi", "Bangkok", "Jakarta"]),
    ("Foreign Minister Wang Yi | State visit to Thailand; two treaties signed", EventType.VISIT, ["Thailand"]),
    ("Foreign Minister Wang Yi | Talks with Foreign Minister Abe | Tokyo", EventType.MEETING, ["Tokyo"]),
    ("Tokyo | Wang Yi meets Abe Shinzo.", EventType.MEETING, ["Tokyo"]),
    ("Mr. Abe Shinzo, Prime Minister | Bangkok", EventType.VISIT, ["Bangkok"]),
    ("Mr. Abe Shinzo, Prime Minister (official visit) | Tokyo, Kyoto", EventType.VISIT, ["Tokyo", "Kyoto"]),
    ("Mr. Abe Shinzo, Prime Minister | Speech on trade | Bangkok", EventType.STATEMENT, ["Bangkok"]),
    ("South of the Natuna Islands | A frigate enters the strait.", EventType.MILITARY, ["Natuna Islands"]),
    ("Territorial waters of Jeju | A frigate enters the strait.", EventType.MILITARY, ["Jeju"]),
    ("War in Iraq | A frigate enters the strait.", EventType.MILITARY, []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "kind", "places"), ROWS)
def test_cells_of_a_row(coded: Coded, printed: str, kind: EventType, places: list[str]) -> None:
    event = coded(printed)
    assert (event.type, [venue.name for venue in event.venues]) == (kind, places)


def test_a_place_in_a_cell_of_its_own_brings_no_state(coded: Coded) -> None:
    event = coded("Foreign Minister Wang Yi | Speech on trade | Jakarta")
    assert {a.country for a in event.actors if a.role is Role.PARTICIPANT} == {"CN"}


def test_the_headline_of_a_traveller_is_what_he_does(coded: Coded) -> None:
    event = coded("Foreign Minister Wang Yi | State visit to Thailand; two treaties signed")
    assert event.headline == "Foreign Minister Wang Yi | State visit to Thailand"


def test_a_title_over_a_text(coded: Coded) -> None:
    """The text is coded; the title adds whom and what the tables know, and where it was if the text is silent."""
    event = coded("Deal Reached in Lausanne | Wang Yi and Abe Shinzo agree on fishing. Crowds cheer.")
    assert event.type is EventType.AGREEMENT
    assert [venue.name for venue in event.venues] == ["Lausanne"]
    assert people(event) == {"Wang Yi", "Abe Shinzo"}
    assert event.headline == "Deal Reached in Lausanne | Wang Yi and Abe Shinzo agree on fishing."
    assert event.text.endswith("Crowds cheer.")


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Envoy Arrives in Washington | Wang Yi arrives in the United States to take up his post.", "Washington"),
        ("Envoy Arrives in Washington | Wang Yi arrives in New York to take up his post.", "New York"),
        ("Envoy Arrives in Lausanne | Wang Yi arrives in the United States to take up his post.", "United States"),
    ],
)
def test_the_title_says_where_in_a_state(coded: Coded, printed: str, place: str) -> None:
    assert [venue.name for venue in coded(printed).venues] == [place]


def test_words_of_a_title_are_no_names(coded: Coded) -> None:
    event = coded("Wang and Abe Meet at Last | Wang Yi meets Abe Shinzo in Beijing.")
    assert {a.name for a in event.actors if a.kind is ActorKind.PERSON} == {"Wang Yi", "Abe Shinzo"}


# Printed without a verb; type, venues, who takes part.
NOMINAL = [
    ("State visit to Thailand and Laos by Wang Yi", EventType.VISIT, ["Thailand", "Laos"], {"Wang Yi"}),
    ("Second round of fishery talks, Beijing.", EventType.MEETING, ["Beijing"], set()),
    ("First ministers' meeting, London, attended by Wang Yi", EventType.MEETING, ["London"], {"Wang Yi"}),
    ("Speech by Wang Yi proposing regular top-level talks", EventType.STATEMENT, [], {"Wang Yi"}),
    ("Conclusion of the negotiations on a fishery agreement", EventType.AGREEMENT, [], set()),
    ("Visit of Wang Yi to Phnom Penh; address to parliament", EventType.VISIT, ["Phnom Penh"], {"Wang Yi"}),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "kind", "places", "who"), NOMINAL)
def test_without_a_verb(coded: Coded, printed: str, kind: EventType, places: list[str], who: set[str]) -> None:
    event = coded(printed)
    assert (event.type, [venue.name for venue in event.venues], people(event)) == (kind, places, who)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("President Obama calls Wang Yi.", EventType.MEETING),
        ("President Obama calls Wang Yi after the launch.", EventType.MEETING),
        ("President Obama calls Wang Yi a friend.", EventType.STATEMENT),
    ],
)
def test_to_call_somebody_and_to_call_him_something(coded: Coded, printed: str, kind: EventType) -> None:
    assert coded(printed).type is kind
