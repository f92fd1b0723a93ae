"""What a document is called, by whatever names it: its title, else its first chronology's heading, else its file."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chronicle.cli.app import app

ENTRIES = "\n\n".join(f"May {day}, 2000: Ada Northman speaks in Oslo on day {day}." for day in range(1, 5))
LATER = "\n\n".join(f"June {day}, 2000: Ada Northman speaks in Bergen on day {day}." for day in range(1, 5))
HEADING = "Chronology of North - South Relations"
UNTITLED = f"{HEADING}\n\n{ENTRIES}\n\nChronology of East - West Relations\n\n{LATER}\n"
TITLED = f"---\ntitle: A Year of Talks\n---\n\n{UNTITLED}"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words, prog_name="chronicle")
    assert result.exit_code == 0, result.output
    return result.stdout


def said(file: str, tmp_path: Path) -> dict[str, str]:
    """Where a document is named, all that is said there of its title."""
    picture = tmp_path / "counts.svg"
    run("plot", "count", "-o", str(picture))
    last = run("events", "--columns", "id").splitlines()[-1]
    [row] = json.loads(run("documents", "--format", "json"))
    return {
        "documents": row["title"],
        "read": run("read", file),
        "cite": run("cite", file),
        "cite an event": run("cite", last),
        "show": run("show", last).partition("\nsource ")[2].partition("\nsection ")[0],
        "bibtex": run("export", "bibtex"),
        "csl": json.loads(run("export", "csl-json"))[0]["title"],
        "csv": " ".join({row["source_title"] for row in csv.DictReader(io.StringIO(run("export", "csv")))}),
        "some columns": " ".join(set(run("events", "--columns", "source_title").splitlines())),
        "record": " ".join({each["source"]["title"] for each in json.loads(run("export", "json"))}),
        "coded by read": " ".join(
            {each["source"]["title"] for each in json.loads(run("read", file, "--format", "json"))}
        ),
        "plot": picture.read_text(encoding="utf-8"),
    }


@pytest.mark.parametrize(
    ("text", "called"), [(UNTITLED, HEADING), (TITLED, "A Year of Talks")], ids=["by its heading", "by its title"]
)
def test_a_document_has_one_name(text: str, called: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.md").write_text(text, encoding="utf-8")
    run("ingest", "talks.md")
    assert {where for where, words in said("talks.md", tmp_path).items() if called not in words} == set()
    assert run("events", "--document", called).count("\n") == 8


def test_a_document_of_neither_goes_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.txt").write_text(f"{ENTRIES}\n", encoding="utf-8")
    run("ingest", "talks.txt")
    assert run("cite", "talks.txt") == "“talks.txt.”\n"
    assert "\ncitation   talks.txt\n" in run("read", "talks.txt")
    assert json.loads(run("documents", "--format", "json"))[0]["title"] is None
