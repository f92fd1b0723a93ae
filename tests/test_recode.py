"""Stored entries coded again after the tables changed: what is different is told, ids and corrections stay."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from corrected import DESK, new

from chronicle.ingest import ingest
from chronicle.model import Event, EventType
from chronicle.querying import Query, actors, events
from chronicle.recode import Report, recode
from chronicle.storing import Database, check, connect
from chronicle.storing.corrections import keep
from chronicle.storing.entries import documents
from chronicle.storing.facts import Facts

CHRONOLOGY = """\
Chronology of China - Russia Relations

Jan. 5, 2022: Quentin Quagmire, an Australian lawmaker, meets Wang Yi in Beijing.

Jan. 9, 2022: Quagmire flies to Moscow for talks with Sergey Lavrov.

Jan. 31-32, 2022: Nothing happens.
"""
PEOPLE = "id,name,family,country,aliases,native,wikidata\n"
KNOWN = f"{PEOPLE}quentin-quagmire,Quentin Q. Quagmire,Quagmire,AU,Quentin Quagmire,,Q1\n"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The user's own tables, empty, and with a person; in two folders, because one process reads a folder once."""
    empty, learnt = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("learnt")
    (learnt / "people.csv").write_text(KNOWN, encoding="utf-8")
    return empty, learnt


@pytest.fixture
def db(folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database whose document is not to be had any more, coded by the shipped tables."""
    monkeypatch.setenv("CHRONICLE_DATA", str(folders[0]))
    file, target = tmp_path / "issue.txt", tmp_path / "chronicle.db"
    file.write_text(CHRONOLOGY, encoding="utf-8")
    assert [report.status for report in ingest([str(file)], str(target))] == ["added"]
    file.unlink()
    with closing(connect(str(target))) as opened:
        yield opened
        assert check(opened) == []


@pytest.fixture
def learnt(db: Database, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Since the document was coded, the tables have come to know Quagmire."""
    monkeypatch.setenv("CHRONICLE_DATA", str(folders[1]))


def again(db: Database, *, dry_run: bool = False) -> Report:
    [report] = recode(db, documents(db), dry_run=dry_run)
    return report


def stored(db: Database) -> list[Event]:
    return list(events(db, Query(sort="document")))


def names(event: Event) -> list[str]:
    return [actor.name for actor in event.actors if actor.kind == "person"]


def test_nothing_changed(db: Database) -> None:
    before = stored(db)
    report = again(db)
    assert (report.events, report.changed, report.differences, report.misfits) == (3, 0, (), ())
    assert stored(db) == before


def test_a_name_printed_in_two_ways_is_no_difference(tmp_path: Path) -> None:
    """The actor is called as it was first; a venue lies where the tables have it, whatever is printed."""
    file, target = tmp_path / "embassies.txt", tmp_path / "embassies.db"
    file.write_text(
        "Chronology of US - Korea Relations\n\n"
        "Jan. 5, 2022: The U.S. Embassy in Manila protests.\n\n"
        "Jan. 9, 2022: The US embassy in Manila protests.\n\n"
        "Jan. 12, 2022: President Moon visits South Korea.\n\n"
        "Jan. 14, 2022: Envoys of the North travel to the South.\n",
        encoding="utf-8",
    )
    assert [report.status for report in ingest([str(file)], str(target))] == ["added"]
    with closing(connect(str(target))) as opened:
        assert again(opened).differences == ()


@pytest.mark.usefixtures("learnt")
class TestLearnt:
    def test_what_is_different_is_told_value_by_value(self, db: Database) -> None:
        meeting, talks, _ = stored(db)
        report = again(db)
        assert (report.events, report.changed) == (3, 2)
        assert [(each.event, each.field) for each in report.differences] == [
            (meeting.id, "actors"),
            (talks.id, "actors"),
        ]
        [before], [after] = report.differences[0].before, report.differences[0].after
        assert before.startswith("Quentin Quagmire")
        assert after.startswith("Quentin Q. Quagmire")
        assert after.endswith("Q1")

    def test_events_are_the_new_ones_under_their_ids(self, db: Database) -> None:
        before = stored(db)
        again(db)
        after = stored(db)
        assert [each.id for each in after] == [each.id for each in before]
        assert [names(each) for each in after[:2]] == [
            ["Quentin Q. Quagmire", "Wang Yi"],
            ["Quentin Q. Quagmire", "Sergey Lavrov"],
        ]
        assert [row.events for row in actors(db, Query(actors=("quagmire",))) if row.key == "quentin-quagmire"] == [2]
        assert again(db).changed == 0

    def test_only_changed_events_are_of_the_new_run(self, db: Database) -> None:
        again(db)
        assert [row[0] for row in db.rows("SELECT ingest_id FROM events ORDER BY section_id, ordinal")] == [2, 2, 1]

    def test_a_dry_run_tells_the_same_and_writes_nothing(self, db: Database) -> None:
        before = stored(db)
        told = again(db, dry_run=True)
        assert stored(db) == before
        assert next(db.rows("SELECT count(*) FROM ingests")) == (1,)
        assert again(db) == told

    def test_corrections_hold_on(self, db: Database) -> None:
        meeting, talks, slip = stored(db)
        quagmire = next(actor for actor in talks.actors if actor.name == "Quentin Quagmire")
        keep(
            db,
            [
                DESK.type(meeting, EventType.STATEMENT, "REJECT"),
                DESK.change_actor(talks, quagmire, None, {"office": "Senator"}),
                DESK.date(slip, "2022-01-31"),
            ],
            Facts(),
        )
        report = again(db)
        assert (report.changed, report.misfits) == (2, ())
        meeting, talks, slip = stored(db)
        assert (meeting.type, meeting.plover, names(meeting)[0]) == (
            EventType.STATEMENT, "REJECT", "Quentin Q. Quagmire",
        )  # fmt: skip
        assert next(a.office for a in talks.actors if a.key == "quentin-quagmire") == "Senator"
        assert (slip.date.edtf, slip.flags) == ("2022-01-31", ())

    def test_a_correction_that_does_not_fit_any_more_is_told(self, db: Database) -> None:
        meeting = stored(db)[0]
        stranger = replace(meeting.actors[0], name="Somebody Else", mention="Else", key=None)
        lost = DESK.change_actor(meeting, stranger, new("Ada Nowhere"), {})
        keep(db, [lost], Facts())
        assert [misfit.correction for misfit in again(db).misfits] == [lost]


def described(db: Database) -> list[str]:
    return [row[0] for row in db.rows("SELECT form FROM aliases WHERE form = 'Ohira'")]


def test_words_that_name_no_state_are_forgotten(db: Database, tmp_path: Path) -> None:
    file = tmp_path / "next.txt"
    file.write_text("Chronology of China - Russia Relations\n\nMay 5, 2023: China criticizes Russia for its tariffs.\n")
    list(ingest([str(file)], db.target))
    file.write_text("Chronology of China - Russia Relations\n\nMay 5, 2023: China praises Russia for its tariffs.\n")
    wrong = "INSERT INTO aliases SELECT 'ohira', id, 'Ohira' FROM actors WHERE key = 'CN'"
    db.write(wrong)
    list(recode(db, documents(db), dry_run=True))
    assert described(db)
    list(recode(db, documents(db)))
    assert not described(db)
    db.write(wrong)
    assert [report.status for report in ingest([str(file)], db.target)] == ["changed"]
    assert not described(db)


def test_an_alias_is_read_in_stored_entries_too(db: Database) -> None:
    lavrov = {"key": "sergey-lavrov", "name": "Sergey Lavrov", "kind": "person", "country": "RU", "wikidata": "Q58217"}
    keep(db, [DESK.alias("sergey-lavrov", lavrov, "Quentin Quagmire")], Facts())
    again(db)
    assert [names(each) for each in stored(db)[:2]] == [["Sergey Lavrov", "Wang Yi"], ["Sergey Lavrov"]]


def test_an_alias_is_read_in_documents_to_come(db: Database, tmp_path: Path) -> None:
    lavrov = {"key": "sergey-lavrov", "name": "Sergey Lavrov", "kind": "person", "country": "RU", "wikidata": "Q58217"}
    keep(db, [DESK.alias("sergey-lavrov", lavrov, "Seryozha")], Facts())
    file = tmp_path / "next.txt"
    file.write_text("Chronology of China - Russia Relations\n\nMay 5, 2023: Seryozha meets Wang Yi in Beijing.\n")
    [report] = ingest([str(file)], db.target)
    [event] = [each for each in stored(db) if each.id == report.added[0]]
    assert names(event) == ["Sergey Lavrov", "Wang Yi"]
    assert next(actor.key for actor in event.actors) == "sergey-lavrov"
