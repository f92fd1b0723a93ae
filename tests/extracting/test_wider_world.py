"""Sentences of chronologies of any part of the world: what a rule makes of one, and the one where it must not."""

import pytest
from cases import Case, expect
from coder import code, persons

from chronicle.extracting import Gazetteer

KOIZUMI, RICE = "Koizumi Junichiro", "Condoleezza Rice"

CASES: dict[str, list[Case]] = {
    "a place of no table": [
        Case("Gunmen attack a bus at Zorvatal and Penmiri.", venues=("Zorvatal", "Penmiri")),
        Case("Police clear the town halls in Zorvatal.", venues=("Zorvatal",)),
        Case("Troops enter the village of Zorvatal.", venues=("Zorvatal",)),
        Case("Koizumi opens the Zorvatal bridge.", venues=()),
        Case("Freight traffic resumes at the Zorvatal crossing.", venues=("Zorvatal crossing",)),
        Case("Softbank buys a stake in Zorvatal.", venues=()),
        Case("Koizumi tells reporters in Mandarin that he is glad.", venues=()),
        Case("Koizumi voices concern over labs in Zorvatal of Penmiri.", venues=()),
        Case("Soldiers train in Zorvatal 2009, an anti-terror drill.", venues=()),
    ],
    "what is struck, and where": [
        Case("Gunmen attack a camp at Uri near Srinagar.", "India-Pakistan", venues=("Uri", "Srinagar")),
        Case("India protests the camp at Uri.", "India-Pakistan", venues=()),
        Case("Japanese jets bomb a camp in Osaka and shell Kobe.", venues=("Osaka", "Kobe")),
        Case("US jets collide above Okinawa.", venues=("Okinawa",)),
        Case("A frigate sinks south of Okinawa.", venues=("Okinawa",)),
        Case("A frigate sinks off Kobe, south of Osaka.", venues=("Kobe",)),
    ],
    "what stands in brackets": [
        Case("China opens a consulate in Kazan (the others are in Irkutsk and Moscow).", venues=("Kazan",)),
        Case("The Consultative Committee (also called the 2+2) meets in Tokyo.", type="meeting", venues=("Tokyo",)),
    ],
    "where it is said": [
        Case("Koizumi proposes a treaty to North Korea in a speech in Osaka.", venues=("Osaka",)),
        Case("Koizumi says that he wrote it in a speech in Osaka.", venues=()),
        Case("Koizumi says while on a visit to Okinawa that the move is hard.", venues=("Okinawa",)),
        Case("Visiting Vietnam, Rice urges Hanoi to reform.", "US-Vietnam", venues=("Vietnam",)),
        Case("Koizumi announces on television from Osaka that he will resign.", venues=("Osaka",)),
    ],
    "where they meet and what they talk about": [
        Case("Rice and Machimura meet in Washington on US forces in Japan, Korea and Iraq.", venues=("Washington",)),
        Case("Rice, on her way through Honolulu, meets Machimura.", venues=("Honolulu",)),
        Case("Japan and the US resume trade after two days of talks in Honolulu.", venues=("Honolulu",)),
    ],
    "names": [
        Case("The Turkish ambassador, Zerrin Oktar, meets Rice.", people=("Zerrin Oktar", RICE)),
        Case("The assistant secretary for Democracy, Human Rights, and Labor meets.", people=()),
        Case("Energy Minister Saad al-Zorvi meets Rice.", people=("Saad al-Zorvi", RICE)),
        Case("Rice meets Humberto de la Zorva.", people=(RICE, "Humberto de la Zorva")),
        Case("Rice meets B. J. Habibie.", people=(RICE, "B.J. Habibie")),
        Case("The cruiser General Zorva sinks.", people=()),
    ],
    "who is there too": [
        Case("Koizumi attends a parade in Osaka as the guest of Rice.", people=(KOIZUMI, RICE)),
        Case("Koizumi praises Rice as a friend of Bush.", people=(KOIZUMI,)),
        Case(
            "Koizumi says in Osaka, with Secretary Rice beside him, that the ban is lifted.",
            people=(KOIZUMI, RICE),
        ),
        Case(
            "Koizumi announces that he will go, and Foreign Minister Machimura indicates that he may stay.",
            people=(KOIZUMI, "Machimura Nobutaka"),
        ),
    ],
    "to whom somebody protests": [
        Case("Japan protests to the Chinese Embassy over a raid.", "Japan-China", states="JP CN"),
        Case("Japan protests a raid of China.", "Japan-China", states="JP"),
    ],
    "whose office it is": [
        Case("Foreign Ministry spokesman says it is wrong.", "US-China", states="CN"),
        Case("Prime Minister visits Honolulu.", people=(KOIZUMI,)),
        Case("Bush is elected president of the chamber.", people=("George W. Bush",)),
        Case("Wen Haiying, a provincial leader, visits Phnom Penh.", "China-Cambodia", states=""),
    ],
    "for and against": [
        Case("Backing anti-US rallies, Koizumi resigns.", states="JP"),
        Case("Koizumi asks donors to press Vietnam to wait.", "Japan-Vietnam", states="JP"),
    ],
    "which verb tells it": [
        Case("Colombian aircraft bomb a camp.", "Colombia-Venezuela", type="military"),
        Case("A destroyer and a cutter transit the Taiwan Strait.", "US-China", venues=("Taiwan Strait",)),
        Case("The Treasury imposed sanctions on Rice, freezing what she might hold in Japan.", type="sanction"),
        Case("The commission, presided over by Koizumi, ratified the treaty.", type="agreement"),
        Case("Koizumi, the prime minister, said that talks had taken place, and thanked Rice.", type="statement"),
        Case("Earlier than had been expected, Koizumi visits Osaka.", type="visit"),
        Case("The Assembly adopted by consensus a resolution on Iraq.", type="agreement"),
        Case("Koizumi travelled to Osaka to discuss the fraud suspects.", type="visit"),
        Case("Britain and Japan nationalised the canal.", type="politics"),
    ],
    "what it is": [
        Case("An American drone strike kills two men.", type="military"),
        Case("A gunman kills two men.", type="incident"),
        Case("Rebel troops take Osaka.", type="military"),
        Case("The International Court of Justice held that the ban was void.", type="other"),
        Case("The upper house adopts a motion of censure.", type="politics"),
        Case("Koizumi is in Osaka to raise the matter.", type="visit"),
        Case("Rice sets out plans for the bases.", type="statement"),
        Case("Rice sets out for Osaka.", type="visit"),
        Case("Britain and Japan sign a co-operation agreement.", type="agreement", bodies=()),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(c, id=c.text) for cases in CASES.values() for c in cases])
def test_a_rule_and_its_limits(case: Case, shipped: Gazetteer) -> None:
    expect(case, shipped)


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Chairman Kim receives Moon.", "Chairman of the State Affairs Commission", "KP"),
        ("Wen Haiying, a provincial leader, visits Seoul.", "Leader", None),
        ("Zerrin Oktar, chairman of the river commission, visits Seoul.", "Chairman", None),
    ],
)
def test_a_title_that_many_bear(text: str, office: str, country: str | None, shipped: Gazetteer) -> None:
    first = persons(code(shipped, text, "2019-05-24", "North Korea-South Korea"))[0]
    assert (first.office, first.country) == (office, country)
