"""`sql`: the views hold what the export holds, every format takes an answer, and nothing but reading is done."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import Result

from chronicle.presenting.cells import cell
from chronicle.presenting.columns import NAMED
from chronicle.querying import Query, events
from chronicle.storing import Database, connect

Run = Callable[..., Result]
PAGE = Path(__file__).parents[2] / "docs" / "sql.md"

# Columns of the view that the export calls otherwise.
CALLED = {
    "start_date": "start", "end_date": "end", "page": "location_page", "line": "location_line",
    "relation": "source_relation", "section": "source_section", "document": "source_id", "file": "source_file",
    "title": "source_title", "authors": "source_authors", "publication": "source_publication",
    "volume": "source_volume", "issue": "source_number", "published": "source_published", "url": "source_url",
}  # fmt: skip
SAME = ("id", "precision", "date_text", "type", "mode", "plover", "headline", "text", "participants", "countries",
        "venues", "flags", "ordinal", *CALLED)  # fmt: skip


@pytest.fixture
def db(database: Path) -> Iterator[Database]:
    with closing(connect(str(database), readonly=True)) as opened:
        yield opened


def test_the_event_view_is_what_the_export_says(db: Database) -> None:
    viewed = list(db.rows(f"SELECT {', '.join(SAME)} FROM event_view ORDER BY number"))
    getters = [NAMED[CALLED.get(name, name)].value for name in SAME]
    exported = [tuple(cell(get(event)) for get in getters) for event in events(db, Query())]
    assert [tuple(map(cell, row)) for row in viewed] == exported


def test_the_participation_view_has_every_actor_of_every_event(db: Database) -> None:
    rows = list(db.rows("SELECT event, actor, kind, country, office, role, inferred, mention FROM participation_view"
                        " ORDER BY number, position"))  # fmt: skip
    assert rows == [
        (event.id, a.name, a.kind, a.country, a.office, a.role, a.inferred, a.mention)
        for event in events(db, Query())
        for a in event.actors
    ]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    "words",
    [
        ["-- mine\nselect 1"],
        ["--mine\nselect 1", "--limit", "1"],
        ["--limit=1", "--", "-- mine\nselect 1"],
        ["/* mine */ select 1 -- so"],
    ],
)
def test_a_statement_may_begin_with_a_comment(run: Run, words: list[str]) -> None:
    result = run("sql", *words)
    assert (result.exit_code, result.stdout) == (0, "1\n")


@pytest.mark.usefixtures("database")
def test_an_option_that_there_is_not_is_no_comment(run: Run) -> None:
    assert "--mine: no such option" in run("sql", "--mine", "select 1").stderr
    assert run("sql", "-- mine").exit_code == 2


def test_an_event_without_a_date_has_no_year(db: Database) -> None:
    where = "FROM event_view WHERE precision = 'invalid'"
    assert list(db.rows(f"SELECT year, month, days, start_date {where}")) == [(None, None, 0, None)]


@pytest.mark.parametrize("view", ["event_view", "participation_view"])
def test_the_page_has_the_columns_of_the_view(db: Database, view: str) -> None:
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {view}\n")[2].partition("\n## ")[0]
    written = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert written == [row[1] for row in db.rows(f"PRAGMA table_info({view})")]


def statements() -> list[str]:
    found = re.findall(r'^chronicle sql "([^"]*)"', PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(found) == 4
    return found


@pytest.mark.parametrize("statement", statements())
def test_the_statements_of_the_page_can_be_asked(run: Run, database: Path, statement: str) -> None:
    assert run("sql", statement).exit_code in (0, 3)


@pytest.mark.usefixtures("database")
def test_the_formats(run: Run) -> None:
    asked = "select id, days, plover from event_view order by number limit 2"
    rows = [dict(zip(("id", "days", "plover"), line.split("\t"), strict=True))
            for line in run("sql", asked).stdout.splitlines()]  # fmt: skip
    assert [row["days"] for row in rows] == ["0", "1"]
    assert run("sql", asked, "-f", "csv").stdout.splitlines()[0] == "id,days,plover"
    assert [json.loads(line)["days"] for line in run("sql", asked, "-f", "jsonl").stdout.splitlines()] == [0, 1]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ("1, 'two', 3.5, null", "1\ttwo\t3.5\t"),
        ("x'00ff', 9e999, 'a' || char(9) || 'b'", "00ff\tinf\ta b"),
        ("true, ''''", "1\t'"),
    ],
)
def test_values_as_printed(run: Run, values: str, printed: str) -> None:
    assert run("sql", f"select {values}").stdout == f"{printed}\n"


@pytest.mark.usefixtures("database")
def test_columns_of_one_name_are_told_apart(run: Run) -> None:
    assert json.loads(run("sql", "select 1 as a, 2 as a, 3 as a", "-f", "jsonl").stdout) == {"a": 1, "a_2": 2, "a_3": 3}


@pytest.mark.usefixtures("database")
def test_the_statement_from_stdin_and_the_limit(run: Run) -> None:
    answer = run("sql", "-", "--limit", "1", input=b"-- all\nselect 1 from event_view;\n")
    assert (answer.exit_code, answer.stdout) == (0, "1\n")


@pytest.mark.usefixtures("database")
def test_full_text(run: Run) -> None:
    asked = "select rowid from events_fts where events_fts match 'drill'"
    assert run("sql", asked).stdout.count("\n") == 1


@pytest.mark.usefixtures("database")
def test_nothing_found(run: Run) -> None:
    assert run("sql", "select 1 where 1 = 2").exit_code == 3


ONLY = "begin with one of SELECT, WITH, VALUES, EXPLAIN"
PAGES = "`chronicle docs sql` has the columns, and examples"
MASTER = f"table sqlite_master may not be modified; {PAGES}"
MISPRINT = f"'utf-8' codec can't encode character '\\ud800' in position 8: surrogates not allowed; {PAGES}"


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("", "nothing to ask; write a statement that begins with SELECT"),
        ("-- nothing", "nothing to ask; write a statement that begins with SELECT"),
        ("delete from events", f"delete: here one only asks; {ONLY}"),
        ("/* a */ DROP TABLE events", f"DROP: here one only asks; {ONLY}"),
        ("pragma user_version = 3", f"pragma: here one only asks; {ONLY}"),
        ("attach 'other.db' as other", f"attach: here one only asks; {ONLY}"),
        ("vacuum into 'copy.db'", f"vacuum: here one only asks; {ONLY}"),
        ("with x as (select 1) delete from events", "writing: here one only asks; write a SELECT"),
        ("with x as (select 1) insert into offices (name) values ('x')", "writing: here one only asks; write a SELECT"),
        ("explain delete from events", "writing: here one only asks; write a SELECT"),
        ("explain pragma user_version = 3", "PRAGMA: here one only asks; write a SELECT"),
        ("explain attach 'other.db' as other", "ATTACH: here one only asks; write a SELECT"),
        ("select * from pragma_table_info('events')", "PRAGMA: here one only asks; write a SELECT"),
        ("select load_extension('x')", "load_extension: here one only asks; write a SELECT"),
        ("with x as (select 1) update sqlite_master set sql = 'x'", MASTER),
        ("select 1; delete from events", "You can only execute one statement at a time; ask one after the other"),
        ("select nobody from event_view", f"no such column: nobody; {PAGES}"),
        ("select 1 from evnts", "no such table: evnts; take event_view or participation_view (`chronicle docs sql`)"),
        ("select 1 from", f"incomplete input; {PAGES}"),
        ("select abs(-9223372036854775808)", f"integer overflow; {PAGES}"),
        ("select abs(-9223372036854775807 - (days > 1)) from events order by id", f"integer overflow; {PAGES}"),
        ("select '\ud800'", MISPRINT),
    ],
)  # fmt: skip
def test_what_is_refused_and_how(run: Run, database: Path, statement: str, word: str) -> None:
    before = database.read_bytes()
    refused = run("sql", "--", statement)
    assert (refused.exit_code, refused.stderr) == (2, f"error: sql: {word}\n")
    assert database.read_bytes() == before
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT count(*) FROM events").fetchone() == (4,)


ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.mark.usefixtures("database")
def test_ctrl_c_stops_an_endless_statement() -> None:
    words = [sys.executable, "-m", "chronicle", "sql", ENDLESS]
    with subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        time.sleep(1)
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, "interrupted\n")
