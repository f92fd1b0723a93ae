"""docs/tutorial.md is run, from a folder of PDFs to a figure. The PDFs are the seeds, set as a journal sets them."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from printed import article
from sessions import check, made_desk
from terminal import ROOT

PAGE = ROOT / "docs" / "tutorial.md"
FIGURE = ROOT / "docs" / "figures" / "meetings.svg"
SEEDS = sorted((ROOT / "seeds").glob("china-*"))

pytestmark = pytest.mark.skipif(
    not (find_spec("altair") and find_spec("vl_convert")), reason="the figure needs the extra `plot`"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHRONICLE_DB", "paper.db")
    folder = made_desk(tmp_path / "desk")
    (folder / "issues").mkdir()
    for seed in SEEDS:
        (folder / "issues" / f"{seed.stem}.pdf").write_bytes(printed(seed))
    return folder


def printed(seed: Path) -> bytes:
    """Two columns, a running head and numbered pages; of the marks in the text bold stays."""
    blocks = re.split(r"\n\s*\n|\n(?=- )", seed.read_text(encoding="utf-8"))
    return article(filter(None, map(plain, blocks)), columns=2, head="CHRONICLE SEEDS", foot="{page}")


def plain(block: str) -> str:
    whole = " ".join(block.split()).removeprefix("- ")
    return re.sub(r"</?u>|(?<!\*)\*(?!\*)", "", whole)


def test_the_tutorial_prints_what_the_command_prints(desk: Path, update: bool) -> None:
    check(PAGE, desk, update)
    if update:
        FIGURE.parent.mkdir(exist_ok=True)
        FIGURE.write_bytes((desk / "meetings.svg").read_bytes())
    assert told(desk / "meetings.svg") == told(FIGURE)


def told(picture: Path) -> list[str]:
    """The words of a picture; where they stand depends on the version of the library that draws."""
    return re.findall(r">([^<>\n]+)</text>", picture.read_text(encoding="utf-8"))
