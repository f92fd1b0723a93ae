"""Corrections in a database: applied to what is stored, outliving what is read and coded again, taken back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from corrected import DESK, LATER, new, place, who
from invented import BEIJING, LAVROV, MOSCOW, NIKONOV, WANG_QISHAN, WANG_YI, document, event, mentioned

from chronicle.model import Event, EventType, Participation
from chronicle.model.correction import Correction
from chronicle.querying import Query, actors, events
from chronicle.storing import Database, check, connect
from chronicle.storing.corrections import Outcome, keep, take_back
from chronicle.storing.facts import Facts, actor_key
from chronicle.storing.fitting import misfits
from chronicle.storing.found import found_events
from chronicle.storing.kept import all_corrections
from chronicle.storing.store import Change, store_document

TALKS = event("2021-09-03", "Lavrov meets Wang in Beijing. They talk for two hours.")
VISIT = event("2021-10-05", "Nikonov and Wang visit Moscow.", actors=(NIKONOV, WANG_YI), venues=(MOSCOW,))
SLIP = event(None, "Nothing can happen on this day.", actors=(), venues=(), flags=("date_invalid",))
FACTS = Facts()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "corrected.db"), create=True)) as opened:
        stored(opened, TALKS, VISIT, SLIP)
        yield opened
        assert check(opened) == []


def stored(db: Database, *found: Event) -> Change:
    return store_document(db, *document(*found))


def kept(db: Database, *corrections: Correction) -> Outcome:
    return keep(db, corrections, FACTS)


def listed(db: Database, **filters: tuple[str, ...]) -> list[Event]:
    return list(events(db, Query(sort="document", **filters)))  # type: ignore[arg-type]


def named(db: Database, beginning: str) -> Event:
    return next(each for each in listed(db) if each.text.startswith(beginning))


def found(db: Database) -> list[Event]:
    numbers = [row[0] for row in db.rows("SELECT id FROM events ORDER BY section_id, ordinal")]
    return found_events(db, numbers)


class TestApplied:
    def test_the_stored_event_is_the_corrected_one(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        outcome = kept(db, DESK.type(talks, EventType.AGREEMENT), DESK.remove_actor(talks, WANG_YI))
        assert (outcome.events, outcome.misfits) == ((talks.id,), ())
        back = named(db, "Lavrov")
        assert (back.id, back.type, back.plover) == (talks.id, EventType.AGREEMENT, "AGREE")
        assert [actor.name for actor in back.actors] == ["Sergey Lavrov"]

    def test_questions_are_answered_by_it(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        kept(
            db,
            DESK.change_actor(talks, WANG_YI, who(WANG_QISHAN), {}),
            DESK.change_venue(talks, BEIJING, place(MOSCOW)),
            DESK.date(talks, "2020-12-30"),
        )
        assert [each.id for each in listed(db, actors=("qishan",))] == [talks.id]
        assert len(listed(db, actors=("wang yi",))) == 1
        assert len(listed(db, venues=("moscow",))) == 2
        assert [each.id for each in events(db, Query(during="2020"))] == [talks.id]
        assert [each.id for each in events(db, Query(text="hours"))] == [talks.id]

    def test_a_date_that_could_not_be_has_a_day(self, db: Database) -> None:
        slip = named(db, "Nothing")
        kept(db, DESK.date(slip, "2021-09-30"))
        back = named(db, "Nothing")
        assert (back.date.edtf, back.date.text, back.flags, back.id) == ("2021-09-30", "Sept. 31", (), slip.id)
        assert [row[0] for row in db.rows("SELECT id FROM events WHERE key = :key", {"key": slip.id})] == [
            20210930000001
        ]

    def test_what_was_found_is_kept_beside(self, db: Database) -> None:
        before = found(db)
        talks, slip = named(db, "Lavrov"), named(db, "Nothing")
        kept(db, DESK.mode(talks, None), DESK.remove_venue(talks, BEIJING), DESK.date(slip, "2021-09-30"))
        assert found(db) == before
        assert next(db.rows("SELECT count(*) FROM found")) == (2,)

    def test_all_of_it_or_nothing(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        nowhere = {**place(MOSCOW), "latitude": 1000.0}
        with pytest.raises(Exception, match="CHECK constraint failed"):
            kept(db, DESK.mode(talks, None), DESK.add_venue(talks, nowhere))
        assert named(db, "Lavrov") == talks
        assert all_corrections(db) == []


class TestTakenBack:
    def test_the_event_is_as_it_was_found(self, db: Database) -> None:
        before = listed(db)
        talks, slip = named(db, "Lavrov"), named(db, "Nothing")
        corrections = (
            DESK.type(talks, EventType.VISIT),
            DESK.change_actor(talks, WANG_YI, who(WANG_QISHAN), {}),
            DESK.date(slip, "2021-09-30"),
        )
        kept(db, *corrections)
        outcome = take_back(db, corrections, FACTS)
        assert set(outcome.events) == {talks.id, slip.id}
        assert listed(db) == before
        assert next(db.rows("SELECT count(*) FROM found")) == (0,)

    def test_the_one_before_counts_again(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        first, second = DESK.type(talks, EventType.VISIT), LATER.type(talks, EventType.AGREEMENT)
        kept(db, first, second)
        take_back(db, [second], FACTS)
        assert named(db, "Lavrov").type is EventType.VISIT


class TestOutliving:
    def test_a_document_that_is_read_again_is_unchanged(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        kept(db, DESK.type(talks, EventType.VISIT), DESK.date(talks, "2021-09-04"))
        again = stored(db, TALKS, VISIT, SLIP)
        assert (len(again.unchanged), again.changed, again.misfits) == (3, (), ())
        back = named(db, "Lavrov")
        assert (back.type, back.date.edtf, back.id) == (EventType.VISIT, "2021-09-04", talks.id)

    def test_an_entry_that_changed_is_corrected_as_before(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        kept(db, DESK.change_actor(talks, WANG_YI, None, {"role": "mentioned"}))
        longer = replace(TALKS, text=f"{TALKS.text} They dine.", date=event("2021-09-02").date)
        change = stored(db, longer, VISIT, SLIP)
        assert change.changed == (talks.id,)
        back = named(db, "Lavrov")
        assert back.text.endswith("They dine.")
        assert back.actors == (LAVROV, mentioned(WANG_YI))

    def test_what_the_program_finds_otherwise_is_corrected_as_before(self, db: Database) -> None:
        talks = named(db, "Lavrov")
        kept(db, DESK.type(talks, EventType.VISIT))
        stored(db, replace(TALKS, type=EventType.CEREMONY, venues=()), VISIT, SLIP)
        back = named(db, "Lavrov")
        assert (back.type, back.venues) == (EventType.VISIT, ())
        assert found(db)[0].type is EventType.CEREMONY

    def test_one_that_does_not_fit_is_told_and_kept(self, db: Database) -> None:
        talks, visit = named(db, "Lavrov"), named(db, "Nikonov")
        role = DESK.change_actor(talks, WANG_YI, None, {"role": "mentioned"})
        mode = DESK.mode(visit, None)
        kept(db, role, mode)
        change = stored(db, replace(TALKS, actors=(LAVROV,)), SLIP)
        assert [(each.correction, each.why) for each in change.misfits] == [
            (mode, "its entry is gone"),
            (role, "the event has no actor Wang Yi"),
        ]
        assert [each.correction.id for each in misfits(db)] == [one.id for one in all_corrections(db)]
        assert f"`chronicle correct undo {role.id}` takes it back" in str(misfits(db)[0])

    def test_and_holds_again_when_its_entry_comes_back(self, db: Database) -> None:
        visit = named(db, "Nikonov")
        kept(db, DESK.mode(visit, None))
        stored(db, TALKS, SLIP)
        stored(db, TALKS, VISIT, SLIP)
        assert named(db, "Nikonov").mode is None
        assert misfits(db) == []

    def test_in_a_database_that_is_filled_later(self, db: Database, tmp_path: Path) -> None:
        talks, slip = named(db, "Lavrov"), named(db, "Nothing")
        kept(
            db,
            DESK.change_actor(talks, WANG_YI, who(WANG_QISHAN), {}),
            DESK.date(slip, "2021-09-30"),
            DESK.merge(actor_key(NIKONOV), NIKONOV.name, who(LAVROV)),
        )
        with closing(connect(str(tmp_path / "later.db"), create=True)) as other:
            assert len(kept(other, *all_corrections(db)).misfits) == 2
            assert stored(other, TALKS, VISIT, SLIP).misfits == ()
            assert listed(other) == listed(db)
            assert actors(other, Query(actors=("nikonov",)))[0].name == "Sergey Lavrov"

    def test_kept_twice_it_is_kept_once(self, db: Database) -> None:
        mode = DESK.mode(named(db, "Lavrov"), None)
        kept(db, mode)
        assert kept(db, mode).corrections == ()
        assert all_corrections(db) == [mode]


def count_of(db: Database, name: str) -> int:
    return len(listed(db, actors=(name,)))


class TestMerged:
    MERGE = DESK.merge(actor_key(NIKONOV), NIKONOV.name, who(LAVROV))

    def test_all_events_of_one_are_events_of_the_other(self, db: Database) -> None:
        outcome = kept(db, self.MERGE)
        assert outcome.events == (named(db, "Nikonov").id,)
        assert (count_of(db, "lavrov"), count_of(db, "nikonov")) == (2, 2)
        assert [row.name for row in actors(db, Query())] == ["Sergey Lavrov", "Wang Yi"]

    def test_of_documents_to_come_too(self, db: Database) -> None:
        kept(db, self.MERGE)
        later = event("2022-01-05", "Nikonov speaks in Moscow.", actors=(NIKONOV,), venues=(MOSCOW,))
        store_document(db, *document(later, number="1", title="Next", file="next.txt", relation="US - Russia"))
        assert count_of(db, "lavrov") == 3

    def test_undone_they_are_two_again(self, db: Database) -> None:
        before, names = listed(db), sorted(db.rows("SELECT actor_id, folded FROM aliases"))
        kept(db, self.MERGE)
        take_back(db, [self.MERGE], FACTS)
        assert listed(db) == before
        assert sorted(db.rows("SELECT actor_id, folded FROM aliases")) == names

    def test_other_corrections_hold_on(self, db: Database) -> None:
        visit = named(db, "Nikonov")
        kept(db, DESK.change_actor(visit, NIKONOV, None, {"office": "Deputy", "role": "mentioned"}), self.MERGE)
        back = named(db, "Nikonov").actors[0]
        assert (back.name, back.office, back.role.value) == ("Sergey Lavrov", "Deputy", "mentioned")
        assert misfits(db) == []

    def test_a_name_that_changed_in_the_tables_since_is_not_brought_back(self, db: Database) -> None:
        kept(db, self.MERGE)
        renamed = replace(LAVROV, name="Sergei V. Lavrov")
        stored(db, replace(TALKS, actors=(renamed, WANG_YI)), VISIT, SLIP)
        assert {each.actors[0].name for each in listed(db)[:2]} == {"Sergei V. Lavrov"}


class TestSplit:
    def test_one_actor_in_some_events_is_another(self, db: Database) -> None:
        visit = named(db, "Nikonov")
        kept(db, DESK.change_actor(visit, WANG_YI, new("Wang Yi II", "CN"), {}))
        assert [each.id for each in listed(db, actors=("wang yi ii",))] == [visit.id]
        assert [each.id for each in listed(db, actors=("wang-yi",))] == [named(db, "Lavrov").id]


class TestAlias:
    ALIAS = DESK.alias("sergey-lavrov", who(LAVROV), "Vyacheslav Nikonov")

    def test_it_is_found_by_and_names_whom_no_table_knows(self, db: Database) -> None:
        kept(db, self.ALIAS)
        assert count_of(db, "lavrov") == count_of(db, "vyacheslav nikonov") == 2

    def test_undone(self, db: Database) -> None:
        before = listed(db)
        kept(db, self.ALIAS)
        take_back(db, [self.ALIAS], FACTS)
        assert listed(db) == before
        assert count_of(db, "vyacheslav nikonov") == 1

    def test_a_name_that_nobody_printed(self, db: Database) -> None:
        assert kept(db, DESK.alias("sergey-lavrov", who(LAVROV), "Mr. No")).events == ()
        assert count_of(db, "mr no") == 1


def test_an_actor_who_is_new_everywhere(db: Database) -> None:
    envoy = Participation("Ada Nowhere", LAVROV.kind, LAVROV.role, "NO", "Envoy")
    kept(db, DESK.add_actor(named(db, "Lavrov"), new("Ada Nowhere", "NO"), {"office": "Envoy"}))
    assert named(db, "Lavrov").actors[-1] == envoy
    assert count_of(db, "norway") == 1


def test_an_actor_keeps_what_it_is_called_where_another_one_stands_before_it_in_an_event(db: Database) -> None:
    """Two who are one stand in an event once, with the words of the first; those of the second are a name too."""
    short = replace(NIKONOV, mention="Vyacheslav")
    stored(db, event("2021-11-05", "Wang calls. Vyacheslav agrees.", actors=(WANG_QISHAN, short)))
    assert [row.name for row in actors(db, Query(actors=("vyacheslav",)))]
    kept(db, DESK.merge(actor_key(WANG_QISHAN), WANG_QISHAN.name, who(NIKONOV)))
    assert [actor.mention for actor in named(db, "Wang calls").actors] == [WANG_QISHAN.mention]
    assert "Vyacheslav" in {row[0] for row in db.rows("SELECT form FROM aliases")}
