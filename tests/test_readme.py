"""The README is run, and docs/commands.md is what `--help` says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sessions import SESSION, check, environment, made_desk
from terminal import ROOT, shown
from typer.main import get_command

from chronicle.cli.app import COMMANDS, app

README = ROOT / "README.md"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return made_desk(tmp_path / "desk")


def test_the_readme_prints_what_the_command_prints(desk: Path, update: bool) -> None:
    check(README, desk, update)


def test_every_session_of_the_readme_begins_with_a_command() -> None:
    sessions = SESSION.findall(README.read_text(encoding="utf-8"))
    assert sessions
    assert all(session.startswith("$ ") for session in sessions)


def test_every_command_line_of_the_readme_stands_in_a_session() -> None:
    outside = SESSION.sub("", README.read_text(encoding="utf-8"))
    assert not re.findall(r"^\$ .*", outside, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"`{name}`" in README.read_text(encoding="utf-8")


def pages(command: Any = None, words: tuple[str, ...] = ("chronicle",)) -> Iterator[tuple[str, ...]]:
    """The words of every command, a group before its commands."""
    command = command or get_command(app)
    yield words
    if hasattr(command, "list_commands"):
        for name in command.list_commands(None):
            yield from pages(command.get_command(None, name), (*words, name))


def test_commands_page_is_what_help_says(desk: Path, update: bool) -> None:
    env = environment(desk)
    helps = {" ".join(words): shown(f"{' '.join(words)} --help", desk, 80, env) for words in pages()}
    written = (
        "# The commands\n\nWhat `chronicle COMMAND --help` says (`pytest --update` writes this page).\n"
        + "".join(f"\n## {line}\n\n```\n{text.strip()}\n```\n" for line, text in helps.items())
    )
    if update:
        COMMANDS_PAGE.write_text(written, encoding="utf-8")
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == written


LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    targets = [page.parent / target for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert not [target for target in targets if not target.exists()]
