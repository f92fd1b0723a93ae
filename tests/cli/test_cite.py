"""`cite`: references to documents and to events in them."""

from collections.abc import Callable

import pytest
from typer.testing import Result

import chronicle

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


def test_the_documents_of_a_saved_query(run: Run) -> None:
    assert run("query", "save", "late", "--since", "2022").exit_code == 0
    assert run("query", "save", "a-year", "--type", "exercise,meeting").exit_code == 0
    assert run("query", "save", "never", "--since", "2050").exit_code == 0
    assert run("cite", "@late", "--style", "apa").stdout == "Example, A., & Sample, B. (n.d.). A Year of Talks.\n"
    assert len(run("cite", "@a-year").stdout.splitlines()) == 2
    assert chronicle.open().cite("@late") == run("cite", "@late").stdout.splitlines()
    assert (run("cite", "@never").exit_code, run("cite", "@never").stderr) == (3, "nothing found\n")
    assert "query 'talks': there is none" in run("cite", "@talks").stderr


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
        (
            ["zzz"],
            "event or document 'zzz': there is none; `chronicle events` and `chronicle documents` list the ids\n",
        ),
        (["nort-south.txt"], "event or document 'nort-south.txt': there is none; did you mean north-south.txt?\n"),
        (["later.md", "--style", "mla"], "--style 'mla': is none; one of chicago, apa, bibtex"),
    ],
)
def test_wrong_use(run: Run, words: list[str], message: str) -> None:
    result = run("cite", *words)
    assert result.exit_code == 2
    assert message in result.stderr
