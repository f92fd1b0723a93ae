"""The command on a small database of real events, in this process or in one of its own."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from samples import DRILL, NEVER, TALKS, coded, day, document
from typer.testing import CliRunner, Result

from chronicle.cli.app import app
from chronicle.storing import connect
from chronicle.storing.facts import Facts, OfficeTerm
from chronicle.storing.registry import Registry
from chronicle.storing.store import store_document

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]

FACTS = Facts(
    aliases={"anna-northman": ("Anna Northman", "Northman", "Анна Нортман")},
    terms={"anna-northman": (OfficeTerm("Foreign Minister", "NO", None, "2019-10", None),)},
)
LATER = replace(
    TALKS,
    date=day("Jan. 5, 2022", date(2022, 1, 5)),
    headline="FM Northman calls Pretoria.",
    text="FM Northman calls Pretoria.",
    links=(),
    flags=(),
    venues=(),
)


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two documents with four events, made once."""
    path = tmp_path_factory.mktemp("stored") / "chronicle.db"
    db = connect(str(path), create=True)
    registry = Registry(db, FACTS)
    for name, events in (("north-south.txt", (TALKS, DRILL, NEVER)), ("later.md", (LATER,))):
        one = document(*events, file=name)
        store_document(db, one, coded(one, *events), registry=registry)
    db.close()
    return path


@pytest.fixture
def database(stored: Path, home: Path) -> Path:
    """The small database as the default one."""
    path = home / "chronicle.db"
    shutil.copy(stored, path)
    return path


@pytest.fixture
def run() -> Run:
    """The command in this process: `.exit_code`, `.stdout`, `.stderr`."""

    def run(*words: str, input: bytes | None = None) -> Result:
        return CliRunner().invoke(app, words, prog_name="chronicle", input=input)

    return run


COMMAND = [sys.executable, "-m", "chronicle"]


@pytest.fixture
def command() -> list[str]:
    """The words that start the command in a process of its own."""
    return list(COMMAND)


@pytest.fixture
def spawn(tmp_path: Path) -> Spawn:
    """The command in a process of its own, with pipes for stdout and stderr."""

    def spawn(*words: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **options}
        return subprocess.run([*COMMAND, *words], **given)  # type: ignore[call-overload,no-any-return]

    return spawn


@pytest.fixture
def on_terminal() -> Callable[..., str]:
    """What the command shows on a terminal of so many columns, stdout and stderr together."""

    def show(*words: str, columns: int = 80, **environment: str) -> str:
        leader, follower = pty.openpty()
        known = {"TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": "40", "PAGER": "cat"}
        process = subprocess.Popen(
            [*COMMAND, *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**os.environ, **known, **environment},
        )
        os.close(follower)
        shown = b"".join(iter(lambda: _read(leader), b""))
        os.close(leader)
        process.wait(60)
        return shown.decode().replace("\r\n", "\n")

    return show


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way of saying that the other end is closed
        return b""
