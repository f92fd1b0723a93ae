"""Sentences on who takes part: what a rule makes of one, and the one where it must not."""

from cases import Case

ABE = "Abe Shinzo"
KOIZUMI = "Koizumi Junichiro"
RICE = "Condoleezza Rice"
WANG = "Wang Yi"

ACTORS: dict[str, list[Case]] = {
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
        Case("Special envoy on Korean Affairs Joseph R. De Besk visits Tokyo.", people=("Joseph R. De Besk",)),
        Case("Prime Minister Abe meets his Chinese counterpart, Wang Yi, in Tokyo.", on="2015-01-10",
             people=(ABE, WANG)),
        Case("The foreign ministers of China and the ten ASEAN states meet.", "China-Southeast Asia", "2017-08-06",
             people=(WANG,), bodies=("Association of Southeast Asian Nations",)),
        Case("Emily Johnson, a researcher in London, criticizes the plan.", on="2018-02-09", people=("Emily Johnson",)),
        Case("Jordan Smith, an analyst, criticizes the plan.", on="2018-02-09", people=("Jordan Smith",)),
        Case("Finally, Jordan and Japan sign an accord.", states="JO JP", people=()),
        Case("China's first deputy health minister meets Rice.", "US-China", "2006-10-12", people=(RICE,)),
        Case("US Trade Representative (USTR) Miklan Besk visits Tokyo.", people=("Miklan Besk",)),
        Case("Zorvan Oktaryan and Miklan Besk led the delegations at the talks in Brussels.", type="meeting",
             people=("Zorvan Oktaryan", "Miklan Besk")),
        Case("The frigate, the BRP Gregorio del Besk, sails to Osaka.", people=()),
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
        Case("The public health ministries of Japan and South Korea sign an accord.", "Japan-Korea",
             bodies=("Ministry of Health, Labor and Welfare", "Ministry of Health and Welfare of South Korea")),
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
}  # fmt: skip
