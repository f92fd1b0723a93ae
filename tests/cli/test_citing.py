"""`cite`: references to documents and to events in them."""

from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("database")


def an_event(run: Run) -> str:
    return run("events", "--type", "exercise").stdout.split("\t")[0]


def test_an_event(run: Run) -> None:
    result = run("cite", an_event(run))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Example, Ada, and Ben Sample. “A Year of Talks.” Entry of Sept. 16-17, 2021, in “Chronology”.\n"
    )


@pytest.mark.parametrize("typed", ["north-south.txt", "north-*"])
def test_a_document(run: Run, typed: str) -> None:
    assert run("cite", typed).stdout == "Example, Ada, and Ben Sample. “A Year of Talks.”\n"


def test_several_and_another_style(run: Run) -> None:
    result = run("cite", "later.md", an_event(run), "--style", "apa")
    assert result.stdout.splitlines() == [
        "Example, A., & Sample, B. (n.d.). A Year of Talks.",
        "Example, A., & Sample, B. (n.d.). A Year of Talks. Entry of Sept. 16-17, 2021, in “Chronology”.",
    ]


def test_bibtex(run: Run) -> None:
    assert run("cite", "later.md", "--style", "bibtex").stdout.startswith("@misc{example-")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["zzz"], "error: event 'zzz': there is none; `chronicle events` lists the ids\n"),
        (["later.md", "--style", "mla"], "--style 'mla': is none; one of chicago, apa, bibtex"),
    ],
)
def test_wrong_use(run: Run, words: list[str], message: str) -> None:
    result = run("cite", *words)
    assert result.exit_code == 2
    assert message in result.stderr
