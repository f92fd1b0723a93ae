"""Which word of a headline is its main verb."""

from pathlib import Path

import pytest

from chronicle.extracting import Gazetteer, load_gazetteer
from chronicle.extracting.clauses import read_clause
from chronicle.extracting.phrases import find_mentions
from chronicle.extracting.spans import find_spans
from chronicle.extracting.words import split_words

TABLES = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(TABLES)


def printed_verb(text: str, gazetteer: Gazetteer) -> str | None:
    words = split_words(text)
    mentions = find_mentions(words, find_spans(words, gazetteer), gazetteer)
    clause = read_clause(words, mentions, gazetteer.lexicon, 0, len(words))
    return words.forms[clause.verb_at] if clause.verb else None


CASES: dict[str, list[tuple[str, str | None]]] = {
    "a name as subject": [
        ("Powell meets Tang Jiaxuan in Hanoi.", "meets"),
        ("Presidents Jiang Zemin and Bill Clinton talk for an hour.", "talk"),
        ("Wang and Lavrov discuss trade.", "discuss"),
    ],
    "appositions": [
        ("Brad Roberts, a former head of the office, says that talks help.", "says"),
        ("Gov. Bill Richardson, a former ambassador to the UN, plays host to Han Song Ryol.", "plays"),
        ("The World Health Assembly (WHA) in Geneva, for the 12th year, declines the proposal.", "declines"),
    ],
    "relative clauses": [
        ("The bill, which passed the House in May, becomes law.", "becomes"),
        ("Hackers who sign themselves with a number take over the website.", "take"),
        ("Song Tao, who flew in on Friday and met Kim, leaves Pyongyang.", "leaves"),
        ("In what is meant as a signal to Beijing, Joko Widodo convenes his Cabinet.", "convenes"),
    ],
    "openings": [
        ("In his speech to parliament, Putin reveals a new weapon.", "reveals"),
        ("Asked by reporters if he would go, Bush replies that he would.", "replies"),
        ("Less than an hour before the envoys meet, Seoul asks for a delay.", "asks"),
        ("After Bush visits Seoul, Beijing demands an explanation.", "demands"),
        ("Citing the standoff, the agency lowers its outlook.", "lowers"),
        ("After 11 days in detention the crew flies out of Haikou, bound for Guam.", "flies"),
    ],
    "participles": [
        ("Ten warships, accompanied by two tankers, sail through the strait.", "sail"),
        ("Red Cross officials headed by Park Ki-ryun meet at the border.", "meet"),
        ("The forum, attended by 27 ministers, is held in Phnom Penh.", "held"),
        ("Newly elected President Roh meets Koizumi.", "meets"),
    ],
    "nouns that look like verbs": [
        ("US-China talks on trade end in Washington.", "end"),
        ("Talks between Tokyo and Pyongyang end without result.", "end"),
        ("Chinese coast guard ships fire water cannon at a boat.", "fire"),
        ("The army tests a missile.", "tests"),
        ("Seoul protests the landing.", "protests"),
        ("DPRK launches a second anti-ship missile.", "launches"),
        ("A US spy plane and a Chinese fighter collide.", "collide"),
        ("Arson attack on a subway train claims 192 lives.", "claims"),
    ],
    "auxiliaries": [
        ("Lavrov will meet Wang Yi in Moscow.", "meet"),
        ("North Korea has fired a missile.", "fired"),
        ("Rice is to visit Tokyo.", "visit"),
        ("Two girls are crushed by an army vehicle.", "crushed"),
        ("Manmohan Singh is received by President Bush.", "received"),
    ],
    "what is said before who says it": [
        ("Japan and China are ready for a treaty, Komura Masahiko says.", "says"),
        ("“We will not yield,” Scott Morrison tells parliament.", "tells"),
    ],
    "verbs that no table has": [
        ("Beijing spurgles the offer.", "spurgles"),
        ("A passenger plane with 239 on board evanishes over the sea.", "evanishes"),
    ],
    "no verb": [
        ("Reception in Beijing for the diplomatic corps.", None),
        ("12th round of talks in Hangzhou.", None),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{name}: {case[0]}") for name, cases in CASES.items() for case in cases],
)
def test_main_verb(text: str, expected: str | None, gazetteer: Gazetteer) -> None:
    assert printed_verb(text, gazetteer) == expected
