"""A table that is longer than the screen goes through a pager, where somebody is there to turn the pages."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Terminal = Callable[..., str]
Run = Callable[..., Result]

NEEDS = pytest.mark.skipif(shutil.which("less") is None, reason="no less here")
HEADS = ("id", "date", "type")


@pytest.fixture(autouse=True)
def use(database: Path) -> None:
    pass


@pytest.fixture
def marking(tmp_path: Path) -> str:
    """A pager that marks what it shows."""
    path = tmp_path / "marking pager.py"
    path.write_text("import sys\nprint('PAGED')\nsys.stdout.write(sys.stdin.read())\n")
    return f"'{sys.executable}' '{path}'"


def test_a_long_table_is_paged_and_whole(on_terminal: Terminal, marking: str) -> None:
    shown = on_terminal("events", LINES="5", PAGER=marking, NO_COLOR="1")
    assert shown.startswith("PAGED\nid ")
    assert "Jan" in shown or "2022-01-05" in shown
    assert shown.replace("PAGED\n", "", 1) == on_terminal("events", LINES="5", NO_COLOR="1")


@pytest.mark.parametrize("words", [("show",), ("show", "--why"), ("cite",)], ids=" ".join)
def test_a_long_text_is_paged_and_whole(on_terminal: Terminal, marking: str, run: Run, words: tuple[str, ...]) -> None:
    ids = run("events", "--columns", "id").stdout.split()
    shown = on_terminal(*words, *ids, LINES="3", PAGER=marking)
    assert shown.count("PAGED") == 1
    assert shown.replace("PAGED\n", "", 1) == on_terminal(*words, *ids, LINES="3")
    assert "PAGED" not in on_terminal(*words, *ids, LINES="200", PAGER=marking)


def test_a_short_one_is_not(on_terminal: Terminal, marking: str) -> None:
    assert "PAGED" not in on_terminal("events", LINES="60", PAGER=marking)


def test_what_is_no_table_is_not(on_terminal: Terminal, marking: str) -> None:
    assert "PAGED" not in on_terminal("events", "--format", "csv", LINES="2", PAGER=marking)


@pytest.mark.parametrize("words", [("--no-pager", "events"), ("events", "--no-pager"), ("actors", "--no-pager")])
def test_no_pager(on_terminal: Terminal, marking: str, words: tuple[str, ...]) -> None:
    assert "PAGED" not in on_terminal(*words, LINES="3", PAGER=marking)


def test_the_setting_goes_before_the_usual_pager(on_terminal: Terminal, marking: str, home: Path) -> None:
    path = home / "xdg_config_home" / "chronicle" / "chronicle.toml"
    path.parent.mkdir(parents=True)
    path.write_text('pager = "cat"\n')
    assert "PAGED" not in on_terminal("events", LINES="3", PAGER=marking)
    assert "PAGED" in on_terminal("events", LINES="3", PAGER="cat", CHRONICLE_PAGER=marking)
    path.write_text('pager = ""\n')
    assert "PAGED" not in on_terminal("events", LINES="3", PAGER=marking)


@pytest.mark.parametrize("pager", ["there-is-no-such-program", "'unbalanced", "cat", "true"])
def test_a_pager_that_is_none_does_no_harm(on_terminal: Terminal, pager: str) -> None:
    shown = on_terminal("events", LINES="3", PAGER=pager, NO_COLOR="1")
    assert "error" not in shown.lower()
    assert "Traceback" not in shown
    assert pager == "true" or shown == on_terminal("events", LINES="60", NO_COLOR="1")


@NEEDS
@pytest.mark.parametrize("pager", ["less", "less -R"])
def test_less_passes_colour_on(on_terminal: Terminal, pager: str) -> None:
    """It ends by itself here: the terminal has more lines than it is said to have."""
    shown = on_terminal("events", LINES="5", PAGER=f"env LINES=200 {pager}")
    assert "\x1b[" in shown
    assert "ESC[" not in shown


def test_a_dumb_terminal_turns_no_pages(on_terminal: Terminal, marking: str) -> None:
    assert "PAGED" not in on_terminal("events", LINES="3", PAGER=marking, TERM="dumb")
