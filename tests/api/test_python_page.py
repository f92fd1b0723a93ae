"""The examples of docs/python.md are run, one after the other, on the seeds."""

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from doctest import DocTestParser, Example
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from terminal import ROOT

import chronicle
from chronicle import Filters

PAGE = ROOT / "docs" / "python.md"
BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def printed(example: Example, names: dict[str, Any]) -> str:
    """What the example really prints, as the interactive shell would."""
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(example.source, "docs/python.md", "single"), names)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def typed(source: str) -> str:
    first, *others = source.splitlines()
    return "".join([f">>> {first}\n", *(f"... {line}\n" for line in others)])


def as_run(block: str, names: dict[str, Any]) -> Iterator[str]:
    for example in DocTestParser().get_examples(block):
        yield typed(example.source) + printed(example, names)


@pytest.mark.usefixtures("home")
def test_the_page_prints_what_python_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool) -> None:
    for library in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(library, reason=f"the page shows {library}, which is an extra")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    names: dict[str, Any] = {"__name__": "__main__"}
    blocks = ["".join(as_run(block, names)) for block in BLOCK.findall(text)]
    if update:
        following = iter(blocks)
        PAGE.write_text(BLOCK.sub(lambda _: next(following), text), encoding="utf-8")
    else:
        assert blocks == BLOCK.findall(text)


def test_the_page_names_every_filter() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in Filters.__annotations__ if f"`{name}`" not in text] == []


def test_the_page_names_every_error() -> None:
    rows = PAGE.read_text(encoding="utf-8").partition("| error | what |")[2]
    assert set(re.findall(r"`([A-Z]\w+)`", rows.partition("\n\n")[0])) == {
        name
        for name in chronicle.__all__
        if isinstance(value := getattr(chronicle, name), type) and issubclass(value, chronicle.ChronicleError)
    }
