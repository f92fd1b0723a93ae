"""Which words are a person's name: known or unknown, in any script or order, and what only looks like one."""

import pytest
from coder import code, names, persons

from chronicle.extracting import Gazetteer

ON = "2016-05-24"

NAMED: dict[str, list[tuple[str, list[str]]]] = {
    "names of the tables, however printed": [
        ("Sergei Lavrov flies to Hanoi.", ["Sergey Lavrov"]),
        ("Sergey Lavrov flies to Hanoi.", ["Sergey Lavrov"]),
        ("Shinzo Abe flies to Hanoi.", ["Abe Shinzo"]),
        ("Abe Shinzo flies to Hanoi.", ["Abe Shinzo"]),
        ("ABE Shinzo flies to Hanoi.", ["Abe Shinzo"]),
        ("Kim Jong-un receives Choe Ryong Hae.", ["Kim Jong Un", "Choe Ryong Hae"]),
        ("Ban Ki Moon flies to Hanoi.", ["Ban Ki-moon"]),
    ],
    "names that head a company, and before a verb": [
        ("Tanada Kyoichi, president of Toyota, tells reporters that it stops.", ["Tanada Kyoichi"]),
        ("Avril Haines visits Seoul, calls on Moon Jae-in, and tours a base.", ["Avril Haines", "Moon Jae-in"]),
        ("Pvt. Kim Dong-min kills eight soldiers.", ["Kim Dong-min"]),
    ],
    "Japanese names in other spellings": [
        ("Genba Koichiro flies to Hanoi.", ["Gemba Koichiro"]),
        ("Ohno Yoshinori flies to Hanoi.", ["Ono Yoshinori"]),
    ],
    "names with a native script behind": [
        ("Wang Yi (王毅) flies to Hanoi.", ["Wang Yi"]),
        ("Foreign Minister Wang Yi (王毅) flies to Hanoi.", ["Wang Yi"]),
        ("Sergei Lavrov (Сергей Лавров) flies to Hanoi.", ["Sergey Lavrov"]),
    ],
    "names of no table, by their titles": [
        ("Chinese Vice Minister of Fisheries Zhao Quxun flies to Hanoi.", ["Zhao Quxun"]),
        ("Minister for Reconstruction Zorvan Jiro goes to Osaka.", ["Zorvan Jiro"]),
        ("Russian Deputy Minister Yegor Zablikov flies to Hanoi.", ["Yegor Zablikov"]),
        ("Senator Quentin Zabriskie flies to Hanoi.", ["Quentin Zabriskie"]),
        ("Col. Ho Myong-chol crosses the line.", ["Ho Myong-chol"]),
        ("Gen. Zablikov flies to Hanoi.", ["Zablikov"]),
    ],
    "names of no table, by their first or family name": [
        ("Michael Zabriskie flies to Hanoi.", ["Michael Zabriskie"]),
        ("Zhang Quxun flies to Hanoi.", ["Zhang Quxun"]),
        ("Park Quo-hyun flies to Hanoi.", ["Park Quo-hyun"]),
    ],
    "names of no table, by a title behind": [
        ("Yegor Zablikov, head of the Zablikov holding, flies to Hanoi.", ["Yegor Zablikov"]),
        ("Zhao Quxun, a lecturer at Peking University, flies to Hanoi.", ["Zhao Quxun"]),
    ],
    "initials, patronymics, suffixes": [
        ("President George W. Bush writes his memoirs.", ["George W. Bush"]),
        ("John F. Kerry flies to Hanoi.", ["John Kerry"]),
        ("Vladimir Vladimirovich Putin flies to Hanoi.", ["Vladimir Putin"]),
    ],
}

NO_NAMES: dict[str, list[str]] = {
    "ships": [
        "The USS John S. McCain sails past the reef.",
        "The carrier USS Ronald Reagan calls at Busan.",
        "The destroyer Zheng He calls at Busan.",
        "The frigate INS Satpura calls at Busan.",
        "The USS Carl Vinson calls at Busan.",
    ],
    "storms": ["Typhoon Haiyan goes ashore.", "Typhoon Lionrock kills a hundred people near Hoeryong."],
    "places and things": [
        "Mount Kumgang opens for tourists.",
        "A flight from Tan Son Nhat airport is late.",
        "The Nobel Peace Prize is awarded.",
        "A show opens in Jackson Hole.",
        "The Treaty of San Francisco is reprinted.",
        "A maker apologizes for T-shirts printed with a map.",
        "A carrier runs aground on Douglas Shoal.",
    ],
    "bodies": [
        "Lockheed Martin sells two ships.",
        "The Carnegie Endowment publishes a study.",
        "Johns Hopkins University opens a hall.",
        "Khan Research Laboratories is put on the list.",
        "Foxconn Industrial Internet, a unit of Hon Hai, begins trading.",
    ],
    "exercises": ["Ulchi Freedom Guardian begins.", "Exercise Max Thunder begins."],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=case[0]) for cases in NAMED.values() for case in cases],
)
def test_who_is_named(text: str, expected: list[str], shipped: Gazetteer) -> None:
    assert names(code(shipped, text, ON)) == expected


@pytest.mark.parametrize("text", [text for texts in NO_NAMES.values() for text in texts])
def test_what_only_looks_like_a_name(text: str, shipped: Gazetteer) -> None:
    assert names(code(shipped, text, ON)) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Foreign Minister Wang Yi flies to Hanoi.", "Foreign Minister Wang Yi"),
        ("Sergei Lavrov flies to Hanoi.", "Sergei Lavrov"),
    ],
)
def test_the_words_printed_are_kept(text: str, printed: str, shipped: Gazetteer) -> None:
    [person] = persons(code(shipped, text, ON))
    assert person.mention == printed
