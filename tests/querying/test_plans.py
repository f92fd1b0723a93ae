"""How SQLite finds events: through the indexes that make it quick on a million of them."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from invented import LAVROV, PUTIN, document, event

from chronicle.querying import Query
from chronicle.querying.select import parts, select
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document

ACTORS = "ix_participations_actor_id_event_id_role"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1,200 events: Lavrov is in all of them, Putin in three."""
    made = tmp_path_factory.mktemp("plans") / "events.db"
    with closing(connect(str(made), create=True)) as db:
        many = [
            event(f"20{year}-0{month}-{day:02d}", f"Talks on day {day}.", actors=(LAVROV,), venues=())
            for year in range(10, 20)
            for month in range(1, 7)
            for day in range(1, 21)
        ]
        few = [
            event(f"201{year}-07-01", "A summit.", actors=(LAVROV, PUTIN), end=f"201{year}-07-09") for year in range(3)
        ]
        store_document(db, *document(*many))
        store_document(db, *document(*few, relation="US - Russia", file="b.txt"))
    return made


@pytest.fixture
def many(path: Path) -> Iterator[Database]:
    with closing(connect(str(path), readonly=True)) as db:
        yield db


def plan(db: Database, query: Query) -> list[str]:
    selection = select(db, query)
    return [
        row[3]
        for part in parts(db, selection, back=query.sort == "-date")
        for row in db.rows(f"EXPLAIN QUERY PLAN {part}", selection.parameters)
    ]


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_nothing_is_sorted_or_scanned(many: Database, sort: str) -> None:
    for query in (
        Query(actors=("lavrov",), sort=sort),
        Query(actors=("lavrov",), since="2012", until="2012-03", sort=sort),
        Query(actors=("lavrov", "putin"), types=("meeting",), sort=sort),
        Query(actors=("lavrov or putin",), sort=sort),
        Query(types=("meeting", "visit"), sort=sort),
        Query(countries=("ru",), sort=sort),
    ):
        steps = plan(many, query)
        assert not [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step]
        # Only the few events that reach into a time are sorted.
        assert len([step for step in steps if "TEMP B-TREE" in step]) <= (query.since is not None)


def test_an_actors_events_come_in_order_from_the_key(many: Database) -> None:
    assert plan(many, Query(actors=("lavrov",))) == [f"SEARCH x USING COVERING INDEX {ACTORS} (actor_id=?)"]


def test_the_rarer_actor_drives(many: Database) -> None:
    putin = next(many.rows("SELECT id FROM actors WHERE key = 'vladimir-putin'"))[0]
    for actors in (("lavrov", "putin"), ("putin", "lavrov")):
        (sql,) = parts(many, select(many, Query(actors=actors)))
        assert f"WHERE x.actor_id = {putin}" in sql


def test_a_time_is_a_range_and_a_few_that_reach_into_it(many: Database) -> None:
    steps = plan(many, Query(during="2012-06"))
    assert steps[0] == "SEARCH x USING INDEX ix_events_long (start_date>? AND start_date<?)"
    assert steps[-1] == "SEARCH x USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"


def test_a_text_in_a_time_reads_only_that_time_of_the_index(many: Database) -> None:
    (_, sql) = parts(many, select(many, Query(text="talks", during="2012-06")))
    assert "x.rowid >= 20120601000000 AND x.rowid < 20120631000000" in sql
    assert plan(many, Query(text="talks", during="2012-06"))[-1].startswith("SCAN x VIRTUAL TABLE INDEX")


def test_a_union_of_actors_is_merged_in_order(many: Database) -> None:
    assert "MERGE (UNION)" in plan(many, Query(actors=("lavrov or putin",)))


HEAVY = ("sqlalchemy", "alembic", "dateparser", "rapidfuzz", "pydantic")
LIGHT = f"""
import sys
from chronicle.querying import Query, actors, count, events
from chronicle.storing import connect
db = connect(sys.argv[1], readonly=True)
list(events(db, Query(actors=("lavrov",), during="sept 2012", text="talks", limit=20)))
actors(db, Query(since="3 weeks ago")), count(db, Query(), ["month"])
print([name for name in {HEAVY} if name in sys.modules])
"""


def test_asking_loads_nothing_heavy(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "[]\n"
