"""Type and mode of headlines in the style of the chronologies (tests/extracting/headlines.csv), and PLOVER codes."""

import csv
from pathlib import Path

import pytest

from chronicle.extracting import Gazetteer, load_gazetteer
from chronicle.extracting.clauses import read_clause
from chronicle.extracting.headline import Headline
from chronicle.extracting.kinds import event_type, plover
from chronicle.extracting.lexicon import Verb
from chronicle.extracting.modes import event_mode
from chronicle.extracting.phrases import find_mentions
from chronicle.extracting.spans import find_spans
from chronicle.extracting.words import split_words
from chronicle.gazetteer.shape import VERB_MARKS
from chronicle.model import EventType

TABLES = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(TABLES)


def headline_of(text: str, gazetteer: Gazetteer) -> Headline:
    words = split_words(text)
    mentions = find_mentions(words, find_spans(words, gazetteer), gazetteer)
    clause = read_clause(words, mentions, gazetteer.lexicon, 0, len(words))
    return Headline(words, clause, mentions, gazetteer.lexicon)


def type_of(text: str, gazetteer: Gazetteer) -> str:
    return event_type(headline_of(text, gazetteer))


def mode_of(text: str, gazetteer: Gazetteer, seated: bool = False, hearer: bool = False) -> str | None:
    headline = headline_of(text, gazetteer)
    return event_mode(headline, event_type(headline), seated=seated, hearer=hearer, printed=False)


def coded_headlines() -> list[tuple[str, list[str], str]]:
    """Each headline with the types that a coder accepts, the first preferred, and its mode (empty: not asked)."""
    with (Path(__file__).parent / "headlines.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["headline"], row["type"].split(";"), row["mode"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize("kind", list(EventType))
def test_headlines_of_each_type_get_it(kind: EventType, gazetteer: Gazetteer) -> None:
    asked = [(text, types) for text, types, _ in coded_headlines() if types[0] == kind]
    wrong = [(text, got) for text, types in asked if (got := type_of(text, gazetteer)) not in types]
    assert asked
    assert len(wrong) <= 0.07 * len(asked), wrong


def test_nearly_all_headlines_get_their_mode(gazetteer: Gazetteer) -> None:
    asked = [(text, mode) for text, _, mode in coded_headlines() if mode and mode not in ("hybrid", "in_person")]
    wrong = [(text, got) for text, mode in asked if (got := mode_of(text, gazetteer) or "none") != mode]
    assert len(wrong) <= 0.03 * len(asked), wrong


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hu Jintao visits Hanoi.", "visit"),
        ("Hu Jintao receives Nong Duc Manh.", "meeting"),
        ("Hu Jintao receives a letter from Nong Duc Manh.", "message"),
        ("Hu Jintao receives Nong Duc Manh's letter.", "message"),
        ("Hu Jintao receives Nong Duc Manh and takes a letter from him.", "meeting"),
        ("Hu Jintao attends a summit in Hanoi.", "meeting"),
        ("Hu Jintao attends a funeral in Hanoi.", "ceremony"),
        ("Hu Jintao signs a treaty in Hanoi.", "agreement"),
        ("Hu Jintao signs a law on secession.", "politics"),
        ("Beijing calls off a visit to Hanoi.", "other"),
        ("Beijing calls off its sanctions.", "sanction"),
        ("Beijing lifts a ban on imports.", "sanction"),
        ("Rescuers lift the hull.", "other"),
        ("Beijing sends a letter to Hanoi.", "message"),
        ("Beijing sends a delegation to Hanoi.", "visit"),
        ("Beijing sends troops to the border.", "military"),
        ("Beijing sends rice to Pyongyang.", "aid"),
        ("Beijing sends a patrol ship to the reef.", "military"),
        ("Hu Jintao reviews a naval parade off Qingdao.", "ceremony"),
        ("Beijing announces duties on barley.", "sanction"),
        ("Students stage a sit-in.", "incident"),
        ("Two Chinese missiles fall into the sea during PLA drills.", "incident"),
        ("A committee, set up in 2002, makes public its report.", "statement"),
        ("A building under construction by Hyundai collapses in Hanoi.", "incident"),
        ("Hu Jintao and Kan Naoto speak for an hour.", "meeting"),
        ("Hu Jintao and Kan Naoto speak on the margins of a summit.", "meeting"),
        ("Hu Jintao, the first leader to come since the town was bombed in 1942, lays a wreath.", "ceremony"),
        ("At a campaign rally in Hanoi, Nong Duc Manh tells Beijing to stop.", "statement"),
        ("Coast guard ships of Japan fire on a trawler.", "military"),
        ("Beijing conducts a missile test, Xinhua reports.", "military"),
    ],
)
def test_the_object_tells_what_a_light_verb_means(text: str, kind: str, gazetteer: Gazetteer) -> None:
    assert type_of(text, gazetteer) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Seoul court rules that the firm has to pay.", "politics"),
        ("The arbitral tribunal rules that the claim has no basis.", "other"),
        ("The Diet votes for the bill.", "politics"),
        ("The IAEA votes for the motion.", "agreement"),
        ("Hackers publish the files of a ministry.", "incident"),
        ("A typhoon goes ashore near Hualien.", "incident"),
        ("An RC-135 flies along the coast.", "military"),
        ("Chen Yunlin flies to Taipei.", "visit"),
    ],
)
def test_the_subject_tells_who_acts(text: str, kind: str, gazetteer: Gazetteer) -> None:
    assert type_of(text, gazetteer) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Former Premier Li Peng is sentenced to three years.", "politics"),
        ("The talks are postponed.", "other"),
        ("The ban is lifted.", "sanction"),
        ("The 17th meeting of the commission is held in Moscow.", "meeting"),
        ("A joint exercise is held off Qingdao.", "exercise"),
    ],
)
def test_the_subject_of_a_passive_is_its_object(text: str, kind: str, gazetteer: Gazetteer) -> None:
    assert type_of(text, gazetteer) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reception in Beijing for the diplomatic corps.", "ceremony"),
        ("12th round of talks in Hangzhou.", "meeting"),
        ("Earthquake in Kobe.", "incident"),
    ],
)
def test_without_a_verb_the_first_noun_decides(text: str, kind: str, gazetteer: Gazetteer) -> None:
    assert type_of(text, gazetteer) == kind


@pytest.mark.parametrize(
    ("text", "seated", "mode"),
    [
        ("Xi Jinping and Vladimir Putin hold talks.", True, "in_person"),
        ("Xi Jinping and Vladimir Putin hold talks by telephone.", False, "phone"),
        ("Xi Jinping and Vladimir Putin hold talks by video link.", False, "video"),
        ("Ministers meet in Tashkent, with two joining online.", True, "hybrid"),
        ("Moscow hosts the forum via teleconference.", True, "video"),
        ("Xi Jinping sends a message to Vladimir Putin.", False, "written"),
        ("Xi Jinping summons the ambassador.", False, "in_person"),
        ("The Pentagon releases its annual report.", False, "written"),
        ("The Pentagon says in a report that the fleet has grown.", False, "written"),
        ("The Pentagon says that the fleet has grown.", False, None),
        ("In a written interview with Xinhua, Vladimir Putin praises the fleet.", False, "written"),
        ("The fleet holds a drill in the Yellow Sea.", True, None),
    ],
)
def test_mode_is_how_the_parties_came_together(text: str, seated: bool, mode: str | None, gazetteer: Gazetteer) -> None:
    assert mode_of(text, gazetteer, seated) == mode


def test_a_statement_to_a_hearer_is_in_person(gazetteer: Gazetteer) -> None:
    assert mode_of("Xi Jinping tells Ban Ki-moon that talks are possible.", gazetteer, hearer=True) == "in_person"


def verb(code: str) -> Verb:
    return Verb("verb", "other", "", "with", code)


@pytest.mark.parametrize(
    ("kind", "code", "expected"),
    [
        ("meeting", "", "CONSULT"),
        ("agreement", "REJECT", "AGREE"),
        ("statement", "ACCUSE", "ACCUSE"),
        ("statement", "", None),
        ("military", "", "MOBILIZE"),
        ("military", "ASSAULT", "ASSAULT"),
        ("sanction", "CONCEDE", "CONCEDE"),
        ("sanction", "PROTEST", "SANCTION"),
        ("incident", "PROTEST", "PROTEST"),
        ("incident", "", None),
        ("politics", "ACCUSE", None),
    ],
)
def test_plover_by_type_and_within_it_by_verb(kind: str, code: str, expected: str | None) -> None:
    assert plover(EventType(kind), verb(code)) == expected


def test_plover_of_a_headline_without_a_verb() -> None:
    assert plover(EventType.MEETING, None) == "CONSULT"
    assert plover(EventType.STATEMENT, None) is None


def rows_of(table: str) -> list[dict[str, str]]:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_rule_that_a_verb_names_has_rows_and_every_rule_a_verb() -> None:
    named = {row["by"] for row in rows_of("verbs.csv")} - {""}
    assert named == {row["rule"] for row in rows_of("kinds.csv")} - {"*"}


def test_every_mark_of_a_verb_is_known_and_used() -> None:
    assert {mark for row in rows_of("verbs.csv") for mark in row["marks"].split(";")} - {""} == set(VERB_MARKS)


def test_every_rule_ends_in_a_type_or_says_where_to_look() -> None:
    outcomes = {*EventType, "own", "noun", "subject", "object", "then"}
    assert {row["type"] for row in rows_of("kinds.csv")} <= outcomes
