"""`import` on the command line: what it says, how it ends, what a pipe does."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    assert run("export", "-o", str(path)).exit_code == 0
    return path


def test_into_a_new_database(run: Run, exported: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    result = run("import", str(exported), "--db", other)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{exported}: 4 added, 0 changed, 0 unchanged\n"
    assert run("export", "jsonl", "--db", other).stdout == exported.read_text(encoding="utf-8")
    assert run("db", "check", "--db", other).exit_code == 0


def test_into_the_one_it_came_from(run: Run, exported: Path) -> None:
    assert run("import", str(exported)).stderr == f"{exported}: 0 added, 0 changed, 4 unchanged\n"


@pytest.mark.parametrize("name", ["events.csv", "events.jsonl.gz", "events.csv.gz"])
def test_other_forms(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    run("export", "-o", str(path))
    other = str(tmp_path / "other.db")
    assert run("import", str(path), "--db", other).exit_code == 0
    assert run("export", "jsonl", "--db", other).stdout == run("export", "jsonl").stdout


def test_from_a_pipe(run: Run, exported: Path, tmp_path: Path) -> None:
    result = run("import", "-", "--format", "jsonl", "--db", str(tmp_path / "o.db"), input=exported.read_bytes())
    assert (result.exit_code, result.stderr) == (0, "stdin: 4 added, 0 changed, 0 unchanged\n")


def test_a_refused_row_is_told_with_its_line(run: Run, exported: Path, tmp_path: Path) -> None:
    first, *others = exported.read_text(encoding="utf-8").splitlines()
    told: dict[str, Any] = {**json.loads(first), "type": "war"}
    exported.write_text("\n".join([*others, json.dumps(told)]), encoding="utf-8")
    result = run("import", str(exported), "--db", str(tmp_path / "other.db"))
    assert result.exit_code == 1
    [why, total] = result.stderr.splitlines()
    assert why.startswith(f"{exported}:4: type: 'war' is none of meeting, visit, ")
    assert total == f"{exported}: 3 added, 0 changed, 0 unchanged, 1 refused"


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["events.tsv"], 2, "events.tsv: is not read back; take what `export jsonl` or `export csv` wrote"),
        (["-"], 2, "standard input: says no format; add --format jsonl or csv"),
        ([""], 2, "'': names no file; write one, or - for standard input"),
        (["none.jsonl"], 1, "none.jsonl: no such file; check the path"),
        (["x", "--format", "cvs"], 2, "cvs: no such format to import; did you mean csv?"),
    ],
)
def test_wrong_use(run: Run, words: list[str], status: int, message: str) -> None:
    result = run("import", *words)
    assert (result.exit_code, result.stderr) == (status, f"error: {message}\n")


def test_an_imported_event_is_shown_and_found(run: Run, exported: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    run("import", str(exported), "--db", other)
    shown = run("show", "--db", other, run("events", "--db", other, "--type", "exercise").stdout.split("\t")[0])
    assert shown.exit_code == 0
    assert "Joint drill" in shown.stdout
    assert run("events", "--actor", "northman", "--db", other).stdout.count("\n") == 2
    assert run("documents", "--db", other).exit_code == 0
    assert run("recode", "--db", other).exit_code == 0


@pytest.mark.parametrize("name", ["events.xlsx", "none.jsonl", "long.csv", "broken.jsonl.gz", "folder.jsonl"])
def test_what_cannot_be_read_makes_no_database(run: Run, tmp_path: Path, name: str) -> None:
    path, other = tmp_path / name, tmp_path / "deep" / "other.db"
    if name == "folder.jsonl":
        path.mkdir()
    elif name == "long.csv":
        run("export", "csv", "--long", "-o", str(path))
    elif name != "none.jsonl":
        path.write_text("nothing that is read back", encoding="utf-8")
    result = run("import", str(path), "--db", str(other))
    assert result.exit_code in (1, 2)
    assert result.stderr.startswith(f"error: {path}: ")
    assert not other.parent.exists()


def test_rows_that_are_all_refused_make_no_database(run: Run, exported: Path, tmp_path: Path) -> None:
    bad, other = tmp_path / "bad.jsonl", tmp_path / "deep" / "other.db"
    bad.write_text('{"id": "a"}\n', encoding="utf-8")
    assert run("import", str(bad), str(bad), "--db", str(other)).exit_code == 1
    assert not other.parent.exists()
    assert run("import", str(bad), str(exported), str(exported), "--db", str(other)).exit_code == 1
    assert run("export", "jsonl", "--db", str(other)).stdout == exported.read_text(encoding="utf-8")
    assert [each.name for each in other.parent.iterdir()] == ["other.db"]


def test_a_first_file_that_breaks_on_the_way_makes_no_database(run: Run, exported: Path, tmp_path: Path) -> None:
    broken, other = tmp_path / "broken.jsonl.gz", tmp_path / "deep" / "other.db"
    broken.write_bytes(gzip.compress(exported.read_bytes())[:-4])
    before = set(tmp_path.iterdir())
    result = run("import", str(broken), "--db", str(other))
    assert (result.exit_code, "is packed, and broken" in result.stderr) == (1, True)
    assert set(tmp_path.iterdir()) == before


def test_a_second_file_that_is_not_there_is_told_before_the_first_is_taken_in(run: Run, exported: Path) -> None:
    other = exported.with_name("other.db")
    result = run("import", str(exported), "none.csv", "--db", str(other))
    assert result.stderr == "error: none.csv: no such file; check the path\n"
    assert not other.exists()
