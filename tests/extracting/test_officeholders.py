"""Offices without a name: who held them on the day, and where nobody follows."""

import pytest
from coder import code, code_all, names, of_kind, persons, taking_part

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind

ALONE: list[tuple[str, str, list[str]]] = [
    ("The Chinese president flies home.", "2002-05-01", ["Jiang Zemin"]),
    ("The Chinese president flies home.", "2004-05-01", ["Hu Jintao"]),
    ("The Chinese president flies home.", "2014-05-01", ["Xi Jinping"]),
    ("The president of Russia flies home.", "2009-05-01", ["Dmitry Medvedev"]),
    ("Russia's president flies home.", "2009-05-01", ["Dmitry Medvedev"]),
    ("The Japanese foreign minister flies home.", "2003-05-01", ["Kawaguchi Yoriko"]),
    ("Japan's prime minister flies home.", "2010-08-01", ["Kan Naoto"]),
    ("The ROK defense minister flies home.", "2011-08-01", ["Kim Kwan-jin"]),
    ("The US secretary of state flies home.", "2003-08-01", ["Colin Powell"]),
    ("The Indian prime minister flies home.", "2005-08-01", ["Manmohan Singh"]),
    ("The North Korean leader flies home.", "2005-08-01", ["Kim Jong Il"]),
    ("The North Korean leader flies home.", "2015-08-01", ["Kim Jong Un"]),
    ("The Philippines' president flies home.", "2012-08-01", ["Benigno Aquino III"]),
    ("Laos’ president flies home.", "2012-08-01", ["Choummaly Sayasone"]),
    ("Australia's prime minister flies home.", "2005-08-01", ["John Howard"]),
]


@pytest.mark.parametrize(("text", "on", "who"), ALONE, ids=[f"{c[0]} {c[1]}" for c in ALONE])
def test_the_holder_follows_from_state_and_day(text: str, on: str, who: list[str], shipped: Gazetteer) -> None:
    event = code(shipped, text, on)
    assert names(event) == who
    assert [p.inferred for p in persons(event)] == [True]


@pytest.mark.parametrize(
    ("on", "who"),
    [
        ("2001-01-19", "Bill Clinton"),
        ("2001-01-21", "George W. Bush"),
        ("2009-01-19", "George W. Bush"),
        ("2009-01-21", "Barack Obama"),
        ("2017-01-19", "Barack Obama"),
        ("2017-01-21", "Donald Trump"),
    ],
)
def test_before_and_after_a_succession(on: str, who: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, "The US president gives an interview.", on)) == [who]


@pytest.mark.parametrize(
    ("text", "on", "who"),
    [
        ("The Russian prime minister flies home.", "2019-12-31", "Dmitry Medvedev"),
        ("The Russian prime minister flies home.", "2020-01-20", "Mikhail Mishustin"),
        ("The South Korean president flies home.", "2003-02-24", "Kim Dae-jung"),
        ("The South Korean president flies home.", "2003-02-26", "Roh Moo-hyun"),
        ("The Japanese prime minister flies home.", "2006-09-25", "Koizumi Junichiro"),
        ("The Japanese prime minister flies home.", "2006-09-27", "Abe Shinzo"),
    ],
)
def test_the_last_days_belong_to_who_leaves(text: str, on: str, who: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, text, on)) == [who]


PLURAL: list[tuple[str, str, str | None, list[str]]] = [
    ("Chinese and Russian presidents trade greetings.", "2011-06-16", None, ["Hu Jintao", "Dmitry Medvedev"]),
    ("Presidents of China and Russia trade greetings.", "2011-06-16", None, ["Hu Jintao", "Dmitry Medvedev"]),
    ("The presidents of China and Russia trade greetings.", "2011-06-16", None, ["Hu Jintao", "Dmitry Medvedev"]),
    (
        "Chinese and Russian presidents and prime ministers trade greetings.",
        "2019-12-31",
        None,
        ["Xi Jinping", "Li Keqiang", "Vladimir Putin", "Dmitry Medvedev"],
    ),
    (
        "Chinese, Japanese and South Korean foreign ministers meet.",
        "2015-03-21",
        None,
        ["Wang Yi", "Kishida Fumio", "Yun Byung-se"],
    ),
    (
        "Foreign ministers of China, Japan and South Korea meet.",
        "2015-03-21",
        None,
        ["Wang Yi", "Kishida Fumio", "Yun Byung-se"],
    ),
    ("The Japanese and South Korean leaders meet.", "2011-12-18", None, ["Noda Yoshihiko", "Lee Myung-bak"]),
    (
        "US and Japanese defense and foreign ministers meet.",
        "2013-10-03",
        None,
        ["Chuck Hagel", "John Kerry", "Onodera Itsunori", "Kishida Fumio"],
    ),
    ("The two foreign ministers meet.", "2011-06-16", "Japan - China", ["Matsumoto Takeaki", "Yang Jiechi"]),
    ("Foreign ministers of the two Koreas meet.", "2008-07-24", None, ["Yu Myung-hwan", "Pak Ui Chun"]),
    ("The two Koreas’ defense ministers meet.", "2007-11-27", None, ["Kim Jang-soo", "Kim Il Chol"]),
    (
        "Foreign ministers of China, Japan and the two Koreas meet.",
        "2008-07-24",
        None,
        ["Yang Jiechi", "Komura Masahiko", "Yu Myung-hwan", "Pak Ui Chun"],
    ),
    ("The two presidents meet.", "2011-06-16", "China - Russia", ["Hu Jintao", "Dmitry Medvedev"]),
]


@pytest.mark.parametrize(("text", "on", "relation", "who"), PLURAL, ids=[c[0] for c in PLURAL])
def test_plural_offices_of_states_named(
    text: str, on: str, relation: str | None, who: list[str], shipped: Gazetteer
) -> None:
    event = code(shipped, text, on, relation)
    assert sorted(names(event)) == sorted(who)
    assert all(p.inferred for p in persons(event))


@pytest.mark.parametrize(
    "text",
    ["SCO foreign ministers meet.", "BRICS leaders meet.", "ASEAN defense ministers meet.", "G20 leaders meet."],
)
def test_plural_offices_of_a_body_bring_nobody(text: str, shipped: Gazetteer) -> None:
    event = code(shipped, text, "2015-07-09")
    assert names(event) == []
    assert len(of_kind(event, ActorKind.ORGANIZATION)) == 1


@pytest.mark.parametrize(
    ("text", "on", "who"),
    [
        (
            "Foreign Minister Yang Jiechi meets his Russian counterpart.",
            "2011-05-06",
            ["Yang Jiechi", "Sergey Lavrov"],
        ),
        ("President Hu Jintao phones his Russian counterpart.", "2010-05-06", ["Hu Jintao", "Dmitry Medvedev"]),
        ("Hu Jintao phones his US counterpart.", "2010-05-06", ["Hu Jintao", "Barack Obama"]),
        (
            "Foreign Minister Yang Jiechi meets his counterparts from Russia and India.",
            "2010-11-15",
            ["Yang Jiechi", "Sergey Lavrov", "S.M. Krishna"],
        ),
        (
            "Defense Secretary Robert Gates meets his Chinese counterpart.",
            "2010-10-11",
            ["Robert Gates", "Liang Guanglie"],
        ),
    ],
)
def test_a_counterpart_holds_the_like_office(text: str, on: str, who: list[str], shipped: Gazetteer) -> None:
    event = code(shipped, text, on)
    assert names(event) == who
    assert [p.inferred for p in persons(event)] == [False] + [True] * (len(who) - 1)


def test_an_office_above_is_no_office_of_the_next_entry(shipped: Gazetteer) -> None:
    printed = ["Foreign Minister Yang Jiechi meets reporters.", "President Hu Jintao phones his Russian counterpart."]
    assert names(code_all(shipped, printed, "2010-05-06")[1]) == ["Hu Jintao", "Dmitry Medvedev"]


UNKNOWN: list[tuple[str, str]] = [
    # Offices of which no table tells the holder, and states that have no such tables.
    ("The Lao fisheries minister flies home.", "LA"),
    ("A Chinese vice minister flies home.", "CN"),
    ("Chinese officials fly home.", "CN"),
    ("Russian ambassadors fly home.", "RU"),
    ("Several Japanese ministers fly home.", "JP"),
]


@pytest.mark.parametrize(("text", "code_of_state"), UNKNOWN)
def test_without_a_holder_the_state_stands(text: str, code_of_state: str, shipped: Gazetteer) -> None:
    event = code(shipped, text, "2011-05-06")
    assert names(event) == []
    assert taking_part(event) == {code_of_state}


@pytest.mark.parametrize(
    "text",
    [
        "The former prime minister of Japan flies home.",
        "A mayor calls on the next U.S. president to come.",
        "The president of Japan flies home.",
        "A newspaper reports that the president of Japan Blumen Consultants is ill.",
        "Japanese and Thai business leaders meet.",
        "Former Chinese foreign ministers fly home.",
        "The foreign minister of Atlantis flies home.",
        "Ministers fly home.",
    ],
)
def test_whom_nothing_tells_is_not_invented(text: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, text, "2011-05-06")) == []


def test_a_deputy_does_not_bear_the_office_of_the_head(shipped: Gazetteer) -> None:
    event = code(shipped, "Vice Chairman of Russian Security Council Dmitry Medvedev meets Xu Qiliang.", "2020-05-01")
    assert {p.name: p.office for p in persons(event)}["Dmitry Medvedev"] is None


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Rice meets Zorvan Besk, who once was South Korean foreign minister.", []),
        ("Rice meets Zorvan Besk, who had been South Korean foreign minister.", []),
        ("Rice meets Zorvan Besk, who praises the South Korean foreign minister.", ["Ban Ki-moon"]),
    ],
)
def test_who_holds_an_office_now_is_not_named_by_who_held_it(text: str, holders: list[str], shipped: Gazetteer) -> None:
    named = names(code(shipped, text, "2005-05-24", "US-Korea"))
    assert named == ["Condoleezza Rice", "Zorvan Besk", *holders]
