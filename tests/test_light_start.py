"""A command starts light: which modules it loads, counted in a process of its own (docs/performance.md)."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from samples import EVENTS, coded, document

from chronicle.storing import connect
from chronicle.storing.store import store_document

# Beside the standard library and Chronicle itself, a command on SQLite loads these and nothing else.
COMMAND_LINE = {"typer", "shellingham", "annotated_doc", "typing_extensions"}
TERMINAL = {"rich", "pygments"}

# In the standard library, and dear all the same: no plain command needs them.
DEAR = {"asyncio", "multiprocessing", "concurrent", "email", "http", "ssl", "xml", "unittest", "logging"}

LISTING = """
import runpy, sys
sys.argv = ["chronicle", *sys.argv[1:]]
try:
    runpy.run_module("chronicle", run_name="__main__")
finally:
    sys.stdout.flush()
    sys.stderr.write("\\nMODULES " + " ".join(sorted(sys.modules)) + "\\n")
"""


@pytest.fixture(autouse=True)
def database(home: Path) -> None:
    db = connect(str(home / "chronicle.db"), create=True)
    one = document(*EVENTS)
    store_document(db, one, coded(one, *EVENTS))
    db.close()


def modules(*words: str) -> set[str]:
    """What the command has loaded when it leaves, its output going to a pipe."""
    result = subprocess.run([sys.executable, "-c", LISTING, *words], capture_output=True, text=True, timeout=60)
    return listed(result.stderr)


def modules_on_a_terminal(*words: str) -> set[str]:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    process = subprocess.Popen(
        [sys.executable, "-c", LISTING, *words],
        stdout=follower,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )
    os.close(follower)
    while reading(leader):
        pass
    os.close(leader)
    _, stderr = process.communicate(timeout=60)
    return listed(stderr)


def reading(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way of saying that the other end is closed
        return b""


def listed(stderr: str) -> set[str]:
    [line] = [line for line in stderr.splitlines() if line.startswith("MODULES ")]
    return set(line.split()[1:])


def libraries(loaded: set[str]) -> set[str]:
    """The libraries among them, without the standard one and what an environment loads at its start."""
    return {name.partition(".")[0] for name in loaded - at_rest()} - sys.stdlib_module_names - {"chronicle"}


def at_rest() -> set[str]:
    line = "import sys; sys.stderr.write('MODULES ' + ' '.join(sys.modules))"
    return listed(subprocess.run([sys.executable, "-c", line], capture_output=True, text=True).stderr)


def rooms(loaded: set[str]) -> set[str]:
    return {name.split(".")[1] for name in loaded if name.startswith("chronicle.")}


PLAIN = [
    ["--version"],
    ["--help"],
    ["events", "--help"],
    ["events", "--limit", "20"],
    ["events", "--type", "meeting", "--since", "2021-09", "--format", "csv"],
    ["export", "jsonl"],
    ["count", "--by", "month"],
    ["count", "--by", "month,type", "--cross", "--spread", "--share", "row"],
    ["compare", "--during", "2020", "--and", "2021"],
    ["compare", "--type", "meeting", "--against", "--type visit"],
    ["events", "--text", "(talks or drill) -no", "--sort", "type,-date", "--source-text"],
    ["actors"],
    ["timeline"],
    ["network"],
    ["map"],
    ["db", "path"],
    ["review"],
    ["correct", "list"],
    ["correct", "export"],
    ["sql", "select id from event_view"],
    ["config"],
    ["same", "--groups"],
]


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_command_loads_its_libraries_and_no_other(words: list[str]) -> None:
    loaded = modules(*words)
    assert libraries(loaded) <= COMMAND_LINE
    assert loaded & DEAR == set()


def test_help_touches_no_database() -> None:
    # The formats of `export` are listed in presenting.
    assert rooms(modules("--help")) <= {"cli", "config", "errors", "model", "presenting"}
    assert "sqlite3" not in modules("events", "--help")


def test_a_command_loads_no_other_command() -> None:
    others = {"ingest", "read", "actors", "venues", "documents", "count", "export", "db", "show"}
    assert {f"chronicle.cli.{name}" for name in others} & modules("events") == set()


def test_asking_neither_reads_nor_codes_documents() -> None:
    assert rooms(modules("events")) <= {
        "cli", "config", "directing", "errors", "exporting", "model", "placing", "presenting", "querying", "reference",
        "storing",
    }  # fmt: skip


def test_rich_is_loaded_where_a_table_is_drawn_on_a_terminal() -> None:
    assert "rich.table" in modules_on_a_terminal("events")
    assert libraries(modules_on_a_terminal("events")) <= COMMAND_LINE | TERMINAL
    assert "rich" not in modules_on_a_terminal("events", "--format", "csv")
    assert "rich" not in modules_on_a_terminal("--help")


def test_a_day_as_typed_needs_no_dateparser() -> None:
    assert "dateparser" not in modules("events", "--since", "two weeks ago", "--until", "friday")


MOST_MODULES = 180


def test_the_number_of_modules() -> None:
    """Time differs from machine to machine, this does not. The mark allows for other versions of Python."""
    assert len(modules("events", "--limit", "20") - at_rest()) <= MOST_MODULES
