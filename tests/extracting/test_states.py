"""Which states take part: by name, adjective, capital or their people, and not as a place or a topic."""

import pytest
from coder import code, taking_part

from chronicle.extracting import Gazetteer, code_document
from chronicle.model import Citation, Document, Entry, EventDate, Location, Precision, Section

ON = "2011-05-24"

STATES: dict[str, list[tuple[str, set[str]]]] = {
    "a name as subject or partner": [
        ("China protests.", {"CN"}),
        ("China and Russia sign a treaty.", {"CN", "RU"}),
        ("China signs a treaty with Russia.", {"CN", "RU"}),
        ("North Korea fires a missile.", {"KP"}),
        ("South and North Korea issue a communique.", {"KP", "KR"}),
        ("South and North Korean patrol boats trade fire.", {"KP", "KR"}),
        ("The DPRK fires a missile.", {"KP"}),
        ("The ROK and the US hold a drill.", {"KR", "US"}),
        ("South Korea, Japan and the United States hold a drill.", {"KR", "JP", "US"}),
    ],
    "the state of the law by which somebody is held": [
        ("Four students are detained in Hanoi.", {"VN"}),
        ("Three lawmakers are refused entry at Gimpo Airport.", {"KR"}),
        ("Four students are detained by the Hanoi police in Beijing.", {"VN"}),
    ],
    "a capital that stands for its state": [
        ("Beijing protests.", {"CN"}),
        ("Tokyo and Seoul sign an accord.", {"JP", "KR"}),
        ("Seoul asks Washington for an answer.", {"KR"}),
    ],
    "an adjective before those who act for a state": [
        ("Chinese and Russian navies hold a drill.", {"CN", "RU"}),
        ("Japanese officials meet Chinese officials.", {"JP", "CN"}),
        ("Indian troops cross the line.", {"IN"}),
        ("A Chinese delegation flies home.", {"CN"}),
        ("Chinese warships cross the line.", {"CN"}),
    ],
    "through people and bodies": [
        ("Hu Jintao meets Manmohan Singh.", {"CN", "IN"}),
        ("Gazprom signs a contract with CNPC.", {"RU", "CN"}),
        ("The US Senate votes.", {"US"}),
        ("The SCO admits a member.", set()),
    ],
    "in a row, behind `while`, and as senders": [
        (
            "Russia holds a drill while Uzbekistan, India and Pakistan take part with observers.",
            {"RU", "UZ", "IN", "PK"},
        ),
        ("Messages of congratulation go out from China and Russia to the forum.", {"CN", "RU"}),
    ],
    "metonyms": [
        ("The Kremlin protests.", {"RU"}),
        ("The Blue House protests.", {"KR"}),
        ("The Pentagon protests.", {"US"}),
    ],
    "a place is no partner": [
        ("Hu Jintao speaks in Japan.", {"CN"}),
        ("Hu Jintao arrives in Tokyo.", {"CN"}),
        ("Hu Jintao visits Japan.", {"CN"}),
        ("Wen Jiabao and Lee Myung-bak meet in Tokyo.", {"CN", "KR"}),
        ("A Korean restaurant burns down in Beijing.", set()),
    ],
    "a topic is no partner": [
        ("Hu Jintao talks about North Korea.", {"CN"}),
        ("Hu Jintao and Obama discuss Iran.", {"CN", "US"}),
        ("Hu Jintao and Obama discuss the nuclear issue of Iran.", {"CN", "US"}),
        ("Hu Jintao criticizes arms sales to Taiwan.", {"CN"}),
        ("The UN adopts a resolution on North Korea.", set()),
        ("Xinhua publishes a study of Japan.", {"CN"}),
    ],
    "the target of a criticism or demand is none": [
        ("China criticizes Japan.", {"CN"}),
        ("China demands an apology from Japan.", {"CN"}),
        ("China calls on North Korea to return to talks.", {"CN"}),
        ("Washington warns Pyongyang.", {"US"}),
    ],
    "but who is told it to the face is": [
        ("Hu Jintao tells Obama that China needs time.", {"CN", "US"}),
        ("China summons the Japanese ambassador.", {"CN", "JP"}),
    ],
    "who is struck, and whose court or police it is": [
        ("A Chinese captain stabs two South Korean officers.", {"CN", "KR"}),
        ("Chinese patrol boats stop the BRP Qworn.", {"CN", "PH"}),
        ("A court in Denpasar jails a bomber.", {"ID"}),
        ("Police in Okinawa arrest a smuggler.", {"JP"}),
        ("The tribunal in The Hague rules on reefs.", set()),
    ],
    "behind a relative clause, and of a number": [
        ("Hu Jintao condemns the missile that flew past and speaks with Obama by telephone.", {"CN", "US"}),
        ("At least ten Indian soldiers die in a clash with Chinese troops.", {"IN", "CN"}),
    ],
    "by the prefix of a ship": [
        ("INS Qworn and USS Kitty Hawk hold a drill.", {"IN", "US"}),
        ("The frigate RSS Qworn joins the drill.", {"SG"}),
    ],
    "who only stays away or objects later is none": [
        ("India and China hold talks. Russia declines to come.", {"IN", "CN"}),
        ("China and Russia hold talks. Japan protests the next day.", {"CN", "RU"}),
    ],
    "names within other names": [
        ("The South China Sea is calm.", set()),
        ("The Sea of Japan is calm.", set()),
        ("The China Daily is sold.", {"CN"}),
        ("The Russian Helicopters holding opens an office.", {"RU"}),
    ],
}


@pytest.mark.parametrize(("text", "states"), [pytest.param(*c, id=c[0]) for rows in STATES.values() for c in rows])
def test_which_states_take_part(text: str, states: set[str], shipped: Gazetteer) -> None:
    assert taking_part(code(shipped, text, ON)) == states


@pytest.mark.parametrize(
    ("relation", "states"),
    [("North Korea - South Korea", {"KP", "KR"}), ("NORTH KOREA-SOUTH KOREA RELATIONS", {"KP", "KR"})],
)
def test_short_names_in_a_chronology_of_both(relation: str, states: set[str], shipped: Gazetteer) -> None:
    assert taking_part(code(shipped, "The North and the South hold talks.", ON, relation)) == states


def test_and_in_no_other(shipped: Gazetteer) -> None:
    assert taking_part(code(shipped, "The North and the South hold talks.", ON, "US - China")) == set()


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Generals from the two sides meet.", {"IN", "CN"}),
        ("The two countries hold talks.", {"IN", "CN"}),
        ("Obama meets officials of both governments.", {"US"}),
        ("Russia urges the two sides to talk.", {"RU"}),
    ],
)
def test_both_sides_are_those_of_the_chronology(text: str, states: set[str], shipped: Gazetteer) -> None:
    assert taking_part(code(shipped, text, ON, "China - India")) == states


def test_a_side_of_two_states_that_share_a_name_is_the_one_that_is_named(shipped: Gazetteer) -> None:
    printed = "Envoys of the two governments meet to speak of abductions by North Korea."
    assert taking_part(code(shipped, printed, ON, "Japan-Korea Relations")) == {"JP", "KP"}


@pytest.mark.parametrize("title", ["Vietnam: from embargo to trade", "The United States and Vietnam: trade"])
def test_one_state_in_a_title_hides_no_other_side(shipped: Gazetteer, title: str) -> None:
    told = [
        "Envoys of the United States and Vietnam meet.",
        "US and Vietnam trade.",
        "The two countries sign a treaty.",
    ]
    day, nowhere = EventDate("1999", None, None, Precision.YEAR), Location(0, 0, line=1)
    entries = tuple(Entry(number, day, text, nowhere) for number, text in enumerate(told, 1))
    section = Section("Chronology", None, None, None, entries, nowhere)
    [events] = code_document(Document("issue.txt", "0", "", Citation(title), (section,)), shipped)
    assert {actor.country for actor in events[-1].actors} == {"US", "VN"}
