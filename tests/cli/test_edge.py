"""Where things end: errors in one line, the exit status, pipes that close, disks that fill, interruptions."""

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest
import typer
from typer.testing import CliRunner, Result

from chronicle.cli.edge import MEANINGS, Status, errors_told, os_error
from chronicle.errors import BadFilter, ChronicleError, DatabaseError, UnknownName, UsageError
from chronicle.placing import moved_into_place

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]

NO_ROOM = b"error: output: no space left on device; make room and run it again, or name a file elsewhere\n"
CLOSED = b"error: output: bad file descriptor; standard output is closed, lead it to a file or a pipe\n"


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (ChronicleError("a: b; c"), 1, "error: a: b; c"),
        (UsageError("a: b; c"), 2, "error: a: b; c"),
        (BadFilter("since 'x': is no time"), 2, "error: since 'x': is no time"),
        (UnknownName("no"), 2, "error: no"),
        (DatabaseError("x.db: is locked"), 1, "error: x.db: is locked"),
        (UnknownName(f"a '{'x' * 9999}': b; c"), 2, f"error: a '{'x' * 497} […] {'x' * 493}': b; c"),
        (
            OSError(errno.ENOSPC, "No space left on device", "out.csv"),
            1,
            "error: out.csv: no space left on device; make room and run it again, or name a file elsewhere",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            1,
            "error: output: no space left on device; make room and run it again, or name a file elsewhere",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "/etc/x"),
            1,
            "error: /etc/x: permission denied; change its permissions, or name another file",
        ),
        (
            sqlite3.OperationalError("database is locked"),
            1,
            "error: database: database is locked; `chronicle db check` looks for damage",
        ),
        (
            ValueError("two\nlines"),
            1,
            "error: ValueError: two; a fault in chronicle, CHRONICLE_TRACEBACK=1 shows where",
        ),
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_every_error_is_one_line_and_a_status(
    error: BaseException, status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as left, errors_told():
        raise error
    assert left.value.exit_code == status
    shown = capsys.readouterr()
    assert (shown.out, shown.err.rstrip("\n")) == ("", message)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["events", "--sice", "2021"], "--sice: no such option of `chronicle events`; did you mean --since?"),
        (["events", "-x"], "-x: no such option of `chronicle events`; see `chronicle events --help`"),
        (["--foo"], "--foo: no such option of `chronicle`; see `chronicle --help`"),
        (["correct", "actor", "--foo"], "--foo: no such option of `chronicle correct actor`; see"),
        (["events", "--type", "meting"], "--type 'meting': is none; did you mean meeting?"),
        (["events", "--type", "meeting,"], "--type '': is none; one of"),
        (["events", "--mode", "video,by phone"], "--mode 'by phone': is none; did you mean phone?"),
        (["events", "--role", "x'y"], '--role "x\'y": is none; one of participant, mentioned'),
        (["plot", "foo", "-o", "a.svg"], "KIND 'foo': is none; one of timeline, count, network, map"),
        (["events", "--limit", "few"], "--limit: 'few' is no whole number; see `chronicle events --help`"),
        (["events", "--actor", "wang", "yi"], "chronicle events: takes no 'yi'; put words of one name in quotation"),
        (["events", "--actor"], "--actor: requires an argument; see `chronicle events --help`"),
        (["events", "--with"], "--with: has no name; it takes two, as in --with russia china, and --actor takes one"),
        (["events", "--with", "china"], "--with china: is one name; it takes two, as in --with russia china, and"),
        (["events", "--with=china"], "--with china: is one name; it takes two"),
        (["events", "--with", "china", "--type", "meeting"], "--with china: is one name; it takes two"),
        (["count", "--with", "russia", "-n", "3"], "--with russia: is one name; it takes two"),
        (["network", "--with", "china", "--unique"], "--with china: is one name; it takes two"),
        (["events", "--with", "--unique", "china"], "--with: has no name; it takes two"),
        (["compare", "--during", "2020", "--against", "--with china --type meeting"], "--with china: is one name; it"),
        (["plot", "map"], "chronicle plot: --output is missing; see `chronicle plot --help`"),
        (["show"], "chronicle show: ID... is missing; see `chronicle show --help`"),
        (["--no-pager"], "chronicle: missing command; see `chronicle --help`"),
        (["correct", "--accept"], "--accept: requires an argument; see `chronicle correct --help`"),
        (["evnts"], "evnts: no such command; did you mean events?"),
        (["correct", "rename"], "rename: no such command; `chronicle correct --help` lists them"),
        (["correct", "split\n"], "split : no such command; did you mean split?"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_as_well(run: Run, words: list[str], message: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["query"], ["db"]], ids=len)
def test_a_command_without_its_words_shows_its_help(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: chronicle")


def test_a_fault_shows_its_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError), errors_told():
        raise ZeroDivisionError


def test_every_status_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Status)


def test_a_file_name_that_is_no_text_can_be_told() -> None:
    assert os_error(OSError(errno.ENOENT, "No such file", b"x\xff.txt")).startswith("x")


class TestPipes:
    @pytest.mark.parametrize("format", ["table", "csv", "json"])
    def test_a_reader_that_has_gone(self, spawn: Spawn, database: Path, format: str) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            result = spawn("events", "--format", format, stdout=pipe)
        assert (result.returncode, result.stderr) == (0, b"")

    @pytest.mark.parametrize("words", ["timeline", "calendar", "network", "map", "profile northman"])
    def test_a_reader_of_a_picture_that_has_gone(self, spawn: Spawn, database: Path, words: str) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            result = spawn(*words.split(), "--width", "80", stdout=pipe)
        assert (result.returncode, result.stderr) == (0, b"")

    def test_head(self, spawn: Spawn, database: Path) -> None:
        command = f"'{sys.executable}' -m chronicle events | head -n 1"
        result = subprocess.run(command, shell=True, capture_output=True, timeout=60)
        assert (result.returncode, result.stderr) == (0, b"")
        assert result.stdout.count(b"\n") == 1

    def test_without_colour_or_wrapping(self, spawn: Spawn, database: Path) -> None:
        from samples import TALKS

        lines = spawn("events", env={**os.environ, "COLUMNS": "20", "FORCE_COLOR": "1"}).stdout.decode().splitlines()
        assert len(lines) == 4
        assert lines[1].endswith(TALKS.headline)
        assert not any("\x1b" in line for line in lines)

    def test_data_is_utf_8_in_every_locale(self, spawn: Spawn, database: Path) -> None:
        result = spawn("events", "--format", "csv", env={**os.environ, "PYTHONIOENCODING": "latin-1"})
        assert "Ноты переданы 南方." in result.stdout.decode("utf-8")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("words", ["events", "export xlsx", "--help", "events --help", "--version"])
    def test_a_full_disk(self, spawn: Spawn, database: Path, words: str) -> None:
        with Path("/dev/full").open("wb") as full:
            result = spawn(*words.split(), stdout=full)
        assert (result.returncode, result.stderr) == (1, NO_ROOM)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("format", ["csv", "xlsx"])
    def test_a_file_on_a_full_disk(self, spawn: Spawn, database: Path, format: str) -> None:
        result = spawn("export", format, "-o", "/dev/full")
        assert (result.returncode, result.stderr) == (1, NO_ROOM)

    @pytest.mark.parametrize(
        ("words", "closed", "status", "told"),
        [
            ("events", ">&-", 1, CLOSED),
            ("count", ">&-", 1, CLOSED),
            ("export jsonl", ">&-", 1, CLOSED),
            ("export xlsx", ">&-", 1, CLOSED),
            ("report -o -", ">&-", 1, CLOSED),
            ("docs", ">&-", 1, CLOSED),
            ("--help", ">&-", 1, CLOSED),
            ("--version", ">&-", 1, CLOSED),
            ("export csv -o x.csv", ">&-", 0, b"4 events written to x.csv\n"),
            ("events", "2>&-", 0, b""),
            ("ingest -", "<&-", 1, b"error: stdin: the file is empty; give a file with a chronology\n"),
            ("import - --format jsonl", "<&-", 0, b"stdin: 0 added, 0 changed, 0 unchanged\n"),
        ],
    )
    def test_what_is_closed_from_the_start(
        self, database: Path, tmp_path: Path, words: str, closed: str, status: int, told: bytes
    ) -> None:
        command = f"'{sys.executable}' -m chronicle {words} {closed}"
        result = subprocess.run(command, shell=True, capture_output=True, timeout=60, cwd=tmp_path)
        assert (result.returncode, result.stderr[: len(told)]) == (status, told)

    def test_data_and_words_are_kept_apart(self, spawn: Spawn, database: Path, tmp_path: Path) -> None:
        result = spawn("export", "csv", "-o", str(tmp_path / "x.csv"))
        assert result.stdout == b""
        assert result.stderr.startswith(b"4 events written to ")


class TestFilters:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--since", "the day after never"], "since 'the day after never': is no time"),
            (["--on", "2021-02-31"], "on '2021-02-31'"),
            (["--since", "2022", "--until", "2021"], "is after until"),
            (["--actor", "northmann"], "did you mean Anna Northman?"),
            (["--venue", "osslo"], "did you mean Oslo"),
            (["--role", "mentioned"], "role 'mentioned': is of which actor? name one"),
            (["--flag", "date_invalidd"], "date_invalid"),
            (["--limit", "-1"], "--limit: -1 is not in the range x>=0"),
            (["--type", "party"], "--type 'party': is none; one of meeting, visit"),
        ],
    )
    def test_what_means_nothing(self, run: Run, database: Path, words: list[str], message: str) -> None:
        before = database.read_bytes()
        result = run("events", *words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr
        assert "Traceback" not in result.stderr
        assert database.read_bytes() == before

    @pytest.mark.parametrize("name", ["--actor", "--not-actor", "--venue", "--document", "--country", "--relation"])
    def test_a_name_of_any_length(self, run: Run, database: Path, name: str) -> None:
        result = run("events", name, "x" * 100_000)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "not known here; " in result.stderr
        assert len(result.stderr) < 2000

    @pytest.mark.parametrize("text", ['"', "((", "a AND", "NOT", "*", "h-6k", "sco's", "a:b", "", "^", "col : x", "%"])
    def test_no_text_is_an_sql_error(self, run: Run, database: Path, text: str) -> None:
        result = run("events", "--text", text)
        assert result.exit_code in (0, 2, 3), result.stderr
        assert "syntax" not in result.stderr.lower() or result.exit_code == 2
        assert "sql" not in result.stderr.lower()


class TestDatabases:
    def test_none_yet(self, run: Run, home: Path) -> None:
        result = run("events")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "there is no database yet; make one with `chronicle ingest PATH`" in result.stderr
        assert not (home / "chronicle.db").exists()

    def test_not_a_database(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "notes.db"
        path.write_text("these are notes, not a database\n" * 100)
        result = run("events", "--db", str(path))
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"error: {path}: ")
        assert path.read_text().startswith("these are notes")

    def test_a_newer_one(self, run: Run, database: Path) -> None:
        with sqlite3.connect(database) as db:
            db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.close()
        result = run("events")
        assert result.exit_code == 1
        assert result.stderr.startswith("error: ")

    def test_reading_needs_no_right_to_write(self, run: Run, database: Path) -> None:
        database.chmod(0o444)
        database.parent.chmod(0o555)
        try:
            assert run("events").exit_code == 0
        finally:
            database.parent.chmod(0o755)


def fail_halfway(file: TextIO, error: type[BaseException]) -> None:
    file.write("half")
    raise error


class TestMovedIntoPlace:
    def test_the_old_file_stays_until_the_new_one_is_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "events.csv"
        path.write_text("old")
        with moved_into_place(path) as file:
            file.write("new")
            file.flush()
            assert path.read_text() == "old"
        assert path.read_text() == "new"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
    def test_what_fails_leaves_nothing_behind(self, tmp_path: Path, error: type[BaseException]) -> None:
        path = tmp_path / "events.csv"
        path.write_text("old")
        with pytest.raises(error), moved_into_place(path) as file:
            fail_halfway(file, error)
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_the_new_file_has_the_usual_rights(self, tmp_path: Path) -> None:
        (tmp_path / "usual").touch()
        with moved_into_place(tmp_path / "events.csv"):
            pass
        assert (tmp_path / "events.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode

    @pytest.mark.parametrize("format", ["csv", "xlsx", "sqlite"])
    def test_no_name_at_all(self, run: Run, database: Path, format: str) -> None:
        result = run("export", format, "-o", "")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "output '': names no file; name one, or - for standard output" in result.stderr

    @pytest.mark.parametrize(
        ("output", "message"),
        [(".", "is a folder; name a file in it"), ("no/where.csv", "no such folder; make it first")],
    )
    def test_places_that_are_none(self, run: Run, database: Path, tmp_path: Path, output: str, message: str) -> None:
        result = run("export", "csv", "-o", str(tmp_path / output))
        assert result.exit_code == 2
        assert message in result.stderr


def test_a_module_can_be_run(spawn: Spawn) -> None:
    assert spawn("--version").stdout.startswith(b"chronicle ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from chronicle.cli.app import app

    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    script = CliRunner().invoke(app, ["--show-completion", shell], prog_name="chronicle")
    assert "_CHRONICLE_COMPLETE" in script.output


def test_completion_offers_commands_and_options(spawn: Spawn) -> None:
    asked = {"_CHRONICLE_COMPLETE": "complete_bash"}
    commands = spawn(env={**os.environ, **asked, "COMP_WORDS": "chronicle e", "COMP_CWORD": "1"})
    assert commands.stdout.decode().split() == ["events", "export"]
    options = spawn(env={**os.environ, **asked, "COMP_WORDS": "chronicle events --not", "COMP_CWORD": "2"})
    assert options.stdout.decode().split() == ["--not-actor"]
    types = spawn(env={**os.environ, **asked, "COMP_WORDS": "chronicle events --type me", "COMP_CWORD": "3"})
    assert types.stdout.decode().split() == ["meeting", "message"]
