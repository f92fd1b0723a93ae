"""docs/data-dictionary.md against the schema, the views, the record and what the exports write."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from samples import EVENTS
from sqlalchemy import Table

from chronicle.presenting import dyads, geojson, graphml
from chronicle.presenting.columns import ACTOR_COLUMNS, EVENT_COLUMNS, Column, Kind
from chronicle.presenting.record import record
from chronicle.presenting.sqlite import write
from chronicle.storing import connect
from chronicle.storing.tables import metadata

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "data-dictionary.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]*) \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)
TYPES = {
    "BIGINT": "integer",
    "INTEGER": "integer",
    "TEXT": "text",
    "DATE": "day",
    "BOOLEAN": "truth",
    "FLOAT": "number",
}
KINDS = {Kind.TEXT: "text", Kind.TRUTH: "truth", Kind.NUMBER: "integer", Kind.DEGREES: "number", Kind.DAY: "day"}


def section(heading: str, page: Path = PAGE) -> str:
    return page.read_text(encoding="utf-8").partition(f"\n{heading}\n")[2].partition("\n## ")[0]


# --- tables


def test_every_table_is_there() -> None:
    written = re.findall(r"^### (\w+)$", section("## Tables"), re.MULTILINE)
    assert written == list(metadata.tables)


@pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.name)
def test_every_column_is_there_with_its_type_and_a_meaning(table: Table) -> None:
    rows = ROW.findall(section(f"### {table.name}").partition("\n### ")[0])
    expected = [(each.name, TYPES[str(each.type)], "yes" if each.nullable else "") for each in table.columns]
    assert [(name, type, null.strip()) for name, type, null, _ in rows] == expected
    assert all(meaning.strip() for *_, meaning in rows)


def test_a_new_database_has_these_tables_and_no_others(tmp_path: Path) -> None:
    db = connect(str(tmp_path / "new.db"), create=True)
    made = {str(row[0]) for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    db.close()
    others = {name for name in made if name.startswith(("events_fts", "sqlite_"))} | {"alembic_version"}
    assert made - others == set(metadata.tables)


# --- what is told elsewhere too, and here again


def rows_of(page: str, heading: str) -> list[str]:
    """The rows of the first table below a heading of another page, without its head."""
    found = [line for line in section(heading, DOCS / page).splitlines() if line.startswith("| `")]
    assert found
    return found


def table(head: str, rows: list[str]) -> str:
    bars = "| --- " * head.count(" | ")
    return "\n".join([head, f"{bars}| --- |", *rows])


def views() -> str:
    found = (
        f"### {view}\n\n{table('| column | meaning |', rows_of('sql.md', f'## {view}'))}"
        for view in ("event_view", "participation_view")
    )
    return "\n\n".join(found)


def keys() -> str:
    told = record(EVENTS[0])
    rows = []
    for row in rows_of("record.md", "## The record"):
        rows.append(row)
        name = row.split("`")[1]
        if isinstance(told[name], dict) or (isinstance(told[name], list) and name != "flags"):
            inner = f"{name}." if isinstance(told[name], dict) else f"{name}[]."
            rows += [each.replace("| `", f"| `{inner}", 1) for each in rows_of("record.md", f"## `{name}`")]
    return table("| key | value |", rows)


def columns() -> str:
    return table("| column | type | meaning |", [of_column(each) for each in EVENT_COLUMNS])


def of_column(column: Column) -> str:
    return f"| `{column.name}` | {'list of ' if column.is_list else ''}{KINDS[column.kind]} | {column.meaning} |"


def long() -> str:
    return table(
        "| column | type | meaning |",
        [f"| `{each.name}` | {KINDS[each.kind]} | {each.meaning} |" for each in ACTOR_COLUMNS],
    )


def pairs() -> str:
    return table("| column | meaning |", [f"| `{name}` | {meaning} |" for name, meaning in dyads.COLUMNS])


def extract(tmp_path: Path) -> str:
    write(EVENTS, tmp_path / "extract.db")
    with closing(sqlite3.connect(tmp_path / "extract.db")) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
        tables = [name for name in names if not name.startswith("events_fts_")]
        found = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in tables}
    listed = {name: ", ".join(f"`{column}`" for column in columns) for name, columns in found.items()}
    return table("| table | columns |", [f"| `{name}` | {columns} |" for name, columns in listed.items()])


def test_what_is_told_elsewhere_is_told_alike(tmp_path: Path, update: bool) -> None:
    parts = {
        "views": views(),
        "record": keys(),
        "columns": columns(),
        "long": long(),
        "dyads": pairs(),
        "sqlite": extract(tmp_path),
    }
    text = PAGE.read_text(encoding="utf-8")
    for name, part in parts.items():
        block = f"<!-- {name} -->\n\n{part}\n\n<!-- /{name} -->"
        pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->", re.DOTALL)
        [written] = pattern.findall(text)
        if update:
            text = text.replace(written, block)
        else:
            assert written == block
    if update:
        PAGE.write_text(text, encoding="utf-8")


# --- names in other exports


def named(format: str, what: str) -> list[str]:
    [row] = re.findall(rf"^\| {format} \| {what} \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return re.findall(r"`(\w+)`", row)


def test_properties_of_a_map() -> None:
    [first, *_] = geojson.features(EVENTS[0])
    assert named("geojson", "properties of a feature") == list(first["properties"])


def attributes(target: str) -> Iterator[str]:
    file = StringIO()
    graphml.write(EVENTS, file)
    for key in fromstring(file.getvalue()).iter("{http://graphml.graphdrawing.org/xmlns}key"):
        if key.attrib["for"] == target:
            yield key.attrib["attr.name"]


@pytest.mark.parametrize("target", ["node", "edge"])
def test_attributes_of_a_network(target: str) -> None:
    article = {"node": "a node", "edge": "an edge"}[target]
    assert named("graphml, gexf", f"attributes of {article}") == list(attributes(target))
