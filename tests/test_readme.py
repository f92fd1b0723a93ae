"""The README is run, and docs/commands.md is what `--help` says."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from terminal import ROOT, command_folder, shown
from typer.main import get_command

from chronicle.cli.app import COMMANDS, app

README = ROOT / "README.md"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
WIDTH = 104

SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command as typed behind `$ `, and what the README says it prints."""

    line: str
    printed: str

    def __str__(self) -> str:
        return f"$ {self.line}\n{self.printed}"


def steps(session: str) -> Iterator[Step]:
    """The commands of one session; a line that ends in a backslash goes on in the next."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        match = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*)\n(.*)", part, re.DOTALL)
        assert match is not None, part
        yield Step(match[1], match[2])


def run(step: Step, folder: Path) -> Step:
    """The step with what is really printed, without the blanks at the end of lines, which do not show.

    A blank line parts it from the next command if one does in the README.
    """
    env = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    text = "".join(f"{line.rstrip()}\n" for line in shown(step.line, folder, WIDTH, env).splitlines())
    return Step(step.line, text + ("\n" if step.printed.endswith("\n\n") or step.printed == "\n" else ""))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as the README finds it: the seeds in it, the command on the path."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "seeds").symlink_to(ROOT / "seeds")
    command_folder(folder / "bin")
    return folder


def test_the_readme_prints_what_the_command_prints(desk: Path, update: bool) -> None:
    text = README.read_text(encoding="utf-8")
    sessions = SESSION.findall(text)
    as_run = ["".join(str(run(step, desk)) for step in steps(session)) for session in sessions]
    assert not [session for session in as_run if "error:" in session]
    if update:
        following = iter(as_run)
        README.write_text(SESSION.sub(lambda _: next(following), text), encoding="utf-8")
    else:
        for printed, written in zip(as_run, sessions, strict=True):
            assert printed == written


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
    env = {**os.environ, "PATH": f"{desk / 'bin'}:{os.environ['PATH']}"}
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
