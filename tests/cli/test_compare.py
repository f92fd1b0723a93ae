"""`compare` as it is typed."""

import json
import re
from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Show = Callable[..., str]

pytestmark = pytest.mark.usefixtures("database")

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def lines(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_two_times(run: Run) -> None:
    result = run("compare", "--during", "2021", "--and", "2022", "--by", "type")
    assert lines(result) == [
        ["type", "exercise", "1", "0", "-1", "50.0", "0.0", "gone"],
        ["type", "meeting", "1", "1", "0", "50.0", "100.0", "same"],
    ]
    assert result.stderr == "first   events during 2021: 2\nsecond  events during 2022: 1\n"


@pytest.mark.parametrize(
    ("words", "second"),
    [
        (["--during", "2021", "--against", "--during 2022"], "events during 2022: 1"),
        (["--since", "2021", "--until", "2021", "--against", "--during 2022"], "events during 2022: 1"),
        (["--type", "meeting", "--against", "--type exercise"], "events of type exercise: 1"),
        (["--type", "meeting", "--since", "2022", "--against", "--venue 'oslo or norway'"], "of type meeting"),
        (
            ["--with", "norway", "za", "--against", "--with northman 'south africa'"],
            "with Anna Northman and South Africa: 2",
        ),
    ],
)
def test_filters_of_the_second_side_replace_those_of_the_same_name(run: Run, words: list[str], second: str) -> None:
    result = run("compare", *words)
    assert second in result.stderr.splitlines()[1], result.stderr


def test_a_saved_query_stands_alone(run: Run) -> None:
    assert run("query", "save", "drills", "--type", "exercise").exit_code == 0
    result = run("compare", "--during", "2022", "--against", "@drills")
    assert result.stderr.splitlines()[1] == "second  events of type exercise: 1"


def test_only_some_and_the_first_of_each_key(run: Run) -> None:
    words = ["compare", "--during", "2021", "--and", "2022", "--format", "json"]
    assert {one["course"] for one in json.loads(run(*words, "--only", "gone,new").stdout)} == {"gone"}
    assert [one["key"] for one in json.loads(run(*words, "--limit", "1").stdout)] == [
        "type",
        "country",
        "actor",
        "venue",
    ]
    assert run(*words, "--only", "new").exit_code == 3


def test_on_a_terminal_a_table_for_each_key(on_terminal: Show) -> None:
    shown = ESCAPE.sub("", on_terminal("compare", "--during", "2021", "--and", "2022", "--by", "type,venue"))
    assert shown.startswith("first   events during 2021: 2\nsecond  events during 2022: 1\n\ntype")
    assert "\nvenue " in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "compare: takes one other side; give --and DATE or --against FILTERS"),
        (["--during", "1", "--and", "2", "--against", "x"], "compare: takes one other side"),
        (["--and", "2021"], "--and '2021': is the second time; give the first by --during"),
        (["--against", ""], "--against '': names no filter"),
        (["--against", "'"], '--against "\'": has a quotation mark that does not close'),
        (["--during", "2021", "--and", "2022", "--by", "tpye"], "tpye: no such key to compare by; did you mean type?"),
        (["--during", "2021", "--and", "2022", "--only", "old"], "old: no such course"),
        (["--during", "2021", "--and", "2022", "--only", ","], "--only ',': names none; write some, or leave it out"),
        (["--during", "2021", "--and", "2022", "--by", ""], "--by '': names none; write some, or leave it out"),
        (["--during", "2021", "--and", "someday"], "--and 'someday': is no time"),
    ],
)
def test_wrong_use(run: Run, words: list[str], message: str) -> None:
    result = run("compare", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {message}"), result.stderr


def test_an_unknown_filter(run: Run) -> None:
    result = run("compare", "--against", "--foo 3")
    assert result.exit_code == 2
    assert result.stderr == "error: --foo: no such option of `--against`; see `chronicle COMMAND --help`\n"
