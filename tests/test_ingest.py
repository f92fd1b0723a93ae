"""The whole way of documents into the database, on real files."""

import io
import os
import shutil
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from multiprocessing import active_children
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from chronicle import ingest as module
from chronicle.errors import DatabaseError
from chronicle.finding import ENDINGS, find_files
from chronicle.ingest import Aliases, Coded, Report, code, ingest
from chronicle.model import AS_FOUND, Language, ReadingOptions
from chronicle.querying import Query, events
from chronicle.storing import Database, check, connect
from chronicle.storing.writing import Placed, write_events

ROOT = Path(__file__).parents[1]

ISSUE = """China - Russia Relations

Sept - Dec 2021

Steady as She Goes

By A. Writer
Published January 2022 in Invented Connections, Volume 23, Issue 3

The year ended as it had begun.

Chronology of China - Russia Relations

September - December 2021

Sept. 3, 2021: Chinese Foreign Minister Wang Yi meets Russian Foreign Minister Sergey Lavrov in Beijing.

Sept. 16-17, 2021: Leaders of the Shanghai Cooperation Organization meet in Dushanbe.

Oct. 14-17, 2021: Chinese and Russian navies hold a joint exercise in the Sea of Japan.

Dec. 15, 2021: Presidents Xi Jinping and Vladimir Putin speak by video for ninety minutes.
"""
ESSAY = "An essay on method.\n\nIt reflects on what historians do, and names no day at all.\n" * 5


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the paths are typed."""
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "events.db")


def run(db: str, *paths: str, **options: object) -> list[Report]:
    reports = list(ingest(paths, db, **options))  # type: ignore[arg-type]
    if Path(db).exists():
        with closing(connect(db, readonly=True)) as opened:
            assert check(opened) == []
    return reports


def texts(db: str) -> list[str]:
    with closing(connect(db, readonly=True)) as opened:
        return [each.text for each in events(opened, Query())]


def statuses(reports: list[Report]) -> list[tuple[str, str]]:
    return [(report.file, report.status) for report in reports]


def contents(db: str) -> list[object]:
    """Every row of every table, but for the runs."""
    with closing(connect(db, readonly=True)) as opened:
        tables = [row[0] for row in opened.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            list(opened.rows(f"SELECT * FROM {name}"))
            for name in tables
            if name != "ingests" and not name.startswith("events_fts")
        ]


def test_a_file_becomes_events(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    (report,) = run(db, "issue.txt")
    assert (report.file, report.status, report.error) == ("issue.txt", "added", None)
    assert len(report.added) == 4
    with closing(connect(db, readonly=True)) as opened:
        found = list(events(opened, Query(actors=("lavrov",))))
    assert [each.date.text for each in found] == ["Sept. 3, 2021"]
    source = found[0].source
    assert source is not None
    assert (source.id, source.file, source.volume, source.number) == (report.document, "issue.txt", "23", "3")


def test_twice_is_once(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    run(db, "issue.txt")
    before = contents(db)
    (again,) = run(db, "issue.txt")
    assert (again.status, again.unchanged, again.added) == ("unchanged", 4, ())
    (forced,) = run(db, "issue.txt", force=True)
    assert (forced.status, forced.unchanged) == ("unchanged", 4)
    (other_folder,) = run(db, str(folder / ".." / "here" / "issue.txt"))
    assert other_folder.status == "unchanged"
    assert [len(table) for table in contents(db)] == [len(table) for table in before]  # type: ignore[arg-type]


def test_one_corrected_typo_is_one_changed_event(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE.replace("joint exercise", "jiont exercise"))
    (first,) = run(db, "issue.txt")
    (folder / "issue.txt").write_text(ISSUE)
    (report,) = run(db, "issue.txt")
    assert (report.status, report.changed, report.unchanged) == ("changed", (first.added[2],), 3)
    assert (report.added, report.removed, report.document) == ((), (), first.document)
    (again,) = run(db, "issue.txt")
    assert again.status == "unchanged"


def test_a_file_is_not_unchanged_once_another_one_took_its_document(folder: Path, db: str) -> None:
    (folder / "p.txt").write_text(ISSUE)
    (folder / "q.txt").write_text(ISSUE.replace("joint exercise", "joint patrol"))
    (folder / "r.txt").write_text(ISSUE.replace("\n\n", "\n\n\n"))
    first, same, other = run(db, "p.txt", "r.txt", "q.txt")
    assert (same.status, other.status, other.same_as) == ("unchanged", "changed", "p.txt")
    for name in ("p.txt", "q.txt", "r.txt"):
        (report,) = run(db, name)
        assert (report.status, len(report.changed), report.document) == ("changed", 1, first.document)
        words = "joint patrol" if name == "q.txt" else "joint exercise"
        assert sum(words in text for text in texts(db)) == 1
        (again,) = run(db, name)
        assert again.status == "unchanged"


def test_the_same_chronology_under_another_name(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    (folder / "copy.txt").write_text(ISSUE)
    (folder / "issue.md").write_text(ISSUE.replace("\n\n", "\n\n\n"))
    reports = {report.file: report for report in run(db, "issue.txt", "copy.txt", "issue.md")}
    assert reports["copy.txt"].same_as == reports["issue.md"].same_as == "issue.txt"
    assert {report.document for report in reports.values()} == {reports["issue.txt"].document}
    assert [report.status for report in run(db, ".")] == ["unchanged"] * 3
    assert len(texts(db)) == 4


def test_what_was_said_of_a_document_holds_when_it_is_read_again(folder: Path, db: str) -> None:
    second = "Chronologie Nord - Sund\n\n3 mars 2004 : Visite.\n\n9 mai 2004 : Sommet.\n"
    (folder / "a.txt").write_text(ISSUE + "\n" + second)
    said = ReadingOptions(section="Nord", language=Language.FRENCH)
    (report,) = run(db, "a.txt", options=said)
    assert (report.status, len(report.added)) == ("added", 2)
    (folder / "a.txt").write_text(ISSUE + "\n" + second.replace("Visite", "Une visite"))
    (again,) = run(db, "a.txt")
    assert (again.status, len(again.changed), again.unchanged) == ("changed", 1, 1)
    assert sorted(texts(db)) == ["Sommet.", "Une visite."]


TWO_LISTS = """Report on two neighbours

Chronology of North - South Relations

Jan. 5, 2010: Foreign ministers meet.
Feb. 7, 2010: Ships collide.
March 9, 2010: Talks on gas open.

Chronology of East - West Relations

Jan. 7, 2010: Envoys dine.
Feb. 17, 2010: Troops face each other.
March 19, 2010: A trade fair closes.
"""


@pytest.mark.parametrize("whole_first", [True, False])
def test_another_section_asked_for_replaces_the_one_before(folder: Path, db: str, *, whole_first: bool) -> None:
    (folder / "two.txt").write_text(TWO_LISTS)
    if whole_first:
        run(db, "two.txt")
    (first,) = run(db, "two.txt", options=ReadingOptions(section="1"))
    (second,) = run(db, "two.txt", options=ReadingOptions(section="2"))
    (again,) = run(db, "two.txt")
    assert (second.status, second.document, again.status) == ("changed", first.document, "unchanged")
    assert (len(second.added), len(second.removed)) == (3, 3)
    assert sorted(texts(db)) == ["A trade fair closes.", "Envoys dine.", "Troops face each other."]
    (whole,) = run(db, "two.txt", as_found=True)
    assert (whole.document, len(whole.added), whole.unchanged, len(texts(db))) == (first.document, 3, 3, 6)


def test_a_whole_folder_all_the_way_down(folder: Path, db: str) -> None:
    below = folder / "2021" / "autumn"
    below.mkdir(parents=True)
    (below / "issue.md").write_text(ISSUE)
    (below / "README.md").write_text(ESSAY)
    (below / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "issue.txt").write_text(ISSUE)
    reports = run(db, ".")
    assert statuses(reports) == [
        ("2021/autumn/README.md", "skipped"),
        ("2021/autumn/issue.md", "added"),
        (".", "skipped"),
    ]
    assert "no chronology found" in reports[0].problems[0]
    assert reports[2].problems == (".: 1 file of other kinds passed over (.png 1)",)
    assert reports[2].passed == 1


def test_what_a_folder_holds_is_told_by_its_content(folder: Path, db: str) -> None:
    page = "<!doctype html><html><body><pre>{}</pre></body></html>"
    (folder / "in").mkdir()
    (folder / "in" / "list.aspx").write_text(page.format(ISSUE))
    (folder / "in" / "report").write_bytes(b"{\\rtf1 no list}")
    (folder / "in" / "LICENSE").write_text(ISSUE)
    (folder / "in" / "issue vol.3").write_text(ISSUE)
    reports = run(db, "in")
    assert statuses(reports) == [("in/list.aspx", "added"), ("in/report", "skipped"), ("in", "skipped")]
    assert reports[2].problems == ("in: 2 files of other kinds passed over (no ending 1, .3 1)",)
    (named,) = run(db, "in/issue vol.3")
    assert named.status in ("unchanged", "changed")


@pytest.mark.parametrize("typed", ["ftp://ex.org/a", "file:///etc/passwd"])
def test_addresses_that_are_not_of_the_web(folder: Path, db: str, typed: str) -> None:
    (report,) = run(db, typed)
    assert report.error == f"{typed}: only http and https are fetched; save the file and give its path"


def test_a_message_says_where_the_file_stands(folder: Path, db: str) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("nothing")
    (report,) = run(db, "in/a.txt")
    assert (report.error or "").startswith("no chronology found in in/a.txt; ")


def test_globs_and_names_that_overlap(folder: Path, db: str) -> None:
    (folder / "b.txt").write_text(ISSUE)
    (folder / "a.txt").write_text(ISSUE.replace("Issue 3", "Issue 2").replace("2021", "2020"))
    assert statuses(run(db, "*.txt", "b.txt", str(folder), "./a.txt")) == [("a.txt", "added"), ("b.txt", "added")]


def test_a_name_with_the_signs_of_a_glob(folder: Path, db: str) -> None:
    (folder / "issue [3].txt").write_text(ISSUE)
    assert statuses(run(db, "issue [3].txt")) == [("issue [3].txt", "added")]


def test_standard_input(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ISSUE.encode())))
    (report,) = run(db, "-")
    assert (report.file, report.status, len(report.added)) == ("stdin", "added", 4)


def test_a_pipe_given_as_a_path(folder: Path, db: str) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen([sys.executable, "-c", "import sys; open('pipe', 'w').write(sys.argv[1])", ISSUE]) as writer:
        (report,) = run(db, "pipe")
        assert (report.file, report.status, len(report.added)) == ("pipe", "added", 4)
    assert writer.returncode == 0


def test_a_pipe_in_a_folder_is_no_document(folder: Path, db: str) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "issue.txt").write_text(ISSUE)
    assert statuses(run(db, ".")) == [("issue.txt", "added")]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without an end here")
def test_a_device_without_an_end(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_MAX_FILE_MB", "1")
    (report,) = run(db, "/dev/zero")
    assert report.error == "/dev/zero: is larger than 1 MB; split it, or raise CHRONICLE_MAX_FILE_MB"


def test_a_dry_run_makes_not_even_a_database(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    (told,) = run(db, "issue.txt", dry_run=True)
    assert (told.status, len(told.added), told.dry_run) == ("added", 4, True)
    assert not Path(db).exists()


@pytest.mark.parametrize("options", [ReadingOptions(section="99"), ReadingOptions(section="nowhere")])
def test_no_database_is_made_of_what_fails(folder: Path, tmp_path: Path, options: ReadingOptions) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    db = tmp_path / "deep" / "new.db"
    (told, lost) = run(str(db), "issue.txt", "nowhere.txt", options=options)
    assert (told.status, lost.status) == ("failed", "failed")
    assert not db.parent.exists()


def test_a_database_is_made_with_the_first_document_that_can_be_read(folder: Path, db: str) -> None:
    (folder / "a.txt").write_text("nothing")
    (folder / "issue.txt").write_text(ISSUE)
    assert [status for _, status in statuses(run(db, "a.txt", "issue.txt", "issue.txt"))] == ["failed", "added"]
    assert [status for _, status in statuses(run(db, "a.txt", "issue.txt"))] == ["failed", "unchanged"]


def test_a_dry_run_tells_what_would_change(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(ISSUE)
    run(db, "issue.txt")
    before = contents(db)
    (folder / "issue.txt").write_text(ISSUE.replace("ninety", "eighty"))
    (folder / "copy.txt").write_text(ISSUE)
    copied, told = run(db, "copy.txt", "issue.txt", dry_run=True)
    assert (told.status, len(told.changed), told.unchanged) == ("changed", 1, 3)
    assert copied.same_as == "issue.txt"
    assert contents(db) == before


def test_two_processes_give_what_one_gives(folder: Path, db: str, tmp_path: Path) -> None:
    for number in range(1, 5):
        (folder / f"{number}.txt").write_text(
            ISSUE.replace("Issue 3", f"Issue {number}").replace("2021", f"201{number}")
        )
    (folder / "essay.txt").write_text(ESSAY)
    one = run(db, "1.txt", "essay.txt", "2.txt", "missing.txt", "3.txt", "4.txt")
    two = run(str(tmp_path / "two.db"), "1.txt", "essay.txt", "2.txt", "missing.txt", "3.txt", "4.txt", jobs=2)
    assert two == one
    assert contents(str(tmp_path / "two.db")) == contents(db)


def stumbling(data: bytes, name: str, aliases: Aliases = (), options: ReadingOptions = AS_FOUND) -> Coded:
    """Reads and codes, unless the document says what is to go wrong."""
    if b"STOP" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"STUMBLE" in data:
        raise RecursionError("too deep\nat last")
    if b"GROW" in data:
        raise MemoryError
    return code(data, name, aliases, options)


def numbered_issues(folder: Path, **bad: str) -> None:
    """Four issues, and in front of the text of some of them a word."""
    for number in range(1, 5):
        text = ISSUE.replace("Issue 3", f"Issue {number}").replace("2021", f"201{number}")
        (folder / f"{number}.txt").write_text(bad.get(f"of_{number}", "") + text)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("word", "error"),
    [
        ("STUMBLE", "RecursionError: too deep; a fault in chronicle, CHRONICLE_TRACEBACK=1 shows where"),
        ("GROW", "takes more memory than there is; split it, or read it without --jobs"),
    ],
)
def test_a_fault_in_one_file_does_not_stop_the_rest(
    folder: Path, db: str, monkeypatch: pytest.MonkeyPatch, word: str, error: str, jobs: int
) -> None:
    monkeypatch.setattr(module, "code", stumbling)
    numbered_issues(folder, of_2=word)
    reports = run(db, ".", jobs=jobs)
    assert [report.status for report in reports] == ["added", "failed", "added", "added"]
    assert reports[1].error == f"2.txt: {error}"
    assert len(texts(db)) == 12


def test_a_fault_while_storing_leaves_nothing_of_its_file(
    folder: Path, db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(to: Database, document: int, placed: Sequence[Placed], *rest: Any) -> None:
        write_events(to, document, placed, *rest)
        if any("Petra Stumble" in each.event.text for each in placed):
            raise ValueError

    numbered_issues(folder)
    other = (folder / "2.txt").read_text().replace("Wang Yi", "Petra Stumble")
    (folder / "2.txt").write_text(other)
    run(str(tmp_path / "others.db"), "1.txt", "3.txt", "4.txt")
    monkeypatch.setattr("chronicle.storing.store.write_events", written)
    assert [report.status for report in run(db, ".")] == ["added", "failed", "added", "added"]
    assert contents(db) == contents(str(tmp_path / "others.db"))


def test_a_fault_is_raised_where_its_traceback_is_wanted(
    folder: Path, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "code", stumbling)
    monkeypatch.setenv("CHRONICLE_TRACEBACK", "1")
    numbered_issues(folder, of_2="STUMBLE")
    with pytest.raises(RecursionError):
        list(ingest(["."], db))
    assert len(texts(db)) == 4


def test_a_file_that_ends_its_process_is_told_by_name(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "code", stumbling)
    numbered_issues(folder, of_2="STOP")
    reports = run(db, ".", jobs=2)
    assert [report.status for report in reports] == ["added", "failed", "added", "added"]
    assert reports[1].error == (
        "2.txt: the process that read it was stopped, as it is where memory runs out; split it, or read it without"
        " --jobs"
    )
    assert len(texts(db)) == 12


def test_a_process_that_is_killed_costs_no_document(many: Path, db: str) -> None:
    reports = ingest(["."], db, jobs=2)
    assert next(reports).status == "added"
    os.kill(active_children()[0].pid or 0, signal.SIGKILL)
    assert [report.status for report in reports] == ["added"] * 79
    assert len(texts(db)) == 320


BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty.txt: the file is empty"),
    ("essay.txt", ESSAY.encode(), "no chronology found in essay.txt"),
    ("binary.txt", bytes(range(256)) * 40, "binary.txt: not a text file"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name for name, *_ in BAD])
def test_one_bad_file_does_not_stop_the_rest(folder: Path, db: str, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    (folder / "issue.txt").write_text(ISSUE)
    bad, good = run(db, name, "issue.txt")
    assert (bad.status, good.status) == ("failed", "added")
    assert message in (bad.error or "")
    assert len(texts(db)) == 4
    with closing(connect(db, readonly=True)) as opened:
        assert list(opened.rows("SELECT file FROM documents")) == [("issue.txt",)]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("missing.txt", "missing.txt: no such file or folder; check the path"),
        ("nothing-*.txt", "nothing-*.txt: matches no file; check the pattern"),
        ("bare", f"bare: holds no documents ({', '.join(ENDINGS)}); name another folder"),
    ],
)
def test_paths_that_lead_nowhere(folder: Path, db: str, typed: str, error: str) -> None:
    (folder / "bare").mkdir()
    (report,) = run(db, typed)
    assert (report.status, report.error) == ("failed", error)


def test_a_file_that_is_too_large_is_not_even_read(folder: Path, db: str) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    (report,) = run(db, "large.txt")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.error == "large.txt: is larger than 100 MB; split it, or raise CHRONICLE_MAX_FILE_MB"
    assert peak < 100_000_000


def test_a_file_that_cannot_be_read(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret.txt").write_text(ISSUE)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (report,) = run(db, "secret.txt")
    assert report.error == "secret.txt: cannot be read (Permission denied); check the file and its permissions"


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes UTF-8 names only")
def test_a_name_that_is_no_utf8(folder: Path, db: str) -> None:
    name = os.fsdecode(b"issue-\xff\n.txt")
    (folder / name).write_text(ISSUE)
    (report,) = run(db, name)
    assert (report.file, report.status) == ("issue-\\xff\n.txt", "added")
    assert [each.status for each in run(db, name)] == ["unchanged"]


def test_entries_outside_the_period_are_kept_and_flagged(folder: Path, db: str) -> None:
    (folder / "issue.txt").write_text(f"{ISSUE}\nMarch 4, 2022: Russian and Chinese officials meet in Moscow.\n")
    (report,) = run(db, "issue.txt")
    assert (len(report.added), report.flagged) == (5, 1)
    with closing(connect(db, readonly=True)) as opened:
        assert len(list(events(opened, Query(flags=("date_out_of_period",))))) == 1


def test_a_database_in_use_stops_the_run(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    (folder / "issue.txt").write_text(ISSUE)
    connect(db, create=True).close()
    monkeypatch.setattr("chronicle.ingest.connect", lambda target, **how: connect(target, **how, patience=0.1))
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="is in use by another program"):
            list(ingest(["issue.txt"], db))
    assert texts(db) == []


def test_a_gazetteer_of_ones_own_adds_names(
    folder: Path, db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    header = (module.config.data_folder() / "people.csv").read_text(encoding="utf-8").splitlines()[0]
    (own / "people.csv").write_text(f"{header}\nola-nordmann,Ola Nordmann,Nordmann,RU,Ola the Envoy,,\n")
    monkeypatch.setenv("CHRONICLE_DATA", str(own))
    (folder / "issue.txt").write_text(ISSUE.replace("Sergey Lavrov", "Ola Nordmann"))
    run(db, "issue.txt")
    with closing(connect(db, readonly=True)) as opened:
        assert len(list(events(opened, Query(actors=("ola the envoy",))))) == 1


TELLING = """
import sys
from chronicle.ingest import ingest
for report in ingest(["."], sys.argv[1]):
    print(report.status, flush=True)
"""


@pytest.fixture
def many(folder: Path) -> Iterator[Path]:
    for number in range(80):
        text = ISSUE.replace("Volume 23", f"Volume {number}").replace("2021", str(1900 + number))
        (folder / f"{number:03}.txt").write_text(text)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_run_that_is_stopped_leaves_whole_documents(many: Path, db: str, how: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", TELLING, db],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as running:
        assert running.stdout is not None
        for _ in range(5):
            assert running.stdout.readline() == b"added\n"
        running.send_signal(how)
    with closing(connect(db)) as opened:
        assert check(opened) == []
        (whole,) = opened.rows(
            "SELECT min(n), max(n), count(*) FROM (SELECT count(*) AS n FROM events e"
            " JOIN sections s ON s.id = e.section_id GROUP BY s.document_id)"
        )
    assert whole[:2] == (4, 4)
    assert 5 <= whole[2] < 80
    assert len(run(db, ".")) == 80
    assert len(texts(db)) == 320


NAMESAKES = {
    "a.txt": "Chronology\n\nMay 3, 2001: General Orvin Talse visits Beijing.\n\nMay 4, 2001: Ships sail.\n",
    "b.txt": "Chronology\n\nMay 3, 2002: Norwegian diplomat Orvin Talse visits Rome.\n\nMay 4, 2002: Ships sail.\n",
}
ENDING = """
import os, sys
from chronicle.ingest import ingest
reports = ingest(["."], sys.argv[1])
print(next(reports).status, next(reports).status, flush=True)
os._exit(9)
"""


@pytest.fixture
def namesakes(folder: Path) -> Path:
    for name, text in NAMESAKES.items():
        (folder / name).write_text(text)
    return folder


def talses(db: str) -> list[tuple[str | None]]:
    """The countries of the actors of this name."""
    with closing(connect(db, readonly=True)) as opened:
        return list(opened.rows("SELECT country FROM actors WHERE name = 'Orvin Talse' ORDER BY country"))


def test_a_run_broken_off_is_settled_by_the_next_one(namesakes: Path, db: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, "-c", ENDING, db], capture_output=True, check=False, env=environment)
    assert ended.stdout == b"added added\n"
    assert talses(db) == [(None,), ("NO",)]
    assert statuses(run(db, ".", dry_run=True)) == [("a.txt", "unchanged"), ("b.txt", "unchanged")]
    assert talses(db) == [(None,), ("NO",)]
    assert statuses(run(db, ".")) == [("a.txt", "unchanged"), ("b.txt", "unchanged")]
    assert talses(db) == [("NO",)]


@pytest.mark.parametrize("how", [KeyboardInterrupt, ValueError, GeneratorExit])
def test_a_run_that_ends_early_settles_what_it_stored(namesakes: Path, db: str, how: type[BaseException]) -> None:
    reports = ingest(["."], db)
    assert [next(reports).status, next(reports).status] == ["added", "added"]
    with suppress(how):
        reports.throw(how)  # type: ignore[attr-defined]
    assert talses(db) == [("NO",)]
    with closing(connect(db, readonly=True)) as opened:
        assert list(opened.rows("SELECT finished FROM ingests")) == [(None,)]


def test_where_all_is_unchanged_nothing_is_written(namesakes: Path, db: str) -> None:
    import sqlite3

    run(db, ".")
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert {report.status for report in ingest(["."], db)} == {"unchanged"}


def test_two_processes_ingest_at_once(folder: Path, db: str) -> None:
    for number in range(20):
        text = ISSUE.replace("Volume 23", f"Volume {number}").replace("2021", str(1900 + number))
        (folder / f"{number:02}.txt").write_text(text)
    code = "import sys; from chronicle.ingest import ingest; list(ingest(sys.argv[2:], sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen([sys.executable, "-c", code, db, pattern], env=environment) for pattern in ("0*.txt", "1*.txt")
    ]
    assert [each.wait() for each in both] == [0, 0]
    assert len(texts(db)) == 80
    assert {report.status for report in run(db, ".")} == {"unchanged"}


def test_files_are_found_once(folder: Path) -> None:
    (folder / "a.txt").touch()
    (folder / "b.MD").touch()
    (folder / "c.pdf").touch()
    assert [found.name for found in find_files([".", "a.txt", "c.pdf", "-"])] == ["a.txt", "b.MD", "c.pdf", "stdin"]


def test_an_empty_path_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    (found,) = find_files([""])
    assert found.error == "'': names no file or folder; write one, or . for this folder"


ORIGINALS = ROOT.parent / "shared" / "seeds"


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original issues are not here")
def test_the_original_issues(db: str) -> None:
    reports = run(db, str(ORIGINALS))
    assert sum(len(report.added) for report in reports) == 115
    assert {report.status for report in run(db, str(ORIGINALS))} == {"unchanged"}
    assert len(texts(db)) == 115
