"""For each value of an event the words it came from, the rule, and the row of the tables; or who corrected it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from corrected import DESK, LATER, place, who
from invented import MOSCOW, SCO, WANG_QISHAN

from chronicle.ingest import ingest
from chronicle.model import Event, EventType
from chronicle.querying import Query, events
from chronicle.storing import Database, connect
from chronicle.storing.corrections import keep
from chronicle.storing.facts import Facts
from chronicle.why import Reason, why

CHRONOLOGY = """\
Chronology of China - Russia Relations

Jan. 5, 2016: Foreign Minister Wang Yi meets Sergey Lavrov in Vladivostok.

Jan. 7: Lavrov calls Wang.

Jan. 9, 2016: Chinese and Russian presidents sign a joint statement in Moscow.

Jan. 11, 2018: North Korean leader Kim Jong Un writes to Xi Jinping.

Jan. 12, 2018: Wang Yi and Lavrov meet by video conference.
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    file, target = folder / "issue.txt", folder / "chronicle.db"
    file.write_text(CHRONOLOGY, encoding="utf-8")
    list(ingest([str(file)], str(target)))
    file.unlink()
    return target


@pytest.fixture
def db(database: Path, tmp_path: Path) -> Iterator[Database]:
    copy = tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    with closing(connect(str(copy))) as opened:
        yield opened


def nth(db: Database, number: int) -> Event:
    return list(events(db, Query(sort="document")))[number]


def reasons(db: Database, number: int) -> dict[tuple[str, str], Reason]:
    """By field and value."""
    found = why(db, nth(db, number))
    assert found.stale == ()
    return {(reason.field, reason.value): reason for reason in found.reasons}


def test_every_value_has_a_reason(db: Database) -> None:
    found = why(db, nth(db, 0))
    assert [(reason.field, reason.value) for reason in found.reasons] == [
        ("date", "2016-01-05"),
        ("type", "meeting"),
        ("plover", "CONSULT"),
        ("mode", "in_person"),
        ("actor", "Wang Yi"),
        ("office", "Foreign Minister"),
        ("role", "participant"),
        ("actor", "Sergey Lavrov"),
        ("office", "Foreign Minister"),
        ("role", "participant"),
        ("venue", "Vladivostok"),
    ]
    assert all(reason.rule for reason in found.reasons)


def test_the_words_and_the_rows(db: Database) -> None:
    found = reasons(db, 0)
    assert (found["date", "2016-01-05"].words, found["date", "2016-01-05"].rule) == ("Jan. 5, 2016", "a day")
    assert (found["type", "meeting"].words, found["type", "meeting"].row) == ("meets", "verbs.csv: meet")
    wang = found["actor", "Wang Yi"]
    assert (wang.words, wang.row) == ("Foreign Minister Wang Yi", "people.csv: wang-yi")
    assert found["venue", "Vladivostok"].row == "venues.csv: ru-vladivostok"


def test_an_office_is_printed_or_held_that_day(db: Database) -> None:
    offices = [reason for reason in why(db, nth(db, 0)).reasons if reason.field == "office"]
    assert [(reason.of, reason.rule) for reason in offices] == [
        ("Wang Yi", "printed with the name"),
        ("Sergey Lavrov", "held that day"),
    ]
    assert offices[0].row == "offices.csv: foreign-minister"
    assert (offices[1].row or "").startswith("terms.csv: sergey-lavrov, foreign-minister, 2004-03-09 to ")


def test_the_mode_is_told_by_what_the_headline_says(db: Database) -> None:
    rules = [
        next(each.rule for each in why(db, nth(db, number)).reasons if each.field == "mode") for number in range(5)
    ]
    assert rules == [
        "a meeting is in person where the headline tells of no call and no screens",
        "the headline tells of a call",
        "the headline tells of a meeting, a signing, a place, a hearer or a speech",
        "a message is written where the headline tells of no call",
        "the headline tells of screens",
    ]


def test_an_office_of_another_name_than_the_words_printed(db: Database) -> None:
    [kim] = [each for each in why(db, nth(db, 3)).reasons if each.field == "office" and each.of == "Kim Jong Un"]
    assert (kim.value, kim.words) == ("Chairman of the State Affairs Commission", "leader")
    assert kim.rule == "what the words printed with the name mean, of that state"


def test_a_surname_by_the_entries_above_and_a_year_that_is_not_printed(db: Database) -> None:
    found = reasons(db, 1)
    assert found["date", "2016-01-07"].rule == "a day, the year as in force there"
    assert found["actor", "Wang Yi"].words == "Wang"
    assert "surname" in (found["actor", "Wang Yi"].rule or "")


def test_a_holder_inferred(db: Database) -> None:
    found = reasons(db, 2)
    assert "president" in (found["actor", "Xi Jinping"].words or "")
    assert (found["office", "President"].row or "").startswith("terms.csv: vladimir-putin, president, 2012-05-07")
    assert found["office", "President"].rule == "holder inferred from the office and the date"


def test_who_corrected_what(db: Database) -> None:
    talks = nth(db, 0)
    wang, lavrov = talks.actors
    keep(
        db,
        [
            LATER.type(talks, EventType.VISIT),
            LATER.date(talks, "2016-01-06"),
            LATER.change_actor(talks, wang, None, {"role": "mentioned"}),
            LATER.change_actor(talks, lavrov, who(SCO), {}),
            LATER.add_venue(talks, place(MOSCOW)),
        ],
        Facts(),
    )
    found = reasons(db, 0)
    corrected = {key for key, reason in found.items() if "corrected by ben on 2026-02-01" in (reason.rule or "")}
    assert corrected == {
        ("type", "visit"), ("plover", "CONSULT"), ("date", "2016-01-06"), ("role", "mentioned"),
        ("actor", "Shanghai Cooperation Organization"), ("venue", "Moscow"),
    }  # fmt: skip
    assert found["type", "visit"].rule == (
        f"corrected by ben on 2026-02-01 ({LATER.type(talks, EventType.VISIT).id}, type: meeting -> visit)"
        ": seen in the ministry's own report"
    )
    assert found["actor", "Wang Yi"].rule == "full name"


def test_who_is_put_in_the_place_of_a_holder_inferred(db: Database) -> None:
    """Of two with the same words each has reasons of its own, and nobody a term of another."""
    signing = nth(db, 2)
    xi = next(actor for actor in signing.actors if actor.name == "Xi Jinping")
    keep(db, [LATER.change_actor(signing, xi, who(WANG_QISHAN), {})], Facts())
    now = {actor.name: actor for actor in nth(db, 2).actors}
    assert (now["Vladimir Putin"].inferred, now["Wang Qishan"].inferred) == (True, False)
    found = {(each.field, each.of): each for each in why(db, nth(db, 2)).reasons}
    assert "terms.csv: vladimir-putin" in (found["office", "Vladimir Putin"].row or "")
    office = found["office", "Wang Qishan"]
    assert (office.words, office.rule) == ("presidents", "what the words printed with the name mean, of that state")
    assert office.row == "offices.csv: president"
    assert "corrected by ben" in (reasons(db, 2)["actor", "Wang Qishan"].rule or "")


def test_the_code_is_told_of_whom_it_is_from(db: Database) -> None:
    keep(db, [DESK.type(nth(db, 0), EventType.STATEMENT, "ACCUSE")], Facts())
    keep(db, [LATER.type(nth(db, 0), EventType.STATEMENT)], Facts())
    found = reasons(db, 0)
    assert "corrected by ben" in (found["type", "statement"].rule or "")
    assert "corrected by ada" in (found["plover", "ACCUSE"].rule or "")


def test_a_corrected_venue_has_its_row(db: Database) -> None:
    talks, nowhere = nth(db, 0), {**place(MOSCOW), "name": "Ys"}
    keep(db, [LATER.add_venue(talks, place(MOSCOW)), LATER.add_venue(talks, nowhere)], Facts())
    found = reasons(db, 0)
    assert (found["venue", "Moscow"].row, found["venue", "Ys"].row) == ("venues.csv: ru-moscow", None)


def test_a_term_is_told_as_the_table_has_it(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a year no day is invented."""
    header = "person,office,country,to,start,end\n"
    (tmp_path / "terms.csv").write_text(f"{header}xi-jinping,president,CN,,2013,2018-03\n", encoding="utf-8")
    file, target = tmp_path / "issue.txt", tmp_path / "own.db"
    file.write_text(CHRONOLOGY, encoding="utf-8")
    monkeypatch.setenv("CHRONICLE_DATA", str(tmp_path))
    list(ingest([str(file)], str(target)))
    with closing(connect(str(target))) as opened:
        offices = {each.of: each.row for each in why(opened, nth(opened, 2)).reasons if each.field == "office"}
    assert offices["Xi Jinping"] == "terms.csv: xi-jinping, president, 2013 to 2018-03"


def test_what_coding_finds_otherwise_by_now(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "people.csv").write_text(
        "id,name,family,country,aliases,native,wikidata\nwang-yi,Wang Y.,Wang,CN,Wang Yi,,Q1\n", encoding="utf-8"
    )
    monkeypatch.setenv("CHRONICLE_DATA", str(tmp_path))
    assert why(db, nth(db, 0)).stale == ("actors",)


def test_the_country_of_a_namesake(tmp_path: Path) -> None:
    """Printed in another document; the event is not found otherwise for that."""
    for name, told in (
        ("a", "Zoltan Zorvan meets Angela Merkel in Berlin."),
        ("b", "Serbian trader Zoltan Zorvan dies."),
    ):
        listed = "\n\n".join(f"May {day}, 2019: {told}" for day in (3, 5, 9))
        (tmp_path / f"{name}.txt").write_text(f"Chronology\n\n{listed}\n", encoding="utf-8")
    list(ingest([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], str(tmp_path / "a.db")))
    with closing(connect(str(tmp_path / "a.db"))) as db:
        reason = reasons(db, 0)["actor", "Zoltan Zorvan"]
        assert [actor.country for actor in nth(db, 0).actors if actor.name == "Zoltan Zorvan"] == ["RS"]
    assert reason.rule == "name as printed, in no table; the country is printed with this name elsewhere"
