"""Where the headline's event takes place, and what is no venue although a place is printed."""

import pytest
from coder import code

from chronicle.extracting import Gazetteer
from chronicle.model import VenueKind

ON = "2011-05-24"

# Printed; name and country of each venue.
VENUES: dict[str, list[tuple[str, list[tuple[str, str | None]]]]] = {
    "cities": [
        ("Hu Jintao and Obama meet in Beijing.", [("Beijing", "CN")]),
        ("Talks are held in Hangzhou.", [("Hangzhou", "CN")]),
        ("In Vladivostok, Hu Jintao meets Putin.", [("Vladivostok", "RU")]),
        ("Ministers meet in Jeju and Seoul.", [("Jeju", "KR"), ("Seoul", "KR")]),
        ("Hu Jintao attends a summit in the city of Sanya.", [("Sanya", "CN")]),
        ("Hu Jintao meets Obama in Honolulu, Hawaii.", [("Honolulu", "US")]),
    ],
    "states, where no city is named": [
        ("Hu Jintao visits Japan.", [("Japan", "JP")]),
        ("Moon Jae-in visits Kazakhstan.", [("Kazakhstan", "KZ")]),
        ("Hu Jintao visits Kazakhstan and Russia.", [("Kazakhstan", "KZ"), ("Russia", "RU")]),
        ("A drill is held in Thailand.", [("Thailand", "TH")]),
        ("Hu Jintao meets Lee Myung-bak in Tokyo, Japan.", [("Tokyo", "JP")]),
    ],
    "the goal of a journey": [
        ("Hu Jintao visits Seoul, calls on Lee Myung-bak, and tours Jeju.", [("Seoul", "KR"), ("Jeju", "KR")]),
        ("Kan Naoto pays the first visit of a Japanese prime minister to Moscow in ten years.", [("Moscow", "RU")]),
        ("Hu Jintao travels to Seoul.", [("Seoul", "KR")]),
        ("Hu Jintao arrives in Seoul.", [("Seoul", "KR")]),
        ("Hu Jintao leaves for Seoul.", [("Seoul", "KR")]),
        ("Hu Jintao pays a visit to Seoul.", [("Seoul", "KR")]),
        ("A delegation goes to Pyongyang.", [("Pyongyang", "KP")]),
    ],
    "where a visitor is received": [
        (
            "Hu Jintao visits South Korea. He meets Lee Myung-bak in Seoul.",
            [("South Korea", "KR"), ("Seoul", "KR")],
        ),
        ("Hu Jintao is in Seoul for talks.", [("Seoul", "KR")]),
    ],
    "facilities": [
        ("Hu Jintao meets Obama at the White House.", [("White House", "US")]),
        ("Envoys meet at Panmunjom.", [("Panmunjom", "KR")]),
        ("A parade is held in Tiananmen Square.", [("Tiananmen Square", "CN")]),
        ("Obama and Abe meet at Camp David.", [("Camp David", "US")]),
    ],
    "buildings of institutions": [
        ("Clinton gives a speech at the State Department.", [("State Department", "US")]),
        ("Protesters gather outside the Diet.", [("Diet", "JP")]),
    ],
    "sites of no table": [
        ("Engineers inspect the wreck at Quxun.", [("Quxun", None)]),
        (
            "Clinton meets Yang Jiechi at the Zablix University.",
            [("Zablix University", None)],
        ),
        ("Clashes break out in the streets of Taipei.", [("Taipei", "TW")]),
    ],
    "cities that mark a day, waters that are named, margins": [
        ("Hiroshima marks the 63rd anniversary of the bombing.", [("Hiroshima", "JP")]),
        ("Destroyers conduct a drill in international waters of the East China Sea.", [("East China Sea", None)]),
        ("Hu Jintao meets Vincent Siew on the sidelines of the Boao Forum in Hainan.", [("Hainan", "CN")]),
        ("Hu Jintao reviews troops in Tiananmen Square at a parade.", [("Tiananmen Square", "CN")]),
    ],
    "where a court or an assembly decides": [
        ("The World Health Assembly in Geneva declines a request.", [("Geneva", "CH")]),
        ("A court in Ho Chi Minh City finds a student guilty.", [("Ho Chi Minh City", "VN")]),
    ],
    "behind how long it lasts, and in what it is told of": [
        ("Obama and Hu Jintao meet for three hours in Honolulu.", [("Honolulu", "US")]),
        ("Envoys discuss the Asian Games at Panmunjom for a day.", [("Panmunjom", "KR")]),
        ("Officers attend a conference that the Russian Defense Ministry hosts in Moscow.", [("Moscow", "RU")]),
        ("Troops clash on the northern bank of Pangong Tso.", [("Pangong Tso", "IN")]),
        ("Philippine troops capture a rebel on Jolo island.", [("Jolo", "PH")]),
        ("Soldiers die in a clash with Chinese troops in the Galwan Valley.", [("Galwan Valley", "IN")]),
        ("An FBI team returns to Papua to go on with its inquiry into the Bali bombing.", [("Papua", "ID")]),
    ],
    "where a later sentence seats it": [
        ("Hu Jintao asks Obama for time. The two are in Manila for a session of ministers.", [("Manila", "PH")]),
        ("Kerry and Xie Zhenhua resume the talks. They meet at a conference in Lima.", [("Lima", "PE")]),
    ],
    "where a speaker has come": [
        (
            "Hu Jintao announces in Yangon a large aid program for areas of Myanmar held by armed ethnic groups.",
            [("Yangon", "MM")],
        ),
        ("In a speech to the Lowy Institute in Sydney, Gillard proposes a center.", [("Sydney", "AU")]),
        ("Asked in New York about the charge, Clinton says that it is grave.", [("New York", "US")]),
        ("Opening the summit of ASEAN in Hanoi, Nguyen Tan Dung declares that it is open.", [("Hanoi", "VN")]),
    ],
    "where something is said": [
        ("In a speech in New York, Clinton urges restraint.", [("New York", "US")]),
        ("Clinton, on a visit to Manila, tells reporters that the alliance holds.", [("Manila", "PH")]),
    ],
    "the end of a journey told later in the headline": [
        ("Hu Jintao and Obama hold a summit in Beijing and fly to Shanghai.", [("Beijing", "CN"), ("Shanghai", "CN")]),
        ("Hu Jintao opens a factory in Beijing and later visits Hanoi.", [("Beijing", "CN"), ("Hanoi", "VN")]),
        ("Ferries from Busan reach Fukuoka.", [("Fukuoka", "JP")]),
    ],
    "the two ends of a way": [
        ("Workers open a bridge between Heihe and Blagoveshchensk.", [("Heihe", "CN"), ("Blagoveshchensk", "RU")]),
    ],
    "names that share a noun": [
        (
            "A destroyer sails near Fiery Cross and Mischief reefs.",
            [("Fiery Cross Reef", None), ("Mischief Reef", None)],
        ),
    ],
    "a city as adjective of a site": [("Students throw stones in a Tokyo suburb.", [("Tokyo", "JP")])],
    "a clause behind what forces do": [
        ("The Coast Guard fires on a ship, which sinks in the East China Sea.", [("East China Sea", None)]),
    ],
    "distances between the points of the compass": [
        ("China seizes a drone about 50 miles northwest of Subic Bay.", [("Subic Bay", "PH")]),
    ],
    "seats to which somebody is called": [
        ("Clinton summons Ambassador Fujisaki to the State Department.", [("State Department", "US")]),
    ],
    "a hill and an island": [
        ("Kelly testifies on Capitol Hill.", [("US Capitol", "US")]),
        ("Hu Jintao and Obama meet on Jeju.", [("Jeju", "KR")]),
    ],
    "days of talks": [("After four days of talks in Hanoi, the ministers agree.", [("Hanoi", "VN")])],
    "forces sent, and places beside": [
        ("Australia sends troops to Honiara.", [("Honiara", "SB")]),
        ("The navies hold a drill south of Jeju.", [("Jeju", "KR")]),
    ],
    "waters and disputed islands": [
        ("A drill is held in the Yellow Sea.", [("Yellow Sea", None)]),
        ("Warships pass through the Taiwan Strait.", [("Taiwan Strait", None)]),
        ("A missile falls into the Sea of Japan.", [("Sea of Japan", None)]),
    ],
    "a city that hosts": [
        ("Beijing hosts a trade fair.", [("Beijing", "CN")]),
        ("Shanghai hosts a trade fair.", [("Shanghai", "CN")]),
    ],
    "ways from place to place": [
        ("A freighter carries rice from Dalian to Nampo.", [("Dalian", "CN"), ("Nampo", "KP")]),
        ("Kim Jong Il travels through Harbin and Changchun.", [("Harbin", "CN"), ("Changchun", "CN")]),
        ("Wen Jiabao leads a delegation to Pyongyang for talks with Kim Jong Il.", [("Pyongyang", "KP")]),
        ("India ships vaccines to Yangon.", [("Yangon", "MM")]),
        (
            "South Korea withdraws its managers from the Kaesong Industrial Complex.",
            [("Kaesong Industrial Complex", "KP")],
        ),
    ],
    "spots that are struck, climbed or opened": [
        ("North Korean artillery shells Yeonpyeong Island.", [("Yeonpyeong Island", "KR")]),
        ("Lee Myung-bak climbs Mount Halla.", [("Hallasan", "KR")]),
        ("The Khunjerab Pass is opened for trade.", [("Khunjerab Pass", "PK")]),
        ("Ginowan elects Iha Yoichi as mayor.", [("Ginowan", "JP")]),
    ],
    "off a coast, along one, and in parts of a building": [
        ("A tug tows a barge to a spot ten miles off Hainan.", [("Hainan", "CN")]),
        ("Coast guards search along the Noto Peninsula.", [("Noto Peninsula", "JP")]),
        (
            "A drone crashes into a building of Okinawa International University.",
            [("Okinawa International University", "JP")],
        ),
    ],
    "a site of a city": [
        (
            "Chen Yunlin lands at Taipei's Songshan Airport.",
            [("Taipei", "TW"), ("Songshan Airport", "TW")],
        ),
    ],
    "of one day, before and after talks": [
        ("Hu Jintao visits Harbin before meeting Putin in Vladivostok.", [("Harbin", "CN"), ("Vladivostok", "RU")]),
        ("The talks break down after 40 minutes at a hotel in Hanoi.", [("Hanoi", "VN")]),
    ],
    "later stations of a visit": [
        (
            "Hu Jintao visits Seattle. He then tours a plant in Everett.",
            [("Seattle", "US"), ("Everett", "US")],
        ),
    ],
    "where somebody is heard": [
        ("Clinton and Yang Jiechi argue before the cameras in Anchorage.", [("Anchorage", "US")]),
        ("Obama speaks from the Purana Qila.", [("Purana Qila", "IN")]),
        ("Singh lectures at the Indian Institute of Science.", [("Indian Institute of Science", "IN")]),
    ],
    "a mission, as printed": [
        (
            "Protesters gather outside the Japanese Embassy in Seoul.",
            [("Japanese Embassy in Seoul", "KR"), ("Seoul", "KR")],
        ),
    ],
    "disasters": [
        ("An earthquake kills a thousand people in Sichuan.", [("Sichuan", "CN")]),
        ("A bomb explodes in Kabul.", [("Kabul", "AF")]),
    ],
}

NO_VENUES: dict[str, list[str]] = {
    "what is talked about": [
        "Hu Jintao and Obama discuss the situation in Libya.",
        "Hu Jintao speaks about peace in the Middle East.",
        "The UN adopts a resolution on Iran.",
        "Hu Jintao and Obama exchange views on the South China Sea.",
        "Yang Jiechi criticizes arms sales to Taiwan.",
        "China sends relief to victims of the earthquake in Yushu.",
        "Yang Jiechi demands an apology for the detention of a teacher in Hanoi.",
        "Customs figures put trade across the Taiwan Strait at $36 billion.",
        "The Cabinet puts off a decision on Futenma.",
        "China rejects a claim to the Paracel Islands.",
        "Seoul asks for talks on Dokdo.",
    ],
    "states and capitals that act": [
        "Beijing protests.",
        "Tokyo and Seoul sign an accord.",
        "China bans imports.",
        "Moscow expels a diplomat.",
        "Washington and Beijing agree to talk.",
    ],
    "adjectives and possessives": [
        "A Japanese court frees a captain.",
        "China's exports fall.",
        "Beijing's envoy flies home.",
        "A Shanghai-based firm closes.",
    ],
    "where someone is from, or holds an office": [
        "The ambassador to Japan resigns.",
        "The governor of Okinawa resigns.",
        "The mayor of Busan resigns.",
    ],
    "names of forums, treaties, exercises and papers": [
        "The Boao Forum is postponed.",
        "The Shangri-La Dialogue is postponed.",
        "China ratifies the Treaty of Nanning.",
        "Hu Jintao praises the Shanghai spirit.",
        "The Washington Post reports a flood.",
        "The Kyoto Protocol is extended.",
        "The Shanghai Cooperation Organization admits a member.",
        "The Beijing Declaration is published.",
        "The Bank of China closes a branch.",
    ],
    "video and telephone": [
        "Hu Jintao and Obama talk by telephone.",
        "Obama telephones Hu Jintao about the attack at Kabul.",
        "Hu Jintao and Obama meet by video.",
    ],
    "letters": ["Hu Jintao sends a letter to Obama in Washington.", "Hu Jintao sends condolences to Japan."],
    "an institution that speaks": ["The White House objects.", "The Kremlin objects.", "The State Department objects."],
    "what is only asked for, or said of somebody": [
        "The envoy invites Hu Jintao to resume talks in Geneva.",
        "Clinton opposes a visit by Ma Ying-jeou to Itu Aba.",
        "A student living in North Korea asks for help.",
        "Clinton puts off a trip, according to officials in Seoul.",
        "Troops leave for an unknown base on the way to Africa.",
    ],
    "names of ships": ["A helicopter lands on the carrier George Washington.", "The frigate Shanghai fires a missile."],
    "families and the nations of an ocean": [
        "Clinton meets the Yokota family.",
        "Ma Ying-jeou thanks three Pacific allies.",
    ],
    "what is agreed on for another day": ["The ministers agree to reopen a consulate in Chengdu."],
    "who speaks behind what is said": [
        "A boat was rammed, Tokyo says.",
        "A radar was switched on, Tokyo charges.",
    ],
    "what is leased, or sold": [
        "The navy commissions a submarine leased from Russia.",
        "Clinton urges an end of arms sales to Taiwan.",
    ],
    "another time": [
        "After a summit in Seoul, Hu Jintao gives an interview.",
        "Following talks in Seoul, Japan agrees.",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*c, id=c[0]) for rows in VENUES.values() for c in rows])
def test_where_it_happens(text: str, expected: list[tuple[str, str | None]], shipped: Gazetteer) -> None:
    assert [(venue.name, venue.country) for venue in code(shipped, text, ON).venues] == expected


@pytest.mark.parametrize("text", [text for texts in NO_VENUES.values() for text in texts])
def test_what_is_no_venue(text: str, shipped: Gazetteer) -> None:
    assert [venue.name for venue in code(shipped, text, ON).venues] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks are held in Hangzhou.", VenueKind.CITY),
        ("Talks are held at the White House.", VenueKind.FACILITY),
        ("Talks are held in Sichuan.", VenueKind.REGION),
        ("Hu Jintao visits Japan.", VenueKind.COUNTRY),
        ("A drill is held in the Yellow Sea.", VenueKind.WATER),
    ],
)
def test_kinds_of_venues(text: str, kind: VenueKind, shipped: Gazetteer) -> None:
    [venue] = code(shipped, text, ON).venues
    assert venue.kind is kind


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Talks are held at the Qworn Hotel in Seoul.", VenueKind.FACILITY, "KR"),
        ("Talks are held at Qworn University in Tokyo.", VenueKind.FACILITY, "JP"),
    ],
)
def test_a_place_that_only_the_print_has(text: str, kind: VenueKind, country: str, shipped: Gazetteer) -> None:
    venue = code(shipped, text, ON).venues[0]
    assert "Qworn" in venue.name
    assert (venue.kind, venue.country, venue.latitude) == (kind, country, None)


@pytest.mark.parametrize(
    "text",
    ["Talks are held in Hangzhou.", "A drill is held in the Yellow Sea.", "Envoys meet at the SCO Secretariat."],
)
def test_a_known_place_has_coordinates(text: str, shipped: Gazetteer) -> None:
    [venue] = code(shipped, text, ON).venues
    assert venue.latitude is not None
    assert venue.longitude is not None


@pytest.mark.parametrize("printed", ["the Senkaku Islands", "the Diaoyu Islands", "the Diaoyus", "the Senkakus"])
def test_disputed_islands_are_one_place_by_all_their_names(printed: str, shipped: Gazetteer) -> None:
    [venue] = code(shipped, f"A boat collides with a cutter near {printed}.", ON).venues
    assert venue.name == "Senkaku Islands"


@pytest.mark.parametrize(("relation", "country"), [("US - South Korea", "US"), ("Russia - China", "GE")])
def test_a_name_of_a_state_and_of_a_place_of_one_side(relation: str, country: str, shipped: Gazetteer) -> None:
    [venue] = code(shipped, "A trade fair is held in Georgia.", ON, relation).venues
    assert venue.country == country


def test_an_island_of_a_group_is_a_place_of_its_own(shipped: Gazetteer) -> None:
    [venue] = code(shipped, "Activists land on Uotsuri.", ON).venues
    assert venue.name == "Uotsuri Island"


def test_a_hotel_of_a_chain_is_not_the_one_elsewhere(shipped: Gazetteer) -> None:
    event = code(shipped, "Chen Yunlin visits Taichung for talks at the Windsor Hotel.", ON)
    assert [(v.name, v.country) for v in event.venues] == [("Taichung", "TW"), ("Windsor Hotel", "TW")]


@pytest.mark.parametrize(
    ("text", "venue"),
    [("The North shells Yeonpyeong Island.", "Yeonpyeong Island"), ("The North tests a rocket at Sohae.", "Sohae")],
)
def test_a_short_name_acts_before_a_verb_that_looks_like_a_plural(text: str, venue: str, shipped: Gazetteer) -> None:
    [found] = code(shipped, text, ON, "North Korea-South Korea").venues
    assert venue in found.name
