"""`docs`: the pages of the documentation, as Markdown in a pipe and set for a terminal."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Show = Callable[..., str]

ROOT = Path(__file__).resolve().parents[2]
LINKED = re.compile(r"\]\(((?:\.\./data/)?[\w-]+\.md(?:#[\w-]+)?)\)")


@pytest.mark.parametrize("page", ["using", "using.md", "docs/using.md", "using.md#filters"])
def test_in_a_pipe_a_page_is_as_it_stands(run: Run, page: str) -> None:
    assert run("docs", page).stdout == (ROOT / "docs" / "using.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["data", "data/README.md", "../data/README.md"])
def test_the_tables_have_a_page(run: Run, page: str) -> None:
    assert run("docs", page).stdout == (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert "data\tThe reference tables\n" in run("docs").stdout


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.stem)
def test_pages_that_a_page_links_to_are_found(run: Run, page: Path) -> None:
    links = set(LINKED.findall(page.read_text(encoding="utf-8"))) - {"README.md"}
    assert [link for link in links if run("docs", link).exit_code] == []


@pytest.mark.parametrize("page", ["README", "README.md", "seeds", "nothing.md"])
def test_what_is_no_page(run: Run, page: str) -> None:
    result = run("docs", page)
    assert (result.exit_code, result.stdout) == (2, "")
    assert ": no such page; " in result.stderr


@pytest.mark.parametrize("page", ["flags", "using", "commands", "data"])
@pytest.mark.parametrize("columns", [60, 80])
def test_on_a_terminal_no_line_is_longer(on_terminal: Show, page: str, columns: int) -> None:
    shown = on_terminal("docs", page, columns=columns, NO_COLOR="1")
    assert max(map(len, shown.splitlines())) <= columns


def test_on_a_terminal_it_is_set(on_terminal: Show) -> None:
    shown = on_terminal("docs", "flags", NO_COLOR="1")
    assert not re.search(r"^#|^\||\*\*|\]\(", shown, re.MULTILINE)
    assert "`chronicle review` lists" in " ".join(shown.split())
    assert "(data/README.md)" in shown


def test_on_a_terminal_a_block_of_code_stays(on_terminal: Show) -> None:
    shown = on_terminal("docs", "using", NO_COLOR="1")
    assert " chronicle query save summits --type meeting --actor xi --actor putin " in shown
