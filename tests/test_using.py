"""The pictures that docs/using.md shows are what the command draws of the seeds."""

import re
from pathlib import Path

from sessions import SESSION, WIDTH, check, environment, made_desk
from terminal import ROOT, shown

PAGE = ROOT / "docs" / "using.md"


def test_the_page_prints_what_the_command_prints(tmp_path: Path, update: bool) -> None:
    desk = made_desk(tmp_path / "desk")
    assert "115 added" in shown("chronicle ingest seeds", desk, WIDTH, environment(desk))
    check(PAGE, desk, update)


UNRUN = re.compile(r"^```(?!console$)[^\n]*\n(?:(?!```).*\n)*?\$ ", re.MULTILINE)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = {"README.md", "docs/cookbook.md", "docs/tutorial.md", "docs/using.md"}


def test_every_session_on_a_page_is_run() -> None:
    texts = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
    assert {name for name, text in texts.items() if SESSION.search(text)} == RUN
    assert {name: found for name, text in texts.items() if (found := UNRUN.findall(text))} == {}


VARIABLE = re.compile(r"\bCHRONICLE_[A-Z]+(?:_[A-Z]+)*")


def test_every_variable_of_the_environment_stands_on_a_page() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "chronicle").rglob("*.py"))
    asked = {name for name in VARIABLE.findall(sources) if name != "CHRONICLE_MAX"}
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert asked - set(VARIABLE.findall(pages)) == set()
