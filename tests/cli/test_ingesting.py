"""`chronicle ingest`: what it says of every kind of input, its exit status, and the database afterwards."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from chronicle.querying import Query, total
from chronicle.storing import check, connect

Run = Callable[..., Result]

SEEDS = Path(__file__).parents[2] / "seeds"
ISSUE = """\
Chronology of Northland - Southland Relations
January - April 2021

Jan. 5, 2021: Foreign ministers of China and Russia meet in Moscow.

Feb. 7-8, 2021: Chinese and Russian navies hold an exercise in the Sea of Japan.

Feb. 31, 2021: A date that cannot exist.

Sept. 3, 2021: Xi Jinping sends a telegram to Vladimir Putin.
"""


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    path = tmp_path / "issue.txt"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def stored(home: Path) -> int:
    """How many events the default database holds; it has to be sound."""
    path = home / "chronicle.db"
    if not path.exists():
        return 0
    db = connect(str(path), readonly=True)
    try:
        assert check(db) == []
        return total(db, Query())
    finally:
        db.close()


class TestDocuments:
    def test_the_first_one_makes_the_database(self, run: Run, issue: Path, home: Path) -> None:
        result = run("ingest", str(issue))
        assert result.exit_code == 0, result.stderr
        status, file, *numbers, document = result.stdout.rstrip("\n").split("\t")
        assert (status, file, numbers) == ("added", str(issue), ["4", "0", "0", "0", "2"])
        assert document
        assert "1 document; events: 4 added, 0 changed, 0 removed, 0 unchanged, 2 flagged\n" in result.stderr
        assert stored(home) == 4

    def test_again_does_nothing(self, run: Run, issue: Path, home: Path) -> None:
        run("ingest", str(issue))
        result = run("ingest", str(issue))
        assert result.exit_code == 0
        assert result.stdout.startswith("unchanged\t")
        assert stored(home) == 4

    def test_one_corrected_word_is_one_changed_event_with_the_same_id(self, run: Run, issue: Path, home: Path) -> None:
        run("ingest", str(issue))
        before = run("events", "--columns", "id").stdout
        issue.write_text(ISSUE.replace("telegram", "letter"), encoding="utf-8")
        result = run("ingest", str(issue), "--format", "json")
        [report] = json.loads(result.stdout)
        assert report["status"] == "changed"
        assert (len(report["added"]), len(report["changed"]), len(report["removed"])) == (0, 1, 0)
        assert run("events", "--columns", "id").stdout == before

    def test_what_lies_outside_the_period_or_cannot_be_is_kept_and_flagged(self, run: Run, issue: Path) -> None:
        run("ingest", str(issue))
        for flag, printed in (("date_out_of_period", "Sept. 3, 2021"), ("date_invalid", "Feb. 31, 2021")):
            found = run("events", "--flag", flag, "--columns", "date_text")
            assert found.stdout == f"{printed}\n"

    def test_a_folder_with_all_below(self, run: Run, tmp_path: Path, home: Path) -> None:
        shutil.copytree(SEEDS, tmp_path / "issues" / "deep")
        result = run("ingest", str(tmp_path / "issues"), "--format", "jsonl")
        assert result.exit_code == 0, result.stderr
        reports = [json.loads(line) for line in result.stdout.splitlines()]
        by_status = sorted((report["status"], len(report["added"])) for report in reports)
        assert by_status == [("added", 37), ("added", 38), ("added", 40), ("skipped", 0)]
        assert stored(home) == 115

    def test_a_glob_that_the_shell_left(self, run: Run, home: Path) -> None:
        assert run("ingest", str(SEEDS / "*-2021-*.txt")).exit_code == 0
        assert stored(home) == 40

    def test_standard_input(self, run: Run, home: Path) -> None:
        result = run("ingest", "-", input=ISSUE.encode())
        assert result.exit_code == 0
        assert stored(home) == 4

    def test_a_dry_run_writes_nothing(self, run: Run, issue: Path, home: Path) -> None:
        result = run("ingest", str(issue), "--dry-run")
        assert result.exit_code == 0
        assert result.stdout.startswith("added\t")
        assert result.stderr.endswith("; nothing was written\n")
        assert not (home / "chronicle.db").exists()

    def test_jobs_change_nothing_but_the_time(self, run: Run, home: Path, tmp_path: Path) -> None:
        one = run("ingest", str(SEEDS), "--db", str(tmp_path / "one.db"))
        two = run("ingest", str(SEEDS), "--jobs", "2", "--db", str(tmp_path / "two.db"))
        assert (two.exit_code, two.stdout) == (one.exit_code, one.stdout)
        exports = [run("export", "jsonl", "--db", str(tmp_path / f"{n}.db")).stdout for n in ("one", "two")]
        assert exports[0] == exports[1]


class TestBadInput:
    """Each gets one clear line, exit status 1, and leaves the database as it was."""

    def refused(self, result: Result, message: str, home: Path) -> None:
        assert result.exit_code == 1
        assert message in result.stderr
        assert result.stderr.startswith("error: ")
        assert "Traceback" not in result.stderr
        assert result.stdout.startswith("failed\t")
        assert stored(home) == 0

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("empty.txt", b"", "the file is empty"),
            ("blank.txt", b" \n\n\t\n", "empty"),
            ("binary.txt", bytes(range(256)) * 40, "not a text file"),
            ("zeros.txt", b"\0" * 5000, "empty"),
            ("essay.txt", b"On power.\n\nNations trade and quarrel; this is an essay.\n" * 30, "no chronology found"),
        ],
    )
    def test_files(self, run: Run, tmp_path: Path, home: Path, name: str, content: bytes, message: str) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        self.refused(run("ingest", str(path)), message, home)

    def test_a_missing_path(self, run: Run, tmp_path: Path, home: Path) -> None:
        path = tmp_path / "missing.txt"
        self.refused(run("ingest", str(path)), f"error: {path}: no such file or folder", home)

    def test_a_pattern_that_fits_nothing(self, run: Run, tmp_path: Path, home: Path) -> None:
        self.refused(run("ingest", str(tmp_path / "*.md")), "matches no file", home)

    def test_a_folder_without_documents(self, run: Run, tmp_path: Path, home: Path) -> None:
        folder = tmp_path / "pictures"
        folder.mkdir()
        (folder / "map.png").write_bytes(b"\x89PNG")
        self.refused(run("ingest", str(folder)), "holds no documents", home)

    def test_a_file_of_200_megabytes(self, run: Run, tmp_path: Path, home: Path) -> None:
        path = tmp_path / "huge.txt"
        with path.open("wb") as file:
            file.truncate(200_000_000)
        self.refused(run("ingest", str(path)), "is larger than", home)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read all")
    def test_an_unreadable_file(self, run: Run, issue: Path, home: Path) -> None:
        issue.chmod(0)
        self.refused(run("ingest", str(issue)), "cannot be read", home)

    @pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs /proc")
    def test_a_file_that_fails_while_it_is_read(self, run: Run, home: Path) -> None:
        self.refused(run("ingest", "/proc/self/mem"), "cannot be read", home)

    def test_standard_input_without_a_chronology(self, run: Run, home: Path) -> None:
        self.refused(run("ingest", "-", input=b"An essay."), "no chronology found in stdin", home)

    def test_one_bad_file_does_not_stop_the_rest(self, run: Run, issue: Path, tmp_path: Path, home: Path) -> None:
        (tmp_path / "a-bad.txt").write_bytes(b"\0\1\2" * 1000)
        result = run("ingest", str(tmp_path / "a-bad.txt"), str(tmp_path / "none.txt"), str(issue))
        assert result.exit_code == 1
        assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["failed", "failed", "added"]
        assert "1 document, 2 failed; events: 4 added" in result.stderr
        assert stored(home) == 4


def test_progress_is_shown_on_a_terminal_only(on_terminal: Callable[..., str], run: Run, issue: Path) -> None:
    assert f"\r\x1b[K1: {issue}"[:30] in on_terminal("ingest", str(issue), columns=200)
    assert "\r" not in run("ingest", str(issue), "--force").stderr


def test_ctrl_c_leaves_whole_documents_or_nothing(home: Path, command: list[str]) -> None:
    """Interrupted while it waits for standard input, with one document stored before."""
    process = subprocess.Popen(
        [*command, "ingest", str(SEEDS / "china-russia-2021-q3.txt"), "-", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not committed(home):
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stderr.decode().splitlines()[-1] == "interrupted"
    assert b"Traceback" not in stderr
    assert stored(home) == 40


def committed(home: Path) -> bool:
    from chronicle.errors import ChronicleError

    try:
        return stored(home) == 40
    except ChronicleError:  # it is only being made
        return False
