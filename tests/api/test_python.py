"""`import chronicle`: what the command can do, as functions and values."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from samples import EVENTS, coded, document

import chronicle
from chronicle.cli.app import COMMANDS
from chronicle.cli.saved import filters_of
from chronicle.storing import connect
from chronicle.storing.store import store_document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> chronicle.Chronicle:
    """The seeds, which nobody changes."""
    db = chronicle.open(tmp_path_factory.mktemp("seeds") / "seeds.db")
    db.ingest(sorted(SEEDS.glob("china-*")))
    return db


@pytest.fixture
def small(tmp_path: Path) -> chronicle.Chronicle:
    """Three events, to be changed."""
    path = str(tmp_path / "small.db")
    one = document(*EVENTS)
    with_events = connect(path, create=True)
    store_document(with_events, one, coded(one, *EVENTS))
    with_events.close()
    return chronicle.open(path)


# --- a light import, and its types


def test_the_import_loads_nothing_but_itself() -> None:
    line = "import sys; before = set(sys.modules); import chronicle; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["chronicle"]


def test_the_stub_says_what_the_package_gives() -> None:
    stub = Path(chronicle.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    given = {
        f"from chronicle.{module} import {name} as {name}"
        for module, names in chronicle._LATER.items()
        for name in names
    }
    assert {line for line in stub.splitlines() if line.startswith("from ")} == given


@pytest.mark.parametrize("name", chronicle.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(chronicle, name) is not None
    assert name in dir(chronicle)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summits'"):
        chronicle.summits  # noqa: B018


# --- nothing needs the command

# What does what a command does; the command's own settings are the command's.
DONE_BY = {
    "ingest": "Chronicle.ingest",
    "read": "read",
    "events": "Chronicle.events",
    "show": "Chronicle.show Chronicle.passage Chronicle.why record",
    "actors": "Chronicle.actors",
    "venues": "Chronicle.venues",
    "documents": "Chronicle.documents",
    "count": "Chronicle.count Chronicle.cross",
    "compare": "Chronicle.compare",
    "profile": "Chronicle.profile Chronicle.draw",
    "timeline": "Chronicle.timeline Chronicle.draw",
    "calendar": "Chronicle.calendar Chronicle.draw",
    "network": "Chronicle.network Chronicle.partners Chronicle.draw",
    "map": "Chronicle.venues Chronicle.draw",
    "export": "Chronicle.export",
    "import": "Chronicle.import_",
    "report": "Chronicle.report",
    "plot": "Chronicle.plot",
    "serve": "Chronicle.serve",
    "cite": "Chronicle.cite",
    "review": "Chronicle.review",
    "same": "Chronicle.same Chronicle.groups",
    "correct": "Chronicle.correct",
    "recode": "Chronicle.recode",
    "sql": "Chronicle.sql",
    "query": "query save_query saved_queries remove_query queries_path",
    "config": "settings settings_path",
    "db": "Chronicle.info Chronicle.check Chronicle.backup Chronicle.upgrade",
    "docs": "__doc__",
    "gazetteer": "find_name check_tables import_officeholders",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_function(command: str) -> None:
    for dotted in DONE_BY[command].split():
        found: Any = chronicle
        for name in dotted.split("."):
            found = getattr(found, name)
        assert callable(found) or isinstance(found, str if dotted == "__doc__" else cached_property)


def test_every_filter_of_the_command_is_a_keyword() -> None:
    from typer.main import get_command

    from chronicle.cli.app import app

    command = get_command(app).get_command(None, "events")  # type: ignore[attr-defined]
    keywords = {"with_" if name == "with" else name.replace("-", "_") for name in filters_of(command.params)}
    assert keywords == set(chronicle.Filters.__annotations__)


def test_every_correction_of_the_command_is_a_method() -> None:
    from typer.main import get_command

    from chronicle.cli.correct import app

    names = get_command(app).list_commands(None)  # type: ignore[attr-defined]
    methods = {"import": "import_"}
    assert all(hasattr(chronicle.open().correct, methods.get(name, name.replace("-", "_"))) for name in names)


# --- asking


FILTERS: list[tuple[dict[str, Any], int]] = [
    ({}, 115),
    ({"actor": "lavrov", "since": 2021}, 6),
    ({"actor": "lavrov", "since": "2021"}, 6),
    ({"actor": "lavrov", "since": date(2021, 1, 1)}, 6),
    ({"actor": ["china", "russia"], "type": "exercise"}, 10),
    ({"with_": ("china", "russia"), "type": {"exercise"}}, 9),
    ({"type": chronicle.EventType.MEETING, "mode": [chronicle.Mode.VIDEO, "hybrid"]}, 27),
    ({"text": '"biological weapons"', "role": None}, 1),
    ({"document": "china-russia-2019*", "unique": True}, 38),
    ({"since_last_ingest": True, "venue": "beijing"}, 12),
]


@pytest.mark.parametrize(("filters", "events"), FILTERS)
def test_filters_are_keywords(seeds: chronicle.Chronicle, filters: dict[str, Any], events: int) -> None:
    assert seeds.total(**filters) == len(list(seeds.events(**filters))) == events


WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"actr": "lavrov"}, chronicle.BadFilter, "actr: no such filter; did you mean actor?"),
    ({"type": "meetng"}, chronicle.BadFilter, "type 'meetng': is none"),
    ({"actor": "lavrof"}, chronicle.UnknownName, "did you mean Sergey Lavrov?"),
    ({"since": 20.21}, chronicle.BadFilter, "since 20.21: cannot be read"),
    ({"since": True}, chronicle.BadFilter, "since True: cannot be read"),
    ({"actor": 5}, chronicle.BadFilter, "actor 5: is no text"),
    ({"unique": "yes"}, chronicle.BadFilter, "unique 'yes': is no truth value"),
    ({"sort": "length"}, chronicle.BadFilter, "sort 'length': is none"),
    ({"sort": 5}, chronicle.BadFilter, "sort 5: is no text"),
    ({"limit": -1}, chronicle.BadFilter, "limit -1"),
    ({"limit": "ten"}, chronicle.BadFilter, "limit 'ten': is no number of rows"),
]


@pytest.mark.parametrize(("filters", "error", "message"), WRONG)
def test_what_makes_no_sense_is_told_at_once(
    seeds: chronicle.Chronicle, filters: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as told:
        seeds.events(**filters)
    assert message in str(told.value)
    assert isinstance(told.value, chronicle.ChronicleError)


def test_events_are_read_as_they_are_taken(seeds: chronicle.Chronicle) -> None:
    found = seeds.events(sort=["type", "-date"])
    taken = iter(found)
    assert isinstance(taken, Iterator)
    assert isinstance(next(taken), chronicle.Event)
    assert len(list(found)) == found.total() == 115


def test_threads_may_ask_at_once(seeds: chronicle.Chronicle) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda year: len(list(seeds.events(during=year))), [2019, 2020, 2021] * 4))
    assert found == [38, 37, 40] * 4


def test_events_come_in_pages(seeds: chronicle.Chronicle) -> None:
    whole = [event.id for event in seeds.events(type="visit")]
    first = [event.id for event in seeds.events(type="visit", limit=2)]
    assert whole == first + [event.id for event in seeds.events(type="visit", after=first[-1])]


def test_queries_are_values_and_are_added_to(seeds: chronicle.Chronicle) -> None:
    talks = chronicle.query(type="meeting", since=2020)
    assert seeds.total(talks, mode="video", since=2021) == seeds.total(type="meeting", mode="video", since=2021)


def test_both_take_part_are_two(seeds: chronicle.Chronicle) -> None:
    pairs = [("china", "russia"), ["china", "india"]]
    assert seeds.total(with_=pairs) == seeds.total(with_=["china", "russia", "china", "india"]) > 0
    for names in ("china", ["china"], ["china", "russia", "india"]):
        with pytest.raises(chronicle.BadFilter, match=r"with_ '\w+': is one name; it takes two, as in"):
            seeds.events(with_=names)


def test_saved_queries_are_those_of_the_command(seeds: chronicle.Chronicle) -> None:
    chronicle.save_query("drills", type="exercise", with_=("china", "russia"), since=2019)
    assert seeds.total("@drills") == 9
    assert seeds.total("@drills", during=2021) < 5
    assert chronicle.saved_queries() == {
        "drills": chronicle.query(type="exercise", with_=("china", "russia"), since=2019)
    }
    with pytest.raises(chronicle.UsageError, match="there is one already"):
        chronicle.save_query("drills", type="visit")
    chronicle.remove_query("@drills")
    with pytest.raises(chronicle.UnknownName, match="there is none"):
        seeds.total("@drills")
    with pytest.raises(chronicle.BadFilter, match="is no saved query"):
        seeds.total("lavrov")
    with pytest.raises(chronicle.BadFilter, match="5: is no question"):
        seeds.total(5)  # type: ignore[arg-type]
    with pytest.raises(chronicle.BadFilter, match="type 'vist': is none"):
        chronicle.save_query("trips", type="vist")
    with pytest.raises(chronicle.UsageError, match="has no filters"):
        chronicle.save_query("all")
    Path(chronicle.queries_path()).write_text("[slip]\nactr = 1\n", encoding="utf-8")
    with pytest.raises(chronicle.UsageError, match="slip: actr: no such filter; one of actor"):
        seeds.total("@slip")
    assert chronicle.saved_queries() == {}


def test_records_are_those_of_the_export(seeds: chronicle.Chronicle, tmp_path: Path) -> None:
    written = tmp_path / "events.jsonl"
    assert seeds.export("jsonl", written, type="visit") == seeds.total(type="visit")
    lines = written.read_text(encoding="utf-8").splitlines()
    assert list(map(json.loads, lines)) == list(seeds.events(type="visit").records())
    assert list(map(json.loads, lines)) == list(map(chronicle.record, seeds.events(type="visit")))


def test_an_event_with_its_words_and_reasons(seeds: chronicle.Chronicle) -> None:
    event = seeds.events(actor="lavrov", since=2021).first()
    assert event is not None
    assert event.id is not None
    assert seeds.show(event.id[:6]) == event
    assert event.date.text in seeds.passage(event)
    assert len(seeds.passage(event.id, 20)) > len(seeds.passage(event))
    assert {reason.field for reason in seeds.why(event.id).reasons} >= {"date", "type"}
    [(first, words), *_] = seeds.events(actor="lavrov", since=2021).with_source_text()
    assert (first, words) == (event, seeds.passage(event))


def test_lists_counts_and_comparisons(seeds: chronicle.Chronicle) -> None:
    assert [actor.name for actor in seeds.actors(limit=2)] == ["Russia", "China"]
    assert seeds.venues(during=2021)[0].name == "Sea of Japan"
    assert sum(document.events for document in seeds.documents()) == 115
    assert [(each.keys, each.events) for each in seeds.count()] == [(("2019",), 38), (("2020",), 37), (("2021",), 40)]
    assert seeds.cross(by=("year", "mode")).events == 115
    assert seeds.compare({"during": 2020}, {"during": 2021}, by="type", country="china").first < 37
    assert seeds.profile("lavrov").actor.name == "Sergey Lavrov"
    assert seeds.timeline(by="year")[0] == (None, "2019", 38, 0)
    assert sum(day.events for day in seeds.calendar()) <= 115
    assert seeds.network(by="country").ties[0].events == 69
    assert seeds.partners("lavrov").ties[0].other.name == "Wang Yi"
    assert seeds.review()[0].flags == ("actor_slip",)
    assert seeds.same() == []
    assert seeds.groups() == []
    assert seeds.cite("china-russia-2019*", "apa")[0].startswith("The Chronicle developers. (2020, January)")
    assert (seeds.info().events, seeds.check()) == (115, [])


def test_shares_and_running_totals_are_columns(seeds: chronicle.Chronicle) -> None:
    counts = seeds.count(by="year,type", share="row", running=True)
    assert counts.names == ("year", "type", "events", "share", "running")
    table = counts.to_arrow().to_pylist()
    assert table[0] == {"year": "2019", "type": "meeting", "events": 27, "share": 71.1, "running": 27}
    with pytest.raises(chronicle.UsageError, match="share of row"):
        seeds.count(by="year", share="row")
    with pytest.raises(chronicle.BadFilter, match="by 'colour': is no key"):
        seeds.count(by="colour")
    with pytest.raises(chronicle.UsageError, match="by venue: is neither"):
        seeds.network(by="venue")  # type: ignore[arg-type]


def test_sql_only_reads(seeds: chronicle.Chronicle) -> None:
    answer = seeds.sql("select year, count(*) as events from event_view group by year")
    assert (answer.names, list(answer)) == (("year", "events"), [(2019, 38), (2020, 37), (2021, 40)])
    with pytest.raises(chronicle.UsageError, match="here one only asks"):
        seeds.sql("delete from events")


# --- tables of other libraries


def test_a_table_of_pandas(seeds: chronicle.Chronicle) -> None:
    table = seeds.events(type="exercise").to_pandas()
    assert str(table["start"].dtype) == "datetime64[s]"
    assert table["start"].dt.year.min() == 2019
    assert table["venue_latitudes"].iloc[0] == [node for node in table["venue_latitudes"].iloc[0] if node is not None]
    assert seeds.count(by="year").to_pandas()["events"].sum() == 115


def test_a_table_of_polars(seeds: chronicle.Chronicle) -> None:
    import polars

    table = seeds.events(type="exercise").to_polars(["start", "participants", "approximate", "ordinal"])
    assert table.schema == {
        "start": polars.Date,
        "participants": polars.List(polars.String),
        "approximate": polars.Boolean,
        "ordinal": polars.Int64,
    }


def test_a_table_of_arrow_has_the_schema_of_the_parquet_export(seeds: chronicle.Chronicle, tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    seeds.export("parquet", tmp_path / "events.parquet", type="exercise")
    assert parquet.read_table(tmp_path / "events.parquet").equals(seeds.events(type="exercise").to_arrow())


@pytest.mark.parametrize("how", ["to_pandas", "to_polars", "to_arrow"])
def test_tables_of_nothing_and_of_what_is_absent(small: chronicle.Chronicle, how: str) -> None:
    assert getattr(small.events(during=1950), how)(["id", "start"]).shape == (0, 2)
    assert getattr(small.actors(during=1950), how)().shape == (0, 8)
    assert getattr(small.events(), how)().shape[0] == 3
    with pytest.raises(chronicle.UsageError, match="strt: no such column; did you mean start"):
        getattr(small.events(), how)(["strt"])


def test_a_library_that_is_missing_is_named(small: chronicle.Chronicle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(chronicle.UsageError, match=r"pip install 'chronicle-of-states\[polars\]'"):
        small.events().to_polars()


# --- doing


def test_ingest_tells_of_each_document(tmp_path: Path) -> None:
    db, told = chronicle.open(tmp_path / "new.db"), list[str]()
    reports = db.ingest([SEEDS, tmp_path / "nowhere.txt"], told=lambda report: told.append(report.status))
    assert told == [report.status for report in reports] == ["skipped", "added", "added", "added", "failed"]
    assert "nowhere.txt" in (reports[-1].error or "")
    assert [report.status for report in db.ingest(SEEDS / "china-russia-2019-q3.md")] == ["unchanged"]
    with pytest.raises(chronicle.UsageError, match="sideways: no such date order"):
        db.ingest(SEEDS, date_order="sideways")


def test_there_need_not_be_a_database_until_it_is_asked(tmp_path: Path) -> None:
    with chronicle.open(tmp_path / "none.db") as db, pytest.raises(chronicle.DatabaseError, match="no database yet"):
        db.events()
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_database_is_told_when_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes, and no database, for longer than a header of one. " * 3)
    with pytest.raises(chronicle.DatabaseError, match="is not a database"):
        chronicle.open(tmp_path / "notes.txt")
    with pytest.raises(chronicle.UsageError, match="names none"):
        chronicle.open(" ")


def test_events_go_from_one_database_to_another(seeds: chronicle.Chronicle, tmp_path: Path) -> None:
    seeds.export(None, tmp_path / "events.csv", country="india")
    [done] = chronicle.open(tmp_path / "other.db").import_(tmp_path / "events.csv")
    assert (done.added, done.refused) == (seeds.total(country="india"), ())
    with pytest.raises(chronicle.ReadError, match=r"nowhere\.csv"):
        chronicle.open(tmp_path / "other.db").import_(tmp_path / "nowhere.csv")


def test_files_are_written(seeds: chronicle.Chronicle, tmp_path: Path) -> None:
    assert seeds.export("csv", tmp_path / "long.csv", long=True, type="visit") > 0
    assert seeds.report(tmp_path / "page.html", type="visit", title="Visits") == seeds.total(type="visit")
    assert "<h1>Visits" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert seeds.export("csv", tmp_path / "none.csv", during=1950) == 0
    with pytest.raises(chronicle.UsageError, match="no such format; did you mean csv"):
        seeds.export("csvv", tmp_path / "x")
    with pytest.raises(chronicle.UsageError, match="long: not for json"):
        seeds.export("json", tmp_path / "x", long=True)


def test_serving_refuses_what_others_reach(seeds: chronicle.Chronicle) -> None:
    pytest.importorskip("datasette")
    with pytest.raises(chronicle.UsageError, match="is reached from other machines"):
        seeds.serve(host="192.0.2.1")


def test_corrections_are_made_listed_and_undone(small: chronicle.Chronicle, tmp_path: Path) -> None:
    first = small.events(type="meeting").first()
    assert first is not None
    assert first.id is not None
    made = small.correct.type(first.id, "visit", author="Ada", note="the journey is the news")
    assert small.show(first.id).type is chronicle.EventType.VISIT
    assert made.events == (first.id,)
    assert [(one.author, one.note) for one in small.correct.list()] == [("Ada", "the journey is the news")]
    assert small.correct.export(tmp_path / "corrections.jsonl") == 1
    small.correct.undo(made.corrections[0].id)
    assert small.show(first.id).type is chronicle.EventType.MEETING
    assert len(small.correct.import_(tmp_path / "corrections.jsonl").corrections) == 1
    assert small.correct.misfits() == ()


def test_a_value_there_and_back_again_is_three_corrections(small: chronicle.Chronicle, tmp_path: Path) -> None:
    [meeting] = small.events(type="meeting")
    key, file = str(meeting.id), tmp_path / "corrections.jsonl"
    for mode in ("phone", "video", "phone"):
        assert len(small.correct.mode(key, mode).corrections) == 1
    assert small.show(key).mode is chronicle.Mode.PHONE
    small.correct.export(file)
    small.correct.undo([one.id for one in small.correct.list()])
    file.write_text("".join(reversed(file.read_text(encoding="utf-8").splitlines(keepends=True))), encoding="utf-8")
    small.correct.import_(file)
    assert small.show(key).mode is chronicle.Mode.PHONE


def test_a_place_off_the_globe_is_refused(small: chronicle.Chronicle) -> None:
    [meeting] = small.events(type="meeting")
    with pytest.raises(chronicle.UsageError, match=r"^latitude of X: 400 is none; give degrees from -90 to 90$"):
        small.correct.add_venue(str(meeting.id), "X", new=True, latitude=400, longitude=1)


CORRECTIONS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("mode", (None,), {}),
    ("mode", ("video",), {}),
    ("date", ("2021-09-04",), {}),
    ("actor", ("South",), {"role": "mentioned"}),
    ("add_actor", ("Ben Example",), {"new": True, "kind": "person"}),
    ("remove_actor", ("South",), {}),
    ("venue", ("oslo", "Bergen"), {"new": True, "kind": "city", "latitude": 60.4, "longitude": 5.3}),
    ("add_venue", ("Bergen",), {"new": True}),
    ("remove_venue", ("oslo",), {}),
    ("accept", (), {}),
]


@pytest.mark.parametrize(("method", "words", "how"), CORRECTIONS)
def test_every_value_can_be_put_right(
    small: chronicle.Chronicle, method: str, words: tuple[Any, ...], how: dict[str, Any]
) -> None:
    [meeting] = small.events(type="meeting")
    outcome = getattr(small.correct, method)(meeting.id, *words, **how)
    assert len(outcome.corrections) == 1
    assert outcome.misfits == ()


def test_a_role_of_nobody_is_told(small: chronicle.Chronicle) -> None:
    for asked in (small.events, small.total, small.count):
        with pytest.raises(chronicle.BadFilter, match="role 'mentioned': is of which actor"):
            asked(role="mentioned")
    with pytest.raises(chronicle.BadFilter, match="role 'mentioned': is of which actor"):
        small.cross(by="year,type", role="mentioned")
    assert small.count(by="actor", role="participant")


def test_actors_are_made_one_and_two(small: chronicle.Chronicle) -> None:
    ids = [str(event.id) for event in small.events(type=["meeting", "exercise"])]
    names = [actor.name for actor in small.show(ids[0]).actors]
    small.correct.alias(names[0], "A. N. Other")
    small.correct.split(names[0], "Anna the Younger", ids[0], new=True)
    small.correct.merge("Anna the Younger", names[0])
    assert names[0] in [actor.name for actor in small.show(ids[0]).actors]
    small.correct.different(ids)
    with pytest.raises(chronicle.UsageError, match="with which"):
        small.correct.same(ids[:1])
    assert len(small.correct.list()) == 4


def test_wrong_corrections_are_told(small: chronicle.Chronicle) -> None:
    first = str(next(event.id for event in small.events(type="meeting")))
    for wrong in (
        lambda: small.correct.type(first, "summit"),
        lambda: small.correct.actor(first, "South"),
        lambda: small.correct.actor(first, "South", role="host"),
        lambda: small.correct.date(first, "soon"),
        lambda: small.correct.undo("nothing"),
    ):
        with pytest.raises(chronicle.ChronicleError):
            wrong()


def test_upkeep(seeds: chronicle.Chronicle, tmp_path: Path) -> None:
    copy = chronicle.open(seeds.backup(tmp_path / "copy.db"))
    assert copy.upgrade() is None
    assert [report.changed for report in copy.recode()] == [0, 0, 0]
    assert [report.events for report in copy.recode("china-russia-2019*", dry_run=True)] == [38]


# --- beside the database


def test_documents_are_read_without_a_database() -> None:
    page, *documents = chronicle.read(SEEDS)
    assert page.document is None
    assert "no chronology found" in (page.error or "")
    assert [len(each.events()) for each in documents] == [38, 37, 40]
    assert documents[0].document is not None
    assert documents[0].document.text == documents[0].text
    [missing] = chronicle.read("nowhere.txt")
    assert missing.error is not None
    assert missing.events() == []


def test_names_tables_and_settings() -> None:
    assert chronicle.find_name("lavrov")[0].name == "Sergey Lavrov"
    assert all(problem.severity == "warning" for problem in chronicle.check_tables())
    assert {setting.name for setting in chronicle.settings()} >= {"database", "author", "queries"}
    assert chronicle.settings_path().endswith("chronicle.toml")
