"""Whom a name means: by title, date, relation and what stands above it."""

import pytest
from coder import code, code_all, names, persons

from chronicle.extracting import Gazetteer

# --- one name, several people

DATED: list[tuple[str, str, str | None, str]] = [
    # printed, day, relation, who
    ("President Bush meets advisers.", "1991-07-17", "US - China", "George H.W. Bush"),
    ("President Bush meets advisers.", "2001-07-17", "US - China", "George W. Bush"),
    ("Bush meets advisers.", "2005-07-17", "US - China", "George W. Bush"),
    ("President Clinton meets advisers.", "1999-09-11", "US - China", "Bill Clinton"),
    ("Secretary Clinton meets advisers.", "2010-09-11", "US - China", "Hillary Clinton"),
    ("Secretary of State Clinton meets advisers.", "2010-09-11", "US - China", "Hillary Clinton"),
    ("President Roh meets advisers.", "2005-05-01", "US - Korea", "Roh Moo-hyun"),
    ("President Kim meets advisers.", "2000-05-01", "Japan - South Korea", "Kim Dae-jung"),
    ("President Lee meets advisers.", "2009-05-01", "US - Korea", "Lee Myung-bak"),
    ("President Lee meets advisers.", "1999-05-01", "China - Taiwan", "Lee Teng-hui"),
    ("President Park meets advisers.", "2014-05-01", "US - Korea", "Park Geun-hye"),
    ("Prime Minister Abe meets advisers.", "2007-05-01", "US - Japan", "Abe Shinzo"),
    ("Prime Minister Fukuda meets advisers.", "2008-05-01", "US - Japan", "Fukuda Yasuo"),
    ("Foreign Minister Tang meets advisers.", "2001-05-01", "US - China", "Tang Jiaxuan"),
    ("Foreign Minister Li meets advisers.", "2005-05-01", "US - China", "Li Zhaoxing"),
    ("Premier Li meets advisers.", "2015-05-01", "US - China", "Li Keqiang"),
    ("Premier Zhu meets advisers.", "2001-05-01", "US - China", "Zhu Rongji"),
    ("Prime Minister Lee meets advisers.", "2015-05-01", "US - Southeast Asia", "Lee Hsien Loong"),
    ("Prime Minister Singh meets advisers.", "2009-05-01", "US - India", "Manmohan Singh"),
    ("Defense Minister Singh meets advisers.", "2020-08-01", "India - East Asia", "Rajnath Singh"),
]


@pytest.mark.parametrize(("text", "on", "relation", "who"), DATED, ids=[f"{c[0]} {c[1]} {c[2]}" for c in DATED])
def test_a_surname_means_who_bore_it_then(
    text: str, on: str, relation: str | None, who: str, shipped: Gazetteer
) -> None:
    assert names(code(shipped, text, on, relation)) == [who]


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        (
            "Prime Minister Manmohan Singh and External Affairs Minister Natwar Singh confer; Manmohan Singh leaves.",
            "2005-03-01",
            ["Manmohan Singh", "K. Natwar Singh"],
        ),
        ("Kim Jong Il receives Kim Dae-jung.", "2000-06-14", ["Kim Jong Il", "Kim Dae-jung"]),
        ("Kim Jong Un and Kim Yong Nam wave.", "2015-06-14", ["Kim Jong Un", "Kim Yong Nam"]),
        ("Wang Yi and Wang Qishan wave.", "2015-06-14", ["Wang Yi", "Wang Qishan"]),
    ],
)
def test_two_of_one_surname_in_one_entry(text: str, on: str, expected: list[str], shipped: Gazetteer) -> None:
    assert names(code(shipped, text, on)) == expected


def test_three_men_of_one_surname_in_one_document(shipped: Gazetteer) -> None:
    printed = [
        "Foreign Minister Wang Yi meets John Kerry.",
        "Wang tells Kerry that talks help.",
        "Vice Premier Wang Yang meets Jacob Lew.",
        "Discipline chief Wang Qishan meets Henry Kissinger.",
    ]
    events = code_all(shipped, printed, "2015-05-16", "US - China")
    assert [names(event)[0] for event in events] == ["Wang Yi", "Wang Yi", "Wang Yang", "Wang Qishan"]


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        (["Chinese Vice Minister Zhao Quxun speaks.", "Zhao tells reporters that talks help."], "Zhao Quxun"),
        (["Chinese Vice Minister Zhao Quxun speaks.", "Vice Minister Zhao leaves."], "Zhao Quxun"),
        (["Lao Vice Minister Qworn Zablix speaks.", "Vice Minister Zablix leaves."], "Qworn Zablix"),
        (["Lao Vice Minister Qworn Zablix speaks.", "Vice Minister Qworn Zablix leaves."], "Qworn Zablix"),
        (["Gen. Quentin Zabriskie speaks.", "Gen. Zabriskie leaves."], "Quentin Zabriskie"),
    ],
)
def test_a_name_of_no_table_is_one_person_throughout(entries: list[str], name: str, shipped: Gazetteer) -> None:
    events = code_all(shipped, entries, "2012-05-16", "US - China")
    assert [names(event) for event in events] == [[name], [name]]


def test_within_an_entry_too(shipped: Gazetteer) -> None:
    event = code(shipped, "Assistant Secretary Quentin Zabriskie speaks. Zabriskie then leaves.", "2012-05-16")
    assert names(event) == ["Quentin Zabriskie"]


# --- spellings

SPELLINGS: list[tuple[str, str, str]] = [
    ("Sergei Viktorovich Lavrov speaks.", "2015-06-01", "Sergey Lavrov"),
    ("Aleksandr Losyukov speaks.", "2003-06-01", "Alexander Losyukov"),
    ("Mohamed ElBaradei speaks.", "2003-06-01", "Mohamed ElBaradei"),
    ("Mohammed El Baradei speaks.", "2003-06-01", "Mohamed ElBaradei"),
    ("Ichiro Ozawa speaks.", "2009-06-01", "Ozawa Ichiro"),
    ("Junichiro Koizumi speaks.", "2003-06-01", "Koizumi Junichiro"),
    ("Koizumi Jun'ichiro speaks.", "2003-06-01", "Koizumi Junichiro"),
    ("Kim Jong-il speaks.", "2003-06-01", "Kim Jong Il"),
    ("Kim Dae Jung speaks.", "2001-06-01", "Kim Dae-jung"),
    ("Roh Moo Hyun speaks.", "2003-06-01", "Roh Moo-hyun"),
    ("Chen Shui-Bian speaks.", "2003-06-01", "Chen Shui-bian"),
    ("Jokowi speaks.", "2015-06-01", "Joko Widodo"),
    ("Susilo Bambang Yudhoyono speaks.", "2009-06-01", "Susilo Bambang Yudhoyono"),
    ("Nguyễn Phú Trọng speaks.", "2015-06-01", "Nguyen Phu Trong"),
]


@pytest.mark.parametrize(("text", "on", "who"), SPELLINGS, ids=[c[0] for c in SPELLINGS])
def test_spellings_of_one_name(text: str, on: str, who: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, text, on)) == [who]


@pytest.mark.parametrize(
    ("text", "on", "who"),
    [
        ("Chinese Foreign Minister Yang Jiechu speaks.", "2010-06-01", "Yang Jiechi"),
        ("Russian Foreign Minister Sergey Lavrow speaks.", "2010-06-01", "Sergey Lavrov"),
        ("Japanese Prime Minister Koizumi Junichoro speaks.", "2003-06-01", "Koizumi Junichiro"),
    ],
)
def test_one_letter_wrong_where_office_and_date_leave_no_doubt(
    text: str, on: str, who: str, shipped: Gazetteer
) -> None:
    event = code(shipped, text, on)
    assert names(event) == [who]


@pytest.mark.parametrize(
    ("text", "on", "who"),
    [
        # Neither office nor date say so: another person.
        ("Chinese scholar Yang Jiechu speaks.", "2010-06-01", "Yang Jiechu"),
        ("Chinese Foreign Minister Yang Jiechu speaks.", "2001-06-01", "Yang Jiechu"),
        ("Lao Foreign Minister Sergey Lavrow speaks.", "2010-06-01", "Sergey Lavrow"),
    ],
)
def test_and_not_where_they_do(text: str, on: str, who: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, text, on)) == [who]


@pytest.mark.parametrize(
    ("text", "wikidata"),
    [("Sergei Lavrov speaks.", True), ("Deputy Foreign Minister Qworn Zablix of Laos speaks.", False)],
)
def test_only_a_known_person_has_a_wikidata_id(text: str, wikidata: bool, shipped: Gazetteer) -> None:
    [person] = persons(code(shipped, text, "2010-06-01"))
    assert bool(person.wikidata) == wikidata
    assert bool(person.key) == wikidata


# --- slips, told by more than the letters


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mao Zhaoxu (马朝旭) visits Moscow.", ["Ma Zhaoxu"]),
        ("Ma Zhaoxu (马朝旭) visits Moscow.", ["Ma Zhaoxu"]),
        ("Former Taiwanese President Lee Deng-hui visits Osaka.", ["Lee Teng-hui"]),
    ],
)
def test_a_letter_wrong_beside_the_own_script_or_a_former_office(text: str, who: list[str], shipped: Gazetteer) -> None:
    event = code(shipped, text, "2012-07-06")
    assert names(event) == who
    assert event.flags == (() if text.startswith("Ma ") else ("actor_slip",))


def test_another_name_in_brackets_is_another_person(shipped: Gazetteer) -> None:
    assert names(code(shipped, "Hu Zhengyue (马朝旭) visits Moscow.", "2012-07-06")) == ["Hu Zhengyue", "Ma Zhaoxu"]


# --- ambassadors without a title


def test_between_two_states_a_surname_means_the_ambassador(shipped: Gazetteer) -> None:
    assert names(code(shipped, "Denisov visits a school.", "2021-07-06", "China - Russia")) == ["Andrei Denisov"]
    assert names(code(shipped, "Denisov visits a school.", "2021-07-06", "US - Japan")) == []
