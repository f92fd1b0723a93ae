"""Who takes part in what the headline tells, and who is only spoken of.

Persons of a headline: those who take part, then those who are mentioned.
"""

import pytest
from coder import code, persons

from chronicle.extracting import Gazetteer
from chronicle.model import Role

ON = "2011-05-24"
HU, OBAMA, PUTIN = "Hu Jintao", "Barack Obama", "Vladimir Putin"
WEN, KIM, LEE = "Wen Jiabao", "Kim Jong Il", "Lee Myung-bak"
KAN, YANG, CLINTON = "Kan Naoto", "Yang Jiechi", "Hillary Clinton"
LAVROV, BAN, MA = "Sergey Lavrov", "Ban Ki-moon", "Ma Ying-jeou"

ROLES: dict[str, list[tuple[str, set[str], set[str]]]] = {
    "who is beaten": [("Hu Jintao wins the election over Kim Jong Il.", {HU, KIM}, set())],
    "who sits for whom": [
        ("Talks are chaired by Hu Jintao for China and Barack Obama for the US.", {HU, OBAMA}, set()),
    ],
    "to whom it is written": [
        ("In a letter to Hu Jintao and Barack Obama, members of Congress urge restraint.", {HU, OBAMA}, set()),
    ],
    "who replies": [
        (
            "Hu Jintao tells a forum in Hanoi that ties are good. Barack Obama replies that they are not.",
            {HU, OBAMA},
            set(),
        ),
    ],
    "who looks on": [
        ("China and Japan sign a treaty. Hu Jintao looks on as Kan Naoto puts his name to it.", {HU, KAN}, set()),
    ],
    "who is told it": [("Hu Jintao explains the plan for a treaty to Barack Obama.", {HU, OBAMA}, set())],
    "whose letter is carried": [("Hu Jintao hands Barack Obama a letter from Kim Jong Il.", {HU, OBAMA}, {KIM})],
    "whose kin acts": [("Kim Yo Jong, sister of leader Kim Jong Il, visits Seoul.", {"Kim Yo Jong"}, {KIM})],
    "subjects": [
        ("Asked about it, Hu Jintao denies it.", {HU}, set()),
        ("Hu Jintao flies home.", {HU}, set()),
        ("Hu Jintao and Barack Obama meet.", {HU, OBAMA}, set()),
        ("Hu Jintao, Kan Naoto and Lee Myung-bak meet.", {HU, KAN, LEE}, set()),
        ("In Beijing, Hu Jintao chairs a session.", {HU}, set()),
        ("Led by Wen Jiabao, a delegation flies to Seoul.", {WEN}, set()),
        ("A delegation led by Wen Jiabao flies to Seoul.", {WEN}, set()),
    ],
    "partners": [
        ("Hu Jintao thanks Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao and Barack Obama talk by telephone.", {HU, OBAMA}, set()),
        ("Hu Jintao, together with Wen Jiabao, meets Barack Obama.", {HU, WEN, OBAMA}, set()),
        ("Hu Jintao meets Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao meets with Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao receives Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao holds talks with Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao signs a treaty with Vladimir Putin.", {HU, PUTIN}, set()),
        ("Hu Jintao phones Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao sends a letter to Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao congratulates Vladimir Putin.", {HU, PUTIN}, set()),
        ("Hu Jintao accompanies Kim Jong Il to Yangzhou.", {HU, KIM}, set()),
        ("Talks between Hu Jintao and Barack Obama begin.", {HU, OBAMA}, set()),
        ("A meeting of Hu Jintao and Barack Obama is held in Beijing.", {HU, OBAMA}, set()),
    ],
    "agents of a passive": [
        ("Barack Obama is received by Hu Jintao.", {HU, OBAMA}, set()),
        ("A treaty is signed by Hu Jintao and Vladimir Putin.", {HU, PUTIN}, set()),
        ("Wen Jiabao is sworn in as premier in Beijing by Hu Jintao.", {WEN, HU}, set()),
    ],
    "who does the same": [
        (
            "Hu Jintao and Barack Obama exchange messages, as do Wen Jiabao and Hillary Clinton.",
            {HU, OBAMA, WEN, CLINTON},
            set(),
        ),
    ],
    "who is told it, and what it is about": [
        ("Hu Jintao tells Barack Obama that talks help.", {HU, OBAMA}, set()),
        ("Hu Jintao assures Barack Obama of help.", {HU, OBAMA}, set()),
        ("Hu Jintao tells Barack Obama that Kim Jong Il wants talks.", {HU, OBAMA}, {KIM}),
        ("Hu Jintao says that Kim Jong Il wants talks.", {HU}, {KIM}),
        ("Hu Jintao criticizes Barack Obama.", {HU}, {OBAMA}),
        ("Hu Jintao praises a speech by Vladimir Putin.", {HU}, {PUTIN}),
        ("Hu Jintao calls on Kim Jong Il to return to talks.", {HU}, {KIM}),
        ("Kan Naoto apologizes to Lee Myung-bak.", {KAN, LEE}, set()),
    ],
    "who is asked where both are": [
        ("Clinton asks Yang Jiechi in Seoul to cut purchases of oil.", {CLINTON, YANG}, set()),
        ("Hu Jintao asks Kim Jong Il to return to talks.", {HU}, {KIM}),
    ],
    "who is asked by wire or letter": [
        ("Seoul calls for talks in a message from Lee Myung-bak to Kim Jong Il.", {LEE, KIM}, set()),
        ("Hu Jintao asks Barack Obama by telephone to wait.", {HU, OBAMA}, set()),
        ("Hu Jintao warns Barack Obama in a letter that ties will suffer.", {HU, OBAMA}, set()),
        ("Hu Jintao asks Barack Obama to wait.", {HU}, {OBAMA}),
    ],
    "who is welcomed, and what": [
        ("Hu Jintao welcomes Barack Obama.", {HU, OBAMA}, set()),
        ("Hu Jintao welcomes a remark by Barack Obama.", {HU}, {OBAMA}),
    ],
    "who speaks for the state or body of the headline": [
        ("China bans imports of beef. Wen Jiabao says the ban will stay.", {WEN}, set()),
        ("China bans imports of beef. Barack Obama says the ban hurts.", set(), {OBAMA}),
    ],
    "a dispute between, a clash with": [
        ("Hu Jintao speaks of the dispute between Kim Jong Il and Lee Myung-bak.", {HU}, {KIM, LEE}),
    ],
    "topics": [
        ("Hu Jintao and Barack Obama discuss Kim Jong Il.", {HU, OBAMA}, {KIM}),
        ("Hu Jintao speaks about Kim Jong Il.", {HU}, {KIM}),
        ("Yang Jiechi briefs reporters on the health of Kim Jong Il.", {YANG}, {KIM}),
        ("Xinhua publishes a study of Kim Jong Il.", set(), {KIM}),
        ("Protesters burn a picture of Kim Jong Il.", set(), {KIM}),
    ],
    "other days": [
        ("After a visit by Barack Obama, Hu Jintao flies home.", {HU}, {OBAMA}),
        ("Ahead of a visit by Hu Jintao, Hillary Clinton gives a speech.", {CLINTON}, {HU}),
        ("Before Hu Jintao leaves, Yang Jiechi gives a speech.", {YANG}, {HU}),
        ("Hu Jintao speaks on the anniversary of a visit by Kim Jong Il.", {HU}, {KIM}),
    ],
    "what somebody reports": [
        ("The Pentagon confirms that Hu Jintao has met Kim Jong Il.", set(), {HU, KIM}),
        ("Yang Jiechi announces that Wen Jiabao will fly to Seoul.", {YANG}, {WEN}),
        ("Yang Jiechi denies that Kim Jong Il is ill.", {YANG}, {KIM}),
        ("Xinhua reports that Hu Jintao has met Kim Jong Il.", set(), {HU, KIM}),
        ("Yang Jiechi says Hu Jintao will visit Seoul.", {YANG}, {HU}),
        ("According to Xinhua, Hu Jintao meets Kim Jong Il.", {HU, KIM}, set()),
    ],
    "later sentences about the same event": [
        ("Hu Jintao visits Seoul. He meets Lee Myung-bak.", {HU, LEE}, set()),
        (
            "Hu Jintao meets Barack Obama. Yang Jiechi and Hillary Clinton also attend.",
            {HU, OBAMA, YANG, CLINTON},
            set(),
        ),
        ("Ministers meet in Hanoi. On the margins Yang Jiechi meets Sergei Lavrov.", {YANG, LAVROV}, set()),
        ("Sergei Lavrov visits Beijing. There he is received by Hu Jintao.", {LAVROV, HU}, set()),
    ],
    "later sentences about another act or day": [
        ("Hu Jintao meets Barack Obama. Earlier, Hillary Clinton visited Seoul.", {HU, OBAMA}, {CLINTON}),
        ("Hu Jintao meets Barack Obama. The next day, Wen Jiabao visits Seoul.", {HU, OBAMA}, {WEN}),
        ("China shells an island. Hillary Clinton calls it a mistake.", set(), {CLINTON}),
        ("Ministers meet in Hanoi. Ban Ki-moon does not attend.", set(), {BAN}),
    ],
    "one who is named twice takes part if he does so once": [
        ("Before Hu Jintao leaves, Hu Jintao meets Barack Obama.", {HU, OBAMA}, set()),
    ],
    "multilateral rounds": [
        ("Hu Jintao attends a G20 summit with Barack Obama and Kan Naoto.", {HU, OBAMA, KAN}, set()),
        ("Envoys meet in Beijing to prepare a visit by Kim Jong Il.", set(), {KIM}),
        ("Yang Jiechi joins Hillary Clinton and Sergei Lavrov for talks in Bali.", {YANG, CLINTON, LAVROV}, set()),
        ("Hu Jintao opens a forum in Sanya; Vladimir Putin sends a message.", {HU, PUTIN}, set()),
    ],
    "politics at home": [
        ("Ma Ying-jeou is reelected by a wide margin.", {MA}, set()),
        ("Lee Myung-bak appoints a minister.", {LEE}, set()),
        ("The Diet elects Kan Naoto as prime minister.", {KAN}, set()),
    ],
    "who speaks through a medium": [
        ("Xinhua reports that Hu Jintao has criticized the ban.", {HU}, set()),
        ("Xinhua reports that Wen Jiabao said beef is safe.", {WEN}, set()),
        ("Kyodo cites Kan Naoto's remarks on beef.", {KAN}, set()),
        ("Xinhua reports that Hu Jintao told Barack Obama of the ban.", set(), {HU, OBAMA}),
    ],
    "of whose head a speaker tells": [
        ("Hillary Clinton says that the president will visit Hanoi.", {CLINTON}, {OBAMA}),
        ("Hillary Clinton and Yang Jiechi say that the president will go.", {CLINTON, YANG}, set()),
    ],
    "to whom something was done that is reported": [
        ("Xinhua reports that Hu Jintao made a pledge to Barack Obama.", set(), {HU, OBAMA}),
        ("Hillary Clinton stresses that Barack Obama has spoken to Yang Jiechi.", {CLINTON}, {OBAMA, YANG}),
        ("Yang Jiechi reports to Wen Jiabao.", {YANG, WEN}, set()),
    ],
    "who is met while somebody speaks": [
        ("Hu Jintao criticizes Kan Naoto while meeting Barack Obama.", {HU, OBAMA}, {KAN}),
        ("Hu Jintao criticizes Kan Naoto while praising Barack Obama.", {HU}, {KAN, OBAMA}),
    ],
}


def in_role(text: str, role: Role, gazetteer: Gazetteer) -> set[str]:
    return {person.name for person in persons(code(gazetteer, text, ON)) if person.role is role}


@pytest.mark.parametrize(
    ("text", "taking_part", "mentioned"), [pytest.param(*c, id=c[0]) for rows in ROLES.values() for c in rows]
)
def test_who_takes_part(text: str, taking_part: set[str], mentioned: set[str], shipped: Gazetteer) -> None:
    assert in_role(text, Role.PARTICIPANT, shipped) == taking_part
    assert in_role(text, Role.MENTIONED, shipped) == mentioned
