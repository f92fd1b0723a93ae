"""Pages whose console sessions are run: each command as typed behind `$ `, with what it prints below it."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from terminal import ROOT, command_folder, shown

WIDTH = 104

SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command as typed behind `$ `, and what the page says it prints."""

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


def environment(folder: Path) -> dict[str, str]:
    """The command on the path; saved queries in the folder, so that pages can name their file."""
    return {
        **os.environ,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "CHRONICLE_QUERIES": "queries.toml",
    }


def run(step: Step, folder: Path) -> Step:
    """The step with what is really printed, without the blanks at the end of lines, which do not show.

    A blank line parts it from the next command if one does in the page.
    """
    printed = shown(step.line, folder, WIDTH, environment(folder))
    text = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return Step(step.line, text + ("\n" if step.printed.endswith("\n\n") or step.printed == "\n" else ""))


def made_desk(folder: Path) -> Path:
    """A folder as the pages find it: the seeds in it, the command on the path."""
    folder.mkdir()
    (folder / "seeds").symlink_to(ROOT / "seeds")
    command_folder(folder / "bin")
    return folder


def check(page: Path, desk: Path, update: bool) -> None:
    """Runs the sessions of a page one after the other; rewrites what they print, or compares it."""
    text = page.read_text(encoding="utf-8")
    sessions = SESSION.findall(text)
    as_run = ["".join(str(run(step, desk)) for step in steps(session)) for session in sessions]
    assert [session for session in as_run if "error:" in session] == []
    if update:
        following = iter(as_run)
        page.write_text(SESSION.sub(lambda _: next(following), text), encoding="utf-8")
    else:
        for printed, written in zip(as_run, sessions, strict=True):
            assert printed == written
