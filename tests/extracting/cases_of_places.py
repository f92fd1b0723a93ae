"""Sentences on where it is: what a rule makes of one, and the one where it must not."""

from cases import Case

PLACES: dict[str, list[Case]] = {
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
    "what is visited, seized, left and only named": [
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
        Case("Moroccan troops enter the strip at Guerguerat to open the road to Mauritania.", venues=("Guerguerat",)),
        Case("Villagers block the Nathu La pass.", "India-China", venues=("Nathu La",)),
        Case("Abe and Rice sign an agreement in Ankara on a plant at Kobe.", on="2007-01-10", venues=("Ankara",)),
        Case("Abe and Rice meet in the Japan-China format in Ankara.", on="2007-01-10", venues=("Ankara",)),
    ],
}  # fmt: skip
