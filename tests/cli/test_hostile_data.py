"""Data that holds the signs which steer a terminal: exact in a file and a pipe, harmless on a screen."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]

# A title, a cleared screen, the one-sign form of the same, a bell, a line that overwrites another; and signs that turn
# the order of what is shown behind them: marks, embeddings, an override, isolates.
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = f"Talks \x1b]0;owned\x07\x1b[2J\x9b2J \x7f end\rover {TURNING}."


@pytest.fixture(autouse=True)
def hostile(database: Path) -> Path:
    db = sqlite3.connect(database)
    db.execute("UPDATE events SET text = :text, headline = :text", {"text": HOSTILE})
    db.execute("UPDATE actors SET name = name || :text", {"text": HOSTILE})
    db.execute("UPDATE documents SET title = :text", {"text": HOSTILE})
    db.commit()
    db.close()
    return database


def steering(shown: str) -> set[str]:
    """The control signs in what a terminal got, but for those that end lines."""
    return set(re.findall(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{TURNING}]", shown.replace("\r\n", "\n")))


@pytest.mark.parametrize("name", ["csv", "json", "markdown", "html", "ics", "bibtex"])
def test_no_export_steers_a_terminal(on_terminal: Callable[..., str], name: str) -> None:
    shown = on_terminal("export", name)
    assert "end" in shown
    assert not steering(shown)


@pytest.mark.parametrize(
    "words",
    [
        ["events"],
        ["events", "-f", "csv"],
        ["events", "-f", "jsonl"],
        ["events", "--source-text", "-f", "json"],
        ["timeline", "--lanes", "actor", "--plain"],
        ["actors", "-f", "markdown"],
        ["profile", "northman", "-f", "json"],
        ["network"],
        ["sql", "select text from event_view", "-f", "csv"],
        ["cite", "*.txt"],
        ["report", "-o", "-"],
        ["export", "csv", "-o", "/dev/tty"],
    ],
    ids=" ".join,
)
def test_no_command_steers_a_terminal(on_terminal: Callable[..., str], words: list[str]) -> None:
    shown = on_terminal(*words, NO_COLOR="1")
    assert "end" in shown or "/dev/tty" in words
    assert not steering(shown)


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_no_event_steers_a_terminal(run: Run, on_terminal: Callable[..., str], format: str) -> None:
    key = run("events").stdout.split("\t")[0]
    shown = on_terminal("show", key, "--context", "9", "-f", format)
    assert "end" in shown
    assert not steering(shown)


def test_pictures_keep_their_colours(on_terminal: Callable[..., str]) -> None:
    assert "\x1b[" in on_terminal("network")
    assert "\x1b[2J" not in on_terminal("network")


def test_a_pipe_and_a_file_get_every_sign(spawn: Any, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    assert spawn("export", "csv", "-o", str(path)).returncode == 0
    piped = spawn("export", "csv").stdout
    assert piped == path.read_bytes()
    assert HOSTILE.encode() in piped
    assert json.loads(spawn("export", "jsonl").stdout.splitlines()[0])["text"] == HOSTILE
