"""The flags of the code are those of its table, and docs/flags.md has the table; every remedy is a command."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from chronicle.cli.app import app
from chronicle.model.flags import FLAGS, NAMED, Flag, about, is_read

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "flags.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z]+_\w+)` \| (.*?) \| (\w+) \| `(.*)` \|$", re.MULTILINE)
QUOTED = re.compile(r'"((?:date|actor|holder|venue|type|mode)_[a-z_]+)"')

each_flag = pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.name)


def given_in(room: str) -> set[str]:
    """The flags that a room's code names."""
    files = (ROOT / "chronicle" / room).rglob("*.py")
    return {flag for file in files for flag in QUOTED.findall(file.read_text(encoding="utf-8"))}


def test_reading_and_coding_give_those_of_the_table_and_no_others() -> None:
    assert given_in("reading") == {flag.name for flag in FLAGS if flag.read}
    assert given_in("extracting") == {flag.name for flag in FLAGS if not flag.read}


def test_the_page_has_the_table_in_its_order() -> None:
    assert ROW.findall(PAGE) == [(flag.name, flag.meaning, flag.about, f"chronicle {flag.to_do}") for flag in FLAGS]


@each_flag
def test_what_to_do_is_a_command(flag: Flag) -> None:
    name, *words = flag.to_do.split()
    command = get_command(app).get_command(None, name)  # type: ignore[attr-defined]
    assert command is not None
    assert words[0] in command.list_commands(None) if name == "correct" else words[0] == "FILE"
    assert flag.about in ("date", "actor", "venue", "type", "mode")


def test_a_flag_of_another_version_is_about_what_its_name_begins_with() -> None:
    assert (about("venue_moved"), is_read("venue_moved")) == ("venue", False)
    assert (about("date_blurred"), is_read("date_blurred")) == ("date", True)
    assert about("holder_unknown") == NAMED["holder_unknown"].about == "actor"
