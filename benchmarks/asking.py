"""Queries at a million events against the best hand-written SQL in the `sqlite3` shell.

Beyond start-up on both sides: ours is timed in one process with the database open, the shell by running
the statement many times and taking off what a start and one statement less take. Both give what the
command prints: id, date, type, participants, venues and headline; of counts the keys and the number.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from measuring import database, here, in_turns, told, wall

from chronicle.cli.output import flat_rows
from chronicle.presenting.cells import Value, cells
from chronicle.presenting.columns import OVERVIEW, Rows
from chronicle.presenting.tsv import write_lines
from chronicle.querying import Key, Query, actors, count
from chronicle.storing import Database, connect

MARK = 1.5
PRINTED = """
    e.key, e.start_date, e.end_date, e.type,
    (SELECT group_concat(name, '; ') FROM
     (SELECT a.name FROM participations p JOIN actors a ON a.id = p.actor_id
      WHERE p.event_id = e.id AND p.role = 'participant' ORDER BY p.position)),
    (SELECT group_concat(name, '; ') FROM
     (SELECT v.name FROM event_venues w JOIN venues v ON v.id = w.venue_id
      WHERE w.event_id = e.id ORDER BY w.position)),
    e.headline"""
# Events by their first day, and those of several days that reach in from before, by the partial index.
OVERLAPPING = """
    SELECT id FROM events WHERE id >= {since}000000 AND id < {until}999999
    UNION ALL
    SELECT id FROM events WHERE days > 1 AND start_date < '{since_day}' AND end_date >= '{since_day}'
    AND start_date >= date('{since_day}', '-' || (SELECT max(days) FROM events WHERE days > 1) || ' days')"""
NAIVE = "SELECT id FROM events WHERE start_date <= '{until_day}' AND end_date >= '{since_day}'"


@dataclass(frozen=True)
class Case:
    name: str
    query: Query
    numbers: str
    repeat: int
    is_marked: bool = True

    def rows(self, db: Database) -> Rows:
        """What the command prints, as rows of text."""
        found = flat_rows(db, self.query, None, OVERVIEW)
        assert found is not None
        return found

    def compared(self, row: Sequence[Value]) -> Sequence[Value]:
        """What has to be the same both ways: all but the date, of which the shell gives both days."""
        return [row[0], *row[-4:]]

    @property
    def sql(self) -> str:
        limit = "" if self.query.limit is None else f" LIMIT {self.query.limit}"
        numbers = f"SELECT id FROM ({self.numbers}) ORDER BY id{limit}"
        return f"SELECT {PRINTED} FROM events e WHERE e.id IN ({numbers}) ORDER BY e.id;\n"


@dataclass(frozen=True)
class Counted(Case):
    """Counts, whose statement is whole as it is."""

    by: tuple[Key, ...] = ("month",)

    def rows(self, db: Database) -> Rows:
        counts = count(db, self.query, self.by)
        return Rows((*self.by, "events"), [cells((*each.keys, each.events)) for each in counts], is_text=True)

    def compared(self, row: Sequence[Value]) -> Sequence[Value]:
        return row

    @property
    def sql(self) -> str:
        return f"{self.numbers};\n"


MONTH = "CASE WHEN {id} >= 100000000 THEN printf('%04d-%02d', {id} / 10000000000, {id} / 100000000 % 100) END"


def text_cases() -> Iterator[Case]:
    """A word of one event in twelve, and a rare one."""
    for what, word in (("common", "lishtel"), ("rare", "nerrovad")):
        numbers = f"SELECT rowid AS id FROM events_fts WHERE events_fts MATCH '{word}'"
        yield Case(f"a {what} word, first 50", Query(text=word, limit=50), numbers, 50)
        yield Case(f"a {what} word, all", Query(text=word), numbers, 1)
    both = "SELECT rowid AS id FROM events_fts WHERE events_fts MATCH '\"lishtel nerro\" OR (rosu AND mintel)'"
    yield Case("a phrase or two words, all", Query(text='"lishtel nerro" or (rosu mintel)'), both, 1)


def count_cases() -> Iterator[Case]:
    month = f"SELECT {MONTH.format(id='id')}, count(*) FROM events GROUP BY id / 100000000 ORDER BY id = 0, 1"
    yield Counted("count by month", Query(), month, 2)
    of_type = f"""SELECT {MONTH.format(id="e.id")}, e.type, count(*) FROM events e JOIN
        (SELECT type, row_number() OVER (ORDER BY count(*) DESC, type) AS place FROM events GROUP BY type) t
        ON t.type = e.type GROUP BY e.id / 100000000, e.type ORDER BY 1, t.place"""
    yield Counted("count by month and type", Query(), of_type, 1, by=("month", "type"))
    actor = """SELECT a.name, n FROM (SELECT actor_id, count(*) AS n FROM participations GROUP BY 1) p
        JOIN actors a ON a.id = p.actor_id ORDER BY n DESC, a.name"""
    yield Counted("count by actor", Query(), actor, 1, by=("actor",))


def cases(heavy: str, actor: int) -> Iterator[Case]:
    of_actor = f"SELECT event_id AS id FROM participations WHERE actor_id = {actor} AND role = 'participant'"
    yield Case("heavy actor, first 50", Query(actors=(heavy,), role="participant", limit=50), of_actor, 50)
    yield Case("heavy actor, all", Query(actors=(heavy,), role="participant"), of_actor, 1)
    week = {"since": "20100301", "until": "20100307", "since_day": "2010-03-01", "until_day": "2010-03-07"}
    window = Query(since="2010-03-01", until="2010-03-07")
    first = Query(since="2010-03-01", until="2010-03-07", limit=50)
    yield Case("a week, overlapping, first 50", first, OVERLAPPING.format(**week), 50)
    yield Case("a week, overlapping, all", window, OVERLAPPING.format(**week), 5)
    yield Case("the same by a plain overlap, first 50", first, NAIVE.format(**week), 1, is_marked=False)


def heaviest(db: Database) -> tuple[str, int]:
    """The actor in most events: name and number."""
    name = next(iter(actors(db, Query(limit=1)))).name
    return name, int(next(db.rows("SELECT id FROM actors WHERE name = :name", {"name": name}))[0])


def asked(db: Database, case: Case, file: TextIO) -> float:
    """Seconds of what the command does behind its start: finds, loads, prints; as often as the shell does it."""

    def ask() -> None:
        for _ in range(case.repeat):
            write_lines(case.rows(db), file)

    return here(ask) / case.repeat


def by_shell(shell: str, path: Path, case: Case) -> float:
    """Seconds of one run of the statement, the shell's start taken off."""
    command = [shell, "-readonly", str(path)]
    return (wall(command, case.sql * (case.repeat + 1)) - wall(command, case.sql)) / case.repeat


def check_same(db: Database, shell: str, path: Path, case: Case) -> None:
    """Both ways have to print the same."""
    printed = subprocess.run(
        [shell, "-readonly", "-separator", "\t", str(path)], input=case.sql, text=True, capture_output=True, check=True
    )
    theirs = [line.split("\t") for line in printed.stdout.splitlines()]
    ours = case.rows(db).body
    assert list(map(case.compared, theirs)) == list(map(case.compared, ours)), case.name


def all_cases(db: Database) -> Iterator[Case]:
    yield from cases(*heaviest(db))
    yield from text_cases()
    yield from count_cases()


def main() -> None:
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.exit("asking.py: no sqlite3 shell here; on Debian: apt-get install sqlite3")
    path = database(1_000_000)
    with closing(connect(str(path), readonly=True)) as db, open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        asked_for = [case for case in all_cases(db) if sys.argv[1:] in ([], [case.name])]
        for case in asked_for:
            check_same(db, shell, path, case)
            pair = in_turns(lambda c=case: asked(db, c, nowhere), lambda c=case: by_shell(shell, path, c), 7)
            print(told(case.name, pair, MARK if case.is_marked else 1.0, "sqlite3 shell"))


if __name__ == "__main__":
    main()
