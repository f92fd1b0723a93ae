"""`same`, and `correct same` and `different`, as typed."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from samples import DRILL, NEVER, TALKS, coded, document
from typer.testing import Result

from chronicle.storing import connect
from chronicle.storing.store import store_document

Run = Callable[..., Result]

WORDS = "In Oslo FM Northman meets envoys from Pretoria."
AGAIN = replace(TALKS, headline=WORDS, text=WORDS, flags=(), links=())
LOOSE = replace(DRILL, headline="Ships of both sides train at sea.", text="Ships of both sides train at sea.")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("same") / "chronicle.db"
    with closing(connect(str(path), create=True)) as db:
        for name, told in (("one.txt", (TALKS, DRILL, NEVER)), ("two.txt", (AGAIN, LOOSE))):
            its = document(*told, file=name, relation=name)
            its = replace(its, citation=replace(its.citation, title=name))
            store_document(db, its, coded(its, *told))
    return path


@pytest.fixture(autouse=True)
def database(made: Path, home: Path) -> None:
    shutil.copy(made, home / "chronicle.db")


def pairs(run: Run, *words: str) -> list[list[str]]:
    return [line.split("\t") for line in run("same", *words).stdout.splitlines()]


def test_a_pair_is_a_line(run: Run) -> None:
    [pair] = pairs(run)
    score, first, second, reasons, *dates_and_sources = pair[:8]
    assert int(score) >= 60
    assert reasons.startswith("same day; Anna Northman; Oslo; words ")
    assert dates_and_sources == ["2021-09-03", "2021-09-03", "one.txt", "two.txt"]
    assert pair[8:] == [TALKS.headline, AGAIN.headline]
    assert run("events", "--limit", "0").stdout.count(first) == run("events").stdout.count(second) == 1


def test_a_lower_mark_shows_more_and_filters_fewer(run: Run) -> None:
    assert len(pairs(run, "--min", "30")) == 2
    assert len(pairs(run, "--min", "30", "--type", "exercise")) == 1
    assert run("same", "--type", "exercise").exit_code == 3


def test_of_one_event(run: Run) -> None:
    [[_, first, *_]] = pairs(run)
    drill = run("events", "--type", "exercise", "--limit", "1").stdout.split()[0]
    assert len(pairs(run, first[:6])) == 1
    assert run("same", drill).exit_code == 3
    assert run("same", "nothing").exit_code == 2


def test_on_a_terminal_a_pair_is_three_rows(on_terminal: Callable[..., str]) -> None:
    lines = on_terminal("same", columns=100, NO_COLOR="1").splitlines()
    assert lines[0].split() == ["score", "id", "date", "headline"]
    assert [line.split()[-1] for line in lines[2:4]] == ["Oslo.", "Pretoria."]
    assert lines[4].strip().startswith("(same day; Anna Northman;")


def test_confirmed_by_hand(run: Run) -> None:
    [[_, first, second, *_]] = pairs(run)
    said = run("correct", "same", first, second, "--note", "the same envoys")
    assert said.exit_code == 0
    assert "1 correction kept, no events changed" in said.stderr
    assert run("same").exit_code == 3
    assert [line.split("\t")[:2] for line in run("same", "--groups").stdout.splitlines()] == [
        ["1", first],
        ["1", second],
    ]
    assert run("events").stdout.count("\n") == 5
    assert run("events", "--unique").stdout.count("\n") == 4
    assert run("export", "csv", "--unique").stdout.count("\n") == 1 + 4
    assert run("count", "--by", "type", "--unique", "--type", "meeting").stdout == "meeting\t1\n"


def test_what_was_confirmed_is_shown(run: Run) -> None:
    [[_, first, second, *_]] = pairs(run)
    run("correct", "same", first, second)
    assert f"same       {second} (confirmed; 2021-09-03, two.txt): {AGAIN.headline}" in run("show", first).stdout
    assert f"same       {first} (confirmed; 2021-09-03, one.txt)" in run("show", second).stdout
    assert json.loads(run("show", first, "--format", "json").stdout)[0]["same"] == [second]
    assert f"same       {second}\n             corrected by " in run("show", first, "--why").stdout
    [pair] = pairs(run, second[:6])
    assert pair[:4] == ["100", first, second, "confirmed"]


def test_by_way_of_a_third(run: Run) -> None:
    [[_, first, second, *_]] = pairs(run)
    drill = run("events", "--type", "exercise", "--limit", "1").stdout.split()[0]
    run("correct", "same", first, second)
    run("correct", "same", second, drill)
    assert {tuple(pair[1:4]) for pair in pairs(run, first)} == {
        (first, second, "confirmed"),
        (*sorted((first, drill), key=(first, second, drill).index), "confirmed"),
    }


def test_two_of_one_chronology_are_kept_with_a_warning(run: Run) -> None:
    """A list may print an event twice, but a slip of an id is likelier."""
    first, second = run("events", "--document", "one.txt", "--columns", "id", "--since", "2021").stdout.split()
    said = run("correct", "same", first, second)
    [key] = said.stdout.split()
    both = " and ".join(sorted((first, second)))
    assert said.exit_code == 0
    assert said.stderr.splitlines()[1:] == [
        f"warning: events {both}: stand in one chronology, of one.txt, and not in two;"
        f" `chronicle correct undo {key}` takes it back",
        "1 correction kept, no events changed",
    ]
    [[_, one, other, *_]] = pairs(run)
    assert "warning" not in run("correct", "same", one, other).stderr
    assert "warning" not in run("correct", "different", first, second).stderr


def test_rejected_by_hand(run: Run) -> None:
    [[_, first, second, *_]] = pairs(run)
    assert run("correct", "different", second, first).exit_code == 0
    assert run("same").exit_code == 3
    assert run("events", "--unique").stdout.count("\n") == 5
    assert "not the same as" in run("correct", "list").stdout


def test_confirmed_by_score_and_taken_back(run: Run) -> None:
    said = run("same", "--confirm", "--min", "30", "--note", "all")
    made = said.stdout.split()
    assert len(made) == 2
    assert "2 pairs confirmed" in said.stderr
    assert run("same", "--confirm", "--min", "30").exit_code == 3
    assert run("correct", "undo", *made).exit_code == 0
    assert len(pairs(run, "--min", "30")) == 2
    assert run("events", "--unique").stdout == run("events").stdout


def test_they_travel_with_the_other_corrections(run: Run, tmp_path: Path, made: Path, home: Path) -> None:
    run("same", "--confirm", "--min", "60")
    run("correct", "export", "-o", str(tmp_path / "c.jsonl"))
    shutil.copy(made, home / "chronicle.db")
    assert run("events", "--unique").stdout.count("\n") == 5
    assert run("correct", "import", str(tmp_path / "c.jsonl")).exit_code == 0
    assert run("events", "--unique").stdout.count("\n") == 4


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("same", "--confirm"), "--confirm: say from which score on, as --min 85"),
        (("correct", "same", "{0}"), "with which? name two events or more"),
        (("correct", "different", "{0}", "{0}"), "is named twice; name two events"),
    ],
)
def test_errors(run: Run, words: tuple[str, ...], word: str) -> None:
    key = run("events", "--limit", "1").stdout.split()[0]
    refused = run(*(each.format(key) for each in words))
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert word in refused.stderr
