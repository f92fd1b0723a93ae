"""Every format of `export` carries the events that the query asks for, none cut, none added."""

import csv
import io
import json
import os
import re
import resource
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import geojson
import icalendar
import lxml.html
import networkx
import openpyxl
import pytest
from ordinary import as_ordinary_user
from pybtex.database import parse_file
from samples import ANNA, DRILL, NEVER, SOUTH, TALKS, UNION, coded, day, document
from typer.testing import Result

from chronicle.cli.edge import os_error
from chronicle.model import EventType
from chronicle.placing import opened
from chronicle.presenting.formats import FORMATS, NAMED, format_of
from chronicle.storing import connect
from chronicle.storing.facts import Facts
from chronicle.storing.registry import Registry
from chronicle.storing.store import store_document

Run = Callable[..., Result]

# Above what is read, written and batched at once in most places.
MANY = 700
KINDS = (EventType.MEETING, EventType.VISIT, EventType.AID)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    db = connect(str(path), create=True)
    registry = Registry(db, Facts())
    for number, events in enumerate(([TALKS, DRILL, NEVER], *varied())):
        one = document(*events, file=f"{number}.txt", relation=f"North - {number}")
        store_document(db, one, coded(one, *events), registry=registry)
    db.close()
    return path


def varied() -> Iterable[list[Any]]:
    for at in range(0, MANY, 100):
        yield [variation(number) for number in range(at, at + 100)]


def variation(number: int) -> Any:
    """Over sixteen years; some without a venue, some of one state alone, some mentioned only."""
    first = date(2000, 1, 1) + timedelta(days=number * 9)
    return replace(
        TALKS,
        date=day(f"{first}", first),
        headline=f"Talks <{number}> & more.",
        text=f"Talks <{number}> & more. They go on.",
        type=KINDS[number % 3],
        actors=((ANNA, SOUTH), (ANNA, UNION), (SOUTH, ANNA, UNION))[number % 3],
        venues=() if number % 5 == 0 else TALKS.venues,
    )


@pytest.fixture(autouse=True)
def database(made: Path, home: Path) -> Path:
    path = home / "chronicle.db"
    shutil.copy(made, path)
    return path


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""), delimiter=delimiter))


def in_markdown(path: Path) -> list[str]:
    return re.findall(r"^- id: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)


def in_html(path: Path) -> list[str]:
    return [row[0].text for row in lxml.html.parse(path).getroot().iter("tr") if row[0].tag == "td"]


def in_xlsx(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path, read_only=True)
    found = [row[0] for row in book["Events"].iter_rows(min_row=2, values_only=True)]
    book.close()
    return found


def in_parquet(path: Path) -> list[str]:
    return [row[0] for row in duckdb.sql(f"SELECT id FROM '{path}'").fetchall()]


def in_sqlite(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    found = [row[0] for row in db.execute("SELECT id FROM events ORDER BY rowid")]
    db.close()
    return found


def in_calendar(path: Path) -> list[str]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [str(each["uid"]).partition("@")[0] for each in calendar.subcomponents]


def in_geojson(path: Path) -> list[str]:
    found = [each.properties["event"] for each in geojson.loads(path.read_text(encoding="utf-8")).features]
    return list(dict.fromkeys(found))


def in_timeline(path: Path) -> list[str]:
    told = json.loads(path.read_text(encoding="utf-8"))
    undated = re.findall(r"<small>(\w+)</small>", told["title"]["text"]["text"])
    return [*undated, *(slide["unique_id"] for slide in told["events"])]


def in_linked_data(path: Path) -> list[str]:
    return [each["identifier"] for each in json.loads(path.read_text(encoding="utf-8"))["@graph"]]


def on_edges(graph: Any) -> set[str]:
    return {key for *_, told in graph.edges(data=True) for key in told["event_ids"].split()}


def citation_keys(records: list[Any]) -> set[str]:
    return {record["source"]["id"] for record in records}


def all_of_them(read: Callable[[Path], list[str]]) -> Callable[[Path, list[Any]], None]:
    """The reader gives the ids of the events, in the order asked for."""

    def check(path: Path, records: list[Any]) -> None:
        assert read(path) == [record["id"] for record in records]

    return check


def who_meets(read: Callable[[Path], Any]) -> Callable[[Path, list[Any]], None]:
    """Edges join those who take part in the same events; whoever takes part alone is a node."""

    def check(path: Path, records: list[Any]) -> None:
        graph = read(path)
        parts = {record["id"]: taking_part(record, "name") for record in records}
        assert on_edges(graph) == {key for key, names in parts.items() if len(names) > 1}
        assert {told["label"] for _, told in graph.nodes(data=True)} == set().union(*parts.values())

    return check


def taking_part(record: Any, what: str) -> set[str]:
    return {actor[what] for actor in record["actors"] if actor["role"] == "participant"}


def pairs_of_states(path: Path, records: list[Any]) -> None:
    expected = [record["id"] for record in records for _ in range(2) if len(taking_part(record, "country")) == 2]
    assert [row["event"] for row in rows(path)] == expected


def works_in_bibtex(path: Path, records: list[Any]) -> None:
    assert {key.rpartition("-")[2] for key in parse_file(path).entries} == citation_keys(records)


def works_in_csl(path: Path, records: list[Any]) -> None:
    items = json.loads(path.read_text(encoding="utf-8"))
    assert {item["id"].rpartition("-")[2] for item in items} == citation_keys(records)


CHECKS: dict[str, Callable[[Path, list[Any]], None]] = {
    "csv": all_of_them(lambda path: [row["id"] for row in rows(path)]),
    "tsv": all_of_them(lambda path: [row["id"] for row in rows(path, "\t")]),
    "json": all_of_them(lambda path: [each["id"] for each in json.loads(path.read_text(encoding="utf-8"))]),
    "jsonl": all_of_them(lambda path: [json.loads(line)["id"] for line in path.read_bytes().splitlines()]),
    "markdown": all_of_them(in_markdown),
    "html": all_of_them(in_html),
    "xlsx": all_of_them(in_xlsx),
    "parquet": all_of_them(in_parquet),
    "sqlite": all_of_them(in_sqlite),
    "ics": all_of_them(in_calendar),
    "geojson": all_of_them(in_geojson),
    "timelinejs": all_of_them(in_timeline),
    "graphml": who_meets(networkx.read_graphml),
    "gexf": who_meets(networkx.read_gexf),
    "dyads": pairs_of_states,
    "jsonld": all_of_them(in_linked_data),
    "bibtex": works_in_bibtex,
    "csl-json": works_in_csl,
}


def test_every_format_is_checked() -> None:
    assert list(CHECKS) == list(NAMED)


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("asked", [[], ["--type", "meeting", "--since", "2004"]], ids=["all", "some"])
def test_the_events_are_those_of_the_query(run: Run, tmp_path: Path, name: str, asked: list[str]) -> None:
    records = [json.loads(line) for line in run("export", "jsonl", *asked).stdout.splitlines()]
    assert len(records) == (MANY + 3 if not asked else 180)
    path = tmp_path / f"events{NAMED[name].suffixes[0]}"
    result = run("export", "-o", str(path), *asked)
    assert (result.exit_code, result.stderr) == (0, f"{len(records)} events written to {path}\n")
    CHECKS[name](path, records)
    assert list(tmp_path.iterdir()) == [path]


def test_the_codes_of_states_are_those_of_the_tables(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.dyads.csv"
    run("export", "-o", str(path))
    assert {(row["iso3_1"], row["cow_1"]) for row in rows(path)} == {("NOR", "385"), ("ZAF", "560")}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_in_a_bipartite_graph_every_event_is_a_node(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"events.{name}"
    assert run("export", "--bipartite", "-o", str(path)).exit_code == 0
    graph = networkx.read_graphml(path) if name == "graphml" else networkx.read_gexf(path)
    assert sum(node.startswith("event:") for node in graph) == MANY + 3
    assert networkx.is_bipartite(graph)


def test_a_part_for_each_year(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "events"
    result = run("export", "parquet", "--partition", "year", "-o", str(folder))
    assert result.stderr == f"{MANY + 3} events written to {folder}\n"
    found = duckdb.sql(f"SELECT id, year, start FROM read_parquet('{folder}/*/*.parquet', hive_partitioning = true)")
    years = found.fetchall()
    assert len(years) == MANY + 3
    assert all(year == start.year for _, year, start in years if start)
    assert [year for _, year, start in years if not start] == [0]
    again = run("export", "parquet", "--partition", "year", "-o", str(folder))
    assert again.stderr == f"error: {folder}: is there already; name another folder, or remove it first\n"


@pytest.mark.parametrize("name", [name for name, format in NAMED.items() if format.form != "path"])
def test_every_format_without_a_path_goes_through_a_pipe(spawn: Any, run: Run, tmp_path: Path, name: str) -> None:
    records = [json.loads(line) for line in run("export", "jsonl", "--during", "2004").stdout.splitlines()]
    assert len(records) == 40
    result = spawn("export", name, "--during", "2004")
    assert (result.returncode, result.stderr) == (0, b"")
    piped = tmp_path / f"events{NAMED[name].suffixes[0]}"
    piped.write_bytes(result.stdout)
    CHECKS[name](piped, records)


@pytest.mark.parametrize("name", ["csv", "xlsx", "sqlite", "ics", "geojson"])
def test_a_disk_that_is_full_leaves_what_was_there(spawn: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"events.{name}"
    path.write_text("from before", encoding="utf-8")
    result = spawn("export", name, "-o", str(path), preexec_fn=little_room, env={**os.environ, "TMPDIR": str(tmp_path)})
    [line] = result.stderr.decode().splitlines()
    where = tmp_path if name == "xlsx" else path
    assert re.fullmatch(f"error: {where}: (file too large; make room|input/output error; see whether) .*", line)
    assert result.returncode == 1
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["from before"]


@pytest.mark.parametrize("name", ["csv", "csv.gz", "xlsx", "sqlite"])
def test_what_is_written_anew_keeps_its_rights(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"events.{name}"
    for mode in (0o600, 0o640):
        assert run("export", "-o", str(path)).exit_code == 0
        path.chmod(mode)
        assert run("export", "-o", str(path)).exit_code == 0
        assert path.stat().st_mode & 0o777 == mode


def test_a_file_that_is_protected_stays() -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        path = Path(folder, "events.csv")
        path.write_text("from before", encoding="utf-8")
        path.chmod(0o444)
        told = as_ordinary_user(lambda: writing(path))
        assert told == f"{path}: permission denied; change its permissions, or name another file"
        assert [each.read_text(encoding="utf-8") for each in Path(folder).iterdir()] == ["from before"]


def writing(path: Path) -> str:
    try:
        with opened(str(path)) as file:
            file.write("new")
    except PermissionError as error:
        return os_error(error)
    return "written"


def little_room() -> None:
    """No file of this process may get larger: as a full disk is, but for the error's number."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a folder in which nobody makes a file")
@pytest.mark.parametrize("name", ["csv", "sqlite", "xlsx"])
def test_a_place_that_is_not_written_to(run: Run, name: str) -> None:
    result = run("export", name, "-o", "/sys/events.out")
    assert result.exit_code == 1
    assert re.fullmatch(r"error: /sys/events\.out: [a-z -]+; change its permissions, or .*\n", result.stderr)


def test_a_database_needs_a_file(run: Run) -> None:
    result = run("export", "sqlite")
    assert (result.exit_code, result.stderr) == (2, "error: stdout: is no file; name one with --output\n")


def test_no_binary_on_a_terminal(on_terminal: Callable[..., str]) -> None:
    assert on_terminal("export", "xlsx") == (
        "error: output: is a terminal, and the format is no text; name a file with --output\n"
    )


@pytest.mark.parametrize("name", NAMED)
def test_nothing_found_is_a_file_without_events(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"none{NAMED[name].suffixes[0]}"
    result = run("export", "-o", str(path), "--during", "1950")
    assert (result.exit_code, result.stderr) == (3, "nothing found\n")
    CHECKS[name](path, []) if name not in ("graphml", "gexf") else None
    assert path.is_file()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["xlsx", "--long"], "--long: not for xlsx; take csv or tsv"),
        (["csv", "--bipartite"], "--bipartite: not for csv; take graphml or gexf"),
        (["csv", "--partition", "year"], "--partition: not for csv; take parquet"),
        (["xlsx", "-o", "x.xlsx.gz"], "x.xlsx.gz: xlsx is not packed; leave .gz out"),
    ],
)
def test_wrong_use(run: Run, words: list[str], message: str) -> None:
    result = run("export", *words)
    assert (result.exit_code, result.stderr) == (2, f"error: {message}\n")


def test_an_extra_that_is_not_installed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "chronicle.presenting.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("export", "parquet", "-o", "events.parquet")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: parquet: needs pyarrow, which is not installed; pip install 'chronicle-of-states[parquet]'\n"
    )


class TestTheTableOfFormats:
    @pytest.mark.parametrize(
        ("name", "format"),
        [
            ("a.csv", "csv"),
            ("A.CSV.GZ", "csv"),
            ("a.dyads.csv", "dyads"),
            ("a.json", "json"),
            ("a.timeline.json", "timelinejs"),
            ("a.csl.json", "csl-json"),
            ("a.ndjson", "jsonl"),
            ("a.db", "sqlite"),
            ("a.csvx", None),
            ("csv", None),
            ("a.gz", None),
        ],
    )
    def test_a_name_says_the_format(self, name: str, format: str | None) -> None:
        found = format_of(name)
        assert (found and found.name) == format

    def test_no_suffix_is_claimed_twice(self) -> None:
        suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
        assert len(set(suffixes)) == len(suffixes)

    def test_every_format_says_what_it_is(self) -> None:
        assert all(format.meaning and format.suffixes for format in FORMATS)
