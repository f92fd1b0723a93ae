"""Organizations: of the tables, a state's by its function, and those that only the print has."""

import pytest
from coder import code, code_all, of_kind

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind, Event

ON = "2011-05-24"


def bodies(event: Event) -> list[tuple[str, str | None]]:
    return [(body.name, body.country) for body in of_kind(event, ActorKind.ORGANIZATION)]


BODIES: dict[str, list[tuple[str, list[tuple[str, str | None]]]]] = {
    "seated in a capital": [
        ("The Foreign Ministry in Hanoi denies it.", [("Ministry of Foreign Affairs of Vietnam", "VN")]),
    ],
    "with a noun shared": [
        (
            "The Treasury and State Departments deny it.",
            [("US Department of the Treasury", "US"), ("US Department of State", "US")],
        ),
    ],
    "units by their number": [("The 9th Infantry Regiment holds a drill.", [("9th Infantry Regiment", None)])],
    "world bodies, by name or acronym": [
        ("The SCO admits a member.", [("Shanghai Cooperation Organization", None)]),
        ("The Shanghai Cooperation Organisation admits a member.", [("Shanghai Cooperation Organization", None)]),
        ("The International Atomic Energy Agency (IAEA) reports.", [("International Atomic Energy Agency", None)]),
        ("The U.N. Security Council votes.", [("United Nations Security Council", None)]),
        ("ASEAN invites an observer.", [("Association of Southeast Asian Nations", None)]),
        ("The European Union lifts a ban.", [("European Union", None)]),
    ],
    "a state's ministry, by its function": [
        ("The Chinese Foreign Ministry denies it.", [("Ministry of Foreign Affairs of China", "CN")]),
        ("China's Ministry of Foreign Affairs denies it.", [("Ministry of Foreign Affairs of China", "CN")]),
        ("Russia's Defense Ministry denies it.", [("Ministry of Defense of Russia", "RU")]),
        ("The Japanese Ministry of Finance denies it.", [("Ministry of Finance of Japan", "JP")]),
    ],
    "services and parliaments": [
        ("The PLA denies it.", [("People's Liberation Army", "CN")]),
        ("The US Senate votes.", [("US Senate", "US")]),
        ("The State Duma votes.", [("State Duma", "RU")]),
        ("The National People's Congress votes.", [("National People's Congress", "CN")]),
    ],
    "parties, firms and media": [
        ("The Kuomintang elects a leader.", [("Kuomintang", "TW")]),
        ("The KMT elects a leader.", [("Kuomintang", "TW")]),
        ("Gazprom opens an office.", [("Gazprom", "RU")]),
        ("Xinhua reports a flood.", [("Xinhua News Agency", "CN")]),
        ("The New York Times reports a flood.", [("New York Times", "US")]),
    ],
    "that only the print has, by a word for a body": [
        ("The Quxun Steel Corporation closes.", [("Quxun Steel Corporation", None)]),
        ("The Zablix Institute publishes a study.", [("Zablix Institute", None)]),
        ("The World Organization for Qworn Health publishes a study.", [("World Organization for Qworn Health", None)]),
    ],
    "a longer name that differs is a body of its own": [
        ("The Fukuoka District Court rules.", [("Fukuoka District Court", "JP")]),
        ("The Seoul High Court rules.", [("Seoul High Court", "KR")]),
        (
            "The Quxun Association of Kaesong Industrial Complex asks for help.",
            [("Quxun Association of Kaesong Industrial Complex", "KP")],
        ),
    ],
    "with a comma in its name": [
        (
            "The Ministry of Economy, Trade and Industry denies it.",
            [("Ministry of Economy, Trade and Industry", "JP")],
        ),
    ],
    "of several states at once": [
        (
            "The US and South Korean defense ministries deny it.",
            [("US Department of Defense", "US"), ("Ministry of National Defense of South Korea", "KR")],
        ),
        (
            "The foreign ministries of China and Russia deny it.",
            [("Ministry of Foreign Affairs of China", "CN"), ("Ministry of Foreign Affairs of Russia", "RU")],
        ),
    ],
    "whose own name is a plural": [
        (
            "The International Federation of Red Cross and Red Crescent Societies appeals for help.",
            [("International Federation of Red Cross and Red Crescent Societies", None)],
        ),
    ],
    "of the state named right before": [
        ("Hillary Clinton tells Congress that talks help.", [("US Congress", "US")]),
    ],
    "only as a setting": [
        ("Hu Jintao meets Obama on the sidelines of the G20 summit.", [("G20", None)]),
        ("Hu Jintao meets Obama at the APEC summit.", [("Asia-Pacific Economic Cooperation", None)]),
    ],
    "organs of a party": [
        ("The CCP Politburo meets.", [("CCP Politburo", "CN")]),
        ("The Standing Committee of the Politburo meets.", [("Politburo Standing Committee", "CN")]),
        ("The Vietnamese Politburo meets.", [("CPV Politburo", "VN")]),
        ("The Central Committee of the Chinese Communist Party meets.", [("CCP Central Committee", "CN")]),
        ("The International Liaison Department denies it.", [("CCP International Department", "CN")]),
    ],
    "further names of ministries and others": [
        ("The MHLW denies it.", [("Ministry of Health, Labor and Welfare", "JP")]),
        ("The Health, Labour and Welfare Ministry denies it.", [("Ministry of Health, Labor and Welfare", "JP")]),
        ("Qinghua expels two students.", [("Tsinghua University", "CN")]),
        ("The Blue House National Security Office denies it.", [("National Security Office", "KR")]),
        ("South Korea's Joint Chiefs of Staff deny it.", [("ROK Joint Chiefs of Staff", "KR")]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*c, id=c[0]) for rows in BODIES.values() for c in rows])
def test_which_body_is_named(text: str, expected: list[tuple[str, str | None]], shipped: Gazetteer) -> None:
    assert bodies(code(shipped, text, ON)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Eastern Economic Forum opens.",
        "Maritime Cooperation 2021 begins.",
        "The Shangri-La Dialogue opens.",
        "The Six-Party Talks resume.",
        "Hu Jintao attends the Boao Forum.",
        "The Anti-Secession Law is passed.",
        "The Treaty of Amity is signed.",
        "A committee meets.",
        "Officials meet.",
        "Chinese and Russian forces meet.",
        "China's armed forces grow.",
        "An Antonov-124 lands.",
        "Parliament debates the Coast Guard Law.",
    ],
)
def test_what_is_no_body(text: str, shipped: Gazetteer) -> None:
    assert bodies(code(shipped, text, ON)) == []


def test_a_sub_group_of_a_title_is_left_out(shipped: Gazetteer) -> None:
    event = code(shipped, "Qworn Zablix, head of the Zablikov Department, flies home.", ON)
    assert bodies(event) == []


ACRONYMS: list[tuple[list[str], str]] = [
    (["The Zablix Research Institute (ZRI) publishes a study.", "The ZRI closes."], "Zablix Research Institute"),
    (["The Quxun Fisheries Association (QFA) is founded.", "QFA closes."], "Quxun Fisheries Association"),
]


@pytest.mark.parametrize(("entries", "name"), ACRONYMS)
def test_an_acronym_given_once_stands_for_its_body_below(entries: list[str], name: str, shipped: Gazetteer) -> None:
    assert [[body for body, _ in bodies(event)] for event in code_all(shipped, entries, ON)] == [[name], [name]]


@pytest.mark.parametrize("text", ["The ZRI closes.", "The QFA closes."])
def test_one_that_was_never_given_is_no_body(text: str, shipped: Gazetteer) -> None:
    assert bodies(code(shipped, text, ON)) == []


def test_a_bare_ministry_is_that_of_whom_the_entry_names(shipped: Gazetteer) -> None:
    event = code(shipped, "Yang Jiechi leaves Beijing, the Foreign Ministry says.", ON, "China - Russia")
    assert bodies(event) == [("Ministry of Foreign Affairs of China", "CN")]


def test_or_that_of_the_one_side_that_has_such_a_body(shipped: Gazetteer) -> None:
    assert bodies(code(shipped, "The State Department objects.", ON, "US - China")) == [
        ("US Department of State", "US")
    ]


def test_a_slip_in_an_acronym_that_the_chronology_uses(shipped: Gazetteer) -> None:
    printed = ["The SCO meets.", "The SCO votes.", "The SCO adjourns.", "The SEO meets again."]
    events = code_all(shipped, printed, ON, "China - Russia")
    assert bodies(events[-1]) == [("Shanghai Cooperation Organization", None)]
    assert events[-1].flags == ("actor_slip",)


@pytest.mark.parametrize(
    "text",
    [
        "The Shanghai Coperation Organization meets.",
        "Iran joins the Commonwealth of Independent Statess.",
        "A summit of the Commonweath of Independent States opens.",
    ],
)
def test_a_letter_wrong_in_the_long_name_of_a_world_body(text: str, shipped: Gazetteer) -> None:
    event = code(shipped, text, ON)
    named = {"Shanghai Cooperation Organization", "Commonwealth of Independent States"}
    assert [name for name, _ in bodies(event) if name in named] != []
    assert event.flags == ("actor_slip",)
    assert "one letter wrong" in of_kind(event, ActorKind.ORGANIZATION)[-1].rule


def test_two_letters_wrong_are_another_name(shipped: Gazetteer) -> None:
    assert bodies(code(shipped, "The Shanghai Copperation Organizations meet.", ON)) == []


def test_is_none_where_it_does_not(shipped: Gazetteer) -> None:
    assert bodies(code(shipped, "The SEO meets again.", ON, "China - Russia")) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Hu Jintao meets Obama at the White House.", []),
        ("The White House objects.", ["White House"]),
        ("Envoys meet at the Japanese Embassy in Beijing.", []),
        ("Protesters storm the Chinese consulate in Jolo.", []),
        ("The Japanese Embassy in Beijing objects.", ["Japanese Embassy in Beijing"]),
        ("The embassy in Beijing objects.", []),
    ],
)
def test_a_building_is_a_place_when_something_happens_in_it(text: str, listed: list[str], shipped: Gazetteer) -> None:
    assert [name for name, _ in bodies(code(shipped, text, ON))] == listed


def test_a_bare_ministry_is_not_that_of_a_state_talked_about(shipped: Gazetteer) -> None:
    event = code(shipped, "Asked about Iraq, the Foreign Ministry objects.", ON, "Japan - China")
    assert ("Ministry of Foreign Affairs of Iraq", "IQ") not in bodies(event)


@pytest.mark.parametrize("text", ["An Airbus of Dragonair lands.", "A Boeing 747 of Dragonair lands."])
def test_what_a_company_makes_is_not_the_company(text: str, shipped: Gazetteer) -> None:
    assert [name for name, _ in bodies(code(shipped, text, ON))] == ["Dragonair"]


def test_a_ship_is_no_firm(shipped: Gazetteer) -> None:
    assert bodies(code(shipped, "The aircraft carrier Liaoning crosses the strait.", ON)) == []
