"""Every format, read back by what reads it."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from samples import DRILL, EVENTS, NEVER, TALKS

from chronicle.presenting import format_named, formats
from chronicle.presenting.cells import split
from chronicle.presenting.columns import ACTOR_COLUMNS, EVENT_COLUMNS, LONG_NAMES, Rows, rows
from chronicle.presenting.csv import BOM, write_excel
from chronicle.presenting.record import Record, record


def written(write: Callable[..., None], *values: Any) -> str:
    file = io.StringIO(newline="")
    write(*values, file)
    return file.getvalue()


def in_format(name: str, events: Any = EVENTS, **options: Any) -> str:
    return written(partial(format_named(name).write, **options), events)


class TestJson:
    def test_lines(self) -> None:
        lines = in_format("jsonl").splitlines()
        assert [json.loads(line) for line in lines] == [record(event) for event in EVENTS]

    def test_array(self) -> None:
        assert json.loads(in_format("json")) == [record(event) for event in EVENTS]

    def test_nothing(self) -> None:
        assert in_format("jsonl", []) == ""
        assert json.loads(in_format("json", [])) == []

    def test_letters_are_letters(self) -> None:
        assert "Ноты переданы 南方." in in_format("jsonl")

    def test_rows_are_objects(self) -> None:
        table = Rows(("name", "flags"), [["a", ("x", "y")], [None, ()]])
        expected = [{"name": "a", "flags": ["x", "y"]}, {"name": None, "flags": []}]
        assert json.loads(written(format_named("json").write_rows, table)) == expected
        lines = written(format_named("jsonl").write_rows, table).splitlines()
        assert [json.loads(line) for line in lines] == expected


class TestCsv:
    def test_rows_end_as_rfc_4180_says(self) -> None:
        text = in_format("csv")
        assert text.endswith("\r\n")
        assert text.count("\r\n") == text.count("\n") == 1 + len(EVENTS)

    def test_the_header_is_fixed(self) -> None:
        [header] = csv.reader(io.StringIO(in_format("csv", [])))
        assert header == [column.name for column in EVENT_COLUMNS]
        assert len(set(header)) == len(header)

    def test_read_back_it_is_the_json_lines_export(self) -> None:
        found = csv.DictReader(io.StringIO(in_format("csv"), newline=""))
        assert [as_record(row) for row in found] == [json.loads(line) for line in in_format("jsonl").splitlines()]

    def test_who_takes_part(self) -> None:
        [row] = csv.DictReader(io.StringIO(in_format("csv", [TALKS])))
        assert row["participants"] == "Anna Northman; South Africa"
        assert row["countries"] == "NO; ZA"

    def test_long_has_a_row_for_every_event_and_actor(self) -> None:
        found = list(csv.DictReader(io.StringIO(in_format("csv", long=True))))
        assert [(row["id"], row["actor"], row["actor_role"]) for row in found] == [
            ("a1b2c3d4", "Anna Northman", "participant"),
            ("a1b2c3d4", "South Africa", "participant"),
            ("a1b2c3d4", "Union of Seas; Rivers", "mentioned"),
            ("b2c3d4e5", "South Africa", "participant"),
            ("c3d4e5f6", "", ""),
        ]
        assert tuple(found[0]) == LONG_NAMES
        assert found[0]["actor_office"] == "Foreign Minister"
        assert found[1]["actor_inferred"] == "true"

    def test_for_a_spreadsheet(self) -> None:
        text = in_format("csv", [DRILL], excel=True)
        assert text.startswith(BOM)
        [row] = csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""))
        assert row["headline"] == "'" + DRILL.headline

    @pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\tx", "\rx"])
    def test_formulas_become_text(self, text: str) -> None:
        [[found]] = csv.reader(io.StringIO(written(write_excel, Rows((text,), [])).removeprefix(BOM)))
        assert found == text  # a header is ours
        body = written(write_excel, Rows(("a",), [[text]])).removeprefix(BOM)
        assert list(csv.reader(io.StringIO(body, newline="")))[1] == [f"'{text}"]

    @pytest.mark.parametrize("value", [-35.5, 12, True, "-7", "+1.5", "plain", None])
    def test_numbers_and_plain_text_stay(self, value: Any) -> None:
        table = Rows(("a", "b"), [[value, "x"]])
        assert written(write_excel, table).removeprefix(BOM) == written(format_named("csv").write_rows, table)


class TestTsv:
    def test_a_row_is_a_line(self) -> None:
        header, *body = in_format("tsv").split("\n")[:-1]
        assert header.split("\t") == [column.name for column in EVENT_COLUMNS]
        assert [len(line.split("\t")) for line in body] == [len(EVENT_COLUMNS)] * len(EVENTS)

    def test_tabs_and_line_ends_in_values_become_blanks(self) -> None:
        table = Rows(("a", "b"), [["x\ty", "u\r\nv"]])
        assert written(format_named("tsv").write_rows, table) == "a\tb\nx y\tu  v\n"


class TestMarkdown:
    def test_table(self) -> None:
        lines = in_format("markdown", [TALKS]).splitlines()
        assert lines == [
            "| id | date | type | participants | venues | headline |",
            "| --- | --- | --- | --- | --- | --- |",
            "| a1b2c3d4 | 2021-09-03 | meeting | Anna Northman; South Africa | Oslo"
            " | FM Northman meets Pretoria's envoys in Oslo. |",
        ]

    def test_data_is_no_markup(self) -> None:
        table = Rows(("a",), [["a|b *c* [d](#) <e> `f` \\ _g_"]])
        cell = written(format_named("markdown").write_rows, table).splitlines()[2]
        assert cell == r"| a\|b \*c\* \[d\](\#) \<e\> \`f\` \\ \_g\_ |"


class TestPages:
    """`export markdown`: all that is known of an event, to read."""

    def test_everything_of_an_event(self) -> None:
        text = written(formats.NAMED["markdown"].load().write, [TALKS])
        assert (
            text
            == r"""# Events

## 2021-09-03: FM Northman meets Pretoria's envoys in Oslo.

FM Northman meets Pretoria's envoys in Oslo. She calls the talks "open"; the Union is discussed.

- id: a1b2c3d4
- date: 2021-09-03 (printed “Sept. 3, 2021”; day)
- type: meeting, in\_person
- plover: CONSULT
- actor:
    - Anna Northman, Foreign Minister, NO, person (printed “FM Northman”; Q1)
    - South Africa, ZA, state (printed “Pretoria”; inferred from the office and the date)
- mentioned: Union of Seas; Rivers, organization (printed “the Union”)
- venue: Oslo, NO, city (printed “in Oslo”; 59.9127, 10.7461; GeoNames 3143244)
- link:
    - talks \<https://example.org/talks?a=1;b=2\>
    - the Union \<\#\>
- flags: actor\_unknown
- source: Ada Example and Ben Sample, “A Year of Talks”, Journal of Examples 23, no. 3 (2022-01)
- section: Chronology of North - South Relations
- relation: North - South
- place: north-south.txt:9, entry 1, characters 120-210
- url: https://example.org/23/3
- document: d1
"""
        )

    @pytest.mark.parametrize(
        ("text", "paragraph"),
        [
            ("- said", r"\- said"),
            ("=Joint drill", r"\=Joint drill"),
            ("12. meeting", r"12\. meeting"),
            ("# of talks", r"\# of talks"),
            ("Talks - 2. round", "Talks - 2. round"),
        ],
    )
    def test_a_text_opens_no_list(self, text: str, paragraph: str) -> None:
        found = written(formats.NAMED["markdown"].load().write, [replace(TALKS, text=text)])
        assert f"\n\n{paragraph}\n\n" in found

    def test_a_long_headline_is_shortened_in_the_heading_alone(self) -> None:
        long = "word " * 60 + "end."
        found = written(formats.NAMED["markdown"].load().write, [replace(TALKS, headline=long, text=long)])
        assert found.splitlines()[2].endswith("word …")
        assert long in found


def test_columns_can_be_chosen() -> None:
    table = rows([TALKS, NEVER], ["date", "id", "mode"])
    assert table.names == ("date", "id", "mode")
    assert list(table.body) == [["2021-09-03", "a1b2c3d4", "in_person"], ["Sept. 31, 2021", "c3d4e5f6", None]]


LISTS = ("csv", "tsv", "json", "jsonl", "markdown")


@pytest.mark.parametrize("name", LISTS)
def test_every_format_of_lists_is_streamed(name: str) -> None:
    """The first event is written before the third is asked for."""
    file = io.StringIO()
    seen: list[bool] = []

    def events() -> Any:
        yield TALKS
        yield DRILL
        seen.append(TALKS.id in file.getvalue())
        yield NEVER

    format_named(name).write(events(), file)
    assert seen == [True]


def test_the_documented_columns_are_the_exports() -> None:
    """docs/csv.md has every column with its meaning, in order, and no other."""
    page = (Path(__file__).parents[2] / "docs" / "csv.md").read_text(encoding="utf-8")
    assert documented(page, "One row per event") == [(one.name, one.meaning) for one in EVENT_COLUMNS]
    actor_columns = [(one.name, one.meaning) for one in ACTOR_COLUMNS]
    assert documented(page, "One row per event and actor") == actor_columns


def documented(page: str, heading: str) -> list[tuple[str, str]]:
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    return [(name.strip("` "), meaning.strip()) for _, name, meaning, _ in (row.split("|") for row in rows)]


def as_record(row: dict[str, str]) -> Record:
    """The record that a row of the CSV export was made of: what docs/csv.md tells a reader to do."""
    return {
        "id": row["id"],
        "source": {
            key: list(split(row["source_authors"])) if key == "authors" else row[f"source_{key}"] or None
            for key in record(TALKS)["source"]
        },
        "ordinal": int(row["ordinal"]),
        "location": {key: number(row[f"location_{key}"]) for key in ("start", "end", "page", "line")},
        "date": {
            "text": row["date_text"],
            "start": row["start"] or None,
            "end": row["end"] or None,
            "precision": row["precision"],
            "approximate": row["approximate"] == "true",
            "edtf": row["edtf"] or None,
        },
        "headline": row["headline"],
        "text": row["text"],
        "type": row["type"],
        "plover": row["plover"] or None,
        "mode": row["mode"] or None,
        "actors": objects(
            row,
            name="actors",
            kind="actor_kinds",
            country="actor_countries",
            office="actor_offices",
            role="actor_roles",
            inferred="actor_inferences",
            mention="actor_mentions",
            wikidata="actor_wikidata_ids",
        ),
        "venues": objects(
            row,
            name="venues",
            country="venue_countries",
            kind="venue_kinds",
            latitude="venue_latitudes",
            longitude="venue_longitudes",
            geonames="venue_geonames",
            mention="venue_mentions",
        ),
        "links": objects(row, text="link_texts", url="link_urls"),
        "flags": list(split(row["flags"])),
    }


def number(text: str) -> int | None:
    return int(text) if text else None


READ = {"inferred": lambda text: text == "true", "latitude": float, "longitude": float}


def objects(row: dict[str, str], **columns: str) -> list[Record]:
    """The objects whose fields stand in parallel lists; an empty cell may be one empty item."""
    lists = [list(split(row[column])) for column in columns.values()]
    size = max(map(len, lists))
    lists = [items or [""] * size for items in lists]
    return [
        {key: READ.get(key, str)(item) if item else None for key, item in zip(columns, items, strict=True)}
        for items in zip(*lists, strict=True)
    ]
