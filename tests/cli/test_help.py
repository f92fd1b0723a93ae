"""The help teaches by example, and the examples run. (docs/commands.md is the help: tests/test_readme.py.)"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from chronicle.cli.app import COMMANDS, app
from chronicle.cli.edge import MEANINGS, Status

Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "using.md"
DB = ("path", "info", "upgrade", "check", "backup")
CORRECT = (
    "type", "mode", "date", "actor", "add-actor", "remove-actor", "venue", "add-venue", "remove-venue", "accept",
    "merge", "split", "alias", "same", "different", "list", "undo", "export", "import",
)  # fmt: skip
ALL: list[tuple[str, ...]] = [
    (),
    *((name,) for name in COMMANDS),
    *(("db", name) for name in DB),
    *(("correct", name) for name in CORRECT),
    ("config", "path"),
    *(("query", name) for name in ("save", "list", "show", "remove", "path")),
]
# Groups, whose commands take it, and the tables that are no database.
NO_DATABASE = (
    (), ("db",), ("gazetteer",), ("read",), ("correct",), ("config",), ("config", "path"), ("query",),
    ("docs",),
)  # fmt: skip
FILTERED = ("events", "actors", "venues", "documents", "count", "export", "review", "same")
FILTERS = [
    "actor", "with", "not-actor", "country", "role", "venue", "type", "mode", "since", "until", "on", "during",
    "text", "document", "relation", "flag", "since-last-ingest", "unique",
]  # fmt: skip

each_command = pytest.mark.parametrize("words", ALL, ids=lambda words: " ".join(["chronicle", *words]))


def help_of(words: tuple[str, ...]) -> str:
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="chronicle")
    assert result.exit_code == 0, result.output
    return str(result.output)


def examples_of(words: tuple[str, ...]) -> list[str]:
    section = help_of(words).partition("\nExamples:\n")[2].partition("\n\n")[0]
    return [line.strip() for line in section.splitlines()]


@each_command
def test_every_command_has_examples_of_itself(words: tuple[str, ...]) -> None:
    found = examples_of(words)
    assert found
    assert all(" ".join(["chronicle", *words]) in line for line in found)


@each_command
def test_help_names_pages_as_docs_prints_them(words: tuple[str, ...]) -> None:
    """Who has installed the package alone has no folder `docs`."""
    text = " ".join(help_of(words).split())
    assert not re.search(r"docs/[\w-]+\.md", text)
    for page in re.findall(r"`chronicle docs ([\w-]+)`", text):
        assert (ROOT / "docs" / f"{page}.md").exists()


@each_command
def test_help_fits_80_columns_and_has_no_colour(words: tuple[str, ...]) -> None:
    text = help_of(words)
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text


@each_command
def test_every_option_says_what_it_does(words: tuple[str, ...]) -> None:
    options = re.findall(r"^  (-\S.*?)(?:  +(.*))?$\n?( {10,}\S.*)?", help_of(words), re.MULTILINE)
    assert options
    assert all(same_line or next_line for _, same_line, next_line in options)


@pytest.mark.parametrize("name", FILTERED)
def test_filters_are_the_same_everywhere(name: str) -> None:
    section = help_of((name,)).partition("\nFilters:\n")[2].partition("\n\n")[0]
    assert re.findall(r"^  --([a-z-]+)", section, re.MULTILINE) == FILTERS


@pytest.mark.parametrize(
    "words", [words for words in ALL if words not in NO_DATABASE and words[:1] != ("query",)], ids=" ".join
)
def test_every_command_takes_a_database(words: tuple[str, ...]) -> None:
    assert "--db PATH|URL" in help_of(words)


def test_the_root_documents_the_exit_status() -> None:
    for status, meaning in MEANINGS.items():
        assert f"{status:<4} {meaning}" in help_of(())


SLIPS = "Chronology of Northland - Southland Relations\n\nFeb. 27, 2021: Talks.\n\nFeb. 31, 2021: More talks.\n"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds as `issues`, one as `issue.txt`, a database, and the command on its PATH."""
    folder = tmp_path_factory.mktemp("workshop")
    shutil.copytree(ROOT / "seeds", folder / "issues")
    shutil.copy(ROOT / "seeds" / "china-russia-2021-q3.txt", folder / "issue.txt")
    shutil.copy(ROOT / "seeds" / "china-russia-2021-q3.txt", folder / "issues" / "2021-3.md")
    (folder / "issues" / "slips.txt").write_text(SLIPS, encoding="utf-8")
    (folder / "bin").mkdir()
    command = folder / "bin" / "chronicle"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m chronicle "$@"\n')
    command.chmod(0o755)
    for line in ("ingest issues/", "correct accept $(chronicle events --limit 1 | cut -f 1)"):
        assert shell(folder, f"chronicle {line}").returncode == 0
    assert shell(folder, "chronicle correct export -o corrections.jsonl").returncode == 0
    assert shell(folder, "chronicle query save summits --type meeting").returncode == 0
    shutil.copy(folder / "chronicle.db", folder / "as-it-was.db")
    shutil.copy(folder / "queries.toml", folder / "as-they-were.toml")
    return folder


def shell(folder: Path, line: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "CHRONICLE_DB": str(folder / "chronicle.db"),
        "CHRONICLE_QUERIES": str(folder / "queries.toml"),
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def all_examples() -> list[str]:
    """Of this folder's commands; those of the gazetteer have tests of their own."""
    lines = dict.fromkeys(line for words in ALL for line in examples_of(words))
    return [line for line in lines if not any(word in line for word in ("gazetteer", "http", "$EDITOR"))]


# `read` and `import` name files of the user's own, and `serve` stays until it is stopped: test_read.py,
# test_importing.py and tests/pages run them.
ELSEWHERE = ("chronicle read", "chronicle import", "chronicle serve")
EXAMPLES = [line for line in all_examples() if not line.startswith(ELSEWHERE)]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(workshop: Path, line: str) -> None:
    """As it stands, but for the ids, which are those of real events and of a real correction."""
    shutil.copy(workshop / "as-it-was.db", workshop / "chronicle.db")
    shutil.copy(workshop / "as-they-were.toml", workshop / "queries.toml")
    asked = "chronicle events --actor lavrov --limit 1"
    keys = [shell(workshop, f"{asked} {more}").stdout.split()[0] for more in ("--venue moscow", "")]
    made = shell(workshop, "chronicle correct list | cut -f 1").stdout.strip()
    line = line.replace("4f2a", keys[0]).replace("9c01", keys[1]).replace("k3x8", made)
    result = shell(workshop, line)
    assert result.returncode in (Status.DONE, Status.NOTHING_FOUND), result.stderr
    assert "rror" not in result.stderr


def test_the_page_has_every_exit_status() -> None:
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(str(int(status)), meaning) for status, meaning in MEANINGS.items()]
