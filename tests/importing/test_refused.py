"""Rows that are no events of ours: each is told with its line and why, and none is half taken in."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from samples import DRILL, TALKS

from chronicle.errors import ReadError, UsageError
from chronicle.importing import Imported, import_rows, rows_of
from chronicle.importing.records import RefusedRow, event_of
from chronicle.presenting import csv as csv_format
from chronicle.presenting.record import record
from chronicle.storing import Database, connect


@pytest.fixture
def db(tmp_path: Path) -> Any:
    with closing(connect(str(tmp_path / "events.db"), create=True)) as opened:
        yield opened


Change = Callable[[dict[str, Any]], Any]


def changed(path: str, value: Any) -> dict[str, Any]:
    """The record of the talks with one value put in place, at a path such as `actors.0.kind`."""
    told = json.loads(json.dumps(record(TALKS)))
    *way, last = path.split(".")
    within = told
    for step in way:
        within = within[int(step) if step.isdecimal() else step]
    within[int(last) if last.isdecimal() else last] = value
    return dict(told)


def test_a_record_is_an_event() -> None:
    found = event_of(record(TALKS))
    assert record(found) == record(TALKS)


def test_what_may_be_null_may_be_missing_and_more_may_be_told() -> None:
    told = record(TALKS)
    for name in ("mode", "plover", "actors", "venues", "links", "flags"):
        del told[name]
    found = event_of({**told, "sentiment": 0.3})
    assert (found.mode, found.actors, found.flags) == (None, (), ())


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("id", None, "id: nothing is no text"),
        ("id", "A 1", "id: 'A 1' is no id; ids are small letters and digits"),
        ("source", None, "source: nothing is no object"),
        ("source.id", "", "id: '' is no id; ids are small letters and digits"),
        ("source.authors", "Ada", "authors: 'Ada' is no array"),
        ("source.authors", [1], "authors: 1 is no text"),
        ("ordinal", "1", "ordinal: '1' is no whole number from 0 up"),
        ("ordinal", True, "ordinal: True is no whole number from 0 up"),
        ("ordinal", 2**40, "ordinal: 1099511627776 is no whole number from 0 up"),
        ("location.start", -1, "start: -1 is no whole number from 0 up"),
        ("location.page", 1.5, "page: 1.5 is no whole number from 0 up"),
        ("date.start", "2021-02-30", "start: '2021-02-30' is no day"),
        ("date.start", "20210903", "start: '20210903' is no day"),
        ("location.end", 0, "location: it ends at 0, before it begins at 120"),
        ("actors.0.name", " ", "actors: name: is empty"),
        ("actors.0.country", "ZZZZ", "actors: country: 'ZZZZ' is no country code, such as CN"),
        ("actors.0.wikidata", "javascript:1", "actors: wikidata: 'javascript:1' is no Wikidata item, such as Q7747"),
        ("venues.0.name", "", "venues: name: is empty"),
        ("date.start", None, "date: start and end are both there, or precision is invalid"),
        ("date.precision", "invalid", "date: start and end are both there, or precision is invalid"),
        ("date.end", "2021-01-01", "date: begins on 2021-09-03, after it ends on 2021-01-01"),
        ("date.edtf", "2021", "date: edtf is '2021', and the days say 2021-09-03"),
        ("date.approximate", "no", "approximate: 'no' is neither true nor false"),
        ("headline", None, "headline: nothing is no text"),
        ("text", "\ud800", "text: holds half a sign, which no text can"),
        ("type", "war", "type: 'war' is none of meeting, visit, message,"),
        ("type", ["meeting"], "type: ['meeting'] is none of meeting, visit, message,"),
        ("mode", "online", "mode: 'online' is none of in_person, video,"),
        ("actors", {}, "actors: {} is no array"),
        ("actors.0", "Anna", "actors: 'Anna' is no object"),
        ("actors.0.kind", "robot", "actors: kind: 'robot' is none of person, state, organization"),
        ("actors.1.inferred", None, "actors: inferred: nothing is neither true nor false"),
        ("venues.0.latitude", 91, "venues: latitude: 91 is no number from -90 to 90"),
        ("venues.0.longitude", "10", "venues: longitude: '10' is no number from -180 to 180"),
        ("links.0.url", None, "links: url: nothing is no text"),
        ("flags", [None], "flags: nothing is no text"),
    ],
)
def test_what_is_no_event(path: str, value: Any, why: str) -> None:
    with pytest.raises(RefusedRow) as refused:
        event_of(changed(path, value))
    assert str(refused.value).startswith(why)


class TestLines:
    def done(self, db: Database, path: Path, *lines: str | bytes) -> Imported:
        path.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
        return import_rows(db, rows_of(str(path)), ())

    def test_the_others_are_taken_in(self, db: Database, tmp_path: Path) -> None:
        done = self.done(
            db,
            tmp_path / "events.jsonl",
            json.dumps(record(TALKS)),
            "",
            "{not json",
            b"\xff\xfe",
            "[1]",
            '{"id": NaN}',
            json.dumps(changed("type", "war")),
            json.dumps(record(TALKS)),
            json.dumps(changed("source.title", "Another") | {"id": "other"}),
            json.dumps(record(DRILL)),
        )
        assert (done.added, done.changed, done.unchanged) == (2, 0, 0)
        assert [(line, why[:50]) for line, why in done.refused] == [
            (3, "is no JSON from character 2 on; give a line as `ex"),
            (4, "is no JSON: byte 1 is no UTF-8; save the file as U"),
            (5, "is no record; a record is a JSON object"),
            (6, "is no JSON: NaN is no number"),
            (7, "type: 'war' is none of meeting, visit, message, st"),
            (8, "id: a1b2c3d4 stands in line 1 already"),
            (9, "source: d1 is told otherwise in line 1"),
        ]

    def test_a_key_that_stands_twice_is_no_guess(self, db: Database, tmp_path: Path) -> None:
        told = json.dumps(record(TALKS))
        outer, inner = told.replace('"type":', '"type": "aid", "type":'), told.replace('"kind":', '"kind": "", "kind":')
        done = self.done(db, tmp_path / "twice.jsonl", outer, told, inner)
        assert done.added == 1
        assert done.refused == ((1, "type: stands there twice"), (3, "kind: stands there twice"))

    def test_deep_nesting_is_refused(self, db: Database, tmp_path: Path) -> None:
        done = self.done(db, tmp_path / "deep.jsonl", "[" * 200_000)
        assert [refused.line for refused in done.refused] == [1]

    def test_an_id_of_another_document(self, db: Database, tmp_path: Path) -> None:
        self.done(db, tmp_path / "one.jsonl", json.dumps(record(TALKS)))
        done = self.done(db, tmp_path / "two.jsonl", json.dumps(changed("source.id", "d9")))
        assert done.refused == ((1, "id: a1b2c3d4 is an event of document d1 here"),)
        assert [row[0] for row in db.rows("SELECT key FROM documents")] == ["d1"]

    def test_nothing_is_kept_of_a_file_that_breaks(self, db: Database, tmp_path: Path) -> None:
        """A packed file that ends too early, after a thousand events."""
        path = tmp_path / "events.jsonl.gz"
        lines = (json.dumps(changed("ordinal", at) | {"id": f"e{at}"}) for at in range(1000))
        packed = gzip.compress("\n".join(lines).encode(), mtime=0)
        path.write_bytes(packed[:-20])
        with pytest.raises(ReadError, match=r"events\.jsonl\.gz: is packed, and broken"):
            import_rows(db, rows_of(str(path)), ())
        assert [next(db.rows(f"SELECT count(*) FROM {table}"))[0] for table in ("events", "documents", "ingests")] == [
            0, 0, 0,
        ]  # fmt: skip


class TestCsv:
    def table(self, **columns: str) -> str:
        """The CSV of the talks with some cells put in place."""
        file = io.StringIO(newline="")
        csv_format.write([TALKS], file)
        header, row = csv.reader(io.StringIO(file.getvalue(), newline=""))
        named = dict(zip(header, row, strict=True)) | columns
        out = io.StringIO(newline="")
        csv.writer(out).writerows([header, [named[name] for name in header]])
        return out.getvalue()

    def done(self, db: Database, path: Path, text: str) -> Imported:
        path.write_bytes(text.encode())
        return import_rows(db, rows_of(str(path)), ())

    @pytest.mark.parametrize(
        ("columns", "why"),
        [
            ({"ordinal": "x"}, "ordinal: 'x' is no number"),
            ({"ordinal": "1.5"}, "ordinal: '1.5' is no number"),
            ({"approximate": "yes"}, "approximate: 'yes' is neither true nor false"),
            ({"actor_kinds": "person; state"}, "actor_kinds: has 2 items where others have 3"),
            ({"venue_latitudes": "north"}, "venue_latitudes: 'north' is no number"),
            ({"type": "war"}, "type: 'war' is none of"),
        ],
    )
    def test_what_is_no_event(self, db: Database, tmp_path: Path, columns: dict[str, str], why: str) -> None:
        [(line, told)] = self.done(db, tmp_path / "events.csv", self.table(**columns)).refused
        assert (line, told[: len(why)]) == (2, why)

    @pytest.mark.parametrize("approximate", ["FALSE", "False", "false"])
    def test_truth_and_numbers_as_other_programs_write_them(
        self, db: Database, tmp_path: Path, approximate: str
    ) -> None:
        table = self.table(approximate=approximate, ordinal="7.0", location_line="12.00")
        assert self.done(db, tmp_path / "events.csv", table).added == 1
        assert list(db.rows("SELECT approximate, ordinal, line FROM events")) == [(0, 7, 12)]

    def test_lines_are_those_where_rows_begin(self, db: Database, tmp_path: Path) -> None:
        header, row = self.table(text="one\ntwo\nthree").split("\r\n", 1)
        done = self.done(db, tmp_path / "events.csv", f"{header}\r\n{row}{row}a,b\r\n")
        assert done.refused == (
            (5, "id: a1b2c3d4 stands in line 2 already"),
            (8, "has 2 cells under 48 columns"),
        )

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "has no column id, start, end …; take what `export csv` wrote, without --long"),
            ("id,start\r\n", "has no column end, precision, approximate …; "),
            ("id,start,id\r\n", "has the column id twice; take what `export csv` wrote"),
            ('id,"start\r\n', "is no CSV in UTF-8 (unexpected end of data)"),
        ],
    )
    def test_what_is_no_export(self, db: Database, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(ReadError) as error:
            self.done(db, tmp_path / "events.csv", text)
        assert message in str(error.value)

    def test_for_a_spreadsheet(self, db: Database, tmp_path: Path) -> None:
        file = io.StringIO(newline="")
        csv_format.write([DRILL], file, excel=True)
        assert self.done(db, tmp_path / "excel.csv", file.getvalue()).added == 1
        assert next(db.rows("SELECT headline FROM events"))[0] == DRILL.headline


@pytest.mark.parametrize("name", ["events.tsv", "events.json", "events.xlsx", "events"])
def test_a_name_that_says_no_format_that_is_read_back(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(UsageError, match="is not read back"):
        next(rows_of(str(tmp_path / name)))


def test_standard_input_says_no_format() -> None:
    with pytest.raises(UsageError, match="says no format"):
        next(rows_of("-"))


def test_a_name_without_a_format_may_be_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        next(rows_of(str(tmp_path / "nowhere")))
