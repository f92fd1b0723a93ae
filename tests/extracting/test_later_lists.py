"""Sentences as later lists had them: what a rule makes of one, and the one where it must not."""

import pytest
from cases import Case, expect

from chronicle.extracting import Gazetteer

ABE, RICE, KOIZUMI, WANG = "Abe Shinzo", "Condoleezza Rice", "Koizumi Junichiro", "Wang Yi"

CASES: dict[str, list[Case]] = {
    "names and titles": [
        Case("A French officer, Zorvan Oktaryan, meets Rice.", people=("Zorvan Oktaryan", RICE)),
        Case("The pilot, Maj. Zorvan Oktaryan, meets Rice.", people=("Zorvan Oktaryan", RICE)),
        Case("The French lieutenant Zorvan Oktaryan meets Rice.", people=("Zorvan Oktaryan", RICE)),
        Case("The chiefs of staff, Zorvan Oktaryan and Miklan Besk, meet Rice.",
             people=("Zorvan Oktaryan", "Miklan Besk", RICE)),
        Case("Meeting the chiefs of staff, Abe and Rice agree.", people=(ABE, RICE), on="2007-01-10"),
        Case("Defense ministers Zorvan Oktaryan of Armenia and Miklan Besk of Georgia meet.", states="AM GE",
             people=("Zorvan Oktaryan", "Miklan Besk")),
        Case("Zorvan Oktaryan, the last president of the breakaway republic, meets Rice.",
             people=("Zorvan Oktaryan", RICE)),
        Case("Special envoy on Korean Affairs Joseph DeTrani visits Tokyo.", people=("Joseph DeTrani",)),
        Case("Her Chinese counterpart, Wang Yi, visits Tokyo.", people=(WANG,), on="2015-01-10"),
        Case("The foreign ministers of China and the ten ASEAN states meet.", "China-Southeast Asia", "2017-08-06",
             people=(WANG,), bodies=("Association of Southeast Asian Nations",)),
        Case("Rice hears of the Joseph DeTrani case.", people=(RICE,)),
        Case("Emily Johnson, a researcher in London, criticizes the plan.", on="2018-02-09", people=("Emily Johnson",)),
        Case("Jordan Smith, an analyst, criticizes the plan.", on="2018-02-09", people=("Jordan Smith",)),
        Case("Finally, Jordan and Japan sign an accord.", states="JO JP", people=()),
        Case("China's first deputy health minister meets Rice.", "US-China", "2006-10-12", people=(RICE,)),
        Case("US Trade Representative (USTR) Robert Portman visits Tokyo.", on="2005-06-01",
             people=("Robert Portman",)),
        Case("Zorvan Oktaryan and Miklan Besk led the delegations at the talks in Brussels.", type="meeting",
             people=("Zorvan Oktaryan", "Miklan Besk")),
        Case("The frigate, the BRP Zorvan del Besk, sails to Osaka.", people=()),
    ],
    "where somebody serves": [
        Case("Zorvan Oktaryan, an expert on terror with the International Crisis Group, meets Rice.",
             bodies=("International Crisis Group",)),
        Case("Zorvan Oktaryan, head of planning at the Cuban Foreign Ministry, meets Rice.", states="CU US",
             bodies=("Ministry of Foreign Affairs of Cuba",)),
        Case("Workers at Yutaka Zorvan, an affiliate of Honda, go on strike.", people=(), venues=(),
             bodies=("Yutaka Zorvan", "Honda")),
    ],
    "bodies": [
        Case("The Pacific Islands Forum meets in Suva.", bodies=("Pacific Islands Forum",)),
        Case("The KMT-CCP Forum meets in Beijing.", "China-Taiwan", states="CN TW"),
        Case("Nato jets bomb a camp.", bodies=("North Atlantic Treaty Organization",)),
        Case("The two sides agree on Q&A. The embassy in Tokyo denies it.", bodies=()),
        Case("The health ministries of Japan and the US sign an accord.", states="JP US"),
    ],
    "who takes part": [
        Case("Abe visits the US to discuss Taiwan issues with Rice.", on="2007-01-10", people=(ABE, RICE)),
        Case("Abe receives in Tokyo Secretary of State Rice.", on="2007-01-10", people=(ABE, RICE), venues=("Tokyo",)),
        Case("At the talks in Seoul, South Korea is told by US officials to wait.", "US-Korea", states="KR US"),
        Case("Abe meets Rice on a tour that will also take in Indonesia, Singapore, and Brunei.", on="2007-01-10",
             states="JP US"),
        Case("Handing over of supplies by Ambassador Zorvan Besk to Rice.", people=("Zorvan Besk", RICE)),
        Case("A meeting presided over by Rice.", people=(RICE,)),
        Case("Australian troops land in Honiara. New Zealand and Fiji also send soldiers.", states="AU NZ FJ"),
        Case("Australian troops land in Honiara. New Zealand calls for calm.", states="AU"),
        Case("Abe visits India. The two countries sign an accord.", on="2007-08-22", states="JP IN"),
        Case("The parties adopt a joint statement in which North Korea undertakes to disarm.", "US-Korea", states="KP"),
        Case("Rice criticizes a statement in which North Korea boasts of its arms.", "US-Korea", states="US"),
        Case("Abe visits India. He sees a dance.", on="2007-08-22", states="JP"),
    ],
    "where": [
        Case("Abe pays a visit to the Yasukuni Shrine.", on="2013-12-26", venues=("Yasukuni Shrine",)),
        Case("Abe stays away from the Yasukuni Shrine.", on="2013-12-26", venues=()),
        Case("Rice meets Abe on a visit of two days to Tokyo.", on="2007-01-10", venues=("Tokyo",)),
        Case("Thousands march in San Zorvan de los Besk.", venues=("San Zorvan de los Besk",)),
        Case("Rice, standing in the driveway of the White House, says that he accepts.", venues=("White House",)),
        Case("Rebels take control of Goma.", venues=("Goma",)),
        Case("Goma falls to the rebels.", venues=("Goma",)),
        Case("Rebel troops capture Asmara.", venues=("Asmara",), type="military"),
        Case("Police capture a suspect.", type="politics"),
        Case("Mobs attack the inhabitants of Kobe.", venues=("Kobe",)),
        Case("Fighting breaks out on the Zorvan River.", venues=("Zorvan River",)),
        Case("Troops attack a post in the upper Zorvan valley.", venues=("Zorvan valley",)),
        Case("The crew flies out of Haikou.", "US-China", venues=("Haikou",)),
        Case("The US launches an invasion of Iraq.", venues=("Iraq",)),
        Case("Two US cruisers conduct a transit of the Taiwan Strait.", venues=("Taiwan Strait",)),
        Case("Legislators visiting Osaka tell the press that the sale is off.", venues=("Osaka",)),
        Case("Abe and Rice meet on the island of Sentosa.", on="2007-01-10", venues=("Sentosa",)),
        Case("Troops enter a strip at Zorvan on the road to Mauritania.", venues=("Zorvan",)),
        Case("Abe and Rice sign an agreement in Ankara on a plant at Kobe.", on="2007-01-10", venues=("Ankara",)),
        Case("Abe and Rice meet in the Japan-China format in Ankara.", on="2007-01-10", venues=("Ankara",)),
    ],
    "types": [
        Case("Koizumi puts together a new Cabinet.", type="politics"),
        Case("Sgt. Jenkins gives himself up to police.", type="politics"),
        Case("Abe gives up his office.", on="2007-09-12", type="politics"),
        Case("Rice returns Cuba to the terrorism list.", type="sanction"),
        Case("The Bush-Kim summit breaks up without an agreement.", type="meeting"),
        Case("Chief Cabinet Secretary Suga raises the possibility of a new law.", on="2013-12-26", type="statement"),
        Case("Japan despatches soldiers to Honiara.", type="military"),
        Case("Azerbaijan opens an offensive.", type="military"),
        Case("Soldiers begin to extend a road.", type="military"),
        Case("A blind lawyer takes refuge in the US Embassy.", type="incident"),
        Case("At least four Chinese died in a fight.", type="incident"),
        Case("Armed Serbs killed an officer and withdrew.", type="incident"),
        Case("The UN Security Council, voting unanimously for the text, bans trade in arms.", type="sanction"),
        Case("The US puts on its export control list seven firms.", type="sanction"),
        Case("Abe makes an unannounced stop in Osaka.", on="2007-01-10", type="visit"),
        Case("India withdraws the trade status of Pakistan.", type="sanction"),
        Case("The International Court of Justice found by ten votes to four that it was legal.", type="other"),
        Case("Two Philippine ships near the shoal turn back.", type="incident"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(c, id=c.text) for cases in CASES.values() for c in cases])
def test_sentence_is_coded_as_a_reader_would(case: Case, shipped: Gazetteer) -> None:
    expect(case, shipped)
