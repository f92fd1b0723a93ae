"""What a title tells of its bearer: the office, the state, the bodies; before a name or behind it."""

import pytest
from coder import code, names, of_kind, persons

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind

ON = "2011-05-24"

Titled = tuple[str, list[tuple[str, str | None, str | None]]]

# Printed; name, country and office of each person.
TITLES: dict[str, list[Titled]] = {
    "a state and an office": [
        ("Chinese Foreign Minister Yang Jiechi flies home.", [("Yang Jiechi", "CN", "Foreign Minister")]),
        ("China's Foreign Minister Yang Jiechi flies home.", [("Yang Jiechi", "CN", "Foreign Minister")]),
        ("US Secretary of State Hillary Clinton flies home.", [("Hillary Clinton", "US", "Secretary of State")]),
        ("U.S. Secretary of State Clinton flies home.", [("Hillary Clinton", "US", "Secretary of State")]),
        ("Russian FM Sergei Lavrov flies home.", [("Sergey Lavrov", "RU", "Foreign Minister")]),
        ("ROK Defense Minister Kim Kwan-jin flies home.", [("Kim Kwan-jin", "KR", "Defense Minister")]),
        ("Visiting Prime Minister Julia Gillard flies home.", [("Julia Gillard", "AU", "Prime Minister")]),
        ("Newly appointed Foreign Minister Matsumoto flies home.", [("Matsumoto Takeaki", "JP", "Foreign Minister")]),
    ],
    "of names that no table has": [
        ("Lao Deputy Foreign Minister Qworn Zablix flies home.", [("Qworn Zablix", "LA", "Deputy Foreign Minister")]),
        ("Lao Vice Minister Qworn Zablix flies home.", [("Qworn Zablix", "LA", "Vice Minister")]),
        ("Thailand's Finance Minister Qworn Zablix flies home.", [("Qworn Zablix", "TH", "Finance Minister")]),
    ],
    "a complement": [
        ("President of Mongolia Tsakhia Elbegdorj flies home.", [("Tsakhiagiin Elbegdorj", "MN", "President")]),
        ("US Ambassador to Japan John Roos flies home.", [("John Roos", "US", "Ambassador")]),
        ("US Ambassador John Roos flies home.", [("John Roos", "US", "Ambassador")]),
        ("Chinese Ambassador to South Korea Zhang Xinsen flies home.", [("Zhang Xinsen", "CN", "Ambassador")]),
        ("Minister for Foreign Affairs Kevin Rudd flies home.", [("Kevin Rudd", "AU", "Foreign Minister")]),
    ],
    "secretaries called no more than that": [
        ("Deputy Secretary Steinberg flies home.", [("James Steinberg", "US", "Deputy Secretary of State")]),
        ("Under Secretary Flournoy flies home.", [("Michele Flournoy", "US", "Under Secretary of Defense")]),
        ("Undersecretary Flournoy flies home.", [("Michele Flournoy", "US", "Under Secretary of Defense")]),
        ("Assistant Secretary Campbell flies home.", [("Kurt Campbell", "US", "Assistant Secretary of State")]),
    ],
    "behind the name": [
        ("Yang Jiechi, foreign minister of China, flies home.", [("Yang Jiechi", "CN", "Foreign Minister")]),
        ("Yang Jiechi, China's foreign minister, flies home.", [("Yang Jiechi", "CN", "Foreign Minister")]),
        ("John Roos, US ambassador to Japan, flies home.", [("John Roos", "US", "Ambassador")]),
    ],
    "one title for several": [
        (
            "Presidents Hu Jintao and Dmitry Medvedev shake hands.",
            [("Hu Jintao", "CN", "President"), ("Dmitry Medvedev", "RU", "President")],
        ),
        (
            "Chinese and Russian Presidents Hu Jintao and Dmitry Medvedev shake hands.",
            [("Hu Jintao", "CN", "President"), ("Dmitry Medvedev", "RU", "President")],
        ),
        (
            "Foreign Ministers Yang Jiechi, Kim Sung-hwan and Matsumoto Takeaki shake hands.",
            [
                ("Yang Jiechi", "CN", "Foreign Minister"),
                ("Kim Sung-hwan", "KR", "Foreign Minister"),
                ("Matsumoto Takeaki", "JP", "Foreign Minister"),
            ],
        ),
        (
            "Sens. John McCain and Joe Lieberman fly home.",
            [("John McCain", "US", "Senator"), ("Joseph Lieberman", "US", "Senator")],
        ),
    ],
    "two titles of one person": [
        ("President and General Secretary Hu Jintao flies home.", [("Hu Jintao", "CN", "President")]),
    ],
    "two people after another": [
        (
            "Secretary of State Hillary Clinton and Defense Secretary Robert Gates fly home.",
            [("Hillary Clinton", "US", "Secretary of State"), ("Robert Gates", "US", "Secretary of Defense")],
        ),
        (
            "Premier Wen Jiabao meets Indian Prime Minister Manmohan Singh.",
            [("Wen Jiabao", "CN", "Premier"), ("Manmohan Singh", "IN", "Prime Minister")],
        ),
    ],
    "counterparts named": [
        (
            "Foreign Minister Yang Jiechi meets his Russian counterpart Sergei Lavrov.",
            [("Yang Jiechi", "CN", "Foreign Minister"), ("Sergey Lavrov", "RU", "Foreign Minister")],
        ),
        (
            "Foreign Minister Yang Jiechi meets his Lao counterpart Qworn Zablix.",
            [("Yang Jiechi", "CN", "Foreign Minister"), ("Qworn Zablix", "LA", "Foreign Minister")],
        ),
    ],
    "former offices": [
        ("Former President Jimmy Carter flies home.", [("Jimmy Carter", "US", "Former President")]),
        ("Former Japanese Prime Minister Fukuda Yasuo flies home.", [("Fukuda Yasuo", "JP", "Former Prime Minister")]),
        ("President-elect Qworn Zablix flies home.", [("Qworn Zablix", None, "President-elect")]),
    ],
    "the office of whom somebody is kin to": [
        ("Qworn Zablix, daughter of the US president, flies home.", [("Qworn Zablix", "US", None)]),
        ("Qworn Zablix, aide of the Chinese premier, flies home.", [("Qworn Zablix", "CN", None)]),
    ],
    "a counterpart whose office has another name": [
        (
            "Secretary of Defense Robert Gates meets his Chinese counterpart Liang Guanglie.",
            [("Robert Gates", "US", "Secretary of Defense"), ("Liang Guanglie", "CN", "Defense Minister")],
        ),
    ],
    "a secretary of no named department": [
        ("Secretary Clinton flies home.", [("Hillary Clinton", "US", "Secretary of State")]),
    ],
    "a verb between a state and a title": [
        (
            "Floods in Thailand cause Foreign Minister Qworn Zablix to fly home.",
            [("Qworn Zablix", None, "Foreign Minister")],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*c, id=c[0]) for cases in TITLES.values() for c in cases])
def test_what_a_title_tells(text: str, expected: list[tuple[str, str | None, str | None]], shipped: Gazetteer) -> None:
    assert [(p.name, p.country, p.office) for p in persons(code(shipped, text, ON))] == expected


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("SCO Secretary-General Qworn Zablix flies home.", ["Shanghai Cooperation Organization"]),
        ("PLA Deputy Chief of the General Staff Ma Xiaotian flies home.", ["People's Liberation Army"]),
        ("Yegor Zablikov, head of the Russian Helicopters holding, flies home.", ["Russian Helicopters"]),
        ("President Hu Jintao flies home.", []),
    ],
)
def test_bodies_that_a_title_names(text: str, bodies: list[str], shipped: Gazetteer) -> None:
    event = code(shipped, text, ON)
    assert len(persons(event)) == 1
    assert names(event, ActorKind.ORGANIZATION) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "President Hu Jintao flies home.",
        "The Chinese president, Hu Jintao, flies home.",
        "Hu Jintao flies home.",
    ],
)
def test_a_titled_person_brings_no_state_of_its_own(text: str, shipped: Gazetteer) -> None:
    assert of_kind(code(shipped, text, ON), ActorKind.STATE) == []
