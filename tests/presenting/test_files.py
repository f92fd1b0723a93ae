"""Each format of `export` that is no list, read back by the library or the program that it is for."""

import asyncio
import csv
import io
import json
import random
import re
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import geojson as geojson_library
import icalendar
import lxml.html
import networkx
import openpyxl
import pandas
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from datasette.app import Datasette
from pybtex.database import parse_string
from pyld import jsonld as jsonld_library
from samples import ANNA, DRILL, EVENTS, NEVER, OSLO, SOURCE, SOUTH, TALKS, UNION, day

from chronicle.model import Event, EventDate, Mode, Precision
from chronicle.presenting import bibtex, csljson, dyads, formats, parquet, works, xlsx
from chronicle.presenting.columns import EVENT_COLUMNS, WIDE_NAMES, Kind
from chronicle.presenting.dyads import Numbered, StateCodes
from chronicle.presenting.xml import escaped

EARLY = replace(
    TALKS,
    id="d4e5f6a7",
    date=EventDate("early October 2013", date(2013, 10, 1), date(2013, 10, 10), Precision.PART, approximate=True),
)
MONTH = replace(
    TALKS, id="e5f6a7b8", date=EventDate("December 2013", date(2013, 12, 1), date(2013, 12, 31), Precision.MONTH)
)
YEAR = replace(TALKS, id="f6a7b8c9", date=EventDate("1873", date(1873, 1, 1), date(1873, 12, 31), Precision.YEAR))
HOSTILE = "</script><script>alert(1)</script> \x00\x1b[31m & \ud7ff \" ' ]]>\r\n\u2028%n \\"
NASTY = replace(TALKS, id="a7b8c9d0", headline=HOSTILE, text=HOSTILE, source=replace(SOURCE, title=HOSTILE))


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """The file that a format makes of some events."""

    def write(name: str, events: Any = EVENTS, **options: Any) -> Path:
        format = formats.NAMED[name]
        path = tmp_path / f"events{format.suffixes[0]}"
        if format.form is formats.Form.PATH:
            format.load().write(events, path, **options)
        elif format.form is formats.Form.BYTES:
            with path.open("wb") as file:
                format.load().write(events, file, **options)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                format.load().write(events, file, **options)
        return path

    return write


Written = Callable[..., Path]


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


class TestHtml:
    def test_a_table_of_all_columns(self, written: Written) -> None:
        [head, *body] = lxml.html.parse(written("html")).getroot().iter("tr")
        assert [cell.text for cell in head] == list(WIDE_NAMES)
        assert [row[0].text for row in body] == [event.id for event in EVENTS]
        assert body[1][WIDE_NAMES.index("text")].text == DRILL.text
        assert {len(row) for row in body} == {len(WIDE_NAMES)}

    def test_data_is_no_markup(self, written: Written) -> None:
        root = lxml.html.parse(written("html", [NASTY])).getroot()
        assert not list(root.iter("script"))
        assert "</script><script>alert(1)</script>" in root.text_content()

    def test_pandas_reads_it(self, written: Written) -> None:
        [table] = pandas.read_html(written("html"))
        assert list(table.columns) == list(WIDE_NAMES)
        assert list(table["id"]) == [event.id for event in EVENTS]


class TestXlsx:
    def sheet(self, path: Path, name: str = "Events") -> Any:
        with closing(openpyxl.load_workbook(path)) as book:
            return book[name]

    def cells(self, sheet: Any, row: int) -> dict[str, Any]:
        return dict(zip(WIDE_NAMES, (cell.value for cell in sheet[row]), strict=True))

    def test_days_are_days_and_numbers_are_numbers(self, written: Written) -> None:
        row = self.cells(self.sheet(written("xlsx")), 3)
        assert (row["start"], row["end"]) == (datetime(2021, 9, 16), datetime(2021, 9, 17))
        assert (row["approximate"], row["ordinal"], row["location_page"]) == (False, 2, None)
        assert row["venue_latitudes"] == "-35.5; 59.9127"

    def test_text_that_looks_like_a_formula_stays_text(self, written: Written) -> None:
        cell = self.sheet(written("xlsx"))[3][WIDE_NAMES.index("headline")]
        assert (cell.data_type, cell.value) == ("s", DRILL.headline)

    def test_text_that_looks_like_markup_of_the_library_stays_text(self, written: Written) -> None:
        row = self.cells(self.sheet(written("xlsx", [replace(TALKS, headline="<r>&<x></r>")])), 2)
        assert row["headline"] == "<r>&<x></r> "

    def test_the_header_stands_still_and_filters(self, written: Written) -> None:
        sheet = self.sheet(written("xlsx"))
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.auto_filter.ref.endswith("4")

    def test_a_day_before_the_calendar_of_workbooks_is_text(self, written: Written) -> None:
        assert self.cells(self.sheet(written("xlsx", [YEAR])), 2)["start"] == "1873-01-01"

    def test_a_text_that_no_cell_holds_says_so(self, written: Written) -> None:
        text = self.cells(self.sheet(written("xlsx", [replace(TALKS, text="å😀" * 20_000)])), 2)["text"]
        assert text.startswith("å😀å😀")
        assert text.endswith(xlsx.CUT)
        assert 32_000 < len(text.encode("utf-16-le")) // 2 <= 32_767

    def test_a_sheet_that_is_full_is_followed_by_another(
        self, written: Written, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
        path = written("xlsx")
        assert self.sheet(path).max_row == 3
        assert self.cells(self.sheet(path, "Events 2"), 2)["id"] == NEVER.id

    def test_control_signs(self, written: Written) -> None:
        assert "alert(1)" in self.cells(self.sheet(written("xlsx", [NASTY])), 2)["text"]


class TestParquet:
    def test_duckdb_reads_typed_columns(self, written: Written) -> None:
        found = duckdb.sql(
            f"SELECT start, approximate, actors, actor_inferences, venue_latitudes, ordinal FROM '{written('parquet')}'"
        )
        assert [str(type) for type in found.types] == [
            "DATE",
            "BOOLEAN",
            "VARCHAR[]",
            "BOOLEAN[]",
            "DOUBLE[]",
            "BIGINT",
        ]
        assert found.fetchall() == [
            (date(2021, 9, 3), False, [ANNA.name, SOUTH.name, UNION.name], [False, True, False], [59.9127], 1),
            (date(2021, 9, 16), False, ["South Africa"], [False], [-35.5, 59.9127], 2),
            (None, True, [], [], [], 3),
        ]

    def test_pandas_reads_every_value(self, written: Written) -> None:
        frame = pandas.read_parquet(written("parquet"), dtype_backend="pyarrow")
        assert tuple(frame.columns) == WIDE_NAMES
        for column in EVENT_COLUMNS:
            assert list(map(plain, frame[column.name])) == [told(column, event) for event in EVENTS]

    def test_a_year_is_one_part_where_the_events_come_by_date(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(parquet, "_BATCH", 3)
        parquet.write_folder([NEVER, YEAR, EARLY, MONTH, TALKS, DRILL], tmp_path)
        assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.parquet")) == [
            "year=0/part-0.parquet",
            "year=1873/part-0.parquet",
            "year=2013/part-0.parquet",
            "year=2021/part-0.parquet",
        ]
        frame = pandas.read_parquet(tmp_path)
        assert dict(zip(frame["id"], frame["year"], strict=True)) == {
            NEVER.id: 0, YEAR.id: 1873, EARLY.id: 2013, MONTH.id: 2013, TALKS.id: 2021, DRILL.id: 2021,
        }  # fmt: skip


def plain(value: Any) -> Any:
    """A value of a frame as the model has it."""
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        return list(value)
    return None if pandas.isna(value) else value


def told(column: Any, event: Event) -> Any:
    value = column.value(event)
    if column.is_list:
        return list(value)
    return date.fromisoformat(value) if column.kind is Kind.DAY and value else value


class TestSqlite:
    def rows(self, path: Path, sql: str) -> list[Any]:
        with closing(sqlite3.connect(path)) as db:
            return db.execute(sql).fetchall()

    def asked(self, path: Path, page: str) -> Any:
        """A page of Datasette on the file, in this process."""

        async def ask() -> Any:
            datasette = Datasette([str(path)])
            answer = await datasette.client.get(page)
            for database in datasette.databases.values():
                database.close()
            datasette.executor.shutdown()
            assert answer.status_code == 200, answer.text
            return answer.json()

        # In a thread of its own: a test of the pages may have left a loop running in this one.
        with ThreadPoolExecutor() as apart:
            return apart.submit(asyncio.run, ask()).result()

    def test_datasette_searches_its_text(self, written: Written) -> None:
        found = self.asked(written("sqlite"), "/events/events.json?_search=pretoria&_shape=array")
        assert [row["id"] for row in found] == [TALKS.id]

    def test_datasette_follows_its_keys(self, written: Written) -> None:
        path = written("sqlite")
        [first, *_] = self.asked(path, "/events/participations.json?_labels=on&_shape=array")
        assert first["actor_id"] == {"value": 1, "label": "Anna Northman"}
        tables = {table["name"]: table for table in self.asked(path, "/events.json")["tables"]}
        assert {"events", "participations", "venues", "sources"} <= set(tables)
        keys = {(key["column"], key["other_table"]) for key in tables["participations"]["foreign_keys"]["outgoing"]}
        assert keys == {("event_id", "events"), ("actor_id", "actors")}
        assert tables["events"]["fts_table"] == "events_fts"

    def test_the_tables_hold_the_events(self, written: Written) -> None:
        path = written("sqlite")
        assert self.rows(path, "SELECT id, start, approximate FROM events") == [
            (TALKS.id, "2021-09-03", 0), (DRILL.id, "2021-09-16", 0), (NEVER.id, None, 1),
        ]  # fmt: skip
        assert self.rows(path, "SELECT count(*) FROM actors") == [(3,)]
        assert self.rows(path, "SELECT name, geonames FROM venues ORDER BY id") == [
            ("Oslo", "3143244"), ("South Atlantic", None),
        ]  # fmt: skip
        assert self.rows(path, "SELECT document, section FROM sources ORDER BY id") == [
            ("d1", SOURCE.section), ("d1", None),
        ]  # fmt: skip

    def test_it_is_sound(self, written: Written) -> None:
        path = written("sqlite", [*EVENTS, NASTY])
        assert self.rows(path, "PRAGMA integrity_check") == [("ok",)]
        assert self.rows(path, "PRAGMA foreign_key_check") == []

    def test_two_people_of_one_name_are_two(self, written: Written) -> None:
        other = replace(DRILL, actors=(replace(ANNA, key="anna-northman-poet"),))
        assert self.rows(written("sqlite", [TALKS, other]), "SELECT count(*) FROM actors") == [(4,)]


class TestIcs:
    def components(self, path: Path) -> list[Any]:
        return list(icalendar.Calendar.from_ical(path.read_bytes()).subcomponents)

    def test_the_end_is_exclusive(self, written: Written) -> None:
        [talks, drill] = self.components(written("ics", [TALKS, DRILL]))
        assert (talks.decoded("dtstart"), talks.decoded("dtend")) == (date(2021, 9, 3), date(2021, 9, 4))
        assert (drill.decoded("dtstart"), drill.decoded("dtend")) == (date(2021, 9, 16), date(2021, 9, 18))

    def test_ids_are_stable(self, written: Written) -> None:
        uids = [str(each["uid"]) for each in self.components(written("ics"))]
        assert uids == [f"{event.id}@chronicle-of-states" for event in EVENTS]

    def test_what_is_told(self, written: Written) -> None:
        [talks] = self.components(written("ics", [TALKS]))
        assert talks["summary"] == TALKS.headline
        assert talks["location"] == "Oslo"
        assert (talks["geo"].latitude, talks["geo"].longitude) == (59.9127, 10.7461)
        assert talks["categories"].cats == ["meeting"]
        assert talks["description"].splitlines() == [
            TALKS.text,
            "Participants: Anna Northman; South Africa",
            "Source: Ada Example and Ben Sample, “A Year of Talks”, Journal of Examples 23, no. 3 (2022-01), entry 1",
        ]

    def test_an_uncertain_date_is_said(self, written: Written) -> None:
        [early, month, talks] = self.components(written("ics", [EARLY, MONTH, TALKS]))
        assert early["summary"] == f"{TALKS.headline} (early October 2013)"
        line = "Date: printed “early October 2013”, part, approximate: 2013-10-01~/2013-10-10~"
        assert line in early["description"].splitlines()
        assert [str(each["status"]) for each in (early, month, talks)] == ["TENTATIVE", "TENTATIVE", "CONFIRMED"]

    def test_a_date_that_cannot_exist_is_no_event_but_is_there(self, written: Written) -> None:
        [never] = self.components(written("ics", [NEVER]))
        assert (never.name, "dtstart" in never) == ("VJOURNAL", False)
        assert "Date: printed “Sept. 31, 2021”, which no calendar has" in never["description"].splitlines()

    def test_the_last_day_of_all(self, written: Written) -> None:
        last = replace(TALKS, date=EventDate("the last", date.max, date.max, Precision.DAY))
        [event] = self.components(written("ics", [last]))
        assert (event.decoded("dtstart"), "dtend" in event) == (date.max, False)

    def test_hostile_text_opens_nothing(self, written: Written) -> None:
        nasty = replace(NASTY, headline="x\r\nEND:VEVENT\r\nBEGIN:VALARM")
        assert [each.name for each in self.components(written("ics", [nasty]))] == ["VEVENT"]

    def test_every_byte_is_as_icalendar_writes_it(self, written: Written) -> None:
        """Escapes, the folding of long lines between signs of one to four bytes, the order of the lines."""
        signs = random.Random(5545)
        texts = ["".join(signs.choices("ab ,;\\^é王😀\n", k=length)) for length in range(40, 240)]
        path = written("ics", [*EVENTS, NASTY, EARLY, *(replace(TALKS, headline=text, text=text) for text in texts)])
        components = b"".join(each.to_ical() for each in self.components(path))
        assert path.read_bytes().endswith(components + b"END:VCALENDAR\r\n")
        assert max(map(len, path.read_bytes().split(b"\r\n"))) <= 75


class TestGeojson:
    def test_it_is_valid(self, written: Written) -> None:
        found = geojson_library.loads(written("geojson", [*EVENTS, NASTY]).read_text(encoding="utf-8"))
        assert found.is_valid
        assert found.errors() == []

    def test_a_feature_for_each_event_and_venue(self, written: Written) -> None:
        found = geojson_library.loads(written("geojson").read_text(encoding="utf-8"))
        assert [(each["id"], each["geometry"] and each["geometry"]["coordinates"]) for each in found.features] == [
            ("a1b2c3d4.1", [10.7461, 59.9127]),
            ("b2c3d4e5.1", [-15.0, -35.5]),
            ("b2c3d4e5.2", [10.7461, 59.9127]),
            ("c3d4e5f6", None),
        ]

    def test_what_is_told(self, written: Written) -> None:
        told = loaded(written("geojson", [TALKS]))["features"][0]["properties"]
        assert told["participants"] == ["Anna Northman", "South Africa"]
        assert (told["venue"], told["start"], told["event"]) == ("Oslo", "2021-09-03", "a1b2c3d4")

    def test_a_venue_without_a_place(self, written: Written) -> None:
        event = replace(TALKS, venues=(replace(OSLO, latitude=None, longitude=None),))
        [feature] = loaded(written("geojson", [event]))["features"]
        assert (feature["geometry"], feature["properties"]["venue"]) == (None, "Oslo")


class TestTimelineJs:
    def test_it_is_what_timelinejs_takes(self, written: Written) -> None:
        """https://timeline.knightlab.com/docs/json-format.html, and what its TimelineConfig.js refuses or drops."""
        told = loaded(written("timelinejs", [*EVENTS, EARLY, MONTH, YEAR, NASTY]))
        assert set(told) == {"events", "title", "scale"}
        assert told["scale"] == "human"
        assert told["events"]
        self.check_title(told["title"])
        for slide in told["events"]:
            self.check_slide(slide)
        ids = [slide["unique_id"] for slide in told["events"]]
        assert len({*ids, told["title"]["text"]["headline"].lower()}) == len(ids) + 1

    def check_title(self, title: dict[str, Any]) -> None:
        """A slide without a date, whose id is made of its headline."""
        assert set(title) == {"text"}
        self.check_text(title["text"])

    def check_slide(self, slide: dict[str, Any]) -> None:
        assert {"start_date", "text", "group", "unique_id"} <= set(slide)
        assert set(slide) <= {"start_date", "end_date", "text", "group", "display_date", "unique_id"}
        self.check_text(slide["text"])
        for name in ("group", "unique_id"):
            assert slide[name] == slide[name].strip() != ""
        # These two are freed of markup and then shown as HTML.
        for shown in (slide["group"], slide.get("display_date", "")):
            assert not re.search(r"[<>]|&[#\w]|[\x00-\x1f]", shown)
        first, last = (self.day_of(slide.get(name, slide["start_date"])) for name in ("start_date", "end_date"))
        # One that equals the start is dropped; both say as much as each other.
        assert (first < last) == ("end_date" in slide)
        assert list(slide.get("end_date", slide["start_date"])) == list(slide["start_date"])

    def check_text(self, text: dict[str, str]) -> None:
        assert set(text) == {"headline", "text"}
        assert all(isinstance(value, str) for value in text.values())
        assert "<" not in text["headline"]
        assert set(re.findall(r"<[^>]*>", text["text"])) <= {"<p>", "</p>", "<small>", "</small>"}

    def day_of(self, time: dict[str, int]) -> date:
        """Numbers, from the year on without a gap; a month is one of 1 to 12."""
        assert list(time) in (["year"], ["year", "month"], ["year", "month", "day"])
        assert all(type(value) is int for value in time.values())
        return date(*(time.get(part, 1) for part in ("year", "month", "day")))

    @pytest.mark.parametrize(
        ("printed", "shown"),
        [
            ("Sept. 1 & 2, about", "Sept. 1 & 2, about"),
            ("<b>Sept</b>", " b Sept /b "),
            ("&lt;script&gt;", "& lt;script& gt;"),
            ("&#60;img&#62;", "& #60;img& #62;"),
        ],
    )
    def test_a_printed_date_is_no_markup(self, written: Written, printed: str, shown: str) -> None:
        uncertain = replace(EARLY, date=replace(EARLY.date, text=printed))
        [slide] = loaded(written("timelinejs", [uncertain]))["events"]
        assert slide["display_date"] == shown
        self.check_slide(slide)

    def test_a_range_has_an_end(self, written: Written) -> None:
        [drill] = loaded(written("timelinejs", [DRILL]))["events"]
        assert drill["start_date"] == {"year": 2021, "month": 9, "day": 16}
        assert drill["end_date"] == {"year": 2021, "month": 9, "day": 17}
        assert "display_date" not in drill
        assert drill["group"] == "exercise"

    @pytest.mark.parametrize(
        ("event", "start", "display"),
        [
            (EARLY, {"year": 2013, "month": 10, "day": 1}, "early October 2013"),
            (MONTH, {"year": 2013, "month": 12}, "December 2013"),
            (YEAR, {"year": 1873}, "1873"),
        ],
    )
    def test_an_uncertain_date_is_shown_as_printed(
        self, written: Written, event: Event, start: dict[str, int], display: str
    ) -> None:
        [slide] = loaded(written("timelinejs", [event]))["events"]
        assert (slide["start_date"], slide["display_date"]) == (start, display)
        assert ("end_date" in slide) == (event is EARLY)

    def test_a_date_that_cannot_exist_is_in_the_title(self, written: Written) -> None:
        told = loaded(written("timelinejs"))
        assert [slide["unique_id"] for slide in told["events"]] == [TALKS.id, DRILL.id]
        assert "Sept. 31, 2021: Ноты переданы 南方." in told["title"]["text"]["text"]

    def test_text_is_no_markup(self, written: Written) -> None:
        [slide] = loaded(written("timelinejs", [NASTY]))["events"]
        assert "<script" not in slide["text"]["headline"] + slide["text"]["text"]


GRAPHS = [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]


@pytest.mark.parametrize(("name", "read"), GRAPHS, ids=["graphml", "gexf"])
class TestGraphs:
    SECOND = replace(TALKS, id="e2", date=DRILL.date, actors=(SOUTH, ANNA))

    def test_shared_events_are_weight(self, written: Written, name: str, read: Any) -> None:
        graph = read(written(name, [TALKS, self.SECOND, DRILL, NEVER]))
        assert set(graph) == {"actor:anna-northman", "actor:za"}
        [(_, _, told)] = graph.edges(data=True)
        assert (told["weight"], told["first"], told["last"]) == (2, "2021-09-03", "2021-09-17")
        assert told["event_ids"].split() == [TALKS.id, "e2"]
        assert graph.nodes["actor:za"]["label"] == "South Africa"
        assert (graph.nodes["actor:za"]["events"], graph.nodes["actor:za"]["country"]) == (3, "ZA")

    def test_bipartite(self, written: Written, name: str, read: Any) -> None:
        graph = read(written(name, EVENTS, bipartite=True))
        assert networkx.is_bipartite(graph)
        assert {node for node in graph if node.startswith("event:")} == {f"event:{event.id}" for event in EVENTS}
        assert graph.edges["actor:union", f"event:{TALKS.id}"]["role"] == "mentioned"
        assert graph.edges["actor:anna-northman", f"event:{TALKS.id}"]["office"] == "Foreign Minister"

    def test_hostile_names(self, written: Written, name: str, read: Any) -> None:
        graph = read(written(name, [replace(TALKS, actors=(replace(ANNA, name=HOSTILE, key=None), SOUTH))]))
        [label] = [told["label"] for _, told in graph.nodes(data=True) if "script" in told["label"]]
        assert label.startswith("</script><script>alert(1)</script> \ufffd\ufffd[31m & ")

    def test_nobody(self, written: Written, name: str, read: Any) -> None:
        assert len(read(written(name, []))) == 0


def test_the_days_of_an_edge_in_gexf(written: Written) -> None:
    graph = networkx.read_gexf(written("gexf", [TALKS, TestGraphs.SECOND]))
    [(_, _, told)] = graph.edges(data=True)
    assert told["spells"] == [("2021-09-03", "2021-09-03"), ("2021-09-16", "2021-09-17")]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ('a<b>&"c"', "a&lt;b&gt;&amp;&quot;c&quot;"),
        ("\x00\x1f\ufffe\ud800", "\ufffd" * 4),
        ("a\nb\t😀", "a&#10;b&#9;😀"),
    ],
)
def test_text_in_xml(text: str, safe: str) -> None:
    assert escaped(text) == safe


STATES = {"NO": StateCodes("NOR", "385"), "ZA": StateCodes("ZAF", "560"), "HK": StateCodes("HKG", "")}


class TestDyads:
    def rows(self, path: Path) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))

    def test_both_orders_of_a_pair(self, written: Written) -> None:
        found = self.rows(written("dyads", [TALKS], states=STATES))
        assert [(row["iso3_1"], row["cow_1"], row["iso3_2"], row["cow_2"]) for row in found] == [
            ("NOR", "385", "ZAF", "560"),
            ("ZAF", "560", "NOR", "385"),
        ]
        assert list(found[0]) == [name for name, _ in dyads.COLUMNS]
        assert {(row["event"], row["plover"], row["type"], row["year"]) for row in found} == {
            ("a1b2c3d4", "CONSULT", "meeting", "2021")
        }

    def test_three_states_are_six_pairs_and_one_is_none(self, written: Written) -> None:
        three = replace(TALKS, actors=(*TALKS.actors, replace(SOUTH, name="Hong Kong", country="HK", key="hk")))
        found = self.rows(written("dyads", [three, DRILL], states=STATES))
        assert len(found) == 6
        assert {row["cow_1"] for row in found if row["iso3_1"] == "HKG"} == {""}

    def test_a_number_that_a_state_had_at_another_time(self, written: Written) -> None:
        times = (Numbered("381", "1816-01-01", "1905-06-06"), Numbered("385", "2021-09-01", ""))
        states = {**STATES, "NO": StateCodes("NOR", "385", times)}
        dates = [replace(TALKS, date=day("then", date(year, 9, 3))) for year in (1900, 2020, 2021)]
        found = self.rows(written("dyads", [*dates, replace(TALKS, date=NEVER.date)], states=states))
        assert [row["cow_1"] for row in found if row["iso3_1"] == "NOR"] == ["381", "", "385", ""]
        assert {row["cow_1"] for row in found if row["iso3_1"] == "ZAF"} == {"560"}

    def test_a_body_is_no_state(self, written: Written) -> None:
        union = replace(TALKS, actors=(ANNA, replace(SOUTH, country="EU")))
        assert self.rows(written("dyads", [union], states=STATES)) == []


class TestJsonLd:
    def expanded(self, path: Path) -> list[Any]:
        """Without a loader: the context stands in the file."""
        return list(jsonld_library.expand(loaded(path), {"documentLoader": None}))

    def test_events_of_schema_org(self, written: Written) -> None:
        [talks, drill, never] = self.expanded(written("jsonld"))
        schema = "https://schema.org/"
        assert {each["@type"][0] for each in (talks, drill, never)} == {f"{schema}Event"}
        assert talks["@id"] == "urn:chronicle:event:a1b2c3d4"
        assert drill[f"{schema}endDate"] == [{"@type": f"{schema}Date", "@value": "2021-09-17"}]
        assert f"{schema}startDate" not in never
        assert talks[f"{schema}eventAttendanceMode"] == [{"@id": f"{schema}OfflineEventAttendanceMode"}]
        [place] = talks[f"{schema}location"]
        assert place[f"{schema}geo"][0][f"{schema}latitude"] == [{"@value": 59.9127}]
        assert [one[f"{schema}name"][0]["@value"] for one in talks[f"{schema}attendee"]] == [ANNA.name, SOUTH.name]
        assert [one[f"{schema}name"][0]["@value"] for one in talks[f"{schema}about"]] == [UNION.name]
        [article] = talks[f"{schema}subjectOf"]
        [issue] = article[f"{schema}isPartOf"]
        assert issue[f"{schema}issueNumber"] == [{"@value": "3"}]

    @pytest.mark.parametrize("mode", [*Mode, None])
    def test_every_mode(self, written: Written, mode: Mode | None) -> None:
        [event] = self.expanded(written("jsonld", [replace(TALKS, mode=mode)]))
        assert ("https://schema.org/eventAttendanceMode" in event) == (mode not in (Mode.WRITTEN, None))


class TestBibliographies:
    def test_pybtex_reads_each_document_once(self, written: Written) -> None:
        found = parse_string(written("bibtex", [TALKS, DRILL]).read_text(encoding="utf-8"), "bibtex")
        [(key, entry)] = found.entries.items()
        assert (key, entry.type) == ("example2022-d1", "article")
        assert [str(person) for person in entry.persons["author"]] == ["Example, Ada", "Sample, Ben"]
        assert dict(entry.fields) == {
            "title": "{A Year of Talks}", "journal": "Journal of Examples", "volume": "23", "number": "3",
            "year": "2022", "month": "January", "url": "https://example.org/23/3",
        }  # fmt: skip

    def test_citeproc_prints_a_reference(self, written: Written) -> None:
        items = loaded(written("csl-json", [TALKS, DRILL]))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
        [printed] = map(str, bibliography.bibliography())
        assert printed == (
            "Example, A. and Sample, B. (2022) “A Year of Talks”, Journal of Examples, 23(3)."
            " Available at: https://example.org/23/3."
        )

    def test_a_document_that_says_little(self) -> None:
        source = replace(SOURCE, title=None, authors=(), publication=None, volume=None, number=None, published=None)
        assert csljson.item(source) == {
            "id": "d1", "type": "document", "title": SOURCE.section, "URL": SOURCE.url,
        }  # fmt: skip
        assert bibtex.entry(source).startswith("@misc{d1,\n  title = {{Chronology of North - South Relations}},\n")

    @pytest.mark.parametrize("title", ["{", "}", "50% of $ & #1_a^b~", "\\input{x}", HOSTILE])
    def test_any_title_is_an_entry(self, title: str) -> None:
        source = replace(SOURCE, title=title, authors=(title, "Ben Sample"), url=f"https://example.org/{title}")
        found = parse_string(bibtex.entry(source), "bibtex")
        assert list(found.entries) == [works.key(source)]
        assert set(found.entries[works.key(source)].fields) > {"title", "url", "year"}

    @pytest.mark.parametrize(
        ("printed", "family", "given"),
        [
            ("Ada Example", "Example", "Ada"),
            ("Example, Ada", "Example", "Ada"),
            ("Ada B. van den Example", "van den Example", "Ada B."),
            ("Example", "Example", None),
            ("The Example developers", "The Example developers", None),
            ("", "", None),
        ],
    )
    def test_names(self, printed: str, family: str, given: str | None) -> None:
        assert works.author(printed) == works.Name(family, given)

    @pytest.mark.parametrize(
        ("published", "parts"),
        [
            ("2022-01", (2022, 1)),
            ("2022", (2022,)),
            ("2022-01-15", (2022, 1, 15)),
            ("2022-24", (2022,)),
            (None, ()),
            ("s. a.", ()),
        ],
    )
    def test_days_of_issue(self, published: str | None, parts: tuple[int, ...]) -> None:
        assert works.published(replace(SOURCE, published=published)) == parts
