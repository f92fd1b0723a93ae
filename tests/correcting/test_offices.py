"""The office of somebody who is put in another's place: as coding would have found it that day."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from chronicle.cli.app import app
from chronicle.correcting.offices import office_on
from chronicle.model import EventDate, Precision

TERMS = """\
person,office,country,to,start,end
ada,foreign-minister,NO,,2001-03,2005
ada,party-leader,NO,,1999,
ada,president,NO,,2005-07-01,2009-07-01
"""
OFFICES = """\
id,name,function,country,forms,weight,exclusive,sent
foreign-minister,Foreign Minister,,,,5,,
party-leader,Party Leader,,,,,,
president,President,,,,9,,
"""


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "offices.csv").write_text(OFFICES, encoding="utf-8")
    return [tmp_path]


@pytest.mark.parametrize(
    ("person", "day", "office"),
    [
        ("ada", date(1998, 5, 1), None),
        ("ada", date(2001, 2, 28), "Party Leader"),
        ("ada", date(2001, 3, 1), "Foreign Minister"),
        ("ada", date(2005, 12, 31), "President"),
        ("ada", date(2005, 6, 30), "Foreign Minister"),
        ("ada", date(2009, 7, 2), "Party Leader"),
        ("bo", date(2005, 7, 1), None),
        (None, date(2005, 7, 1), None),
        ("ada", None, None),
    ],
)
def test_the_weightiest_office_of_the_day(
    tables: list[Path], person: str | None, day: date | None, office: str | None
) -> None:
    assert office_on(tables, person, EventDate("that day", day, day, Precision.DAY)) == office


TALKS = """Chronology of North Korea - South Korea Relations

Feb. 9, 2018: Kim Yong Nam meets Moon Jae-in in Seoul.

Feb. 9, 2018: Kim Jong Un meets Moon Jae-in in Seoul.

Feb. 9, 2018: North Korean President Kim Yong Nam meets Moon Jae-in in Seoul.
"""


def run(*words: str) -> Result:
    result = CliRunner().invoke(app, words, prog_name="chronicle")
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def talks(home: Path) -> list[str]:
    (home / "talks.txt").write_text(TALKS, encoding="utf-8")
    run("ingest", str(home / "talks.txt"))
    return run("events", "--columns", "id", "--sort", "document").stdout.split()


def part(id: str, name: str) -> tuple[str | None, str | None]:
    [actor] = [
        each for each in json.loads(run("show", id, "--format", "jsonl").stdout)["actors"] if each["name"] == name
    ]
    return actor["office"], actor["country"]


def test_the_other_one_has_the_office_that_coding_finds(talks: list[str]) -> None:
    one, other, _ = talks
    said = run("correct", "actor", one, "kim yong nam", "--is", "kim jong un").stderr
    assert part(one, "Kim Jong Un") == part(other, "Kim Jong Un")
    assert "-> none" not in said


def test_an_office_that_is_printed_or_said_stays(talks: list[str]) -> None:
    bare, _, titled = talks
    run("correct", "actor", bare, "kim yong nam", "--is", "kim jong un", "--office", "Envoy")
    run("correct", "actor", titled, "kim yong nam", "--is", "kim jong un")
    assert [part(id, "Kim Jong Un")[0] for id in (bare, titled)] == ["Envoy", "President"]


def test_what_somebody_new_is_without_is_told_with_the_command_that_says_it(talks: list[str]) -> None:
    said = run("correct", "split", "moon", "Moon the Younger", talks[0], "--new").stderr
    command = f"chronicle correct actor {talks[0]} 'Moon the Younger' --office President --country KR"
    assert f"is without the office President and the country KR of Moon Jae-in; if that holds, `{command}`" in said
    again = run("correct", "actor", talks[0], "Moon the Younger", "--office", "President", "--country", "KR")
    assert "is without" not in again.stderr
    assert part(talks[0], "Moon the Younger") == ("President", "KR")
    said = run("correct", "split", "moon", "Moon II", talks[1], "--new", "--country", "KR").stderr
    assert "is without the office President of Moon Jae-in; if" in said
