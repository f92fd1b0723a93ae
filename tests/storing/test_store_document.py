"""Storing is atomic, idempotent, and tells what changed; what was corrected keeps its id."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented import BEIJING, DIAOYUTAI, LAVROV, MOSCOW, WANG_YI, document, event, mentioned

from chronicle.model import ActorKind, Event, Link, Participation, Problem, Role, Venue, VenueKind
from chronicle.storing import Database, check, connect
from chronicle.storing.facts import Facts, OfficeTerm, Place, venue_key
from chronicle.storing.load import Loader
from chronicle.storing.registry import Registry
from chronicle.storing.store import Change, store_document, stored_copy

TALKS = event("2021-09-03", "Lavrov meets Wang in Beijing. They talk for two hours.")
CALL = event("2021-09-03", "Putin calls Xi about Afghanistan.")
DRILL = event("2021-10-14", "Chinese and Russian navies hold a drill.", end="2021-10-17")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "events.db"), create=True)) as opened:
        yield opened
        assert check(opened) == []


def loaded(db: Database) -> list[Event]:
    return Loader(db).events([row[0] for row in db.rows("SELECT id FROM events ORDER BY section_id, ordinal")])


def kept(db: Database, *events: Event, **about: str) -> Change:
    return store_document(db, *document(*events, **about))  # type: ignore[arg-type]


def count(db: Database, table: str) -> int:
    return int(next(db.rows(f"SELECT count(*) FROM {table}"))[0])


def test_events_come_back_as_they_went_in(db: Database) -> None:
    rich = replace(TALKS, plover="CONSULT", links=(Link("talks", "#"),), flags=("actor_unknown", "venue_ambiguous"))
    odd = event(None, "Nothing can happen on this day.", actors=(), venues=(DIAOYUTAI, MOSCOW), mode=None)
    its, coded = document(rich, odd, DRILL)
    change = store_document(db, its, coded)
    came_back = loaded(db)
    assert [replace(each, id=None, source=None) for each in came_back] == list(coded[0])
    assert tuple(each.id for each in came_back) == change.added
    source = came_back[0].source
    assert source is not None
    assert (source.id, source.file, source.authors) == (change.document, "issue.txt", ("Yu Bin",))
    assert (source.relation, source.section) == ("China - Russia", "Chronology of Relations")


def test_the_same_again_changes_nothing(db: Database) -> None:
    first = kept(db, TALKS, CALL, DRILL)
    again = kept(db, TALKS, CALL, DRILL)
    assert (again.is_new, again.unchanged) == (False, first.added)
    assert (again.added, again.changed, again.removed) == ((), (), ())
    assert count(db, "documents") == 1


def test_how_a_value_was_found_is_not_its_content(db: Database) -> None:
    kept(db, TALKS)
    ruled = replace(TALKS, actors=tuple(replace(actor, rule="surname") for actor in TALKS.actors), type_rule="verb")
    change = kept(db, replace(ruled, venues=(replace(BEIJING, key="beijing", rule="name of a place"),)))
    assert len(change.unchanged) == 1


def test_a_corrected_typo_is_one_changed_event_with_its_id(db: Database) -> None:
    first = kept(db, TALKS, CALL, DRILL)
    change = kept(db, TALKS, replace(CALL, text="Putin calls Xi about Afganistan."), DRILL)
    assert change.changed == (first.added[1],)
    assert change.unchanged == (first.added[0], first.added[2])
    assert [each.text for each in loaded(db)][1] == "Putin calls Xi about Afganistan."


def test_a_corrected_date_keeps_the_id_and_moves_the_event(db: Database) -> None:
    first = kept(db, TALKS, CALL)
    change = kept(db, replace(TALKS, date=event("2021-08-31").date), CALL)
    assert change.changed == (first.added[0],)
    assert [row[0] for row in db.rows("SELECT key FROM events ORDER BY id")] == [*first.added]
    assert next(db.rows("SELECT min(id) FROM events"))[0] == 20210831000001


def test_entries_put_in_and_taken_out(db: Database) -> None:
    first = kept(db, TALKS, CALL, DRILL)
    new = event("2021-09-03", "An embassy opens its doors to visitors.")
    change = kept(db, new, TALKS, DRILL)
    assert change.removed == (first.added[1],)
    assert change.unchanged == (first.added[0], first.added[2])
    assert len(change.added) == 1
    assert not set(change.added) & set(first.added)
    assert [each.ordinal for each in loaded(db)] == [1, 2, 3]
    ordered = [row[0] for row in db.rows("SELECT key FROM events WHERE id < 20210904000000 ORDER BY id")]
    assert ordered == [change.added[0], first.added[0]]


def test_a_better_coding_of_the_same_text_is_a_change(db: Database) -> None:
    kept(db, TALKS)
    change = kept(db, replace(TALKS, actors=(LAVROV, mentioned(WANG_YI))))
    assert len(change.changed) == 1
    assert loaded(db)[0].actors[1].role is Role.MENTIONED
    assert list(db.rows("SELECT country FROM event_countries")) == [("RU",)]


def test_an_unchanged_event_keeps_the_run_that_brought_it(db: Database) -> None:
    kept(db, TALKS, DRILL)
    kept(db, TALKS, replace(DRILL, text=f"{DRILL.text} It is the tenth."))
    assert list(db.rows("SELECT ingest_id FROM events ORDER BY id")) == [(1,), (2,)]


def test_the_same_chronology_under_another_name_is_recognised(db: Database) -> None:
    first = kept(db, TALKS, CALL, DRILL, file="issue.txt")
    copy = kept(db, TALKS, CALL, DRILL, file="copy.md")
    assert (copy.document, copy.same_as, copy.unchanged) == (first.document, "issue.txt", first.added)
    assert [row[0] for row in db.rows("SELECT file FROM documents")] == ["issue.txt"]


def test_it_is_recognised_by_its_entries_alone(db: Database) -> None:
    first = kept(db, TALKS, CALL, DRILL)
    retitled = kept(db, TALKS, CALL, DRILL, file="x.txt", number="9", title="Another", relation="Sino - Russian")
    assert (retitled.document, retitled.same_as) == (first.document, "issue.txt")


def test_another_work_with_a_wrong_citation_is_kept_beside(db: Database) -> None:
    first = kept(db, TALKS, CALL)
    other = event("2020-05-05", "Quite another thing happens, in another year.")
    second = kept(db, other, file="2020.txt")
    assert second.is_new
    assert second.document != first.document
    assert count(db, "events") == 3


def test_an_event_shared_by_two_documents_is_kept_in_both(db: Database) -> None:
    kept(db, TALKS, CALL, DRILL)
    others = [event(f"2021-11-{day:02d}", f"Japan and China talk for the {day}th time.") for day in range(1, 5)]
    assert kept(db, TALKS, *others, file="cj.txt", relation="China - Japan").is_new


def test_actors_and_venues_named_twice_are_kept_once(db: Database) -> None:
    twice = replace(TALKS, actors=(mentioned(LAVROV), WANG_YI, LAVROV), venues=(BEIJING, BEIJING))
    kept(db, twice)
    event_back = loaded(db)[0]
    assert [(a.name, a.role) for a in event_back.actors] == [
        ("Sergey Lavrov", Role.PARTICIPANT),
        ("Wang Yi", Role.PARTICIPANT),
    ]
    assert event_back.venues == (BEIJING,)
    assert len(kept(db, twice).unchanged) == 1


def test_a_dry_run_tells_and_writes_nothing(db: Database) -> None:
    its, coded = document(TALKS, CALL)
    told = store_document(db, its, coded, dry_run=True)
    assert count(db, "documents") == count(db, "ingests") == 0
    assert store_document(db, its, coded).added == told.added


def test_a_failure_leaves_nothing_of_the_document(db: Database) -> None:
    kept(db, TALKS)
    broken = replace(DRILL, venues=(replace(BEIJING, name="Nowhere", latitude=1000.0),))
    its, coded = document(CALL, broken, file="b.txt", relation="US - Japan")
    with pytest.raises(Exception, match="CHECK constraint failed"):
        store_document(db, its, coded)
    assert [each.text for each in loaded(db)] == [TALKS.text]
    assert count(db, "documents") == 1


def test_problems_are_kept_with_the_document(db: Database) -> None:
    its, coded = document(TALKS, problems=(Problem("period", "lies outside its period", 3),))
    store_document(db, its, coded)
    store_document(db, its, coded)
    assert list(db.rows("SELECT code, message, line FROM problems")) == [("period", "lies outside its period", 3)]


def test_removing_a_document_takes_all_of_it(db: Database) -> None:
    kept(db, TALKS, DRILL)
    db.write("DELETE FROM documents")
    for table in ("events", "sections", "participations", "event_countries", "event_venues", "files"):
        assert count(db, table) == 0
    assert list(db.rows("SELECT rowid FROM events_fts WHERE events_fts MATCH 'Beijing'")) == []


def test_bytes_are_known_by_the_file_that_held_them_last(db: Database) -> None:
    its, coded = document(TALKS)
    store_document(db, its, coded, path="/a.txt")
    edited, coded_again = document(replace(TALKS, text="They meet. They talk for three hours in Beijing."))
    store_document(db, edited, coded_again, path="/a.txt")
    assert stored_copy(db, its.sha256, "/a.txt") is None
    assert stored_copy(db, edited.sha256, "/a.txt") is not None
    assert stored_copy(db, edited.sha256, "/elsewhere.txt") is not None
    assert stored_copy(db, "0" * 64, None) is None


def test_the_tables_add_aliases_terms_and_containing_places(db: Database) -> None:
    hall = Venue("Great Hall", VenueKind.FACILITY, "CN")
    facts = Facts(
        aliases={"sergey-lavrov": ("Lavrov", "Sergei Lavrov", "Лавров")},
        terms={"sergey-lavrov": (OfficeTerm("Foreign Minister", "RU", None, "2004-03-09", None),)},
        places={
            venue_key(hall): Place(hall, ("Great Hall of the People",), venue_key(BEIJING)),
            venue_key(BEIJING): Place(BEIJING, ("Peking",), None),
        },
    )
    its, coded = document(replace(TALKS, venues=(hall,)))
    store_document(db, its, coded, registry=Registry(db, facts))
    aliases = {row[0] for row in db.rows("SELECT folded FROM aliases WHERE form LIKE '%' ORDER BY folded")}
    assert {"lavrov", "sergei lavrov", "лавров", "wang"} <= aliases
    assert list(db.rows("SELECT start_date, end_date FROM terms")) == [("2004-03-09", None)]
    within = "SELECT v.name FROM venues h JOIN venues v ON v.id = h.within_id WHERE h.name = 'Great Hall'"
    assert list(db.rows(within)) == [("Beijing",)]


STATE = Participation("Japan", ActorKind.STATE, Role.PARTICIPANT, "JP", key="JP")
COMPANY = Participation("Disney", ActorKind.ORGANIZATION, Role.PARTICIPANT, "US", key="disney")
FACTS = Facts(aliases={"disney": ("Disney Studios",)}, printed={"JP": ("Japanese", "Tokyo", "Kantei")})


@pytest.mark.parametrize(
    ("actor", "printed", "aliases"),
    [
        (STATE, "Tokyo", ["japan", "tokyo"]),
        (STATE, "the Kantei", ["japan", "the kantei"]),
        (STATE, "Ohira", ["japan"]),
        (STATE, "secretary of state", ["japan"]),
        (STATE, "Japanese forces", ["japan"]),
        (COMPANY, "Walt Disney Company", ["disney", "disney studios", "walt disney company"]),
        (COMPANY, "film studio", ["disney", "disney studios"]),
        (WANG_YI, "Foreign Minister Wang", ["wang yi"]),
    ],
)
def test_words_printed_that_are_no_name_are_no_alias(
    db: Database, actor: Participation, printed: str, aliases: list[str]
) -> None:
    its, coded = document(replace(TALKS, actors=(replace(actor, mention=printed),)))
    store_document(db, its, coded, registry=Registry(db, FACTS))
    assert [row[0] for row in db.rows("SELECT folded FROM aliases ORDER BY folded")] == aliases


def test_descriptions_that_a_database_of_old_has_are_forgotten(db: Database) -> None:
    store_document(db, *document(replace(TALKS, actors=(STATE, COMPANY, LAVROV))), registry=Registry(db, FACTS))
    for name, form in (("Japan", "Ohira"), ("Japan", "Tokyo"), ("Disney", "film studio"), ("Sergey Lavrov", "Sergey")):
        added = "INSERT INTO aliases SELECT lower(:form), id, :form FROM actors WHERE name = :name"
        db.write(added, {"name": name, "form": form})
    Registry(db, FACTS).forget_descriptions()
    left = [row[0] for row in db.rows("SELECT folded FROM aliases ORDER BY folded")]
    assert left == ["disney", "disney studios", "japan", "lavrov", "sergey", "sergey lavrov", "tokyo"]


def test_an_inferred_mention_is_no_alias(db: Database) -> None:
    inferred = Participation(
        "Xi Jinping", LAVROV.kind, Role.PARTICIPANT, "CN", inferred=True, mention="the president", key="xi"
    )
    kept(db, replace(TALKS, actors=(inferred,)))
    assert [row[0] for row in db.rows("SELECT folded FROM aliases")] == ["xi jinping"]


def test_a_corrected_table_corrects_names_and_places(db: Database) -> None:
    kept(db, TALKS)
    moved = replace(BEIJING, latitude=40.0)
    kept(db, replace(TALKS, actors=(replace(LAVROV, name="Sergei Lavrov"), WANG_YI), venues=(moved,)))
    back = loaded(db)[0]
    assert (back.actors[0].name, back.venues[0].latitude) == ("Sergei Lavrov", 40.0)


def test_more_rows_than_go_into_one_statement(db: Database) -> None:
    with db.transaction():
        db.insert_many("INSERT INTO offices (name) VALUES (:name)", [{"name": f"office {at}"} for at in range(1201)])
        db.insert_many("INSERT INTO offices (name) VALUES (:name)", [])
    assert list(db.rows("SELECT count(*), max(length(name)) FROM offices")) == [(1201, 11)]
