"""Sentences as published lists have them: what a rule makes of one, and the one beside it where it must not."""

import pytest
from cases import Case, expect
from cases_of_actors import ACTORS
from cases_of_kinds import KINDS
from cases_of_places import PLACES
from coder import code, code_all, names, of_kind, persons

from chronicle.extracting import Gazetteer
from chronicle.model import ActorKind

RICE, RUMSFELD, BUSH = "Condoleezza Rice", "Donald Rumsfeld", "George W. Bush"
KOIZUMI, MACHIMURA = "Koizumi Junichiro", "Machimura Nobutaka"

CASES: dict[str, list[Case]] = {
    "what is called for is spoken of": [
        Case("North Korea calls for talks with South Korea.", "North Korea-South Korea", states="KP"),
        Case("Seoul urges China to cooperate with Japan.", "Japan-Korea", states="KR"),
        Case("Rumsfeld warns Machimura in talks with Ono Yoshinori.", people=(RUMSFELD, "Ono Yoshinori")),
        Case("Rice leads a delegation to Tokyo for talks with Machimura.", people=(RICE, MACHIMURA)),
    ],
    "who is there": [
        Case("Koizumi signs a treaty in Tokyo in presence of Rice.", people=(KOIZUMI, RICE)),
        Case("Koizumi signs a treaty under the eyes of Secretary Rice.", people=(KOIZUMI, RICE)),
        Case("Koizumi reviews a parade at Bush's side.", people=(KOIZUMI, BUSH)),
        Case("Koizumi stays on the Japanese side of the line.", people=(KOIZUMI,)),
    ],
    "officials in a state act for it": [
        Case("Officials in Malaysia deny the report.", "China-Malaysia", states="MY"),
        Case("Officials meet in Malaysia.", "China-Malaysia", states=""),
    ],
    "a government under the name of its head": [
        Case("The Howard government announces new tariffs.", "Australia-US", states="AU", people=()),
        Case("Howard announces new tariffs.", "Australia-US", states="AU", people=("John Howard",)),
    ],
    "a ship under the name of a person": [
        Case("The Nimitz and the Ronald Reagan sail in the East Sea.", people=()),
        Case("President Bush meets the Dalai Lama.", people=(BUSH, "Dalai Lama")),
    ],
    "where a capital opens a later sentence": [
        Case(
            "Talks end. In Seoul President Lee meets Rice.",
            "US-South Korea",
            "2008-06-25",
            people=("Lee Myung-bak", RICE),
        ),
        Case(
            "Both Koreas observe the anniversary. In Pyongyang an anti-US rally draws thousands.",
            "North Korea-South Korea",
            venues=("Pyongyang",),
            type="ceremony",
        ),
        Case("Both Koreas observe the anniversary. In Pyongyang a spokesman says it is sad.", venues=()),
    ],
    "who is told it where one comes to": [
        Case("Koizumi arrives in Washington to urge President Bush to wait.", people=(KOIZUMI, BUSH)),
        Case("Koizumi arrives in Washington and urges President Bush to wait.", people=(KOIZUMI,)),
        Case("Rice calls on Koizumi in Tokyo and on Machimura in Osaka.", people=(RICE, KOIZUMI, MACHIMURA)),
    ],
    "who stands behind whoever acts": [
        Case("Zorvan Besk, an aide of Prime Minister Koizumi, visits Washington.", people=("Zorvan Besk",)),
        Case("Zorvan Besk, head of the office of Prime Minister Koizumi, visits Seoul.", people=("Zorvan Besk",)),
    ],
    "rows of kinds and what only sounds like them": [
        Case("US bombers strike an airfield.", type="military"),
        Case("The firm launches operations in Osaka.", type="cooperation"),
        Case("Cuba completes withdrawal from the pact.", type="agreement"),
        Case("Cuba admits to the UN that it lied.", type="statement"),
        Case("Japan and the US agree on beef. The agreement is criticized in Ankara.", venues=()),
    ],
    "parts of a city": [
        Case("Students rally in downtown Paris.", venues=("Paris",)),
        Case("Students hold an anti-US rally.", venues=()),
    ],
    "headlines without a verb": [
        Case("Signing in Brussels of the trade agreements with Singapore.", "Japan-Singapore", type="agreement"),
        Case("Signing ceremony in Brussels.", type="ceremony"),
        Case("Imposition of sanctions on North Korea by Japan.", "Japan-North Korea", states="JP", type="sanction"),
        Case("Secretary Rumsfeld discusses an attack on North Korea by Japan.", "Japan-North Korea", states="US"),
        Case("After a visit by Bush, Koizumi flies home.", people=(KOIZUMI,)),
    ],
    "to whom a statement is addressed": [
        Case("In a joint statement addressed to Rice, Koizumi and Bush call for calm.", people=(RICE, KOIZUMI, BUSH)),
        Case("Koizumi issues a statement on aid to Iraq.", people=(KOIZUMI,), states="JP"),
    ],
    "who fights, told behind a headline of nobody": [
        Case("Fighting breaks out at the border. Ethiopian jets bomb the airport.", "Ethiopia-Eritrea", states="ET"),
        Case("Sudanese rebels fire rockets. Ethiopian jets bomb the airport.", "Ethiopia-Eritrea", states="SD"),
    ],
    "by whom a thing is done that is spoken of": [
        Case("Japan protests the nuclear test made by the U.S. in the desert.", states="JP"),
        Case("The plan is announced by Secretary Rumsfeld.", people=(RUMSFELD,), type="statement"),
        Case("Asked by Rumsfeld about it, Machimura denies the report.", people=(RUMSFELD, MACHIMURA)),
    ],
    "what somebody is accused of": [
        Case("Japan accuses eight sailors of smuggling drugs from China.", states="JP"),
        Case("Washington accuses a bank of hiding money.", states="US"),
    ],
    "drills between others": [
        Case("Pyongyang condemns joint drills between Japan and the United States.", "North Korea-Japan", states="KP"),
    ],
    "claims and plans as verbs": [
        Case("North Korea again claims to have boosted its arsenal.", "US-Korea", type="statement", states="KP"),
        Case("North Korea seems to have fired a missile into the Sea of Japan.", "US-Korea", type="military"),
        Case("US-China talks on trade end in Washington.", "US-China", type="meeting"),
    ],
    "the object of what is to be done": [
        Case("Tokyo District Court orders the government to pay damages of 2 billion yen.", type="politics"),
        Case("The decision to visit angers Beijing.", "Japan-China", states="CN"),
    ],
    "a person behind where": [
        Case("Rice visits Tokyo, where Foreign Minister Machimura receives her.", people=(RICE, MACHIMURA)),
        Case("Rice visits Yasukuni Shrine, where Emperor Hirohito never went after 1975.", people=(RICE,)),
    ],
    "who is named in an opening": [
        Case("In a telephone conversation Prime Minister Koizumi and President Bush discuss beef.",
             people=(KOIZUMI, BUSH), mode="phone"),
        Case("Meeting Machimura in Tokyo, Rice says that beef matters.", people=(MACHIMURA, RICE), mode="in_person"),
        Case("Writing to President Bush, Koizumi says that beef matters.", people=(BUSH, KOIZUMI), mode="none"),
        Case("Rice, in a meeting with Machimura, says that beef matters.", people=(RICE, MACHIMURA), mode="in_person"),
    ],
    "what is decided on": [
        Case("Japan decides to send a team to Pyongyang.", mode="none"),
        Case("Japan and the United States decide at a meeting in Washington to sign a pact.", mode="in_person"),
    ],
    "where matters are talked about": [
        Case("The U.S. and Japan hold talks on human rights in Washington.", venues=("Washington",)),
        Case("Bush and Koizumi discuss human rights in Pyongyang.", venues=()),
    ],
    "who listens in a city": [
        Case("Rumsfeld tells a Washington audience that plans are on schedule.", venues=("Washington",)),
        Case("Tokyo rejects the Cairo conference declaration.", venues=()),
    ],
    "during what is said": [
        Case("The two governments announce a pact, during a visit by Rice to Tokyo.", venues=("Tokyo",)),
        Case("Japan says it will, during the talks in Beijing, raise the abductions.", venues=()),
    ],
    "somebody's visit": [
        Case("The two governments agree to boost trade during Foreign Minister Machimura's visit to Washington.",
             people=(MACHIMURA,), venues=("Washington",)),
        Case("The two governments delay talks on beef during Vice President Cheney's trip to China.",
             people=(), venues=()),
    ],
    "where what was fired comes down": [
        Case("North Korea fires a missile. It lands in the Sea of Japan.", "US-Korea", venues=("Sea of Japan",)),
        Case("North Korea fires a missile. Rice lands in Tokyo two days later.", "US-Korea", venues=()),
    ],
    "what is planned for a place": [
        Case("Japan scraps a meeting of ministers set for Aug. 25 in Kyoto.", venues=()),
        Case("Aid workers meet in a hall set on fire in Kyoto.", venues=("Kyoto",)),
    ],
    "local authorities": [
        Case("Busan police arrest 10 people over false marriages.", "China-Korea", states="KR"),
        Case("The city assembly of Naha adopts a resolution.", states="JP"),
        Case("Geneva officials of the UN arrive in Tokyo.", states=""),
    ],
    "places before a title": [
        Case("Massachusetts Gov. Mitt Romney meets Koizumi.", people=("Mitt Romney", KOIZUMI), venues=()),
        Case("Koizumi speaks in Boston. Romney, the governor, listens.", venues=("Boston",)),
    ],
    "names behind a field of work": [
        Case("A team under Assistant Secretary of State for Arms Control Avis Bohlen has talks in Tokyo.",
             people=("Avis Bohlen",)),
        Case("Under Secretary of Defense for Policy Douglas Feith visits Tokyo.", people=("Douglas Feith",)),
    ],
    "two Koreas in one word": [
        Case("The first inter-Korean copyright agreement is signed at Mt. Kumgang.", "North Korea-South Korea",
             states="KP KR"),
        Case("Japan says that inter-Korean trade rose.", states="JP"),
    ],
    "ships called after people": [
        Case("The U.S. sends two destroyers, the Stethem and the William P. Lawrence, to Guam.", people=()),
        Case("William P. Lawrence, a retired admiral, visits Tokyo.", people=("William P. Lawrence",)),
    ],
    "leaders of others than states": [
        Case("Leaders of South Korea and Japan meet on Jeju Island.", "Japan-Korea",
             people=("Roh Moo-hyun", KOIZUMI)),
        Case("Business leaders of South Korea and Japan meet on Jeju Island.", "Japan-Korea", people=()),
    ],
    "who is given an office": [
        Case("Ma Ying-jeou is elected president of the Republic of China.", "China-Taiwan", "2008-03-22",
             people=("Ma Ying-jeou",)),
    ],
    "what opens": [
        Case("The Boao Forum opens in Hainan.", "China-Taiwan", type="meeting"),
        Case("Lotte Mart opens stores in Beijing.", "China-Korea", type="cooperation"),
    ],
    "who enters what": [
        Case("A South Korean delegation enters the North for an inspection.", "North Korea-South Korea", type="visit"),
        Case("North Korean refugees enter the Japanese consulate in Shenyang.", "Japan-China", type="incident"),
    ],
    "to whom something is told": [
        Case("Hill briefs Foreign Minister Machimura and reporters in Tokyo.", type="meeting", mode="in_person"),
        Case("Hill briefs a Senate committee on the talks.", type="statement"),
    ],
    "what is put on paper": [
        Case("The G7 puts out a joint statement on energy.", type="statement", mode="written"),
        Case("Firemen put out a fire in the embassy.", type="incident"),
    ],
    "a noun behind a preposition": [
        Case("Consultations in Tokyo on bilateral issues and aid to Iraq.", type="meeting"),
        Case("The ministry issues a warning.", type="statement"),
    ],
}  # fmt: skip


ALL = [*CASES.values(), *ACTORS.values(), *PLACES.values(), *KINDS.values()]


@pytest.mark.parametrize("case", [pytest.param(c, id=c.text) for cases in ALL for c in cases])
def test_a_rule_and_its_limits(case: Case, shipped: Gazetteer) -> None:
    expect(case, shipped)


def test_a_surname_whose_full_name_stands_further_down(shipped: Gazetteer) -> None:
    texts = ["Minister Wu meets Machimura.", "Vice Foreign Minister Wu Dawei visits Tokyo."]
    first, _ = code_all(shipped, texts, "2005-05-24", "Japan-China")
    assert names(first) == ["Wu Dawei", MACHIMURA]


def test_a_surname_of_two_words_of_somebody_named_above(shipped: Gazetteer) -> None:
    texts = ["Mário Zorvan Besk visits Dili.", "Governor Zorvan Besk resigns.", "Governor Miklan Besk resigns."]
    events = code_all(shipped, texts, "1975-08-24", "Indonesia-Portugal")
    assert [names(e) for e in events] == [["Mário Zorvan Besk"], ["Mário Zorvan Besk"], ["Miklan Besk"]]


def test_a_name_with_a_slip_is_known_by_office_and_side(shipped: Gazetteer) -> None:
    event = code(shipped, "Manmohan Singh meets Premier Wen Jiaboa.", "2008-01-14", "India-China")
    assert names(event) == ["Manmohan Singh", "Wen Jiabao"]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Lee Bok-nam", "KR"), ("Zorbanian", None)],
)
def test_an_unknown_prime_minister_is_of_a_side_whose_names_are_like_that(
    name: str, country: str | None, shipped: Gazetteer
) -> None:
    event = code(shipped, f"Prime Minister {name} calls for calm.", "2005-06-29", "US-South Korea")
    assert [p.country for p in persons(event)] == [country]


def test_the_like_body_of_the_state_named_beside_it(shipped: Gazetteer) -> None:
    event = code(shipped, "South Korea’s National Police Agency asks for help.", "2008-09-15", "China-South Korea")
    assert names(event, ActorKind.ORGANIZATION) == ["Korean National Police Agency"]


def test_the_short_form_of_a_body_named_above(shipped: Gazetteer) -> None:
    texts = [
        "Rice inspects the Black Sea Fleet.",
        "Officers of the Fleet mutiny.",
        "The fleet sails.",
        "Fleet Week ends.",
    ]
    assert [names(e, ActorKind.ORGANIZATION) for e in code_all(shipped, texts, "1994-05-24", "Russia-Ukraine")] == [
        ["Black Sea Fleet"],
        ["Black Sea Fleet"],
        [],
        [],
    ]


def test_a_speaker_of_parliament_is_known_by_surname_where_no_side_is_hers(shipped: Gazetteer) -> None:
    event = code(shipped, "Putin condemns the visit by Pelosi.", "2022-08-16", "China-Russia")
    assert names(event) == ["Vladimir Putin", "Nancy Pelosi"]


def test_no_short_form_of_what_is_named_in_full(shipped: Gazetteer) -> None:
    texts = ["Gunmen attack the Indian Parliament.", "Musharraf addresses the Parliament of Pakistan."]
    *_, event = code_all(shipped, texts, "2001-12-13", "India-Pakistan")
    assert names(event, ActorKind.ORGANIZATION) == ["National Assembly of Pakistan"]


def test_a_place_of_no_table_is_nobody(shipped: Gazetteer) -> None:
    assert names(code(shipped, "Rice is flown to a camp outside Al-Besk.", "2005-05-24", "US-Japan")) == [RICE]


def test_where_it_was_printed_is_no_actor(shipped: Gazetteer) -> None:
    event = code(shipped, "Koizumi visits Manila. [AFP, 11 May 2005]", "2005-05-11", "Japan-Philippines")
    assert names(event, ActorKind.ORGANIZATION) == []


def test_a_ministry_in_small_letters_is_a_body(shipped: Gazetteer) -> None:
    event = code(shipped, "The South Korean foreign ministry denies it.", "2023-05-24", "Japan-South Korea")
    assert names(event, ActorKind.ORGANIZATION) == ["Ministry of Foreign Affairs of South Korea"]


def test_an_office_of_two_matters(shipped: Gazetteer) -> None:
    text = "ROK Information and Communications Minister Chin Dae-je attends a ceremony."
    [person] = of_kind(code(shipped, text, "2005-12-28", "North Korea-South Korea"), ActorKind.PERSON)
    assert (person.name, person.country) == ("Chin Dae-je", "KR")


def test_a_family_name_as_another_transliteration_has_it(shipped: Gazetteer) -> None:
    event = code(shipped, "Zelensky arrives in Washington.", "2022-12-21", "US-Ukraine")
    assert names(event) == ["Volodymyr Zelenskyy"]


@pytest.mark.parametrize(
    ("text", "on", "relation", "countries"),
    [
        ("Eduard Shevardnadze visits Tokyo.", "1986-01-15", "Japan-Russia", ["RU"]),
        ("Eduard Shevardnadze visits Tokyo.", "2001-03-05", "Japan-Georgia", ["GE"]),
        ("The Soviet foreign minister visits Tokyo.", "1986-01-15", "Japan-Russia", ["RU"]),
        ("Donald Tusk visits Manila.", "2017-11-14", "EU-Philippines", [None]),
        ("Donald Tusk visits Manila.", "2012-11-14", "Poland-Philippines", ["PL"]),
        ("Commissioner Lee Zorvan visits Tokyo.", "2012-02-27", "Japan-South Korea", ["KR"]),
        ("Commissioner Lee Zorvan visits Tokyo.", "2012-02-27", "Japan-Vietnam", [None]),
    ],
)
def test_the_state_that_somebody_serves_that_day(
    text: str, on: str, relation: str, countries: list[str | None], shipped: Gazetteer
) -> None:
    assert [person.country for person in persons(code(shipped, text, on, relation))] == countries


@pytest.mark.parametrize(
    ("text", "on", "relation", "people"),
    [
        ("Begin and Sadat sign the treaty.", "1979-03-26", "Egypt-Israel", {"Menachem Begin", "Anwar Sadat"}),
        ("President Zia meets Rajiv Gandhi.", "1985-12-17", "India-Pakistan", {"Zia ul-Haq", "Rajiv Gandhi"}),
        ("De Gaulle and Adenauer meet.", "1963-01-22", "France-Germany", {"Charles de Gaulle", "Konrad Adenauer"}),
        ("Kissinger meets Zhou Enlai.", "1971-07-09", "US-China", {"Henry Kissinger", "Zhou Enlai"}),
    ],
)
def test_leaders_of_the_decades_before(text: str, on: str, relation: str, people: set[str], shipped: Gazetteer) -> None:
    assert set(names(code(shipped, text, on, relation))) == people


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Chairman Kim receives Moon.", "Chairman of the State Affairs Commission", "KP"),
        ("Orvan Tilsen, a provincial leader, visits Seoul.", "Leader", None),
        ("Zerrin Oktar, chairman of the river commission, visits Seoul.", "Chairman", None),
    ],
)
def test_a_title_that_many_bear(text: str, office: str, country: str | None, shipped: Gazetteer) -> None:
    first = persons(code(shipped, text, "2019-05-24", "North Korea-South Korea"))[0]
    assert (first.office, first.country) == (office, country)


@pytest.mark.parametrize(
    ("on", "office"),
    [
        ("2005-05-24", "Chairman of the National Defense Commission"),
        ("2014-05-24", "Chairman of the National Defense Commission"),
        ("2019-05-24", "Chairman of the State Affairs Commission"),
    ],
)
def test_a_title_of_which_the_day_decides_what_it_is(on: str, office: str, shipped: Gazetteer) -> None:
    assert persons(code(shipped, "Chairman Kim inspects a farm.", on, "North Korea-South Korea"))[0].office == office


def test_a_full_name_before_a_word_for_an_affair_is_no_ship(shipped: Gazetteer) -> None:
    assert "Chen Guangcheng" in names(
        code(shipped, "Rice speaks of the Chen Guangcheng case.", "2012-05-02", "US-China")
    )
    assert names(code(shipped, "The Ronald Reagan sails to Osaka.", "2012-05-02", "US-Japan")) == []
