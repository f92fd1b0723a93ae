"""Who may import whom (docs/architecture.md), read from the syntax trees so that it cannot rot."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "chronicle"
PAGE = Path(__file__).parents[1] / "docs" / "architecture.md"

# A room: the rooms of the package that it may import, besides itself.
MAY_IMPORT = {
    "__init__": set[str](),
    "__main__": {"cli"},
    "errors": set[str](),
    "config": {"errors"},
    "model": set[str](),
    "reference": set[str](),
    "inflecting": set[str](),
    "coastline": {"config"},
    "reading": {"model", "errors", "config"},
    "extracting": {"model", "errors", "config", "reference", "inflecting"},
    "storing": {"__init__", "model", "errors", "config", "reference"},
    "gazetteer": {"model", "errors", "config", "reference", "inflecting"},
    "querying": {"model", "errors", "config", "reference", "storing"},
    "presenting": {"model", "directing"},
    "fetching": {"__init__", "errors", "config"},
    "queries": {"errors", "config"},
    "sources": {"errors", "config", "reading", "fetching"},
    "directing": set[str](),
    "placing": {"errors", "directing"},
    "exporting": {
        "__init__", "model", "errors", "config", "reference", "coastline", "placing", "storing", "querying",
        "presenting",
    },
    "finding": {"__init__", "errors", "config", "fetching", "sources"},
    "ingest": {"model", "errors", "config", "reading", "extracting", "storing", "fetching", "finding"},
    "correcting": {"model", "errors", "config", "reference", "storing", "querying"},
    "recode": {"model", "config", "extracting", "storing"},
    "why": {"model", "extracting", "storing", "correcting", "recode"},
    "importing": {"model", "errors", "config", "reference", "storing", "presenting"},
    "serving": {
        "__init__", "model", "errors", "coastline", "storing", "querying", "presenting",
    },
    "api": {
        "__init__", "model", "errors", "config", "reading", "extracting", "storing", "querying", "presenting", "ingest",
        "gazetteer", "finding", "correcting", "recode", "why", "queries", "importing", "placing", "exporting",
        "serving",
    },
    "cli": {
        "__init__", "model", "errors", "config", "reading", "storing", "querying", "presenting", "ingest", "gazetteer",
        "finding", "correcting", "recode", "why", "queries", "coastline", "reference", "importing",
        "placing", "exporting", "serving",
    },
}  # fmt: skip

# A room: the libraries that it may import, besides the standard one.
LIBRARIES = {
    "config": {"platformdirs"},
    "reading": {"dateparser", "docx", "pypdfium2"},
    "extracting": {"rapidfuzz"},
    "storing": {"sqlalchemy", "alembic", "rapidfuzz"},
    "querying": {"rapidfuzz", "sqlalchemy"},
    "presenting": {"rich", "icalendar", "pyarrow", "xlsxwriter", "altair", "vl_convert"},
    "fetching": {"httpx"},
    "api": {"pandas", "polars", "pyarrow"},
    "serving": {"datasette", "markupsafe", "uvicorn"},
    "cli": {"typer"},
}

FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, at the top or in a function, by its whole name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(names: Iterator[str]) -> set[str]:
    parts = [name.split(".") for name in names if name.split(".")[0] == "chronicle"]
    named = {two[1] if len(two) > 1 else "__init__" for two in parts}
    return {name if name in MAY_IMPORT else "__init__" for name in named}


def libraries_imported(names: Iterator[str]) -> set[str]:
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"chronicle"}


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_every_room_has_a_rule() -> None:
    assert {room_of(path) for path in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_room_imports_only_the_floors_below(path: Path) -> None:
    room = room_of(path)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert rooms_imported(imports(tree)) - {room} <= MAY_IMPORT[room]
    assert libraries_imported(imports(tree)) <= LIBRARIES.get(room, set())


def as_table() -> str:
    """The rules as the page shows them: rooms of the same rule in one row, the longest by what they leave out."""
    alike: dict[frozenset[str], list[str]] = {}
    for room, below in MAY_IMPORT.items():
        alike.setdefault(frozenset(below), []).append(room)
    rows = [f"| {listed(rooms)} | {told(below, rooms)} |" for below, rooms in alike.items()]
    return "\n".join(["| room | may import |", "| --- | --- |", *rows])


def told(below: frozenset[str], rooms: list[str]) -> str:
    others = [room for room in MAY_IMPORT if room not in below and room not in rooms]
    if len(others) < len(below):
        return f"all but {listed(others)}"
    return listed([room for room in MAY_IMPORT if room in below]) or "nothing of ours"


def listed(rooms: list[str]) -> str:
    return ", ".join(f"`{room}`" for room in rooms)


def test_the_page_shows_the_rules(update: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = re.compile(r"(?<=<!-- floors -->\n\n).*?(?=\n\n<!-- /floors -->)", re.DOTALL)
    if update:
        PAGE.write_text(table.sub(lambda _: as_table(), page), encoding="utf-8")
    else:
        assert table.findall(page) == [as_table()]


def test_the_rules_have_no_circle() -> None:
    """Every room can be reached before the rooms that import it."""
    built: set[str] = set()
    while built != set(MAY_IMPORT):
        ready = {room for room, below in MAY_IMPORT.items() if below <= built}
        assert ready - built, f"a circle among {set(MAY_IMPORT) - built}"
        built |= ready


@pytest.mark.parametrize(
    ("source", "rooms", "libraries"),
    [
        ("import chronicle.storing.connect", {"storing"}, set()),
        ("from chronicle import config", {"config"}, set()),
        ("from chronicle import __version__", {"__init__"}, set()),
        ("def f():\n    from chronicle.cli.app import app", {"cli"}, set()),
        ("import os, rich.table\nfrom typer import Option", set(), {"rich", "typer"}),
    ],
)
def test_the_reading_of_imports(source: str, rooms: set[str], libraries: set[str]) -> None:
    assert rooms_imported(imports(ast.parse(source))) == rooms
    assert libraries_imported(imports(ast.parse(source))) == libraries
