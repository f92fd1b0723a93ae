"""docs/cookbook.md is run as the README is."""

import re
from pathlib import Path

from sessions import check, made_desk
from terminal import ROOT

PAGE = ROOT / "docs" / "cookbook.md"


def test_the_cookbook_prints_what_the_command_prints(tmp_path: Path, update: bool) -> None:
    check(PAGE, made_desk(tmp_path / "desk"), update)


def test_it_has_twenty_questions() -> None:
    headings = re.findall(r"^## (\d+)\. .*\?$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [str(number) for number in range(1, 21)]
