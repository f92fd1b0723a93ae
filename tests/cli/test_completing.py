"""What the shell offers behind Tab."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer import Context
from typer.main import get_command

from chronicle.cli import completing
from chronicle.cli.app import app
from chronicle.queries import save_query

Complete = Callable[..., list[str]]


def context(**parameters: object) -> Context:
    found = Context(get_command(app))
    found.params = dict(parameters)
    return found


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("offer", "begun", "names"),
    [
        ("actors", "no", ["northman"]),
        ("actors", "No", ["Northman"]),
        ("actors", "an", ["anna-northman"]),
        ("actors", "Anna-", ["Anna-northman"]),
        ("actors", "Anna N", ["Anna Northman"]),
        ("actors", "анна", ["анна-нортман"]),
        ("actors", "South", ["South-africa"]),
        ("actors", "nobody", []),
        ("states", "s", ["south-africa"]),
        ("states", "an", []),
        ("venues", "south", ["south-atlantic"]),
        ("venues", "OS", ["OSlo"]),
        ("documents", "n", ["north-south.txt"]),
        ("documents", "x", []),
        ("relations", "nor", ["north-south"]),
    ],
)
def test_names(offer: str, begun: str, names: list[str]) -> None:
    assert [value for value, _ in getattr(completing, offer)(context(), begun)] == names


@pytest.mark.usefixtures("database")
def test_what_a_name_stands_for() -> None:
    assert completing.actors(context(), "nor") == [("northman", "Anna Northman, NO")]
    [(key, told)] = [one for one in completing.events(context(), "") if one[1].startswith("Jan. 5")]
    assert told == "Jan. 5, 2022: FM Northman calls Pretoria."
    assert completing.events(context(), key[:8]) == [(key, told)]


def test_all_actors_are_offered_where_nothing_is_begun(database: Path) -> None:
    assert len(completing.actors(context(db=str(database)), "")) == 3


@pytest.mark.parametrize("made", [None, b"", b"no database at all, but long enough to be one" * 99])
def test_without_a_database_nothing_is_offered(home: Path, made: bytes | None) -> None:
    if made is not None:
        (home / "chronicle.db").write_bytes(made)
    assert completing.actors(context(), "a") == []
    assert completing.documents(context(db=str(home)), "a") == []
    assert not (home / "chronicle.db-wal").exists()


def test_a_setting_that_is_none_is_no_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_CONFIG", str(home / "nowhere.toml"))
    assert completing.queries("") == []


@pytest.fixture
def complete() -> Complete:
    """What the command answers to bash for the last of these words."""

    def complete(*words: str) -> list[str]:
        asked = {"_CHRONICLE_COMPLETE": "complete_bash", "COMP_CWORD": str(len(words)),
                 "COMP_WORDS": " ".join(["chronicle", *words])}  # fmt: skip
        command = [sys.executable, "-c", "from chronicle.cli import main; main()"]
        done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1] if done.stdout.endswith("\n") else done.stdout.split("\n")

    return complete


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("events", "--actor", "no"), ["northman"]),
        (("count", "--with", "northman", "sou"), ["south-africa"]),
        (("export", "--venue", "os"), ["oslo"]),
        (("venues", "--document", "la"), ["later.md"]),
        (("actors", "no"), ["northman"]),
        (("correct", "actor", "4f2a", "no"), ["northman"]),
        (("events", "--type", "mes"), ["message"]),
        (("events", "--type", "visit,mes"), ["visit,message"]),
        (("profile", "no"), ["northman"]),
        (("network", "no"), ["northman"]),
        (("cite", "la"), ["later.md"]),
        (("docs", "cook"), ["cookbook"]),
        (("count", "--by", "ye"), ["year"]),
        (("count", "--by", "year,ty"), ["year,type"]),
        (("compare", "--by", "type,ven"), ["type,venue", "type,venue_country"]),
        (("plot", "count", "--by", "mod"), ["mode"]),
        (("events", "--sort", "so"), ["source"]),
        (("events", "--sort", "type,-da"), ["type,-date"]),
        (("events", "--columns", "id,headl"), ["id,headline"]),
        (("timeline", "--lanes", "co"), ["country", "country_pair"]),
    ],
)
def test_in_bash(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete(*words) == offered


@pytest.mark.usefixtures("database")
def test_an_event_to_cite(complete: Complete) -> None:
    [(key, _)] = [one for one in completing.events(context(), "") if one[1].startswith("Jan. 5")]
    assert complete("cite", key[:8]) == [key]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("events", "@ca"), ["@calls"]),
        (("events", "--type", "message", "@"), ["@calls", "@talks"]),
        (("profile", "@ta"), ["@talks"]),
        (("profile", "@talks", "no"), ["northman"]),
        (("plot", "@ta"), ["@talks"]),
        (("export", "csv", "@ta"), ["@talks"]),
        (("compare", "--against", "@ta"), ["@talks"]),
        (("query", "show", "@ta"), ["@talks"]),
        # As bash cuts the words.
        (("events", "@", "ca"), ["@calls"]),
        (("profile", "@", "ca"), ["@calls"]),
        (("profile", "@", "talks", "no"), ["northman"]),
    ],
)
def test_saved_queries(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    for name in ("calls", "talks"):
        save_query(name, {"type": ["message"]}, replace=False)
    assert complete(*words) == offered


@pytest.mark.usefixtures("database")
def test_a_configuration_that_is_none_does_not_show(complete: Complete, home: Path) -> None:
    path = home / "xdg_config_home" / "chronicle" / "chronicle.toml"
    path.parent.mkdir(parents=True)
    path.write_text("= nonsense")
    assert complete("events", "--sort", "date", "--actor", "no") == ["northman"]
    assert complete("events", "@nothing", "--type", "mes") == ["message"]


@pytest.mark.usefixtures("database")
@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_itself(tmp_path: Path) -> None:
    """The script that `--show-completion` prints, in the shell that it is for."""
    command = tmp_path / "chronicle"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m chronicle "$@"\n')
    command.chmod(0o755)
    script = """
        eval "$(_CHRONICLE_COMPLETE=source_bash chronicle)"
        COMP_WORDS=(chronicle events --actor No); COMP_CWORD=3
        _chronicle_completion chronicle
        echo "${COMPREPLY[@]}"
    """
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("Northman\n", "")
